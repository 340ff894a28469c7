"""Whether a paper cites and lists its sources as its conference wants it.

The style and the place of the marks follow the conference by themselves; what is left to the delegate is whether there
are any, how many, and what was typed into an answer by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from mundraft.citation.style import Mechanism
from mundraft.document.tree import CitationMark, block_paragraphs
from mundraft.problems import Problem
from mundraft.text.folding import fold

from .ruling import Ruling

#: Marks of citation as people type them: "[3]", "(Smith, 2020)", "(Smith 12)", "(p. 4)".
_TYPED = re.compile(r"\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]|\((?:[A-Z][\w’'.&\s-]{1,60},?\s\d{1,4}[a-z]?|pp?\.\s*\d+)\)")
_LIST_TITLES = frozenset({"bibliography", "references", "resources", "sources", "works cited", "works consulted"})
_TYPED_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
#: As many as are told; a paper full of them needs one lesson and not twenty.
_TOLD = 5


def citation_breaches(ruling: Ruling) -> Iterator[Problem]:
    """Citations that are asked for and missing, too few sources, and citations or lists typed where none may stand."""
    yield from _missing(ruling)
    yield from _too_few(ruling)
    yield from islice(_typed_marks(ruling), _TOLD)
    yield from islice(_typed_lists(ruling), _TOLD)


def cited(ruling: Ruling) -> frozenset[str]:
    """The ids of the sources that the documents cite."""
    return frozenset(
        one.source
        for composed in ruling.documents
        for block in composed.document.blocks()
        for inlines in block_paragraphs(block)
        for mark in inlines
        if isinstance(mark, CitationMark)
        for one in mark.cites
    )


def _missing(ruling: Ruling) -> Iterator[Problem]:
    if ruling.conference.citations.required and not _count(ruling):
        yield ruling.finding(
            "rule-citations-missing",
            f"{ruling.called} wants sources to be cited, and the paper cites none.",
            "Add the source of each number and each claim of fact, where you answered with it.",
            "citations.required",
        )


def _too_few(ruling: Ruling) -> Iterator[Problem]:
    least, count = ruling.conference.citations.resources.min_sources, _count(ruling)
    if count < least:
        have = "1 source" if count == 1 else f"{count} sources"
        yield ruling.finding(
            "rule-sources-few",
            f"{ruling.called} wants at least {least} sources, and the paper cites {have}.",
            "Cite more of what you read: a resolution, a report, a speech of your government.",
            "citations.resources.min_sources",
        )


def _count(ruling: Ruling) -> int:
    """How many sources the paper cites; where no mark is printed, those that its answers rest on."""
    in_text = cited(ruling)
    if in_text or ruling.presentation.mechanism is not Mechanism.NONE:
        return len(in_text)
    from .sources import citations

    return len({citation.source for _, citation in citations(ruling.interview.paper)})


def _typed_marks(ruling: Ruling) -> Iterator[Problem]:
    """Marks that were typed into an answer, where the conference wants citations to stand elsewhere or not at all."""
    rules = ruling.conference.citations
    banned = "in-text" in rules.banned or (rules.mechanisms and "in-text" not in rules.mechanisms)
    if not banned:
        return
    for text in ruling.texts():
        found = None if text.quoted else _TYPED.search(text.words) or _TYPED_LINK.search(text.words)
        if found:
            yield ruling.finding(
                "rule-citation-typed",
                f"“{found[0]}” is a citation inside the text, which {ruling.called} does not want there.",
                "Take it out of the answer and cite the source instead: it is then printed as the conference wants it.",
                "citations.banned" if "in-text" in rules.banned else "citations.ways",
                text.address,
            )


def _typed_lists(ruling: Ruling) -> Iterator[Problem]:
    if ruling.conference.citations.resources.place != "forbidden":
        return
    for text in ruling.texts():
        for line in text.words.splitlines():
            if fold(line) in _LIST_TITLES:
                yield ruling.finding(
                    "rule-list-forbidden",
                    f"“{line.strip(' #*:')}” begins a list of sources, and {ruling.called} wants none.",
                    "Take the list out of the text; what you cite stays in the paper’s file.",
                    "citations.resources.place",
                    text.address,
                )
                break
