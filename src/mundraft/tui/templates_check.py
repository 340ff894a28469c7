"""What is wrong in a template: each mistake with its line, and a way to read more about it."""

from __future__ import annotations

from textual import work as in_worker
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mundraft.desk.template_checking import CheckedTemplate
from mundraft.problems import Problem, Severity
from mundraft.text.harmless import harmless
from mundraft.tui.templates_held import Held, Pane

_MARKS = {Severity.ERROR: "[$error]![/]", Severity.WARNING: "[$warning]•[/]", Severity.ADVICE: "[$primary]·[/]"}


class CheckPane(Pane):
    """The mistakes, as `template check` finds them. Enter on one says more about its code."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self._problems: tuple[Problem, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(id="checked")
        yield OptionList(id="mistakes")

    def draw(self, held: Held) -> None:
        self.query_one("#checked", Static).update(Content.styled("Checking…", "$quiet"))
        self.query_one(OptionList).clear_options()
        self._check(held)

    def focus_first(self) -> None:
        self.query_one(OptionList).focus()

    @in_worker(thread=True, exclusive=True, group="check", exit_on_error=True)
    def _check(self, held: Held) -> None:
        from mundraft.desk.template_checking import check_template

        checked = check_template(held.name, held.library)
        self.app.call_from_thread(self._show, held, checked)

    def _show(self, held: Held, checked: CheckedTemplate) -> None:
        if held is not self.held:
            return
        self._problems = checked.problems
        self.query_one("#checked", Static).update(_summary(checked))
        mistakes = self.query_one(OptionList)
        mistakes.set_options([Option(_line(one, held)) for one in checked.problems])
        mistakes.highlighted = 0 if checked.problems else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        from mundraft.coach.codes import explain
        from mundraft.tui.dialogs import Told

        event.stop()
        problem = self._problems[event.option_index]
        self.app.push_screen(Told(problem.code, harmless(f"{problem.told()}\n\n{explain(problem.code)}")))


def _summary(checked: CheckedTemplate) -> Content:
    number = len(checked.problems)
    if not number:
        return Content.from_markup("[$success]✓[/] Nothing to mend: its questions, its text, and the two together.")
    mistakes = sum(one.severity is Severity.ERROR for one in checked.problems)
    things = (_number(mistakes, "mistake", "mistakes"), _number(number - mistakes, "thing", "things", " to look at"))
    unread = "" if checked.is_read else "It cannot be read as it is: "
    told = " and ".join(one for one in things if one)
    return Content.from_markup("[b]$unread$told[/] [$quiet]Enter says more[/]", unread=unread, told=told)


def _number(number: int, one: str, several: str, what: str = "") -> str:
    return f"{number} {one if number == 1 else several}{what}" if number else ""


def _line(problem: Problem, held: Held) -> Content:
    """A mistake as it is listed: place and words, the line with its caret, what to do."""
    lines = problem.told().split("\n")
    place = str(problem.place) if problem.place else ""
    if place and lines[0].startswith(f"{place}: "):
        shown = _short(place, held)
        lines[0] = lines[0][len(place) + 2 :]
        first = Content.from_markup(f"{_MARKS[problem.severity]} [$quiet]$place[/] ", place=harmless(shown))
    else:
        first = Content.from_markup(f"{_MARKS[problem.severity]} ")
    rest = [Content.styled(harmless(line), "$quiet") for line in lines[1:]]
    return Content("\n").join([first + Content(harmless(lines[0])), *rest, Content("")])


def _short(place: str, held: Held) -> str:
    """A place in the template's own folder by its file alone: the folder stands above."""
    folders = {str(path.parent) for path in held.files}
    own = next((folder for folder in folders if place.startswith(folder) and held.name in folder), "")
    return place[len(own) + 1 :] if own else place
