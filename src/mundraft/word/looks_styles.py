"""The styles of a reference document: what each kind of paragraph looks like, with all that it inherits.

Styles are known by their names, which Word writes in English whatever language it speaks; their ids are translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from mundraft.document.looks import Aligned, LeftOut, TextLook
from mundraft.word.looks_package import W
from mundraft.word.looks_theme import Theme, read_colour

#: Deeper than this no person builds one style on another.
_DEEPEST = 12
# Word knows some forty properties of letters and thirty of paragraphs.
_MOST_PROPERTIES = 100
# Word brings some 370; an old document that went through many hands can have thousands.
_MOST_STYLES = 10_000
_OFF = frozenset({"0", "false", "off", "none"})
_ALIGNED = {
    "left": Aligned.LEFT, "start": Aligned.LEFT, "center": Aligned.CENTRE, "right": Aligned.RIGHT, "end": Aligned.RIGHT,
    "both": Aligned.JUSTIFIED, "distribute": Aligned.JUSTIFIED,
}  # fmt: skip
_NUMBER = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)(pt|in|cm|mm|pc|pi)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}
# What Word puts around a paragraph whose space is left to it, as browsers do.
_AUTOMATIC_SPACE = 14.0


class Said(NamedTuple):
    """The look of a style as it is written, before anyone asks whether it makes sense."""

    look: TextLook
    first_line: float = 0.0
    small_capitals: bool = False
    exact_line: bool = False


class Sheet:
    """The styles of one document by name. `left_out` tells of styles that cannot be followed."""

    def __init__(self, root: Any, theme: Theme) -> None:
        self._theme = theme
        self.left_out: list[LeftOut] = []
        self._by_id: dict[str, Any] = {}
        self._names: dict[str, str] = {}
        for style in islice(root.iter(f"{W}style"), _MOST_STYLES):
            self._list(style)
        defaults = root.find(f"{W}docDefaults")
        self._defaults = [] if defaults is None else list(islice(defaults.iter(f"{W}rPr", f"{W}pPr"), 2))

    def _list(self, style: Any) -> None:
        style_id = style.get(f"{W}styleId", "")
        kind = style.get(f"{W}type", "paragraph")
        name = " ".join(_value(style.find(f"{W}name")).casefold().split()) or style_id.casefold()
        if kind in ("paragraph", "character"):
            self._by_id.setdefault(style_id, style)
            self._names.setdefault(f"{kind} {name}", style_id)

    def look(self, *names: str) -> Said | None:
        """The look of the first paragraph style that has one of these names; None where there is none."""
        for name in names:
            style_id = self._names.get(f"paragraph {name}")
            if style_id is not None:
                return self._said(style_id, name)
        return None

    def default(self) -> Said:
        """The look of text that no style says anything of."""
        return _said(self._defaults, self._theme)

    def colour_of(self, name: str) -> str | None:
        """The colour of a character style."""
        style = self._by_id.get(self._names.get(f"character {name}", ""))
        colour = None if style is None else style.find(f"{W}rPr/{W}color")
        return None if colour is None else self._theme.colour(colour, W)

    def _said(self, style_id: str, name: str) -> Said:
        found = (style.find(f"{W}{kind}") for style in self._chain(style_id, name) for kind in ("pPr", "rPr"))
        return _said([*self._defaults, *(one for one in found if one is not None)], self._theme)

    def _chain(self, style_id: str, name: str) -> list[Any]:
        """The style after all that it is based on, the furthest first."""
        chain: list[Any] = []
        seen: set[str] = set()
        while style_id in self._by_id and style_id not in seen and len(chain) < _DEEPEST:
            seen.add(style_id)
            style = self._by_id[style_id]
            chain.insert(0, style)
            style_id = _value(style.find(f"{W}basedOn"))
        if style_id in seen:
            self.left_out.append(
                LeftOut(f"What the style “{name}” is based on", "the styles are based on one another in a circle")
            )
        elif len(chain) == _DEEPEST and style_id:
            self.left_out.append(LeftOut(f"What the style “{name}” is based on", f"more than {_DEEPEST} styles deep"))
        return chain


def _said(properties: list[Any], theme: Theme) -> Said:
    """What some properties come to, each overruling those before it."""
    found: dict[str, Any] = {
        "bold": False,
        "italic": False,
        "capitals": False,
        "before": 0.0,
        "after": 0.0,
        "line": 1.0,
    }
    for one in properties:
        for element in islice(one, _MOST_PROPERTIES):
            if isinstance(element.tag, str):
                found.update(_read(element, theme))
    small, first, exact = (found.pop(key, None) for key in ("small", "first", "exact"))
    found.setdefault("aligned", Aligned.LEFT)
    return Said(TextLook(**found), first or 0.0, bool(small), bool(exact))


def _read(element: Any, theme: Theme) -> Iterator[tuple[str, Any]]:
    """What one property says, by the names of the fields of a look."""
    name = element.tag.removeprefix(W)
    if name in _SWITCHES:
        yield _SWITCHES[name], _value(element, "1").casefold() not in _OFF
    elif name == "rFonts":
        yield from _font(element, theme)
    elif name == "color":
        yield "colour", theme.colour(element, W) or read_colour(_value(element))
    elif name == "sz":
        size = points(_value(element), 2)
        if size is not None:
            yield "size_pt", size
    elif name == "jc" and _value(element) in _ALIGNED:
        yield "aligned", _ALIGNED[_value(element)]
    elif name == "spacing":
        yield from _spacing(element)
    elif name == "ind":
        yield "first", points(element.get(f"{W}firstLine", ""), 20)


_SWITCHES = {"b": "bold", "i": "italic", "caps": "capitals", "smallCaps": "small"}


def _font(element: Any, theme: Theme) -> Iterator[tuple[str, Any]]:
    named = element.get(f"{W}asciiTheme") or element.get(f"{W}hAnsiTheme")
    font = theme.font(named) if named else None
    font = font or element.get(f"{W}ascii") or element.get(f"{W}hAnsi")
    if font:
        yield "font", " ".join(font.split())


def _spacing(element: Any) -> Iterator[tuple[str, Any]]:
    """Spaces and height of lines; the spacing between letters has the same name and none of these attributes."""
    for side in ("before", "after"):
        space = points(element.get(f"{W}{side}", ""), 20)
        if element.get(f"{W}{side}Autospacing", "0").casefold() not in _OFF:
            space = _AUTOMATIC_SPACE
        if space is not None:
            yield side, space
    line = points(element.get(f"{W}line", ""), 240)
    if line is not None:
        exact = element.get(f"{W}lineRule", "auto") != "auto"
        yield "exact", exact
        yield "line", None if exact else line


def points(text: str, per_point: float) -> float | None:
    """A length: a bare number in parts of a point, or one with a unit. None for what is neither."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return None
    return float(found[1]) * _POINTS[found[2]] if found[2] else float(found[1]) / per_point


def _value(element: Any, without: str = "") -> str:
    if element is None:
        return ""
    return str(element.get(f"{W}val", without))
