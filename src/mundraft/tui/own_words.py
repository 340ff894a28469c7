"""Parts that the delegate writes in place of the template, and what keeps either version from being lost.

While a part is theirs, their text stands at `topics/<topic>/own_words/<part>`. Given back, it moves to the private note
of that same address, where the next change of mind finds it; the answers that the template uses are never touched.
"""

from __future__ import annotations

from mundraft.paper.address import Address, with_value
from mundraft.paper.model import Paper, Said


def own_words_address(topic: str, part: str) -> Address:
    """Where a delegate's own text for a part stands."""
    return f"topics/{topic}/own_words/{part}"


def is_own(paper: Paper, topic: str, part: str) -> bool:
    """Whether the delegate writes this part."""
    return any(one.id == topic and part in one.own_words for one in paper.topics)


def taken_over(paper: Paper, topic: str, part: str, begin: Said) -> Paper:
    """The paper with a part in the delegate's hands: with the text kept from before, or else with the one to begin
    from; what that cites is cited in either case, since a text that is kept has lost its sources."""
    address = own_words_address(topic, part)
    kept = paper.notes.get(address, "")
    notes = {place: note for place, note in paper.notes.items() if place != address}
    return with_value(with_value(paper, address, Said(text=kept or begin.text, cite=begin.cite)), "notes", notes)


def given_back(paper: Paper, topic: str, part: str) -> Paper:
    """The paper with a part in the template's hands again, the delegate's text kept as its private note."""
    address = own_words_address(topic, part)
    own = next((one.own_words.get(part) for one in paper.topics if one.id == topic), None)
    notes = {**paper.notes, address: own.text} if own and own.text.strip() else dict(paper.notes)
    return with_value(with_value(paper, address, Said()), "notes", notes)
