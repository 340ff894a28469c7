"""Apostrophes and quotation marks as one hand types them: those of the template follow the delegate's.

Keyboards give straight ones and word processors curly ones. No word of a delegate is changed, so it is the template
that gives way: all its marks are straight then. In a paper whose delegate typed neither, or more curly ones, its
apostrophes are curly; a straight quotation mark of a template stays, since its direction would be a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import is_

from mundraft.document.tree import (
    Block,
    CitationMark,
    Heading,
    Inlines,
    ListBlock,
    Origin,
    Paragraph,
    Part,
    Run,
    block_paragraphs,
)

_CURLY = "’‘“”"
_STRAIGHTENED = str.maketrans(_CURLY, "''\"\"")
#: Behind a letter, also one of the run before: "{{ seat }}'s" and "{{ States }}' duty".
_APOSTROPHE = re.compile(r"(?<=\w)'|^'(?=s\b|\s|$)")
#: Where one opens a quotation, which another one closes: those are no apostrophes.
_OPENING = re.compile(r"(?<!\w)(?!^'s\b)'(?=\w)")
# Looked up in an enumeration, an origin costs as much as all else that is asked of a run.
_OURS, _THEIRS = Origin.TEMPLATE, Origin.DELEGATE


def types_straight(parts: Iterable[Part]) -> bool:
    """Whether the delegate's own words in some parts hold more straight marks than curly ones. Quoted words, and names
    from the library, say nothing of a delegate's habit."""
    typed = "".join(
        [
            inline.text
            for part in parts
            for block in part.blocks
            for inlines in block_paragraphs(block)
            for inline in inlines
            if not isinstance(inline, CitationMark) and inline.origin is _THEIRS
        ]
    )
    straight = typed.count("'") + typed.count('"')
    return straight > 0 and straight > sum(map(typed.count, _CURLY))


def in_one_hand(parts: tuple[Part, ...], *, straight: bool) -> tuple[Part, ...]:
    """The parts with the marks of the template alike, and like the delegate's."""
    return tuple([_part(part, straight) for part in parts])


def _part(part: Part, straight: bool) -> Part:
    blocks = tuple([_block(block, straight) for block in part.blocks])
    return part if all(map(is_, blocks, part.blocks)) else part._replace(blocks=blocks)


def _block(block: Block, straight: bool) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, straight)
    if isinstance(block, Heading):
        return block._replace(inlines=_inlines(block.inlines, straight))
    if isinstance(block, ListBlock):
        items = tuple([tuple([_paragraph(one, straight) for one in item]) for item in block.items])
        return block._replace(items=items)
    return block


def _paragraph(paragraph: Paragraph, straight: bool) -> Paragraph:
    inlines = _inlines(paragraph.inlines, straight)
    return paragraph if inlines is paragraph.inlines else Paragraph(inlines, paragraph.role)


def _inlines(inlines: Inlines, straight: bool) -> Inlines:
    """The inlines; the same object where nothing changes, as in nearly every paragraph."""
    ours = [
        (at, inline)
        for at, inline in enumerate(inlines)
        if isinstance(inline, Run)
        and inline.origin is _OURS
        and (not inline.text.isascii() if straight else "'" in inline.text)
    ]
    if not ours:
        return inlines
    changed = list(inlines)
    for at, run in ours:
        changed[at] = run._replace(text=_in_hand(run.text, straight))
    return tuple(changed)


def _in_hand(text: str, straight: bool) -> str:
    if straight:
        return text.translate(_STRAIGHTENED)
    return text if _OPENING.search(text) else _APOSTROPHE.sub("’", text)
