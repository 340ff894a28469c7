"""Write the tables of advance widths from which pages are estimated.

    python tools/font_widths.py FONT_FOLDER... > src/mundraft/document/font_widths.py

The folders must hold the Liberation and Carlito fonts, whose widths are made to be those of Times New Roman, Arial
and Calibri. Needs fontTools, which the program itself does not. Widths are facts; the outlines are not read.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FACES = {
    "times new roman": "LiberationSerif",
    "arial": "LiberationSans",
    "calibri": "Carlito",
}
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
# Latin with its accents, Greek, Cyrillic, Hebrew, Arabic, and the punctuation and signs that papers use.
CHARACTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x1A0, 0x1B2),
    *range(0x218, 0x21C),
    *range(0x391, 0x3CF),
    *range(0x401, 0x460),
    *range(0x5D0, 0x5EB),
    *range(0x1EA0, 0x1EFA),
    *(0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2022, 0x2026),
    *(0x2030, 0x2039, 0x203A, 0x20AC, 0x2116, 0x2122),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", metavar="font_folder")
    folders = parser.parse_args().folders
    from fontTools.ttLib import TTFont

    files = {path.stem: path for folder in folders for path in folder.rglob("*.ttf")}
    print(HEAD)
    for name, stem in FACES.items():
        print(f'    "{name}": Face(')
        fonts = [TTFont(files[f"{stem}-{style}"]) for style in STYLES]
        print(f"        line_height={line_height(fonts[0])},")
        print("        widths=(")
        for font in fonts:
            print_widths(font)
        print("        ),\n    ),")
    print("}")


def line_height(font: TTFont) -> int:
    """Thousandths of the size from one line to the next, as Word and LibreOffice set single spacing."""
    vertical = font["hhea"]
    spacing: float = (vertical.ascent - vertical.descent + vertical.lineGap) / font["head"].unitsPerEm
    return round(spacing * 1000)


def print_widths(font: TTFont) -> None:
    names, metrics, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    by_width: dict[int, str] = defaultdict(str)
    for code in CHARACTERS:
        if code in names:
            by_width[round(metrics[names[code]][0] * 1000 / em)] += chr(code)
    print("            {")
    for width, characters in sorted(by_width.items()):
        print_entry(width, characters)
    print("            },")


def print_entry(width: int, characters: str) -> None:
    pieces = [characters[start : start + 80] for start in range(0, len(characters), 80)]
    if len(pieces) == 1:
        print(f"                {width}: {quoted(characters)},")
        return
    print(f"                {width}: (")
    for piece in pieces:
        print(f"                    {quoted(piece)}")
    print("                ),")


def quoted(text: str) -> str:
    """A literal in double quotes; what cannot be seen, and what runs from the right, as an escape."""
    shown = "".join(
        f"\\u{ord(char):04x}" if not char.isprintable() or 0x590 <= ord(char) < 0x900 or ord(char) == 0x2011 else char
        for char in text.replace("\\", "\\\\").replace('"', '\\"')
    )
    return f'"{shown}"'


HEAD = '''"""How wide the letters of common fonts are: facts from which pages are estimated.

Written by `tools/font_widths.py` from Liberation Serif, Liberation Sans and Carlito, whose widths are made to be those
of Times New Roman, Arial and Calibri. Do not edit by hand.
"""

from __future__ import annotations

from typing import NamedTuple


class Face(NamedTuple):
    """One font. Lengths are thousandths of the size; `widths` are regular, bold, italic, bold italic, each mapping a
    width to the characters that have it."""

    line_height: int
    widths: tuple[dict[int, str], dict[int, str], dict[int, str], dict[int, str]]


FACES: dict[str, Face] = {'''

if __name__ == "__main__":
    main()
