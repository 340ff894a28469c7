"""The questions of templates that ship, kept as plain values once they were parsed, and merged with what they extend.

To parse a chain with the place of every value, and to merge it, takes most of opening a paper whose template extends
another. What is kept stands beside the modules of this package (`files.beside_modules` says under which rules); nothing
of anybody else's template is kept or read there. It counts only while every file of the chain is as it was, too; the
places of values are still read from the files themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import source_hash
from pathlib import Path
from typing import Any, NamedTuple

from mundraft.files.beside_modules import Maker

_HERE = Path(__file__).parent
_MAKER = Maker((_HERE, _HERE.parent / "strictyaml", _HERE.parent / "models"))


class Questions(NamedTuple):
    """The plain values of a chain's merged questions, and what the template leaves out of those that it extends."""

    values: dict[str, Any]
    left_out: tuple[str, ...]


class Held(NamedTuple):
    """What is kept of a template: the names of the chain that it was made from, nearest first, what tells whether that
    is as it was, and the questions."""

    names: tuple[str, ...]
    made_from: bytes
    values: dict[str, Any]
    left_out: tuple[str, ...]

    def questions(self, definitions: Sequence[bytes]) -> Questions | None:
        """What was kept, where the chain's files still hold what they held; else None."""
        if self.made_from != _hashes(definitions):
            return None
        return Questions(self.values, self.left_out)


def held(name: str) -> Held | None:
    """What is kept of a template that ships, None where there is nothing."""
    kept = _MAKER.kept(_name_of(name), name.encode())
    return None if kept is None else Held(*kept)


def keep(names: Sequence[str], definitions: Sequence[bytes], questions: Questions) -> None:
    """Keep the questions of a template that ships, where this Python keeps what it compiles."""
    values = (tuple(names), _hashes(definitions), questions.values, questions.left_out)
    _MAKER.keep(_name_of(names[0]), values, names[0].encode())


def _name_of(template: str) -> str:
    return f"questions-of-{template}"


def _hashes(definitions: Sequence[bytes]) -> bytes:
    return b"".join(source_hash(one) for one in definitions)
