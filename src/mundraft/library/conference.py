"""A conference's rules for position papers: the form of `templates/conferences/<id>.yaml`.

A preset is made of a few groups of rules (papers, length, type, header, citations, file, wording). Each may be left
out, and so may each rule in it: what a preset does not say, the conference is not known to ask. The groups are the
ones in which real conferences were seen to differ. A conference's rules change every season, so a preset carries where
they were seen, for which season and on what day, and what could not be found out.
"""

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from mundraft.document.layout import PageSize
from mundraft.library.facts import DateText, Ref
from mundraft.paper.model import Model, Text

#: What a line of the header block, or a piece of a file's name, can say.
HeaderField: TypeAlias = Literal[
    "conference", "committee", "committee_short", "topic", "country", "formal_country", "delegates", "school", "text"
]
#: The fields that tell who wrote the paper: an anonymous paper has none of them, in no place.
PERSONAL: frozenset[str] = frozenset({"delegates", "school"})
StyleName: TypeAlias = Literal[
    "numbered", "mla", "apa", "chicago-notes", "chicago-author-date", "un-editorial", "plain-links"
]
Mechanism: TypeAlias = Literal["in-text", "footnotes", "endnotes", "none"]
Format: TypeAlias = Literal["docx", "pdf", "txt", "md"]
Words: TypeAlias = Annotated[int, Field(ge=0, le=100_000)]
Pages: TypeAlias = Annotated[float, Field(ge=0, le=500)]
Points: TypeAlias = Annotated[float, Field(ge=6, le=72)]


class Limit(Model):
    """How long one paper, or the part of it on one topic, may be; 0 for no limit.

    `counts_resources`: whether the resources list is counted. `rest_unread`: what stands beyond is not read at all."""

    per: Literal["paper", "topic"] = "paper"
    min_words: Words = 0
    max_words: Words = 0
    min_pages: Pages = 0
    max_pages: Pages = 0
    counts_resources: bool = False
    rest_unread: bool = False

    @model_validator(mode="after")
    def _limits_something(self) -> Self:
        if not (self.min_words or self.max_words or self.min_pages or self.max_pages):
            raise ValueError("say at least one of min_words, max_words, min_pages and max_pages")
        if 0 < self.max_words < self.min_words or 0 < self.max_pages < self.min_pages:
            raise ValueError("the most allowed is less than the least allowed")
        return self


class Papers(Model):
    """How many documents a delegation of several topics hands in. `sections` are headings that the conference names."""

    document: Literal["one", "one per topic", ""] = ""
    sections: tuple[Text, ...] = ()


class Type(Model):
    """How the pages are set. Of `fonts` and `line_spacing` the first is used; the others are allowed too.

    Sizes in points, the margin in centimetres, spacing as a multiple of single."""

    fonts: tuple[Text, ...] = ()
    min_size_pt: Points | None = None
    max_size_pt: Points | None = None
    line_spacing: tuple[Annotated[float, Field(ge=1, le=3)], ...] = ()
    margin_cm: Annotated[float, Field(ge=0.5, le=8)] | None = None
    page: PageSize | None = None
    alignment: Literal["left", "justified", ""] = ""
    page_numbers: Literal["required", "forbidden", ""] = ""

    @model_validator(mode="after")
    def _sizes_fit(self) -> Self:
        if self.min_size_pt and self.max_size_pt and self.min_size_pt > self.max_size_pt:
            raise ValueError("min_size_pt is larger than max_size_pt")
        return self


class HeaderLine(Model):
    """One line of the header block: a field of the paper after a label, or words of the preset's own.

    `text` stands in the place of a field where `field` is "text", and may name fields: "Paper for {committee}"."""

    field: HeaderField
    label: Text = ""
    text: Text = ""
    bold: bool = False
    italic: bool = False
    bold_label: bool = True
    italic_label: bool = False

    @model_validator(mode="after")
    def _text_has_words(self) -> Self:
        if (self.field == "text") != bool(self.text.strip()):
            raise ValueError("`text` belongs to a line of `field: text`, and such a line needs it")
        return self


