"""The United Nations Editorial Manual: notes with symbols, as the Organization's own documents have them.

After the manual's chapters on footnotes, https://www.un.org/dgacm/en/content/editorial-manual/footnotes: documents are
cited with their symbol; resolutions by their number; treaties by the *Treaty Series*, volume and number; outside works
by author, title, and place, publisher and year in brackets. "p." and "para." keep their labels, and marks stand as the
British have them: a comma behind the quotation mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from mundraft.citation import dates
from mundraft.citation.listing import SOURCE_MISSING, fields_by_id, list_of, name_key, note_of
from mundraft.citation.locators import NOWHERE, Locator, Place, labelled
from mundraft.citation.names import british_series
from mundraft.citation.pieces import NOTHING, between, closed, italic, joined, own, quoted, text_of
from mundraft.citation.style import Earlier, Entry, Mechanism, Style, Work
from mundraft.citation.un_documents import adopted, resolution, symbol, treaty_in_series
from mundraft.citation.works import TITLE_MISSING, Fields, is_numeric, ordinal, sorting_key
from mundraft.document.tree import Cited, Inlines

_LABELS = {
    Place.PAGE: ("p.", "pp."),
    Place.PARAGRAPH: ("para.", "paras."),
    Place.ARTICLE: ("art.", "arts."),
    Place.CHAPTER: ("chap.", "chaps."),
    Place.SECTION: ("sect.", "sects."),
}
#: Works printed within others, whose titles stand in quotation marks.
_PARTS = frozenset(
    {"article", "article-journal", "article-magazine", "article-newspaper", "chapter", "document", "interview"}
    | {"paper-conference", "post", "post-weblog", "speech", "webpage"}
)


class _Bibliography:
    def __init__(self, works: Sequence[Work]) -> None:
        self._works = fields_by_id(works)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        listed = sorted(self._works.values(), key=_order)
        return tuple(Entry(work.id, "", closed(_listed(work))) for work in listed)

    def mark(self, cites: tuple[Cited, ...]) -> Inlines:
        return between("(", list_of(cites, self._short), ")")

    def note(self, cites: tuple[Cited, ...], earlier: Earlier) -> Inlines:
        return note_of(cites, earlier, self._full, _Later(self._works, earlier), self._again, end=closed)

    def _full(self, source: str, locator: Locator) -> Inlines:
        work = self._works.get(source)
        return _cited(work, locator) if work else joined((SOURCE_MISSING, own(_place(locator))), ", ")

    def _short(self, source: str, locator: Locator) -> Inlines:
        work = self._works.get(source)
        return joined((_short(work) if work else SOURCE_MISSING, own(_place(locator))), ", ")

    def _again(self, source: str, locator: Locator) -> Inlines:
        """What the note before cites: "Ibid."."""
        if source not in self._works:
            return self._full(source, locator)
        return joined((italic(own("Ibid.")), own(_place(locator))), ", ")


class _Later:
    """How a work is cited once more: short, and by the note that has it in full."""

    def __init__(self, works: dict[str, Fields], earlier: Earlier) -> None:
        self._works, self._earlier = works, earlier

    def __call__(self, source: str, locator: Locator) -> Inlines:
        work = self._works.get(source)
        short = _short(work) if work else SOURCE_MISSING
        number = self._earlier.notes.get(source)
        if work and number and not _is_short_already(work):
            short = (*short, *own(f" (see footnote {number} above)"))
        return joined((short, own(_place(locator))), ", ")


def _place(locator: Locator) -> str:
    return labelled(locator, _LABELS)


def _order(work: Fields) -> tuple[object, ...]:
    people = work.authors or work.editors or work.directors
    names: list[object] = [name_key(person) for person in people]
    first = names or [(sorting_key(text_of(_listed(work))), "", "")]
    return (first, dates.in_order(work.source.issued), sorting_key(work.title), work.number)


def _is_short_already(work: Fields) -> bool:
    return bool(resolution(work) or work.type == "treaty" or symbol(work))


def _short(work: Fields) -> Inlines:
    """The least that names the work."""
    known = resolution(work) or ("" if work.type == "treaty" else symbol(work))
    if known:
        return work.say(known)
    people = work.authors or work.editors or work.directors
    title = _title(work, work.short_title)
    names = british_series([person.last for person in people])
    if len(people) > 3:
        names = f"{people[0].last} and others"
    return joined((work.say(names), title), ", ") or work.say(work.number) or work.link() or TITLE_MISSING


def _listed(work: Fields) -> Inlines:
    """The work in a list: family names first."""
    return _cited(work, sorted_names=True)


def _cited(work: Fields, locator: Locator = NOWHERE, sorted_names: bool = False) -> Inlines:
    """The work in full, and where in it; without a full stop. A page cited stands in place of the work's pages."""
    place = own(_place(locator))
    pages = place if locator.place is Place.PAGE else joined((_pages(work), place), ", ")
    return joined((_described(work, sorted_names), pages, *_address(work)), ", ") or TITLE_MISSING


