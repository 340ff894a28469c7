"""A verdict in sentences that a reader of sixteen understands. They always say that only some treaties can be checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

_COUNTS = (
    "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_MOST_NAMED = 6
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Told:
    """What the sentences are made of: counts of words, places as title and articles, the claimed place in words."""

    words: int
    found: int
    places: tuple[tuple[str, tuple[str, ...]], ...]
    differing: tuple[str, ...]
    claimed: str
    treaties: int


def count(number: int) -> str:
    """A number as prose writes it: in letters up to twenty."""
    return _COUNTS[number] if 0 <= number < len(_COUNTS) else f"{number:,}"


def series(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def articles(numbers: Sequence[str]) -> str:
    """ "article 35", "articles 34 and 35", "the preamble and article 1"; "" for none."""
    numbered = [number for number in numbers if number != "preamble"]
    named = ["the preamble"] if len(numbered) < len(numbers) else []
    if numbered:
        named.append(("article " if len(numbered) == 1 else "articles ") + series(numbered))
    return series(named)


def place(title: str, numbers: Sequence[str]) -> str:
    """ "article 35 of the Convention on the Rights of the Child"."""
    return f"{articles(numbers)} of {title}" if numbers else title


def _by_treaty(told: Told) -> list[str]:
    """The places, those of one treaty together: "articles 3 and 9 of ..."; long lists end with how many more there are."""
    together: dict[str, dict[str, None]] = {}
    for title, numbers in told.places:
        together.setdefault(title, {}).update(dict.fromkeys(numbers))
    return [place(title, list(numbers)) for title, numbers in together.items()]


def _all_places(told: Told) -> str:
    return series(_by_treaty(told))


def _shorter(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _limit(told: Told) -> str:
    return f"Only the {count(told.treaties)} treaties whose texts are known here can be checked."


def _exact(told: Told) -> str:
    several = len(told.places) > 1
    return f"These are the words of {_all_places(told)}" + (" alike" if several else "") + f". {_limit(told)}"


def _shared(told: Told) -> str:
    together = _by_treaty(told)
    return f"These words stand in {count(len(together))} treaties: {series(together)}. Say which one you mean. {_limit(told)}"


def _other(told: Told) -> str:
    return f"These are not the words of {told.claimed}, but of {_all_places(told)}. Change the article or the words. {_limit(told)}"


def _again(told: Told) -> str:
    marked = [f"“{_shorter(part)}”" for part in told.differing[:_MOST_NAMED]]
    return f" Look at {series(marked)} again." if marked else " Look at what was left out."


def _partly(told: Told) -> str:
    found = count(told.found).capitalize()
    if not told.differing:
        return f"The words stand in {_all_places(told)}, but not in this order or not together. {_limit(told)}"
    return f"{found} of the {count(told.words)} words are those of {_all_places(told)}.{_again(told)} {_limit(told)}"


def _not_found(told: Told) -> str:
    where = f"These are not the words of {told.claimed}: they" if told.claimed else "These words"
    return (
        f"{where} do not stand in any of the {count(told.treaties)} treaties that can be checked here. They may be someone's "
        "summary: quote the text itself, or write it in your own words without quotation marks."
    )


def _too_short(told: Told) -> str:
    return f"{count(told.words).capitalize()} {'word is' if told.words == 1 else 'words are'} too few to say whose they are. {_limit(told)}"


def _cannot_check(told: Told) -> str:
    return (
        f"The words of the text that you name cannot be checked here, and they stand in none of the {count(told.treaties)} "
        "treaties that can. Compare them with the text itself."
    )


SENTENCES: Mapping[str, Callable[[Told], str]] = {
    "exact": _exact,
    "shared": _shared,
    "other": _other,
    "partly": _partly,
    "not-found": _not_found,
    "too-short": _too_short,
    "cannot-check": _cannot_check,
}
