"""What other questions know of the thing that an answer is about."""

from __future__ import annotations

from typing import NamedTuple

from mundraft.paper.address import Address, NoSuchAddress, value_at
from mundraft.paper.model import Paper


class Beside(NamedTuple):
    """What other questions were answered with: the year of the same entry, the words for the topic."""

    year: str = ""
    noun: str = ""


def beside(paper: Paper, address: Address) -> Beside:
    """What other questions know that the answer at an address can be held against."""
    return Beside(_year_beside(paper, address), _noun_beside(paper, address))


def _noun_beside(paper: Paper, address: Address) -> str:
    """The words for the topic, for the question of what they name."""
    topic, _, asked = address.rpartition("/")
    if asked != "frame" or not topic.startswith("topics/"):
        return ""
    try:
        noun = value_at(paper, f"{topic}/noun")
    except NoSuchAddress:  # a topic that the template needs and the paper does not hold yet
        return ""
    return str(noun).strip()


def _year_beside(paper: Paper, address: Address) -> str:
    """The year that the entry of a group was given by its own question; "" where it has none, and for that question."""
    entry, _, asked = address.rpartition("/")
    if not entry or asked == "year":
        return ""
    try:
        year = value_at(paper, f"{entry}/year")
    except NoSuchAddress:
        return ""
    return year.strip() if isinstance(year, str) else ""
