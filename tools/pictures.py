"""Make the pictures of the README and the guides: the app at work on the Kenya example, as SVG.

python tools/pictures.py [FOLDER] [NAME ...]      (default: docs/pictures, every picture)
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.pilot import Pilot

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = "kenya-climate-displacement"
#: A window as it opens on most computers, and one that shows the paper beside the question.
SMALL, WIDE = (80, 24), (120, 40)


class Picture(NamedTuple):
    """One screen: whether the example is open, the keys that lead there, and words that show that it is there."""

    name: str
    shows: str
    keys: tuple[str, ...] = ()
    paper: bool = True
    size: tuple[int, int] = SMALL


PICTURES = (
    Picture("interview", "/1200", size=WIDE),
    Picture("start", "New paper", paper=False),
    Picture("country", "Kenya", ("n", "enter", *"ken"), paper=False),
    Picture("source", "A new source", ("f8", "f5")),
    Picture("review", "To mend", ("n", "enter", *"kenya", "f4"), paper=False),
    Picture("export", "Export", ("f9",)),
    Picture("templates", "required", ("t", "enter"), paper=False, size=WIDE),
)


async def take(picture: Picture, folder: Path) -> None:
    """Open the app in a folder of its own, go where the picture is taken, and write it."""
    from mundraft.library.search_path import default_library
    from mundraft.tui.app import MundraftApp

    with tempfile.TemporaryDirectory() as place:
        os.chdir(place)
        paper = Path(place) / "kenya.yaml"
        if picture.paper:
            paper.write_bytes(default_library().example(EXAMPLE))
        app = MundraftApp(paper if picture.paper else None)
        async with app.run_test(size=picture.size) as pilot:
            await until_shown("/1200" if picture.paper else "New paper", pilot)
            for key in picture.keys:
                await pilot.press(key)
                await pilot.pause(0.8)
            await until_shown(picture.shows, pilot)
            await pilot.pause(1.0)
            target = folder / f"{picture.name}.svg"
            shown = app.export_screenshot(title="mundraft").replace(place, somebodys_folder(len(place)))
            target.write_text(shown, encoding="utf-8")
        os.chdir(ROOT)


def somebodys_folder(length: int) -> str:
    """A folder's path of this length, in place of the machine's own: a picture's words keep their width."""
    return "/home/ana/" + "papers".ljust(length - len("/home/ana/"), "-")


async def until_shown(words: str, pilot: Pilot[None]) -> None:
    """Wait until words stand on the screen; who waits in vain is told which."""
    for _ in range(300):
        await pilot.pause(0.1)
        if words.replace(" ", "&#160;") in pilot.app.export_screenshot():
            return
    sys.exit(f"{words!r} does not come up.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs" / "pictures")
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(picture.name for picture in PICTURES))
    options = parser.parse_args()
    folder, wanted = options.folder.resolve(), options.names or [picture.name for picture in PICTURES]
    if unknown := set(wanted) - {picture.name for picture in PICTURES}:
        parser.error(f"There is no picture called {', '.join(sorted(unknown))}.")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["MUNDRAFT_HOME"] = home
        for picture in PICTURES:
            if picture.name in wanted:
                asyncio.run(take(picture, folder))


if __name__ == "__main__":
    main()
