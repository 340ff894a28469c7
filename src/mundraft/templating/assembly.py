"""From what a template printed to blocks of the document tree.

The template's own text is Markdown; every value in it becomes one private-use character while the Markdown is parsed,
and is put back whole afterwards. So no answer is ever read as markup, and an answer that is not there leaves no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from mundraft.document.tree import Block, CitationMark, Heading, Inlines, ListBlock, Origin, Paragraph, ParagraphRole
from mundraft.templating.faults import Refused
from mundraft.templating.leaf import Leaf, Piece
from mundraft.templating.spacing import LINE_BREAK, Stretch, spaced

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

#: Values stand as the characters of Unicode's plane 15 while the template's text is parsed.
FIRST_PLACEHOLDER = 0xF0000
LAST_PLACEHOLDER = 0xFFFFD
_PLACEHOLDER = re.compile(f"[{chr(FIRST_PLACEHOLDER)}-{chr(LAST_PLACEHOLDER)}]")
#: What begins emphasis, an escape or a link, the only Markdown inside a line.
_LINE_MARKS = re.compile(r"[*_\\\[]")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_EDGE_LINES = re.compile(r"\A(?:[ \t]*\n)+|(?:\n[ \t]*)+\Z")
_WEB = ("http://", "https://")
_DEEPEST_HEADING = 3

#: Stretches of one paragraph; None stands for the blank line of an answer, where a new paragraph begins.
_Line: TypeAlias = list[Stretch | None]


def holds_placeholders(text: str) -> bool:
    """Whether a template's own text holds a character that stands for a value here."""
    return _PLACEHOLDER.search(text) is not None


@lru_cache(maxsize=256)
def blocks_of(pieces: tuple[Piece, ...]) -> tuple[Block, ...]:
    """The blocks of one part. The same pieces give the same blocks, and are parsed once while they are remembered.

    Raises `Refused` when the template's own text holds a character that stands for a value."""
    leaves: list[Leaf] = []
    source: list[str] = []
    for piece in pieces:
        if isinstance(piece, Leaf):
            if FIRST_PLACEHOLDER + len(leaves) > LAST_PLACEHOLDER:
                raise Refused("template-too-much-output", "One part of this template prints more values than it can.")
            source.append(chr(FIRST_PLACEHOLDER + len(leaves)))
            leaves.append(piece)
        elif not piece.isascii() and holds_placeholders(piece):
            raise Refused("template-characters", "The template's text holds a private-use character.", "Take it out.")
        else:
            source.append(piece)
    tokens = _markdown(lines=False).parse("".join(source))
    return tuple(_Builder(leaves).blocks(tokens))


def own_blocks(leaves: Iterable[Leaf]) -> tuple[Block, ...]:
    """What a delegate wrote in place of a part: paragraphs, divided by blank lines and by nothing else."""
    blocks: list[Block] = []
    for leaf in leaves:
        blocks.extend(
            Paragraph(inlines) for inlines in _paragraphs(_stretches_of(leaf, bold=False, italic=False, url=""))
        )
    return tuple(blocks)


def without_bare_headings(parts: Sequence[tuple[str, tuple[Block, ...]]]) -> list[tuple[Block, ...]]:
    """The blocks of each keyed part without headings that have nothing under them.

    A heading of level 2 or 3 in a block of the template stands over that block alone, so it goes when the rest of the
    block has vanished. One of level 1, or between the blocks, stands over what follows up to the next of its level."""
    kept: list[tuple[Block, ...]] = []
    below = 0  # the deepest level of heading that still has something under it when it stands here
    for key, blocks in reversed(parts):
        below_here = min(below, 1) if key else below
        left: list[Block] = []
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


class _Stands(NamedTuple):
    """What stands in a line of Markdown: words of the template, or (its text empty) the place of the next value."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""
    #: which of the line's values stands here; -1 where the words do
    slot: int = -1


def _line_read(content: str) -> tuple[_Stands, ...]:
    """A line of Markdown, whose values stand as placeholders counted from the first. Lines of the same words are read
    once: templates say the same in paper after paper. One without marks of Markdown need not be read at all."""
    if _LINE_MARKS.search(content) is None:
        return tuple(_standing(content))
    return _parsed_line(content)


@lru_cache(maxsize=1024)
def _parsed_line(content: str) -> tuple[_Stands, ...]:
    parser = _markdown(lines=True)
    tokens: list[Token] = []
    parser.inline.parse(content, parser, {}, tokens)
    line: list[_Stands] = []
    bold = italic = 0
    url = ""
    for token in tokens:
        bold += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        italic += {"em_open": 1, "em_close": -1}.get(token.type, 0)
        if token.type == "link_open":
            url = str(token.attrs.get("href", ""))
        elif token.type == "link_close":
            url = ""
        elif token.type == "hardbreak":
            line.append(_Stands(LINE_BREAK))
        else:
            line.extend(_standing(token.content, bold > 0, italic > 0, url))
    return tuple(line)


def _standing(text: str, bold: bool = False, italic: bool = False, url: str = "") -> Iterator[_Stands]:
    at = 0
    for found in _PLACEHOLDER.finditer(text):
        if found.start() > at:
            yield _Stands(text[at : found.start()], bold, italic, url)
        yield _Stands("", bold, italic, url, ord(found[0]) - FIRST_PLACEHOLDER)
        at = found.end()
    if at < len(text):
        yield _Stands(text[at:], bold, italic, url)


@lru_cache(maxsize=2)
def _markdown(*, lines: bool) -> MarkdownIt:
    """CommonMark's headings, paragraphs, emphasis, lists, quotations and links; no HTML, code, images or entities.

    One parser finds the blocks and leaves their `lines` alone; the other reads those."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"maxNesting": 20})
    parser.enable(["heading", "list", "blockquote", "emphasis", "escape", "link", "balance_pairs", "fragments_join"])
    parser.validateLink = _is_web_link  # type: ignore[method-assign]
    if not lines:
        parser.core.ruler.disable("inline")
    return parser


