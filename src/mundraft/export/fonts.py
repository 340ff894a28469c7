"""Which letters no font of this computer can show, so that they are told and never printed as empty boxes.

Fontconfig is asked, by which LibreOffice chooses its fonts on Linux. Windows and macOS have fonts for nearly every
script, and no such program to ask.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from itertools import groupby
from unicodedata import category, name

#: Up to here every font goes: Latin with its accents.
_LAST_OF_ALL_FONTS = "\u024f"
#: Seconds; with the fonts of a whole class's languages, an answer takes a tenth of one.
_PATIENCE = 10.0
_MOST_ASKED = 200
#: What is there to be obeyed and not to be seen: joiners, marks of direction, variants.
_STRETCHES = (
    (0x061C, 0x061D),
    (0x200B, 0x2010),
    (0x202A, 0x202F),
    (0x2060, 0x2070),
    (0xFE00, 0xFE10),
    (0xFEFF, 0xFF00),
)
_NOT_TO_SEE = frozenset(chr(code) for first, end in _STRETCHES for code in range(first, end))


def unseen_letters(text: str) -> str:
    """The letters of a text that no installed font has; "" where all can be shown, or nobody can tell."""
    program = shutil.which("fc-list")
    odd = sorted(
        {letter for letter in text if letter > _LAST_OF_ALL_FONTS and category(letter)[0] in "LMNSC"} - _NOT_TO_SEE
    )
    if program is None or not odd:
        return ""
    unseen: list[str] = []
    for _, script in groupby(odd, key=_script):
        letters = list(script)[:_MOST_ASKED]
        # One question for all letters of a script: nearly always one font has them all.
        if not _is_there(program, letters):
            unseen += [letter for letter in letters if not _is_there(program, [letter])]
    return "".join(unseen)


def _script(letter: str) -> str:
    """The first word of a letter's name, which is its script."""
    return name(letter, "").partition(" ")[0]


def _is_there(program: str, letters: Iterable[str]) -> bool:
    codes = " ".join(f"{ord(letter):x}" for letter in letters)
    try:
        told = subprocess.run(
            [program, f":charset={codes}", "family"], capture_output=True, check=True, timeout=_PATIENCE
        )
    except (OSError, subprocess.SubprocessError):
        return True
    return bool(told.stdout.strip())
