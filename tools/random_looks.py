"""Looks by chance, for `compare_pages.py`: such as a teacher's reference document could give, and wilder."""

from __future__ import annotations

import random
import struct
import zlib

from mundraft.document.looks import Aligned, Looks, Picture, TextLook
from mundraft.document.typography import (
    BIBLIOGRAPHY,
    BODY,
    ENDNOTE,
    FOOTER,
    FOOTNOTE,
    HEADER_BLOCK,
    HEADER_BLOCK_PLAIN,
    HEADINGS,
    LIST_BULLET,
    LIST_CONTINUE,
    LIST_NUMBER,
    QUOTE,
    RUNNING_HEADER,
    TITLE,
    ParagraphStyle,
)

#: Kinds of which a reference gives the letters and no spaces (`word.looks_sense`).
_LETTERS_ALONE = (HEADER_BLOCK, HEADER_BLOCK_PLAIN, FOOTNOTE, ENDNOTE, RUNNING_HEADER, FOOTER)
_SPACED = (QUOTE, LIST_NUMBER, LIST_BULLET, LIST_CONTINUE, BIBLIOGRAPHY)
_LARGER = (TITLE, *HEADINGS)


def random_looks(chance: random.Random, fonts: tuple[str, ...]) -> Looks:
    """Looks in these fonts; the same chance gives the same looks."""
    kinds = [(BODY.style_id, TextLook(before=chance.choice((None, 0, 6)), after=chance.choice((None, 6, 10))))]
    for style in (*_LARGER, *_SPACED, *_LETTERS_ALONE):
        if chance.random() < 0.6:
            kinds.append((style.style_id, _look(style, chance, fonts)))
    return Looks(tuple(kinds), picture=_picture(chance) if chance.random() < 0.6 else None)


def _look(style: ParagraphStyle, chance: random.Random, fonts: tuple[str, ...]) -> TextLook:
    large = style in _LARGER
    look = TextLook(
        font=chance.choice((None, *fonts)),
        size_pt=chance.choice((None, 14, 18, 26) if large else (None, 9, 10, 12)),
        bold=chance.choice((None, True, False)),
        italic=chance.choice((None, True, False)),
        capitals=chance.choice((None, True, False)) if large else None,
    )
    if style in _LETTERS_ALONE:
        return look
    return look._replace(
        before=chance.choice((0, 6, 24)), after=chance.choice((0, 4, 12)), line=chance.choice((None, 1, 1.15, 1.5))
    )


def _picture(chance: random.Random) -> Picture:
    """A picture of one colour, from small to larger than there is room for."""
    width, height = chance.choice((60, 90, 300)), chance.choice((40, 80, 160))
    place = chance.choice((Aligned.LEFT, Aligned.CENTRE, Aligned.RIGHT))
    return Picture(_DOT, "png", width, height, "A crest", place, every_page=chance.random() < 0.5)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">L", len(content)) + name + content + struct.pack(">L", zlib.crc32(name + content))


_DOT = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">2L5B", 1, 1, 8, 2, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\0\x1f\x38\x64"))
    + _chunk(b"IEND", b"")
)
