"""Short ways to say a document, for tests."""

from __future__ import annotations

from mundraft.document.tree import (
    CitationMark,
    Cited,
    Heading,
    Link,
    ListBlock,
    Origin,
    Paragraph,
    ParagraphRole,
    Run,
)

#: The documents of `conftest.py`, by the names of their fixtures.
WHOLE = (
    "deep", "scripts", "tiny", "footnotes", "endnotes", "columns", "running", "running_columns", "each_topic",
    "no_header",
)  # fmt: skip
SENTENCE = "Traffickers reach children through false offers of work, and the shelters that should take them are full. "


def said(text: str, **looks: bool) -> Run:
    return Run(text, Origin.DELEGATE, **looks)


def paragraph(*inlines: Run | Link | CitationMark, role: ParagraphRole = ParagraphRole.BODY) -> Paragraph:
    return Paragraph(tuple(inlines), role)


def heading(text: str, level: int = 1) -> Heading:
    return Heading(level, (Run(text, Origin.TEMPLATE),))


def numbered(*items: str) -> ListBlock:
    return ListBlock(tuple((paragraph(said(item)),) for item in items), ordered=True)


def noted(number: int) -> CitationMark:
    """A citation that stands in the note of this number."""
    return CitationMark((Cited("source", "", 1),), (), number)
