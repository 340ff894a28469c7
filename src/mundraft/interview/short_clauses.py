"""Short clauses where a noun phrase is asked for: "France and Australia burn coal", "traffickers sell children".

`phrases` sees a sentence by its full stops, its pronouns and words such as "is" or "has". Here a subject is looked for
that a plain verb follows, and only verbs that are hardly ever nouns count: a false alarm costs more than a miss.
"""

from __future__ import annotations

import re
from functools import cache

#: Verbs that are no nouns, in the form that follows "they"; "need" and "lack" are some before "for" and "of" alone.
_VERBS = (
    "become|believe|bring|buy|choose|come|destroy|emit|exploit|fear|force|get|give|go|ignore|keep|kill|lack|let|lose|"
    "make|need|pollute|provide|receive|refuse|reject|sell|send|suffer|take|throw|use|want|write|"
    "burn|earn|eat|feed|grow|hide|live|produce|spend|steal|think|violate"
)
#: The form that follows "it", where it is no noun in the plural.
_ITS_VERBS = (
    "becomes|believes|brings|burns|buys|chooses|comes|destroys|earns|eats|emits|exploits|gets|gives|grows|hides|ignores|"
    "keeps|kills|lacks|loses|makes|needs|pays|pollutes|produces|provides|receives|refuses|rejects|sells|sends|spends|"
    "steals|suffers|takes|throws|uses|violates|wants"
)
#: Past forms that differ from the participle, so that no noun phrase goes on with them.
_PAST = "became|began|broke|chose|fell|forgot|gave|grew|hid|knew|rose|saw|spoke|stole|took|threw|went|withdrew|wrote"
_NAME = r"(?:[Tt]he )?[A-Z][\w’'-]*(?: (?:of (?:the )?|the )?[A-Z][\w’'-]*){0,3}"
_FEW = r"(?:a few|all|both|few|many|more|most|other|our|poor|rich|several|some|such|the|their|these|those|too many)"
_PLURAL = r"(?:people|children|women|men|police|[a-z]{3,}[^\Ws]s)"
#: "of" and "for" after it make a noun of the word before; a comma and the end leave it open what it is.
_GOES_ON = r" (?!of\b|for\b|by\b|and\b|or\b)[^\W_]"
_CLAUSES = (
    # "France and Australia burn coal"; "States burn coal"
    rf"{_NAME}(?:, {_NAME})*,? and {_NAME} (?:{_VERBS}|{_PAST}){_GOES_ON}",
    rf"(?:[A-Z][a-z]+ )?(?:States|Countries|Governments|People|Companies|Nations) (?:{_VERBS}){_GOES_ON}",
    # "many rich countries burn coal"
    rf"(?i:{_FEW} )?(?:(?!to\b|let\b|make\b|help\b|of\b|for\b)[a-z]+ )?{_PLURAL} (?:{_VERBS}){_GOES_ON}",
    # "France burns coal", "burning coal kills people", "the government ignores us"
    rf"{_NAME} (?:{_ITS_VERBS}|{_PAST}){_GOES_ON}",
    rf"(?:[A-Za-z’'-]+ ){{1,3}}(?:{_ITS_VERBS}){_GOES_ON}",
)
_OPEN = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|what|how|why|whether|if|than|as|before|after|to|for|of|with|in|on|at|by"
    r"|from|about|letting|making|helping|seeing|having|watching)\b",
    re.IGNORECASE,
)


#: Each stands between spaces in every clause: where none of them does, there is none to look for.
_ANY_VERB = frozenset(f"{_VERBS}|{_ITS_VERBS}|{_PAST}".split("|"))


@cache
def _clauses() -> tuple[re.Pattern[str], ...]:
    """Compiled with the first answer that has one of the verbs: it takes 4 ms, which no screen has to wait for."""
    return tuple(re.compile(pattern) for pattern in _CLAUSES)


def is_short_clause(text: str) -> bool:
    """True where the words begin with a subject and its verb."""
    parted = text.split()
    if _ANY_VERB.isdisjoint(parted):
        return False
    words = " ".join(parted)
    return any((found := clause.match(words)) and not _opens_more(found[0]) for clause in _clauses())


def _opens_more(words: str) -> bool:
    """Whether the verb stands inside another phrase: "coal that France burns", "ways to help families keep homes".

    The "of" inside a name ("Republic of Korea") opens nothing."""
    return _OPEN.search(re.sub(r"(?<=[a-z]) of (?:the )?(?=[A-Z])", " ", words)) is not None
