"""What the fields of a BibTeX or BibLaTeX entry mean, in CSL's names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mundraft.citation.importing import latex
from mundraft.citation.importing.bibtex import RawEntry, raw_entries
from mundraft.citation.importing.entry import Entry
from mundraft.citation.importing.faults import Faults, Lines
from mundraft.citation.importing.kinds import GENRES, OF_BIBTEX
from mundraft.citation.importing.people import from_bibtex

#: CSL's name of a text, and the fields that hold it; the first one that stands in an entry counts.
_TEXTS = {
    "title-short": ("shorttitle",), "volume": ("volume",), "edition": ("edition",),
    "publisher": ("publisher", "school", "institution", "organization"), "publisher-place": ("location", "address"),
    "collection-title": ("series",), "genre": ("type",), "event-title": ("eventtitle",), "event-place": ("venue",),
    "page": ("pages",), "language": ("langid", "language"),
}  # fmt: skip
#: The fields whose lines are told where the field of this name is at fault; of several, the last one counts.
_LINES = {
    "title": ("title",), "author": ("author",), "editor": ("editor",), "DOI": ("doi",), "URL": ("howpublished", "url"),
    "issued": ("year", "date"), "accessed": ("urldate",),
}  # fmt: skip
_SERIAL = frozenset({"article-journal", "article-magazine", "article-newspaper", "periodical"})
_CONTAINERS = ("journaltitle", "journal", "booktitle", "maintitle")
_LINK = re.compile(r"https?://[^\s{}\\]+|\\url\s*\{([^{}]*)\}")


def entries(text: str, lines: Lines, faults: Faults) -> Iterator[Entry]:
    """The works of a file."""
    raws = raw_entries(text, lines, faults)
    for raw in _with_parents(list(raws)) if "crossref" in text.casefold() else raws:
        entry = _entry(raw, faults)
        entry.lines = {
            name: lines.at(raw.offsets[field])[0]
            for name, fields in _LINES.items()
            for field in fields
            if field in raw.offsets
        }
        yield entry


def _with_parents(raws: list[RawEntry]) -> list[RawEntry]:
    """The entries, each with what the one that its `crossref` names says and it does not; a parent's title holds it."""
    by_key = {raw.key.casefold(): raw for raw in reversed(raws) if raw.key}
    for raw in raws:
        parent = by_key.get(raw.fields.get("crossref", "").strip().casefold())
        if parent is None or parent is raw:
            continue
        for name, value in parent.fields.items():
            raw.fields.setdefault("booktitle" if name == "title" else name, value)
    return raws


def _entry(raw: RawEntry, faults: Faults) -> Entry:
    entry = Entry(raw.line, _type(raw))
    entry.take(_title(raw), "title")
    for name, fields in _TEXTS.items():
        entry.take(_first(raw, *fields), name)
    entry.take(_first(raw, *_CONTAINERS) if entry.type not in ("book", "report", "thesis") else "", "container-title")
    entry.take(_first(raw, "organization") if entry.type == "webpage" else "", "container-title")
    entry.take(_first(raw, "number", "issue"), "issue" if entry.type in _SERIAL else "number")
    entry.take(GENRES.get(raw.type, ""), "genre")
    entry.take(latex.verbatim(raw.fields.get("doi", "")) or _eprint_doi(raw), "DOI")
    for name in ("author", "editor", "translator"):
        people = from_bibtex(raw.fields.get(name, ""))
        entry.names[name] = people.names
        entry.others |= people.others
    if raw.fields.get("editortype", "").casefold() == "director":
        entry.names["director"] = entry.names.pop("editor")
    entry.dates["issued"] = _date(raw)
    entry.dates["accessed"] = latex.decoded(raw.fields.get("urldate", ""))
    entry.dates["event-date"] = latex.decoded(raw.fields.get("eventdate", ""))
    entry.addresses = list(_addresses(raw))
    if raw.type not in OF_BIBTEX:
        faults.tell(
            "import-type",
            f"{entry.called} is of a kind that is not known here (“@{raw.type[:40]}”); it is kept as a document.",
            "Look at its entry in the resources list.",
            raw.line,
        )
    return entry


def _type(raw: RawEntry) -> str:
    known = OF_BIBTEX.get(raw.type, "document")
    if known == "article-journal":
        kind = raw.fields.get("entrysubtype", "").casefold()
        return f"article-{kind}" if kind in ("magazine", "newspaper") else known
    if raw.type == "misc" and next(_addresses(raw), None):
        return "webpage"
    return known


def _title(raw: RawEntry) -> str:
    title, rest = _first(raw, "title", "booktitle"), _first(raw, "subtitle")
    return f"{title}: {rest}" if title and rest else title


def _first(raw: RawEntry, *names: str) -> str:
    written = next((raw.fields[name] for name in names if raw.fields.get(name, "").strip()), "")
    return latex.decoded(written)


def _date(raw: RawEntry) -> str:
    if raw.fields.get("date", "").strip():
        return latex.decoded(raw.fields["date"]).replace("–", "-")
    year, month, day = (" ".join(latex.decoded(raw.fields.get(name, "")).split()) for name in ("year", "month", "day"))
    if month.isdigit():
        return f"{year}-{month}-{day}" if day else f"{year}-{month}"
    return " ".join(part for part in (day, month, year) if part)


def _addresses(raw: RawEntry) -> Iterator[str]:
    """The links of an entry: its own, else one in what it says of how it was published."""
    if raw.fields.get("url", "").strip():
        yield _linked(raw.fields["url"])
    for name in ("howpublished", "note"):
        found = _LINK.search(raw.fields.get(name, ""))
        if found:
            yield latex.verbatim(found[1] or found[0])


def _linked(url: str) -> str:
    found = re.fullmatch(r"\s*\\url\s*\{([^{}]*)\}\s*", url)
    return latex.verbatim(found[1] if found else url)


def _eprint_doi(raw: RawEntry) -> str:
    """The DOI under which arXiv registers its papers."""
    number = raw.fields.get("eprint", "").strip()
    is_arxiv = raw.fields.get("archiveprefix", raw.fields.get("eprinttype", "")).casefold() == "arxiv"
    return f"10.48550/arXiv.{number}" if is_arxiv and re.fullmatch(r"[\w./-]{5,30}", number) else ""
