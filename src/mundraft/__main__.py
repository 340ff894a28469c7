"""Where the program begins. Only what a command needs is imported: `--version` skips even click."""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Run the command line, and return the exit code: 0 done, 1 findings, 2 wrong use or unreadable input."""
    words = sys.argv[1:]
    if words in (["--version"], ["-V"]):
        from mundraft import __version__

        sys.stdout.write(f"mundraft {__version__}\n")
        return 0
    _start_lightly()
    from mundraft.cli.running import run

    return run(words)


def _start_lightly() -> None:
    """Spare the start what it does not need: a search for pydantic's plugins, and for garbage among modules."""
    # Besides the time: no plugin of somebody's Python is to see what a delegate writes.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    # Imports make tens of thousands of objects that all stay; Python looks through them at every 700.
    gc.set_threshold(20_000)


if __name__ == "__main__":
    sys.exit(main())
