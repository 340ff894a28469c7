"""What a paper's file is called once it is known whose paper it is and on what."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from mundraft.files.names import safe_file_name
from mundraft.text.folding import fold

#: Letters of a name: what a window that lists files shows of it.
_LONGEST = 60
#: Letters of a whole path that Windows takes for sure are 259. What stands beside a paper while it is written has a
#: longer name, and so has its document.
_LONGEST_PATH = 200
#: With less room than this, a name would tell nothing.
_SHORTEST = 16


def telling_name(seat: str, about: str, folder: Path) -> str:
    """A name without its ending, such as "kenya-child-labour", which every system takes; "" where a part of it is not
    known, or the folder's path is so long that there is no room for it."""
    room = min(_LONGEST, _LONGEST_PATH - len(str(folder.absolute())))
    if room < _SHORTEST:
        return ""
    whose = _cut(_hyphened(seat), room // 2)  # no more, or a seat with a long name leaves nothing for what it is on
    what = _cut(_hyphened(about), room - len(whose) - 1)
    if not (whose and what):
        return ""
    return safe_file_name(f"{whose}-{what}", "", limit=_LONGEST)


def _hyphened(words: str) -> str:
    """Words in small letters with hyphens between them: without accents where the plain letters are Latin ones, and
    otherwise with every mark, which in many scripts is half of the letter."""
    plain = fold(words)
    if not plain.isascii():
        kept = (char if unicodedata.category(char)[0] in "LMN" else " " for char in words.lower())
        plain = unicodedata.normalize("NFC", "".join(kept))
    return "-".join(plain.split())


def _cut(name: str, room: int) -> str:
    """A hyphened name, shortened to whole words where that leaves any."""
    if len(name) <= room:
        return name
    return (name[: room + 1].rpartition("-")[0] or name[:room]).strip("-")
