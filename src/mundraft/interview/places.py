"""Where a question's answer stands in a paper, and what stands there now.

A place may name something that the paper does not have: a template is written by a teacher, and may be mistaken.
Nothing here raises for that; a question that has no place is not asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from mundraft.library.questions import Condition, Kind, Question
from mundraft.models.fields import fields_in, names_of
from mundraft.models.model import Model
from mundraft.paper.address import Address, join
from mundraft.paper.model import Item, Paper, Said, Topic

from .texts import citations_of, texts_of

#: The field that a question of this kind fills inside an entry, when the template names none.
_USUAL_FIELD: Final[dict[Kind, str]] = {
    Kind.INSTRUMENT: "ref",
    Kind.ARTICLE: "number",
    Kind.PROVISIONS: "legal_basis",
}
_NO_FIELD_TO_ASK: Final = frozenset({"id", "cite", "articles"})
#: What one answer to an instrument question fills.
INSTRUMENT_FIELDS: Final = ("ref", "name", "year", "url")


@cache
def field_names(model_type: type[Model]) -> frozenset[str]:
    """The fields of a kind of model; asked for at every question, so kept."""
    return frozenset(names_of(model_type))


def is_for_topic(question: Question) -> bool:
    """True when the answer belongs to a topic and not to the whole paper."""
    return not question.at.startswith("paper:")


def field_of_entry(question: Question, entry_type: type[Item]) -> str:
    """The entry's field that a question inside a group fills, or "" when the entry has no such field."""
    name = question.at or question.id
    if name not in field_names(entry_type) and not question.at:
        name = _USUAL_FIELD.get(question.kind, "")
    return name if name in field_names(entry_type) and name not in _NO_FIELD_TO_ASK else ""


def locate(place: str, holder: Topic | Paper) -> tuple[Address, Any] | None:
    """The address of a place such as "topic:answers/x" or "paper:committee/name" in the topic or paper that holds it,
    and the value there; None where there is no such place."""
    path = place.rpartition(":")[2]
    found = value_below(holder, path)
    if found is None:
        return None
    return (join("topics", holder.id, path) if isinstance(holder, Topic) else path), found


def value_below(holder: Model, path: str) -> Any:
    """The value at a path of field names and keys below a model, or None where the model has no such field."""
    here: Any = holder
    for step in path.split("/"):
        if isinstance(here, dict):
            here = here.get(step, "")
        elif isinstance(here, Model) and step in field_names(type(here)):
            here = getattr(here, step)
        else:
            return None
    return None if isinstance(here, dict) else here


def is_answered(question: Question, paper: Paper) -> bool:
    """Whether a question of the whole paper has words for an answer."""
    found = locate(question.place, paper)
    return found is not None and has_words(as_asked(question, found[1]))


def as_asked(question: Question, value: Any) -> Any:
    """The value in the form that the question asks for: an answer to another template's question may be a list
    where this one asks for one text, or the other way round. Nothing is left out."""
    if question.many is not None:
        if isinstance(value, tuple):
            return value
        return (value,) if value and value != Said() else ()
    if isinstance(value, tuple) and value and isinstance(value[0], Said):
        return Said(text="\n".join(texts_of(value)), cite=citations_of(value))
    return value


def has_words(value: Any) -> bool:
    """True when there is an answer: anything with words in it. Citations or spaces alone are none."""
    if isinstance(value, str):
        return bool(value) and not value.isspace()
    if isinstance(value, Said):
        return bool(value.text) and not value.text.isspace()
    return bool(texts_of(value))


def has_answers(entry: Model) -> bool:
    """True when any field of an entry holds something, a citation included."""
    for name, value in fields_in(entry).items():
        if name == "id" or not value:
            continue
        if isinstance(value, str):
            if has_words(value):
                return True
        elif not isinstance(value[0], Item) or any(has_answers(inner) for inner in value):
            return True
    return False


def holds(condition: Condition | None, value: Any) -> bool:
    """Whether a condition is met by the value of the answer that it asks about."""
    if condition is None:
        return True
    texts = set(_condition_texts(value))
    if condition.any_of:
        return bool(texts & set(condition.any_of))
    if condition.none_of:
        return not texts & set(condition.none_of)
    return bool(texts)


def free_ids(prefix: str, taken: Sequence[str], wanted: int) -> list[str]:
    """The first free ids of a group: always the same ones, so that an entry keeps its address when it is created."""
    used = set(taken)
    found: list[str] = []
    number = 0
    while len(found) < wanted:
        number += 1
        if f"{prefix}{number}" not in used:
            found.append(f"{prefix}{number}")
    return found


def _condition_texts(value: Any) -> tuple[str, ...]:
    """An answer as a condition compares it: a seat by its reference as well as by its name."""
    ref = getattr(value, "ref", "")
    return (*texts_of(value), ref) if ref else texts_of(value)
