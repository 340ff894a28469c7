"""What the computer's clock says, also where it stands beyond the years that can be written."""

from __future__ import annotations

from datetime import UTC, date, datetime

#: A clock that runs past it is wrong; a day is left, for whoever asks what time it is in another part of the world.
_LAST = datetime(9999, 12, 30, tzinfo=UTC)


def now() -> datetime:
    """The moment, in UTC."""
    try:
        return datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        return _LAST


def today() -> date:
    """The day, as it is here."""
    try:
        return date.today()
    except (ValueError, OverflowError, OSError):
        return _LAST.date()


def moment(seconds: float) -> datetime:
    """A moment in UTC, from the seconds since 1970 that a file has as its time."""
    try:
        return min(datetime.fromtimestamp(seconds, UTC), _LAST)
    except (ValueError, OverflowError, OSError):
        return _LAST
