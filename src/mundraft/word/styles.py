"""The styles of a paper, each under the name and id that Word itself gives it.

A chair's own style set, Word's navigation pane and a screen reader know them by these."""

from __future__ import annotations

from mundraft.document.layout import Layout
from mundraft.document.looks import Aligned
from mundraft.document.typography import (
    BODY,
    HEADER_BLOCK,
    HEADER_BLOCK_PLAIN,
    HEADINGS,
    LIST_BULLET,
    LIST_NUMBER,
    RULE_THICKNESS,
    STYLES,
    ParagraphStyle,
    aligned,
    dressed,
    font_of,
    line_multiple,
    look_of,
    text_size,
)
from mundraft.word.numbering import BULLETS, NUMBERS, indent_xml
from mundraft.word.scripts import fonts_xml, languages_xml
from mundraft.word.xml import twips

_CUSTOM = frozenset({HEADER_BLOCK.style_id, HEADER_BLOCK_PLAIN.style_id})
_LEVELS = {style.style_id: level for level, style in enumerate(HEADINGS)}
_ALIGNED = {Aligned.CENTRE: "center", Aligned.RIGHT: "right", Aligned.JUSTIFIED: "both"}
_NUMBERED = {LIST_BULLET.style_id: BULLETS, LIST_NUMBER.style_id: NUMBERS}


def styles_xml(layout: Layout, language: str) -> str:
    """What every word looks like at first, and every style of a paper: the inside of a `w:styles`."""
    fixed = _FIXED_STYLES.replace(_LINK_COLOUR, _link_colour(layout))
    styles = "".join(_style(dressed(layout, style), layout, language) for style in STYLES)
    return _document_defaults(layout, language) + fixed + styles


def _link_colour(layout: Layout) -> str:
    if layout.black_only:
        return ""
    said = layout.looks.link_colour if layout.looks else None
    return _colour(said) if said else _LINK_COLOUR


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _document_defaults(layout: Layout, language: str) -> str:
    size = round(text_size(layout, BODY) * 2)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts_xml(layout.font, language)}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{languages_xml("lang", language)}'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:after="0" w:line="{round(line_multiple(layout) * 240)}" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _style(style: ParagraphStyle, layout: Layout, language: str) -> str:
    custom = ' w:customStyle="1"' if style.style_id in _CUSTOM else ""
    following = '<w:next w:val="BodyText"/>' if style.keep_with_next and not style.close_together else ""
    looks = _character_properties(style, layout, language)
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.style_id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/><w:pPr>{_paragraph_properties(style, layout)}</w:pPr>'
        f"{looks and f'<w:rPr>{looks}</w:rPr>'}</w:style>"
    )


def _paragraph_properties(style: ParagraphStyle, layout: Layout) -> str:
    """The inside of a style's `w:pPr`, in the schema's order."""
    spacing = _spacing(style, layout)
    side = _ALIGNED.get(aligned(layout, style), "")
    level = _LEVELS.get(style.style_id)
    properties = (
        (style.keep_with_next, "<w:keepNext/>"),
        (style.keep_lines, "<w:keepLines/>"),
        (style.style_id in _NUMBERED, f'<w:numPr><w:numId w:val="{_NUMBERED.get(style.style_id)}"/></w:numPr>'),
        (style.rule_below, _rule(style.rule_below)),
        (spacing, spacing),
        (style.left, indent_xml(style)),
        (style.close_together, "<w:contextualSpacing/>"),
        (side, f'<w:jc w:val="{side}"/>'),
        (level is not None, f'<w:outlineLvl w:val="{level}"/>'),
    )
    return "".join(xml for present, xml in properties if present)


def _spacing(style: ParagraphStyle, layout: Layout) -> str:
    """The spaces around a paragraph, and the height of its lines where that is not the text's."""
    height = line_multiple(layout, style)
    own_height = style.single or height != line_multiple(layout)
    line = f' w:line="{round(height * 240)}" w:lineRule="auto"' if own_height else ""
    if not (style.before or style.after or line):
        return ""
    return f'<w:spacing w:before="{twips(style.before)}" w:after="{twips(style.after)}"{line}/>'


def _rule(space: float) -> str:
    eighths = round(RULE_THICKNESS * 8)
    return f'<w:pBdr><w:bottom w:val="single" w:sz="{eighths}" w:space="{round(space)}" w:color="808080"/></w:pBdr>'


def _character_properties(style: ParagraphStyle, layout: Layout, language: str) -> str:
    """The inside of a style's `w:rPr`, in the schema's order."""
    look = look_of(layout, style)
    font = font_of(layout, style)
    size = round(text_size(layout, style) * 2)
    return (
        (fonts_xml(font, language) if font != layout.font else "")
        + ("<w:b/><w:bCs/>" if style.bold else "")
        + ("<w:i/><w:iCs/>" if style.italic else "")
        + ("<w:caps/>" if style.capitals else "")
        + (_colour(look.colour) if look.colour else "")
        + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if style.larger or style.at_most or look.size_pt else "")
    )


_LINK_COLOUR = _colour("0563C1")
_FIXED_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    "<w:pPr><w:widowControl/></w:pPr></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>'
    f'<w:rPr>{_LINK_COLOUR}<w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="MissingAnswer"><w:name w:val="Missing Answer"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
    + "".join(
        f'<w:style w:type="character" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        for style_id, name in (("FootnoteReference", "footnote reference"), ("EndnoteReference", "endnote reference"))
    )
)
