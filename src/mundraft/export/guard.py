"""Where an export may be written: never over work that somebody did in Word, and never under Word's feet.

What was exported is remembered by its hash (`remembered`). A file that is still what was exported may be replaced; one
that was changed since, or that came from elsewhere, is somebody's work and stays.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mundraft.export.remembered import Memory
from mundraft.files.atomic import stamp_of
from mundraft.files.there import is_file, is_there
from mundraft.problems import CannotExport, Place, Problem
from mundraft.text.harmless import in_one_line

_MOST_NAMES = 99
_OF_PAPERS = (".yaml", ".yml")


#: Why a file stays that somebody may have worked on: the one reason that a person may set aside.
_BY_HAND = "was changed since it was exported, or was not made by mundraft, and was left alone."


class SafeTarget(NamedTuple):
    """Where to write, and why under another name than the one asked for ("" where it is the one).

    `by_hand`: the file asked for was changed by hand, so that whoever did that may have it replaced."""

    path: Path
    reason: str = ""
    by_hand: bool = False


class JustWritten:
    """The documents of a batch so far, known by what they are on the disk: two names can be one file."""

    def __init__(self) -> None:
        self._papers: dict[object, Path | None] = {}

    def add(self, path: Path, paper: Path | None = None) -> None:
        """Remember a document; `paper` is the file of the paper that it was made of."""
        self._papers[_identity(path)] = paper

    def paper_of(self, path: Path) -> Path | None:
        """The paper's file that a document was made of, where it is known."""
        return self._papers.get(_identity(path))

    def __contains__(self, path: object) -> bool:
        return isinstance(path, Path) and is_there(path) and _identity(path) in self._papers


def safe_target(
    target: Path,
    *,
    force: bool = False,
    just_written: JustWritten | None = None,
    paper: Path | None = None,
    memory: Memory | None = None,
) -> SafeTarget:
    """A path that an export may be written to: `target` itself, or "name (2).docx" and so on beside it.

    `force` allows replacing a file that was changed, but never one that is open in another program, was written for
    another paper (`just_written`), or is a paper. `paper` is the file of the paper that it is for: what was exported
    from another one stays, as long as that one is there. `memory` is that of a class's exports.
    Raises `CannotExport` where no free name is found, and for the name of a paper."""
    if not os.path.lexists(target):
        _refuse_a_paper(target, target.name)
        return SafeTarget(target)
    _refuse_a_paper(target, target.name, os.path.realpath(target))
    memory, just_written = memory or Memory(), just_written or JustWritten()
    if target in just_written:
        reason = f"is the document of {_other(just_written.paper_of(target))} exported with this one."
    else:
        reason = _reason_to_leave(target, force, paper, memory)
    if not reason:
        return SafeTarget(target)
    for path in _other_names(target):
        if path not in just_written and not _reason_to_leave(path, False, paper, memory):
            return SafeTarget(path, f"{target.name} {reason} The export is in {path.name}.", reason == _BY_HAND)
    raise CannotExport(
        Problem(
            "export-no-name",
            f"{target.name} {reason} All names up to “{path.name}” are taken as well.",
            "Move the old exports away, or name another file.",
            Place(str(target)),
        )
    )


def is_open_elsewhere(path: Path) -> bool:
    """Whether another program has the file open: Word and LibreOffice say so by a small file beside it, and Windows
    by refusing to write."""
    if any(is_there(owner) for owner in _owner_files(path)):
        return True
    try:
        with path.open("r+b"):
            return False
    except PermissionError:
        return True
    except OSError:
        return False


def _refuse_a_paper(target: Path, *names: str) -> None:
    """Raises `CannotExport` where a paper would be replaced by its own document; also through a link, whose names are
    its own and that of what it leads to."""
    if any(os.path.splitext(name)[1].lower() in _OF_PAPERS for name in names):  # noqa: PTH122
        raise CannotExport(
            Problem(
                "export-over-paper",
                f"{target.name} is the name of a paper, not of a document made from one.",
                "Name a file that ends in .docx, .pdf, .txt or .md.",
                Place(str(target)),
            )
        )


def _other(paper: Path | None) -> str:
    return f"{in_one_line(str(paper))}, another paper" if paper else "another paper that was"


def _identity(path: Path) -> object:
    """What tells a file from every other, whatever it is called; its name where the system does not say. Its number
    alone does not: where another window replaces the file, the next new one may get it."""
    try:
        about = path.stat()
    except OSError:
        return os.path.realpath(path)
    if not about.st_ino:
        return os.path.realpath(path)
    return about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns


def _reason_to_leave(path: Path, force: bool, paper: Path | None, memory: Memory) -> str:
    """Why what is at this path must stay, as the end of a sentence about it; "" where nothing keeps it."""
    if not is_file(path):
        return ""
    if is_open_elsewhere(path):
        return "is open in another program, or is protected, and was left alone. Close it there to have it replaced."
    if force:
        return ""
    stamp = stamp_of(path)
    last = memory.of_digest(path, stamp.digest) if stamp else None
    if last is None:
        return _BY_HAND
    if paper and last.paper != memory.real(paper) and is_file(Path(last.paper)):
        return f"is the document of {Path(last.paper).name}, and was left alone."
    return ""


def _other_names(target: Path) -> Iterator[Path]:
    for number in range(2, _MOST_NAMES + 1):
        yield target.with_name(f"{target.stem} ({number}){target.suffix}")


def _owner_files(path: Path) -> Iterator[Path]:
    """The files by which programs say that they hold this one.

    Word puts "~$" before a short name and in place of the first one or two letters of a longer one."""
    name = path.name
    yield path.with_name(f".~lock.{name}#")
    for dropped in range(3):
        if len(name) > dropped:
            yield path.with_name(f"~${name[dropped:]}")
