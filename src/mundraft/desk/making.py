"""Making a paper's documents without writing them: what can be done in any process, and on nobody's disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mundraft.desk.paper_signs import stem_of
from mundraft.text.folding import fold

if TYPE_CHECKING:
    from mundraft.compose.compose import Composer
    from mundraft.compose.presentation import Presentation
    from mundraft.desk.composers import LibraryBeside
    from mundraft.desk.wishes import Wish
    from mundraft.document.length_now import LengthNow
    from mundraft.document.tree import Document
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper
    from mundraft.problems import Problem


class MadeDocument(NamedTuple):
    """One document as a file would hold it, and where it is to go. `words` are those that count towards a limit;
    `without_list` are the pages that do, where the file has a list of sources that does not (else 0); `gaps` counts
    the answers that are missing, as a check of the paper does."""

    target: Path
    data: bytes
    words: int = 0
    pages: float = 0.0
    borderline: bool = False
    gaps: int = 0
    without_list: float = 0.0
    #: that it is longer than it may be, "" where it is not
    over: str = ""


class Made(NamedTuple):
    """What a paper makes, at least one document, and what its conference wants otherwise."""

    documents: tuple[MadeDocument, ...]
    remarks: tuple[str, ...] = ()

    def told_of(self, problems: Iterable[Problem]) -> Made:
        """The same with what else is worth telling beside it."""
        remarks = (*(f"{one.what} {one.next_step}" for one in problems), *self.remarks)
        return self._replace(remarks=tuple(dict.fromkeys(remarks)))


class Making(NamedTuple):
    """The work of a batch: from a paper's file to its documents. `stems` are what those of some papers are called in
    place of their file's name (`telling_stems`)."""

    library_for: LibraryBeside
    wish: Wish
    stems: Mapping[Path, str] = {}

    def begin(self, *, for_copies: bool = False) -> Callable[[Path], Made]:
        from mundraft.desk.composers import Composers
        from mundraft.desk.looks import looks_named
        from mundraft.desk.rescue import copies_stand, words_waiting
        from mundraft.desk.wishes import as_wished
        from mundraft.paper.file import read_paper_file

        composers, seats = Composers(self.library_for, looks_named(self.wish.looks)), _Seats()
        may_wait = copies_stand()
        if for_copies:
            _make_an_empty_one(self.wish)

        def make(path: Path) -> Made:
            read = read_paper_file(path)
            library, composer = composers.for_paper(path)
            paper = as_wished(read, library, self.wish.conference, self.wish.addresses)
            return made(paper, composer, self.wish, path.parent, stem=self.stems.get(path) or stem_of(path)).told_of(
                (*(words_waiting(path, read) if may_wait else ()), *seats.of(paper, library))
            )

        return make


def telling_stems(papers: Sequence[Path]) -> dict[Path, str]:
    """What to call the documents of papers whose files have one name, where all go into one folder: thirty are called
    `paper`, each in the folder of its student, and that folder's name tells them apart."""
    several = {name for name, times in Counter(fold(stem_of(paper)) for paper in papers).items() if times > 1}
    shared = (paper for paper in papers if fold(stem_of(paper)) in several and paper.parent.name)
    return {paper: f"{paper.parent.name}-{stem_of(paper)}" for paper in shared}


def _make_an_empty_one(wish: Wish) -> None:
    """Make what nobody gets, of what ships alone: with it comes in all that a paper needs."""
    from mundraft.compose.compose import Composer
    from mundraft.library.search_path import shipped_library
    from mundraft.paper.model import Paper

    kind = wish.to.replace("pdf", "docx")  # of which it is made, by a program that is slow to start
    made(Paper(), Composer(shipped_library()), wish._replace(to=kind), Path())


def made(paper: Paper, composer: Composer, wish: Wish, beside: Path, *, stem: str = "") -> Made:
    """Compose a paper and make the files of its documents. `beside` is the paper's folder, `stem` its file's name.

    Raises `CannotExport` where a format cannot be made, and whatever the template raises."""
    from mundraft.coach.rule_files import file_breaches, names_shown, unsaid_in_name
    from mundraft.desk.missing_answers import answers_missing
    from mundraft.desk.targets import Names

    presentation, composed, paper = composer.handed_in(paper)
    to = wish.to or meant_format(presentation)
    names = Names(paper, composer.seat(paper), presentation, stem, composer.committee_letters)
    named_by_rule = wish.where.output is None and bool(presentation.file.name)
    told = [*presentation.told, *unsaid_in_name(presentation, names.unsaid if named_by_rule else ())]
    documents: list[MadeDocument] = []
    for one in composed:
        document, topics = one
        target = names.path(wish.where, beside, topics, to)
        held = _made_document(document, to, target, wish.measured)
        documents.append(held._replace(gaps=answers_missing(paper, composer, [one])))
        told += [*file_breaches(presentation, target), *names_shown(presentation, paper, document, target)]
    # Whoever names a file for its looks is told what of them the rules do not allow.
    overruled = presentation.overruled if wish.looks else ()
    return Made(tuple(documents), tuple(f"Not used of these looks: {one.told}." for one in overruled)).told_of(told)


class _Seats:
    """What is told of seats that were typed by hand: of those of a class each is looked up once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, str, str], tuple[Problem, ...]] = {}

    def of(self, paper: Paper, library: Library) -> tuple[Problem, ...]:
        if paper.seat.ref or not paper.seat.name.strip():
            return ()
        typed = (id(library), paper.template, paper.seat.name)  # a batch keeps its libraries to its end
        if typed not in self._known:
            self._known[typed] = _seat_found(paper, library)
        return self._known[typed]


def _seat_found(paper: Paper, library: Library) -> tuple[Problem, ...]:
    """That the seat was surely mistyped: its name stands on every page of the document. A person's name is none."""
    from mundraft.coach.seats import seat_findings
    from mundraft.library.questions import Kind, Question

    steps = library.template(paper.template).definition.steps
    asked = (one for step in steps for one in step.questions if isinstance(one, Question) and one.place == "paper:seat")
    if any(one.kind is not Kind.COUNTRY for one in asked):
        return ()
    return tuple(one for one in seat_findings(paper, library, None, None) if one.code == "seat-misspelt")


def meant_format(presentation: Presentation) -> str:
    """The format that the conference means; Word where it means none, or means PDF and none can be made here."""
    meant = presentation.file.formats[0] if presentation.file.formats else "docx"
    if meant != "pdf":
        return meant
    from mundraft.export.libreoffice import find_office
    from mundraft.export.typesetting import is_installed

    return meant if is_installed() or find_office() else "docx"


def _made_document(document: Document, to: str, target: Path, measured: bool) -> MadeDocument:
    from mundraft.document.extent import pages_to_hand_in
    from mundraft.document.length_now import lengths_on_each, told_over
    from mundraft.document.measure import words
    from mundraft.export.formats import render

    made = MadeDocument(target, render(document, to))
    if not measured:
        return made
    lengths = lengths_on_each(document) if document.layout.limits else {}
    return made._replace(
        words=words(document).total,
        pages=pages_to_hand_in(document).about,
        borderline=any(one.borderline for one in lengths.values()),
        without_list=_pages_without_list(document, lengths),
        over=told_over(lengths.values()),
    )


def _pages_without_list(document: Document, lengths: Mapping[str, LengthNow]) -> float:
    """About how many pages count towards a limit that leaves the printed list of sources out; 0 where there is none."""
    now = lengths.get("")
    return now.pages if now and now.max_pages and not now.with_list and any(document.references()) else 0.0
