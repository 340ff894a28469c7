"""The page of a reference document, and the picture in its header."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mundraft.document.layout import PageSize
from mundraft.document.looks import Aligned, LeftOut, Picture
from mundraft.document.typography import PAGE_POINTS, POINTS_PER_CM
from mundraft.problems import UnreadableFile
from mundraft.text.clean import clean
from mundraft.word.looks_package import WP, A, R, Reference, W
from mundraft.word.looks_styles import points
from mundraft.word.pictures import UnfitPicture, only_what_draws

_EMU_PER_POINT = 12_700
_LARGEST_EMU = 100_000_000
_LONGEST_ALT = 200
_MARGINS_CM = (0.5, 8.0)
#: How far sizes of paper may be apart and still be the same, in points.
_SAME = 6.0
_ALIGNED = {
    "center": Aligned.CENTRE, "right": Aligned.RIGHT, "end": Aligned.RIGHT, "outside": Aligned.RIGHT,
    "both": Aligned.LEFT,
}  # fmt: skip
_MOST_TOLD = 4
_PICTURE = "The picture in the header"


class Section:
    """The last section of a reference, which rules its page. What is left out is added to `left_out` as it is read."""

    def __init__(self, reference: Reference, document: Any) -> None:
        self._reference = reference
        self._section = next(iter(reversed(list(document.iter(f"{W}sectPr")))), None)
        self.left_out: list[LeftOut] = []

    def page(self) -> PageSize | None:
        """The size of the paper, None where it is neither A4 nor Letter or is not said."""
        size = self._child("pgSz")
        if size is None:
            return None
        wide, high = (points(size.get(f"{W}{side}", ""), 20) or 0.0 for side in ("w", "h"))
        for page, (width, height) in PAGE_POINTS.items():
            if abs(wide - width) < _SAME and abs(high - height) < _SAME:
                return page
        if wide and high:
            why = "the paper is printed upright on A4 or Letter"
            self.left_out.append(LeftOut(f"The page of {_cm(wide)} × {_cm(high)} cm", why))
        return None

    def margin_cm(self) -> float | None:
        """The margin at the left, in centimetres, which holds for all sides."""
        margins = self._child("pgMar")
        if margins is None:
            return None
        found = {side: points(margins.get(f"{W}{side}", ""), 20) for side in ("left", "right", "top", "bottom")}
        left = found["left"]
        if left is None:
            return None
        if not _MARGINS_CM[0] <= left / POINTS_PER_CM <= _MARGINS_CM[1]:
            self.left_out.append(LeftOut(f"Margins of {_cm(left)} cm", "only 0.5 to 8 cm leave a page to read"))
            return None
        others = {side: space for side, space in found.items() if space is not None and abs(space - left) > 1.5}
        for side, space in others.items():
            why = f"the paper has one margin on all sides, the left one of {_cm(left)} cm"
            self.left_out.append(LeftOut(f"The {side} margin of {_cm(space)} cm", why))
        return round(left / POINTS_PER_CM, 2)

    def picture(self) -> Picture | None:
        """The first picture in the header of every page, or else of the first page."""
        for kind in ("default", "first"):
            if kind == "first" and self._child("titlePg") is None:
                continue
            name = self._header(kind)
            found = self._picture_in(name) if name else None
            if found:
                return found._replace(every_page=kind == "default")
        return None

    def others(self) -> Iterator[LeftOut]:
        """What else is drawn on the page and is no look of a paper."""
        if self._child("pgBorders") is not None:
            yield LeftOut("The border of the page", "the paper has none")
        if (columns := self._child("cols")) is not None and columns.get(f"{W}num", "1") not in ("", "0", "1"):
            yield LeftOut("Columns", "the paper runs over the whole width")

    def _child(self, name: str) -> Any:
        return None if self._section is None else self._section.find(f"{W}{name}")

    def _header(self, kind: str) -> str:
        """The name of a header of this kind, "" where there is none that can be read."""
        references = [] if self._section is None else self._section.iterfind(f"{W}headerReference")
        related = self._reference.related(self._reference.main)
        for one in references:
            found = related.get(one.get(f"{R}id", ""))
            if one.get(f"{W}type", "default") == kind and found and self._reference.part(found.part) is not None:
                return found.part
        return ""

    def _picture_in(self, name: str) -> Picture | None:
        try:
            header = self._reference.xml(name)
        except UnreadableFile as error:
            self.left_out.append(LeftOut("The header", error.problems[0].what))
            return None
        if any((one.text or "").strip() for one in header.iter(f"{W}t")):
            why = "the words of a paper's header are the delegate's and the conference's; only a picture is taken"
            self.left_out.append(LeftOut("The words in the header", why))
        drawings = [
            one for one in header.iter(f"{WP}inline", f"{WP}anchor") if next(one.iter(f"{A}blip"), None) is not None
        ]
        if not drawings and next(header.iter(f"{W}pict"), None) is not None:
            why = "it is a shape, a watermark or of an old kind; insert it anew as a picture (Insert, Pictures)"
            self.left_out.append(LeftOut("A drawing in the header", why))
        for one in drawings[1:_MOST_TOLD]:
            self.left_out.append(LeftOut(f"Another picture in the header{_called(one)}", "the paper has room for one"))
        return self._drawn(drawings[0], name) if drawings else None

    def _drawn(self, drawing: Any, header: str) -> Picture | None:
        blip = next(drawing.iter(f"{A}blip"))
        found = self._reference.related(header).get(blip.get(f"{R}embed", ""))
        data = self._reference.part(found.part) if found else None
        if data is None:
            linked = blip.get(f"{R}link") is not None or blip.get(f"{R}embed") is not None
            why = "it does not stand in the file; insert it anew (Insert, Pictures)" if linked else "there is none"
            self.left_out.append(LeftOut(_PICTURE, why))
            return None
        try:
            drawn = only_what_draws(data)
        except UnfitPicture as unfit:
            self.left_out.append(LeftOut(_PICTURE, str(unfit)))
            return None
        width, height = _size(drawing) or (drawn.width * 0.75, drawn.height * 0.75)
        cut = _cut(drawing)
        return Picture(drawn.data, drawn.kind, width, height, _alt(drawing), _aligned(drawing), cut=cut)


def _size(drawing: Any) -> tuple[float, float] | None:
    """How large a picture is drawn, in points; None where it does not say or nobody could see it."""
    extent = drawing.find(f"{WP}extent")
    sizes = [points(extent.get(side, ""), 1) or 0.0 for side in ("cx", "cy")] if extent is not None else []
    if not sizes or not all(_EMU_PER_POINT <= one <= _LARGEST_EMU for one in sizes):
        return None
    return sizes[0] / _EMU_PER_POINT, sizes[1] / _EMU_PER_POINT


def _alt(drawing: Any) -> str:
    described = drawing.find(f"{WP}docPr")
    text = "" if described is None else described.get("descr", "")
    return " ".join(clean(text).split())[:_LONGEST_ALT]


def _called(drawing: Any) -> str:
    alt = _alt(drawing)
    return f" (“{alt[:40]}”)" if alt else ""


def _aligned(drawing: Any) -> Aligned:
    """Where a picture stands: by its own place on the page, or by its paragraph's alignment."""
    own = drawing.find(f"{WP}positionH/{WP}align")
    if own is not None:
        return _ALIGNED.get((own.text or "").strip(), Aligned.LEFT)
    paragraph = next(drawing.iterancestors(f"{W}p"), None)
    set_at = None if paragraph is None else paragraph.find(f"{W}pPr/{W}jc")
    return Aligned.LEFT if set_at is None else _ALIGNED.get(set_at.get(f"{W}val", ""), Aligned.LEFT)


def _cut(drawing: Any) -> tuple[int, int, int, int]:
    """What is cut off at each side, in thousandths of a percent; nothing where that would leave nothing."""
    found = next(drawing.iter(f"{A}srcRect"), None)
    if found is None:
        return (0, 0, 0, 0)
    left, top, right, bottom = (int(points(found.get(side, ""), 1) or 0) for side in "ltrb")
    fits = min(left, top, right, bottom) >= 0 and left + right < 99_000 and top + bottom < 99_000
    return (left, top, right, bottom) if fits else (0, 0, 0, 0)


def _cm(length: float) -> str:
    return f"{length / POINTS_PER_CM:.1f}"
