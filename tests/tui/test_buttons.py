"""Our buttons look as Textual's do: what their own style sheet leaves out is what nothing here shows."""

from textual import widgets
from textual.app import ComposeResult
from textual.screen import Screen

from mundraft.tui.app import MundraftApp
from mundraft.tui.button import Button
from mundraft.tui.themes import THEMES

#: What begins so is about links and scrollbars, which no button has.
_UNSEEN = ("scrollbar", "link", "auto_link")
STATES = [(hover, focus, active) for hover in (False, True) for focus in (False, True) for active in (False, True)]


class _Buttons(Screen[None]):
    def __init__(self, kind: type[widgets.Button]) -> None:
        super().__init__()
        self._kind = kind
        self._compact = kind is widgets.Button  # ours have no other form

    def compose(self) -> ComposeResult:
        for variant in ("default", "primary"):
            for disabled in (False, True):
                yield self._kind("x", variant=variant, compact=self._compact, disabled=disabled)


async def _looks_of(kind: type[widgets.Button]) -> list[tuple[str, object, object]]:
    """What is drawn of the buttons in each theme and state: every rule but those for links and scrollbars in them."""
    looks: list[tuple[str, object, object]] = []
    app = MundraftApp()
    async with app.run_test() as pilot:
        for theme in THEMES:
            app.theme = theme
            await app.push_screen(_Buttons(kind))
            await pilot.pause()
            for state in STATES:
                for button in app.screen.query(widgets.Button):
                    button.mouse_hover = state[0]
                    button.set_reactive(widgets.Button.has_focus, state[1])
                    button.set_class(state[2], "-active")
                    app.stylesheet.apply(button)
                    rules = dict(button.styles.get_rules().items())
                    looks.append((theme, state, {k: v for k, v in rules.items() if not k.startswith(_UNSEEN)}))
    return looks


async def test_a_button_looks_as_textuals_compact_one_does() -> None:
    ours, theirs = await _looks_of(Button), await _looks_of(widgets.Button)
    assert len(ours) == len(THEMES) * len(STATES) * 4
    assert len({str(look) for *_, look in ours}) > 60  # the states do show
    for one, other in zip(ours, theirs, strict=True):
        assert one == other
