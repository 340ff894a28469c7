"""Two copies of one paper: where they differ, answer by answer, and how they become one again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mundraft.models.model import Model
from mundraft.paper.address import (
    Address,
    NoSuchAddress,
    has_value,
    join,
    moved_entry,
    value_at,
    with_entry,
    with_value,
    without_entry,
)
from mundraft.paper.differing import Difference, differences
from mundraft.paper.merging import Conflict, Merging
from mundraft.paper.model import MAX_TOPICS, Citation, LegalBasis, Name, Paper, Said
from mundraft.paper.renaming import apart
from mundraft.paper.shape import ENTRIES_CALLED, by_id, differing_fields, models_in
from mundraft.problems import Problem, WrongUse


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged paper, what could not be decided (`ours` stands there), and the addresses taken from `theirs`."""

    paper: Paper
    conflicts: tuple[Conflict, ...] = ()
    taken: tuple[Address, ...] = ()


def merge(base: Paper | None, ours: Paper, theirs: Paper) -> Merge:
    """Both papers in one; `base` is the copy from which both began, if it is known. Never raises.

    An answer that one side changed is taken; one that both changed stays as in `ours` and is a conflict. Two entries
    made under one id are both kept, theirs under a new id with all that refers to it.
    """
    if theirs in (base, ours):
        return Merge(ours)
    if ours == base:
        return Merge(theirs, taken=tuple(difference.address for difference in differences(ours, theirs)))
    theirs = apart(base, ours, theirs)
    merging = Merging()
    paper = merging.value(base, ours, theirs, "")
    for other in (ours, theirs, base):
        paper = _with_what_it_names(paper, other)
    return Merge(paper, tuple(merging.conflicts), tuple(dict.fromkeys(merging.taken)))


def take(paper: Paper, theirs: Paper, addresses: Iterable[Address]) -> Paper:
    """The paper with what stands at some addresses of another; an entry that the other has not is taken out.

    What is taken brings along the sources and instruments that it cites. Raises `WrongUse` where a paper would get a
    fourth topic or lose its last.
    """
    for address in addresses:
        paper = _with_note(paper, theirs, address) if address.startswith("notes/") else _taken(paper, theirs, address)
    return _with_what_it_names(paper, theirs)


def in_words(value: Any) -> str:
    """A value of a paper as a person would read it; for lists and messages, never to be read back."""
    if isinstance(value, Said):
        return value.text + _cited(value.cite)
    if isinstance(value, Citation):
        return f"{value.source}, {value.locator}" if value.locator else value.source
    if isinstance(value, LegalBasis):
        return f"{value.instrument}, art. {value.article}" if value.article else value.instrument
    if isinstance(value, Name):
        return value.literal or " ".join(part for part in (value.given, value.family) if part)
    if isinstance(value, Model):
        return _fields_in_words(value)
    if isinstance(value, tuple):
        return "; ".join(in_words(item) for item in value)
    return "" if value is None else str(value)


def label(paper: Paper, address: Address) -> str:
    """An address in words, entries by their number: "solution 2, action". For a paper of several topics, with which."""
    words: list[str] = []
    steps = [] if address.startswith("notes/") else address.split("/")
    if not steps:
        return f"note on {label(paper, address.removeprefix('notes/'))}"
    for index, step in enumerate(steps):
        above = steps[index - 1] if index else ""
        if above == "topics" and len(paper.topics) == 1 and index + 1 < len(steps):
            continue
        if above in ENTRIES_CALLED:
            words.append(_entry_in_words(paper, "/".join(steps[:index]), step))
        elif not (step in ENTRIES_CALLED and index + 1 < len(steps)) and step not in ("answers", "own_words"):
            words.append(step.replace("_", " "))
    return ", ".join(words)


def _entry_in_words(paper: Paper, group: Address, entry_id: str) -> str:
    noun = ENTRIES_CALLED[group.rpartition("/")[2]]
    try:
        ids = list(by_id(value_at(paper, group)))
    except NoSuchAddress:
        ids = []
    return f"{noun} {ids.index(entry_id) + 1}" if entry_id in ids else f"{noun} {entry_id}"


def _fields_in_words(model: Model) -> str:
    values = ((name, getattr(model, name)) for name in differing_fields(model))
    written = ((name, in_words(value)) for name, value in values if value is not False)
    return "; ".join(f"{name.replace('_', ' ')}: {words}" for name, words in written if words)


