"""The Chicago Manual of Style, 17th edition, notes and bibliography.

A work is cited in full in its first note and shortly afterwards (14.30); where a note cites the work of the note
before, the name alone stands, since the manual discourages "ibid." (14.34). The numbers in brackets are paragraphs of
the manual.
"""

from __future__ import annotations

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
from mundraft.citation.chicago_short_notes import (
    creators_in_notes,
    is_in_brackets,
    names_in_notes,
    place_in_short,
    short_forms,
)
from mundraft.citation.legal import legal_entry
from mundraft.citation.listing import SOURCE_MISSING, fields_by_id, in_order, list_of, located, name_key, note_of
from mundraft.citation.locators import NOWHERE, Locator, Place
from mundraft.citation.pieces import NOTHING, between, ended, joined, own, settled, text_of
from mundraft.citation.style import NOTES_ONLY, Earlier, Entry, Style, Work
from mundraft.citation.telling_apart import Shown
from mundraft.citation.works import TITLE_MISSING, Fields, is_numeric, sorting_key
from mundraft.document.tree import Cited, Inlines

_VERBS = ("ed.", "trans.", "directed by")


class _Bibliography:
    def __init__(self, works: Sequence[Work]) -> None:
        self._works = fields_by_id(works)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        listed: list[Entry] = []
        before: Fields | None = None
        for work in in_order(self._works.values(), _order, _order_of_namesakes):
            same = before is not None and heading_of(work) == heading_of(before)
            listed.append(Entry(work.id, "", ended(listed_entry(work, same))))
            before = work
        return tuple(listed)

    @cached_property
    def _names(self) -> dict[str, Shown]:
        return names_in_notes(self._works)

    @cached_property
    def _shorts(self) -> dict[str, Inlines]:
        return short_forms(self._works, self._names)

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
        return joined((self._shorts[source], own(place_in_short(work, locator))), ", ") or TITLE_MISSING

    def _again(self, source: str, locator: Locator) -> Inlines:
        """The names and the place (14.34)."""
        work = self._works.get(source)
        if work is None or not self._names[source].text:
            return self._later(source, locator)
        return joined((work.say(self._names[source].text), own(place_in_short(work, locator))), ", ")

    def _missing(self, locator: Locator) -> Inlines:
        return located(SOURCE_MISSING, chicago.place_in(None, locator))


def _order(work: Fields) -> tuple[object, ...]:
    people = () if work.is_legal else chicago.creators(work)
    names: list[object] = [name_key(chicago.sort_person(person)) for person in people]
    return (names or [(sorting_key(text_of(beginning(work) or title_and_more(work))), "", "")],)


def _order_of_namesakes(work: Fields) -> tuple[object, ...]:
    date = dates.in_order(work.source.issued)
    title = chicago.titled(work, work.title) if chicago.is_numbered_episode(work) else title_and_more(work)
    return (sorting_key(text_of(title)), sorting_key(text_of(found_in(work))), date)


def _in_full(work: Fields, locator: Locator = NOWHERE) -> Inlines:
    """A work's first note."""
    if work.is_legal:
        at = "at " if locator.place is Place.PAGE and locator and work.pages else ""
        return joined(
            (legal_entry(work, at + chicago.place_in(work, locator)), *read_and_address(work, "accessed ")), ", "
        )
    people = creators_in_notes(work)
    role = chicago.role(work) if people else ""
    names = joined((work.say(chicago.natural_names(people, at_most=3, shown=1)), own(role)), ", ")
    gap = NOTHING if named_in_place(work) else work.gap
    return joined((gap, names, *_note_body(work, locator), *read_and_address(work, "accessed ")), ", ")


def _note_body(work: Fields, locator: Locator) -> list[Inlines]:
    described = work.type == "thesis" or chicago.is_described_in_source(work)
    kind = NOTHING if described else chicago.kind(work)
    title = chicago.titled(work, work.title)
    place = own(chicago.place_in(work, locator))
    contributors = chicago.contributors_beside(creators_in_notes(work), work, _VERBS, at_most=3, shown=1)
    if work.type in chicago.REFERENCE_WORKS and chicago.is_unsigned_part(work) and not work.link():
        return [_printed_reference(work, contributors), between("s.v. ", title), place or chicago.pages(work)]
    if work.is_serial:
        serial = in_serial(work, chicago.journal(work, begins=False), place or pages_of(work))
        return [title, kind, *contributors, serial]
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
    if is_in_brackets(work):
        return joined((said, between("(", published, ")")), " ")
    return joined((said, published), ", ")


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
