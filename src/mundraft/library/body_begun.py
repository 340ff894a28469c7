"""The body with whose whole name a longer one begins: "UNICEF executive board" is a matter of UNICEF.

Conferences call committees by an organ that the library does not list, or add a word of their own ("UNSC crisis").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mundraft.library.matching import SAME_WORDS, Ranked

#: Names of bodies have fewer words: nothing longer is looked for.
_MOST_WORDS = 12


def body_begun_with(query: str, rank: Callable[[str], Sequence[Ranked]]) -> str:
    """The id of the one body that the first words of a query name in full, as many of them as can be; "" for none.

    `rank` finds bodies by a name."""
    words = query.split()[:_MOST_WORDS]
    for many in range(len(words) - 1, 0, -1):
        found = rank(" ".join(words[:many]))
        if found and found[0].sure and found[0].score >= SAME_WORDS:
            return found[0].ref
    return ""
