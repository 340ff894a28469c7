"""What a template calls its papers and the seat: at their head, in their properties, inherited, and written wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.compose.compose import Composer
from mundraft.document.tree import HeaderBlock, Title, inline_text
from mundraft.export.formats import render
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.paper.file import read_paper
from mundraft.paper.model import Paper, Seat
from mundraft.problems import UnreadableFile

SHIPPED = Folder(shipped_folder(), Tier.SHIPPED)


def library_with(folder: Path, lines: str, extends: str = "policy-statement") -> Library:
    """The library of a class whose template `ours` says these lines."""
    made = folder / "templates" / "ours"
    made.mkdir(parents=True)
    made.joinpath("template.yaml").write_text(
        f"mundraft-template: 1\nextends: {extends}\nname: Ours\n{lines}\n", "utf-8"
    )
    return Library((Folder(folder, Tier.BESIDE), SHIPPED))


def head_of(paper: Paper, library: Library) -> tuple[str, str]:
    """The title as it is printed, and the label and value of the seat's line."""
    document = Composer(library).compose(paper)
    blocks = list(document.blocks())
    title = next(block for block in blocks if isinstance(block, Title))
    lines = [inline_text(line) for block in blocks if isinstance(block, HeaderBlock) for line in block.columns[0].lines]
    printed = inline_text(title.inlines)
    assert document.title == printed
    return printed, next(line for line in lines if paper.seat.name in line and not line.startswith("Committee"))


@pytest.mark.parametrize(
    ("template", "title", "line"),
    [
        ("classic", "Position Paper of River Watch", "Delegation: River Watch"),
        ("policy-statement", "Policy Statement of River Watch", "Delegation: River Watch"),
        ("crisis", "Character Paper of River Watch", "Character: River Watch"),
        ("organisation", "Position Paper of River Watch", "Organisation: River Watch"),
    ],
)
def test_each_template_that_ships_names_its_papers_and_its_seat(template: str, title: str, line: str) -> None:
    paper = Paper(template=template, seat=Seat(name="River Watch"))
    assert head_of(paper, Library((SHIPPED,))) == (title, line)


@pytest.mark.parametrize("to", ["txt", "md"])
def test_a_character_paper_is_called_so_in_what_is_handed_in(to: str) -> None:
    library = Library((SHIPPED,))
    paper = read_paper(library.example("pearson-suez-crisis"), "pearson")
    text = render(Composer(library).compose(paper), to).decode("utf-8").replace("*", "")
    assert "Character Paper of Lester B. Pearson" in text
    assert "Character: Lester B. Pearson" in text
    assert "Position Paper" not in text


def test_a_paper_without_a_seat_has_the_title_alone() -> None:
    assert Composer(Library((SHIPPED,))).compose(Paper(template="crisis")).title == "Character Paper"


def test_what_a_template_does_not_say_is_as_the_extended_one_has_it(tmp_path: Path) -> None:
    paper = Paper(template="ours", seat=Seat(name="River Watch"))
    library = library_with(tmp_path, "seat_label: Speaker")
    assert head_of(paper, library) == ("Policy Statement of River Watch", "Speaker: River Watch")


def test_what_it_says_stands_in_place_of_the_extended_ones(tmp_path: Path) -> None:
    paper = Paper(template="ours", seat=Seat(name="River Watch"))
    library = library_with(tmp_path, "title: Opening Speech\nseat_label: Seat", "crisis")
    assert head_of(paper, library) == ("Opening Speech of River Watch", "Seat: River Watch")


def test_the_title_of_a_conferences_own_header_wins() -> None:
    library = Library((SHIPPED,))
    paper = Paper(template="policy-statement", preset="nmun-ny", seat=Seat(name="River Watch"))
    document = Composer(library).compose(paper)
    titles = [inline_text(block.inlines) for block in document.blocks() if isinstance(block, Title)]
    assert not any("Policy Statement" in title for title in titles)


@pytest.mark.parametrize(
    "line",
    [
        'title: ""',
        'title: " Speech"',
        "title: The *Speech*",
        'title: "Speech of {seat}"',
        f"title: {'x' * 61}",
        "title: |\n  One\n  Two",
        'seat_label: "Character:"',
        "seat_label: <b>Seat</b>",
        f"seat_label: {'x' * 31}",
    ],
)
def test_what_cannot_stand_at_a_head_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(UnreadableFile) as told:
        library_with(tmp_path, line).template("ours")
    (problem,) = told.value.problems
    assert problem.place is not None
    assert problem.place.line == 4
    assert "Write plain words" in problem.next_step
