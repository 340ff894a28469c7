"""What the bibliographies of all styles share: works by id, gaps where the paper holds no source, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from mundraft.citation.locators import NOWHERE, Locator, read_locator
from mundraft.citation.names import Person
from mundraft.citation.pieces import NOTHING, capitalised, ended, joined, own, settled
from mundraft.citation.style import Earlier, Work
from mundraft.citation.works import Fields, sorting_key
from mundraft.document.tree import Cited, Inlines, Origin, Run

#: What stands in a mark or a note for a source that the paper does not hold.
SOURCE_MISSING: Inlines = (Run("source missing", Origin.GAP),)
#: Stands for the authors of the entry before, where they are the same (MLA 5.126, Chicago 14.67).
SAME_AUTHORS = "———"


def works_by_id(works: Sequence[Work]) -> dict[str, Work]:
    """The works by their ids, in their order; a work named twice counts once, as it was first."""
    found: dict[str, Work] = {}
    for work in works:
        found.setdefault(work.source.id, work)
    return found


def fields_by_id(works: Sequence[Work]) -> dict[str, Fields]:
    """The fields of each of `works_by_id`."""
    return {id_: Fields(work) for id_, work in works_by_id(works).items()}


def in_order(
    works: Iterable[Fields], first: Callable[[Fields], tuple[object, ...]], then: Callable[[Fields], tuple[object, ...]]
) -> list[Fields]:
    """The works sorted by `first`, and by `then` where that does not decide: what the second key is made from takes
    as long as the entries themselves, and nearly always the names or the title decide."""
    listed: list[Fields] = []
    keyed = [(first(work), work) for work in works]
    for _, alike in groupby(sorted(keyed, key=itemgetter(0)), key=itemgetter(0)):
        group = [work for _, work in alike]
        listed += sorted(group, key=then) if len(group) > 1 else group
    return listed


def each_once(cites: Iterable[Cited]) -> list[tuple[str, Locator]]:
    """What is cited and where, without what stands there twice."""
    return list(dict.fromkeys((cited.source, read_locator(cited.locator)) for cited in cites))


def name_key(person: Person, particle_counts: bool = True) -> tuple[str, ...]:
    """What a person is sorted by: the family name, with its particle where that is part of it, then the given name."""
    family = person.last if particle_counts or person.literal else person.family or person.last
    return (sorting_key(family), sorting_key(person.given if person.family else ""), person.suffix)


Word = Callable[[str, Locator], Inlines]


def list_of(cites: tuple[Cited, ...], word: Word, by: str = "; ") -> Inlines:
    """Every citation worded, one after the other."""
    return joined((word(source, locator) for source, locator in each_once(cites)), by)


def note_of(
    cites: tuple[Cited, ...],
    earlier: Earlier,
    full: Word,
    later: Word,
    again: Word | None = None,
    end: Callable[[Inlines], Inlines] = ended,
) -> Inlines:
    """A note: a work in full the first time, short afterwards, and by `again` where it is the one cited just before.

    A place in a work is not left standing for the whole of it: after "Smith, *Title*, 35" the work alone is cited by
    `later`.
    """
    cited = set(earlier.notes)
    before = (earlier.last.source, read_locator(earlier.last.locator)) if earlier.last else ("", NOWHERE)
    worded: list[Inlines] = []
    for source, locator in each_once(cites):
        is_again = source == before[0] and bool(locator or not before[1])
        say = (again if again and is_again else later) if source in cited else full
        worded.append(say(source, locator))
        cited.add(source)
        before = (source, locator)
    return end(capitalised(joined(worded, "; "))) if worded else NOTHING


def located(piece: Inlines, locator: str) -> Inlines:
    """The piece, and where in it."""
    return settled(joined((piece, own(locator)), ", "))
