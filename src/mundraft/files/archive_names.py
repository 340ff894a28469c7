"""What a file inside an archive may be called, so that it means one place below a folder on every system.

The rules are stricter than any one system's: what one takes for a plain name leads out of the folder on another. Those
of Windows are in `names`; that names may differ in more than capitals and the form of accents is a rule of the usual
disks of Windows and macOS.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mundraft.files.names import fault_of_name
from mundraft.text.clean import composed

#: In characters. Windows takes 260 for a whole path unless it is told otherwise, and the folder takes its part.
LONGEST_NAME = 150
#: In folders: the deepest file of a pack is templates/<name>/pieces/<piece>, and of a Word document not much deeper.
DEEPEST = 8
_DRIVE = re.compile(r"[A-Za-z]:")


def fault_of_member(name: str) -> str:
    """Why a member of this name may not be taken out of an archive; "" where it may. A folder's ends in a slash."""
    parts = name.removesuffix("/").split("/")
    return _fault_of_whole(name, parts) or next((fault for part in parts if (fault := _fault_of_part(part))), "")


def _fault_of_whole(name: str, parts: list[str]) -> str:
    if len(name) > LONGEST_NAME:
        return f"its name has more than {LONGEST_NAME} characters"
    if len(parts) > DEEPEST:
        return f"it lies more than {DEEPEST} folders deep"
    if "\\" in name:
        return "its name has a backslash, which leads to another folder on Windows"
    if name.startswith("/"):
        return "its name begins at the top of the disk"
    if _DRIVE.match(name):
        return "its name begins with a drive"
    if ".." in parts:
        return "its name leads out of its folder"
    return ""


def _fault_of_part(part: str) -> str:
    if part in ("", "."):
        return "its name has an empty part"
    if not part.isprintable():
        return "its name has a character that cannot be seen"
    if part != composed(part):
        return "its name is written in a form that some disks change"
    fault = fault_of_name(part)
    return f"{part!r} cannot be a file's name: {fault}" if fault else ""


def same_on_disk(name: str) -> str:
    """What a name is on a disk that tells neither capitals nor forms of accents apart."""
    return composed(composed(name.removesuffix("/"), "NFD").casefold())


def clashes(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name that cannot stand beside an earlier one, and why."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in names:
        key = same_on_disk(name)
        if not name.endswith("/"):
            if key in files:
                yield name, f"{files[key]!r} has the same name on some disks" if files[key] != name else "it is twice"
            files.setdefault(key, name)
        else:
            folders.setdefault(key, name)
        above = key
        while "/" in above:
            above = above.rpartition("/")[0]
            folders.setdefault(above, name)
    for key in files.keys() & folders.keys():
        yield files[key], "it is a file and a folder at once"
