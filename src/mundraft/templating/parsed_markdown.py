"""The template's words read as Markdown by its own rules: what `skeleton` does not plainly see is read here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mundraft.document.tree import ParagraphRole
from mundraft.templating.skeleton import (
    HeadingLine,
    Line,
    ListLines,
    ParagraphLine,
    Skeleton,
    Stand,
    heading_of,
    is_web_link,
    standing,
)
from mundraft.templating.spacing import LINE_BREAK, taken_apart

_LIST_TOKENS = frozenset(f"{kind}_{end}" for kind in ("bullet_list", "ordered_list") for end in ("open", "close"))


def parsed(source: str) -> Skeleton:
    """The blocks of a text in which every value is a placeholder."""
    return tuple(_blocks(_markdown().parse(source)))


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    """CommonMark's headings, paragraphs, emphasis, lists, quotations and links; no HTML, code, images or entities."""
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
            yield heading_of(int(token.tag[1]), _line(tokens[index + 1]))
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
            line.append(Stand(taken_apart(LINE_BREAK)))
        else:
            line.extend(standing(token.content, bold > 0, italic > 0, url))
    return tuple(line)
