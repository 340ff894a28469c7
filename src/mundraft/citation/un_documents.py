"""Documents, resolutions and treaties of the United Nations, as the Organization itself names them.

How resolutions are numbered: https://www.un.org/dgacm/en/content/editorial-manual/res-dec-sys-ident.
"""

from __future__ import annotations

import re

from mundraft.citation import dates
from mundraft.citation.pieces import NOTHING, between, italic, joined, own, text_of
from mundraft.citation.works import TITLE_MISSING, Fields, is_numeric
from mundraft.document.tree import Inlines

_TREATY_SERIES = frozenset({"unts", "u.n.t.s.", "united nations treaty series", "treaty series"})
#: Both systems of symbols: by session and number since 1976, by number and Roman session before.
_RESOLUTION = re.compile(
    r"(?P<organ>[AES])/RES/(?P<new>(?:E?S-)?\d+/[\w.]+(?: [A-Z])?|\d+ ?[A-Z]? ?\([A-Z\d-]+\))"
    r"|(?P<old>\d+ ?[A-Z]{0,2} ?\((?:E?S-)?[IVXLC]+\))"
)
_ORGANS = {"A": "General Assembly", "E": "Economic and Social Council", "S": "Security Council"}


def symbol(work: Fields) -> str:
    """The symbol of a document of the United Nations, which has a stroke in it."""
    return work.number if "/" in work.number else ""


def resolution(work: Fields) -> str:
    """A resolution as texts call it: "General Assembly resolution 70/1"; "" for what is none."""
    found = _RESOLUTION.fullmatch(work.number)
    if not found:
        return ""
    if found["old"]:
        named = " ".join(person.literal for person in work.authors) + " " + work.source.publisher
        organ = "Economic and Social Council" if "economic and social" in named.casefold() else "General Assembly"
        return f"{organ} resolution {found['old']}"
    number = re.sub(r"(?<=\d)(?=[A-Z]$)", " ", found["new"])
    return f"{_ORGANS[found['organ']]} resolution {number}"


def adopted(work: Fields) -> Inlines:
    """As in "General Assembly resolution 70/1 of 25 September 2015"; the date only where the day is known.

    A resolution is known by organ and number; its title, which a list adds for readers, tells nothing apart."""
    is_day = len(dates.in_order(work.source.issued)) == 3
    date = work.say(dates.day_month_year(work.source.issued)) if is_day else NOTHING
    return joined((work.say(resolution(work)), date), " of ")


def treaty_in_series(work: Fields) -> Inlines:
    """A treaty and where the *Treaty Series* has it (footnotes, G)."""
    is_un = work.container.casefold() in _TREATY_SERIES
    un_series = joined((own("United Nations"), italic(own("Treaty Series"))), ", ")
    number = work.say(work.number.removeprefix("No. "))
    numbered = between("No. ", number) if is_numeric(text_of(number)) else number
    title = work.say(work.title) or TITLE_MISSING
    date = work.say(dates.day_month_year(work.source.issued))
    container = un_series if is_un else italic(work.say(work.container))
    return joined((title, date, container, between("vol. ", work.say(work.source.volume)), numbered), ", ")
