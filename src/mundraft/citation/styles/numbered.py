"""Numbers in brackets: "[1, art. 35; 2]" in the text, a list in the order of first citation; the title is the link.

The wording of entries and marks is `mundraft.citation.numbered`'s.
"""

from __future__ import annotations

from collections.abc import Sequence

from mundraft.citation.listing import SOURCE_MISSING, fields_by_id, note_of
from mundraft.citation.locators import Locator
from mundraft.citation.numbered import entry
from mundraft.citation.pieces import between, closed, joined, own
from mundraft.citation.style import MARKS_OR_NOTES, Bibliography, Earlier, Entry, Work
from mundraft.document.tree import Cited, Inlines, Origin, Run


class _Style:
    name = "numbered"
    title = "Numbers in brackets"
    mechanisms = MARKS_OR_NOTES

    def bibliography(self, works: Sequence[Work]) -> Bibliography:
        return _Bibliography(works)


STYLE = _Style()


class _Bibliography:
    def __init__(self, works: Sequence[Work]) -> None:
        self._works = fields_by_id(works)
        self._numbers = {id_: str(number) for number, id_ in enumerate(self._works, start=1)}

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(
            Entry(work.id, f"[{self._numbers[work.id]}]", entry(work.source, work.origin))
            for work in self._works.values()
        )

    def mark(self, cites: tuple[Cited, ...]) -> Inlines:
        shown = dict.fromkeys((cited.source, cited.locator.strip()) for cited in cites)
        return between("[", joined((self._cited(source, locator) for source, locator in shown), "; "), "]")

    def _cited(self, source: str, locator: str) -> Inlines:
        number = own(self._numbers[source]) if source in self._numbers else SOURCE_MISSING
        return joined((number, own(locator)), ", ")

    def note(self, cites: tuple[Cited, ...], earlier: Earlier) -> Inlines:
        return note_of(cites, earlier, self._full, self._full, end=closed)

    def _full(self, source: str, locator: Locator) -> Inlines:
        """The whole entry each time: numbers in a note would be taken for the numbers of notes."""
        work = self._works.get(source)
        if work is None:
            return _placed(SOURCE_MISSING, locator.typed)
        return _placed(_without_full_stop(entry(work.source, work.origin)), locator.typed)


def _placed(inlines: Inlines, place: str) -> Inlines:
    return joined((inlines, own(place)), ", ")


def _without_full_stop(inlines: Inlines) -> Inlines:
    last = inlines[-1]
    if isinstance(last, Run) and last.text.endswith(".") and last.origin is Origin.LIBRARY:
        return (*inlines[:-1], last._replace(text=last.text[:-1])) if last.text != "." else inlines[:-1]
    return inlines
