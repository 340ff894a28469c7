"""Zip archives of others (packs, Word documents) opened in memory: nothing is written, nothing trusted, all capped.

Whatever an archive claims of itself is compared with what it holds while it is opened, and opening stops at the cap.
What is given back is a mapping from names to bytes; a name in it means one place below a folder on every system.
"""

from __future__ import annotations

import stat
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from mundraft.files.archive_directory import STORED, Member, members_of
from mundraft.files.archive_names import clashes, fault_of_member
from mundraft.problems import Place, Problem, UnreadableFile

#: More of one archive are not told: whoever made it meant harm, or mistook the file.
MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Caps:
    """How much an archive may hold: files and folders in number, one of them opened and all together in bytes."""

    members: int = 500
    member: int = 2_000_000
    whole: int = 20_000_000


def read_archive(data: bytes, file: str, called: str, caps: Caps) -> dict[str, bytes]:
    """The files of an archive by name, in its own order; folders that it lists are checked and left out.

    `file` is the archive's path and `called` what it is called, for messages ("pack", "Word document"). Raises
    `UnreadableFile`: archive-not-a-zip, archive-damaged, archive-form, archive-too-many, archive-too-large, and
    archive-name and archive-link with one problem for each member."""
    members = members_of(data, file, called, caps.members)
    problems = tuple(problems_with(members, file))
    if problems:
        raise UnreadableFile(problems)
    return _Opening(data, file, called, caps).files(members)


def problems_with(members: tuple[Member, ...], file: str) -> Iterator[Problem]:
    """What is wrong with the names and the kinds of members; no more than the first `MOST_TOLD`."""
    for code, name, fault in islice(_faults(members), MOST_TOLD):
        what = f"{name[:120]!r} in this file is refused: {fault}."
        yield Problem(code, what, "Do not use the file; ask whoever made it.", Place(file))


def _faults(members: tuple[Member, ...]) -> Iterator[tuple[str, str, str]]:
    for member in members:
        kind = _fault_of_kind(member)
        if kind:
            yield "archive-link", member.name, kind
        fault = fault_of_member(member.name)
        if fault:
            yield "archive-name", member.name, fault
    for name, fault in clashes(member.name for member in members):
        yield "archive-name", name, fault


def _fault_of_kind(member: Member) -> str:
    if member.kind == stat.S_IFLNK:
        return "it is a link to another place"
    if member.kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "it is a device or pipe"
    if member.is_folder and member.size:
        return "it is a folder with a content of its own"
    if (member.kind == stat.S_IFDIR) != member.is_folder and member.kind:
        return "it says that it is a file and a folder"
    return ""


class _Opening:
    """Opens the members of one archive, and counts what comes out."""

    def __init__(self, data: bytes, file: str, called: str, caps: Caps) -> None:
        self._data = data
        self._file = file
        self._called = called
        self._caps = caps
        self._left = caps.whole

    def files(self, members: tuple[Member, ...]) -> dict[str, bytes]:
        # What is too large by its own account is not opened at all.
        for member in members:
            if member.size > self._caps.member:
                raise self._too_large(member)
        return {member.name: self._opened(member) for member in members if not member.is_folder}

    def _opened(self, member: Member) -> bytes:
        packed = self._data[member.data : member.ends]
        content = packed if member.method == STORED else self._inflated(member, packed)
        if len(content) != member.size or zlib.crc32(content) != member.checksum:
            raise self._damaged(member)
        if len(content) > self._left:
            raise self._too_large(member)
        self._left -= len(content)
        return content

    def _inflated(self, member: Member, packed: bytes) -> bytes:
        """What a member opens to, which is stopped one byte beyond what it claimed."""
        opening = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = opening.decompress(packed, member.size + 1)
        except zlib.error:
            raise self._damaged(member) from None
        if not opening.eof or opening.unused_data:
            raise self._damaged(member)
        return content

    def _too_large(self, member: Member) -> UnreadableFile:
        what = f"{member.name!r} is too large: no {self._called} holds a file of more than "
        what += f"{_size(self._caps.member)}, or more than {_size(self._caps.whole)} in all."
        next_step = f"Do not use the file, or ask whoever made it for a smaller {self._called}."
        return UnreadableFile(Problem("archive-too-large", what, next_step, Place(self._file)))

    def _damaged(self, member: Member) -> UnreadableFile:
        what = f"This {self._called} is damaged: {member.name!r} is not what its directory says."
        return UnreadableFile(Problem("archive-damaged", what, "Get it again from whoever made it.", Place(self._file)))


def _size(size: int) -> str:
    """A number of bytes as a person reads it."""
    return f"{size / 1_000_000:g} MB" if size >= 1_000_000 else f"{size / 1_000:g} kB"
