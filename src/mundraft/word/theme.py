"""The theme: the palette and the fonts that Word offers to whoever edits the paper. The styles do not depend on it."""

from __future__ import annotations

from mundraft.word.xml import DECLARATION, escape

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
# Text and background, then six accents that hold 4.5 to 1 against white (WCAG 2.2, 1.4.3), and the colours of links.
_COLOURS = (
    ("dk1", "000000"),
    ("lt1", "FFFFFF"),
    ("dk2", "1F2A44"),
    ("lt2", "EEF1F6"),
    ("accent1", "1F5FA8"),
    ("accent2", "A83232"),
    ("accent3", "2F6B3A"),
    ("accent4", "6A3D9A"),
    ("accent5", "8A5A00"),
    ("accent6", "39606B"),
    ("hlink", "0563C1"),
    ("folHlink", "6A3D9A"),
)
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_FILL}</a:ln>'
_NO_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
# The schema asks for three of each: subtle, moderate and intense. A paper has no shapes, so all three are plain.
_FORMATS = (
    f'<a:fmtScheme name="Plain"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_NO_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme_with(headings: str, text: str) -> bytes:
    """The theme part with these fonts for headings and for text."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS)
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_DRAWING}" name="Position paper"><a:themeElements>'
        f'<a:clrScheme name="Position paper">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Position paper"><a:majorFont>{_face(headings)}</a:majorFont>'
        f"<a:minorFont>{_face(text)}</a:minorFont></a:fontScheme>{_FORMATS}</a:themeElements></a:theme>"
    ).encode()


def _face(font: str) -> str:
    return f'<a:latin typeface="{escape(font)}"/><a:ea typeface=""/><a:cs typeface=""/>'
