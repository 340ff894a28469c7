"""Whether the law that the paper cites binds the seat, and whether what it says of it can be looked up.

Nothing is said of a treaty that the library does not know: only that it was not checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mundraft.document.links import live_address
from mundraft.library.looked_up import LookedUp
from mundraft.library.seat_name import SeatName
from mundraft.paper.address import Address, join
from mundraft.paper.model import InstrumentUse, Topic
from mundraft.problems import Problem, Severity

from .article_numbers import article_problem
from .article_words import other_article
from .seats import seat_findings
from .standing import standing_problem

if TYPE_CHECKING:
    from mundraft.interview.interview import Interview
    from mundraft.library.country import Country
    from mundraft.library.search_path import Library


def law_findings(interview: Interview, library: Library) -> Iterator[Problem]:
    """The seat, then the instruments of each topic and what rests on them."""
    paper = interview.paper
    looked_up = LookedUp(library)
    country = looked_up.country(paper.seat.ref)
    seat = looked_up.seat_name(paper.seat)
    yield from seat_findings(paper, library, country, interview.prompt("seat"))
    for topic in paper.topics:
        named: set[str] = set()
        for use in topic.instruments:
            address = join("topics", topic.id, "instruments", use.id)
            yield from _instrument_findings(use, address, looked_up, country, seat)
            name = (use.ref or use.name).strip().casefold()
            if name and name in named:
                yield _advice(
                    "instrument-twice",
                    f"“{use.name or use.ref}” stands twice in this topic.",
                    "Put all of its articles under one of the two.",
                    address,
                )
            named.add(name)
        yield from _dangling_bases(topic)


def _instrument_findings(
    use: InstrumentUse, address: Address, looked_up: LookedUp, country: Country | None, seat: SeatName
) -> Iterator[Problem]:
    if not (use.ref or use.name.strip()):
        if any(article.number.strip() or article.does.strip() for article in use.articles):
            yield Problem(
                "article-without-instrument",
                "An article is given here, but not the instrument that it belongs to.",
                "Choose the treaty or declaration, or type its name.",
                address=join(address, "ref"),
                severity=Severity.WARNING,
            )
        return
    if use.url.strip() and not live_address(use.url):
        yield Problem(
            "source-link",
            f"The link of “{use.name}” is not the address of a web page.",
            "Copy the address from the browser; it begins with https:// or http://.",
            address=join(address, "url"),
            severity=Severity.WARNING,
        )
    instrument = looked_up.instrument(use.ref)
    if instrument is None:
        yield _not_checked(use, address)
        return
    if country is not None and country.joins_treaties:
        problem = standing_problem(country.participation(instrument), instrument, seat, join(address, "ref"))
        yield from (problem,) if problem else ()
    for article in use.articles:
        at = join(address, "articles", article.id)
        problem = article_problem(article.number, instrument, join(at, "number"))
        problem = problem or other_article(article.does, article.number, instrument, join(at, "does"))
        yield from (problem,) if problem else ()


def _not_checked(use: InstrumentUse, address: Address) -> Problem:
    if use.ref:
        return _advice(
            "instrument-not-in-library",
            f"This library has no instrument “{use.ref}”, so nothing about it can be checked.",
            "Choose it again from the list, or check by yourself whether your country is a party.",
            join(address, "ref"),
        )
    return _advice(
        "instrument-unverified",
        f"“{use.name}” was written in by hand, so nothing about it can be checked.",
        "Look for it in the list. If it is not there, check its title, its year and whether your country is a party.",
        join(address, "ref"),
    )


def _dangling_bases(topic: Topic) -> Iterator[Problem]:
    """Solutions that rest on an article or an instrument which the topic does not cite, or no longer does.

    A basis without an article is the instrument as a whole."""
    cited = {(use.id, article.number.strip()) for use in topic.instruments for article in use.articles}
    cited |= {(use.id, "") for use in topic.instruments if use.ref or use.name.strip()}
    for number, solution in enumerate(topic.solutions, start=1):
        for basis in solution.legal_basis:
            article = basis.article.strip()
            if (basis.instrument, article) not in cited:
                rests_on = f"article “{article}”" if article else "an instrument"
                yield Problem(
                    "legal-basis-missing",
                    f"Solution {number} rests on {rests_on}, which the paper does not cite (any more).",
                    "Choose its legal basis again among the instruments and articles that you cite.",
                    address=join("topics", topic.id, "solutions", solution.id, "legal_basis"),
                    severity=Severity.WARNING,
                )


def _advice(code: str, what: str, next_step: str, address: Address) -> Problem:
    return Problem(code, what, next_step, address=address, severity=Severity.ADVICE)
