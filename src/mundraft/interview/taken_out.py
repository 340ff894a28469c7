"""What was taken out of a paper, kept whole, and put back where it stood.

It is put into the paper as that is by then, and never in its place: what was typed meanwhile, here or in another
window, stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from mundraft.library.questions import TemplateDefinition
from mundraft.paper.address import Address, has_value, value_at, with_entry, with_value
from mundraft.paper.groups import GROUPS
from mundraft.paper.model import MAX_TOPICS, Citation, Item, Paper, Said, Source, Topic
from mundraft.paper.shape import models_in, replaced
from mundraft.problems import WrongUse
from mundraft.text.shortened import shortened

from . import changing
from .places import free_ids, has_answers
from .texts import texts_of

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A topic, an entry or a line of a list, with what went with it.

    `called` names it as the delegate saw it. `address` is its own, or that of the list. `before` is what stood before
    it: the ids of entries, the texts of lines. `notes` are the private notes below it, `sources` what it
    cites; `beside` are the ids of all entries that stood beside it."""

    called: str
    address: Address
    held: Topic | Item | Said | str
    before: tuple[str, ...]
    notes: Mapping[Address, str]
    sources: tuple[Source, ...]
    beside: frozenset[str] = frozenset()

    @property
    def is_line(self) -> bool:
        return isinstance(self.held, Said | str)


class PutBack(NamedTuple):
    """The paper with what came back; its address, which is a new one where the old one was given away; its place."""

    paper: Paper
    address: Address
    place: int


def take_out(paper: Paper, address: Address, called: str) -> tuple[Paper, TakenOut | None]:
    """The paper without the topic or the entry at an address, and what was taken out; None where it holds none."""
    if not has_value(paper, address):
        return paper, None
    group, _, entry_id = address.rpartition("/")
    ids = [entry.id for entry in value_at(paper, group)]
    held = value_at(paper, address)
    notes = {place: note for place, note in paper.notes.items() if f"{place}/".startswith(f"{address}/")}
    before, beside = tuple(ids[: ids.index(entry_id)]), frozenset(ids) - {entry_id}
    taken = TakenOut(called, address, held, before, notes, _cited(paper, held), beside)
    return changing.remove_entry(paper, address), taken


def line_of(paper: Paper, address: Address, line: Said | str, before: Iterable[str]) -> TakenOut:
    """A line of the list at an address, for whoever takes it out; `before` are the texts of the lines before it."""
    called = f"“{shortened(' '.join(texts_of(line)), _SHOWN)}”"
    return TakenOut(called, address, line, tuple(before), {}, _cited(paper, line))


def take_out_line(
    paper: Paper, definition: TemplateDefinition, address: Address, place: int
) -> tuple[Paper, TakenOut | None]:
    """The paper without a line of the list at an address, and that line; None where the list has none at `place`."""
    lines = value_at(paper, address)
    if not isinstance(lines, tuple) or not place < len(lines):
        return paper, None
    before = [" ".join(texts_of(line)) for line in lines[:place]]
    left = [*lines[:place], *lines[place + 1 :]]
    return changing.answer(paper, definition, address, left), line_of(paper, address, lines[place], before)


def put_back(paper: Paper, definition: TemplateDefinition, taken: TakenOut) -> PutBack:
    """The paper with what was taken out where it stood, or behind what is left of what stood before it.

    Raises `NoSuchAddress` where what it stood in is gone, and `WrongUse` where a paper takes no more topics."""
    paper, held = _with_sources(paper, taken)
    if taken.is_line:
        return _line_back(paper, definition, replace(taken, held=held))
    group, _, entry_id = taken.address.rpartition("/")
    entries = value_at(paper, group)
    if held in entries:  # another window has brought it back
        return PutBack(paper, taken.address, entries.index(held))
    if stand_in := next((entry for entry in entries if _stands_in(paper, taken, entry)), None):
        entries = tuple(entry for entry in entries if entry is not stand_in)
    ids = [entry.id for entry in entries]
    if group == "topics" and len(ids) >= MAX_TOPICS:
        raise WrongUse(changing.no_room("topics", MAX_TOPICS))
    if entry_id in ids:
        name = group.rpartition("/")[2]
        entry_id = free_ids(GROUPS[name].prefix if name in GROUPS else "t", ids, 1)[0]
    place = _place(ids, taken.before)
    address = f"{group}/{entry_id}"
    back = held.changed(id=entry_id)
    paper = with_value(paper, group, (*entries[:place], back, *entries[place:]))
    return PutBack(with_value(paper, "notes", _with_notes(paper, taken, address)), address, place)


def _stands_in(paper: Paper, taken: TakenOut, entry: Topic | Item) -> bool:
    """Whether an entry is the empty one that a template which needs so many has put in the place of what was taken out,
    as soon as somebody typed there."""
    address = f"{taken.address.rpartition('/')[0]}/{entry.id}/"
    if entry.id in taken.beside or any(place.startswith(address) for place in paper.notes):
        return False
    return entry == Topic(id=entry.id, frame=entry.frame) if isinstance(entry, Topic) else not has_answers(entry)


def _line_back(paper: Paper, definition: TemplateDefinition, taken: TakenOut) -> PutBack:
    value_at(paper, taken.address.rpartition("/")[0])  # an answer to an entry that is gone would make it anew
    here = value_at(paper, taken.address)
    lines: list[Any] = list(here) if isinstance(here, tuple) else [here] if texts_of(here) else []
    place = _place([" ".join(texts_of(line)) for line in lines], taken.before)
    lines.insert(place, taken.held)
    return PutBack(changing.answer(paper, definition, taken.address, lines), taken.address, place)


def _place(now: list[str], before: tuple[str, ...]) -> int:
    """Behind the nearest of what stood before it that is still there."""
    return next((now.index(one) + 1 for one in reversed(before) if one in now), 0)


def _cited(paper: Paper, held: Any) -> tuple[Source, ...]:
    cited = {cite.source for cite in models_in(held, Citation)}
    return tuple(source for source in paper.sources if source.id in cited)


def _with_sources(paper: Paper, taken: TakenOut) -> tuple[Paper, Any]:
    """The paper with each source that is cited, and what cites it: by another id where its own is another work's."""
    held: Any = taken.held
    for source in taken.sources:
        now = next((one for one in paper.sources if one.id == source.id), None)
        if now is None:
            paper = with_entry(paper, "sources", source)
        elif _is_another_work(now, source):
            new = free_ids("source", [one.id for one in paper.sources], 1)[0]
            paper = with_entry(paper, "sources", source.changed(id=new))
            held = _citing(held, source.id, new)
    return paper, held


def _is_another_work(now: Source, before: Source) -> bool:
    return now.title != before.title and now.url != before.url


def _citing(held: Any, old: str, new: str) -> Any:
    def renamed(cite: Citation) -> Citation:
        return cite.changed(source=new) if cite.source == old else cite

    return replaced(held, Citation, renamed)


def _with_notes(paper: Paper, taken: TakenOut, address: Address) -> dict[Address, str]:
    """The paper's notes with those that went; where one was written meanwhile at the same place, both."""
    notes = dict(paper.notes)
    for place, note in taken.notes.items():
        now = address + place.removeprefix(taken.address)
        notes[now] = f"{notes[now]}\n{note}" if notes.get(now, note) != note else note
    return notes
