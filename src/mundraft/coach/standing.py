"""What is worth telling of how the seat stands to an instrument: what is wrong to write, since when, and what to write.

The coach tells it of a finished paper, and the app as soon as an instrument is chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mundraft.library.participation import Participation, State
from mundraft.paper.address import Address
from mundraft.problems import Problem, Severity
from mundraft.text.dates import date_in_words

if TYPE_CHECKING:
    from mundraft.library.instrument import Instrument
    from mundraft.library.seat_name import SeatName

#: What each state is worth telling: its code, the sentence, the next step, how much it matters.
STANDING: dict[State, tuple[str, str, str, Severity]] = {
    State.NOT_A_PARTY: (
        "not-a-party",
        "{seat} was not a party to {instrument}{as_of}.",
        "Do not write that it is bound by it or ratified it. Say openly why it stays outside, or cite an instrument "
        "that it has joined.",
        Severity.WARNING,
    ),
    State.SIGNATORY: (
        "only-signed",
        "{seat} signed {instrument}{since} but had not ratified it{as_of}.",
        "Write “signed”, and never “ratified” or “is bound by”: a signature only promises not to defeat the treaty.",
        Severity.WARNING,
    ),
    State.WITHDREW: (
        "withdrew",
        "{seat} withdrew from {instrument}{since}.",
        "Do not write that it is bound. Say so before another delegation does, and what your country does instead.",
        Severity.WARNING,
    ),
    State.NOT_OPEN: (
        "not-open",
        "{seat} cannot join {instrument}: it is open only to {condition}.",
        "Cite it as what others have agreed among themselves, and not as what binds your country.",
        Severity.WARNING,
    ),
    State.AGAINST: (
        "voted-against",
        "{seat} voted against {instrument}{since}.",
        "Explain the vote, or rest your case on a text that your country supported.",
        Severity.WARNING,
    ),
    State.ABSTAINED: (
        "abstained",
        "{seat} abstained when {instrument} was adopted{since}.",
        "Do not call it a text that your country supported; say what held it back.",
        Severity.ADVICE,
    ),
    State.RATIFIED_NOT_IN_FORCE: (
        "not-in-force",
        "{seat} has ratified {instrument}, but it is not yet in force.",
        "Write that it will bind, not that it binds.",
        Severity.ADVICE,
    ),
    State.UNKNOWN: (
        "status-unknown",
        "The library does not know whether {seat_inside} is a party to {instrument}.",
        "Look it up before you write that it is bound: {look_up}",
        Severity.ADVICE,
    ),
}
_LOOK_UP = "the United Nations Treaty Collection, treaties.un.org"


def standing_problem(
    found: Participation, instrument: Instrument, seat: SeatName, address: Address = "", called: str = ""
) -> Problem | None:
    """What to tell of an instrument that the seat's paper cites; None where it binds, or has no parties.

    `called` stands for the instrument where its title is in sight already: "it"."""
    if found.state not in STANDING:
        return None
    code, what, next_step, severity = STANDING[found.state]
    words = {
        "seat": seat.at_start,
        "seat_inside": seat.in_sentence,
        "instrument": called or instrument.in_sentence,
        "condition": found.condition,
        "since": _on(found.since),
        "as_of": f" as of {date_in_words(found.as_of)}" if found.as_of else "",
        "look_up": instrument.status_page or _LOOK_UP,
    }
    return Problem(code, what.format(**words), next_step.format(**words), address=address, severity=severity)


def _on(day: str) -> str:
    """A day inside a sentence: " on 8 September 2000", " in 2000"; "" for none."""
    if not day:
        return ""
    return f" {'on' if len(day) == len('2000-09-08') else 'in'} {date_in_words(day)}"
