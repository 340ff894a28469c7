"""A PDF that the typesetter makes has the looks of a reference too: its fonts, its colours, the picture at its head."""

from __future__ import annotations

import struct
import zlib

import pytest

from mundraft.document.layout import Layout
from mundraft.document.looks import Aligned, Looks, Picture, TextLook
from mundraft.document.tree import Document, Origin, Part, Run
from mundraft.document.tree import Paragraph as Words
from mundraft.export.typeset_data import as_data
from mundraft.export.typesetting import typeset


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">L", len(content)) + name + content + struct.pack(">L", zlib.crc32(name + content))


def png() -> bytes:
    dots = zlib.compress(b"".join(b"\0" + b"\x1f\x38\x64" * 40 for _ in range(40)))
    head = chunk(b"IHDR", struct.pack(">2L5B", 40, 40, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


def paper(looks: Looks | None) -> Document:
    part = Part("p", (Words((Run("Children are sold.", Origin.DELEGATE),)),))
    return Document("Position Paper", (part,), layout=Layout(looks=looks))


def crest(every_page: bool = True) -> Picture:
    return Picture(png(), "png", 900, 900, "The crest", Aligned.CENTRE, every_page)


@pytest.mark.parametrize("every_page", [True, False])
def test_the_picture_of_a_reference_is_drawn(every_page: bool) -> None:
    pytest.importorskip("typst", reason="the extra mundraft[pdf] is not installed")
    with_picture = typeset(paper(Looks(picture=crest(every_page))))
    assert with_picture == typeset(paper(Looks(picture=crest(every_page))))
    assert b"/Subtype/Image" in with_picture
    assert b"/Subtype/Image" not in typeset(paper(None))


def test_the_typesetter_is_told_of_fonts_colours_and_places() -> None:
    looks = Looks((("Title", TextLook("Georgia", 24.0, "7B1E1E", bold=False, capitals=True, aligned=Aligned.RIGHT)),))
    title = as_data(paper(looks))["styles"]["Title"]
    assert title["fonts"][0] == "Georgia"
    assert (title["size"], title["colour"], title["bold"], title["capitals"], title["at"]) == (
        24, "7B1E1E", False, True, "right",
    )  # fmt: skip


def test_a_picture_has_room_on_the_page() -> None:
    picture = as_data(paper(Looks(picture=crest())))["picture"]
    assert picture["width"] == picture["height"] == 110
