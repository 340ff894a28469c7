"""The answer to which conference a paper is for: the name that is printed, and whose rules it follows."""

from __future__ import annotations

from dataclasses import dataclass

from mundraft.paper.address import Address, with_value
from mundraft.paper.model import Paper

#: Where the printed name stands in a paper; the id of the rules stands beside it.
CONFERENCE: Address = "conference"


@dataclass(frozen=True, slots=True)
class ConferenceNamed:
    """A conference by the name that the paper prints. `preset` is the id of its rules, "" where none are known."""

    name: str = ""
    preset: str = ""

    def put_into(self, paper: Paper) -> Paper:
        """The paper for this conference. Every answer stays as it is."""
        return with_value(with_value(paper, CONFERENCE, self.name), "preset", self.preset)

    @classmethod
    def of(cls, paper: Paper) -> ConferenceNamed:
        return cls(paper.conference, paper.preset)
