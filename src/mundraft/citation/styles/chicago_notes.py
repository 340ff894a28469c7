"""The Chicago Manual of Style, 17th edition, notes and bibliography.

A work is cited in full in its first note and shortly afterwards (14.30); where a note cites the work of the note
before, the name alone stands, since the manual discourages "ibid." (14.34). The numbers in brackets are paragraphs of
the manual.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from mundraft.citation import chicago, dates
from mundraft.citation.chicago_bibliography import (
    aired,
    beginning,
    date_of,
    found_in,
    heading_of,
    in_serial,
    is_aired,
    listed_entry,
    named_in_place,
    pages_of,
    read_and_address,
    title_and_more,
)
from mundraft.citation.legal import legal_entry, legal_title
from mundraft.citation.listing import SOURCE_MISSING, fields_by_id, list_of, located, name_key, note_of
from mundraft.citation.locators import NOWHERE, Locator, Place
from mundraft.citation.names import Person, series
from mundraft.citation.pieces import NOTHING, between, ended, joined, own, settled, text_of
from mundraft.citation.style import NOTES_ONLY, Earlier, Entry, Style, Work
from mundraft.citation.telling_apart import Given, Rules, Shown, tell_apart
from mundraft.citation.works import TITLE_MISSING, Fields, is_numeric, sorting_key
from mundraft.document.tree import Cited, Inlines

NOBODY: tuple[Person, ...] = ()
_RULES = Rules(at_least=4, and_word="and", given=Given.WHERE_MARKS_MEET)
#: Works whose publication stands in brackets in a note (14.21).
_IN_BRACKETS = frozenset(
    {"book", "chapter", "classic", "interview", "pamphlet", "paper-conference", "report", "thesis"}
)
_VERBS = ("ed.", "trans.", "directed by")


class _Bibliography:
    def __init__(self, works: Sequence[Work]) -> None:
        self._works = fields_by_id(works)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        listed: list[Entry] = []
        before: Fields | None = None
        for work in sorted(self._works.values(), key=_order):
            same = before is not None and heading_of(work) == heading_of(before)
            listed.append(Entry(work.id, "", ended(listed_entry(work, same))))
            before = work
        return tuple(listed)

    @cached_property
    def _names(self) -> dict[str, Shown]:
        people = {id_: () if work.is_legal else _creators(work) for id_, work in self._works.items()}
        rest = {id_: text_of((*_stands_for_names(work), *_short_title(work))) for id_, work in self._works.items()}
        return tell_apart(people, rest, _RULES)

    def mark(self, cites: tuple[Cited, ...]) -> Inlines:
        """The short form in brackets, for a paper that may have no notes after all."""
        return settled(between("(", list_of(cites, self._later), ")"))

    def note(self, cites: tuple[Cited, ...], earlier: Earlier) -> Inlines:
        return note_of(cites, earlier, self._full, self._later, self._again)

    def _full(self, source: str, locator: Locator) -> Inlines:
        work = self._works.get(source)
        return _in_full(work, locator) if work else self._missing(locator)

    def _later(self, source: str, locator: Locator) -> Inlines:
        """Names, a short title and the place (14.30)."""
        work = self._works.get(source)
        if work is None:
            return self._missing(locator)
        return joined((self._shorts[source], own(_place_later(work, locator))), ", ") or TITLE_MISSING

    @cached_property
    def _shorts(self) -> dict[str, Inlines]:
        """What a later note says of each work: names and a short title.

        Of untitled works of the same names a date tells which, as the official style file has it; where it does not,
        or where the names alone would lead to other entries, a symbol does."""
        named = {id_: work.say(self._names[id_].text) or _stands_for_names(work) for id_, work in self._works.items()}
        shorts = {id_: self._without_symbol(work, named[id_]) for id_, work in self._works.items()}
        said = Counter(map(text_of, shorts.values()))
        times_named = Counter(map(text_of, named.values()))
        for id_, work in self._works.items():
            names, short = named[id_], shorts[id_]
            is_clear = short and said[text_of(short)] == 1 and (short != names or times_named[text_of(names)] == 1)
            symbol = chicago.numbered(work, kind_in_headline=True)
            if symbol and not is_clear and not _short_title(work) and not work.is_legal:
                shorts[id_] = joined((names, symbol), ", ")
        return shorts

    def _without_symbol(self, work: Fields, names: Inlines) -> Inlines:
        said = joined((names, legal_title(work) if work.is_legal else _short_title(work)), ", ")
        return _told_apart(work, said) if said and self._names[work.id].alike else said

    def _again(self, source: str, locator: Locator) -> Inlines:
        """The names and the place (14.34)."""
        work = self._works.get(source)
        if work is None or not self._names[source].text:
            return self._later(source, locator)
        return joined((work.say(self._names[source].text), own(_place_later(work, locator))), ", ")

    def _missing(self, locator: Locator) -> Inlines:
        return located(SOURCE_MISSING, chicago.place_in(None, locator))


def _place_later(work: Fields, locator: Locator) -> str:
    place = chicago.place_in(work, locator)
    volume = work.source.volume.strip()
    if work.is_serial or work.container or not volume:
        return place
    if locator.place is Place.PAGE and is_numeric(volume):
        return f"{volume}:{place}"
    return ", ".join(part for part in (text_of(chicago.volume(work)), place) if part)


def _order(work: Fields) -> tuple[object, ...]:
    people = () if work.is_legal else chicago.creators(work)
    names: list[object] = [name_key(chicago.sort_person(person)) for person in people]
    first = names or [(sorting_key(text_of(beginning(work) or title_and_more(work))), "", "")]
    date = dates.in_order(work.source.issued)
    title = chicago.titled(work, work.title) if chicago.is_numbered_episode(work) else title_and_more(work)
    return (first, sorting_key(text_of(title)), sorting_key(text_of(found_in(work))), date)


def _stands_for_names(work: Fields) -> Inlines:
    return NOTHING if work.is_legal or _begins_with_title(work) else named_in_place(work)


def _short_title(work: Fields) -> Inlines:
    """The title, or what stands for it: a report's number, or the kind of work."""
    title = chicago.titled(work, work.short_title)
    if title and work.type in chicago.REFERENCE_WORKS and work.container and not work.link():
        return (*own("s.v. "), *title)
    number = chicago.numbered(work, kind_in_headline=True) if work.type == "report" else NOTHING
    return title or number or work.say(work.source.genre) or own("interview" if work.type == "interview" else "")


