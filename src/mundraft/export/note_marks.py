"""Notes where there is no foot of a page: a number in brackets in the text, and a list of notes after all the rest."""

from __future__ import annotations

from collections.abc import Iterator

from mundraft.document.tree import CitationMark, Inlines, Link, Origin, Run, printed

#: What stands over the list of notes.
NOTES_TITLE = "Notes"


def note_mark(number: int) -> str:
    """The mark of a note in the text and in the list: "[3]"."""
    return f"[{number}]"


def with_note_marks(inlines: Inlines) -> Iterator[Run | Link]:
    """The inlines as they are printed, with a number where a note is pointed at."""
    for inline in inlines:
        if isinstance(inline, CitationMark) and inline.note:
            yield Run(note_mark(inline.note), Origin.LIBRARY)
        else:
            yield from printed((inline,))
