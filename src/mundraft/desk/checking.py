"""Checking papers: everything that the coach and the ruler find in one, as one list."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mundraft.coach.length import UNMEASURED, AgainstLimits
from mundraft.problems import Problem, Severity

if TYPE_CHECKING:
    from mundraft.compose.compose import Composer
    from mundraft.desk.composers import LibraryBeside
    from mundraft.document.tree import Document
    from mundraft.library.search_path import Library
    from mundraft.paper.address import Address
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
    """What was found in one paper, errors first; `unreadable` where it could not even be read.

    `words` and `pages` are those of the whole paper as it would be handed in, as far as it is written, in all of its
    documents; `length` is what of it is judged by its limits."""

    path: Path
    findings: tuple[Problem, ...]
    words: int = 0
    pages: float = 0.0
    unreadable: bool = False
    #: whose rules it was held against, "" for none
    conference: str = ""
    whose: Whose = NOBODYS
    length: AgainstLimits = UNMEASURED
    #: required answers that are not given
    missing: int = 0
    #: the addresses of its findings, as a delegate knows these places
    places: Mapping[Address, str] = field(default_factory=dict)
    #: the delegate's own sentences, as they are compared with those of other papers, and as they stand
    own_sentences: tuple[tuple[str, str], ...] = ()

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
        from mundraft.desk.rescue import copies_stand, words_waiting
        from mundraft.paper.file import read_paper_file

        composers, may_wait = Composers(self.library_for), copies_stand()
        if for_copies:
            _check_an_empty_one()

        def check(path: Path) -> PaperCheck:
            read = read_paper_file(path)
            library, composer = composers.for_paper(path)
            paper = under(read, library, self.conference) if self.conference else read
            checked = check_paper(paper, library, path, composer, self.file)
            waiting = words_waiting(path, read) if may_wait else ()
            return replace(checked, findings=(*waiting, *checked.findings)) if waiting else checked

        return check


def _check_an_empty_one() -> None:
    """Check what nobody wrote, by what ships alone: with it comes in all that a paper needs."""
    from mundraft.library.search_path import shipped_library
    from mundraft.paper.model import Paper

    check_paper(Paper(), shipped_library(), Path())


def check_paper(
    paper: Paper, library: Library, path: Path, composer: Composer | None = None, file: Path | None = None
) -> PaperCheck:
    """Every finding in a paper: errors, warnings, advice; each in the order of the paper.

    `composer` is one of this library, that keeps what it looked up; `file` is one that is to be handed in for the
    paper. Raises what the template raises."""
    from mundraft.coach.conference import verdict
    from mundraft.coach.findings import findings
    from mundraft.coach.from_example import from_example
    from mundraft.coach.length import against_limits, length_findings
    from mundraft.coach.places import places_in_words
    from mundraft.coach.sentences import own_sentences
    from mundraft.coach.texts import written_texts
    from mundraft.coach.weight import in_order
    from mundraft.compose.compose import Composer
    from mundraft.desk.missing_answers import answers_missing
    from mundraft.document.tree import text_printed
    from mundraft.interview.asking import interview_of

    composer = composer or Composer(library)
    composed = composer.documents(paper)
    documents = [one.document for one in composed]
    length = _length_of(documents)
    of_conference = verdict(paper, library, composer)
    interview = interview_of(paper, library)
    texts = tuple(written_texts(interview))
    found = (
        *from_example(texts, library, path),
        *findings(paper, library, interview=interview, printed="\n".join(map(text_printed, documents))),
        *length_findings(length.words, length.most_words),
        *of_conference.findings,
        *(check_handed_in(paper, composer, file) if file else ()),
    )
    return PaperCheck(
        path,
        in_order(found, (prompt.address for prompt in interview.prompts())),
        length.words,
        length.pages,
        conference=composer.presentation(paper).conference,
        whose=_whose(paper, composer),
        length=against_limits(of_conference.lengths, length),
        missing=answers_missing(paper, composer, composed),
        places=places_in_words(found, interview),
        own_sentences=tuple((one.folded, one.words) for one in own_sentences(texts)),
    )


def _length_of(documents: Sequence[Document]) -> AgainstLimits:
    """The words and pages of a whole paper, held against its template's own limit where no conference sets one."""
    from mundraft.document.extent import pages_to_hand_in
    from mundraft.document.measure import words
    from mundraft.document.written import without_gaps

    counted = sum(words(document).total for document in documents)
    about = sum(pages_to_hand_in(without_gaps(document)).about for document in documents)
    layout = documents[0].layout
    most = 0 if layout.limits else layout.max_words
    return AgainstLimits(counted, most, about, is_over=0 < most < counted)


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
    from mundraft.coach.rule_files import file_breaches
    from mundraft.desk.targets import Names

    presentation, documents, paper = composer.handed_in(paper)
    names = Names(paper, composer.seat(paper), presentation, letters=composer.committee_letters)
    called = [Path(names.file_name(one.topics, "txt")).stem for one in documents]
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
