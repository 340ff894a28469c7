"""Citations settled: what stands in the text, in the notes and in the list for everything that some parts cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from mundraft.citation import standing
from mundraft.citation.listing import SOURCE_MISSING
from mundraft.citation.style import Bibliography, Earlier, Entry, Mechanism, Style, Work
from mundraft.document.tree import (
    Block,
    CitationMark,
    Cited,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    Note,
    Paragraph,
    Part,
    Words,
    block_paragraphs,
    printed,
)

_AS_NOTES = frozenset({Mechanism.FOOTNOTES, Mechanism.ENDNOTES})
_MISSING: Words = printed(SOURCE_MISSING)


class Works(Protocol):
    """The works that a paper holds: a mapping by their ids, or what finds them when they are asked for."""

    def get(self, source: str, /) -> Work | None:
        """The work of this id, None where the paper does not hold it."""


class Resolved(NamedTuple):
    """Parts whose citations say what the style says, and what belongs to them.

    `entries` are the works cited in the style's order, `notes` what the marks refer to, `unknown` the ids that are
    cited but that the paper does not hold, in the order of their first mention."""

    parts: tuple[Part, ...]
    entries: tuple[Entry, ...] = ()
    notes: tuple[Note, ...] = ()
    unknown: tuple[str, ...] = ()


def resolve(
    parts: Sequence[Part],
    works: Works,
    style: Style,
    mechanism: Mechanism = Mechanism.IN_TEXT,
    first_note: int = 1,
) -> Resolved:
    """Settle the citations of parts that share one list.

    A work that is cited and that `works` has not has the number 0 and shows as a gap. Notes count from `first_note`.
    A part without citations is returned as the object it was."""
    marked = [_marks_of(part) for part in parts]
    found: dict[str, Work | None] = {}
    for marks in marked:
        for mark in marks:
            for cited in mark.cites:
                if cited.source not in found:
                    found[cited.source] = works.get(cited.source)
    bibliography = style.bibliography([work for work in found.values() if work])
    entries = bibliography.entries if found else ()
    numbers = {entry.source: number for number, entry in enumerate(entries, start=1)}
    settling = _Settling(bibliography, numbers, mechanism, first_note)
    settled = tuple([settling.part(part) if marks else part for part, marks in zip(parts, marked, strict=True)])
    unknown = tuple([source for source, work in found.items() if work is None])
    return Resolved(settled, entries, tuple(settling.notes), unknown)


def marks_in(parts: Iterable[Part]) -> Iterator[CitationMark]:
    """The marks of citations in the order of the text."""
    for part in parts:
        yield from _marks_of(part)


def _marks_of(part: Part) -> list[CitationMark]:
    marks: list[CitationMark] = []
    for block in part.blocks:
        # nearly every block is a paragraph
        for inlines in (block.inlines,) if isinstance(block, Paragraph) else block_paragraphs(block):
            if CitationMark in map(type, inlines):
                marks += [inline for inline in inlines if isinstance(inline, CitationMark)]
    return marks


class _Settling:
    """One walk over the parts of one list: what each mark says, and the notes so far."""

    def __init__(
        self, bibliography: Bibliography, numbers: Mapping[str, int], mechanism: Mechanism, first_note: int
    ) -> None:
        self._bibliography = bibliography
        self._numbers = numbers
        self._as_notes = mechanism in _AS_NOTES
        self._without_marks = mechanism is Mechanism.NONE
        self._next_note = first_note
        self._first_cited: dict[str, int] = {}
        self._last: Cited | None = None
        self.notes: list[Note] = []

    def part(self, part: Part) -> Part:
        """The part with its marks settled; it has some."""
        key, blocks, topic, own_words, new_page = part
        return Part(key, tuple([self._block(block) for block in blocks]), topic, own_words, new_page)

    def _block(self, block: Block) -> Block:
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        if isinstance(block, Heading):
            return Heading(block.level, self._inlines(block.inlines))
        if not isinstance(block, ListBlock):
            return block
        items = tuple([tuple([self._paragraph(paragraph) for paragraph in item]) for item in block.items])
        return ListBlock(items, block.ordered)

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        return Paragraph(self._inlines(paragraph.inlines), paragraph.role)

    def _inlines(self, inlines: Inlines) -> Inlines:
        if CitationMark not in map(type, inlines):  # without a loop in Python: mostly there is nothing to do
            return inlines
        if self._as_notes:
            inlines = standing.after_punctuation(inlines)
        settled: list[Inline] = []
        silent = False
        for inline in inlines:
            if isinstance(inline, CitationMark):
                mark = self._mark(inline)
                silent = silent or not (mark.label or mark.note)
                settled.append(mark)
            else:
                settled.append(inline)
        return standing.without_silent_marks(settled) if silent else tuple(settled)

    def _mark(self, mark: CitationMark) -> CitationMark:
        number = self._numbers.get
        cites = tuple([Cited(source, locator, number(source, 0)) for source, locator, _ in mark.cites])
        if self._as_notes:
            return CitationMark(cites, (), self._noted(cites))
        if self._without_marks:
            # No list would show it either, so what is missing is marked where it is missed.
            return CitationMark(cites, () if all(cited.number for cited in cites) else _MISSING)
        return CitationMark(cites, standing.joined_runs(self._bibliography.mark(cites)))

    def _noted(self, cites: tuple[Cited, ...]) -> int:
        number = self._next_note
        words = self._bibliography.note(cites, Earlier(dict(self._first_cited), self._last))
        self.notes.append(Note(number, standing.joined_runs(words)))
        for cited in cites:
            self._first_cited.setdefault(cited.source, number)
        self._last = cites[0] if len(cites) == 1 else None
        self._next_note = number + 1
        return number
