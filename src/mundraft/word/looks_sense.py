"""Which looks make sense on a paper that a chair must read, and why the others are left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mundraft.document.looks import Aligned, LeftOut, TextLook
from mundraft.document.typography import (
    BIBLIOGRAPHY,
    BODY,
    ENDNOTE,
    FOOTER,
    FOOTNOTE,
    HEADER_BLOCK,
    HEADER_BLOCK_PLAIN,
    HEADINGS,
    LIST_BULLET,
    LIST_CONTINUE,
    LIST_NUMBER,
    QUOTE,
    RUNNING_HEADER,
    TITLE,
    ParagraphStyle,
)
from mundraft.word.looks_styles import Said

#: The schema's limit for the name of a font.
_LONGEST_FONT = 31
#: Fonts whose letters are signs: words in them cannot be read.
_SIGNS = frozenset({"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "zapf dingbats", "marlett"})
#: WCAG 2.2, 1.4.3: how far type must stand out from white; large type (18 points, or bold of 14) less.
_CONTRAST, _CONTRAST_LARGE = 4.5, 3.0
_WIDEST_SPACE = 72.0
_LINES = (0.8, 3.0)


class Kind(NamedTuple):
    """A kind of paragraph: what a teacher calls it, the names of the styles that can set it, the sizes that make sense,
    and whether its alignment and its spaces are taken."""

    style: ParagraphStyle
    called: str
    names: tuple[str, ...]
    sizes: tuple[float, float] = (8.0, 24.0)
    aligned: bool = False
    spaced: bool = True


KINDS = (
    Kind(BODY, "Text", ("body text", "normal", "standard", "body"), (8.0, 20.0)),
    Kind(TITLE, "Title", ("title",), (8.0, 60.0), aligned=True),
    Kind(HEADINGS[0], "Heading 1", ("heading 1", "heading"), (8.0, 48.0), aligned=True),
    Kind(HEADINGS[1], "Heading 2", ("heading 2",), (8.0, 48.0), aligned=True),
    Kind(HEADINGS[2], "Heading 3", ("heading 3",), (8.0, 48.0), aligned=True),
    Kind(HEADER_BLOCK, "Header block", ("header block",), spaced=False),
    Kind(HEADER_BLOCK_PLAIN, "Header block without a line", ("header block plain", "header block"), spaced=False),
    Kind(QUOTE, "Quotations", ("quote", "block text", "quotations")),
    Kind(LIST_NUMBER, "Numbered lists", ("list number", "list paragraph")),
    Kind(LIST_BULLET, "Lists with bullets", ("list bullet", "list paragraph")),
    Kind(LIST_CONTINUE, "Further paragraphs in lists", ("list continue", "list paragraph")),
    Kind(BIBLIOGRAPHY, "List of resources", ("bibliography",)),
    Kind(FOOTNOTE, "Footnotes", ("footnote text",), (6.0, 14.0), spaced=False),
    Kind(ENDNOTE, "Endnotes", ("endnote text",), (6.0, 14.0), spaced=False),
    Kind(RUNNING_HEADER, "Header of the page", ("header",), (6.0, 20.0), spaced=False),
    Kind(FOOTER, "Page number", ("footer",), (6.0, 20.0), spaced=False),
)


class _Doubt(NamedTuple):
    """A property that is left out: the field, what it says, and why not."""

    field: str
    said: str
    why: str


def sensible(kind: Kind, said: Said) -> tuple[TextLook, list[LeftOut]]:
    """What of a style is taken, and what is not."""
    look = said.look
    doubts = [*_of_letters(kind, said), *_of_lines(kind, said)]
    left_out = [LeftOut(f"{kind.called}: {one.said}", one.why) for one in doubts if one.said]
    kept = look._replace(**{one.field: None for one in doubts if one.field})
    if not kind.aligned and kind.style is not BODY:
        kept = kept._replace(aligned=None)
    if not kind.spaced:
        kept = kept._replace(before=None, after=None, line=None)
    return kept, left_out


def _of_letters(kind: Kind, said: Said) -> Iterator[_Doubt]:
    look, (least, most) = said.look, kind.sizes
    if look.font is not None and (why := _fault_of_font(look.font)):
        yield _Doubt("font", f"the font “{look.font[:40]}”", why)
    if look.size_pt is not None and not least <= look.size_pt <= most:
        yield _Doubt("size_pt", f"{look.size_pt:g} pt", f"only {least:g} to {most:g} points can be read on a page")
    if look.colour is not None and contrast(look.colour) < _needed(look):
        yield _Doubt("colour", f"the colour {look.colour}", "it is too pale to be read on white paper")
    if said.small_capitals:
        yield _Doubt("", "small capitals", "the paper has capitals of one size alone")


def _of_lines(kind: Kind, said: Said) -> Iterator[_Doubt]:
    look = said.look
    if kind.spaced:
        yield from _of_spaces(kind, said)
    if kind.style is BODY and look.aligned in (Aligned.CENTRE, Aligned.RIGHT):
        yield _Doubt("aligned", f"lines set {look.aligned}", "running text is set left or to both edges")
    elif kind.aligned and look.aligned is Aligned.JUSTIFIED:
        yield _Doubt("aligned", "", "")


def _of_spaces(kind: Kind, said: Said) -> Iterator[_Doubt]:
    look = said.look
    for field, space in (("before", look.before), ("after", look.after)):
        if space is not None and not 0 <= space <= _WIDEST_SPACE:
            yield _Doubt(field, f"a space of {space:g} pt", f"only 0 to {_WIDEST_SPACE:g} points make sense")
    if said.exact_line:
        yield _Doubt(
            "line", "lines of a fixed height", "they cut off tall letters; use a multiple (single, 1.5, double)"
        )
    elif look.line is not None and not _LINES[0] <= look.line <= _LINES[1]:
        yield _Doubt("line", f"line spacing {look.line:g}", f"only {_LINES[0]:g} to {_LINES[1]:g} can be read")
    if kind.style in (BODY, QUOTE) and not look.before and not look.after:
        # A paper of paragraphs that nothing parts is one block of text; told once, for the text.
        told = "no space between paragraphs" if kind.style is BODY else ""
        yield _Doubt("before", told, "the paper parts them, so that they can be told apart")
        yield _Doubt("after", "", "")
    if kind.style is BODY and said.first_line:
        yield _Doubt("", "a first line set in", "the paper parts paragraphs by a space")


def _fault_of_font(font: str) -> str:
    if not font.isprintable() or len(font) > _LONGEST_FONT:
        return "Word keeps no font of such a name"
    return "its letters are signs, and words in it cannot be read" if font.casefold() in _SIGNS else ""


def _needed(look: TextLook) -> float:
    size = look.size_pt or 0.0
    return _CONTRAST_LARGE if size >= 18 or (size >= 14 and look.bold) else _CONTRAST


def contrast(colour: str) -> float:
    """How far a colour stands out from white, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
