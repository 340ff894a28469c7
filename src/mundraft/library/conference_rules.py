"""The groups of rules that a conference can have for position papers, and the words in which a file says them.

Each group is one in which real conferences were seen to differ. Every rule may be left out: what a preset does not say,
the conference is not known to ask. The descriptions of the fields are what `mundraft conference new` and
`docs/conferences.md` explain them with; an example is a value that a file can hold.
"""

from typing import Annotated, Literal, TypeAlias

from mundraft.document.layout import PageSize
from mundraft.library.conference_header import Spacing
from mundraft.library.facts import Line, Prose
from mundraft.models.faults import FaultBelow
from mundraft.models.fields import Meta
from mundraft.models.model import Model

Wanted: TypeAlias = Literal["required", "wanted", "forbidden", ""]
Words: TypeAlias = Annotated[int, Meta(ge=0, le=100_000)]
Pages: TypeAlias = Annotated[float, Meta(ge=0, le=500)]
Paragraphs: TypeAlias = Annotated[int, Meta(ge=0, le=500)]
Margin: TypeAlias = Annotated[float, Meta(ge=0.5, le=8)]
Points: TypeAlias = Annotated[float, Meta(ge=6, le=72)]
_UNITS = ("words", "pages", "paragraphs")


class Limit(Model):
    """How long one paper, or the part of it on one topic, may be; 0 for no limit.

    Several limits hold together, but for those that hold only for some committees or at some line spacing."""

    per: Annotated[
        Literal["paper", "topic"],
        Meta(description="What is measured: the whole paper, or the part on each topic.", examples=["topic"]),
    ] = "paper"
    only_for: Annotated[
        Line,
        Meta(
            description="Which committees the limit is for, in words, where it is not for all of them.",
            examples=["committees of the General Assembly"],
        ),
    ] = ""
    at_spacing: Annotated[
        Spacing | None,
        Meta(
            description="The line spacing at which the limit holds, where there are several (2 for double).",
            examples=[1],
        ),
    ] = None
    min_words: Annotated[Words, Meta(description="The fewest words.", examples=[300])] = 0
    max_words: Annotated[Words, Meta(description="The most words.", examples=[500])] = 0
    min_pages: Annotated[Pages, Meta(description="The fewest pages; half a page is 0.5.", examples=[1])] = 0
    max_pages: Annotated[Pages, Meta(description="The most pages.", examples=[2])] = 0
    min_paragraphs: Annotated[Paragraphs, Meta(description="The fewest paragraphs.", examples=[3])] = 0
    max_paragraphs: Annotated[Paragraphs, Meta(description="The most paragraphs.", examples=[5])] = 0
    counts_resources: Annotated[
        bool | None,
        Meta(
            description="Whether the resources list counts towards the limit; left out: not known.", examples=["false"]
        ),
    ] = None
    approximate: Annotated[
        bool, Meta(description='Whether the numbers are a guide ("about a page") and no bound.', examples=["false"])
    ] = False
    rest_unread: Annotated[
        bool, Meta(description="Whether what stands beyond the limit is not read at all.", examples=["false"])
    ] = False

    def _look(self) -> None:
        bounds = [(unit, getattr(self, f"min_{unit}"), getattr(self, f"max_{unit}")) for unit in _UNITS]
        if not any(least or most for _, least, most in bounds):
            raise FaultBelow("this limit limits nothing", (), "Give it max_pages, max_words or another number.")
        for unit, least, most in bounds:
            if 0 < most < least:
                what = f"at least {least:g} and at most {most:g} {unit} cannot both be kept"
                raise FaultBelow(what, (f"min_{unit}",), f"Give min_{unit} the smaller number.")


