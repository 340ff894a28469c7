"""Checking a template before it is compiled: read once, by all that look at it, and told in the order of its lines.

Compiling is an attack too (constants fold, parsers recurse), so nothing is compiled that this module has not given to
`allowed`. Names and fields are checked by `naming`, the words between the tags by `text_faults`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple, TypeAlias

from jinja2 import nodes

from mundraft.library.template_texts import Text, Texts
from mundraft.problems import Problem, TemplateFault
from mundraft.templating.allowed import allowed_problems
from mundraft.templating.calls import call_problems
from mundraft.templating.faults import MOST_TOLD, in_words, problem_at
from mundraft.templating.linking import LINES, linked
from mundraft.templating.links import Links, links_of, texts_of
from mundraft.templating.naming import linked_naming_problems
from mundraft.templating.sandbox import compiled, environment
from mundraft.templating.shapes import KnownNames
from mundraft.templating.syntax_faults import syntax_problems
from mundraft.templating.text_faults import text_problems
from mundraft.templating.walking import below
from mundraft.text.clean import clean

#: A template's size in characters, several times that of any that ships.
MAX_SOURCE = 40_000
#: Faults after which the names of a template can still be read: what it is made of is allowed, and not too deep.
_WALKABLE = frozenset(("template-unknown-filter", "template-unknown-test", "template-link", "template-characters"))
#: Faults of how the texts of a template hang together: the names in each can still be looked at.
_NAMEABLE = _WALKABLE | {"template-outside-blocks", "template-block-never-printed", "template-super-twice"}


class BlockFound(NamedTuple):
    """Where a block stands that is printed: its text, and the line in it."""

    text: Text
    line: int


#: The syntax tree of a template, for layers that know no Jinja.
Tree: TypeAlias = nodes.Template


class Reading(NamedTuple):
    """A template, read once: what is wrong, and where it may be compiled its blocks in their order and its one tree."""

    problems: tuple[Problem, ...]
    blocks: dict[str, BlockFound] | None = None
    tree: Tree | None = None


def problems_in(source: str | Texts, name: str, known: KnownNames | None = None) -> tuple[Problem, ...]:
    """Every fault of a template that can be found without running it, text by text and in the order of their lines.

    `source` is a text that stands alone, whose file is `name`, or all the texts of a template. `known` are the names
    that it is given, unchecked where it is None. Never raises for anything that stands in a template."""
    reading = read(source, name, known)
    if reading.tree is not None and not reading.problems:
        try:
            compiled(reading.tree, name)
        except Exception as error:  # noqa: BLE001 - the compiler is fed by a stranger, and must not fall over
            return (_broken(error, texts_of(source, name)),)
    return reading.problems


def read(source: str | Texts, name: str, known: KnownNames | None = None) -> Reading:
    """As `problems_in`, with what there is to look at further; whether Python can compile it is not tried."""
    texts = texts_of(source, name)
    blocks, tree = None, None
    try:
        trees, problems = _trees(texts)
        links = links_of(trees, texts) if all(problem.code in _WALKABLE for problem in problems) else None
        problems += links.problems if links else []
        is_sound = not problems
        if links and all(problem.code in _NAMEABLE for problem in problems):
            problems += linked_naming_problems(links, known) if known is not None else []
            problems += [
                one
                for part in links.parts
                for one in islice(call_problems(part.tree, part.text.source, part.text.file), MOST_TOLD)
            ]
        if links and is_sound:
            blocks, tree = _blocks_of(links), linked(links)
    except TemplateFault as fault:
        problems = [slip for problem in fault.problems for slip in _slips(problem, texts)]
    except Exception as error:  # noqa: BLE001 - the parser is fed by a stranger, and must not fall over
        return Reading((_broken(error, texts),))
    return Reading(_in_order([*problems, *_odd_texts(texts, known or {})], texts), blocks, tree)


def _slips(problem: Problem, texts: Texts) -> tuple[Problem, ...]:
    """What Jinja could not read, in words for who has never seen Jinja; the problem itself where nothing is known."""
    file = problem.place.file if problem.place and problem.code == "template-syntax" else None
    source = next((text.source for text in texts.values() if text.file == file), None)
    return (syntax_problems(source, file) if source is not None and file is not None else ()) or (problem,)


def _odd_texts(texts: Texts, known: Collection[str]) -> Iterator[Problem]:
    for text in texts.values():
        yield from text_problems(text.source, text.file, known)


def _in_order(problems: Iterable[Problem], texts: Texts) -> tuple[Problem, ...]:
    """Text by text, and down the lines of each; what two found in one place is told once."""
    files = [text.file for text in texts.values()]

    def place(problem: Problem) -> tuple[int, int]:
        at = problem.place
        return (files.index(at.file), at.line) if at and at.file in files else (0, 0)

    return tuple(sorted(dict.fromkeys(problems), key=place))


def checked(source: str | Texts, name: str) -> nodes.Template:
    """The one syntax tree of a template that may be compiled. Raises `TemplateFault` with every problem in it."""
    return linked(_checked_links(texts_of(source, name)))


def _blocks_of(links: Links) -> dict[str, BlockFound]:
    """The blocks of a template, which are the parts of its paper, in their order, each where its words stand."""
    found: dict[str, BlockFound] = {}
    for part in reversed(links.chain):
        for block in below(part.tree, nodes.Block):
            found[block.name] = BlockFound(part.text, block.lineno)
    return found


def _checked_links(texts: Texts) -> Links:
    try:
        trees, problems = _trees(texts)
        links = None if problems else links_of(trees, texts)
    except TemplateFault:
        raise
    except Exception as error:
        raise TemplateFault(_broken(error, texts)) from error
    if links is None or links.problems:
        raise TemplateFault(problems if links is None else links.problems)
    return links


def _trees(texts: Texts) -> tuple[dict[str, nodes.Template], list[Problem]]:
    """The syntax tree of each text, and what is wrong in it alone. Raises `TemplateFault` for what cannot be read."""
    trees: dict[str, nodes.Template] = {}
    problems: list[Problem] = []
    unread: list[Problem] = []
    for key, text in texts.items():
        try:
            trees[key] = _parsed(text.source, text.file)
        except TemplateFault as fault:
            unread += fault.problems
        except Exception as error:  # noqa: BLE001 - as in `problems_in`
            unread.append(_broken(error, {key: text}))
    if unread:
        raise TemplateFault(unread)
    for key in texts:
        problems.extend(islice(allowed_problems(key, trees, texts), MOST_TOLD))
    return trees, problems


def _parsed(source: str, name: str) -> nodes.Template:
    if len(source) > MAX_SOURCE:
        raise TemplateFault(
            Problem(
                "template-too-long",
                f"{name} has more than {MAX_SOURCE:,} characters.",
                "A template holds the words between the answers; take out what is not that.",
            )
        )
    try:
        return environment().parse(clean(source.removeprefix("\ufeff")), name, name)
    except ValueError as error:  # Python reads no number of thousands of digits
        what = "A number in this template is too long."
        raise TemplateFault(problem_at(source, name, 0, "template-syntax", what, "Write it as text.")) from error


def _broken(error: Exception, texts: Texts) -> Problem:
    number, line = divmod(getattr(error, "lineno", 0) or 0, LINES)
    text = list(texts.values())[number]
    return problem_at(text.source, text.file, line, *in_words(error))
