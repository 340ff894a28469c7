"""Which class packs were added on this computer, and where each one's files are.

One small file says it, and is replaced whole: so a pack that is added, replaced or removed is so at one moment, and a
program that is killed leaves what was there or what was to be. Each version of a pack has a folder of its own, which
is never changed once it is named here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

#: More packs than a student of many clubs has. What the file says beyond them does not count.
MOST_PACKS = 30
#: In bytes; thirty packs with the longest names take half of it.
_MOST_BYTES = 4_000
_LINE = re.compile(r"([a-z0-9][a-z0-9-]{0,39}) ([0-9A-HJKMNP-TV-Z]{12})( new)?")


class AddedPack(NamedTuple):
    """A pack that was added: its name, the short checksum of its version, its folder, and whether it was greeted yet.

    `is_new`: its word of welcome was not shown in the app."""

    name: str
    code: str
    folder: Path
    is_new: bool = False


def packs_folder(user: Path) -> Path:
    """Where packs are kept in a user's data folder."""
    return user / "packs"


def packs_list(user: Path) -> Path:
    """The file that says which packs count."""
    return packs_folder(user) / "added.txt"


def packs_added(user: Path) -> tuple[AddedPack, ...]:
    """The packs in the order in which they count, the one added last first.

    A line that says nothing sensible, a pack whose files are gone, or a list that cannot be read is passed over: no
    paper must wait for it."""
    try:
        return packs_listed(user)
    except (OSError, ValueError):
        return ()


def packs_listed(user: Path) -> tuple[AddedPack, ...]:
    """The same, for who will write the list anew. Raises `OSError` where there is one that cannot be read now: who took
    it for empty would lose every pack that it names."""
    try:
        with packs_list(user).open("rb") as file:
            said = file.read(_MOST_BYTES).decode("ascii", "replace")
    except FileNotFoundError:
        return ()
    read = (_LINE.fullmatch(line.strip()) for line in said.splitlines())
    found = {
        one[1]: AddedPack(one[1], one[2], packs_folder(user) / one[1] / one[2], bool(one[3])) for one in read if one
    }
    return tuple(pack for pack in found.values() if pack.folder.is_dir())[:MOST_PACKS]


def as_list(packs: Iterable[AddedPack]) -> bytes:
    """What the file says for these packs."""
    return "".join(f"{pack.name} {pack.code}{' new' if pack.is_new else ''}\n" for pack in packs).encode()
