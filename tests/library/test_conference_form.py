"""The form explains itself: a file to fill in and the names in braces come from the form, and so agree with it."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.library.conference import ConferenceRules
from mundraft.library.conference_file import File
from mundraft.library.conference_form import fields_of_the_form, new_preset
from mundraft.library.conference_header import HeaderLine
from mundraft.library.conference_words import rules_in_words
from mundraft.library.naming_fields import FIELDS, filled, names_in
from mundraft.models.fields import fields_by_name, names_of
from mundraft.models.model import from_values
from mundraft.problems import UnreadableFile
from mundraft.strictyaml.reader import read_as
from mundraft.strictyaml.values import values_in
from mundraft.text.clean import clean

WIDEST = 105


def said(text: str) -> set[str]:
    values = values_in(text)
    assert values is not None
    return set(values) - {"mundraft-conference"}


def read(text: str) -> ConferenceRules:
    return read_as(ConferenceRules, text.encode(), "new.yaml", "conference")


def test_a_new_preset_is_valid_as_it_stands() -> None:
    text = new_preset("abc", "ABC MUN", "2026-11-22")
    rules = read(text)
    assert rules.name == "ABC MUN"
    assert rules.seen_at[0].seen_on == "2026-11-22"
    assert said(text) == {"name", "seen_at"}
    assert rules_in_words(rules) == ()


def test_every_rule_of_a_new_preset_can_be_set_by_taking_its_mark_away() -> None:
    text = re.sub("(?m)^# ", "", new_preset("abc", "ABC MUN", "2026-11-22"))
    rules = read(text)
    assert said(text) == set(names_of(ConferenceRules)) - {"mundraft_conference"}
    assert len(rules_in_words(rules)) == 8


def test_below_every_explanation_stands_the_rule_with_one_mark() -> None:
    text = new_preset("abc", "ABC MUN", "2026-11-22")
    keys = {field.path.rpartition(".")[2] for field in fields_of_the_form()}
    bare, waiting = set(), ""
    for line in text.splitlines():
        found = re.match(r"(?:##|#)? *(?:- )?([a-z_]+):", line)
        if not found or found[1] not in keys:
            continue
        if line.startswith("## "):
            bare |= {waiting} - {""}
            waiting = found[1]
        elif found[1] == waiting:
            waiting = ""
    assert bare == {"text"}  # stands only in a line of other words than the example's, and says so
    assert "#     max_words: 500\n" in text


def test_one_group_can_be_set_alone() -> None:
    text = new_preset("abc", "ABC MUN", "2026-11-22")
    for line in ("# header:", "#   place: first page", "#   columns:", "#     - at: left", "#       lines:"):
        assert f"\n{line}\n" in text
        text = text.replace(f"\n{line}\n", f"\n{line[2:]}\n", 1)
    rules = read(text.replace("#         - field: committee", "        - field: committee", 1))
    assert rules.header
    assert rules.header.columns[0].lines == (HeaderLine(field="committee"),)


@pytest.mark.parametrize(
    ("rule", "groups"),
    [
        ("#   margin_cm: 2.54", ["type:"]),
        ("#   fonts:", ["type:"]),
        ("#     - Times New Roman", ["type:", "fonts:"]),
        ("#     max_pages: 2", ["length:", "- per: topic"]),
        ("#         - field: committee", ["header:", "columns:", "- at: left", "lines:"]),
        ("#   - Papers are due a week before.", ["notes:"]),
    ],
)
def test_a_rule_that_is_set_without_its_groups_is_told_which_lines_they_are(rule: str, groups: list[str]) -> None:
    text = new_preset("abc", "ABC MUN", "2026-11-22").replace(f"\n{rule}\n", f"\n{rule[2:]}\n", 1)
    with pytest.raises(UnreadableFile) as raised:
        read(text)
    (problem,) = raised.value.problems
    assert problem.place
    assert problem.place.excerpt == rule[2:]
    named = re.findall(r"line (\d+) \((.*?)\)", problem.next_step)
    assert [group for _, group in named] == groups
    lines = text.splitlines()
    for number, _ in named:
        lines[int(number) - 1] = lines[int(number) - 1].removeprefix("# ")
    read("\n".join(lines))


def test_every_field_is_explained_in_a_sentence_and_with_what_can_stand_there() -> None:
    text = new_preset("abc", "ABC MUN", "2026-11-22")
    for field in fields_of_the_form():
        assert field.meaning.endswith(".") or "{" in field.meaning, field.path
        assert field.is_group or field.values, field.path
        if field.path != "mundraft-conference":
            assert re.search(rf"(?m)^## +{field.path.rpartition('.')[2]}: ", text), field.path
    assert max(map(len, text.splitlines())) <= WIDEST


@given(
    st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=60).filter(lambda name: clean(name).split())
)
@settings(max_examples=40)
def test_a_conference_of_any_name_can_be_begun(name: str) -> None:
    assert read(new_preset("abc", name, date(2026, 11, 22).isoformat())).name == " ".join(clean(name).split())


@pytest.mark.parametrize("name", FIELDS)
def test_a_name_in_braces_is_filled_in(name: str) -> None:
    pattern = f"x{{{name}}}y"
    assert names_in(pattern) == (name,)
    assert filled(pattern, {name: "{date}"}) == "x{date}y"
    assert filled(pattern, {}) == "xy"


@pytest.mark.parametrize(
    ("spaces", "called"),
    [("kept", "Saudi Arabia_Conf A"), ("removed", "SaudiArabia_Conf A"), ("underscores", "Saudi_Arabia_Conf A")],
)
def test_spaces_of_a_file_s_name_are_treated_as_the_conference_wants(spaces: str, called: str) -> None:
    file = from_values(File, {"name": "{country}_Conf A", "spaces": spaces})
    assert file.called({"country": "Saudi  Arabia"}) == called


def test_a_header_can_show_every_field_that_can_stand_in_braces() -> None:
    header_fields = fields_by_name(HeaderLine)["field"].kind
    assert set(getattr(header_fields, "__args__", ())) == {*FIELDS, "text"}
