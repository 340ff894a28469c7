"""A paper whose template asks for topics that it does not hold yet, under every conference."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.compose.compose import Composer
from mundraft.desk.checking import check_handed_in, check_paper
from mundraft.desk.handed_in import FILE, as_handed_in
from mundraft.desk.making import made
from mundraft.desk.wishes import Where, Wish
from mundraft.document.tree import Paragraph, inline_text
from mundraft.library.search_path import shipped_library
from mundraft.paper.model import Paper, Seat

LIBRARY = shipped_library()
COMPOSER = Composer(LIBRARY)
CONFERENCES = sorted(one.name for one in LIBRARY.conferences())
BEGUN = Paper(template="two-topics", seat=Seat(ref="chile"))


def files_shown(paper: Paper) -> list[str]:
    """The names that the app's draft tells of, one for each document; none where there is but one."""
    heads = [part.blocks[0] for part in as_handed_in(paper, COMPOSER).document.parts if part.key == FILE]
    return [inline_text(head.inlines).partition(": ")[2] for head in heads if isinstance(head, Paragraph)]


@pytest.mark.parametrize("conference", CONFERENCES)
def test_each_document_of_a_paper_just_begun_is_drafted_and_written_under_a_name_of_its_own(
    conference: str, tmp_path: Path
) -> None:
    paper = BEGUN.changed(preset=conference)
    shown = files_shown(paper)
    written = [one.target.name for one in made(paper, COMPOSER, Wish("txt", Where()), tmp_path, stem="chile").documents]
    assert len(set(shown)) == len(shown) != 1
    assert len({*written}) == len(written) == max(1, len(shown))


def test_some_conferences_want_two_documents_of_it() -> None:
    two = [one for one in CONFERENCES if files_shown(BEGUN.changed(preset=one))]
    assert {"dartmun", "naimun"} <= {*two}


@pytest.mark.parametrize("conference", ["dartmun", "naimun"])
def test_its_documents_are_what_the_conference_asks_for_by_their_names(conference: str, tmp_path: Path) -> None:
    paper = BEGUN.changed(preset=conference)
    for name in files_shown(paper):
        assert [one.code for one in check_handed_in(paper, COMPOSER, tmp_path / name)] == []
    assert check_paper(paper, LIBRARY, tmp_path / "chile.yaml").missing
