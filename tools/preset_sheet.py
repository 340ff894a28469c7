"""A contact sheet: the first page of a paper under each preset, as LibreOffice sets it, for a person to look at.

python tools/preset_sheet.py FOLDER

LibreOffice (soffice) and pdftoppm (poppler) must be installed. FOLDER/sheet.html shows every page under its preset's
name, FOLDER/sheet.png all of them in one picture in the same order.
"""

from __future__ import annotations

import argparse
import html
import struct
import subprocess
import zlib
from pathlib import Path

import preset_matrix
from preset_matrix import Case

_EXAMPLE = "mexico-child-trafficking"
_RESOLUTION = 50
_ACROSS = 7
_GAP, _GROUND = 6, b"\x99"
_STYLE = "body{font:14px sans-serif}figure{display:inline-block;margin:8px}img{border:1px solid #999}"


def contact_sheet(folder: Path, presets: list[str], topics: int = 1) -> Path:
    """Write the sheet for these presets, and return its page. Raises `OSError` where a program is missing."""
    pages = folder / "first-pages"
    pages.mkdir(parents=True, exist_ok=True)
    for preset in presets:
        case = Case(preset, _EXAMPLE, "docx", topics)
        (pages / f"{preset}.docx").write_bytes(preset_matrix.made(case)[0])
    documents = [str(pages / f"{preset}.docx") for preset in presets]
    _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(pages), *documents)
    looks = ["-gray", "-r", str(_RESOLUTION), "-f", "1", "-l", "1", "-singlefile"]
    for preset in presets:
        _run("pdftoppm", "-png", *looks, str(pages / f"{preset}.pdf"), str(pages / preset))
        _run("pdftoppm", *looks, str(pages / f"{preset}.pdf"), str(pages / preset))
    sheet = folder / "sheet.html"
    sheet.write_text(_html(presets), encoding="utf-8", newline="\n")
    (folder / "sheet.png").write_bytes(_picture([_read(pages / f"{preset}.pgm") for preset in presets]))
    return sheet


def _html(presets: list[str]) -> str:
    figures = "\n".join(
        f'<figure><img src="first-pages/{html.escape(preset)}.png" alt="First page under {html.escape(preset)}">'
        f"<figcaption>{html.escape(preset)}</figcaption></figure>"
        for preset in presets
    )
    head = f'<meta charset="utf-8"><title>First pages by preset</title><style>{_STYLE}</style>'
    return f'<!doctype html><html lang="en"><head>{head}</head><body>\n{figures}\n</body></html>\n'


def _read(path: Path) -> list[bytes]:
    """The rows of a grey picture as pdftoppm writes it (PGM, "P5": width, height, 255, one byte a pixel)."""
    _, width, height, _, pixels = path.read_bytes().split(maxsplit=4)
    across = int(width)
    # The last of the four words of the head is followed by one blank; a page begins with white, which is none.
    return [pixels[row * across : (row + 1) * across] for row in range(int(height))]


def _picture(pages: list[list[bytes]]) -> bytes:
    """Pages as one grey PNG, side by side in rows, on a darker ground."""
    width, height = max(len(page[0]) for page in pages) + _GAP, max(len(page) for page in pages) + _GAP
    rows: list[bytes] = []
    for start in range(0, len(pages), _ACROSS):
        for y in range(height):
            line = [page[y] if y < len(page) else b"" for page in pages[start : start + _ACROSS]]
            rows.append(b"".join(one.ljust(width, _GROUND) for one in line).ljust(width * _ACROSS, _GROUND))
    return _png(width * _ACROSS, rows)


def _png(width: int, rows: list[bytes]) -> bytes:
    """Rows of grey pixels as a PNG file (ISO 15948, sections 11.2.2 to 11.2.5)."""
    head = struct.pack(">IIBBBBB", width, len(rows), 8, 0, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows))
    chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    print(contact_sheet(parser.parse_args().folder, preset_matrix.presets()))


if __name__ == "__main__":
    main()
