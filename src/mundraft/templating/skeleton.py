"""The template's words read as Markdown, with a place wherever a value will stand.

Values are not looked at here: every one is the same private-use character while the words are parsed. So the words of
a part are read once, whatever is answered, and no answer is ever read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from mundraft.document.tree import Origin, ParagraphRole
from mundraft.templating.faults import Refused
from mundraft.templating.spacing import NO_WORDS, PLAIN, Hand, Words, taken_apart

#: Values stand as the characters of Unicode's plane 15 while the template's text is parsed.
FIRST_PLACEHOLDER = 0xF0000
LAST_PLACEHOLDER = 0xFFFFD
#: The most values that one part can hold.
MOST_VALUES: Final = LAST_PLACEHOLDER - FIRST_PLACEHOLDER + 1
_PLACEHOLDER = re.compile(f"[{chr(FIRST_PLACEHOLDER)}-{chr(LAST_PLACEHOLDER)}]")
_WEB = ("http://", "https://")
_DEEPEST_HEADING = 3
# Only these are read without a parser. A heading, and a line that is bold from its first letter to its last:
_HEADING = re.compile(r"^(#{1,6}) +([^#*\n]*[^#*\s])$", re.MULTILINE)
_BOLD = re.compile(r"^\*\*(?!\s)([^*\n]+)(?<!\s)\*\*$", re.MULTILINE)
# What else may mean something to the parser: somewhere in a line, or at its beginning.
_MARKS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\x85\\\[\]_*]|^ *(?:[-+>#]|[0-9]+[.)])", re.MULTILINE)


class Stand(NamedTuple):
    """What stands in a line: words of the template, or the place of a value where `slot` is its number (else -1)."""

    words: Words
    hand: Hand = PLAIN
    slot: int = -1


Line: TypeAlias = tuple[Stand, ...]


class HeadingLine(NamedTuple):
    """A heading of level 1 to 3."""

    level: int
    line: Line


class ParagraphLine(NamedTuple):
    """A paragraph, or several where a value holds blank lines."""

    role: ParagraphRole
    line: Line


class ListLines(NamedTuple):
    """A list; a list inside an item becomes further paragraphs of that item."""

    items: tuple[tuple[Line, ...], ...]
    ordered: bool


Skeleton: TypeAlias = tuple[HeadingLine | ParagraphLine | ListLines, ...]


def holds_placeholders(text: str) -> bool:
    """Whether a template's own text holds a character that stands for a value here."""
    return not text.isascii() and _PLACEHOLDER.search(text) is not None


def is_web_link(url: str) -> bool:
    return url.lower().startswith(_WEB)


@lru_cache(maxsize=256)
def skeleton_of(words: tuple[str, ...]) -> Skeleton:
    """The template's words as Markdown, with a value between each two of them.

    There are at most `MOST_VALUES` values. Raises `Refused` where a word holds a placeholder."""
    if any(map(holds_placeholders, words)):
        raise Refused("template-characters", "The template's text holds a private-use character.", "Take it out.")
    source = [words[0]]
    for number, word in enumerate(words[1:]):
        source.append(chr(FIRST_PLACEHOLDER + number))
        source.append(word)
    return _skeleton("".join(source))


def _skeleton(source: str) -> Skeleton:
    """The blocks of a text in which every value is a placeholder.

    Nearly every part of a template is paragraphs and headings, and is read so in a tenth of the time, without loading a
    parser for it; what is not plainly that is left to the parser. `tests/templating/test_plain_skeletons.py` holds the
    two against each other."""
    if not _is_plain(source):
        from mundraft.templating.parsed_markdown import parsed

        return parsed(source)
    return tuple(_plain_blocks(source))


def _is_plain(source: str) -> bool:
    """Whether nothing but headings and bold lines means anything to the parser."""
    return _MARKS.search(_BOLD.sub(r"a \1", _HEADING.sub(r"a \2", source))) is None


def _plain_blocks(source: str) -> Iterator[HeadingLine | ParagraphLine]:
    paragraph: list[str] = []
    for line in (*source.split("\n"), ""):
        heading = _HEADING.match(line)
        if line.strip(" ") and heading is None:
            paragraph.append(line)
            continue
        if paragraph:
            yield ParagraphLine(ParagraphRole.BODY, tuple(_plain_line("\n".join(paragraph).strip())))
            paragraph = []
        if heading is not None:
            yield heading_of(len(heading[1]), tuple(standing(heading[2].strip())))


def _plain_line(text: str) -> Iterator[Stand]:
    """The words of a paragraph: what stands between its bold lines, and these."""
    for number, words in enumerate(_BOLD.split(text)):
        yield from standing(words, bold=number % 2 == 1)


def heading_of(level: int, line: Line) -> HeadingLine:
    return HeadingLine(min(level, _DEEPEST_HEADING), line)


def standing(text: str, bold: bool = False, italic: bool = False, url: str = "") -> Iterator[Stand]:
    """Words, with the places of values among them."""
    hand = (Origin.TEMPLATE, bold, italic, url) if bold or italic or url else PLAIN
    at = 0
    for found in _PLACEHOLDER.finditer(text):
        if found.start() > at:
            yield Stand(taken_apart(text[at : found.start()]), hand)
        yield Stand(NO_WORDS, hand, ord(found[0]) - FIRST_PLACEHOLDER)
        at = found.end()
    if at < len(text):
        yield Stand(taken_apart(text[at:]), hand)
