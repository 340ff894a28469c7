"""A document put together from what the topics say: its heads, the settled citations, the lists, a disclosure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from mundraft.citation.resolve import Resolved, Works, resolve
from mundraft.citation.style import Entry, Mechanism
from mundraft.compose import header
from mundraft.compose.fields import LETTERS, delegates, title_of
from mundraft.compose.gaps import Asked, gap_called
from mundraft.compose.header_plan import Head
from mundraft.compose.presentation import ListPlace, Presentation
from mundraft.document.printed_addresses import with_printed_addresses
from mundraft.document.tree import (
    DISCLOSURE,
    RESOURCES,
    Document,
    Heading,
    Note,
    Origin,
    Paragraph,
    Part,
    Reference,
    ReferenceList,
    Run,
    printed,
)
from mundraft.library.questions import TemplateDefinition
from mundraft.library.seat_name import SeatName
from mundraft.paper.model import Paper, Topic

_DISCLOSURE_TITLE = "Statement on the Use of Language Models"
_DISCLOSURE_ASKED = "whether a language model was used, and if so how"


class Section(NamedTuple):
    """One topic: its place among the paper's topics (from 0), and what its template says of it."""

    at: int
    topic: Topic
    parts: tuple[Part, ...]


class Assembly(NamedTuple):
    """Everything that a document is put together from, but for its topics."""

    paper: Paper
    seat: SeatName
    template: TemplateDefinition
    asked: Asked
    presentation: Presentation
    works: Works
    today: date
    gaps: bool

    def document(self, sections: tuple[Section, ...]) -> Document:
        """The document on these topics."""
        head = self._head()
        topics = [section.at for section in sections]
        parts: list[Part] = []
        notes: list[Note] = []
        for scope in self._scopes(sections, head):
            resolved = self._resolved(scope, len(notes) + 1)
            parts += resolved.parts
            parts += self._listed(resolved.entries, scope[0].topic if self._each_topic else "")
            notes += resolved.notes
        first = () if self._head_at_topics else self._first(head, topics)
        runs = head is not None and head.header.place == "every page"
        return Document(
            title=header.title(self.template.title, self.seat),
            parts=(*first, *parts, *self._disclosure()),
            notes=tuple(notes),
            notes_at_end=self.presentation.mechanism is Mechanism.ENDNOTES,
            running=head.block(topics) if head and runs else None,
            language=self.paper.language,
            authors=() if self.presentation.anonymous else tuple(delegates(self.paper)),
            layout=self.presentation.layout_on(len(sections)),
        )

    @property
    def _each_topic(self) -> bool:
        return self.presentation.lists.place is ListPlace.EACH_TOPIC

    @property
    def _head_at_topics(self) -> bool:
        return self.presentation.header is not None and self.presentation.header.place == "each topic"

    def _head(self) -> Head | None:
        if self.presentation.header is None:
            return None
        called, label = self.presentation.conference, self.template.seat_label
        return Head(self.presentation.header, self.paper, self.seat, self.asked, called, self.today, self.gaps, label)

    def _first(self, head: Head | None, topics: list[int]) -> tuple[Part, ...]:
        if head is None:
            return (header.head(self._on(topics), self.seat, self.template, self.asked, gaps=self.gaps),)
        part = head.part(topics)
        return (part,) if part else ()

    def _on(self, topics: list[int]) -> Paper:
        """The paper with these topics alone."""
        if len(topics) == len(self.paper.topics):
            return self.paper
        return self.paper.changed(topics=tuple(self.paper.topics[index] for index in topics))

    def _scopes(self, sections: tuple[Section, ...], head: Head | None) -> Iterator[list[Part]]:
        """The parts that share one resources list: of each topic, or of all of them."""
        whole: list[Part] = []
        for number, section in enumerate(sections):
            parts = list(self._section(section, head, alone=len(sections) == 1))
            if parts and number and self.presentation.topic_on_new_page:
                parts[0] = parts[0]._replace(new_page=True)
            if self._each_topic and parts:
                yield parts
            whole += parts
        if not self._each_topic:
            yield whole

    def _section(self, section: Section, head: Head | None, *, alone: bool) -> Iterator[Part]:
        at_topic = head.part([section.at], section.topic.id) if head and self._head_at_topics else None
        if at_topic:
            yield at_topic
        told = head is None or head.names_topic
        if alone and not told and title_of(section.topic):
            yield _heading(section.topic, Run(title_of(section.topic), Origin.DELEGATE))
        elif not alone and not (at_topic and told):
            yield _topic_heading(section.topic, section.at)
        yield from section.parts

    def _resolved(self, parts: list[Part], first_note: int) -> Resolved:
        return resolve(parts, self.works, self.presentation.style, self.presentation.mechanism, first_note)

    def _listed(self, entries: tuple[Entry, ...], topic: str) -> Iterator[Part]:
        lists = self.presentation.lists
        if not entries or lists.place is ListPlace.NOWHERE:
            return
        references = tuple([Reference(label, source, printed(inlines)) for source, label, inlines in entries])
        if self.paper.look.addresses == "printed":
            references = tuple([one._replace(inlines=with_printed_addresses(one.inlines)) for one in references])
        yield Part(RESOURCES, (ReferenceList(lists.title, references, lists.own_page),), topic)

    def _disclosure(self) -> Iterator[Part]:
        """A page that says how a language model was used: in the delegate's words alone."""
        said = self.paper.disclosure.strip()
        if not self.presentation.disclosure_page or not (said or self.gaps):
            return
        paragraphs = [Paragraph((Run(words.strip(), Origin.DELEGATE),)) for words in said.split("\n") if words.strip()]
        missing = Paragraph((Run(gap_called(_DISCLOSURE_ASKED).text, Origin.GAP),))
        heading = Heading(1, (Run(_DISCLOSURE_TITLE, Origin.TEMPLATE),))
        yield Part(DISCLOSURE, (heading, *(paragraphs or [missing])), new_page=True)


def _topic_heading(topic: Topic, at: int) -> Part:
    """The heading of one topic of several: "Topic A: Small Arms"."""
    words = title_of(topic) or " ".join(topic.noun.split())
    label = f"Topic {LETTERS[at]}"
    if not words:
        return _heading(topic, Run(label, Origin.TEMPLATE))
    return _heading(topic, Run(f"{label}: ", Origin.TEMPLATE), Run(words, Origin.DELEGATE))


def _heading(topic: Topic, *words: Run) -> Part:
    return Part("", (Heading(1, words),), topic.id)
