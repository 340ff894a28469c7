"""Which sources the parts of a paper cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mundraft.document.tree import CitationMark, Part, block_paragraphs


def cited_sources(parts: Iterable[Part]) -> Iterator[str]:
    """The ids of cited sources in the order of the text, as often as they are cited."""
    for part in parts:
        for block in part.blocks:
            for inlines in block_paragraphs(block):
                for inline in inlines:
                    if isinstance(inline, CitationMark):
                        yield from (cited.source for cited in inline.cites)
