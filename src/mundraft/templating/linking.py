"""Several texts made into one: templates that extend one another, and the pieces that they share.

Each text was checked alone before it comes here. Here `{% extends %}`, `{{ super() }}`, `{% from %}`, `{% import %}`
and `{% include %}` are followed and vanish: what is compiled is one syntax tree that names no other text, so that
nothing is looked for while a template runs, and its budget and its walls are those of a template that stands alone.

Names mean what they mean in the file that writes them: a macro is the file's own, or else that of the template it
extends. So that files cannot get in each other's way, each one's own names are given its number. Lines too: a line of
the tree is the number of its text times `LINES`, and the line in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from jinja2 import nodes

from mundraft.templating.links import (
    BRINGING_IN,
    DEFINING,
    Links,
    Part,
    called_of_module,
    is_blank,
    is_super,
    name_of,
    names_out_of,
    names_seen,
)
from mundraft.templating.walking import below, children

#: More than any text has lines.
LINES = 1_000_000
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_NUMBERED = re.compile(r"\b_\d+_(?=[^\W\d])")
_NAMING = (nodes.Extends, nodes.Include, nodes.FromImport, nodes.Import)


def without_numbers(words: str) -> str:
    """What is told of a linked template, with the names that its files write."""
    return _NUMBERED.sub("", words)


def linked(links: Links) -> nodes.Template:
    """The one tree of texts whose `links` have no problems. The trees of the texts are used up by it."""
    tree = _Linker(links).tree()
    # Jinja's compiler looks through the whole of it again and again
    tree.find_all = partial(below, tree)  # type: ignore[method-assign]
    return tree


class _Stretch(NamedTuple):
    """Statements of a text, with what the names that they write are called once all is one tree."""

    part: Part
    body: list[nodes.Node]
    names: Mapping[str, str]


class _Linker:
    """Makes one tree of the trees of a template's texts, which it uses up."""

    def __init__(self, links: Links) -> None:
        self._links = links
        # asked before any tree is changed
        self._seen = {part.key: names_seen(part, links) for part in links.parts}
        self._behind: dict[str, nodes.Block] = {}

    def tree(self) -> nodes.Template:
        """The tree of the template that extends nothing, with the blocks of those that extend it."""
        *extending, base = self._links.chain
        imported = self._imported()
        for part in reversed(self._links.chain):
            part.tree.body = self._followed(self._numbered(part, part.tree.body), "")
        pieces = [node for piece in imported for node in self._brought_in(piece)]
        own = [node for part in reversed(extending) for node in part.tree.body if _defines(node)]
        body: list[nodes.Node] = []
        for node in base.tree.body:
            if own and not _defines(node) and not is_blank(node):
                body, own = body + own, []
            body.append(self._behind[node.name] if isinstance(node, nodes.Block) else node)
        base.tree.body = pieces + body + own
        return base.tree

    def _imported(self) -> list[Part]:
        """The pieces that are brought in by name, each after those that it brings in itself."""
        ordered: dict[str, Part] = {}

        def add(part: Part) -> None:
            for node in part.tree.body:
                if isinstance(node, BRINGING_IN):
                    piece = self._piece(part, node)
                    if piece.key not in ordered:
                        add(piece)
                        ordered[piece.key] = piece

        for part in self._links.parts:
            add(part)
        return list(ordered.values())

    def _piece(self, part: Part, node: nodes.Node) -> Part:
        return self._links.pieces[part.text.uses[name_of(node) or ""]]

    def _brought_in(self, piece: Part) -> list[nodes.Node]:
        """What a piece defines, for those who bring it in by name."""
        body = [_copied(node) for node in piece.tree.body if _defines(node) or isinstance(node, nodes.FromImport)]
        return self._followed(self._numbered(piece, body), "")

    # names and lines

    def _numbered(self, part: Part, body: list[nodes.Node], seen: Mapping[str, str] = _NOTHING) -> _Stretch:
        """Statements of a text with its number in its own names and its lines; `seen` are names of where it stands."""
        stretch = _Stretch(part, body, {**seen, **self._seen[part.key]})
        modules = {node.target: node for node in part.tree.body if isinstance(node, nodes.Import)}
        waiting = [(node, stretch.names) for node in body]
        while waiting:
            node, meant = waiting.pop()
            node.lineno = (node.lineno or 0) + part.number * LINES
            if isinstance(node, nodes.Macro):
                node.name = meant.get(node.name, node.name)
                arguments = {argument.name for argument in node.args}
                meant = {name: to for name, to in meant.items() if name not in arguments}
            elif isinstance(node, nodes.Name):
                node.name = meant.get(node.name, node.name)
            elif isinstance(node, nodes.Call):
                self._call_of_module(node, part, modules)
            waiting.extend((child, meant) for child in children(node))
        return stretch

    def _call_of_module(self, call: nodes.Call, part: Part, modules: Mapping[str, nodes.Import]) -> None:
        of = called_of_module(call, modules)
        if of is not None:
            piece = self._piece(part, modules[of[0]])
            call.node = nodes.Name(names_out_of(piece)[of[1]], "load", lineno=call.lineno)

    # links

    def _followed(self, stretch: _Stretch, block: str) -> list[nodes.Node]:
        """Statements with what their tags bring in; `block` is the one in which they stand."""
        found: list[nodes.Node] = []
        for node in stretch.body:
            if isinstance(node, nodes.Include):
                piece = self._piece(stretch.part, node)
                inside = self._numbered(piece, [_copied(one) for one in piece.tree.body], stretch.names)
                found.append(nodes.Scope(self._followed(inside, block), lineno=node.lineno))
            elif isinstance(node, nodes.FromImport):
                found.extend(self._named_here(node, stretch.part))
            elif isinstance(node, nodes.Output):
                found.extend(self._printed(node, block))
            elif not isinstance(node, _NAMING):
                self._follow_inside(stretch, node, block)
                found.append(node)
        return found

    def _named_here(self, node: nodes.FromImport, part: Part) -> Iterator[nodes.Node]:
        """What a text brings in, under a name of its own: so that nothing set in a piece can stand in its way."""
        theirs = names_out_of(self._piece(part, node))
        for both in node.names:
            name, alias = both if isinstance(both, tuple) else (both, both)
            here = nodes.Name(f"_{part.number}_{alias}", "store", lineno=node.lineno)
            yield nodes.Assign(here, nodes.Name(theirs[name], "load", lineno=node.lineno), lineno=node.lineno)

    def _follow_inside(self, stretch: _Stretch, node: nodes.Node, block: str) -> None:
        if isinstance(node, nodes.Block):
            block = node.name
        for name in ("body", "else_", "elif_"):
            held = getattr(node, name, None)
            if isinstance(held, list):
                setattr(node, name, self._followed(stretch._replace(body=held), block))
        if isinstance(node, nodes.Block):
            self._behind[node.name] = node

    def _printed(self, output: nodes.Output, block: str) -> Iterator[nodes.Node]:
        """What is printed, with the block behind in the place of `super()`."""
        held: list[nodes.Expr] = []
        for child in output.nodes:
            if not is_super(child):
                held.append(child)
                continue
            if held:
                yield nodes.Output(held, lineno=output.lineno)
                held = []
            behind = self._behind[block]
            # Jinja makes a function of a block's name; one that begins so can be no block's own.
            name = f"_{behind.lineno}_{block}"
            yield nodes.Block(name, behind.body, False, False, lineno=child.lineno)
        if held:
            yield nodes.Output(held, lineno=output.lineno)


def _defines(node: nodes.Node) -> bool:
    return isinstance(node, DEFINING)


def _copied(node: nodes.Node) -> nodes.Node:
    """A node and all below it anew: what is included twice is compiled twice, each in its place."""

    def copy_of(value: Any) -> Any:
        if isinstance(value, nodes.Node):
            return _copied(value)
        return [copy_of(one) for one in value] if isinstance(value, list) else value

    fields = [copy_of(getattr(node, name)) for name in node.fields]
    return type(node)(*fields, lineno=node.lineno, environment=node.environment)
