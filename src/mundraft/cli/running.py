"""Running a command so that every end of it is a message and an exit code, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from mundraft.problems import MundraftError, Problem, WrongUse
from mundraft.text.harmless import harmless

DONE, FINDINGS, WRONG = 0, 1, 2
INTERRUPTED = 130
#: How the name of a paper's file ends, and no command's does.
PAPER_ENDINGS = (".yaml", ".yml")

# A terminal obeys these: in the name of somebody's file they could retitle, recolour or rewrite what is shown.


class NobodyReads(Exception):
    """The reader of our output went away ("| head"): nothing is wrong. Click would end a broken pipe with 1."""


def run(words: Sequence[str]) -> int:
    """Carry out one command line and return its exit code."""
    _speak_any_script()
    return guarded(lambda: _begin(list(words)))


def guarded(work: Callable[[], int]) -> int:
    """Do some work; tell what a person can mend on standard error; keep a report of what they cannot."""
    try:
        done = work()
        say("", end="")
        return done
    except MundraftError as error:
        tell(str(error))
        return WRONG
    except KeyboardInterrupt:
        tell("Stopped. Everything written so far is kept.")
        return INTERRUPTED
    except (NobodyReads, BrokenPipeError):
        _let_go_of(sys.stdout)
        return DONE
    except OSError as error:
        return _told_system_error(error)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a student must not meet a traceback
        return _told_fault(error)


def _told_system_error(error: OSError) -> int:
    """Of what click prints by itself (help, the version), only the error says that it could not be written."""
    try:
        say("", end="")
    except NobodyReads:
        _let_go_of(sys.stdout)
        return DONE
    except WrongUse as output_failed:
        tell(str(output_failed))
        return WRONG
    return _told_fault(error)


def _told_fault(error: Exception) -> int:
    from mundraft.desk.faults import told_fault

    tell(told_fault(error))
    return WRONG


def say(text: str, end: str = "\n") -> None:
    """Print a result on standard output, at once: in lines that a terminal has room for, or as it is where something
    else than a line ends it. Raises `WrongUse` where it cannot be written there."""
    if sys.stdout is None:
        return
    text = harmless(text)
    try:
        sys.stdout.write((_in_lines(text, sys.stdout) if end == "\n" else text) + end)
        sys.stdout.flush()
    except BrokenPipeError:
        raise NobodyReads from None
    except OSError as error:
        _let_go_of(sys.stdout)
        raise WrongUse(
            Problem(
                "output-failed",
                f"What was to be printed could not be written: {error.strerror}.",
                "Make room on the disk, or let it be printed in the terminal.",
            )
        ) from error


def say_data(text: str) -> None:
    """Print what a program may read, in its own lines."""
    say(f"{text}\n", end="")


def tell(message: str) -> None:
    """One message on standard error, where results never go. Where it cannot be written, the exit code must tell."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(_in_lines(harmless(message.rstrip("\n")), sys.stderr) + "\n")
        sys.stderr.flush()
    except OSError:
        _let_go_of(sys.stderr)


def _in_lines(text: str, stream: TextIO | None) -> str:
    """The text in lines that a terminal has room for; as it is where the stream is none."""
    if stream is None or not stream.isatty():
        return text
    from mundraft.cli.fitting import fitted, width_of

    width = width_of(stream)
    return fitted(text, width) if width else text


def _let_go_of(stream: TextIO) -> None:
    """Let Python not complain at its exit about an output that cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _begin(words: list[str]) -> int:
    _refuse_lost_folder()
    _refuse_nobodys_home()
    if len(words) > 1 or (words and not words[0].endswith(PAPER_ENDINGS)):
        return _run_command(words)
    from mundraft.cli.opening import open_app

    # The app, and the app on a paper, are what people start: neither waits for click.
    return open_app(Path(words[0]) if words else None, None)


def _refuse_nobodys_home() -> None:
    if "~" in os.environ.get("MUNDRAFT_HOME", ""):
        from mundraft.files.places import refuse_nobodys_home

        refuse_nobodys_home()


def _refuse_lost_folder() -> None:
    """Without the folder that the terminal is in, no name of a file means anything."""
    try:
        os.getcwd()  # noqa: PTH109 - pathlib is not needed for it
    except OSError:
        raise WrongUse(
            Problem(
                "folder-gone",
                "The folder that this terminal is in is not there any more.",
                "Go to another one first: cd ~",
            )
        ) from None


def tell_if_nothing_can_be_kept() -> None:
    """For what keeps something on this computer or looks for it there: without a word, it would seem to be lost."""
    from mundraft.files.places import home_trouble

    trouble = home_trouble()
    if trouble is not None:
        tell(trouble.told())


def _run_command(words: list[str]) -> int:
    from io import StringIO

    import click

    from mundraft.cli.commands import mundraft

    try:
        result = mundraft.main(args=words, prog_name="mundraft", standalone_mode=False)
    except click.ClickException as error:
        shown = StringIO()
        error.show(shown)
        tell(shown.getvalue())
        if "unexpected extra argument" in error.message:
            tell('    -> Put a name of several words between quotation marks: "Saltmarsh Model UN"')
        return WRONG
    except click.Abort:
        raise KeyboardInterrupt from None
    except SystemExit:  # only what click prints by itself (help, the version) ends so, where nobody reads it
        raise NobodyReads from None
    return result if isinstance(result, int) else DONE


def _speak_any_script() -> None:
    """Let no console's old encoding turn a name in another script into a crash (Windows code pages)."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        _replace_unprintable(stream)


def _replace_unprintable(stream: TextIO | None) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
