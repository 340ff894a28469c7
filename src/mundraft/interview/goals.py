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
    r")"
    # without "the", which makes of a deed a thing: "the fighting at Suez"
    rf"|(?:{'|'.join(_DEEDS)})\s",
    re.IGNORECASE,
)


def sounds_like_a_goal(words: str) -> bool:
    """Whether a topic's words name something to be reached: "universal access to safe water", "ending child labour"."""
    return _BEGINS.match(words.strip()) is not None


def is_deed(words: str) -> bool:
    """Whether a topic's words begin with what is done to something ("protecting reefs"), and not with a noun."""
    return len(parted := words.split()) > 1 and parted[0].casefold() in _DEEDS


def deed_as_noun(words: str) -> str:
    """The same with a noun at its beginning ("the protection of reefs"), "" where there is none for it."""
    deed, *what = words.split()
    noun = _DEEDS[deed.casefold()]
    return " ".join((noun, *what)) if noun else ""
