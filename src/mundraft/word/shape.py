"""What a package depends on beside the words of its paper, and the names of the parts that hold those words."""

from __future__ import annotations

from typing import NamedTuple

from mundraft.document.layout import Layout
from mundraft.document.looks import Picture
from mundraft.word.notes import ENDNOTES, FOOTNOTES, Kind

#: The parts that each paper writes, by their names in the package.
PROPERTIES = "docProps/core.xml"
MAIN = "word/document.xml"
HEADER = "word/header1.xml"
FIRST_HEADER = "word/header2.xml"
NOTES = {FOOTNOTES: "word/footnotes.xml", ENDNOTES: "word/endnotes.xml"}


class HeadShape(NamedTuple):
    """A head of a page, but for its words."""

    picture: Picture | None


class Shape(NamedTuple):
    """All that a package depends on but the words of its paper. Its layout is one without limits of length."""

    layout: Layout
    language: str
    ordered_lists: int
    notes: Kind | None
    every_head: HeadShape | None
    first_head: HeadShape | None

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing of anybody's reference document in it, neither a look nor a picture."""
        return self.layout.looks is None and not any(
            head and head.picture for head in (self.every_head, self.first_head)
        )


def without_limits(layout: Layout) -> Layout:
    """A layout but for what it says of length: no package depends on that, and conferences differ in it."""
    return layout._replace(max_words=0, max_pages=0.0, count_references=False, count_notes=False, limits=())
