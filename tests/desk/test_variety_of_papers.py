"""Papers of one class meet different wordings of the template, and each keeps its own while it is written."""

from __future__ import annotations

from pathlib import Path

from mundraft.coach.findings import findings
from mundraft.compose.compose import Composer
from mundraft.desk.creating import Beginning, begun_and_left, new_paper
from mundraft.export.plain import document_to_text
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.paper.compare import differences, merge
from mundraft.paper.file import paper_to_bytes, read_paper, read_paper_file
from mundraft.paper.model import Paper

LIBRARY = Library((Folder(shipped_folder(), Tier.SHIPPED),))
EXAMPLE = read_paper(LIBRARY.example("kenya-climate-displacement"), "kenya")


def text(paper: Paper) -> str:
    return document_to_text(Composer(LIBRARY).compose(paper))


def with_variety(variety: str, paper: Paper = EXAMPLE) -> Paper:
    return paper.changed(variety=variety)


def test_two_students_who_answer_alike_meet_different_wordings() -> None:
    papers = [text(with_variety(variety)) for variety in ("bcdfgh", "jkmnpq", "rstvwx", "zxwvtr")]
    assert len(set(papers)) == len(papers)
    assert text(with_variety("bcdfgh")) == papers[0]


def test_a_paper_without_a_variety_goes_by_its_seat_and_topic_and_examples_have_none(tmp_path: Path) -> None:
    assert EXAMPLE.variety == ""
    copied = new_paper(tmp_path / "copy.yaml", LIBRARY, Beginning(example="kenya-climate-displacement"))
    assert read_paper_file(copied) == EXAMPLE
    assert text(with_variety("  ")) == text(EXAMPLE)


def test_a_new_paper_has_a_variety_of_its_own_and_keeps_it_when_it_is_written_again(tmp_path: Path) -> None:
    begun = [read_paper_file(new_paper(tmp_path / f"{n}.yaml", LIBRARY, Beginning())) for n in range(5)]
    assert len({paper.variety for paper in begun}) == 5
    again = read_paper(paper_to_bytes(begun[0]), "again")
    assert again == begun[0]
    assert again.variety.isalpha()


def test_nothing_that_a_student_writes_changes_the_wordings() -> None:
    """The topic in a few words was part of the seed, so that every joint changed with it."""
    topic = EXAMPLE.topics[0]
    renamed = EXAMPLE.changed(topics=(topic.changed(noun="drought"),))
    mine, other = with_variety("bcdfgh"), with_variety("bcdfgh", renamed)
    assert text(mine).replace(topic.noun, "drought") == text(other).replace(topic.noun, "drought")


def test_a_paper_that_was_begun_and_left_is_known_in_spite_of_its_variety(tmp_path: Path) -> None:
    path = new_paper(tmp_path / "paper.yaml", LIBRARY, Beginning())
    assert begun_and_left(tmp_path / "paper-2.yaml", LIBRARY, Beginning()) == path
    path.write_text(path.read_text("utf-8") + "school: Hill School\n", "utf-8")
    assert begun_and_left(tmp_path / "paper-2.yaml", LIBRARY, Beginning()) is None


def test_the_variety_is_no_answer_no_difference_and_stays_ours_when_copies_are_merged() -> None:
    ours, theirs = with_variety("bcdfgh"), with_variety("jkmnpq")
    assert differences(ours, theirs) == ()
    assert merge(None, ours, theirs).paper.variety == "bcdfgh"
    assert [one for one in findings(ours, LIBRARY) if "variety" in one.address] == []


def test_a_composer_sees_that_the_variety_is_another() -> None:
    composer = Composer(LIBRARY)
    first, second = (document_to_text(composer.compose(with_variety(one))) for one in ("bcdfgh", "jkmnpq"))
    assert first != second


def test_a_variety_that_fills_the_file_costs_no_more_than_a_short_one() -> None:
    assert text(with_variety("b" * 200_000)) == text(with_variety("b" * 64))
