"""Which words of a paragraph are written, while some of its answers are still missing.

A sentence that waits for an answer is no sentence yet: its frame does not count, and what is answered in it counts once
that is most of the sentence, since a frame also repeats the topic's name. Whoever counted all of it would tell a
delegate who has not begun that a part of the work is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mundraft.document.tree import (
    Block,
    Document,
    Heading,
    Inlines,
    Link,
    Origin,
    Paragraph,
    Part,
    Run,
    block_paragraphs,
    printed,
)
from mundraft.text.counting import count_words

_DEEPEST_HEADING = 3
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
    """The document as far as it is written: without the paragraphs that only wait for answers, and without headings
    under which nothing is left. The marks of what is missing fill most of a page before the first word does."""
    if not any(
        has_gap(inlines) for part in document.parts for block in part.blocks for inlines in block_paragraphs(block)
    ):
        return document
    parts: list[Part] = []
    below = 0  # the deepest level of heading that has something under it here
    for part in reversed(document.parts):
        kept: list[Block] = []
        for block in reversed(part.blocks):
            if isinstance(block, Heading):
                if block.level > below:
                    continue
                below = block.level - 1
            elif isinstance(block, Paragraph) and has_gap(block.inlines) and not is_answered(block.inlines):
                continue
            else:
                below = _DEEPEST_HEADING
            kept.append(block)
        parts.append(part._replace(blocks=tuple(reversed(kept))))
    return document._replace(parts=tuple(reversed(parts)))


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
