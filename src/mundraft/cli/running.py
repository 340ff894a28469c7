"""Running a command so that every end of it is a message and an exit code, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TextIO

from mundraft.problems import MundraftError

DONE, FINDINGS, WRONG = 0, 1, 2
INTERRUPTED = 130


def run(words: Sequence[str]) -> int:
    """Carry out one command line and return its exit code."""
    _speak_any_script()
    if not words:
        return guarded(_open_home)
    return guarded(lambda: _run_command(list(words)))


def guarded(work: Callable[[], int]) -> int:
    """Do some work; tell what a person can mend on standard error; keep a report of what they cannot."""
    try:
        return work()
    except MundraftError as error:
        tell(str(error))
        return WRONG
    except KeyboardInterrupt:
        tell("Stopped. Everything written so far is kept.")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away ("| head"); nothing is wrong, and Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001 - the last line of defence: a student must not meet a traceback
        from mundraft.desk.faults import told_fault

        tell(told_fault(error))
        return WRONG


def tell(message: str) -> None:
    """One message on standard error, where results never go."""
    sys.stderr.write(message.rstrip("\n") + "\n")


def _open_home() -> int:
    from mundraft.cli.opening import open_app

    return open_app(None, None)


def _run_command(words: list[str]) -> int:
    import click

    from mundraft.cli.commands import mundraft

    try:
        result = mundraft.main(args=words, prog_name="mundraft", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return WRONG
    except click.Abort:
        raise KeyboardInterrupt from None
    return result if isinstance(result, int) else DONE


def _speak_any_script() -> None:
    """Let no console's old encoding turn a name in another script into a crash (Windows code pages)."""
    for stream in (sys.stdout, sys.stderr):
        _replace_unprintable(stream)


def _replace_unprintable(stream: TextIO | None) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
