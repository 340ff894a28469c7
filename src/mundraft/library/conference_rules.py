"""The groups of rules that a conference can have for position papers: what may differ, and in which words a file says so.

Each group is one in which real conferences were seen to differ. Every rule may be left out: what a preset does not say,
the conference is not known to ask. The descriptions of the fields are what `mundraft conference new` and
`docs/conferences.md` explain them with; an example is a value that a file can hold.
"""

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from mundraft.document.layout import PageSize
from mundraft.library.naming_fields import PERSONAL, fault_of, names_in
from mundraft.paper.model import Model, Text
from mundraft.strictyaml.faults import FaultBelow

#: What a line of the header block can say: a field of the paper, or words of the preset's own.
HeaderField: TypeAlias = Literal[
    "conference", "committee", "committee_short", "topic", "topic_letter", "topic_number", "country", "formal_country",
    "delegates", "first_name", "last_name", "school", "date", "text",
]  # fmt: skip
StyleName: TypeAlias = Literal[
    "numbered", "mla", "apa", "chicago-notes", "chicago-author-date", "un-editorial", "plain-links"
]
Mechanism: TypeAlias = Literal["in-text", "footnotes", "endnotes", "none"]
Format: TypeAlias = Literal["docx", "pdf", "txt", "md"]
Side: TypeAlias = Literal["left", "right", "centre"]
Wanted: TypeAlias = Literal["required", "wanted", "forbidden", ""]
Words: TypeAlias = Annotated[int, Field(ge=0, le=100_000)]
Pages: TypeAlias = Annotated[float, Field(ge=0, le=500)]
Points: TypeAlias = Annotated[float, Field(ge=6, le=72)]
Spacing: TypeAlias = Annotated[float, Field(ge=1, le=3)]

#: Styles that word notes alone, and no marks in the text.
_NOTES_ONLY = frozenset({"chicago-notes"})


def _refuse_unfillable(pattern: str, *at: str) -> None:
    fault = fault_of(pattern)
    if fault:
        raise FaultBelow(fault[0], at, fault[1])


class Limit(Model):
    """How long one paper, or the part of it on one topic, may be; 0 for no limit.

    Several limits hold together, but for those that hold only for some committees or at some line spacing."""

    per: Literal["paper", "topic"] = Field(
        "paper", description="What is measured: the whole paper, or the part on each topic.", examples=["topic"]
    )
    only_for: Text = Field(
        "", description="Which committees the limit is for, in words, where it is not for all of them."
    )
    at_spacing: Spacing | None = Field(
        None, description="The line spacing at which the limit holds, where there are several (2 for double)."
    )
    min_words: Words = Field(0, description="The fewest words.")
    max_words: Words = Field(0, description="The most words.")
    min_pages: Pages = Field(0, description="The fewest pages; half a page is 0.5.", examples=[1])
    max_pages: Pages = Field(0, description="The most pages.", examples=[2])
    max_paragraphs: Annotated[int, Field(ge=0, le=500)] = Field(0, description="The most paragraphs.")
    counts_resources: bool = Field(
        False, description="Whether the resources list counts towards the limit.", examples=["false"]
    )
    approximate: bool = Field(
        False, description='Whether the numbers are a guide ("about a page") and no bound.', examples=["false"]
    )
    rest_unread: bool = Field(
        False, description="Whether what stands beyond the limit is not read at all.", examples=["false"]
    )

    @model_validator(mode="after")
    def _limits_something(self) -> Self:
        if not any((self.min_words, self.max_words, self.min_pages, self.max_pages, self.max_paragraphs)):
            raise FaultBelow("this limit limits nothing", (), "Give it max_pages, max_words or another number.")
        for unit in ("words", "pages"):
            least, most = getattr(self, f"min_{unit}"), getattr(self, f"max_{unit}")
            if 0 < most < least:
                what = f"at least {least:g} and at most {most:g} {unit} cannot both be kept"
                raise FaultBelow(what, (f"min_{unit}",), f"Give min_{unit} the smaller number.")
        return self


class Papers(Model):
    """What a delegation hands in for several topics, and the sections that each topic must have."""

    document: Literal["one", "one per topic", ""] = Field(
        "", description="Whether all topics stand in one document, or each in a document of its own.", examples=["one"]
    )
    topic_on_new_page: bool = Field(False, description="Whether each topic begins on a new page.", examples=["true"])
    sections: tuple[Text, ...] = Field(
        (),
        description="Sections that each topic must have, by the names that the conference gives them.",
        examples=[["Topic Background", "Country Policy", "Possible Solutions"]],
    )


