"""The texts that a template is made of: its own, those of the templates that it extends, and the pieces they share.

Which text is meant by a name is settled here, before anything is run: a text knows its neighbours by key, and whoever
renders it needs no disk.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from mundraft.files.reading import read_capped
from mundraft.problems import Place, Problem, UnreadableFile

#: In characters: all texts of one template together, several times those of any that ships.
MOST_CHARACTERS = 80_000
#: Texts that one template may be made of.
MOST_TEXTS = 24
PIECES, PIECE_ENDING = "pieces", ".md.j2"

_NO_USES: Final[Mapping[str, str]] = MappingProxyType({})


class Text(NamedTuple):
    """One text. `file` is its path, for messages; `uses` says which key is meant by each name that it may write."""

    source: str
    file: str
    uses: Mapping[str, str] = _NO_USES


#: The texts of a template by key, its own first.
Texts: TypeAlias = Mapping[str, Text]

#: Where a text names another one. Jinja's own reading of it comes later, and tells what this has overlooked.
_NAMED = re.compile(r"""\{%[-+]?\s*(extends|include|import|from)\s+(["'])([^"'\n]{1,200})\2""")


def names_in(source: str) -> dict[str, bool]:
    """The names of other texts that a text writes, each with whether it extends it."""
    return {found[3]: found[1] == "extends" for found in _NAMED.finditer(source)}


def read_text(path: Path) -> str:
    """A text of a template. Raises `UnreadableFile` where it is missing, too large or not UTF-8."""
    data = read_capped(path, "template text")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableFile(
            Problem(
                code="template-not-utf8",
                what="The text of this template is not UTF-8.",
                next_step="Save it again with the encoding UTF-8.",
                place=Place(str(path), line),
            )
        ) from None
