"""How the texts of a template hang together: which extends which, what pieces they bring in, and what is wrong in that.

Each text was checked alone before it comes here; `linking` then makes one of them all.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from jinja2 import nodes

from mundraft.library.template_texts import Text, Texts
from mundraft.problems import Problem, TemplateFault
from mundraft.templating.faults import MOST_TOLD, did_you_mean, problem_at
from mundraft.templating.walking import below

#: Pieces that one template may bring in, those of pieces counted again, and their characters all together.
MAX_PIECES, MAX_PIECED = 100, 80_000

DEFINING = (nodes.Macro, nodes.Assign, nodes.AssignBlock)
BRINGING_IN = (nodes.FromImport, nodes.Import)


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
            found.update((name.name, node) for name in below(node.target, nodes.Name))
            if isinstance(node.target, nodes.Name):
                found[node.target.name] = node
    return found


def brought_in(tree: nodes.Template) -> Iterator[tuple[nodes.FromImport, str, str]]:
    """What `{% from %}` brings into a text: the tag, the name in the piece, and the name here."""
    for node in tree.body:
        if isinstance(node, nodes.FromImport):
            for name in node.names:
                yield (node, *name) if isinstance(name, tuple) else (node, name, name)


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
    #: Whether the text behind was not found: that its blocks are not there then says nothing new.
    _lost: bool = False
    _pieces: int = 0
    _pieced: int = 0

    def follow(self) -> None:
        key: str | None = next(iter(self.texts))
        while key is not None:
            part = self._part(key)
            self.links.chain.append(part)
            extends = next((node for node in part.tree.body if isinstance(node, nodes.Extends)), None)
            key = self._meant(part, extends) if extends is not None else None
            self._lost = extends is not None and key is None
            if extends is not None and key in {one.key for one in self.links.chain}:
                self._tell(part, extends, "template-piece-circle", "This template extends itself.", "Take it out.")
                key = None
        for part in list(self.links.chain):
            self._bring_in(part, (part.key,))
        for number, part in enumerate(() if self._lost else self.links.chain):
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
        for node in below(part.tree, (nodes.Include, *BRINGING_IN)):
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
        for node in below(piece.tree, (nodes.Block, nodes.Extends)):
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
        theirs = {block.name for one in behind for block in below(one.tree, nodes.Block)}
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
            elif len(self.links.problems) >= MOST_TOLD:
                return
            elif not isinstance(node, (*DEFINING, *BRINGING_IN, nodes.Extends)) and not is_blank(node):
                what = "A template that extends another prints its blocks alone, and this stands in none."
                next_step = "Put it into a block of the template that it extends."
                self._tell(part, _first_words(node, part.text.source), "template-outside-blocks", what, next_step)

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
        for called in below(part.tree, nodes.Call):
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
        if len(self.links.problems) < MOST_TOLD and problem not in self.links.problems:
            self.links.problems.append(problem)


def _first_words(node: nodes.Node, source: str) -> nodes.Node:
    """The first words that a statement prints, at the line where they stand: a text begins where the tag before it
    ends, and the end of that line is not part of it."""
    first = next(iter(below(node, nodes.TemplateData)), None) if isinstance(node, nodes.Output) else None
    if first is None or not (words := first.data.strip()):
        return node
    begun = words.splitlines()[0]
    lines = dict(enumerate(source.splitlines(), 1))
    last = first.lineno + first.data.partition(begun)[0].count("\n") + 1
    line = next((at for at in range(first.lineno, last + 1) if begun in lines.get(at, "")), first.lineno)
    return nodes.TemplateData(words, lineno=line)


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
    for call in below(tree, nodes.Call):
        if is_super(call):
            yield call


def is_super(node: nodes.Node) -> bool:
    """Whether this is `super()`."""
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "super"


def is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(
        isinstance(child, nodes.TemplateData) and not child.data.strip() for child in node.nodes
    )


def called_of_module(call: nodes.Call, modules: Container[str]) -> tuple[str, str] | None:
    """The module and the macro of `law.effect(…)`, where one of `modules` is called `law`; None for any other call."""
    of = call.node
    if isinstance(of, nodes.Getattr) and isinstance(of.node, nodes.Name) and of.node.name in modules:
        return of.node.name, of.attr
    return None
