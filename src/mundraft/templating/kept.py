"""Templates that ship, kept as they were compiled: most of a start would else go into checking and compiling them.

They are kept beside the modules of this package (`files.beside_modules` says under which rules), and no template of
anybody else's ever is.
"""

from __future__ import annotations

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
    """What changes where another Jinja is installed, known without loading it: it only compiles templates."""
    spec = find_spec("jinja2")
    try:
        status = Path(spec.origin or "").stat() if spec else None
    except OSError:
        status = None
    return (status.st_mtime_ns, status.st_size) if status else None


def _made_from(source: str, name: str) -> bytes:
    return f"{name}\0{source}".encode("utf-8", "surrogatepass")
