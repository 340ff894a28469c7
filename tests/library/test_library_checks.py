"""Faults that only show between files are told with their file, line and column."""

from __future__ import annotations

import pytest
from library_files import country_file, instrument_file

from mundraft.library.checks import problems
from mundraft.problems import UnreadableFile
from mundraft.text.dates import date_in_words, is_before


def treaty(*lines: str, group: str = "treaties", instrument: str = "ct") -> str:
    return "\n".join(
        [f"{group}:", f"  - instrument: {instrument}", *(f"    {line}" for line in lines), "    source: made-up"]
    )


def codes(library):
    return [problem.code for problem in problems(library)]


TWICE = treaty("consent: 1999-01-01") + "\n" + treaty("consent: 1999-01-01").removeprefix("treaties:\n")

CASES = [
    (treaty("consent: 1980-01-01"), "country-date-too-early"),
    (treaty("signed: 1990"), None),
    (treaty("consent: 1990-05"), None),
    (treaty("signed: 2021-02-03"), "country-date-after-source"),
    (treaty("consent: 1999-01-01", "withdrew: 1998-01-01"), "country-withdrew-first"),
    (treaty("consent: 1999-01-01", instrument="nothing"), "country-instrument-unknown"),
    (treaty("position: for", group="adoptions"), "country-wrong-list"),
    (
        treaty("consent: 1999-01-01") + "\n" + treaty("consent: 1999-01-01").split("\n", 1)[1],
        "country-instrument-twice",
    ),
    (treaty("stands: party"), None),
    (treaty("withdrew: 1980-01-01"), "country-date-too-early"),
    (treaty("consent: 2019-01-01", "withdrew: 2021-01-01"), None),
]


@pytest.mark.parametrize(("more", "code"), CASES)
def test_a_profile_is_held_against_its_instruments(write, over, more, code):
    path = write("class", "country_profiles/freedonia.yaml", country_file(more=more))
    write("class", "instruments/ct.yaml", instrument_file())
    found = problems(over("class"))
    assert [problem.code for problem in found] == ([code] if code else [])
    for problem in found:
        assert problem.place.file == str(path)
        assert problem.place.line > 17
        assert problem.place.column > 4
        assert problem.next_step


def test_a_resolution_has_no_parties(write, over):
    write("class", "country_profiles/freedonia.yaml", country_file(more=treaty("consent: 1999-01-01")))
    write("class", "instruments/ct.yaml", instrument_file(kind="resolution"))
    assert codes(over("class")) == ["country-wrong-list"]


def test_two_countries_cannot_have_one_code_or_one_name(write, over):
    write("class", "country_profiles/a.yaml", country_file("Freedonia", iso="FR", m49="901"))
    write(
        "class",
        "country_profiles/b.yaml",
        country_file("Sylvania", iso="SY", m49="901", more="aliases:\n  - Freedonia"),
    )
    found = problems(over("class"))
    assert [problem.code for problem in found] == ["country-code-twice", "country-name-twice"]
    assert found[1].place.excerpt.strip() == "- Freedonia"


def test_a_name_that_a_nearer_folder_has_too_is_its_own(write, over):
    write("shipped", "country_profiles/a.yaml", country_file("Freedonia", iso="FR", more="aliases:\n  - Rufusland"))
    write("class", "country_profiles/b.yaml", country_file("Sylvania", "SY", "902", "aliases:\n  - Rufusland"))
    library = over("class", "shipped")
    assert problems(library) == ()
    assert [(match.ref, match.sure) for match in library.find_countries("Rufusland")] == [("b", True)]


def test_an_instrument_is_held_against_itself(write, over):
    articles = 'articles:\n  - number: "1"\n    does: forbids tests\n  - number: "1"\n    does: allows tests'
    write("class", "instruments/ct.yaml", instrument_file(more=f"in_force: 1980-01-01\n{articles}"))
    assert codes(over("class")) == ["instrument-dates", "instrument-article-twice"]


