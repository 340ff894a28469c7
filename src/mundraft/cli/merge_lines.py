"""What a merge did with two delegates' copies, as lines: what was taken from whom, and both wordings of a conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mundraft.text.harmless import in_one_line
from mundraft.text.shortened import shortened

if TYPE_CHECKING:
    from mundraft.paper.address import Address
    from mundraft.paper.compare import Conflict, Difference, Merge
    from mundraft.paper.model import Paper


class Copy(NamedTuple):
    """One of the two copies: its file, as it was named, and the paper in it."""

    path: Path
    paper: Paper


#: As much as is told of what is deleted, and still stands in the other copy.
_MOST_LETTERS = 90

Called = Callable[["Address"], str]


def merged_lines(preferred: Copy, other: Copy, merged: Merge, called: Called, *, has_base: bool) -> Iterator[str]:
    """What was taken over, and without a copy from which both began, what one of them may have deleted in vain."""
    from mundraft.paper.compare import differences

    taken = differences(preferred.paper, merged.paper)
    yield f"Taken from {other.path}:" if taken else f"Nothing was taken from {other.path}."
    for one in taken:
        yield from _taken(one, called)
    yield f"All else is as in {preferred.path}."
    if not has_base:
        yield from _only_in_one(preferred, other, called)


def conflict_lines(preferred: Copy, other: Copy, merged: Merge, called: Called, next_step: str) -> Iterator[str]:
    """Both wordings of each conflict, and what to do about them; nothing where there is none."""
    for conflict in merged.conflicts:
        yield from _conflict(conflict, preferred, other, called)
    if merged.conflicts:
        yield f"    -> {next_step}"


def _taken(one: Difference, called: Called) -> Iterator[str]:
    yield f"  {called(one.address)}  ({one.address})"
    if one.kind == "order":
        yield "      their order"
    elif one.kind == "removed" or not _words(one.theirs):
        yield f"      deleted; it was: {shortened(_words(one.ours), _MOST_LETTERS)}"
    else:
        yield f"      {_words(one.theirs)}"


def _only_in_one(preferred: Copy, other: Copy, called: Called) -> Iterator[str]:
    from mundraft.paper.compare import differences

    alone = [one for one in differences(preferred.paper, other.paper) if one.kind in ("added", "removed")]
    if not alone:
        return
    yield "Only one copy has these. Whoever does not may have deleted them; without --base nobody knows, so they stand:"
    for one in alone:
        whose = preferred.path if one.kind == "removed" else other.path
        yield f"  {called(one.address)}  ({one.address}), only in {whose}"


def _conflict(conflict: Conflict, preferred: Copy, other: Copy, called: Called) -> Iterator[str]:
    where = f"“{called(conflict.address)}” ({conflict.address})"
    if conflict.why:
        yield f"{where} of {other.path} is not in the merged paper: {conflict.why}."
        return
    yield f"Both copies answered {where}; the answer of {preferred.path} stands."
    yield f"      {preferred.path}: {_words(conflict.ours)}"
    yield f"      {other.path}: {_words(conflict.theirs)}"


def _words(value: Any) -> str:
    from mundraft.paper.compare import in_words

    return in_one_line(" ".join(in_words(value).splitlines()))
