"""Class packs in the app: adding one by choosing its file, looking at those that were added, removing one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from mundraft.desk.pack_words import about, changes, holds
from mundraft.desk.paper_places import place_for_papers
from mundraft.packs.checksum import read_out
from mundraft.packs.members import ENDING
from mundraft.problems import MundraftError
from mundraft.text.harmless import harmless
from mundraft.tui.button import Button
from mundraft.tui.dialogs import Choose, Dialog, Offer, Told
from mundraft.tui.opening import ChooseFile, files_in

if TYPE_CHECKING:
    from mundraft.desk.packs import Kept, Looked
    from mundraft.library.added_packs import AddedPack
    from mundraft.tui.app import MundraftApp

#: What the list of packs offers beside them; no pack can be called so.
_ADD = "+"
_REFUSED = "This pack cannot be added"


class PackCard(Dialog[bool]):
    """What a pack holds, with something to do about it. Gives True where that is wanted.

    `expected`: Enter does it; else it leaves things as they are."""

    HELP_TEXT = (
        "A pack changes nothing outside its own folder, runs nothing, and can be removed again. Compare the checksum "
        "with the one that your teacher reads out. ← → go from one button to the other, ↑ ↓ through what it holds."
    )

    def __init__(self, title: str, text: Content, does: str, leaves: str, *, expected: bool) -> None:
        super().__init__(title)
        self._text, self._does, self._leaves, self._expected = text, does, leaves, expected

    def content(self) -> Iterable[Widget]:
        with VerticalScroll(classes="dialog-body") as body:
            body.can_focus = True
            yield Static(self._text)
        with Horizontal(classes="row-buttons"):
            yield Button(self._does, variant="primary" if self._expected else "default", id="do")
            yield Button(self._leaves, variant="default" if self._expected else "primary", id="leave")

    def on_mount(self) -> None:
        self.query_one("#do" if self._expected else "#leave").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "do")


def show_packs(app: MundraftApp) -> None:
    """The packs that were added, and adding another; where there is none, adding one at once."""
    from mundraft.desk.packs import kept_packs

    kept = {one.added.name: one for one in kept_packs()}

    def chosen(name: str | None) -> None:
        if name == _ADD:
            _choose_file(app)
        elif name is not None:
            _show_kept(app, kept[name])

    if not kept:
        _choose_file(app)
        return
    offers = [Offer(_ADD, "Add a class pack", "Choose the file that your teacher gave you")]
    offers += [Offer(name, harmless(one.called), f"checksum {read_out(one.added.code)}") for name, one in kept.items()]
    app.push_screen(Choose("Class packs", "", offers), chosen)


def welcome(app: MundraftApp) -> None:
    """Show the word of welcome of a pack that was added, once."""
    from mundraft.desk.packs import welcome_due, welcomed

    kept = welcome_due()
    if kept is None:
        return
    welcomed(kept.added.name)
    if kept.manifest is not None and kept.manifest.welcome:
        app.push_screen(Told(harmless(kept.called), harmless(kept.manifest.welcome)))


def _choose_file(app: MundraftApp) -> None:
    def chosen(name: str | None) -> None:
        if name:
            # To look through a large pack takes a second: the screen must not stand still.
            app.run_worker(lambda: _look(app, Path(name)), thread=True, exit_on_error=False)

    own = place_for_papers(Path.cwd(), Path.home())
    folders = dict.fromkeys((own, Path.home() / "Downloads", Path.home() / "Desktop"))
    files = [file for folder in folders for file in files_in(folder, (ENDING,))]
    where = "Packs in your folders" if files else f"A class pack is a file that ends in {ENDING}"
    app.push_screen(ChooseFile("Add a class pack", files, where, own / f"class-9b{ENDING}", "Look into it"), chosen)


def _look(app: MundraftApp, path: Path) -> None:
    from mundraft.desk.packs import look_at

    try:
        looked = look_at(path, app.library_folder)
    except MundraftError as error:
        app.call_from_thread(app.tell, _REFUSED, harmless(str(error)))
        return
    app.call_from_thread(_offer, app, looked)


def _offer(app: MundraftApp, looked: Looked) -> None:
    """Say what is in a pack and what it would change, and add it where that is wanted."""
    manifest = looked.pack.manifest
    if looked.problems:
        app.tell(_REFUSED, harmless("\n\n".join(problem.told() for problem in looked.problems)))
        return
    if looked.is_here:
        app.tell("This pack is here already", f"{harmless(manifest.called)}: nothing was changed.")
        return

    def answered(wanted: bool | None) -> None:
        if wanted:
            from mundraft.desk.packs import add_pack

            _do(app, "added", lambda: add_pack(looked))
        else:
            app.notify(f"{harmless(manifest.called)} was not added. To add it, choose “Add it”.", markup=False)

    text = _card(manifest.called, about(manifest, looked.pack.code), changes(looked))
    app.push_screen(PackCard("Add this class pack?", text, "Add it", "Leave it", expected=not looked.asks), answered)


def _show_kept(app: MundraftApp, kept: Kept) -> None:
    """Show a pack that was added, and remove it where that is wanted."""
    from mundraft.desk.packs import papers_using, remove_pack

    said = about(kept.manifest, kept.added.code) if kept.manifest else (("name", kept.added.name),)
    using = tuple(str(path) for path in papers_using(kept))
    sections = [("Papers that are written with it", using)] if using else []
    if kept.manifest and kept.manifest.welcome:
        sections.append(("Welcome", tuple(kept.manifest.welcome.split("\n"))))

    def answered(wanted: bool | None) -> None:
        if wanted:
            _do(app, "removed; no paper was touched", lambda: remove_pack(kept.added.name))

    text = _card(kept.called, (*said, *holds(kept)), tuple(sections))
    app.push_screen(PackCard("Class pack", text, "Remove it", "Close", expected=False), answered)


def _card(title: str, pairs: Iterable[tuple[str, str]], sections: Iterable[tuple[str, tuple[str, ...]]]) -> Content:
    """What is known of a pack, as the windows show it."""
    known = [(label, value) for label, value in pairs if value]
    column = max(len(label) for label, _ in known) + 2
    lines = [Content.from_markup("[b]$title[/]", title=harmless(title))]
    for label, value in known:
        said = {"label": label.ljust(column), "value": harmless(value)}
        lines.append(Content.from_markup("[$quiet]$label[/]$value", **said))
    for heading, under in sections:
        lines.append(Content.from_markup("\n[$primary]$heading[/]", heading=heading))
        lines += [Content(harmless(line)) for line in under]
    return Content("\n").join(lines)


def _do(app: MundraftApp, done: str, work: Callable[[], AddedPack]) -> None:
    try:
        pack = work()
    except MundraftError as error:
        app.tell(f"The pack was not {done.partition(';')[0]}", harmless(str(error)))
        return
    app.notify(f"{pack.name} is {done}.")
