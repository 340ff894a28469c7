"""The one owner of an open paper: it keeps what is typed, puts it on the disk, and says how that stands.

Typing and saving are two threads. `put` only changes what is in memory; a save takes what is there, writes it, and
folds whatever came from elsewhere back into memory, where more may have been typed meanwhile.
"""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Self

from mundraft.desk import session_words as words
from mundraft.desk.going_back import GoingBack
from mundraft.desk.paper_places import free_file
from mundraft.desk.rescue import RescueShelf, left_in_rescue
from mundraft.desk.shared_file import SharedFile, Written
from mundraft.files.atomic import cannot_save, sweep_leftovers, write_atomically
from mundraft.files.locks import Presence
from mundraft.files.names import refuse_reserved
from mundraft.files.reading import read_capped
from mundraft.files.renaming import rename_to_free
from mundraft.files.there import may_be_there
from mundraft.paper import history as kept
from mundraft.paper.file import paper_to_bytes, read_paper, read_paper_of_any_version
from mundraft.paper.history import History
from mundraft.paper.model import FORMAT
from mundraft.problems import CannotSave, MundraftError, Problem, UnreadableFile, WrongUse

if TYPE_CHECKING:
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper

#: A paper is saved this long (in seconds) after the last change, and this long after the first one not yet saved.
PAUSE, AT_LATEST = 0.3, 0.7
#: A file that cannot be written is tried again after this long (in seconds), then twice that, up to the longest.
FIRST_RETRY, LONGEST_RETRY = 1.0, 30.0
#: How long (in seconds) closing waits for a save that is under way in another thread, on a disk that hangs.
CLOSING_PATIENCE = 3.0


class SaveStatus(NamedTuple):
    """Where the paper stands: "saved" in its file, "unsaved" as yet, "rescued" in a rescue copy, "failed" nowhere.

    `words` are for a status line; `when` is the time (seconds since 1970) of the last save, 0 before the first."""

    state: Literal["saved", "unsaved", "rescued", "failed"]
    words: str
    when: float = 0.0


