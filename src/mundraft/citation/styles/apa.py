"""APA Style, 7th edition: "(Smith, 2019a, p. 35)" in the text, a list of references by author and date.

The numbers in brackets are sections of the Publication Manual. Titles stay as they were typed: the manual wants them in
sentence case (6.17), and no program can tell a name in a title from a word that was capitalised.
"""

from __future__ import annotations

from collections.abc import Sequence

from mundraft.citation import dates
from mundraft.citation.apa_titles import (
    IN_REFERENCE_WORKS,
    NUMBERED_BEFORE_CONTAINER,
    ON_THE_WEB,
    described,
    details_of,
    first_and_last,
    identified,
    natural_names,
    numbered,
    short_title,
    title_and_descriptions,
    titled,
)
from mundraft.citation.author_date import AuthorDateBibliography, lettered
from mundraft.citation.legal import legal_entry
from mundraft.citation.listing import name_key
from mundraft.citation.locators import Locator, Place, labelled, whole_range
from mundraft.citation.names import Person, initials, series
from mundraft.citation.pieces import NOTHING, between, capitalised, italic, joined, own, settled, text_of
from mundraft.citation.style import MARKS_OR_NOTES, Style, Work
from mundraft.citation.telling_apart import Given, Rules
from mundraft.citation.works import TITLE_MISSING, Fields, sorting_key
from mundraft.document.tree import Inlines

_LABELS = {
    Place.PAGE: ("p.", "pp."),
    Place.PARAGRAPH: ("para.", "paras."),
    Place.CHAPTER: ("Chapter", "Chapters"),
    Place.SECTION: ("Section", "Sections"),
}
#: As lawyers write places (chapter 11, after the Bluebook).
_LEGAL_LABELS = {
    Place.PAGE: ("p.", "pp."),
    Place.PARAGRAPH: ("¶", "¶¶"),
    Place.CHAPTER: ("c.", "cc."),
    Place.SECTION: ("§", "§§"),
}
#: Works whose day counts (9.14).
_DATED_TO_THE_DAY = frozenset(
    {"article-magazine", "article-newspaper", "broadcast", "collection", "document", "event", "motion_picture"}
    | {"pamphlet", "performance", "personal_communication", "post", "post-weblog", "song", "speech", "webpage"}
)


class _Wording:
    rules = Rules(at_least=3, and_word="&", given=Given.FIRST_AUTHORS_BY_INITIALS)
    sorts_marks = True

    def people(self, work: Fields) -> tuple[Person, ...]:
        return NOBODY if work.is_legal else _creators(work)

    def stand_in(self, work: Fields) -> Inlines:
        if _stands_for_authors(work):
            return work.say(work.source.publisher)
        return short_title(work)

    def year(self, work: Fields) -> str:
        return dates.year(work.source.issued or work.source.event_date)

    def order(self, work: Fields) -> tuple[object, ...]:
        names: list[object] = [name_key(person._replace(given=initials(person.given))) for person in self.people(work)]
        first = names or [(sorting_key(text_of(self._beginning(work))), "", "")]
        date = dates.in_order(work.source.issued or work.source.event_date)
        return (first, date if _is_dated_to_the_day(work) else date[:1], sorting_key(work.title), work.source.volume)

    def _beginning(self, work: Fields) -> Inlines:
        return work.say(work.title) if work.is_legal else _author(work)

    def entry(self, work: Fields, letter: str, before: Fields | None) -> Inlines:  # noqa: ARG002
        if work.is_legal:
            return settled((*legal_entry(work), *own("."), *between(" ", _location(work))))
        gap = NOTHING if self.stand_in(work) != TITLE_MISSING else work.gap
        pieces = (gap, _author(work), _date(work, letter), _title_and_more(work), _source(work))
        entry = joined(pieces, ". ")
        return settled((*entry, *own("."), *between(" ", _location(work))))

    def finished(self, entry: Inlines) -> Inlines:
        return entry

    def located(self, work: Fields | None, locator: Locator) -> str:
        if locator.place is Place.PAGE:
            locator = locator._replace(number=whole_range(locator.number))
        return labelled(locator, _LEGAL_LABELS if work and work.is_legal else _LABELS)

    def heading(self, work: Fields) -> str:  # noqa: ARG002
        return ""

    def dated(self, work: Fields, year: str) -> str:  # noqa: ARG002
        return f", {year}"


NOBODY: tuple[Person, ...] = ()


def _bibliography(works: Sequence[Work]) -> AuthorDateBibliography:
    return AuthorDateBibliography(works, _Wording())


STYLE = Style(
    name="apa",
    title="APA, 7th edition",
    mechanisms=MARKS_OR_NOTES,
    bibliography=_bibliography,
)


