"""Where the program begins. Only what a command needs is imported: `--version` skips even click."""

from __future__ import annotations

import gc
import sys

from mundraft.starting import start_lightly


def main() -> int:
    """Run the command line, and return the exit code: 0 done, 1 findings, 2 wrong use or unreadable input."""
    words = sys.argv[1:]
    if words in (["--version"], ["-V"]):
        from mundraft import __version__

        print(f"mundraft {__version__}")  # noqa: T201 - which also works where there is no output at all
        return 0
    start_lightly()
    try:
        from mundraft.cli.running import run

        return run(words)
    except KeyboardInterrupt:
        return 130  # typed while the program was still being read; nothing had begun
    finally:
        # What is left goes back to the system as a whole: to look through it for garbage first takes 40 ms.
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
