"""Bodies are found like countries and instruments, and say what they are for."""

from __future__ import annotations

import pytest

from mundraft.problems import UnknownName, UnreadableFile

BODY = """\
mundraft-body: 1
name: Committee on Tests
short: CoT
article: true
aliases:
  - Testing Committee
kind: treaty body
mandate: watches over the Convention on Tests
instruments:
  - ct
source: made-up
sources:
  made-up:
    title: Invented for a test
    as_of: 2020-01-01
"""


def test_a_body_is_read_listed_and_found(write, over):
    write("class", "bodies/cot.yaml", BODY)
    library = over("class")
    assert [found.title for found in library.bodies()] == ["Committee on Tests"]
    assert library.bodies()[0].detail == "CoT, treaty body"
    assert [match.ref for match in library.find_bodies("testing comittee")] == ["cot"]
    body = library.body("cot")
    assert body.in_sentence == "the Committee on Tests"
    assert body.instruments == ("ct",)


@pytest.mark.parametrize("typed", ["CoT crisis", "cot executive board", "Committee on Tests, plenary"])
def test_a_longer_name_that_begins_with_a_body_s_is_offered_that_body_and_never_taken_for_it(write, over, typed):
    write("class", "bodies/cot.yaml", BODY)
    (match, *_) = over("class").find_bodies(typed)
    assert (match.ref, match.sure) == ("cot", False)


def test_a_name_with_a_slip_goes_before_a_body_with_whose_name_it_begins(write, over):
    write("class", "bodies/cot.yaml", BODY)
    write(
        "class",
        "bodies/cota.yaml",
        BODY.replace("Committee on Tests", "CoT Environment Assembly")
        .replace("CoT\n", "CEA\n", 1)
        .replace("Testing Committee", "CoT Assembly"),
    )
    assert over("class").find_bodies("CoT Enviroment Assembly")[0].ref == "cota"


@pytest.mark.parametrize("typed", ["Committee of fools", "crisis CoT"])
def test_a_name_that_only_shares_a_word_with_a_body_is_offered_nothing(write, over, typed):
    write("class", "bodies/cot.yaml", BODY)
    assert not over("class").find_bodies(typed)


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        ("mandat:", "mandate:", "body-unknown-key"),
        ("kind: ''", "kind: treaty body", "body-wrong-value"),
        ("source: nowhere", "source: made-up", "body-wrong-value"),
        ("part_of: The GA", "source: made-up", "body-wrong-name"),
    ],
)
def test_a_wrong_body_points_to_its_fault(write, over, wrong, right, code):
    path = write("class", "bodies/cot.yaml", BODY.replace(right, wrong, 1))
    with pytest.raises(UnreadableFile) as caught:
        over("class").body("cot")
    assert code in [problem.code for problem in caught.value.problems]
    assert all(problem.place.file == str(path) for problem in caught.value.problems)


def test_an_unknown_body_brings_suggestions(write, over):
    write("class", "bodies/cot.yaml", BODY)
    with pytest.raises(UnknownName) as caught:
        over("class").body("cott")
    assert caught.value.problems[0].code == "body-unknown"
    assert "'cot'" in caught.value.problems[0].next_step
