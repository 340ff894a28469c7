"""The tool that rebuilds profiles adds what is missing, tells what differs and keeps what somebody made by hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from made_up_tables import ACTS, COUNTRIES, write_tables

import rebuild_profiles
from mundraft.library.country import Profile
from mundraft.library.facts import FactSource
from mundraft.models.model import from_values
from mundraft.strictyaml.reader import read_as
from profiles.sources import known_sources
from profiles.writing import read_plain, write_plain


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    return write_tables(tmp_path / "tables")


@pytest.fixture
def profiles(tmp_path: Path) -> Path:
    (tmp_path / "profiles").mkdir()
    return tmp_path / "profiles"


def run(tables: Path, profiles: Path, *more: str) -> int:
    return rebuild_profiles.main([str(tables), "--profiles", str(profiles), *more])


def read_country(path: Path) -> Profile:
    return read_as(Profile, path.read_bytes(), str(path), "country")


def edit(profiles: Path, name: str, old: str, new: str) -> None:
    path = profiles / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_missing_profile_is_made_whole(tables, profiles, capsys):
    assert run(tables, profiles, "--write") == 0
    assert "freedonia.yaml: made" in capsys.readouterr().out
    country = read_country(profiles / "freedonia.yaml")
    assert (country.names.short, country.names.listed_as) == ("Freedonia", "Freedonia (Free State of)")
    assert (country.names.adjective, country.names.people) == ("Freedonian", "Freedonians")
    assert country.united_nations.regional_group == "Latin American and Caribbean Group"
    assert country.united_nations.basis == "General Assembly resolution 995 (X)"
    assert (country.land.capital, country.land.languages) == ("Fredville", ("Freedonian",))
    assert country.blocs.members_of == ("G77", "NAM")
    assert country.sources["untc-2015"].as_of == "2015-03"


def test_acts_are_taken_as_precisely_as_the_tables_know_them(tables, profiles):
    run(tables, profiles, "--write")
    freedonia, sylvania = (read_country(profiles / f"{name}.yaml") for name in ("freedonia", "sylvania"))
    acts = {entry.instrument: entry for entry in (*freedonia.treaties, *sylvania.treaties)}
    assert acts["palermo-tip"].stands == "party"
    assert (acts["palermo-tip"].signed, acts["palermo-tip"].consent) == ("2000-12-13", "")
    assert acts["cites"].signed == "", "a day after the consent is no signature in this source"
    assert "minamata" not in acts, "the rows of this source on this treaty are wrong"
    assert acts["gc-iv"].signed == "", "this source gives the day of the treaty for every signature"
    assert acts["rome"].stands == "outside"
    assert acts["rome"].source == "factbook"
    assert "unchecked" in sylvania.sources[acts["cites"].source].through


def test_a_certain_change_is_taken_and_an_uncertain_one_is_not(tables, profiles, capsys):
    run(tables, profiles, "--write")
    assert "1 changes too uncertain to take" in capsys.readouterr().out
    ottawa = next(one for one in read_country(profiles / "freedonia.yaml").treaties if one.instrument == "ottawa")
    assert (ottawa.consent, ottawa.withdrew, ottawa.source) == ("2001-01-23", "2025-12-27", "xinhua-2025")
    assert "United Nations Treaty Collection" in ottawa.note
    crc = next(one for one in read_country(profiles / "sylvania.yaml").treaties if one.instrument == "crc")
    assert crc.consent == ""


def test_a_vote_is_told_with_the_year_that_is_known(tables, profiles):
    run(tables, profiles, "--write")
    adoption = read_country(profiles / "sylvania.yaml").adoptions[0]
    assert (adoption.instrument, adoption.position, adoption.on) == ("udhr", "abstained", "1948")
    assert read_country(profiles / "freedonia.yaml").adoptions == ()


def test_running_it_twice_changes_nothing(tables, profiles, capsys):
    run(tables, profiles, "--write")
    before = {path.name: path.read_bytes() for path in profiles.iterdir()}
    capsys.readouterr()
    assert run(tables, profiles, "--write") == 0
    assert {path.name: path.read_bytes() for path in profiles.iterdir()} == before
    assert capsys.readouterr().out.startswith("0 differences")


def test_without_write_nothing_is_written(tables, profiles, capsys):
    run(tables, profiles)
    assert list(profiles.iterdir()) == []
    assert "--write makes it" in capsys.readouterr().out


def test_a_difference_is_told_and_left(tables, profiles, capsys):
    run(tables, profiles, "--write")
    edit(profiles, "freedonia.yaml", "consent: 1990-07-30", "consent: 1990-07-31")
    before = (profiles / "freedonia.yaml").read_bytes()
    capsys.readouterr()
    assert run(tables, profiles, "--write") == 1
    told = capsys.readouterr().out
    line = next(line for line in told.splitlines() if "treaties.crc.consent" in line)
    assert line.split()[:4] == ["freedonia", "treaties.crc.consent", "1990-07-31", "1990-07-30"]
    assert (profiles / "freedonia.yaml").read_bytes() == before


def test_a_fact_is_replaced_only_where_it_is_named_and_that_is_told(tables, profiles, capsys):
    run(tables, profiles, "--write")
    edit(profiles, "freedonia.yaml", "consent: 1990-07-30", "consent: 1990-07-31")
    edit(profiles, "freedonia.yaml", "capital: Fredville", "capital: Elsewhere")
    capsys.readouterr()
    assert run(tables, profiles, "--overwrite", "treaties.*") == 1
    assert "1990-07-31 replaced by 1990-07-30" in capsys.readouterr().out
    country = read_country(profiles / "freedonia.yaml")
    assert country.treaties[0].consent == "1990-07-30"
    assert country.land.capital == "Elsewhere"


def test_what_the_tables_no_longer_say_is_told(tables, profiles, capsys):
    run(tables, profiles, "--write")
    write_tables(
        tables,
        acts="".join(line for line in ACTS.splitlines(True) if "OTTAWA" not in line),
        changes="instrument,iso3,change,date,certainty,source\n",
    )
    capsys.readouterr()
    assert run(tables, profiles) == 1
    told = capsys.readouterr().out
    assert "treaties.ottawa" in told
    assert "not in the table" in told


BY_HAND = [
    ("  capital: Fredville", "  capital: Freeport", "land.capital", "by_hand:\n  - land.capital\nsources:"),
    (
        "consent: 1990-07-30\n    consent_kind: ratification\n    source: untc-2015",
        "consent: 1990-07-31\n    source: my-own",
        "treaties.crc.consent",
        "sources:\n  my-own:\n    title: The depositary's page\n    as_of: 2026-01-01",
    ),
]


@pytest.mark.parametrize(("old", "new", "field", "head"), BY_HAND)
def test_what_was_made_by_hand_is_kept_until_it_is_named_in_full(tables, profiles, capsys, old, new, field, head):
    run(tables, profiles, "--write")
    edit(profiles, "freedonia.yaml", old, new)
    edit(profiles, "freedonia.yaml", "sources:", head)
    before = (profiles / "freedonia.yaml").read_bytes()
    capsys.readouterr()
    assert run(tables, profiles, "--write", "--overwrite", "*", "land.*", "treaties.*") == 0
    assert (profiles / "freedonia.yaml").read_bytes() == before
    assert field not in capsys.readouterr().out
    run(tables, profiles, "--all")
    assert "by hand, kept" in capsys.readouterr().out
    run(tables, profiles, "--overwrite", f"freedonia:{field}")
    assert f"{field}: " in capsys.readouterr().out
    assert (profiles / "freedonia.yaml").read_bytes() != before


def test_names_aliases_and_notes_that_no_table_has_stay(tables, profiles):
    run(tables, profiles, "--write")
    edit(profiles, "freedonia.yaml", "codes:\n", "aliases:\n  - the Free State\ncodes:\n")
    edit(profiles, "freedonia.yaml", "source: untc-2015\n", "source: untc-2015\n    note: Look again.\n")
    edit(profiles, "freedonia.yaml", "  - instrument: ottawa", "  - instrument: gone")
    run(tables, profiles, "--write")
    country = read_country(profiles / "freedonia.yaml")
    assert country.aliases == ("the Free State",)
    assert country.treaties[0].note == "Look again."
    assert {"ottawa", "gone"} <= {entry.instrument for entry in country.treaties}


def test_a_comment_is_never_lost(tables, profiles, capsys):
    run(tables, profiles, "--write")
    edit(profiles, "freedonia.yaml", "codes:\n", "# asked the embassy\ncodes:\n")
    edit(profiles, "freedonia.yaml", "    signed: 1990-01-26\n", "")
    capsys.readouterr()
    assert run(tables, profiles, "--write") == 2
    assert "comment" in capsys.readouterr().err
    assert "# asked the embassy" in (profiles / "freedonia.yaml").read_text(encoding="utf-8")


WRONG = [
    ({"acts": ACTS.replace("1990-07-30", "1990-02-30")}, "treaty_participation.csv:2", "1990-02-30"),
    ({"acts": ACTS.replace("2001-01-23", "last May")}, "treaty_participation.csv:3", "last May"),
    ({"acts": ACTS + "CRC,FRX,1990-01-26,,,,x\n"}, "treaty_participation.csv:9", "twice, first in line 2"),
    ({"acts": ACTS + "CRC,XXX,1990-01-26,,,\n"}, "treaty_participation.csv:9", "as many values"),
    ({"acts": ACTS + "OPSC,FRX,2000-09-08,,,,hearsay\n"}, "treaty_participation.csv:9", "hearsay"),
    ({"acts": ACTS.replace("consent_kind", "kind")}, "treaty_participation.csv:1", "consent_kind"),
    ({"countries": COUNTRIES + COUNTRIES.splitlines()[2] + "\n"}, "countries.csv:4", "SYX"),
    ({"acts": ACTS + '"CRC,FRX\n'}, "treaty_participation.csv", "table"),
]


@pytest.mark.parametrize(("wrong", "place", "word"), WRONG)
def test_a_wrong_row_is_told_with_its_line(tmp_path, profiles, capsys, wrong, place, word):
    assert run(write_tables(tmp_path / "wrong", **wrong), profiles, "--write") == 2
    told = capsys.readouterr().err
    assert place in told
    assert word in told
    assert "->" in told


def test_a_table_that_is_not_there_is_told(tmp_path, profiles, capsys):
    assert run(tmp_path, profiles) == 2
    assert "countries.csv" in capsys.readouterr().err


def test_the_folder_may_be_named_by_the_environment(tables, profiles, monkeypatch, capsys):
    monkeypatch.setenv("MUNDRAFT_TABLES", str(tables))
    assert rebuild_profiles.main(["--profiles", str(profiles)]) == 0
    monkeypatch.delenv("MUNDRAFT_TABLES")
    with pytest.raises(SystemExit):
        rebuild_profiles.main(["--profiles", str(profiles)])
    assert "MUNDRAFT_TABLES" in capsys.readouterr().err


def test_profiles_that_ship_are_as_the_tool_writes_them(tmp_path):
    for path in sorted(rebuild_profiles.PROFILES.glob("*.yaml"))[::20]:
        copy = tmp_path / path.name
        write_plain(copy, read_plain(path))
        assert copy.read_text(encoding="utf-8") == path.read_text(encoding="utf-8")


def test_a_profile_that_lacks_a_group_is_filled_up(tables, profiles):
    run(tables, profiles, "--write")
    profile = read_plain(profiles / "freedonia.yaml")
    del profile["blocs"], profile["sources"]["blocs"]
    write_plain(profiles / "freedonia.yaml", profile)
    assert run(tables, profiles, "--write") == 0
    assert read_country(profiles / "freedonia.yaml").blocs.members_of == ("G77", "NAM")


def test_a_seat_that_is_no_state_is_left_alone(tables, profiles):
    text = "names:\n  short: Friends of Tests\n  source: own\nsources:\n  own:\n    title: Us\n    as_of: 2026\n"
    (profiles / "friends.yaml").write_text(text, encoding="utf-8")
    assert run(tables, profiles, "--write") == 0
    assert (profiles / "friends.yaml").read_text(encoding="utf-8") == text


def test_a_profile_that_cannot_be_read_is_told_and_nothing_is_written(tables, profiles, capsys):
    (profiles / "odd.yaml").write_text("names: [\n", encoding="utf-8")
    assert run(tables, profiles, "--write") == 2
    assert "odd.yaml" in capsys.readouterr().err
    assert [path.name for path in profiles.iterdir()] == ["odd.yaml"]


def test_every_known_source_is_a_source_of_facts_and_one_id_is_one_source():
    entries: dict[str, object] = {}
    for one in known_sources():
        from_values(FactSource, one.entry)
        assert entries.setdefault(one.id, one.entry) == one.entry, one.id


def test_what_is_to_be_written_is_written_though_nobody_reads_on(tables, profiles):
    tool = [sys.executable, rebuild_profiles.__file__, str(tables), "--profiles", str(profiles), "--write"]
    with subprocess.Popen(tool, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (0, b"")
    assert read_country(profiles / "freedonia.yaml").names.short == "Freedonia"
    assert read_country(profiles / "sylvania.yaml").names.short == "Sylvania"
