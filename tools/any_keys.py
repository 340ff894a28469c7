"""Press any keys, in any order, on every screen of the app, and see whether it goes on.

    python tools/any_keys.py [--seed 1 2 3] [--keys 500] [--paper examples/kenya-climate-displacement.yaml]

Each seed is a walk of its own, on a copy of the paper, in a size of window of its own. What ends the app is told with
the keys that led to it, and the exit code is 1. The copy must still be a paper at the end.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
#: What a person presses, those more often that lead on; no key that means to leave the app.
KEYS = (
    *("f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f8", "f9"),
    *("ctrl+k", "ctrl+g", "ctrl+p", "ctrl+n", "ctrl+b", "ctrl+r", "ctrl+l", "ctrl+o"),
    *("ctrl+z", "ctrl+y", "ctrl+a", "ctrl+x", "ctrl+v", "ctrl+c", "ctrl+w", "ctrl+u"),
    *("tab", "tab", "tab", "shift+tab", "enter", "enter", "enter", "enter", "escape", "escape"),
    *("up", "down", "down", "left", "right", "pageup", "pagedown", "home", "end", "ctrl+home", "ctrl+end"),
    *("shift+up", "shift+end", "backspace", "delete", "space", *"aeTcnMxd1é：…("),
)
SIZES = ((80, 24), (120, 40), (60, 18))
#: How many of the last keys are told of a walk that ended.
_TOLD = 15


class Walk(NamedTuple):
    """What a walk pressed, each key with its screen, and what ended it ("" where nothing did)."""

    pressed: tuple[tuple[str, str], ...]
    fault: str

    @property
    def told(self) -> str:
        way = ", ".join(f"{key} on {screen}" for screen, key in self.pressed[-_TOLD:])
        return f"{self.fault}\n  after {len(self.pressed)} keys, the last of them: {way}"


async def walk(paper: Path, seed: int, keys: int) -> Walk:
    """Press so many keys on a paper. The app may end by a command that a walk finds, which is no fault."""
    from mundraft.tui.app import MundraftApp

    dice = random.Random(seed)
    app = MundraftApp(paper)
    pressed: list[tuple[str, str]] = []
    try:
        async with app.run_test(size=dice.choice(SIZES)) as pilot:
            await pilot.pause()
            for _ in range(keys):
                if not app.is_running:
                    break
                pressed.append((type(app.screen).__name__, dice.choice(KEYS)))
                await pilot.press(pressed[-1][1])
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return Walk(tuple(pressed), f"{type(error).__name__}: {error}")
    return Walk(tuple(pressed), "")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--keys", type=int, default=500)
    parser.add_argument("--paper", type=Path, default=ROOT / "examples" / "kenya-climate-displacement.yaml")
    given = parser.parse_args()
    from mundraft.paper.file import read_paper_file

    ended = 0
    for seed in given.seed:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            os.environ["MUNDRAFT_HOME"] = str(Path(folder) / "home")
            copy = Path(folder) / "papers" / "paper.yaml"
            copy.parent.mkdir()
            copy.write_bytes(given.paper.read_bytes())
            os.chdir(copy.parent)
            done = asyncio.run(walk(copy, seed, given.keys))
            for held in copy.parent.glob("*.yaml"):
                read_paper_file(held)
            os.chdir(ROOT)
        print(f"seed {seed}: {done.told if done.fault else f'{len(done.pressed)} keys, and it goes on'}", flush=True)
        ended += bool(done.fault)
    return 1 if ended else 0


if __name__ == "__main__":
    sys.exit(main())
