"""What a document still says in the place of answers that are missing."""

from __future__ import annotations

from mundraft.document.tree import Document, Origin, Run, block_paragraphs


def gaps_in(document: Document) -> tuple[str, ...]:
    """The marks of missing answers as they are printed, in the order of the document."""
    gap = Origin.GAP
    return tuple(
        [
            item.text
            for block in document.blocks()
            for inlines in block_paragraphs(block)
            for item in inlines
            if isinstance(item, Run) and item.origin is gap
        ]
    )
