"""What a `template.yaml` may say that extends another template: its typed form."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from mundraft.library.questions import Group, PaperTitle, PartInfo, Question, SeatLabel, Step, refuse_group
from mundraft.models.checks import Refusing
from mundraft.models.faults import FaultBelow
from mundraft.models.fields import Field, Meta, fields_of, keyed, no_keys
from mundraft.models.model import Model, model_of
from mundraft.paper.model import MAX_TOPICS

#: What names a thing cannot be changed: whoever wants another one adds it. A group's own questions have ids.
_FIXED = frozenset(("id", "group", "key", "questions"))
#: As many things as one template leaves out, changes or adds; the largest that ships asks sixty.
_MOST = 300


def _changeable() -> Iterable[Field]:
    """Every field of a step, question, group or part that can be changed."""
    fields = (field for model in (Step, PartInfo, Group, Question) for field in fields_of(model))
    return {field.key: field for field in fields if field.key not in _FIXED}.values()


class _Unmoved(Model):
    """What is changed stays where it is."""

    @classmethod
    def refuse_meant(cls, said: Mapping[str, Any]) -> None:
        """Raises `FaultBelow` for a change that says where it stands."""
        for key in ("after", "before", "in"):
            if key in said:
                what = f"`{key}` moves nothing: what is changed stays where the template behind has it"
                raise FaultBelow(what, (key,), f"Take the line out. `{key}:` says where something stands below `add:`.")


#: What is said otherwise of one question, group, step or part; what is left out stays as it was.
if TYPE_CHECKING:
    Change: TypeAlias = Model
else:
    Change = model_of("Change", _Unmoved, _changeable())


class Addition(Model):
    """A question, group or step that the extended template has not, and where it stands: one of three places."""

    after: str = ""
    before: str = ""
    in_: str = keyed("in", "")
    question: Question | None = None
    group: Group | None = None
    step: Step | None = None

    def _look(self) -> None:
        if sum(map(bool, (self.after, self.before, self.in_))) != 1:
            raise FaultBelow(
                "this entry does not say where it stands", (), "Write one of after:, before: and in:, with an id."
            )
        if sum(one is not None for one in (self.question, self.group, self.step)) != 1:
            raise FaultBelow("this entry does not say what is added", (), "Write one of question:, group: and step:.")


class PartSaid(PartInfo):
    """A part of its own, or other words about one behind it, whose title it may leave as it is: that one has a title
    is seen once both are one template."""

    title: str = ""


class Extension(Model, kw_only=True):
    """A `template.yaml` that extends another. What it does not say is as the extended template has it."""

    mundraft_template: int = keyed("mundraft-template", 1)
    extends: str
    name: str
    description: str = ""
    language: str = ""
    preset: str = ""
    max_words: Annotated[int, Meta(ge=0)] | None = None
    topics: Annotated[int, Meta(ge=1, le=MAX_TOPICS)] | None = None
    title: PaperTitle = ""
    seat_label: SeatLabel = ""
    references_title: str = ""
    #: ids of steps, questions, groups and parts that are not asked and not printed
    leave_out: Annotated[tuple[str, ...], Meta(max_length=_MOST)] = ()
    #: by id: what is said otherwise of a question, group, step or part
    change: Annotated[dict[str, Change], Meta(max_length=_MOST)] = no_keys()
    add: Annotated[tuple[Addition, ...], Meta(max_length=_MOST)] = ()
    #: parts of its own, or other words about those of the extended template, by their keys
    parts: Annotated[tuple[PartSaid, ...], Refusing(refuse_group)] = ()
