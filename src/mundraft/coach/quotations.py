"""Whether the words that a paper quotes from a treaty are the treaty's own.

Asked only of the quotations that name their instrument and article; of texts whose words are not known here, nothing is
said but that they were not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mundraft.library.looked_up import LookedUp
from mundraft.library.quotations import Kind, judge
from mundraft.paper.address import join
from mundraft.paper.model import Paper
from mundraft.problems import MundraftError, Problem, Severity

if TYPE_CHECKING:
    from mundraft.library.search_path import Library

#: What is worth telling of a quotation: its code, the next step, how much it matters.
_TOLD: dict[Kind, tuple[str, str, Severity]] = {
    Kind.OTHER: (
        "quotation-other-article",
        "Correct the number of the article, or quote the words of the one that you name.",
        Severity.WARNING,
    ),
    Kind.PARTLY: (
        "quotation-partly",
        "Copy the words again from the text; mark what you leave out with “…” and what you add with [brackets].",
        Severity.WARNING,
    ),
    Kind.NOT_FOUND: (
        "quotation-not-the-text",
        "Copy the exact words from the text behind the instrument’s link, or take the quotation out.",
        Severity.WARNING,
    ),
    Kind.CANNOT_CHECK: (
        "quotation-not-compared",
        "Compare every word with the text itself before you hand the paper in.",
        Severity.ADVICE,
    ),
}


def quotation_findings(paper: Paper, library: Library) -> Iterator[Problem]:
    """The quotations of articles, each judged by the fingerprints that ship."""
    looked_up = LookedUp(library)
    for topic in paper.topics:
        for use in topic.instruments:
            for article in use.articles:
                if not (article.quote.strip() and looked_up.instrument(use.ref)):
                    continue
                address = join("topics", topic.id, "instruments", use.id, "articles", article.id, "quote")
                yield from judged(article.quote, (use.ref, article.number.strip()), address)


def judged(quotation: str, claimed: tuple[str, str], address: str = "") -> Iterator[Problem]:
    """What is wrong with one quotation; `claimed` is the instrument's id and the article's number."""
    try:
        verdict = judge(quotation, claimed)
    except MundraftError as error:
        yield from error.problems
        return
    if verdict.kind in _TOLD:
        code, next_step, severity = _TOLD[verdict.kind]
        yield Problem(code, verdict.in_words, next_step, address=address, severity=severity)
