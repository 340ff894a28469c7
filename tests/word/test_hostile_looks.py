"""What a reference document can carry to do harm, or be broken by: refused, or cleaned, and always told.

Each row is one such file with the words that must be told of it. Whatever is refused is refused whole; whatever is
cleaned gives looks in which nothing of it is left.
"""

from __future__ import annotations

import tracemalloc
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reference_files import DEFAULTS, NAMES, PAGE, chunk, drawing, exif, jpeg, packed, parts_of, png, reference, related
from reference_files import style as made_style

from mundraft.problems import UnreadableFile
from mundraft.word.looks import read_looks

_SOUND = made_style("Normal", '<w:rFonts w:ascii="Arial"/>') + made_style(
    "heading 1", '<w:sz w:val="32"/>', base="Normal"
)


def changed(name: str, content: bytes | str | None, **made: str) -> bytes:
    """A sound reference with one part replaced, or left out."""
    parts = parts_of(_SOUND, **made)  # type: ignore[arg-type]
    if content is None:
        del parts[name]
    else:
        parts[name] = content
    return packed(parts)


def outside(kind: str, target: str) -> str:
    return related(("rId1", kind, target), outside=True)


def with_style(letters: str = "", lines: str = "") -> bytes:
    return reference(styles=made_style("Normal", letters, lines))


def with_picture(data: bytes) -> bytes:
    return reference(styles=_SOUND, header=drawing(), picture=data)


def bomb() -> bytes:
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts_of(_SOUND).items():
            package.writestr(name, content)
        package.writestr("word/media/large.bin", bytes(9_000_000))
    return kept.getvalue()


def many_parts() -> bytes:
    parts = parts_of(_SOUND)
    return packed(parts | {f"word/media/{number}.png": b"" for number in range(1_001)})


