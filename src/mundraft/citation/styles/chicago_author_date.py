"""The Chicago Manual of Style, 17th edition, author and date: "(Smith 2019, 35)", a list of references.

The numbers in brackets are paragraphs of the manual.
"""

from __future__ import annotations

from collections.abc import Sequence

from mundraft.citation import chicago, dates
from mundraft.citation.author_date import AuthorDateBibliography, lettered
from mundraft.citation.chicago_bibliography import aired, is_aired
from mundraft.citation.legal import legal_entry
from mundraft.citation.listing import SAME_AUTHORS, name_key
from mundraft.citation.locators import Locator
from mundraft.citation.names import Person
from mundraft.citation.pieces import NOTHING, between, capitalised, ended, joined, own, text_of
from mundraft.citation.style import MARKS_OR_NOTES, Style, Work
from mundraft.citation.telling_apart import Given, Rules
from mundraft.citation.works import TITLE_MISSING, Fields, sorting_key
from mundraft.document.tree import Inlines


class _Wording:
    rules = Rules(at_least=4, and_word="and", given=Given.FIRST_AUTHORS)
    sorts_marks = False

    def people(self, work: Fields) -> tuple[Person, ...]:
        return () if work.is_legal else chicago.creators(work)

    def stand_in(self, work: Fields) -> Inlines:
        """A newspaper, a website's publisher or the title, where nobody is named (15.34, 15.36)."""
        if (work.type in chicago.NEWS and work.container) or chicago.is_unsigned_part(work):
            return work.italic_headline(work.container)
        if work.type == "webpage" and (work.source.publisher.strip() or work.container):
            return work.say(work.source.publisher) or work.headline(work.container)
        if work.type == "interview" and not work.title:
            return capitalised(work.say(work.source.genre)) or own("interview")
        return chicago.titled(work, work.short_title) or _untitled(work) or TITLE_MISSING

    def year(self, work: Fields) -> str:
        return dates.year(work.source.issued) or dates.year(chicago.event_date(work))

    def order(self, work: Fields) -> tuple[object, ...]:
        names: list[object] = [name_key(chicago.sort_person(person)) for person in self.people(work)]
        beginning = _first(work)
        first = names or [(sorting_key(text_of(beginning)) if beginning != TITLE_MISSING else "", "", "")]
        year = dates.in_order(work.source.issued or chicago.event_date(work))[:1]
        title = chicago.titled(work, work.title) if chicago.is_numbered_episode(work) else _title_and_more(work)
        rest = [sorting_key(text_of(piece)) for piece in (title, _found_in(work))]
        return (first, not year, year, *rest)

    def entry(self, work: Fields, letter: str, before: Fields | None) -> Inlines:
        if work.is_legal:
            return joined((legal_entry(work), *_read_and_address(work)), ". ")
        year = self.year(work)
        date = work.say(lettered(year, letter)) if year else own(lettered("", letter))
        same = before is not None and _heading(work) == _heading(before)
        return joined((_author(work, same), date, _title_and_more(work), _source(work), *_read_and_address(work)), ". ")

    def finished(self, entry: Inlines) -> Inlines:
        return ended(entry)

    def located(self, work: Fields | None, locator: Locator) -> str:
        return chicago.place_in(work, locator) or (self.heading(work) if work else "")

    def heading(self, work: Fields) -> str:
        """The heading of an unsigned article of a work of reference (14.233)."""
        if work.type not in chicago.REFERENCE_WORKS or not chicago.is_unsigned_part(work):
            return ""
        under = text_of(chicago.titled(work, work.short_title))
        return under if work.link() or not under else f"s.v. {under}"

    def dated(self, work: Fields, year: str) -> str:
        """An undated article of a work of reference changes, so that nothing stands in place of its year (15.50)."""
        if self.year(work):
            return f" {year}"
        return "" if work.type in chicago.REFERENCE_WORKS else f", {year}"


def _bibliography(works: Sequence[Work]) -> AuthorDateBibliography:
    return AuthorDateBibliography(works, _Wording())


STYLE = Style(
    name="chicago-author-date",
    title="Chicago, 17th edition: author and date",
    mechanisms=MARKS_OR_NOTES,
    bibliography=_bibliography,
)


def _author(work: Fields, same: bool) -> Inlines:
    others = ", et al." if len(chicago.creators(work)) > 10 else ""
    first = own(SAME_AUTHORS + others) if same else _first(work)
    return joined((first, own(chicago.role(work))), ", ")


def _first(work: Fields) -> Inlines:
    """What stands first: the people, or what stands for them where nobody is named."""
    if work.is_legal:
        return work.headline(work.title)
    if chicago.creators(work):
        return work.say(chicago.sorted_names(chicago.creators(work)))
    if work.type in chicago.NEWS and work.container:
        return chicago.journal(work)
    if chicago.is_unsigned_part(work):
        return work.italic_headline(work.container)
    if work.type == "webpage" and (work.source.publisher.strip() or work.container):
        return work.say(work.source.publisher) or work.headline(work.container)
    return chicago.titled(work, work.title) or _untitled(work) or TITLE_MISSING


def _untitled(work: Fields) -> Inlines:
    """What stands for a title that is missing: the kind and the number."""
    kind = NOTHING if work.type == "thesis" else capitalised(chicago.kind(work))
    return joined((kind, capitalised(chicago.numbered(work, kind_in_headline=True))), ". ")


