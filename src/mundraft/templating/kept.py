"""Templates that ship, kept as they were compiled: most of a start would else go into checking and compiling them.

They are kept beside the modules of this package (`files.beside_modules` says under which rules), and no template of
anybody else's ever is.
"""

from __future__ import annotations

import os
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import CodeType

from mundraft.files.beside_modules import Maker


def kept(source: str, name: str) -> CodeType | None:
    """The compiled form of a template that ships, or None where there is none of this text and this program."""
    code = _maker().kept(name, _made_from(source, name))
    return code if isinstance(code, CodeType) else None


def keep(code: CodeType, source: str, name: str) -> None:
    """Keep a template that was checked and compiled, where this Python keeps what it compiles."""
    _maker().keep(name, code, _made_from(source, name))


def _maker() -> Maker:
    return Maker((Path(__file__).parent,), (_state_of_jinja(),))


@lru_cache(maxsize=1)
def _state_of_jinja() -> object:
    """What changes where another Jinja is installed, known without loading it: it only compiles templates. The folder
    that pip keeps beside it names its version, and where there is none, the time and size of its first file must do."""
    spec = find_spec("jinja2")
    if spec is None or not spec.origin:
        return None
    first = Path(spec.origin)
    try:
        with os.scandir(first.parent.parent) as beside:
            versions = sorted(one.name for one in beside if one.name.lower().startswith("jinja2-"))
        status = first.stat()
    except OSError:
        return None
    return tuple(versions), status.st_mtime_ns, status.st_size


def _made_from(source: str, name: str) -> bytes:
    return f"{name}\0{source}".encode("utf-8", "surrogatepass")
