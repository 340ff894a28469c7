"""What a teacher's Word file says of looks is taken as they see it, whichever program wrote the file."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Cm, Pt, RGBColor
from reference_files import PAGE, THEME, W, chunk, drawing, exif, jpeg, packed, parts_of, png, reference, related, style

from mundraft.document.layout import PageSize
from mundraft.document.looks import Aligned, Looks, LooksRead
from mundraft.word.looks import read_looks
from mundraft.word.looks_words import colour_in_words


def looks(data: bytes) -> Looks:
    return read_looks(data, "reference.docx").looks


def by_python_docx() -> bytes:
    document = Document()
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Cambria", Pt(11)
    for name, size, colour in (("Title", 24, "1F3864"), ("Heading 1", 15, "7B1E1E")):
        styles[name].font.name, styles[name].font.size = "Cambria", Pt(size)
        styles[name].font.color.rgb = RGBColor.from_string(colour)
        fonts = styles[name].element.rPr.rFonts
        for key in [key for key in fonts.attrib if "Theme" in key]:
            del fonts.attrib[key]
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    section.header.paragraphs[0].add_run().add_picture(BytesIO(png(120, 120)), height=Cm(2))
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def by_libreoffice() -> bytes:
    return (Path(__file__).parent / "references" / "made_in_libreoffice.docx").read_bytes()


@pytest.mark.parametrize("made", [by_python_docx, by_libreoffice])
def test_the_same_looks_are_read_whichever_program_wrote_them(made: object) -> None:
    assert callable(made)
    found = looks(made())
    text, title, heading = (found.of(name) for name in ("BodyText", "Title", "Heading1"))
    assert (text.font, text.size_pt) == ("Cambria", 11)
    assert (title.font, title.size_pt, title.colour) == ("Cambria", 24, "1F3864")
    assert (heading.size_pt, heading.colour, heading.bold) == (15, "7B1E1E", True)
    assert (found.page, found.margin_cm) == (PageSize.A4, 2.0)
    assert found.picture
    assert round(found.picture.height / 72 * 2.54, 1) == 2.0


def test_the_reference_of_pandoc_is_read(tmp_path: Path) -> None:
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        pytest.skip("pandoc is not installed")
    made = subprocess.run([pandoc, "--print-default-data-file", "reference.docx"], capture_output=True, check=True)
    found = looks(made.stdout)
    assert found.of("Title").aligned is Aligned.CENTRE
    assert found.of("Heading1").size_pt
    assert found.of("Bibliography").font


def test_styles_go_by_their_names_and_not_by_their_translated_ids() -> None:
    german = style("heading 1", '<w:sz w:val="36"/>', base="Standard", id_="berschrift1")
    normal = style("Normal", '<w:rFonts w:ascii="Verdana"/>', id_="Standard")
    found = looks(reference(styles=normal + german))
    assert (found.of("Heading1").size_pt, found.of("Heading1").font) == (18, "Verdana")


def test_a_document_without_styles_for_text_has_its_default_look() -> None:
    found = looks(reference())
    assert (found.of("BodyText").font, found.of("BodyText").size_pt) == ("Arial", 11)
    assert found.of("BodyText").line == pytest.approx(1.15)
    assert found.of("Heading1").font == "Arial"
    assert found.of("Heading1").size_pt is None


def test_the_style_of_running_text_is_asked_before_that_of_all_text() -> None:
    styles = style("Normal", '<w:rFonts w:ascii="Arial"/><w:b/>') + style(
        "Body Text", '<w:rFonts w:ascii="Georgia"/><w:b w:val="0"/>', base="Normal"
    )
    text = looks(reference(styles=styles)).of("BodyText")
    assert (text.font, text.bold) == ("Georgia", False)


@pytest.mark.parametrize(
    ("colour", "meant"),
    [
        ('w:val="C00000"', "C00000"),
        ('w:val="c00000"', "C00000"),
        ('w:val="FFFFFF" w:themeColor="accent1"', "1F3864"),
        ('w:val="2F5496" w:themeColor="accent9"', "2F5496"),
        ('w:val="auto"', None),
        ('w:val="crimson"', None),
        ('w:val="000000" w:themeColor="accent1" w:themeShade="80"', "101C32"),
    ],
)
def test_a_colour_is_the_one_that_word_shows(colour: str, meant: str | None) -> None:
    found = looks(reference(styles=style("heading 1", f"<w:color {colour}/><w:sz w:val='40'/>"))).of("Heading1")
    assert found.colour == meant


def test_a_font_of_the_theme_is_looked_up_in_it() -> None:
    fonts = style("heading 1", '<w:rFonts w:asciiTheme="majorHAnsi"/>')
    assert looks(reference(styles=fonts)).of("Heading1").font == "Arial"
    assert looks(packed(parts_of(fonts) | {"word/theme/theme1.xml": THEME.replace("Arial", "Gill Sans MT")})).of(
        "Heading1"
    ).font == "Gill Sans MT"  # fmt: skip


def test_text_without_space_between_paragraphs_keeps_the_space_of_the_paper() -> None:
    read = read_looks(reference(styles=style("Normal", lines='<w:spacing w:after="0"/>')), "reference.docx")
    assert (read.looks.of("BodyText").before, read.looks.of("BodyText").after) == (None, None)
    assert any("can be told apart" in one.why for one in read.left_out)


def test_names_of_iso_strict_and_lengths_with_units_are_read() -> None:
    parts = parts_of(style("Normal", '<w:sz w:val="13pt"/>', '<w:spacing w:after="0.5cm"/>'))
    strict = {
        name: str(text).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main") for name, text in parts.items()
    }
    text = looks(packed({**strict})).of("BodyText")
    assert text.size_pt == 13
    assert text.after == pytest.approx(14.17, abs=0.01)


def test_a_file_in_utf_16_is_read() -> None:
    parts = parts_of(style("Normal", '<w:sz w:val="26"/>'))
    declared = '<?xml version="1.0" encoding="UTF-16"?>' + str(parts["word/styles.xml"])
    assert looks(packed(parts | {"word/styles.xml": declared.encode("utf-16")})).of("BodyText").size_pt == 13


@pytest.mark.parametrize(
    ("size", "page"),
    [
        ("w:w='11906' w:h='16838'", PageSize.A4),
        ("w:w='12240' w:h='15840'", PageSize.LETTER),
        ("w:w='9000' w:h='9000'", None),
    ],
)
def test_the_page_is_a4_or_letter_or_is_not_taken(size: str, page: PageSize | None) -> None:
    assert looks(reference(page=f"<w:pgSz {size}/>")).page is page


def test_a_picture_of_the_first_page_alone_stays_there() -> None:
    parts = parts_of(header=drawing(), picture=png(), page=f"{PAGE}<w:titlePg/>")
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace('w:type="default"', 'w:type="first"')
    picture = looks(packed(parts)).picture
    assert picture
    assert not picture.every_page


def test_a_first_page_header_that_word_does_not_show_is_not_taken() -> None:
    parts = parts_of(header=drawing(), picture=png())
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace('w:type="default"', 'w:type="first"')
    assert looks(packed(parts)).picture is None


def test_a_picture_keeps_its_size_its_place_its_words_and_what_is_cut_off() -> None:
    cut = '<a:srcRect l="10000" r="20000"/>'
    picture = looks(
        reference(header=drawing(inside=cut, alt="Crest &amp; motto\n of Mars College"), picture=png())
    ).picture
    assert picture
    assert (picture.alt, picture.aligned, picture.cut) == (
        "Crest & motto of Mars College",
        Aligned.CENTRE,
        (10000, 0, 20000, 0),
    )
    assert round(picture.width, 1) == round(picture.height, 1) == 56.7


def test_a_jpeg_is_taken_and_known_as_one() -> None:
    picture = looks(reference(header=drawing(), picture=jpeg(before=exif(1)))).picture
    assert picture
    assert picture.kind == "jpeg"
    assert picture.data.startswith(b"\xff\xd8")


def test_a_picture_without_words_is_remarked_on() -> None:
    def remarks(alt: str) -> str:
        return " ".join(read_looks(reference(header=drawing(alt=alt), picture=png()), "r.docx").remarks)

    assert "View Alt Text" in remarks("")
    assert "View Alt Text" not in remarks("The crest")


def test_what_was_taken_is_told_in_the_words_of_a_teacher() -> None:
    styles = style("Normal", '<w:rFonts w:ascii="Georgia"/><w:sz w:val="22"/>') + style(
        "heading 1",
        '<w:b/><w:caps/><w:color w:val="1F3864"/><w:sz w:val="32"/>',
        '<w:jc w:val="center"/>',
        base="Normal",
    )
    read: LooksRead = read_looks(reference(styles=styles, header=drawing(), picture=png()), "reference.docx")
    assert any(
        one.startswith("Heading 1: Georgia 16 pt, bold, capitals, dark blue (1F3864), set centre") for one in read.taken
    )
    assert "Page: A4, margins of 2 cm" in read.taken
    assert any(
        one.startswith("Picture in the header (“The crest of the school”): PNG, 2.0 × 2.0 cm") for one in read.taken
    )
    assert any("Georgia" in one and "number of pages is a guess" in one for one in read.remarks)


@pytest.mark.parametrize(
    ("colour", "called"),
    [
        ("000000", "black"), ("1F3864", "dark blue (1F3864)"), ("7B1E1E", "dark red (7B1E1E)"),
        ("C00000", "red (C00000)"),
        ("2E7D32", "dark green (2E7D32)"), ("6A3D9A", "purple (6A3D9A)"), ("595959", "dark grey (595959)"),
        ("8A5A00", "brown (8A5A00)"),
    ],
)  # fmt: skip
def test_colours_have_names(colour: str, called: str) -> None:
    assert colour_in_words(colour) == called


def test_links_to_parts_lead_nowhere_but_into_the_file() -> None:
    parts = parts_of(header=drawing(), picture=png())
    parts["word/_rels/header1.xml.rels"] = related(("rId1", "image", "../../../../etc/passwd"))
    assert looks(packed(parts)).picture is None


def test_a_chunk_that_sets_the_size_of_dots_is_kept() -> None:
    dots = chunk(b"pHYs", bytes(9))
    picture = looks(reference(header=drawing(), picture=png(more=dots))).picture
    assert picture
    assert dots in picture.data
