"""Names of a paper's fields in braces, with which a preset says what a header or a file's name holds.

"{country}_{committee_short}" is filled in with what the paper says. Nothing but these names can stand in braces, so
that a slip is told when the preset is read and not found in the name of a file that was handed in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from mundraft.models.faults import FaultBelow
from mundraft.text.near import names_near

#: What can stand in braces, and what it says.
FIELDS: Final[dict[str, str]] = {
    "conference": "the conference's name",
    "committee": "the committee's full name",
    "committee_short": "the committee's letters, or its name where it has none",
    "topic": "the topic's title",
    "topic_letter": "A, B or C, by the order of the topics",
    "topic_number": "1, 2 or 3, by the order of the topics",
    "country": "the seat as it is usually called: a country, a body or a character",
    "formal_country": "the seat's formal name",
    "delegates": "the names of all delegates, with commas between them",
    "first_name": "the first delegate's name without the last word",
    "last_name": "the last word of the first delegate's name",
    "school": "the school",
    "date": "the day on which the file is made",
}
#: What people call the fields.
FIELD_NAMES: Final[dict[str, str]] = {name: name.replace("_", " ") for name in FIELDS} | {
    "committee_short": "committee in short",
    "formal_country": "country by its formal name",
    "delegates": "delegates' names",
}
#: Where a paper says what a field shows, as questions say where their answers stand. What is in no answer is left out.
ANSWERED_AT: Final[dict[str, str]] = {
    "committee": "committee", "committee_short": "committee", "topic": "title", "country": "seat",
    "formal_country": "seat", "delegates": "delegates", "first_name": "delegates", "last_name": "delegates",
    "school": "school", "conference": "conference",
}  # fmt: skip
#: A paper that shows what the name of a file is like.
SAMPLE: Final[dict[str, str]] = {
    "conference": "Conference",
    "committee": "First Committee",
    "committee_short": "GA1",
    "topic": "Small Arms",
    "topic_letter": "A",
    "topic_number": "1",
    "country": "Saudi Arabia",
    "formal_country": "Kingdom of Saudi Arabia",
    "delegates": "Kim Doe",
    "first_name": "Kim",
    "last_name": "Doe",
    "school": "Hill School",
    "date": "2026-11-22",
}
#: The fields that tell who wrote the paper: an anonymous paper has none of them, in no place.
PERSONAL: Final = frozenset({"delegates", "first_name", "last_name", "school"})

_BRACED = re.compile(r"\{([^{}]*)\}")
_BRACE = re.compile(r"[{}]")


def names_in(pattern: str) -> tuple[str, ...]:
    """The names in braces, in their order, each as it is written."""
    return tuple(_BRACED.findall(pattern))


def filled(pattern: str, values: Mapping[str, str]) -> str:
    """The pattern with each name in braces replaced by its value; a field without a value leaves nothing."""
    return _BRACED.sub(lambda found: values.get(found[1], ""), pattern)


def in_words(pattern: str) -> str:
    """A pattern as a person reads it: "Paper for the [committee]"."""
    return filled(pattern, {name: f"[{called}]" for name, called in FIELD_NAMES.items()})


def refuse_unfillable(pattern: str, key: str) -> None:
    """Refuse a pattern, which stands under `key`, that cannot be filled in. Raises `FaultBelow`."""
    for name in names_in(pattern):
        if name not in FIELDS:
            near = names_near(name.strip().lower().replace(" ", "_"), FIELDS, n=1)
            meant = f"Did you mean {{{near[0]}}}? " if near else ""
            next_step = f"{meant}In braces can stand: {', '.join(FIELDS)}."
            raise FaultBelow(f"there is no field {{{name}}}", (key,), next_step)
    if _BRACE.search(_BRACED.sub("", pattern)):
        next_step = "Write each field's name between { and }: {country}"
        raise FaultBelow("a brace is not closed, or not opened", (key,), next_step)
