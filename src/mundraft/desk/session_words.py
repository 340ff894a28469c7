"""What an open paper tells the person about its saving: the words, apart from the work."""

from __future__ import annotations

from pathlib import Path

from mundraft.desk.rescue import Rescue, RescueShelf
from mundraft.paper.history import History
from mundraft.problems import Place, Problem, Severity

#: Why a file cannot be written, short enough for a status line, by the code of the problem.
_SHORT = {
    "save-disk-full": "the disk is full",
    "save-read-only": "the file is read-only",
    "save-folder-gone": "its folder is gone",
    "save-busy": "the file is in use",
    "save-name-refused": "its name is refused",
    "save-not-a-file": "it is not a file",
    "save-too-large": "it is too large",
    "save-file-unreadable": "the file is being edited elsewhere",
    "save-failed": "the disk failed",
}


def rescued(code: str) -> str:
    """The status line while only a rescue copy is written; `code` is of what keeps the file from being written."""
    return f"in a rescue copy only ({_SHORT.get(code, 'see the notice')})"


def open_elsewhere(path: Path) -> str:
    return f"{path.name} is open in another window too. You can write in both: what each one saves, the other takes in."


def rescue_found(path: Path, rescue: Rescue) -> str:
    return (
        f"A rescue copy of {path.name} was found, written {rescue.when.astimezone():%Y-%m-%d %H:%M} when the file "
        "could not be written. You can go on with it or without it."
    )


def older_form(path: Path, left_over: bool) -> str:
    note = " What has no place in it any more is kept in a private note." if left_over else ""
    return (
        f"{path.name} is in an older form. It is put in today's when you change it, and the file as it is now stays in "
        f"the history.{note}"
    )


def exists(path: Path) -> Problem:
    return Problem("paper-exists", f"{path} is there already.", "Open it, or choose another name.", Place(str(path)))


def named(path: Path) -> str:
    return f"Your paper’s file is called {path.name} from now on, in {path.parent}"


def not_renamed_for_two(path: Path) -> Problem:
    return Problem(
        "paper-open-elsewhere",
        f"{path.name} is open in another window too, which would go on writing under the old name.",
        "Close it there, then rename it.",
        Place(str(path)),
    )


def not_renamed_unsaved(path: Path) -> Problem:
    return Problem(
        "paper-not-in-its-file",
        f"Not all that belongs to the paper is in {path.name} yet: a rescue copy waits for it.",
        "Let the paper be saved, or decide on the rescue copy, then rename the file.",
        Place(str(path)),
    )


def what_is_kept(path: Path) -> list[Problem]:
    """What a person can go back to when a paper cannot be read."""
    found = []
    versions = History(path).versions()
    if versions:
        what = f"{len(versions)} earlier versions of {path.name} are kept on this computer."
        next_step = f'See them: mundraft history "{path}". Put one back: mundraft history "{path}" --restore VERSION'
        found.append(Problem("paper-versions-kept", what, next_step, severity=Severity.ADVICE))
    rescue = RescueShelf(path).newest(unlike=None)
    if rescue is not None:
        what = f"A rescue copy of {path.name} is in {rescue.path}."
        found.append(
            Problem("paper-rescue-kept", what, "Copy it to where you want the paper.", severity=Severity.ADVICE)
        )
    return found
