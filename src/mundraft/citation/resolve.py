"""Citations to numbers: every source gets the number of its first mention, and is listed once."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from mundraft.citation.numbered import label
from mundraft.document.tree import Block, CitationMark, Cited, Heading, Inlines, ListBlock, Origin, Paragraph, Part, Run


class Numbered(NamedTuple):
    """Parts whose citations carry numbers and labels, and the sources behind them.

    `sources` are the ids of what is cited, in the order of their numbers, which begin at 1; `unknown` are ids that
    are cited but that the paper does not hold, in the order of their first mention.
    """

    parts: tuple[Part, ...]
    sources: tuple[str, ...]
    unknown: tuple[str, ...]


def number_citations(parts: Iterable[Part], known: Container[str]) -> Numbered:
    """Give every cited source its number, in the order in which the parts first cite them.

    `known` are the ids of the sources that the paper holds. A source that it does not hold keeps the number 0, which
    the label shows as a gap. A part without citations is returned as the object it was.
    """
    numbering = _Numbering(known)
    numbered = tuple(numbering.part(part) for part in parts)
    return Numbered(numbered, tuple(numbering.numbers), tuple(numbering.unknown))


class _Numbering:
    """One walk over the parts: which number each source has been given so far."""

    def __init__(self, known: Container[str]) -> None:
        self._known = known
        self.numbers: dict[str, int] = {}
        self.unknown: dict[str, None] = {}

    def part(self, part: Part) -> Part:
        blocks = tuple(self._block(block) for block in part.blocks)
        same = all(new is old for new, old in zip(blocks, part.blocks, strict=True))
        return part if same else part._replace(blocks=blocks)

    def _block(self, block: Block) -> Block:
        if isinstance(block, Paragraph | Heading):
            inlines = self._inlines(block.inlines)
            return block if inlines is block.inlines else block._replace(inlines=inlines)
        if not isinstance(block, ListBlock):
            return block
        items = tuple(tuple(self._paragraph(paragraph) for paragraph in item) for item in block.items)
        return block if items == block.items else block._replace(items=items)

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        inlines = self._inlines(paragraph.inlines)
        return paragraph if inlines is paragraph.inlines else Paragraph(inlines, paragraph.role)

    def _inlines(self, inlines: Inlines) -> Inlines:
        if not any(isinstance(inline, CitationMark) for inline in inlines):
            return inlines
        return tuple(self._mark(inline) if isinstance(inline, CitationMark) else inline for inline in inlines)

    def _mark(self, mark: CitationMark) -> CitationMark:
        cites = tuple(Cited(cited.source, cited.locator, self._number(cited.source)) for cited in mark.cites)
        origin = Origin.LIBRARY if all(cited.number for cited in cites) else Origin.GAP
        return CitationMark(cites, (Run(label(cites), origin),))

    def _number(self, source: str) -> int:
        if source not in self._known:
            self.unknown.setdefault(source)
            return 0
        return self.numbers.setdefault(source, len(self.numbers) + 1)
