"""The words of a quotation or of a treaty in the one form in which they are compared.

What a careful copyist may change is left out: case, accents, punctuation, quote marks, line breaks, the marks of lists
("(a)", "2."), hyphens of "co-operation", British and American spellings, "eighteen" for "18". Omissions ("…", "[...]")
and words that the writer put in brackets leave gaps, over which no run of words is carried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mundraft.text.folding import fold

_UP_TO_TWENTY = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred")
_FIGURES = {word: str(number) for number, word in enumerate(_UP_TO_TWENTY)} | {
    word: str(10 * tens) for tens, word in enumerate(_TENS, start=3)
}

# A hyphen after one of these is a matter of taste; after any other word it parts two words.
_PREFIXES = frozenset({"co", "re", "pre", "non", "sub", "inter", "anti", "multi"})
# Each makes one spelling of the British and the American one; that it also bends other words ("otherwize") does no
# harm, since both sides are bent.
_SPELLINGS = tuple(
    (re.compile(pattern), one)
    for pattern, one in (
        (r"^(\w{2,}[iy])s(e|ed|es|er|ers|ing|ation|ations)$", r"\1z\2"),
        (r"^((?:endeav|neighb|dishon|behavi|lab|col|fav|hon|arm|harb|hum)o)u(r)", r"\1\2"),
        (r"^(program)me(s?)$", r"\1\2"),
        (r"^(cent|theat)re(s?)$", r"\1er\2"),
        (r"^(def|off|lic)ence(s?)$", r"\1ense\2"),
        (r"^(\w*(?:jud|knowled)g)e(ments?)$", r"\1\2"),
        (r"^(fulfil|enrol|instal)l", r"\1"),
        (r"^(travel|counsel|cancel|label|model)l(ed|ing|or|ors|er|ers)$", r"\1\2"),
    )
)

_PIECES = re.compile(
    r"""(?P<gap> \[ [^\[\]]{2,300} \] | \[\s{0,8}\] | … | \.(?:\s?\.){2,} )
      | (?P<mark> \( (?:[a-z]{1,2} | [ivxl]{1,5} | \d{1,2}) \)
                | (?:^|[.;:,]) [\s"“'‘«]{0,8} \d{1,2} \.(?=\D|$)
                | (?:^|[.;:,\n]) [\s"“'‘«]{0,8} (?:[a-z]|[ivx]{1,4}|\d{1,2}) \) )
      | (?P<word> (?:\[[^\W\d_]\])? [^\W\d_]+ (?: (?:['’‘]|[-‐‑­](?:[ \t]*\n\s*)?) [^\W\d_]+ )* | \d+ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HYPHENS = re.compile(r"[-‐‑]")
_HYPHEN_AT_LINE_END = re.compile(r"[-‐‑][ \t]*\n\s*|­(?:[ \t]*\n\s*)?")
_BRACKETS = str.maketrans("", "", "[]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: in the form in which it is compared, and where it stands in the text (half-open, in characters)."""

    form: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def _form(word: str) -> str:
    """One spelling of a folded word."""
    for british, american in _SPELLINGS:
        word = british.sub(american, word)
    return _FIGURES.get(word, word)


def _forms(piece: str) -> Iterator[str]:
    """The forms of one written word: several where a hyphen parts them."""
    parts = _HYPHENS.split(_HYPHEN_AT_LINE_END.sub("", piece.translate(_BRACKETS)))
    while len(parts) > 1 and parts[0].lower() in _PREFIXES:
        parts[:2] = [parts[0] + parts[1]]
    for part in parts:
        for word in fold(part).split():
            yield _form(word)


def stretches(text: str) -> tuple[tuple[Word, ...], ...]:
    """The words of a text, parted where it says that something was left out or put in; empty stretches are left out."""
    found: list[list[Word]] = [[]]
    for piece in _PIECES.finditer(text):
        if piece["gap"]:
            found.append([])
        elif piece["word"]:
            found[-1].extend(Word(form, piece.start(), piece.end()) for form in _forms(piece[0]))
    return tuple(tuple(stretch) for stretch in found if stretch)


def forms(text: str) -> list[str]:
    """The words of a text that has no gaps, such as a treaty's, in the form in which they are compared."""
    return [word.form for stretch in stretches(text) for word in stretch]
