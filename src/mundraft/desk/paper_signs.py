"""By what a file of a class's folder is known: for a paper, or for a document that a student wrote elsewhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from mundraft.problems import MundraftError
from mundraft.text.folding import fold

_ENDING = re.compile(r"\.(?:ya?ml(?:\.txt)?|[^.]*)\Z", re.IGNORECASE)
# What every paper says of itself at the beginning of a line, today's version and the first, also where the colon was
# lost; and in a file that some editor saved with two bytes a letter, which is then told to be unreadable as what it is.
_A_PAPERS_KEY = rb"""(?m)^[ \t{]*["']?(?:mundraft(?=["' \t:\r\n]|\Z)|schema["']?[ \t]*:[ \t]*["']?1\b)"""
#: What else a paper begins lines with: two of these make one of a file whose first line was lost.
_OTHER_KEYS = re.compile(rb"(?m)^(committee|delegates|seat|topics):")
#: What other files of the library say of themselves.
_ANOTHER_FORM = re.compile(rb"(?m)^mundraft-")
_BYTE_ORDER_MARKS = b"\xef\xbb\xbf\xff\xfe"
#: Where students write who do not write here.
_DOCUMENTS = (".doc", ".docx", ".odt", ".pages", ".pdf", ".rtf")


def stem_of(paper: Path) -> str:
    """The name of a paper's file without its ending, also where Notepad added another one."""
    return _ENDING.sub("", paper.name) or paper.stem


def is_paper(path: Path) -> bool:
    """Whether a file says that it is a paper. One that cannot be looked into, is empty or no text (a Word file that was
    given a paper's ending) may be one that was lost: it is taken for a paper, so that it is told of."""
    from mundraft.files.reading import read_capped

    try:
        data = read_capped(path, "paper")
    except MundraftError:
        return True
    plain = data.lstrip(_BYTE_ORDER_MARKS).replace(b"\0", b"")
    if not data.strip() or re.search(_A_PAPERS_KEY, plain) or _reads_as_a_paper(plain):
        return True
    from mundraft.strictyaml.decoding import text_in

    try:
        text_in(data, str(path))
    except MundraftError:
        return True
    return False


def _reads_as_a_paper(data: bytes) -> bool:
    return len(set(_OTHER_KEYS.findall(data))) > 1 and not _ANOTHER_FORM.search(data)


def foreign_documents(folders: Iterable[Path], papers: Iterable[Path]) -> Iterator[Path]:
    """The documents in some folders that may hold a paper which nothing here knows. Those that were exported here, that
    are called as one of the `papers` beside them, and what Word keeps beside an open file, are none; a folder that
    cannot be read has none."""
    from mundraft.export.remembered import Memory

    documents = [path for folder in folders for path in _documents_in(folder)]
    if not documents:  # as in most classes; a thousand names take as long as three papers
        return
    memory = Memory()
    beside = {(paper.parent, fold(stem_of(paper))) for paper in papers}
    for path in documents:
        if (path.parent, fold(path.stem)) not in beside and memory.last(path) is None:
            yield path


def _documents_in(folder: Path) -> list[Path]:
    with suppress(OSError):
        names = sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith((".", "~$")))
        return [folder / name for name in names if name.lower().endswith(_DOCUMENTS)]
    return []