class Type(Model):
    """How the pages are set."""

    fonts: tuple[Text, ...] = Field(
        (), description="The fonts allowed; the first is used. Left out: any font.", examples=[["Times New Roman"]]
    )
    min_size_pt: Points | None = Field(None, description="The smallest size of the text, in points.", examples=[12])
    max_size_pt: Points | None = Field(None, description="The largest size of the text, in points.", examples=[12])
    line_spacing: tuple[Spacing, ...] = Field(
        (), description="The line spacings allowed: 1 for single, 1.15, 1.5, 2 for double; the first is used.",
        examples=[["1"]],
    )  # fmt: skip
    margin_cm: Annotated[float, Field(ge=0.5, le=8)] | None = Field(
        None, description="The margin on all sides in centimetres; an inch is 2.54.", examples=[2.54]
    )
    page: PageSize | None = Field(None, description="The size of the paper.", examples=["Letter"])
    alignment: Literal["left", "justified", ""] = Field(
        "", description="Whether lines end where they will, or all at the margin.", examples=["left"]
    )
    page_numbers: Literal["required", "forbidden", ""] = Field(
        "", description="Whether pages must have numbers, or may not.", examples=["required"]
    )
    black_only: bool = Field(False, description="Whether all print must be black, links too.", examples=["false"])

    @model_validator(mode="after")
    def _sizes_fit(self) -> Self:
        if self.min_size_pt and self.max_size_pt and self.min_size_pt > self.max_size_pt:
            what = f"the smallest size is {self.min_size_pt:g} and the largest {self.max_size_pt:g}"
            raise FaultBelow(what, ("min_size_pt",), "Give min_size_pt the smaller number.")
        return self


class HeaderLine(Model):
    """One line of the header block: a field of the paper after a label, or words of the preset's own."""

    field: HeaderField = Field(description="What the line says; text for words of your own.", examples=["committee"])
    label: Text = Field(
        "", description="What stands before it, with a colon after it. It may name fields in braces.",
        examples=["Committee"],
    )  # fmt: skip
    text: Text = Field(
        "", description="The words of a line of `field: text`. They may name fields in braces: Paper for {committee}"
    )
    bold: bool = Field(False, description="Whether what the line says is bold.", examples=["false"])
    italic: bool = Field(False, description="Whether it is in italics.", examples=["false"])
    bold_label: bool = Field(True, description="Whether the label is bold.", examples=["true"])
    italic_label: bool = Field(False, description="Whether the label is in italics.", examples=["false"])

    @model_validator(mode="after")
    def _can_be_filled_in(self) -> Self:
        if self.field == "text" and not self.text.strip():
            raise FaultBelow("a line of `field: text` needs words", ("field",), "Add a line text: with its words.")
        if self.field != "text" and self.text:
            next_step = "Write `field: text`, or take the text out; what stands before a field is its label."
            raise FaultBelow(f"these words would not be printed: the line says {self.field}", ("text",), next_step)
        _refuse_unfillable(self.text, "text")
        _refuse_unfillable(self.label, "label")
        return self

    @property
    def names(self) -> frozenset[str]:
        """The fields that the line shows."""
        return frozenset((self.field, *names_in(self.text), *names_in(self.label))) - {"text"}


class HeaderColumn(Model):
    """Lines of the header that stand under one another, and where on the page's width."""

    at: Side = Field("left", description="Where the lines stand.", examples=["left"])
    lines: Annotated[tuple[HeaderLine, ...], Field(min_length=1, max_length=12)] = Field(
        description="The lines, from the top."
    )


class HeaderTitle(Model):
    """The title under the lines of the header."""

    text: Text = Field(
        description="The title; it may name fields in braces.", examples=["Position Paper for the {committee}"]
    )
    at: Side = Field("centre", description="Where it stands.", examples=["centre"])
    bold: bool = Field(True, description="Whether it is bold.", examples=["true"])
    italic: bool = Field(False, description="Whether it is in italics.", examples=["false"])

    @model_validator(mode="after")
    def _can_be_filled_in(self) -> Self:
        _refuse_unfillable(self.text, "text")
        return self


