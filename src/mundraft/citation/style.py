"""What a citation style is: the seam between those who cite and those who know how a style words it.

A style is chosen once, by name (`mundraft.citation.styles.style`). It makes a `Bibliography` of the works that a paper
cites, which holds the list and words every mark and every note. All of it is pure: fields in, inlines out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, Protocol

from mundraft.document.tree import Cited, Inlines, Origin
from mundraft.paper.model import Source


class Mechanism(StrEnum):
    """How a citation stands in the text."""

    IN_TEXT = "in-text"
    FOOTNOTES = "footnotes"
    ENDNOTES = "endnotes"
    NONE = "none"


#: The mechanisms of a style that words both marks and notes, the usual one first.
MARKS_OR_NOTES = (Mechanism.IN_TEXT, Mechanism.FOOTNOTES, Mechanism.ENDNOTES, Mechanism.NONE)
NOTES_ONLY = (Mechanism.FOOTNOTES, Mechanism.ENDNOTES, Mechanism.NONE)


class Work(NamedTuple):
    """A work that the paper cites. `origin` says whose words its fields are."""

    source: Source
    origin: Origin = Origin.DELEGATE


class Entry(NamedTuple):
    """One entry of the list. `label` stands before it ("1", "•"), "" where the style prints none."""

    source: str
    label: str
    inlines: Inlines


class Earlier(NamedTuple):
    """What the notes before this one have cited.

    `notes` gives each source the number of the note that first cited it; `last` is the only citation of the note just
    before this one, None where that cites several or there is none.
    """

    notes: Mapping[str, int] = MappingProxyType({})
    last: Cited | None = None


class Bibliography(Protocol):
    """The works of one paper (or of one list in it) in one style."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The list, in the style's own order, with the letters that tell works apart (2019a, 2019b)."""

    def mark(self, cites: tuple[Cited, ...]) -> Inlines:
        """What stands in the text for some citations: "(Smith 35)"; nothing for none."""

    def note(self, cites: tuple[Cited, ...], earlier: Earlier) -> Inlines:
        """What a footnote or an endnote says, without its number; nothing for no citations."""


class Style(NamedTuple):
    """One way of citing."""

    #: what presets call it: "mla"
    name: str
    #: what people call it: "MLA, 9th edition"
    title: str
    #: how its citations may stand in the text, the usual way first
    mechanisms: tuple[Mechanism, ...]
    #: the works, given in the order of their first citation, each once, by the style's rules
    bibliography: Callable[[Sequence[Work]], Bibliography]
