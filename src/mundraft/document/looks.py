"""Looks: what a teacher's reference document says of fonts, colours, spacing and the picture at the head of the page.

Plain values, whatever they were read from. None stands for what is not said; there the project's own look holds.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from mundraft.document.layout import PageSize


class Aligned(StrEnum):
    """Where the lines of a paragraph stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFIED = "justified"


class TextLook(NamedTuple):
    """How one kind of paragraph looks. Sizes and spaces are in points, `line` is a multiple of single spacing, `colour`
    six hexadecimal digits (red, green, blue)."""

    font: str | None = None
    size_pt: float | None = None
    colour: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    aligned: Aligned | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None


class Picture(NamedTuple):
    """A picture at the head of the page: PNG or JPEG, drawn at this size in points. `cut` are the thousandths of a
    percent that are not shown at its left, top, right and bottom; `alt` is what a screen reader says of it."""

    data: bytes
    kind: str
    width: float
    height: float
    alt: str = ""
    aligned: Aligned = Aligned.LEFT
    every_page: bool = True
    cut: tuple[int, int, int, int] = (0, 0, 0, 0)


class Looks(NamedTuple):
    """Everything that a reference says. `kinds` has the look of a kind of paragraph under the id of its style."""

    kinds: tuple[tuple[str, TextLook], ...] = ()
    link_colour: str | None = None
    page: PageSize | None = None
    margin_cm: float | None = None
    picture: Picture | None = None

    def of(self, style_id: str) -> TextLook:
        """The look of one kind of paragraph; one that says nothing where the reference does not know it."""
        for known, look in self.kinds:
            if known == style_id:
                return look
        return _NOTHING_SAID


_NOTHING_SAID = TextLook()
NO_LOOKS = Looks()


class LeftOut(NamedTuple):
    """Something of a reference that is not used, and why, for whoever made it."""

    what: str
    why: str

    @property
    def told(self) -> str:
        """One line of plain text."""
        return f"{self.what}: {self.why}"


class LooksRead(NamedTuple):
    """A reference as it was read: its looks, and a line for everything taken and everything left out of it.

    `remarks` are about what was taken, and ask for a thought and no more."""

    looks: Looks = NO_LOOKS
    taken: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
