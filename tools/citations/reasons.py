"""Why a wording differs from pandoc's: each reason known, told apart by what the two wordings look like.

`docs/citations.md` says for each which rule of which manual decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from citations.comparing import Compared

_TALK = re.compile(
    r"personal communication|(?:interview|“[^”]+”), [A-Z][a-z]+(?: \d+)?, \d{4}|interview by|[;(] ?[^;]+, “[^”]+”[;)]"
    r"|^\((?:[^()]*; )?[^;()“”]+, “[^”]+,” "
)
_YEAR = re.compile(r"(?<=”) (?:\d{4}|n\.d\.)(?=[,;).]|$)")
_LETTERS = re.compile(r"\W")
_SYMBOL = re.compile(r"(?:[A-Z]+/[\w/.-]+(?: \(\d{4}\))?|\d+ \([XVI]+\))")
#: The same, or the bare number of a report.
_NUMBERED = rf"(?:{_SYMBOL.pattern}|no\. \d+)"
_TRANSLATED = re.compile(
    r"(?<=[.?!]) Translated by .+?(?<! [A-Z])\.(?= )|, translated by .+?(?<! [A-Z])(?=\. |, \d)|, trans\. .+?(?= \()"
)
_AIRED = re.compile(r"Aired, on |, on(?=[.,]|$)|[.”] on(?: [A-Z]|\.)")
_DATE_AGAIN = re.compile(r"(?<=[,?]”) \(\d{4}\)")
_PLAIN_END = re.compile(r"[.,]?”[.,]?")
_UNDER = re.compile(r"s\.v\. |(?<=[ \d])“[^”]+[,?!]” (?=[a-z\d])")
_LETTER = re.compile(r"(?<=\d{4})[a-z]\b|(?<=n\.d\.)-[a-z]\b")
_ALONE = re.compile(rf"(^\(|; ){_NUMBERED}(?:, |; | (?=\d)|(?=\)$))")
_AFTER_BODY = re.compile(rf",? {_NUMBERED}(?=,? \d|, [a-z]|[.;)])")
_FACTS = re.compile(r"(?<=”) (?:[A-Z][a-z]+ (?:\d+, )?)?\d{4}(?:[,.]|$)| \([^()]*(?:\d{4}|n\.d\.)\)")
_FIRST_VOLUME = re.compile(r"(?<=[.?!] )Vol\. \d+, ")


def reason_of(compared: Compared) -> str:
    """The name of the first reason that accounts for the difference, "" where none does."""
    ours, pandocs = compared.ours.replace("_", ""), compared.pandocs.replace("_", "")
    for name, accounts in REASONS.items():
        if accounts(ours, pandocs):
            return name
    return "no-title" if compared.untitled else ""


def is_slip(compared: Compared) -> bool:
    """Whether the wording is the same but for what no manual has, and pandoc or the style file does."""
    return reason_of(compared) in SLIPS


def _unpublished(ours: str, pandocs: str) -> bool:
    """Pandoc takes an interview for a talk that no reader finds: by its name, or without the year behind its title."""
    undated = [ours[: year.start()] + ours[year.end() :] for year in _YEAR.finditer(ours)]
    return bool(_TALK.search(pandocs) and not _TALK.search(ours)) or any(
        _LETTERS.sub("", said) == _LETTERS.sub("", pandocs) for said in undated
    )


def _pieces(text: str) -> list[str]:
    return sorted(re.split(r"[;,] ", re.sub(r"[_.()“”]", "", text)))


def _without_symbols(ours: str, pandocs: str) -> bool:
    """Ours names by its symbol a document without a title, which pandoc names by its kind, its date or not at all."""
    return any(symbol not in pandocs for symbol in _SYMBOL.findall(ours))


def _symbol_left_out(ours: str, pandocs: str) -> bool:
    """Pandoc names the body alone, where ours adds the symbol that stands for the title in the entry."""
    return ours != pandocs == _AFTER_BODY.sub("", ours)


def _dated_for_name_alone(ours: str, pandocs: str) -> bool:
    """Pandoc dates a short note whose title tells it apart, since the name alone would fit another work."""
    plain = [_PLAIN_END.sub("”", text) for text in (ours, pandocs)]
    return ours != pandocs and _FACTS.sub("", plain[1]) == plain[0]


def _volume_lost(ours: str, pandocs: str) -> bool:
    """Pandoc leaves out the volume of a book with an author, where it begins what stands behind the title."""
    return ours != pandocs == _FIRST_VOLUME.sub("", ours)


def _nothing_named(ours: str, pandocs: str) -> bool:
    """Pandoc's citation names no work at all, not even by the symbol that is all there is: "(ch. 3)", or nothing."""
    return ours != pandocs == _ALONE.sub(r"\1", ours).removesuffix("()").replace("; )", ")")


