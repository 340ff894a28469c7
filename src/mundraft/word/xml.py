"""Text into WordprocessingML: the one function that escapes, and the runs that hold text."""

from __future__ import annotations

import re

from mundraft.text.clean import clean, is_plain

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#: The declarations of namespaces that every part written here carries on its root.
NAMESPACES = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONSHIPS}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_BREAKS = re.compile("([\n\t])")
_AS_ELEMENT = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def escape(text: str) -> str:
    """Text as XML can carry it, inside an element or an attribute.

    Cleaned once more, whatever its road here: one forbidden character would cost the delegate the whole file."""
    text = clean(text).replace("&", "&amp;")  # which is first, since the others are written with it
    return text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def is_bare(text: str) -> bool:
    """Whether a text, and so each stretch of it, is XML as it stands but for its breaks, and runs from the left."""
    if "&" in text or "<" in text or ">" in text or '"' in text:
        return False
    return is_plain(text) or is_plain(text.replace("\n", "").replace("\t", "").replace("\u00a0", ""))


def run_xml(text: str, properties: str = "") -> str:
    """A run of text with its properties (the inside of a `w:rPr`, in the schema's order); "" for no text.

    A tab and a newline become Word's own; no other character is changed."""
    return bare_run_xml(escape(text), properties) if text else ""


def bare_run_xml(text: str, properties: str = "") -> str:
    """As `run_xml`, for a text that is bare and not empty: most are, and a paper has hundreds of runs."""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    if "\n" not in text and "\t" not in text:
        return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:r>{looks}{''.join([_piece(piece) for piece in _BREAKS.split(text) if piece])}</w:r>"


def _piece(piece: str) -> str:
    return _AS_ELEMENT.get(piece) or f'<w:t xml:space="preserve">{piece}</w:t>'


def part_xml(root: str, inside: str) -> bytes:
    """A whole part of the package: the root by its local name, with what stands inside it."""
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{inside}</w:{root}>".encode()


def twips(points: float) -> int:
    """A length in the twentieths of a point that Word counts in."""
    return round(points * 20)
