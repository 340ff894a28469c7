"""Cleaning of text where it enters: the one place that decides which characters a paper can hold."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

# What XML 1.0 forbids (its production `Char`), and so what no Word file can carry; and the controls that it only
# discourages, which terminals obey (U+009B colours and moves as Escape does) and no reader ever sees.
_FORBIDDEN = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
#: Marks upon one letter. Unicode's stream-safe form allows as many (Annex 15, section 13); no script has ten.
_MOST_MARKS = 30
# Characters among which there is no mark, and nothing but which most texts hold: Latin letters and the usual signs.
_WITHOUT_MARKS = re.compile("[\0-\u02ff\u2010-\u2027\u2030-\u205e\u20ac]*")
_JOINER = "\u034f"
# Marks of Tibetan that are two, and say of themselves that they are none.
_TWO_MARKS = frozenset("\u0f73\u0f75\u0f81")


def clean(text: str) -> str:
    """The text in Unicode's NFC, without what XML forbids and terminals obey, every line ended by a newline alone.

    Nothing else is changed: spaces, tabs, emoji and every script stay as they were typed, but that heaps of marks are
    parted by a character that nobody sees. Cleaning twice is cleaning once.
    """
    if text.isprintable() or text.replace("\n", "").isprintable():  # so nothing else in it is forbidden, or ends a line
        return text if text.isascii() else composed(text)
    # compiled here, when it is needed, which most texts never make it
    return composed(re.sub(_FORBIDDEN, "", text.replace("\r\n", "\n").replace("\r", "\n")))


def is_plain(text: str) -> bool:
    """Whether a text is one printable line of what most texts hold alone (Latin letters and the usual signs): it is
    clean then, as is each stretch of it, and runs from left to right."""
    return text.isprintable() and (text.isascii() or _WITHOUT_MARKS.fullmatch(text) is not None)


def composed(text: str, form: Literal["NFC", "NFD", "NFKD"] = "NFC") -> str:
    """The text in a normal form of Unicode, in a time that grows with its length alone.

    Python sorts the marks upon one letter in a time that grows with the square of their number: a file of nothing else
    would keep it busy for hours."""
    return unicodedata.normalize(form, text if _WITHOUT_MARKS.fullmatch(text) else _with_heaps_parted(text))


def _with_heaps_parted(text: str) -> str:
    runs = _runs()
    return runs.stacked.sub(_parted, text) if runs.any.search(text) else text


class _Runs(NamedTuple):
    """Where so many marks could stand upon one letter: a run with the character before it, and such a run alone, which
    is found in a sixth of the time."""

    stacked: re.Pattern[str]
    any: re.Pattern[str]


@lru_cache(maxsize=1)
def _runs() -> _Runs:
    """Compiled when they are needed: it takes as long as hundreds of papers' texts without marks."""
    # Without Latin, Greek, Cyrillic, Chinese and Korean.
    mark_or_other = "[^\0-\u02ff\u0370-\u0482\u048a-\u0590\u3400-\u9fff\uac00-\ud7a3]"
    return _Runs(re.compile(f"(?s:.?){mark_or_other}{{8,}}"), re.compile(f"{mark_or_other}{mark_or_other}{{7}}"))


def _parted(run: re.Match[str]) -> str:
    """A run of characters with a joiner wherever more marks than any script has would stand upon one letter."""
    letters = run[0]
    if len(letters) - list(map(unicodedata.combining, letters)).count(0) < 9 and _TWO_MARKS.isdisjoint(letters):
        return letters  # none decomposes into more than three marks
    parts: list[str] = []
    marks = 0
    for letter in letters:
        first, last = _marks_of(letter) if unicodedata.decomposition(letter) else _plainly(letter)
        if marks + first > _MOST_MARKS:
            parts.append(_JOINER)
            marks = 0
        parts.append(letter)
        marks = last if last >= 0 else marks + first
    return "".join(parts)


def _plainly(letter: str) -> tuple[int, int]:
    """The same as `_marks_of` for what is no more than itself."""
    return (1, -1) if unicodedata.combining(letter) else (0, 0)


@lru_cache(maxsize=1_000)
def _marks_of(letter: str) -> tuple[int, int]:
    """How many marks a character begins with, and how many it ends with, once it is taken apart; -1 for nothing but
    marks."""
    apart = unicodedata.normalize("NFD", letter)
    marks = [unicodedata.combining(one) != 0 for one in apart]
    if all(marks):
        return len(marks), -1
    return marks.index(False), marks[::-1].index(False)
