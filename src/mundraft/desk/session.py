"""The one owner of an open paper: it keeps what is typed, and puts it on the disk."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from mundraft.files import atomic
from mundraft.files.locks import held
from mundraft.files.names import refuse_reserved
from mundraft.files.reading import read_capped
from mundraft.paper.file import paper_to_bytes, read_paper
from mundraft.problems import CannotSave, Problem, WrongUse

if TYPE_CHECKING:
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper

#: A paper is saved this long (in seconds) after the last change, and this long after the first one not yet saved.
PAUSE, AT_LATEST = 0.3, 0.7


@dataclass(frozen=True, slots=True)
class SaveStatus:
    """Where the paper stands: in its file, not yet there, in a rescue copy, or nowhere; and in words."""

    state: Literal["saved", "unsaved", "rescued", "failed"]
    words: str
    when: float = 0.0


class PaperSession:
    """An open paper. `put` is for every keystroke; saving may run in another thread."""

    def __init__(self, path: Path, paper: Paper, library: Library | None = None) -> None:
        self.path = path
        self.library = library
        self._paper = paper
        self._written = paper
        self._changed_at = 0.0
        self._dirty_since: float | None = None
        self._memory = threading.Lock()
        self._disk = threading.RLock()
        self._notices: list[str] = []
        self._status = SaveStatus("saved", "saved")

    @classmethod
    def open(cls, path: Path, library: Library | None = None) -> Self:
        """Open a paper. Raises `UnreadableFile`."""
        return cls(path, read_paper(read_capped(path, "paper"), str(path)), library)

    @classmethod
    def create(cls, path: Path, paper: Paper, library: Library | None = None) -> Self:
        """Begin a paper in a new file. Raises `WrongUse` where the file exists, `CannotSave` where it cannot be."""
        refuse_reserved(path)
        if path.exists():
            raise WrongUse(Problem("paper-exists", f"{path} is there already.", "Open it, or choose another name."))
        atomic.write_atomically(path, paper_to_bytes(paper))
        return cls(path, paper, library)

    @property
    def paper(self) -> Paper:
        return self._paper

    @property
    def status(self) -> SaveStatus:
        return self._status

    def put(self, paper: Paper) -> None:
        """Take a changed paper into memory."""
        with self._memory:
            if paper is self._paper:
                return
            self._paper = paper
            self._changed_at = time.monotonic()
            if self._dirty_since is None:
                self._dirty_since = self._changed_at
            self._status = SaveStatus("unsaved", "not saved yet")

    def save_if_due(self, now: float | None = None) -> None:
        """Save if there was a pause in typing, or if the oldest unsaved change is old enough."""
        now = time.monotonic() if now is None else now
        since = self._dirty_since
        if since is not None and (now - self._changed_at >= PAUSE or now - since >= AT_LATEST):
            self.save()

    def save(self) -> None:
        """Save what has changed."""
        with self._disk:
            with self._memory:
                paper, self._dirty_since = self._paper, None
            if paper == self._written:
                self._status = SaveStatus("saved", "saved", time.time())
                return
            try:
                with held(self.path):
                    atomic.write_atomically(self.path, paper_to_bytes(paper))
            except CannotSave as error:
                self._status = SaveStatus("failed", str(error))
                self._notices.append(str(error))
                return
            self._written = paper
            self._status = SaveStatus("saved", "saved", time.time())

    def flush(self) -> None:
        """Save at once whatever is not saved."""
        self.save()

    def notices(self) -> tuple[str, ...]:
        """What the person should be told; each message is given once."""
        with self._memory:
            told, self._notices = tuple(self._notices), []
        return told

    def close(self) -> None:
        """Save and let go. May be called twice."""
        self.save()
