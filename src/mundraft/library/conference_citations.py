"""How a conference can want sources to be cited and listed."""

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from mundraft.library.facts import Line
from mundraft.paper.model import Model
from mundraft.strictyaml.faults import FaultBelow

StyleName: TypeAlias = Literal[
    "numbered", "mla", "apa", "chicago-notes", "chicago-author-date", "un-editorial", "plain-links"
]
Mechanism: TypeAlias = Literal["in-text", "footnotes", "endnotes", "none"]

#: Styles that word notes alone, and no marks in the text.
_NOTES_ONLY = frozenset({"chicago-notes"})


class Way(Model):
    """One way of citing that the conference takes: a style, and how a citation stands in the text; "" for any."""

    style: StyleName | Literal[""] = Field(default="", description="The style; left out: any.", examples=["mla"])
    mechanism: Mechanism | Literal[""] = Field(
        default="",
        description="How a citation stands in the text; left out: as the style has it.",
        examples=["in-text"],
    )

    @model_validator(mode="after")
    def _can_be_made(self) -> Self:
        if self.style in _NOTES_ONLY and self.mechanism == "in-text":
            next_step = "Write footnotes or endnotes, or the style chicago-author-date, which cites in the text."
            raise FaultBelow(f"the style {self.style} cites in notes and not in the text", ("mechanism",), next_step)
        return self


class ResourcesList(Model):
    """The list of the works cited."""

    place: Literal["end", "each topic", "forbidden", "not needed", ""] = Field(
        default="", description="Where it stands, or that there may be none, or that none is needed.", examples=["end"]
    )
    own_page: bool = Field(default=False, description="Whether it begins on a page of its own.", examples=["true"])
    title: Line = Field(default="", description="The heading that the conference gives it.", examples=["Works Cited"])
    min_sources: Annotated[int, Field(ge=0, le=100)] = Field(
        default=0, description="The fewest sources that a paper may have.", examples=[3]
    )


class Citations(Model):
    """How sources are cited and listed."""

    required: bool = Field(default=False, description="Whether sources must be cited.", examples=["true"])
    ways: tuple[Way, ...] = Field(
        default=(), description="The ways of citing that are allowed; the first is used. Left out: any."
    )
    banned: tuple[Mechanism, ...] = Field(
        default=(), description="Ways that are not allowed.", examples=[["footnotes"]]
    )
    resources: ResourcesList = Field(
        default=ResourcesList.model_construct(), description="The list of the works cited."
    )

    @model_validator(mode="after")
    def _ways_are_allowed(self) -> Self:
        for index, way in enumerate(self.ways):
            if way.mechanism in self.banned:
                what = f"{way.mechanism} cannot be both a way of citing and banned"
                raise FaultBelow(what, ("ways", index, "mechanism"), "Take it out of one of the two lists.")
        return self

    @property
    def styles(self) -> tuple[StyleName, ...]:
        """The styles that are named, the one to use first; none: any."""
        return tuple(dict.fromkeys(way.style for way in self.ways if way.style))

    @property
    def mechanisms(self) -> tuple[Mechanism, ...]:
        """The mechanisms that are named, the one to use first; none: any that is not banned."""
        return tuple(dict.fromkeys(way.mechanism for way in self.ways if way.mechanism))
