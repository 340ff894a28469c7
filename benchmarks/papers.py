"""Papers to measure with, made from the examples."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from mundraft.library.search_path import default_library
from mundraft.models.fields import plain
from mundraft.models.model import from_values
from mundraft.paper.address import with_value
from mundraft.paper.file import paper_to_bytes, read_paper
from mundraft.paper.model import Paper, Said, Topic

EXAMPLE = "mexico-child-trafficking"


def example() -> Paper:
    """The deep Mexico paper."""
    return read_paper(default_library().example(EXAMPLE), EXAMPLE)


def long_paper(words: int = 3000) -> Paper:
    """The example with more solutions, each of other words, until its answers hold about `words` words."""
    paper = example()
    topic = paper.topics[0]
    solutions = list(topic.solutions)
    held = _words_in(paper)
    number = 0
    while held < words:
        number += 1
        like = topic.solutions[number % len(topic.solutions)]
        more = like.changed(
            id=f"more{number}",
            title=f"{like.title} in district {number}",
            action=f"{like.action}, beginning with the {number} districts where most children are at risk",
            mechanism=f"{like.mechanism}, with a report to the Committee every {number + 1} months",
        )
        solutions.append(more)
        held += sum(len(str(value).split()) for value in plain(more, whole=True).values())
    return with_value(paper, f"topics/{topic.id}/solutions", tuple(solutions))


def _words_in(paper: Paper) -> int:
    return sum(len(said.text.split()) for said in _said(paper)) + len(str(paper.topics[0].solutions).split()) // 2


def _said(paper: Paper) -> list[Said]:
    answers = paper.topics[0].answers.values()
    return [said for answer in answers for said in (answer if isinstance(answer, tuple) else (answer,))]


def class_paper(number: int) -> Paper:
    """The example as another delegate has it: no two papers of a class say the same in every paragraph."""
    data = default_library().example(EXAMPLE).decode("utf-8")
    return read_paper(data.replace("children", f"children of district {number}").encode("utf-8"), EXAMPLE)


def unlike_paper(number: int) -> Paper:
    """A paper of a class: one of the shipped examples, deep or short, with the words inside each longer text in an
    order of this paper's own. No paragraph stands twice in a class, and each is as long as a delegate's."""
    library = default_library()
    names = sorted(found.name for found in library.examples())
    name = names[number % len(names)]
    paper = read_paper(library.example(name), name)
    shuffled = _shuffled(plain(paper, whole=True)["topics"], Random(number))
    return paper.changed(topics=tuple(from_values(Topic, topic) for topic in shuffled))


def _shuffled(value: Any, order: Random) -> Any:
    if isinstance(value, dict):
        return {key: _shuffled(below, order) for key, below in value.items()}
    if isinstance(value, list | tuple):
        return [_shuffled(below, order) for below in value]
    words = value.split(" ") if isinstance(value, str) else []
    if len(words) < 6:
        return value
    inner = words[1:-1]
    order.shuffle(inner)
    return " ".join([words[0], *inner, words[-1]])


def write(paper: Paper, path: Path) -> Path:
    path.write_bytes(paper_to_bytes(paper))
    return path
