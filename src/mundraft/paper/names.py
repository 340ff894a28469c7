"""Authors as a person types them in one line, and as a source holds them: "Smith, Jane; UNICEF"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mundraft.paper.model import Name
from mundraft.text.clean import clean

_AND = re.compile(r",?\s+(?:and|&)\s+|\s*;\s*")
#: A given name or initials, perhaps more, and a family name with or without its particles.
_PERSON = re.compile(
    r"[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*)?(?: (?:al|bin|d[aeiou]s?|del|der|la|van|von))* [A-ZÀ-Þ][\w’'-]+"
)
#: What stands in names of bodies and of newspapers, and in hardly any of people.
_OF_BODIES = re.compile(
    r"\b(?:Action|Africa|Agency|America|American|Asia|Association|Bank|Bureau|Cent(?:er|re)|Chamber|Children|College"
    r"|Commerce|Commission|Committee|Council|Court|Department|Europe|European|Federation|Forum|Foundation|Fund|Global"
    r"|Government|Group|Health|House|Initiative|Institute|International|Labou?r|League|Ministry|Nations|Network|News"
    r"|Office|Organi[sz]ation|Party|Post|Press|Programme|Project|Relief|Research|Rights|School|Service|Services|Society"
    r"|States|Studies|Times|Trust|Union|United|University|Watch|Women|World)\b",
)


def authors_in_line(authors: Iterable[Name]) -> str:
    """The authors in one line that `authors_from_line` reads back: "Smith, Jane; UNICEF"."""
    return "; ".join(line for line in map(_in_line, authors) if line)


def authors_from_line(line: str) -> tuple[Name, ...]:
    """Names divided by semicolons; one with a comma is family name, given name, and any other stays as it is."""
    parts = (part.strip() for part in clean(line).split(";"))
    return tuple(_name(part) for part in parts if part.strip(" ,"))


def people_joined(name: Name) -> tuple[Name, ...]:
    """The people whom one name seems to hold: “Maria Quattri and Kevin Watkins”; none where it may be one body.

    A sign and no proof: “Marks and Spencer” is left alone, “Amnesty International and Oxfam” as well."""
    if name.literal:
        people = _AND.split(" ".join(name.literal.split()))
        return tuple(map(_person, people)) if len(people) > 1 and all(map(_is_person, people)) else ()
    given, *others = _AND.split(" ".join(name.given.split()))
    if not others or not all(_is_person(other) or "," in other for other in others):
        return ()
    return (Name(family=name.family, given=given), *map(_person, others))


def _is_person(text: str) -> bool:
    return _PERSON.fullmatch(text) is not None and not _OF_BODIES.search(text)


def _person(text: str) -> Name:
    """A name in either order: "Watkins, Kevin", "Kevin Watkins"."""
    if "," in text:
        return _name(text)
    given, _, family = text.rpartition(" ")
    while given and given.rpartition(" ")[2].islower():  # the particles stand before the family name
        given, _, particle = given.rpartition(" ")
        family = f"{particle} {family}"
    return Name(family=family, given=given)


def _in_line(name: Name) -> str:
    if name.literal:
        return name.literal
    return ", ".join(part for part in (name.family, name.given) if part)


def _name(text: str) -> Name:
    family, comma, given = (part.strip() for part in text.partition(","))
    return Name(family=family, given=given) if comma and family and given else Name(literal=text.strip(" ,"))