def _is_web_link(url: str) -> bool:
    return url.lower().startswith(_WEB)


class _Builder:
    """Reads the tokens of one part and puts the leaves back."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._leaves = leaves

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        index = 0
        quoting = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type in ("bullet_list_open", "ordered_list_open"):
                end = _closing(tokens, index)
                yield from self._list(tokens[index + 1 : end], token.type.startswith("ordered"))
                index = end
            elif token.type == "heading_open":
                yield from self._heading(tokens[index + 1], int(token.tag[1]))
                index += 2
            elif token.type == "inline":
                role = ParagraphRole.QUOTATION if quoting else ParagraphRole.BODY
                yield from self._paragraphs(token, role)
            quoting += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
            index += 1

    def _heading(self, inline: Token, level: int) -> Iterator[Heading]:
        inlines = spaced(stretch or Stretch("\n") for stretch in self._line(inline))
        if _shows(inlines):
            yield Heading(min(level, _DEEPEST_HEADING), inlines)

    def _paragraphs(self, inline: Token, role: ParagraphRole = ParagraphRole.BODY) -> Iterator[Paragraph]:
        for inlines in _paragraphs(self._line(inline)):
            yield Paragraph(inlines, role)

    def _list(self, tokens: Sequence[Token], ordered: bool) -> Iterator[ListBlock]:
        """A list; a list inside an item becomes further paragraphs of that item."""
        items: list[list[Paragraph]] = []
        depth = 0
        for token in tokens:
            if token.type == "list_item_open" and depth == 0:
                items.append([])
            depth += token.nesting if token.type in _LIST_TOKENS else 0
            if token.type == "inline":
                items[-1].extend(self._paragraphs(token))
        kept = tuple(tuple(item) for item in items if item)
        if kept:
            yield ListBlock(kept, ordered)

    def _line(self, inline: Token) -> _Line:
        content = inline.content
        held = [self._leaves[ord(place) - FIRST_PLACEHOLDER] for place in _PLACEHOLDER.findall(content)]
        if held:
            # counted from the first of this line, so that the same words with other values are the same line
            content = "".join(
                word + place
                for word, place in zip_longest(_PLACEHOLDER.split(content), _places(len(held)), fillvalue="")
            )
        line: _Line = []
        for text, bold, italic, url, slot in _line_read(content):
            if slot < 0:
                line.append(Stretch(text, Origin.TEMPLATE, bold, italic, url))
            else:
                line.extend(_stretches_of(held[slot], bold=bold, italic=italic, url=url))
        return line


def _places(count: int) -> str:
    """The first placeholders, so many of them."""
    return "".join(map(chr, range(FIRST_PLACEHOLDER, FIRST_PLACEHOLDER + count)))


_LIST_TOKENS = frozenset(f"{kind}_{end}" for kind in ("bullet_list", "ordered_list") for end in ("open", "close"))


def _closing(tokens: Sequence[Token], opening: int) -> int:
    """The index of the token that closes the one at `opening`."""
    depth = 0
    for index in range(opening, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens)


def _stretches_of(leaf: Leaf, *, bold: bool, italic: bool, url: str) -> Iterator[Stretch | None]:
    """A leaf's words between its blank lines, and its citation mark. Line ends at its edges are not words."""
    address = leaf.url if leaf.url and _is_web_link(leaf.url) else url
    if leaf or (leaf.text and leaf.origin is Origin.TEMPLATE):
        words = _BLANK_LINES.split(_EDGE_LINES.sub("", leaf.text)) if "\n" in leaf.text else (leaf.text,)
        for index, text in enumerate(words):
            if index:
                yield None
            yield Stretch(text, leaf.origin, bold, italic or leaf.italic, address)
    if leaf.cites:
        yield Stretch("", Origin.LIBRARY, mark=CitationMark(leaf.cites))


def _paragraphs(line: Iterable[Stretch | None]) -> Iterator[Inlines]:
    """The paragraphs of a line of Markdown: one, or more where an answer holds blank lines. Empty ones are left out."""
    held: list[Stretch] = []
    for stretch in (*line, None):
        if stretch is not None:
            held.append(stretch)
            continue
        inlines = spaced(held)
        if _shows(inlines):
            yield inlines
        held = []


def _shows(inlines: Inlines) -> bool:
    """Whether a paragraph says anything: a mark of punctuation that is left over from the template does not."""
    return any(
        isinstance(item, CitationMark)
        or (item.text.strip() if item.origin is not Origin.TEMPLATE else _words(item.text))
        for item in inlines
    )


def _words(text: str) -> bool:
    return any(char.isalnum() for char in text)