class PaperSession(GoingBack):
    """An open paper. `put` is for every keystroke; everything else may run in another thread.

    Whoever builds a changed paper reads `paper` first, in the same thread: if something came from elsewhere in
    between, `put` knows what the change began from and merges instead of overwriting.
    """

    def __init__(self, path: Path, data: bytes, paper: Paper, library: Library | None = None) -> None:
        self.path = path.absolute()
        self.library = library
        self.history = History(self.path)
        #: how often something from elsewhere has come into the paper; a screen that shows it then shows it anew
        self.outside_changes = 0
        self._memory = threading.Lock()
        self._paper = paper
        self._seen = threading.local()
        self._seen.paper = paper
        self._changed_at = 0.0
        self._dirty_since: float | None = None
        self._aside: list[Paper] = []
        self._notices: list[str] = []
        self._status = SaveStatus("saved", "saved")
        self._disk = threading.RLock()
        self._file = SharedFile(self.path, data, paper, self.history)
        self._retry_at = 0.0
        self._pause = 0.0
        self._trouble = ""
        self._closed = False
        self._shelf = RescueShelf(self.path)
        self._rescue = self._shelf.newest(unlike=paper)
        self._presence = Presence(self.path)
        if self._presence.elsewhere:
            self._tell(words.open_elsewhere(self.path))
        if self._rescue is not None:
            self._tell(words.rescue_found(self.path, self._rescue))

    @classmethod
    def open(cls, path: Path, library: Library | None = None) -> Self:
        """Open a paper. Raises `UnreadableFile`, which also says what is kept of a paper that cannot be read."""
        try:
            data = read_capped(path, "paper")
            read = read_paper_of_any_version(data, str(path))
        except UnreadableFile as error:
            raise UnreadableFile((*error.problems, *words.what_is_kept(path))) from error
        sweep_leftovers(path)
        session = cls(path, data, read.paper, library)
        if read.version != FORMAT:
            session._file.was_in_older_form()
            session._tell(words.older_form(path, bool(read.left_over)))
        return session

    @classmethod
    def open_at_version(cls, path: Path, version_id: str) -> Self:
        """Open a paper and go back to a kept version, also where its file cannot be read as a paper now, or is gone.

        What stands in the file is kept as a version first. Raises `UnknownName` where there is no such version,
        `UnreadableFile` where another program left no paper in it or the file cannot be opened at all, `CannotSave`."""
        try:
            session = cls.open(path)
        except UnreadableFile as error:
            if error.problems[0].code.startswith("file-") and error.problems[0].code != "file-missing":
                raise
            earlier = read_paper(History(path).read(version_id), f"version {version_id}")
            session = cls(path, b"", earlier)
            with session._disk:
                session._save(try_file=True, over=True)
        else:
            session.restore(version_id)
        return session

    @classmethod
    def create(cls, path: Path, paper: Paper, library: Library | None = None) -> Self:
        """Begin a paper in a new file. Raises `WrongUse` where the file exists, `CannotSave` where it cannot be."""
        refuse_reserved(path)
        if may_be_there(path):
            raise WrongUse(words.exists(path))
        data = paper_to_bytes(paper)
        write_atomically(path, data)
        return cls(path, data, paper, library)

    # ---- the paper in memory ----------------------------------------------------------------------------------------

    @property
    def paper(self) -> Paper:
        """The paper as it stands: what was typed, and what came from elsewhere with the last save."""
        with self._memory:
            self._seen.paper = self._paper
            return self._paper

    def put(self, paper: Paper) -> None:
        """Take a changed paper into memory. Never touches the disk."""
        with self._memory:
            before: Paper = getattr(self._seen, "paper", self._paper)
            if paper is before:
                return
            self._seen.paper = paper
            self._paper = paper if before is self._paper else self._folded(before, paper, self._paper)
            self._changed_at = time.monotonic()
            if self._dirty_since is None:
                self._dirty_since = self._changed_at
            if self._status.state == "saved":
                self._status = SaveStatus("unsaved", "not saved yet", self._status.when)

    def _folded(self, before: Paper, typed: Paper, came: Paper) -> Paper:
        """What was typed, with what came meanwhile; where both changed one answer, what came is kept as a version."""
        from mundraft.paper.compare import merge

        merged = merge(before, typed, came)
        if merged.conflicts:
            self._aside.append(came)
        return merged.paper

    @property
    def status(self) -> SaveStatus:
        """How saving stands at this moment."""
        return self._status

    @property
    def left(self) -> str:
        """What to say when the paper is left and its file does not hold it; "" where it does."""
        if self._status.state == "rescued" and self._shelf.own is not None:
            return left_in_rescue(self.path, self._shelf.own)
        return f"{self.path.name}: {self._status.words}" if self._status.state == "failed" else ""

    def notices(self) -> tuple[str, ...]:
        """What the person should be told; each message is given once."""
        with self._memory:
            told, self._notices = tuple(self._notices), []
        return told

    # ---- saving -----------------------------------------------------------------------------------------------------

    def save_if_due(self, now: float | None = None) -> None:
        """Save after a pause in typing, or when the oldest change is old enough; try again what failed.

        `now` is in seconds of `time.monotonic`. Cheap when nothing is due; may be called ten times a second."""
        now = time.monotonic() if now is None else now
        if not self._is_due(now):
            return
        with self._disk:
            self._save(try_file=now >= self._retry_at)

    def save(self) -> None:
        """Save what has changed, now. What goes wrong is in `status` and `notices`; nothing is raised."""
        with self._disk:
            self._save(try_file=True)

    def flush(self) -> None:
        """Save at once whatever is not in the file, whether or not it failed before."""
        self.save()

    def refresh(self) -> None:
        """Look whether the file was changed elsewhere, and take in what came; for when a window gets the focus."""
        with self._disk:
            self._save(try_file=True, look=True)

    def close(self) -> None:
        """Save and let go of the paper. Quick, never raises, and may be called twice and from any thread."""
        if not self._disk.acquire(timeout=CLOSING_PATIENCE):
            # The disk hangs (a share that is gone): what is remembered of papers may well stand on another one.
            self._write_rescue(self._paper)
            return
        try:
            self._save(try_file=True)
            if not self._closed:
                self._closed = True
                if self._status.when:
                    self.history.keep(self._file.data, kept.CLOSED)
                self._presence.leave()
        finally:
            self._disk.release()

    def _is_due(self, now: float) -> bool:
        since = self._dirty_since
        if since is not None:
            return now - self._changed_at >= PAUSE or now - since >= AT_LATEST
        return self._status.state in ("rescued", "failed") and now >= self._retry_at

    def _save(self, *, try_file: bool, look: bool = False, over: bool = False) -> None:
        with self._memory:
            paper, since, self._dirty_since = self._paper, self._dirty_since, None
            aside, self._aside = self._aside, []
        for came in aside:
            self.history.keep(paper_to_bytes(came), kept.OTHER_PROGRAM)
        in_trouble = self._status.state in ("rescued", "failed")
        if since is None and not (in_trouble or look or over):
            return
        done = False
        try:
            if try_file:
                self._write(paper, over=over)
            else:
                self._write_rescue(paper)
            done = True
        finally:
            if not done:  # stopped in the middle (Ctrl+C): it is not saved, and is due at once
                self._dirty_since = since if since is not None else time.monotonic()

    def _write(self, paper: Paper, *, over: bool) -> None:
        try:
            written = self._file.replace(paper) if over else self._file.write(paper)
        except CannotSave as error:
            self._fall_back(paper, error.problems[0])
        except Exception as error:  # noqa: BLE001 - a fault of ours must not keep words from the disk either
            what = f"{self.path.name} could not be saved: mundraft met a fault of its own ({type(error).__name__})."
            self._fall_back(paper, Problem("save-failed", what))
        else:
            self._went_well(paper, written)

    def _went_well(self, paper: Paper, written: Written) -> None:
        with self._memory:
            if written.paper is not paper:
                self.outside_changes += 1
                typed = self._paper
                self._paper = written.paper if typed is paper else self._folded(paper, typed, written.paper)
            self._notices.extend(written.told)
            if self._trouble:
                self._notices.append(f"Saving works again: everything is in {self.path.name}.")
            state: Literal["saved", "unsaved"] = "saved" if self._dirty_since is None else "unsaved"
            self._status = SaveStatus(state, "saved" if state == "saved" else "not saved yet", time.time())
        self._retry_at = self._pause = 0.0
        self._trouble = ""
        self._shelf.clear()

    def _fall_back(self, paper: Paper, problem: Problem) -> None:
        """The file cannot be written: say so once for each reason, write a rescue copy, try again later."""
        self._pause = min(max(FIRST_RETRY, 2 * self._pause), LONGEST_RETRY)
        self._retry_at = time.monotonic() + self._pause
        told = self._trouble == problem.code
        self._trouble = problem.code
        self._write_rescue(paper, "" if told else f"{problem.what} {problem.next_step}".rstrip())

    def _write_rescue(self, paper: Paper, reason: str = "") -> None:
        was_failed = self._status.state == "failed"
        try:
            where = self._shelf.write(paper_to_bytes(paper))
        except Exception as error:  # noqa: BLE001 - whatever it is, the person must hear that nothing is saved
            self._nothing_saved(error, reason, already_told=was_failed)
            return
        self._status = SaveStatus("rescued", words.rescued(self._trouble), time.time())
        if reason or was_failed:
            self._tell(f"{reason} Until then what you write is kept in a rescue copy: {where}".strip())

    def _nothing_saved(self, error: Exception, reason: str, *, already_told: bool) -> None:
        with self._memory:
            if self._dirty_since is None:
                self._dirty_since = self._changed_at = time.monotonic()
            self._status = SaveStatus("failed", "NOT SAVED: nothing can be written", self._status.when)
        if not already_told:
            why = error.problems[0].what if isinstance(error, CannotSave) else type(error).__name__
            self._tell(
                f"NOTHING IS BEING SAVED. {reason} A rescue copy could not be written either: {why} Keep this window "
                "open, make room on the disk or copy your text elsewhere."
            )

    def _tell(self, message: str) -> None:
        with self._memory:
            self._notices.append(message)

    # ---- the file's name --------------------------------------------------------------------------------------------

    def move_to(self, path: Path) -> None:
        """Give the paper's file another name or folder on the same disk; its history goes with it, and so does what is
        known of its documents.

        Raises `WrongUse` where something is there already or another window has the paper open, and `CannotSave` where
        the system refuses or the paper is not in its file as it stands."""
        from mundraft.export.remembered import follow

        refuse_reserved(path)
        with self._disk:
            self._save(try_file=True)
            if self._presence.anyone_else():
                raise WrongUse(words.not_renamed_for_two(self.path))
            if self._status.state in ("rescued", "failed") or self._rescue is not None:
                raise CannotSave(words.not_renamed_unsaved(self.path))
            try:
                rename_to_free(self.path, path)
            except FileExistsError as error:
                raise WrongUse(words.exists(path)) from error
            except OSError as error:
                raise cannot_save(path, error) from error
            self._presence.leave()
            before, self.path = self.path, path.absolute()
            self.history = self.history.follow(self.path)
            follow(before, self.path)
            self._file.move(self.path, self.history)
            self._shelf = RescueShelf(self.path)
            self._presence = Presence(self.path)

    def name_after(self, stem: str) -> bool:
        """Give the file the first free name that begins with `stem`, in its folder, and tell so. False where that
        cannot be now, which is not told: the paper goes on under the name that it has. One that is closed keeps it."""
        with self._disk:
            if self._closed:  # meanwhile: it would put up the sign of an open window again, and nobody takes that down
                return False
            try:
                self.move_to(free_file(self.path.parent, stem))
            except MundraftError:
                return False
        self._tell(words.named(self.path))
        return True
