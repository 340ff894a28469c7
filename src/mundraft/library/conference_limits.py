"""Where a conference's limits of length are silent: at line spacings that it allows, and names no limit for.

No limit is made up for those. That none is known is told wherever the limits are: to whoever writes the preset, and to
the delegate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from mundraft.problems import Severity

if TYPE_CHECKING:
    from mundraft.library.conference import ConferenceRules
    from mundraft.library.conference_rules import Limit
    from mundraft.library.pointing import Steps

_SPACINGS = {1.0: "single", 1.5: "one and a half", 2.0: "double"}


class Silence(NamedTuple):
    """What is to be told of a line spacing without a limit; the fields are those of a problem."""

    steps: Steps
    code: str
    what: str
    next_step: str
    severity: Severity = Severity.WARNING


def spacing_in_words(spacing: float) -> str:
    """A line spacing (a multiple of single) by the name that people give it."""
    return _SPACINGS.get(spacing, f"{spacing:g}")


def spacings_without_limit(limits: Iterable[Limit], spacings: Iterable[float]) -> tuple[float, ...]:
    """Those of the line spacings for which no length is known, though one is for others: limits are told for single and
    double, say, and nothing for one and a half. None where a limit holds at every spacing."""
    bound = [limit.at_spacing for limit in limits if not limit.only_for]
    if not any(bound) or None in bound:
        return ()
    return tuple(one for one in spacings if one not in bound)


def silences(conference: ConferenceRules) -> Iterator[Silence]:
    """What is to be told of each line spacing that a preset allows, and at which all of its limits are silent."""
    allowed = conference.type.line_spacing
    for spacing in spacings_without_limit(conference.length, allowed):
        yield Silence(
            ("type", "line_spacing", allowed.index(spacing)),
            "conference-no-limit",
            f"No limit under `length` is for {spacing_in_words(spacing)} spacing, so the length of a paper set in it "
            "is not checked.",
            f"Add one with `at_spacing: {spacing:g}`, or take {spacing:g} out of `line_spacing`.",
        )
