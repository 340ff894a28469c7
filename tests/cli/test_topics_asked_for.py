"""A topic that nothing is filed under is answered with the nearest ones, in lines that a narrow terminal holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mundraft.cli.running import run
from mundraft.library.topic_words import topics_like
from mundraft.library.topics import TOPICS

Said = tuple[int, str]


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[[str], Said]:
    monkeypatch.chdir(tmp_path)

    def ask(topic: str) -> Said:
        code = run(["instrument", "list", "--topic", topic])
        return code, capsys.readouterr().err

    return ask


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("statelessness", {"refugees"}),
        ("sea level", {"climate", "displacement", "oceans"}),
        ("childrights", {"child-rights"}),
        ("atomic bombs", {"nuclear"}),
        ("plastic", {"environment", "pollution"}),
    ],
)
def test_the_nearest_topics_are_named_first(asked: Callable[[str], Said], typed: str, nearest: set[str]) -> None:
    code, told = asked(typed)
    meant, mark, _ = " ".join(told.split()).partition("? There are: ")
    assert (code, mark) == (2, "? There are: ")
    assert nearest <= set(meant.partition("Did you mean ")[2].replace(",", "").replace(" or", "").split())


@pytest.mark.parametrize("typed", ["sea level", "haiku"])
def test_every_topic_is_listed_within_eighty_columns(asked: Callable[[str], Said], typed: str) -> None:
    _, told = asked(typed)
    assert max(map(len, told.splitlines())) <= 80
    assert {"armed-conflict", "youth"} <= set(told.replace(",", " ").replace(".", " ").split())


def test_other_words_are_those_of_topics_that_there_are() -> None:
    assert topics_like("smuggling of migrants", TOPICS)[0] == "migration"
    assert topics_like("haiku", TOPICS) == ()
