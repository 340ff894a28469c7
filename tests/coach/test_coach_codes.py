from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from mundraft.coach import codes
from mundraft.coach.standing import STANDING
from mundraft.library.folders import CALLED
from mundraft.problems import UnknownName
from mundraft.strictyaml.codes import KINDS

SOURCE = Path(codes.__file__).parents[1]
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")


def literal(node: ast.expr) -> str | None:
    """The text of a literal, with {} where a value is put in; None for anything that is no literal text."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    if isinstance(node, ast.BinOp):
        return f"{literal(node.left) or ''}{literal(node.right) or ''}"
    return None


def codes_in(path: Path) -> Iterator[str]:
    """What stands where a code stands: in `code=`, or before a message in a call or a tuple."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        pairs: list[ast.expr] = []
        if isinstance(node, ast.Call):
            yield from (literal(word.value) or "" for word in node.keywords if word.arg == "code")
            # A decoding, or a key of a file, is named where a code would stand, and by words of the same look: "utf-8".
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
            pairs = [] if called in ("decode", "encode", "keyed") else node.args
        elif isinstance(node, ast.Tuple):
            pairs = node.elts
        for first, second in pairwise(pairs):
            message = literal(second)
            if message is None or " " in message:
                yield literal(first) or ""


def raised_codes() -> set[str]:
    layers = [folder for folder in SOURCE.iterdir() if folder.is_dir() and folder.name not in ("tui", "__pycache__")]
    found = {code for layer in layers for path in layer.rglob("*.py") for code in codes_in(path)}
    return {code for code in found if CODE.fullmatch(code.replace("{}", "x"))}


def is_explained(code: str) -> bool:
    """A code that is put together has an explanation for each thing it can be about."""
    known = codes.explanations()
    if code == "{}-{}":
        return True
    if code.startswith("{}-"):
        return all(code.replace("{}", called) in known for called in CALLED.values())
    return code in known or all(f"{kind}-{code}" in known for kind in KINDS)


def test_every_code_that_is_raised_anywhere_is_explained() -> None:
    found = raised_codes()
    assert len(found) > 60
    assert not sorted(code for code in found if not is_explained(code))


def test_every_standing_that_is_told_is_explained() -> None:
    assert not {code for code, *_ in STANDING.values()} - codes.explanations().keys()


def test_explanations_are_paragraphs_and_not_headings() -> None:
    assert all(text.endswith((".", "?", ")", ': a right"', "Water.")) for text in codes.explanations().values())
    assert all(len(text.split()) >= 6 for text in codes.explanations().values())


@pytest.mark.parametrize("asked", ["missing-answer", "[missing-answer]", " Missing-Answer "])
def test_a_code_is_explained_as_it_was_copied(asked: str) -> None:
    assert codes.explain(asked) == codes.explanations()["missing-answer"]


def test_an_unknown_code_suggests_the_ones_that_come_near() -> None:
    with pytest.raises(UnknownName) as unknown:
        codes.explain("mising-anwser")
    problem = unknown.value.problems[0]
    assert problem.code == "code-unknown"
    assert "missing-answer" in problem.next_step
