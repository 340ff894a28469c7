"""What the paper says that its country did about a treaty, held against what the library knows.

Only plain claims about the seat are read: "Kenya ratified ...", "we signed ...", "is bound by ...". What is denied,
wished for, or said of another country is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from mundraft.interview.interview import Interview
from mundraft.library.looked_up import LookedUp
from mundraft.library.participation import Participation, State
from mundraft.problems import Problem, Severity
from mundraft.text.folding import fold

from .standing import standing_problem

if TYPE_CHECKING:
    from mundraft.library.search_path import Library
    from mundraft.library.standings import Standing

_CLAIM = re.compile(
    r" (?:(?P<act>ratified|acceded to|joined)|(?P<bound>(?:state )?party to|bound by)"
    r"|(?P<signed>signed|signatory (?:to|of)))(?= )"
)
#: Where what a verb is about ends: the rest of the sentence is about something else.
_TURNS = re.compile(r" (?:but|while|whereas|although|though|yet|not|never|unlike|without|which) ")
#: Words that turn a claim around, or say it of what is hoped for or of others.
_NOT_CLAIMED = frozenset(
    (
        "all", "although", "been", "before", "cannot", "could", "every", "if", "may", "must", "neither", "never", "no",
        "nor", "not", "only", "other", "others", "should", "until", "when", "which", "who", "whether", "without", "yet",
    )
)  # fmt: skip
#: For each kind of claim, the states in which the library says otherwise. Who withdrew had ratified once.
_OTHERWISE = {
    "act": frozenset({State.SIGNATORY, State.NOT_A_PARTY, State.NOT_OPEN}),
    "bound": frozenset({State.SIGNATORY, State.NOT_A_PARTY, State.NOT_OPEN, State.WITHDREW}),
    "signed": frozenset({State.NOT_A_PARTY, State.NOT_OPEN}),
}
#: What may be said of a text without parties: one joins its consensus, and a Security Council decision binds.
_SAID_OF_ANY_TEXT = frozenset(("joined", "bound by"))
_WITHOUT_PARTIES = frozenset(
    {State.CONSENSUS, State.FOR, State.AGAINST, State.ABSTAINED, State.ABSENT, State.NO_PARTIES}
)
_SHORTEST_NAME = 3
#: After the name of a place, what makes it the name of another text: "the Kampala Ministerial Declaration".
_OF_ANOTHER = re.compile(
    r"(?: \w+){0,2} (?:accords?|action|agenda|agreement|charter|communique|compact|consensus|convention|covenant"
    r"|declaration|framework|pact|plan|pledge|process|programme|protocol|resolution|roadmap|statement|summit|treaty) "
)
#: In one answer; a delegate never comes near it, and a file made to harm must not keep the coach for long.
_MOST_CLAIMS = 100
#: Words that are the initials of treaties too, where they are written large: the LOST is the Law of the Sea Treaty.
_OTHER_WORDS = re.compile(r"\b(?:cat|lost|moon)\b")
#: How a sentence begins that goes on with whose claim it is.
_AS_A_PARTY = (["as", "a"], ["as"], ["being", "a"], ["being"])
#: "then also ratified": a phrase that begins with its verb, near enough.
_WORDS_BEFORE_A_VERB = 2


class _Claim(NamedTuple):
    """A claim found in a text: its kind ("act", "bound", "signed"), its verb, and the instrument that it is about."""

    kind: str
    verb: str
    standing: Standing


def claim_findings(interview: Interview, library: Library) -> Iterator[Problem]:
    """Answers that say of the seat that it ratified, joined or signed what the library says it did not."""
    paper = interview.paper
    looked_up = LookedUp(library)
    country = looked_up.country(paper.seat.ref)
    if country is None:
        return
    seat = looked_up.seat_name(paper.seat)

    @cache
    def standings() -> tuple[Standing, ...]:
        return library.standing(country)

    subjects = frozenset(fold(name) for name in (seat.name, seat.formal, seat.adjective, "we", "our", "my") if name)
    others = [fold(found.title) for found in library.countries() if found.name != country.id]
    for prompt in interview.prompts():
        speakers = subjects | ({""} if "/national_actions/" in prompt.address else frozenset())
        claims = dict.fromkeys(claim for text in prompt.texts for claim in _claims(text, standings, speakers, others))
        for claim in claims:
            instrument = looked_up.instrument(claim.standing.instrument.id)
            told = _told(claim, instrument.short_in_sentence) if instrument else None
            if told and instrument:
                code, what, next_step = told
                known = standing_problem(claim.standing.participation, instrument, seat, called="it")
                said = f"{what} {known.what}" if known else what
                yield Problem(code, said, next_step, address=prompt.address, severity=Severity.WARNING)


def _claims(
    text: str, standings: Callable[[], Iterable[Standing]], subjects: frozenset[str], others: Iterable[str]
) -> Iterator[_Claim]:
    """`standings` are asked for where something is claimed, which few answers do. `subjects` are the names of the seat;
    "" among them where a phrase without a subject is about it."""
    for folded, found in islice(_verbs(text), _MOST_CLAIMS):
        before, said = folded[: found.start() + 1], _object(folded, found.end())
        if not _is_about_the_seat(before, subjects, others):
            said = _of_a_party(before, said, subjects, others)
        if said:
            kind = str(found.lastgroup)
            for standing in _named(said, standings()):
                yield _Claim(kind, found[kind], standing)


def _verbs(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The verbs of joining in a text, each with its sentence, folded."""
    for sentence in re.split(r"[.;!?\n]+", text):
        folded = f" {fold(_OTHER_WORDS.sub('', sentence))} "
        yield from ((folded, found) for found in _CLAIM.finditer(folded))


