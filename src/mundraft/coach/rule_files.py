"""In which file a conference wants a paper: told at each export too, and so without what the other rules need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.document.tree import block_paragraphs, inline_text
from mundraft.problems import Problem, Severity

if TYPE_CHECKING:
    from mundraft.compose.presentation import Presentation
    from mundraft.document.tree import Document
    from mundraft.paper.model import Paper

_FORMATS = {"docx": "Word (.docx)", "pdf": "PDF (.pdf)", "txt": "plain text (.txt)", "md": "Markdown (.md)"}


def file_breaches(presentation: Presentation, path: Path, names: Collection[str] = ()) -> Iterator[Problem]:
    """What is wrong with the format and the name of a file that is to be handed in.

    `names` are those that the conference asks for, without an ending, one for each document; none where it asks for
    none."""
    called, formats, kind = presentation.conference, presentation.file.formats, path.suffix.lstrip(".").lower()
    if formats and kind not in formats:
        taken = " or ".join(_FORMATS[one] for one in formats)
        is_now = f"is .{kind}" if kind else "has no ending"
        what = f"{called} takes {taken}, and {path.name} {is_now}."
        again = f"Export it again with --to {formats[0]}, or choose {_FORMATS[formats[0]]} in the app."
        yield _of_file(presentation, "rule-format", what, again)
    if names and path.stem not in names:
        wanted = " or ".join(f"“{name}”" for name in names)
        what = f"{called} wants the file to be called {wanted}, and it is called “{path.stem}”."
        yield _of_file(presentation, "rule-file-name", what, "Rename it before you hand it in.")


def unsaid_in_name(presentation: Presentation, unsaid: Iterable[str]) -> Iterator[Problem]:
    """What the conference wants in the file's name and the paper does not say (in words: "the school")."""
    missing = " and ".join(unsaid)
    if missing:
        what = f"{presentation.conference} wants the {missing} in the file's name."
        yield _of_file(presentation, "rule-file-name", what, "Answer that, and export again.")


def names_shown(presentation: Presentation, paper: Paper, document: Document, path: Path) -> Iterator[Problem]:
    """Names that a document of an anonymous paper shows, in its text or in its file's name."""
    if not presentation.anonymous:
        return
    from .rule_wording import names_in

    for text, where in ((_words_of(document), "the text"), (path.stem, "the file's name")):
        for one in names_in(paper, text):
            what = f"{presentation.conference} reads papers without names, and in {where} stands {one.in_words}."
            yield _of_file(presentation, "rule-anonymous", what, "Take it out.")


def _of_file(presentation: Presentation, code: str, what: str, next_step: str) -> Problem:
    return Problem(code, what, next_step, severity=Severity.WARNING, seen=presentation.seen)


def _words_of(document: Document) -> str:
    lines = [inlines for block in document.blocks() for inlines in block_paragraphs(block)]
    return "\n".join(map(inline_text, [*lines, *(note.inlines for note in document.notes)]))
