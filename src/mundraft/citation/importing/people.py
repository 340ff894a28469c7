"""Names of people and bodies as files of references write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from re import compile, finditer
from typing import Any, NamedTuple

from mundraft.citation.importing.latex import decoded
from mundraft.paper.model import Name

_INITIALS = compile(r"(?:[^\W\d_]\.-?)+")


class People(NamedTuple):
    """The names of a field; `others` is true where it says that there are more."""

    names: tuple[Name, ...]
    others: bool = False


def from_bibtex(field: str) -> People:
    """A BibTeX field: names divided by "and", each "First von Last", "von Last, First" or "von Last, Jr, First".

    What stands in braces as a whole is one name of a body."""
    parts = list(_divided(" ".join(field.split()), " and "))
    told = [part for part in parts if part.strip(" {}").casefold() not in ("others", "et al.", "et al")]
    return People(tuple(name for name in map(_from_bibtex, told) if name), len(told) < len(parts))


def from_line(text: str) -> Name | None:
    """A name of RIS: "Family, Given, Suffix"; a name without a comma is that of a body, or stays as it is."""
    family, given, suffix = ([part.strip() for part in " ".join(text.split()).split(",", 2)] + ["", ""])[:3]
    return _named(family, given, suffix)


def from_csl(data: Any) -> Name | None:
    """A name of CSL-JSON; the particles go before the family name."""
    if isinstance(data, str):
        return from_line(data)
    if not isinstance(data, Mapping):
        return None
    said = {key: " ".join(value.split()) for key, value in data.items() if isinstance(value, str)}
    if said.get("literal"):
        return Name(literal=said["literal"])
    particles = (said.get("dropping-particle", ""), said.get("non-dropping-particle", ""))
    family = said.get("family", "")
    for particle in reversed([one for one in particles if one]):
        family = f"{particle}{family}" if particle.endswith(("'", "’")) else f"{particle} {family}"
    return _named(family.strip(), said.get("given", ""), said.get("suffix", ""))


def _named(family: str, given: str, suffix: str) -> Name | None:
    if family and given:
        return Name(family=family, given=given, suffix=suffix)
    return Name(literal=family or given) if family or given else None


def _from_bibtex(part: str) -> Name | None:
    part = part.strip()
    if _is_braced(part):
        return _named(_plain(part), "", "")
    pieces = [piece.strip() for piece in _divided(part, ",")]
    if len(pieces) == 1:
        return _natural(list(_divided(part, " ")))
    if len(pieces) == 2:
        return _named(_plain(pieces[0]), _plain(pieces[1]), "")
    return _named(_plain(pieces[0]), _plain(" ".join(pieces[2:])), _plain(pieces[1]))


def _natural(words: list[str]) -> Name | None:
    """Given names first: the family name begins at the first word in small letters ("van"), else is the last word.

    Nobody is called "J.": where an initial stands last, the comma behind the first word was forgotten."""
    plain = [word for word in map(_plain, words) if word]
    if not plain:
        return None
    if len(plain) > 1 and _INITIALS.fullmatch(plain[-1]) and not _INITIALS.fullmatch(plain[0]):
        return _named(plain[0], " ".join(plain[1:]), "")
    start = next((at for at, word in enumerate(plain[:-1]) if word[:1].islower()), len(plain) - 1)
    return _named(" ".join(plain[start:]), " ".join(plain[:start]), "")


def _plain(text: str) -> str:
    return " ".join(decoded(text).split())


def _is_braced(text: str) -> bool:
    """Whether one pair of braces holds all of a text."""
    if not (text.startswith("{") and text.endswith("}")):
        return False
    return all(depth or at == len(text) for at, depth in _depths(text))


def _depths(text: str) -> Iterator[tuple[int, int]]:
    """How deep a text is in braces behind each of them: (offset, depth)."""
    depth = 0
    for found in finditer(r"\\.|[{}]", text):
        if found[0] in "{}":
            depth = depth + 1 if found[0] == "{" else max(depth - 1, 0)
            yield found.end(), depth


def _divided(text: str, divider: str) -> Iterator[str]:
    """The pieces of a text between dividers that stand outside every brace."""
    start = at = depth = 0
    for end, deeper in (*_depths(text), (len(text), 0)):
        while depth == 0 and (cut := text.find(divider, at, end)) >= 0:
            yield text[start:cut]
            start = at = cut + len(divider)
            if divider == " and ":
                # "A and and B": the space that ended one divider begins the next.
                at -= 1
        at, depth = max(end, start), deeper
    yield text[start:]
