"""Words as searches compare them: "migrants" and "migration" are one, "reef" and "refugee" are two.

Two words are one where their roots are the same, and never because one begins as the other does."""

from __future__ import annotations

from functools import lru_cache

from mundraft.text.folding import fold

#: The longest first: of several that fit, the first is taken off.
_ENDINGS = (
    "ization", "isation", "ations", "ation", "ments", "ants", "ings", "ions", "isms", "ists", "ness",
    "ment", "ant", "ing", "ion", "ism", "ist", "ies", "ers", "ery", "ed", "er", "es", "al", "s", "y",
)  # fmt: skip
#: A word is not shortened below so many letters; a plural may leave a shorter one ("seas").
_SHORTEST, _SHORTEST_SINGULAR = 4, 3
_NOT_BY_ENDINGS = {"children": "child", "women": "woman", "labor": "labour", "disarm": "disarmament"}
_KEPT = 4096
#: More texts than the instruments have names: each is looked at again at every letter that is typed into a search.
_TEXTS_KEPT = 8192


@lru_cache(_TEXTS_KEPT)
def roots(text: str) -> frozenset[str]:
    """The roots of all words of a text."""
    return frozenset(map(root, fold(text).split()))


@lru_cache(_KEPT)
def root(word: str) -> str:
    """The root of a folded word."""
    word = _NOT_BY_ENDINGS.get(word, word)
    for ending in _ENDINGS:
        shortest = _SHORTEST_SINGULAR if ending == "s" else _SHORTEST
        if word.endswith(ending) and len(word) - len(ending) >= shortest and (ending != "s" or word[-2] != "s"):
            word = word.removesuffix(ending)
            break
    stem = word.rstrip("ei") if len(word) > _SHORTEST else word
    return stem.removesuffix("k") if stem.endswith("ck") and len(stem) > _SHORTEST else stem
