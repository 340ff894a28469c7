"""A reference document of a stranger, opened: its parts and how they hang together, with nothing in it trusted.

Only looks are wanted, so nothing is ever run, fetched or passed on. Whatever else a Word file can carry (macros,
programs, links to the outside) is told and left where it is.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from mundraft.document.looks import LeftOut
from mundraft.files.archives import Caps, read_archive
from mundraft.problems import Place, Problem, UnreadableFile
from mundraft.word.xml import MAIN

#: In bytes. A reference is styles and one picture: the largest that Word itself makes of them is a few hundred kB.
LARGEST_FILE = 12_000_000
_CAPS = Caps(members=1_000, member=8_000_000, whole=40_000_000)
# XML takes twenty times its size in memory once it is read.
_LARGEST_XML = 4_000_000
_MOST_MEMBERS_ASKED = 50
W = f"{{{MAIN}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# The names of ISO 29500 Strict, which Word writes on demand, and those that everybody else uses.
_STRICT = (
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", MAIN),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1]),
    ("http://purl.oclc.org/ooxml/drawingml/main", A[1:-1]),
    ("http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP[1:-1]),
)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
# A declaration of a document type or an entity; a comment and a CDATA section begin alike.
_DECLARES_TYPE = re.compile(r"<!(?!--|\[CDATA\[)")
_OTHER_FILES = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich-text file (.rtf)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"<", "a web page or plain XML"),
)
_HOW_TO_SAVE = "Open it in Word, choose Save As, and take “Word Document (.docx)”."


class Related(NamedTuple):
    """What a part is related to: the kind of relation by its last word, and the name of the other part."""

    kind: str
    part: str


class Reference:
    """The parts of one reference document. `left_out` tells what stands in it and is no look.

    Raises `UnreadableFile` where it is no Word file, is locked, or could do harm to whoever opens it."""

    def __init__(self, data: bytes, file: str) -> None:
        self._file = file
        self._refuse_others(data)
        self._parts = read_archive(data, file, "Word document", _CAPS)
        self._types = self._content_types()
        self.left_out: list[LeftOut] = []
        self.main = self._main_part()
        self.left_out += self._passengers()

    def part(self, name: str) -> bytes | None:
        """The bytes of a part by its name, None where there is none."""
        return self._parts.get(name)

    def xml(self, name: str) -> Any:
        """The root of an XML part. Raises `UnreadableFile` where it is missing, broken or could do harm."""
        data = self._parts.get(name)
        if data is None:
            raise self.refused("looks-broken", f"A part of it is missing ({name}).", _HOW_TO_SAVE)
        if len(data) > _LARGEST_XML:
            what = f"{name!r} in it has more than {_LARGEST_XML // 1_000_000} MB of text, which no reference needs."
            raise self.refused("looks-too-large", what, "Keep the styles, and delete the text of the document.")
        return self._parsed(name, data)

    def related(self, name: str) -> dict[str, Related]:
        """What a part is related to inside the file, by relationship id. Links to the outside are not among them."""
        return {
            one.get("Id", ""): Related(_last_word(one.get("Type", "")), _resolved(name, one.get("Target", "")))
            for one in self._relationships(name)
            if one.get("TargetMode") != "External"
        }

    def first_related(self, name: str, kind: str) -> str:
        """The name of the first part that a part is related to in this way, "" where there is none."""
        return next((one.part for one in self.related(name).values() if one.kind == kind), "")

    def refused(self, code: str, what: str, next_step: str) -> UnreadableFile:
        """The error that says why this file cannot be a reference."""
        return UnreadableFile(Problem(code, what, next_step, Place(self._file)))

    def _refuse_others(self, data: bytes) -> None:
        if len(data) > LARGEST_FILE:
            what = f"This file is larger than {LARGEST_FILE // 1_000_000} MB, which no reference for looks is."
            raise self.refused("looks-too-large", what, "Delete its text and its pictures but the one in the header.")
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            if "EncryptedPackage".encode("utf-16-le") in data:
                next_step = "Open it in Word, take the password away (File, Info, Protect Document), and save it."
                raise self.refused("looks-locked", "This Word file is locked with a password.", next_step)
            raise self.refused("looks-not-word", "This is a Word file of the old kind (.doc).", _HOW_TO_SAVE)
        if not data.strip():
            raise self.refused("looks-not-word", "This file is empty.", _HOW_TO_SAVE)
        start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
        for sign, called in _OTHER_FILES:
            if start.startswith(sign):
                raise self.refused("looks-not-word", f"This is {called}, not a Word file.", _HOW_TO_SAVE)

    def _content_types(self) -> dict[str, str]:
        if "[Content_Types].xml" not in self._parts:
            called = "an OpenDocument file (.odt)" if "mimetype" in self._parts else "a zip file without a document"
            raise self.refused("looks-not-word", f"This is {called}, not a Word file.", _HOW_TO_SAVE)
        listed = self.xml("[Content_Types].xml").iter(f"{_TYPES}Override")
        return {one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in listed}

    def _main_part(self) -> str:
        name = self.first_related("", "officeDocument")
        if not name or name not in self._parts:
            raise self.refused("looks-not-word", "There is no Word document in this file.", _HOW_TO_SAVE)
        kind = self._types.get(name, "")
        if kind and "wordprocessingml" not in kind and "ms-word" not in kind:
            called = "a spreadsheet" if "sheet" in kind else "slides" if "presentation" in kind else "something else"
            raise self.refused("looks-not-word", f"This file holds {called}, not a Word document.", _HOW_TO_SAVE)
        return name

    def _passengers(self) -> Iterator[LeftOut]:
        """What a Word file can carry beside its looks, and this one does."""
        names = [name.casefold() for name in self._parts]
        if any("vbaproject" in name or "vbadata" in name for name in names):
            yield LeftOut("Macros", "only looks are read, and nothing is run or passed on")
        if any("/embeddings/" in name or "/activex/" in name for name in names):
            yield LeftOut("Embedded files or controls", "only looks are read")
        links = [self._link_called(one) for name in self._owners() for one in self._outside(name)]
        for called in dict.fromkeys(links):
            yield LeftOut(called, "nothing is fetched from outside the file, and no link is passed on")

    def _owners(self) -> Iterator[str]:
        """The parts that have relationships of their own, and the package itself ("")."""
        rels = [name for name in self._parts if name.endswith(".rels")]
        for name in rels[:_MOST_MEMBERS_ASKED]:
            folder, _, file = name.rpartition("/")
            yield posixpath.join(folder.removesuffix("_rels"), file.removesuffix(".rels"))

    def _outside(self, name: str) -> Iterator[Any]:
        return (one for one in self._relationships(name) if one.get("TargetMode") == "External")

    def _link_called(self, one: Any) -> str:
        kind = _last_word(one.get("Type", ""))
        called = {
            "image": "A picture that stands elsewhere",
            "attachedTemplate": "A link to a Word template that stands elsewhere",
            "hyperlink": "Links in the text",
        }
        return called.get(kind, "A link to something outside the file")

    def _relationships(self, name: str) -> Iterator[Any]:
        folder, _, file = name.rpartition("/")
        listed = posixpath.join(folder, "_rels", f"{file}.rels")
        return self.xml(listed).iter(_RELATIONSHIP) if listed in self._parts else iter(())

    def _parsed(self, name: str, data: bytes) -> Any:
        text = _decoded(data)
        if text is None:
            raise self._broken(name)
        if _DECLARES_TYPE.search(text):
            what = f"{name!r} in it declares entities of its own (a DTD), which no Word file does."
            raise self.refused("looks-declares-entities", what, "Do not use the file; ask whoever made it.")
        for strict, usual in _STRICT:
            text = text.replace(strict, usual)
        # Parsed from bytes of one known encoding: what the file itself says of its encoding is taken away.
        plain = _DECLARED.sub("", text, count=1).encode()
        try:
            return etree.fromstring(plain, _parser())
        except (etree.XMLSyntaxError, ValueError):
            raise self._broken(name) from None

    def _broken(self, name: str) -> UnreadableFile:
        next_step = "Open it in Word: if Word can mend it, save it from there; else begin with a new document."
        return self.refused("looks-broken", f"The file is damaged: {name!r} in it cannot be read.", next_step)


def _parser() -> Any:
    """A parser that fetches nothing, replaces nothing, and stops at a depth of 256."""
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _decoded(data: bytes) -> str | None:
    """The text of an XML part in one of the two encodings that the standard allows (ISO 29500-2, 8.1.4)."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _last_word(kind: str) -> str:
    return kind.rstrip("/").rpartition("/")[2]


def _resolved(owner: str, target: str) -> str:
    """The name of a part that another points at; one that leads out of the package is the name of no part."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(owner), target)).lstrip("/")
