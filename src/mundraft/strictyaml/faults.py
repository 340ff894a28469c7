"""What a model itself says of a fault: of a value further down than where it looks from, or of a text's form."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import StringConstraints


class FaultBelow(ValueError):
    """What is wrong, and the keys and positions that lead from the model to it; `next_step` says what to do."""

    def __init__(self, what: str, at: tuple[str | int, ...], next_step: str) -> None:
        super().__init__(what)
        self.at = at
        self.next_step = next_step


class Form(NamedTuple):
    """What is told of a text that has not the form it needs: "<the text> <what>.", and what to do."""

    what: str
    next_step: str


#: By the pattern that the text is held against.
FORMS: dict[str, Form] = {}


def formed(pattern: str, what: str, next_step: str) -> StringConstraints:
    """A text that fits the pattern, for `Annotated`; `what` ("is not written as an id") is told of others."""
    FORMS[pattern] = Form(what, next_step)
    return StringConstraints(pattern=pattern)
