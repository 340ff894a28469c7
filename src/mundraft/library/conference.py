"""A conference's rules for position papers: the form of `templates/conferences/<id>.yaml`.

A preset is made of a few groups of rules (`conference_rules`). A conference's rules change every season, so a preset
carries where they were seen, for which season and on what day, what could not be found out, and which of its rules are
no more than inferred.
"""

import re
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, model_validator

from mundraft.library.conference_citations import Citations
from mundraft.library.conference_file import File
from mundraft.library.conference_header import Header
from mundraft.library.conference_rules import Generated, Limit, Papers, Pictures, Type, Wording
from mundraft.library.facts import DateText, Line, Prose, Ref, Said
from mundraft.library.naming_fields import PERSONAL, names_in
from mundraft.library.traces import NO_TRACE, Trace, Traced
from mundraft.paper.model import Model
from mundraft.strictyaml.faults import FaultBelow

_REMARK = re.compile(r"\s*\([^()]*\)$")


class SeenAt(Model):
    """Where rules were seen."""

    title: Said = Field(description="What it is called: a page, a handbook, a letter.", examples=["Delegate handbook"])
    url: Line = Field(
        default="", description="Its address, if it has one.", examples=["https://example.org/position-papers"]
    )
    season: Line = Field(default="", description="The season that it speaks of.", examples=['"2027"'])
    seen_on: DateText = Field(
        description="The day on which it was seen: YYYY, YYYY-MM or YYYY-MM-DD.", examples=["2026-11-21"]
    )
    cut_short: bool = Field(
        default=False,
        description="Whether it was seen in part, so that more rules may stand in the rest.",
        examples=["false"],
    )
    stored_copy: bool = Field(
        default=False,
        description="Whether a stored copy was seen, which may be older than the page.",
        examples=["false"],
    )


class ConferenceRules(Model):
    """The file's own form: everything but the id."""

    mundraft_conference: Annotated[Literal["1"], Field(alias="mundraft-conference")] = Field(
        default="1", description="The version of this form."
    )
    name: Said = Field(description="The conference's name.")
    short: Line = Field(default="", description="The letters by which people call it.", examples=["ABCMUN"])
    aliases: tuple[Line, ...] = Field(
        default=(), description="Other names under which it is looked for.", examples=[["ABC Model UN"]]
    )
    papers: Papers = Field(default=Papers.model_construct(), description="What is handed in for several topics.")
    length: tuple[Limit, ...] = Field(
        default=(), description="How long a paper may be. Several limits can hold together."
    )
    type: Type = Field(default=Type.model_construct(), description="How the pages are set.")
    header: Header | None = Field(
        default=None,
        description="The block at the head of the paper. Left out: committee, topics, country, delegates, school.",
    )
    citations: Citations = Field(default=Citations.model_construct(), description="How sources are cited and listed.")
    file: File = Field(default=File.model_construct(), description="What is handed in.")
    pictures: Pictures = Field(default=Pictures.model_construct(), description="Pictures and national symbols.")
    wording: Wording = Field(default=Wording.model_construct(), description="How a paper may be written.")
    generated: Generated = Field(
        default=Generated.model_construct(), description="What the conference says of text made by a language model."
    )
    notes: tuple[Prose, ...] = Field(
        default=(),
        description="Rules in words, for what no field can hold.",
        examples=[["Papers are due a week before."]],
    )
    inferred: tuple[Line, ...] = Field(
        default=(), description="Rules above that are not written anywhere but concluded, by their names.",
        examples=[["type.page"]],
    )  # fmt: skip
    not_verified: tuple[Prose, ...] = Field(
        default=(),
        description="What could not be found out, in words.",
        examples=[["Whether the resources list counts."]],
    )
    seen_at: Annotated[tuple[SeenAt, ...], Field(min_length=1)] = Field(
        description="Where the rules were seen, at least one place."
    )

    @model_validator(mode="after")
    def _anonymous_in_its_name_too(self) -> Self:
        shown = PERSONAL & set(names_in(self.file.name))
        if self.header and self.header.anonymous and shown:
            what = f"an anonymous paper's file cannot be called by {' or '.join(sorted(shown))}"
            raise FaultBelow(what, ("file", "name"), "Take it out of the name, or write anonymous: false.")
        return self

    @model_validator(mode="after")
    def _inferred_is_there(self) -> Self:
        for index, path in enumerate(self.inferred):
            if not _is_given(self, path.split(".")):
                what = f"no rule {path!r} is given in this file"
                next_step = "Write the names on the way to the rule, with points between them: type.page"
                raise FaultBelow(what, ("inferred", index), next_step)
        return self


class Conference(Traced, ConferenceRules):
    """A preset with the id under which the library found it."""

    id: Ref

    @classmethod
    def of(cls, ref: str, rules: ConferenceRules, trace: Trace = NO_TRACE) -> Self:
        """The preset read from `<ref>.yaml`, under its id. What a nearer file says is no longer inferred."""
        fields = {name: getattr(rules, name) for name in ConferenceRules.model_fields}
        said = [correction.field for correction in trace.corrections]
        fields["inferred"] = tuple(path for path in rules.inferred if not any(overlap(path, one) for one in said))
        return cls.model_construct(id=ref, **trace._asdict(), **fields)

    @property
    def called(self) -> str:
        """The short name, or the whole one where there is none."""
        return self.short or self.name

    @property
    def printed(self) -> str:
        """The name as a paper prints it: without a remark in brackets about the rules."""
        return _REMARK.sub("", self.name) or self.name

    @property
    def season(self) -> str:
        """The season that the rules are known for, as the last place says that names one; "" where none does."""
        return next((seen.season for seen in reversed(self.seen_at) if seen.season), "")


def _is_given(model: BaseModel, path: list[str]) -> bool:
    """Whether a path of field names leads to something that the file says."""
    first, *rest = path
    if first not in model.model_fields_set:
        return False
    below = getattr(model, first)
    return not rest or (isinstance(below, BaseModel) and _is_given(below, rest))


def overlap(one: str, other: str) -> bool:
    """Whether one of two rules, by their names in the file ("type", "type.page"), holds the other."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")
