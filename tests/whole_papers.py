"""Whole documents for tests, from what a paper shows: a title, a header block, parts and a resources list."""

from __future__ import annotations

from typing import Any

from mundraft.document.tree import (
    HEAD,
    RESOURCES,
    Block,
    Document,
    HeaderBlock,
    HeaderColumn,
    Origin,
    Part,
    Reference,
    ReferenceList,
    Run,
    Title,
    Words,
)


def header_line(label: str, *value: Run) -> Words:
    """A line of the header block as the project's own is set: a bold label and a value."""
    return Run(f"{label}:", Origin.TEMPLATE, bold=True), Run(" ", Origin.TEMPLATE), *value


def whole(
    title: str,
    header: tuple[Words, ...] = (),
    parts: tuple[Part, ...] = (),
    references: tuple[Reference, ...] = (),
    references_title: str = "Resources",
    **fields: Any,
) -> Document:
    """A document with its head before the parts and its resources after them."""
    head: list[Block] = [Title((Run(title, Origin.TEMPLATE),))] if title.strip() else []
    head += [HeaderBlock((HeaderColumn(header),), ruled=True)] if header else []
    listed = (Part(RESOURCES, (ReferenceList(references_title, references),)),) if references else ()
    return Document(title, (Part(HEAD, tuple(head)), *parts, *listed), **fields)
