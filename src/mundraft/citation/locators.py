"""Where in a work: "art. 35", "para. 4(a)", "pp. 12-14", read into what it is and where it is."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from mundraft.citation.pieces import one_line


class Place(StrEnum):
    """What a locator counts."""

    PAGE = "page"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"
    CHAPTER = "chapter"
    SECTION = "section"
    #: anything else, printed as it was typed
    OTHER = "other"


_WORDS = {
    "p": Place.PAGE, "pp": Place.PAGE, "pg": Place.PAGE, "page": Place.PAGE, "pages": Place.PAGE,
    "para": Place.PARAGRAPH, "paras": Place.PARAGRAPH, "paragraph": Place.PARAGRAPH, "paragraphs": Place.PARAGRAPH,
    "par": Place.PARAGRAPH, "pars": Place.PARAGRAPH, "¶": Place.PARAGRAPH, "¶¶": Place.PARAGRAPH,
    "art": Place.ARTICLE, "arts": Place.ARTICLE, "article": Place.ARTICLE, "articles": Place.ARTICLE,
    "ch": Place.CHAPTER, "chs": Place.CHAPTER, "chap": Place.CHAPTER, "chaps": Place.CHAPTER,
    "chapter": Place.CHAPTER, "chapters": Place.CHAPTER,
    "sec": Place.SECTION, "secs": Place.SECTION, "sect": Place.SECTION, "section": Place.SECTION,
    "sections": Place.SECTION, "§": Place.SECTION, "§§": Place.SECTION,
}  # fmt: skip
_LABELLED = re.compile(r"(¶¶?|§§?|[A-Za-z]+)\.?\s*(?=[\dIVXLCivxlc]|[A-Z]\d)(.+)")
_SEVERAL = re.compile(r"[\dA-Za-z)]\s*(?:[-–—,&]|\band\b)\s*[\dA-Za-z]")
#: Where a place inside the place begins: "art. 2, para. 4" is one article.
_WITHIN = re.compile(r"[,;\s]\s*(?:[¶§]|pp?\.|(?!(?:and|to|bis|ter|[ivxlc]+)\b)[a-z]{2,})", re.IGNORECASE)
# Longer numbers are no pages, and Python reads none of more than 4,300 digits.
_PAGES = re.compile(r"(?<!\d)([0-9]{1,9})–([0-9]{1,9})(?!\d)")
_RANGE = re.compile(r"(?<=[\d\w)])\s*[-–—]\s*(?=[\d\w(])")
_RANGE_OF_NUMBERS = re.compile(r"(?<=[\dIVXLCivxlc)])\s*[-–—]\s*(?=\d|\(|[IVXLC]+\b|[ivxlc]+\b)")


class Locator(NamedTuple):
    """A place in a work: `number` is "4(a)" or "12–14"; `several` where it names more than one. `typed` is all of it as
    it was typed, but for the dashes of ranges."""

    place: Place
    number: str
    several: bool = False
    typed: str = ""

    def __bool__(self) -> bool:
        return bool(self.number)


NOWHERE = Locator(Place.OTHER, "")


def read_locator(text: str) -> Locator:
    """A locator as people type it; a bare number is a page, as in every style."""
    typed = one_line(text)
    found = _LABELLED.fullmatch(typed)
    place = _WORDS.get(found[1].casefold()) if found else None
    if found and place:
        counted = _WITHIN.split(found[2], maxsplit=1)[0]
        return Locator(place, _dashed(found[2]), _SEVERAL.search(counted) is not None, with_dashes(typed))
    if re.fullmatch(r"\d+(?:\s*[-–—,]\s*\d+)*", typed):
        return Locator(Place.PAGE, _dashed(typed), not typed.isdigit(), with_dashes(typed))
    return Locator(Place.OTHER, typed, typed=typed)


def _dashed(number: str) -> str:
    return _RANGE.sub("–", number.strip())


def with_dashes(typed: str) -> str:
    """A text in which an en dash stands between the ends of each range: "pp. 4–6", "para. 4(a)–(c)", "art. 6-bis"."""
    return _RANGE_OF_NUMBERS.sub("–", typed)


def labelled(locator: Locator, one: dict[Place, tuple[str, str]], gap: str = " ") -> str:
    """The locator with a style's label for one place and for several; as typed where the style has no label."""
    if locator.place not in one:
        return _with_short_article(locator)
    label = one[locator.place][locator.several]
    return f"{label}{gap}{locator.number}" if label else locator.number


def _with_short_article(locator: Locator) -> str:
    if locator.place is Place.ARTICLE:
        return f"{'arts.' if locator.several else 'art.'} {locator.number}"
    return locator.number


def shortened_range(pages: str, keep: int) -> str:
    """Page ranges with the second number shortened to what differs, but to at least `keep` digits: "110–14"."""
    return _PAGES.sub(lambda found: _shortened(*_ends(found), keep), pages)


def whole_range(pages: str) -> str:
    """Page ranges with both numbers in full, however they were typed: "110–114" for "110–14"."""
    return _PAGES.sub(lambda found: "–".join(_ends(found)), pages)


def chicago_range(pages: str) -> str:
    """Page ranges by the Chicago Manual 9.61: "71–72", "100–104", "101–8", "321–28", "1087–89"."""
    return _PAGES.sub(lambda found: _by_chicago(*_ends(found)), pages)


def _ends(found: re.Match[str]) -> tuple[str, str]:
    """Both numbers of a range in full; a second one that leads nowhere stays as it was typed."""
    first, last = found[1], found[2]
    whole = first[: max(0, len(first) - len(last))] + last
    return first, whole if int(whole) > int(first) else last


def _shortened(first: str, last: str, keep: int) -> str:
    if len(first) != len(last) or int(last) <= int(first):
        return f"{first}–{last}"
    same = 0
    while same < len(first) and first[same] == last[same]:
        same += 1
    return f"{first}–{last[min(same, max(0, len(last) - keep)) :]}"


def _by_chicago(first: str, last: str) -> str:
    if len(first) < 3 or first.endswith("00"):
        return f"{first}–{last}"
    return _shortened(first, last, 1 if 1 <= int(first) % 100 <= 9 else 2)