def _date_twice(ours: str, pandocs: str) -> bool:
    """Pandoc has the year in brackets once more in a note of a printed work of reference, or begins with brackets."""
    if pandocs.startswith("("):
        return not ours.startswith("(")
    return ours != pandocs and _PLAIN_END.sub(".”", ours) == _PLAIN_END.sub(".”", _DATE_AGAIN.sub("", pandocs))


def _publisher_repeated(ours: str, pandocs: str) -> bool:
    author = pandocs.partition(". (")[0]
    without = [re.sub(r"[_ ]", "", text.replace(f"{author}.", "")) for text in (ours, pandocs)]
    return without[0] == without[1] and pandocs.count(f"{author}.") == 1 + ours.count(f"{author}.")


def _author_repeated(ours: str, pandocs: str) -> bool:
    extra = [piece for piece in _pieces(pandocs) if not any(piece.endswith(said) for said in _pieces(ours))]
    return not extra and len(pandocs) > len(ours)


def _longer_list(ours: str, pandocs: str) -> bool:
    """An entry that has "et al." behind fewer names, and is otherwise the same."""
    first, others, rest = ours.partition(", et al.")
    is_mark = ours.startswith("(")
    return bool(others) and not is_mark and pandocs.startswith(f"{first}, ") and pandocs.endswith(f"et al.{rest}")


def _more_said(ours: str, pandocs: str) -> bool:
    said, theirs = re.findall(r"\w+", ours.casefold()), iter(re.findall(r"\w+", pandocs.casefold()))
    return len(pandocs) > len(ours) and all(word in theirs for word in said)


def _dashes_for_bodies(ours: str, pandocs: str) -> bool:
    """Dashes here for a body that stands first as author, there only where it is in the field of authors."""
    return ours.startswith("———. ") and pandocs.endswith(ours.removeprefix("———"))


def _translator_lost(ours: str, pandocs: str) -> bool:
    """Pandoc forgets the translators where editors stand first."""
    return ours != pandocs == _TRANSLATED.sub("", ours)


REASONS: dict[str, Callable[[str, str], bool]] = {
    "nothing-named": _nothing_named,
    "not-listed": lambda ours, pandocs: bool(ours) and not pandocs,
    "symbol-left-out": _symbol_left_out,
    "symbol-for-title": _without_symbols,
    "volume-lost": _volume_lost,
    "dashes-for-bodies": _dashes_for_bodies,
    "dashes-for-title": lambda ours, pandocs: pandocs.startswith("———") and not ours.startswith("———"),
    "film": lambda ours, pandocs: "[Video recording]" in pandocs and "Video recording" not in ours,
    "unpublished-interview": _unpublished,
    "translator-lost": _translator_lost,
    "aired": lambda ours, pandocs: bool(_AIRED.search(pandocs)) and not _AIRED.search(ours),
    "date-twice": _date_twice,
    "heading-cited": lambda ours, pandocs: ours != pandocs and _UNDER.sub("", ours) == _UNDER.sub("", pandocs),
    "letters-for-parts": lambda ours, pandocs: ours != pandocs == _LETTER.sub("", ours),
    "letters-in-order": lambda ours, pandocs: ours != pandocs and _LETTER.sub("", ours) == _LETTER.sub("", pandocs),
    "public-law": lambda ours, pandocs: "Pub. L." in pandocs and "Pub. L." not in ours,
    "retrieved": lambda ours, pandocs: "Retrieved http" in pandocs and "Retrieved http" not in ours,
    "comma-before-brackets": lambda ours, pandocs: pandocs.replace(", (", " (") == ours,
    "date-of-event": lambda ours, pandocs: pandocs.count("n.d.") > ours.count("n.d."),
    "publisher-is-author": _publisher_repeated,
    "treaties-run-together": lambda ours, pandocs: (
        _pieces(ours) == _pieces(pandocs) and ours.count(";") > pandocs.count(";")
    ),
    "marks-in-order": lambda ours, pandocs: _pieces(ours) == _pieces(pandocs),
    "capital-after-comma": lambda ours, pandocs: ours != pandocs and ours.casefold() == pandocs.casefold(),
    "more-names-in-list": _longer_list,
    "author-repeated": _author_repeated,
    "dated-for-name-alone": _dated_for_name_alone,
    "more-to-tell-apart": _more_said,
}

#: What pandoc or the style file does and no manual has: "Retrieved" with no day, names where "et al." stands already.
SLIPS = frozenset(
    {
        "retrieved",
        "date-twice",
        "nothing-named",
        "symbol-left-out",
        "volume-lost",
        "dated-for-name-alone",
        "translator-lost",
        "aired",
        "comma-before-brackets",
        "more-names-in-list",
        "treaties-run-together",
    }
)
