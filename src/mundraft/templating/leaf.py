"""What a template may hold in its hands: leaves, records of leaves, nothing, and fragments of what it printed.

None of these is a string, and none gives its characters away by an attribute, a method or an operator: a template can
print a value, ask whether it is there, compare it and pass it to a filter. So the words of a delegate reach the
document tree whole, with the name of their author, and are never parsed as markup or as code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, TypeAlias

from mundraft.document.tree import Cited, Origin
from mundraft.templating import budget


class Leaf:
    """One value as it may be printed: its words, whose they are, and the sources they rest on.

    It is true when it has words. `url` (http or https) makes the words a link. A leaf without words but with cites
    prints its citation mark alone; it is how a record carries the sources of a whole entry.

    A leaf is never changed: that is held by the types and not while it runs, where it would make a leaf cost four times
    as much, and a paper takes a thousand of them. A template sets no attribute of anything."""

    __slots__ = ("cites", "italic", "origin", "text", "url")

    def __init__(
        self, text: str, origin: Origin, cites: tuple[Cited, ...] = (), italic: bool = False, url: str = ""
    ) -> None:
        self.text: Final = text
        self.origin: Final = origin
        self.cites: Final = cites
        self.italic: Final = italic
        self.url: Final = url

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Leaf) and self._held() == other._held()

    def __hash__(self) -> int:
        return hash(self._held())

    def _held(self) -> tuple[object, ...]:
        return self.text, self.origin, self.cites, self.italic, self.url

    def __repr__(self) -> str:
        return f"Leaf{self._held()!r}"

    def __bool__(self) -> bool:
        return bool(self.text) and not self.text.isspace()

    def __len__(self) -> int:
        """How many characters it has, for the budget: nothing that a template can ask for."""
        return len(self.text)

    def saying(self, text: str) -> Leaf:
        """The same leaf with other words: a filter's way to keep author, sources and look."""
        return self if text == self.text else Leaf(text, self.origin, self.cites, self.italic, self.url)

    def alone(self, text: str) -> Leaf:
        """Other words of the same author and look, without the sources: `uncited` and `saying` in one step."""
        return self if text == self.text and not self.cites else Leaf(text, self.origin, (), self.italic, self.url)

    def uncited(self) -> Leaf:
        """The same leaf without its sources."""
        return Leaf(self.text, self.origin, (), self.italic, self.url) if self.cites else self


@lru_cache(maxsize=1024)
def own(text: str) -> Leaf:
    """Words of the template as a value: what a filter adds, or a text between quotation marks in a tag."""
    return Leaf(text, Origin.TEMPLATE)


#: More pieces than nearly every value has: whoever goes through them is to count them.
MANY_PIECES: Final = 40

#: A piece of what a template printed: Markdown that stands in the template itself (`str`), or a value (`Leaf`).
Piece: TypeAlias = str | Leaf


class Fragment:
    """What a macro, a `{% set %}` block, a filter or `~` gave: pieces in order. Not a string, so it cannot be
    mistaken for the template's own Markdown. True when one of its pieces would show. Never changed, as a leaf is."""

    __slots__ = ("pieces",)

    def __init__(self, pieces: tuple[Piece, ...] = ()) -> None:
        self.pieces: Final = pieces

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fragment) and self.pieces == other.pieces

    def __hash__(self) -> int:
        return hash(self.pieces)

    def __repr__(self) -> str:
        return f"Fragment({self.pieces!r})"

    def __bool__(self) -> bool:
        pieces = self.pieces
        for piece in pieces[:MANY_PIECES]:  # a loop and not `any`: asked hundreds of times for each paper
            text = piece if isinstance(piece, str) else piece.text
            if text and not text.isspace():
                return True
        if len(pieces) <= MANY_PIECES:
            return False
        budget.current().tick(len(pieces))
        texts = (piece if isinstance(piece, str) else piece.text for piece in pieces[MANY_PIECES:])
        return any(text and not text.isspace() for text in texts)


class Nothing:
    """An optional answer that was not given: false, prints nothing, loops no times, and so does each of its parts."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "NOTHING"


#: The only `Nothing` there needs to be.
NOTHING: Final = Nothing()


class Record:
    """Named values, read-only: `solution.action`. A template reads its keys and nothing else of it. True when any of
    the values is."""

    __slots__ = ("_values",)

    def __init__(self, values: dict[str, Any]) -> None:
        """`values` are such already, and are taken as its own: `record_of` takes any."""
        self._values: Final = values

    def __getitem__(self, key: str) -> Any:
        return self._values[key]

    def get(self, key: str, default: Any = None) -> Any:
        return self._values.get(key, default)

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __bool__(self) -> bool:
        return any(self._values.values())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and self._values == other._values

    def __hash__(self) -> int:
        return hash(tuple(self._values.items()))

    def __repr__(self) -> str:
        return f"Record({self._values!r})"

    def keys(self) -> tuple[str, ...]:
        return tuple(self._values)

    def values(self) -> tuple[Any, ...]:
        return tuple(self._values.values())


#: What a name of a template can stand for.
Value: TypeAlias = Leaf | Fragment | Record | Nothing | bool | int | tuple[Any, ...]


#: What `as_value` gives back as it is. Put together once: this is asked for every value of every paper.
_VALUES: Final = (Leaf, Fragment, Record, Nothing, bool, int)
_PLAINLY_VALUES: Final = frozenset(_VALUES)


def record_of(_values: Mapping[str, object] | None = None, /, **more: object) -> Record:
    """A record of whatever `as_value` takes."""
    given = {**_values, **more} if _values else more
    return Record(
        {key: value if value.__class__ in _PLAINLY_VALUES else as_value(value) for key, value in given.items()}
    )


def as_value(given: object) -> Value:
    """A value as templates see it: a plain string is a word of the library, a list a tuple, None is nothing.

    Raises `TypeError` for what no template may hold: that is a fault of the program, never of a person."""
    if given.__class__ in _PLAINLY_VALUES:
        return given  # type: ignore[return-value]
    if isinstance(given, str):
        return Leaf(given, Origin.LIBRARY)
    if given is None:
        return NOTHING
    if isinstance(given, tuple | list):
        return tuple(as_value(item) for item in given)
    if isinstance(given, Mapping):
        return record_of(given)
    raise TypeError(f"a template cannot hold a {type(given).__name__}")


def merged(cites: Iterable[Cited]) -> tuple[Cited, ...]:
    """Citations in order, each once."""
    return tuple(dict.fromkeys(cites))
