"""APA Style, 7th edition: "(Smith, 2019a, p. 35)" in the text, a list of references by author and date.

The numbers in brackets are sections of the Publication Manual. Titles stay as they were typed: the manual wants them in
sentence case (6.17), and no program can tell a name in a title from a word that was capitalised.
"""

from __future__ import annotations

from collections.abc import Sequence

from mundraft.citation import dates
from mundraft.citation.author_date import NO_DATE, AuthorDateBibliography
from mundraft.citation.legal import legal_entry
from mundraft.citation.listing import name_key
from mundraft.citation.locators import Locator, Place, labelled
from mundraft.citation.names import Person, initials, series
from mundraft.citation.pieces import NOTHING, between, capitalised, italic, joined, own, quoted, settled, text_of
from mundraft.citation.style import MARKS_OR_NOTES, Bibliography, Work
from mundraft.citation.telling_apart import Given, Rules
from mundraft.citation.works import TITLE_MISSING, Fields, is_numeric, ordinal, sorting_key
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
_ON_THE_WEB = frozenset({"post", "webpage"})
#: Works that a list names by themselves, never as a part with pages.
_WITHOUT_DETAILS = frozenset({"broadcast", "event", "patent", "performance", "post", "speech", "webpage"})
#: What a description says of a kind of work that does not name its own (9.21).
_KINDS = {"broadcast": "Broadcast", "dataset": "Dataset", "figure": "Figure", "map": "Map", "motion_picture": "Film",
          "post": "Online post", "software": "Computer software", "song": "Song"}  # fmt: skip


class _Wording:
    rules = Rules(at_least=3, and_word="&", given=Given.FIRST_AUTHORS_BY_INITIALS)
    sorts_marks = True

    def people(self, work: Fields) -> tuple[Person, ...]:
        return NOBODY if work.is_legal else _creators(work)

    def stand_in(self, work: Fields) -> Inlines:
        if not work.is_legal and work.type == "webpage" and work.source.publisher.strip():
            return work.say(work.source.publisher)
        return _short_title(work)

    def year(self, work: Fields) -> str:
        return dates.year(work.source.issued or work.source.event_date)

    def order(self, work: Fields) -> tuple[object, ...]:
        names: list[object] = [name_key(person._replace(given=initials(person.given))) for person in self.people(work)]
        first = names or [(sorting_key(text_of(self._beginning(work))), "", "")]
        date = dates.in_order(work.source.issued)
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
        return labelled(locator, _LEGAL_LABELS if work and work.is_legal else _LABELS)

    def dated(self, year: str, has_year: bool) -> str:  # noqa: ARG002
        return f", {year}"


NOBODY: tuple[Person, ...] = ()


class _Style:
    name = "apa"
    title = "APA, 7th edition"
    mechanisms = MARKS_OR_NOTES

    def bibliography(self, works: Sequence[Work]) -> Bibliography:
        return AuthorDateBibliography(works, _Wording())


STYLE = _Style()


def _creators(work: Fields) -> tuple[Person, ...]:
    """Who stands first: the authors, or the editors of a whole book (9.7, 9.10)."""
    if work.authors:
        return work.authors
    return NOBODY if work.type == "book" and work.container else work.editors


def _author(work: Fields) -> Inlines:
    people = _creators(work)
    if people:
        role = "" if work.authors else (" (Ed.)" if len(people) == 1 else " (Eds.)")
        return (*work.say(_list(people)), *own(role))
    if work.type == "webpage" and work.source.publisher.strip():
        return work.say(work.source.publisher)
    if work.title:
        return joined((_title(work), _identifier(work)), " ")
    return _title_and_descriptions(work)


def _has_title_first(work: Fields) -> bool:
    return not _creators(work) and not (work.type == "webpage" and work.source.publisher.strip())


def _list(people: tuple[Person, ...]) -> str:
    """Up to twenty names; of more, the first nineteen and the last (9.8)."""
    names = [person.sorted_with(initials(person.given)) for person in people]
    return _first_and_last(names) or series(names, "&", comma_before_two=True)


def _natural(people: tuple[Person, ...]) -> str:
    names = [person.natural(initials(person.given)) for person in people]
    return _first_and_last(names) or series(names, "&")


def _first_and_last(names: list[str]) -> str:
    return f"{', '.join(names[:19])}, … {names[-1]}" if len(names) > 20 else ""


def _date(work: Fields, letter: str) -> Inlines:
    issued = work.source.issued or work.source.event_date
    year = dates.year(issued)
    if not year:
        return own(f"({NO_DATE}{'-' + letter if letter else ''})")
    day = dates.month_day(issued) if _is_dated_to_the_day(work) else ""
    return between("(", joined((work.say(year + letter), work.say(day)), ", "), ")")


def _is_dated_to_the_day(work: Fields) -> bool:
    if work.type in ("interview", "paper-conference"):
        return not (work.editors or work.issue or work.pages or work.number or work.source.volume)
    return work.type in _DATED_TO_THE_DAY


def _title_and_more(work: Fields) -> Inlines:
    if not _has_title_first(work):
        return _title_and_descriptions(work)
    return _description(work) if work.title else NOTHING


