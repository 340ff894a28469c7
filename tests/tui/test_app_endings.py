"""How the app ends and what it leaves: exports, faults of its own, colours, help, keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static
from tui_walking import KENYA, WIDE, app_on, at, interview, shown, type_in, until, write_paper

from mundraft.cli.running import run
from mundraft.tui import app as app_module
from mundraft.tui.app import MundraftApp
from mundraft.tui.bindings import EVERYWHERE, INTERVIEW, INTERVIEW_COMMANDS, keys_page
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.help import HelpDialog
from mundraft.tui.interview_screen import InterviewScreen
from mundraft.tui.themes import CONTRAST, LIGHT, THEMES

KEYS_PAGE = Path(__file__).parents[2] / "docs" / "keys.md"
DEFINITION, INSTRUMENT = "topics/t1/answers/definition", "topics/t1/instruments/i1"
#: What no terminal can tell apart from another key, or does not send at all.
UNUSABLE = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+enter", "f11", "f12"}


@pytest.fixture
def kenya(papers: Path) -> Path:
    return write_paper(papers / "kenya.yaml", KENYA)


async def test_an_export_makes_each_file_and_says_where(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        for down, ending in enumerate((".docx", ".pdf", ".txt", ".md")):
            await pilot.press("f9")
            await until(pilot, lambda: pilot.app.screen.query("#format"))
            await pilot.press(*["down"] * down, "enter")
            await until(pilot, lambda: "Wrote" in shown(pilot, "#told"))
            files = [path for path in kenya.parent.iterdir() if path.suffix == ending]
            assert len(files) == 1
            assert files[0].stat().st_size > 100
            assert str(kenya.parent) in shown(pilot, "#told")
            await pilot.press("escape")
            await until(pilot, lambda: interview(pilot).is_current)


async def test_an_export_says_how_much_the_review_still_has(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await pilot.press("f9")
        await until(pilot, lambda: pilot.app.screen.query("#format"))
        await pilot.press("enter")
        await until(pilot, lambda: "things to look at" in shown(pilot, "#told"))
        await pilot.press("escape", "f4")
        await until(pilot, lambda: "things to look at" in shown(pilot, "#summary"))


async def test_an_export_into_a_folder_that_is_not_there_is_told(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await pilot.press("f9")
        await until(pilot, lambda: pilot.app.screen.query("#file"))
        pilot.app.screen.query_one("#file", TextBox).show(str(kenya.parent / "nowhere" / "paper.docx"))
        pilot.app.screen.query_one("#file").focus()
        await pilot.press("enter")
        await until(pilot, lambda: "export-folder-missing" in shown(pilot, "#told"))


async def test_a_fault_saves_first_and_shows_no_text_of_the_paper(
    kenya: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(screen: InterviewScreen) -> None:
        private = "a secret of the delegate"
        raise RuntimeError(private)

    app = MundraftApp(kenya)

    async def provoke() -> None:
        async with app.run_test() as pilot:
            await until(pilot, lambda: isinstance(app.screen, InterviewScreen) and app.focused)
            await at(pilot, "topics/t1/answers/stance")
            monkeypatch.setattr(InterviewScreen, "action_note", fails)
            await type_in(pilot, "Saved?")
            await pilot.press("f6")
            await pilot.pause()

    with pytest.raises(RuntimeError):
        await provoke()
    assert "Saved?" in kenya.read_text(encoding="utf-8")
    assert app.return_code == 1
    told = capsys.readouterr()
    assert "secret" not in told.out + told.err


async def test_quitting_saves_at_once(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await at(pilot, "topics/t1/answers/stance")
        await type_in(pilot, "Now.")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not pilot.app.is_running)
    assert "Now." in kenya.read_text(encoding="utf-8")


async def test_being_told_to_stop_saves_at_once(kenya: Path) -> None:
    async with app_on(kenya) as pilot:
        await at(pilot, "topics/t1/answers/stance")
        await type_in(pilot, "Now.")
        pilot.app._told_to_stop(15)  # type: ignore[attr-defined]
        assert "Now." in kenya.read_text(encoding="utf-8")


async def test_an_end_for_certain_waits_for_a_save_that_is_under_way(
    kenya: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app_on(kenya) as pilot:
        app, work = pilot.app, interview(pilot).work
        assert isinstance(app, MundraftApp)
        close, saves = work.close, 0

        def slow() -> str:
            nonlocal saves
            saves += 1
            if saves == 1:  # the disk takes longer than the app has: the timer saves what is in hand, and ends it
                app._save_work()
            return close()

        monkeypatch.setattr(work, "close", slow)
        app._told_to_stop(15)
        assert saves == 2


async def test_a_system_without_signal_handlers_is_no_obstacle(kenya: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SIGHUP", "SIGTERM"):
        monkeypatch.delattr(app_module.signal, name, raising=False)
    async with app_on(kenya) as pilot:
        assert interview(pilot).address


async def test_a_toast_shows_a_hostile_name_as_it_is() -> None:
    app = MundraftApp()
    async with app.run_test(notifications=True) as pilot:
        app.screen.notify("c[@click=app.quit]e \x1b]0;mine\x07 [/b]")
        await until(pilot, lambda: "c[@click=app.quit]e ?]0;mine? [/b]" in toasts(pilot), "the toast")


def toasts(pilot: Pilot[None]) -> str:
    return " ".join(str(toast.render()) for toast in pilot.app.screen.query("Toast"))


async def test_the_colours_are_changed_by_a_key_and_remembered() -> None:
    async with app_on() as pilot:
        await pilot.press("ctrl+t")
        await until(pilot, lambda: pilot.app.theme == LIGHT)
        await pilot.press("ctrl+t")
        await until(pilot, lambda: pilot.app.theme == CONTRAST)
    assert MundraftApp().theme == CONTRAST


async def test_help_tells_of_each_kind_of_question_and_of_the_keys(kenya: Path) -> None:
    kinds = ("seat", "committee", "delegates", "topics/t1/frame", DEFINITION, f"{INSTRUMENT}/ref")
    async with app_on(kenya) as pilot:
        for address in (*kinds, f"{INSTRUMENT}/articles/a1/number", "topics/t1/solutions/s1/legal_basis"):
            await interview(pilot).go(address)
            question = interview(pilot).prompt_at(address).question
            await pilot.press("f1")
            await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog) and pilot.app.focused)
            told = str(pilot.app.screen.query_one("VerticalScroll Static", Static).content)
            assert question.ask in told
            assert "F8" in told
            await pilot.press("escape")
            await until(pilot, lambda: interview(pilot).is_current)


async def test_the_palette_offers_every_command(kenya: Path) -> None:
    async with app_on(kenya, WIDE) as pilot:
        offered = {command.title for command in pilot.app.get_system_commands(interview(pilot))}
        for key in (*INTERVIEW, *INTERVIEW_COMMANDS):
            assert any(title.startswith(key.label) for title in offered), key.label
        await pilot.press("ctrl+p")
        await until(pilot, lambda: type(pilot.app.screen).__name__ == "CommandPalette")


def test_every_command_has_an_action() -> None:
    for key in (*INTERVIEW, *INTERVIEW_COMMANDS):
        name = key.action.partition("(")[0]
        assert hasattr(InterviewScreen, f"action_{name}"), key.action
    for key in EVERYWHERE:
        assert hasattr(MundraftApp, f"action_{key.action}"), key.action


def test_every_key_is_one_that_terminals_deliver_and_means_one_thing() -> None:
    keys = [name for key in (*EVERYWHERE, *INTERVIEW) for name in key.keys.split(",") if name]
    assert len(keys) == len(set(keys))
    assert not UNUSABLE & set(keys)


def test_the_page_of_keys_is_the_one_the_app_would_write() -> None:
    assert KEYS_PAGE.read_text(encoding="utf-8") == keys_page()


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", list(THEMES))
def test_every_text_colour_can_be_read_on_every_ground(name: str) -> None:
    theme = THEMES[name]
    least = 7.0 if name == CONTRAST else 4.5
    texts = [theme.foreground, theme.primary, theme.warning, theme.error, theme.success]
    texts += [theme.variables[own] for own in ("quiet", "mine", "template-words", "lookup", "gap")]
    for ground in (theme.background, theme.surface, theme.panel, theme.variables["selected"]):
        for text in texts:
            high, low = sorted((luminance(str(text)), luminance(str(ground))), reverse=True)
            assert (high + 0.05) / (low + 0.05) >= least, (text, ground)


def test_without_a_terminal_there_is_a_message_and_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "no-terminal" in capsys.readouterr().err
