"""The screen of templates: what is asked, what is wrong, what is printed; a new one; and templates that run away."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, OptionList, Static
from tui_walking import NARROW, WIDE, shown, type_in, until

from mundraft.compose import compose
from mundraft.desk.template_versions import keep
from mundraft.files import children
from mundraft.library.search_path import default_library
from mundraft.templating import worker
from mundraft.tui.app import MundraftApp
from mundraft.tui.home import HomeScreen
from mundraft.tui.templates import TemplatesScreen
from mundraft.tui.templates_questions import ShownQuestion

WRONG = """mundraft-template: 1
extends: classic
name: "[red]Ours[/] [@click=app.quit]x[/"
add:
  - after: definition
    question:
      id: town
      ask: What has your town to do with it?
      help: "One sentence [/b]."
"""
TEXT = '{% extends "classic" %}\n{% block issue %}\n{{ super() }}\n{{ town | sentence }}\n{% endblock %}\n'


def write_template(folder: Path, name: str, definition: str, text: str) -> Path:
    path = folder / "templates" / name
    path.mkdir(parents=True, exist_ok=True)
    (path / "template.yaml").write_text(definition, encoding="utf-8")
    (path / "paper.md.j2").write_text(text, encoding="utf-8")
    return path


@asynccontextmanager
async def templates(name: str = "", size: tuple[int, int] = NARROW) -> AsyncIterator[Pilot[None]]:
    """The screen of templates, opened from the first screen, with one of them looked into."""
    async with MundraftApp().run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen) and pilot.app.focused)
        await pilot.press("t")
        await until(pilot, lambda: listed(pilot).option_count, "the list")
        if name:
            names = [card.name for card in pilot.app.screen._cards]  # type: ignore[attr-defined]
            listed(pilot).highlighted = names.index(name)
        await until(pilot, lambda: not name or f"{name} ·" in shown(pilot, "#about"), "the template")
        yield pilot


def listed(pilot: Pilot[None]) -> OptionList:
    return pilot.app.screen.query_one("#templates", OptionList)


def lines(pilot: Pilot[None], selector: str) -> str:
    """Everything that a list on the screen says."""
    return "\n".join(str(option.prompt) for option in pilot.app.screen.query_one(selector, OptionList).options)


def told(pilot: Pilot[None]) -> str:
    return " ".join(str(one.content) for one in pilot.app.screen.query(".dialog Static").results(Static))


async def test_questions_are_read_as_students_meet_them_by_keyboard_alone(papers: Path) -> None:
    async with templates("classic") as pilot:
        await until(pilot, lambda: "Which country" in lines(pilot, "#asked"))
        said = lines(pilot, "#asked")
        assert "• Which committee do you sit in? required" in said
        assert "strong" in said
        assert "2 or more of them" in said or "of them" in said
        await pilot.press("enter")
        asked = pilot.app.screen.query_one("#asked", OptionList)
        await until(pilot, lambda: asked.has_focus and asked.region.height)
        asked.highlighted = asked.get_option_index("topics/t1/answers/definition")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShownQuestion) and pilot.app.focused, "the question")
        await type_in(pilot, "TODO say what it is")
        await until(pilot, lambda: "TODO" in shown(pilot, "#advice"), "the advice that a student gets")
        await pilot.press("f8")
        await until(pilot, lambda: "definition" not in pilot.app.screen._address, "the next question")  # type: ignore[attr-defined]
        assert shown(pilot, "#frame") == "… [1]."
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, TemplatesScreen))
        await pilot.press("escape")
        await until(pilot, lambda: listed(pilot).has_focus)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")
    assert not list(papers.iterdir())


async def test_mistakes_are_told_explained_and_gone_once_the_file_is_saved(papers: Path) -> None:
    path = write_template(papers, "ours", WRONG, TEXT.replace("town", "twon"))
    write_template(papers, "broken", "name: [", "x")
    async with templates("ours", WIDE) as pilot:
        found = lines(pilot, "#templates")
        assert "Classic position paper ships\n" in found
        assert "[red]Ours[/] [@click=app.quit]x[/ class folder" in found
        assert "! broken class folder\n  cannot be read: the check tells why" in found
        await pilot.press("f4")
        await until(pilot, lambda: "1 mistake" in shown(pilot, "#checked"), "the check")
        said = lines(pilot, "#mistakes")
        assert "paper.md.j2:4:4 Nothing is called `twon` here." in said
        assert "\n    {{ twon | sentence }}\n       ^\n    -> Did you mean town?" in said
        await pilot.press("enter")
        await until(
            pilot, lambda: "Did you mean town?" in told(pilot) and len(told(pilot)) > 300, "what the code means"
        )
        await pilot.press("escape")
        (path / "paper.md.j2").write_text(TEXT, encoding="utf-8")
        await until(pilot, lambda: "Nothing to mend" in shown(pilot, "#checked"), "the saved file is checked")


async def test_a_preview_is_chosen_written_to_word_and_compared(papers: Path) -> None:
    path = write_template(papers, "ours", WRONG, TEXT)
    keep(default_library(papers).template("ours"))
    (path / "paper.md.j2").write_text(TEXT.replace("{{ town", "Our own town. {{ town"), encoding="utf-8")
    async with templates("ours") as pilot:
        await pilot.press("f3")
        await until(pilot, lambda: "words, about" in shown(pilot, "#measure"), "the usual paper")
        await pilot.press("f5")
        await until(pilot, lambda: pilot.app.screen.query("#offers"), "the papers to choose from")
        offers = pilot.app.screen.query_one("#offers", OptionList)
        titles = [str(option.prompt) for option in offers.options]
        offers.highlighted = titles.index("everything answered")
        await pilot.press("enter")
        await until(pilot, lambda: "everything answered" in shown(pilot, "#measure"), "the extreme")
        assert "its facts are made up" in shown(pilot, "#measure")
        await pilot.press("f9")
        await until(pilot, lambda: "Wrote" in told(pilot), "the Word document")
        assert [one.name for one in papers.glob("*.docx")] == ["ours - everything-answered.docx"]
        await pilot.press("escape")
        await pilot.press("f6")
        await until(pilot, lambda: "{+Our own town.+}" in shown(pilot, "#changes"), "what changed")


async def test_a_template_is_made_and_shown_with_the_files_to_open(papers: Path) -> None:
    async with templates("classic") as pilot:
        await pilot.press("n")
        await until(pilot, lambda: pilot.app.screen.query("#new-name") and pilot.app.focused, "the form")
        await type_in(pilot, "classic")
        make = pilot.app.screen.query_one("#make", Button)
        make.press()
        await until(pilot, lambda: "already" in shown(pilot, "#told"), "that the name is taken")
        await pilot.press("ctrl+a")
        await type_in(pilot, "Class 11b")
        await until(pilot, lambda: 0 < make.region.bottom < NARROW[1], "the button in sight")
        for _ in range(12):
            if make.has_focus:
                break
            await pilot.press("tab")
        assert make.has_focus
        await pilot.press("enter")
        await until(pilot, lambda: "It works as it is" in told(pilot), "what to do next")
        assert str(papers / "templates" / "class-11b" / "template.yaml") in told(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: "class-11b ·" in shown(pilot, "#about"), "the new template")
    assert default_library(papers).template("class-11b").extends == "classic"


@pytest.fixture
def running(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Every rendering of a template that does not ship goes on for ever, as if it had found a way past the budget. Its
    time begins to count once the event is set: so no test depends on how fast a computer is."""
    runs_away = "import sys; sys.stdout.write('ready\\n'); sys.stdout.flush()\nwhile True: pass"
    monkeypatch.setattr(children, "_START", runs_away)
    counted, ask = threading.Event(), worker._Child.ask

    def held_back(child: worker._Child, order: bytes, seconds: float) -> bytes:
        counted.wait(30)
        return ask(child, order, seconds)

    monkeypatch.setattr(worker._Child, "ask", held_back)
    compose._worker.cache_clear()
    yield counted
    counted.set()
    compose._worker.cache_clear()


async def test_a_template_that_runs_away_is_stopped_while_the_app_goes_on(
    papers: Path, running: threading.Event
) -> None:
    assert worker.DEADLINE <= 2
    write_template(papers, "ours", WRONG, TEXT)
    async with templates("ours", WIDE) as pilot:
        await pilot.press("f3")
        await until(pilot, lambda: "Writing the paper" in shown(pilot, "#measure"))
        await pilot.press("f2")
        await until(pilot, lambda: "What has your town to do with it?" in lines(pilot, "#asked"))
        assert "Writing the paper" in shown(pilot, "#measure"), "the app answered while the template ran"
        running.set()
        await until(pilot, lambda: "takes too long, and was stopped" in shown(pilot, "#measure"), "that it was stopped")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "the app goes on")
