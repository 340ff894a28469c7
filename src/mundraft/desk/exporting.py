"""Writing a paper out: from the paper as it stands now to the files that can be handed in."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mundraft.desk.making import Made, MadeDocument, Making, made, telling_stems
from mundraft.desk.wishes import Where, Wish
from mundraft.files.there import is_folder
from mundraft.problems import CannotExport, CannotSave, MundraftError, Problem

if TYPE_CHECKING:
    from mundraft.desk.batches import Done
    from mundraft.desk.composers import LibraryBeside
    from mundraft.files.settling import Settling
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper


class Written(NamedTuple):
    """One file. `words` are those that count towards a limit, `without_list` the pages that do where the file has a
    list of sources that does not; `gaps` counts the answers that are missing."""

    path: Path
    words: int
    pages: float
    borderline: bool
    gaps: int
    #: why the file has another name than the one asked for, "" when it has not
    renamed: str = ""
    without_list: float = 0.0
    #: the name of a file that stayed because it was changed by hand, "" where there is none
    stayed: str = ""
    #: that it is longer than it may be, "" where it is not
    over: str = ""

    @property
    def message(self) -> str:
        """Some lines for the person who asked by a command, which can ask again with --force."""
        return f"{self.told}\nTo have {self.stayed} replaced, export with --force." if self.stayed else self.told

    @property
    def told(self) -> str:
        """What was written, and why under another name, in one line or two."""
        from mundraft.document.length_now import length_in_words

        length = length_in_words(self.words, self.without_list or self.pages)
        if self.without_list and self.words:
            length += f" without the list of sources and {self.pages:.1f} with it"
        if self.borderline:
            length += " (borderline: check in Word)"
        lines = [f"Wrote {self.path} ({length})."]
        if self.gaps:
            answers = "1 answer is" if self.gaps == 1 else f"{self.gaps} answers are"
            lines.append(f"{answers} still to write. What is missing is marked in the text.")
            if self.words:
                lines[-1] += " Their marks take room on its pages and count as no words."
        if self.over:
            lines.append(self.over)
        if self.renamed:
            lines.append(self.renamed)
        return "\n".join(lines)


class ExportReport(NamedTuple):
    """What was written for one paper, at least one file, and what its conference wants otherwise."""

    files: tuple[Written, ...]
    remarks: tuple[str, ...] = ()

    @property
    def path(self) -> Path:
        """The first of the files."""
        return self.files[0].path

    @property
    def message(self) -> str:
        """Some lines for the person who asked by a command: every file, then every remark once."""
        return "\n".join([*(file.message for file in self.files), *self.remarks])

    @property
    def told(self) -> str:
        """The same for a window, which asks by itself whether what stayed is to be replaced."""
        return "\n".join([*(file.told for file in self.files), *self.remarks])

    @property
    def stayed(self) -> tuple[str, ...]:
        """The names of the files that stayed because they were changed by hand."""
        return tuple(file.stayed for file in self.files if file.stayed)


class BatchEvent(NamedTuple):
    """One paper of a batch done: a report, or the problems that stopped this one and no other."""

    paper: Path
    report: ExportReport | None = None
    problems: tuple[Problem, ...] = ()


def export_paper(
    paper: Paper,
    library: Library,
    to: str,
    target: Path,
    *,
    paper_file: Path | None = None,
    force: bool = False,
) -> ExportReport:
    """Compose a paper and write it at `target`, or beside it under a new name where `target` must not be replaced.

    `to` is "docx", "pdf", "txt" or "md". `paper_file` is the paper's own file: the documents of another one stay.
    Where the conference wants a document for each topic, each stands beside `target` under a name that tells them
    apart. Raises `CannotExport` or `CannotSave` where it cannot be written, and whatever the template raises.
    """
    from mundraft.compose.compose import Composer

    wish = Wish(to, Where(output=target), force)
    return _Writer(force=force).write(made(paper, Composer(library), wish, target.parent), paper_file)


def suggested_path(paper: Paper, library: Library, folder: Path, to: str) -> Path:
    """Where a paper's document goes unless somebody says otherwise: in the folder, under a telling name.

    It is the name that the conference wants, where one is chosen and can be read."""
    from mundraft.compose.presentation import presentation_of
    from mundraft.desk.targets import Names
    from mundraft.export.naming import default_name
    from mundraft.library.looked_up import LookedUp

    try:
        presentation = presentation_of(paper, library)
    except MundraftError:
        return folder / default_name(paper, to)
    looked_up = LookedUp(library)
    names = Names(paper, looked_up.seat_name(paper.seat), presentation, letters=looked_up.committee_letters)
    return folder / names.file_name(range(len(paper.topics)), to)


class _Writer:
    """Writes documents, each where it replaces no work of anybody's and no other document that this one wrote.

    Not `durably`, they are on the disk itself only after `settle`: to wait for it after each of a class's papers takes
    longer than making them."""

    def __init__(self, *, force: bool, durably: bool = True) -> None:
        from mundraft.export.guard import JustWritten
        from mundraft.export.remembered import Memory

        self._force, self._durably = force, durably
        self._known, self._memory = JustWritten(), Memory()
        self._settling: Settling | None = None

    def write(self, made: Made, paper: Path | None = None) -> ExportReport:
        """Write the documents of a paper; `paper` is its file. Raises `CannotExport` and `CannotSave`."""
        return ExportReport(tuple(self._file(document, paper) for document in made.documents), made.remarks)

    def settle(self) -> None:
        """Put what was written on the disk itself. Raises `CannotSave` where the disk fails."""
        if self._settling:
            self._settling.finish()

    def _to_settle(self, path: Path) -> None:
        from mundraft.files.settling import Settling

        self._settling = self._settling or Settling()
        self._settling.add(path)

    def _file(self, document: MadeDocument, paper: Path | None) -> Written:
        from mundraft.export.guard import safe_target
        from mundraft.files.atomic import write_atomically

        chosen = safe_target(
            document.target, force=self._force, just_written=self._known, paper=paper, memory=self._memory
        )
        self._memory.remember(chosen.path, document.data, paper)
        try:
            write_atomically(chosen.path, document.data, durably=self._durably)
        except CannotSave as error:
            if error.problems[0].code != "save-folder-gone" or is_folder(chosen.path.parent):
                raise
            raise CannotExport(
                Problem(
                    "export-folder-missing",
                    f"The folder {chosen.path.parent} does not exist.",
                    "Make it first, or name another.",
                )
            ) from None
        self._known.add(chosen.path, paper)
        if not self._durably:
            self._to_settle(chosen.path)
        return Written(
            chosen.path,
            document.words,
            document.pages,
            document.borderline,
            document.gaps,
            chosen.reason,
            document.without_list,
            document.target.name if chosen.by_hand else "",
            document.over,
        )


def export_text(paper: Paper, library: Library, to: str) -> str:
    """The paper as text or Markdown, to print or to copy; the documents on several topics one after the other."""
    from mundraft.compose.compose import Composer
    from mundraft.export.formats import render

    texts = [render(document, to).decode("utf-8") for document, _ in Composer(library).documents(paper)]
    return "\n".join(texts)


def export_batch(
    papers: Sequence[Path], library_for: LibraryBeside, wish: Wish, jobs: int = 1
) -> Generator[BatchEvent, None, None]:
    """Export papers from their files, in their order; one that cannot be exported does not stop the others.

    `library_for` gives the library of a paper. With `jobs` above 1 it goes to other processes with the wish, and the
    documents are made there; what they are called is settled here, so that no two papers of the batch share a file.
    Closing the generator ends those processes. Raises `CannotSave` at the end where a disk fails that had taken all."""
    from mundraft.desk.batches import each_done

    if jobs > 1:  # for so many documents the quicker hash is worth its loading (`files.digests`)
        import hashlib  # noqa: F401
    each = tuple(dict.fromkeys(papers))
    writer = _Writer(force=wish.force, durably=len(each) == 1)
    stems = telling_stems(each) if wish.where.folder else {}
    with closing(each_done(Making(library_for, wish, stems), each, jobs)) as line:
        for done in line:
            yield _event(done, writer)
    writer.settle()


def _event(done: Done, writer: _Writer) -> BatchEvent:
    if done.problems:
        return BatchEvent(done.paper, problems=done.problems)
    try:
        return BatchEvent(done.paper, writer.write(done.result, done.paper))
    except MundraftError as error:
        return BatchEvent(done.paper, problems=error.problems)
