"""A plain list of links, as the paper that this project began with has it: who, what, where; no marks in the text.

Each entry is on one line: the body or author, the title and the symbol, then the address in full, which stays readable
where a link is lost on paper or in a form that takes plain text.
"""

from __future__ import annotations

from collections.abc import Sequence

from mundraft.citation import dates
from mundraft.citation.listing import SOURCE_MISSING, fields_by_id, list_of, note_of
from mundraft.citation.locators import Locator
from mundraft.citation.names import british_series
from mundraft.citation.pieces import NOTHING, between, closed, joined, own, text_of
from mundraft.citation.style import Earlier, Entry, Mechanism, Style, Work
from mundraft.citation.works import TITLE_MISSING, Fields
from mundraft.document.links import site_of
from mundraft.document.tree import Cited, Inlines

_LONGEST_LIST = 3


class _Bibliography:
    def __init__(self, works: Sequence[Work]) -> None:
        self._works = fields_by_id(works)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(Entry(work.id, "", _entry(work)) for work in self._works.values())

    def mark(self, cites: tuple[Cited, ...]) -> Inlines:
        """The title and the place, in brackets."""
        return between("(", list_of(cites, self._short), ")")

    def note(self, cites: tuple[Cited, ...], earlier: Earlier) -> Inlines:
        return note_of(cites, earlier, self._full, self._short, end=closed)

    def _short(self, source: str, locator: Locator) -> Inlines:
        work = self._works.get(source)
        return joined((_short(work) if work else SOURCE_MISSING, own(locator.typed)), ", ")

    def _full(self, source: str, locator: Locator) -> Inlines:
        work = self._works.get(source)
        return joined((_entry(work) if work else SOURCE_MISSING, own(locator.typed)), ", ")


def _entry(work: Fields) -> Inlines:
    title = work.say(work.title)
    is_symbol = "/" in work.number or "(" in work.number
    number = work.say(work.number) if is_symbol and work.number not in work.title else NOTHING
    year = dates.year(work.source.issued)
    said_year = NOTHING if number and f"({year})" in work.number else work.say(year)
    said = joined((_who(work), joined((joined((title, number), ", "), between("(", said_year, ")")), " ")), ", ")
    return joined((said, work.link()), ": ") or TITLE_MISSING


def _short(work: Fields) -> Inlines:
    site = work.say(site_of(work.address))
    return work.say(work.short_title) or work.say(work.number) or site or TITLE_MISSING


def _who(work: Fields) -> Inlines:
    names = [person.natural(person.given) for person in work.authors or work.editors or work.directors]
    if len(names) > _LONGEST_LIST:
        return work.say(f"{names[0]} and others")
    body = work.source.publisher if text_of(work.say(work.source.publisher)) not in work.title else ""
    return work.say(british_series(names)) or work.say(body)


STYLE = Style(
    name="plain-links",
    title="Plain list of links",
    mechanisms=(Mechanism.NONE, Mechanism.IN_TEXT, Mechanism.FOOTNOTES, Mechanism.ENDNOTES),
    bibliography=_Bibliography,
)
