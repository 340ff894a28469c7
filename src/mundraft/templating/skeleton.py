"""The template's words read as Markdown, with a place wherever a value will stand.

Values are not looked at here: every one is the same private-use character while the words are parsed. So the words of
a part are read once, whatever is answered, and no answer is ever read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from mundraft.document.tree import ParagraphRole
from mundraft.templating.spacing import LINE_BREAK

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

#: Values stand as the characters of Unicode's plane 15 while the template's text is parsed.
FIRST_PLACEHOLDER = 0xF0000
LAST_PLACEHOLDER = 0xFFFFD
#: The most values that one part can hold.
MOST_VALUES: Final = LAST_PLACEHOLDER - FIRST_PLACEHOLDER + 1
_PLACEHOLDER = re.compile(f"[{chr(FIRST_PLACEHOLDER)}-{chr(LAST_PLACEHOLDER)}]")
_WEB = ("http://", "https://")
_DEEPEST_HEADING = 3
_LIST_TOKENS = frozenset(f"{kind}_{end}" for kind in ("bullet_list", "ordered_list") for end in ("open", "close"))


class Stand(NamedTuple):
    """What stands in a line: words of the template, or the place of a value where `slot` is its number (else -1)."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""
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

    There are at most `MOST_VALUES` values, and no word holds a placeholder."""
    source = [words[0]]
    for number, word in enumerate(words[1:]):
        source.append(chr(FIRST_PLACEHOLDER + number))
        source.append(word)
    return tuple(_blocks(_markdown().parse("".join(source))))


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    """CommonMark's headings, paragraphs, emphasis, lists, quotations and links; no HTML, code, images or entities."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"maxNesting": 20})
    parser.enable(["heading", "list", "blockquote", "emphasis", "escape", "link", "balance_pairs", "fragments_join"])
    parser.validateLink = is_web_link  # type: ignore[method-assign]
    return parser


def _blocks(tokens: Sequence[Token]) -> Iterator[HeadingLine | ParagraphLine | ListLines]:
    index = 0
    quoting = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type in ("bullet_list_open", "ordered_list_open"):
            end = _closing(tokens, index)
            yield _list(tokens[index + 1 : end], token.type.startswith("ordered"))
            index = end
        elif token.type == "heading_open":
            yield HeadingLine(min(int(token.tag[1]), _DEEPEST_HEADING), _line(tokens[index + 1]))
            index += 2
        elif token.type == "inline":
            yield ParagraphLine(ParagraphRole.QUOTATION if quoting else ParagraphRole.BODY, _line(token))
        quoting += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        index += 1


def _closing(tokens: Sequence[Token], opening: int) -> int:
    """The index of the token that closes the one at `opening`."""
    depth = 0
    for index in range(opening, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens)


def _list(tokens: Sequence[Token], ordered: bool) -> ListLines:
    items: list[list[Line]] = []
    depth = 0
    for token in tokens:
        if token.type == "list_item_open" and depth == 0:
            items.append([])
        depth += token.nesting if token.type in _LIST_TOKENS else 0
        if token.type == "inline":
            items[-1].append(_line(token))
    return ListLines(tuple(map(tuple, items)), ordered)


def _line(inline: Token) -> Line:
    line: list[Stand] = []
    bold = italic = 0
    url = ""
    for token in inline.children or ():
        bold += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        italic += {"em_open": 1, "em_close": -1}.get(token.type, 0)
        if token.type == "link_open":
            url = str(token.attrs.get("href", ""))
        elif token.type == "link_close":
            url = ""
        elif token.type == "hardbreak":
            line.append(Stand(LINE_BREAK))
        else:
            line.extend(_standing(token.content, bold > 0, italic > 0, url))
    return tuple(line)


def _standing(text: str, bold: bool, italic: bool, url: str) -> Iterator[Stand]:
    at = 0
    for found in _PLACEHOLDER.finditer(text):
        if found.start() > at:
            yield Stand(text[at : found.start()], bold, italic, url)
        yield Stand("", bold, italic, url, ord(found[0]) - FIRST_PLACEHOLDER)
        at = found.end()
    if at < len(text):
        yield Stand(text[at:], bold, italic, url)
