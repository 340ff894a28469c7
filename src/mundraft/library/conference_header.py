"""The block at the head of a paper, as a conference can ask for it."""

from typing import Annotated, Literal, TypeAlias

from mundraft.library.facts import Line
from mundraft.library.naming_fields import PERSONAL, names_in, refuse_unfillable
from mundraft.models.faults import FaultBelow
from mundraft.models.fields import Meta
from mundraft.models.model import Model

#: What a line of the header block can say: a field of the paper, or words of the preset's own.
HeaderField: TypeAlias = Literal[
    "conference", "committee", "committee_short", "topic", "topic_letter", "topic_number", "country", "formal_country",
    "delegates", "first_name", "last_name", "school", "date", "text",
]  # fmt: skip
Side: TypeAlias = Literal["left", "right", "centre"]
#: The line spacing as a multiple of single.
Spacing: TypeAlias = Annotated[float, Meta(ge=1, le=3)]


class HeaderLine(Model):
    """One line of the header block: a field of the paper after a label, or words of the preset's own."""

    field: Annotated[
        HeaderField, Meta(description="What the line says; text for words of your own.", examples=["committee"])
    ]
    label: Annotated[
        Line,
        Meta(
            description="What stands before it, with a colon after it. It may name fields in braces.",
            examples=["Committee"],
        ),
    ] = ""
    text: Annotated[
        Line, Meta(description="The words below `field: text`. They may name fields in braces: Paper for {committee}")
    ] = ""
    bold: Annotated[bool, Meta(description="Whether what the line says is bold.", examples=["false"])] = False
    italic: Annotated[bool, Meta(description="Whether it is in italics.", examples=["false"])] = False
    bold_label: Annotated[bool, Meta(description="Whether the label is bold.", examples=["true"])] = True
    italic_label: Annotated[bool, Meta(description="Whether the label is in italics.", examples=["false"])] = False

    def _look(self) -> None:
        if self.field == "text" and not self.text.strip():
            raise FaultBelow("a line of `field: text` needs words", ("field",), "Add a line text: with its words.")
        if self.field != "text" and self.text:
            next_step = "Write `field: text`, or take the text out; what stands before a field is its label."
            raise FaultBelow(f"these words would not be printed: the line says {self.field}", ("text",), next_step)
        refuse_unfillable(self.text, "text")
        refuse_unfillable(self.label, "label")

    @property
    def names(self) -> frozenset[str]:
        """The fields that the line shows."""
        return frozenset((self.field, *names_in(self.text), *names_in(self.label))) - {"text"}


class HeaderColumn(Model, kw_only=True):
    """Lines of the header that stand under one another, and where on the page's width."""

    at: Annotated[Side, Meta(description="Where the lines stand.", examples=["left"])] = "left"
    lines: Annotated[tuple[HeaderLine, ...], Meta(min_length=1, max_length=12, description="The lines, from the top.")]


class HeaderTitle(Model):
    """The title under the lines of the header."""

    text: Annotated[
        Line,
        Meta(description="The title; it may name fields in braces.", examples=["Position Paper for the {committee}"]),
    ]
    at: Annotated[Side, Meta(description="Where it stands.", examples=["centre"])] = "centre"
    bold: Annotated[bool, Meta(description="Whether it is bold.", examples=["true"])] = True
    italic: Annotated[bool, Meta(description="Whether it is in italics.", examples=["false"])] = False

    def _look(self) -> None:
        refuse_unfillable(self.text, "text")


class Header(Model):
    """The block at the head of the paper. Two columns stand side by side."""

    place: Annotated[
        Literal["first page", "every page", "each topic", "none"],
        Meta(
            description="Where the block stands; none where the conference makes it from its form.",
            examples=["first page"],
        ),
    ] = "first page"
    columns: Annotated[
        tuple[HeaderColumn, ...],
        Meta(max_length=2, description="The lines of the block, in one column or in two side by side."),
    ] = ()
    line_spacing: Annotated[
        Spacing | None, Meta(description="The line spacing of the block, where it is not the paper's.", examples=[1.15])
    ] = None
    title: Annotated[HeaderTitle | None, Meta(description="A title under the lines; left out: none is printed.")] = None
    anonymous: Annotated[
        bool,
        Meta(
            description="Whether no name of a delegate or school may stand anywhere: not in the text, the file's "
            "properties or its name.",
            examples=["false"],
        ),
    ] = False

    @property
    def names(self) -> frozenset[str]:
        """The fields that the block and the title show."""
        titled = names_in(self.title.text) if self.title else ()
        return frozenset(titled).union(*(line.names for column in self.columns for line in column.lines))

    def _look(self) -> None:
        if self.place == "none" and (self.columns or self.title):
            next_step = "Write where it stands (first page, every page, each topic), or take its lines out."
            raise FaultBelow("a header that stands nowhere cannot have lines or a title", ("place",), next_step)
        for column_at, column in enumerate(self.columns):
            for line_at, line in enumerate(column.lines):
                if self.anonymous and line.names & PERSONAL:
                    at = ("columns", column_at, "lines", line_at)
                    what = f"an anonymous paper cannot show {' or '.join(sorted(line.names & PERSONAL))}"
                    raise FaultBelow(what, at, "Take this line out, or write anonymous: false.")
        if self.anonymous and self.title and PERSONAL & set(names_in(self.title.text)):
            what = "an anonymous paper cannot show a delegate or a school"
            raise FaultBelow(what, ("title", "text"), "Take the name out of the title, or write anonymous: false.")
