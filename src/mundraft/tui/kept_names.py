"""The names that the advice on an answer knows, without a look at the disk while somebody types."""

from __future__ import annotations

from mundraft.interview.known_names import known_names
from mundraft.paper.model import Seat
from mundraft.tui.work import Work


class KeptNames:
    """The names of the paper's seat and of countries, kept until another seat is chosen.

    Until the library has been read, in a thread, what the paper itself says is all that is known."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._is_warm = False
        self._kept: tuple[Seat, tuple[str, ...]] | None = None

    def warm_up(self) -> None:
        """Read what lists and first searches need; for a thread. What fails here fails again where it is told."""
        self._work.library.warm_up()
        self._is_warm = True

    def names(self) -> tuple[str, ...]:
        """The names, the seat's first."""
        seat = self._work.paper.seat
        if not self._is_warm:
            return tuple(name for name in (seat.name, seat.adjective) if name)
        if self._kept is None or self._kept[0] != seat:
            self._kept = seat, known_names(seat, self._work.library)
        return self._kept[1]
