"""Reference documents for tests, built part by part, so that each can be wrong in one way."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="School"><a:themeElements>'
    '<a:clrScheme name="School"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:accent1><a:srgbClr val="1F3864"/></a:accent1></a:clrScheme><a:fontScheme name="School">'
    '<a:majorFont><a:latin typeface="Arial"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="708" w:footer="708"/>'
)


def style(name: str, letters: str = "", lines: str = "", base: str = "", id_: str = "") -> str:
    """A paragraph style; `letters` and `lines` are the insides of its `w:rPr` and `w:pPr`."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    called = id_ or name.title().replace(" ", "")
    return (
        f'<w:style w:type="paragraph" w:styleId="{called}"><w:name w:val="{name}"/>{based}'
        f"<w:pPr>{lines}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def drawing(relation: str = "rId1", inside: str = "", alt: str = "The crest of the school", size: int = 720000) -> str:
    """A picture in a line of its own; `relation` is an id, or the whole attribute that names one."""
    found = relation if "=" in relation else f'r:embed="{relation}"'
    return (
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline><wp:extent cx="{size}" cy="{size}"/>'
        f'<wp:docPr id="1" name="x" descr="{alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
        f"<a:blip {found}/>{inside}</pic:blipFill></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def related(*targets: tuple[str, str, str], outside: bool = False) -> str:
    """A part of relationships: the id, the kind by its last word, and the target of each."""
    mode = ' TargetMode="External"' if outside else ""
    listed = "".join(
        f'<Relationship Id="{id_}" Type="{R}/{kind}" Target="{target}"{mode}/>' for id_, kind, target in targets
    )
    return f'<Relationships xmlns="{_RELATED}">{listed}</Relationships>'


def parts_of(
    styles: str = "", header: str | None = None, picture: bytes | None = None, page: str = PAGE, text: str = ""
) -> dict[str, bytes | str]:
    """The parts of a sound reference, by name, to be changed before they are packed."""
    listed = [("rId1", "styles", "styles.xml"), ("rId2", "theme", "theme/theme1.xml")]
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
            f'ContentType="{_MAIN}"/></Types>'
        ),
        "_rels/.rels": related(("rId1", "officeDocument", "word/document.xml")),
        "word/styles.xml": f"<w:styles {NAMES}>{DEFAULTS}{styles}</w:styles>",
        "word/theme/theme1.xml": THEME,
    }
    if header is not None:
        listed.append(("rId3", "header", "header1.xml"))
        parts["word/header1.xml"] = f"<w:hdr {NAMES}>{header}</w:hdr>"
        page = f'<w:headerReference w:type="default" r:id="rId3"/>{page}'
    if picture is not None:
        parts["word/_rels/header1.xml.rels"] = related(("rId1", "image", "media/image1.png"))
        parts["word/media/image1.png"] = picture
    parts["word/_rels/document.xml.rels"] = related(*listed)
    parts["word/document.xml"] = f"<w:document {NAMES}><w:body>{text}<w:sectPr>{page}</w:sectPr></w:body></w:document>"
    return parts


def packed(parts: dict[str, bytes | str]) -> bytes:
    """Parts as the bytes of a file."""
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return kept.getvalue()


def reference(**made: str | bytes | None) -> bytes:
    """A sound reference as the bytes of a file; as `parts_of`."""
    return packed(parts_of(**made))  # type: ignore[arg-type]


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">L", len(content)) + name + content + struct.pack(">L", zlib.crc32(name + content))


def png(width: int = 8, height: int = 8, *, more: bytes = b"", rows: bytes | None = None) -> bytes:
    """A picture of one colour; `more` are chunks before its dots, `rows` what it holds in place of them."""
    dots = b"".join(b"\0" + b"\x1f\x38\x64" * width for _ in range(height)) if rows is None else rows
    head = chunk(b"IHDR", struct.pack(">2L5B", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + more + chunk(b"IDAT", zlib.compress(dots)) + chunk(b"IEND", b"")


def segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def jpeg(*, before: bytes = b"", dots: bytes = b"\x12\xff\x00\x34\xff\xd0\x56", after: bytes = b"") -> bytes:
    """The frame of a JPEG, whose tables and dots are not looked at, between segments `before` and bytes `after`."""
    frame = struct.pack(">BHHB", 8, 8, 8, 1) + b"\x01\x11\x00"
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + dots
    return b"\xff\xd8" + before + segment(0xDB, bytes(65)) + segment(0xC0, frame) + scan + b"\xff\xd9" + after


def exif(orientation: int) -> bytes:
    """A segment of a camera: how the picture is to be turned, and where it was made."""
    tags = b"II*\0" + struct.pack("<LHHHLHHL", 8, 1, 0x0112, 3, 1, orientation, 0, 0)
    return segment(0xE1, b"Exif\0\0" + tags + b"GPS 20.5N, made by Ana Perez")
