"""Which of two instruments is nearer to a topic, where one thing alone tells them apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from library_files import instrument_file

from mundraft.library.search_path import Library


@pytest.fixture
def order(write: Callable[..., Path], over: Callable[..., Library]) -> Callable[..., list[str]]:
    """The ids of instruments in the order in which they are offered for coral and mining.

    Each is given by its title and by what its provisions do; all of a library say something else as well, which makes
    those with fewer provisions on the topic no less cited."""

    def _order(**instruments: tuple[str, list[str]]) -> list[str]:
        longest = max(len(does) for _, does in instruments.values())
        for ref, (title, does) in instruments.items():
            listed = [*does, *["names a depositary"] * (longest - len(does))]
            articles = [f'  - number: "{number}"\n    does: {words}' for number, words in enumerate(listed, 1)]
            more = "\n".join(["articles:", *articles]) if articles else ""
            write("lib", f"instruments/{ref}.yaml", instrument_file(title, short=ref.upper(), more=more))
        near = over("lib").offered_for("coral and mining")
        assert len({*near.values()}) > 1, "told apart by nothing but their names"
        return sorted(near, key=lambda ref: (-near[ref], ref))

    return _order


def test_a_word_that_few_instruments_have_counts_for_more(order: Callable[..., list[str]]) -> None:
    first = order(
        a=("Convention on Mining", []),
        b=("Protocol on Mining", []),
        c=("Charter of Mining", []),
        z=("Convention on Coral", []),
    )[0]
    assert first == "z"


def test_words_that_stand_in_one_provision_count_for_more_than_in_two(order: Callable[..., list[str]]) -> None:
    assert order(
        apart=("Convention on Trade", ["ends coral sales", "limits mining"]),
        together=("Convention on Seas", ["ends the mining of coral"]),
    ) == ["together", "apart"]


def test_an_instrument_that_comes_back_to_the_topic_is_nearer(order: Callable[..., list[str]]) -> None:
    assert order(
        once=("Convention on Trade", ["protects coral"]),
        thrice=("Convention on Seas", ["protects coral", "maps coral", "grows coral"]),
    ) == ["thrice", "once"]


def test_however_often_an_instrument_comes_back_its_name_says_more(order: Callable[..., list[str]]) -> None:
    assert order(
        often=("Convention on Trade", ["protects coral"] * 30),
        title=("Convention on Coral", []),
    ) == ["title", "often"]
