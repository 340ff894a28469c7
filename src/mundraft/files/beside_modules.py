"""What is made of the program's own files, kept for its next run among its compiled modules, in `__pycache__`.

It is trusted as those are, and for the same reason: whoever can write there can change the program itself. So nothing
that a stranger wrote may be kept here. Like a compiled module, what is kept counts only while all that it was made from
is as it was: the modules that made it, the program's version, Python's, and what else its maker names. What was damaged
is as good as not there, and where nothing can be kept everything is made anew.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from typing import Any, NamedTuple

from mundraft import __version__
from mundraft.problems import CannotSave

#: In bytes: the hash of what it was made from, and that of what is kept.
_HASH = 8
_HEAD = len(MAGIC_NUMBER) + 2 * _HASH


class Maker(NamedTuple):
    """The modules that make something that is kept: those of some folders, and the first is where it is kept.

    `versions` tell of what else had a part in it, such as libraries."""

    folders: tuple[Path, ...]
    versions: tuple[object, ...] = ()

    def kept(self, name: str, made_from: bytes = b"") -> Any:
        """What was kept under a name, made of just this by just these modules; None where there is none.

        It is plain values (numbers, texts, bytes, tuples, lists, dicts) or compiled code."""
        path = self.where(name)
        if path is None:
            return None
        try:
            held = path.read_bytes()
            values = held[_HEAD:]
            if held[:_HEAD] != self._head(made_from, values):
                return None
            return marshal.loads(values)  # noqa: S302 - trusted as a .pyc is
        except (OSError, ValueError, EOFError, TypeError):
            return None

    def keep(self, name: str, values: Any, made_from: bytes = b"", *, most: int = 0) -> None:
        """Keep plain values or compiled code, where this Python keeps what it compiles.

        With `most`, no more than so many are kept whose names begin as this one does, up to its first "-": the oldest
        go. Two processes that keep something at once do not meet: the later one's stays, and it is the same."""
        path = self.where(name)
        if path is None or sys.dont_write_bytecode:
            return
        from mundraft.files.atomic import write_atomically

        with contextlib.suppress(OSError, CannotSave):
            path.parent.mkdir(parents=True, exist_ok=True)
            data = marshal.dumps(values)
            write_atomically(path, self._head(made_from, data) + data, durably=False)
            if most:
                _leave(most, path)

    def where(self, name: str) -> Path | None:
        """The file that something of this name is kept in; None where this Python keeps nothing compiled."""
        plain = "".join(letter if letter.isalnum() else "-" for letter in name)
        try:
            return Path(cache_from_source(str(self.folders[0] / f"{plain}.py")))
        except NotImplementedError:
            return None

    def _head(self, made_from: bytes, values: bytes) -> bytes:
        """What tells whether a kept thing is still the one that would be made, and whether it is whole."""
        made_by = repr((__version__, self.versions, [_modules(folder) for folder in self.folders]))
        made = made_by.encode("utf-8", "surrogatepass") + b"\0" + made_from
        return MAGIC_NUMBER + source_hash(made) + source_hash(values)


def _modules(folder: Path) -> list[tuple[str, int, int]]:
    """The modules of a folder, each with the time of its last change and its size."""
    with os.scandir(folder) as files:
        return sorted(
            (file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files if file.name.endswith(".py")
        )


def _leave(most: int, path: Path) -> None:
    """Remove the oldest of those that are kept under names of one beginning, until so many are left."""
    kept = [(one.stat().st_mtime_ns, one) for one in path.parent.glob(f"{path.name.partition('-')[0]}-*.pyc")]
    for _, one in sorted(kept)[:-most]:
        one.unlink(missing_ok=True)
