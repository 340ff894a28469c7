"""Why a wording differs from pandoc's: each reason known, told apart by what the two wordings look like.

`docs/citations.md` says for each which rule of which manual decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from citations.comparing import Compared

_EASTERN_STOP = re.compile(r"(?<=[\u3040-\u9fff\uac00-\ud7af])\.(?=[, ])")
_SYMBOL = re.compile(r"(?:[A-Z]+/[\w/.-]+(?: \(\d{4}\))?|\d+ \([XVI]+\))")
_VOLUME = re.compile(r", vol\. \d+|(?<![A-Za-z])vol\. \d+, |\b\d+:(?=\d)")
_INITIALS = re.compile(r"(?<=[(; ])(?:[A-ZÉ]\.[ -]?)+ (?=[A-Z])")


def reason_of(compared: Compared) -> str:
    """The name of the first reason that accounts for the difference, "" where none does."""
    for name, accounts in REASONS.items():
        if accounts(compared.ours, compared.pandocs):
            return name
    return ""


def _pieces(text: str) -> list[str]:
    return sorted(re.split(r"[;,] ", re.sub(r"[_.()“”]", "", text)))


def _without_symbols(ours: str, pandocs: str) -> bool:
    """Ours names by its symbol a document without a title, which pandoc names by its kind, its date or not at all."""
    return any(symbol not in pandocs for symbol in _SYMBOL.findall(ours))


def _publisher_repeated(ours: str, pandocs: str) -> bool:
    author = pandocs.partition(". (")[0]
    return pandocs.replace(f"{author}. ", "", 2).replace("_", "") == ours.replace(f"{author}. ", "", 1).replace("_", "")


def _author_repeated(ours: str, pandocs: str) -> bool:
    extra = [piece for piece in _pieces(pandocs) if piece not in _pieces(ours)]
    return not extra and len(_pieces(pandocs)) > len(_pieces(ours))


def _volume_dropped(ours: str, pandocs: str) -> bool:
    return _VOLUME.sub("", ours).replace("_ ", "_") == _VOLUME.sub("", pandocs).replace("_ ", "_")


def _longer_list(ours: str, pandocs: str) -> bool:
    return (
        ", et al." in ours
        and ", et al." in pandocs
        and len(pandocs) > len(ours)
        and ours.split()[0] == pandocs.split()[0]
    )


def _more_said(ours: str, pandocs: str) -> bool:
    return not set(_pieces(ours)) - set(_pieces(pandocs)) and len(pandocs) > len(ours)


def _dashes_for_bodies(ours: str, pandocs: str) -> bool:
    """Dashes here for a body that stands first as author, there only where it is in the field of authors."""
    return ours.startswith("———. ") and pandocs.endswith(ours.removeprefix("———"))


REASONS: dict[str, Callable[[str, str], bool]] = {
    "no-title": lambda ours, pandocs: "[title missing]" in ours,  # noqa: ARG005
    "not-listed": lambda ours, pandocs: bool(ours) and not pandocs,
    "symbol-for-title": _without_symbols,
    "dashes-for-title": lambda ours, pandocs: pandocs.startswith("———") and not ours.startswith("———"),
    "public-law": lambda ours, pandocs: "Pub. L." in pandocs and "Pub. L." not in ours,
    "retrieved": lambda ours, pandocs: "Retrieved http" in pandocs and "Retrieved http" not in ours,
    "stop-after-eastern-name": lambda ours, pandocs: _EASTERN_STOP.sub("", pandocs) == _EASTERN_STOP.sub("", ours),
    "date-of-event": lambda ours, pandocs: pandocs.count("n.d.") > ours.count("n.d."),
    "publisher-is-author": _publisher_repeated,
    "treaties-run-together": lambda ours, pandocs: _pieces(ours) == _pieces(pandocs),
    "author-repeated": _author_repeated,
    "volume": _volume_dropped,
    "more-names-in-list": _longer_list,
    "more-to-tell-apart": _more_said,
    "dashes-for-bodies": _dashes_for_bodies,
    "initials": lambda ours, pandocs: _INITIALS.sub("", ours) == _INITIALS.sub("", pandocs),
}
