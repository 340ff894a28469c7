"""Where a citation's mark stands among the words: before the full stop in the text, after it as a note.

The text comes with a space before every mark and the sentence's punctuation after it, as marks in the text have it.
Only the template's own spaces and brackets are taken away; no character of an answer is.
"""

from __future__ import annotations

from collections.abc import Sequence

from mundraft.document.tree import CitationMark, Inline, Inlines, Link, Origin, Run, Words, printed

#: What a note's number follows (Chicago 14.26: it stands after punctuation, but before a dash).
_BEFORE_A_NOTE = ".,;:?!…”’"


def joined_runs(inlines: Inlines) -> Words:
    """The words that are printed, with neighbours of one look and origin as one run."""
    if len(inlines) == 1 and isinstance(inlines[0], Run):
        return (inlines[0],)  # nearly always
    whole: list[Run | Link] = []
    for inline in printed(inlines):
        last = whole[-1] if whole else None
        if isinstance(last, Run) and isinstance(inline, Run) and last[1:] == inline[1:]:
            whole[-1] = Run(last.text + inline.text, *last[1:])
        else:
            whole.append(inline)
    return tuple(whole)


def after_punctuation(inlines: Inlines) -> Inlines:
    """The inlines with every mark against what it supports and behind the punctuation there.

    Marks with nothing but a space of the template between them become one."""
    placed: list[Inline] = []
    waiting: CitationMark | None = None
    for inline in inlines:
        if isinstance(inline, CitationMark):
            waiting = _together(waiting or _before(placed), inline)
        elif waiting is None:
            placed.append(inline)
        else:
            waiting = _past(placed, waiting, inline)
    return (*placed, waiting) if waiting else tuple(placed)


def without_silent_marks(inlines: Sequence[Inline]) -> Inlines:
    """The inlines without marks that print nothing, and without the space and the brackets that were theirs."""
    placed: list[Inline] = []
    closing = False
    for inline, following in zip(inlines, (*inlines[1:], None), strict=True):
        if isinstance(inline, CitationMark) and not inline.label and not inline.note:
            _drop(placed, " ")
            closing = isinstance(following, Run) and following.text.startswith(")") and _drop(placed, "(")
            if closing:
                _drop(placed, " ")
        elif closing and isinstance(inline, Run):
            placed.append(inline._replace(text=inline.text[1:]))
            closing = False
        else:
            placed.append(inline)
    return tuple(inline for inline in placed if isinstance(inline, CitationMark) or inline.text)


def _before(placed: list[Inline]) -> CitationMark | None:
    """Take the template's space away from before a mark; the mark that stands before it, taken out, if there is one."""
    _drop(placed, " ")
    last = placed[-1] if placed else None
    if isinstance(last, CitationMark):
        placed.pop()
        return last
    return None


def _together(first: CitationMark | None, second: CitationMark) -> CitationMark:
    if first is None:
        return second
    return CitationMark(tuple(dict.fromkeys((*first.cites, *second.cites))))


def _past(placed: list[Inline], mark: CitationMark, following: Run | Link) -> CitationMark | None:
    """Put down what follows a mark, and the mark once the punctuation is past; else the mark is still to be placed."""
    text = following.text
    rest = text.lstrip(_BEFORE_A_NOTE) if isinstance(following, Run) else text
    if len(rest) < len(text):
        placed.append(following._replace(text=text[: len(text) - len(rest)]))
    if not rest:
        return mark
    placed += [mark, following._replace(text=rest)]
    return None


def _drop(placed: list[Inline], char: str) -> bool:
    """Take one character of the template from the end; whether it stood there."""
    last = placed[-1] if placed else None
    if not isinstance(last, Run) or last.origin is not Origin.TEMPLATE or not last.text.endswith(char):
        return False
    placed.pop()
    if len(last.text) > 1:
        placed.append(last._replace(text=last.text[:-1]))
    return True
