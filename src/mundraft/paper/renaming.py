"""Giving entries of a paper other ids, and everything that names them with them.

Two laptops that both add a third solution both call it `s3`. Before two papers are merged, what merely happens to have
the same id is told apart, and what is the same work under two ids is brought together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mundraft.models.fields import names_of
from mundraft.models.model import Model, with_fields
from mundraft.paper.address import Address, join, value_at, with_value
from mundraft.paper.groups import TOPIC_GROUPS
from mundraft.paper.model import Citation, InstrumentUse, LegalBasis, Paper, Solution, Source
from mundraft.paper.shape import Entry, by_id, is_blank, is_group, replaced
from mundraft.text.folding import fold

#: How much of the shorter entry's vocabulary must stand in the other, for two to be versions of one entry.
_KINSHIP = 0.5


def renamed(paper: Paper, group: Address, old: str, new: str) -> Paper:
    """A paper in which the entry `old` of a group is called `new`, and whatever cites or annotates it says so."""
    entries = tuple(with_fields(entry, {"id": new}) if entry.id == old else entry for entry in value_at(paper, group))
    paper = with_value(paper, group, entries)
    if group == "sources":
        paper = _recited(paper, old, new)
    elif group.endswith("/instruments"):
        paper = _rebased(paper, group.rpartition("/")[0], old, new)
    return _renoted(paper, join(group, old), join(group, new))


def apart(base: Paper | None, ours: Paper, theirs: Paper) -> Paper:
    """`theirs`, with ids such that an entry has the same id as one of `ours` only where it is the same entry."""
    theirs = _group_apart(base, ours, theirs, "sources")
    theirs = _group_apart(base, ours, theirs, "topics")
    for topic in _shared(ours, theirs, "topics"):
        for field in TOPIC_GROUPS:
            theirs = _group_apart(base, ours, theirs, join("topics", topic, field))
        instruments = join("topics", topic, "instruments")
        for instrument in _shared(ours, theirs, instruments):
            theirs = _group_apart(base, ours, theirs, join(instruments, instrument, "articles"))
    return theirs


def same_work(entry: Entry) -> str:
    """What shows that two entries are one work, whatever their ids: a source's link, an instrument's id or name."""
    if isinstance(entry, Source):
        return fold(entry.doi) or entry.url.strip().rstrip("/")
    if isinstance(entry, InstrumentUse):
        return entry.ref or fold(entry.name)
    return ""


def _group_apart(base: Paper | None, ours: Paper, theirs: Paper, group: Address) -> Paper:
    known = by_id(_entries(base, group))
    mine = by_id(_entries(ours, group))
    for entry in _entries(theirs, group):
        if entry.id in known:
            continue
        present = {other.id for other in _entries(theirs, group)}
        twin = _twin_of(entry, mine, present)
        if twin:
            theirs = renamed(theirs, group, entry.id, twin)
        elif _clashes(mine.get(entry.id), entry, base is None):
            theirs = renamed(theirs, group, entry.id, free_id(entry.id, {*known, *mine, *present}))
    return theirs


def _twin_of(entry: Entry, mine: dict[str, Any], present: set[str]) -> str:
    """The id that the same work has in the other paper, where theirs has not that id too."""
    work = same_work(entry)
    for other in mine.values():
        if work and other.id not in present and same_work(other) == work:
            return str(other.id)
    return ""


def _clashes(mine: Entry | None, entry: Entry, may_be_kin: bool) -> bool:
    """Whether two entries of one id are two entries."""
    if mine is None or mine == entry or is_blank(mine) or is_blank(entry):
        return False
    works = {same_work(mine), same_work(entry)} - {""}
    if len(works) == 2:
        return True
    if len(works) == 1 and same_work(mine) == same_work(entry):
        return False
    return not (may_be_kin and _kin(mine, entry))


def _kin(mine: Entry, entry: Entry) -> bool:
    """Whether two entries look like versions of one: without a common copy, that is all there is to go by."""
    first, second = (set(fold(" ".join(_words_in(one))).split()) for one in (mine, entry))
    return len(first & second) >= _KINSHIP * min(len(first), len(second))


def _words_in(value: Any) -> Iterator[str]:
    if isinstance(value, Citation):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _words_in(inner)
    elif isinstance(value, Model):
        for field in names_of(type(value)):
            if field not in ("id", "frame", "type"):
                yield from _words_in(getattr(value, field))


def _shared(ours: Paper, theirs: Paper, group: Address) -> list[str]:
    """The ids that stand in a group of both."""
    mine = by_id(_entries(ours, group))
    return [entry.id for entry in _entries(theirs, group) if entry.id in mine]


def _entries(paper: Paper | None, group: Address) -> tuple[Any, ...]:
    """The entries of a group, or none where the paper has not got that far."""
    if paper is None:
        return ()
    try:
        entries = value_at(paper, group)
    except LookupError:
        return ()
    return entries if is_group(entries) else ()


def free_id(taken_id: str, taken: set[str]) -> str:
    """An id like the given one that is not taken: "s3" gives "s4"."""
    stem = taken_id.rstrip("0123456789")[:50] or "e"
    number = len(taken) + 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def _recited(paper: Paper, old: str, new: str) -> Paper:
    def changed(citation: Citation) -> Citation:
        return Citation(source=new, locator=citation.locator) if citation.source == old else citation

    recited: Paper = replaced(paper, Citation, changed)
    return recited


def _rebased(paper: Paper, topic: Address, old: str, new: str) -> Paper:
    def changed(basis: LegalBasis) -> LegalBasis:
        return LegalBasis(instrument=new, article=basis.article) if basis.instrument == old else basis

    solutions: tuple[Solution, ...] = replaced(value_at(paper, join(topic, "solutions")), LegalBasis, changed)
    return with_value(paper, join(topic, "solutions"), solutions)


def _renoted(paper: Paper, old: Address, new: Address) -> Paper:
    if not any(key == old or key.startswith(old + "/") for key in paper.notes):
        return paper
    notes = {
        new + key[len(old) :] if key == old or key.startswith(old + "/") else key: note
        for key, note in paper.notes.items()
    }
    return with_value(paper, "notes", notes)
