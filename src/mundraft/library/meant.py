"""Taking a name that a person wrote for the one entry it surely means, or saying what it could mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mundraft.problems import Problem, UnknownName

if TYPE_CHECKING:
    from mundraft.library.search_path import Match


def surely_meant(called: str, query: str, matches: tuple[Match, ...]) -> str:
    """The id of the entry that a query surely means. `called` is "country" or "instrument".

    Raises `UnknownName`, naming what else the query could mean."""
    if matches and matches[0].sure:
        return matches[0].ref
    could_be = ", ".join(match.title for match in matches[:5])
    raise UnknownName(
        Problem(
            f"{called}-unknown",
            f"No {called} in the library is surely meant by {query!r}."
            + (f" It could be: {could_be}." if could_be else ""),
            f"See: mundraft {called} list",
        )
    )
