"""Answers that are kept in the paper though nothing asks for them: what they say and where they stand, in words."""

from __future__ import annotations

from typing import Any

from mundraft.paper.address import Address
from mundraft.paper.model import LegalBasis, Paper
from mundraft.paper.topic_letters import letter_of

from .texts import text_of


def kept_text(paper: Paper, address: Address, value: Any) -> str:
    """What a kept answer says. The provisions of a solution name their instruments as the delegate knows them."""
    if not isinstance(value, tuple) or not any(isinstance(one, LegalBasis) for one in value):
        return text_of(value)
    topic = next((one for one in paper.topics if one.id == address.split("/")[1]), None)
    names = {use.id: use.name or use.ref for use in topic.instruments} if topic else {}
    return "\n".join(_provision(one, names.get(one.instrument) or "an instrument of this topic") for one in value)


def kept_place(paper: Paper, address: Address) -> str:
    """Where a kept answer stands: "hook (topic A)", "solutions, legal basis"."""
    steps = address.split("/")
    letter = letter_of(paper, steps[1]) if steps[0] == "topics" else ""
    named = steps[2::2] if steps[0] == "topics" and steps[2:3] != ["answers"] else steps[-1:]
    if steps[0] == "topics" and len(steps) > 3 and named[-1] != steps[-1]:
        named.append(steps[-1])
    words = ", ".join(named).replace("_", " ")
    return f"{words} (topic {letter})" if letter else words


def _provision(basis: LegalBasis, instrument: str) -> str:
    return f"article {basis.article} of {instrument}" if basis.article.strip() else instrument
