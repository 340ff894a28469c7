"""How the lists of a paper are marked: bullets, and numbers that begin at 1 with every list."""

from __future__ import annotations

from functools import lru_cache

from mundraft.document.typography import LIST_BULLET, LIST_NUMBER, ParagraphStyle
from mundraft.word.xml import part_xml, twips

#: Numbering instances: bullets share one; each ordered list has its own, from `FIRST_ORDERED` on.
BULLETS = 1
#: What the style of a numbered list names; no list in the text counts with it.
NUMBERS = 2
FIRST_ORDERED = 3


@lru_cache(maxsize=32)
def numbering_with(ordered_lists: int) -> bytes:
    """The numbering part for a paper with so many ordered lists, each of which counts from 1."""
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="2"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in range(FIRST_ORDERED, FIRST_ORDERED + ordered_lists)
    )
    return part_xml("numbering", _NUMBERING + lists)


def indent_xml(style: ParagraphStyle) -> str:
    """How far a style's lines stand in from the edges of the text, and its first line out again."""
    left, right, hanging = twips(style.left), twips(style.right), twips(style.hanging)
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


_LIST_LEVEL = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:pStyle w:val="{style}"/>'
    '<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
    "{indent}</w:pPr></w:lvl>"
)

_NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>'
    + _LIST_LEVEL.format(format="bullet", style="ListBullet", text="•", indent=indent_xml(LIST_BULLET))
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="singleLevel"/>'
    + _LIST_LEVEL.format(format="decimal", style="ListNumber", text="%1.", indent=indent_xml(LIST_NUMBER))
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
)
