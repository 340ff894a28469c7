"""The theme of a reference document: the fonts and colours that its styles name by their part in it."""

from __future__ import annotations

import colorsys
import re
from typing import Any, NamedTuple

from mundraft.word.looks_package import A

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
# What a style calls a colour, and what the theme calls it (ISO 29500-1, 17.18.97 and 20.1.6.2).
_IN_THEME = {
    "text1": "dk1", "dark1": "dk1", "background1": "lt1", "light1": "lt1", "text2": "dk2", "dark2": "dk2",
    "background2": "lt2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip


class Theme(NamedTuple):
    """`fonts` by "major" and "minor", `colours` by their names in the theme, each as six hexadecimal digits."""

    fonts: dict[str, str]
    colours: dict[str, str]

    def font(self, name: str) -> str | None:
        """The font that a style names as "minorHAnsi" or the like; None where the theme has none."""
        return self.fonts.get("major" if name.startswith("major") else "minor") or None

    def colour(self, element: Any, w: str) -> str | None:
        """The colour that a `w:color` means; None where it means none of its own, or cannot be read."""
        named = element.get(f"{w}themeColor", "")
        base = self.colours.get(_IN_THEME.get(named, named))
        if base:
            return _tinted(base, element.get(f"{w}themeTint", ""), element.get(f"{w}themeShade", ""))
        return read_colour(element.get(f"{w}val", ""))


def read_colour(text: str) -> str | None:
    """Six hexadecimal digits in capitals, None for anything else ("auto" too)."""
    return text.upper() if _HEX.fullmatch(text) else None


def theme_of(root: Any) -> Theme:
    """What a theme part says."""
    fonts = {}
    for part in ("major", "minor"):
        latin = next(root.iter(f"{A}{part}Font"), None)
        face = None if latin is None else latin.find(f"{A}latin")
        fonts[part] = "" if face is None else face.get("typeface", "")
    colours = {}
    scheme = next(root.iter(f"{A}clrScheme"), None)
    for slot in [] if scheme is None else scheme:
        for given in slot:
            value = read_colour(given.get("lastClr") or given.get("val", ""))
            if value and isinstance(slot.tag, str):
                colours[slot.tag.removeprefix(A)] = value
    return Theme(fonts, colours)


NO_THEME = Theme({}, {})


def _tinted(colour: str, tint: str, shade: str) -> str:
    """A colour made lighter or darker: its luminance brought towards white or black (ISO 29500-1, 17.3.2.6)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    if (part := _share(tint)) is not None:
        light = light * part + 1 - part
    if (part := _share(shade)) is not None:
        light *= part
    return "".join(f"{round(one * 255):02X}" for one in colorsys.hls_to_rgb(hue, light, full))


def _share(text: str) -> float | None:
    return int(text, 16) / 255 if re.fullmatch(r"[0-9A-Fa-f]{1,2}", text) else None
