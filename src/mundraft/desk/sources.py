"""Sources taken into a paper from the files of other programs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mundraft.problems import Place, Problem, Severity, UnreadableFile

if TYPE_CHECKING:
    from mundraft.paper.model import Paper, Source


class Twin(NamedTuple):
    """A work of a file that the paper holds already."""

    source: Source
    known: Source


class Addition(NamedTuple):
    """A paper with what was read into it, and everything worth telling about that.

    `unreadable` is true where a whole file could not be read."""

    paper: Paper
    added: tuple[Source, ...] = ()
    known: tuple[Twin, ...] = ()
    problems: tuple[Problem, ...] = ()
    unreadable: bool = False

    @property
    def left_out(self) -> bool:
        """Whether works, or whole files, were left out for a fault."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def in_words(self) -> str:
        """What came of it, in a sentence or two."""
        said = [f"{_counted(len(self.added))} added." if self.added else "No source was added."]
        if self.known:
            said.append(f"{_counted(len(self.known))} in the paper already.")
        if self.left_out:
            said.append("Not everything could be read.")
        return " ".join(said)


class FilesRead(NamedTuple):
    """What some files hold. `unreadable` is true where there was a whole file in which nothing could be read."""

    sources: tuple[Source, ...] = ()
    problems: tuple[Problem, ...] = ()
    unreadable: bool = False


def lists_near(folder: Path, most: int = 5) -> tuple[Path, ...]:
    """Files that may be lists of sources, the newest first: in a folder, and where browsers put what they download. A
    folder that cannot be looked into has none."""
    from mundraft.citation.importing.reading import ENDINGS

    found: dict[Path, float] = {}
    for place in (folder, Path("~/Downloads").expanduser()):
        with suppress(OSError):
            for entry in os.scandir(place):
                if Path(entry.name).suffix.lower() in ENDINGS and entry.is_file():
                    found[Path(entry.path)] = entry.stat().st_mtime
    return tuple(sorted(found, key=lambda path: -found[path])[:most])


def read_files(files: Sequence[Path]) -> FilesRead:
    """The works of some files (CSL-JSON, RIS, BibTeX). One that cannot be read keeps no other from being read."""
    sources: list[Source] = []
    problems: list[Problem] = []
    unreadable = False
    for path in dict.fromkeys(files):
        read = _read(path)
        sources += read.sources
        problems += read.problems
        unreadable |= not read.sources and bool(read.problems)
    return FilesRead(tuple(sources), tuple(problems), unreadable)


def _read(path: Path) -> FilesRead:
    from mundraft.citation.importing.reading import MAX_BYTES, read_references
    from mundraft.files.reading import read_capped

    try:
        data = read_capped(path, "list of sources", MAX_BYTES)
    except UnreadableFile as error:
        return FilesRead(problems=error.problems)
    return FilesRead(*read_references(data, str(path)))


def with_sources(paper: Paper, read: FilesRead) -> Addition:
    """The paper with the works that it does not hold yet, under ids that none of its own has."""
    from mundraft.citation.importing.sameness import KnownWorks
    from mundraft.paper.address import with_value
    from mundraft.paper.source_ids import source_id

    held = KnownWorks(paper.sources)
    taken = {source.id for source in paper.sources}
    added: list[Source] = []
    known: list[Twin] = []
    for source in read.sources:
        twin = held.same_as(source)
        if twin is not None:
            known.append(Twin(source, twin))
            continue
        name = source_id(source.id, taken) if source.id in taken else source.id
        taken.add(name)
        added.append(source.changed(id=name))
        held.add(added[-1])
    if added:
        paper = with_value(paper, "sources", (*paper.sources, *added))
    return Addition(paper, tuple(added), tuple(known), read.problems, read.unreadable)


def import_into(path: Path, files: Sequence[Path]) -> tuple[Addition, tuple[str, ...]]:
    """Read files into the paper at `path` and save it, as the app saves it: merged with what others wrote meanwhile.

    Gives what came of it and the notices of saving. Raises `UnreadableFile` where there is no paper, `CannotSave`
    where it could not be put in its file."""
    from mundraft.desk.session import PaperSession
    from mundraft.problems import CannotSave

    session = PaperSession.open(path)
    read = read_files(files)
    addition = with_sources(session.paper, read)
    if addition.added:
        session.put(addition.paper)
    session.close()
    if session.status.state != "saved":
        raise CannotSave(
            Problem(
                "save-failed",
                f"The sources could not be saved in {path.name}: {session.status.words}.",
                "Mend that, and import them again.",
                Place(str(path)),
            )
        )
    return addition, session.notices()


def _counted(number: int) -> str:
    return "1 source" if number == 1 else f"{number} sources"
