"""The repeated groups of a topic, each named once: what an entry of it is, and how entries are told apart and called.

A new group is a field of `Topic` (or of an entry), a name here, and a line of the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from mundraft.models.fields import names_of
from mundraft.paper.model import Action, Article, ChairQuestion, InstrumentUse, Item, Quotation, Solution, Topic

#: What a template writes after `group:`; the keys of `GROUPS`, for those that read files.
GroupName: TypeAlias = Literal[
    "national_actions",
    "past_actions",
    "instruments",
    "articles",
    "quotations",
    "solutions",
    "questions_to_consider",
]


class GroupKind(NamedTuple):
    """One group: the model of its entries, the letter that ids of new entries begin with, and what one is called."""

    entry: type[Item]
    prefix: str
    called: str


GROUPS: Final[Mapping[str, GroupKind]] = {
    "national_actions": GroupKind(Action, "n", "national action"),
    "past_actions": GroupKind(Action, "p", "past action"),
    "instruments": GroupKind(InstrumentUse, "i", "instrument"),
    "articles": GroupKind(Article, "a", "article"),
    "quotations": GroupKind(Quotation, "q", "quotation"),
    "solutions": GroupKind(Solution, "s", "solution"),
    "questions_to_consider": GroupKind(ChairQuestion, "c", "question to consider"),
}
#: The groups that stand in a topic itself and not in an entry, in the order of its fields.
TOPIC_GROUPS: Final = tuple(field for field in names_of(Topic) if field in GROUPS)
