"""The parts of a composed paper: by their ids, those that changed, and the one that an answer stands in."""

from __future__ import annotations

from itertools import count

from mundraft.document.tree import Block, Document, Origin, Part, Run, block_paragraphs
from mundraft.tui.preview import PartId


def parts_by_id(document: Document) -> dict[PartId, Part]:
    """The parts in order. One without a key is called by its number among them."""
    number = count(1)
    return {(part.key or f"#{next(number)}", part.topic): part for part in document.parts}


def changed_parts(before: Document | None, now: Document) -> list[PartId]:
    """The parts that read otherwise than before."""
    old = parts_by_id(before) if before else {}
    return [part_id for part_id, part in parts_by_id(now).items() if old.get(part_id) != part]


def part_saying(document: Document, text: str, topic: str) -> PartId | None:
    """The first part that holds this text as an answer, or as the question that is still open."""
    wanted = " ".join(text.split()).rstrip(".?!")
    if not wanted:
        return None
    for part_id, part in parts_by_id(document).items():
        if part.topic in ("", topic) and any(wanted in said for said in _said_in(part.blocks)):
            return part_id
    return None


def _said_in(blocks: tuple[Block, ...]) -> list[str]:
    return [
        " ".join(item.text.split())
        for block in blocks
        for inlines in block_paragraphs(block)
        for item in inlines
        if isinstance(item, Run) and item.origin is not Origin.TEMPLATE
    ]