def _creators(work: Fields) -> tuple[Person, ...]:
    """Who stands first: the authors, a film's directors, or the editors of a whole book (9.7, 9.10, 10.12)."""
    if work.authors or work.directors:
        return work.authors or work.directors
    is_within = work.type in ("book", "classic", *IN_REFERENCE_WORKS) and bool(work.container)
    return NOBODY if is_within or _stands_for_authors(work) else work.editors


def _stands_for_authors(work: Fields) -> str:
    """A publisher that stands in the place of an author: of a web page, or of an encyclopedia (9.11)."""
    return work.source.publisher.strip() if work.type in ("webpage", *IN_REFERENCE_WORKS) else ""


def _author(work: Fields) -> Inlines:
    people = _creators(work)
    if people:
        role = "" if work.authors else (" (Director" if work.directors else " (Ed")
        role += "" if work.authors else ("s" if len(people) > 1 else "") + (")" if work.directors else ".)")
        return (*work.say(_list(people)), *own(role))
    if _stands_for_authors(work):
        return work.say(work.source.publisher)
    if work.title:
        return joined((titled(work), identified(work)), " ")
    return title_and_descriptions(work)


def _has_title_first(work: Fields) -> bool:
    return not _creators(work) and not _stands_for_authors(work)


def _list(people: tuple[Person, ...]) -> str:
    """Up to twenty names; of more, the first nineteen and the last (9.8)."""
    names = [person.sorted_with(initials(person.given)) for person in people]
    return first_and_last(names) or series(names, "&", comma_before_two=True)


def _date(work: Fields, letter: str) -> Inlines:
    issued = work.source.issued or work.source.event_date
    year = dates.year(issued)
    if not year:
        return own(f"({lettered('', letter)})")
    day = dates.month_day(issued) if _is_dated_to_the_day(work) else ""
    return between("(", joined((work.say(lettered(year, letter)), work.say(day)), ", "), ")")


def _is_dated_to_the_day(work: Fields) -> bool:
    if work.type in ("interview", "paper-conference"):
        return not (work.editors or work.issue or work.pages or work.number or work.source.volume)
    return work.type in _DATED_TO_THE_DAY


def _title_and_more(work: Fields) -> Inlines:
    if not _has_title_first(work):
        return title_and_descriptions(work)
    return described(work) if work.title else NOTHING


def _source(work: Fields) -> Inlines:
    return joined((_container(work), _publisher(work), _event(work), _website(work)), ". ")


def _container(work: Fields) -> Inlines:
    if work.type in ON_THE_WEB:
        return NOTHING
    if work.is_serial:
        issue = between("(", work.say(work.issue), ")")
        volume = (*italic(work.say(work.source.volume)), *issue)
        article = between("Article ", work.say(work.number))
        return joined((work.italic_headline(work.container), volume, article, work.say(whole_range(work.pages))), ", ")
    if not work.container:
        return NOTHING
    role = " (Ed.)" if len(work.editors) == 1 else " (Eds.)"
    editors = (
        between("", work.say(natural_names(work.editors)), role) if _creators(work) is not work.editors else NOTHING
    )
    whole = joined((editors, italic(work.say(work.container))), ", ")
    number = NOTHING if work.type in NUMBERED_BEFORE_CONTAINER else numbered(work)
    details = between("(", joined((number, details_of(work)), "; "), ")")
    return between("In ", joined((whole, details), " "))


def _publisher(work: Fields) -> Inlines:
    """The publisher, unless it is the author (9.29)."""
    publisher = work.source.publisher.strip()
    is_author = len(work.authors) == 1 and work.authors[0].literal == publisher
    stands_first = bool(_stands_for_authors(work)) and not _creators(work)
    has_address = bool(work.source.url or work.source.doi)
    if work.is_serial or is_author or stands_first or (work.type == "thesis" and has_address):
        return NOTHING
    return work.say(publisher)


def _event(work: Fields) -> Inlines:
    if not work.source.event_title.strip() or (work.type == "paper-conference" and (work.editors or work.pages)):
        return NOTHING
    date = "" if work.source.event_date == work.source.issued else work.source.event_date
    title = capitalised(work.say(work.source.event_title))
    return joined((title, work.say(work.source.event_place), work.say(dates.month_day_year(date))), ", ")


def _website(work: Fields) -> Inlines:
    return work.headline(work.container) if work.type in ON_THE_WEB else NOTHING


def _location(work: Fields) -> Inlines:
    """The address; for a page that may change and has no date, when it was read (9.16)."""
    if dates.given(work.source.issued or work.source.event_date) or not work.link() or work.source.doi:
        return work.link()
    read = work.say(dates.month_day_year(work.source.accessed))
    return joined((between("Retrieved ", read, ", from"), work.link()), " ")
