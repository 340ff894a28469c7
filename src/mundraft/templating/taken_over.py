"""Blocks that a template writes anew without `super()`, so that what stood in them is printed no more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import nodes

from mundraft.library.template_texts import Texts
from mundraft.templating.links import Links, Part, exports, is_super, links_of
from mundraft.templating.sandbox import environment
from mundraft.templating.used import Used, used_in
from mundraft.templating.walking import below
from mundraft.text.clean import clean


class TakenOver(NamedTuple):
    """A block of a template's own text that takes the place of another: its name, its line, and what is lost by it."""

    block: str
    line: int
    lost: Used


def taken_over(texts: Texts) -> Iterator[TakenOver]:
    """Every block of the first of these texts that stands in the place of another one and does not print it.

    The texts are ones that `check.read` has found nothing wrong in."""
    trees = {key: environment().parse(clean(text.source.removeprefix("\ufeff"))) for key, text in texts.items()}
    links = links_of(trees, texts)
    own, *behind = links.chain
    for block in below(own.tree, nodes.Block):
        lost = [] if _prints_it(block) else list(_blocks_behind(block.name, behind))
        if lost:
            macros = _macros_of(links, behind)
            used = [used_in(nodes.Template([one, *macros])) for one in lost]
            names = frozenset[str]().union(*(one.names for one in used))
            fields = frozenset[str]().union(*(one.fields for one in used))
            yield TakenOver(block.name, block.lineno, Used(names, fields))


def _blocks_behind(name: str, behind: list[Part]) -> Iterator[nodes.Block]:
    """The blocks that stood there before, the nearest first, as far as each prints the next."""
    for part in behind:
        block = next((one for one in below(part.tree, nodes.Block) if one.name == name), None)
        if block is not None:
            yield block
            if not _prints_it(block):
                return


def _prints_it(block: nodes.Block) -> bool:
    return any(is_super(call) for call in below(block, nodes.Call))


def _macros_of(links: Links, behind: list[Part]) -> list[nodes.Node]:
    """The macros that the blocks behind can call: of two that are called alike, that of the nearest text is last."""
    parts = [*links.pieces.values(), *reversed(behind)]
    return [node for part in parts for node in exports(part.tree).values() if isinstance(node, nodes.Macro)]
