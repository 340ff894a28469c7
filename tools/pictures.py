"""Make the pictures of the README: the app at work on the Kenya example, as SVG.

python tools/pictures.py [FOLDER]      (default: docs/pictures)
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


async def picture(target: Path) -> None:
    from mundraft.library.search_path import default_library
    from mundraft.tui.app import MundraftApp

    library = default_library()
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder) / "kenya.yaml"
        paper.write_bytes(library.example("kenya-climate-displacement"))
        app = MundraftApp(paper)
        async with app.run_test(size=(120, 40)) as pilot:
            for _ in range(100):
                await pilot.pause(0.05)
                if "Kenya" in app.export_screenshot():
                    break
            await pilot.pause(1.0)
            target.write_text(app.export_screenshot(title="mundraft"), encoding="utf-8")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["MUNDRAFT_HOME"] = home
        asyncio.run(picture(folder / "interview.svg"))


if __name__ == "__main__":
    main()
