"""One answer read by lines, in the way that its kind asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from mundraft.interview.states import Prompt
from mundraft.library.questions import Kind
from mundraft.paper.model import InstrumentUse, LegalBasis, Paper, Said, Seat
from mundraft.problems import MundraftError

from .conferences import conference_named
from .lines import Command, Lines
from .matches import MATCHES, matched

if TYPE_CHECKING:
    from mundraft.library.search_path import Library

#: How many articles of an instrument are read out.
ARTICLES = 15


class Unfinished(Exception):
    """The conversation ended inside an answer: what was given so far, and the end that was met."""

    def __init__(self, value: Any, end: BaseException) -> None:
        super().__init__(value)
        self.value = value
        self.end = end


class NotTaken(ValueError):
    """What was typed is no answer to this question; the text says what is."""


#: Stands for "leave the answer as it is".
UNCHANGED = object()


def read_answer(prompt: Prompt, paper: Paper, library: Library, lines: Lines) -> Any:
    """The answer as `changing.answer` takes it, or `UNCHANGED`. Raises `Command`, `EOFError` and `Unfinished`."""
    if prompt.question.kind is Kind.PROVISIONS:
        return _provisions(prompt, paper, lines)
    if prompt.question.many is not None or isinstance(prompt.value, tuple):
        return _list(prompt, lines)
    if prompt.question.kind is Kind.PARAGRAPHS:
        return _paragraphs(lines)
    _offer(prompt, paper, library, lines)
    line = lines.read("Answer: ")
    if not line:
        return UNCHANGED
    if line == "-":
        return ""
    return _BY_KIND.get(prompt.question.kind, _as_typed)(line, prompt, paper, library, lines)


def _offer(prompt: Prompt, paper: Paper, library: Library, lines: Lines) -> None:
    """Read out what there is to choose from."""
    choices = prompt.question.choices
    lines.say(*(f"  {number}. {choice.label}" for number, choice in enumerate(choices, start=1)))
    if prompt.question.kind is Kind.ARTICLE:
        lines.say(*_articles_of_entry(prompt, paper, library))


def _as_typed(line: str, *_: object) -> Any:
    return line


def _choice(line: str, prompt: Prompt, _: Paper, __: Library, ___: Lines) -> Any:
    """The choice of a number, a label or a value."""
    choices = prompt.question.choices
    if line.isdecimal() and 1 <= int(line) <= len(choices):
        return choices[int(line) - 1].value
    wanted = line.casefold()
    for choice in choices:
        if wanted in (choice.label.casefold(), choice.value.casefold()):
            return choice.value
    raise NotTaken(f"“{line}” is not one of the choices. Type a number from 1 to {len(choices)}.")


def _seat(line: str, _: Prompt, __: Paper, library: Library, lines: Lines) -> Any:
    match = matched(library.find_countries(line, limit=MATCHES), line, lines)
    if match is not None:
        return Seat(ref=match.ref, name=match.title)
    lines.say(f"“{line}” is kept as you wrote it. It is not a country of the library, so nothing can be checked.")
    try:
        article = lines.confirm(f"Inside a sentence, does “the” stand before {line}?")
    except (Command, EOFError) as end:
        raise Unfinished(Seat(name=line), end) from end
    return Seat(name=line, article=article)


def _instrument(line: str, _: Prompt, paper: Paper, library: Library, lines: Lines) -> Any:
    found = library.find_instruments(line, country=_country_of(paper, library), limit=MATCHES)
    match = matched(found, line, lines)
    if match is not None:
        return InstrumentUse(id="chosen", ref=match.ref, name=match.title)
    lines.say(f"“{line}” is kept as you wrote it. It is not in the library, so nothing can be checked.")
    return line


def _country_of(paper: Paper, library: Library) -> str | None:
    """The seat's country, where the library has it."""
    try:
        return library.country(paper.seat.ref).id if paper.seat.ref else None
    except MundraftError:
        return None


