"""All that is compared between plain and compiled modules, a line for each case.

Run as a program, by a Python that has the one or the other:

python made_either_way.py SEED TEMPLATES PAPERS FILES
"""

from __future__ import annotations

import json
import random
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from at_random import answers, changed, damaged, template, words

from mundraft.citation.styles import STYLES
from mundraft.citation.ways import MECHANISMS
from mundraft.compose.compose import Composer
from mundraft.document.tree import Origin
from mundraft.export.formats import render as written
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.paper.file import paper_to_bytes, read_paper
from mundraft.paper.model import Paper
from mundraft.problems import MundraftError, Problem
from mundraft.strictyaml.values import values_in
from mundraft.strictyaml.writer import to_yaml
from mundraft.templating import leaf
from mundraft.templating.engine import render
from mundraft.templating.leaf import Leaf

#: The day on which all papers are written.
_TODAY = date(2026, 3, 1)
LIBRARY = Library((Folder(shipped_folder(), Tier.SHIPPED),))


def _told(problem: Problem) -> str:
    place = problem.place
    where = f"{place.line}:{place.column} {place.excerpt}" if place else ""
    return f"{problem.severity.name} {problem.code} {problem.what} {problem.next_step} {where} {problem.address}"


def _given(make: Callable[..., object], *of: object) -> str:
    """What comes of it, or what is told of it."""
    try:
        return str(make(*of))
    except MundraftError as error:
        return "refused: " + " // ".join(map(_told, error.problems))


def templates(seed: int, count: int) -> Iterator[tuple[str, str]]:
    """Templates at random, filled at random, some with a part that the delegate writes."""
    for number in range(count):
        dice = random.Random(f"template {seed} {number}")
        text, context = template(dice), answers(dice)
        own = {"part1": Leaf(words(dice), Origin.DELEGATE)} if dice.random() < 0.2 else {}
        made = _given(render, text, "paper.md.j2", context, own)
        yield f"template {number}", f"{text}\n{made}"


def _documents(paper: Paper, composer: Composer) -> str:
    """Each document of a paper in each format: text as it is, of a Word file its body and all its bytes in short."""
    made = []
    for document, _ in composer.documents(paper):
        data = written(document, "docx")
        with zipfile.ZipFile(BytesIO(data)) as package:
            body = package.read("word/document.xml")
        made += [*(one.decode() for one in (written(document, "txt"), written(document, "md"), body)), _short(data)]
    return "\n".join(made)


def _documents_of(data: bytes, composer: Composer) -> str:
    return _documents(read_paper(data, "paper.yaml"), composer)


def _read_and_written(text: str) -> str:
    return paper_to_bytes(read_paper(text.encode(), "paper.yaml")).decode()


def _short(data: bytes) -> str:
    return sha256(data).hexdigest()


def examples() -> Iterator[tuple[str, str]]:
    """Each example in each style, with marks in the text or in notes."""
    composer = Composer(LIBRARY, today=_TODAY)
    for first, example in enumerate(sorted(one.name for one in LIBRARY.examples())):
        paper = read_paper(LIBRARY.example(example), f"{example}.yaml")
        for number, style in enumerate(STYLES):
            way = MECHANISMS[style][(first + number) % 3]
            look = paper.look.changed(citing=f"{style} {way.value}")
            cited = paper.changed(look=look, preset="")
            yield f"{example}, {look.citing}", _given(_documents, cited, composer)


def _example_values() -> list[dict[str, Any]]:
    read = [values_in(LIBRARY.example(name).decode()) for name in sorted(one.name for one in LIBRARY.examples())]
    return [one for one in read if one]


def papers(seed: int, count: int) -> Iterator[tuple[str, str]]:
    """Examples that were changed at random, under the rules of any conference, in any way of citing."""
    values = _example_values()
    presets = ["", *sorted(one.name for one in LIBRARY.conferences())]
    composer = Composer(LIBRARY, today=_TODAY)
    for number in range(count):
        dice = random.Random(f"paper {seed} {number}")
        style = dice.choice(list(STYLES))
        chosen = {"citing": f"{style} {dice.choice(MECHANISMS[style]).value}"}
        paper = changed(dice.choice(values), dice, dice.choice((0.02, 0.1, 0.4)))
        data = to_yaml({**paper, "preset": dice.choice(presets), "look": chosen}).encode()
        made = _given(_documents_of, data, composer)
        yield f"paper {number}", f"{data.decode()}\n{made}"


def files(seed: int, count: int) -> Iterator[tuple[str, str]]:
    """Files of papers in which something was changed by hand."""
    texts = [LIBRARY.example(one.name).decode() for one in LIBRARY.examples()]
    texts += [to_yaml(changed(one, random.Random(seed), 0.3)) for one in _example_values()]
    for number in range(count):
        dice = random.Random(f"file {seed} {number}")
        text = damaged(dice.choice(texts), dice)
        told = _given(_read_and_written, text)
        yield f"file {number}", f"{values_in(text)}\n{told}"


def cases(seed: int, of_templates: int, of_papers: int, of_files: int) -> Iterator[tuple[str, str]]:
    yield from templates(seed, of_templates)
    yield from examples()
    yield from papers(seed, of_papers)
    yield from files(seed, of_files)


if __name__ == "__main__":
    print(json.dumps(["modules", Path(leaf.__file__).suffix]))
    for case in cases(*map(int, sys.argv[1:])):
        print(json.dumps(case))
