"""Whether a topic's words name a goal and not a problem: only a problem has causes, forms and victims.

A sign and no proof, by how the words begin: it only advises.
"""

from __future__ import annotations

import re

#: Deeds, and the nouns for them where English has one: sentences take in "the protection of reefs" better.
_DEEDS = {
    "achieving": "", "advancing": "the advancement of", "addressing": "", "banning": "a ban on",
    "combating": "the fight against", "combatting": "the fight against", "conserving": "the conservation of",
    "countering": "the fight against", "creating": "the creation of", "curbing": "", "ending": "the end of",
    "eliminating": "the elimination of", "empowering": "the empowerment of", "ensuring": "",
    "eradicating": "the eradication of", "expanding": "the expansion of", "fostering": "", "guaranteeing": "",
    "halting": "a halt to", "improving": "the improvement of", "increasing": "", "keeping": "", "making": "",
    "managing": "the management of", "mitigating": "the mitigation of", "preserving": "the preservation of",
    "preventing": "the prevention of", "promoting": "the promotion of", "protecting": "the protection of",
    "providing": "the provision of", "realising": "", "realizing": "", "reducing": "the reduction of",
    "reforming": "the reform of", "regulating": "the regulation of", "restoring": "the restoration of",
    "safeguarding": "the protection of", "saving": "", "securing": "", "solving": "", "stopping": "an end to",
    "strengthening": "the strengthening of", "supporting": "support for", "tackling": "the fight against",
    "upholding": "",
}  # fmt: skip
#: What begins words for a state to be reached, or for the work of reaching it.
_BEGINS = re.compile(
    r"(?:the\s+)?(?:"
    r"(?:universal|equal|equitable|fair|free|safe|affordable|better|full|inclusive|sustainable|lasting|decent)\s"
    r"|(?:gender\s+)?(?:equality|parity)\b"
    r"|(?:access|right|rights)\s+(?:to|of)\b"
    r"|(?:protection|promotion|prevention|eradication|elimination|abolition|reduction|restoration|reform|inclusion"
    r"|empowerment|advancement|improvement|strengthening|achievement|conservation|preservation)\s+of\b"
    r")",
    re.IGNORECASE,
)
#: Deeds that may also be what a thing does by itself: "increasing sea temperatures" is a problem and its noun.
_BY_ITSELF = frozenset(("advancing", "expanding", "increasing"))
#: What makes a deed of those: a word for whose it is or which, or for what people want more of.
_WANTED = re.compile(
    r"(?:the|an?|its|their|our|\w+['’]s?"
    r"|access|aid|awareness|capacity|co-?operation|education|equality|funding|investments?|opportunities|participation"
    r"|representation|resilience|support|transparency)\b|\w+s['’]",
    re.IGNORECASE,
)
#: Where a noun in the place of the deed reads badly: what it is done to does not follow, or more than one is done.
_NO_NOUN = re.compile(
    r"\w+\s+(?:against|and|by|for|from|how|in|on|or|that|to|what|whether|with)\b"
    r"|(?:banning|halting|preventing|stopping)\b.*\bfrom\s+\w+ing\b"
    rf"|.*(?:\b(?:and|or)|,)\s+(?:{'|'.join(_DEEDS)})\b",
    re.IGNORECASE | re.DOTALL,
)


def sounds_like_a_goal(words: str) -> bool:
    """Whether a topic's words name something to be reached: "universal access to safe water", "ending child labour"."""
    return _BEGINS.match(words.strip()) is not None or is_deed(words)


def is_deed(words: str) -> bool:
    """Whether a topic's words begin with what is done to something ("protecting reefs"), and not with a noun ("the
    fighting at Suez", "banning of books", "increasing sea temperatures")."""
    parted = words.casefold().split(maxsplit=1)
    if len(parted) < 2 or parted[0] not in _DEEDS or parted[1].startswith("of "):
        return False
    return parted[0] not in _BY_ITSELF or _WANTED.match(parted[1]) is not None


def deed_as_noun(words: str) -> str:
    """The same with a noun at its beginning ("the protection of reefs"), "" where there is none for it."""
    deed, *what = words.split()
    noun = _DEEDS[deed.casefold()]
    return " ".join((noun, *what)) if noun and not _NO_NOUN.match(" ".join((deed, *what))) else ""
