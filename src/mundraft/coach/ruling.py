"""A conference's rules in hand, and the paper that is held against them: what every check of a rule needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mundraft.interview.interview import Interview
from mundraft.interview.needed_topics import with_needed_topics
from mundraft.paper.address import Address
from mundraft.paper.model import Topic
from mundraft.problems import Problem, Severity

from .texts import Text, written_texts

if TYPE_CHECKING:
    from mundraft.compose.compose import Composed
    from mundraft.compose.presentation import Presentation
    from mundraft.library.conference import Conference

_ARTICLE = re.compile(r"(?:an?|the) ", re.IGNORECASE)


class Ruling(NamedTuple):
    """One paper before one conference's rules. `documents` are what is handed in, `seat` the seat's name in them."""

    conference: Conference
    presentation: Presentation
    documents: tuple[Composed, ...]
    interview: Interview
    seat: str

    def finding(
        self,
        code: str,
        what: str,
        next_step: str,
        rule: str,
        address: Address = "",
        severity: Severity = Severity.WARNING,
    ) -> Problem:
        """A rule that is broken. `rule` is its name in the preset ("length", "citations.resources"); one that is only
        inferred is never more than advice."""
        what = what[:1].upper() + what[1:] if _ARTICLE.match(what) else what
        if any(_holds(one, rule) for one in self.conference.inferred):
            severity = Severity.ADVICE
            what = f"{what} (No page says so: the rule is inferred.)"
        return Problem(code, what, next_step, address=address, severity=severity, seen=self.presentation.seen)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The topics of what is handed in: also those that the template asks for and the paper does not hold yet."""
        return with_needed_topics(self.interview.paper, self.interview.definition).topics

    @property
    def called(self) -> str:
        """The conference inside a sentence; a finding begins with a capital all the same."""
        return called_inside(self.conference.called)

    def texts(self) -> Iterator[Text]:
        """What the delegate wrote for the text of the paper."""
        return written_texts(self.interview)


def called_inside(conference: str) -> str:
    """A conference's name inside a sentence: "a classroom conference", which is called "A classroom conference"."""
    return conference[:1].lower() + conference[1:] if _ARTICLE.match(conference) else conference


def _holds(outer: str, rule: str) -> bool:
    """Whether a name of the preset ("type") is a rule, or a group that the rule stands in ("type.page")."""
    return rule == outer or rule.startswith(f"{outer}.")
