"""What a file of the library may be called, and what its author is told where a name is none.

A file's name is the id of what it holds: papers and other files name it so, on computers that tell capitals from small
letters and on those that do not. A file that is called otherwise would be passed over without a word.
"""

from __future__ import annotations

import re
from pathlib import Path

from mundraft.library.folders import CALLED, CORRECTED, HOW_TO_SEE, Shelf, is_safe_name
from mundraft.problems import Place, Problem

ENDING = ".yaml"
#: More of one folder are not told: somebody took it for another one.
MOST_TOLD = 10
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,51}")
# Notepad adds ".txt" to what is saved as "japan.yaml", and Windows does not show it.
_NEARLY = re.compile(r"(?P<stem>.+?)\.ya?ml(?:\.txt)?", re.IGNORECASE)


def is_id(name: str) -> bool:
    """Whether a name can be the id of a country, an instrument, a body or a conference."""
    return _ID.fullmatch(name) is not None


def fault_of_file_name(shelf: Shelf, folder: Path, name: str) -> Problem | None:
    """What is told of a file that is called nearly as it should be; None where the name is right, or means nothing.

    Hidden files are the system's own. Templates and examples may be called as their makers like."""
    nearly = None if name.startswith(".") else _NEARLY.fullmatch(name)
    if nearly is None:
        return None
    stem, right_ending = nearly["stem"], name.endswith(ENDING)
    if right_ending and (shelf not in CORRECTED or is_id(stem)):
        return None
    if right_ending:
        what = (
            f"{name!r} cannot be the name of a {CALLED[shelf]}'s file: it is the id by which papers name what is in it."
        )
    else:
        what = f"{name!r} does not end in {ENDING}, as the library's files do."
    code = "library-file-name" if right_ending else "library-file-ending"
    return Problem(code, what, _what_to_do(shelf, stem, name), Place(str(folder / name)))


def _what_to_do(shelf: Shelf, stem: str, name: str) -> str:
    better = _better(stem) if shelf in CORRECTED else stem
    if not (better and is_safe_name(better)):
        return "Rename it: small letters of the English alphabet, digits and hyphens, such as soviet-union.yaml."
    hidden = " Windows shows endings with: View, File name extensions." if name.lower().endswith(".txt") else ""
    other = "" if better == stem else f" To correct what ships, give it that one's name. {HOW_TO_SEE[shelf]}"
    return f"Rename it to {better}{ENDING}.{hidden}{other}"


def _better(stem: str) -> str:
    """The id that a name was meant to be: "Soviet Union" is "soviet-union"; "" where none can be seen in it."""
    from mundraft.text.folding import fold

    meant = fold(stem).replace(" ", "-")[:52].strip("-")
    return meant if is_id(meant) else ""
