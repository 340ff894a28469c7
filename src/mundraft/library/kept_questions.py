"""The questions of templates that ship, kept as plain values once they were parsed, and merged with what they extend.

To parse a chain with the place of every value, and to merge it, takes most of opening a paper whose template extends
another. What is kept stands in `__pycache__`, among the compiled modules of this program, and is trusted as those are:
whoever can write there can change the program itself. Nothing of anybody else's template is kept or read there. It
counts only while every file of the chain and every module that had a part in it is as it was; the places of values are
still read from the files themselves.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from collections.abc import Sequence
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from typing import Any, NamedTuple

from mundraft import __version__
from mundraft.files.atomic import write_atomically
from mundraft.problems import CannotSave

_HERE = Path(__file__).parent
_MADE_BY = (_HERE, _HERE.parent / "strictyaml")


class Questions(NamedTuple):
    """The plain values of a chain's merged questions, and what the template leaves out of those that it extends."""

    values: dict[str, Any]
    left_out: tuple[str, ...]


class Held(NamedTuple):
    """What is kept of a template: the names of the chain that it was made from, nearest first, and the rest unread."""

    names: tuple[str, ...]
    rest: bytes

    def questions(self, definitions: Sequence[bytes]) -> Questions | None:
        """What was kept, where the chain's files still hold what they held; else None."""
        key = _key(self.names, definitions)
        if not self.rest.startswith(key):
            return None
        try:
            values, left_out = marshal.loads(self.rest[len(key) :])  # noqa: S302 - trusted as a .pyc is
        except (ValueError, EOFError, TypeError):
            return None
        return Questions(values, tuple(left_out))


def held(name: str) -> Held | None:
    """What is kept of a template that ships, None where there is nothing."""
    path = _path(name)
    if path is None:
        return None
    try:
        names, _, rest = path.read_bytes().partition(b"\n")
        return Held(tuple(names.decode("utf-8").split("/")), rest)
    except (OSError, ValueError):
        return None


def keep(names: Sequence[str], definitions: Sequence[bytes], questions: Questions) -> None:
    """Keep the questions of a template that ships, where this Python keeps what it compiles."""
    path = _path(names[0])
    if path is None or sys.dont_write_bytecode:
        return
    with contextlib.suppress(OSError, CannotSave):
        path.parent.mkdir(parents=True, exist_ok=True)
        head = "/".join(names).encode("utf-8") + b"\n" + _key(names, definitions)
        write_atomically(path, head + marshal.dumps((questions.values, questions.left_out)), durably=False)


def _path(name: str) -> Path | None:
    plain = "".join(letter if letter.isalnum() else "-" for letter in name)
    try:
        return Path(cache_from_source(str(_HERE / f"questions-of-{plain}.py")))
    except NotImplementedError:  # a Python that keeps nothing compiled
        return None


def _key(names: Sequence[str], definitions: Sequence[bytes]) -> bytes:
    """What tells whether kept questions are still those that would be merged."""
    made_by = []
    for folder in _MADE_BY:
        with os.scandir(folder) as modules:
            made_by += sorted(
                (module.name, module.stat().st_mtime_ns, module.stat().st_size)
                for module in modules
                if module.name.endswith(".py")
            )
    made_from = repr((__version__, tuple(names), made_by)).encode("utf-8", "surrogatepass")
    return MAGIC_NUMBER + source_hash(b"\0".join([made_from, *(source_hash(one) for one in definitions)]))
