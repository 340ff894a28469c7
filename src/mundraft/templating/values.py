"""What values of a template hold: the pieces that they print, their entries, their citations, their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from mundraft.document.tree import Cited, Origin
from mundraft.templating import budget
from mundraft.templating.english import CLOSERS, end_split
from mundraft.templating.faults import Refused
from mundraft.templating.leaf import Fragment, Leaf, Nothing, Piece, Record, Value, merged, own

_LISTS: Final = (tuple, list)


def pieces_of(value: object) -> tuple[Piece, ...]:
    """The pieces that a value prints. A string or a number written in the template is the template's own word.

    Raises `Refused` for what cannot be printed: a list, a record, a yes or no."""
    if isinstance(value, Fragment):
        return value.pieces
    if isinstance(value, Leaf):
        return (value,)
    if isinstance(value, str):
        return (own(value),)
    if value is None or isinstance(value, Nothing):
        return (own(""),)
    if isinstance(value, int) and not isinstance(value, bool):
        return (own(str(value)),)
    raise Refused("template-cannot-print", *_why_not_printed(value))


def _why_not_printed(value: object) -> tuple[str, str]:
    if isinstance(value, bool):
        return "This is a yes or a no, and cannot be printed.", "Ask for it with {% if … %}."
    if isinstance(value, Record):
        return "This has parts, and cannot be printed whole.", f"Print one of them: {', '.join(value.keys()[:8])}."
    if isinstance(value, tuple | list):
        return "This is a list, and cannot be printed whole.", "Write `| series`, or loop over it with {% for … %}."
    return "This cannot be printed.", "Print an answer, or the result of a filter or a macro."


def items_of(value: object) -> tuple[Any, ...]:
    """The entries of a list, without those that are empty; one answer alone counts as a list of one."""
    if isinstance(value, _LISTS):
        return tuple(item for item in value if item or (isinstance(item, int) and not isinstance(item, bool)))
    return (value,) if value else ()


def cites_of(value: object) -> tuple[Cited, ...]:
    """Every citation that a value carries, anywhere inside it, each once."""
    used = budget.current()
    if isinstance(value, Leaf):
        used.tick()
        return merged(value.cites) if value.cites else ()
    found: list[Cited] = []
    _gather_cites(value, found, used)
    return merged(found) if found else ()


def _gather_cites(value: object, found: list[Cited], used: budget.Run) -> None:
    used.tick()  # lists of the same lists can be made to hold more entries than there are atoms
    if isinstance(value, Leaf):
        found.extend(value.cites)
    elif isinstance(value, Fragment):
        used.tick(len(value.pieces))
        for piece in value.pieces:
            if isinstance(piece, Leaf):
                found.extend(piece.cites)
    elif isinstance(value, _LISTS):
        for item in value:
            _gather_cites(item, found, used)
    elif isinstance(value, Record):
        for item in value.values():
            _gather_cites(item, found, used)


def text_of(value: object) -> str:
    """The words of a value, joined: for looking at, never for printing."""
    return value if isinstance(value, str) else "".join([_text(piece) for piece in pieces_of(value)])


def _text(piece: Piece) -> str:
    return piece if isinstance(piece, str) else piece.text


def with_text(piece: Piece, text: str) -> Piece:
    """Another text by the same author."""
    return text if isinstance(piece, str) else piece.saying(text)


def shows(piece: Piece) -> bool:
    """Whether a piece prints anything but spaces."""
    text = _text(piece)
    return bool(text) and not text.isspace()


def mark_of(cites: Iterable[Cited]) -> tuple[Piece, ...]:
    """One citation mark in which each citation stands once; no piece where there is none."""
    found = merged(cites)
    return (Leaf("", Origin.LIBRARY, found),) if found else ()


def first_word_changed(value: Value, change: Callable[[str], str]) -> Fragment:
    """A value of which `change` has changed the first piece that shows."""
    pieces = list(pieces_of(value))
    for index, piece in enumerate(pieces):
        if shows(piece):
            pieces[index] = with_text(piece, change(_text(piece)))
            break
    return Fragment(tuple(pieces))


def without_end(pieces: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], Piece | None]:
    """Pieces without the end mark of the last that shows, and the end mark as a piece of the same author."""
    kept = list(pieces)
    for index in range(len(kept) - 1, -1, -1):
        if not shows(kept[index]):
            continue
        body, end = end_split(_text(kept[index]))
        if end and end[0] in CLOSERS:
            return tuple(kept), ""
        kept[index] = with_text(kept[index], body)
        return tuple(kept), _end_piece(kept[index], end) if end else None
    return tuple(kept), None


def _end_piece(of: Piece, end: str) -> Piece:
    return end if isinstance(of, str) else Leaf(end, of.origin, italic=of.italic)


def trimmed(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces without a comma, semicolon or colon left hanging at their end."""
    kept = list(pieces)
    for index in range(len(kept) - 1, -1, -1):
        if shows(kept[index]):
            kept[index] = with_text(kept[index], _text(kept[index]).rstrip(" ,;:"))
            break
    return tuple(kept)
