"""Ways back of an open paper: to a version that was kept, and to the rescue copy of a time when nothing could be saved.

Whatever one goes back from is kept as a version first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mundraft.desk.rescue import Rescue, remove
from mundraft.paper import history as kept
from mundraft.paper.file import paper_to_bytes, read_paper
from mundraft.problems import CannotSave, Problem

if TYPE_CHECKING:
    from mundraft.desk.session import SaveStatus
    from mundraft.paper.history import History, Version
    from mundraft.paper.model import Paper


class GoingBack:
    """What of `PaperSession` leads back. The session itself has the paper, and saves it."""

    history: History
    outside_changes: int
    _paper: Paper
    _rescue: Rescue | None

    @property
    def paper(self) -> Paper:
        raise NotImplementedError

    @property
    def status(self) -> SaveStatus:
        raise NotImplementedError

    def put(self, paper: Paper) -> None:
        raise NotImplementedError

    def save(self) -> None:
        raise NotImplementedError

    # ---- earlier versions -------------------------------------------------------------------------------------------

    def versions(self) -> tuple[Version, ...]:
        """The kept versions of this paper, the newest first."""
        return self.history.versions()

    def version_paper(self, version_id: str) -> Paper:
        """The paper of a version. Raises `UnknownName`, and `UnreadableFile` where another program left no paper."""
        return read_paper(self.history.read(version_id), f"version {version_id}")

    def keep_version(self, why: str) -> None:
        """Keep the paper as it stands as a version. Raises `CannotSave` where that cannot be done."""
        if self.history.keep(paper_to_bytes(self._paper), why) is None:
            raise CannotSave(
                Problem(
                    "save-no-version",
                    f"The paper as it is now could not be kept as a version: {self.history.trouble}",
                    "Nothing was changed. Make room on the disk, then try again.",
                )
            )

    def restore(self, version_id: str) -> None:
        """Go back to a version, after keeping the present paper as one. Raises as `version_paper`, and `CannotSave`."""
        earlier = self.version_paper(version_id)
        self._go_over_to(earlier, kept.BEFORE_RESTORE)

    def _go_over_to(self, paper: Paper, why: str) -> None:
        self.keep_version(why)
        _ = self.paper
        self.put(paper)
        self.outside_changes += 1
        self.save()

    # ---- rescue copies of an earlier run ----------------------------------------------------------------------------

    @property
    def rescue_found(self) -> Rescue | None:
        """A rescue copy that holds something else than the file, from a time when the file could not be written."""
        return self._rescue

    def take_rescue(self) -> None:
        """Go on with the rescue copy; the paper as it was is kept as a version. Raises `CannotSave`."""
        if self._rescue is not None:
            self._go_over_to(self._rescue.paper, kept.BEFORE_MERGE)
            if self.status.state == "saved":
                remove(self._rescue.path)
            self._rescue = None

    def drop_rescue(self) -> None:
        """Go on without the rescue copy; it is kept as a version, and stays where it is if that fails."""
        if self._rescue is not None:
            if self.history.keep(self._rescue.data, kept.RESCUED) is not None:
                remove(self._rescue.path)
            self._rescue = None
