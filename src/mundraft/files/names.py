"""File names that Windows, macOS and Linux all take: papers are mailed, and stored on whatever a school has.

The rules are those that Microsoft states for naming files: forbidden characters, names reserved for devices (with any
ending), and no dot or space at the end; and 255 bytes, the limit of the usual Linux and macOS disks.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from mundraft.problems import CannotSave, Place, Problem
from mundraft.text.clean import composed

MAX_NAME_BYTES = 255
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DEVICES = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])", re.IGNORECASE)
# The joiners that Persian, Hindi and emoji spell with are the only invisible characters a name may hold.
_JOINERS = "\u200c\u200d"
_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def safe_file_name(text: str, fallback: str, *, limit: int = 100) -> str:
    """The text as a file name (without an ending) that every system takes, or `fallback` where nothing is left.

    `limit` caps its length, in characters; in bytes it never passes twice that."""
    name = composed(text)
    name = "".join(char for char in name if char in _JOINERS or unicodedata.category(char) not in _INVISIBLE)
    name = _FORBIDDEN.sub(" ", name)
    name = _cut(" ".join(name.split()).lstrip(".-~ "), limit).strip(_JOINERS + " .")
    if not name:
        return fallback
    if not _is_device(name):
        return name
    # A device keeps its name with any ending: "CON.x" is the device too.
    device, dot, rest = name.partition(".")
    return f"{device}_{dot}{rest}"


def refuse_reserved(path: Path) -> None:
    """Raise `CannotSave` where some system would refuse the file's name or take it for something else."""
    fault = fault_of_name(path.name)
    if fault:
        raise CannotSave(
            Problem(
                "save-name-refused",
                f"{path.name!r} cannot be a file's name: {fault}.",
                f"Choose another name, such as {_suggestion(path)!r}.",
                Place(str(path)),
            )
        )


def fault_of_name(name: str) -> str:
    """Why some system would refuse a file's name or take it for something else; "" where none would."""
    if not name:
        return "it is empty"
    forbidden = _FORBIDDEN.search(name)
    if forbidden:
        char = forbidden.group()
        what = char if char.isprintable() else "a control character"
        return f"Windows does not allow {what} in it"
    if name[-1] in ". ":
        return "Windows drops a dot or space at its end"
    if _is_device(name):
        return f"Windows keeps the name {name.split('.')[0].strip().upper()} for a device"
    if len(name.encode("utf-8", "surrogatepass")) > MAX_NAME_BYTES:
        return "it is too long"
    return ""


def _is_device(name: str) -> bool:
    return bool(_DEVICES.fullmatch(name.split(".")[0].strip()))


def _suggestion(path: Path) -> str:
    stem, suffix = path.stem, path.suffix
    if _FORBIDDEN.search(suffix) or suffix.strip(". ") != suffix.lstrip("."):
        stem, suffix = path.name, ""
    return safe_file_name(stem, "paper") + suffix


def _cut(name: str, limit: int) -> str:
    name = name[:limit]
    while len(name.encode("utf-8", "ignore")) > 2 * limit:
        name = name[:-1]
    return name
