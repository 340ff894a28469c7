"""What to say when the program itself fails: calm words, and a report that holds none of the delegate's text."""

from __future__ import annotations

import traceback
from pathlib import Path


def told_fault(error: BaseException) -> str:
    """A message for the person, naming the report if one could be written."""
    if isinstance(error, ModuleNotFoundError):  # loaded when it was first wanted, perhaps long after the start
        return (
            f"A part of mundraft is missing on this computer: {error.name}. Your paper is safe. Install the program "
            "again, as you did at first, and it comes back with all its parts."
        )
    report = _write_report(error)
    where = f" A report without your text is in {report}" if report else ""
    return (
        f"mundraft met a fault of its own ({type(error).__name__}) and had to stop. Your paper is safe: every answer "
        f"was saved as you typed it.{where}"
    )


def told_fault_of_draft(error: BaseException) -> str:
    """The same where only the draft beside the questions failed, and the app goes on."""
    report = _write_report(error)
    where = f" A report without your text is in {report}" if report else ""
    return (
        f"mundraft met a fault of its own ({type(error).__name__}) while it put the paper together. Your answers are "
        f"safe: go on writing. An answer or a conference changed may let the draft come back.{where}"
    )


def _write_report(error: BaseException) -> Path | None:
    # Only file names, lines and the kind of error: messages and locals can hold what the delegate wrote.
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    try:
        from mundraft.files.places import user_state

        report = user_state() / "last-fault.txt"
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text("\n".join([type(error).__name__, *lines]) + "\n", encoding="utf-8")
    except OSError:
        return None
    return report
