"""Authors as a person types them in one line, and as a source holds them: "Smith, Jane; UNICEF"."""

from __future__ import annotations

from collections.abc import Iterable

from mundraft.paper.model import Name
from mundraft.text.clean import clean


def authors_in_line(authors: Iterable[Name]) -> str:
    """The authors in one line that `authors_from_line` reads back: "Smith, Jane; UNICEF"."""
    return "; ".join(line for line in map(_in_line, authors) if line)


def authors_from_line(line: str) -> tuple[Name, ...]:
    """Names divided by semicolons; one with a comma is family name, given name, and any other stays as it is."""
    parts = (part.strip() for part in clean(line).split(";"))
    return tuple(_name(part) for part in parts if part.strip(" ,"))


def _in_line(name: Name) -> str:
    if name.literal:
        return name.literal
    return ", ".join(part for part in (name.family, name.given) if part)


def _name(text: str) -> Name:
    family, comma, given = (part.strip() for part in text.partition(","))
    return Name(family=family, given=given) if comma and family and given else Name(literal=text.strip(" ,"))