class Papers(Model):
    """What a delegation hands in for several topics, and the sections that each topic must have."""

    document: Annotated[
        Literal["one", "one per topic", ""],
        Meta(
            description="Whether all topics stand in one document, or each in a document of its own.", examples=["one"]
        ),
    ] = ""
    every_topic: Annotated[
        bool,
        Meta(
            description="Whether a delegation writes on every topic of its committee, and not on one of them.",
            examples=["true"],
        ),
    ] = False
    topic_on_new_page: Annotated[
        bool, Meta(description="Whether each topic begins on a new page.", examples=["true"])
    ] = False
    sections: Annotated[
        tuple[Line, ...],
        Meta(
            description="Sections that each topic must have, by the names that the conference gives them.",
            examples=[["Topic Background", "Country Policy", "Possible Solutions"]],
        ),
    ] = ()


class Type(Model):
    """How the pages are set."""

    fonts: Annotated[
        tuple[Line, ...],
        Meta(description="The fonts allowed; the first is used. Left out: any font.", examples=[["Times New Roman"]]),
    ] = ()
    min_size_pt: Annotated[
        Points | None, Meta(description="The smallest size of the text, in points.", examples=[12])
    ] = None
    max_size_pt: Annotated[
        Points | None, Meta(description="The largest size of the text, in points.", examples=[12])
    ] = None
    line_spacing: Annotated[
        tuple[Spacing, ...],
        Meta(
            description="The line spacings allowed: 1 for single, 1.15, 1.5, 2 for double; the first is used.",
            examples=[["1"]],
        ),
    ] = ()
    margin_cm: Annotated[
        Margin | None, Meta(description="The margin on all sides in centimetres; an inch is 2.54.", examples=[2.54])
    ] = None
    page: Annotated[PageSize | None, Meta(description="The size of the paper.", examples=["Letter"])] = None
    alignment: Annotated[
        Literal["left", "justified", ""],
        Meta(description="Whether lines end where they will, or all at the margin.", examples=["left"]),
    ] = ""
    page_numbers: Annotated[
        Literal["required", "forbidden", ""],
        Meta(description="Whether pages must have numbers, or may not.", examples=["required"]),
    ] = ""
    black_only: Annotated[bool, Meta(description="Whether all print must be black, links too.", examples=["false"])] = (
        False
    )

    def _look(self) -> None:
        if self.min_size_pt and self.max_size_pt and self.min_size_pt > self.max_size_pt:
            what = f"the smallest size is {self.min_size_pt:g} and the largest {self.max_size_pt:g}"
            raise FaultBelow(what, ("min_size_pt",), "Give min_size_pt the smaller number.")


class Pictures(Model):
    """Which pictures and national symbols may stand in a paper."""

    flag: Annotated[Wanted, Meta(description="The country's flag.", examples=["forbidden"])] = ""
    seal: Annotated[Wanted, Meta(description="The country's seal or coat of arms.", examples=["forbidden"])] = ""
    others: Annotated[
        Literal["forbidden", ""],
        Meta(description="Photographs, drawings, decorations, borders, watermarks.", examples=["forbidden"]),
    ] = ""


class Wording(Model):
    """How a paper may be written."""

    first_person: Annotated[
        Literal["no I", "no I or we", ""],
        Meta(description='Whether "I" alone is not allowed, or "we" neither.', examples=["no I"]),
    ] = ""
    copying: Annotated[
        Prose, Meta(description="What counts as copying, in words.", examples=["Sentences of the background guide."])
    ] = ""


class Generated(Model):
    """What the conference says of text made by a language model."""

    rule: Annotated[
        Literal["forbidden", "disclose", "aid only", ""],
        Meta(
            description="Forbidden; or allowed if its use is told; or allowed to look things up alone.",
            examples=["forbidden"],
        ),
    ] = ""
    disclosure_page: Annotated[
        bool, Meta(description="Whether a page of its own says how a model was used.", examples=["false"])
    ] = False

    def _look(self) -> None:
        if self.disclosure_page and self.rule == "forbidden":
            what = "there is nothing to disclose where generated text is forbidden"
            raise FaultBelow(what, ("disclosure_page",), "Take this line out, or write `rule: disclose`.")