def _object(folded: str, start: int) -> str:
    """What a verb that ends at `start` is about: up to the next claim, or to where the sentence turns."""
    ends = [match.start() + 1 for pattern in (_CLAIM, _TURNS) if (match := pattern.search(folded, start))]
    return folded[start : min(ends, default=len(folded))]


def _is_about_the_seat(before: str, subjects: frozenset[str], others: Iterable[str]) -> bool:
    """Whether what stands before the verb names the seat, and neither denies the claim nor gives it to someone else."""
    if _NOT_CLAIMED & set(before.split()) or any(f" {name} " in before for name in others):
        return False
    if any(name and f" {name} " in before for name in subjects) or before.startswith(" it "):
        return True
    return "" in subjects and len(before.split()) <= _WORDS_BEFORE_A_VERB


def _of_a_party(before: str, said: str, subjects: frozenset[str], others: Iterable[str]) -> str:
    """What is claimed where the seat is named behind it, and nobody else: "As a party to it, Kenya must"."""
    places = [place for name in subjects if name and (place := said.find(f" {name} ")) >= 0]
    if before.split() not in _AS_A_PARTY or not places or any(f" {name} " in said for name in others):
        return ""
    return said[: min(places) + 1]


def _named(folded: str, standings: Iterable[Standing]) -> Iterator[Standing]:
    """The instruments that a text names, the longer of two names that begin at one place."""
    places: list[tuple[int, int, Standing]] = []
    for standing in standings:
        for name in standing.instrument.names:
            place = folded.find(f" {name} ") if len(name) >= _SHORTEST_NAME else -1
            if place >= 0 and not (" " not in name and _OF_ANOTHER.match(folded, place + len(name) + 1)):
                places.append((place, -len(name), standing))
    end = -1
    for place, length, standing in sorted(places, key=lambda found: found[:2]):
        if place >= end:
            yield standing
            end = place - length


def _told(claim: _Claim, short: str) -> tuple[str, str, str] | None:
    """The code, what the words claim, and what to write instead; None where the library does not say otherwise."""
    found: Participation = claim.standing.participation
    if found.state in _WITHOUT_PARTIES and claim.verb not in _SAID_OF_ANY_TEXT:
        return (
            "declaration-ratified",
            f"The words say that your country ratified or signed {short}, which has no parties.",
            "Write “adopted”, “supported” or “voted for”, as it was: nobody ratifies a declaration or a resolution.",
        )
    if found.state not in _OTHERWISE[claim.kind]:
        return None
    if claim.kind == "signed":
        next_step = "Check it, and say how your country stands to it."
        return "says-signed", f"The words say that your country signed {short}.", next_step
    instead = "Write “signed”." if found.state is State.SIGNATORY else "Say how your country stands to it."
    return "says-bound", f"The words say that {short} binds your country.", instead
