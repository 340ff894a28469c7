"""Where the program begins. Only what a command needs is imported: `--version` skips even click."""

from __future__ import annotations

import sys

from mundraft.starting import leave_lightly, start_lightly


def main() -> int:
    """Run the command line, and return the exit code: 0 done, 1 findings, 2 wrong use or unreadable input."""
    words = sys.argv[1:]
    if words in (["--version"], ["-V"]):
        from mundraft import __version__

        try:
            print(f"mundraft {__version__}", flush=True)  # noqa: T201 - also works where there is no output at all
        except OSError:  # the commands say it once more, and tell that it cannot be written
            words = ["--version"]
        else:
            return 0
    start_lightly()
    try:
        from mundraft.cli.running import run

        return run(words)
    except KeyboardInterrupt:
        return 130  # typed while the program was still being read; nothing had begun
    finally:
        leave_lightly()


if __name__ == "__main__":
    sys.exit(main())
