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
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from jinja2 import nodes

from mundraft.library.template_texts import Text, Texts
from mundraft.problems import Problem, TemplateFault
from mundraft.templating.faults import did_you_mean, problem_at

#: More than any text has lines.
LINES = 1_000_000
#: Pieces that one template may bring in, those of pieces counted again, and their characters all together.
MAX_PIECES, MAX_PIECED = 100, 200_000

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_NUMBERED = re.compile(r"\b_\d+_(?=[^\W\d])")
_DEFINING = (nodes.Macro, nodes.Assign, nodes.AssignBlock)
_BRINGING_IN = (nodes.FromImport, nodes.Import)
_NAMING = (nodes.Extends, nodes.Include, nodes.FromImport, nodes.Import)


class Part(NamedTuple):
    """One text with its syntax tree. `number` is its place among the texts of the template."""

    key: str
    number: int
    text: Text
    tree: nodes.Template


@dataclass(slots=True)
class Links:
    """How the texts of a template hang together: `chain` is its own text and those it extends, `pieces` the others."""

    chain: list[Part] = field(default_factory=list)
    pieces: dict[str, Part] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def parts(self) -> list[Part]:
        return [*self.chain, *self.pieces.values()]


def texts_of(source: str | Texts, name: str) -> Texts:
    """A text that stands alone, or several, as the texts of a template."""
    return {name: Text(source, name)} if isinstance(source, str) else source


def without_numbers(words: str) -> str:
    """What is told of a linked template, with the names that its files write."""
    return _NUMBERED.sub("", words)


def name_of(node: nodes.Node) -> str | None:
    """The name of another text that a tag writes, None where it is computed."""
    template = getattr(node, "template", None)
    return template.value if isinstance(template, nodes.Const) and isinstance(template.value, str) else None


def exports(tree: nodes.Template) -> dict[str, nodes.Node]:
    """The names that a text defines at its top level, each with what defines it."""
    found: dict[str, nodes.Node] = {}
    for node in tree.body:
        if isinstance(node, nodes.Macro):
            found[node.name] = node
        elif isinstance(node, nodes.Assign | nodes.AssignBlock):
            found.update((name.name, node) for name in node.target.find_all(nodes.Name))
            if isinstance(node.target, nodes.Name):
                found[node.target.name] = node
    return found


def brought_in(tree: nodes.Template) -> Iterator[tuple[nodes.FromImport, str, str]]:
    """What `{% from %}` brings into a text: the tag, the name in the piece, and the name here."""
    for node in tree.body:
        if isinstance(node, nodes.FromImport):
            for name in node.names:
                yield (node, *name) if isinstance(name, tuple) else (node, name, name)


def linked(links: Links) -> nodes.Template:
    """The one tree of texts whose `links` have no problems. The trees of the texts are used up by it."""
    return _Linker(links).tree()


def links_of(trees: Mapping[str, nodes.Template], texts: Texts) -> Links:
    """How texts hang together, from the first of them on, and everything that is wrong in that."""
    finding = _Finding(trees, texts)
    finding.follow()
    return finding.links


