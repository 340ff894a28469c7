"""From a file's bytes to nodes: what is refused of them as a whole, and how much is taken and told.

PyYAML is loaded where something is parsed: a paper in the form that this program writes is read without it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mundraft.problems import Problem, UnreadableFile
from mundraft.strictyaml.decoding import text_in
from mundraft.strictyaml.source import Source

if TYPE_CHECKING:
    from mundraft.strictyaml.nodes import Parsed

MAX_DEPTH = 30
MAX_NODES = 50_000
#: More problems than these are neither gathered nor told: the file is another kind of file, or means harm.
MAX_PROBLEMS = 50


def parse(data: bytes, file: str) -> Parsed:
    """The nodes of a YAML file.

    Raises `UnreadableFile` where nothing can be made of it; what can be passed over is told in `problems`."""
    source = Source(text_in(data, file), file)
    from yaml import YAMLError

    from mundraft.strictyaml.building import built

    try:
        return built(source)
    except YAMLError as error:
        from mundraft.strictyaml import syntax  # only a file that is wrong needs it

        raise UnreadableFile(syntax.told(error, source)) from None
    except (ValueError, OverflowError):
        # PyYAML's own parser fails so on an escape beyond Unicode.
        raise UnreadableFile(_broken_escape(source)) from None
    except (RecursionError, MemoryError):
        raise UnreadableFile(too_deep(source, 0)) from None


def most_told(problems: list[Problem]) -> list[Problem]:
    """The problems in the order of the file, and no more of them than anybody reads."""
    in_order = sorted(problems, key=_in_file_order)
    if len(in_order) <= MAX_PROBLEMS:
        return in_order
    last = in_order[MAX_PROBLEMS].place
    more = Problem(
        "yaml-many-problems", "From here on there are more.", "Mend those above first, then read it again.", last
    )
    return [*in_order[:MAX_PROBLEMS], more]


def _in_file_order(problem: Problem) -> tuple[int, int]:
    return (problem.place.line, problem.place.column) if problem.place else (0, 0)


def _broken_escape(source: Source) -> Problem:
    found = re.search(r"\\[xuU]", source.text)
    return Problem(
        "yaml-escape",
        "An escape between double quotation marks stands for no character.",
        "Write the character itself, or put the text between single quotation marks.",
        source.place(found.start() if found else 0),
    )


def too_deep(source: Source, index: int) -> Problem:
    """What is told of a file whose groups and lists stand inside one another more than `MAX_DEPTH` deep."""
    return Problem(
        "yaml-too-deep",
        f"Things are nested more than {MAX_DEPTH} levels deep here.",
        "Check the indentation and the brackets; a paper needs ten levels at most.",
        source.place(index),
    )