def _cited(cite: tuple[Citation, ...]) -> str:
    return f" [{'; '.join(in_words(citation) for citation in cite)}]" if cite else ""


def _taken(paper: Paper, theirs: Paper, address: Address) -> Paper:
    group, _, entry_id = address.rpartition("/")
    if address in ENTRIES_CALLED or entry_id in ENTRIES_CALLED:
        return _reordered(paper, theirs, address)
    address = _first_missing(paper, theirs, address)
    group, _, entry_id = address.rpartition("/")
    if group.rpartition("/")[2] in ENTRIES_CALLED:
        return _with_their_entry(paper, theirs, group, entry_id)
    return with_value(paper, address, value_at(theirs, address))


def _first_missing(paper: Paper, theirs: Paper, address: Address) -> Address:
    """The entry on the way to an address that one of the papers has not got, or the address itself."""
    steps = address.split("/")
    for length in range(2, len(steps) + 1):
        upper = "/".join(steps[:length])
        if steps[length - 2] in ENTRIES_CALLED and not (has_value(paper, upper) and has_value(theirs, upper)):
            return upper
    return address


def _with_their_entry(paper: Paper, theirs: Paper, group: Address, entry_id: str) -> Paper:
    address = join(group, entry_id)
    if not has_value(theirs, address):
        return _without_entry(paper, address) if has_value(paper, address) else paper
    entry = value_at(theirs, address)
    if has_value(paper, address):
        return with_value(paper, address, entry)
    if group == "topics" and len(paper.topics) >= MAX_TOPICS:
        what = f"A paper holds at most {MAX_TOPICS} topics."
        raise WrongUse(
            Problem("compare-too-many-topics", what, "Take one out before you take another in.", address=address)
        )
    before = [other.id for other in value_at(theirs, group)]
    mine = [other.id for other in value_at(paper, group)]
    neighbours = [mine.index(other) + 1 for other in before[: before.index(entry_id)] if other in mine]
    return with_entry(paper, group, entry, neighbours[-1] if neighbours else 0)


def _without_entry(paper: Paper, address: Address) -> Paper:
    if address == join("topics", paper.topics[0].id) and len(paper.topics) == 1:
        what = "A paper holds at least one topic, and this is its only one."
        raise WrongUse(Problem("compare-last-topic", what, "Take the other paper's topic first.", address=address))
    return without_entry(paper, address)


def _reordered(paper: Paper, theirs: Paper, group: Address) -> Paper:
    if not (has_value(paper, group) and has_value(theirs, group)):
        return paper
    order = [entry.id for entry in value_at(theirs, group)]
    mine = [entry.id for entry in value_at(paper, group)]
    wanted = iter([entry_id for entry_id in order if entry_id in mine])
    target = [next(wanted) if entry_id in order else entry_id for entry_id in mine]
    for place, entry_id in enumerate(target):
        now = [entry.id for entry in value_at(paper, group)]
        paper = moved_entry(paper, join(group, entry_id), place - now.index(entry_id))
    return paper


def _with_note(paper: Paper, theirs: Paper, address: Address) -> Paper:
    about = address.removeprefix("notes/")
    notes = {key: note for key, note in paper.notes.items() if key != about}
    if about in theirs.notes:
        notes[about] = theirs.notes[about]
    return with_value(paper, "notes", notes)


def _with_what_it_names(paper: Paper, other: Paper | None) -> Paper:
    """The paper with the sources and instruments that it cites, has not got, and the other paper has."""
    if other is None:
        return paper
    cited = {citation.source for citation in models_in(paper, Citation)} - set(by_id(paper.sources))
    lost = tuple(source for source in other.sources if source.id in cited)
    if lost:
        paper = with_value(paper, "sources", (*paper.sources, *lost))
    topics = by_id(other.topics)
    for topic in paper.topics:
        named = {basis.instrument for basis in models_in(topic.solutions, LegalBasis)} - set(by_id(topic.instruments))
        theirs = topics[topic.id].instruments if topic.id in topics else ()
        missing = tuple(instrument for instrument in theirs if instrument.id in named)
        if missing:
            paper = with_value(paper, join("topics", topic.id, "instruments"), (*topic.instruments, *missing))
    return paper


__all__ = ["Conflict", "Difference", "Merge", "differences", "in_words", "label", "merge", "take"]
