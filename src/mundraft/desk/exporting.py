"""Writing a paper out: from the paper as it stands now to a file that can be handed in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mundraft.problems import CannotExport, MundraftError, Problem

if TYPE_CHECKING:
    from mundraft.compose.compose import Composer
    from mundraft.document.tree import Document
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper


class ExportReport(NamedTuple):
    """What was written. `words` leaves the resources list out; `gaps` counts answers still marked as missing."""

    path: Path
    words: int
    pages: float
    borderline: bool
    gaps: int
    #: why the file has another name than the one asked for, "" when it has not
    renamed: str = ""

    @property
    def message(self) -> str:
        """One line or two for the person who asked."""
        length = f"{self.words} words, about {self.pages:.1f} pages"
        if self.borderline:
            length += " (borderline: check in Word)"
        lines = [f"Wrote {self.path} ({length})."]
        if self.gaps:
            things = "1 gap is" if self.gaps == 1 else f"{self.gaps} gaps are"
            lines.append(f"{things} marked in it: answers that are still to write.")
        if self.renamed:
            lines.append(self.renamed)
        return "\n".join(lines)


class BatchEvent(NamedTuple):
    """One paper of a batch done: a report, or the error that stopped this one and no other."""

    paper: Path
    report: ExportReport | None = None
    error: MundraftError | None = None


def export_paper(
    paper: Paper,
    library: Library,
    to: str,
    target: Path,
    *,
    force: bool = False,
    just_written: Collection[Path] = (),
) -> ExportReport:
    """Compose a paper and write it at `target`, or beside it under a new name where `target` must not be replaced.

    `to` is "docx", "pdf", "txt" or "md"; `just_written` are documents of other papers that are to stay. Raises
    `CannotExport` or `CannotSave` where it cannot be written, and whatever the template raises.
    """
    from mundraft.compose.compose import Composer

    return _exported(paper, Composer(library), to, target, force=force, just_written=just_written)


def _exported(
    paper: Paper, composer: Composer, to: str, target: Path, *, force: bool, just_written: Collection[Path]
) -> ExportReport:
    from mundraft.export.formats import render
    from mundraft.export.guard import remember_export, safe_target
    from mundraft.files.atomic import write_atomically

    document = composer.compose(paper)
    data = render(document, to)
    chosen = safe_target(target, force=force, just_written=just_written)
    if not chosen.path.parent.is_dir():
        raise CannotExport(
            Problem(
                "export-folder-missing",
                f"The folder {chosen.path.parent} does not exist.",
                "Make it first, or name another.",
            )
        )
    write_atomically(chosen.path, data)
    remember_export(chosen.path, data)
    return _report(document, chosen.path, chosen.reason)


def export_text(paper: Paper, library: Library, to: str) -> str:
    """The paper as text or Markdown, to print or to copy."""
    from mundraft.compose.compose import compose
    from mundraft.export.formats import render

    return render(compose(paper, library), to).decode("utf-8")


def export_batch(
    papers: Sequence[Path],
    library_for: Callable[[Path], Library],
    to: str,
    target_for: Callable[[Path], Path],
    *,
    force: bool = False,
) -> Iterator[BatchEvent]:
    """Export papers from their files one after another; one that cannot be exported does not stop the others.

    `library_for` gives the library of a paper; the papers of one folder share it, and what was looked up in it."""
    from mundraft.compose.compose import Composer

    composers: dict[Path, Composer] = {}
    written: list[Path] = []
    for path in dict.fromkeys(papers):
        try:
            paper = read_paper_file(path)
            if path.parent not in composers:
                composers[path.parent] = Composer(library_for(path))
            composer = composers[path.parent]
            report = _exported(paper, composer, to, target_for(path), force=force, just_written=written)
        except MundraftError as error:
            yield BatchEvent(path, error=error)
        else:
            written.append(report.path)
            yield BatchEvent(path, report=report)


def read_paper_file(path: Path) -> Paper:
    """The paper in a file. Raises `UnreadableFile` where there is none or it is not a paper."""
    from mundraft.files.reading import read_capped
    from mundraft.paper.file import read_paper

    return read_paper(read_capped(path, "paper"), str(path))


def _report(document: Document, path: Path, renamed: str) -> ExportReport:
    from mundraft.document.measure import pages, words

    about = pages(document)
    return ExportReport(path, words(document).total, about.about, about.borderline, gaps_in(document), renamed)


def gaps_in(document: Document) -> int:
    """How many answers are marked as missing in a document."""
    from mundraft.document.tree import Origin, Run, block_paragraphs

    return sum(
        isinstance(item, Run) and item.origin is Origin.GAP
        for block in document.blocks()
        for inlines in block_paragraphs(block)
        for item in inlines
    )
