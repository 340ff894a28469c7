"""The paper as it reads now: one widget for each part, so that only what changed is drawn again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

if TYPE_CHECKING:
    from mundraft.document.tree import Document, Part

#: A part's key and topic. What stands between a template's blocks has no key: "#1" and so on stand for it here.
PartId = tuple[str, str]


class Preview(VerticalScroll):
    """Shows a document; `show` compares it with what is shown, part by part. A click on a part posts `Chosen`."""

    can_focus = True

    class Chosen(Message):
        """A part was clicked: go to where it is written."""

        def __init__(self, part_id: PartId) -> None:
            super().__init__()
            self.part_id = part_id

    def __init__(self) -> None:
        super().__init__(id="preview")
        self._shown: dict[PartId, Part] = {}
        self._widgets: dict[PartId, Static] = {}
        self._marked: PartId | None = None
        #: what keeps the paper from being drafted, "" where nothing does
        self.trouble = ""

    def compose(self) -> ComposeResult:
        trouble = Static(markup=False, id="trouble")
        trouble.display = False
        yield trouble

    def tell_trouble(self, problem: str) -> None:
        """Say above the paper, as it was when it could last be drafted, why it cannot be now; "" when it can again."""
        self.trouble = problem
        trouble = self.query_one("#trouble", Static)
        trouble.display = bool(problem)
        trouble.update(problem)

    async def show(self, document: Document) -> None:
        """Draw what changed since the last document."""
        from mundraft.tui.drawn_parts import parts_by_id  # a paper is drawn long after the first screen is
        from mundraft.tui.prose import shown_blocks

        wanted = {part_id: part for part_id, part in parts_by_id(document).items() if part.blocks}
        if list(wanted) != list(self._widgets):
            await self._lay_out(list(wanted))
        with self.app.batch_update():
            for part_id, what in wanted.items():
                if self._shown.get(part_id) != what:
                    self._widgets[part_id].update(shown_blocks(what.blocks))
        self._shown = wanted

    async def _lay_out(self, order: list[PartId]) -> None:
        """Let there be one widget for each part, in order; those that stay are kept as they are.

        They are moved where they must: a part without a key has another's id when one comes before it."""
        from mundraft.desk.handed_in import FILE

        for part_id in [gone for gone in self._widgets if gone not in order]:
            await self._widgets.pop(part_id).remove()
            self._shown.pop(part_id, None)
        in_place = [part_id for part_id in order if part_id in self._widgets] == list(self._widgets)
        before: Static | None = None
        ordered: dict[PartId, Static] = {}
        for part_id in order:
            widget = self._widgets.get(part_id)
            if widget is None:
                widget = Static(classes="part -file" if part_id[0] == FILE else "part")
                await self.mount(widget, after=before or "#trouble")
            elif not in_place:
                self.move_child(widget, after=before or self.query_one("#trouble"))
            ordered[part_id] = before = widget
        self._widgets = ordered

    def on_click(self, event: Click) -> None:
        clicked = next((part_id for part_id, widget in self._widgets.items() if widget is event.widget), None)
        # Words that were marked with the mouse are to be copied.
        if clicked is not None and not self.screen.get_selected_text():
            self.post_message(self.Chosen(clicked))

    def mark(self, part_id: PartId | None) -> None:
        """Mark a part as the one being written, and bring it into view."""
        if part_id not in self._widgets:
            part_id = None
        if part_id != self._marked and self._marked in self._widgets:
            self._widgets[self._marked].remove_class("-here")
        if part_id is not None and part_id != self._marked:
            self._widgets[part_id].add_class("-here")
            self.call_after_refresh(self._bring, part_id)
        self._marked = part_id

    def _bring(self, part_id: PartId) -> None:
        if part_id in self._widgets:
            self.scroll_to_widget(self._widgets[part_id], animate=False, top=True)
