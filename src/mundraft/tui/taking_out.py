"""What the command that takes out an entry can take out at a question: that, or the one around it; each by its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mundraft.interview.interview import Interview
from mundraft.interview.states import EntryState, GroupState, Prompt
from mundraft.paper.address import Address
from mundraft.text.shortened import shortened
from mundraft.tui.dialogs import Offer

_SHOWN = 40
#: Steps of the address of an entry in a topic's group: "topics", the topic, the group, the entry.
_OF_ENTRY = 4


class Removable(NamedTuple):
    """An entry that a question belongs to, and its group."""

    entry: EntryState
    group: GroupState
    #: "Instrument 2 of 2", and what it begins with
    called: str
    holds_others: bool

    @property
    def address(self) -> Address:
        return self.entry.address

    def offer(self) -> Offer:
        tells = "With everything that stands in it" if self.holds_others else "Only this; what it stands in stays"
        return Offer(self.address, self.called, tells)

    def told(self) -> str:
        """What to tell once it was taken out."""
        if not self.entry.in_paper:
            return f"{self.called} holds nothing yet, and this template asks for at least {self.group.min}."
        stays = len(self.group.entries) <= self.group.min
        told = [f"Taken out: {self.called}."]
        told.append("^Z brings it back.")
        if stays:
            told.append(f"This template asks for at least {self.group.min}, so an empty one stands in its place.")
        return " ".join(told)


def removable_at(interview: Interview, prompt: Prompt) -> tuple[Removable, ...]:
    """The entries that a question belongs to, the outermost first; none for a question that stands alone."""
    return tuple(_around(interview, prompt)) if prompt.group_address else ()


def question_before(interview: Interview, entry: Address) -> Address:
    """The question before the first one of an entry, or the first of all."""
    prompts = interview.prompts()
    first = next((index for index, one in enumerate(prompts) if one.address.startswith(f"{entry}/")), 0)
    return prompts[max(0, first - 1)].address


def _around(interview: Interview, prompt: Prompt) -> Iterator[Removable]:
    own = f"{prompt.group_address}/{prompt.entry_id}"
    steps = own.split("/")
    for end in range(_OF_ENTRY, len(steps) + 1, 2):
        address = "/".join(steps[:end])
        group = interview.group(address.rpartition("/")[0])
        entry = next((one for one in group.entries if one.address == address), None) if group else None
        if group is not None and entry is not None:
            yield Removable(entry, group, _called(interview, entry), address != own)


def _called(interview: Interview, entry: EntryState) -> str:
    texts = (one.text for one in interview.prompts() if one.address.startswith(f"{entry.address}/"))
    text = " ".join(next((text for text in texts if text.strip()), "").split())
    return f"{entry.label}, “{shortened(text, _SHOWN)}”" if text else f"{entry.label} (empty)"
