"""The block at the head of a paper, as a conference can ask for it."""

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from mundraft.library.facts import Line
from mundraft.library.naming_fields import PERSONAL, names_in, refuse_unfillable
from mundraft.paper.model import Model
from mundraft.strictyaml.faults import FaultBelow

#: What a line of the header block can say: a field of the paper, or words of the preset's own.
HeaderField: TypeAlias = Literal[
    "conference", "committee", "committee_short", "topic", "topic_letter", "topic_number", "country", "formal_country",
    "delegates", "first_name", "last_name", "school", "date", "text",
]  # fmt: skip
Side: TypeAlias = Literal["left", "right", "centre"]
#: The line spacing as a multiple of single.
Spacing: TypeAlias = Annotated[float, Field(ge=1, le=3)]


class HeaderLine(Model):
    """One line of the header block: a field of the paper after a label, or words of the preset's own."""

    field: HeaderField = Field(description="What the line says; text for words of your own.", examples=["committee"])
    label: Line = Field(
        default="", description="What stands before it, with a colon after it. It may name fields in braces.",
        examples=["Committee"],
    )  # fmt: skip
    text: Line = Field(
        default="",
        description="The words below `field: text`. They may name fields in braces: Paper for {committee}",
    )
    bold: bool = Field(default=False, description="Whether what the line says is bold.", examples=["false"])
    italic: bool = Field(default=False, description="Whether it is in italics.", examples=["false"])
    bold_label: bool = Field(default=True, description="Whether the label is bold.", examples=["true"])
    italic_label: bool = Field(default=False, description="Whether the label is in italics.", examples=["false"])

    @model_validator(mode="after")
    def _can_be_filled_in(self) -> Self:
        if self.field == "text" and not self.text.strip():
            raise FaultBelow("a line of `field: text` needs words", ("field",), "Add a line text: with its words.")
        if self.field != "text" and self.text:
            next_step = "Write `field: text`, or take the text out; what stands before a field is its label."
            raise FaultBelow(f"these words would not be printed: the line says {self.field}", ("text",), next_step)
        refuse_unfillable(self.text, "text")
        refuse_unfillable(self.label, "label")
        return self

    @property
    def names(self) -> frozenset[str]:
        """The fields that the line shows."""
        return frozenset((self.field, *names_in(self.text), *names_in(self.label))) - {"text"}


class HeaderColumn(Model):
    """Lines of the header that stand under one another, and where on the page's width."""

    at: Side = Field(default="left", description="Where the lines stand.", examples=["left"])
    lines: Annotated[tuple[HeaderLine, ...], Field(min_length=1, max_length=12)] = Field(
        description="The lines, from the top."
    )


class HeaderTitle(Model):
    """The title under the lines of the header."""

    text: Line = Field(
        description="The title; it may name fields in braces.", examples=["Position Paper for the {committee}"]
    )
    at: Side = Field(default="centre", description="Where it stands.", examples=["centre"])
    bold: bool = Field(default=True, description="Whether it is bold.", examples=["true"])
    italic: bool = Field(default=False, description="Whether it is in italics.", examples=["false"])

    @model_validator(mode="after")
    def _can_be_filled_in(self) -> Self:
        refuse_unfillable(self.text, "text")
        return self


class Header(Model):
    """The block at the head of the paper. Two columns stand side by side."""

    place: Literal["first page", "every page", "each topic", "none"] = Field(
        default="first page",
        description="Where the block stands; none where the conference makes it from its form.",
        examples=["first page"],
    )
    columns: Annotated[tuple[HeaderColumn, ...], Field(max_length=2)] = Field(
        default=(), description="The lines of the block, in one column or in two side by side."
    )
    line_spacing: Spacing | None = Field(
        default=None, description="The line spacing of the block, where it is not the paper's.", examples=[1.15]
    )
    title: HeaderTitle | None = Field(default=None, description="A title under the lines; left out: none is printed.")
    anonymous: bool = Field(
        default=False,
        description="Whether no name of a delegate or school may stand anywhere: not in the text, the file's "
        "properties or its name.",
        examples=["false"],
    )

    @property
    def names(self) -> frozenset[str]:
        """The fields that the block and the title show."""
        titled = names_in(self.title.text) if self.title else ()
        return frozenset(titled).union(*(line.names for column in self.columns for line in column.lines))

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
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
        return self
