"""The conversation: question after question, each answer put into the paper at once."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import TYPE_CHECKING, Any

from mundraft.interview.answering import problems_with
from mundraft.interview.asking import Asking
from mundraft.interview.beside import beside
from mundraft.interview.changing import add_entry, add_source, answer, cite
from mundraft.interview.frames import in_frame
from mundraft.interview.known_names import known_names
from mundraft.interview.places import has_words
from mundraft.interview.states import GroupState, Prompt, State
from mundraft.interview.texts import texts_of
from mundraft.library.questions import TemplateDefinition
from mundraft.paper.address import join, value_at, with_value
from mundraft.paper.model import Citation, Paper, Said
from mundraft.problems import Severity
from mundraft.text.shortened import shortened

from .answers import UNCHANGED, NotTaken, Unfinished, read_answer
from .lines import COMMANDS, Back, Jump, Lines, Skip, Stop

if TYPE_CHECKING:
    from mundraft.library.search_path import Library

#: As many letters are shown of a claim that wants its source.
_SHOWN = 50


def ask(
    definition: TemplateDefinition,
    paper: Paper,
    library: Library,
    read_line: Callable[[str], str],
    write: Callable[[str], object],
) -> Iterator[Paper]:
    """Hold the interview, and yield the paper after every change, so that it can be saved.

    `read_line` shows a prompt and returns one line without its end, or raises `EOFError`; `write` writes lines. The end
    of the input, or a line with a full stop alone, ends the interview; everything given until then is in the paper."""
    conversation = _Conversation(definition, paper, library, Lines(read_line, write))
    try:
        yield from conversation.hold()
    except (EOFError, Stop):
        conversation.sum_up()


class _Conversation:
    def __init__(self, definition: TemplateDefinition, paper: Paper, library: Library, lines: Lines) -> None:
        self._asking = Asking(definition, library)
        self._name = definition.name
        self._library = library
        self._lines = lines
        self._interview = self._asking.interview(paper)
        self._step_told: tuple[str, str] | None = None

    @property
    def _definition(self) -> TemplateDefinition:
        return self._interview.definition

    @property
    def _paper(self) -> Paper:
        return self._interview.paper

    def hold(self) -> Iterator[Paper]:
        """From the first open question to the last one, and again from each question chosen in the summary."""
        self._lines.say(self._name, COMMANDS)
        number: int | None = self._first_number()
        if number == 1:
            yield from self._offer_entries(0)
        while number is not None:
            while number <= len(self._interview.prompts()):
                moved = yield from self._turn(number)
                if moved > number:
                    yield from self._offer_entries(number)
                number = max(1, moved)
            self.sum_up()
            number = self._chosen_in_summary()

    def sum_up(self) -> None:
        """How far the paper has come, and what is missing."""
        progress = self._interview.progress()
        self._lines.say(f"{progress.required_done} of {progress.required_total} required answers are given.")
        missing = [prompt for prompt in self._interview.prompts() if prompt.state in (State.OPEN, State.INVALID)]
        if missing:
            self._lines.say("Still to do:")
        self._lines.say(*(f"  {prompt.number}. {_heading(prompt)}" for prompt in missing))

    def _first_number(self) -> int:
        first = self._interview.first_open()
        anything = any(prompt.state is State.ANSWERED for prompt in self._interview.prompts() if prompt.required)
        return first.number if first is not None and anything else 1

    def _chosen_in_summary(self) -> int | None:
        self._lines.help = "Type the number of a question to go to it; an empty line ends the interview."
        while line := self._lines.read_plain("Number of a question to go to, or Enter to finish: "):
            if line.isdecimal() and 1 <= int(line) <= len(self._interview.prompts()):
                return int(line)
            self._lines.say(f"Type a number from 1 to {len(self._interview.prompts())}, or nothing.")
        return None

    def _turn(self, number: int) -> Generator[Paper, None, int]:
        """Ask one question; returns the number of the next one."""
        prompt = self._interview.prompts()[number - 1]
        self._tell(prompt)
        try:
            value = read_answer(prompt, self._paper, self._library, self._lines)
            if value is UNCHANGED:
                return number + 1
            changed = answer(self._paper, self._definition, prompt.address, value)
        except Unfinished as unfinished:
            yield self._put(answer(self._paper, self._definition, prompt.address, unfinished.value))
            return self._place_after(unfinished.end, number)
        except (Back, Skip, Jump) as command:
            return self._place_after(command, number)
        except ValueError as refusal:
            self._lines.say(str(refusal) if isinstance(refusal, NotTaken) else "This cannot be kept as an answer here.")
            return number
        yield self._put(changed)
        if self._told_of_an_error(prompt.address):
            return number
        yield from self._ask_for_sources(prompt.address)
        return number + 1

    def _place_after(self, command: BaseException, number: int) -> int:
        """The number of the question that a command leads to; the end of the input goes on to the caller."""
        if isinstance(command, Back):
            return number - 1
        if isinstance(command, Skip):
            return number + 1
        if isinstance(command, Jump):
            return min(command.number, len(self._interview.prompts()))
        raise command

    def _tell(self, prompt: Prompt) -> None:
        question = prompt.question
        step = (prompt.step_id, prompt.topic_id)
        if step != self._step_told:
            self._step_told = step
            self._lines.say("", f"== {prompt.step_title}{self._topic_title(prompt)}")
        needed = "" if prompt.required else " (optional)"
        self._lines.say(f"{prompt.number} of {prompt.of}. {_heading(prompt)}{needed}")
        self._lines.say(*(f"  now: {text}" for text in prompt.texts))
        frame = in_frame(question, "")
        fills = f"It fills: {frame}" if frame and (frame.before + frame.after).strip() else ""
        self._lines.help = "\n".join(part for part in (question.help, fills) if part)
        examples = (f"Weak: {question.weak}" if question.weak else "", f"Strong: {question.strong}")
        self._lines.example = "\n".join(part for part in examples if part) if question.strong else ""

    def _topic_title(self, prompt: Prompt) -> str:
        letter = self._interview.topic_letter(prompt.topic_id)
        if not letter:
            return ""
        title = next((one.title for one in self._paper.topics if one.id == prompt.topic_id), "")
        return f": topic {letter}, {title}" if title else f": topic {letter}"

    def _told_of_an_error(self, address: str) -> bool:
        """Tell what might be looked at again; True where the answer cannot be used as it stands."""
        prompt = self._interview.prompt(address)
        if prompt is None:
            return False
        names = known_names(self._paper.seat, self._library)
        known = beside(self._paper, address)
        problems = problems_with(prompt.question, prompt.value, address, names, known)
        for problem in problems:
            self._lines.say(f"Note: {problem.what} {problem.next_step}")
        if any(problem.severity is Severity.ERROR for problem in problems):
            self._lines.say("The answer is kept. Type another one, or press Enter to leave it so for now.")
            return True
        return False

    def _ask_for_sources(self, address: str) -> Iterator[Paper]:
        """Ask for the source of an answer that can carry one and has none: of each entry, where it is a list."""
        prompt = self._interview.prompt(address)
        if prompt is None or not prompt.question.cited or not has_words(prompt.value):
            return
        said = prompt.value if isinstance(prompt.value, tuple) else (prompt.value,)
        for index, one in enumerate(said):
            if not self._cites(prompt, one):
                claim = shortened(" ".join(texts_of(one)), _SHOWN)
                about = f"Source for “{claim}”" if len(said) > 1 else "Its source"
                citation = yield from self._source(about)
                if citation is not None:
                    yield self._put(cite(self._paper, self._definition, prompt.address, (citation,), index))

    def _cites(self, prompt: Prompt, one: Any) -> bool:
        if isinstance(one, Said):
            return bool(one.cite)
        return bool(value_at(self._paper, prompt.cite_address))

    def _source(self, about: str) -> Generator[Paper, None, Citation | None]:
        """A citation of a source that is chosen or begun here; None where none is given."""
        self._lines.help = "Paste the link of the page on which you read it, or type the number of a source you have."
        sources = self._paper.sources
        self._lines.say(
            *(f"  {number}. {source.title or source.url}" for number, source in enumerate(sources, start=1))
        )
        line = self._lines.read_plain(f"{about}: link{' or number' if sources else ''}, Enter for none: ")
        if not line:
            return None
        if line.isdecimal() and 1 <= int(line) <= len(sources):
            source_id = sources[int(line) - 1].id
        else:
            paper, source_id = add_source(self._paper, line, "")
            yield self._put(paper)
            yield from self._title_of(source_id)
        locator = self._lines.read_plain("Where in it (p. 4, art. 35), Enter for the whole: ")
        return Citation(source=source_id, locator=locator)

    def _title_of(self, source_id: str) -> Iterator[Paper]:
        """Ask for the title of a source that has none; the link is in the paper already, should no answer come."""
        address = join("sources", source_id, "title")
        if not value_at(self._paper, address):
            title = self._lines.read_plain("Its title: ")
            if title:
                yield self._put(with_value(self._paper, address, title))

    def _offer_entries(self, number: int) -> Iterator[Paper]:
        """Offer another entry of each group that ends after this question, the innermost group first."""
        for group in reversed(self._interview.groups()):
            if group.ends_after == number and group.can_add and _is_worth_offering(group):
                many = "another one" if group.entries else "one"
                if self._lines.confirm(f"{group.title}: add {many} ({group.item.lower()})?"):
                    paper, _ = add_entry(self._paper, self._definition, group.address)
                    yield self._put(paper)
                    return

    def _put(self, paper: Paper) -> Paper:
        self._interview = self._asking.interview(paper)
        return paper


def _is_worth_offering(group: GroupState) -> bool:
    """Nobody wants another entry while the last one is still empty."""
    return not group.entries or group.entries[-1].has_answers


def _heading(prompt: Prompt) -> str:
    return f"{prompt.entry_label}: {prompt.question.ask}" if prompt.entry_label else prompt.question.ask
