"""A sentence inside an answer that begins with a small letter: "It began in 2019. the government …".

A full stop also shortens a word, and no list holds all of those. So this is advice, told once of an answer, and what
may be a shortened word is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mundraft.problems import Problem, Severity
from mundraft.text.folding import fold
from mundraft.text.shortened import shortened

from .taking_apart import masked_quotations

if TYPE_CHECKING:
    from .texts import Text

_STOP = re.compile(r"(?<=[^\s.!?…])([.!?])\s+(?=[^\W\d_])")
#: The word before a stop, without what opens a bracket before it.
_LAST_WORD = re.compile(r"[^\s(\[{/]+$")
#: "1." or "ii)" at the head of a point, where no sentence has ended.
_POINT = re.compile(r"(?:^|[\n:;])\s*\(?(?:\d{1,2}|[ivx]{1,4})$")
#: "(a) the", "a) the", "www.example.org", "e.g. the", "iPhone": what begins with a small letter wherever it stands.
_KEEPS_ITS_LETTER = re.compile(r"\w\)|https?:|www\.|\w+[.@]\w|[^\W\d_]+[A-Z]")
#: Shortened words that have a vowel, which others do not: those need no list.
_SHORTENED = frozenset(
    (
        "add", "adm", "al", "amb", "approx", "apr", "art", "arts", "assoc", "aug", "av", "avg", "ca", "cap", "capt",
        "co", "col", "conf", "cons", "corp", "dec", "dep", "dept", "dev", "dir", "dist", "doc", "docs", "ed", "eds",
        "eg", "esp", "est", "etc", "ex", "excl", "feb", "fig", "figs", "gen", "gov", "govt", "govts", "hon", "ibid",
        "ie", "inc", "incl", "incorp", "inst", "int", "intl", "jan", "jul", "jun", "mar", "max", "mil", "min", "mio",
        "natl", "no", "nos", "nov", "oct", "op", "org", "orig", "para", "paras", "pop", "pres", "prof", "publ", "reg",
        "rep", "res", "resol", "resp", "rev", "sec", "secs", "sen", "sep", "sept", "ser", "sess", "st", "supp",
        "suppl", "temp", "univ", "viz", "vol", "vols",
    )
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouy]")
_BEFORE, _SHOWN = 40, 60


def small_letters(texts: Iterable[Text]) -> Iterator[Problem]:
    """Advice for each answer in which a sentence begins with a small letter, naming the first one."""
    for text in texts:
        found = None if text.quoted else _first_in(text.words)
        if found:
            before, begins = found
            word = begins.split(maxsplit=1)[0]
            yield Problem(
                "sentence-small-letter",
                f"A sentence begins with a small letter: “…{before} {begins}”",
                f"Write “{word[:1].title()}{word[1:]}”; or no full stop before it, if the sentence goes on.",
                address=text.address,
                severity=Severity.ADVICE,
            )


def _first_in(words: str) -> tuple[str, str] | None:
    """The end of a sentence, and how the next one begins, with a small letter; None where none does."""
    own = masked_quotations(words)
    for stop in _STOP.finditer(own):
        begins = own[stop.end()]
        # Letters of Georgian are small ones, and begin a sentence as they are: `title` knows.
        if begins.islower() and begins.title() != begins and _ends_a_sentence(own, stop):
            return words[: stop.end(1)].split()[-1], shortened(words[stop.end() :], _SHOWN)
    return None


def _ends_a_sentence(words: str, stop: re.Match[str]) -> bool:
    if _KEEPS_ITS_LETTER.match(words, stop.end()):
        return False
    before = words[max(0, stop.start() - _BEFORE) : stop.start()]
    last = _LAST_WORD.search(before)
    return stop[1] != "." or not (_POINT.search(before) or last is None or _is_shortened(last.group()))


def _is_shortened(word: str) -> bool:
    """Whether the full stop behind a word may only shorten it: "e.g", "No", "Ph", "govt"."""
    plain = fold(word)
    if "." in word or len(plain) <= 1 or plain in _SHORTENED:
        return True
    return plain.isascii() and plain.isalpha() and not word.isupper() and not _VOWELS.search(plain)
