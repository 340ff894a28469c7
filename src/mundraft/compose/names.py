"""The names that a template may use, and what each of them is: for the check of a template before it runs.

They are read off a topic in which everything is answered, so that they can never differ from what is really given.
"""

from __future__ import annotations

from mundraft.compose.context import Asker
from mundraft.compose.gaps import Asked, asked_in
from mundraft.compose.instruments import Cataloguer
from mundraft.library.looked_up import LookedUp
from mundraft.library.questions import TemplateDefinition
from mundraft.library.search_path import Library
from mundraft.library.seat_name import SeatName
from mundraft.models.fields import fields_of, names_of
from mundraft.models.model import from_values
from mundraft.paper.groups import GROUPS, TOPIC_GROUPS
from mundraft.paper.model import Citation, Committee, Item, LegalBasis, Said, Seat, Topic
from mundraft.templating.shapes import KnownNames, shape_of

_WORDS = "words"
_CITE = (Citation(source="source"),)


def known_names(definition: TemplateDefinition) -> KnownNames:
    """What a template with this definition is given, by name."""
    asked = asked_in(definition)
    asker = Asker(
        _full_topic(asked), asked, SeatName(_WORDS, adjective=_WORDS), Cataloguer(LookedUp(Library(())), Seat()), False
    )
    return {name: shape_of(value) for name, value in asker.context(Committee(name=_WORDS, short=_WORDS)).items()}


def _full_topic(asked: Asked) -> Topic:
    answers = {
        place.removeprefix("answers/"): (Said(text=_WORDS, cite=_CITE),) if question.many else Said(text=_WORDS)
        for place, question in asked.answers.items()
        if place.startswith("answers/")
    }
    groups = {name: (_full(GROUPS[name].entry),) for name in TOPIC_GROUPS}
    return from_values(Topic, {"title": _WORDS, "noun": _WORDS, "answers": answers, **groups})


def _full(entry_type: type[Item]) -> Item:
    """An entry with something in every field."""
    values: dict[str, object] = {"id": "e1", "cite": _CITE}
    for field in fields_of(entry_type):
        if field.kind is str and field.name not in ("id", "ref"):
            values[field.name] = _WORDS
    if "articles" in names_of(entry_type):
        values["articles"] = (_full(GROUPS["articles"].entry),)
    if "legal_basis" in names_of(entry_type):
        values["legal_basis"] = (LegalBasis(instrument="e1", article=_WORDS),)
    return from_values(entry_type, values)