@dataclass(slots=True)
class _Finding:
    trees: Mapping[str, nodes.Template]
    texts: Texts
    links: Links = field(default_factory=Links)
    _pieces: int = 0
    _pieced: int = 0

    def follow(self) -> None:
        key: str | None = next(iter(self.texts))
        while key is not None:
            part = self._part(key)
            self.links.chain.append(part)
            extends = next((node for node in part.tree.body if isinstance(node, nodes.Extends)), None)
            key = self._meant(part, extends) if extends is not None else None
            if extends is not None and key in {one.key for one in self.links.chain}:
                self._tell(part, extends, "template-piece-circle", "This template extends itself.", "Take it out.")
                key = None
        for part in list(self.links.chain):
            self._bring_in(part, (part.key,))
        for number, part in enumerate(self.links.chain):
            self._blocks(part, self.links.chain[number + 1 :])
        if not any(problem.code == "template-piece-circle" for problem in self.links.problems):
            for part in self.links.parts:
                self._names(part)

    def _part(self, key: str) -> Part:
        return Part(key, list(self.texts).index(key), self.texts[key], self.trees[key])

    def _meant(self, part: Part, node: nodes.Node) -> str | None:
        name = name_of(node) or ""
        key = part.text.uses.get(name)
        if key is None or key not in self.trees:
            sign = "extends" if isinstance(node, nodes.Extends) else "piece"
            if sign == "extends":
                what = f"template.yaml does not say that this template extends {name!r}."
                next_step = "Write the name that stands after `extends:` in template.yaml."
                self._tell(part, node, "template-extends-disagree", what, next_step, name)
            else:
                what = f"There is no piece called {name!r}."
                next_step = 'A piece is named with its folder: "classic/pieces/law.md.j2".'
                known = did_you_mean(name, [*part.text.uses])
                self._tell(part, node, "template-piece-unknown", what, known or next_step, name)
            return None
        return key

    def _bring_in(self, part: Part, through: tuple[str, ...]) -> None:
        """Follow what a text brings in, again at each place where it does; a piece that leads to itself is told."""
        for node in part.tree.find_all((nodes.Include, *_BRINGING_IN)):
            key = self._meant(part, node)
            if key is None:
                continue
            if key in through:
                what = f"This leads back to {key} without end."
                self._tell(part, node, "template-piece-circle", what, "Take it out.", name_of(node) or "")
                continue
            piece = self._part(key)
            self._pieces += 1
            self._pieced += len(piece.text.source)
            if self._pieces > MAX_PIECES or self._pieced > MAX_PIECED:
                what = f"This template brings in more than {MAX_PIECES} pieces, or {MAX_PIECED:,} characters of them."
                problem = self._problem(part, node, "template-too-many-pieces", what, "Use a loop, or a macro.")
                raise TemplateFault((*self.links.problems, problem))
            if key not in self.links.pieces:
                self.links.pieces[key] = piece
                self._fit_for_a_piece(piece)
            self._bring_in(piece, (*through, key))

    def _fit_for_a_piece(self, piece: Part) -> None:
        for node in piece.tree.find_all((nodes.Block, nodes.Extends)):
            sign = "block" if isinstance(node, nodes.Block) else "extends"
            what = f"A piece has no {{% {sign} %}}."
            next_step = "Blocks stand in paper.md.j2; a piece holds macros, or text to include."
            self._tell(piece, node, "template-not-allowed", what, next_step, sign)
        for printed in _supers(piece.tree):
            self._no_super(piece, printed)

    def _blocks(self, part: Part, behind: list[Part]) -> None:
        """What a text that extends another holds beside blocks of that one is never printed."""
        if not behind:
            for printed in _supers(part.tree):
                self._no_super(part, printed)
            return
        for printed in _supers(nodes.Template([node for node in part.tree.body if not isinstance(node, nodes.Block)])):
            self._no_super(part, printed)
        theirs = {block.name for one in behind for block in one.tree.find_all(nodes.Block)}
        for node in part.tree.body:
            if isinstance(node, nodes.Block):
                for again in list(_supers(node))[1:]:
                    what = "super() stands in this block a second time."
                    self._tell(
                        part, again, "template-super-twice", what, "Print it once, and decide around it.", "super"
                    )
                if node.name not in theirs:
                    what = f"{behind[0].key} has no block called {node.name}, so this one is never printed."
                    next_step = did_you_mean(node.name, theirs)
                    self._tell(part, node, "template-block-never-printed", what, next_step, node.name)
                    for call in _supers(node):
                        self._no_super(part, call)
            elif not isinstance(node, (*_DEFINING, *_NAMING[2:], nodes.Extends)) and not _is_blank(node):
                what = "A template that extends another prints its blocks alone, and this stands in none."
                next_step = "Put it into a block of the template that it extends."
                where = next(iter(node.find_all(nodes.TemplateData)), None) if isinstance(node, nodes.Output) else None
                self._tell(part, where or node, "template-outside-blocks", what, next_step)

    def _no_super(self, part: Part, node: nodes.Node) -> None:
        what = "super() prints what the extended template has in this block, and there is nothing."
        self._tell(part, node, "template-super-nothing", what, "Take it out.", "super")

    def _names(self, part: Part) -> None:
        for node, name, _ in brought_in(part.tree):
            piece = self.links.pieces.get(part.text.uses.get(name_of(node) or "", ""))
            if piece is not None and name not in (known := names_out_of(piece)):
                what = f"{name_of(node)} has no macro called {name}."
                self._tell(part, node, "template-unknown-name", what, did_you_mean(name, known), name)
        modules = {node.target: node for node in part.tree.body if isinstance(node, nodes.Import)}
        for called in part.tree.find_all(nodes.Call):
            of = called_of_module(called, modules)
            if of is None:
                continue
            file = name_of(modules[of[0]]) or ""
            piece = self.links.pieces.get(part.text.uses.get(file, ""))
            if piece is not None and of[1] not in (known := names_out_of(piece)):
                what = f"{file} has no macro called {of[1]}."
                self._tell(part, called, "template-unknown-name", what, did_you_mean(of[1], known), of[1])

    def _problem(
        self, part: Part, node: nodes.Node, code: str, what: str, next_step: str = "", find: str = ""
    ) -> Problem:
        return problem_at(part.text.source, part.text.file, node.lineno, code, what, next_step, find)

    def _tell(self, part: Part, node: nodes.Node, code: str, what: str, next_step: str = "", find: str = "") -> None:
        problem = self._problem(part, node, code, what, next_step, find)
        if problem not in self.links.problems:
            self.links.problems.append(problem)