def _described(work: Fields, sorted_names: bool) -> Inlines:
    if work.type == "treaty":
        return treaty_in_series(work)
    if resolution(work):
        title = quoted(work.say(work.title)) if sorted_names else NOTHING
        return joined((adopted(work), title), ", ")
    if symbol(work):
        return joined((*_who_and_what(work, sorted_names), work.say(symbol(work)), _day(work)), ", ")
    translators = british_series([person.natural(person.given) for person in work.translators])
    translated = between("", work.say(translators), ", trans.")
    said = (*_who_and_what(work, sorted_names), translated, _within(work))
    return _with_imprint(work, joined(said, ", "))


def _who_and_what(work: Fields, sorted_names: bool) -> tuple[Inlines, Inlines]:
    people = work.authors or work.editors or work.directors
    names = [person.natural(person.given) for person in people]
    if sorted_names and people:
        names[0] = people[0].sorted_with(people[0].given)
    shown = british_series(names) if len(names) < 4 else f"{names[0]} and others"
    if sorted_names and len(names) == 2 and ", " in names[0]:
        shown = f"{names[0]}, and {names[1]}"
    role = _role(work)
    site = work.say(work.source.publisher) if work.type == "webpage" else NOTHING
    return joined((work.say(shown) or site, own(role)), ", "), _title(work, work.title)


def _role(work: Fields) -> str:
    """What those who stand first in the place of authors are called."""
    if work.authors or not (work.editors or work.directors):
        return ""
    if work.editors:
        return "ed." if len(work.editors) == 1 else "eds."
    return "director" if len(work.directors) == 1 else "directors"


def _title(work: Fields, title: str) -> Inlines:
    if work.is_legal:
        return work.say(title)
    is_part = work.type in _PARTS or bool(work.container or symbol(work))
    return quoted(work.say(title)) if is_part else italic(work.say(title))


def _within(work: Fields) -> Inlines:
    """The journal, newspaper, site or book that holds the work."""
    container = italic(work.say(work.container))
    editors = work.say(british_series([person.natural(person.given) for person in work.editors if work.authors]))
    role = own("ed." if len(work.editors) == 1 else "eds.") if editors else NOTHING
    event = joined((work.say(work.source.event_title), work.say(work.source.event_place)), ", ")
    stands_alone = work.is_serial or work.is_legal or work.type in ("webpage", "post")
    pieces = (
        container if stands_alone else between("in ", container),
        joined((editors, role), ", "),
        between("vol. ", work.say(work.source.volume)),
        joined((between("No. ", work.say(work.issue or work.number)), _month_of_issue(work)), " "),
        event,
    )
    return joined(pieces, ", ")


def _month_of_issue(work: Fields) -> Inlines:
    """When the issue of a periodical came out: "vol. 92, No. 4 (September 2002)"."""
    return between("(", _day(work), ")") if _has_issue(work) else NOTHING


def _has_issue(work: Fields) -> bool:
    return work.is_serial and bool(work.source.volume.strip() or work.issue)


def _with_imprint(work: Fields, said: Inlines) -> Inlines:
    """The work with place, publisher and year in brackets, or with its day behind it."""
    edition = work.source.edition.strip()
    source = work.source
    numbered = work.say(f"{ordinal(edition)} ed." if is_numeric(edition) else edition)
    if not source.publisher.strip() or work.is_serial or work.type in ("webpage", "post", "speech"):
        return joined((said, numbered, NOTHING if _has_issue(work) else _day(work)), ", ")
    imprint = (work.say(source.publisher_place), work.say(source.publisher), work.say(dates.year(source.issued)))
    return joined((joined((said, numbered), ", "), between("(", joined(imprint, ", "), ")")), " ")


def _day(work: Fields) -> Inlines:
    return work.say(dates.day_month_year(work.source.issued or work.source.event_date))


def _pages(work: Fields) -> Inlines:
    return between("pp. " if any(mark in work.pages for mark in "–,&") else "p. ", work.say(work.pages))


def _address(work: Fields) -> tuple[Inlines, Inlines]:
    """Where it can be read, and for a page without a date when it was."""
    link = work.link()
    if not link or dates.given(work.source.issued) or work.source.event_date.strip():
        return between("available at ", link), NOTHING
    is_day = len(dates.in_order(work.source.accessed)) == 3
    read = work.say(dates.day_month_year(work.source.accessed))
    return between("available at ", link), between("accessed on " if is_day else "accessed in ", read)


STYLE = Style(
    name="un-editorial",
    title="United Nations Editorial Manual",
    mechanisms=(Mechanism.FOOTNOTES, Mechanism.ENDNOTES, Mechanism.IN_TEXT, Mechanism.NONE),
    bibliography=_Bibliography,
)