def _told_apart(work: Fields, said: Inlines) -> Inlines:
    """Edition, editors and facts of publication behind a name and title that two works share (14.30)."""
    helpers = () if work.editors is _creators(work) else work.editors or work.translators
    verb = "ed. " if helpers is work.editors else "trans. "
    names = between(verb, work.say(series([person.last for person in helpers], "and")))
    said = joined((said, chicago.edition(work), names), ", ")
    if _is_in_brackets(work):
        published = joined((chicago.publisher(work), date_of(work)), ", ")
        return joined((said, between("(", published, ")")), " ")
    return joined((said, date_of(work)), ", ")


def _in_full(work: Fields, locator: Locator = NOWHERE) -> Inlines:
    """A work's first note."""
    if work.is_legal:
        at = "at " if locator.place is Place.PAGE and locator and work.pages else ""
        return joined(
            (legal_entry(work, at + chicago.place_in(work, locator)), *read_and_address(work, "accessed ")), ", "
        )
    people = _creators(work)
    role = chicago.role(work) if people else ""
    names = joined((work.say(chicago.natural_names(people, at_most=3, shown=1)), own(role)), ", ")
    gap = NOTHING if named_in_place(work) else work.gap
    return joined((gap, names, *_note_body(work, locator), *read_and_address(work, "accessed ")), ", ")


def _creators(work: Fields) -> tuple[Person, ...]:
    """Who stands first in a note: as in the list, but that directors stand behind the title (14.265)."""
    first = chicago.creators(work)
    return NOBODY if first is work.directors else first


