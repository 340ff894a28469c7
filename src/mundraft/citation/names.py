"""Names of people and bodies in the orders that styles ask for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from mundraft.citation.pieces import one_line
from mundraft.paper.model import Name

_PARTICLES = re.compile(r"(?:(?:[a-zß-öø-ÿ’']+\.?)\s+)+(?=\S)|(?:[dl][’'])(?=\w)|(?:al|el)-(?=\w)")


class Person(NamedTuple):
    """A name taken apart. A body has a `literal` alone; `particle` is "de la" of "de la Cruz"."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def last(self) -> str:
        """The name that a mark uses: "de la Cruz", "UNICEF"."""
        return self.literal or _beside(self.particle, self.family) or self.given

    @property
    def full_family(self) -> str:
        return _beside(self.particle, self.family)

    @property
    def without_spaces(self) -> bool:
        """True where family and given name stand together, family first (Chinese, Japanese, Korean)."""
        return bool(self.family) and all(_is_east_asian(letter) for letter in self.family + self.given)

    def natural(self, given: str) -> str:
        """Given name first, the given name in the form handed in."""
        if self.literal or not self.family:
            return self.last
        if self.without_spaces:
            return self.family + given
        name = " ".join(part for part in (given, self.full_family) if part)
        return " ".join(part for part in (name, self.suffix) if part)

    def sorted_with(self, given: str, particle_last: bool = False) -> str:
        """Family name first: "de la Cruz, Ana, Jr.", or "Cruz, Ana de la" where the particle goes last."""
        if self.literal or not self.family:
            return self.last
        if self.without_spaces:
            return self.family + given
        family = self.family if particle_last else self.full_family
        rest = _beside(given, self.particle) if particle_last else given
        return ", ".join(part for part in (family, rest.strip(), self.suffix) if part)


def _beside(first: str, second: str) -> str:
    """Two parts with a space between them, but for "d’" and "al-" and their like."""
    if first.endswith(("’", "'", "-")) and second:
        return first + second
    return " ".join(part for part in (first, second) if part)


def people(names: Sequence[Name]) -> tuple[Person, ...]:
    """The names of a field, without those that say nothing."""
    return tuple([person for person in map(_person, names) if person.last]) if names else ()


def _person(name: Name) -> Person:
    literal = one_line(name.literal)
    if literal:
        return Person(literal=literal)
    family, given = one_line(name.family), one_line(name.given)
    found = _PARTICLES.match(family)
    particle = found[0].strip() if found else ""
    rest = family[found.end() :] if found else family
    return Person(rest, given, particle, one_line(name.suffix))


def initials(given: str, hyphens: bool = True) -> str:
    """The initials: "Ana María" as "A. M.", "Jean-Paul" as "J.-P."; Chinese, Japanese and Korean names have none."""
    if given and all(_is_east_asian(letter) for letter in given):
        return given
    return " ".join(_initial(part, hyphens) for part in given.replace(".", ". ").split())


def _initial(part: str, hyphens: bool) -> str:
    if part[:1].islower() and len(part) > 1 and not part.endswith("."):
        return part
    pieces = [piece for piece in re.split("[-‐]", part) if piece] if hyphens else [part]
    return "-".join(piece[0].upper() + "." for piece in pieces)


def british_series(names: Sequence[str]) -> str:
    """Like `series` with "and", but with no comma before it: "A, B and C"."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def series(names: Sequence[str], last: str, comma_before_two: bool = False) -> str:
    """That is: "A", "A and B", "A, B, and C"; `last` is the word before the last name."""
    if len(names) < 2:
        return "".join(names)
    if len(names) == 2 and not comma_before_two:
        return f"{names[0]} {last} {names[1]}"
    return f"{', '.join(names[:-1])}, {last} {names[-1]}"


def _is_east_asian(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"
