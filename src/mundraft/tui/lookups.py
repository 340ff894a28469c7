"""What the pickers ask of the library, in rows that a list can show; an unreadable profile hides nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mundraft.interview.states import Prompt
from mundraft.library.questions import Kind
from mundraft.paper.address import Address
from mundraft.paper.model import InstrumentUse, LegalBasis, Seat
from mundraft.problems import MundraftError
from mundraft.text.folding import fold
from mundraft.tui.work import Work

if TYPE_CHECKING:
    from mundraft.library.instrument import Article
    from mundraft.library.search_path import Match

#: More rows than this are quicker found by typing another letter.
MANY = 60
#: The matcher's score from which a whole name was meant: below it, one word among several is alike by chance.
NEAR = 55.0


@dataclass(frozen=True, slots=True)
class Row:
    """One entry that fits; `sure` where it can be taken without asking, `near` where Enter may mean it."""

    ref: str
    title: str
    detail: str = ""
    sure: bool = False
    near: bool = False


class Lookups:
    """The library as the seat of one paper sees it."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def countries(self, query: str) -> Sequence[Row]:
        matches = self._work.library.find_countries(query, limit=MANY)
        return [_row(match, match.detail) for match in matches]

    def instruments(self, query: str) -> Sequence[Row]:
        """The instruments that fit, each with how the paper's country stands to it."""
        library, seat = self._work.library, self._work.paper.seat.ref
        try:
            matches = library.find_instruments(query, country=seat or None, limit=MANY)
        except MundraftError:
            matches = library.find_instruments(query, limit=MANY)
        return [_row(match, _standing_first(match)) for match in matches]

    def title(self, kind: Kind, ref: str) -> str:
        """How an entry of the library is called; its id where it cannot be read."""
        try:
            if kind is Kind.COUNTRY:
                return self._work.library.country(ref).name
            return self._work.library.instrument(ref).title
        except MundraftError:
            return ref

    def readable(self, value: Any, topic_id: str = "") -> Any:
        """A value as a sentence names it: a country, an instrument or its articles by their names and not by an id."""
        if isinstance(value, tuple) and value and isinstance(value[0], LegalBasis):
            return tuple(self._basis_in_words(basis, topic_id) for basis in value)
        try:
            if isinstance(value, Seat) and value.ref:
                return self._work.library.country(value.ref).seat_name().in_sentence
            if isinstance(value, InstrumentUse) and value.ref:
                return self._work.library.instrument(value.ref).in_sentence
        except MundraftError:
            return value
        return value

    def names(self, topic_id: str = "") -> tuple[str, str]:
        """The seat and the topic as sentences name them, "" where the paper does not say yet."""
        paper = self._work.paper
        seat = self.readable(paper.seat) if paper.seat.ref else paper.seat.name
        topic = next((topic.noun for topic in paper.topics if topic.id == topic_id), "")
        return (seat if isinstance(seat, str) else ""), topic

    def _basis_in_words(self, basis: LegalBasis, topic_id: str) -> str:
        topic = next((topic for topic in self._work.paper.topics if topic.id == topic_id), None)
        use = next((one for one in topic.instruments if one.id == basis.instrument), None) if topic else None
        named = self.readable(use) if use else None
        name = named if isinstance(named, str) else ((use.name or use.ref) if use else "") or "an instrument"
        return f"article {basis.article} of {name}" if basis.article else name

    def details(self, kind: Kind, ref: str) -> str:
        """A quiet line about a chosen entry: a country's formal name and groups, a treaty's parties."""
        try:
            if kind is Kind.COUNTRY:
                country = self._work.library.country(ref)
                return _joined(country.names.formal, country.names.adjective, country.united_nations.regional_group)
            instrument = self._work.library.instrument(ref)
            binding = "binding" if instrument.binding else "not binding"
            return _joined(instrument.year, binding, self._standing(ref))
        except MundraftError:
            return "not in this library"

    def _standing(self, ref: str) -> str:
        seat = self._work.paper.seat.ref
        if not seat:
            return ""
        country = self._work.library.country(seat)
        status = country.participation(self._work.library.instrument(ref))
        return f"{country.name}: {status.in_words}"

    def articles(self, address: Address, query: str) -> Sequence[Row]:
        """The catalogue's articles of the instrument that an article question belongs to."""
        wanted = fold(query)
        rows = [Row(article.written, article.cited, article.does) for article in self._catalogue(address)]
        if not wanted:
            return rows
        return [row for row in rows if fold(row.ref).startswith(wanted) or wanted in fold(row.detail)]

    def article_does(self, address: Address, number: str) -> str:
        """What an article does, in the catalogue's words; "" where the catalogue has it not."""
        return next(
            (article.does for article in self._catalogue(address) if number in (article.written, article.number)), ""
        )

    def hint(self, prompt: Prompt) -> str:
        """What the catalogue says an article does, beside the question that asks for it in the delegate's words."""
        holder, _, field = prompt.address.rpartition("/")
        if field != "does" or "/articles/" not in holder:
            return ""
        number = self._work.value(f"{holder}/number")
        does = self.article_does(prompt.address, number)
        return f"The catalogue, of article {number}: it {does}." if does else ""

    def _catalogue(self, address: Address) -> Sequence[Article]:
        use = self._work.value("/".join(address.split("/")[:4]))
        if not isinstance(use, InstrumentUse) or not use.ref:
            return ()
        try:
            return self._work.library.instrument(use.ref).articles
        except MundraftError:
            return ()

    def provisions(self, topic_id: str) -> list[tuple[LegalBasis, str]]:
        """The articles that a topic cites, as bases of a solution, each with how it reads."""
        topic = next((topic for topic in self._work.paper.topics if topic.id == topic_id), None)
        offered = []
        for use in topic.instruments if topic else ():
            name = self.title(Kind.INSTRUMENT, use.ref) if use.ref else use.name
            for article in use.articles:
                if article.number:
                    offered.append(
                        (LegalBasis(instrument=use.id, article=article.number), f"{name}, article {article.number}")
                    )
            if name:
                offered.append((LegalBasis(instrument=use.id), f"{name} as a whole"))
        return offered


def _row(match: Match, detail: str) -> Row:
    return Row(match.ref, match.title, detail, match.sure, match.score >= NEAR)


def _standing_first(match: Match) -> str:
    """How the seat stands to an instrument, before what the instrument is: a narrow screen cuts the end."""
    detail = match.detail.removeprefix(f"{match.title}, ")
    return _joined(match.participation.in_words if match.participation else "", detail)


def _joined(*details: str | None) -> str:
    return " · ".join(detail for detail in details if detail)
