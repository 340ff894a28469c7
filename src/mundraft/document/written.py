"""Which words of a paragraph are written, while some of its answers are still missing.

A sentence that waits for an answer is no sentence yet: its frame does not count, and what is answered in it counts once
that is most of the sentence, since a frame also repeats the topic's name. Whoever counted all of it would tell a
delegate who has not begun that a part of the work is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mundraft.document.outline import without_bare_headings
from mundraft.document.tree import (
    AROUND,
    Block,
    CitationMark,
    Document,
    Inlines,
    Link,
    ListBlock,
    Origin,
    Paragraph,
    Part,
    Run,
    block_paragraphs,
    printed,
)
from mundraft.text.counting import count_words

_AFTER_SENTENCE = re.compile(r"(?<=[.!?。！？])(?=\s)")


def written_words(inlines: Inlines) -> int:
    """How many words a paragraph has, as Word counts them, without gaps and without the frames around them."""
    if not has_gap(inlines):
        return count_words("".join([inline.text for inline in printed(inlines)]))
    return sum(_words_in(sentence) for sentence in _sentences(inlines))


def has_gap(inlines: Inlines) -> bool:
    """Whether an answer is missing in a paragraph."""
    return any(isinstance(inline, Run) and inline.origin is Origin.GAP for inline in inlines)


def is_answered(inlines: Inlines) -> bool:
    """Whether a paragraph holds words of the delegate that count."""
    own = (Origin.DELEGATE, Origin.QUOTED)
    return any(inline.origin in own for inline in printed(inlines)) and written_words(inlines) > 0


def without_gaps(document: Document) -> Document:
    """The document as far as it is written: without what only waits for answers (paragraphs, also those of a list, and
    all of a part in which nothing is answered), their notes, and headings under which nothing is left. The marks of
    what is missing fill most of a page before the first word does.

    What stands around the text stays: the head, a disclosure, and the list of all sources that were named."""
    if not any(map(_has_gaps, document.parts)):
        return document
    written = [(part.key, tuple(_written_blocks(part))) for part in document.parts if part.key not in AROUND]
    left = iter(without_bare_headings(written))
    parts = tuple(part if part.key in AROUND else part._replace(blocks=next(left)) for part in document.parts)
    told = marked_notes(parts)
    return document._replace(parts=parts, notes=tuple(note for note in document.notes if note.number in told))


def marked_notes(parts: Iterable[Part]) -> set[int]:
    """The numbers of the notes whose marks stand in some parts."""
    return {
        inline.note
        for part in parts
        for block in part.blocks
        for inlines in block_paragraphs(block)
        for inline in inlines
        if isinstance(inline, CitationMark)
    }


def _has_gaps(part: Part) -> bool:
    return any(has_gap(inlines) for block in part.blocks for inlines in block_paragraphs(block))


def _written_blocks(part: Part) -> Iterator[Block]:
    """The blocks of a part as far as they are written."""
    answered = (is_answered(inlines) for block in part.blocks for inlines in block_paragraphs(block))
    waits = _has_gaps(part) and not any(answered)
    for block in part.blocks:
        if isinstance(block, ListBlock):
            items = [tuple(one for one in item if not (waits or _waits(one))) for item in block.items]
            if any(items):
                yield block._replace(items=tuple(item for item in items if item))
        elif not (isinstance(block, Paragraph) and (waits or _waits(block))):
            yield block


def _waits(paragraph: Paragraph) -> bool:
    return has_gap(paragraph.inlines) and not is_answered(paragraph.inlines)


def _words_in(sentence: list[Run | Link]) -> int:
    if not has_gap(tuple(sentence)):
        return count_words("".join(one.text for one in sentence))
    counted = dict.fromkeys(Origin, 0)
    for one in sentence:
        counted[one.origin] += count_words(one.text) if any(map(str.isalnum, one.text)) else 0
    answered = counted[Origin.DELEGATE] + counted[Origin.QUOTED]
    return answered + counted[Origin.LIBRARY] if answered > counted[Origin.TEMPLATE] else 0


def _sentences(inlines: Inlines) -> Iterator[list[Run | Link]]:
    """The runs of each sentence. A gap ends none, whatever its question holds."""
    sentence: list[Run | Link] = []
    for inline in printed(inlines):
        pieces = [inline.text] if inline.origin is Origin.GAP else _AFTER_SENTENCE.split(inline.text)
        for number, piece in enumerate(pieces):
            if number:
                yield sentence
                sentence = []
            sentence.append(inline._replace(text=piece))
    yield sentence
