"""What the screens call things: answers by their questions, provisions as the paper does, pages by what counts."""

from __future__ import annotations

import re
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList
from tui_walking import KENYA, WIDE, app_on, at, interview, shown, until, write_paper

from mundraft.desk.exporting import export_paper
from mundraft.interview.asking import interview_of
from mundraft.library.search_path import default_library
from mundraft.paper.file import read_paper
from mundraft.tui.answer_names import answer_name
from mundraft.tui.review import ReviewScreen

OWN = """
    own_words:
      stance: We want a fund.
    solutions:
      - id: s1
        actor: the Assembly
      - id: s2
        actor: UNEP
"""
RESOLUTION = """
    instruments:
      - id: i1
        ref: ga-64-292
        articles:
          - id: a1
            number: "1"
"""
TREATY = "Which treaty, declaration or resolution speaks about this?"
DOES = "topics/t1/instruments/i1/articles/a1/does"


def test_an_answer_is_called_by_its_question(papers: Path) -> None:
    text = f"mundraft: 1\ntemplate: classic\n{KENYA}{OWN}"
    interviewed = interview_of(read_paper(text.encode(), "kenya.yaml"), default_library())
    called = {
        "topics/t1/answers/causes": "Why does it happen?",
        "topics/t1/solutions/s2/actor": "Solution 2 of 2: Who should act?",
        "topics/t1/solutions/s2": "Solution 2 of 2",
        "topics/t1/solutions/s1/cite": "Sources of Solution 1 of 2",
        "notes/topics/t1/answers/causes": "Private note: Why does it happen?",
        "topics/t1/instruments/i1/name": f"Instrument 1 of 1: {TREATY}",
        "topics/t1/own_words/stance": "Your position, in your own words",
        "preset": "Whose rules the paper follows",
        "sources/gem/title": "Source gem, title",
    }
    assert {address: answer_name(interviewed, address) for address in called} == called


async def test_what_differs_from_an_earlier_version_is_listed_by_the_questions(papers: Path) -> None:
    from mundraft.tui.compare import CompareScreen

    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        work = interview(pilot).work
        other = work.paper
        work.answer("topics/t1/answers/causes", "drought")
        pilot.app.push_screen(CompareScreen(work, other, "Another", marked=True))
        await until(pilot, lambda: pilot.app.screen.query("#differences"))
        listed = pilot.app.screen.query_one("#differences", OptionList)
        await until(pilot, lambda: "Why does it happen?" in str(listed.options[0].prompt))


async def test_a_paragraph_of_a_resolution_is_called_so(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA + RESOLUTION)) as pilot:
        await at(pilot, DOES)
        await until(pilot, lambda: "In the catalogue, paragraph 1 recognizes" in shown(pilot, "#hint"))
        await at(pilot, "topics/t1/solutions/s1/legal_basis")
        listed = interview(pilot).query_one("ProvisionsEditor OptionList", OptionList)
        assert any(str(one.prompt).endswith(", paragraph 1") for one in listed.options)


async def test_as_much_is_missing_in_the_review_as_is_counted_above_it(papers: Path) -> None:
    text = KENYA.replace("seat:", "conference: NMUN\npreset: nmun-ny\nseat:", 1)
    async with app_on(write_paper(papers / "kenya.yaml", text)) as pilot:
        progress = interview(pilot).work.interview.progress()
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen) and "to look at" in told(pilot))
        missing = progress.required_total - progress.required_done
        assert f"{progress.required_done} of {progress.required_total}" in told(pilot)
        findings = pilot.app.screen.query_one("#findings", OptionList)
        assert str(findings.options[0].prompt) == f"To mend before handing in ({missing})"


def told(pilot: Pilot[None]) -> str:
    return shown(pilot, "#summary")


async def test_the_pages_beside_a_limit_are_those_that_the_export_tells_without_the_list(papers: Path) -> None:
    path = papers / "kenya.yaml"
    path.write_bytes(default_library().example("kenya-climate-displacement"))
    text = path.read_text(encoding="utf-8").replace("\nseat:", "\npreset: dmunc\nseat:", 1)
    path.write_text(text, encoding="utf-8")
    async with app_on(path, WIDE) as pilot:
        work = interview(pilot).work
        await until(pilot, lambda: "/2 pages without the sources" in shown(pilot, "#status"))
        told = re.search(r"about ([\d.]+)/2 pages without the sources", shown(pilot, "#status"))
        report = export_paper(work.paper, work.library, "txt", papers / "kenya.txt")
        assert told is not None
        assert f"about {told[1]} pages without the list of sources and " in report.message
