"""Where in a paper a finding is, as a delegate knows the place: by the question that was asked there."""

from __future__ import annotations

from collections.abc import Iterable

from mundraft.interview.conference import CONFERENCE
from mundraft.interview.interview import Interview
from mundraft.interview.states import Prompt
from mundraft.paper.address import Address
from mundraft.problems import Problem

from .answers import named


def places_in_words(findings: Iterable[Problem], interview: Interview) -> dict[Address, str]:
    """Each address that a finding names, in words; "" for the whole paper."""
    return {address: place_in_words(address, interview) for address in {finding.address for finding in findings}}


def place_in_words(address: Address, interview: Interview) -> str:
    """The place of an address of the paper in words; "" for the whole paper."""
    steps = address.split("/")
    if steps[0] == "sources":
        return "your sources"
    if steps[0] != "topics":
        # A conference is named by what it finds.
        prompt = interview.prompt(address) if address != CONFERENCE else None
        return named(prompt, interview) if prompt else ""
    if len(steps) > 3 and steps[2] == "own_words":
        return _own_words(steps, interview)
    prompt = _asked_at(steps, interview)
    if prompt is None:
        letter = interview.topic_letter(steps[1])
        return f"topic {letter}" if letter else ""
    return named(prompt, interview)


def _own_words(steps: list[str], interview: Interview) -> str:
    title = next((part.title for part in interview.definition.parts if part.key == steps[3]), steps[3])
    letter = interview.topic_letter(steps[1])
    return f"“{title}”, in your own words" + (f" (topic {letter})" if letter else "")


def _asked_at(steps: list[str], interview: Interview) -> Prompt | None:
    """The question at an address, at what it stands in, or the first in the entry that it is."""
    for end in range(len(steps), 2, -1):
        if prompt := interview.prompt("/".join(steps[:end])):
            return prompt
    for end in range(len(steps), 3, -1):
        within = f"{'/'.join(steps[:end])}/"
        if prompt := next((one for one in interview.prompts() if one.address.startswith(within)), None):
            return prompt
    return None
