"""Whether a paper has the length that its conference or template allows."""

from __future__ import annotations

from mundraft.problems import Problem, Severity

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