class HeaderColumn(Model):
    """Lines of the header that stand under one another, and where on the page's width."""

    at: Literal["left", "right", "centre"] = "left"
    lines: Annotated[tuple[HeaderLine, ...], Field(min_length=1, max_length=12)]


class Header(Model):
    """The block at the head of the paper. Two columns stand side by side. `title` is printed under them; "" for none.

    `anonymous`: no name of a delegate or a school anywhere, in the text, the properties or the name of the file."""

    place: Literal["first page", "every page", "each topic", "none"] = "first page"
    columns: Annotated[tuple[HeaderColumn, ...], Field(max_length=2)] = ()
    title: Text = ""
    title_at: Literal["left", "right", "centre"] = "centre"
    anonymous: bool = False

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if self.place == "none" and self.columns:
            raise ValueError("a header with lines cannot stand at `place: none`")
        shown = {line.field for column in self.columns for line in column.lines}
        if self.anonymous and shown & PERSONAL:
            raise ValueError("an anonymous paper cannot show " + " or ".join(sorted(shown & PERSONAL)))
        return self


class Citations(Model):
    """How sources are cited. The first of `styles` and of `mechanisms` is used; the others are allowed; none: any.

    `list` says where the resources list stands, or that there may be none; `min_sources` how many it needs."""

    required: bool = False
    styles: tuple[StyleName, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    list: Literal["end", "own page", "each topic", "forbidden", "not needed", ""] = ""
    list_title: Text = ""
    min_sources: Annotated[int, Field(ge=0, le=100)] = 0


class File(Model):
    """What is handed in: the formats taken, the first of which is meant, and the name of the file without its ending.

    `name` holds fields in braces, "{country}_{committee_short}"; `how` says in words where it goes."""

    formats: tuple[Format, ...] = ()
    name: Text = ""
    how: Text = ""


class Wording(Model):
    """What may not be written. `first_person`: "I" alone is banned, or "we" too."""

    first_person: Literal["no I", "no I, no we", ""] = ""
    symbols: Literal["forbidden", "required", ""] = ""
    images: Literal["forbidden", ""] = ""
    footnotes: Literal["forbidden", ""] = ""
    copying: Text = ""


class Generated(Model):
    """What the conference says of text made by a language model, and of a page that discloses its use."""

    rule: Literal["forbidden", "disclose", "aid only", ""] = ""
    disclosure_page: bool = False


class SeenAt(Model):
    """Where rules were seen. `season` is the season that the page speaks of, "" where it names none."""

    title: Text
    url: Text = ""
    season: Text = ""
    seen_on: DateText
    #: the page was seen in part: later rules on it are not known
    cut_short: bool = False


class ConferenceRules(Model):
    """The file's own form: everything but the id. `notes` are rules in words, for what no field above can hold."""

    mundraft_conference: Annotated[Literal["1"], Field(alias="mundraft-conference")] = "1"
    name: Annotated[Text, Field(min_length=1)]
    short: Text = ""
    aliases: tuple[Text, ...] = ()
    papers: Papers = Papers.model_construct()
    length: tuple[Limit, ...] = ()
    type: Type = Type.model_construct()
    header: Header | None = None
    citations: Citations = Citations.model_construct()
    file: File = File.model_construct()
    wording: Wording = Wording.model_construct()
    generated: Generated = Generated.model_construct()
    notes: tuple[Text, ...] = ()
    not_verified: tuple[Text, ...] = ()
    seen_at: Annotated[tuple[SeenAt, ...], Field(min_length=1)]


class Conference(ConferenceRules):
    """A preset with the id under which the library found it."""

    id: Ref

    @classmethod
    def of(cls, ref: str, rules: ConferenceRules) -> Self:
        """The preset read from `<ref>.yaml`, under its id."""
        return cls.model_construct(id=ref, **{name: getattr(rules, name) for name in ConferenceRules.model_fields})

    @property
    def called(self) -> str:
        """The short name, or the whole one where there is none."""
        return self.short or self.name
