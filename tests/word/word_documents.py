"""Short ways to say a document, for tests."""

from __future__ import annotations

from mundraft.document.tree import (
    CitationMark,
    Heading,
    Link,
    ListBlock,
    Origin,
    Paragraph,
    ParagraphRole,
    Run,
)

SENTENCE = "Traffickers reach children through false offers of work, and the shelters that should take them are full. "


def said(text: str, **looks: bool) -> Run:
    return Run(text, Origin.DELEGATE, **looks)


def paragraph(*inlines: Run | Link | CitationMark, role: ParagraphRole = ParagraphRole.BODY) -> Paragraph:
    return Paragraph(tuple(inlines), role)


def heading(text: str, level: int = 1) -> Heading:
    return Heading(level, (Run(text, Origin.TEMPLATE),))


def numbered(*items: str) -> ListBlock:
    return ListBlock(tuple((paragraph(said(item)),) for item in items), ordered=True)
