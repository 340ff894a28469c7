"""Whether a paper has the length that its conference or template allows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from mundraft.problems import Problem, Severity

if TYPE_CHECKING:
    from mundraft.coach.rule_lengths import Length

#: Below this share of the limit a paper looks unfinished. A choice of this project: the shortest papers that the
#: shipped templates mean to produce hold about four tenths of their limit.
SHORT_SHARE = 0.3


def length_findings(words: int, limit: int) -> tuple[Problem, ...]:
    """What is to be said of a paper of so many words where `limit` words are allowed; nothing for a limit of 0."""
    if limit <= 0 or words <= 0:
        return ()
    if words > limit:
        return (
            Problem(
                code="too-long",
                what=f"The paper has {words} words, and {limit} are allowed: {words - limit} too many.",
                next_step="Cut first what other delegations could write as well: background, and the weakest solution.",
                severity=Severity.WARNING,
            ),
        )
    if words < limit * SHORT_SHARE:
        return (
            Problem(
                code="too-short",
                what=f"The paper has {words} words, and there is room for {limit}.",
                next_step="Answer some of the optional questions: how a solution is paid for and measured weighs most.",
                severity=Severity.ADVICE,
            ),
        )
    return ()


class AgainstLimits(NamedTuple):
    """The words and pages that were judged, and how many are allowed (0: no limit). Where each topic has a limit of its
    own, they are those of the topic that takes most of it."""

    words: int = 0
    most_words: int = 0
    pages: float = 0.0
    most_pages: float = 0.0
    is_over: bool = False


UNMEASURED = AgainstLimits()


def against_limits(lengths: Iterable[Length], whole: AgainstLimits) -> AgainstLimits:
    """What of a conference's limits comes nearest to being broken, unit by unit; `whole` says what the whole paper has,
    for a unit without a limit."""
    held = [length for length in lengths if length.most]
    words = max((one for one in held if one.unit == "words"), key=_nearness, default=None)
    pages = max((one for one in held if one.unit == "pages"), key=_nearness, default=None)
    if words:
        whole = whole._replace(words=int(words.counted), most_words=int(words.most))
    if pages:
        whole = whole._replace(pages=pages.counted, most_pages=pages.most)
    return whole._replace(is_over=whole.is_over or any(one.is_over for one in held))


def _nearness(length: Length) -> tuple[bool, float]:
    return length.is_over, length.share
