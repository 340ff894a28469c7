"""Class packs in the app: one is found, looked into, added and greeted, and removed again."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Button
from tui_walking import NARROW, interview, until

from mundraft.files.places import user_data
from mundraft.library.added_packs import packs_added
from mundraft.packs.manifest import MANIFEST, Manifest, manifest_bytes
from mundraft.packs.packing import packed
from mundraft.tui.app import MundraftApp
from mundraft.tui.home import HomeScreen
from mundraft.tui.interview_screen import InterviewScreen

WORDS = b"Sahel\nMINUSMA\n"
CORRECTION = b"""\
mundraft-country: 1
treaties:
  - instrument: crc
    consent: 2021-01-01
    source: page
sources:
  page:
    title: A page of the class
    as_of: 2026-10-15
    url: https://example.org
"""


def a_pack(path: Path) -> Path:
    manifest = Manifest(
        name="class-9b",
        title="Model UN, [b]class 9b",
        made_by="Ms Okafor",
        welcome="Welcome!" + "\n\nPlease read." * 60,
    )
    path.write_bytes(packed({MANIFEST: manifest_bytes(manifest), "words.txt": WORDS}))
    return path


def screen(pilot: object) -> str:
    """What is told in the window that is open."""
    return " ".join(str(one.content) for one in pilot.app.screen.query(".dialog Static"))  # type: ignore[attr-defined]


async def test_a_pack_is_added_greeted_and_removed_in_the_app(papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_pack(papers / "class-9b.mundraft-pack")
    async with MundraftApp().run_test(size=NARROW) as pilot:
        await until(pilot, lambda: pilot.app.focused)
        await pilot.press("c")
        await until(pilot, lambda: pilot.app.screen.query("#files"))
        await pilot.press("enter")
        await until(pilot, lambda: "word list: 2 names" in screen(pilot), "what is in the pack")
        assert "Model UN, [b]class 9b" in screen(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "Welcome!" in screen(pilot), "the welcome")
        assert [one.name for one in packs_added(user_data())] == ["class-9b"]
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert not packs_added(user_data())[0].is_new
        await pilot.press("c")
        await until(pilot, lambda: pilot.app.screen.query("#offers"))
        await pilot.press("down", "enter")
        await until(pilot, lambda: pilot.app.screen.query("#do"))
        remove = pilot.app.screen.query_one("#do", Button)
        await until(pilot, lambda: 0 < remove.region.bottom < NARROW[1], "the button below a long text")
        remove.press()
        await until(pilot, lambda: not packs_added(user_data()), "the pack removed")


async def test_a_pack_that_changes_something_is_left_out_only_with_a_word(papers: Path) -> None:
    """Its card stands on "Leave it", so that Enter alone does not add it: the arrows lead to the other button."""
    manifest = Manifest(name="class-9b", title="Class 9b", made_by="Ms Okafor")
    packs = {MANIFEST: manifest_bytes(manifest), "country_profiles/kenya.yaml": CORRECTION}
    (papers / "class-9b.mundraft-pack").write_bytes(packed(packs))
    async with MundraftApp().run_test(size=NARROW) as pilot:
        await until(pilot, lambda: pilot.app.focused)
        for wanted in ([], ["left"]):
            await pilot.press("c")
            await until(pilot, lambda: pilot.app.screen.query("#files"))
            await pilot.press("enter")
            await until(pilot, lambda: pilot.app.screen.query("#leave"), "the card of the pack")
            await pilot.press(*wanted, "enter")
            await until(pilot, lambda: pilot.app._notifications, "what became of it")
            said = [notice.message for notice in pilot.app._notifications]
            assert ("was not added" in said[0]) == (not wanted), said
            pilot.app.clear_notifications()
        await until(pilot, lambda: packs_added(user_data()), "the pack added")


async def test_a_hostile_pack_is_told_and_the_app_goes_on(papers: Path) -> None:
    hostile = papers / "x.mundraft-pack"
    hostile.write_bytes(packed({MANIFEST: b"name: x\n", "../\x1b[31mevil": b"x"}))
    async with MundraftApp().run_test(size=NARROW) as pilot:
        await until(pilot, lambda: pilot.app.focused)
        await pilot.press("c")
        await until(pilot, lambda: pilot.app.screen.query("#files"))
        await pilot.press("enter")
        await until(pilot, lambda: "leads out of its folder" in screen(pilot), "why it is refused")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
    assert not packs_added(user_data())


async def test_enter_takes_the_template_of_the_class_where_it_has_one(papers: Path) -> None:
    own = papers / "templates" / "harbour"
    own.mkdir(parents=True)
    (own / "template.yaml").write_text("extends: one-page\nname: Harbour [brief]\n", encoding="utf-8")
    (own / "paper.md.j2").write_text('{% extends "one-page" %}\n', encoding="utf-8")
    async with MundraftApp().run_test(size=NARROW) as pilot:
        await until(pilot, lambda: pilot.app.focused)
        await pilot.press("n")
        await until(pilot, lambda: pilot.app.screen.query("#offers"))
        assert "Enter takes “Harbour [brief]”" in screen(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
        assert interview(pilot).work.paper.template == "harbour"