def _articles_of_entry(prompt: Prompt, paper: Paper, library: Library) -> list[str]:
    """What the library knows of the articles of the instrument that the entry belongs to."""
    used = next((use for _, use in _instruments(prompt, paper) if f"/{use.id}/articles" in prompt.group_address), None)
    if used is None or not used.ref:
        return []
    try:
        articles = library.instrument(used.ref).articles
    except MundraftError:
        return []
    return [f"  {article.written}: {article.does}" for article in articles[:ARTICLES]]


def _instruments(prompt: Prompt, paper: Paper) -> list[tuple[str, InstrumentUse]]:
    topics = [topic for topic in paper.topics if topic.id == prompt.topic_id]
    return [(topic.id, use) for topic in topics for use in topic.instruments]


def _provisions(prompt: Prompt, paper: Paper, lines: Lines) -> Any:
    """Numbers of the articles that the topic cites, typed one after the other."""
    offered = [
        (LegalBasis(instrument=use.id, article=article.number), f"{use.name or use.ref}, {article.number}")
        for _, use in _instruments(prompt, paper)
        for article in use.articles
        if article.number
    ]
    if not offered:
        lines.say("You have not cited an article yet, so there is nothing to choose from.")
    lines.say(*(f"  {number}. {label}" for number, (_, label) in enumerate(offered, start=1)))
    while line := lines.read("Numbers, such as 1, 3: "):
        if line == "-":
            return ()
        numbers = [int(number) for number in re.findall(r"\d{1,6}", line)]
        if numbers and all(1 <= number <= len(offered) for number in numbers):
            return tuple(offered[number - 1][0] for number in dict.fromkeys(numbers))
        lines.say("Type numbers of the list, with commas between them, or nothing to go on.")
    return UNCHANGED


def _list(prompt: Prompt, lines: Lines) -> Any:
    """Entries added one a line until an empty line. "-" takes all of them out, "-2" the second."""
    entries: list[Any] = list(prompt.value)
    first = True
    changed = False
    if entries:
        lines.say("New lines are added to these. -2 takes the second one out.")
    else:
        lines.say("One entry a line; an empty line ends the list.")
    while True:
        try:
            line = lines.read("Entry: ") if first else lines.read("Next entry: ")
        except (Command, EOFError) as end:
            if changed:
                raise Unfinished(tuple(entries), end) from end
            raise
        if not line:
            return tuple(entries) if changed else UNCHANGED
        changed = _edit(entries, line, prompt, lines) or changed
        first = False


def _edit(entries: list[Any], line: str, prompt: Prompt, lines: Lines) -> bool:
    """Carry out one line of a list; False where it changed nothing."""
    if line == "-":
        entries.clear()
        return True
    if taken := re.fullmatch(r"-\s?(\d{1,3})", line):
        number = int(taken[1])
        if not 1 <= number <= len(entries):
            lines.say(f"There is no entry {number}.")
            return False
        entries.pop(number - 1)
        lines.say(*(f"  {index}. {_words(entry)}" for index, entry in enumerate(entries, start=1)))
        return True
    entries.append(Said(text=line) if _holds_words(prompt) else line)
    return True


def _holds_words(prompt: Prompt) -> bool:
    """True where the list's entries can carry citations; names of delegates cannot."""
    return "/answers/" in prompt.address


def _words(entry: Any) -> str:
    return entry.text if isinstance(entry, Said) else str(entry)


def _paragraphs(lines: Lines) -> Any:
    """Paragraphs one a line until an empty line."""
    lines.say("Each line is a paragraph; an empty line ends the answer.")
    paragraphs: list[str] = []
    while True:
        try:
            line = lines.read("Next paragraph: " if paragraphs else "Paragraph: ")
        except (Command, EOFError) as end:
            if paragraphs:
                raise Unfinished("\n\n".join(paragraphs), end) from end
            raise
        if not line:
            return "\n\n".join(paragraphs) if paragraphs else UNCHANGED
        if line == "-" and not paragraphs:
            return ""
        paragraphs.append(line)


_Reader = Callable[[str, Prompt, Paper, "Library", Lines], Any]
_BY_KIND: dict[Kind, _Reader] = {
    Kind.CHOICE: _choice,
    Kind.COUNTRY: _seat,
    Kind.CONFERENCE: conference_named,
    Kind.INSTRUMENT: _instrument,
}
