"""The forms that a text can need, each with what is told of a text that has another."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Meta


class Form(NamedTuple):
    """What is told of a text that has not the form it needs: "<the text> <what>.", and what to do."""

    what: str
    next_step: str


#: By the pattern that the text is held against.
FORMS: dict[str, Form] = {}


def formed(pattern: str, what: str, next_step: str) -> Meta:
    """A text that fits the pattern, for `Annotated`; `what` ("is not written as an id") is told of others.

    A pattern ends with `\\Z`: Python's `$` lets a line end follow."""
    FORMS[pattern] = Form(what, next_step)
    return Meta(pattern=pattern)
