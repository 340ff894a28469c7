"""Where the program begins. Only what a command needs is imported: `--version` skips even click."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line, and return the exit code: 0 done, 1 findings, 2 wrong use or unreadable input."""
    words = sys.argv[1:]
    if words in (["--version"], ["-V"]):
        from mundraft import __version__

        sys.stdout.write(f"mundraft {__version__}\n")
        return 0
    from mundraft.cli.running import run

    return run(words)


if __name__ == "__main__":
    sys.exit(main())
