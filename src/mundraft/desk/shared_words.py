"""What the papers of a class have in common: whole papers that are the same, and sentences of the delegates' own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mundraft.desk.checking import PaperCheck

#: A sentence of fewer words may come to two people by itself.
FEWEST_WORDS = 10


class Shared(NamedTuple):
    """Papers that share `sentences`, in the order of the first of them; `whole`: they are one paper.

    `of` is how many sentences of that length each of the papers has."""

    papers: tuple[Path, ...]
    sentences: tuple[str, ...]
    whole: bool = False
    of: tuple[int, ...] = ()


def shared_words(checks: Iterable[PaperCheck]) -> tuple[Shared, ...]:
    """What papers share: first those that are the same, then groups with the most sentences in common. A paper that is
    the same as another is named with it, and no more for each sentence."""
    papers = [check for check in checks if check.own_sentences]
    same: dict[tuple[str, ...], list[Path]] = {}
    for check in papers:
        same.setdefault(tuple(folded for folded, _ in check.own_sentences), []).append(check.path)
    first = {paths[0] for paths in same.values()}
    twice = [Shared(tuple(paths), (), whole=True) for paths in same.values() if len(paths) > 1]
    return *twice, *_sharing([check for check in papers if check.path in first])


def _sharing(papers: Sequence[PaperCheck]) -> list[Shared]:
    holders: dict[str, dict[Path, str]] = {}
    long: dict[Path, int] = {}
    for check in papers:
        compared = {folded: words for folded, words in check.own_sentences if folded.count(" ") + 1 >= FEWEST_WORDS}
        long[check.path] = len(compared)
        for folded, words in compared.items():
            holders.setdefault(folded, {}).setdefault(check.path, words)
    groups: dict[tuple[Path, ...], list[str]] = {}
    for who in holders.values():
        if len(who) > 1:
            groups.setdefault(tuple(who), []).append(next(iter(who.values())))
    shared = [Shared(who, tuple(sentences), of=tuple(long[path] for path in who)) for who, sentences in groups.items()]
    return sorted(shared, key=lambda one: (-len(one.sentences), -len(one.papers)))
