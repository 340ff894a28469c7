"""Capitals of words that are no names, at the beginning of what stands inside a sentence: "Hidden sewing rooms".

A name keeps its capital, and no list holds all names. So a word counts as plain only where it is one with which phrases
begin and no name does, where its ending is none of a name, or where the same answer has it small.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .phrases import first_word

_PLAIN = frozenset(
    re.findall(
        r"\w+",
        """
        abandoned abuse access adults agencies aid armed authorities bad better bonded boys bribes broken buyers
        camps cheap child childhood cities clean climate coastal companies consumers corrupt corruption crews
        crime crowded cuts daily dangerous deaths debt debts demand dirty disease domestic drought droughts
        early economic education elderly employers empty factories factory fake false families farmers farming
        fear fees fewer fines fishers fishing floods food forced forgotten fraud free gangs gaps garment
        garments greed growing hard hazardous health heavy hidden high home hunger ignorance illegal inadequate
        indebted inspectors insufficient jobs joint laws legal limited loans local long loopholes losing low
        lower marginalised migrants migration missing money mothers new night old online open organised outdated
        overfishing parents patients pay payments people plastic police polluted pollution poor poorly porous
        poverty prices private producers public pupils quick rapid recruiters rising rural safe school schools
        sewage sexual shortages shrinking slow small smugglers smuggling social soldiers stolen street stronger
        subcontractors subsidies suppliers taxes teachers tourism traffickers trafficking training travel
        uncontrolled undocumented uneducated unemployed unemployment unequal unfair unlicensed unpaid
        unregistered unregulated unsafe unskilled urban victims villages violence vulnerable wages war waste
        water weak weapons widespread women work workers working workshops young younger youth
        """,
    )
)
_ENDING = re.compile(r".{4,}(?:less|ful|ments)")
#: Words that some write with a capital wherever they stand.
_MAY_BE_NAMES = frozenset(("governments", "parliaments"))
_LINKS = frozenset(("and", "for", "of", "on", "the"))
_WORD = re.compile(r"[^\W\d_]+")


def needless_capital(text: str, answer: tuple[str, ...] = ()) -> str:
    """The plain word with whose capital a phrase begins, "" for none. `answer` are all lines of its list.

    A capital on the word behind it makes a name of both: "Child Rights Network"."""
    word = first_word(text)
    if not word[:1].isupper() or not word[1:].islower() or _begins_a_name(text, word):
        return ""
    plain = word.lower()
    if plain in _PLAIN or (_ENDING.fullmatch(plain) and plain not in _MAY_BE_NAMES):
        return word
    return word if plain in _words_of(answer) else ""


@lru_cache(maxsize=8)
def _words_of(answer: tuple[str, ...]) -> frozenset[str]:
    """All words of a list as they stand there: it may have very many lines, each of which is held against them."""
    return frozenset(word for line in answer for word in _WORD.findall(line))


def _begins_a_name(text: str, word: str) -> bool:
    """Whether the next word of weight has a capital too: "Food and Agriculture Organization"."""
    behind = (one for one in text.strip()[len(word) :].split() if one not in _LINKS)
    return next(behind, "")[:1].isupper()
