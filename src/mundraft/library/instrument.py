"""An instrument of the catalogue: a treaty, protocol, declaration, resolution or other text that delegates cite.

The form of `instruments/<id>.yaml`; the id is the file's name. What an article does is said in this project's own words
and never quoted, so that no delegate's paper holds a paraphrase dressed as the treaty.
"""

from functools import cached_property
from typing import Literal, Self

from mundraft.library.facts import Line, MaybeDate, MaybeRef, Prose, Ref, Said, Sources, refuse_unnamed_sources
from mundraft.library.traces import NO_TRACE, Trace, Traced
from mundraft.models.fields import fields_in, keyed, no_keys
from mundraft.models.model import Model
from mundraft.paper.model import Source

InstrumentKind = Literal[
    "treaty", "convention", "covenant", "protocol", "agreement", "statute", "charter", "constitution", "amendment",
    "regulations",
    "declaration", "resolution", "principles", "decision", "compact", "framework", "outcome document",
    "general comment", "guidelines", "programme", "recommendation", "rules", "plan of action",
]  # fmt: skip
ArticleLabel = Literal[
    "article", "principle", "objective", "paragraph", "action", "priority", "part", "section", "goal", "target",
    "rule",
]  # fmt: skip

#: Kinds that States join one by one; the rest are adopted, and have no parties.
WITH_PARTIES: frozenset[InstrumentKind] = frozenset(
    ("treaty", "convention", "covenant", "protocol", "agreement", "statute", "charter", "constitution", "amendment")
)


class Article(Model, kw_only=True):
    """A provision that delegates cite. `does` is a verb phrase: "gives every child the right to be registered"."""

    number: Said
    label: ArticleLabel = "article"
    does: Said
    keywords: tuple[Line, ...] = ()

    @property
    def cited(self) -> str:
        """The provision as a sentence names it: "article 35", "principle 9", "Goal 5"."""
        return f"{self._label_in_text} {self.number}"

    @property
    def written(self) -> str:
        """The number as a paper's article holds it: "35"; other provisions carry their label, "Principle 9"."""
        return self.number if self.label == "article" else f"{self.label.capitalize()} {self.number}"

    @property
    def locator(self) -> str:
        """The provision as a citation holds it: "art. 35", "para. 14(f)", "principle 9", "Goal 5"."""
        short = {"article": "art.", "paragraph": "para.", "section": "sect."}.get(self.label, self._label_in_text)
        return f"{short} {self.number}"

    @property
    def _label_in_text(self) -> str:
        """The label inside a sentence: the Goals of the 2030 Agenda have a capital letter, its targets have none."""
        return "Goal" if self.label == "goal" else self.label


class Participants(Model):
    """Whether the profiles hold every act on this instrument; only then does a missing row mean "no party"."""

    complete: bool = False
    as_of: MaybeDate = ""
    source: MaybeRef = ""
    note: Prose = ""

    def _look(self) -> None:
        if self.complete and not (self.as_of and self.source):
            raise ValueError("a complete list of participants needs `as_of` and `source`")


class OpenTo(Model):
    """The States to which a treaty is open, where it is not open to all: `who` in words, `members` to look them up.

    A member is a bloc as the profiles name it ("AU"), or a State by its code of three letters ("KEN")."""

    who: Said
    members: tuple[Line, ...] = ()
    #: whether States outside may be asked in: then nobody can be said to be shut out
    others_invited: bool = False

    def _look(self) -> None:
        if not (self.members or self.others_invited):
            raise ValueError("name the `members` to whom it is open, or say `others_invited: true`")


