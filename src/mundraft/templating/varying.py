"""Which of several wordings a template takes: `vary`, by a key, the paper's own seed and whose turn it is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from mundraft.files.digests import sha256
from mundraft.templating import budget
from mundraft.templating.faults import Refused
from mundraft.templating.values import text_of

#: Characters of a key and its wordings that are not remembered: only a template made for it has as many.
_LONG_SEED = 10_000
#: So many turns lie between one topic and the next: a prime that no number of wordings divides.
_TOPIC_APART = 19


def vary(key: object, *wordings: object, by: object = "topic") -> Any:
    """One of several wordings of the template, so that papers differ while one paper stays as it is.

    A key that is a word chooses by itself; a key that is a number (`loop.index`) takes the wordings in turn, so that
    neighbours never begin alike. The paper's own seed, `variety` in the context, shifts both, and so does the `turn` of
    the rendering: as many renderings as there are wordings, their turns in a row, say each of them once.

    The topics of one paper take wordings that differ, but for what should be the same in all of them, as headings
    should: `vary("law", "Law", "What the law says", by="paper")`."""
    if not wordings:
        raise Refused("template-wrong-kind", "`vary` has no wordings to choose from.", 'Write vary("key", "a", "b").')
    of_paper = text_of(by) == "paper"
    if not of_paper and text_of(by) != "topic":
        raise Refused("template-wrong-kind", '`vary` goes by the "topic" or by the "paper".', 'Write by="paper".')
    return wordings[turn_of(budget.current(), key, said_in(map(text_of, wordings)), len(wordings), of_paper)]


def said_in(wordings: Iterable[str]) -> str:
    """The wordings of a `vary` in one, as its choice depends on them."""
    return "\x1f".join(wordings)


def turn_of(run: budget.Run, key: object, said: str, count: int, of_paper: bool = False) -> int:
    """Which of `count` wordings has its turn; `said` is what `said_in` makes of them."""
    turn = run.turn if of_paper else run.turn + _TOPIC_APART * run.place
    if isinstance(key, int):
        return (_start_for(f"{run.variety}\x1f\x1f{said}") + key + turn) % count
    return (_start_for(f"{run.variety}\x1f{text_of(key)}\x1f{said}") + turn) % count


def _start_for(seed: str) -> int:
    return _kept_start_for(seed) if len(seed) < _LONG_SEED else _start_of(seed)


def _start_of(seed: str) -> int:
    return int.from_bytes(sha256(seed.encode("utf-8", "surrogatepass")).digest()[:6], "big")


_kept_start_for = lru_cache(maxsize=1024)(_start_of)
