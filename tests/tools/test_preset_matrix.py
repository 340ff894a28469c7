"""Every preset with short and deep papers in every format: made, and nothing that a validator would mend."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

import preset_matrix
from preset_matrix import FORMATS, Case, made, pairs, presets

#: Presets of which each asks for another part of a Word file.
KINDS = ("gsumun", "labmunc", "sdimun", "metmun", "nnmun", "nmun-ny")


def test_every_two_of_preset_format_depth_and_topics_meet() -> None:
    met = [(case.preset, case.to, case.example.endswith("-short"), case.topics) for case in pairs()]
    for preset in presets():
        assert {to for name, to, _, _ in met if name == preset} == set(FORMATS)
    for to, short, topics in product(FORMATS, (True, False), (1, 2)):
        assert [case for case in met if case[1:] == (to, short, topics)]
    for preset in presets():
        assert {short for name, _, short, _ in met if name == preset} == {True, False}
        assert {topics for name, _, _, topics in met if name == preset} == {1, 2}


@pytest.mark.parametrize("preset", presets())
def test_a_paper_under_every_preset_is_made_in_every_format(preset: str) -> None:
    for case in pairs():
        if case.preset == preset:
            files = made(case)
            assert files
            assert all(files)


@pytest.mark.parametrize("preset", KINDS)
def test_no_validator_finds_anything_in_any_kind_of_word_file(preset: str, tmp_path: Path) -> None:
    path = tmp_path / f"{preset}.docx"
    path.write_bytes(made(Case(preset, "kenya-climate-displacement", "docx", 2))[0])
    found, judges = preset_matrix.findings([path])
    if not judges:
        pytest.skip("no validator of Word files is installed")
    assert found == []
