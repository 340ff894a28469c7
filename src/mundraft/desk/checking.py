"""Checking papers: everything that the coach and the ruler find in one, as one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.problems import MundraftError, Problem, Severity

if TYPE_CHECKING:
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """What was found in one paper; `unreadable` where it could not even be read."""

    path: Path
    findings: tuple[Problem, ...]
    words: int = 0
    pages: float = 0.0
    unreadable: bool = False
    #: whose rules it was held against, "" for none
    conference: str = ""

    @property
    def has_errors(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def check_paper(paper: Paper, library: Library, path: Path) -> PaperCheck:
    """Every finding in a paper, what is missing first; then its length, by its conference's rules where they are known.

    Raises what the template raises."""
    from mundraft.coach.conference import conference_findings
    from mundraft.coach.findings import findings, length_findings
    from mundraft.compose.compose import Composer
    from mundraft.document.measure import pages, words

    composer = Composer(library)
    document = composer.compose(paper)
    layout, counted = document.layout, words(document).total
    own_limit = 0 if layout.limits else layout.max_words
    found = (
        *findings(paper, library),
        *length_findings(counted, own_limit),
        *conference_findings(paper, library, composer),
    )
    about = pages(document)
    return PaperCheck(path, found, counted, about.about, conference=composer.presentation(paper).conference)


def check_files(
    paths: Iterable[Path], library_for: Callable[[Path], Library], conference: str = "", file: Path | None = None
) -> Iterator[PaperCheck]:
    """Check papers from their files; one that cannot be read is told and does not stop the others.

    `library_for` gives the library of a paper; the papers of one folder share it, and what was looked up in it.
    `conference` is the name of one whose rules hold in place of those of the paper's own ("none": no conference's);
    `file` is one that is to be handed in for the paper."""
    from mundraft.desk.conferences import under
    from mundraft.desk.exporting import read_paper_file

    libraries: dict[Path, Library] = {}
    for path in paths:
        try:
            paper = read_paper_file(path)
            if path.parent not in libraries:
                libraries[path.parent] = library_for(path)
            library = libraries[path.parent]
            paper = under(paper, library, conference) if conference else paper
            found = check_paper(paper, library, path)
            handed_in = tuple(check_handed_in(paper, library, file)) if file else ()
            yield replace(found, findings=(*found.findings, *handed_in))
        except MundraftError as error:
            yield PaperCheck(path, error.problems, unreadable=True)


def check_handed_in(paper: Paper, library: Library, file: Path) -> Iterator[Problem]:
    """What the paper's conference finds wrong with the kind and the name of a file that is to be handed in."""
    from mundraft.coach.rule_handing_in import file_breaches
    from mundraft.compose.compose import Composer
    from mundraft.desk.targets import Names

    composer = Composer(library)
    presentation = composer.presentation(paper)
    names = Names(paper, composer.seat(paper), presentation)
    called = [Path(names.file_name(one.topics, "txt")).stem for one in composer.documents(paper)]
    yield from file_breaches(presentation, file, called if presentation.file.name else ())