def encrypted() -> bytes:
    """What Word makes of a document with a password is no zip file but one of the old kind, with the zip file in it."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)


def flagged_as_encrypted() -> bytes:
    data = bytearray(reference(styles=_SOUND))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    return bytes(data)


CONTENT_TYPES = str(parts_of()["[Content_Types].xml"])
_DTD = '<!DOCTYPE w:styles [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
_FETCHES = '<!DOCTYPE w:styles SYSTEM "http://127.0.0.1/evil.dtd">'
_STYLES = f"<w:styles {NAMES}>{DEFAULTS}</w:styles>"

#: Each file, and the code and some words of the problem that must be told.
REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "empty": (lambda: b"", "looks-not-word", "empty"),
    "not a zip": (lambda: b"Dear teacher, " * 50, "archive-not-a-zip", "no Word document"),
    "a PDF called .docx": (lambda: b"%PDF-1.7 " + bytes(99), "looks-not-word", "PDF"),
    "a web page called .docx": (lambda: b"<html><body>Looks</body></html>", "looks-not-word", "web page"),
    "rich text called .docx": (lambda: rb"{\rtf1 looks}", "looks-not-word", "rich-text"),
    "the old .doc": (lambda: b"\xd0\xcf\x11\xe0" + bytes(2000), "looks-not-word", "old kind"),
    "locked with a password": (encrypted, "looks-locked", "password"),
    "a zip with encrypted parts": (flagged_as_encrypted, "archive-form", "encrypted"),
    "larger than any reference": (lambda: b"PK" + bytes(12_000_001), "looks-too-large", "12 MB"),
    "a zip bomb": (bomb, "archive-too-large", "too large"),
    "a thousand parts": (many_parts, "archive-too-many", "more than 1,000"),
    "cut off": (lambda: reference(styles=_SOUND)[:-300], "archive-damaged", "damaged"),
    "a path out of its folder": (lambda: changed("../../styles.xml", "x"), "archive-name", "leads out of its folder"),
    "a zip without a document": (lambda: packed({"readme.txt": "looks"}), "looks-not-word", "without a document"),
    "OpenDocument": (lambda: packed({"mimetype": "application/vnd.oasis"}), "looks-not-word", ".odt"),
    "a spreadsheet": (
        lambda: changed("[Content_Types].xml", CONTENT_TYPES.replace("wordprocessingml", "spreadsheetml")),
        "looks-not-word", "spreadsheet",
    ),
    "no document in it": (lambda: changed("word/document.xml", None), "looks-not-word", "no Word document"),
    "no relationships": (lambda: changed("_rels/.rels", None), "looks-not-word", "no Word document"),
    "no styles": (lambda: changed("word/styles.xml", None), "looks-no-styles", "no styles"),
    "entities that grow": (lambda: changed("word/styles.xml", _DTD + _STYLES), "looks-declares-entities", "DTD"),
    "a DTD from the web": (lambda: changed("word/styles.xml", _FETCHES + _STYLES), "looks-declares-entities", "DTD"),
    "a DTD in UTF-16": (
        lambda: changed("word/styles.xml", (_DTD + _STYLES).encode("utf-16")), "looks-declares-entities", "DTD"
    ),
    "a DTD in the relationships": (
        lambda: changed("_rels/.rels", _DTD + related()), "looks-declares-entities", "DTD"
    ),
    "a DTD in the theme": (
        lambda: changed("word/theme/theme1.xml", _DTD + _STYLES), "looks-declares-entities", "DTD"
    ),
    "broken XML": (lambda: changed("word/styles.xml", "<w:styles"), "looks-broken", "damaged"),
    "an encoding of its own": (
        lambda: changed("word/styles.xml", '<?xml version="1.0" encoding="cp037"?>'.encode("cp037")),
        "looks-broken", "damaged",
    ),
    "elements ten thousand deep": (
        lambda: changed("word/styles.xml", f"<w:styles {NAMES}>{'<w:a>' * 10_000}{'</w:a>' * 10_000}</w:styles>"),
        "looks-broken", "damaged",
    ),
    "more text than a reference has": (
        lambda: changed("word/document.xml", " " * 4_000_001), "looks-too-large", "4 MB"
    ),
    "a document that is its own part": (
        lambda: changed("_rels/.rels", related(("rId1", "officeDocument", "_rels/.rels"))),
        "looks-no-styles", "no styles",
    ),
}  # fmt: skip

#: Each file, and some words of what must be told to be left out of it.
CLEANED: dict[str, tuple[Callable[[], bytes], str]] = {
    "macros": (lambda: changed("word/vbaProject.bin", b"\xd0\xcf\x11\xe0"), "Macros"),
    "an embedded file": (lambda: changed("word/embeddings/oleObject1.bin", b"MZ"), "Embedded files"),
    "a template elsewhere": (
        lambda: changed("word/_rels/settings.xml.rels", outside("attachedTemplate", "http://x.test/a.dotm")),
        "Word template that stands elsewhere",
    ),
    "a picture on the web": (
        lambda: changed(
            "word/_rels/header1.xml.rels", outside("image", "http://x.test/pixel.png"), header=drawing('r:link="rId1"')
        ),
        "does not stand in the file",
    ),
    "links": (
        lambda: changed("word/_rels/footer1.xml.rels", outside("hyperlink", "http://x.test")),
        "Links in the text",
    ),
    "something else from outside": (
        lambda: changed("word/_rels/frame.xml.rels", outside("subDocument", "\\\\server\\share\\a.docx")),
        "link to something outside",
    ),
    "text": (lambda: reference(styles=_SOUND, text="<w:p><w:r><w:t>Exam answers</w:t></w:r></w:p>"), "The text"),
    "letters formatted by hand": (
        lambda: reference(styles=_SOUND, text='<w:p><w:r><w:rPr><w:sz w:val="60"/></w:rPr></w:r></w:p>'),
        "Update … to Match Selection",
    ),
    "words in the header": (
        lambda: reference(styles=_SOUND, header="<w:p><w:r><w:t>Mars College</w:t></w:r></w:p>"), "words in the header"
    ),
    "styles in a circle": (
        lambda: reference(styles=made_style("Normal", base="Heading1") + made_style("heading 1", base="Normal")),
        "circle",
    ),
    "forty styles on one another": (
        lambda: reference(
            styles="".join(made_style(f"s{n}", base=f"S{n + 1}") for n in range(40)) + made_style("Normal", base="S0")
        ),
        "deep",
    ),
    "type of 1638 points": (lambda: with_style('<w:sz w:val="3276"/>'), "1638 pt"),
    "type of a tenth of a point": (lambda: with_style('<w:sz w:val="0.2"/>'), "only 8 to 20 points"),
    "white type": (lambda: with_style('<w:color w:val="FFFFFF"/>'), "too pale"),
    "a font of signs": (lambda: with_style('<w:rFonts w:ascii="Wingdings"/>'), "its letters are signs"),
    "a font with a name of a page": (
        lambda: with_style(f'<w:rFonts w:ascii="{"x" * 3000}"/>'), "no font of such a name"
    ),
    "lines of a fixed height": (
        lambda: with_style(lines='<w:spacing w:line="40" w:lineRule="exact"/>'), "fixed height"
    ),
    "lines ten apart": (lambda: with_style(lines='<w:spacing w:line="2400"/>'), "line spacing 10"),
    "a space of a metre": (lambda: with_style(lines='<w:spacing w:after="56700"/>'), "a space of 2835 pt"),
    "text set right": (lambda: with_style(lines='<w:jc w:val="right"/>'), "lines set right"),
    "margins as wide as the page": (
        lambda: reference(styles=_SOUND, page='<w:pgMar w:left="5900"/>'), "Margins of 10.4 cm"
    ),
    "a page of a poster": (lambda: reference(styles=_SOUND, page='<w:pgSz w:w="31680" w:h="31680"/>'), "55.9 × 55.9"),
    "a broken theme": (lambda: changed("word/theme/theme1.xml", "<a:theme"), "The theme"),
    "a broken header": (lambda: changed("word/header1.xml", "<w:hdr", header=""), "The header"),
    "a drawing as picture": (lambda: with_picture(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "SVG"),
    "a Windows drawing": (lambda: with_picture(b"\x01\x00\x00\x00" + bytes(100)), ".emf"),
    "a GIF": (lambda: with_picture(b"GIF89a" + bytes(100)), "GIF"),
    "a program as picture": (lambda: with_picture(b"MZ" + bytes(100)), "not known"),
    "a picture of 3 MB": (lambda: with_picture(png() + bytes(3_000_000)), "2 MB"),
    "a picture as wide as a street": (lambda: with_picture(png(5_000, 1)), "5000 × 1 dots"),
    "a picture that opens to a giant": (lambda: with_picture(png(8, 8, rows=bytes(1_000_000))), "too large once"),
    "a picture cut off": (lambda: with_picture(png()[:-20]), "damaged"),
    "a picture with a wrong check sum": (lambda: with_picture(png()[:-1] + b"x"), "damaged"),
    "a picture without dots": (lambda: with_picture(png(more=chunk(b"XDAT", b""))), "damaged"),
    "a photograph on its side": (lambda: with_picture(jpeg(before=exif(6))), "turned"),
    "a photograph cut off": (lambda: with_picture(jpeg()[:-2]), "damaged"),
    "a photograph without end": (lambda: with_picture(b"\xff\xd8\xff" + b"\xff" * 400), "damaged"),
    "a photograph of a million marks": (lambda: with_picture(jpeg(dots=b"\xff\x00" * 900_000)[:-2]), "damaged"),
    "a style of a hundred thousand properties": (
        lambda: with_style('<w:sz w:val="3276"/>' + "<w:b/>" * 100_000), "1638 pt"
    ),
    "a shape as picture": (lambda: reference(styles=_SOUND, header="<w:p><w:r><w:pict/></w:r></w:p>"), "shape"),
    "a second picture": (
        lambda: reference(styles=_SOUND, header=drawing() + drawing(alt="A logo"), picture=png()), "Another picture"
    ),
    "a border and columns": (
        lambda: reference(styles=_SOUND, page=f'{PAGE}<w:pgBorders/><w:cols w:num="2"/>'), "border"
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_could_do_harm_or_is_no_word_file_is_refused_and_told(case: str) -> None:
    make, code, words = REFUSED[case]
    with pytest.raises(UnreadableFile) as refused:
        read_looks(make(), "reference.docx")
    problem = refused.value.problems[0]
    assert problem.code == code
    assert words in problem.what
    assert problem.next_step
    assert problem.place
    assert problem.place.file == "reference.docx"


@pytest.mark.parametrize("case", CLEANED)
def test_what_is_no_look_is_left_out_and_told(case: str) -> None:
    make, words = CLEANED[case]
    read = read_looks(make(), "reference.docx")
    assert [one.told for one in read.left_out if words in one.told], [one.told for one in read.left_out]
    assert read.looks.of("BodyText").font in ("Arial", None)
    if "picture" in case and case != "a second picture":
        assert read.looks.picture is None


def test_no_value_is_taken_that_makes_no_sense() -> None:
    letters = '<w:color w:val="red; }"/><w:sz w:val="1e9"/><w:b w:val="perhaps"/><w:rFonts w:ascii="A&#10;B"/>'
    looks = read_looks(with_style(letters, '<w:jc w:val="x"/><w:spacing w:after="-40" w:line="∞"/>'), "r").looks
    body = looks.of("BodyText")
    assert (body.colour, body.size_pt, body.font, body.after) == (None, 11.0, "A B", None)


@pytest.mark.parametrize(
    "data",
    [
        png(more=chunk(b"tEXt", b"Author\0Ana Perez") + chunk(b"eXIf", b"GPS") + chunk(b"iTXt", b"Ana Perez")),
        png() + b"Ana Perez",
        jpeg(before=exif(1), after=b"Ana Perez"),
    ],
    ids=["png", "png with an end", "jpeg"],
)
def test_a_picture_keeps_nothing_but_what_draws_it(data: bytes) -> None:
    assert b"Ana Perez" in data
    picture = read_looks(with_picture(data), "reference.docx").looks.picture
    assert picture
    assert b"Ana Perez" not in picture.data
    assert b"GPS" not in picture.data


_GOOD = reference(
    styles=_SOUND + made_style("Title", '<w:color w:themeColor="accent1"/><w:rFonts w:asciiTheme="majorHAnsi"/>'),
    header=drawing(), picture=png(), text="<w:p><w:r><w:t>Words</w:t></w:r></w:p>",
)  # fmt: skip
_GOOD_PARTS = parts_of(_SOUND, header=drawing(), picture=png(more=chunk(b"pHYs", bytes(9))))
_CHANGES = st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), min_size=1, max_size=12)


def mutated(data: bytes, changes: list[tuple[int, int]]) -> bytes:
    kept = bytearray(data)
    for at, value in changes:
        kept[at % len(kept)] = value
    return bytes(kept)


def reads_or_refuses(data: bytes) -> None:
    tracemalloc.start()
    try:
        read = read_looks(data, "reference.docx")
    except UnreadableFile as refused:
        told = [problem.what and problem.next_step for problem in refused.problems]
    else:
        told = [read.looks.of("BodyText") and "read"]
    finally:
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert all(told)
    assert most < 20_000_000


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_CHANGES)
def test_a_file_with_bytes_changed_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    reads_or_refuses(mutated(_GOOD, changes))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(_GOOD_PARTS)), _CHANGES)
def test_a_part_with_bytes_changed_is_read_or_refused(name: str, changes: list[tuple[int, int]]) -> None:
    """Changed before it is packed, since a changed zip file is nearly always refused by its check sums."""
    content = _GOOD_PARTS[name]
    data = content.encode() if isinstance(content, str) else content
    reads_or_refuses(packed(_GOOD_PARTS | {name: mutated(data, changes)}))


@settings(max_examples=80, deadline=None)
@given(st.sampled_from([png(), jpeg(before=exif(1))]), _CHANGES)
def test_a_picture_with_bytes_changed_is_read_or_left_out(data: bytes, changes: list[tuple[int, int]]) -> None:
    reads_or_refuses(with_picture(mutated(data, changes)))
