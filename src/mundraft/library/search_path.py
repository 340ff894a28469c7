"""The library: templates, countries, instruments, conferences and examples, found by name along one search path.

A library is cheap to make; what its lists and searches find is kept for its lifetime, so that whoever wants to see new
files makes another. Whole files are read only when one is asked for by name; lists and searches go by the compiled
index.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mundraft.files.places import user_data, user_state
from mundraft.files.reading import read_capped
from mundraft.files.there import is_folder
from mundraft.library import folders as path_of
from mundraft.library.file_names import is_id
from mundraft.library.folders import (
    CALLED,
    CORRECTED,
    HOW_TO_SEE,
    Folder,
    Shelf,
    Tier,
    is_behind_a_link,
    is_there,
    path_on,
    refuse_unsafe,
)
from mundraft.library.read_once import ReadOnce
from mundraft.library.reading import read_body, read_conference, read_country, read_instrument, read_shipped_seat_name
from mundraft.library.shelves import Shelves
from mundraft.library.template import Template, template_at
from mundraft.problems import Place, Problem, UnknownName

if TYPE_CHECKING:
    from mundraft.library.body import Body
    from mundraft.library.conference import Conference
    from mundraft.library.country import Country
    from mundraft.library.index import Entry
    from mundraft.library.instrument import Instrument
    from mundraft.library.participation import Participation
    from mundraft.library.provisions import ProvisionMatch
    from mundraft.library.seat_name import SeatName
    from mundraft.library.shelving import Found
    from mundraft.library.standings import Participant, Standing


class Match(NamedTuple):
    """A country, instrument, body or conference that fits a query. `sure`: it can be taken without asking.

    `participation` is how the country asked about stands to the instrument, None where none was asked about."""

    ref: str
    title: str
    detail: str
    score: float
    sure: bool = False
    participation: Participation | None = None


class Library:
    """Everything on one search path. Methods raise `UnknownName` (with suggestions) and `UnreadableFile`."""

    def __init__(self, folders: Iterable[Folder], keep_in: Path | None = None) -> None:
        self.folders = tuple(folders)
        self._shelves = Shelves(self.folders, keep_in)
        self._read = ReadOnce()
        self._seat_names = ReadOnce()
        #: the files of each template that was read, by its folder
        self._made_of: dict[Path, tuple[Path, ...]] = {}

    # templates

    def template(self, name: str) -> Template:
        """The template of this name, with every problem in its `template.yaml` told at once."""
        path, origin = self._first(Shelf.TEMPLATES, name)
        files = self._made_of.get(path, ())
        template = self._read.of(files, lambda *_: template_at(name, path, origin, self.folders))
        self._made_of[path] = template.files
        return template

    def templates(self) -> tuple[Found, ...]:
        """Every template, by name."""
        return self.on_shelf(Shelf.TEMPLATES)

    # example papers

    def example(self, name: str) -> bytes:
        """The file of an example paper."""
        path, _ = self._first(Shelf.EXAMPLES, name)
        return read_capped(path, "example")

    def examples(self) -> tuple[Found, ...]:
        """Every example paper, by name; the title is the seat and the first topic."""
        return self.on_shelf(Shelf.EXAMPLES)

    # countries

    def country(self, ref: str) -> Country:
        """The country whose profile is `<ref>.yaml`."""
        return self._read.of(self._files(Shelf.COUNTRIES, ref), read_country)

    def seat_name(self, ref: str) -> SeatName:
        """The same as `country(ref).seat_name()`: for a profile that ships, in a tenth of the time of the first."""
        path, origin = self._first(Shelf.COUNTRIES, ref)
        if origin is not Tier.SHIPPED:
            return self.country(ref).seat_name()
        return self._seat_names.of((path,), read_shipped_seat_name)

    def countries(self) -> tuple[Found, ...]:
        """Every country, by its English name."""
        return self.on_shelf(Shelf.COUNTRIES)

    def find_countries(self, query: str, limit: int = 12) -> tuple[Match, ...]:
        """The countries that fit what was typed, best first; all of them, by name, for an empty query."""
        return self._matches(Shelf.COUNTRIES, query, limit, None)

    # instruments

    def instrument(self, ref: str) -> Instrument:
        """The instrument whose file is `<ref>.yaml`."""
        return self._read.of(self._files(Shelf.INSTRUMENTS, ref), read_instrument)

    def instruments(self) -> tuple[Found, ...]:
        """Every instrument, by title."""
        return self.on_shelf(Shelf.INSTRUMENTS)

    def find_instruments(
        self, query: str, country: str | Country | None = None, topic: str | None = None, limit: int = 12
    ) -> tuple[Match, ...]:
        """The instruments that fit what was typed, best first; all of them, by title, for an empty query.

        `country` adds how it stands to each; `topic` ("child-rights") keeps only the instruments on it."""
        entries = self._shelves.shelved(Shelf.INSTRUMENTS).entries
        among = None if topic is None else {ref for ref, entry in entries.items() if topic in entry.topics}
        matches = self._matches(Shelf.INSTRUMENTS, query, limit, among)
        if country is None:
            return matches
        seat = self.country(country) if isinstance(country, str) else country
        return tuple(
            Match(m.ref, m.title, m.detail, m.score, m.sure, seat.participation(entries[m.ref])) for m in matches
        )

    def standing(self, country: str | Country, topic: str | None = None) -> tuple[Standing, ...]:
        """How a country stands to every instrument, by title; with a topic ("child-rights"), to those on it."""
        from mundraft.library.standings import standing

        seat = self.country(country) if isinstance(country, str) else country
        return standing(seat, self._shelves.shelved(Shelf.INSTRUMENTS).entries.values(), topic)

    def participants(self, instrument: str) -> tuple[Participant, ...]:
        """How every country stands to an instrument, by its id, in the order of the countries' names.

        Raises `UnknownName` and `UnreadableFile` as `instrument` does."""
        from mundraft.library.acts import ACTS
        from mundraft.library.standings import participants

        asked = self.entries(Shelf.INSTRUMENTS).get(instrument) or self.instrument(instrument)
        return participants(self._shelves.rows(Shelf.COUNTRIES, ACTS).values(), asked)

    def find_provisions(self, query: str, instrument: str | None = None, limit: int = 12) -> tuple[ProvisionMatch, ...]:
        """The provisions that fit what was typed, best first: by what they do, their keywords or their number.

        `instrument` keeps only those of one, by its id."""
        from mundraft.library.provisions import PROVISIONS, find

        return find(self._shelves.rows(Shelf.INSTRUMENTS, PROVISIONS), query, instrument, limit)

    def offered_for(self, topic: str) -> dict[str, float]:
        """How much each instrument is about a topic of a paper, by its id; those alone that are at all."""
        from mundraft.library.offering import offered_for
        from mundraft.library.provisions import PROVISIONS

        return offered_for(self.entries(Shelf.INSTRUMENTS), self._shelves.rows(Shelf.INSTRUMENTS, PROVISIONS), topic)

    # bodies

    def body(self, ref: str) -> Body:
        """The body whose file is `<ref>.yaml`."""
        return self._read.of(self._files(Shelf.BODIES, ref), read_body)

    def bodies(self) -> tuple[Found, ...]:
        """Every body of the United Nations, and those beside it, by name."""
        return self.on_shelf(Shelf.BODIES)

    def find_bodies(self, query: str, limit: int = 12) -> tuple[Match, ...]:
        """The bodies that fit what was typed, best first; all of them, by name, for an empty query.

        A body with whose name what was typed begins ("UNICEF executive board") fits as well as a poor slip does."""
        from mundraft.library.body_begun import body_begun_with  # only a search needs what compares names
        from mundraft.library.matching import BEGUN

        found = self._matches(Shelf.BODIES, query, limit, None)
        if found and (found[0].sure or not 0 < found[0].score < BEGUN):
            return found
        begun = body_begun_with(query, self._shelves.matcher(Shelf.BODIES).rank)
        if not begun:
            return found
        entry = self.entries(Shelf.BODIES)[begun]
        first = Match(begun, entry.title, entry.detail, BEGUN)
        return (first, *(match for match in found if match.ref != begun))[:limit]

    # conferences

    def conference(self, ref: str) -> Conference:
        """The conference whose preset is `<ref>.yaml`."""
        return self._read.of(self._files(Shelf.PRESETS, ref), read_conference)

    def conferences(self) -> tuple[Found, ...]:
        """Every conference whose rules are known, by name."""
        return self.on_shelf(Shelf.PRESETS)

    def find_conferences(self, query: str, limit: int = 12) -> tuple[Match, ...]:
        """The conferences that fit what was typed, best first; all of them, by name, for an empty query."""
        return self._matches(Shelf.PRESETS, query, limit, None)

    # all

    def on_shelf(self, shelf: Shelf) -> tuple[Found, ...]:
        """Everything on a shelf, by title."""
        return self._shelves.in_order(shelf)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with files that lists leave out, and a folder that was asked for and is not there."""
        return self.missing_folders + tuple(problem for shelf in Shelf for problem in self.problems_on(shelf))

    @property
    def missing_folders(self) -> tuple[Problem, ...]:
        """That a folder was asked for and is not there."""
        gone = [one.path for one in self.folders if one.origin is Tier.GIVEN and not is_folder(one.path)]
        what, next_step = "There is no such folder: {}", "Check --library or MUNDRAFT_LIBRARY."
        return tuple(Problem("library-folder-missing", what.format(path), next_step, Place(str(path))) for path in gone)

    def problems_on(self, shelf: Shelf) -> tuple[Problem, ...]:
        """What is wrong with files that the list of one shelf leaves out."""
        return self._shelves.shelved(shelf).problems

    def entries(self, shelf: Shelf) -> dict[str, Entry]:
        """What the index holds of everything on a shelf, by id."""
        return self._shelves.shelved(shelf).entries

    def words(self) -> tuple[str, ...]:
        """The names in the word lists of class packs, which are written with capitals. What cannot be read has none."""
        from mundraft.library.word_list import words_in

        packs = (folder.path for folder in self.folders if folder.origin is Tier.PACK)
        return tuple(dict.fromkeys(word for path in packs for word in words_in(path)))

    def warm_up(self) -> None:
        """Make ready what lists and first searches need, for a thread to do while a person reads the first screen."""
        for shelf in (Shelf.COUNTRIES, Shelf.INSTRUMENTS):
            self._shelves.matcher(shelf).warm_up()

    def _matches(self, shelf: Shelf, query: str, limit: int, among: set[str] | None) -> tuple[Match, ...]:
        entries = self._shelves.shelved(shelf).entries
        if not query.strip():
            all_found = [found for found in self._shelves.in_order(shelf) if among is None or found.name in among]
            return tuple(Match(found.name, found.title, found.detail, 0.0) for found in all_found[:limit])
        ranked = self._shelves.matcher(shelf).rank(query, limit, among)
        return tuple(
            Match(hit.ref, entries[hit.ref].title, entries[hit.ref].detail, hit.score, hit.sure) for hit in ranked
        )

    def _first(self, shelf: Shelf, name: str) -> tuple[Path, Tier]:
        """The file or folder of this name that counts. Raises `UnknownName` where there is none."""
        refuse_unsafe(name, shelf)
        if shelf in CORRECTED and not is_id(name):
            # A disk that does not tell capitals from small letters would find a file, under a name that is no id.
            raise self._unknown(shelf, name)
        for folder in self.folders:
            path = path_on(shelf, folder.path, name)
            if is_there(path, shelf):
                return path, folder.origin
        raise self._unknown(shelf, name)

    def _files(self, shelf: Shelf, name: str) -> tuple[Path, ...]:
        """Every file of this name, the nearest first. Raises `UnknownName` where there is none."""
        first, _ = self._first(shelf, name)
        paths = [path_on(shelf, folder.path, name) for folder in self.folders]
        behind = paths[paths.index(first) + 1 :]
        return (first, *(path for path in behind if is_there(path, shelf)))

    def _unknown(self, shelf: Shelf, name: str) -> UnknownName:
        called = CALLED[shelf]
        linked = next(
            (one.path for one in self.folders if is_behind_a_link(path_on(shelf, one.path, name), shelf)), None
        )
        if linked is not None:
            what = f"The {called} {name!r} in {linked} stands behind a link to another place, so it is not used."
            next_step = "Put a copy of it there in place of the link."
            return UnknownName(Problem(code=f"{called}-unknown", what=what, next_step=next_step))
        if (above := self._above(shelf, name)) is not None:
            what = f"The {called} {name!r} is in {above / shelf}, and no folder above this one is looked into."
            next_step = f'Run this from {above}, or give it: mundraft --library "{above}"'
            return UnknownName(Problem(code=f"{called}-unknown", what=what, next_step=next_step))
        meant = " or ".join(f"{match.ref!r} ({match.title})" for match in self._matches(shelf, name, 3, None))
        next_step = f"Did you mean {meant}?" if meant else self._how_to_see(shelf)
        return UnknownName(
            Problem(code=f"{called}-unknown", what=f"There is no {called} called {name!r}.", next_step=next_step)
        )

    def _above(self, shelf: Shelf, name: str) -> Path | None:
        """The folder above the papers', where one that works in the class's folder would have found this."""
        beside = next((one.path for one in self.folders if one.origin is Tier.BESIDE), None)
        return path_of.folder_above(beside, shelf, name) if beside else None

    def _how_to_see(self, shelf: Shelf) -> str:
        examples = [one.name for one in self.examples()] if shelf is Shelf.EXAMPLES else []
        return f"The examples are: {', '.join(examples)}." if examples else HOW_TO_SEE[shelf]


def default_library(beside: Path | None = None, extra: Path | None = None) -> Library:
    """The library of this run: `extra` is `--library`, `beside` the paper or its folder (else the current folder)."""
    return Library(path_of.folders(beside, extra, user_data()), keep_in=user_state() / "library-index")


def shipped_library() -> Library:
    """What ships with the program and nothing that anybody added: no stranger's template is filled from it."""
    return Library((Folder(path_of.shipped_folder(), Tier.SHIPPED),))
