"""The paper in hand, as the screens see it: every change goes through here, and from here to disk.

It holds the saving, the template and the library together and has no rule of its own: what an answer may be and where
it stands is the interview's business, when and how it is saved the desk's.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mundraft.desk.paper_names import telling_name
from mundraft.desk.paper_places import waits_for_a_name
from mundraft.desk.session import PaperSession
from mundraft.interview import changing, taken_out
from mundraft.interview.asking import Asking
from mundraft.interview.interview import Interview
from mundraft.interview.places import has_answers
from mundraft.interview.taken_out import PutBack, TakenOut
from mundraft.library.questions import TemplateDefinition
from mundraft.paper.address import Address, NoSuchAddress, value_at, with_entry, with_value, without_entry
from mundraft.paper.model import Citation, Item, Paper, Said, Source
from mundraft.paper.shape import models_in
from mundraft.problems import MundraftError
from mundraft.tui.own_words import given_back, taken_over

if TYPE_CHECKING:
    from mundraft.library.search_path import Library

#: The last steps of the addresses of what names a paper's file.
_NAMING = frozenset(("seat", "committee", "title", "noun"))


class Work:
    """One open paper with its template. Methods that change the paper hand it to the session at once."""

    def __init__(self, session: PaperSession, library: Library) -> None:
        self.session = session
        self.library = library
        self._asking = Asking(library.template(session.paper.template).definition, library)
        self._interview: Interview | None = None
        #: what was taken out since the paper was opened and has not come back, the newest last
        self.taken_out: list[TakenOut] = []
        #: the file and the address that were told last to the list of recent papers
        self._left: tuple[Path, Address] | None = None

    @classmethod
    def open(cls, path: Path, library: Library) -> Work:
        """Open a paper's file. Raises `UnreadableFile`, and `UnknownName` where its template is not in the library."""
        session = PaperSession.open(path, library)
        try:
            work = cls(session, library)
        except MundraftError:
            session.close()
            raise
        return work

    @property
    def paper(self) -> Paper:
        return self.session.paper

    @property
    def path(self) -> Path:
        return self.session.path

    @property
    def interview(self) -> Interview:
        """The interview of the paper as it stands now."""
        if self._interview is None or self._interview.paper is not self.paper:
            self._interview = self._asking.interview(self.paper)
        return self._interview

    def interview_of(self, other: Paper) -> Interview:
        """The interview of another version of the paper."""
        return Interview(self._asking.definition(self.paper), other)

    @property
    def definition(self) -> TemplateDefinition:
        """What the paper is asked: its template, with what its conference asks besides."""
        return self._asking.definition(self.paper)

    def put(self, paper: Paper) -> None:
        """Take a changed paper: it is on disk within a second."""
        self.session.put(paper)

    def value(self, address: Address) -> Any:
        """What stands at an address, "" where nothing can."""
        try:
            return value_at(self.paper, address)
        except NoSuchAddress:
            return ""

    def answer(self, address: Address, value: Any) -> None:
        """Put an answer in its place."""
        self.put(changing.answer(self.paper, self.definition, address, value))

    def take_out(self, address: Address, called: str) -> bool:
        """Take out the topic or the entry at an address; whether the paper held one. Raises `CannotSave` where the
        version before cannot be kept."""
        paper, taken = taken_out.take_out(self.paper, address, called)
        if taken is not None:
            if not isinstance(taken.held, Item) or has_answers(taken.held):
                self.session.keep_version("before an entry was taken out")
            self.taken_out.append(taken)
            self.put(paper)
        return taken is not None

    def take_out_line(self, address: Address, place: int) -> None:
        """Take a line out of the list at an address."""
        paper, taken = taken_out.take_out_line(self.paper, self.definition, address, place)
        if taken is not None:
            self.taken_out.append(taken)
            self.put(paper)

    def bring_back(self) -> PutBack:
        """Bring back what was taken out last. Raises `NoSuchAddress` where what it stood in is gone for good, and
        `WrongUse` where it has no room now: it can be brought back when there is."""
        try:
            back = taken_out.put_back(self.paper, self.definition, self.taken_out[-1])
        except NoSuchAddress:
            del self.taken_out[-1]
            raise
        del self.taken_out[-1]
        self.put(back.paper)
        return back

    def cites(self, address: Address, item: int = 0) -> tuple[Citation, ...]:
        """The citations that an answer carries; `item` counts the texts of a list."""
        here = self.value(address)
        if isinstance(here, tuple) and here and isinstance(here[0], Said):
            here = here[min(item, len(here) - 1)]
        if isinstance(here, Said):
            return here.cite
        return here if isinstance(here, tuple) else ()

    def cite(self, address: Address, citations: Iterable[Citation], item: int = 0) -> None:
        self.put(changing.cite(self.paper, self.definition, address, citations, item))

    def add_source(self, source: Source) -> None:
        self.put(with_entry(self.paper, "sources", source))

    def change_source(self, source: Source) -> None:
        """Put a changed source in the place of the one with its id; it is added where another window took that away."""
        try:
            self.put(with_value(self.paper, f"sources/{source.id}", source))
        except NoSuchAddress:
            self.add_source(source)

    def is_cited(self, source_id: str) -> bool:
        """Whether anything in the paper cites a source, be it an answer that has no words for now."""
        return any(cite.source == source_id for cite in models_in(self.paper, Citation))

    def remove_source(self, source_id: str) -> None:
        """Take a source out of the paper; the version before it stays among the earlier ones."""
        self.session.keep_version("before a source was taken out")
        self.put(without_entry(self.paper, f"sources/{source_id}"))

    def note(self, address: Address) -> str:
        return self.paper.notes.get(address, "")

    def set_note(self, address: Address, text: str) -> None:
        """Keep a private note beside an answer; an empty one is taken out."""
        self.put(with_value(self.paper, "notes", self._notes(address, text)))

    def _notes(self, address: Address, text: str) -> dict[str, str]:
        others = {place: note for place, note in self.paper.notes.items() if place != address}
        return {**others, address: text} if text.strip() else others

    def take_over(self, topic: str, part: str, begin: Said) -> None:
        """Let the delegate write a part: with what they wrote before, or else from what is given to begin with."""
        self.put(taken_over(self.paper, topic, part, begin))

    def give_back(self, topic: str, part: str) -> None:
        """Let the template write a part again; the delegate's words are kept as a private note."""
        self.put(given_back(self.paper, topic, part))

    def change_template(self, name: str) -> None:
        """Ask another template's questions of the same paper. Raises `UnknownName`."""
        self._asking = Asking(self.library.template(name).definition, self.library)
        self._interview = None
        self.put(with_value(self.paper, "template", name))

    def remember(self) -> None:
        """Put the paper at the head of the recent ones."""
        from mundraft.desk.recent import RecentPapers

        topic, seat = self.paper.topics[0], self.paper.seat
        name = self.library_name(seat.ref) if seat.ref else seat.name
        recent = RecentPapers()
        recent.add(self.path, topic.title or topic.noun, name)
        if self._left:  # while the paper was not on the list, nothing could be told there
            recent.leave_at(*self._left)

    def left_at(self) -> Address:
        """Where this paper was left; "" where that is not known."""
        from mundraft.desk.recent import RecentPapers

        return RecentPapers().left_at(self.path)

    def leave_at(self, address: Address) -> None:
        """Remember where this paper is being worked on, each time that this is another place."""
        from mundraft.desk.recent import RecentPapers

        if (self.path, address) != self._left:
            self._left = self.path, address  # first: `remember` may be at work in another thread
            RecentPapers().leave_at(self.path, address)

    def library_name(self, ref: str) -> str:
        """A country's name, or its id where this library has no such profile."""
        try:
            return self.library.country(ref).name
        except MundraftError:
            return ref

    def close(self) -> str:
        """Save and let go. What to tell where the paper could not be saved, else ""."""
        self.session.close()
        self.remember()
        status = self.session.status
        return status.words if status.state == "failed" else ""

    def export_path(self, to: str) -> Path:
        """Where an export goes unless the delegate says otherwise: beside the paper, under a telling name."""
        from mundraft.desk.exporting import suggested_path

        return suggested_path(self.paper, self.library, self.path.parent, to)

    def suggested_name(self) -> str:
        """A name for the paper's file, from the seat and the topic; its own where they are not known."""
        name = self._telling_name()
        return f"{name}.yaml" if name else self.path.name

    def _telling_name(self) -> str:
        topic, seat, committee = self.paper.topics[0], self.paper.seat, self.paper.committee
        several = max(len(self.paper.topics), self.definition.topics) > 1
        about = (topic.title, topic.noun) if not several else (committee.short, committee.name)
        whose = self.library_name(seat.ref) if seat.ref else seat.name
        return telling_name(whose, about[0].strip() or about[1], self.path.parent)

    def name_due(self, asked: Address) -> str:
        """What a file that waits for a name can be called now that the seat and the topic are known; "" for none.

        `asked` is the address of the question on the screen: what is still being typed names nothing."""
        if asked.rpartition("/")[2] in _NAMING or not waits_for_a_name(self.path):
            return ""
        return self._telling_name()

    def name_the_file(self, name: str) -> None:
        """Give the file its name. Where that cannot be now, the paper goes on under the one that it has."""
        before = self.path
        if self.session.name_after(name):
            self._follow(before)

    def _follow(self, before: Path) -> None:
        from mundraft.desk.recent import RecentPapers

        RecentPapers().forget(before)
        self.remember()

    def rename(self, name: str) -> Path:
        """Give the paper's file another name in its folder. Raises `WrongUse` and `CannotSave`."""
        from mundraft.desk.creating import paper_path

        before = self.path
        self.session.move_to(before.parent / paper_path(name).name)
        self._follow(before)
        return self.path
