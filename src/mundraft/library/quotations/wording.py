"""A verdict in sentences that a reader of sixteen understands; each says how few treaties can be checked at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mundraft.text.shortened import shortened

_COUNTS = (
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_MOST_PARTS = 4
_MOST_ARTICLES = 5
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Told:
    """What the sentences are made of."""

    words: int
    found: int
    places: tuple[tuple[str, tuple[str, ...]], ...]
    """Where the words stand: the treaty's title within a sentence, and the articles."""
    differing: tuple[str, ...]
    claimed: str
    """The place that was named, in words; "" for none."""
    as_claimed: bool
    """Whether the first place is the one that was named."""
    treaties: int
    """How many treaties can be checked."""


def count(number: int) -> str:
    """A number as prose writes it: in letters up to twenty."""
    return _COUNTS[number] if 0 <= number < len(_COUNTS) else f"{number:,}"


def series(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def articles(numbers: Sequence[str]) -> str:
    """ "article 35", "articles 34 and 35", "the preamble and article 1"; of many, how many more there are."""
    numbered = [number for number in numbers if number != "preamble"]
    named = ["the preamble"] if len(numbered) < len(numbers) else []
    if len(numbered) > _MOST_ARTICLES + 1:
        more = f"{count(len(numbered) - _MOST_ARTICLES)} more"
        named.append("articles " + series([*numbered[:_MOST_ARTICLES], more]))
    elif numbered:
        named.append(("article " if len(numbered) == 1 else "articles ") + series(numbered))
    return series(named)


def place(title: str, numbers: Sequence[str]) -> str:
    """ "article 35 of the Convention on the Rights of the Child"; the title alone where no article is named."""
    return f"{articles(numbers)} of {title}" if numbers else title


def _by_treaty(told: Told) -> list[str]:
    """The places, those of one treaty together."""
    together: dict[str, dict[str, None]] = {}
    for title, numbers in told.places:
        together.setdefault(title, {}).update(dict.fromkeys(numbers))
    return [place(title, list(numbers)) for title, numbers in together.items()]


def _several(places: Sequence[str]) -> str:
    """Places of different treaties: parted by semicolons, since each may hold commas."""
    return places[0] if len(places) == 1 else "; ".join(places[:-1]) + "; and " + places[-1]


def _limit(told: Told) -> str:
    return f"Only {told.treaties} treaties can be checked here."


def _exact(told: Told) -> str:
    here, *others = _by_treaty(told)
    too = f" They stand in {_several(others)} too." if others else ""
    return f"These are the words of {here}.{too} {_limit(told)}"


def _shared(told: Told) -> str:
    places = _by_treaty(told)
    return (
        f"These words stand in {count(len(places))} treaties: {_several(places)}. Name the one you mean. {_limit(told)}"
    )


def _other(told: Told) -> str:
    places = _several(_by_treaty(told))
    return (
        f"These are not the words of {told.claimed}; they are those of {places}. Name that article, or quote the one "
        f"that you mean. {_limit(told)}"
    )


def _partly(told: Told) -> str:
    instead = f", not of {told.claimed}" if told.claimed and not told.as_claimed else ""
    places = _several(_by_treaty(told)) + instead
    if not told.differing:
        return (
            f"The words are those of {places}, but other words stand between them there. Put “…” where you leave "
            f"words out. {_limit(told)}"
        )
    marked = [f"“{shortened(part, _LONGEST)}”" for part in told.differing[:_MOST_PARTS]]
    if len(told.differing) > _MOST_PARTS:
        marked.append("the rest")
    of_all = f"{count(told.found).capitalize()} of the {count(told.words)} words are those of {places}."
    return f"{of_all} Look at {series(marked)} again. {_limit(told)}"


def _not_found(told: Told) -> str:
    whose = f"These are not the words of {told.claimed}, and they" if told.claimed else "These words"
    return (
        f"{whose} stand in none of the {told.treaties} treaties that can be checked here. If they are a summary, quote "
        "the text itself, or say it in your own words without quotation marks."
    )


def _too_short(told: Told) -> str:
    if not told.words:
        return f"There are no words here that can be checked. {_limit(told)}"
    words = "One word is" if told.words == 1 else f"{count(told.words).capitalize()} words are"
    return f"{words} too few to tell whose they are: quote more. {_limit(told)}"


def _cannot_check(told: Told) -> str:
    also = f" The same words stand in {_several(_by_treaty(told))}." if told.places else ""
    return (
        f"These words could not be compared with the text that you name: mundraft knows the words of {told.treaties} "
        f"treaties, and this one is not among them.{also}"
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
"""The sentences for each kind of verdict."""
