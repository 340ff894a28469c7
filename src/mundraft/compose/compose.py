"""Composing: a paper, its template and the library become a document.

`compose` is the whole of it for one paper. A `Composer` does the same and keeps what has not changed since the last
time, for a preview that is drawn again at every pause in typing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mundraft.citation.numbered import entry
from mundraft.citation.resolve import number_citations
from mundraft.compose.context import Asker, leaf_of
from mundraft.compose.gaps import Asked, asked_in
from mundraft.compose.header import head, title
from mundraft.compose.instruments import Cataloguer
from mundraft.document.layout import Layout
from mundraft.document.tree import RESOURCES, Document, Heading, Origin, Part, Reference, ReferenceList, Run, printed
from mundraft.interview.places import has_words
from mundraft.library.looked_up import LookedUp, catalogue_ref
from mundraft.library.search_path import Library, Template
from mundraft.paper.model import Committee, Paper, Source, Topic

if TYPE_CHECKING:
    from mundraft.library.seat_name import SeatName
    from mundraft.templating.engine import RenderedPart
    from mundraft.templating.worker import RenderWorker


def compose(paper: Paper, library: Library, *, gaps: bool = True) -> Document:
    """The document that a paper makes. With `gaps`, required answers that are missing are marked in the text.

    Raises `UnknownName` or `UnreadableFile` for its template, and `TemplateFault` where the template fails."""
    return Composer(library).compose(paper, gaps=gaps)


class _Prepared(NamedTuple):
    """A template that was read, with the state of its files at that time."""

    template: Template
    asked: Asked
    stamp: tuple[object, ...]


class _Composed(NamedTuple):
    """One topic's parts, and what they were made from: compared by identity, since a paper never changes in place."""

    made_from: tuple[object, ...]
    parts: tuple[Part, ...]
    sources: Mapping[str, Source]


class Composer:
    """Composes papers of one library. Keeps topics that have not changed, and what it looked up in the library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._looked_up = LookedUp(library)
        self._templates: dict[str, _Prepared] = {}
        self._topics: dict[tuple[str, bool], _Composed] = {}

    def compose(self, paper: Paper, *, gaps: bool = True) -> Document:
        """As the function `compose`."""
        prepared = self._prepared(paper.template)
        seat = self._looked_up.seat_name(paper.seat)
        parts: list[Part] = []
        sources: dict[str, Source] = {}
        for number, topic in enumerate(paper.topics):
            composed = self._topic(paper, topic, prepared, seat, gaps)
            if len(paper.topics) > 1:
                parts.append(_topic_heading(topic, number))
            parts.extend(composed.parts)
            sources.update(composed.sources)
        sources.update((source.id, source) for source in paper.sources)
        return _document(paper, prepared, seat, tuple(parts), sources, gaps=gaps)

    def _prepared(self, name: str) -> _Prepared:
        held = self._templates.get(name)
        if held and held.stamp == _stamp(held.template):
            return held
        template = self._library.template(name)
        prepared = _Prepared(template, asked_in(template.definition), _stamp(template))
        self._templates[name] = prepared
        return prepared

    def _topic(self, paper: Paper, topic: Topic, prepared: _Prepared, seat: SeatName, gaps: bool) -> _Composed:
        made_from = (topic, paper.seat, paper.committee, prepared)
        held = self._topics.get((topic.id, gaps))
        if held and all(one is other for one, other in zip(held.made_from, made_from, strict=True)):
            return held
        cataloguer = Cataloguer(self._looked_up, paper.seat)
        asker = Asker(topic, prepared.asked, seat, cataloguer, gaps)
        rendered = _rendered(prepared.template, topic, asker, paper.committee)
        parts = tuple(Part(part.key, part.blocks, topic.id, part.own_words) for part in rendered)
        for ref in _cited_instruments(parts):
            cataloguer.instrument(ref)
        composed = _Composed(made_from, parts, cataloguer.sources)
        self._topics[topic.id, gaps] = composed
        return composed


def _stamp(template: Template) -> tuple[object, ...]:
    """What changes when a template's files change."""
    stamp: list[object] = []
    for name in ("template.yaml", "paper.md.j2"):
        try:
            status = (template.path / name).stat()
            stamp.append((status.st_mtime_ns, status.st_size))
        except OSError:
            stamp.append(None)
    return tuple(stamp)


def _rendered(template: Template, topic: Topic, asker: Asker, committee: Committee) -> tuple[RenderedPart, ...]:
    """The template's parts: in this process for what ships, in a child that can be stopped for what others wrote."""
    context: dict[str, Any] = asker.context(committee)
    own_words = {key: leaf_of(words) for key, words in topic.own_words.items() if has_words(words)}
    name = f"{template.name}/paper.md.j2"
    if template.trusted:
        from mundraft.templating.engine import render

        return render(template.source, name, context, own_words, ships=True)
    return _worker().render(template.source, name, context, own_words)


@cache
def _worker() -> RenderWorker:
    """The one child for templates of others; it is started when the first of them is rendered."""
    from mundraft.templating.worker import RenderWorker

    return RenderWorker()


def _cited_instruments(parts: tuple[Part, ...]) -> set[str]:
    """The catalogue instruments that an answer cites without the paper listing them among its instruments."""
    from mundraft.compose.citations import cited_sources

    return {ref for source in cited_sources(parts) if (ref := catalogue_ref(source))}


def _topic_heading(topic: Topic, number: int) -> Part:
    words = " ".join(topic.title.split()) or " ".join(topic.noun.split())
    label = f"Topic {'ABC'[number]}"
    named = (
        (Run(f"{label}: ", Origin.TEMPLATE), Run(words, Origin.DELEGATE)) if words else (Run(label, Origin.TEMPLATE),)
    )
    return Part("", (Heading(1, named),), topic.id)


def _document(
    paper: Paper,
    prepared: _Prepared,
    seat: SeatName,
    parts: tuple[Part, ...],
    sources: Mapping[str, Source],
    *,
    gaps: bool,
) -> Document:
    definition = prepared.template.definition
    numbered = number_citations(parts, sources)
    own = {source.id for source in paper.sources}
    listed = ReferenceList(
        definition.references_title,
        tuple(
            Reference(f"[{number}]", source_id, tuple(printed(entry(sources[source_id], _origin(source_id, own)))))
            for number, source_id in enumerate(numbered.sources, start=1)
        ),
    )
    resources = (Part(RESOURCES, (listed,)),) if listed.entries else ()
    return Document(
        title=title(seat),
        parts=(head(paper, seat, prepared.asked, gaps=gaps), *numbered.parts, *resources),
        language=paper.language,
        authors=tuple(name.strip() for name in paper.delegates if name.strip()),
        layout=Layout(page=paper.page, max_words=definition.max_words),
    )


def _origin(source_id: str, own: set[str]) -> Origin:
    return Origin.LIBRARY if catalogue_ref(source_id) and source_id not in own else Origin.DELEGATE
