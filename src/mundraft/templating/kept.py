"""Templates that ship, kept as they were compiled: most of a start would else go into checking and compiling them.

They stand in `__pycache__`, among the compiled modules of this program, and are trusted as those are and for the same
reason: whoever can write there can change the program itself. No template of anybody else's is ever kept or read here.
Like a compiled module, one counts only while all that it was made from is as it was: the template's text, every module
of this package, Jinja and Python. Where it cannot be kept or read, the template is compiled anew.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType

import jinja2

from mundraft import __version__
from mundraft.files.atomic import write_atomically
from mundraft.problems import CannotSave

_HERE = Path(__file__).parent


def kept(source: str, name: str) -> CodeType | None:
    """The compiled form of a template that ships, or None where there is none of this text and this program."""
    path = _path(name)
    if path is None:
        return None
    try:
        held = path.read_bytes()
        key = _key(source, name)
        code = marshal.loads(held[len(key) :]) if held.startswith(key) else None  # noqa: S302 - trusted as a .pyc is
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return code if isinstance(code, CodeType) else None


def keep(code: CodeType, source: str, name: str) -> None:
    """Keep a template that was checked and compiled, where this Python keeps what it compiles."""
    path = _path(name)
    if path is None or sys.dont_write_bytecode:
        return
    with contextlib.suppress(OSError, CannotSave):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, _key(source, name) + marshal.dumps(code))


def _path(name: str) -> Path | None:
    plain = "".join(letter if letter.isalnum() else "-" for letter in name)
    try:
        return Path(cache_from_source(str(_HERE / f"{plain}.py")))
    except NotImplementedError:  # a Python that keeps nothing compiled
        return None


def _key(source: str, name: str) -> bytes:
    """What tells whether a kept template is still the one that would be compiled."""
    with os.scandir(_HERE) as modules:
        made_by = sorted(
            (module.name, module.stat().st_mtime_ns, module.stat().st_size)
            for module in modules
            if module.name.endswith(".py")
        )
    made_from = repr((name, source, jinja2.__version__, __version__, made_by))
    return MAGIC_NUMBER + source_hash(made_from.encode("utf-8", "surrogatepass"))
