"""Pictures of strangers, made safe: only what draws them is kept, and only where all of it is sound.

A picture file can carry where and by whom it was made, a second picture, or anything at all behind its end. A paper
that must be anonymous carries none of it, and no paper carries what nobody looked at.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

#: In bytes and in dots on a side.
LARGEST_PICTURE = 2_000_000
LONGEST_SIDE = 4_000
_LARGEST_DRAWN = 70_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
# What draws a PNG (critical chunks), and what sets its transparency, its colours and its size (W3C PNG, 11.2 and 11.3).
_DRAWS_PNG = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"sBIT"})
_CRITICAL = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
# What draws a JPEG (ITU-T T.81, table B.1): frames, tables, scans; and Adobe's word on how its colours are mixed.
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_DRAWS_JPEG = _FRAMES | {0xC4, 0xDB, 0xDD, 0xDA, 0xEE}
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7]")
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_EXIF = b"Exif\x00\x00"
_OTHER_KINDS = (
    (b"GIF8", "a GIF"),
    (b"BM", "a bitmap (.bmp)"),
    (b"II*\x00", "a TIFF"),
    (b"MM\x00*", "a TIFF"),
    (b"RIFF", "a WebP"),
    (b"\xd7\xcd\xc6\x9a", "a drawing of Windows (.wmf)"),
    (b"\x01\x00\x00\x00", "a drawing of Windows (.emf)"),
)


class UnfitPicture(Exception):
    """A picture that is not taken; the message says why, for whoever made the document."""


class Drawn(NamedTuple):
    """A picture that was looked through: "png" or "jpeg", its bytes without what does not draw it, its size in dots."""

    kind: str
    data: bytes
    width: int
    height: int


def only_what_draws(data: bytes) -> Drawn:
    """A PNG or JPEG picture without what does not draw it. Raises `UnfitPicture`."""
    if len(data) > LARGEST_PICTURE:
        raise UnfitPicture(f"it is larger than {LARGEST_PICTURE // 1_000_000} MB; compress it (Picture Format)")
    try:
        if data.startswith(_PNG):
            return _png(data)
        if data.startswith(b"\xff\xd8\xff"):
            return _jpeg(data)
    except (struct.error, IndexError, zlib.error):
        raise UnfitPicture("it is damaged") from None
    if b"<svg" in data[:2000]:
        raise UnfitPicture("it is a drawing (SVG); save it as PNG")
    called = next((called for sign, called in _OTHER_KINDS if data.startswith(sign)), "of a kind that is not known")
    raise UnfitPicture(f"it is {called}; save it as PNG or JPEG")


def _refuse_size(width: int, height: int) -> None:
    if not 0 < width <= LONGEST_SIDE or not 0 < height <= LONGEST_SIDE:
        raise UnfitPicture(f"it has {width} × {height} dots; no side may have more than {LONGEST_SIDE}")


def _png(data: bytes) -> Drawn:
    kept = [(name, content) for name, content in _chunks(data) if name in _DRAWS_PNG]
    names = [name for name, _ in kept]
    if names[0] != b"IHDR" or names.count(b"IHDR") != 1 or names[-1] != b"IEND" or b"IDAT" not in names:
        raise UnfitPicture("it is damaged")
    width, height, depth, colours, _, _, interlaced = struct.unpack(">2L5B", kept[0][1])
    _refuse_size(width, height)
    _refuse_broken_rows(b"".join(content for name, content in kept if name == b"IDAT"), width, height)
    if depth not in (1, 2, 4, 8, 16) or colours not in (0, 2, 3, 4, 6) or interlaced > 1:
        raise UnfitPicture("it is damaged")
    written = b"".join(
        struct.pack(">L", len(content)) + name + content + struct.pack(">L", zlib.crc32(name + content))
        for name, content in kept
    )
    return Drawn("png", _PNG + written, width, height)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG up to its end, each checked."""
    at = len(_PNG)
    while True:
        length, name = struct.unpack_from(">L4s", data, at)
        content = data[at + 8 : at + 8 + length]
        (check,) = struct.unpack_from(">L", data, at + 8 + length)
        if len(content) != length or zlib.crc32(name + content) != check:
            raise UnfitPicture("it is damaged")
        if name not in _CRITICAL and not name[0] & 0x20:
            raise UnfitPicture("it is damaged")  # a chunk that draws it, of a kind that nobody knows
        yield name, content
        if name == b"IEND":
            return
        at += 12 + length


def _refuse_broken_rows(packed: bytes, width: int, height: int) -> None:
    """Open the dots of a PNG without keeping them: what ends early or never ends is not taken."""
    opening = zlib.decompressobj()
    most = min(_LARGEST_DRAWN, height * (width * 8 + 8) + 64)
    drawn = 0
    while not opening.eof:
        piece = opening.decompress(packed, 1 << 20)
        packed = opening.unconsumed_tail
        drawn += len(piece)
        if drawn > most or (not piece and not packed):
            raise UnfitPicture("it is damaged, or too large once it is opened")


def _jpeg(data: bytes) -> Drawn:
    kept, size, at = [b"\xff\xd8"], (0, 0), 2
    scans = 0
    while data[at : at + 2] != b"\xff\xd9":
        marker, content, after = _segment(data, at)
        if marker == 0xE1 and content.startswith(_EXIF) and _is_turned(content):
            raise UnfitPicture("it says that it is to be turned when it is shown; turn it, and save it anew")
        if marker in _FRAMES:
            height, width = struct.unpack_from(">2H", content, 1)
            size = width, height
            _refuse_size(*size)
        end = _end_of_scan(data, after) if marker == 0xDA else after
        scans += marker == 0xDA
        if marker in _DRAWS_JPEG:
            kept.append(data[at:end])
        elif marker == 0xE0:
            kept.append(_JFIF if content.startswith(b"JFIF") else b"")
        at = end
    if not scans or not all(size):
        raise UnfitPicture("it is damaged")
    return Drawn("jpeg", b"".join(kept) + b"\xff\xd9", *size)


def _segment(data: bytes, at: int) -> tuple[int, bytes, int]:
    """The marker of a segment, its content and where the next begins."""
    begins, marker, length = struct.unpack_from(">BBH", data, at)
    after = at + 2 + length
    known = marker in _DRAWS_JPEG or 0xE0 <= marker <= 0xEF or marker == 0xFE
    if begins != 0xFF or not known or length < 2 or after > len(data):
        raise UnfitPicture("it is damaged, or a kind of JPEG that few programs show")
    return marker, data[at + 4 : after], after


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the marker after a scan begins: the first that neither stands for a byte nor starts the scan anew."""
    marker = _MARKER.search(data, at)
    if marker is None:
        raise UnfitPicture("it is damaged")
    return marker.start()


def _is_turned(content: bytes) -> bool:
    """Whether Exif says that a picture is to be shown turned or mirrored (tag 0x0112, 1 for upright)."""
    tags = content[len(_EXIF) :]
    order = {b"II": "<", b"MM": ">"}.get(tags[:2])
    if order is None:
        return False
    (first,) = struct.unpack_from(f"{order}L", tags, 4)
    (count,) = struct.unpack_from(f"{order}H", tags, first)
    for index in range(min(count, 200)):
        tag, _, _, value = struct.unpack_from(f"{order}HHLH", tags, first + 2 + index * 12)
        if tag == 0x0112:
            return bool(value != 1)
    return False
