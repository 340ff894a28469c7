"""What a class's own files changed in what ships, as the cards tell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mundraft.cli.cards import paragraph, section

if TYPE_CHECKING:
    from mundraft.library.body import Body
    from mundraft.library.conference import Conference
    from mundraft.library.country import Country
    from mundraft.library.instrument import Instrument
    from mundraft.library.traces import Traced


def facts_of(thing: Country | Instrument | Body | Conference) -> dict[str, Any]:
    """A thing of the library as plain values, with what was corrected in it."""
    from mundraft.models.fields import plain

    changed = [[one.field, str(one.path), one.was, one.now] for one in thing.corrections]
    return {"id": thing.id, **plain(thing, without=("id", "trace")), **({"corrections": changed} if changed else {})}


def corrections(thing: Traced, among: frozenset[str] | None = None) -> Iterator[str]:
    """A section that names each field that a nearer file set, what stood there, and the file; none where none did.

    `among` keeps only the treaties and adoptions of these instruments."""
    files = dict.fromkeys(one.path for one in thing.corrections)
    for path in files:
        lines = []
        for one in thing.corrections:
            if one.path == path and (among is None or _instrument(one.field) in among):
                lines += paragraph(one.in_words, 2, 4)
        yield from section(f"Corrected by {path}", lines)


def _instrument(field: str) -> str:
    group, _, rest = field.partition(".")
    return rest.partition(".")[0] if group in ("treaties", "adoptions") else ""
