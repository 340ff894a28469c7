"""What a template makes of a paper, an example or an extreme, in Word too; and what changed since another version."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual import work as in_worker
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mundraft.desk.paper_places import place_for_papers
from mundraft.document.length_now import length_in_words
from mundraft.document.tree import Document
from mundraft.problems import MundraftError
from mundraft.text.harmless import harmless
from mundraft.tui.dialogs import Choose, Offer, Told
from mundraft.tui.preview import Preview
from mundraft.tui.templates_held import Held, Pane

if TYPE_CHECKING:
    from mundraft.desk.previewing import ChangedPart, Previewed
    from mundraft.desk.template_samples import Sample

_SINCE = "What is printed differently since the version of {when:%d %B, %H:%M}"


class Drawn(NamedTuple):
    """A paper that was made, or why it could not be; and what changed since another version, None without one."""

    previewed: Previewed | None = None
    told: str = ""
    since: datetime | None = None
    changed: tuple[ChangedPart, ...] | None = None


class PreviewPane(Pane):
    """A paper as the template writes it. Making it happens beside the screen, and is stopped where it runs away."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self._sample = ""
        self._drawn = Drawn()
        self._showing_changes = False

    def compose(self) -> ComposeResult:
        yield Static(id="measure")
        yield Preview()
        with VerticalScroll(id="changed") as changed:
            changed.can_focus = True
            yield Static(id="changes")

    def draw(self, held: Held) -> None:
        self._drawn = Drawn()
        self.query_one("#measure", Static).update(Content.styled("Writing the paper…", "$quiet"))
        self._make(held, self._sample)

    def focus_first(self) -> None:
        self.query_one("#changed" if self._showing_changes else "#preview").focus()

    @in_worker(thread=True, exclusive=True, group="preview", exit_on_error=True)
    def _make(self, held: Held, sample: str) -> None:
        drawn = _drawn(held, sample)
        self.app.call_from_thread(self._show, held, sample, drawn)

    def _show(self, held: Held, sample: str, drawn: Drawn) -> None:
        if held is not self.held or sample != self._sample:
            return
        self._drawn = drawn
        measure = _measure(drawn.previewed) if drawn.previewed else Content.styled(harmless(drawn.told), "$error")
        self.query_one("#measure", Static).update(measure)
        self.query_one("#changes", Static).update(Content("\n").join(_change_lines(drawn)))
        self.call_later(self._draw_paper)

    async def _draw_paper(self) -> None:
        previewed, paper = self._drawn.previewed, self.query_one(Preview)
        await paper.show(previewed.document if previewed else Document("", ()))
        paper.scroll_home(animate=False)

    def toggle_changes(self) -> None:
        """Show what changed in place of the paper, or the paper again."""
        self._showing_changes = not self._showing_changes
        self.set_class(self._showing_changes, "-changes")
        self.focus_first()

    def choose_sample(self) -> None:
        """Offer the papers that this template can be tried with."""
        if self.held is not None:
            self._list_samples(self.held)

    @in_worker(thread=True, exclusive=True, group="samples", exit_on_error=True)
    def _list_samples(self, held: Held) -> None:
        from mundraft.desk.template_samples import examples, extremes

        if held.template is None:
            return
        try:
            offered = (*examples(held.template, held.library), *extremes(held.template))
        except MundraftError as error:
            self.app.call_from_thread(self._tell, "No paper can be made for it", str(error))
            return
        self.app.call_from_thread(self._offer, offered)

    def _offer(self, offered: Sequence[Sample]) -> None:
        def chosen(key: str | None) -> None:
            if key and self.held is not None:
                self._sample = key
                self.draw(self.held)

        offers = [Offer(one.key, harmless(_offered(one))) for one in offered]
        shown = self._drawn.previewed.sample.key if self._drawn.previewed else ""
        explains = "Example papers first; then papers at the edges that thirty students will find."
        self.app.push_screen(Choose("Preview it with", explains, offers, shown), chosen)

    def forget_sample(self) -> None:
        """Another template has other papers: begin with its usual one."""
        self._sample = ""

    def export(self) -> None:
        """Write the paper that is shown as a Word document."""
        previewed, held = self._drawn.previewed, self.held
        if previewed is None or held is None:
            self.notify("There is no paper to write yet.")
            return
        name = f"{held.name} - {previewed.sample.key}.docx"
        self._write(held, previewed.sample, place_for_papers(Path.cwd(), Path.home()) / name)

    @in_worker(thread=True, exclusive=True, group="export", exit_on_error=True)
    def _write(self, held: Held, sample: Sample, target: Path) -> None:
        from mundraft.desk.exporting import export_paper
        from mundraft.desk.looks import looks_lines
        from mundraft.desk.previewing import library_with

        if held.template is None:
            return
        try:
            report = export_paper(sample.paper, library_with(held.library, held.template), "docx", target)
            lines = (report.message, "", *looks_lines(held.template))
        except MundraftError as error:
            self.app.call_from_thread(self._tell, "No document was written", str(error))
            return
        self.app.call_from_thread(self._tell, "Written", "\n".join(lines).strip())

    def _tell(self, title: str, text: str) -> None:
        self.app.push_screen(Told(title, harmless(text)))


