"""Zip archives put together field by field, so that each can lie in its own way.

The form is that of PKWARE's APPNOTE.TXT, sections 4.3 and 4.4."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from making_packs import MANIFEST

UTF8 = 0x800
LINK = 0o120777 << 16
PIPE = 0o010644 << 16
DEVICE = 0o020644 << 16
FOLDER = 0o040755 << 16


@dataclass(frozen=True)
class Entry:
    """One member. What is None is as it should be."""

    name: str
    content: bytes = b"x"
    method: int = 8
    flags: int = UTF8
    raw_name: bytes | None = None
    local_name: bytes | None = None
    packed: bytes | None = None
    packed_size: int | None = None
    size: int | None = None
    checksum: int | None = None
    attributes: int = 0
    begins: int | None = None
    extra: bytes = b""
    comment: bytes = b""


def deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def archive(
    *entries: Entry,
    before: bytes = b"",
    between: bytes = b"",
    after: bytes = b"",
    comment: bytes = b"",
    count: int | None = None,
    length: int | None = None,
    disk: int = 0,
) -> bytes:
    """An archive of these members; `before` and `after` stand around it, `between` before its last record."""
    made, directory = bytearray(before), bytearray()
    for one in entries:
        at = len(made) if one.begins is None else one.begins
        packed = one.packed if one.packed is not None else (deflated(one.content) if one.method == 8 else one.content)
        name = one.raw_name if one.raw_name is not None else one.name.encode()
        local = name if one.local_name is None else one.local_name
        checksum = zlib.crc32(one.content) if one.checksum is None else one.checksum
        size = len(one.content) if one.size is None else one.size
        taken = len(packed) if one.packed_size is None else one.packed_size
        shared = struct.pack("<4HLLL", one.flags, one.method, 0, 33, checksum, taken, size)
        if one.begins is None:
            made += b"PK\x03\x04" + struct.pack("<H", 20) + shared + struct.pack("<HH", len(local), 0) + local + packed
        lengths = struct.pack("<HHHHHLL", len(name), len(one.extra), len(one.comment), 0, 0, one.attributes, at)
        directory += b"PK\x01\x02" + struct.pack("<HH", 0x314, 20) + shared + lengths + name + one.extra + one.comment
    number = len(entries) if count is None else count
    end = struct.pack(
        "<4s4HLLH",
        b"PK\x05\x06",
        disk,
        disk,
        number,
        number,
        len(directory) if length is None else length,
        len(made),
        len(comment),
    )
    return bytes(made + directory + between + end + comment + after)


HONEST = Entry("pack.yaml", MANIFEST.encode())


def beside_honest(*entries: Entry) -> bytes:
    """A pack that would be added, were it not for these members."""
    return archive(HONEST, *entries)


def named(*names: str) -> bytes:
    """A pack with members of these names."""
    return beside_honest(*(Entry(name) for name in names))


def holding(files: dict[str, str | bytes]) -> bytes:
    """A pack with these files in good form."""
    given = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
    entries: Sequence[Entry] = [Entry(name, content) for name, content in given.items()]
    return archive(*([] if "pack.yaml" in given else [HONEST]), *entries)
