"""From bytes to text: what is no text of YAML is refused before anything is parsed, and told as what it is."""

from __future__ import annotations

import re

from mundraft.files.reading import MAX_BYTES
from mundraft.problems import Place, Problem, UnreadableFile
from mundraft.strictyaml.source import Source

# What YAML cannot hold in plain sight: the complement of its production for printable characters.
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]"
# The bytes of every other character: what is left without them may be a part of such a one, or the mark of UTF-8.
_PLAIN = bytes(set(range(256)) - {*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xC2, 0xEF})
_UTF32_MARKS = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_PACKED = {
    b"PK\x03\x04": "a Word document or a zip file",
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "a document with fonts (rich text, as TextEdit saves it)",
}


def text_in(data: bytes, file: str) -> str:
    """The text of a file, its lines ended by newlines alone. Raises `UnreadableFile` for what is no text of YAML."""
    if len(data) > MAX_BYTES:
        raise UnreadableFile(_too_large(len(data), file))
    for start, what in _PACKED.items():
        if data.startswith(start):
            problem = Problem(
                "yaml-not-text",
                f"This is {what}, and not a .yaml file.",
                "Choose the .yaml file, or save it as plain text (in TextEdit: Format, Make Plain Text).",
                Place(file),
            )
            raise UnreadableFile(problem)
    if data.startswith(_UTF32_MARKS):
        raise UnreadableFile(_not_utf8("The file is saved as UTF-32.", Place(file)))
    if data.startswith(_UTF16_MARKS) or b"\0" in data[:4]:
        raise UnreadableFile(_not_utf8('The file is saved as UTF-16 (Windows calls it "Unicode").', Place(file)))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(_broken_bytes(error, data, file)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if data.translate(None, _PLAIN) and (found := re.search(_CONTROL, text)):
        raise UnreadableFile(
            Problem(
                "yaml-control-character",
                f"There is an invisible control character (U+{ord(found.group()):04X}) here.",
                "Delete it, or type the line again.",
                Source(text, file).place(found.start()),
            )
        )
    return text


def _too_large(size: int, file: str) -> Problem:
    return Problem(
        "yaml-too-large",
        f"The file has {size / 1_000_000:.1f} MB; files over {MAX_BYTES // 1_000_000} MB are not read.",
        "A paper is text and far smaller. Check that this is the right file.",
        Place(file),
    )


def _broken_bytes(error: UnicodeDecodeError, data: bytes, file: str) -> Problem:
    # Line ends of old Macs are not looked for here: the message needs a line that an editor can show.
    start = data.rfind(b"\n", 0, error.start) + 1
    before = data[start : error.start].decode("utf-8-sig", "replace")
    end = data.find(b"\n", start)
    line = data[start : end if end >= 0 else len(data)].decode("utf-8-sig", "replace")
    index = len(before)
    place = Source(line, file).place(index)
    number = data.count(b"\n", 0, error.start) + 1
    what = "Some letters of this line are not saved as UTF-8 (accented letters, most often)."
    return _not_utf8(what, Place(file, number, place.column, place.excerpt, place.caret))


def _not_utf8(what: str, place: Place) -> Problem:
    return Problem("yaml-not-utf8", what, 'Open it in your editor, choose "Save as" and the encoding UTF-8.', place)
