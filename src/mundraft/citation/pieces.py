"""The small algebra that every style is written in: pieces of an entry, joined by marks.

A piece is a run of inlines, empty where the source does not say. Joining skips what is empty, so that no style ever
asks whether a field is there only to print a comma. How marks meet is settled once, at the end (`settled`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from mundraft.document.tree import CitationMark, Inline, Inlines, Link, Origin, Run, inline_text

NOTHING: Inlines = ()
_LIBRARYS = Origin.LIBRARY
_CLOSING = "”’"
_MARKS = (".", ",", ";", ":")
_ENDS = tuple(".?!…。？！")


def one_line(text: str) -> str:
    """The text without line breaks and without spaces that say nothing."""
    return " ".join(text.split()) if text else ""  # most fields of a source are empty


def words(text: str, origin: Origin) -> Inlines:
    """Words of a source, in one line."""
    text = one_line(text)
    return (Run(text, origin),) if text else NOTHING


def own(text: str) -> Inlines:
    """Words and marks of the style itself."""
    return (Run(text, _LIBRARYS),) if text else NOTHING


#: What stands between pieces: a style has a handful of these marks.
_between = lru_cache(maxsize=64)(own)


def italic(piece: Inlines) -> Inlines:
    return tuple(inline._replace(italic=True) if isinstance(inline, Run | Link) else inline for inline in piece)


def quoted(piece: Inlines) -> Inlines:
    """The piece between quotation marks; those within it become single ones."""
    if not piece:
        return NOTHING
    return (*own("“"), *(_with_single_quotes(inline) for inline in piece), *own("”"))


def _with_single_quotes(inline: Inline) -> Inline:
    if isinstance(inline, CitationMark):
        return inline
    return inline._replace(text=inline.text.replace("“", "‘").replace("”", "’"))


def joined(pieces: Iterable[Inlines], by: str) -> Inlines:
    """The pieces that are not empty, with `by` between them."""
    whole: list[Inline] = []
    for piece in pieces:
        if piece:
            if whole:
                whole += _between(by)
            whole += piece
    return tuple(whole)


def between(before: str, piece: Inlines, after: str = "") -> Inlines:
    """The piece with the style's marks around it; nothing where the piece is empty."""
    return (*own(before), *piece, *own(after)) if piece else NOTHING


def capitalised(piece: Inlines) -> Inlines:
    """The piece with its first letter large."""
    if not piece or isinstance(piece[0], CitationMark):
        return piece
    first = piece[0]
    return (first._replace(text=first.text[:1].upper() + first.text[1:]), *piece[1:])


def text_of(piece: Iterable[Inline]) -> str:
    return "".join([inline_text((one,)) if isinstance(one, CitationMark) else one.text for one in piece])


def ended(piece: Inlines) -> Inlines:
    """The piece, settled, with one full stop at its end."""
    return settled((*piece, *own("."))) if piece else NOTHING


def closed(piece: Inlines) -> Inlines:
    """The piece with one full stop at its end, and no other mark moved: for styles that punctuate as the British do."""
    return piece if not piece or text_of(piece).endswith(_ENDS) else (*piece, *own("."))


def settled(piece: Inlines) -> Inlines:
    """The piece with every meeting of two marks put right.

    A full stop or a comma goes inside the quotation marks that it follows, as American styles have it; a full stop
    after another end of a sentence, and a comma after a quoted question, fall away (Chicago 6.125). Only where pieces
    meet: what stands within a source's own words is left as it is.
    """
    whole: list[Inline] = []
    for inline in piece:
        if isinstance(inline, CitationMark):
            whole.append(inline)
        elif whole:
            _append(whole, inline)
        elif inline.text:
            whole.append(inline)
    return tuple(whole)


def _append(whole: list[Inline], inline: Run | Link) -> None:
    text = inline.text
    if text[:1] in _MARKS:
        text = _met(whole, text_of(whole[-3:]), text)
    if not text:
        return
    last = whole[-1]
    if isinstance(last, Run) and isinstance(inline, Run) and last[1:] == inline[1:]:
        whole[-1] = Run(last.text + text, last.origin, last.bold, last.italic)
    else:
        whole.append(inline if text is inline.text else inline._replace(text=text))


def _met(whole: list[Inline], before: str, text: str) -> str:
    """What is left of the text after its first mark has met what stands before it."""
    mark = text[0]
    inner = before.rstrip(_CLOSING)
    is_quoted = len(inner) < len(before) and before.count("“") + before.count("‘") > 0 and before[-1] == "”"
    if _falls_away(inner[-1:] if is_quoted else before[-1:], mark, is_quoted):
        return text[1:]
    if is_quoted and mark in ".,":
        _put_inside(whole, len(before) - len(inner), mark)
        return text[1:]
    return text


def _falls_away(before: str, mark: str, is_quoted: bool) -> bool:
    if mark == ".":
        return before in _ENDS
    if mark == ",":
        return before == "," or (is_quoted and before in ("?", "!"))
    return before in ("?", "!") if mark == ":" else False


def _put_inside(whole: list[Inline], closing: int, mark: str) -> None:
    """Put the mark before so many closing quotation marks at the end."""
    index = len(whole) - 1
    while index >= 0:
        inline = whole[index]
        if isinstance(inline, CitationMark):
            return
        if len(inline.text) >= closing:
            cut = len(inline.text) - closing
            whole[index] = inline._replace(text=inline.text[:cut] + mark + inline.text[cut:])
            return
        closing -= len(inline.text)
        index -= 1
