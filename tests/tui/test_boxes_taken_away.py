"""A box that is drawn once more after it was taken away: the app goes on."""

from textual.app import App, ComposeResult
from textual.geometry import Region

from mundraft.tui.editors.textbox import TextBox


class OneBox(App[None]):
    def compose(self) -> ComposeResult:
        yield TextBox("fishers")


async def test_a_box_is_drawn_blank_when_it_is_gone_already() -> None:
    async with OneBox().run_test(size=(20, 4)) as pilot:
        box = pilot.app.query_one(TextBox)
        shown = "".join(strip.text for strip in box.render_lines(Region(0, 0, 20, 3)))
        assert "fishers" in shown
        await box.remove()
        assert [strip.text for strip in box.render_lines(Region(0, 0, 20, 3))] == [" " * 20] * 3
