"""The branches of a template's own text, and which of its blocks have to be printed to take one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from jinja2 import nodes

from mundraft.templating.linking import LINES
from mundraft.templating.walking import below, children

#: The attribute of the first node of a branch that holds the branch's number.
_NUMBER: Final = "mundraft_branch"


class Branch(NamedTuple):
    """One branch: its line in the tree, the word that begins it, and the number of the branch around it (-1: none)."""

    line: int
    word: str
    inside: int


def numbered(tree: nodes.Template) -> tuple[Branch, ...]:
    """The branches of a template's own text, each by its number, with which its first node is marked.

    Those of what it extends were made for more questions than it asks, and are not looked at."""
    return tuple(_numbered(tree, [], -1))


def number_of(body: list[nodes.Node]) -> int | None:
    """The number of the branch whose body this is, None for any other body."""
    return getattr(body[0], _NUMBER, None) if body else None


def blocks_of(tree: nodes.Template, count: int) -> tuple[frozenset[str], ...]:
    """For each of `count` branches that were numbered, the blocks that may take it when they are printed.

    A branch of a macro is taken by the blocks that name the macro, or one that names it. One that stands beside the
    blocks, or in a macro that is called from there alone, needs none of them: that is run whatever is printed."""
    held = {node.name: _Held.by(node) for node in tree.body if isinstance(node, nodes.Block)}
    macros = {node.name: _Held.by(node) for node in tree.body if isinstance(node, nodes.Macro)}
    found: list[set[str]] = [set() for _ in range(count)]
    for block, holding in held.items():
        for number in _branches_through(holding, macros):
            found[number].add(block)
    return tuple(map(frozenset, found))


class _Held(NamedTuple):
    """What stands in a part of a tree: the numbers of its branches, and the names that it reads."""

    branches: frozenset[int]
    names: frozenset[str]

    @classmethod
    def by(cls, node: nodes.Node) -> _Held:
        every = list(below(node, nodes.Node))
        marks = (getattr(one, _NUMBER, None) for one in every)
        names = frozenset(one.name for one in every if isinstance(one, nodes.Name))
        return cls(frozenset(mark for mark in marks if mark is not None), names)


def _branches_through(held: _Held, macros: Mapping[str, _Held]) -> Iterator[int]:
    """The branches that stand in something, or in a macro that it names, or in one that this names."""
    yield from held.branches
    waiting, seen = set(held.names & macros.keys()), set[str]()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        yield from macros[name].branches
        waiting |= (macros[name].names & macros.keys()) - seen


def _numbered(node: nodes.Node, found: list[Branch], inside: int) -> list[Branch]:
    for child in children(node):
        if isinstance(child, nodes.If) and child.lineno < LINES:
            for word, body, line in _bodies(child):
                setattr(body[0], _NUMBER, len(found))
                found.append(Branch(line, word, inside))
                here = len(found) - 1
                for one in body:
                    _numbered(nodes.Scope([one]), found, here)
        else:
            _numbered(child, found, inside)
    return found


def _bodies(node: nodes.If) -> Iterator[tuple[str, list[nodes.Node], int]]:
    every = [("if", node.body, node.lineno), *(("elif", one.body, one.lineno) for one in node.elif_)]
    if node.else_:
        every.append(("else", node.else_, node.else_[0].lineno))
    return ((word, body, line) for word, body, line in every if body)
