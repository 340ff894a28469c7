"""What the code of a template calls while it runs: for parts of values, what is printed, what is joined, loops.

`generator` writes these calls into the code, and hands most of them the rendering's `Run`, so that none looks for it.
Nothing else of a value can be reached from a template: there is no other way to an attribute or an entry, and the only
way to a call is in `callables`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, NoReturn

from mundraft.document.tree import Origin
from mundraft.templating import budget
from mundraft.templating.budget import Run
from mundraft.templating.faults import Refused, did_you_mean
from mundraft.templating.leaf import MANY_PIECES, NOTHING, Fragment, Leaf, Nothing, Piece, Record
from mundraft.templating.values import cites_of, kind_in_words, pieces_of, text_of

#: What a template may ask of the loop that it stands in.
LOOP_ATTRIBUTES = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem")

# Kinds are compared by `is` here and not by `isinstance`, which takes three times as long: there are no kinds of them.
_LISTS: Final = (tuple, list)
_HELD_PLACE: Final = Leaf("", Origin.TEMPLATE)


#: What stands for a name that has no value, and for an argument that was not given.
missing: Final = object()


def identity(value: Any) -> Any:
    """What escapes nothing."""
    return value


def unknown(hint: str = "", name: str = "", **_more: object) -> Nothing:
    """What a name without a value is. Raises `Refused`, but where Jinja only means that something is not there."""
    if not name:
        return NOTHING
    if hint:
        raise Refused("template-missing-argument", f"This macro was not given its `{name}`.")
    raise Refused(
        "template-unknown-name",
        f"Nothing is called `{name}` here.",
        did_you_mean(name, budget.current().names),
    )


class Loop:
    """What a `{% for %}` goes through, each entry with the loop itself, which knows where it is."""

    __slots__ = ("_entries", "index0")

    def __init__(self, entries: Iterable[Any], _undefined: object) -> None:
        self._entries = tuple(entries)
        self.index0 = -1

    def __iter__(self) -> Iterator[tuple[Any, Loop]]:
        for index, one in enumerate(self._entries):
            self.index0 = index
            yield one, self

    @property
    def length(self) -> int:
        return len(self._entries)

    @property
    def index(self) -> int:
        return self.index0 + 1

    @property
    def revindex0(self) -> int:
        return len(self._entries) - self.index0 - 1

    @property
    def revindex(self) -> int:
        return len(self._entries) - self.index0

    @property
    def first(self) -> bool:
        return self.index0 == 0

    @property
    def last(self) -> bool:
        return self.index0 == len(self._entries) - 1

    @property
    def previtem(self) -> Any:
        return self._entries[self.index0 - 1] if self.index0 > 0 else NOTHING

    @property
    def nextitem(self) -> Any:
        return NOTHING if self.last else self._entries[self.index0 + 1]


def printed(value: Any) -> Fragment | Leaf:
    """What `{{ … }}` prints."""
    kind = value.__class__
    if kind is Leaf:
        return value  # type: ignore[no-any-return]
    if kind is not Fragment:
        return Fragment(pieces_of(value))
    for piece in value.pieces[:MANY_PIECES]:
        text = piece if piece.__class__ is str else piece.text
        if text and not text.isspace():
            return value  # type: ignore[no-any-return]
    if len(value.pieces) > MANY_PIECES and value:
        return value  # type: ignore[no-any-return]
    # what shows no words still holds its place, so that a line with nothing else on it ends no paragraph
    return Leaf("", Origin.TEMPLATE, cites_of(value)) if value.pieces else _HELD_PLACE


def gathered(run: Run, output: Iterable[Any]) -> Fragment:
    """What a macro gave, without the blanks at its edges: they come from how its lines stand in the template."""
    pieces = _in_one(run, output)
    _trim(pieces)
    return Fragment(tuple(pieces))


def captured(output: Iterable[Any]) -> Fragment:
    """What the lines of a `{% set %}` block gave."""
    return Fragment(tuple(_in_one(budget.current(), output)))


def _in_one(run: Run, output: Iterable[Any]) -> list[Piece]:
    pieces: list[Piece] = []
    for part in output:
        if part.__class__ is Fragment:
            put_behind(run, pieces, part)
        else:
            pieces.append(part)
    run.hold(len(pieces))
    return pieces


def put_behind(run: Run, pieces: list[Piece], fragment: Fragment) -> None:
    """Put the pieces of a fragment behind others. Raises `Refused` at once when they are more than any paper has: a
    fragment of thousands can be put there thousands of times."""
    pieces += fragment.pieces
    if len(pieces) > budget.MAX_PIECES:
        run.hold(len(pieces))


def _trim(pieces: list[Piece]) -> None:
    while pieces and pieces[0].__class__ is str:
        pieces[0] = pieces[0].lstrip()
        if pieces[0]:
            break
        del pieces[0]
    while pieces and pieces[-1].__class__ is str:
        pieces[-1] = pieces[-1].rstrip()
        if pieces[-1]:
            break
        del pieces[-1]


def joined(run: Run, values: Iterable[Any]) -> Fragment:
    """Values joined by `~`, each keeping its author."""
    pieces: list[Piece] = []
    for value in values:
        kind = value.__class__
        if kind is Fragment:
            put_behind(run, pieces, value)
        elif kind is Leaf:
            pieces.append(value)
        else:
            pieces.extend(pieces_of(value))
    run.hold(len(pieces))
    return Fragment(tuple(pieces))


def plain(run: Run, value: Any, depth: int = 0) -> Any:
    """A value as it is compared: by its words, whoever wrote them."""
    kind = value.__class__
    if kind is Leaf:
        return value.text
    if kind is Fragment or kind is Nothing:
        return text_of(value)
    if isinstance(value, _LISTS):
        run.tick(1 + len(value))
        budget.check_nested(depth)
        return tuple([plain(run, item, depth + 1) for item in value])
    if kind is Loop:  # asked whether something is in it, Python would go through it
        raise Refused("template-wrong-kind", "The loop has parts, and cannot be compared.", "Compare `loop.index`.")
    return value


def field(value: Any, name: str) -> Any:
    """A named part of a value: of a record, of nothing, of the loop. Raises `Refused` where there is none."""
    kind = value.__class__
    if kind is Record:
        found = value.get(name)  # no record holds None
        return _unknown_field(value, name) if found is None else found
    if kind is Nothing:
        return NOTHING
    if kind is Loop and name in LOOP_ATTRIBUTES:
        return getattr(value, name)
    raise _no_parts(value, name)


def entry(value: Any, key: Any) -> Any:
    """An entry of a list by its number, or a part of a record by its name. Raises `Refused` for all else."""
    if key.__class__ is Leaf:
        key = key.text
    if isinstance(key, int) and isinstance(value, _LISTS):
        return value[key] if -len(value) <= key < len(value) else NOTHING
    if value.__class__ is Record and isinstance(key, str):
        return field(value, key)
    if value.__class__ is Nothing:
        return NOTHING
    # a list that holds itself many times over has no end of words
    raise _no_parts(value, str(key) if isinstance(key, str | int) else "")


def each_of(run: Run, values: Any) -> tuple[Any, ...]:
    """The list of a `{% for %}`, its entries counted whether or not the loop's own condition keeps them."""
    if values.__class__ is Nothing:
        return ()
    if not isinstance(values, _LISTS):
        raise Refused("template-wrong-kind", "A loop needs a list, and this is none.", "Use {% if … %} for one answer.")
    run.tick(len(values))
    return tuple(values)


def _unknown_field(record: Record, name: str) -> NoReturn:
    raise Refused("template-unknown-field", f"There is no `{name}` in this.", did_you_mean(name, record.keys()))


def _no_parts(value: object, name: str) -> Refused:
    what = f"There is no `{name}`" if name else "There is no part of this name"
    return Refused("template-unknown-field", f"{what} in {kind_in_words(value)}.", "Look for a missing loop.")
