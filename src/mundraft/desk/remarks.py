"""What is told of a document that was made all the same: what its conference wants otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mundraft.text.folding import fold

if TYPE_CHECKING:
    from pathlib import Path

    from mundraft.compose.presentation import Presentation
    from mundraft.document.tree import Document
    from mundraft.paper.model import Paper

_CALLED = {"docx": "Word", "pdf": "PDF", "txt": "plain text", "md": "Markdown"}


def about_format(presentation: Presentation, to: str) -> Iterator[str]:
    """Whether the conference takes the format."""
    formats = presentation.file.formats
    if formats and to not in formats:
        taken = " or ".join(_CALLED[one] for one in formats)
        yield f"{presentation.conference} takes papers as {taken}, and this is {_CALLED[to]}. Add: --to {formats[0]}"


def about_name(presentation: Presentation, unsaid: Iterable[str]) -> Iterator[str]:
    """What the conference wants in the file's name and the paper does not say."""
    missing = " and ".join(unsaid)
    if missing:
        yield f"{presentation.conference} wants the {missing} in the file's name: answer that, and export again."


def about_anonymity(presentation: Presentation, paper: Paper, document: Document, path: Path) -> Iterator[str]:
    """Where an anonymous paper still names a delegate or a school: in the delegate's own words, or its file's name."""
    if not presentation.anonymous:
        return
    for name in names_shown(paper, _words_of(document)):
        yield f"{presentation.conference} wants papers without names, and “{name}” stands in the text. Take it out."
    for name in names_shown(paper, path.stem):
        yield f"{presentation.conference} wants papers without names, and “{name}” stands in the file's name."


def names_shown(paper: Paper, text: str) -> tuple[str, ...]:
    """The delegates and the school that a text names in full, however it is written."""
    folded = f" {fold(text)} "
    names = dict.fromkeys(" ".join(name.split()) for name in (*paper.delegates, paper.school))
    return tuple(name for name in names if fold(name) and f" {fold(name)} " in folded)


def _words_of(document: Document) -> str:
    from mundraft.document.tree import block_paragraphs, inline_text

    lines = [inlines for block in document.blocks() for inlines in block_paragraphs(block)]
    return "\n".join(map(inline_text, [*lines, *(note.inlines for note in document.notes)]))
