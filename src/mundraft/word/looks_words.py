"""What was taken of a reference, in the words of whoever made it."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator

from mundraft.document.looks import Aligned, Looks, Picture, TextLook
from mundraft.document.typography import POINTS_PER_CM
from mundraft.document.widths import is_known
from mundraft.word.looks_sense import KINDS, Kind

#: Where each family of colours begins on the wheel, in degrees.
_HUES = (
    (0, "red"), (16, "orange"), (45, "yellow"), (70, "green"), (165, "turquoise"), (190, "blue"), (255, "purple"),
    (290, "pink"), (340, "red"),
)  # fmt: skip


def text_in_words(kind: Kind, look: TextLook, text: TextLook | None = None) -> Iterator[str]:
    """A line for a kind of paragraph: "Heading 1: Georgia 16 pt, bold, dark blue (1F3864)". Where `text` is given, what
    is as in the running text is not said again."""
    known = _said(text) if text else ()
    said = [one for one in _said(look) if one not in known]
    if said:
        yield f"{kind.called}: {', '.join(said)}"


def _said(look: TextLook) -> tuple[str, ...]:
    said = (
        " ".join([look.font or "", f"{look.size_pt:g} pt" if look.size_pt else ""]).strip(),
        "bold" if look.bold else "",
        "italic" if look.italic else "",
        "capitals" if look.capitals else "",
        colour_in_words(look.colour) if look.colour else "",
        _place(look),
        f"line spacing {round(look.line, 2):g}" if look.line and look.line != 1 else "",
        _spaces(look),
    )
    return tuple(one for one in said if one)


def page_in_words(looks: Looks) -> Iterator[str]:
    """A line for the page, where it is taken."""
    margin = f"margins of {looks.margin_cm:g} cm" if looks.margin_cm else ""
    said = [one for one in (looks.page or "", margin) if one]
    if said:
        yield f"Page: {', '.join(said)}"


def picture_in_words(picture: Picture | None) -> Iterator[str]:
    """A line for the picture in the header."""
    if picture:
        size = f"{picture.width / POINTS_PER_CM:.1f} × {picture.height / POINTS_PER_CM:.1f} cm"
        where = "on every page" if picture.every_page else "on the first page"
        called = f" (“{picture.alt}”)" if picture.alt else ""
        yield f"Picture in the header{called}: {picture.kind.upper()}, {size}, {picture.aligned}, {where}"


def remarks_on(looks: Looks) -> Iterator[str]:
    """What deserves a thought before a class uses these looks."""
    if looks.picture and not looks.picture.alt:
        yield (
            "The picture in the header has no words for those who cannot see it. "
            "In Word: right-click the picture, View Alt Text, and say what it shows."
        )
    fonts = dict.fromkeys(look.font for kind in KINDS[:1] if (look := looks.of(kind.style.style_id)).font)
    for font in fonts:
        if font and not is_known(font):
            yield (
                f"How wide {font} runs is not known here, so the number of pages is a guess. "
                "Known are Times New Roman, Arial and Calibri. Every student's computer needs the font too."
            )


def colour_in_words(colour: str) -> str:
    """A colour by a name and its digits: "dark blue (1F3864)"."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    if light < 0.08:
        return "black" if colour == "000000" else f"nearly black ({colour})"
    if full < 0.12:
        return f"{'dark grey' if light < 0.4 else 'grey'} ({colour})"
    name = [called for begins, called in _HUES if hue * 360 >= begins][-1]
    if name == "orange" and light < 0.35:
        name = "brown"
    shade = "dark " if light < 0.36 and name != "brown" else "light " if light > 0.7 else ""
    return f"{shade}{name} ({colour})"


def _place(look: TextLook) -> str:
    if look.aligned is None or look.aligned is Aligned.LEFT:
        return ""
    return "both edges straight" if look.aligned is Aligned.JUSTIFIED else f"set {look.aligned}"


def _spaces(look: TextLook) -> str:
    spaces = [(look.before, "before"), (look.after, "after")]
    said = " and ".join(f"{round(space, 1):g} {where}" for space, where in spaces if space)
    return f"space {said} (points)" if said else ""
