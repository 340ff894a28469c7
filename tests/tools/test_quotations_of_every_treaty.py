"""Quotations from the treaty texts themselves, where they are at hand: true ones, changed ones, and ordinary prose."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_fingerprints import build
from judge_quotations import evaluate, prose_is_right, prose_sentences
from mundraft.library.quotations import judge
from mundraft.library.quotations.fingerprints import SHIPPED

VARIABLE = "MUNDRAFT_TREATY_TEXTS"
PROSE = Path(__file__).parents[1] / "library" / "quotations_prose.txt"


@pytest.fixture(scope="module")
def texts() -> Path:
    if not os.environ.get(VARIABLE):
        pytest.skip(f"{VARIABLE} does not name the folder of the treaty texts")
    return Path(os.environ[VARIABLE])


def test_ordinary_prose_is_no_treatys_words() -> None:
    sentences = prose_sentences(PROSE)
    wrong = [sentence for sentence in sentences if not prose_is_right(judge(sentence))]
    assert len(sentences) >= 200
    assert len(wrong) <= 0.01 * len(sentences), wrong


def test_quotations_from_every_treaty_are_judged_right(texts: Path) -> None:
    scores = evaluate(texts, PROSE, seed=1, each=50)
    assert len(scores) == 21
    for treaty, columns in scores.items():
        for score in columns:
            assert len(score.misses) <= 0.01 * score.asked, (treaty, score.misses)


def test_what_ships_was_built_from_these_texts(texts: Path) -> None:
    assert build(texts) == SHIPPED.read_bytes()
