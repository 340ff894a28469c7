"""How a title stands in MLA and Chicago: in italics, in quotation marks or plain.

In both, laws and treaties are plain (MLA 5.30, Chicago 14.281), a case is in italics, a post in quotation marks; which
other kinds of works count as a whole and which as a part, each style says.
"""

from __future__ import annotations

from typing import NamedTuple

from mundraft.citation.pieces import italic, quoted
from mundraft.citation.works import Fields
from mundraft.document.tree import Inlines

_UPRIGHT = frozenset({"bill", "collection", "legislation", "regulation", "treaty"})


class TitleLooks(NamedTuple):
    """One style's kinds of works (CSL-JSON's types) by the look of their titles."""

    #: in italics even inside a container
    whole: frozenset[str]
    #: in quotation marks even without a container
    parts: frozenset[str]

    def shown(self, work: Fields, title: str) -> Inlines:
        """The title, whole or shortened, in its look; in headline style but for cases and posts."""
        if work.type == "legal_case":
            return italic(work.say(title))
        if work.type == "post":
            return quoted(work.say(title))
        shown = work.headline(title)
        if work.type in _UPRIGHT:
            return shown
        if work.type not in self.whole and (work.container or work.type in self.parts):
            return quoted(shown)
        return italic(shown)