class CatalogueEntry(Model, kw_only=True):
    """The file's own form: everything but the id. `adopted` and `in_force` are days; `in_force` is "" for none.

    `article` and `short_article` say whether "the" goes before the title and the short title in a sentence.
    `binds` says on whom a text without parties is binding: "every member of the World Health Organization".
    `joined_by_admission`: a State becomes a party by being admitted to the United Nations."""

    mundraft_instrument: Literal["1"] = keyed("mundraft-instrument", "1")
    title: Said
    article: bool = True
    short: Said
    short_article: bool = True
    aliases: tuple[Line, ...] = ()
    #: names that other instruments share, never taken without asking: "the Protocol"
    shared_aliases: tuple[Line, ...] = ()
    kind: InstrumentKind
    binding: bool
    binds: Line = ""
    adopted: MaybeDate
    adopted_at: Line = ""
    adopted_by: Line = ""
    #: adopted without a vote by a body of all member States of the United Nations
    adopted_by_consensus: bool = False
    in_force: MaybeDate = ""
    open_to: OpenTo | None = None
    joined_by_admission: bool = False
    symbol: Line = ""
    citation: Line = ""
    depositary: Line = ""
    publisher: Line = "United Nations"
    url: Line = ""
    #: where the depositary lists the parties, if it is not `url`
    status_url: Line = ""
    topics: tuple[Line, ...] = ()
    bodies: tuple[Line, ...] = ()
    note: Prose = ""
    participants: Participants = Participants()
    articles: tuple[Article, ...] = ()
    #: whether what the articles do was compared with an official text, or written from knowledge of it
    articles_compared: bool = False
    source: Ref
    sources: Sources = no_keys()

    def _look(self) -> None:
        self._parties_only_where_there_can_be_some()
        self._sources_are_named()

    def _parties_only_where_there_can_be_some(self) -> None:
        if self.kind in WITH_PARTIES and self.binds:
            raise ValueError(f"what is of the kind {self.kind} binds its parties: leave out `binds`")
        if self.kind not in WITH_PARTIES and (self.open_to or self.joined_by_admission):
            raise ValueError(f"what is of the kind {self.kind} has no parties: leave out who may join it")

    def _sources_are_named(self) -> None:
        used: list[tuple[tuple[str | int, ...], str]] = [(("source",), self.source)]
        used += [(("participants", "source"), self.participants.source)] if self.participants.source else []
        refuse_unnamed_sources(self.sources, used)


class Instrument(CatalogueEntry, Traced, kw_only=True, dict=True):
    """A catalogue entry with the id under which the library found it."""

    id: Ref
    trace: Trace = NO_TRACE

    @classmethod
    def of(cls, ref: str, entry: CatalogueEntry, trace: Trace = NO_TRACE) -> Self:
        """The entry read from `<ref>.yaml`, under its id."""
        return cls(id=ref, trace=trace, **fields_in(entry))

    @property
    def year(self) -> str:
        return self.adopted[:4]

    @property
    def called(self) -> tuple[str, ...]:
        """Every name that means this instrument and no other, by number and year as well."""
        from mundraft.library.numbered import ways_to_write

        return self.id, self.title, self.short, self.symbol, *self.aliases, *ways_to_write(self)

    @property
    def takes_parties(self) -> bool:
        return self.kind in WITH_PARTIES

    @property
    def binding_in_words(self) -> str:
        """Whether it is law, and for whom: "binding on its parties", "not yet in force", "not binding"."""
        if not self.binding:
            return "not binding"
        if self.takes_parties and not self.in_force:
            return "not yet in force"
        return f"binding on {self.binds or 'its parties'}"

    @property
    def status_page(self) -> str:
        """The page on which to look up who is a party; "" for what has no parties."""
        return (self.status_url or self.url) if self.takes_parties else ""

    @property
    def open_to_whom(self) -> str:
        """To whom it is open, in words: "members of the African Union"; "" where every State may join."""
        if self.open_to is None:
            return ""
        return f"{self.open_to.who}, and to others by invitation" if self.open_to.others_invited else self.open_to.who

    @property
    def closed_circle(self) -> tuple[str, ...]:
        """The blocs and codes of all who may join; empty where every State may, or may be asked to."""
        return self.open_to.members if self.open_to and not self.open_to.others_invited else ()

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

    @cached_property
    def as_source(self) -> Source:
        """The instrument as an entry of the resources list; its id is "instrument:<id>"."""
        return Source(
            id=f"instrument:{self.id}",
            type="treaty" if self.takes_parties else "document",
            title=self.title,
            publisher=self.publisher,
            number=self.symbol if not self.takes_parties else self.citation or self.symbol,
            issued=self.adopted,
            url=self.url,
        )
