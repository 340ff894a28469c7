"""What the interview does while nobody touches it: it saves, takes in what came from elsewhere, and names the file."""

from __future__ import annotations

from textual import work as in_worker

from mundraft.paper.address import Address
from mundraft.tui.interview_base import InterviewBase
from mundraft.tui.status import StatusLine

#: Seconds between two looks at whether there is something to save.
LOOK = 0.2
#: Every so many of those it is looked whether another program changed the file, and whether it waits for a name.
LOOKS_OUTSIDE = 15
#: How a paper stands whose own file cannot be written.
_TROUBLE = ("failed", "rescued")


class InterviewSaving(InterviewBase):
    """An interview that is saved as long as it is there. `outside_changes` is how many of those are on the screen."""

    outside_changes: int
    _looks = 0
    _saving = False

    @property
    def status(self) -> StatusLine:
        raise NotImplementedError

    def look_after_saving(self) -> None:
        """Save from now on."""
        self.set_interval(LOOK, self._look_after_saving)

    def _look_after_saving(self) -> None:
        session = self.work.session
        if not self._saving:
            self._saving = True
            self._looks += 1
            look = self._looks % LOOKS_OUTSIDE == 0
            self._save(look, self.work.name_due(self.address) if look and self.is_current else "", self.address)
        is_in_trouble = session.status.state in _TROUBLE
        for notice in session.notices():
            # Also over a window where nothing is saved; that a file has its name can wait until it is closed.
            (self.app if is_in_trouble else self).notify(notice, timeout=12)
        if session.outside_changes != self.outside_changes:
            self.call_later(self.show_what_came)
        now = session.status
        self.status.tell(saved="saving…" if now.state == "unsaved" else now.words, trouble=now.state in _TROUBLE)

    @in_worker(thread=True, group="save", exit_on_error=True)
    def _save(self, look: bool, name: str, address: Address) -> None:
        try:
            self.work.session.save_if_due()
            self.work.leave_at(address)
            if look and self.work.session.status.state == "saved":
                self.work.session.refresh()
            if name:
                self.work.name_the_file(name)
        finally:
            self._saving = False
