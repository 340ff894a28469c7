"""Writing a paper out: from the paper as it stands now to the files that can be handed in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mundraft.desk.targets import Where
from mundraft.problems import CannotExport, MundraftError, Problem

if TYPE_CHECKING:
    from mundraft.compose.compose import Composer
    from mundraft.compose.presentation import Presentation
    from mundraft.document.tree import Document
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper


class Written(NamedTuple):
    """One file. `words` are those that count towards a limit; `gaps` counts answers still marked as missing."""

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
        """Some lines for the person who asked: every file, then every remark once."""
        return "\n".join([*(file.message for file in self.files), *self.remarks])


class BatchEvent(NamedTuple):
    """One paper of a batch done: a report, or the error that stopped this one and no other."""

    paper: Path
    report: ExportReport | None = None
    error: MundraftError | None = None


class _Wish(NamedTuple):
    """How a person wants papers exported. `to` is "" for the format that the conference means, else Word."""

    to: str
    where: Where
    force: bool = False


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

    `to` is "docx", "pdf", "txt" or "md"; `just_written` are documents of other papers that are to stay. Where the
    conference wants a document for each topic, each stands beside `target` under a name that tells them apart. Raises
    `CannotExport` or `CannotSave` where it cannot be written, and whatever the template raises.
    """
    from mundraft.compose.compose import Composer

    wish = _Wish(to, Where(output=target), force)
    return _exported(paper, Composer(library), wish, target.parent, just_written=just_written)


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
    names = Names(paper, LookedUp(library).seat_name(paper.seat), presentation)
    return folder / names.file_name(range(len(paper.topics)), to)


def _exported(
    paper: Paper, composer: Composer, wish: _Wish, beside: Path, *, stem: str = "", just_written: Collection[Path] = ()
) -> ExportReport:
    from mundraft.desk import remarks
    from mundraft.desk.targets import Names

    presentation = composer.presentation(paper)
    to = wish.to or _meant_format(presentation)
    names = Names(paper, composer.seat(paper), presentation, stem)
    named_by_rule = wish.where.output is None and bool(presentation.file.name)
    told = [
        *remarks.about_format(presentation, to),
        *remarks.about_name(presentation, names.unsaid if named_by_rule else ()),
    ]
    files: list[Written] = []
    for document, topics in composer.documents(paper):
        target = names.path(wish.where, beside, topics, to)
        keep = [*just_written, *(file.path for file in files)]
        files.append(_written(document, to, target, force=wish.force, just_written=keep))
        told += remarks.about_anonymity(presentation, paper, document, files[-1].path)
    return ExportReport(tuple(files), tuple(dict.fromkeys(told)))


def _meant_format(presentation: Presentation) -> str:
    """The format that the conference means; Word where it means none, or means PDF and none can be made here."""
    from mundraft.export.libreoffice import find_office
    from mundraft.export.typesetting import is_installed

    meant = presentation.file.formats[0] if presentation.file.formats else "docx"
    return meant if meant != "pdf" or is_installed() or find_office() else "docx"


def _written(document: Document, to: str, target: Path, *, force: bool, just_written: Collection[Path]) -> Written:
    from mundraft.export.formats import render
    from mundraft.export.guard import remember_export, safe_target
    from mundraft.files.atomic import write_atomically

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
    return _measured(document, chosen.path, chosen.reason)


def export_text(paper: Paper, library: Library, to: str) -> str:
    """The paper as text or Markdown, to print or to copy; the documents on several topics one after the other."""
    from mundraft.compose.compose import Composer
    from mundraft.export.formats import render

    texts = [render(document, to).decode("utf-8") for document, _ in Composer(library).documents(paper)]
    return "\n".join(texts)


def export_batch(
    papers: Sequence[Path],
    library_for: Callable[[Path], Library],
    to: str,
    where: Where,
    *,
    force: bool = False,
    conference: str = "",
) -> Iterator[BatchEvent]:
    """Export papers from their files one after another; one that cannot be exported does not stop the others.

    `to` is a format, or "" for what each paper's conference means. With `conference`, every paper is written by the
    rules of the conference that it names. `library_for` gives the library of a paper; the papers of one folder share
    it, and what was looked up in it."""
    from mundraft.compose.compose import Composer
    from mundraft.desk.conferences import under

    composers: dict[Path, tuple[Library, Composer]] = {}
    written: list[Path] = []
    wish = _Wish(to, where, force)
    for path in dict.fromkeys(papers):
        try:
            paper = read_paper_file(path)
            if path.parent not in composers:
                library = library_for(path)
                composers[path.parent] = library, Composer(library)
            library, composer = composers[path.parent]
            paper = under(paper, library, conference) if conference else paper
            report = _exported(paper, composer, wish, path.parent, stem=path.stem, just_written=written)
        except MundraftError as error:
            yield BatchEvent(path, error=error)
        else:
            written += [file.path for file in report.files]
            yield BatchEvent(path, report=report)


def read_paper_file(path: Path) -> Paper:
    """The paper in a file. Raises `UnreadableFile` where there is none or it is not a paper."""
    from mundraft.files.reading import read_capped
    from mundraft.paper.file import read_paper

    return read_paper(read_capped(path, "paper"), str(path))


def _measured(document: Document, path: Path, renamed: str) -> Written:
    from mundraft.document.measure import pages, words

    about = pages(document)
    return Written(path, words(document).total, about.about, about.borderline, gaps_in(document), renamed)


def gaps_in(document: Document) -> int:
    """How many answers are marked as missing in a document."""
    from mundraft.document.tree import Origin, Run, block_paragraphs

    return sum(
        isinstance(item, Run) and item.origin is Origin.GAP
        for block in document.blocks()
        for inlines in block_paragraphs(block)
        for item in inlines
    )
