"""MLA Handbook, 9th edition: "(Smith 35)" in the text, a list of works cited by author.

The numbers in brackets are sections of the handbook. An entry is author, title, then the container with what belongs to
it (5.2): other contributors, version, number, publisher, date, location.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from mundraft.citation import dates
from mundraft.citation.listing import (
    SAME_AUTHORS,
    SOURCE_MISSING,
    fields_by_id,
    in_order,
    list_of,
    located,
    name_key,
    note_of,
)
from mundraft.citation.locators import Locator, Place, labelled, shortened_range
from mundraft.citation.mla_containers import after_date, before_date, container, creators, numbered, shortened
from mundraft.citation.names import Person, series
from mundraft.citation.pieces import NOTHING, between, capitalised, ended, joined, own, settled, text_of
from mundraft.citation.style import MARKS_OR_NOTES, Earlier, Entry, Style, Work
from mundraft.citation.telling_apart import Given, Rules, tell_apart
from mundraft.citation.title_looks import TitleLooks
from mundraft.citation.works import TITLE_MISSING, Fields, is_numeric, sorting_key
from mundraft.document.tree import Cited, Inlines

_RULES = Rules(at_least=3, and_word="and", given=Given.WHERE_MARKS_MEET, adds_title=True)
_LABELS = {
    Place.PAGE: ("p.", "pp."),
    Place.PARAGRAPH: ("par.", "pars."),
    Place.CHAPTER: ("ch.", "chs."),
    Place.SECTION: ("sec.", "secs."),
}
_TITLES = TitleLooks(
    whole=frozenset({"book", "classic", "graphic", "hearing", "map", "periodical"}),
    parts=frozenset(
        {"article", "dataset", "document", "interview", "manuscript", "paper-conference", "personal_communication"}
        | {"post", "speech"}
    ),
)


class _Bibliography:
    def __init__(self, works: Sequence[Work]) -> None:
        self._works = fields_by_id(works)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        listed: list[Entry] = []
        before: tuple[Person, ...] = ()
        for work in in_order(self._works.values(), _order, _order_of_namesakes):
            first = creators(work)
            listed.append(Entry(work.id, "", ended(_entry(work, same=bool(first) and first == before))))
            before = first
        return tuple(listed)

    @cached_property
    def _shorts(self) -> dict[str, Inlines]:
        """What a mark says of each work, without a place in it (6.3-6.11)."""
        works = self._works
        shown = tell_apart(
            {id_: creators(work) for id_, work in works.items()},
            {id_: "" if creators(work) else work.short_title for id_, work in works.items()},
            _RULES,
        )
        return _with_facts(works, {id_: _short(works[id_], names.text, names.alike) for id_, names in shown.items()})

    def mark(self, cites: tuple[Cited, ...]) -> Inlines:
        return settled(between("(", list_of(cites, self._cited), ")"))

    def note(self, cites: tuple[Cited, ...], earlier: Earlier) -> Inlines:
        return note_of(cites, earlier, self._full, self._cited)

    def _full(self, source: str, locator: Locator) -> Inlines:
        if source not in self._works:
            return located(SOURCE_MISSING, labelled(locator, _LABELS))
        return located(_entry(self._works[source]), labelled(locator, _LABELS))

    def _cited(self, source: str, locator: Locator) -> Inlines:
        short = self._shorts.get(source, SOURCE_MISSING)
        if locator.place is Place.PAGE:
            return joined((short, own(shortened_range(locator.number, 2))), " ")
        return joined((short, own(labelled(locator, _LABELS))), ", ")


def _order(work: Fields) -> tuple[object, ...]:
    persons = creators(work)
    names = [name_key(person) for person in persons[: 1 if len(persons) >= 3 else 2]]
    title = sorting_key(work.title)
    return (names or [(title, "", "")], title)


def _order_of_namesakes(work: Fields) -> tuple[object, ...]:
    before, after = joined(before_date(work), ", "), joined(after_date(work), ", ")
    rest = [sorting_key(text_of(piece)) for piece in (_label(work), before)]
    return (*rest, dates.in_order(work.source.issued), sorting_key(text_of(after)))


def _short(work: Fields, names: str, alike: bool) -> Inlines:
    title = _TITLES.shown(work, work.short_title) if alike or not names else NOTHING
    if work.title or (names and not alike):
        return joined((work.say(names), title), ", ")
    return joined((work.say(names), numbered(work) or capitalised(work.say(work.source.genre))), ", ") or TITLE_MISSING


def _with_facts(works: Mapping[str, Fields], shorts: Mapping[str, Inlines]) -> dict[str, Inlines]:
    """The marks, with a fact of publication in brackets where names and titles are the same: “Water” [UN News].

    Earlier editions of the handbook ask for such a fact; here it is the first of container, publisher and year that all
    of them have and that differs."""
    told = dict(shorts)
    groups: dict[str, list[str]] = defaultdict(list)
    for id_, short in shorts.items():
        if short == TITLE_MISSING:
            continue
        groups[text_of(short).strip("“”")].append(id_)
    for alike in groups.values():
        for fact in _FACTS if len(alike) > 1 else ():
            facts = {id_: fact(works[id_]) for id_ in alike}
            if len({text_of(said) for said in facts.values() if said}) == len(alike):
                told.update({id_: joined((shorts[id_], between("[", facts[id_], "]")), " ") for id_ in alike})
                break
    return told


_FACTS: tuple[Callable[[Fields], Inlines], ...] = (
    lambda work: work.italic_headline(work.container),
    lambda work: work.say(work.source.publisher),
    lambda work: work.say(dates.year(work.source.issued)),
)


def _entry(work: Fields, same: bool = False) -> Inlines:
    beginning = (work.gap, _author(work, same), _TITLES.shown(work, work.title))
    after_title = joined((between("Interview by ", work.say(shortened(work.interviewers))), _label(work)), ", ")
    return joined((*beginning, after_title, container(work), _supplement(work)), ". ")


def _author(work: Fields, same: bool) -> Inlines:
    persons = creators(work)
    others = ", et al." if len(persons) >= 3 else ""
    names = own(SAME_AUTHORS + others) if same else work.say(_names(persons))
    role = "" if work.authors else ("editor" if work.editors else "translator") + ("s" if len(persons) > 1 else "")
    return joined((names, own(role)), ", ") if names else NOTHING


def _names(persons: tuple[Person, ...]) -> str:
    """The first name turned round, then one other in full or "et al." (5.7, 5.8)."""
    if not persons:
        return ""
    first = persons[0].sorted_with(persons[0].given)
    if len(persons) >= 3:
        return f"{first}, et al."
    return series([first, *(person.natural(person.given) for person in persons[1:])], "and", comma_before_two=True)


def _label(work: Fields) -> Inlines:
    """What kind of work it is, where no number says so (5.109)."""
    return NOTHING if work.type == "thesis" or work.number else capitalised(work.say(work.source.genre))


def _supplement(work: Fields) -> Inlines:
    """What stands at the end: when an undated page was read, a thesis's school, a book's series (5.110-5.115)."""
    source = work.source
    read = "" if dates.given(source.issued) else dates.day_short_month_year(source.accessed)
    pieces = [between("Accessed ", work.say(read))]
    if work.type == "thesis":
        pieces += [work.say(source.publisher), work.say(source.genre)]
    if not work.is_serial and source.collection_title.strip():
        by = " " if is_numeric(source.collection_number) else ", "
        pieces.append(joined((work.headline(source.collection_title), work.say(source.collection_number)), by))
    return joined(pieces, ", ")


STYLE = Style(
    name="mla",
    title="MLA, 9th edition",
    mechanisms=MARKS_OR_NOTES,
    bibliography=_Bibliography,
)
