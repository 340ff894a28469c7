"""The text of a file whose encoding nobody names: UTF-8, UTF-16 or UTF-32, or the old one of Windows."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

#: The longer marks first: that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: A text of one byte a letter has none of these; one in so many letters is a slip of a program, and says nothing.
_NUL, _STRAY = "\0", 100
#: So many bytes show whether every second one is empty, as it is in UTF-16 of a European language.
_LOOKED_AT = 400
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")


class Decoded(NamedTuple):
    """A file's text with `\\n` line ends. `guessed` is true where the encoding is no more than likely."""

    text: str
    guessed: bool = False


def decoded(data: bytes) -> Decoded | None:
    """The text of a file, or None where it holds bytes that stand in no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _whole(data[len(mark) :].decode(encoding, "replace"))
    wide = _unmarked_utf16(data)
    if wide:
        return _whole(data.decode(wide, "replace"))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return _whole(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return _whole(data.decode("utf-8", "ignore"))
        return _whole(data.decode("utf-8", _OLD_WINDOWS), guessed=True)


def _unmarked_utf16(data: bytes) -> str:
    """Which UTF-16 a file without a mark is in, "" for none: nearly every second byte of its beginning is empty."""
    start = data[:_LOOKED_AT]
    empty = start[1::2].count(0), start[::2].count(0)
    pairs = len(start) // 2
    if pairs < 2 or max(empty) < 0.7 * pairs or min(empty) > 0.1 * pairs:
        return ""
    return "utf-16-le" if empty[0] > empty[1] else "utf-16-be"


def _as_old_windows(error: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8, read as the old encoding of Windows: what around it is UTF-8 stays so."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1


_OLD_WINDOWS = "mundraft.old-windows"
codecs.register_error(_OLD_WINDOWS, _as_old_windows)


def _whole(text: str, guessed: bool = False) -> Decoded | None:
    if _NUL in text:
        if text.count(_NUL) * _STRAY > len(text):
            return None
        text = text.replace(_NUL, "")
    return Decoded(_LINE_ENDS.sub("\n", text), guessed)
