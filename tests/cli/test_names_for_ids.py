"""Who writes a treaty's name where its id belongs is told the id, by every command that reads the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.cli.running import run

CORRECTION = """\
mundraft-country: 1
treaties:
  - instrument: {instrument}
    consent: 2026-10-01
    consent_kind: accession
    source: page
sources:
  page:
    title: Our page
    as_of: 2026-10-15
"""


@pytest.mark.parametrize("typed", ["1951 refugee convention", '"1951 Refugee Convention"', "refugee-convention"])
@pytest.mark.parametrize("command", [("country", "check", "japan"), ("country", "check")])
def test_the_id_that_was_meant_is_told_once(
    command: tuple[str, ...],
    typed: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "country_profiles").mkdir()
    (tmp_path / "country_profiles" / "japan.yaml").write_text(CORRECTION.format(instrument=typed), encoding="utf-8")
    assert run(command) != 0
    said = capsys.readouterr()
    assert (said.out + said.err).count("Did you mean 'ref-1951' (Convention relating to the Status of Refugees)") == 1
    assert (said.out + said.err).count("japan.yaml:3:17") == 1


def test_a_card_tells_it_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "country_profiles").mkdir()
    text = CORRECTION.format(instrument="1951 refugee convention")
    (tmp_path / "country_profiles" / "japan.yaml").write_text(text, encoding="utf-8")
    assert run(("country", "show", "japan")) == 0
    assert "Did you mean 'ref-1951'" in capsys.readouterr().err
