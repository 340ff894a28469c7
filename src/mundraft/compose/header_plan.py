"""The head of a paper as a conference plans it: its fields, labels and looks, filled with what the paper says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from mundraft.compose.fields import OF_TOPIC, PaperFields
from mundraft.compose.gaps import Asked, gap, gap_called
from mundraft.compose.header import seat_called
from mundraft.document.tree import HEAD, Block, HeaderBlock, HeaderColumn, Origin, Part, Place, Run, Title, Words
from mundraft.library.naming_fields import ANSWERED_AT, FIELD_NAMES, names_in
from mundraft.library.seat_name import SeatName
from mundraft.paper.model import Paper
from mundraft.text.dates import date_in_words

if TYPE_CHECKING:
    from mundraft.library.conference_header import Header, HeaderLine

#: The fields that say whom the paper speaks for.
_SEAT = ("country", "formal_country")
_BRACED = re.compile(r"\{([^{}]*)\}")


class Head(NamedTuple):
    """What the header of one paper is made from. With `gaps`, fields that the paper does not say show as gaps.

    `seat_label` is what its template calls a seat that is no country: "Organisation"; "" where it says nothing."""

    header: Header
    paper: Paper
    seat: SeatName
    asked: Asked
    conference: str
    today: date
    gaps: bool
    seat_label: str = ""

    def part(self, topics: Sequence[int], of_topic: str = "") -> Part | None:
        """The block and the title that stand in the text for these topics (by their places, from 0)."""
        if self.header.place == "none":
            return None
        running = self.header.place == "every page"
        blocks = [block for block in (None if running else self.block(topics), self._title(topics)) if block]
        return Part(HEAD, tuple(blocks), of_topic) if blocks else None

    def block(self, topics: Sequence[int]) -> HeaderBlock | None:
        """The lines of the header in their columns, None where there are none."""
        columns = tuple(
            HeaderColumn(tuple(self._lines(column.lines, topics)), Place(column.at)) for column in self.header.columns
        )
        if not any(column.lines for column in columns):
            return None
        return HeaderBlock(columns, self.header.line_spacing or 0.0)

    @property
    def names_topic(self) -> bool:
        """Whether the header says what the topic is, or stands in a form that does."""
        title = names_in(self.header.title.text) if self.header.title else ()
        lines = [line for column in self.header.columns for line in column.lines]
        return self.header.place == "none" or "topic" in title or any("topic" in line.names for line in lines)

    def _title(self, topics: Sequence[int]) -> Block | None:
        title = self.header.title
        if title is None:
            return None
        words = self._filled(title.text, topics, bold=title.bold, italic=title.italic)
        return Title(words, Place(title.at))

    def _lines(self, lines: Sequence[HeaderLine], topics: Sequence[int]) -> Iterator[Words]:
        """Each line once, and one about the topic once for each topic."""
        for line in lines:
            each = [[index] for index in topics] if line.names & OF_TOPIC else [list(topics)]
            for meant in each:
                words = self._line(line, meant, tells_apart=len(each) > 1)
                if words:
                    yield words

    def _line(self, line: HeaderLine, topics: Sequence[int], *, tells_apart: bool) -> Words:
        if line.field == "text":
            said = self._filled(line.text, topics, bold=line.bold, italic=line.italic)
        else:
            said = self._value(line.field, topics, bold=line.bold, italic=line.italic)
        if not said or not line.label:
            return said
        label = self._label(line)
        if tells_apart and not _BRACED.search(label):
            label += " {topic_letter}"
        looks = {"bold": line.bold_label, "italic": line.italic_label}
        before = self._filled(label, topics, **looks)
        return (*before, Run(":", Origin.TEMPLATE, **looks), Run(" ", Origin.TEMPLATE), *said)

    def _label(self, line: HeaderLine) -> str:
        """A line's label; an organisation or a person is not called a country."""
        if line.field not in _SEAT or not self.seat.unverified or line.label.strip().casefold() != "country":
            return line.label
        return self.seat_label or seat_called(self.seat)

    def _filled(self, pattern: str, topics: Sequence[int], *, bold: bool, italic: bool) -> Words:
        """A pattern of the conference's words and names of fields in braces."""
        runs: list[Run] = []
        for index, piece in enumerate(_BRACED.split(pattern)):
            if index % 2:
                runs += self._value(piece, topics, bold=bold, italic=italic)
            elif piece:
                runs.append(Run(piece, Origin.TEMPLATE, bold, italic))
        return tuple(runs)

    def _value(self, field: str, topics: Sequence[int], *, bold: bool, italic: bool) -> tuple[Run, ...]:
        value = PaperFields(self.paper, self.seat, topics, self.conference, self.today).value(field)
        if value:
            shown = date_in_words(value) if field == "date" else value
            return (Run(shown, self._origin(field), bold, italic),)
        return (Run(self._gap(field), Origin.GAP),) if self.gaps else ()

    def _origin(self, field: str) -> Origin:
        if field in _SEAT:
            return Origin.DELEGATE if self.seat.unverified else Origin.LIBRARY
        if field == "conference":
            return Origin.DELEGATE if self.paper.conference.strip() else Origin.LIBRARY
        return Origin.TEMPLATE if field in ("topic_letter", "topic_number", "date") else Origin.DELEGATE

    def _gap(self, field: str) -> str:
        question = self.asked.answers.get(ANSWERED_AT.get(field, ""))
        return (gap(question) if question else gap_called(FIELD_NAMES[field])).text