def _drawn(held: Held, sample: str) -> Drawn:
    """Make the paper, and keep this version of the template where it could be made."""
    from mundraft.desk.previewing import preview, since_last
    from mundraft.desk.template_samples import named, usual
    from mundraft.desk.template_versions import keep

    template, library = held.template, held.library
    if template is None:
        return Drawn(told="This template cannot be read. F4 tells why.")
    try:
        paper = named(sample, template, library) if sample else usual(template, library)
        previewed = preview(paper, template, library)
        since = since_last(previewed, template, library)
    except MundraftError as error:
        return Drawn(told=str(error))
    keep(template)
    return Drawn(previewed, "", since.when.astimezone(), since.changed) if since else Drawn(previewed)


def _offered(sample: Sample) -> str:
    """A paper as it is offered: two examples of one topic are told apart by their length."""
    return f"In short, {sample.title}" if sample.key.endswith("-short") else sample.title


def _measure(previewed: Previewed) -> Content:
    """Whose paper it is and how long."""
    length = length_in_words(previewed.words, previewed.pages, previewed.most_words)
    gaps = f", {previewed.gaps} still to write" if previewed.gaps else ""
    made_up = ", its facts are made up" if previewed.sample.is_made_up else ""
    title = harmless(previewed.sample.title)
    return Content.from_markup("[b]$title[/] [$quiet]$length[/]", title=title, length=f"{length}{gaps}{made_up}")


def _change_lines(drawn: Drawn) -> list[Content]:
    if drawn.since is None or drawn.changed is None:
        told = "No version of this template that differs from this one is kept on this computer."
        return [Content.styled(told if drawn.previewed else "", "$quiet")]
    lines = [Content.styled(_SINCE.format(when=drawn.since), "bold")]
    if not drawn.changed:
        return [*lines, Content("Nothing: this paper is printed as it was.")]
    for part in drawn.changed:
        grew = f"{part.grew:+d} words" if part.grew else ""
        lines.append(Content.from_markup("\n[$primary]$key[/] [$quiet]$grew[/]", key=part.key or "headings", grew=grew))
        lines += [Content(" ").join(_piece(piece.kind, piece.text) for piece in pieces) for pieces in part.changes]
    return lines


def _piece(kind: str, text: str) -> Content:
    """Words that are gone or new, told apart by marks and not by their colours alone."""
    marked = {"gone": f"[-{text}-]", "new": f"{{+{text}+}}"}.get(kind, text)
    return Content.styled(harmless(marked), {"gone": "$error", "new": "$success"}.get(kind, "$foreground"))
