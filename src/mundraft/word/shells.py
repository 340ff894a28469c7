"""The shell of a shape: kept from an earlier run of the program where it can be, else built with python-docx.

To load python-docx and to build a shell takes longer than all else that a Word file needs. A shell depends on nothing
but its shape, so those that were built are kept beside the modules of this package (`files.beside_modules` says under
which rules): of shapes that hold nothing of anybody's own, neither looks nor a picture nor a font or a language that
only they know. Which shape one is for is compared whole, so that no other can be taken for it.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from importlib.util import find_spec, source_hash
from pathlib import Path
from typing import Any

from mundraft.document.layout import Layout
from mundraft.files.beside_modules import Maker
from mundraft.word.package import Shell, ShellPart
from mundraft.word.shape import Shape
from mundraft.word.zip import Packed

#: How many shells are kept, each of some kilobytes: a class needs one or two.
_MOST = 32
#: The font of nearly every paper, and in letters a language with its script and country: "zh-Hant-TW".
_USUAL_FONT, _LONGEST_LANGUAGE = Layout().font, 10
_HERE = Path(__file__).parent
#: The modules that have a part in a shell.
_MADE_BY = (_HERE, _HERE.parent / "document", _HERE.parent / "text")


@lru_cache(maxsize=32)
def shell_for(shape: Shape) -> Shell:
    """The package of a shape, without the parts that each paper writes."""
    return _kept_or_built(shape) if shape.is_plain and _is_known(shape) else _built(shape)


def _is_known(shape: Shape) -> bool:
    """Whether the words in it, a font's name and a language, are some that everybody has."""
    if len(shape.language) > _LONGEST_LANGUAGE:
        return False
    if shape.layout.font == _USUAL_FONT:
        return True
    from mundraft.document.widths import is_known

    return is_known(shape.layout.font)


def _built(shape: Shape) -> Shell:
    from mundraft.word.building import built

    return built(shape)


def _kept_or_built(shape: Shape) -> Shell:
    told = repr(shape)
    maker = _maker()
    name = f"shell-{source_hash(told.encode()).hex()}"
    kept = maker.kept(name)
    if kept is not None and kept[0] == told:
        return _from_plain(*kept[1])
    shell = _built(shape)
    maker.keep(name, (told, _plain(shell)), most=_MOST)
    return shell


def _maker() -> Maker:
    # The bytes depend on zlib, and their order on python-docx, whose version stands in its first module.
    docx = find_spec("docx")
    about = Path(docx.origin).stat() if docx and docx.origin else None
    return Maker(_MADE_BY, (zlib.ZLIB_RUNTIME_VERSION, about and (about.st_mtime_ns, about.st_size)))


def _plain(value: object) -> object:
    """A shell as tuples alone, which is what can be kept."""
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _from_plain(head: Any, parts: Any) -> Shell:
    return Shell(
        tuple((name, Packed(*entry)) for name, entry in head),
        tuple(ShellPart(name, entry and Packed(*entry), *relations) for name, entry, *relations in parts),
    )
