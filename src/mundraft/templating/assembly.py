"""From what a template printed to blocks of the document tree.

The template's own words are Markdown, read by `skeleton` with a place for every value; here the values take their
places. So no answer is ever read as markup, and an answer that is not there leaves no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from mundraft.document.tree import CitationMark, Heading, Inlines, ListBlock, Origin, Paragraph, TextBlock
from mundraft.templating.faults import Refused
from mundraft.templating.leaf import Leaf, Piece
from mundraft.templating.skeleton import (
    MOST_VALUES,
    HeadingLine,
    Line,
    ParagraphLine,
    Skeleton,
    Stand,
    holds_placeholders,
    is_web_link,
    skeleton_of,
)
from mundraft.templating.spacing import Stretch, spaced

_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_DEEPEST_HEADING = 3

_OURS: Final = Origin.TEMPLATE

#: Stretches of one paragraph, and of all paragraphs that one line of the template becomes where an answer has several.
_Line: TypeAlias = list[Stretch]
_Lines: TypeAlias = list[_Line]


def blocks_of(pieces: Iterable[Piece]) -> tuple[TextBlock, ...]:
    """The blocks of one part.

    Raises `Refused` when the template's own text holds a character that stands for a value."""
    leaves: list[Leaf] = []
    words = [""]
    for piece in pieces:
        if isinstance(piece, Leaf):
            leaves.append(piece)
            words.append("")
        elif holds_placeholders(piece):
            raise Refused("template-characters", "The template's text holds a private-use character.", "Take it out.")
        else:
            words[-1] += piece
    if len(leaves) > MOST_VALUES:
        raise Refused("template-too-much-output", "One part of this template prints more values than it can.")
    return tuple(_filled(skeleton_of(tuple(words)), leaves))


def _without_edge_lines(text: str) -> str:
    """A text without the blank lines that it begins and ends with. In one step each: a pattern would look at every
    line of a long heap of them, from every line of it."""
    begins = text.rfind("\n", 0, len(text) - len(text.lstrip(" \t\n"))) + 1
    ends = text.find("\n", max(begins, len(text.rstrip(" \t\n"))))
    return text[begins:] if ends < 0 else text[begins:ends]


def own_blocks(leaves: Iterable[Leaf]) -> tuple[TextBlock, ...]:
    """What a delegate wrote in place of a part: paragraphs, divided by blank lines and by nothing else."""
    blocks: list[TextBlock] = []
    for leaf in leaves:
        blocks.extend(Paragraph(inlines) for inlines in _paragraphs(_with_values((Stand("", slot=0),), (leaf,))))
    return tuple(blocks)


def without_bare_headings(parts: Sequence[tuple[str, tuple[TextBlock, ...]]]) -> list[tuple[TextBlock, ...]]:
    """The blocks of each keyed part without headings that have nothing under them.

    A heading of level 2 or 3 in a block of the template stands over that block alone, so it goes when the rest of the
    block has vanished. One of level 1, or between the blocks, stands over what follows up to the next of its level."""
    kept: list[tuple[TextBlock, ...]] = []
    below = 0  # the deepest level of heading that still has something under it when it stands here
    for key, blocks in reversed(parts):
        below_here = min(below, 1) if key else below
        left: list[TextBlock] = []
        for block in reversed(blocks):
            if isinstance(block, Heading):
                if block.level > below_here:
                    continue
                below = below_here = block.level - 1
            else:
                below = below_here = _DEEPEST_HEADING
            left.append(block)
        kept.append(tuple(reversed(left)))
    return kept[::-1]


def _filled(skeleton: Skeleton, leaves: Sequence[Leaf]) -> Iterator[TextBlock]:
    """The blocks with the values in their places; what is left empty by that is not there."""
    for block in skeleton:
        if isinstance(block, ParagraphLine):
            for inlines in _paragraphs(_with_values(block.line, leaves)):
                yield Paragraph(inlines, block.role)
        elif isinstance(block, HeadingLine):
            inlines = spaced(_in_one_line(_with_values(block.line, leaves)))
            if _shows(inlines):
                yield Heading(block.level, inlines)
        else:
            items = (
                tuple(Paragraph(inlines) for line in item for inlines in _paragraphs(_with_values(line, leaves)))
                for item in block.items
            )
            kept = tuple(item for item in items if item)
            if kept:
                yield ListBlock(kept, block.ordered)


def _with_values(line: Line, leaves: Sequence[Leaf]) -> _Lines:
    """The line with the values in their places: several lines where a value has blank lines inside."""
    lines: _Lines = [[]]
    for text, bold, italic, url, slot in line:
        if slot < 0:
            lines[-1].append(Stretch(text, _OURS, bold, italic, url))
            continue
        leaf = leaves[slot]
        if leaf.text or leaf.cites:  # many only hold the place of an answer that was not given
            _put_leaf(lines, leaf, bold=bold, italic=italic or leaf.italic, url=url)
    return lines


def _put_leaf(lines: _Lines, leaf: Leaf, *, bold: bool, italic: bool, url: str) -> None:
    """Put a leaf's words at the end of the lines, a new one at each of its blank lines, and its citation mark. Line
    ends at its edges are not words."""
    address = leaf.url if leaf.url and is_web_link(leaf.url) else url
    if leaf.text and (leaf.origin is _OURS or not leaf.text.isspace()):
        if "\n" in leaf.text:
            first, *others = _BLANK_LINES.split(_without_edge_lines(leaf.text))
            lines[-1].append(Stretch(first, leaf.origin, bold, italic, address))
            lines.extend([Stretch(text, leaf.origin, bold, italic, address)] for text in others)
        else:
            lines[-1].append(Stretch(leaf.text, leaf.origin, bold, italic, address))
    if leaf.cites:
        lines[-1].append(Stretch("", Origin.LIBRARY, mark=CitationMark(leaf.cites)))


def _in_one_line(lines: _Lines) -> _Line:
    """Lines as one, for a heading, which has no paragraphs."""
    whole = lines[0]
    for line in lines[1:]:
        whole += (Stretch("\n"), *line)
    return whole


def _paragraphs(lines: _Lines) -> Iterator[Inlines]:
    """The paragraphs that lines of Markdown become. Empty ones are left out."""
    for line in lines:
        if line:
            inlines = spaced(line)
            if _shows(inlines):
                yield inlines


def _shows(inlines: Inlines) -> bool:
    """Whether a paragraph says anything: a mark of punctuation that is left over from the template does not."""
    for item in inlines:
        if isinstance(item, CitationMark):
            return True
        if item.text.strip() if item.origin is not _OURS else _words(item.text):
            return True
    return False


def _words(text: str) -> bool:
    return any(char.isalnum() for char in text)
