"""What was meant by a word or a number that a file cannot have: said as the next step."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mundraft.text.near import names_near

#: More names than these are not listed: nobody reads them. So many kinds can an answer have.
MOST_NAMED = 18
_LONGEST_WORD = 64
_CM_AN_INCH = 2.54
#: Numbers that are written in letters, and how they are written here.
_IN_LETTERS = {
    word: number
    for number, words in {
        "1": "one single", "1.5": "one-and-a-half",
        "2": "two double", "3": "three", "4": "four", "5": "five", "6": "six",
        "7": "seven", "8": "eight", "9": "nine", "10": "ten", "11": "eleven", "12": "twelve",
    }.items()
    for word in words.split()
}  # fmt: skip


def number_meant(text: str) -> str:
    """The number that was written in letters, with its unit or with a comma: "two", "2.54 cm", "1,800"; "" for none."""
    text = text.strip().casefold()
    found = re.match(r"(\d+(?:[.,]\d+)?)\s+\S|(\d{1,3}),(\d{3})$", text)
    meant = _IN_LETTERS.get(text) or (found and (found[1] or found[2] + found[3])) or ""
    return meant.replace(",", ".")


def centimetres_meant(text: str) -> str:
    """The centimetres of a length that was written in inches: "1 inch", "0.75in"; "" for any other."""
    found = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*(?:inch(?:es)?|in|\"|″|”)", text.strip().casefold())
    return f"{float(found[1].replace(',', '.')) * _CM_AN_INCH:.4g}" if found else ""


def key_meant(word: str, known: Sequence[str]) -> str:
    """The known name that a word is most like; "" where it is like none."""
    folded = {name.casefold().replace("_", "-"): name for name in known}
    written = word[:_LONGEST_WORD].casefold().replace("_", "-")
    close = names_near(written, folded)
    # letters that changed places ("aks") are meant before one that was left out
    close.sort(key=lambda name: sorted(name) != sorted(written))
    return folded[close[0]] if close else ""


def did_you_mean(word: str, known: Sequence[str], otherwise: str) -> str:
    """The next step for a word that is none of those known."""
    if meant := key_meant(word, known):
        return f"Did you mean {meant}?"
    if known and len(known) <= MOST_NAMED:
        return f"{otherwise}: {', '.join(known)}."
    return "Check the spelling, and the spaces at the start of the line."
