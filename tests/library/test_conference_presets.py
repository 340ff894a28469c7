"""The conferences that ship say where they are from, and a class's own files correct them rule by rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from mundraft.citation.style import Mechanism as CitationMechanism
from mundraft.citation.styles import STYLES, style
from mundraft.library.checks import conference_problems
from mundraft.library.conference import Conference
from mundraft.library.conference_citations import Mechanism, StyleName, Way
from mundraft.library.conference_names import as_it_writes_itself
from mundraft.library.conference_words import rules_in_words
from mundraft.library.folders import Shelf
from mundraft.library.search_path import Library
from mundraft.models.model import from_values
from mundraft.problems import UnknownName

Write = Callable[[str, str, str], Path]
Over = Callable[..., Library]

IDS = sorted(path.stem for path in (Path(__file__).parents[2] / "templates" / "conferences").glob("*.yaml"))
NO_REAL_CONFERENCE = {"classroom"}
#: What mundraft, and nobody's handbook, says.
OWN = "no conference asks for them"

SMALL = """\
name: {name}
length:
  - max_pages: 2
type:
  page: Letter
  margin_cm: 2.54
inferred:
  - type.page
seen_at:
  - title: A page
    season: "2025"
    seen_on: 2025-01-01
"""


@pytest.fixture(params=IDS)
def conference(request: pytest.FixtureRequest, shipped: Library) -> Conference:
    return shipped.conference(request.param)


def test_more_than_two_dozen_real_conferences_ship(shipped: Library) -> None:
    assert len(set(IDS) - NO_REAL_CONFERENCE) >= 24
    assert {found.name for found in shipped.conferences()} == set(IDS)


def test_the_shipped_presets_have_nothing_to_mend(shipped: Library) -> None:
    assert conference_problems(shipped) == ()
    assert shipped.problems_on(Shelf.PRESETS) == ()


def test_a_preset_says_where_it_was_seen_and_when(conference: Conference) -> None:
    for seen in conference.seen_at:
        assert date(2026, 1, 1) <= date.fromisoformat(seen.seen_on) <= date(2026, 12, 31)
        if conference.id in NO_REAL_CONFERENCE:
            assert OWN in seen.title
        else:
            assert re.match(r"https?://[\w.]+\.[a-z]+/?", seen.url)
            assert seen.stored_copy


def test_a_preset_says_what_is_not_known_of_it(conference: Conference) -> None:
    if conference.id not in NO_REAL_CONFERENCE:
        assert conference.not_verified


def test_a_preset_says_once_what_its_place_on_the_web_says_already(conference: Conference) -> None:
    unknown = conference.not_verified
    assert not [said for said in unknown if "in part" in said or "the rest of it" in said]  # cut_short says so
    about = {said.partition(":")[0].rstrip(".") for said in unknown}
    bare = {said.rstrip(".") for said in unknown}
    if conference.season:  # which is told with the day on which the rules were seen
        assert "The season" not in about
        assert "The year" not in about or not re.search(r"\d{4}", conference.season)
    else:  # and so is that none is named
        assert not bare & {"The season", "The year"}


def test_a_length_whose_list_may_count_or_not_is_said_to_be_unknown_or_told(conference: Conference) -> None:
    told = [limit for limit in conference.length if limit.counts_resources is not None]
    unknown = any("resources list counts" in said for said in conference.not_verified)
    assert not (told and unknown)


def test_every_rule_of_a_preset_is_told_to_the_delegate(conference: Conference) -> None:
    groups = rules_in_words(conference)
    assert groups
    assert all(rule and "{" not in rule and len(rule) < 300 for group in groups for rule in group.rules)
    told = {group.title for group in groups}
    assert not (conference.length and "Length" not in told)
    assert not (conference.generated.rule and "Generated text" not in told)
    assert not (conference.header and "Header" not in told)


@pytest.mark.parametrize(
    ("called", "meant"),
    [
        ("NMUN", "nmun-ny"),
        ("nmun new york", "nmun-ny"),
        ("harvard national", "hnmun"),
        ("Berkeley Model UN", "bmun"),
        ("tri valley", "tri-valley"),
        ("dmunc", "dmunc"),
        ("brown", "busun"),
        ("a classroom conference", "classroom"),
    ],
)
def test_a_conference_is_found_as_people_call_it(shipped: Library, called: str, meant: str) -> None:
    assert shipped.find_conferences(called)[0].ref == meant


@pytest.mark.parametrize("begun", ["berk", "georgia st"])
def test_who_begins_a_name_sees_it_in_the_list(shipped: Library, begun: str) -> None:
    offered = shipped.find_conferences(begun)
    assert offered
    assert all(one.title.casefold().startswith(begun) for one in offered), "and not only letters, as BMAL"


def test_presets_name_styles_and_mechanisms_as_the_citations_do() -> None:
    assert set(get_args(StyleName)) == set(STYLES)
    assert set(get_args(Mechanism)) == {one.value for one in CitationMechanism}


@pytest.mark.parametrize("name", STYLES)
def test_a_preset_can_pair_a_style_with_those_mechanisms_that_it_has(name: str) -> None:
    for mechanism in CitationMechanism:
        if mechanism in style(name).mechanisms:
            assert from_values(Way, {"style": name, "mechanism": mechanism.value})
        else:
            with pytest.raises(ValueError, match="cites in notes"):
                from_values(Way, {"style": name, "mechanism": mechanism.value})


def test_a_file_of_the_class_corrects_what_is_behind_it_rule_by_rule(write: Write, over: Over) -> None:
    write("ships", "templates/conferences/abc.yaml", SMALL.format(name="ABC"))
    newer = "type:\n  page: A4\nseen_at:\n  - title: Handbook\n    season: '2027'\n    seen_on: 2026-11-01\n"
    path = write("class", "templates/conferences/abc.yaml", newer)
    conference = over("class", "ships").conference("abc")
    assert conference.name == "ABC"
    assert conference.type.page == "A4"
    assert conference.type.margin_cm == 2.54
    assert [seen.title for seen in conference.seen_at] == ["A page", "Handbook"]
    assert conference.season == "2027"
    assert [(one.field, one.path, one.was, one.now) for one in conference.corrections] == [
        ("type.page", path, "Letter", "A4")
    ]


def test_what_the_class_knows_is_no_longer_inferred(write: Write, over: Over) -> None:
    write("ships", "templates/conferences/abc.yaml", SMALL.format(name="ABC"))
    assert "Letter paper (inferred)" in str(rules_in_words(over("ships").conference("abc")))
    write("class", "templates/conferences/abc.yaml", "type:\n  page: A4\n")
    assert "'A4 paper'" in str(rules_in_words(over("class", "ships").conference("abc")))


def test_a_correction_that_makes_no_sense_is_passed_over_and_told(write: Write, over: Over) -> None:
    write("ships", "templates/conferences/abc.yaml", SMALL.format(name="ABC"))
    write("class", "templates/conferences/abc.yaml", "type:\n  page: A5\n")
    conference = over("class", "ships").conference("abc")
    assert conference.type.page == "Letter"
    assert [problem.code for problem in conference.refused] == ["conference-wrong-value"]


def test_two_presets_of_one_name_are_told(write: Write, over: Over) -> None:
    for ref in ("abc", "abd"):
        write("class", f"templates/conferences/{ref}.yaml", SMALL.format(name="ABC"))
    (problem,) = conference_problems(over("class"))
    assert problem.code == "conference-name-twice"
    assert problem.place
    assert problem.place.file.endswith("abd.yaml")
    assert problem.place.line == 1


@pytest.mark.parametrize("name", ["conferences", "Conferences"])
def test_the_folder_of_presets_is_never_a_template(write: Write, over: Over, name: str) -> None:
    write("class", f"templates/{name}/template.yaml", "mundraft-template: 1\nname: A trap\nsteps: []\n")
    write("class", f"templates/{name}/paper.md.j2", "A trap")
    library = over("class")
    assert library.templates() == ()
    with pytest.raises(UnknownName):
        library.template(name)


def test_a_preset_may_be_called_template(write: Write, over: Over) -> None:
    write("class", "templates/conferences/template.yaml", SMALL.format(name="The class's own"))
    library = over("class")
    assert [found.name for found in library.conferences()] == ["template"]
    assert library.templates() == ()


@pytest.mark.parametrize(
    ("typed", "preset", "printed"),
    [
        ("dmunc", "dmunc", "DMUNC"),
        ("nmun", "nmun-ny", "NMUN"),
        ("the nmun ny, 2027", "nmun-ny", "the NMUN NY, 2027"),
        ("dartmouth model united nations", "dartmun", "Dartmouth Model United Nations"),
        ("Riverside MUN", "dmunc", "Riverside MUN"),
    ],
)
def test_a_conference_is_printed_as_it_writes_itself(shipped: Library, typed: str, preset: str, printed: str) -> None:
    assert as_it_writes_itself(typed, shipped.conference(preset)) == printed