def _title_and_descriptions(work: Fields) -> Inlines:
    if work.title:
        return joined((_title(work), _identifier(work), _description(work)), " ")
    if work.type == "report":
        return joined((_number(work), _description(work), _identifier(work)), " ")
    return joined((_description(work), _identifier(work)), " ")


def _title(work: Fields) -> Inlines:
    title = work.say(work.title)
    return italic(title) if work.type in _ON_THE_WEB or not work.container else title


def _short_title(work: Fields) -> Inlines:
    """The title as a mark holds it, in headline style (8.14)."""
    title = work.headline(work.short_title)
    if not title:
        number = joined((work.say(work.source.genre), _numbered(work)), " ") if work.type == "report" else NOTHING
        kind = capitalised(work.say(work.source.genre)) or own(_KINDS.get(work.type, ""))
        return number or between("[", kind, "]") or _numbered(work) or TITLE_MISSING
    if work.type == "report" or work.is_legal:
        return italic(work.say(work.short_title)) if work.type == "legal_case" else title
    if work.container and work.type != "webpage":
        return quoted(title)
    return italic(title)


def _identifier(work: Fields) -> Inlines:
    """What tells the work from others of its title, in brackets (9.19)."""
    editors = NOTHING
    if work.editors and work.authors and not work.is_serial and (not work.container or work.type in _ON_THE_WEB):
        editors = work.say(f"{_natural(work.editors)}, {'Ed.' if len(work.editors) == 1 else 'Eds.'}")
    number = NOTHING if work.container and work.type not in _ON_THE_WEB else _number(work)
    if work.type == "report" and not work.title:
        number = NOTHING
    return between("(", joined((editors, number, NOTHING if work.container else _details(work)), "; "), ")")


def _number(work: Fields) -> Inlines:
    number = _numbered(work)
    if not number:
        return NOTHING
    kind = own("Publication") if work.type == "thesis" and work.source.genre else work.headline(work.source.genre)
    return joined((kind, number), " ")


def _numbered(work: Fields) -> Inlines:
    number = capitalised(work.say(work.number))
    return between("No. ", number) if is_numeric(work.number) and work.type != "standard" else number


def _details(work: Fields) -> Inlines:
    """Edition, series, volume and pages of what is no serial (9.19)."""
    if work.is_serial or work.type in _WITHOUT_DETAILS:
        return NOTHING
    source = work.source
    edition = source.edition.strip()
    in_series = work.type in ("document", "report", "standard")
    title = work.headline(source.collection_title) if in_series else NOTHING
    number = work.say(source.collection_number) if in_series else NOTHING
    pages = "pp. " if any(mark in work.pages for mark in "–,&") else "p. "
    return joined(
        (
            work.say(f"{ordinal(edition)} ed." if is_numeric(edition) else edition),
            joined((title, number), " "),
            between("Vol. ", work.say(source.volume)) if is_numeric(source.volume) else NOTHING,
            between("Issue ", work.say(work.issue)),
            between(pages, work.say(work.pages)),
        ),
        ", ",
    )


def _description(work: Fields) -> Inlines:
    """What kind of work it is, in square brackets (9.21)."""
    if work.type == "thesis":
        school = work.say(work.source.publisher) if work.source.url or work.source.doi else NOTHING
        return between("[", joined((capitalised(work.say(work.source.genre)), school), ", "), "]")
    if work.container and not work.is_serial and work.type in ("document", "report", "software", "speech"):
        return NOTHING
    kind = capitalised(work.say(work.source.genre)) if work.source.genre.strip() else own(_KINDS.get(work.type, ""))
    return NOTHING if work.source.genre.strip() and work.number else between("[", kind, "]")


def _source(work: Fields) -> Inlines:
    return joined((_container(work), _publisher(work), _event(work), _website(work)), ". ")


def _container(work: Fields) -> Inlines:
    if work.type in _ON_THE_WEB:
        return NOTHING
    if work.is_serial:
        issue = between("(", work.say(work.issue), ")")
        volume = (*italic(work.say(work.source.volume)), *issue)
        article = between("Article ", work.say(work.number))
        return joined((work.italic_headline(work.container), volume, article, work.say(work.pages)), ", ")
    if not work.container:
        return NOTHING
    role = " (Ed.)" if len(work.editors) == 1 else " (Eds.)"
    editors = between("", work.say(_natural(work.editors)), role) if work.authors else NOTHING
    whole = joined((editors, italic(work.say(work.container))), ", ")
    details = between("(", joined((_number(work), _details(work)), "; "), ")")
    return between("In ", joined((whole, details), " "))


def _publisher(work: Fields) -> Inlines:
    """The publisher, unless it is the author (9.29)."""
    publisher = work.source.publisher.strip()
    is_author = len(work.authors) == 1 and work.authors[0].literal == publisher
    stands_first = work.type == "webpage" and not _creators(work)
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
    return work.headline(work.container) if work.type in _ON_THE_WEB else NOTHING


def _location(work: Fields) -> Inlines:
    """The address; for a page that may change and has no date, when it was read (9.16)."""
    if dates.given(work.source.issued or work.source.event_date) or not work.link() or work.source.doi:
        return work.link()
    read = work.say(dates.month_day_year(work.source.accessed))
    return joined((between("Retrieved ", read, ", from"), work.link()), " ")
