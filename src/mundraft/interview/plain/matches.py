"""What the library finds for a typed name, read out for the person to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lines import Lines

if TYPE_CHECKING:
    from mundraft.library.search_path import Match

#: How many matches of a name are read out.
MATCHES = 6


def matched(matches: tuple[Match, ...], line: str, lines: Lines) -> Match | None:
    """The match that is meant: the sure one, or the one whose number is typed; None to keep what was typed."""
    if matches and matches[0].sure:
        lines.say(f"Found: {_described(matches[0])}")
        return matches[0]
    if not matches:
        return None
    lines.say(f"Which one is “{line}”?")
    index = lines.pick([_described(match) for match in matches], "Number, or Enter to keep what you typed: ")
    return None if index is None else matches[index]


def _described(match: Match) -> str:
    standing = match.participation.in_words if match.participation else ""
    return "; ".join(part for part in (match.title, match.detail, standing) if part)
