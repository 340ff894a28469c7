"""The picture at the head of the page: a part of the package of its own, drawn in a paragraph of the header."""

from __future__ import annotations

from mundraft.document.looks import Aligned, Picture
from mundraft.word.xml import escape

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
#: The relationship under which a header finds the picture.
PICTURE_ID = "picture1"
_EMU_PER_POINT = 12_700
_SIDES = {Aligned.CENTRE: "center", Aligned.RIGHT: "right"}
# What a screen reader says where nobody said more.
_CALLED = "Picture at the head of the page"


def picture_xml(picture: Picture) -> str:
    """A paragraph of a header that holds the picture, as large as it is drawn."""
    wide, high = round(picture.width * _EMU_PER_POINT), round(picture.height * _EMU_PER_POINT)
    side = _SIDES.get(picture.aligned)
    placed = f'<w:jc w:val="{side}"/>' if side else ""
    alt = escape(picture.alt or _CALLED)
    cut = "".join(f' {side}="{part}"' for side, part in zip("ltrb", picture.cut, strict=True) if part)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Header"/>{placed}</w:pPr><w:r><w:drawing>'
        f'<wp:inline xmlns:wp="{_PLACED}" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="1" name="Header picture" descr="{alt}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
        f'<pic:nvPicPr><pic:cNvPr id="1" name="Header picture" descr="{alt}"/>'
        '<pic:cNvPicPr><a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{PICTURE_ID}"/><a:srcRect{cut}/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
