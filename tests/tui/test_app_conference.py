"""The conference in the app: chosen or named, its rules, the length beside its limit, the export that it asks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import OptionList, Static
from tui_walking import KENYA, NARROW, WIDE, app_on, at, interview, on_disk, shown, type_in, until, write_paper

from mundraft.interview.conference import ConferenceNamed
from mundraft.library.search_path import shipped_library
from mundraft.paper.model import Paper
from mundraft.tui.button import Button
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.part_budgets import budgets
from mundraft.tui.steps import Steps
from mundraft.tui.steps_dialog import StepsDialog

TWO_TOPICS = KENYA + "  - id: t2\n    title: Water for herds\n    noun: water scarcity\n"
#: How the template may head the part on the issue: which it is differs from paper to paper.
HEADINGS = ("The issue", "What is at stake", "What this is about")
DEFINITION = "Climate displacement is the forced move of people"


def following(preset: str, text: str = KENYA) -> str:
    """The paper under the rules of a conference."""
    return text.replace("seat:", f"preset: {preset}\nseat:", 1)


@pytest.fixture
def kenya(papers: Path) -> Path:
    return write_paper(papers / "kenya.yaml", KENYA)


def paper(pilot) -> Paper:
    return interview(pilot).work.paper


def offered(pilot) -> str:
    return "\n".join(str(option.prompt) for option in pilot.app.screen.query_one(".found", OptionList).options)


async def name_it(pilot, name: str) -> None:
    await at(pilot, "conference")
    await type_in(pilot, name)
    await until(pilot, lambda: paper(pilot).conference == name, name)


async def test_a_conference_that_is_typed_brings_its_rules_and_no_answer_is_lost(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        before = paper(pilot).topics
        await name_it(pilot, "DMUNC XII 2027")
        assert "Enter takes the rules of DMUNC: At most 2 pages on each topic" in shown(pilot, ".understood")
        assert "check your handbook" in shown(pilot, ".understood")
        assert paper(pilot).preset == "", "no rules come and go with the letters"
        await pilot.press("f8")
        await until(pilot, lambda: paper(pilot).preset == "dmunc")
        await until(pilot, lambda: "/2 pages" in shown(pilot, "#status"))
        await until(pilot, lambda: on_disk(kenya).conference == "DMUNC XII 2027")  # after what was saved while typing
        assert on_disk(kenya).preset == "dmunc"
        assert on_disk(kenya).topics == before


async def test_a_conference_typed_in_small_letters_is_printed_as_it_writes_itself(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await at(pilot, "conference")
        await type_in(pilot, "dartmun xvi")
        await pilot.press("f8")
        await until(pilot, lambda: paper(pilot).conference == "DartMUN xvi")
        assert paper(pilot).preset == "dartmun"


async def test_letters_that_mean_one_conference_become_its_name_when_they_are_taken(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await at(pilot, "conference")
        await type_in(pilot, "dartm")
        await until(pilot, lambda: "Enter takes the rules of DartMUN" in shown(pilot, ".understood"))
        await pilot.press("enter")
        await until(pilot, lambda: paper(pilot).conference == "Dartmouth Model United Nations")


async def test_a_way_of_citing_that_is_not_allowed_is_told_in_words_that_leave_the_question_free(papers: Path) -> None:
    path = write_paper(papers / "k.yaml", following("dmunc", f"look:\n  citing: chicago-notes footnotes\n{KENYA}"))
    async with app_on(path) as pilot:
        await until(pilot, lambda: pilot.app._notifications)
        (told,) = [one.message for one in pilot.app._notifications]
        assert "Chicago, 17th edition: notes and bibliography, in footnotes" in told
        assert len(told) < 300


async def test_whoever_changes_the_conference_in_passing_comes_back_to_the_answer(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await at(pilot, "topics/t1/answers/definition")
        await pilot.press("ctrl+k")
        await until(pilot, lambda: pilot.app.screen.query("#another"))
        pilot.app.screen.query_one("#another", Button).press()
        await until(pilot, lambda: interview(pilot).address == "conference" and interview(pilot).is_current)
        await type_in(pilot, "dartmun")
        await pilot.press("enter")
        await until(pilot, lambda: interview(pilot).address == "topics/t1/answers/definition")
        assert "DartMUN" in paper(pilot).conference


async def test_another_conference_is_typed_over_the_one_that_was_chosen(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await name_it(pilot, "DMUNC")
        await pilot.press("ctrl+k")
        await until(pilot, lambda: pilot.app.screen.query("#another"))
        pilot.app.screen.query_one("#another").focus()
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.focused is not None and "Berkeley" in offered(pilot))
        await pilot.press(*"smunc", "enter")
        await until(pilot, lambda: paper(pilot).conference == "SMUNC")
        assert paper(pilot).preset == "smunc"


async def test_until_it_is_taken_another_conference_changes_no_rules_and_esc_leads_back(papers: Path) -> None:
    path = write_paper(papers / "k.yaml", following("dmunc", f"conference: DMUNC XII\n{KENYA}"))
    async with app_on(path) as pilot:
        await at(pilot, "topics/t1/answers/definition")
        await pilot.press("ctrl+k")
        await until(pilot, lambda: pilot.app.screen.query("#another"))
        pilot.app.screen.query_one("#another", Button).press()
        await until(pilot, lambda: interview(pilot).address == "conference" and interview(pilot).is_current)
        await pilot.press(*"bmun")
        await until(pilot, lambda: paper(pilot).conference == "bmun", "what is typed is saved as every answer is")
        assert paper(pilot).preset == "dmunc"
        assert shown(pilot, ".understood").endswith("Esc: back to DMUNC XII.")
        await pilot.press("escape")
        await until(pilot, lambda: interview(pilot).address == "topics/t1/answers/definition")
        assert (paper(pilot).conference, paper(pilot).preset) == ("DMUNC XII", "dmunc")


async def test_whoever_types_that_there_is_none_has_no_conference_of_that_name(papers: Path) -> None:
    path = write_paper(papers / "k.yaml", following("dmunc", f"conference: DMUNC XII\n{KENYA}"))
    async with app_on(path) as pilot:
        await at(pilot, "conference")
        await pilot.press("ctrl+a", *"none")
        await until(
            pilot, lambda: shown(pilot, ".understood").startswith("Enter leaves the paper without a conference.")
        )
        await pilot.press("enter")
        await until(pilot, lambda: interview(pilot).address != "conference")
        assert (paper(pilot).conference, paper(pilot).preset) == ("", "")


async def test_letters_typed_to_find_a_conference_are_no_name_of_a_paper_without_rules(papers: Path) -> None:
    path = write_paper(papers / "k.yaml", following("dmunc", f"conference: DMUNC XII\n{KENYA}"))
    async with app_on(path) as pilot:
        await at(pilot, "conference")
        await pilot.press("ctrl+a", *"berk")
        await until(pilot, lambda: "Berkeley Model Arab League or Berkeley Mod" in shown(pilot, ".understood"))
        await pilot.press("f8")
        told = pilot.app._notifications
        await until(pilot, lambda: any("Berkeley Model United Nations: type more" in one.message for one in told))
        assert paper(pilot).preset == "dmunc", "who is asked whether to go on has not gone on"
        # the last line keeps the letters, the one before it lets go of the rules
        await pilot.press("down", "end", "up", "enter")
        await until(pilot, lambda: paper(pilot).preset == "")
        assert paper(pilot).conference == "DMUNC XII"


async def test_whoever_quits_in_the_middle_of_a_name_has_the_conference_that_it_means(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await name_it(pilot, "bmun")
        await pilot.press("ctrl+q")
    assert (on_disk(kenya).conference, on_disk(kenya).preset) == ("BMUN", "bmun")


async def test_what_is_typed_into_an_answered_line_goes_on_at_its_end(papers: Path) -> None:
    async with app_on(write_paper(papers / "k.yaml", f"conference: Hill MUN\n{KENYA}")) as pilot:
        await at(pilot, "conference")
        await pilot.press(*" XII")
        await until(pilot, lambda: paper(pilot).conference == "Hill MUN XII")


async def test_before_the_first_word_no_pages_are_counted(papers: Path) -> None:
    async with app_on(write_paper(papers / "new.yaml", "seat:\n  ref: kenya\n")) as pilot:
        await until(pilot, lambda: "0/" in shown(pilot, "#status") or "0 words" in shown(pilot, "#status"))
        assert "pages" not in shown(pilot, "#status")


async def test_another_name_loses_the_rules_and_says_so(papers: Path) -> None:
    async with app_on(write_paper(papers / "k.yaml", following("dmunc"))) as pilot:
        await name_it(pilot, "Riverside MUN")
        assert "No rules are known" in shown(pilot, ".understood")
        await pilot.press("f8")
        await until(pilot, lambda: interview(pilot).address != "conference")
        assert (paper(pilot).conference, paper(pilot).preset) == ("Riverside MUN", "")


async def test_a_name_that_holds_another_is_asked_about_and_takes_no_rules_by_itself(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await name_it(pilot, "Rhodes College MUN")
        assert paper(pilot).preset == ""
        assert "Is it Rhodes" in shown(pilot, ".understood")
        await pilot.press("down", "enter")
        await until(pilot, lambda: paper(pilot).preset == "rhodes")
        assert paper(pilot).conference == "Rhodes College MUN"


async def test_letters_that_are_near_a_conference_are_asked_about(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await name_it(pilot, "dmumc")
        await until(pilot, lambda: "Enter offers" in shown(pilot, ".understood"))
        await pilot.press("enter")
        await until(pilot, lambda: "Enter takes the marked line" in shown(pilot, ".understood"))
        assert interview(pilot).address == "conference"
        await pilot.press("enter")
        await until(pilot, lambda: paper(pilot).preset == "dmunc")
        assert paper(pilot).conference == "DMUNC"
        await until(pilot, lambda: interview(pilot).address != "conference", "the next question")


async def test_enter_takes_the_conference_whose_name_was_begun(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await name_it(pilot, "mit")
        await until(pilot, lambda: "Enter takes MIT" in shown(pilot, ".understood"))
        await pilot.press("enter")
        await until(pilot, lambda: paper(pilot).preset == "mitmunc")
        await until(
            pilot, lambda: interview(pilot).address == "topics/t1/title", "the next question, as after any list"
        )
        told = [one.message for one in pilot.app._notifications]
        assert any("Rules of MITMUNC" in one and "^K shows all of them" in one for one in told)


async def test_a_name_left_as_typed_beside_a_conference_that_is_near_says_so(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await name_it(pilot, "mit")
        await pilot.press("f8", "f8")
        await until(
            pilot, lambda: any("“mit” stays as you typed it" in one.message for one in pilot.app._notifications)
        )


async def test_a_conference_with_a_letter_wrong_is_offered_and_taken_from_the_list(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await name_it(pilot, "Hardvard Model")
        await until(pilot, lambda: "Enter offers Harvard National" in shown(pilot, ".understood"))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: paper(pilot).conference == "Harvard National Model United Nations")
        assert paper(pilot).preset == "hnmun"


async def test_letters_that_are_near_a_conference_can_be_kept_without_its_rules(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await name_it(pilot, "dmu")
        await pilot.press("down", "end", "enter")
        await until(pilot, lambda: interview(pilot).address != "conference")
        assert (paper(pilot).conference, paper(pilot).preset) == ("dmu", "")


async def test_rules_are_let_go_by_the_row_for_it_and_the_name_stays(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await name_it(pilot, "DMUNC")
        await until(pilot, lambda: "Follow no conference" in offered(pilot))
        await pilot.press("down", "end", "enter")
        await until(pilot, lambda: paper(pilot).preset == "")
        assert paper(pilot).conference == "DMUNC"
        await pilot.press("f7")
        await until(pilot, lambda: "does not follow its rules" in shown(pilot, ".understood"))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_rules_are_shown_with_where_they_were_seen_and_what_is_not_known(kenya: Path, size) -> None:
    async with app_on(kenya, size) as pilot:
        await name_it(pilot, "DMUNC")
        await pilot.press("ctrl+k")
        await until(pilot, lambda: pilot.app.screen.query(".dialog-body"))
        told = str(pilot.app.screen.query_one(".dialog-body Static", Static).content)
        for words in ("At most 2 pages on each topic", "Letter paper (inferred)", "dmunc.org", "check your handbook"):
            assert words in told
        assert "Not known, or not verified" in told
        close = pilot.app.screen.query_one("#close")
        assert close.region.bottom <= pilot.app.size.height


async def test_without_a_conference_the_rules_lead_to_choosing_one(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await pilot.press("ctrl+k")
        await until(pilot, lambda: pilot.app.screen.query("#another"))
        assert "No conference is chosen" in shown(pilot, ".dialog-body Static")
        await pilot.press("enter")
        await until(pilot, lambda: interview(pilot).address == "conference")


async def test_rules_that_are_not_on_this_computer_are_told_and_the_paper_stays(papers: Path) -> None:
    path = write_paper(papers / "far.yaml", following("far-mun"))
    async with app_on(path) as pilot:
        await pilot.press("ctrl+k")
        await until(pilot, lambda: pilot.app.screen.query("#another"))
        assert "“far-mun”, which are not in this computer" in shown(pilot, ".dialog-body Static")


async def test_each_topic_has_its_own_length_where_the_conference_limits_each(papers: Path) -> None:
    path = write_paper(papers / "two.yaml", following("dmunc", TWO_TOPICS))
    async with app_on(path) as pilot:
        await at(pilot, "topics/t1/title")
        await until(pilot, lambda: "topic A: " in shown(pilot, "#status"))
        await at(pilot, "topics/t2/title")
        await until(pilot, lambda: "topic B: " in shown(pilot, "#status"))
        assert "at most 2 pages" in shown(pilot, "#status")
        assert "Your topic › Topic B" in shown(pilot, "#where")
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, StepsDialog))
        listed = pilot.app.screen.query_one(Steps)
        rows = [str(listed.get_option_at_index(i).prompt) for i in range(listed.option_count)]
        assert [row for row in rows if "Your topic" in row and "topic A" in row]
        assert [row for row in rows if "Your topic" in row and "topic B" in row]


async def test_a_topic_that_is_not_begun_has_a_length_of_its_own_too(papers: Path) -> None:
    path = write_paper(papers / "two.yaml", following("dmunc"))
    path.write_text(path.read_text(encoding="utf-8").replace("classic", "two-topics", 1), encoding="utf-8")
    async with app_on(path) as pilot:
        await at(pilot, "topics/t1/title")
        await until(pilot, lambda: "topic A: " in shown(pilot, "#status"))
        screen = interview(pilot)
        assert {topic for _, topic in budgets(screen.work, screen.draft)} == {"t1", "t2"}


async def test_what_a_conference_makes_required_is_told_with_its_question(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await at(pilot, "topics/t1/answers/stance")
        interview(pilot).work.answer("conference", ConferenceNamed("MITMUNC", "mitmunc"))
        interview(pilot).settle()
        await until(pilot, lambda: any("which school" in one.message.lower() for one in pilot.app._notifications))


async def test_one_page_is_no_pages(papers: Path) -> None:
    path = write_paper(papers / "one.yaml", following("mitmunc", "seat:\n  ref: kenya\ntopics:\n  - id: t1\n"))
    async with app_on(path) as pilot:
        await until(pilot, lambda: "at most 1 page " in f"{shown(pilot, '#status')} ".replace("·", ""))


async def test_the_preview_keeps_its_order_when_the_conference_changes(kenya: Path) -> None:
    async with app_on(kenya, WIDE) as pilot:
        await until(pilot, lambda: "words" in shown(pilot, "#status") and pilot.app.screen.query(".part"))
        await name_it(pilot, "DMUNC")
        await pilot.press("f8")
        await until(pilot, lambda: "/2 pages" in shown(pilot, "#status"))
        texts = [str(part.content) for part in pilot.app.screen.query(".part").results(Static)]
        place = next(i for i, text in enumerate(texts) if DEFINITION in text)
        assert any(heading in text for text in texts[:place] for heading in HEADINGS)


@pytest.mark.parametrize(
    ("preset", "first", "name"),
    [
        ("dmunc", "PDF (.pdf)  asked for by DMUNC", ".pdf"),
        ("amun", "Plain text (.txt)  to paste into the form", ".txt"),
    ],
)
async def test_the_export_proposes_what_the_conference_takes(papers: Path, preset: str, first: str, name: str) -> None:
    path = write_paper(papers / "k.yaml", following(preset))
    async with app_on(path) as pilot:
        await pilot.press("f9")
        await until(pilot, lambda: pilot.app.screen.query("#format"))
        options = pilot.app.screen.query_one("#format", OptionList).options
        assert first in str(options[0].prompt)
        assert pilot.app.screen.query_one("#file", TextBox).text.endswith(name)


async def test_emptying_the_file_s_name_in_the_export_brings_the_proposed_one_back(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await pilot.press("f9")
        await until(pilot, lambda: pilot.app.screen.query("#file"))
        pilot.app.screen.query_one("#file", TextBox).show("")
        await pilot.press("down")
        await until(pilot, lambda: pilot.app.screen.query_one("#file", TextBox).text.endswith(".pdf"))


async def test_the_review_tells_what_breaks_the_conference_s_rules_and_leads_there(papers: Path) -> None:
    path = write_paper(
        papers / "k.yaml", following("gsumun", KENYA.replace("definition: Climate", "definition: I say climate"))
    )
    async with app_on(path) as pilot:
        await pilot.press("f4")
        await until(pilot, lambda: "GSUMUN wants a paper without" in reviewed(pilot))
        assert "check your handbook" in reviewed(pilot)
        findings = pilot.app.screen.query_one("#findings", OptionList)
        told = [str(option.prompt) for option in findings.options]
        findings.highlighted = next(i for i, line in enumerate(told) if "GSUMUN wants a paper without" in line)
        await pilot.press("enter")
        await until(pilot, lambda: interview(pilot).address == "topics/t1/answers/definition")


def reviewed(pilot) -> str:
    return "\n".join(str(option.prompt) for option in pilot.app.screen.query_one("#findings", OptionList).options)


@pytest.mark.parametrize(
    ("preset", "told"),
    [
        ("mamun", r"The issue: \d+/[1-9]\d words"),
        ("dmunc", r"The issue: \d+ words"),
        ("", r"The issue: \d+/\d{3} words"),
    ],
)
async def test_the_part_being_written_stands_beside_its_share_of_a_limit_in_words(
    papers: Path, preset: str, told: str
) -> None:
    path = write_paper(papers / "k.yaml", following(preset) if preset else KENYA)
    async with app_on(path, WIDE) as pilot:
        await at(pilot, "topics/t1/answers/definition")
        await until(pilot, lambda: re.search(told, shown(pilot, "#status")), told)


async def test_the_disclosure_that_the_conference_wants_is_asked_and_the_review_leads_to_it(papers: Path) -> None:
    path = write_paper(papers / "k.yaml", following("nmun-ny"))
    async with app_on(path) as pilot:
        await pilot.press("f4")
        await until(pilot, lambda: "a page that says how a language model was used" in reviewed(pilot))
        findings = pilot.app.screen.query_one("#findings", OptionList)
        told = [str(option.prompt) for option in findings.options]
        findings.highlighted = next(i for i, line in enumerate(told) if "how a language model was used" in line)
        await pilot.press("enter")
        await until(pilot, lambda: interview(pilot).address == "disclosure")
        await type_in(pilot, "None was used.")
        await until(pilot, lambda: on_disk(path).disclosure == "None was used.")


async def test_a_preset_that_is_not_here_is_told_once_and_the_paper_is_still_shown(papers: Path) -> None:
    async with app_on(write_paper(papers / "k.yaml", following("hill-mun")), WIDE) as pilot:
        await until(pilot, lambda: any(heading in previewed(pilot) for heading in HEADINGS))
        await type_in(pilot, "another answer")
        await until(pilot, lambda: interview(pilot).draft.paper is paper(pilot))
        told = [one.message for one in pilot.app._notifications]
        assert len([words for words in told if "hill-mun" in words]) == 1


async def test_every_document_is_shown_under_the_name_of_its_file(papers: Path) -> None:
    path = write_paper(papers / "k.yaml", following("bmal", TWO_TOPICS))
    async with app_on(path, WIDE) as pilot:
        await until(pilot, lambda: "Document 2 of 2: Submission_" in previewed(pilot))
        read = previewed(pilot)
        first, second = read.index("Document 1 of 2"), read.index("Document 2 of 2")
        assert first < read.index("limate displacement") < second < read.index("ater scarcity")
        await at(pilot, "topics/t2/noun")
        await until(pilot, lambda: "topic B: " in shown(pilot, "#status"))


async def test_a_way_of_citing_is_chosen_where_no_conference_asks_for_one(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await pilot.press("ctrl+k")
        await pilot.click("#citing")
        await until(pilot, lambda: pilot.app.screen.query("#offers"))
        offers = pilot.app.screen.query_one("#offers", OptionList)
        offers.highlighted = next(i for i, one in enumerate(offers.options) if "APA" in str(one.prompt))
        await pilot.press("enter")
        await until(pilot, lambda: on_disk(kenya).look.citing == "apa in-text")


async def test_every_part_stands_with_its_words_and_its_share_of_the_limit(kenya: Path) -> None:
    async with app_on(kenya, NARROW) as pilot:
        await at(pilot, "topics/t1/answers/definition")
        await until(pilot, lambda: re.search(r"this part \d+/\d{3}", shown(pilot, "#status")))
        await pilot.press("ctrl+g")
        await until(pilot, lambda: pilot.app.screen.query("#parts"))
        listed = [str(one.prompt) for one in pilot.app.screen.query_one("#parts", OptionList).options]
        found = [re.search(r"\d+/(\d+) words", line) for line in listed]
        # as the template gives them and its preview tells them: its own limit is not shared out again
        parts = shipped_library().template("classic").definition.parts
        assert [int(one[1]) for one in found if one] == [part.words for part in parts]
        assert len(found) == len(parts)


def previewed(pilot) -> str:
    return "\n".join(str(part.render()) for part in pilot.app.screen.query(".part").results(Static))


async def test_a_click_takes_the_line_that_was_pressed_although_the_note_above_says_less(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await name_it(pilot, "bmun")
        await until(pilot, lambda: "Enter takes the rules of BMUN" in shown(pilot, ".understood"))
        found = pilot.app.screen.query_one(".found", OptionList)
        lines = pilot.app.screen.query_one(".understood").size.height
        assert lines > 1
        row = found.content_region.offset
        await pilot.click(offset=(row.x + 3, row.y))  # of the screen: the press first, then the release
        await until(pilot, lambda: paper(pilot).preset == "bmun")
