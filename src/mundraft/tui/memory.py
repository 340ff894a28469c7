"""What the app remembers between its runs: the colours that were chosen. Losing it harms nothing, so nothing raises."""

from __future__ import annotations

from pathlib import Path

from mundraft.tui.themes import DARK, THEMES


def remembered_theme() -> str:
    """The theme that was last chosen, or the dark one."""
    try:
        text = _file().read_text(encoding="utf-8")
    except (OSError, ValueError):
        return DARK
    import json  # few change the colours, and all wait for the first screen

    try:
        name = json.loads(text).get("theme", DARK)
    except (ValueError, AttributeError):
        return DARK
    return name if isinstance(name, str) and name in THEMES else DARK


def remember_theme(name: str) -> None:
    """Keep the theme for the next run, where the disk allows."""
    import json

    try:
        file = _file()
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"theme": name}), encoding="utf-8")
    except OSError:
        return


def _file() -> Path:
    from mundraft.files.places import user_state

    return user_state() / "app.json"
