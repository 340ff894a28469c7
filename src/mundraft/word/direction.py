"""Which way text runs: Word must be told, for each paragraph and each run, that Arabic and Hebrew read from the right.

The rules are the first two of the Unicode Bidirectional Algorithm (UAX #9): a paragraph runs as its first strong
character does, and characters without a direction take that of their neighbours, or else of the paragraph.
"""

from __future__ import annotations

import re
from itertools import groupby
from unicodedata import bidirectional

from mundraft.text.clean import clean

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")
_DIRECTIONS = {"R": True, "AL": True, "L": False}


def is_right_to_left(text: str) -> bool:
    """True where the first character with a direction of its own is written from the right."""
    if text.isascii() or not _RIGHT_TO_LEFT.search(text):
        return False
    return next((_DIRECTIONS[kind] for kind in map(bidirectional, text) if kind in _DIRECTIONS), False)


def stretches(text: str, paragraph_is_right_to_left: bool) -> list[tuple[str, bool]]:
    """The text, clean, in stretches of one direction, each with True where it runs from the right."""
    if not text:
        return []
    if not paragraph_is_right_to_left and (text.isascii() or not _RIGHT_TO_LEFT.search(text)):
        return [(text, False)]
    text = clean(text)  # composed, or an accent would be parted from its letter: accents have no direction of their own
    directions = _settled([_DIRECTIONS.get(bidirectional(char)) for char in text], paragraph_is_right_to_left)
    grouped = groupby(zip(text, directions, strict=True), key=lambda pair: pair[1])
    return [("".join(char for char, _ in pairs), direction) for direction, pairs in grouped]


def _settled(directions: list[bool | None], paragraph: bool) -> list[bool]:
    """Every direction decided: what has none takes its neighbours' where they agree, else the paragraph's."""
    after: list[bool] = []
    following = paragraph
    for direction in reversed(directions):
        following = following if direction is None else direction
        after.append(following)
    after.reverse()
    settled: list[bool] = []
    before = paragraph
    for direction, following in zip(directions, after, strict=True):
        if direction is not None:
            before = direction
            settled.append(direction)
        else:
            settled.append(before if before == following else paragraph)
    return settled
