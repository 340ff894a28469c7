"""Names near to one that is not known: what was meant by it."""

from __future__ import annotations

from collections.abc import Iterable


def names_near(name: str, known: Iterable[str], n: int = 3, cutoff: float = 0.6) -> list[str]:
    """The `n` names that are most like another, the nearest first; `cutoff` is how like they must be, from 0 to 1.

    difflib is loaded here, since only a mistake needs it."""
    from difflib import get_close_matches

    return get_close_matches(name, list(known), n, cutoff)
