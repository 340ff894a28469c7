"""Checking papers: everything that the coach and the ruler find in one, as one list."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mundraft.problems import Problem, Severity

if TYPE_CHECKING:
    from mundraft.compose.compose import Composer
    from mundraft.desk.composers import LibraryBeside
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper


class Whose(NamedTuple):
    """Whose paper it is and on what, as the paper says it; "" for what it does not say."""

    delegates: str = ""
    school: str = ""
    seat: str = ""
    committee: str = ""
    topic: str = ""


NOBODYS = Whose()


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """What was found in one paper; `unreadable` where it could not even be read.

    `most_words` and `most_pages` are what the whole paper may have, 0 where nothing limits them."""

    path: Path
    findings: tuple[Problem, ...]
    words: int = 0
    pages: float = 0.0
    unreadable: bool = False
    #: whose rules it was held against, "" for none
    conference: str = ""
    whose: Whose = NOBODYS
    most_words: int = 0
    most_pages: float = 0.0

    @property
    def has_errors(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.findings)


class Checking(NamedTuple):
    """The work of a batch: from a paper's file to what is found in it. `conference` is the name of one whose rules hold
    in place of those of the paper's own ("none": no conference's); `file` is one that is to be handed in for the
    paper."""

    library_for: LibraryBeside
    conference: str = ""
    file: Path | None = None

    def begin(self, *, for_copies: bool = False) -> Callable[[Path], PaperCheck]:
        from mundraft.desk.composers import Composers
        from mundraft.desk.conferences import under
        from mundraft.paper.file import read_paper_file

        composers = Composers(self.library_for)
        if for_copies:
            _check_an_empty_one()

        def check(path: Path) -> PaperCheck:
            paper = read_paper_file(path)
            library, composer = composers.for_paper(path)
            paper = under(paper, library, self.conference) if self.conference else paper
            found = check_paper(paper, library, path, composer)
            handed_in = tuple(check_handed_in(paper, composer, self.file)) if self.file else ()
            return replace(found, findings=(*found.findings, *handed_in))

        return check


def _check_an_empty_one() -> None:
    """Check what nobody wrote, by what ships alone: with it comes in all that a paper needs."""
    from mundraft.library.search_path import shipped_library
    from mundraft.paper.model import Paper

    check_paper(Paper(), shipped_library(), Path())


def check_paper(paper: Paper, library: Library, path: Path, composer: Composer | None = None) -> PaperCheck:
    """Every finding in a paper, what is missing first; then its length, by its conference's rules where they are known.

    `composer` is one of this library, that keeps what it looked up. Raises what the template raises."""
    from mundraft.coach.conference import conference_findings
    from mundraft.coach.findings import findings, length_findings
    from mundraft.compose.compose import Composer
    from mundraft.document.measure import pages, words

    composer = composer or Composer(library)
    document = composer.compose(paper)
    layout, counted = document.layout, words(document).total
    own_limit = 0 if layout.limits else layout.max_words
    found = (
        *findings(paper, library),
        *length_findings(counted, own_limit),
        *conference_findings(paper, library, composer),
    )
    return PaperCheck(
        path,
        found,
        counted,
        pages(document).about,
        conference=composer.presentation(paper).conference,
        whose=_whose(paper, composer),
        most_words=layout.max_words,
        most_pages=layout.max_pages,
    )


def check_files(
    paths: Sequence[Path],
    library_for: LibraryBeside,
    conference: str = "",
    file: Path | None = None,
    jobs: int = 1,
) -> Generator[PaperCheck, None, None]:
    """Check papers from their files, in their order; one that cannot be read is told and does not stop the others.

    The rest is as for `Checking`. With `jobs` above 1 other processes do it; closing the generator ends them."""
    from mundraft.desk.batches import each_done

    with closing(each_done(Checking(library_for, conference, file), paths, jobs)) as line:
        for done in line:
            yield done.result or PaperCheck(done.paper, done.problems, unreadable=True)


def check_handed_in(paper: Paper, composer: Composer, file: Path) -> Iterator[Problem]:
    """What the paper's conference finds wrong with the kind and the name of a file that is to be handed in."""
    from mundraft.coach.rule_handing_in import file_breaches
    from mundraft.desk.targets import Names

    presentation = composer.presentation(paper)
    names = Names(paper, composer.seat(paper), presentation)
    called = [Path(names.file_name(one.topics, "txt")).stem for one in composer.documents(paper)]
    yield from file_breaches(presentation, file, called if presentation.file.name else ())


def _whose(paper: Paper, composer: Composer) -> Whose:
    topics = [topic.title.strip() or topic.noun.strip() for topic in paper.topics]
    return Whose(
        ", ".join(filter(None, map(str.strip, paper.delegates))),
        paper.school.strip(),
        composer.seat(paper).name or paper.seat.name.strip(),
        paper.committee.short.strip() or paper.committee.name.strip(),
        "; ".join(filter(None, topics)),
    )
