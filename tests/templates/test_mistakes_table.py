"""The table of mistakes: each is one change of a valid file, and the line that must be named is there."""

from __future__ import annotations

from pathlib import Path

import mistakes_in_presets
import mistakes_in_profiles
import mistakes_in_templates
import pytest
from mistakes_form import VALID, Mistake

TABLES = {
    "template": mistakes_in_templates.MISTAKES,
    "conference": mistakes_in_presets.MISTAKES,
    "country": mistakes_in_profiles.MISTAKES,
}
MISTAKES = [pytest.param(one, id=f"{kind}-{one.name}") for kind, table in TABLES.items() for one in table]


def test_there_are_sixty_mistakes_and_more_of_every_kind() -> None:
    assert len(MISTAKES) >= 66
    assert len(TABLES["template"]) >= 36
    assert len(TABLES["conference"]) >= 16
    assert len(TABLES["country"]) >= 14


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_mistakes_have_names_of_their_own(table: tuple[Mistake, ...]) -> None:
    keys = [(one.file, one.name) for one in table]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_changes_one_file_and_names_its_line(mistake: Mistake, tmp_path: Path) -> None:
    path = mistake.made_in(tmp_path)
    valid = (VALID / mistake.file).read_bytes()
    assert mistake.renamed is not None or path.read_bytes() != valid
    told_of = tmp_path / mistake.look_in if mistake.look_in else path
    lines = len(told_of.read_bytes().splitlines()) if told_of.is_file() else 0
    assert 0 <= mistake.line <= lines
    assert mistake.says
