"""What a class's own files changed in what ships, as the cards tell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mundraft.cli.cards import paragraph, section

if TYPE_CHECKING:
    from mundraft.library.traces import Traced


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
