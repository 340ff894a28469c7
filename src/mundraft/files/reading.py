"""Reading a file that somebody names: the faults told in words, and never more than a sane size into memory."""

from __future__ import annotations

from pathlib import Path

from mundraft.problems import Place, Problem, UnreadableFile

#: The longest paper seen is 40 KB; a file of more than this is not something that a person wrote.
MAX_BYTES = 2_000_000


def read_capped(path: Path, what: str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file. `what` names it in messages ("paper", "template").

    Raises `UnreadableFile` where it is missing, a folder, too large (in bytes), or refused by the system.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise _unreadable(
            "file-missing", path, f"There is no {what} at {path}.", "Check the name and the folder."
        ) from None
    except (IsADirectoryError, PermissionError, OSError, ValueError) as error:
        raise _refused(path, what, error) from None
    if len(data) > limit:
        raise _unreadable(
            "file-too-large",
            path,
            f"This file is larger than {limit // 1_000_000} MB, which no {what} is.",
            f"Check that it is the right file: a {what} is a few pages of text.",
        )
    return data


def _refused(path: Path, what: str, error: Exception) -> UnreadableFile:
    if path.is_dir():
        return _unreadable(
            "file-is-folder", path, f"{path} is a folder, not a {what}.", "Name the file inside the folder."
        )
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "the name cannot be used"
    return _unreadable(
        "file-refused", path, f"The {what} {path} cannot be read: {reason}.", "Check that you may open it."
    )


def _unreadable(code: str, path: Path, what: str, next_step: str) -> UnreadableFile:
    return UnreadableFile(Problem(code, what, next_step, Place(str(path))))
