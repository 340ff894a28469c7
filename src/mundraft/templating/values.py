"""What values of a template hold: the pieces that they print, their entries, their citations, their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from mundraft.document.tree import Cited, Origin
from mundraft.templating import budget
from mundraft.templating.english import CLOSERS, end_split, without_hanging
from mundraft.templating.faults import Refused
from mundraft.templating.leaf import MANY_PIECES, Fragment, Leaf, Nothing, Piece, Record, merged, own

_LISTS: Final = (tuple, list)
#: More characters than nearly every value has.
_LONG = 2_000


def pieces_of(value: object) -> tuple[Piece, ...]:
    """The pieces that a value prints. A string or a number written in the template is the template's own word.

    Raises `Refused` for what cannot be printed: a list, a record, a yes or no."""
    kind = value.__class__  # compared by `is`, which takes a third of the time of `isinstance`
    if kind is Fragment:
        return value.pieces  # type: ignore[attr-defined,no-any-return]
    if kind is Leaf:
        return (value,)  # type: ignore[return-value]
    if kind is str:
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


def kind_in_words(value: object) -> str:
    """What a value is, for a person who used it where it does not fit."""
    if isinstance(value, bool):
        return "a yes or a no"
    if isinstance(value, int):
        return "a number"
    if isinstance(value, _LISTS):
        return "a list"
    if isinstance(value, Record):
        return "something with parts"
    if isinstance(value, Leaf | Fragment | str):
        return "words"
    return "nothing" if value is None or isinstance(value, Nothing) else "this"


def items_of(value: object) -> tuple[Any, ...]:
    """The entries of a list, without those that are empty; one answer alone counts as a list of one."""
    if isinstance(value, _LISTS):
        if len(value) > MANY_PIECES:
            budget.current().tick(len(value))
        return tuple(item for item in value if item or (isinstance(item, int) and not isinstance(item, bool)))
    return (value,) if value else ()


def cites_of(value: object, more: tuple[object, ...] = ()) -> tuple[Cited, ...]:
    """Every citation that a value carries, anywhere inside it or inside `more`, each once."""
    if value.__class__ is Leaf and not more:  # nearly always
        cites: tuple[Cited, ...] = value.cites
        return merged(cites) if len(cites) > 1 else cites
    found: list[Cited] = []
    used = budget.current()
    _gather_cites(value, found, used)
    for one in more:
        _gather_cites(one, found, used)
    return merged(found) if found else ()


def _gather_cites(value: object, found: list[Cited], used: budget.Run, depth: int = 0) -> None:
    kind = value.__class__
    if kind is Leaf:
        found += value.cites  # type: ignore[attr-defined]
        return
    used.tick()  # lists of the same lists can be made to hold more entries than there are atoms
    if kind is Fragment:
        used.tick(len(value.pieces))  # type: ignore[attr-defined]
        for piece in value.pieces:  # type: ignore[attr-defined]
            if piece.__class__ is Leaf and piece.cites:
                found += piece.cites
    elif isinstance(value, _LISTS):
        budget.check_nested(depth)
        for item in value:
            _gather_cites(item, found, used, depth + 1)
    elif isinstance(value, Record):
        for item in value.values():
            _gather_cites(item, found, used, depth + 1)


def text_of(value: object) -> str:
    """The words of a value, joined: for looking at, never for printing."""
    if value.__class__ is str:
        return value
    pieces = pieces_of(value)
    if len(pieces) > MANY_PIECES:
        budget.current().spend(pieces)
    text = "".join([_text(piece) for piece in pieces])
    if len(text) > _LONG:
        budget.current().spend((text,))
    return text


def _text(piece: Piece) -> str:
    return piece if piece.__class__ is str else piece.text  # type: ignore[union-attr]


def mark_of(cites: tuple[Cited, ...]) -> tuple[Piece, ...]:
    """One citation mark for citations that are `merged`; no piece where there is none."""
    return (Leaf("", Origin.LIBRARY, cites),) if cites else ()


# What follows changes a list of pieces that is being put together, so that no filter copies what the next one changes.


def uncited(value: object) -> list[Piece]:
    """The pieces that a value prints, without their citation marks."""
    pieces = counted(pieces_of(value))
    return [piece if piece.__class__ is str or not piece.cites else piece.uncited() for piece in pieces]  # type: ignore[union-attr]


def counted(pieces: tuple[Piece, ...]) -> list[Piece]:
    """Pieces as a list to be changed; many are counted."""
    if len(pieces) > MANY_PIECES:
        budget.current().hold(len(pieces))
    return list(pieces)


def take_last_cites(pieces: list[Piece]) -> tuple[Cited, ...]:
    """Take the citations behind the last words: those of the last piece that shows, and of all behind it."""
    at = max(0, _last_that_shows(pieces))
    cites = [cited for piece in pieces[at:] if isinstance(piece, Leaf) for cited in piece.cites]
    pieces[at:] = [piece.uncited() if isinstance(piece, Leaf) else piece for piece in pieces[at:]]
    return tuple(cites)


def leave_out(pieces: list[Piece], cites: tuple[Cited, ...]) -> None:
    """Leave out of each mark the citations that the whole of the pieces has already."""
    had = frozenset(cites)
    for index, piece in enumerate(pieces):
        if isinstance(piece, Leaf) and piece.cites:
            left = tuple(cited for cited in piece.cites if cited not in had)
            pieces[index] = Leaf(piece.text, piece.origin, left, piece.italic, piece.url)


def change_first(pieces: list[Piece], change: Callable[[str], str]) -> None:
    """Change the first piece that shows."""
    for index, piece in enumerate(pieces):
        text = _text(piece)
        if text and not text.isspace():
            pieces[index] = _with_text(piece, change(text))
            return


def change_last(pieces: list[Piece], change: Callable[[str], str]) -> None:
    """Change the last piece that shows."""
    at = _last_that_shows(pieces)
    if at >= 0:
        pieces[at] = _with_text(pieces[at], change(_text(pieces[at])))


def take_end(pieces: list[Piece]) -> Piece | None:
    """Take the end mark from the last piece that shows, and give it as a piece of the same author: "" where it stays,
    inside closing quotation marks."""
    at = _last_that_shows(pieces)
    if at < 0:
        return None
    piece = pieces[at]
    body, end = end_split(_text(piece))
    if end and end[0] in CLOSERS:
        return ""
    pieces[at] = _with_text(piece, body)
    if not end:
        return None
    return end if isinstance(piece, str) else Leaf(end, piece.origin, italic=piece.italic)


def trim(pieces: list[Piece]) -> None:
    """Take away a comma, semicolon or colon left hanging at the end."""
    at = _last_that_shows(pieces)
    if at >= 0:
        pieces[at] = _with_text(pieces[at], without_hanging(_text(pieces[at])))


def _with_text(piece: Piece, text: str) -> Piece:
    return text if isinstance(piece, str) else piece.saying(text)


def _last_that_shows(pieces: list[Piece]) -> int:
    for index in range(len(pieces) - 1, -1, -1):
        text = _text(pieces[index])
        if text and not text.isspace():
            return index
    return -1
