"""What weighs most in a paper: what a chair takes most marks for, and what a teacher tells a student first.

A hole in the text, what leads nowhere and a broken rule come first, then what is wrong of law and countries; a form
field that is empty is filled in a minute, and what is only good to know is no fault of the paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum

from mundraft.paper.address import Address
from mundraft.problems import Problem, Severity

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.ADVICE)
_MISSING = "missing-answer"
#: Advice, and no fault; but more than any form field, and more than what is advised of the example's own words.
_EXAMPLE = "from-example"
_LENGTH = frozenset({"too-long", "rule-too-long"})
_WRONG_FACTS = frozenset(
    (
        "abstained", "another-country-speaks", "article-not-there", "article-of-another", "declaration-ratified",
        "not-a-party", "not-open", "only-signed", "quotation-not-the-text", "quotation-other-article",
        "quotation-partly", "says-bound", "says-signed", "seat-by-hand", "seat-misspelt", "seat-not-in-library",
        "voted-against", "withdrew", "year-not-its-own",
    )
)  # fmt: skip
#: True of nearly every paper, or of a conference, and nothing that a student could have done better.
_GOOD_TO_KNOW = frozenset(
    ("rule-generated-text", "rule-not-verified", "rule-season", "rule-season-old", "status-old", "status-unknown")
)
#: What is filled in as in a form: it costs a student a minute, and no thought.
_FORM_CODES = frozenset({_MISSING, "rule-disclosure-missing"})
_FORM = ("committee", "conference", "delegates", "disclosure", "school")


class _Weight(IntEnum):
    HOLE = 0
    BROKEN = 1
    TOO_LONG = 2
    RULE = 3
    WRONG_FACT = 4
    SLIP = 5
    FORM = 6
    ADVICE = 7


def in_order(findings: Iterable[Problem], asked: Iterable[Address]) -> tuple[Problem, ...]:
    """Errors, then warnings, then advice; within each in the order of the paper: what is about the whole of it, then as
    its questions are `asked`, then its sources. Of one place, in the order in which they came."""
    places: dict[Address, int] = {"": -1}
    last = 0
    for last, address in enumerate(asked):
        for above in _and_above(address):
            places.setdefault(above, last)

    def place(finding: Problem) -> tuple[int, int]:
        nearest = next(above for above in _and_above(finding.address) if above in places)
        return _SEVERITIES.index(finding.severity), places[nearest]

    places.setdefault("sources", last + 1)
    return tuple(sorted(findings, key=place))


def _and_above(address: Address) -> Iterator[Address]:
    """An address and those that it stands in, up to the paper itself."""
    yield address
    while address:
        address = address.rpartition("/")[0]
        yield address


def weighs_most(findings: Iterable[Problem]) -> Problem | None:
    """The one finding that costs most marks; None where there is none, or only what is good to know."""
    faults = (finding for finding in findings if finding.code not in _GOOD_TO_KNOW)
    return min(faults, key=lambda finding: (_weight(finding), _SEVERITIES.index(finding.severity)), default=None)


def _weight(finding: Problem) -> _Weight:
    if finding.code == _EXAMPLE:
        return _Weight.SLIP
    if finding.severity is Severity.ADVICE:
        return _Weight.ADVICE
    if finding.code in _FORM_CODES and finding.address.startswith(_FORM):
        return _Weight.FORM
    if finding.code == _MISSING:
        return _Weight.HOLE
    if finding.code in _LENGTH:
        return _Weight.TOO_LONG
    if finding.code.startswith("rule-"):
        return _Weight.RULE
    if finding.code in _WRONG_FACTS:
        return _Weight.WRONG_FACT
    return _Weight.BROKEN if finding.severity is Severity.ERROR else _Weight.SLIP
