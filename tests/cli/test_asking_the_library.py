"""Asking the library by command: cards, what binds a country, comparisons, provisions, quotations, bodies."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mundraft.cli.country_comparison import differ
from mundraft.cli.running import run
from mundraft.library.age import age_in_words, dated, years_old
from mundraft.library.participation import Participation, State

Said = tuple[int, str, str]

ARTICLE_35 = (
    "States Parties shall take all appropriate national, bilateral and multilateral measures to prevent the abduction "
    "of, the sale of or traffic in children for any purpose or in any form."
)
CORRECTION = """mundraft-country: 1
treaties:
  - instrument: opsc
    consent: 2026-03-01
    consent_kind: ratification
    source: ours
sources:
  ours:
    title: The page that our class read
    as_of: 2026-11-01
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def mundraft(here: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    def call(*words: str) -> Said:
        capsys.readouterr()
        code = run(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def data(said: Said) -> Any:
    assert said[0] == 0, said[2]
    return json.loads(said[1])


CARDS = [
    ("country", "list"),
    ("country", "show", "kenya"),
    ("country", "show", "bolivia", "--all"),
    ("country", "show", "holy see", "--topic", "nuclear"),
    ("country", "show", "kenya", "--topic", "child-rights", "--all"),
    ("country", "compare", "mexico", "united states", "--topic", "child-rights"),
    ("country", "compare", "mexico", "kenya", "DRC", "St Vincent", "--all"),
    ("instrument", "list", "--topic", "trafficking", "--party", "mexico"),
    ("instrument", "show", "opsc", "--country", "kenya"),
    ("instrument", "show", "agenda-2030"),
    ("instrument", "parties", "opsc"),
    ("instrument", "parties", "banjul charter", "--all"),
    ("instrument", "find", "abduction", "sale", "traffic"),
    ("body", "list"),
    ("body", "show", "SOCHUM"),
]


@pytest.mark.parametrize("words", CARDS, ids=" ".join)
def test_what_a_person_reads_fits_eighty_columns(mundraft, words: tuple[str, ...]) -> None:
    code, out, err = mundraft(*words)
    assert (code, err) == (0, "")
    assert not [line for line in out.splitlines() if len(line) > 80 and "://" not in line]
    assert not [line for line in out.splitlines() if line != line.rstrip()]


def test_a_topic_shows_what_binds_what_was_only_signed_and_where_to_look_up_the_rest(mundraft) -> None:
    _, out, _ = mundraft("country", "show", "kenya", "--topic", "child-rights")
    bound, _, rest = out.partition("Only signed")
    assert "Kenya and the rights of the child" in bound
    assert "party since 30 July 1990 (ratification) [" in bound
    assert "signed 8 September 2000, not ratified (as of April 2024" in rest
    unknown = rest.partition("Not known here")[2]
    assert "https://" in unknown
    assert "United Nations Treaty Collection, as of March 2015: " in unknown.partition("Sources")[2]


def test_the_rights_of_the_child_is_the_name_of_a_topic_too(mundraft) -> None:
    by_id = mundraft("country", "show", "kenya", "--topic", "child-rights")
    assert mundraft("country", "show", "kenya", "--topic", "the rights of the child") == by_id


def test_a_program_reads_each_standing_with_its_source_and_age(mundraft) -> None:
    shown = data(mundraft("country", "show", "kenya", "--topic", "child-rights", "--json"))
    opsc = next(one for one in shown["participation"] if one["instrument"] == "opsc")
    assert (opsc["state"], opsc["group"], opsc["since"]) == ("signatory", "signed", "2000-09-08")
    assert opsc["source"].startswith("United Nations Treaty Collection")
    assert isinstance(opsc["years_old"], int)


def test_the_whole_card_counts_what_is_not_known_and_shows_it_when_asked(mundraft) -> None:
    _, short, _ = mundraft("country", "show", "kenya")
    _, whole, _ = mundraft("country", "show", "kenya", "--all")
    assert "not known here; --all shows them." in short
    assert "--all" not in whole
    assert len(whole.splitlines()) > len(short.splitlines())
    assert "member since 16 December 1963, African Group" in short


def test_countries_are_compared_and_only_sure_differences_are_marked(mundraft) -> None:
    _, out, _ = mundraft("country", "compare", "mexico", "united states", "--topic", "child-rights")
    lines = {line[2:36].strip(): line for line in out.splitlines()}
    assert lines["CRC"].startswith("* CRC")
    assert lines["OPSC"].startswith("  OPSC")
    rows = data(mundraft("country", "compare", "mexico", "united states", "--topic", "child-rights", "--json"))
    crc = next(row for row in rows if row["instrument"] == "crc")
    assert crc["differ"] is True
    assert crc["countries"]["united-states"]["state"] == "signatory"


def test_what_is_not_known_of_one_country_is_no_difference() -> None:
    party, unknown = Participation(State.PARTY), Participation(State.UNKNOWN)
    assert not differ((party, unknown))
    assert not differ((Participation(State.CONSENSUS), Participation(State.FOR)))
    assert differ((party, Participation(State.SIGNATORY)))


def test_a_teacher_s_correction_wins_and_says_so(mundraft, here: Path) -> None:
    (here / "country_profiles").mkdir()
    path = here / "country_profiles" / "kenya.yaml"
    path.write_text(CORRECTION, encoding="utf-8")
    _, out, _ = mundraft("country", "show", "kenya", "--topic", "child-rights")
    assert "party since 1 March 2026 (ratification)" in out
    told = " ".join(out.partition("Corrected by ")[2].split())
    assert "kenya.yaml treaties.opsc.consent: 2026-03-01" in told
    assert "The page that our class read" in out
    assert "Nairobi" in mundraft("country", "show", "kenya")[1]


def test_one_article_is_shown_by_its_number(mundraft) -> None:
    by_place = mundraft("instrument", "show", "crc", "35", "--country", "kenya")
    assert by_place == mundraft("instrument", "show", "crc", "--article", "art. 35", "--country", "kenya")
    assert "Article 35 of the Convention on the Rights of the Child" in by_place[1]
    assert "abduction" in by_place[1]
    assert "Kenya: party since 30 July 1990" in by_place[1]


def test_only_the_instruments_that_bind_a_country_are_listed(mundraft) -> None:
    bound = data(mundraft("instrument", "list", "--topic", "trafficking", "--party", "mexico", "--json"))
    assert {"palermo-tip", "opsc"} <= {one["instrument"] for one in bound}
    assert {one["state"] for one in bound} == {"party"}
    every = data(mundraft("instrument", "list", "--topic", "trafficking", "--json"))
    assert len(every) > len(bound)


def test_every_country_is_listed_under_how_it_stands_to_a_treaty(mundraft) -> None:
    _, out, _ = mundraft("instrument", "parties", "opsc")
    words = " ".join(out.split())
    parties, _, rest = words.partition("Signed, not ratified (")
    assert "Mexico 2002," in parties
    assert "Kenya 2000," in rest.partition("Never joined (")[0]
    assert ", as of " in rest.partition("Kenya 2000,")[0]
    assert "Tonga" in rest.partition("Never joined (")[2]
    listed = data(mundraft("instrument", "parties", "opsc", "--json"))
    kenya = next(one for one in listed if one["country"] == "kenya")
    assert (kenya["state"], kenya["since"]) == ("signatory", "2000-09-08")
    assert len({one["country"] for one in listed}) == len(listed) == 195


def test_of_a_text_without_parties_the_votes_are_told_and_the_others_counted(mundraft) -> None:
    _, out, _ = mundraft("instrument", "parties", "udhr")
    assert "Abstained (" in out
    assert "Parties (" not in out
    assert "Kenya" not in out
    assert "Kenya" in mundraft("instrument", "parties", "udhr", "--all")[1]


def test_an_article_is_found_by_what_it_does(mundraft) -> None:
    found = data(mundraft("instrument", "find", "abduction", "sale", "traffic", "--json"))
    assert ("crc", "35") in {(one["instrument"], one["number"]) for one in found}
    inside = data(mundraft("instrument", "find", "abduction sale traffic", "--in", "crc", "--json"))
    assert inside[0]["number"] == "35"
    assert mundraft("instrument", "find", "zzzzzz")[0] == 1


@pytest.mark.parametrize(
    ("claimed", "code", "words"),
    [
        ("", 0, "article 35 of the Convention on the Rights of the Child"),
        ("crc 35", 0, "article 35"),
        ("article 35 of the CRC", 0, "article 35"),
        ("UNCRC", 0, "article 35"),
        ("crc 34", 1, "not the words of article 34"),
        ("ILO Convention 182", 1, ""),
    ],
)
def test_a_quotation_is_judged_in_words_and_by_the_exit_code(mundraft, claimed: str, code: int, words: str) -> None:
    ended, out, _ = mundraft("instrument", "quote", ARTICLE_35, "--claimed", claimed)
    assert ended == code
    assert words in " ".join(out.split())


def test_a_long_quotation_comes_from_standard_input(mundraft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(ARTICLE_35))
    ended, out, _ = mundraft("instrument", "quote", "-", "--json")
    assert ended == 0
    assert json.loads(out)["passages"][0]["articles"] == ["35"]


def test_a_whole_paper_is_no_quotation(mundraft) -> None:
    ended, out, told = mundraft("instrument", "quote", "all the words " * 10_000)
    assert (ended, out) == (2, "")
    assert "one quotation at a time" in told


def test_a_summary_is_not_the_words_of_the_treaty(mundraft) -> None:
    summary = "Governments must make sure that children are not kidnapped or sold"
    ended, out, _ = mundraft("instrument", "quote", *summary.split(), "--json")
    assert ended == 1
    assert json.loads(out)["kind"] == "not-found"


def test_a_body_is_shown_with_what_it_is_for(mundraft) -> None:
    _, out, _ = mundraft("body", "show", "CRC Committee")
    assert "Committee on the Rights of the Child" in out
    assert "Convention on the Rights of the Child" in out.partition("Watches over")[2]
    assert data(mundraft("body", "list", "--topic", "child-rights", "--json"))
    assert mundraft("body", "check")[:1] == (0,)


def test_a_body_that_names_what_is_not_there_is_told_by_line(mundraft, here: Path) -> None:
    (here / "bodies").mkdir()
    body = (
        "mundraft-body: 1\nname: Committee on Rivers\nkind: committee\npart_of: no-such-body\n"
        "mandate: looks at rivers\n"
        "instruments:\n  - no-such-treaty\nsource: ours\nsources:\n  ours:\n    title: Our page\n    as_of: 2026\n"
    )
    (here / "bodies" / "rivers.yaml").write_text(body, encoding="utf-8")
    code, out, _ = mundraft("body", "check")
    assert code == 1
    assert "rivers.yaml:7:5: " in out
    assert "[body-instrument-unknown]" in out
    assert "rivers.yaml:4:10: " in out
    assert "[body-parent-unknown]" in out


WRONG = {
    "a name of two countries": (("country", "show", "Congo"), "could mean"),
    "no such country": (("country", "show", "Atlantis"), "country"),
    "a topic that nothing is on": (("country", "show", "kenya", "--topic", "childrights"), "child-rights"),
    "a list on such a topic": (("instrument", "list", "--topic", "haiku"), "trafficking"),
    "bodies on such a topic": (("body", "list", "--topic", "haiku"), "trafficking"),
    "one country to compare": (("country", "compare", "kenya"), "two to four"),
    "an article that is not known": (("instrument", "show", "crc", "999"), "art. 35"),
    "an empty quotation": (("instrument", "quote", " "), "no quotation"),
    "a claim of no treaty": (("instrument", "quote", ARTICLE_35, "--claimed", "Pact of Rivers 3"), "Pact"),
    "no such body": (("body", "show", "Committee on Haiku"), "body"),
}


@pytest.mark.parametrize(("words", "told"), WRONG.values(), ids=list(WRONG))
def test_what_cannot_be_answered_is_told_and_ends_with_2(mundraft, words: tuple[str, ...], told: str) -> None:
    code, out, err = mundraft(*words)
    assert (code, out) == (2, "")
    assert told in err


@pytest.mark.parametrize(
    ("as_of", "today", "years"),
    [
        ("2015-03", (2026, 11, 22), 11),
        ("2025-11-22", (2026, 11, 22), 1),
        ("2025-11-23", (2026, 11, 22), 0),
        ("2026", (2026, 11, 22), 0),
        ("2027-01", (2026, 11, 22), 0),
        ("", (2026, 11, 22), 0),
    ],
)
def test_age_is_counted_in_whole_years(as_of: str, today: tuple[int, int, int], years: int) -> None:
    from datetime import date

    assert years_old(as_of, date(*today)) == years
    assert bool(age_in_words(as_of, date(*today))) is bool(years)


def test_a_day_is_told_with_its_age() -> None:
    from datetime import date

    assert dated("2015-03", date(2026, 11, 22)) == "as of March 2015: 11 years old"
    assert dated("2026-10", date(2026, 11, 22)) == "as of October 2026"
    assert dated("") == ""


def test_nothing_is_concluded_of_a_seat_that_is_no_state(mundraft, here: Path) -> None:
    (here / "country_profiles").mkdir()
    seat = (
        "mundraft-country: 1\nnames:\n  short: River Watch\n  formal: River Watch\n  source: ours\n"
        "united_nations:\n  status: none\n  source: ours\nsources:\n  ours:\n    title: Our class\n    as_of: 2026-10\n"
    )
    (here / "country_profiles" / "river-watch.yaml").write_text(seat, encoding="utf-8")
    _, card, _ = mundraft("country", "show", "River Watch")
    assert "not a State" in card
    assert "not a party" not in card
    code, topic, _ = mundraft("country", "show", "River Watch", "--topic", "child-rights")
    assert code == 0
    assert "Nothing is recorded" in topic
