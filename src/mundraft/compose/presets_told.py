"""What is told of a conference whose rules a paper follows and that cannot be had: no paper stops for it."""

from __future__ import annotations

from mundraft.problems import Problem, Severity


def preset_missing(preset: str, meant: str) -> Problem:
    """What is told where there is no such preset; `meant` says which one may be meant.

    A paper that went from one computer to another may have left the preset of its class behind."""
    what = (
        f"The paper follows the rules of the conference {preset!r}, which are not on this computer: it is set as "
        "without a conference."
    )
    next_step = f"Put {preset}.yaml into templates/conferences beside the paper, or choose another conference. {meant}"
    return Problem("preset-missing", what, next_step.strip(), address="conference", severity=Severity.WARNING)


def preset_unreadable(preset: str, fault: Problem) -> Problem:
    """What is told where a preset cannot be read, for the first of its faults."""
    at = f" ({fault.place})" if fault.place else ""
    what = (
        f"The rules of the conference {preset!r} cannot be read, and the paper is set as without a conference: "
        f"{fault.what}{at}"
    )
    next_step = f"See all that is wrong with: mundraft conference check {preset}"
    return Problem("preset-unreadable", what, next_step, address="conference", severity=Severity.WARNING)
