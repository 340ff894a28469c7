"""The text of a file whose encoding nobody names: UTF-8, UTF-16 with its mark, or the old one of Windows."""

from __future__ import annotations

import codecs
from typing import NamedTuple

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class Decoded(NamedTuple):
    """A file's text with `\\n` line ends. `guessed` is true where the encoding is no more than likely."""

    text: str
    guessed: bool = False


def decoded(data: bytes) -> Decoded | None:
    """The text of a file, or None where it holds bytes that stand in no text."""
    encoding = _UTF16.get(data[:2])
    if encoding:
        return _whole(data[2:].decode(encoding, "replace"))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return _whole(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _whole(data.decode("cp1252", "replace"), guessed=True)


def _whole(text: str, guessed: bool = False) -> Decoded | None:
    if "\0" in text:
        return None
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), guessed)
