"""What the pickers offer from the library: what binds first, warnings with their day, articles by words, committees."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList
from tui_walking import KENYA, NARROW, WIDE, app_on, at, interview, shown, type_in, until, write_paper

from mundraft.library.search_path import default_library
from mundraft.tui.lookup_rows import article_rows, could_mean, country_rows, instrument_rows

INSTRUMENT = "topics/t1/instruments/i1/ref"
TRAFFICKING = KENYA.replace("Displacement by drought", "The trafficking of children").replace(
    "noun: climate displacement", "noun: child trafficking"
)


@pytest.fixture
def kenya(papers: Path) -> Path:
    return write_paper(papers / "kenya.yaml", TRAFFICKING)


def offered(pilot: Pilot[None]) -> list[str]:
    return [str(option.prompt) for option in interview(pilot).query_one("#question .found", OptionList).options]


def test_what_binds_the_country_on_its_topic_is_offered_first_then_what_it_signed() -> None:
    rows = instrument_rows(default_library(), "", "kenya", "The trafficking of children")
    details = [row.detail for row in rows]
    signed = next(i for i, row in enumerate(rows) if row.ref == "opsc")
    assert all(detail.startswith("party since") for detail in details[:signed])
    assert {"crc", "palermo-tip"} <= {row.ref for row in rows[:signed]}
    off_topic = next(i for i, row in enumerate(rows) if row.ref == "npt")
    assert signed < off_topic


def test_what_a_country_may_not_join_is_not_offered_before_resolutions_on_its_topic() -> None:
    rows = [row.ref for row in instrument_rows(default_library(), "", "united-states", "Women, peace and security")]
    assert rows[0] == "sc-1325"
    assert rows.index("maputo") > rows.index("sc-1820")


def test_without_a_country_the_topic_still_comes_first() -> None:
    rows = instrument_rows(default_library(), "", "", "nuclear disarmament")
    assert {"npt", "tpnw", "ctbt"} <= {row.ref for row in rows[:40]}


def test_a_treaty_with_a_provision_about_the_topic_comes_before_those_of_other_topics() -> None:
    rows = instrument_rows(default_library(), "", "ghana", "illegal gold mining")
    assert rows[0].ref == "minamata"


@pytest.mark.parametrize("typed", ["reef", "coral", "plastic", "fishing"])
def test_words_of_a_matter_lead_to_what_is_about_it_where_no_name_holds_them(typed: str) -> None:
    rows = instrument_rows(default_library(), typed, "kenya", "")
    assert {"unclos", "agenda-2030"} <= {row.ref for row in rows[:4]}
    assert not any(row.sure or row.near for row in rows)  # Enter takes none of them unasked
    assert not {"ref-1951", "ref-1967", "antarctic"} & {row.ref for row in rows[:6]}


def test_every_country_is_offered_where_nothing_is_typed() -> None:
    rows = country_rows(default_library(), "")
    assert len(rows) >= 195
    assert next(row.detail for row in rows if row.ref == "kenya") == "Republic of Kenya, African Group"


@pytest.mark.parametrize("typed", ["Congo", "Korea", "uni"])
def test_a_name_of_several_must_be_chosen_and_one_alone_need_not(typed: str) -> None:
    assert len(could_mean(country_rows(default_library(), typed))) > 1
    assert not could_mean(country_rows(default_library(), "Kenia"))
    assert not could_mean(country_rows(default_library(), "Amnesty International"))


def test_articles_are_found_by_number_and_by_words() -> None:
    library = default_library()
    assert [row.ref for row in article_rows(library, "crc", "35")] == ["35"]
    assert article_rows(library, "crc", "abduction sale traffic")[0].ref == "35"
    assert article_rows(library, "", "35") == []
    assert article_rows(library, "no-such-treaty", "35") == []


async def test_what_is_offered_follows_a_topic_that_was_named_otherwise(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await at(pilot, INSTRUMENT)
        assert not any("Law of the Sea" in line for line in offered(pilot)[:6])
        await at(pilot, "topics/t1/title")
        await pilot.press("ctrl+a")
        await type_in(pilot, "Protecting coral reefs")
        await at(pilot, "topics/t1/noun")
        await pilot.press("ctrl+a")
        await type_in(pilot, "coral bleaching")
        await at(pilot, INSTRUMENT)
        await until(pilot, lambda: any("Law of the Sea" in line for line in offered(pilot)[:6]))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_treaty_that_was_only_signed_warns_with_the_day_and_what_to_write(
    kenya: Path, size: tuple[int, int]
) -> None:
    async with app_on(kenya, size) as pilot:
        await at(pilot, INSTRUMENT)
        await type_in(pilot, "OPSC")
        await until(pilot, lambda: "Kenya signed it on 8 September 2000" in shown(pilot, "InstrumentPicker .minding"))
        assert "Write “signed”" in shown(pilot, "InstrumentPicker .minding")
        await pilot.press("ctrl+a")
        await type_in(pilot, "UNCRC")
        await until(pilot, lambda: "Kenya: party since" in shown(pilot, ".understood"))
        assert shown(pilot, "InstrumentPicker .minding") == ""


async def test_what_is_not_known_is_said_with_where_to_look_it_up(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await at(pilot, INSTRUMENT)
        await type_in(pilot, "Protocol on a communications procedure")
        await pilot.press("down", "enter")
        await until(pilot, lambda: interview(pilot).address != INSTRUMENT)
        await at(pilot, INSTRUMENT)
        told = shown(pilot, "InstrumentPicker .minding")
        assert "does not know whether Kenya is a party" in told
        assert "https://" in told


async def test_a_seat_that_is_no_state_is_not_warned(papers: Path) -> None:
    path = write_paper(papers / "ngo.yaml", "seat:\n  name: River Watch\ntopics:\n  - id: t1\n")
    async with app_on(path) as pilot:
        await at(pilot, INSTRUMENT)
        await type_in(pilot, "OPSC")
        await until(pilot, lambda: "Optional Protocol" in shown(pilot, "InstrumentPicker .understood"))
        assert shown(pilot, "InstrumentPicker .minding") == ""


async def test_a_committee_is_taken_from_the_list_with_its_short_form(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await at(pilot, "committee")
        await pilot.press("ctrl+a")
        await type_in(pilot, "sochum")
        await until(pilot, lambda: any("Third Committee" in line for line in offered(pilot)))
        await until(pilot, lambda: "human rights" in shown(pilot, "#question .understood"))
        await pilot.press("down", "enter")
        committee = interview(pilot).work.paper.committee
        await until(pilot, lambda: interview(pilot).work.paper.committee.short == "SOCHUM")
        assert "Third Committee" in interview(pilot).work.paper.committee.name, committee


async def test_letters_of_a_committee_are_held_once_before_they_are_printed_as_they_stand(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await at(pilot, "committee")
        await pilot.press("ctrl+a")
        await type_in(pilot, "sochum")
        await pilot.press("f8")
        await until(
            pilot, lambda: any("“sochum” would be printed so" in one.message for one in pilot.app._notifications)
        )
        assert interview(pilot).address == "committee"
        await pilot.press("f8")
        await until(pilot, lambda: interview(pilot).address != "committee")
        await at(pilot, "committee")
        await pilot.press("ctrl+a")
        await type_in(pilot, "SOCHUM")
        await pilot.press("f8")
        await until(pilot, lambda: interview(pilot).address != "committee", "written as delegates write it")


async def test_a_committee_that_no_list_has_is_kept_as_it_is_typed(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await at(pilot, "committee")
        await pilot.press("ctrl+a")
        await type_in(pilot, "Historical Crisis Cabinet of 1914")
        await until(pilot, lambda: "unverified" in shown(pilot, "CommitteeEditor .understood"))
        await pilot.press("enter")
        work = interview(pilot).work
        await until(pilot, lambda: work.paper.committee.name == "Historical Crisis Cabinet of 1914")
        assert work.paper.committee.short == ""


@pytest.mark.parametrize("typed", ["UN Enviroment Assembly", "Security Counsel"])
async def test_a_committee_that_is_near_one_of_the_list_is_asked_about(papers: Path, typed: str) -> None:
    async with app_on(write_paper(papers / "new.yaml", "topics:\n  - id: t1\n")) as pilot:
        await at(pilot, "committee")
        await type_in(pilot, typed)
        await until(pilot, lambda: "Enter offers" in shown(pilot, "CommitteeEditor .understood"))
        listed = pilot.app.screen.query_one("CommitteeEditor .found", OptionList).options
        assert str(listed[-1].prompt) == f"Keep {typed} (unverified)"
        await pilot.press("enter")
        await until(pilot, lambda: "Enter takes the marked line" in shown(pilot, "CommitteeEditor .understood"))
        work = interview(pilot).work
        await until(pilot, lambda: work.paper.committee.name == typed, "what was typed is kept until one is taken")
        await pilot.press("end", "enter")
        await until(pilot, lambda: getattr(interview(pilot).focused, "id", "") == "short")
        await until(pilot, lambda: "unverified" in shown(pilot, "CommitteeEditor .understood"))
        assert work.paper.committee.name == typed
        await pilot.press("shift+tab", "backspace")
        await until(pilot, lambda: "Enter offers" in shown(pilot, "CommitteeEditor .understood"))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: work.paper.committee.short in ("UNEA", "UNSC"))


async def test_words_that_are_another_article_s_are_told_while_they_are_quoted(papers: Path) -> None:
    cited = TRAFFICKING.replace(
        "    answers:",
        "    instruments:\n      - id: i1\n        ref: crc\n        articles:\n          - id: a1\n"
        '            number: "34"\n    answers:',
    )
    async with app_on(write_paper(papers / "kenya.yaml", cited)) as pilot:
        await at(pilot, "topics/t1/instruments/i1/articles/a1/quote")
        words = "States Parties shall take all appropriate national, bilateral and multilateral measures to prevent the"
        await type_in(
            pilot, f"{words} abduction of, the sale of or traffic in children for any purpose or in any form."
        )
        await until(pilot, lambda: "article 35" in shown(pilot, "#advice"))


async def test_words_typed_for_an_article_offer_the_articles_that_do_it(papers: Path) -> None:
    cited = TRAFFICKING.replace(
        "    answers:",
        "    instruments:\n      - id: i1\n        ref: crc\n        articles:\n          - id: a1\n    answers:",
    )
    number = "topics/t1/instruments/i1/articles/a1/number"
    async with app_on(write_paper(papers / "kenya.yaml", cited)) as pilot:
        await at(pilot, number)
        await type_in(pilot, "abduction sale")
        await until(pilot, lambda: any("article 35" in line for line in offered(pilot)))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(interview(pilot).focused, OptionList))
        await pilot.press("enter")
        await until(pilot, lambda: interview(pilot).address != number)
        assert interview(pilot).work.paper.topics[0].instruments[0].articles[0].number == "35"


async def test_words_that_are_no_number_of_an_article_are_told_at_once_and_enter_says_what_it_takes(
    papers: Path,
) -> None:
    cited = TRAFFICKING.replace(
        "    answers:",
        "    instruments:\n      - id: i1\n        ref: ref-1951\n        articles:\n          - id: a1\n    answers:",
    )
    number = "topics/t1/instruments/i1/articles/a1/number"
    async with app_on(write_paper(papers / "kenya.yaml", cited)) as pilot:
        await at(pilot, number)
        await type_in(pilot, "expul")
        await until(pilot, lambda: "“expul” is not the number" in shown(pilot, "ArticlePicker .minding"))
        assert "Enter there takes the marked line" in shown(pilot, "ArticlePicker .understood")
        await pilot.press("enter")
        await until(pilot, lambda: "Enter takes the marked line" in shown(pilot, "ArticlePicker .understood"))
        await pilot.press("shift+tab", "ctrl+a")
        await type_in(pilot, "33")
        await until(pilot, lambda: shown(pilot, "ArticlePicker .minding") == "")
        await pilot.press("ctrl+a")
        await type_in(pilot, "expul")
        await pilot.press("f4")
        await until(pilot, lambda: "“expul” is not the number" in findings_shown(pilot))


def findings_shown(pilot: Pilot[None]) -> str:
    return "\n".join(str(one.prompt) for one in pilot.app.screen.query_one("#findings", OptionList).options)


async def test_what_enter_offers_is_told_in_one_sentence_with_what_it_is_for(papers: Path) -> None:
    async with app_on(write_paper(papers / "new.yaml", "topics:\n  - id: t1\n")) as pilot:
        await at(pilot, "committee")
        await type_in(pilot, "second")
        await until(
            pilot, lambda: "the General Assembly, which prepares" in shown(pilot, "CommitteeEditor .understood")
        )
