"""How a conference can want sources to be cited and listed."""

from typing import Annotated, Literal, TypeAlias

from mundraft.library.facts import Line
from mundraft.models.faults import FaultBelow
from mundraft.models.fields import Meta
from mundraft.models.model import Model

StyleName: TypeAlias = Literal[
    "numbered", "mla", "apa", "chicago-notes", "chicago-author-date", "un-editorial", "plain-links"
]
Mechanism: TypeAlias = Literal["in-text", "footnotes", "endnotes", "none"]

#: Styles that word notes alone, and no marks in the text.
_NOTES_ONLY = frozenset({"chicago-notes"})


class Way(Model):
    """One way of citing that the conference takes: a style, and how a citation stands in the text; "" for any."""

    style: Annotated[StyleName | Literal[""], Meta(description="The style; left out: any.", examples=["mla"])] = ""
    mechanism: Annotated[
        Mechanism | Literal[""],
        Meta(description="How a citation stands in the text; left out: as the style has it.", examples=["in-text"]),
    ] = ""

    def _look(self) -> None:
        if self.style in _NOTES_ONLY and self.mechanism == "in-text":
            next_step = "Write footnotes or endnotes, or the style chicago-author-date, which cites in the text."
            raise FaultBelow(f"the style {self.style} cites in notes and not in the text", ("mechanism",), next_step)


class ResourcesList(Model):
    """The list of the works cited."""

    place: Annotated[
        Literal["end", "each topic", "forbidden", "not needed", ""],
        Meta(description="Where it stands, or that there may be none, or that none is needed.", examples=["end"]),
    ] = ""
    own_page: Annotated[bool, Meta(description="Whether it begins on a page of its own.", examples=["true"])] = False
    title: Annotated[Line, Meta(description="The heading that the conference gives it.", examples=["Works Cited"])] = ""
    min_sources: Annotated[
        int, Meta(ge=0, le=100, description="The fewest sources that a paper may have.", examples=[3])
    ] = 0


class Citations(Model):
    """How sources are cited and listed."""

    required: Annotated[bool, Meta(description="Whether sources must be cited.", examples=["true"])] = False
    ways: Annotated[
        tuple[Way, ...], Meta(description="The ways of citing that are allowed; the first is used. Left out: any.")
    ] = ()
    banned: Annotated[
        tuple[Mechanism, ...], Meta(description="Ways that are not allowed.", examples=[["footnotes"]])
    ] = ()
    resources: Annotated[ResourcesList, Meta(description="The list of the works cited.")] = ResourcesList()

    def _look(self) -> None:
        for index, way in enumerate(self.ways):
            if way.mechanism in self.banned:
                what = f"{way.mechanism} cannot be both a way of citing and banned"
                raise FaultBelow(what, ("ways", index, "mechanism"), "Take it out of one of the two lists.")

    @property
    def styles(self) -> tuple[StyleName, ...]:
        """The styles that are named, the one to use first; none: any."""
        return tuple(dict.fromkeys(way.style for way in self.ways if way.style))

    @property
    def mechanisms(self) -> tuple[Mechanism, ...]:
        """The mechanisms that are named, the one to use first; none: any that is not banned."""
        return tuple(dict.fromkeys(way.mechanism for way in self.ways if way.mechanism))
