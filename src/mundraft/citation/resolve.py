"""Citations settled: what stands in the text, in the notes and in the list for everything that some parts cite."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from mundraft.citation import standing
from mundraft.citation.listing import SOURCE_MISSING
from mundraft.citation.style import Bibliography, Earlier, Entry, Mechanism, Style, Work
from mundraft.document.tree import (
    Block,
    CitationMark,
    Cited,
    Heading,
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
_MISSING: Words = tuple(printed(SOURCE_MISSING))


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
    works: Mapping[str, Work],
    style: Style,
    mechanism: Mechanism = Mechanism.IN_TEXT,
    first_note: int = 1,
) -> Resolved:
    """Settle the citations of parts that share one list.

    `works` are the works that the paper holds, by id. One that is cited and not held has the number 0 and shows as a
    gap. Notes count from `first_note`. A part without citations is returned as the object it was."""
    cited = tuple(dict.fromkeys(cited_sources(parts)))
    bibliography = style.bibliography([works[source] for source in cited if source in works])
    entries = bibliography.entries if cited else ()
    numbers = {entry.source: number for number, entry in enumerate(entries, start=1)}
    settling = _Settling(bibliography, numbers, mechanism, first_note)
    settled = tuple(_part(part, settling.inlines) for part in parts)
    unknown = tuple(source for source in cited if source not in works)
    return Resolved(settled, entries, tuple(settling.notes), unknown)


def cited_sources(parts: Iterable[Part]) -> Iterator[str]:
    """The ids of cited sources in the order of the text, as often as they are cited."""
    for mark in marks_in(parts):
        for cited in mark.cites:
            yield cited.source


def marks_in(parts: Iterable[Part]) -> Iterator[CitationMark]:
    """The marks of citations in the order of the text."""
    for part in parts:
        for block in part.blocks:
            # nearly every block is a paragraph, and is looked into twice for every paper of a class
            for inlines in (block.inlines,) if isinstance(block, Paragraph) else block_paragraphs(block):
                for inline in inlines:
                    if isinstance(inline, CitationMark):
                        yield inline


class _Settling:
    """One walk over the parts of one list: what each mark says, and the notes so far."""

    def __init__(
        self, bibliography: Bibliography, numbers: Mapping[str, int], mechanism: Mechanism, first_note: int
    ) -> None:
        self._bibliography = bibliography
        self._numbers = numbers
        self._mechanism = mechanism
        self._next_note = first_note
        self._first_cited: dict[str, int] = {}
        self._last: Cited | None = None
        self.notes: list[Note] = []

    def inlines(self, inlines: Inlines) -> Inlines:
        for inline in inlines:
            if isinstance(inline, CitationMark):
                break
        else:
            return inlines
        if self._mechanism in _AS_NOTES:
            inlines = standing.after_punctuation(inlines)
        marked = tuple([self._mark(inline) if isinstance(inline, CitationMark) else inline for inline in inlines])
        return standing.without_silent_marks(marked)

    def _mark(self, mark: CitationMark) -> CitationMark:
        numbers = self._numbers
        cites = tuple([Cited(source, locator, numbers.get(source, 0)) for source, locator, _ in mark.cites])
        if self._mechanism in _AS_NOTES:
            return CitationMark(cites, (), self._noted(cites))
        if self._mechanism is Mechanism.NONE:
            # No list would show it either, so what is missing is marked where it is missed.
            return CitationMark(cites, () if all(cited.number for cited in cites) else _MISSING)
        return CitationMark(cites, standing.joined_runs(printed(self._bibliography.mark(cites))))

    def _noted(self, cites: tuple[Cited, ...]) -> int:
        number = self._next_note
        words = self._bibliography.note(cites, Earlier(dict(self._first_cited), self._last))
        self.notes.append(Note(number, standing.joined_runs(printed(words))))
        for cited in cites:
            self._first_cited.setdefault(cited.source, number)
        self._last = cites[0] if len(cites) == 1 else None
        self._next_note = number + 1
        return number


def _part(part: Part, change: Callable[[Inlines], Inlines]) -> Part:
    blocks = tuple([_block(block, change) for block in part.blocks])
    same = all(new is old for new, old in zip(blocks, part.blocks, strict=True))
    return part if same else part._replace(blocks=blocks)


def _block(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, change)
    if isinstance(block, Heading):
        inlines = change(block.inlines)
        return block if inlines is block.inlines else block._replace(inlines=inlines)
    if not isinstance(block, ListBlock):
        return block
    items = tuple(tuple(_paragraph(paragraph, change) for paragraph in item) for item in block.items)
    return block if items == block.items else block._replace(items=items)


def _paragraph(paragraph: Paragraph, change: Callable[[Inlines], Inlines]) -> Paragraph:
    inlines = change(paragraph.inlines)
    return paragraph if inlines is paragraph.inlines else Paragraph(inlines, paragraph.role)
