"""Reading a file of references of any of the formats, whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mundraft.citation.importing import bibtex_fields, csl_json, ris
from mundraft.citation.importing.building import plain, source_of
from mundraft.citation.importing.decoding import decoded
from mundraft.citation.importing.entry import Entry
from mundraft.citation.importing.faults import Faults, Lines
from mundraft.citation.importing.sameness import KnownWorks
from mundraft.paper.model import Source
from mundraft.paper.source_ids import source_id
from mundraft.problems import Place, Problem, Severity

#: The longest file that is read, in bytes, and the most works that are taken from one: a paper cites a few dozen.
MAX_BYTES = 5_000_000
MAX_ENTRIES = 1_000

_RIS = re.compile(r"^\s{0,8}(?:TY|ty(?=  ))[ \t\xa0]{1,2}[-–—]", re.MULTILINE)
_BIBTEX = re.compile(r"@[ \t]*[A-Za-z]+\s*[{(]")
#: How the names of such files end, and what each ending means.
ENDINGS = {
    ".json": "csl",
    ".csljson": "csl",
    ".ris": "ris",
    ".bib": "bibtex",
    ".bibtex": "bibtex",
    ".biblatex": "bibtex",
}
#: How files begin that people take for references, and what each is.
_OTHER_FILES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a Word document or an archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"<!DOCTYPE html", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
    (b"<rdf:", "an RDF file"),
    (b"%0 ", "a file for EndNote"),
    (b"mundraft:", "a paper"),
)


class Imported(NamedTuple):
    """The sources of a file, each once and with an id of its own, and everything that could not be read."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...] = ()


def read_references(data: bytes, file: str) -> Imported:
    """The sources in a file of CSL-JSON, RIS or BibTeX. Never raises for what the file holds.

    `file` is its name, for messages; its ending decides where the content does not. A problem of severity `ERROR` means
    that a work, or the whole file, is left out.
    """
    if len(data) > MAX_BYTES:
        return _refused(
            "import-too-large",
            f"This file is larger than {MAX_BYTES // 1_000_000} MB, which no list of sources for a paper is.",
            "Export only the works that the paper needs, without notes and attached files.",
            file,
        )
    read = decoded(data)
    if read is None:
        return _refused("import-not-text", f"This file is {_what_it_is(data)}, not text.", _EXPORT_AGAIN, file)
    form = _form_of(read.text, file)
    if not form:
        return _not_recognised(data, read.text, file)
    lines = Lines(read.text)
    faults = Faults(file, lines)
    if read.guessed:
        _tell_guessed(read.text, faults, lines)
    sources = _gathered(_entries(form, read.text, lines, faults), faults)
    problems = faults.problems()
    if not sources and not any(problem.severity is Severity.ERROR for problem in problems):
        return Imported(
            (), (*problems, *_refused("import-empty", "There is no work in this file.", _EXPORT_AGAIN, file)[1])
        )
    return Imported(sources, problems)


_EXPORT_AGAIN = "In Zotero, Mendeley or EasyBib choose Export, and CSL JSON, RIS or BibTeX."


def _refused(code: str, what: str, next_step: str, file: str) -> Imported:
    return Imported((), (Problem(code, what, next_step, Place(file)),))


def _form_of(text: str, file: str) -> str:
    """Which format a text is in: the one that begins first in it; where none does, what the name of the file says."""
    if text.lstrip()[:1] in ("[", "{"):
        return "csl"
    found = [
        (match.start(), form) for form, match in (("ris", _RIS.search(text)), ("bibtex", _BIBTEX.search(text))) if match
    ]
    if found:
        return min(found)[1]
    ending = "." + file.rpartition(".")[2].casefold()
    # A file without a single beginning has nothing to read; its name tells which beginning to miss.
    return ENDINGS.get(ending, "") if text.strip() and ending in (".ris", ".bib") and "<" not in text[:200] else ""


def _not_recognised(data: bytes, text: str, file: str) -> Imported:
    if not text.strip():
        return _refused("import-empty", "There is nothing in this file.", _EXPORT_AGAIN, file)
    what = _what_it_is(data)
    said = f"This file is {what}" if what != _UNKNOWN else "This file is in none of the forms that can be read"
    return _refused(
        "import-unknown-format", f"{said}; sources are read from CSL-JSON, RIS and BibTeX.", _EXPORT_AGAIN, file
    )


_UNKNOWN = "something packed or encoded"


def _what_it_is(data: bytes) -> str:
    start = data[:200].lstrip(b"\xef\xbb\xbf \r\n\t")
    return next((what for mark, what in _OTHER_FILES if start.lower().startswith(mark.lower())), _UNKNOWN)


def _entries(form: str, text: str, lines: Lines, faults: Faults) -> Iterator[Entry]:
    if form == "csl":
        return csl_json.entries(text, lines, faults)
    if form == "ris":
        return ris.entries(text, faults)
    return bibtex_fields.entries(text, lines, faults)


def _gathered(entries: Iterator[Entry], faults: Faults) -> tuple[Source, ...]:
    sources: list[Source] = []
    known = KnownWorks()
    first_lines: dict[str, int] = {}
    for entry in entries:
        if len(sources) >= MAX_ENTRIES:
            _tell_full(entry, faults)
            break
        source = source_of(entry, source_id(_basis(entry), first_lines), faults)
        if source is None:
            continue
        twin = known.same_as(source)
        if twin is not None:
            _tell_twin(entry, first_lines[twin.id], faults)
            continue
        known.add(source)
        first_lines[source.id] = entry.line
        sources.append(source)
    return tuple(sources)


def _basis(entry: Entry) -> str:
    """What a source's id is made from: the first author and the year, else the title."""
    first = next((name.family or name.literal for name in entry.names.get("author", ())), "")
    telling = [word for word in first[:200].split() if len(word) > 2][:2]
    year = re.search(r"\d{4}", entry.dates.get("issued", "")[:100])
    return " ".join([*telling, year[0] if year else ""]) if telling else plain(entry.texts.get("title", "")[:200])


def _tell_guessed(text: str, faults: Faults, lines: Lines) -> None:
    first = next((at for at, letter in enumerate(text) if not letter.isascii()), 0)
    faults.tell(
        "import-encoding",
        "The file is not saved as UTF-8; it is read as an old Windows file (Windows-1252).",
        "Look whether letters with accents are right; if not, export it again as UTF-8.",
        lines.at(first)[0],
        Severity.ADVICE,
    )


def _tell_twin(entry: Entry, line: int, faults: Faults) -> None:
    faults.tell(
        "import-twice",
        f"{entry.called} stands in the file already, on line {line}, so it is taken once.",
        "If they are two works, give them different titles or years.",
        entry.line,
        Severity.ADVICE,
    )


def _tell_full(entry: Entry, faults: Faults) -> None:
    faults.tell(
        "import-full",
        f"The file holds more than {MAX_ENTRIES} works; those from here on are left out.",
        "Export only the works that the paper needs.",
        entry.line,
        Severity.ERROR,
    )
