"""The three looks of the app: dark, light and high contrast, each with text of at least WCAG's AA contrast.

Screens colour with the few names defined here (`$quiet`, `$mine`, `$lookup` ...) and never with a literal colour, so
that a fourth look is one more entry. The contrasts are held by a test.
"""

from __future__ import annotations

from textual.theme import Theme

DARK, LIGHT, CONTRAST = "dark", "light", "high-contrast"


def _theme(name: str, *, dark: bool, base: dict[str, str], variables: dict[str, str]) -> Theme:
    own = {
        "text-muted": variables["quiet"],
        "text-disabled": variables["quiet"],
        "border": base["primary"],
        "border-blurred": variables["line"],
        "input-cursor-background": base["foreground"],
        "input-cursor-foreground": base["background"],
        "input-selection-background": variables["selected"],
        "input-selection-foreground": variables["on-selected"],
        "block-cursor-background": variables["selected"],
        "block-cursor-foreground": variables["on-selected"],
        "block-cursor-blurred-background": base["panel"],
        "block-cursor-blurred-foreground": base["foreground"],
        "scrollbar": variables["line"],
        "scrollbar-background": base["background"],
        "scrollbar-corner-color": base["background"],
        "scrollbar-background-hover": base["background"],
        "scrollbar-background-active": base["background"],
        "scrollbar-hover": base["primary"],
        "scrollbar-active": base["primary"],
        "link-color": base["primary"],
        "link-color-hover": variables["on-selected"],
        "link-background-hover": variables["selected"],
    }
    return Theme(
        name,
        base["primary"],
        base["secondary"],
        base["warning"],
        base["error"],
        base["success"],
        base["accent"],
        base["foreground"],
        base["background"],
        base["surface"],
        base["panel"],
        dark=dark,
        text_alpha=1.0,
        variables=own | variables,
    )


THEMES: dict[str, Theme] = {
    DARK: _theme(
        DARK,
        dark=True,
        base={
            "primary": "#7cc4f5",
            "secondary": "#a9b9c9",
            "accent": "#f2c14e",
            "warning": "#f2c14e",
            "error": "#ff9a8b",
            "success": "#8fd694",
            "foreground": "#e8edf2",
            "background": "#12181f",
            "surface": "#1a222c",
            "panel": "#253140",
        },
        variables={
            "quiet": "#a3b1bf",
            "line": "#4a5b6d",
            "selected": "#1f4260",
            "on-selected": "#ffffff",
            "mine": "#ffffff",
            "template-words": "#b3c0cc",
            "lookup": "#8fd694",
            "gap": "#f2c14e",
        },
    ),
    LIGHT: _theme(
        LIGHT,
        dark=False,
        base={
            "primary": "#0b5c92",
            "secondary": "#4a5866",
            "accent": "#8a4b00",
            "warning": "#8a4b00",
            "error": "#a3221a",
            "success": "#1d6b2e",
            "foreground": "#16202a",
            "background": "#f6f8fa",
            "surface": "#ffffff",
            "panel": "#e3e9ef",
        },
        variables={
            "quiet": "#4d5a66",
            "line": "#8a98a6",
            "selected": "#cfe3f2",
            "on-selected": "#16202a",
            "mine": "#000000",
            "template-words": "#4d5a66",
            "lookup": "#1d6b2e",
            "gap": "#8a4b00",
        },
    ),
    CONTRAST: _theme(
        CONTRAST,
        dark=True,
        base={
            "primary": "#00e5ff",
            "secondary": "#ffffff",
            "accent": "#ffff00",
            "warning": "#ffff00",
            "error": "#ff9d9d",
            "success": "#7dff7d",
            "foreground": "#ffffff",
            "background": "#000000",
            "surface": "#000000",
            "panel": "#1c1c1c",
        },
        variables={
            "quiet": "#ffffff",
            "line": "#ffffff",
            "selected": "#00295c",
            "on-selected": "#ffffff",
            "mine": "#ffffff",
            "template-words": "#d0d0d0",
            "lookup": "#7dff7d",
            "gap": "#ffff00",
        },
    ),
}

TITLES = {DARK: "Dark", LIGHT: "Light", CONTRAST: "High contrast"}


def after(name: str) -> str:
    """The theme that follows this one when they are walked through with a key."""
    names = list(THEMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else DARK