def _stands_first(work: Fields) -> str:
    """Which field stands first: the people, the container, the publisher or the title."""
    if chicago.creators(work):
        return "people"
    if (work.type in chicago.NEWS and work.container) or chicago.is_unsigned_part(work):
        return "container"
    if work.type == "webpage" and work.source.publisher.strip():
        return "publisher"
    return "container" if work.type == "webpage" and work.container else "title"


def _heading(work: Fields) -> object:
    """What dashes can stand for: whoever stands first, and never a title."""
    first = _stands_first(work)
    return work.id if work.is_legal or first == "title" else (first, _first(work))


def _title_and_more(work: Fields) -> Inlines:
    title_stands_first = _stands_first(work) == "title"
    if not work.title:
        return NOTHING if title_stands_first else joined((_untitled(work), *_details(work)), ". ")
    title = NOTHING if title_stands_first else chicago.titled(work, work.title)
    described = work.type == "thesis" or chicago.is_described_in_source(work)
    description = NOTHING if described else capitalised(chicago.kind(work))
    number = NOTHING if work.container and work.type not in chicago.ON_THE_WEB else chicago.numbered(work, True)
    if chicago.is_numbered_episode(work):
        series = work.italic_headline(work.container) if chicago.creators(work) else NOTHING
        return joined((series, joined((capitalised(chicago.numbered(work, True)), title), ", ")), ". ")
    return joined((title, description, capitalised(number), *_details(work)), ". ")


def _details(work: Fields) -> list[Inlines]:
    contributors = [capitalised(people) for people in chicago.contributors(work)]
    if work.is_serial:
        return contributors
    if work.container and work.type not in chicago.ON_THE_WEB:
        return []
    volume = NOTHING if work.type in chicago.ON_THE_WEB else capitalised(chicago.volume(work))
    return [capitalised(chicago.edition(work)), *contributors, volume]


def _source(work: Fields) -> Inlines:
    if work.is_serial:
        return _in_serial(work)
    by = ". " if chicago.event_date(work) or work.source.publisher.strip() else ", "
    return joined((_found_in(work), joined((chicago.event(work), _published(work)), by)), ". ")


def _found_in(work: Fields) -> Inlines:
    """The larger whole that holds the work, and its series."""
    if work.is_serial:
        return _in_serial(work)
    return NOTHING if work.type in chicago.ON_THE_WEB else joined((_in_whole(work), chicago.in_series(work)), ". ")


def _in_serial(work: Fields) -> Inlines:
    """As in "Journal 3 (2): 110-14", or a newspaper's title and its day (15.46-15.49)."""
    title = NOTHING if _stands_first(work) == "container" else chicago.journal(work)
    if work.type in chicago.NEWS:
        day = work.say(dates.month_day_year(work.source.issued))
        return joined((title, joined((day, capitalised(chicago.edition(work))), ". "), work.say(work.number)), ", ")
    volume, issue = work.say(work.source.volume), work.say(work.issue)
    if not volume and not issue:
        publisher = work.say(work.source.publisher) if work.type in ("post-weblog", "interview") else NOTHING
        day = work.say(dates.month_day_year(work.source.issued))
        return joined((title, publisher, day, chicago.pages(work)), ", ")
    month = work.say(dates.month_year(work.source.issued))
    if not volume:
        numbered = joined(
            (between("no. ", issue), between("(", month if chicago.creators(work) else NOTHING, ")")), " "
        )
        return joined((joined((title, numbered), ", "), chicago.pages(work)), ": ")
    numbered = joined((volume, between("(", issue or month, ")")), " ")
    return joined((joined((title, numbered), " "), chicago.pages(work)), ": ")


def _in_whole(work: Fields) -> Inlines:
    """As in "In *The Whole*, edited by Ana Cruz, 3-9" (15.36)."""
    if not work.container or chicago.is_numbered_episode(work) or chicago.is_unsigned_part(work):
        return NOTHING
    kind = chicago.kind(work) if chicago.is_described_in_source(work) else NOTHING
    contributors = chicago.contributors(work)
    volume, pages = chicago.volume(work), chicago.pages(work)
    # Without a title, the number has stood in its place already.
    number = chicago.numbered(work, True) if work.title else NOTHING
    where = joined((work.say(work.source.volume), pages), ":") if volume and pages else joined((volume, pages), ", ")
    whole = capitalised(chicago.whole(work))
    return joined((whole, kind, number, chicago.edition(work), *contributors, where), ", ")


def _published(work: Fields) -> Inlines:
    first = _stands_first(work)
    site = work.headline(work.container) if work.type in chicago.ON_THE_WEB and first != "container" else NOTHING
    publisher = NOTHING if first == "publisher" else chicago.publisher(work)
    kind = capitalised(work.say(work.source.genre)) if work.type == "thesis" else NOTHING
    is_dated = chicago.is_dated_to_the_day(work) and not work.editors
    day = work.say(dates.month_day(work.source.issued)) if is_dated else NOTHING
    if is_aired(work) and day:
        return aired(work, day, begins=True)
    return joined((site, kind, publisher, day), ", ")


def _read_and_address(work: Fields) -> tuple[Inlines, Inlines]:
    """When an undated page was read, and where it is (15.51)."""
    reads = chicago.is_undated(work) and not work.source.doi.strip() and work.source.url.strip()
    read = work.say(dates.month_day_year(work.source.accessed)) if reads else NOTHING
    return between("Accessed ", read), work.link()
