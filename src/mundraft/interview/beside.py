"""What other questions know of the thing that an answer is about."""

from __future__ import annotations

from mundraft.paper.address import Address, NoSuchAddress, value_at
from mundraft.paper.model import Paper


def year_beside(paper: Paper, address: Address) -> str:
    """The year that the entry of a group was given by its own question; "" where it has none, and for that question."""
    entry, _, asked = address.rpartition("/")
    if not entry or asked == "year":
        return ""
    try:
        year = value_at(paper, f"{entry}/year")
    except NoSuchAddress:
        return ""
    return year.strip() if isinstance(year, str) else ""
