"""From what a template printed to blocks of the document tree.

The template's own words are Markdown, read by `skeleton` with a place for every value; here the values take their
places. So no answer is ever read as markup, and an answer that is not there leaves no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from mundraft.document.tree import CitationMark, Heading, Inlines, ListBlock, Origin, Paragraph, TextBlock
from mundraft.templating.leaf import Leaf
from mundraft.templating.printed import Printed
from mundraft.templating.skeleton import (
    HeadingLine,
    Line,
    ParagraphLine,
    Skeleton,
    Stand,
    is_web_link,
    skeleton_of,
)
from mundraft.templating.spacing import NO_WORDS, PLAIN, Hand, Spacer, taken_apart

_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")

_OURS: Final = Origin.TEMPLATE
_DELEGATE: Final = Origin.DELEGATE
_DELEGATES: Final[Hand] = (_DELEGATE, False, False, "")
_ONE_VALUE: Final = Stand(NO_WORDS, slot=0)


def blocks_of(printed: Printed) -> tuple[TextBlock, ...]:
    """The blocks of one part.

    Raises `Refused` when the template's own text holds a character that stands for a value."""
    return tuple(_filled(skeleton_of(printed.words), printed.leaves))


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
        blocks.extend(Paragraph(inlines) for inlines in _paragraphs((_ONE_VALUE,), (leaf,)))
    return tuple(blocks)


def _filled(skeleton: Skeleton, leaves: Sequence[Leaf]) -> Iterator[TextBlock]:
    """The blocks with the values in their places; what is left empty by that is not there."""
    for block in skeleton:
        if isinstance(block, ParagraphLine):
            for inlines in _paragraphs(block.line, leaves):
                yield Paragraph(inlines, block.role)
        elif isinstance(block, HeadingLine):
            heading = Spacer()
            _fill([heading], block.line, leaves, in_one=True)
            inlines = heading.inlines()
            if _shows(inlines):
                yield Heading(block.level, inlines)
        else:
            items = (
                tuple(Paragraph(inlines) for line in item for inlines in _paragraphs(line, leaves))
                for item in block.items
            )
            kept = tuple(item for item in items if item)
            if kept:
                yield ListBlock(kept, block.ordered)


def _paragraphs(line: Line, leaves: Sequence[Leaf]) -> Iterator[Inlines]:
    """The paragraphs that a line of Markdown becomes: several where a value has blank lines inside. Empty ones are left
    out."""
    spacers = [Spacer()]
    _fill(spacers, line, leaves)
    for spacer in spacers:
        inlines = spacer.inlines()
        if _shows(inlines):
            yield inlines


def _fill(spacers: list[Spacer], line: Line, leaves: Sequence[Leaf], *, in_one: bool = False) -> None:
    """Put a line, the values in their places, into the last of the paragraphs, or, where a value has blank lines inside
    and all is not to stand `in_one`, into more of them."""
    spacer = spacers[-1]
    for words, around, slot in line:
        if slot < 0:
            spacer.template(words, around)
            continue
        leaf = leaves[slot]
        text = leaf.text
        if text:  # many only hold the place of an answer that was not given
            plain = around is PLAIN and not leaf.italic and not leaf.url
            hand = _DELEGATES if plain and leaf.origin is _DELEGATE else _hand(leaf, around)
            if "\n" in text:
                _put_lines(spacers, text, hand, in_one)
                spacer = spacers[-1]
            elif leaf.origin is _OURS:
                spacer.template(taken_apart(text), hand)
            elif not text.isspace():
                spacer.answer(text, hand)
        if leaf.cites:
            spacer.cite(CitationMark(leaf.cites))


def _hand(leaf: Leaf, around: Hand) -> Hand:
    """Whose the words of a value are, and how they look where it stands."""
    _, bold, italic, url = around
    return leaf.origin, bold, italic or leaf.italic, leaf.url if leaf.url and is_web_link(leaf.url) else url


def _put_lines(spacers: list[Spacer], text: str, hand: Hand, in_one: bool) -> None:
    """Put words with line ends inside. Those at their edges are no words."""
    ours = hand[0] is _OURS
    if text.isspace() and not ours:
        return
    for number, one in enumerate(_BLANK_LINES.split(_without_edge_lines(text))):
        if number and in_one:
            spacers[-1].template(taken_apart("\n"), PLAIN)
        elif number:
            spacers.append(Spacer())
        if ours:
            spacers[-1].template(taken_apart(one), hand)
        else:
            spacers[-1].answer(one, hand)


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
