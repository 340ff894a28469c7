"""What the paper says that its country did about a treaty, held against what the library knows.

Only plain claims about the seat are read: "Kenya ratified ...", "we signed ...", "is bound by ...". What is denied,
wished for, or said of another country is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mundraft.interview.interview import Interview
from mundraft.library.looked_up import LookedUp
from mundraft.library.participation import Participation, State
from mundraft.problems import Problem, Severity
from mundraft.text.folding import fold

from .standing import standing_problem

if TYPE_CHECKING:
    from mundraft.library.search_path import Library
    from mundraft.library.standings import Standing

_BOUND = r"ratified|acceded to|state party to|party to|bound by|joined"
_CLAIM = re.compile(rf" (?:(?P<bound>{_BOUND})|(?P<signed>signed|signatory (?:to|of))) ")
#: Words that turn a claim around, or say it of what is hoped for or of others.
_NOT_CLAIMED = frozenset(
    (
        "all", "although", "been", "before", "cannot", "could", "every", "if", "may", "must", "neither", "never", "no",
        "nor", "not", "only", "other", "others", "should", "until", "when", "which", "who", "whether", "without", "yet",
    )
)  # fmt: skip
#: States in which a country is not bound, and those in which it cannot even be said to have signed.
_UNBOUND = frozenset({State.SIGNATORY, State.NOT_A_PARTY, State.WITHDREW, State.NOT_OPEN})
_NEVER_SIGNED = frozenset({State.NOT_A_PARTY, State.NOT_OPEN})
_WITHOUT_PARTIES = frozenset(
    {State.CONSENSUS, State.FOR, State.AGAINST, State.ABSTAINED, State.ABSENT, State.NO_PARTIES}
)
_SHORTEST_NAME = 3
#: "then also ratified": a phrase that begins with its verb, near enough.
_WORDS_BEFORE_A_VERB = 2


@dataclass(frozen=True, slots=True)
class _Claim:
    """A claim found in a text: whether it says "bound" (else "signed"), and the instrument that it is about."""

    bound: bool
    standing: Standing


def claim_findings(interview: Interview, library: Library) -> Iterator[Problem]:
    """Answers that say of the seat that it ratified, joined or signed what the library says it did not."""
    paper = interview.paper
    looked_up = LookedUp(library)
    country = looked_up.country(paper.seat.ref)
    if country is None:
        return
    seat = looked_up.seat_name(paper.seat)
    standings = library.standing(country)
    subjects = frozenset(fold(name) for name in (seat.name, seat.formal, seat.adjective, "we", "our", "my") if name)
    others = [fold(found.title) for found in library.countries() if found.name != country.id]
    for prompt in interview.prompts():
        speakers = subjects | ({""} if "/national_actions/" in prompt.address else frozenset())
        for text in prompt.texts:
            for claim in _claims(text, standings, speakers, others):
                instrument = looked_up.instrument(claim.standing.instrument.id)
                told = _told(claim, instrument.short_in_sentence if instrument else "")
                known = instrument and standing_problem(claim.standing.participation, instrument, seat, called="it")
                if told:
                    code, what, next_step = told
                    said = f"{what} {known.what}" if known else what
                    yield Problem(code, said, next_step, address=prompt.address, severity=Severity.WARNING)


def _claims(
    text: str, standings: Iterable[Standing], subjects: frozenset[str], others: Iterable[str]
) -> Iterator[_Claim]:
    """`subjects` are the names of the seat; "" among them where a phrase without a subject is about it."""
    for sentence in re.split(r"[.;!?\n]+", text):
        folded = f" {fold(sentence)} "
        found = _CLAIM.search(folded)
        if found is None or not _is_about_the_seat(folded[: found.start() + 1], subjects, others):
            continue
        object_of = folded[found.end() - 1 :]
        named = [(len(name), one) for one in standings if (name := _named(one, object_of))]
        if named:
            longest = max(named, key=lambda pair: pair[0])[1]
            yield _Claim(bool(found["bound"]), longest)


def _is_about_the_seat(before: str, subjects: frozenset[str], others: Iterable[str]) -> bool:
    """Whether what stands before the verb names the seat, and neither denies the claim nor gives it to someone else."""
    if _NOT_CLAIMED & set(before.split()) or any(f" {name} " in before for name in others):
        return False
    if any(name and f" {name} " in before for name in subjects) or before.startswith(" it "):
        return True
    return "" in subjects and len(before.split()) <= _WORDS_BEFORE_A_VERB


def _named(standing: Standing, folded: str) -> str:
    """The longest name of an instrument that stands in a text, "" where none does."""
    names = (name for name in standing.instrument.names if len(name) >= _SHORTEST_NAME and f" {name} " in folded)
    return max(names, key=len, default="")


def _told(claim: _Claim, short: str) -> tuple[str, str, str] | None:
    """The code, what the words claim, and what to write instead; None where the library does not say otherwise."""
    found: Participation = claim.standing.participation
    if found.state in _WITHOUT_PARTIES:
        return (
            "declaration-ratified",
            f"The words say that your country ratified, signed or joined {short}, which has no parties.",
            "Write “adopted”, “supported” or “voted for”, as it was: nobody ratifies a declaration or a resolution.",
        )
    if claim.bound and found.state in _UNBOUND:
        instead = "Write “signed”." if found.state is State.SIGNATORY else "Say how your country stands to it."
        return "says-bound", f"The words say that your country is bound by {short}.", instead
    if not claim.bound and found.state in _NEVER_SIGNED and not found.since:
        return "says-signed", f"The words say that your country signed {short}.", "Check it, and say how it stands."
    return None
