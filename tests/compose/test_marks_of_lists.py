"""Where the mark stands when one sentence joins what was sourced with what was not."""

from __future__ import annotations

from typing import Any

import pytest
from prose_reader import REQUIRED, paper_of, shipped_library

from mundraft.compose.compose import compose
from mundraft.document.tree import Document
from mundraft.export.plain import document_to_text

SOURCED = {"text": "pastoral poverty", "cite": [{"source": "weighing", "locator": "p. 3"}]}
FAILING = {"text": "failing rains"}


def in_words(causes: list[dict[str, Any]], template: str = "classic", citing: str = "") -> str:
    topic = {**REQUIRED, "answers": {**REQUIRED["answers"], "causes": causes}}
    document: Document = compose(paper_of(topic, template=template, look={"citing": citing}), shipped_library())
    return document_to_text(document)


@pytest.mark.parametrize(
    ("template", "citing", "mark"),
    [
        ("classic", "", " [1, p. 3]"),
        ("three-paragraphs", "", " [1, p. 3]"),
        ("classic", "mla in-text", " (The Weighing of Nets 3)"),
        ("classic", "chicago-notes footnotes", "[2]"),
    ],
)
def test_a_cause_without_a_source_does_not_share_the_mark_of_the_one_before(
    template: str, citing: str, mark: str
) -> None:
    assert f"pastoral poverty{mark} and failing rains." in in_words([SOURCED, FAILING], template, citing)


def test_causes_that_rest_on_the_same_share_one_mark() -> None:
    both = [SOURCED, {**FAILING, "cite": SOURCED["cite"]}]
    assert "pastoral poverty and failing rains [1, p. 3]." in in_words(both)
