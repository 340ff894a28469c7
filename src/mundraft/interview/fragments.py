"""Parts of sentences where a whole one is asked for: "that every shirt is made by an adult", "to end child labour".

Questions that begin with "What does your country want" or "Why" invite them, and the paper prints them as sentences.
"That" may as well begin a sentence ("That law is old"), so only words count that cannot follow it there.
"""

from __future__ import annotations

import re

#: What follows "that" where it joins a clause: "that every child", never "that law".
_SUBJECT = re.compile(
    r"that (?:the|an?|both|each|every|everyone|nobody|no|any|these|those|its|their|our|his|her|they|we|he|she|it"
    r"|(?:all )?(?:states|countries|governments|children|people|women|men))\b",
    re.IGNORECASE,
)
#: "That every child works is a scandal", "That we wait shows nothing": the clause is what a sentence speaks of.
_GOES_ON = re.compile(
    r"\b(?:(?:is|was|remains) (?:an?|the|no|not|one|what|why|our|its|common|clear|true|beyond|known|well known)\b"
    r"|does|shows?|means|proves|tells|matters|makes|shames|explains)\b"
)
_BECAUSE = re.compile(r"because (?!of\b)", re.IGNORECASE)
_TO = re.compile(r"to (?!be\b)[a-z]")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|cannot|could|would|should|must|will|may|saves?|means|takes?|costs?|requires?)\b"
)
_FIRST = re.compile(r"[^.!?;:—–]*")


def joining_word_alone(text: str) -> str:
    """The word that makes the beginning of a text a part of a sentence ("that", "because", "to"), "" for none."""
    first = _FIRST.match(text.strip())
    words = first[0].strip() if first else ""
    if _SUBJECT.match(words) and (words[0] == "t" or not _GOES_ON.search(words)):
        return "that"
    if "," in words:
        return ""
    if _BECAUSE.match(words):
        return "because"
    return "to" if _TO.match(words) and not _FINITE.search(words) else ""