def _begins_with_title(work: Fields) -> bool:
    """Whether a later note names an episode alone, which its series would not find without a number."""
    return work.type == "broadcast" and not chicago.is_numbered_episode(work)


def _note_body(work: Fields, locator: Locator) -> list[Inlines]:
    described = work.type == "thesis" or chicago.is_described_in_source(work)
    kind = NOTHING if described else chicago.kind(work)
    title = chicago.titled(work, work.title)
    place = own(chicago.place_in(work, locator))
    contributors = chicago.contributors_beside(_creators(work), work, _VERBS, at_most=3, shown=1)
    if work.type in chicago.REFERENCE_WORKS and chicago.is_unsigned_part(work) and not work.link():
        return [_printed_reference(work, contributors), between("s.v. ", title), place or chicago.pages(work)]
    if work.is_serial:
        return [title, kind, *contributors, in_serial(work, chicago.journal(work), place or pages_of(work))]
    is_part = work.container and work.type not in chicago.ON_THE_WEB
    number = chicago.numbered(work, False)
    if chicago.is_numbered_episode(work):
        title = joined((work.italic_headline(work.container), number, title), ", ")
        is_part, number = False, NOTHING
    details = (chicago.edition(work), _volume(work, locator), *contributors)
    whole: tuple[Inlines, ...] = ()
    if is_part:
        # Without a title, the number stands in its place.
        title, number = (title, number) if work.title else (number, NOTHING)
        whole = (chicago.whole(work), number, *details)
    own_details = () if is_part else (number, *details)
    series = NOTHING if work.type in chicago.ON_THE_WEB else chicago.in_series(work)
    said = joined((title, kind, *own_details, *whole, series, chicago.event(work)), ", ")
    return [_with_publication(work, said), _place_in_whole(work, locator)]


def _printed_reference(work: Fields, contributors: tuple[Inlines, ...]) -> Inlines:
    """A printed work of reference, of which a heading is cited (14.232)."""
    whole = joined((chicago.whole(work), chicago.edition(work), chicago.volume(work), *contributors), ", ")
    published = joined((chicago.publisher(work), date_of(work)), ", ")
    return joined((whole, between("(", published, ")")), " ")


def _volume(work: Fields, locator: Locator) -> Inlines:
    """The volume, unless it stands with the page that is cited."""
    is_left_out = _has_volume_in_place(work, locator) or work.type in chicago.ON_THE_WEB
    return NOTHING if is_left_out else chicago.volume(work)


def _has_volume_in_place(work: Fields, locator: Locator) -> bool:
    """Whether volume and page stand together, as in "2:110–14": where no helper is named between them (14.116)."""
    helped = work.editors or work.translators
    return locator.place is Place.PAGE and bool(locator) and is_numeric(work.source.volume) and not helped


def _with_publication(work: Fields, said: Inlines) -> Inlines:
    site = work.headline(work.container) if work.type in chicago.ON_THE_WEB else NOTHING
    kind = work.say(work.source.genre) if work.type == "thesis" else NOTHING
    published = joined((site, kind, chicago.publisher(work), date_of(work)), ", ")
    if is_aired(work):
        return joined((said, aired(work, date_of(work))), ", ")
    if _is_in_brackets(work):
        return joined((said, between("(", published, ")")), " ")
    return joined((said, published), ", ")


def _is_in_brackets(work: Fields) -> bool:
    if work.type in chicago.REFERENCE_WORKS:
        return bool(chicago.publisher(work)) or not work.link()
    if work.type == "motion_picture":
        return bool(chicago.publisher(work))
    return work.type in _IN_BRACKETS


def _place_in_whole(work: Fields, locator: Locator) -> Inlines:
    place = chicago.place_in(work, locator)
    if _has_volume_in_place(work, locator):
        return own(f"{work.source.volume.strip()}:{place}")
    return own(place) or chicago.pages(work)


STYLE = Style(
    name="chicago-notes",
    title="Chicago, 17th edition: notes and bibliography",
    mechanisms=NOTES_ONLY,
    bibliography=_Bibliography,
)