class Header(Model):
    """The block at the head of the paper. Two columns stand side by side."""

    place: Literal["first page", "every page", "each topic", "none"] = Field(
        "first page",
        description="Where the block stands; none where the conference makes it from its form.",
        examples=["first page"],
    )
    columns: Annotated[tuple[HeaderColumn, ...], Field(max_length=2)] = Field(
        (), description="The lines of the block, in one column or in two side by side."
    )
    line_spacing: Spacing | None = Field(
        None, description="The line spacing of the block, where it is not the paper's.", examples=[1.15]
    )
    title: HeaderTitle | None = Field(None, description="A title under the lines; left out: none is printed.")
    anonymous: bool = Field(
        False,
        description="Whether no name of a delegate or school may stand anywhere: not in the text, the file's "
        "properties or its name.",
        examples=["false"],
    )

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


class Way(Model):
    """One way of citing that the conference takes: a style, and how a citation stands in the text; "" for any."""

    style: StyleName | Literal[""] = Field("", description="The style; left out: any.", examples=["mla"])
    mechanism: Mechanism | Literal[""] = Field(
        "", description="How a citation stands in the text; left out: as the style has it.", examples=["in-text"]
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
        "", description="Where it stands, or that there may be none, or that none is needed.", examples=["end"]
    )
    own_page: bool = Field(False, description="Whether it begins on a page of its own.", examples=["true"])
    title: Text = Field("", description="The heading that the conference gives it.", examples=["Works Cited"])
    min_sources: Annotated[int, Field(ge=0, le=100)] = Field(
        0, description="The fewest sources that a paper may have.", examples=[3]
    )


class Citations(Model):
    """How sources are cited and listed."""

    required: bool = Field(False, description="Whether sources must be cited.", examples=["true"])
    ways: tuple[Way, ...] = Field(
        (), description="The ways of citing that are allowed; the first is used. Left out: any."
    )
    banned: tuple[Mechanism, ...] = Field((), description="Ways that are not allowed.", examples=[["footnotes"]])
    resources: ResourcesList = Field(ResourcesList.model_construct(), description="The list of the works cited.")

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


class File(Model):
    """What is handed in."""

    formats: tuple[Format, ...] = Field(
        (), description="The formats taken; the first is meant. txt is plain text without any formatting.",
        examples=[["pdf", "docx"]],
    )  # fmt: skip
    name: Text = Field(
        "", description="The file's name without its ending, with fields in braces.",
        examples=['"{country}_{committee_short}"'],
    )  # fmt: skip
    spaces: Literal["kept", "removed", "underscores"] = Field(
        "kept", description="What becomes of spaces inside a field in the file's name.", examples=["removed"]
    )
    pasted: bool = Field(
        False, description="Whether the text is pasted into a form or an e-mail, and no file handed in.",
        examples=["false"],
    )  # fmt: skip
    how: Text = Field("", description="How it is handed in, in words.", examples=["By e-mail to the committee."])

    @model_validator(mode="after")
    def _name_can_be_filled_in(self) -> Self:
        _refuse_unfillable(self.name, "name")
        return self


class Pictures(Model):
    """Which pictures and national symbols may stand in a paper."""

    flag: Wanted = Field("", description="The country's flag.", examples=["forbidden"])
    seal: Wanted = Field("", description="The country's seal or coat of arms.", examples=["forbidden"])
    others: Literal["forbidden", ""] = Field(
        "", description="Photographs, drawings, decorations, borders, watermarks.", examples=["forbidden"]
    )


class Wording(Model):
    """How a paper may be written."""

    first_person: Literal["no I", "no I, no we", ""] = Field(
        "", description='Whether "I" alone is not allowed, or "we" neither.', examples=["no I"]
    )
    copying: Text = Field(
        "", description="What counts as copying, in words.", examples=["Sentences of the background guide."]
    )


class Generated(Model):
    """What the conference says of text made by a language model."""

    rule: Literal["forbidden", "disclose", "aid only", ""] = Field(
        "", description="Forbidden; or allowed if its use is told; or allowed to look things up and not to write.",
        examples=["forbidden"],
    )  # fmt: skip
    disclosure_page: bool = Field(
        False, description="Whether a page of its own says how a model was used.", examples=["false"]
    )

    @model_validator(mode="after")
    def _nothing_to_disclose(self) -> Self:
        if self.disclosure_page and self.rule == "forbidden":
            what = "there is nothing to disclose where generated text is forbidden"
            raise FaultBelow(what, ("disclosure_page",), "Take this line out, or write `rule: disclose`.")
        return self
