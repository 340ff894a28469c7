"""Taking a name that a person wrote for the one entry it surely means, or saying what it could mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mundraft.problems import Problem, UnknownName

if TYPE_CHECKING:
    from mundraft.library.search_path import Match


#: As many are named as a person takes in.
_NAMED = 5


def surely_meant(called: str, query: str, matches: tuple[Match, ...]) -> str:
    """The id of the entry that a query surely means. `called` is "country", "instrument", "body" or "conference".

    Raises `UnknownName`, naming what else the query could mean."""
    if matches and matches[0].sure:
        return matches[0].ref
    raise UnknownName(_could_mean(called, query, [match.title for match in matches[:_NAMED]]))


def _could_mean(called: str, query: str, titles: list[str]) -> Problem:
    if not titles:
        what = f"The library has no {called} that “{query}” could mean."
        new = ", or write a preset for yours: mundraft conference new NAME" if called == "conference" else ""
        return Problem(f"{called}-unknown", what, f"See: mundraft {called} list{new}")
    could_be = " or ".join(filter(None, [", ".join(titles[:-1]), titles[-1]]))
    return Problem(f"{called}-unknown", f"“{query}” could mean {could_be}.", "Write the one that you mean.")
