"""Whether a topic's words name a goal and not a problem: only a problem has causes, forms and victims.

A sign and no proof, by how the words begin: it only advises.
"""

from __future__ import annotations

import re

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
    r"|(?:achieving|advancing|addressing|combating|countering|curbing|ending|eliminating|empowering|ensuring"
    r"|eradicating|expanding|fostering|guaranteeing|halting|improving|increasing|mitigating|preserving|preventing"
    r"|promoting|protecting|providing|realising|realizing|reducing|reforming|regulating|restoring|safeguarding"
    r"|securing|stopping|strengthening|supporting|tackling|upholding)\s",
    re.IGNORECASE,
)


def sounds_like_a_goal(words: str) -> bool:
    """Whether a topic's words name something to be reached: "universal access to safe water", "ending child labour"."""
    return _BEGINS.match(words.strip()) is not None
