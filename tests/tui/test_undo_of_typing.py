"""What one undo takes back of what was typed."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from mundraft.tui.editors import undoing
from mundraft.tui.editors.textbox import TextBox

NAMES = {" ": "space", ".": "full_stop", "<": "backspace", "\n": "enter"}


class OneBox(App[None]):
    def compose(self) -> ComposeResult:
        yield TextBox()


@pytest.fixture
async def pilot() -> AsyncIterator[Pilot[None]]:
    async with OneBox().run_test() as pilot:
        yield pilot


async def typed(pilot: Pilot[None], *bursts: str) -> TextBox:
    """A box after bursts of typing with a pause between them; "<" takes a letter back."""
    box = pilot.app.query_one(TextBox)
    moments = [0.0]
    box.history._get_time = lambda: moments[-1]  # type: ignore[method-assign]
    for burst in bursts:
        moments.append(moments[-1] + 60)
        await pilot.press(*(NAMES.get(letter, letter) for letter in burst))
    return box


async def all_undone(pilot: Pilot[None], box: TextBox) -> list[str]:
    """The texts that undo leads through, the last one first, until nothing is left to be undone."""
    texts = []
    while box.history.undo_stack:
        await pilot.press("ctrl+z")
        texts.append(box.text)
    return texts


async def test_an_undo_takes_back_what_was_typed_since_a_pause(pilot: Pilot[None]) -> None:
    box = await typed(pilot, "Kenya asks", " for a fund")
    assert await all_undone(pilot, box) == ["Kenya asks", ""]


async def test_a_pause_within_a_word_ends_no_step_before_the_word_ends(pilot: Pilot[None]) -> None:
    box = await typed(pilot, "Kenya a", "sks for")
    assert await all_undone(pilot, box) == ["Kenya asks", ""]


async def test_a_long_burst_is_undone_in_steps_that_end_with_a_word(
    pilot: Pilot[None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "ENOUGH", 15)  # each key takes its time here
    text = "thirtycountries have signed the convention on the"
    box = await typed(pilot, text)
    undone = await all_undone(pilot, box)
    assert len(undone) > 2
    assert all(text[len(left) : len(left) + 1] in (" ", "t") for left in undone)


async def test_a_slip_mended_in_a_word_is_undone_with_the_word(pilot: Pilot[None]) -> None:
    box = await typed(pilot, "Kenya", " asls<<ks for")
    assert box.text == "Kenya asks for"
    assert await all_undone(pilot, box) == ["Kenya", ""]


async def test_letters_taken_back_come_back_with_one_undo(pilot: Pilot[None]) -> None:
    box = await typed(pilot, "Kenya asks<<<<", "begs")
    assert await all_undone(pilot, box) == ["Kenya asks", ""]


async def test_a_few_letters_taken_back_come_back_as_long_as_nothing_is_typed(pilot: Pilot[None]) -> None:
    box = await typed(pilot, "Kenya asks", "<<")
    await pilot.press("ctrl+z")
    assert box.text == "Kenya asks"
    await pilot.press("s")
    assert await all_undone(pilot, box) == ["Kenya asks", ""]


async def test_what_replaces_a_selection_is_one_step(pilot: Pilot[None]) -> None:
    box = await typed(pilot, "asks")
    await pilot.press("ctrl+a")
    await typed(pilot, "begs")
    assert await all_undone(pilot, box) == ["asks", ""]


async def test_what_was_undone_is_done_again(pilot: Pilot[None]) -> None:
    box = await typed(pilot, "Kenya", " asls<<ks for", " more")
    while box.history.undo_stack:
        await pilot.press("ctrl+z")
    await pilot.press("ctrl+y", "ctrl+y", "ctrl+y", "ctrl+y")
    assert box.text == "Kenya asks for more"


async def test_a_text_without_spaces_is_undone_in_pieces(pilot: Pilot[None]) -> None:
    box = pilot.app.query_one(TextBox)
    assert box.history.checkpoint_max_characters == undoing.MOST_LETTERS
    box.history.checkpoint_max_characters = 20
    await typed(pilot, "ก" * 30)
    assert [len(text) for text in await all_undone(pilot, box)] == [20, 0]


async def test_an_accent_typed_after_its_letter_begins_no_step(pilot: Pilot[None]) -> None:
    box = await typed(pilot, "Me")
    box.insert("\u0301")
    await pilot.press(*"xico")
    assert box.text == "México"
    assert await all_undone(pilot, box) == [""]


async def test_clearing_takes_the_whole_of_a_wrapped_paragraph_and_one_undo_brings_it_back(pilot: Pilot[None]) -> None:
    box = pilot.app.query_one(TextBox)
    answer = "Kenya asks the Assembly for a fund that answers within a month. " * 4
    box.show(f"First.\n{answer}")
    box.move_cursor(box.document.end)
    assert box.wrapped_document.height > 3
    await pilot.press("ctrl+u")
    assert box.text == "First.\n"
    await pilot.press("ctrl+z")
    assert box.text == f"First.\n{answer}"


async def test_clearing_leaves_what_stands_behind_the_cursor(pilot: Pilot[None]) -> None:
    box = await typed(pilot, "Kenya asks for")
    box.move_cursor((0, 6))
    await pilot.press("ctrl+u")
    assert box.text == "asks for"
    await pilot.press("ctrl+z")
    assert box.text == "Kenya asks for"
