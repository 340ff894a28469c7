"""A file of the class corrects the one that ships, field by field, and every fault points to the right file."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library_files import country_file, instrument_file

from mundraft.library.checks import country_problems, instrument_problems, problems
from mundraft.library.folders import Shelf
from mundraft.library.participation import State
from mundraft.library.search_path import Library, default_library
from mundraft.problems import UnreadableFile

CRC = """\
treaties:
  - instrument: ct
    signed: 1991-01-01
    consent: 1995-05-05
    consent_kind: accession
    source: made-up
    note: by letter
  - instrument: other
    stands: party
    source: made-up
aliases:
  - Fredonia
"""

NEWER = """\
mundraft-country: 1
treaties:
  - instrument: ct
    withdrew: 2024-03-03
    source: ours
sources:
  ours:
    title: The teacher, from the depositary's page
    as_of: 2026-10
"""


@pytest.fixture
def corrected(write, over):
    """A library in which the class corrects the profile that ships; give it the text of the correction."""
    write("shipped", "country_profiles/freedonia.yaml", country_file(more=CRC))
    write("shipped", "instruments/ct.yaml", instrument_file(more="in_force: 1992-01-01"))
    write("shipped", "instruments/other.yaml", instrument_file("Other", "O", more="in_force: 1992-01-01"))

    def _corrected(text: str):
        write("class", "country_profiles/freedonia.yaml", text)
        return over("class", "shipped")

    return _corrected


def test_a_few_lines_correct_a_whole_profile(corrected):
    library = corrected(NEWER)
    country = library.country("freedonia")
    standing = country.participation(library.instrument("ct"))
    assert (standing.state, standing.since) == (State.WITHDREW, "2024-03-03")
    assert standing.as_of == "2026-10"
    treaty = country.treaties[0]
    assert (treaty.signed, treaty.consent, treaty.consent_kind) == ("1991-01-01", "1995-05-05", "accession")
    assert not treaty.note, "a note belongs to the source that told it"
    assert country.name == "Freedonia"
    assert [(one.field, one.was, one.now) for one in country.corrections] == [
        ("treaties.ct.withdrew", "", "2024-03-03")
    ]
    assert country.corrections[0].path.parts[-3:] == ("class", "country_profiles", "freedonia.yaml")
    assert problems(library) == ()


def test_a_corrected_name_is_the_one_of_the_seat(corrected):
    named = "names:\n  short: Free Land\n  article: true\n  source: ours\n"
    library = corrected(NEWER.replace("treaties:\n", f"{named}treaties:\n"))
    assert library.seat_name("freedonia").in_sentence == "the Free Land"
    assert library.seat_name("freedonia") == library.country("freedonia").seat_name()


def test_names_are_added_and_other_lists_replaced(corrected):
    library = corrected(
        "aliases:\n  - Rufusland\n  - Fredonia\nland:\n  languages:\n    - Latin\nnames:\n  adjective: Fredonian\n"
    )
    country = library.country("freedonia")
    assert country.aliases == ("Fredonia", "Rufusland")
    assert country.land.languages == ("Latin",)
    assert country.names.adjective == "Fredonian"
    told = {one.field: (one.was, one.now) for one in country.corrections}
    assert told == {
        "aliases": ("", "Rufusland"),
        "land.languages": ("", "Latin"),
        "names.adjective": ("Freedoniaian", "Fredonian"),
    }
    assert library.find_countries("rufusland")[0].ref == "freedonia"


def test_a_day_takes_the_place_of_a_standing_without_one(corrected):
    day = NEWER.replace("ct\n", "other\n").replace("withdrew: 2024-03-03", "consent: 2001-01-01")
    country = corrected(day).country("freedonia")
    assert (country.treaties[1].stands, country.treaties[1].consent) == ("", "2001-01-01")
    outside = NEWER.replace("withdrew: 2024-03-03", "stands: party")
    country = corrected(outside).country("freedonia")
    assert (country.treaties[0].stands, country.treaties[0].consent) == ("party", "")


def test_an_instrument_new_to_the_profile_is_added(corrected, write):
    write("shipped", "instruments/third.yaml", instrument_file("Third", "T"))
    country = corrected(NEWER.replace("ct\n", "third\n").replace("withdrew", "consent")).country("freedonia")
    assert [entry.instrument for entry in country.treaties] == ["ct", "other", "third"]
    assert [one.field for one in country.corrections] == ["treaties.third.consent"]


WRONG = [
    (NEWER.replace("2024-03-03", "2024-02-30"), "country-wrong-value", 4),
    (NEWER.replace("withdrew", "withdrawn"), "country-unknown-key", 4),
    (NEWER.replace("    source: ours\n", ""), "country-missing-key", 3),
    (NEWER.replace("source: ours", "source: theirs"), "country-wrong-value", 5),
    (NEWER.replace("treaties:\n", "treaties: [\n"), "", 0),
    ("- a list\n", "country-wrong-kind", 1),
    ("treaties: none\n", "country-wrong-kind", 1),
    ("", "yaml-empty", 0),
]


@pytest.mark.parametrize(("text", "code", "line"), WRONG)
def test_a_wrong_correction_is_told_and_the_profile_behind_it_counts(corrected, text, code, line):
    library = corrected(text)
    country = library.country("freedonia")
    assert country.treaties[0].withdrew == ""
    assert country.corrections == ()
    assert [found.name for found in library.countries()] == ["freedonia"]
    for told in (country.refused, library.problems):
        assert Path(told[0].place.file).parts[-3] == "class"
        assert code in told[0].code
        assert told[0].place.line == line or not code
    assert [problem.place.file for problem in problems(library)] == [str(country.refused[0].place.file)]


def test_a_whole_profile_of_the_class_stands_though_the_one_behind_it_is_broken(corrected, write):
    write("shipped", "country_profiles/freedonia.yaml", "names: [")
    library = corrected(country_file("Our Freedonia"))
    assert library.country("freedonia").name == "Our Freedonia"
    assert library.problems_on(Shelf.COUNTRIES)


def test_where_no_file_of_a_name_can_be_read_all_faults_are_told(corrected, write):
    write("shipped", "country_profiles/freedonia.yaml", "names: [")
    library = corrected("names:\n  shrt: x\n")
    with pytest.raises(UnreadableFile) as caught:
        library.country("freedonia")
    assert {Path(problem.place.file).parts[-3] for problem in caught.value.problems} == {"class", "shipped"}


def test_three_folders_correct_one_another_in_their_order(write, over):
    for folder, adjective in (("class", ""), ("beside", "Second"), ("shipped", "Third")):
        text = country_file() if folder == "shipped" else ""
        text = text.replace("Freedoniaian", adjective) or f"names:\n  adjective: {adjective or 'First'}\n"
        write(folder, "country_profiles/freedonia.yaml", text)
    country = over("class", "beside", "shipped").country("freedonia")
    assert country.names.adjective == "First"
    assert [(one.was, one.now) for one in country.corrections] == [("Third", "Second"), ("Second", "First")]


def test_a_provision_is_corrected_by_its_number(write, over):
    articles = 'articles:\n  - number: "1"\n    does: forbids tests\n  - number: "2"\n    does: allows rest'
    write("shipped", "instruments/ct.yaml", instrument_file(more=articles))
    write("class", "instruments/ct.yaml", 'articles:\n  - label: article\n    number: "2"\n    does: demands rest\n')
    instrument = over("class", "shipped").instrument("ct")
    assert [article.does for article in instrument.articles] == ["forbids tests", "demands rest"]
    assert [one.field for one in instrument.corrections] == ["articles.2.does"]


def test_a_correction_is_seen_in_lists_at_once_and_when_it_goes(corrected, tmp_path):
    library = corrected("names:\n  short: Magna Freedonia\n")
    assert [found.title for found in library.countries()] == ["Magna Freedonia"]
    found = library.countries()[0]
    assert [path.parts[-3] for path in (found.path, *found.shadows)] == ["class", "shipped"]
    (tmp_path / "class/country_profiles/freedonia.yaml").unlink()
    assert [found.title for found in Library(library.folders).countries()] == ["Freedonia"]


def test_a_list_from_the_index_follows_a_correction_behind_and_before_it(write, over, tmp_path):
    for number in range(9):
        write("shipped", f"country_profiles/c{number}.yaml", country_file(f"Land {number}", iso="AA", m49="111"))
        write("class", f"country_profiles/c{number}.yaml", f"names:\n  adjective: Our{number}\n")
    kept = tmp_path / "kept"
    assert len(over("class", "shipped", keep_in=kept).countries()) == 9
    behind = write("shipped", "country_profiles/c3.yaml", country_file("Renamed", iso="AA", m49="111"))
    os.utime(behind, ns=(1, 1))
    titles = [found.title for found in over("class", "shipped", keep_in=kept).countries()]
    assert "Renamed" in titles


def test_a_template_is_hidden_and_never_merged(write, over):
    write("shipped", "templates/classic/template.yaml", "name: Classic\nsteps: []\nparts: []\n")
    write("shipped", "templates/classic/paper.md.j2", "Hello\n")
    write("class", "templates/classic/template.yaml", "name: Ours\n")
    write("class", "templates/classic/paper.md.j2", "Ours\n")
    with pytest.raises(UnreadableFile):
        over("class", "shipped").template("classic")
    assert over("class", "shipped").templates() == ()


def test_a_correction_of_nothing_says_that_its_name_may_be_wrong(write, over):
    write("class", "country_profiles/fredonia.yaml", NEWER)
    write("shipped", "country_profiles/freedonia.yaml", country_file())
    with pytest.raises(UnreadableFile) as caught:
        over("class", "shipped").country("fredonia")
    told = caught.value.problems[0]
    assert told.code == "country-missing-key"
    assert '"names"' in told.what
    assert "file name" in told.next_step


def test_the_examples_of_the_documentation_are_sound(shipped, tmp_path):
    page = (Path(__file__).parents[2] / "docs" / "library.md").read_text(encoding="utf-8")
    correction, treaty, seat, ngo = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    folder = tmp_path / "class" / "country_profiles"
    folder.mkdir(parents=True)
    (folder / "japan.yaml").write_text(correction, encoding="utf-8")
    (folder / "soviet-union.yaml").write_text(seat, encoding="utf-8")
    (folder / "river-watch.yaml").write_text(ngo, encoding="utf-8")
    (tmp_path / "class" / "instruments").mkdir()
    (tmp_path / "class" / "instruments" / "rivers.yaml").write_text(treaty, encoding="utf-8")
    library = default_library(beside=tmp_path, extra=tmp_path / "class")
    japan = library.country("japan")
    assert japan.participation(library.instrument("opic")).since == "2026-10-01"
    assert japan.treaty_on("crc") == shipped.country("japan").treaty_on("crc")
    assert library.find_countries("ussr")[0].ref == "soviet-union"
    assert library.find_countries("RWI")[0].ref == "river-watch"
    assert library.find_instruments("clean rivers convention")[0].ref == "rivers"
    assert library.find_provisions("factories", "rivers")
    told = [problem.told() for problem in (*country_problems(library), *instrument_problems(library))]
    assert [one for one in told if str(folder.parent) in one] == []


PIECES = st.sampled_from(
    [
        *("names:\n", "  short: X\n", "aliases:\n", "  - A\n", "land: none\n", "codes:\n  iso2: XY\n", "- x\n", "{}\n"),
        *("treaties:\n", "  - instrument: ct\n", "    stands: outside\n", "    source: made-up\n", "    signed:\n"),
        *("    consent: 1999\n", "sources:\n", "  made-up:\n", "    title: T\n", "    as_of: 2021\n", "names: ["),
    ]
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=9).map("".join)))
def test_whatever_a_class_writes_the_country_stays_and_every_change_is_told(corrected, text):
    library = corrected(text)
    country = library.country("freedonia")
    plain = corrected("{}\n").country("freedonia")
    assert country.id == plain.id
    assert len(country.files) == (1 if country.refused else 2)
    changed = country.changed(trace=plain.trace, sources=plain.sources) != plain
    assert not (country.refused and changed)
    told = {one.field.split(".")[0] for one in country.corrections}
    for group in ("names", "codes", "aliases"):
        assert (getattr(country, group) != getattr(plain, group)) == (group in told)