def names_out_of(part: Part) -> dict[str, str]:
    """What others see of a text: what it defines and brings in, with what that is called once all is one tree."""
    names = [*exports(part.tree), *(alias for _, _, alias in brought_in(part.tree))]
    return {name: f"_{part.number}_{name}" for name in names}


def names_seen(part: Part, links: Links) -> dict[str, str]:
    """Every name that a text sees beside those of the paper, with what it is called once all is one tree."""
    seen: dict[str, str] = {}
    if part in links.chain:
        for behind in reversed(links.chain[links.chain.index(part) + 1 :]):
            seen |= names_out_of(behind)
    return seen | names_out_of(part)


def _supers(tree: nodes.Node) -> Iterator[nodes.Call]:
    for call in tree.find_all(nodes.Call):
        if is_super(call):
            yield call


def is_super(node: nodes.Node) -> bool:
    """Whether this is `super()`."""
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "super"


def _is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(
        isinstance(child, nodes.TemplateData) and not child.data.strip() for child in node.nodes
    )


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
            if own and not _defines(node) and not _is_blank(node):
                body, own = body + own, []
            body.append(self._behind[node.name] if isinstance(node, nodes.Block) else node)
        base.tree.body = pieces + body + own
        return base.tree

    def _imported(self) -> list[Part]:
        """The pieces that are brought in by name, each after those that it brings in itself."""
        ordered: dict[str, Part] = {}

        def add(part: Part) -> None:
            for node in part.tree.body:
                if isinstance(node, _BRINGING_IN):
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
            waiting.extend((child, meant) for child in node.iter_child_nodes())
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


def called_of_module(call: nodes.Call, modules: Container[str]) -> tuple[str, str] | None:
    """The module and the macro of `law.effect(…)`, where one of `modules` is called `law`; None for any other call."""
    of = call.node
    if isinstance(of, nodes.Getattr) and isinstance(of.node, nodes.Name) and of.node.name in modules:
        return of.node.name, of.attr
    return None


def _defines(node: nodes.Node) -> bool:
    return isinstance(node, _DEFINING)


def _copied(node: nodes.Node) -> nodes.Node:
    """A node and all below it anew: what is included twice is compiled twice, each in its place."""

    def copy_of(value: Any) -> Any:
        if isinstance(value, nodes.Node):
            return _copied(value)
        return [copy_of(one) for one in value] if isinstance(value, list) else value

    fields = [copy_of(getattr(node, name)) for name in node.fields]
    return type(node)(*fields, lineno=node.lineno, environment=node.environment)