BODY = """\
name: Committee on Tests
kind: treaty body
mandate: watches over tests
part_of: {parent}
instruments:
  - ct
  - {instrument}
source: made-up
sources:
  made-up:
    title: Invented for a test
    as_of: 2020-01-01
"""


@pytest.mark.parametrize(
    ("parent", "instrument", "code", "line"),
    [("ga", "nothing", "body-instrument-unknown", 7), ("nobody", "ct", "body-parent-unknown", 4)],
)
def test_a_body_names_only_what_there_is(write, over, parent, instrument, code, line):
    write("class", "instruments/ct.yaml", instrument_file())
    write("class", "bodies/ga.yaml", BODY.format(parent="", instrument="ct").replace("Committee on Tests", "Assembly"))
    path = write("class", "bodies/cot.yaml", BODY.format(parent=parent, instrument=instrument))
    found = problems(over("class"))
    assert [(problem.code, problem.place.file, problem.place.line) for problem in found] == [(code, str(path), line)]


def test_a_fault_in_a_corrected_profile_points_to_the_file_that_holds_it(write, over):
    write("class", "instruments/ct.yaml", instrument_file())
    behind = write("shipped", "country_profiles/freedonia.yaml", country_file(more=treaty("signed: 1980-01-01")))
    near = write(
        "class",
        "country_profiles/freedonia.yaml",
        treaty("consent: 1981-01-01") + "\nsources:\n  made-up:\n    title: Ours\n    as_of: 2020\n",
    )
    found = problems(over("class", "shipped"))
    assert [(problem.code, problem.place.file, problem.place.line) for problem in found] == [
        ("country-date-too-early", str(behind), 20),
        ("country-date-too-early", str(near), 3),
    ]


IMPOSSIBLE = [
    treaty("consent: 1999-02-30"),
    treaty("consent: 99-02-03"),
    treaty("consent: yesterday"),
    treaty("stands: outside", "consent: 1999-01-01"),
    treaty(),
    treaty("consent: 1999-01-01").replace("made-up", "nowhere"),
    treaty("consent: 1999-01-01", "consent_kind: wish"),
    "surprise: yes",
]


@pytest.mark.parametrize("more", IMPOSSIBLE)
def test_what_cannot_be_is_told_when_the_file_is_read(write, over, more):
    write("class", "country_profiles/freedonia.yaml", country_file(more=more))
    with pytest.raises(UnreadableFile) as caught:
        over("class").country("freedonia")
    assert caught.value.problems[0].place.line > 0
    assert caught.value.problems[0].code.startswith("country-")


def test_unreadable_files_are_among_the_problems(write, over):
    write("class", "instruments/odd.yaml", instrument_file(kind="poem"))
    found = problems(over("class"))
    assert len(found) == 1
    assert found[0].place.file.endswith("odd.yaml")


def test_dates_are_compared_as_far_as_they_are_known():
    assert is_before("1990", "1991-01-01")
    assert not is_before("1990", "1990-05-05")
    assert not is_before("1990-06", "1990-05-05")
    assert not is_before("", "1990")
    assert date_in_words("1990-09-21") == "21 September 1990"
    assert date_in_words("2015-03") == "March 2015"
    assert date_in_words("2024") == "2024"
    assert date_in_words("") == ""


def test_what_is_marked_as_made_by_hand_must_be_a_field(write, over):
    write("class", "country_profiles/freedonia.yaml", country_file(more="by_hand:\n  - names.colour"))
    with pytest.raises(UnreadableFile, match=r"names has no colour"):
        over("class").country("freedonia")


SEAT = country_file("Old Freedonia", "FR", "901").replace("  admitted", "  status: {status}\n  admitted")


@pytest.mark.parametrize(
    ("status", "expected"), [("former member", []), ("none", []), ("member", ["country-code-twice"] * 3)]
)
def test_a_seat_of_the_past_may_have_its_successors_codes(write, over, status, expected):
    write("shipped", "country_profiles/freedonia.yaml", country_file())
    near = write("class", "country_profiles/old-freedonia.yaml", SEAT.format(status=status))
    found = problems(over("class", "shipped"))
    assert [problem.code for problem in found] == expected
    assert {problem.place.file for problem in found} <= {str(near)}, "what ships is not to blame"


