"""A limit that was lowered later: told in the teacher's own file, with the lines to write; written, nothing is told."""

from __future__ import annotations

import re
from pathlib import Path

from mundraft.compose.checking.whole import template_problems
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.problems import Problem


def told(folder: Path, definition: str, conference: str = "") -> tuple[Problem, ...]:
    here = folder / "templates" / "river"
    here.mkdir(parents=True, exist_ok=True)
    (here / "template.yaml").write_text(definition, "utf-8")
    (here / "paper.md.j2").write_text('{% extends "classic" %}\n', "utf-8")
    library = Library((Folder(folder, Tier.GIVEN), Folder(shipped_folder(), Tier.SHIPPED)))
    return template_problems(library.template("river"), library.conference(conference) if conference else None)


def with_lines_of(next_step: str, definition: str) -> str:
    """The definition with what the next step says written below `change:`."""
    first = re.search(r"`part/(\w+):`, and set in below it `words: (\d+)`", next_step)
    assert first is not None
    shares = [first.groups(), *re.findall(r"(\w+) (\d+)[,.]", next_step.partition("likewise")[2])]
    return definition + "change:\n" + "".join(f"  part/{key}:\n    words: {words}\n" for key, words in shares)


def test_a_lowered_limit_is_told_at_its_own_line_and_mended_by_what_is_said(tmp_path: Path) -> None:
    definition = "extends: classic\nname: River\nmax_words: 700\n"
    (one,) = told(tmp_path, definition)
    assert one.code == "template-parts-too-long"
    assert one.place is not None
    assert one.place.file == str(tmp_path / "templates" / "river" / "template.yaml")
    assert one.place.line == 3
    assert not told(tmp_path, with_lines_of(one.next_step, definition))


def test_a_conference_that_takes_less_is_told_in_the_own_file_and_mended_by_what_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "conferences"
    folder.mkdir(parents=True)
    (folder / "rivermun.yaml").write_text(
        "name: River MUN\nlength:\n  - per: paper\n    max_words: 500\n"
        "seen_at:\n  - title: Handbook\n    seen_on: 2026-11-22\n",
        "utf-8",
    )
    definition = "extends: classic\nname: River\n"
    (one,) = told(tmp_path, definition, "rivermun")
    assert one.code == "template-length-conference"
    assert one.place is not None
    assert (one.place.file, one.place.line) == (str(tmp_path / "templates" / "river" / "template.yaml"), 2)
    mended = with_lines_of(one.next_step, definition + "max_words: 500\n")
    assert not told(tmp_path, mended, "rivermun")


def test_parts_of_a_template_that_extends_nothing_are_told_where_they_stand(tmp_path: Path) -> None:
    own = (shipped_folder() / "templates" / "classic" / "template.yaml").read_text("utf-8")
    here = tmp_path / "templates" / "river"
    here.mkdir(parents=True)
    (here / "template.yaml").write_text(own.replace("max_words: 1200", "max_words: 700"), "utf-8")
    text = (shipped_folder() / "templates" / "classic" / "paper.md.j2").read_text("utf-8")
    (here / "paper.md.j2").write_text(text, "utf-8")
    found = template_problems(Library((Folder(tmp_path, Tier.GIVEN),)).template("river"))
    (one,) = [problem for problem in found if problem.code == "template-parts-too-long"]
    assert one.place is not None
    assert one.place.excerpt.strip().startswith("words:")
    assert one.next_step.startswith("Give the parts fewer words: issue 88, causes 52")
