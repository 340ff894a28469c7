"""Questions that could not be asked or answered as they are written: their places, conditions, choices and limits."""

from __future__ import annotations

from collections.abc import Iterator

from mundraft.compose.checking.faults import Fault, Standing, elements_of, has_place
from mundraft.interview.places import field_names, field_of_entry, is_for_topic, locate
from mundraft.library.pointing import Steps
from mundraft.library.questions import Condition, Count, Element, Group, Kind, Question, TemplateDefinition
from mundraft.paper.model import Paper, Topic
from mundraft.problems import Severity
from mundraft.templating.faults import did_you_mean

#: Where answers of a paper and of a topic can stand, as `at` names them; a template's own answers stand beside them.
PLACES = (
    "paper:seat", "paper:committee", "paper:delegates", "paper:school", "paper:conference",
    "topic:title", "topic:noun", "topic:frame",
)  # fmt: skip


def asking_faults(definition: TemplateDefinition) -> Iterator[Fault]:
    """What is wrong in what each question and group asks, in the order of the file."""
    standing = tuple(elements_of(definition))
    outer = {one.element.id: one.element for one in standing if one.entry is None and isinstance(one.element, Question)}
    placed = {question.place: question for question in outer.values()}
    seen: set[str] = set()
    for one in standing:
        yield from _placed(one)
        if one.element.when is not None:
            yield from _condition_faults((*one.at, "when"), one.element.when, outer, placed, one)
        if one.entry is None:
            yield from _twice(one.at, one.element, seen)
        yield from _bounds(one.at, one.element)


def _placed(one: Standing) -> Iterator[Fault]:
    """A question or group that has no place in a paper is never asked."""
    at, element = one.at, one.element
    if isinstance(element, Group):
        if not has_place(element, one.entry):
            what = f"The group {element.group} cannot stand here, so nothing in it is asked."
            next_step = "Articles stand inside instruments, the rest outside."
            yield Fault((*at, "group"), "template-no-place", what, next_step)
    elif one.entry is not None and ":" not in element.at:
        if not field_of_entry(element, one.entry):
            wrong = element.at or element.id
            fields = field_names(one.entry) - {"id", "cite"}
            what = f"An entry of this group has nothing called {wrong!r}, so the question is never asked."
            yield Fault((*at, "at" if element.at else "id"), "template-no-place", what, did_you_mean(wrong, fields))
    elif locate(element.place, Topic() if is_for_topic(element) else Paper()) is None:
        what = f"There is no place {element.place!r} in a paper, so the question is never asked."
        meant = did_you_mean(element.place.replace(".", ":"), PLACES)
        otherwise = "Leave `at` out to keep the answer under the question's own id."
        yield Fault((*at, "at"), "template-no-place", what, f"{meant} {otherwise}" if "Did" in meant else otherwise)


def _condition_faults(
    at: Steps, when: Condition, outer: dict[str, Question], placed: dict[str, Question], one: Standing
) -> Iterator[Fault]:
    name = when.answer
    about = outer.get(name) or placed.get(name)
    if about is not None:
        yield from _values_faults(at, when, about)
        return
    if one.entry is not None and name in field_names(one.entry):
        return
    holder = Paper() if name.startswith("paper:") else Topic()
    if (":" in name or "/" in name) and locate(name, holder) is not None:
        return
    what = f"No question is called {name!r}, so this condition can never change."
    yield Fault((*at, "answer"), "template-condition-unknown", what, did_you_mean(name, outer))


def _values_faults(at: Steps, when: Condition, about: Question) -> Iterator[Fault]:
    """A condition can only be met by a value that the choice offers."""
    values = [choice.value for choice in about.choices]
    if about.kind is not Kind.CHOICE or not values:
        return
    for key in ("any_of", "none_of"):
        for index, value in enumerate(getattr(when, key)):
            if value not in values:
                what = f"{about.id} offers no {value!r}, so this can never be chosen."
                yield Fault((*at, key, index), "template-condition-value", what, did_you_mean(value, values))


def _twice(at: Steps, element: Element, seen: set[str]) -> Iterator[Fault]:
    name, key = (element.group, "group") if isinstance(element, Group) else (element.place, "id")
    if name in seen:
        what = f"The answer to this stands at {name!r}, where that to an earlier one stands already: it is not asked."
        yield Fault((*at, key), "template-asked-twice", what, "Give it another id, or take one of them out.")
    seen.add(name)


def _bounds(at: Steps, element: Element) -> Iterator[Fault]:
    """Counts, limits and sources that no answer could have, and a choice of nothing."""
    count = element.count if isinstance(element, Group) else element.many
    if count is not None and _is_crossed(count):
        key = "count" if isinstance(element, Group) else "many"
        what = f"At least {count.min} and at most {count.max} cannot both be kept."
        yield Fault((*at, key, "min"), "template-count-crossed", what, "Give min the smaller number.")
    if isinstance(element, Group):
        return
    if element.needs_source and not element.cited:
        what = f"{element.id} is to have a source (needs_source), and takes none: its delegate could add none."
        next_step = "Write `cited: true` below it, or take needs_source out."
        yield Fault((*at, "needs_source"), "template-source-not-taken", what, next_step)
    limit = element.limit
    if 0 < limit.words < limit.warn_words:
        what = f"The advice to stay under {limit.warn_words} words comes after the limit of {limit.words}."
        next_step = "Give warn_words the smaller number."
        yield Fault((*at, "limit", "warn_words"), "template-limit-crossed", what, next_step, Severity.WARNING)
    if element.kind is Kind.CHOICE and not element.choices:
        what = "This choice has nothing to choose from."
        next_step = "Add `choices`, each with a `value` and a `label`."
        yield Fault((*at, "kind"), "template-no-choices", what, next_step)


def _is_crossed(count: Count) -> bool:
    return 0 < count.max < count.min
