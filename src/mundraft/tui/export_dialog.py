"""Writing the paper out: the format, the place, and where the file is afterwards."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from textual import work as in_worker
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mundraft.desk.looks import whose_looks
from mundraft.problems import MundraftError, Severity
from mundraft.text.harmless import harmless
from mundraft.tui.button import Button
from mundraft.tui.conferences import Conferences
from mundraft.tui.dialogs import Dialog
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.work import Work

FORMATS = (
    ("docx", "Word document (.docx)", "to hand in"),
    ("pdf", "PDF (.pdf)", "to hand in where PDF is asked for"),
    ("txt", "Plain text (.txt)", "to paste into a form"),
    ("md", "Markdown (.md)", "for wikis and editors"),
)


class ExportDialog(Dialog[bool]):
    """Asks how and where, writes, and says what was written."""

    TITLE_TEXT = "Export the paper"
    HELP_TEXT = (
        "Choose the format with the arrows and press Enter to write the file. What is missing is marked in the text. A "
        "file that you changed since is replaced only if you say so, and one that is open in Word never: the new one "
        "takes another name."
    )

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._done = False
        #: the names of what was written beside files that stayed
        self._beside: tuple[str, ...] = ()
        self._formats = _formats(Conferences(work))
        self._looks = whose_looks(work.paper, work.library)
        # The paper cannot change while this window is open.
        self._paths = {to: work.export_path(to) for to, _, _ in FORMATS}

    def content(self) -> Iterable[Widget]:
        yield OptionList(*(Option(_line(title, tells)) for _, title, tells in self._formats), id="format")
        yield Static("File", classes="quiet")
        yield TextBox(str(self._paths[self._formats[0][0]]), one_line=True, id="file")
        if self._looks:
            yield Static(Content.from_markup("[$quiet]$looks[/]", looks=harmless(self._looks)), id="looks")
        with VerticalScroll(classes="dialog-body", id="told-body"):
            yield Static("", id="told")
        yield Static("", id="asks")
        with Horizontal(classes="row-buttons"):
            yield Button("Export", variant="primary", id="export")
            yield Button("Replace it", id="replace")
            yield Button("Close", id="close")

    def on_mount(self) -> None:
        formats = self.query_one(OptionList)
        formats.highlighted = 0
        formats.focus()
        self.query_one("#replace").display = False
        self.query_one("#asks").display = False

    @property
    def _format(self) -> str:
        return self._formats[self.query_one(OptionList).highlighted or 0][0]

    def on_option_list_option_highlighted(self) -> None:
        self._name_by_format()

    def _name_by_format(self) -> None:
        """Let the file's ending be that of the format; a name that was proposed becomes the one for this format."""
        box = self.query_one("#file", TextBox)
        path = Path(box.text)
        is_proposed = not path.name or path in self._paths.values()
        named = self._paths[self._format] if is_proposed else path.with_suffix(f".{self._format}")
        if named != path:
            box.show(str(named))

    def on_option_list_option_selected(self) -> None:
        self._name_by_format()
        self._export()

    def on_text_box_submitted(self) -> None:
        self._export()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "export":
            self._export()
        elif event.button.id == "replace":
            self._export(force=True)
        else:
            self.dismiss(self._done)

    def _export(self, *, force: bool = False) -> None:
        name = self.query_one("#file", TextBox).text.strip()
        target = Path(name).expanduser() if name else self._paths[self._format]
        self._tell(Content.from_markup("[$quiet]Writing…[/]"))
        self._write(self._format, target if target.is_absolute() else self._work.path.parent / target, force)

    @in_worker(thread=True, exclusive=True, group="export")
    def _write(self, to: str, target: Path, force: bool) -> None:
        from mundraft.desk.exporting import export_paper

        try:
            work = self._work
            report = export_paper(work.paper, work.library, to, target, paper_file=work.path, force=force)
        except MundraftError as error:
            self.app.call_from_thread(self._tell, Content.from_markup("[$error]$told[/]", told=str(error)))
            return
        told = Content.from_markup(
            "[$success]✓[/] $message\n[$quiet]In the folder[/] $folder",
            message=report.told.replace(f"{report.path.parent}{os.sep}", ""),
            folder=harmless(str(report.path.parent)),
        )
        told += _left_over(self._beside if force else ()) + still_to_look_at(self._work)
        self._beside = tuple(file.path.name for file in report.files if file.stayed)
        self.app.call_from_thread(self._written, told, report.stayed)

    def _written(self, told: Content, stayed: Sequence[str]) -> None:
        self._done = True
        self._tell(told, _replaces(stayed))
        self.query_one("#replace").display = bool(stayed)
        self.query_one("#close").focus()

    def _tell(self, told: Content, asks: Content | None = None) -> None:
        """Say what happened, and below it what is asked, which stays in sight however much was said."""
        self.query_one("#told", Static).update(told)
        question = self.query_one("#asks", Static)
        question.display = asks is not None and bool(asks)
        question.update(asks or "")


def _left_over(names: Sequence[str]) -> Content:
    """That the documents are still there which were written beside those that are replaced now."""
    if not names:
        return Content("")
    still = "is still there, and is not needed" if len(names) == 1 else "are still there, and are not needed"
    return Content.from_markup("\n[$quiet]$names[/]", names=f"{harmless(' and '.join(names))} {still}.")


def _replaces(stayed: Sequence[str]) -> Content:
    """The question whether files that were changed by hand are to be replaced; none where there are none."""
    if not stayed:
        return Content("")
    if len(stayed) == 1:
        return Content.from_markup("[$warning]Replace the file? What was changed there by hand is then gone.[/]")
    return Content.from_markup(
        "[$warning]Replace the $count files? What was changed there by hand is then gone.[/]", count=str(len(stayed))
    )


def _formats(conferences: Conferences) -> tuple[tuple[str, str, str], ...]:
    """The formats, those first that the conference takes, in its order."""
    rules = conferences.rules(conferences.chosen.preset)
    taken = rules.file.formats or (("txt",) if rules.file.pasted else ()) if rules else ()
    if rules is None or not taken:
        return FORMATS
    known = {one[0]: one for one in FORMATS}
    first = f"to paste into the form of {rules.called}" if rules.file.pasted else f"asked for by {rules.called}"
    said = [first, *(f"{rules.called} takes it too" for _ in taken[1:])]
    asked = [(to, known[to][1], tells) for to, tells in zip(taken, said, strict=True)]
    others = [(to, title, f"not for {rules.called}") for to, title, _ in FORMATS if to not in taken]
    return (*asked, *others)


def still_to_look_at(work: Work) -> Content:
    """A line on what the review would still tell of a paper that was just written out; none where that is advice only.

    A paper that cannot be reviewed was exported all the same, so nothing is said of it."""
    from mundraft.desk.checking import check_paper

    try:
        found = check_paper(work.paper, work.library, work.path).findings
    except MundraftError:
        return Content("")
    if all(problem.severity is Severity.ADVICE for problem in found):
        return Content("")
    things = "1 thing" if len(found) == 1 else f"{len(found)} things"
    return Content.from_markup("\n[$warning]The review (F4) has $things to look at.[/]", things=things)


def _line(title: str, tells: str) -> Content:
    return Content.from_markup("$title  [$quiet]$tells[/]", title=title, tells=tells)
