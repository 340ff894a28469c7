"""What goes between the program and its rendering child: contexts, blocks and problems as JSON, exact both ways.

Every value is a JSON list that begins with its kind, except strings, numbers, booleans and null, which are themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mundraft.document.tree import (
    CitationMark,
    Cited,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Origin,
    Paragraph,
    ParagraphRole,
    Run,
    TextBlock,
)
from mundraft.library.template_texts import Text, Texts
from mundraft.problems import Place, Problem, Severity
from mundraft.templating.engine import OwnWords, RenderedPart
from mundraft.templating.leaf import Fragment, Leaf, Nothing, Record, Value, as_value, record_of


def packed_source(source: str | Texts) -> Any:
    if isinstance(source, str):
        return source
    return {key: [text.source, text.file, dict(text.uses)] for key, text in source.items()}


def unpacked_source(packed: Any) -> str | Texts:
    return packed if isinstance(packed, str) else {key: Text(*held) for key, held in packed.items()}


def packed_context(context: Mapping[str, object]) -> dict[str, Any]:
    return {key: _packed_value(as_value(value)) for key, value in context.items()}


def unpacked_context(packed: Mapping[str, Any]) -> dict[str, Value]:
    return {key: _unpacked_value(value) for key, value in packed.items()}


def packed_words(own_words: Mapping[str, OwnWords]) -> dict[str, Any]:
    return {key: [_packed_value(leaf) for leaf in _tuple_of(words)] for key, words in own_words.items()}


def unpacked_words(packed: Mapping[str, Any]) -> dict[str, OwnWords]:
    return {key: tuple(_leaf(leaf) for leaf in words) for key, words in packed.items()}


def _tuple_of(words: OwnWords) -> tuple[Leaf, ...]:
    return (words,) if isinstance(words, Leaf) else words


def _packed_value(value: Value) -> Any:
    if isinstance(value, Leaf):
        return ["leaf", value.text, value.origin, _packed_cites(value.cites), value.italic, value.url]
    if isinstance(value, Record):
        return ["record", {key: _packed_value(value[key]) for key in value}]
    if isinstance(value, tuple):
        return ["list", *(_packed_value(item) for item in value)]
    if isinstance(value, Fragment):
        return ["fragment", *(piece if isinstance(piece, str) else _packed_value(piece) for piece in value.pieces)]
    return None if isinstance(value, Nothing) else value


def _unpacked_value(packed: Any) -> Value:
    if not isinstance(packed, list):
        return as_value(packed)
    kind, *rest = packed
    if kind == "leaf":
        return _leaf(packed)
    if kind == "record":
        return record_of({key: _unpacked_value(value) for key, value in rest[0].items()})
    if kind == "list":
        return tuple(_unpacked_value(item) for item in rest)
    return Fragment(tuple(piece if isinstance(piece, str) else _leaf(piece) for piece in rest))


def _leaf(packed: Any) -> Leaf:
    _, text, origin, cites, italic, url = packed
    return Leaf(text, Origin(origin), _cites(cites), italic, url)


def _packed_cites(cites: tuple[Cited, ...]) -> list[Any]:
    return [[cited.source, cited.locator, cited.number] for cited in cites]


def _cites(packed: Any) -> tuple[Cited, ...]:
    return tuple(Cited(*cited) for cited in packed)


def packed_parts(parts: tuple[RenderedPart, ...]) -> list[Any]:
    return [[part.key, [_packed_block(block) for block in part.blocks], part.own_words] for part in parts]


def unpacked_parts(packed: list[Any]) -> tuple[RenderedPart, ...]:
    return tuple(RenderedPart(key, tuple(_block(block) for block in blocks), own) for key, blocks, own in packed)


def _packed_block(block: TextBlock) -> list[Any]:
    if isinstance(block, Heading):
        return ["heading", block.level, _packed_inlines(block.inlines)]
    if isinstance(block, ListBlock):
        return ["list", block.ordered, [[_packed_block(paragraph) for paragraph in item] for item in block.items]]
    return ["paragraph", block.role, _packed_inlines(block.inlines)]


def _block(packed: Any) -> TextBlock:
    kind, first, second = packed
    if kind == "heading":
        return Heading(first, _inlines(second))
    if kind == "list":
        return ListBlock(tuple(tuple(_paragraph(paragraph) for paragraph in item) for item in second), first)
    return _paragraph(packed)


def _paragraph(packed: Any) -> Paragraph:
    _, role, inlines = packed
    return Paragraph(_inlines(inlines), ParagraphRole(role))


def _packed_inlines(inlines: Inlines) -> list[Any]:
    return [_packed_inline(item) for item in inlines]


def _packed_inline(item: Inline) -> list[Any]:
    if isinstance(item, CitationMark):
        return ["mark", _packed_cites(item.cites)]
    if isinstance(item, Link):
        return ["link", item.text, item.url, item.origin, item.italic]
    return ["run", item.text, item.origin, item.bold, item.italic]


def _inlines(packed: Any) -> Inlines:
    return tuple(_inline(item) for item in packed)


def _inline(packed: Any) -> Inline:
    kind, *rest = packed
    if kind == "mark":
        return CitationMark(_cites(rest[0]))
    if kind == "link":
        text, url, origin, italic = rest
        return Link(text, url, Origin(origin), italic)
    text, origin, bold, italic = rest
    return Run(text, Origin(origin), bold, italic)


def packed_problems(problems: tuple[Problem, ...]) -> list[Any]:
    return [
        [p.code, p.what, p.next_step, p.address, p.severity]
        + ([p.place.file, p.place.line, p.place.column, p.place.excerpt] if p.place else [])
        for p in problems
    ]


def unpacked_problems(packed: list[Any]) -> tuple[Problem, ...]:
    return tuple(
        Problem(code, what, next_step, Place(*place) if place else None, address, Severity(severity))
        for code, what, next_step, address, severity, *place in packed
    )
