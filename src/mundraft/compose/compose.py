"""Composing: a paper, its template and the library become a document.

`compose` is the whole of it for one paper. A `Composer` does the same and keeps what has not changed since the last
time, for a preview that is drawn again at every pause in typing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mundraft.compose.assembling import Assembly, Section
from mundraft.compose.cited_works import CitedWorks
from mundraft.compose.context import Asker, leaf_of
from mundraft.compose.gaps import Asked, asked_in
from mundraft.compose.instruments import Cataloguer
from mundraft.compose.one_hand import in_one_hand, types_straight
from mundraft.compose.presentation import Presentation, Presenter
from mundraft.compose.template_looks import TemplateLooks, looks_of_template, references_of
from mundraft.document.looks import Looks
from mundraft.document.tree import Document, Part
from mundraft.interview.asking import Asking
from mundraft.interview.needed_topics import with_needed_topics
from mundraft.interview.places import has_words, is_answered
from mundraft.library.looked_up import LookedUp
from mundraft.library.search_path import Library
from mundraft.library.template import Template
from mundraft.paper.model import Committee, Paper, Source, Topic
from mundraft.text import clock

if TYPE_CHECKING:
    from mundraft.interview.walk import Asked as AskedNow
    from mundraft.library.seat_name import SeatName
    from mundraft.templating.engine import OwnWords, RenderedPart
    from mundraft.templating.worker import RenderWorker


def compose(paper: Paper, library: Library, *, gaps: bool = True) -> Document:
    """The document that a paper makes. With `gaps`, required answers that are missing are marked in the text.

    Raises `UnknownName` or `UnreadableFile` for its template, and `TemplateFault` where the template fails."""
    return Composer(library).compose(paper, gaps=gaps)


class _Prepared(NamedTuple):
    """A template that was read with its looks, the files that it was made from, and their state at that time."""

    template: Template
    asking: Asking
    asked: Asked
    looks: TemplateLooks
    #: the keys of the parts that it leaves out
    left_out: frozenset[str]
    files: tuple[Path, ...]
    stamp: tuple[object, ...]


class Composed(NamedTuple):
    """One document of a paper, and the topics in it by their places (from 0)."""

    document: Document
    topics: tuple[int, ...]


class PresentedPaper(NamedTuple):
    """A paper as it is handed in: its documents, how they are presented, and what they were made of: the paper with
    the topics that its template needs, also those that it does not hold yet."""

    presentation: Presentation
    documents: tuple[Composed, ...]
    paper: Paper


class _TopicParts(NamedTuple):
    """One topic's parts, and what they were made from: compared by identity, since a paper never changes in place."""

    made_from: tuple[object, ...]
    parts: tuple[Part, ...]
    #: those that its instruments bring along, by their ids
    sources: dict[str, Source]


