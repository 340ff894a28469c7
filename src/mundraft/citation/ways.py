"""The ways of citing that a conference's rules leave open: which there are, which is used, which a delegate may choose.

A way is a style and how a citation stands in the text. In a paper it is written by their names: "mla in-text".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mundraft.citation.style import MARKS_OR_NOTES, NOTES_ONLY, Mechanism
from mundraft.citation.styles import STYLES

if TYPE_CHECKING:
    from mundraft.library.conference_citations import Citations

#: How each style's citations may stand in the text, as its module says; kept here too, so that a question can offer the
#: styles before any of them is loaded.
MECHANISMS: dict[str, tuple[Mechanism, ...]] = {
    "mla": MARKS_OR_NOTES,
    "apa": MARKS_OR_NOTES,
    "chicago-notes": NOTES_ONLY,
    "chicago-author-date": MARKS_OR_NOTES,
    "un-editorial": (Mechanism.FOOTNOTES, Mechanism.ENDNOTES, Mechanism.IN_TEXT, Mechanism.NONE),
    "numbered": MARKS_OR_NOTES,
    "plain-links": (Mechanism.NONE, Mechanism.IN_TEXT, Mechanism.FOOTNOTES, Mechanism.ENDNOTES),
}
#: How a mechanism that is named without a style is worded: by what most conferences that name one ask for.
_STYLE_FOR = {
    "": "numbered",
    Mechanism.IN_TEXT: "mla",
    Mechanism.FOOTNOTES: "chicago-notes",
    Mechanism.ENDNOTES: "chicago-notes",
    Mechanism.NONE: "plain-links",
}
_WHERE = {
    Mechanism.IN_TEXT: "in the text",
    Mechanism.FOOTNOTES: "in footnotes",
    Mechanism.ENDNOTES: "in endnotes",
    Mechanism.NONE: "without marks in the text",
}


class Way(NamedTuple):
    """One way of citing. `usual`: the rules ask for it, or the style is mostly used so."""

    style: str
    mechanism: Mechanism
    usual: bool = False

    @property
    def written(self) -> str:
        """The way as a paper's file holds it."""
        return f"{self.style} {self.mechanism.value}"

    @property
    def in_words(self) -> str:
        """The way as a delegate reads it."""
        return f"{STYLES[self.style]}, {_WHERE[self.mechanism]}"


def ways_open(citations: Citations | None) -> tuple[Way, ...]:
    """Every way of citing that the rules allow, at least one; the first is used where the delegate chooses none.

    The rules are None where there is no conference."""
    found: dict[str, Way] = {}
    banned = citations.banned if citations else ()
    for rule in (citations.ways if citations else ()) or (None,):
        style, mechanism = (rule.style, rule.mechanism) if rule else ("", "")
        for way in _under(style, mechanism, banned):
            found.setdefault(way.written, way)
    return tuple(found.values())


def offered(ways: tuple[Way, ...]) -> tuple[Way, ...]:
    """Those of the ways that are worth a line in a list of choices: the usual ones."""
    return tuple(way for way in ways if way.usual)


def chosen_way(text: str, ways: tuple[Way, ...]) -> Way | None:
    """The first of the ways that a text names, by its style ("mla"), its mechanism ("footnotes") or both."""
    named = text.casefold().split()
    if not named:
        return None
    return next((way for way in ways if all(one in (way.style, way.mechanism.value) for one in named)), None)


def _under(style: str, mechanism: str, banned: tuple[str, ...]) -> Iterator[Way]:
    """The ways under one rule, what it leaves open filled in; the one to use first."""
    first = style or _STYLE_FOR[Mechanism(mechanism) if mechanism else ""]
    for name in (first,) if style else (first, *(name for name in STYLES if name != first)):
        how = (
            [one for one in MECHANISMS[name] if one.value == mechanism]
            if mechanism
            else [one for one in MECHANISMS[name] if one.value not in banned]
        )
        if name == first and not how:  # what a preset asks for is made, even where the style is never used so
            how = [Mechanism(mechanism) if mechanism else Mechanism.NONE]
        for place, one in enumerate(how):
            usual = not place or bool(style and one is not Mechanism.NONE)
            yield Way(name, one, usual)
