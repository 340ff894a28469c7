"""What the templates of the shelf say beside their questions: each has an example, and none says what another says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.questions import Element, Group, Kind, Question
from mundraft.library.search_path import Library

LIBRARY = Library((Folder(shipped_folder(), Tier.SHIPPED),))
SHELF = sorted(found.name for found in LIBRARY.templates())
#: Kinds that are chosen or counted, so that there is nothing to show of their words.
WITHOUT_WORDS = {Kind.CHOICE, Kind.YEAR, Kind.COUNTRY, Kind.DELEGATES, Kind.PROVISIONS}
#: A sentence shorter than this ("One or two sentences.", "Begin with a verb.") is a turn of phrase and no advice.
ADVICE = 7


def questions(elements: tuple[Element, ...]) -> Iterator[Question]:
    for element in elements:
        if isinstance(element, Group):
            yield from questions(element.questions)
        else:
            yield element


@pytest.mark.parametrize("name", SHELF)
def test_every_question_has_help_and_a_weak_and_a_strong_answer(name: str) -> None:
    asked = [one for step in LIBRARY.template(name).definition.steps for one in questions(step.questions)]
    assert not [one.place for one in asked if not one.help]
    assert not [one.place for one in asked if one.kind not in WITHOUT_WORDS and not (one.weak and one.strong)]


def own_texts(name: str) -> Iterator[tuple[str, str]]:
    """What a template's own file says: ("help" or "strong", text)."""
    path = LIBRARY.template(name).path / "template.yaml"
    yield from _texts(yaml.load(path.read_bytes(), yaml.CSafeLoader))


def _texts(node: Any) -> Iterator[tuple[str, str]]:
    if isinstance(node, list):
        for item in node:
            yield from _texts(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in ("help", "strong") and isinstance(value, str):
                yield key, " ".join(value.split())
            yield from _texts(value)


def test_no_advice_and_no_strong_answer_is_given_twice() -> None:
    said: dict[str, str] = {}
    twice = []
    for name in SHELF:
        own = {text for kind, words in own_texts(name) for text in pieces(kind, words)}
        twice += [f"{name}, {said[text]}: {text}" for text in own & said.keys()]
        said |= dict.fromkeys(own, name)
    assert not twice


def pieces(kind: str, words: str) -> list[str]:
    """The sentences of a help text that are long enough to be advice; a strong answer as a whole, if it has words."""
    if kind == "strong":
        return [words] if len(words.split()) > 2 else []
    return [one for one in re.split(r"(?<=[.?!]) ", words) if len(one.split()) >= ADVICE]
