"""The directory of a zip archive, read strictly: where each member lies, or why the archive is refused.

Programs read a damaged or dishonest archive each in their own way, and what one checked another unpacks otherwise. So
only the plainest form is read: one directory at the end with nothing behind it, members that do not overlap and say the
same at both of the places where they are described, no archive of more than 4 GB ("zip64"), nothing encrypted. The form
is that of PKWARE's APPNOTE.TXT, sections 4.3 and 4.4.
"""

from __future__ import annotations

import stat
import struct
from dataclasses import dataclass

from mundraft.problems import Place, Problem, UnreadableFile

_END, _ENTRY, _LOCAL = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_END_FORM = struct.Struct("<4s4H2LH")
_ENTRY_FORM = struct.Struct("<4s6H3L5H2L")
_LOCAL_FORM = struct.Struct("<4s5H3L2H")
STORED, DEFLATED = 0, 8
#: Bits of a member's flags: encrypted, a patch of another file, strongly encrypted, its directory masked.
_UNREADABLE = 0x1 | 0x20 | 0x40 | 0x2000
_UTF8 = 0x800
_IN_16_BITS, _IN_32_BITS = 0xFFFF, 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Member:
    """One file or folder (its name ends in a slash) of an archive, as its directory describes it.

    `size` is what the directory claims that it opens to, in bytes. `begins` and `ends` bound it in the archive with
    its own header, `data` is where its bytes begin. `kind` is the type of file in the sense of `stat`, 0 if unsaid."""

    name: str
    method: int
    checksum: int
    size: int
    begins: int
    data: int
    ends: int
    kind: int

    @property
    def is_folder(self) -> bool:
        return self.name.endswith("/")


def members_of(data: bytes, file: str, called: str, most: int) -> tuple[Member, ...]:
    """The members in the order of the directory. `called` names the archive in messages ("pack").

    Raises `UnreadableFile` with codes archive-not-a-zip, archive-damaged, archive-form and archive-too-many."""
    return _Reader(data, file, called, most).members()


class _Reader:
    """Reads one archive's directory. `most` members are read, however many it claims to have."""

    def __init__(self, data: bytes, file: str, called: str, most: int) -> None:
        self._data = data
        self._file = file
        self._called = called
        self._most = most

    def members(self) -> tuple[Member, ...]:
        count, at, end = self._end()
        found: list[Member] = []
        while at < end:
            if len(found) == self._most:
                raise self._refused(
                    "archive-too-many",
                    f"This file holds more than {self._most:,} files, which no {self._called} does",
                    f"Ask whoever made it for a {self._called} of what the class needs.",
                )
            member, at = self._entry(at, end)
            found.append(member)
        if len(found) != count or at != end:
            raise self._damaged("its directory does not hold what it says")
        self._refuse_overlaps(found)
        return tuple(found)

    def _end(self) -> tuple[int, int, int]:
        """How many members there should be, and where the directory begins and ends."""
        at = len(self._data) - _END_FORM.size
        if at < 0 or not self._data.startswith(_END, at):
            raise self._no_end()
        _, disk, first_disk, here, count, length, begins, comment = _END_FORM.unpack_from(self._data, at)
        if _IN_16_BITS in (here, count) or _IN_32_BITS in (length, begins):
            raise self._form("it is in the form for archives of more than 4 GB")
        if disk or first_disk or here != count:
            raise self._form("it is one part of several")
        if comment or begins + length != at:
            raise self._damaged("its directory is not where it should be")
        return count, begins, at

    def _no_end(self) -> UnreadableFile:
        if self._data.rfind(_END) >= 0:
            return self._form("something stands behind its end")
        if self._data.startswith(_LOCAL):
            return self._damaged("its end is missing, as after a download that broke off")
        return self._refused(
            "archive-not-a-zip", f"This file is no {self._called}", f"Check that it is the file of the {self._called}."
        )

    def _entry(self, at: int, end: int) -> tuple[Member, int]:
        if at + _ENTRY_FORM.size > end or not self._data.startswith(_ENTRY, at):
            raise self._damaged("its directory cannot be read")
        entry = _ENTRY_FORM.unpack_from(self._data, at)
        flags, method, checksum, packed, size = entry[3], entry[4], *entry[7:10]
        name_length, extra, comment, disk, attributes, begins = *entry[10:14], *entry[15:17]
        named = at + _ENTRY_FORM.size
        after = named + name_length + extra + comment
        if after > end:
            raise self._damaged("its directory cannot be read")
        raw = self._data[named : named + name_length]
        name = self._decoded(raw, flags)
        self._refuse_strange(name, flags, method)
        if _IN_32_BITS in (packed, size, begins) or disk:
            raise self._form(f"{name!r} is in the form for archives of more than 4 GB or of several parts")
        starts = self._start_of_data(name, raw, method, begins)
        if starts + packed > len(self._data):
            raise self._damaged(f"{name!r} reaches beyond its end")
        kind = stat.S_IFMT(attributes >> 16)
        return Member(name, method, checksum, size, begins, starts, starts + packed, kind), after

    def _decoded(self, raw: bytes, flags: int) -> str:
        try:
            return raw.decode("utf-8" if flags & _UTF8 else "ascii")
        except UnicodeDecodeError:
            shown = raw.decode("ascii", "replace").encode("ascii", "replace").decode()
            raise self._form(f"the name {shown[:80]!r} does not say in which alphabet it is written") from None

    def _refuse_strange(self, name: str, flags: int, method: int) -> None:
        if flags & _UNREADABLE:
            raise self._form(f"{name!r} is encrypted")
        if method not in (STORED, DEFLATED):
            raise self._form(f"{name!r} is packed in a way that is not in common use")

    def _start_of_data(self, name: str, raw: bytes, method: int, begins: int) -> int:
        """Where a member's bytes begin, after its own header, which must say what the directory says."""
        named = begins + _LOCAL_FORM.size
        if named > len(self._data) or not self._data.startswith(_LOCAL, begins):
            raise self._damaged(f"{name!r} is not where its directory says")
        local = _LOCAL_FORM.unpack_from(self._data, begins)
        if self._data[named : named + local[9]] != raw or local[3] != method or local[2] & _UNREADABLE:
            raise self._damaged(f"{name!r} is not what its directory says")
        return int(named + local[9] + local[10])

    def _refuse_overlaps(self, members: list[Member]) -> None:
        end = 0
        for member in sorted(members, key=lambda one: one.begins):
            if not end and member.begins:
                raise self._form("something stands before its beginning")
            if member.begins < end:
                raise self._form(f"{member.name!r} overlaps with another file in it")
            end = member.ends

    def _damaged(self, why: str) -> UnreadableFile:
        return self._refused(
            "archive-damaged", f"This {self._called} is damaged: {why}", "Get it again from whoever made it."
        )

    def _form(self, why: str) -> UnreadableFile:
        return self._refused(
            "archive-form", f"This {self._called} is refused: {why}", "Ask whoever made it to make it anew."
        )

    def _refused(self, code: str, what: str, next_step: str) -> UnreadableFile:
        return UnreadableFile(Problem(code, f"{what}.", next_step, Place(self._file)))
