"""The editors that look things up: the seat, an instrument, an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from mundraft.interview.states import Prompt
from mundraft.paper.model import InstrumentUse, Seat
from mundraft.tui.editors.picker import Chosen, Picker, warned
from mundraft.tui.editors.textbox import TextBox
from mundraft.tui.lookup_rows import Row


class SeatPicker(Picker):
    """The seat: a country of the library, or any other delegation by hand."""

    def _held(self, prompt: Prompt) -> Chosen:
        seat = prompt.value if isinstance(prompt.value, Seat) else Seat()
        return Chosen(seat.ref, "" if seat.ref else seat.name)

    def _matches(self, query: str) -> Sequence[Row]:
        return self.lookups.countries(query)

    def _placeholder(self) -> str:
        return self.prompt.question.placeholder or "A country or an organisation"

    @property
    def value(self) -> Any:
        held = self.prompt.value
        if isinstance(held, Seat) and (held.ref or held.name) and self._held(self.prompt) == self._chosen:
            return held
        return Seat(ref=self._chosen.ref, name="" if self._chosen.ref else self._chosen.text)


class InstrumentPicker(Picker):
    """A treaty, declaration or resolution of the catalogue, with how the seat stands to it, or another by hand."""

    GAP = "\n   "

    def _held(self, prompt: Prompt) -> Chosen:
        use = prompt.value
        if not isinstance(use, InstrumentUse):
            return Chosen()
        return Chosen(use.ref, "" if use.ref else use.name)

    def show(self, prompt: Prompt) -> None:
        comes_back = not self.display
        super().show(prompt)
        if comes_back:  # the topic may be named otherwise by now, and with it what is offered first
            self._find("" if self._chosen.ref else self._chosen.text)

    def _matches(self, query: str) -> Sequence[Row]:
        return self.lookups.instruments(query, self.prompt.topic_id)

    def more(self) -> ComposeResult:
        use = self.prompt.value if isinstance(self.prompt.value, InstrumentUse) else InstrumentUse(id="x")
        yield Static("Its year and where it can be read", classes="by-hand quiet")
        yield TextBox(use.year, one_line=True, placeholder="Year, e.g. 2016", id="year")
        yield TextBox(use.url, one_line=True, placeholder="https://…", id="url")

    def _tell(self) -> None:
        super()._tell()
        self.set_class(bool(self._chosen.text), "-by-hand")

    def _minding(self) -> Content:
        return warned(self.lookups.warning(self._chosen.ref) if self._chosen.ref else None)

    @property
    def value(self) -> Any:
        if self._chosen.ref:
            return InstrumentUse(id="x", ref=self._chosen.ref)
        if not self._chosen.text:
            return ""
        year, url = self.query_one("#year", TextBox).text, self.query_one("#url", TextBox).text
        return InstrumentUse(id="x", name=self._chosen.text, year=year.strip(), url=url.strip())


class ArticlePicker(Picker):
    """The number of an article, offered from the catalogue with what each article does."""

    HOW = (
        "Type the number of the article. Or type words of what it does: Enter then goes to the articles that do it, "
        "and Enter again takes one."
    )
    TAKES_NEAREST = False

    def _held(self, prompt: Prompt) -> Chosen:
        return Chosen(text=prompt.text)

    def _matches(self, query: str) -> Sequence[Row]:
        return self.lookups.articles(self.prompt.address, query)

    def _placeholder(self) -> str:
        return "e.g. 35, or words of what it does"

    def _tell(self) -> None:
        does = self.lookups.article_does(self.prompt.address, self._chosen.text)
        told = Content.from_markup("[$success]✓ it $does[/]", does=does) if does else Content("")
        if self._must_choose():
            told = Content.from_markup("[$warning]? Enter goes to the list; Enter there takes the marked line.[/]")
        self.query_one(".understood", Static).update(told)
        self.query_one(".minding", Static).update(self._minding())

    def doubt(self) -> str:
        problem = self.lookups.article_problem(self.prompt.address, self._chosen.text)
        return f"{problem.what} {problem.next_step}" if problem else ""

    def _minding(self) -> Content:
        return warned(self.lookups.article_problem(self.prompt.address, self._chosen.text))

    def _choose(self, chosen: Chosen) -> None:
        super()._choose(Chosen(text=chosen.ref or chosen.text))

    def _title(self, chosen: Chosen) -> str:
        return chosen.ref or chosen.text

    def _must_choose(self) -> bool:
        """Words are a search and no number: Enter offers what they found, and the last line keeps them as they are."""
        typed = self._chosen.text.casefold()
        is_number = any(letter.isdigit() for letter in typed) or typed in (row.ref.casefold() for row in self._rows)
        return self._just_typed and bool(self._rows and typed) and not is_number

    @property
    def value(self) -> Any:
        return self._chosen.text
