"""A reference's looks under the rules of a conference: what it leaves open is taken, what it rules is not.

What the delegate chose, where the conference offers a choice, comes before looks too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from mundraft.document.layout import Layout
from mundraft.document.looks import Aligned, LeftOut, Looks, TextLook
from mundraft.document.typography import (
    BIBLIOGRAPHY,
    BODY,
    HEADER_BLOCK,
    HEADER_BLOCK_PLAIN,
    HEADINGS,
    LIST_BULLET,
    LIST_CONTINUE,
    LIST_NUMBER,
    QUOTE,
    TITLE,
)

if TYPE_CHECKING:
    from mundraft.library.conference import Conference
    from mundraft.library.conference_rules import Type
    from mundraft.paper.model import Paper

_Said = TypeVar("_Said")
_TEXTS = frozenset(
    style.style_id
    for style in (
        HEADER_BLOCK, HEADER_BLOCK_PLAIN, QUOTE, LIST_NUMBER, LIST_BULLET, LIST_CONTINUE, BIBLIOGRAPHY,
    )
)  # fmt: skip
_LARGER = frozenset(style.style_id for style in (TITLE, *HEADINGS))


def _any_type() -> Type:
    from mundraft.library.conference_rules import Type  # only for looks without a conference

    return Type()


class Allowed(NamedTuple):
    """A layout with the looks that may be used, and what of them the rules overruled."""

    layout: Layout
    overruled: tuple[LeftOut, ...] = ()


def allowed(layout: Layout, looks: Looks, paper: Paper, conference: Conference | None = None) -> Allowed:
    """The layout of a paper by its conference's rules, with what a reference says where they are silent."""
    return _Rules(layout, paper, conference).applied(looks)


class _Rules:
    """The rules of one paper: those of its conference, and the choices of its delegate."""

    def __init__(self, layout: Layout, paper: Paper, conference: Conference | None) -> None:
        self._layout = layout
        self._conference = conference
        self._called = conference.called if conference else ""
        self._type = conference.type if conference else _any_type()
        # A choice that the conference does not offer is none.
        chosen = paper.look
        self._chose_font = chosen.font.strip().casefold() == layout.font.casefold()
        self._chose_size = chosen.size.strip() == f"{layout.size_pt:g}"
        self._chose_line = chosen.line_spacing.strip() == f"{layout.line_spacing:g}"
        self._overruled: dict[LeftOut, None] = {}

    def applied(self, looks: Looks) -> Allowed:
        body = looks.of(BODY.style_id)
        layout = self._layout._replace(
            font=self._font(body.font) or self._layout.font,
            size_pt=self._size(body.size_pt) or self._layout.size_pt,
            line_spacing=self._line(body.line) or self._layout.line_spacing,
            page=self._unless(self._type.page, looks.page, "the size of the page") or self._layout.page,
            margin_cm=self._unless(self._type.margin_cm, looks.margin_cm, "the margins") or self._layout.margin_cm,
            justified=self._justified(body.aligned),
        )
        kinds = tuple((name, self._kind(name, look, layout)) for name, look in looks.kinds)
        link = looks.link_colour if not self._type.black_only else None
        # Page and margin are the layout's now.
        kept = Looks(kinds, link, picture=looks.picture if self._pictures_allowed(looks) else None)
        return Allowed(layout._replace(looks=kept), tuple(self._overruled))

    def _kind(self, name: str, look: TextLook, layout: Layout) -> TextLook:
        """The look of one kind of paragraph; what the layout says for all text is not said again for the body."""
        colour = look.colour
        if self._type.black_only and colour and colour != "000000":
            self._refuse("the colours", f"{self._called} asks for black print")
            colour = None
        if name == BODY.style_id:
            return look._replace(font=None, size_pt=None, line=None, aligned=None, colour=colour)
        font = self._font(look.font)
        return look._replace(
            font=None if font == layout.font else font,
            size_pt=self._size_of(name, look, layout),
            line=self._line(look.line),
            colour=colour,
            aligned=None if name == TITLE.style_id and self._plans_title else look.aligned,
        )

    def _font(self, font: str | None) -> str | None:
        """A font, as the conference writes it, where it is one that may be used."""
        if font is None or (not self._type.fonts and not self._chose_font):
            return font
        asked = self._layout.font if self._chose_font else " or ".join(self._type.fonts)
        # One font that was chosen, or that alone is allowed, is the font of everything.
        open_ = () if self._chose_font else self._type.fonts
        for one in (self._layout.font, *open_):
            if one.casefold() == font.casefold():
                return one
        self._refuse(f"the font {font}", f"{self._asker} asks for {asked}")
        return None

    def _size(self, size: float | None) -> float | None:
        """A size of running text, where it may be used."""
        if size is None or size == self._layout.size_pt:
            return size
        least, most = self._type.min_size_pt or 0.0, self._type.max_size_pt or size
        if self._chose_size or not least <= size <= most:
            self._refuse(f"text of {size:g} pt", f"{self._asker} asks for {self._layout.size_pt:g} pt")
            return None
        return size

    def _size_of(self, name: str, look: TextLook, layout: Layout) -> float | None:
        """The size of a kind of paragraph: text as the text may be, headings never smaller than that."""
        if look.size_pt is None:
            return None
        if name in _TEXTS:
            return self._size(look.size_pt)
        return None if name in _LARGER and look.size_pt < layout.size_pt else look.size_pt

    def _line(self, line: float | None) -> float | None:
        ruled = self._type.line_spacing or self._chose_line
        if line is None or not ruled or line == self._layout.line_spacing:
            return line
        self._refuse("the line spacing", f"{self._asker} asks for {self._layout.line_spacing:g}")
        return None

    def _justified(self, said: Aligned | None) -> bool:
        """Whether both edges of the text are straight. That lines end where they will is the default of every document,
        so that nothing is told where a rule says otherwise."""
        if said is Aligned.JUSTIFIED and self._type.alignment == "left":
            self._refuse("straight edges on both sides", f"{self._called} asks for text set left")
        return self._layout.justified if self._type.alignment else said is Aligned.JUSTIFIED

    def _pictures_allowed(self, looks: Looks) -> bool:
        if not looks.picture or not self._conference:
            return True
        pictures, header = self._conference.pictures, self._conference.header
        if "forbidden" in (pictures.flag, pictures.seal, pictures.others):
            self._refuse("the picture in the header", f"{self._called} forbids pictures or emblems")
            return False
        if header is not None and header.anonymous:
            self._refuse(
                "the picture in the header", f"{self._called} wants papers without names, and it tells the school"
            )
            return False
        return True

    def _unless(self, ruled: _Said | None, said: _Said | None, what: str) -> _Said | None:
        """What looks say, unless a rule says otherwise."""
        if ruled is None or said is None or ruled == said:
            return said
        self._refuse(what, f"{self._called} has a rule of its own")
        return None

    def _refuse(self, what: str, why: str) -> None:
        self._overruled[LeftOut(what[0].upper() + what[1:], why)] = None

    @property
    def _asker(self) -> str:
        return self._called or "the paper"

    @property
    def _plans_title(self) -> bool:
        header = self._conference.header if self._conference else None
        return header is not None and header.title is not None