class Composer:
    """Composes papers of one library. Keeps topics that have not changed, and what it looked up in the library."""

    def __init__(self, library: Library, today: date | None = None, looks: Looks | None = None) -> None:
        """`today` is the day that a header may show; the day of composing where it is not given. `looks` stand in place
        of those that the templates of papers bring."""
        self._library = library
        self._today = today
        self._looks = looks
        self._looked_up = LookedUp(library)
        self._presenter = Presenter(library)
        self._templates: dict[str, _Prepared] = {}
        self._topics: dict[tuple[str, bool], _TopicParts] = {}

    def compose(self, paper: Paper, *, gaps: bool = True) -> Document:
        """As the function `compose`."""
        prepared = self._prepared(paper.template)
        paper = _whole(paper, prepared, gaps)
        return self._document(paper, range(len(paper.topics)), prepared, self._presented(paper, prepared), gaps)

    def documents(self, paper: Paper, *, gaps: bool = True) -> tuple[Composed, ...]:
        """What is handed in: one document, or where the conference asks for it one for each topic."""
        return self.handed_in(paper, gaps=gaps).documents

    def handed_in(self, paper: Paper, *, gaps: bool = True) -> PresentedPaper:
        """What `documents` and `presentation` give, worked out at once."""
        prepared = self._prepared(paper.template)
        paper = _whole(paper, prepared, gaps)
        presentation = self._presented(paper, prepared)
        every = range(len(paper.topics))
        each = [(index,) for index in every] if presentation.topic_documents else [tuple(every)]
        made = tuple(Composed(self._document(paper, one, prepared, presentation, gaps), one) for one in each)
        return PresentedPaper(presentation, made, paper)

    def parts(self, paper: Paper) -> tuple[Part, ...]:
        """What the topics say, gaps marked, before their citations are settled: those too that the paper's conference
        wants no mark of."""
        prepared = self._prepared(paper.template)
        paper, seat = _whole(paper, prepared, True), self.seat(paper)
        return tuple(part for topic in paper.topics for part in self._topic(paper, topic, prepared, seat, True).parts)

    def missing_answers(self, paper: Paper, topics: Iterable[int]) -> tuple[AskedNow, ...]:
        """The required answers on these topics (by their places) and on the whole paper that it does not give, whether
        or not the text would print them. Those that its conference asks for are among them."""
        from mundraft.interview.walk import Walk  # which a paper that lacks nothing never needs

        prepared = self._prepared(paper.template)
        whole = _whole(paper, prepared, True)
        here = {"", *(whole.topics[index].id for index in topics)}
        asked = Walk(prepared.asking.definition(paper), paper).asked
        return tuple(one for one in asked if one.is_missing and one.topic_id in here)

    def lacks_what_no_text_marks(self, paper: Paper) -> bool:
        """Whether answers may be missing though no text of the paper marks any: what is required of the whole paper is
        asked of its header, if at all."""
        prepared = self._templates.get(paper.template) or self._prepared(paper.template)  # as it was composed
        required = prepared.asking.required_of_the_whole(paper)
        return required is None or not all(is_answered(one, paper) for one in required)

    def presentation(self, paper: Paper) -> Presentation:
        """How the paper is presented. Raises `UnknownName` or `UnreadableFile` for its template and its preset."""
        return self._presented(paper, self._prepared(paper.template))

    def seat(self, paper: Paper) -> SeatName:
        """Whom the paper speaks for, as sentences and file names call it."""
        return self._looked_up.seat_name(paper.seat)

    def committee_letters(self, committee: str) -> str:
        """The letters by which the library calls a body of this name, for names of files; "" where it has none."""
        return self._looked_up.committee_letters(committee)

    def _presented(self, paper: Paper, prepared: _Prepared) -> Presentation:
        definition, own = prepared.template.definition, prepared.looks
        looks = self._looks or (own.read.looks if own.read else None)
        shown = self._presenter.presentation(paper, definition.max_words, definition.references_title, looks)
        return shown if self._looks or not own.told else shown._replace(told=(*shown.told, *own.told))

    def _document(
        self, paper: Paper, topics: Sequence[int], prepared: _Prepared, presentation: Presentation, gaps: bool
    ) -> Document:
        seat = self.seat(paper)
        sections: list[Section] = []
        brought: dict[str, Source] = {}
        for index in topics:
            topic = paper.topics[index]
            composed = self._topic(paper, topic, prepared, seat, gaps)
            sections.append(Section(index, topic, composed.parts))
            brought |= composed.sources
        works = CitedWorks(paper.sources, brought, self._looked_up)
        today = self._today or clock.today()
        definition = prepared.template.definition
        assembly = Assembly(paper, seat, definition, prepared.asked, presentation, works, today, gaps)
        document = assembly.document(tuple(sections))
        every = (part for topic in paper.topics for part in self._topic(paper, topic, prepared, seat, gaps).parts)
        return document._replace(parts=in_one_hand(document.parts, straight=types_straight(every)))

    def _prepared(self, name: str) -> _Prepared:
        held = self._templates.get(name)
        if held and held.stamp == _stamp(held.files):
            return held
        prepared = _prepare(self._library.template(name), self._library)
        self._templates[name] = prepared
        return prepared

    def _topic(self, paper: Paper, topic: Topic, prepared: _Prepared, seat: SeatName, gaps: bool) -> _TopicParts:
        first = paper.topics[0]
        place = next((number for number, one in enumerate(paper.topics) if one.id == topic.id), 0)
        made_from = (topic, paper.seat, paper.committee, paper.variety, prepared, first.id, first.noun, place)
        held = self._topics.get((topic.id, gaps))
        if held and all(one is other for one, other in zip(held.made_from, made_from, strict=True)):
            return held
        cataloguer = Cataloguer(self._looked_up, paper.seat)
        asker = Asker(topic, prepared.asked, seat, cataloguer, gaps, paper.variety, place, first)
        rendered = _rendered(prepared, topic, asker, paper.committee)
        parts = tuple([Part(key, blocks, topic.id, own_words) for key, blocks, own_words in rendered])
        composed = _TopicParts(made_from, parts, cataloguer.sources)
        self._topics[topic.id, gaps] = composed
        return composed


def _whole(paper: Paper, prepared: _Prepared, gaps: bool) -> Paper:
    """The paper with the topics that its template needs, so that one that is missing shows as a gap."""
    return with_needed_topics(paper, prepared.template.definition) if gaps else paper


def _prepare(template: Template, library: Library) -> _Prepared:
    definition = template.definition
    left_out = frozenset(name.removeprefix("part/") for name in definition.left_out if name.startswith("part/"))
    files = (*template.files, *references_of(template))
    asking = Asking(definition, library)
    return _Prepared(
        template, asking, asked_in(definition), looks_of_template(template), left_out, files, _stamp(files)
    )


def _stamp(files: Iterable[Path]) -> tuple[object, ...]:
    """What changes when one of the files changes."""
    stamp: list[object] = []
    for file in files:
        try:
            status = file.stat()
            stamp.append((status.st_mtime_ns, status.st_size))
        except OSError:
            stamp.append(None)
    return tuple(stamp)


def _rendered(prepared: _Prepared, topic: Topic, asker: Asker, committee: Committee) -> Iterable[RenderedPart]:
    """The template's parts: in this process for what ships, in a child that can be stopped for what others wrote."""
    template, left_out = prepared.template, prepared.left_out
    context: dict[str, Any] = asker.context(committee)
    own_words: dict[str, OwnWords] = {
        key: leaf_of(words) for key, words in topic.own_words.items() if has_words(words) and key not in left_out
    }
    own_words |= dict.fromkeys(left_out, ())
    name = f"{template.name}/paper.md.j2"
    if template.trusted:
        from mundraft.templating.engine import render

        parts = render(template.texts, name, context, own_words, ships=True)
    else:
        parts = _worker().render(template.texts, name, context, own_words)
    return [part for part in parts if part.key not in left_out] if left_out else parts


@cache
def _worker() -> RenderWorker:
    """The one child for templates of others; it is started when the first of them is rendered."""
    from mundraft.templating.worker import RenderWorker

    return RenderWorker()