def test_a_seat_of_the_past_has_the_name_too_and_a_state_of_today_has_not(write, over):
    write("shipped", "country_profiles/freedonia.yaml", country_file("Freedonia", "SY", "902"))
    old = SEAT.replace("short: Old Freedonia", "short: Freedonia")
    near = write("class", "country_profiles/old-freedonia.yaml", old.format(status="former member"))
    library = over("class", "shipped")
    assert problems(library) == ()
    assert library.find_countries("Freedonia")[0].ref == "old-freedonia"
    near.write_text(old.format(status="member"), encoding="utf-8")
    (problem,) = problems(over("class", "shipped"))
    assert (problem.code, problem.place.line) == ("country-name-twice", 2)
    assert "freedonia.yaml" in problem.next_step


def test_a_correction_takes_neither_name_nor_code_from_another_country(write, over):
    write("shipped", "country_profiles/freedonia.yaml", country_file())
    write("shipped", "country_profiles/sylvania.yaml", country_file("Sylvania", "SY", "902"))
    near = write("class", "country_profiles/sylvania.yaml", "aliases:\n  - Freedonia\ncodes:\n  iso2: FR\n")
    library = over("class", "shipped")
    assert [(problem.code, problem.place.file, problem.place.line) for problem in problems(library)] == [
        ("country-code-twice", str(near), 4),
        ("country-name-twice", str(near), 2),
    ]
    assert library.find_countries("Freedonia")[0].sure is False, "nobody is given the wrong country"


def test_an_instrument_that_a_class_made_may_have_a_short_name_of_its_own(write, over):
    write("shipped", "instruments/ct.yaml", instrument_file())
    near = write("class", "instruments/ours.yaml", instrument_file("Our Resolution", "CT", "resolution"))
    assert codes(over("class", "shipped")) == []
    near.write_text(instrument_file("Convention on Tests", "OR"), encoding="utf-8")
    (problem,) = problems(over("class", "shipped"))
    assert (problem.code, problem.place.line) == ("instrument-name-twice", 1)


def test_a_seat_cannot_leave_before_it_came(write, over):
    text = country_file().replace("admitted: 1960-01-01", "admitted: 1960-01-01\n  left: 1950")
    path = write("class", "country_profiles/freedonia.yaml", text)
    (problem,) = problems(over("class"))
    assert (problem.code, problem.place.file) == ("country-left-first", str(path))
    assert "1950" in problem.place.excerpt


def test_an_act_under_both_lists_is_one_fault(write, over):
    both = treaty("consent: 1999-01-01") + "\n" + treaty("position: for", group="adoptions")
    write("class", "country_profiles/freedonia.yaml", country_file(more=both))
    write("class", "instruments/ct.yaml", instrument_file())
    assert codes(over("class")) == ["country-wrong-list"]


@pytest.mark.parametrize(("slip", "line"), [("kind: resolution", 2), ("adopted: 2015-01-01", 2)])
def test_a_slip_in_a_corrected_instrument_is_told_of_it_and_not_of_every_profile(write, over, slip, line):
    write("shipped", "instruments/ct.yaml", instrument_file())
    for name, iso, m49 in (("Freedonia", "FR", "901"), ("Sylvania", "SY", "902")):
        text = country_file(name, iso, m49, treaty("consent: 1999-01-01"))
        write("shipped", f"country_profiles/{name.lower()}.yaml", text)
    near = write("class", "instruments/ct.yaml", f"mundraft-instrument: 1\n{slip}\n")
    (problem,) = problems(over("class", "shipped"))
    assert problem.code == "instrument-upsets-profiles"
    assert (problem.place.file, problem.place.line) == (str(near), line)
    assert problem.what.startswith("2 profiles do not fit ct any more")
