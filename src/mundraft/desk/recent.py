"""The papers opened lately, for the home screen. Light to import: it is read before anything is drawn."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from mundraft.files.atomic import write_atomically
from mundraft.files.places import user_state
from mundraft.problems import CannotSave

#: How many papers are remembered.
MOST = 12


@dataclass(frozen=True, slots=True)
class RecentPaper:
    """A paper opened lately: where it is, what it is about, for whom, when (seconds since 1970), and the address of
    the question at which it was left."""

    path: str
    title: str = ""
    seat: str = ""
    when: float = 0.0
    left_at: str = ""

    @property
    def there(self) -> bool:
        """Whether the file is still where it was."""
        with contextlib.suppress(OSError, ValueError):
            return Path(self.path).is_file()
        return False


class RecentPapers:
    """The list of recent papers, newest first. A list that is lost or damaged is an empty list, and never an error."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or user_state() / "recent.json"

    def papers(self) -> tuple[RecentPaper, ...]:
        """The papers opened lately, the newest first; also those not there now (on a stick, say)."""
        try:
            entries = json.loads(self._file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return ()
        if not isinstance(entries, list):
            return ()
        return tuple(paper for entry in entries[:MOST] if (paper := _paper_of(entry)) is not None)

    def add(self, path: Path, title: str = "", seat: str = "", when: float | None = None) -> None:
        """Remember a paper as the one opened last."""
        moment = time.time() if when is None else when
        with self._alone():
            paper = RecentPaper(str(path.absolute()), title, seat, moment, self.left_at(path))
            self._write([paper, *(other for other in self.papers() if other.path != paper.path)])

    def left_at(self, path: Path) -> str:
        """The address of the question at which a paper was left; "" where that is not known."""
        whole = str(path.absolute())
        return next((paper.left_at for paper in self.papers() if paper.path == whole), "")

    def leave_at(self, path: Path, address: str) -> bool:
        """Remember where a paper is being worked on. False where it is none of the recent ones."""
        whole = str(path.absolute())
        with self._alone():
            papers = self.papers()
            if all(paper.path != whole for paper in papers):
                return False
            changed = [replace(paper, left_at=address) if paper.path == whole else paper for paper in papers]
            if changed != list(papers):
                self._write(changed, durably=False)
        return True

    def forget(self, path: Path) -> None:
        """Take a paper off the list; its file stays."""
        with self._alone():
            self._write([paper for paper in self.papers() if paper.path != str(path.absolute())])

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Between reading the list and writing it no other window may: what that one wrote would be lost."""
        from mundraft.files.locks import held  # not to draw the list

        with held(self._file):
            yield

    def _write(self, papers: list[RecentPaper], *, durably: bool = True) -> None:
        data = json.dumps([asdict(paper) for paper in papers[:MOST]], ensure_ascii=False, indent=1)
        with contextlib.suppress(OSError, CannotSave):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, data.encode("utf-8", "replace"), durably=durably)


def _paper_of(entry: object) -> RecentPaper | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("path"), str) or not entry["path"]:
        return None
    title, seat, when, left_at = (entry.get(name) for name in ("title", "seat", "when", "left_at"))
    return RecentPaper(
        entry["path"],
        title if isinstance(title, str) else "",
        seat if isinstance(seat, str) else "",
        float(when) if isinstance(when, int | float) else 0.0,
        left_at if isinstance(left_at, str) else "",
    )
