"""An instrument of the catalogue: a treaty, protocol, declaration, resolution or other text that delegates cite.

The form of `instruments/<id>.yaml`; the id is the file's name. What an article does is said in this project's own words
and never quoted, so that no delegate's paper holds a paraphrase dressed as the treaty.
"""

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from mundraft.library.facts import MaybeDate, Ref, Sources, unnamed_sources
from mundraft.paper.model import Model, Source, Text

InstrumentKind = Literal[
    "treaty", "convention", "covenant", "protocol", "agreement", "statute", "charter", "constitution", "amendment",
    "regulations",
    "declaration", "resolution", "principles", "decision", "compact", "framework", "outcome document",
    "general comment", "guidelines", "programme", "recommendation", "rules", "plan of action",
]  # fmt: skip
ArticleLabel = Literal["article", "principle", "objective", "paragraph", "action", "priority", "part", "section"]

#: Kinds that States join one by one; the rest are adopted, and have no parties.
WITH_PARTIES: frozenset[InstrumentKind] = frozenset(
    ("treaty", "convention", "covenant", "protocol", "agreement", "statute", "charter", "constitution", "amendment")
)


class Article(Model):
    """A provision that delegates cite. `does` is a verb phrase: "gives every child the right to be registered"."""

    number: Text
    label: ArticleLabel = "article"
    does: Text
    keywords: tuple[Text, ...] = ()

    @property
    def cited(self) -> str:
        """The provision as a sentence names it: "article 35", "principle 9"."""
        return f"{self.label} {self.number}"

    @property
    def written(self) -> str:
        """The number as a paper's article holds it: "35"; other provisions carry their label, "Principle 9"."""
        return self.number if self.label == "article" else f"{self.label.capitalize()} {self.number}"

    @property
    def locator(self) -> str:
        """The provision as a citation holds it: "art. 35", "para. 14(f)", "principle 9"."""
        short = {"article": "art.", "paragraph": "para.", "section": "sect."}.get(self.label, self.label)
        return f"{short} {self.number}"


class Participants(Model):
    """Whether the profiles hold every act on this instrument; only then does a missing row mean "no party"."""

    complete: bool = False
    as_of: MaybeDate = ""
    source: Ref | Literal[""] = ""
    note: Text = ""

    @model_validator(mode="after")
    def _complete_lists_are_dated(self) -> Self:
        if self.complete and not (self.as_of and self.source):
            raise ValueError("a complete list of participants needs `as_of` and `source`")
        return self


class CatalogueEntry(Model):
    """The file's own form: everything but the id. `adopted` and `in_force` are days; `in_force` is "" for none.

    `article` and `short_article` say whether "the" goes before the title and the short title in a sentence."""

    mundraft_instrument: Annotated[Literal["1"], Field(alias="mundraft-instrument")] = "1"
    title: Text
    article: bool = True
    short: Text
    short_article: bool = True
    aliases: tuple[Text, ...] = ()
    #: names that other instruments share, never taken without asking: "the Protocol"
    shared_aliases: tuple[Text, ...] = ()
    kind: InstrumentKind
    binding: bool
    adopted: MaybeDate
    adopted_at: Text = ""
    adopted_by: Text = ""
    #: adopted without a vote by a body of all member States of the United Nations
    adopted_by_consensus: bool = False
    in_force: MaybeDate = ""
    symbol: Text = ""
    citation: Text = ""
    depositary: Text = ""
    publisher: Text = "United Nations"
    url: Text = ""
    topics: tuple[Text, ...] = ()
    bodies: tuple[Text, ...] = ()
    note: Text = ""
    participants: Participants = Participants.model_construct()
    articles: tuple[Article, ...] = ()
    #: whether what the articles do was compared with an official text, or written from knowledge of it
    articles_compared: bool = False
    source: Ref
    sources: Sources

    @model_validator(mode="after")
    def _sources_are_named(self) -> Self:
        used = [("source", self.source)]
        used += [("participants", self.participants.source)] if self.participants.source else []
        if missing := unnamed_sources(self.sources, used):
            raise ValueError("; ".join(missing))
        return self


class Instrument(CatalogueEntry):
    """A catalogue entry with the id under which the library found it."""

    id: Ref

    @classmethod
    def of(cls, ref: str, entry: CatalogueEntry) -> Self:
        """The entry read from `<ref>.yaml`, under its id."""
        return cls.model_construct(id=ref, **{name: getattr(entry, name) for name in CatalogueEntry.model_fields})

    @property
    def year(self) -> str:
        return self.adopted[:4]

    @property
    def takes_parties(self) -> bool:
        return self.kind in WITH_PARTIES

    @property
    def complete_as_of(self) -> str:
        """The day for which every participant is known, or "" where that cannot be said."""
        return self.participants.as_of if self.participants.complete else ""

    @property
    def participants_named(self) -> str:
        """The source of the list of participants, with its day."""
        return self.sources[self.participants.source].named if self.participants.source else ""

    @property
    def in_sentence(self) -> str:
        """The title inside a sentence: "the Paris Agreement", "Security Council resolution 1887 (2009)"."""
        return f"the {self.title}" if self.article else self.title

    @property
    def short_in_sentence(self) -> str:
        """The short title inside a sentence: "the Palermo Protocol", "ILO Convention 182"."""
        return f"the {self.short}" if self.short_article else self.short

    def provision(self, number: str) -> Article | None:
        """The article under a number, written "35", "Principle 9" or "art. 35"; None where there is none here."""
        return self._provisions.get(number.casefold().strip())

    @cached_property
    def _provisions(self) -> dict[str, Article]:
        """The articles under every form of their numbers; where two share a form, the first."""
        found: dict[str, Article] = {}
        for article in self.articles:
            for form in (article.number, article.written, article.locator, article.cited):
                found.setdefault(form.casefold(), article)
        return found

    def as_source(self) -> Source:
        """The instrument as an entry of the resources list; its id is "instrument:<id>"."""
        return Source.model_validate(
            {
                "id": f"instrument:{self.id}",
                "type": "treaty" if self.takes_parties else "document",
                "title": self.title,
                "publisher": self.publisher,
                "number": self.symbol if not self.takes_parties else self.citation or self.symbol,
                "issued": self.adopted,
                "URL": self.url,
            }
        )
