"""What a delegate chose of what the conference leaves open: taken where it is allowed, told where it is not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from mundraft.citation.ways import Way, chosen_way, offered, ways_open
from mundraft.library.type_choices import fonts_open, sizes_open, spacings_open
from mundraft.paper.model import Look
from mundraft.problems import Problem, Severity

if TYPE_CHECKING:
    from mundraft.library.conference import Conference


class ChosenLook(NamedTuple):
    """A way of citing, a font, a size in points and a line spacing; `refused` tells which choices are not allowed."""

    way: Way
    font: str
    size: float
    line_spacing: float
    refused: tuple[Problem, ...] = ()


def look_of(look: Look, conference: Conference | None = None) -> ChosenLook:
    """The look of a paper: what was chosen where the rules allow it, and else what they put first."""
    called = conference.called if conference else ""
    kind = conference.type if conference else None
    ways = ways_open(conference.citations if conference else None)
    refused: list[Problem] = []

    def tell(name: str, value: str, used: str, open_: Iterable[str]) -> None:
        if value.strip():
            refused.append(_refused(name, value.strip(), used, tuple(open_), called))

    way = chosen_way(look.citing, ways)
    if way is None:
        meant = chosen_way(look.citing, ways_open(None))
        chosen = meant.in_words if meant else look.citing
        tell("citing", chosen, ways[0].in_words, (one.in_words for one in offered(ways)))
    fonts, sizes, spacings = fonts_open(kind), sizes_open(kind), spacings_open(kind)
    font = next((one for one in fonts if one.casefold() == look.font.strip().casefold()), "")
    if not font:
        tell("font", look.font, fonts[0], fonts)
    size, spacing = _among(look.size, sizes), _among(look.line_spacing, spacings)
    if size is None:
        tell("size", look.size, f"{sizes[0]:g}", (f"{one:g}" for one in sizes))
    if spacing is None:
        tell("line_spacing", look.line_spacing, f"{spacings[0]:g}", (f"{one:g}" for one in spacings))
    return ChosenLook(way or ways[0], font or fonts[0], size or sizes[0], spacing or spacings[0], tuple(refused))


def _among(text: str, open_: tuple[float, ...]) -> float | None:
    return next((one for one in open_ if f"{one:g}" == text.strip()), None)


_CALLED = {"citing": "way of citing", "font": "font", "size": "size", "line_spacing": "line spacing"}


def _refused(name: str, value: str, used: str, open_: tuple[str, ...], called: str) -> Problem:
    why = f"which {called} does not allow" if called else "which cannot be chosen without a conference"
    what = f"The paper chooses the {_CALLED[name]} “{value}”, {why}: “{used}” is used."
    if len(open_) > 1:
        next_step = f"Choose one of: {'; '.join(open_)}."
    else:
        next_step = f"{called or 'The paper'} takes nothing else, so there is nothing to choose."
    severity = Severity.WARNING if len(open_) > 1 else Severity.ADVICE
    return Problem("look-not-open", what, next_step, address=f"look/{name}", severity=severity)
