"""The check, the export and the app tell one number of missing answers, whichever answers those are."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.compose.compose import Composer
from mundraft.desk.checking import check_paper
from mundraft.desk.making import made
from mundraft.desk.wishes import Where, Wish
from mundraft.interview.asking import interview_of
from mundraft.interview.states import Prompt, State
from mundraft.library.search_path import shipped_library
from mundraft.paper.address import value_at, with_value
from mundraft.paper.file import read_paper
from mundraft.paper.model import Paper

LIBRARY = shipped_library()
COMPOSER = Composer(LIBRARY)
WISH = Wish("txt", Where(), measured=False)
TEMPLATES = [one.name for one in LIBRARY.templates()]
#: The missing answers that a check tells as its own finding.
_TOLD = {"missing-answer", "rule-disclosure-missing"}


def told_by_export(paper: Paper) -> int:
    (document,) = made(paper, COMPOSER, WISH, Path()).documents
    return document.gaps


def told_by_app(paper: Paper) -> int:
    return sum(prompt.state is State.OPEN for prompt in interview_of(paper, LIBRARY).prompts())


def without(paper: Paper, prompt: Prompt) -> Paper:
    return with_value(paper, prompt.address, type(value_at(paper, prompt.address))())


@pytest.mark.parametrize("template", TEMPLATES)
def test_each_answer_of_an_example_that_is_taken_out_is_counted_alike(template: str) -> None:
    papers = (read_paper(LIBRARY.example(one.name), one.name) for one in LIBRARY.examples())
    paper = next(paper for paper in papers if paper.template == template)
    assert told_by_export(paper) == told_by_app(paper) == 0
    answered = [prompt for prompt in interview_of(paper, LIBRARY).prompts() if prompt.state is State.ANSWERED]
    prompts = [prompt for prompt in answered if not prompt.address.endswith("/frame")]  # which is always one of two
    told = {
        prompt.address: (told_by_export(one), told_by_app(one))
        for prompt in prompts
        for one in [without(paper, prompt)]
    }
    assert {address: both for address, both in told.items() if len({*both}) > 1} == {}
    assert set(told.values()) >= {(0, 0), (1, 1)}


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("conference", ["", "gsumun"])
def test_of_a_paper_without_a_word_the_same_is_told_by_all(template: str, conference: str) -> None:
    paper = Paper(template=template, preset=conference)
    check = check_paper(paper, LIBRARY, Path())
    assert check.missing == told_by_app(paper) == sum(found.code in _TOLD for found in check.findings)
    files = made(paper, COMPOSER, WISH, Path()).documents
    assert check.missing == files[0].gaps if len(files) == 1 else all(0 < file.gaps < check.missing for file in files)
