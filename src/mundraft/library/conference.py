"""A conference's rules for position papers: the form of `templates/conferences/<id>.yaml`.

A preset is made of a few groups of rules (`conference_rules`). A conference's rules change every season, so a preset
carries where they were seen, for which season and on what day, what could not be found out, and which of its rules are
no more than inferred.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from mundraft.library.conference_citations import Citations
from mundraft.library.conference_file import File
from mundraft.library.conference_header import Header
from mundraft.library.conference_rules import Generated, Limit, Papers, Pictures, Type, Wording
from mundraft.library.facts import DateText, Line, Prose, Ref, Said
from mundraft.library.naming_fields import PERSONAL, names_in
from mundraft.library.traces import NO_TRACE, Trace, Traced
from mundraft.models.faults import FaultBelow
from mundraft.models.fields import Meta, fields_in, keyed
from mundraft.models.model import Model

_REMARK = re.compile(r"\s*\([^()]*\)$")


class SeenAt(Model, kw_only=True):
    """Where rules were seen."""

    title: Annotated[
        Said, Meta(description="What it is called: a page, a handbook, a letter.", examples=["Delegate handbook"])
    ]
    url: Annotated[
        Line, Meta(description="Its address, if it has one.", examples=["https://example.org/position-papers"])
    ] = ""
    season: Annotated[Line, Meta(description="The season that it speaks of.", examples=['"2027"'])] = ""
    seen_on: Annotated[
        DateText,
        Meta(description="The day on which it was seen: YYYY, YYYY-MM or YYYY-MM-DD.", examples=["2026-11-21"]),
    ]
    cut_short: Annotated[
        bool,
        Meta(description="Whether it was seen in part, so that more rules may stand in the rest.", examples=["false"]),
    ] = False
    stored_copy: Annotated[
        bool, Meta(description="Whether a stored copy was seen, which may be older than the page.", examples=["false"])
    ] = False


class ConferenceRules(Model, kw_only=True):
    """The file's own form: everything but the id."""

    mundraft_conference: Annotated[Literal["1"], Meta(description="The version of this form.")] = keyed(
        "mundraft-conference", "1"
    )
    name: Annotated[Said, Meta(description="The conference's name.")]
    short: Annotated[Line, Meta(description="The letters by which people call it.", examples=["ABCMUN"])] = ""
    aliases: Annotated[
        tuple[Line, ...], Meta(description="Other names under which it is looked for.", examples=[["ABC Model UN"]])
    ] = ()
    papers: Annotated[Papers, Meta(description="What is handed in for several topics.")] = Papers()
    length: Annotated[
        tuple[Limit, ...], Meta(description="How long a paper may be. Several limits can hold together.")
    ] = ()
    type: Annotated[Type, Meta(description="How the pages are set.")] = Type()
    header: Annotated[
        Header | None,
        Meta(
            description="The block at the head of the paper. Left out: committee, topics, country, delegates, school."
        ),
    ] = None
    citations: Annotated[Citations, Meta(description="How sources are cited and listed.")] = Citations()
    file: Annotated[File, Meta(description="What is handed in.")] = File()
    pictures: Annotated[Pictures, Meta(description="Pictures and national symbols.")] = Pictures()
    wording: Annotated[Wording, Meta(description="How a paper may be written.")] = Wording()
    generated: Annotated[Generated, Meta(description="What the conference says of text made by a language model.")] = (
        Generated()
    )
    notes: Annotated[
        tuple[Prose, ...],
        Meta(description="Rules in words, for what no field can hold.", examples=[["Papers are due a week before."]]),
    ] = ()
    inferred: Annotated[
        tuple[Line, ...],
        Meta(
            description="Rules above that are not written anywhere but concluded, by their names.",
            examples=[["type.page"]],
        ),
    ] = ()
    not_verified: Annotated[
        tuple[Prose, ...],
        Meta(description="What could not be found out, in words.", examples=[["Whether the resources list counts."]]),
    ] = ()
    seen_at: Annotated[
        tuple[SeenAt, ...], Meta(min_length=1, description="Where the rules were seen, at least one place.")
    ]

    def _look(self) -> None:
        shown = PERSONAL & set(names_in(self.file.name))
        if self.header and self.header.anonymous and shown:
            what = f"an anonymous paper's file cannot be called by {' or '.join(sorted(shown))}"
            raise FaultBelow(what, ("file", "name"), "Take it out of the name, or write anonymous: false.")

    def look_at_said(self, said: Mapping[str, Any]) -> None:
        """Raises `FaultBelow` for a rule said to be inferred that the file does not give."""
        for index, path in enumerate(self.inferred):
            if not _is_given(said, path.split(".")):
                what = f"no rule {path!r} is given in this file"
                next_step = "Write the names on the way to the rule, with points between them: type.page"
                raise FaultBelow(what, ("inferred", index), next_step)


class Conference(ConferenceRules, Traced, kw_only=True):
    """A preset with the id under which the library found it."""

    id: Ref
    trace: Trace = NO_TRACE

    @classmethod
    def of(cls, ref: str, rules: ConferenceRules, trace: Trace = NO_TRACE) -> Self:
        """The preset read from `<ref>.yaml`, under its id. What a nearer file says is no longer inferred."""
        fields = fields_in(rules)
        said = [correction.field for correction in trace.corrections]
        fields["inferred"] = tuple(path for path in rules.inferred if not any(overlap(path, one) for one in said))
        return cls(id=ref, trace=trace, **fields)

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


def _is_given(said: Any, path: list[str]) -> bool:
    """Whether a path of keys leads to something that the file says."""
    first, *rest = path
    return isinstance(said, Mapping) and first in said and (not rest or _is_given(said[first], rest))


def overlap(one: str, other: str) -> bool:
    """Whether one of two rules, by their names in the file ("type", "type.page"), holds the other."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")
