"""Spelling mistakes: which known names are within a few slips of what was typed.

The edit distance counts two swapped letters as one slip (optimal string alignment). It comes from RapidFuzz, which is
imported only where something is compared.
"""

from __future__ import annotations


def is_near(typed: str, known: str, allowed: int) -> bool:
    """Whether two words are the same but for so many slips."""
    from rapidfuzz.distance import OSA

    return OSA.distance(typed, known, score_cutoff=allowed) <= allowed


def near(typed: str, known: list[str], allowed: int) -> list[tuple[int, float]]:
    """The places of what is within so many slips of what was typed, and how close each is, 1 for the same."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if not allowed:
        return []
    hits = process.extract(typed, known, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    return [(index, 1 - distance / (allowed + 1)) for _, distance, index in hits]
