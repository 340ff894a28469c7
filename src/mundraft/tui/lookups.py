"""What the screens ask of the library about the paper in hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mundraft.interview.states import Prompt
from mundraft.library.questions import Kind
from mundraft.paper.address import Address
from mundraft.paper.model import InstrumentUse, LegalBasis, Said, Seat
from mundraft.problems import MundraftError, Problem
from mundraft.tui.work import Work

if TYPE_CHECKING:
    from mundraft.library.body import Body
    from mundraft.library.instrument import Article
    from mundraft.tui.conferences import Conferences
    from mundraft.tui.lookup_rows import Row

#: What a quotation ends with when its last word is whole.
_ENDS = tuple(" .;:!?…)]\"'”’")


class Lookups:
    """The library as the seat of one paper sees it."""

    def __init__(self, work: Work) -> None:
        self._work = work

    @cached_property
    def conferences(self) -> Conferences:
        """The conferences of the library."""
        from mundraft.tui.conferences import Conferences

        return Conferences(self._work)

    def countries(self, query: str) -> Sequence[Row]:
        """The countries that fit."""
        from mundraft.tui.lookup_rows import country_rows

        return country_rows(self._work.library, query)

    def bodies(self, query: str) -> Sequence[Row]:
        """The committees and other bodies that fit."""
        from mundraft.tui.lookup_rows import body_rows

        return body_rows(self._work.library, query)

    def body(self, ref: str) -> Body | None:
        """A body of the library, None where it cannot be read."""
        try:
            return self._work.library.body(ref)
        except MundraftError:
            return None

    def instruments(self, query: str, topic_id: str = "") -> Sequence[Row]:
        """The instruments that fit, with how the paper's country stands to each; those on its topic first."""
        from mundraft.tui.lookup_rows import instrument_rows

        paper = self._work.paper
        topic = next((one for one in paper.topics if one.id == topic_id), paper.topics[0])
        return instrument_rows(self._work.library, query, paper.seat.ref, f"{topic.title} {topic.noun}")

    def topic_letter(self, topic_id: str) -> str:
        """The letter of a topic of the paper, "" where it has one alone."""
        return self._work.interview.topic_letter(topic_id)

    def warning(self, ref: str) -> Problem | None:
        """What the paper's country may not write of an instrument; None where there is nothing to mind."""
        library, seat = self._work.library, self._work.paper.seat
        if not seat.ref:
            return None
        try:
            country, instrument = library.country(seat.ref), library.instrument(ref)
        except MundraftError:
            return None
        if not country.joins_treaties:
            return None
        from mundraft.coach.standing import standing_problem

        return standing_problem(country.participation(instrument), instrument, country.seat_name(), called="it")

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
                return self._work.library.seat_name(value.ref).in_sentence
            if isinstance(value, InstrumentUse) and value.ref:
                return self._work.library.instrument(value.ref).in_sentence
        except MundraftError:
            return value
        return value

    def said(self, address: Address) -> tuple[Said, ...]:
        """The texts of a list as the paper holds them, with what they cite; none where its texts cite nothing."""
        held = self._work.value(address)
        return tuple(one for one in held if isinstance(one, Said)) if isinstance(held, tuple) else ()

    def source_title(self, source_id: str) -> str:
        """How a source that an answer cites is called."""
        from mundraft.tui.citing import source_title

        return source_title(self._work, source_id)

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
        return f"{self._called(basis.article, use.ref if use else '')} of {name}" if basis.article else name

    def _called(self, number: str, ref: str) -> str:
        """A provision as the paper calls it: "article 35", "paragraph 1" of a resolution, "Principle 9"."""
        from mundraft.compose.provisions import is_bare, label_of

        try:
            instrument = self._work.library.instrument(ref) if ref else None
        except MundraftError:
            instrument = None
        return f"{label_of(number, instrument)} {number}" if is_bare(number) else number

    def details(self, kind: Kind, ref: str) -> str:
        """A quiet line about a chosen entry: a country's formal name and groups, a treaty's parties."""
        from mundraft.tui.lookup_rows import joined

        try:
            if kind is Kind.COUNTRY:
                country = self._work.library.country(ref)
                formal = country.names.formal if country.names.formal != country.name else ""
                return joined(formal, country.names.adjective, country.united_nations.regional_group)
            instrument = self._work.library.instrument(ref)
            # What there is to mind is told in full below the line.
            return joined(
                instrument.year, instrument.binding_in_words, "" if self.warning(ref) else self._standing(ref)
            )
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
        """The catalogue's articles of the instrument that an article question belongs to, by number or by words."""
        from mundraft.tui.lookup_rows import article_rows

        return article_rows(self._work.library, self._cited_ref(address), query)

    def article_does(self, address: Address, number: str) -> str:
        """What an article does, in the catalogue's words; "" where the catalogue has it not."""
        return next(
            (article.does for article in self._catalogue(address) if number in (article.written, article.number)), ""
        )

    def article_problem(self, address: Address, number: str) -> Problem | None:
        """What is wrong with the number of an article of the catalogue; None where there is nothing to mind."""
        ref = self._cited_ref(address)
        try:
            from mundraft.coach.article_numbers import article_problem

            return article_problem(number, self._work.library.instrument(ref)) if ref else None
        except MundraftError:
            return None

    def hint(self, prompt: Prompt) -> str:
        """What the catalogue says an article does, beside the question that asks for it in the delegate's words."""
        holder, _, field = prompt.address.rpartition("/")
        if field != "does" or "/articles/" not in holder:
            return ""
        number = self._work.value(f"{holder}/number")
        does = self.article_does(prompt.address, number)
        return f"In the catalogue, {self._called(number, self._cited_ref(prompt.address))} {does}." if does else ""

    def quoted(self, prompt: Prompt) -> tuple[Problem, ...]:
        """What is wrong with the words that are being quoted from an article; the word under the cursor can wait."""
        holder, _, field = prompt.address.rpartition("/")
        ref = self._cited_ref(prompt.address) if field == "quote" and "/articles/" in holder else ""
        words = prompt.text if prompt.text[-1:] in _ENDS else prompt.text.rpartition(" ")[0]
        if not ref or not words.strip():
            return ()
        from mundraft.coach.quotations import judged

        return tuple(judged(words, (ref, str(self._work.value(f"{holder}/number")))))

    def _cited_ref(self, address: Address) -> str:
        """The instrument to which an article's address belongs, "" for one that was written in by hand."""
        use = self._work.value("/".join(address.split("/")[:4]))
        return use.ref if isinstance(use, InstrumentUse) else ""

    def _catalogue(self, address: Address) -> Sequence[Article]:
        ref = self._cited_ref(address)
        try:
            return self._work.library.instrument(ref).articles if ref else ()
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
                    basis = LegalBasis(instrument=use.id, article=article.number)
                    offered.append((basis, f"{name}, {self._called(article.number, use.ref)}"))
            if name:
                offered.append((LegalBasis(instrument=use.id), f"{name} as a whole"))
        return offered
