"""Whether what the paper claims can be traced: claims to citations, citations to sources, sources to pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mundraft.document.links import live_address
from mundraft.interview.interview import Interview
from mundraft.interview.places import has_words
from mundraft.interview.states import State
from mundraft.interview.texts import citations_of, text_of
from mundraft.library.looked_up import LookedUp, catalogue_ref
from mundraft.models.fields import names_of
from mundraft.paper.address import Address, join, value_at
from mundraft.paper.model import Citation, Item, Paper, Said, Source, Topic
from mundraft.paper.names import authors_in_line, people_joined
from mundraft.problems import Problem, Severity
from mundraft.text.dates import is_date
from mundraft.text.shortened import shortened

from .answers import named

if TYPE_CHECKING:
    from mundraft.library.search_path import Library

_SHOWN = 70
#: As many letters of a line of authors are shown as it should be.
_LONG_LINE = 200
#: How many sources that nothing cites are named; the others are counted.
_NAMED = 3


def unsourced_claims(interview: Interview) -> Iterator[Problem]:
    """Claims of fact without a citation; of a list, each entry that has none. What is not printed, because the delegate
    writes its part, claims nothing."""
    for prompt in interview.prompts():
        if prompt.state not in (State.ANSWERED, State.INVALID) or not prompt.question.needs_source:
            continue
        if interview.own_part(prompt) is not None:
            continue
        for claim in _claims(prompt.value):
            if not _is_cited(claim, interview.paper, prompt.cite_address):
                yield Problem(
                    code="claim-unsourced",
                    what=f"{named(prompt, interview)}: no source for “{shortened(text_of(claim), _SHOWN)}”.",
                    next_step="Add the link and the title of the page on which you read it.",
                    address=prompt.address,
                    severity=Severity.WARNING,
                )


def citation_findings(paper: Paper, library: Library) -> Iterator[Problem]:
    """Citations of sources that neither the paper nor the library holds: each once for every place it stands at."""
    known = {source.id for source in paper.sources}
    looked_up = LookedUp(library)
    for address, citation in citations(paper):
        if citation.source in known or looked_up.instrument(catalogue_ref(citation.source)):
            continue
        yield Problem(
            code="citation-unknown",
            what=f"“{citation.source}” is cited here, but the paper has no such source.",
            next_step="Add the source, or take the citation out.",
            address=address,
        )


def source_findings(paper: Paper) -> Iterator[Problem]:
    """Sources that no answer cites, that cannot be followed or named, or that stand twice."""
    cited = {citation.source for _, citation in citations(paper)}
    links = Counter(live_address(source.url) for source in paper.sources if live_address(source.url))
    seen: set[str] = set()
    yield from _uncited([source for source in paper.sources if source.id not in cited])
    for source in paper.sources:
        address = join("sources", source.id)
        yield from faults_of(source, address)
        link = live_address(source.url)
        if links[link] > 1 and link in seen:
            yield _finding(
                "source-twice",
                f"“{_called(source)}” has the same link as another source.",
                "Cite one of the two and take the other out; what differs, such as the page, goes into the citation.",
                address,
                Severity.ADVICE,
            )
        seen.add(link)


def _uncited(sources: list[Source]) -> Iterator[Problem]:
    """Sources that are not printed, told together: who imported a whole library has many, and a chair sees none."""
    if not sources:
        return
    named = [f"“{_called(source)}”" for source in sources[:_NAMED]]
    if len(sources) > _NAMED:
        named.append(f"{len(sources) - _NAMED} more")
    listed = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    is_, it = ("is", "it") if len(sources) == 1 else ("are", "them")
    next_step = f"Cite {it} where you use {it}; a source that is not cited is not printed."
    what = f"{listed} {is_} in your sources, but no answer cites {it}."
    yield _finding("source-uncited", what, next_step, join("sources", sources[0].id), Severity.ADVICE)


def citations(paper: Paper) -> Iterator[tuple[Address, Citation]]:
    """Every citation whose words stand in the paper, with the address of the answer or the entry's list."""
    for topic in paper.topics:
        base = join("topics", topic.id)
        for key, answer in topic.answers.items():
            yield from _below(answer, join(base, "answers", key))
        yield from _of_entries(topic, base)
        for key, words in topic.own_words.items():
            yield from _below(words, join(base, "own_words", key))


def _of_entries(holder: Topic | Item, base: Address) -> Iterator[tuple[Address, Citation]]:
    for name in names_of(type(holder)):
        entries = getattr(holder, name)
        if not isinstance(entries, tuple):
            continue
        for entry in entries:
            if isinstance(entry, Item):
                address = join(base, name, entry.id)
                yield from ((join(address, "cite"), citation) for citation in entry.cite)
                yield from _of_entries(entry, address)


def _below(answer: Any, address: Address) -> Iterator[tuple[Address, Citation]]:
    for one in answer if isinstance(answer, tuple) else (answer,):
        if has_words(one):
            yield from ((address, citation) for citation in citations_of(one))


def faults_of(source: Source, address: Address) -> Iterator[Problem]:
    """What is wrong with one source as it stands, whoever cites it: its title, its link, its authors, its dates."""
    if not source.title.strip():
        yield _finding(
            "source-untitled",
            f"The source “{_called(source)}” has no title.",
            "Write the title of the page or the document as it stands at its top.",
            join(address, "title"),
        )
    if source.url.strip() and not live_address(source.url):
        yield _finding(
            "source-link",
            f"“{shortened(source.url, _SHOWN)}” is not the address of a web page, so it cannot be followed.",
            "Copy the address from the browser; it begins with https:// or http://.",
            join(address, "url"),
        )
    yield from _people_joined(source, address)
    for field in ("issued", "accessed"):
        value = getattr(source, field)
        if value.strip() and not is_date(value):
            yield _finding(
                "source-date",
                f"“{shortened(value, _SHOWN)}” is not a date.",
                "Write 2025, 2025-03 or 2025-03-14, always with the year; leave it empty where there is none.",
                join(address, field),
                Severity.ADVICE,
            )


def _people_joined(source: Source, address: Address) -> Iterator[Problem]:
    """Two people in the place of one author, whom every style would print as one."""
    for name in source.author:
        if people := people_joined(name):
            yield _finding(
                "source-authors-joined",
                f"“{shortened(authors_in_line((name,)), _SHOWN)}” stands here as one author.",
                f"If these are people, part them by semicolons: {shortened(authors_in_line(people), _LONG_LINE)}",
                join(address, "author"),
                Severity.ADVICE,
            )
            return


def _claims(value: Any) -> tuple[Any, ...]:
    entries = value if isinstance(value, tuple) else (value,)
    return tuple(entry for entry in entries if has_words(entry))


def _is_cited(claim: Any, paper: Paper, cite_address: Address) -> bool:
    if isinstance(claim, Said):
        return bool(claim.cite)
    return bool(cite_address) and bool(value_at(paper, cite_address))


def _called(source: Source) -> str:
    return shortened(source.title or source.url or source.id, _SHOWN)


def _finding(code: str, what: str, next_step: str, address: Address, severity: Severity = Severity.WARNING) -> Problem:
    return Problem(code, what, next_step, address=address, severity=severity)
