"""How each kind of paragraph is set: the one place that says it, for the Word file and for the estimate of its pages.

Lengths are in points. Sizes are relative to the size of the body, so that a conference's rules need to say only that.
"""

from __future__ import annotations

from typing import NamedTuple

from mundraft.document.layout import Layout, PageSize
from mundraft.document.looks import NO_LOOKS, Aligned, Picture, TextLook

POINTS_PER_CM = 72 / 2.54
#: Width and height: ISO 216 A4 (210 x 297 mm) and ANSI Letter (8.5 x 11 in), in points as Word rounds them.
PAGE_POINTS = {PageSize.A4: (595.3, 841.9), PageSize.LETTER: (612.0, 792.0)}
#: How thick a rule is.
RULE_THICKNESS = 0.5
#: The space between two columns of a header block, and above a block that stands between other text.
COLUMN_GAP = ABOVE_HEADER = 18.0
#: The space between a running header and the text.
BELOW_RUNNING_HEADER = 8.0
# No page is all margin, whatever a conference's rules say: an inch and a half stays in the middle.
_NARROWEST_HALF_COLUMN = 54.0
# As high as a header of eight lines; a page with more at its head has little room for a paper.
_HIGHEST_PICTURE = 110.0


class ParagraphStyle(NamedTuple):
    """One kind of paragraph. `left` and `right` set the text in; `hanging` is how far its first line stands out."""

    style_id: str
    #: Word's own name for the style, by which other programs and style sets know it
    name: str
    larger: float = 0.0
    bold: bool = False
    italic: bool = False
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    right: float = 0.0
    hanging: float = 0.0
    centred: bool = False
    #: stays on the page of the paragraph that follows
    keep_with_next: bool = False
    #: is never split over two pages
    keep_lines: bool = False
    #: no space between two paragraphs of this style
    close_together: bool = False
    #: a thin rule under the last of several, this far below the words
    rule_below: float = 0.0
    #: both edges straight where the layout asks for it
    justifiable: bool = False
    #: single-spaced, whatever the spacing of the body
    single: bool = False
    #: no larger than this, whatever the size of the body
    at_most: float = 0.0
    #: the first line's words begin where it hangs out, and no label stands there
    words_hang: bool = False
    #: all letters are printed as capitals
    capitals: bool = False


TITLE = ParagraphStyle("Title", "Title", 5, bold=True, after=10, centred=True, keep_with_next=True, keep_lines=True)
HEADER_BLOCK = ParagraphStyle(
    "HeaderBlock", "Header Block", after=12, keep_with_next=True, keep_lines=True, close_together=True, rule_below=6
)
HEADER_BLOCK_PLAIN = HEADER_BLOCK._replace(style_id="HeaderBlockPlain", name="Header Block Plain", rule_below=0.0)
HEADINGS = (
    ParagraphStyle("Heading1", "heading 1", 2, bold=True, before=14, after=5, keep_with_next=True, keep_lines=True),
    ParagraphStyle("Heading2", "heading 2", 1, bold=True, before=11, after=4, keep_with_next=True, keep_lines=True),
    ParagraphStyle(
        "Heading3", "heading 3", bold=True, italic=True, before=9, after=3, keep_with_next=True, keep_lines=True
    ),
)
BODY = ParagraphStyle("BodyText", "Body Text", after=8, justifiable=True)
QUOTE = ParagraphStyle("Quote", "Quote", after=8, left=28, right=28, justifiable=True)
LIST_NUMBER = ParagraphStyle("ListNumber", "List Number", after=5, left=28, hanging=21, justifiable=True)
LIST_BULLET = ParagraphStyle("ListBullet", "List Bullet", after=5, left=28, hanging=21, justifiable=True)
LIST_CONTINUE = ParagraphStyle("ListContinue", "List Continue", after=5, left=28, justifiable=True)
# A hanging indent of half an inch is what MLA 9, APA 7 and Chicago 17 ask of a list of works; a label fits in it.
BIBLIOGRAPHY = ParagraphStyle("Bibliography", "Bibliography", after=4, left=36, hanging=36, keep_lines=True)
# Word's own size for notes; a paper set smaller than that has notes of its own size.
FOOTNOTE = ParagraphStyle("FootnoteText", "footnote text", after=2, justifiable=True, single=True, at_most=10)
ENDNOTE = ParagraphStyle("EndnoteText", "endnote text", after=2, justifiable=True, single=True, at_most=10)
RUNNING_HEADER = ParagraphStyle("Header", "header", single=True)
FOOTER = ParagraphStyle("Footer", "footer", centred=True, single=True)
#: Every style of a paper's Word file, in the order in which the file lists them.
STYLES = (
    TITLE,
    HEADER_BLOCK,
    HEADER_BLOCK_PLAIN,
    *HEADINGS,
    BODY,
    QUOTE,
    LIST_NUMBER,
    LIST_BULLET,
    LIST_CONTINUE,
    BIBLIOGRAPHY,
    FOOTNOTE,
    ENDNOTE,
    RUNNING_HEADER,
    FOOTER,
)


