"""The home screen: what it offers, how little it needs, and the way from it to the first question."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList
from tui_walking import KENYA, NARROW, app_on, at, at_a_question, interview, on_disk, type_in, until, write_paper

from mundraft.desk.paper_places import free_file, place_for_papers
from mundraft.desk.recent import RecentPapers
from mundraft.library.search_path import shipped_library
from mundraft.tui.app import MundraftApp
from mundraft.tui.home import HomeScreen, recent_papers
from mundraft.tui.work import Work

HEAVY = ("msgspec", "jinja2", "docx", "markdown_it", "rapidfuzz", "yaml")


def test_the_home_screen_imports_nothing_of_the_paper() -> None:
    program = (
        "import asyncio, sys\n"
        "from mundraft.tui.app import MundraftApp\n"
        "async def main():\n"
        "    async with MundraftApp().run_test() as pilot:\n"
        "        await pilot.pause()\n"
        "        assert pilot.app.focused is not None\n"
        f"    print([name for name in {HEAVY!r} if name in sys.modules])\n"
        "asyncio.run(main())\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == "[]", done.stderr


async def begin(pilot: Pilot[None], kind: str = "") -> None:
    """Begin a new paper of the usual kind, or of the one with this title."""
    await pilot.press("n")
    await until(pilot, lambda: pilot.app.screen.query("#offers") and pilot.app.focused, "the kinds of paper")
    offers = pilot.app.screen.query_one("#offers", OptionList)
    titles = [str(option.prompt).splitlines()[0] for option in offers.options]
    offers.highlighted = titles.index(kind) if kind else offers.highlighted
    await pilot.press("enter")
    await at_a_question(pilot)


async def test_a_new_paper_goes_by_its_kind_to_the_first_question(papers: Path) -> None:
    async with app_on() as pilot:
        await begin(pilot)
        assert interview(pilot).address == "seat"
        assert on_disk(papers / "new-paper.yaml").template == "classic"


async def test_a_new_paper_is_called_by_its_country_and_topic_once_both_are_answered(
    papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mundraft.tui.interview_saving.LOOKS_OUTSIDE", 1)
    begun = write_paper(papers / "new-paper.yaml", "seat:\n  ref: kenya\ntopics:\n  - id: t1\n")
    async with app_on(begun) as pilot:
        await at(pilot, "topics/t1/title")
        await type_in(pilot, "Child labour")
        await until(pilot, lambda: on_disk(begun).topics[0].title == "Child labour")
        assert begun.exists()
        await at(pilot, "topics/t1/frame")
        named = papers / "kenya-child-labour.yaml"
        await until(pilot, lambda: named.exists(), "the name")
        assert [path.name for path in papers.glob("*.yaml")] == [named.name]
        await at(pilot, "topics/t1/answers/definition")
        await type_in(pilot, "Work that harms.")
        await until(pilot, lambda: "Work that harms." in named.read_text(encoding="utf-8"), "what was typed then")
        assert [Path(paper.path).name for paper in recent_papers()] == [named.name]


async def test_a_new_paper_can_be_of_another_kind(papers: Path) -> None:
    async with app_on() as pilot:
        await begin(pilot, "One page")
        assert on_disk(papers / "new-paper.yaml").template == "one-page"


async def test_a_second_new_paper_never_replaces_the_first(papers: Path) -> None:
    (papers / "new-paper.yaml").write_text("mine", encoding="utf-8")
    async with app_on() as pilot:
        await begin(pilot)
    assert (papers / "new-paper.yaml").read_text(encoding="utf-8") == "mine"


async def test_a_new_paper_that_was_left_empty_is_taken_up_again(papers: Path) -> None:
    for _ in range(2):
        async with app_on() as pilot:
            await begin(pilot)
    assert [path.name for path in papers.glob("*.yaml")] == ["new-paper.yaml"]


async def test_a_paper_that_was_worked_on_is_listed_and_opened_again(papers: Path) -> None:
    path = write_paper(papers / "kenya.yaml", KENYA)
    async with app_on(path) as pilot:
        interview(pilot).home()
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")
        await until(pilot, lambda: pilot.app.screen.query(OptionList))
        rows = pilot.app.screen.query_one(OptionList)
        await until(pilot, lambda: "Kenya · Displacement by drought" in str(rows.options[-1].prompt))
        rows.focus()
        rows.highlighted = rows.option_count - 1
        await pilot.press("enter")
        await at_a_question(pilot)


async def test_a_paper_is_taken_up_again_where_it_was_left_also_after_a_kill(papers: Path) -> None:
    path = write_paper(papers / "kenya.yaml", KENYA)
    async with app_on(path) as pilot:
        begun_at = interview(pilot).address
        await at(pilot, "topics/t1/answers/definition")
        assert begun_at != interview(pilot).address
        await until(pilot, lambda: RecentPapers().left_at(path) == "topics/t1/answers/definition")  # nothing is closed
    async with app_on(path) as pilot:
        assert interview(pilot).address == "topics/t1/answers/definition"


async def test_a_paper_that_was_left_where_nothing_is_asked_any_more_begins_at_the_first_open_question(
    papers: Path,
) -> None:
    path = write_paper(papers / "kenya.yaml", KENYA)
    recent = RecentPapers()
    recent.add(path, title="Displacement", seat="Kenya")
    assert recent.leave_at(path, "topics/t1/answers/nothing asks this")
    async with app_on(path) as pilot:
        first = interview(pilot).work.interview.first_open()
        assert first is not None
        assert interview(pilot).address == first.address


async def test_a_file_that_is_no_paper_is_told_with_its_place(papers: Path) -> None:
    broken = papers / "broken.yaml"
    broken.write_text("mundraft: 1\ntopics: [", encoding="utf-8")
    async with app_on() as pilot:
        pilot.app.open_paper(broken)  # type: ignore[attr-defined]
        await until(pilot, lambda: "broken.yaml" in str(pilot.app.screen.query_one(".dialog-body Static").content))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))


async def test_a_named_file_that_is_no_paper_is_told_over_the_home_screen(papers: Path) -> None:
    broken = papers / "broken.yaml"
    broken.write_text("mundraft: 1\ntopics: [", encoding="utf-8")
    async with MundraftApp(broken).run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "broken.yaml" in str(pilot.app.screen.query_one(".dialog-body Static").content))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))


async def test_a_paper_that_was_left_for_home_asks_and_saves_nothing_more(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        left = interview(pilot)
        left.home()
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")
        await until(pilot, lambda: not left.is_attached, "the interview to be gone")
        assert left not in pilot.app.screen_stack


async def test_a_paper_that_is_being_left_shows_no_other_question(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA)) as pilot:
        left = interview(pilot)
        before = left.address
        left.home()
        await left.go("seat")  # what a pause in typing had asked for, on a slow computer
        assert left.address == before
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")


async def test_an_example_is_opened_as_a_copy(papers: Path) -> None:
    async with app_on() as pilot:
        await pilot.press("e")
        await until(pilot, lambda: pilot.app.screen.query("#offers"))
        await pilot.press("enter")
        await at_a_question(pilot)
        assert interview(pilot).work.path.parent == papers


async def test_a_letter_does_the_same_as_a_capital(papers: Path) -> None:
    async with app_on() as pilot:
        await pilot.press("E")
        await until(pilot, lambda: pilot.app.screen.query("#offers"), "the examples")


async def test_a_file_can_be_opened_from_the_folder(papers: Path) -> None:
    write_paper(papers / "mine.yaml", KENYA)
    async with app_on() as pilot:
        await pilot.press("o")
        await until(pilot, lambda: pilot.app.screen.query("#files"))
        await pilot.press("enter")
        await at_a_question(pilot)
        assert interview(pilot).work.path.name == "mine.yaml"


def test_a_new_paper_is_kept_where_a_person_finds_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "Documents").mkdir(parents=True)
    class_folder = tmp_path / "class"
    class_folder.mkdir()
    assert place_for_papers(class_folder, home) == class_folder
    assert place_for_papers(home, home) == home / "Documents"
    assert place_for_papers(Path(home.anchor), home) == home / "Documents"
    (class_folder / "paper.yaml").touch()
    assert free_file(class_folder, "paper") == class_folder / "paper-2.yaml"


def test_where_a_paper_is_left_that_is_not_on_the_list_is_looked_for_once_and_told_when_it_is(
    papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work.open(write_paper(papers / "kenya.yaml", KENYA), shipped_library())
    asked: list[Path] = []
    leave_at = RecentPapers.leave_at

    def counted(self: RecentPapers, path: Path, address: str) -> bool:
        asked.append(path)
        return leave_at(self, path, address)

    monkeypatch.setattr(RecentPapers, "leave_at", counted)
    for _ in range(5):  # the screen tells it at each of its looks
        work.leave_at("topics/t1/answers/definition")
    assert len(asked) == 1
    work.close()
    assert RecentPapers().left_at(work.path) == "topics/t1/answers/definition"
