"""What is kept and told when a paper's file was changed elsewhere while somebody wrote in it here.

Two windows that are typed in at once meet at every save. Then a version and a message a minute are enough, as long as
nothing new is in dispute: else they would push out of the history, and off the screen, what is worth more.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.files.atomic import cannot_save, write_atomically
from mundraft.files.names import safe_file_name
from mundraft.paper import history as kept
from mundraft.paper.history import History, Version

if TYPE_CHECKING:
    from mundraft.paper.compare import Merge

#: For how long (in seconds) a meeting is taken to be the same as the last one.
SAME = 60.0
#: A paper that shrinks by more bytes than this has lost a paragraph: the longer one is kept.
CUT = 200


class Encounters:
    """The meetings of one open paper with what others wrote in its file."""

    def __init__(self, path: Path, history: History) -> None:
        self._path = path
        self._history = history
        self._told_at = float("-inf")
        self._disputed: frozenset[str] = frozenset()
        self._theirs: Version | None = None

    def merged(self, ours: bytes, theirs: bytes, merge: Merge, result: bytes) -> tuple[str, ...]:
        """Keep what went into a merge (papers as bytes); returns what the person should be told.

        Raises `CannotSave` where something is in dispute and their version can be kept nowhere."""
        again = time.monotonic() - self._told_at < SAME
        disputed = frozenset(conflict.address for conflict in merge.conflicts)
        known = again and disputed <= self._disputed
        if not again or len(result) < len(ours) - CUT:
            self._history.keep(ours, kept.BEFORE_MERGE)
        where = self._keep(theirs, known=known) if disputed or not again else ""
        if known:
            return ()
        self._told_at, self._disputed = time.monotonic(), disputed
        return (self._told(merge, where),)

    def adopted(self, ours: bytes, theirs: bytes, came: bool) -> tuple[str, ...]:
        """As `merged`, where nothing was typed here; `came` says whether theirs is another paper."""
        if len(theirs) < len(ours) - CUT:
            self._history.keep(ours, kept.BEFORE_MERGE)
        if not came or time.monotonic() - self._told_at < SAME:
            return ()
        self._told_at = time.monotonic()
        return (f"{self._path.name} was changed elsewhere. You see it as it is now.",)

    def keep_theirs(self, theirs: bytes) -> str:
        """Keep another's version, and say where: in the history or, where that cannot be written, beside the paper.

        Raises `CannotSave` where neither can be done."""
        version = self._history.keep(theirs, kept.OTHER_PROGRAM)
        if version is not None:
            self._theirs = version
            return f"in the history ({kept.OTHER_PROGRAM})"
        for number in range(1, 100):
            name = f"{safe_file_name(self._path.stem, 'paper')} (other version {number}){self._path.suffix}"
            beside = self._path.with_name(name)
            if not beside.exists():
                write_atomically(beside, theirs)
                return f"in {name}"
        raise cannot_save(self._path, OSError(self._history.trouble))

    def _keep(self, theirs: bytes, *, known: bool) -> str:
        before = self._theirs
        where = self.keep_theirs(theirs)
        now = self._theirs
        if known and before is not None and now is not None and before.id != now.id and before.size <= now.size:
            self._history.forget(before)  # they went on typing in the same answer: the longer text holds the shorter
        return where

    def _told(self, merge: Merge, where: str) -> str:
        message = f"{self._path.name} was changed elsewhere while you wrote. What was changed there is in it now."
        if merge.conflicts:
            from mundraft.paper.compare import label

            both = "; ".join(label(merge.paper, conflict.address) for conflict in merge.conflicts[:5])
            more = "" if len(merge.conflicts) <= 5 else f" and {len(merge.conflicts) - 5} more"
            message += f" Changed by both, and left as you have it: {both}{more}. The other version is {where}."
        return message