def margin_points(layout: Layout) -> float:
    """The margin on each side, in points, kept to what leaves a column to write in."""
    width, _ = PAGE_POINTS[layout.page]
    return max(0.0, min(layout.margin_cm * POINTS_PER_CM, width / 2 - _NARROWEST_HALF_COLUMN))


def edge_points(layout: Layout) -> float:
    """How far from the edge of the paper its running header and its page number begin, in points."""
    return min(35.45, margin_points(layout) / 2)


def look_of(layout: Layout, style: ParagraphStyle) -> TextLook:
    """What a teacher's reference says of a style; nothing where there is none."""
    return (layout.looks or NO_LOOKS).of(style.style_id)


def dressed(layout: Layout, style: ParagraphStyle) -> ParagraphStyle:
    """A style with the weight, the slant and the spaces that a reference gives it."""
    if layout.looks is None:
        return style
    look = look_of(layout, style)
    return style._replace(
        bold=_said(look.bold, style.bold),
        italic=_said(look.italic, style.italic),
        capitals=_said(look.capitals, style.capitals),
        before=style.before if look.before is None else look.before,
        after=style.after if look.after is None else look.after,
    )


def _said(said: bool | None, otherwise: bool) -> bool:
    return otherwise if said is None else said


def font_of(layout: Layout, style: ParagraphStyle) -> str:
    """The font of a style: that of the text where a reference names no other."""
    return look_of(layout, style).font or layout.font


def aligned(layout: Layout, style: ParagraphStyle) -> Aligned:
    """Where the lines of a style stand."""
    said = look_of(layout, style).aligned
    if said is not None:
        return said
    if style.centred:
        return Aligned.CENTRE
    return Aligned.JUSTIFIED if style.justifiable and layout.justified else Aligned.LEFT


def picture_of(layout: Layout) -> Picture | None:
    """The picture at the head of the page, as large as the page has room for it."""
    picture = layout.looks.picture if layout.looks else None
    if picture is None:
        return None
    column = PAGE_POINTS[layout.page][0] - 2 * margin_points(layout)
    scale = min(1.0, column / picture.width, _HIGHEST_PICTURE / picture.height)
    return picture._replace(width=picture.width * scale, height=picture.height * scale)


def text_size(layout: Layout, style: ParagraphStyle) -> float:
    """The size of a style's type in points, to the half point that Word keeps, between 1 and 1638."""
    said = look_of(layout, style).size_pt
    size = layout.size_pt + style.larger
    kept = said or min(size, style.at_most or size)
    return max(2, min(3276, round(kept * 2))) / 2


def multiple(spacing: float) -> float:
    """A multiple of single spacing, to the 240th that Word keeps, between a half and ten."""
    return max(120, min(2400, round(spacing * 240))) / 240


def line_multiple(layout: Layout, style: ParagraphStyle = BODY) -> float:
    """The spacing of a style's lines as a multiple of single, as Word keeps it."""
    said = look_of(layout, style).line
    if said is not None:
        return multiple(said)
    return 1.0 if style.single else multiple(layout.line_spacing)
