"""Trying a template: what it makes of a paper, part by part, and what changed in that since an earlier version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from mundraft.desk.template_samples import Sample
from mundraft.document.tree import AROUND

if TYPE_CHECKING:
    from mundraft.document.tree import Document, Part
    from mundraft.library.search_path import Library
    from mundraft.library.template import Template
    from mundraft.text.changed_words import Piece


class PreviewedPart(NamedTuple):
    """One part as it is printed. `key` is its block's name in the template, "" for what stands between blocks.

    `words` are its own, `budget` how many the template allows it (0: it does not say)."""

    key: str
    topic: str
    text: str
    words: int = 0
    budget: int = 0


class Previewed(NamedTuple):
    """What a template made of one paper. `gaps` counts the required answers that the paper does not give."""

    sample: Sample
    parts: tuple[PreviewedPart, ...]
    words: int
    most_words: int
    pages: float
    borderline: bool
    gaps: int
    document: Document


class ChangedPart(NamedTuple):
    """What changed in one part, and by how many words it grew (fewer than none: it shrank)."""

    key: str
    changes: tuple[tuple[Piece, ...], ...]
    grew: int


class Since(NamedTuple):
    """What changed since a version that was tried earlier, and when that was."""

    when: datetime
    changed: tuple[ChangedPart, ...]


def preview(sample: Sample, template: Template, library: Library) -> Previewed:
    """What a template makes of a paper. Raises what the template raises, all of it told."""
    from mundraft.compose.compose import Composed, Composer
    from mundraft.desk.missing_answers import answers_missing
    from mundraft.document.length_now import is_borderline
    from mundraft.document.measure import pages, words

    composer = Composer(library_with(library, template))
    document = composer.compose(sample.paper)
    counted, about = words(document), pages(document)
    budgets = {part.key: part.words for part in template.definition.parts}
    parts = tuple(_previewed(part, counted.by_part, budgets) for part in document.parts if part.blocks)
    most = document.layout.max_words
    topics = max(len(sample.paper.topics), template.definition.topics)
    everything = Composed(document, tuple(range(topics)))
    gaps = answers_missing(sample.paper, composer, [everything])
    return Previewed(sample, parts, counted.total, most, about.about, is_borderline(document), gaps, document)


def changed(old: Previewed, new: Previewed) -> tuple[ChangedPart, ...]:
    """What is printed differently, part by part in the order of the paper; parts that are gone stand last."""
    before, now = _by_place(old), _by_place(new)
    return tuple(_changed_parts(before, now))


def since_last(previewed: Previewed, template: Template, library: Library) -> Since | None:
    """What is printed differently since the newest kept version that differs from the template as it stands; None where
    none is kept. What that version can no longer print is nothing to compare with either."""
    from mundraft.desk.template_samples import as_in
    from mundraft.desk.template_versions import last_other
    from mundraft.problems import MundraftError

    version = last_other(template)
    if version is None:
        return None
    try:
        old = preview(as_in(version.template, previewed.sample), version.template, library)
    except MundraftError:
        return None
    return Since(version.when, changed(old, previewed))


def library_with(library: Library, template: Template) -> Library:
    """A library that gives this one template as it was read, and everything else as the other one does."""
    from mundraft.files.places import user_state
    from mundraft.library.search_path import Library

    class _WithTemplate(Library):
        def template(self, name: str) -> Template:
            return template if name == template.name else super().template(name)

    return _WithTemplate(library.folders, user_state() / "library-index")


def _previewed(part: Part, by_part: dict[tuple[str, str], int], budgets: dict[str, int]) -> PreviewedPart:
    from mundraft.export.plain import blocks_to_text

    text = blocks_to_text(part.blocks)
    if part.key in AROUND or not part.key:
        return PreviewedPart("", part.topic, text)
    words = by_part.get((part.topic, part.key), 0)
    return PreviewedPart(part.key, part.topic, text, words, budgets.get(part.key, 0))


def _by_place(previewed: Previewed) -> dict[tuple[str, str, int], PreviewedPart]:
    """The parts by their key and topic; what stands between blocks is told apart by counting."""
    found: dict[tuple[str, str, int], PreviewedPart] = {}
    for part in previewed.parts:
        number = sum(key[:2] == (part.key, part.topic) for key in found)
        found[part.key, part.topic, number] = part
    return found


def _changed_parts(
    before: dict[tuple[str, str, int], PreviewedPart], now: dict[tuple[str, str, int], PreviewedPart]
) -> Iterator[ChangedPart]:
    from mundraft.text.changed_words import changes

    for place in [*now, *(place for place in before if place not in now)]:
        old, new = before.get(place), now.get(place)
        found = changes(old.text if old else "", new.text if new else "")
        if found:
            grew = (new.words if new else 0) - (old.words if old else 0)
            yield ChangedPart(place[0], found, grew)
