"""RIS: lines of a two-letter tag, two spaces, a hyphen and a value, from TY to ER for each work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mundraft.citation.importing.entry import Entry
from mundraft.citation.importing.faults import Faults
from mundraft.citation.importing.kinds import OF_RIS
from mundraft.citation.importing.people import from_line
from mundraft.problems import Severity

#: Programs and editors put other blanks and dashes; small letters count only with the two blanks of the form.
_TAGGED = re.compile(r"\s{0,8}([A-Z][A-Z0-9]|[a-z][a-z0-9](?=[ \xa0]{2}))[ \t\xa0]{1,2}[-–—](?:[ \t\xa0](.*))?$")
_SERIAL = frozenset({"article-journal", "article-magazine", "article-newspaper", "periodical", "post-weblog"})
_HELD = frozenset({"chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary"})
_AUTHORS, _EDITORS, _TRANSLATORS, _LINKS = ("AU", "A1"), ("ED", "A2"), ("A4",), ("UR", "LK", "L2")
#: CSL's name of a text, and the tags that hold it; the first one that stands in a record counts.
_TEXTS = {
    "title": ("TI", "T1", "CT", "BT", "ST"), "title-short": ("ST",), "volume": ("VL",), "publisher": ("PB",),
    "publisher-place": ("CY", "PP"), "edition": ("ET",), "DOI": ("DO",), "language": ("LA",), "genre": ("M3",),
    "collection-title": ("T3",),
}  # fmt: skip
#: The tags whose lines are told where the field of this name is at fault.
_LINES = {
    "title": ("TI", "T1"), "author": _AUTHORS, "editor": _EDITORS, "translator": _TRANSLATORS, "DOI": ("DO",),
    "URL": _LINKS,    "issued": ("DA", "PY", "Y1"), "accessed": ("Y2",),
}  # fmt: skip
_JOURNAL, _VOLUME_TITLE = ("T2", "JF", "JO", "BT", "JA", "J2", "J1"), ("T2", "BT")
#: An ISSN or ISBN, which programs write in the field in which others write the number of a report.
_STANDARD_NUMBER = re.compile(r"(?:97[89][- ]?)?(?:\d[- ]?){7,9}[\dXx](?:\D.*)?")

#: No value of more letters than this is looked at further; what is longer is cut and told of later.
_LONGEST = 20_000


class _Field(NamedTuple):
    tag: str
    text: str
    line: int


class _Record(NamedTuple):
    line: int
    type: str
    fields: list[_Field]

    def first(self, *tags: str) -> str:
        """The text of the first of some tags that stands in the record."""
        held = {field.tag: field.text for field in reversed(self.fields) if field.text}
        return next((held[tag] for tag in tags if tag in held), "")

    def all(self, *tags: str) -> list[str]:
        return [field.text for field in self.fields if field.tag in tags and field.text]

    def line_of(self, tags: tuple[str, ...]) -> int:
        return next((field.line for field in self.fields if field.tag in tags and field.text), self.line)


def entries(text: str, faults: Faults) -> Iterator[Entry]:
    """The works of a file. Lines that belong to none, and records that are not closed, are told."""
    for record in _records(text, faults):
        if faults.too_many:
            return
        yield _entry(record, faults)


def _records(text: str, faults: Faults) -> Iterator[_Record]:
    record: _Record | None = None
    for number, line in enumerate(text.split("\n"), 1):
        tagged = _TAGGED.match(line)
        tag, value = (tagged[1].upper(), (tagged[2] or "").strip()) if tagged else ("", line.strip())
        if tag in ("TY", "ER"):
            if record:
                yield _closed(record, tag, faults)
            record = _Record(number, value.upper(), []) if tag == "TY" else None
        elif record is None:
            _tell_outside(value, number, faults)
        else:
            _take(record, _Field(tag, value, number))
    if record:
        yield _closed(record, "", faults)


def _take(record: _Record, field: _Field) -> None:
    """Put a line into its record; one without a tag goes on with the value before it, which some program broke."""
    if field.tag:
        record.fields.append(field)
    elif field.text and record.fields:
        before = record.fields[-1]
        if len(before.text) < _LONGEST:
            record.fields[-1] = before._replace(text=f"{before.text} {field.text}")


def _closed(record: _Record, tag: str, faults: Faults) -> _Record:
    """The record as far as it goes; told where another tag than ER ended it."""
    if tag != "ER":
        faults.tell(
            "import-ris-unclosed",
            f"The record that begins on line {record.line} does not end in “ER  - ”; what there is of it is read.",
            "Look at its entry: the end of the record may be missing.",
            record.line,
        )
    return record


def _tell_outside(value: str, number: int, faults: Faults) -> None:
    if value:
        faults.tell(
            "import-ris-outside",
            "This line stands in no record: a record begins with a line “TY  - ”.",
            "If a work is missing, export it again.",
            number,
        )


def _entry(record: _Record, faults: Faults) -> Entry:
    entry = Entry(record.line)
    for name, tags in _TEXTS.items():
        entry.take(record.first(*tags), name)
    known = OF_RIS.get(record.type)
    if known is None:
        faults.tell(
            "import-type",
            f"{entry.called} is of a kind that is not known here (“{record.type[:40]}”); it is kept as a document.",
            "Look at its entry in the resources list.",
            record.line,
            Severity.WARNING,
        )
    entry.type = known or "document"
    _take_people(entry, record)
    _take_place(entry, record)
    _take_dates(entry, record)
    entry.addresses = record.all(*_LINKS)
    entry.lines = {name: record.line_of(tags) for name, tags in _LINES.items()}
    return entry


def _take_people(entry: Entry, record: _Record) -> None:
    for name, tags in (("author", _AUTHORS), ("editor", _EDITORS), ("translator", _TRANSLATORS)):
        people = [person for person in map(from_line, record.all(*tags)) if person]
        told = [one for one in people if one.literal.casefold() not in ("et al", "et al.", "others")]
        entry.names[name] = tuple(told)
        entry.others |= name == "author" and len(told) < len(people)
    if entry.type == "motion_picture":
        _tell_directors(entry)
    if entry.type == "interview":
        entry.names["interviewer"] = entry.names.pop("editor")


def _tell_directors(entry: Entry) -> None:
    """RIS has one tag for whoever made a work: of a film, people are its directors, and a body has put it up."""
    people = entry.names["author"]
    entry.names["director"] = tuple(person for person in people if not person.literal)
    entry.names["author"] = tuple(person for person in people if person.literal)


def _take_place(entry: Entry, record: _Record) -> None:
    """Where a work stands: its journal or volume, its issue or number, its pages."""
    if entry.type in _SERIAL:
        entry.take(record.first(*_JOURNAL), "container-title")
        entry.take(record.first("IS", "M1"), "issue")
    elif entry.type in _HELD:
        entry.take(record.first(*_VOLUME_TITLE), "container-title")
        entry.take(record.first("C3") if entry.type == "paper-conference" else "", "event-title")
    elif entry.type in ("webpage", "motion_picture", "song"):
        entry.take(record.first("T2"), "container-title")
    else:
        entry.take(record.first("T2"), "collection-title")
    if entry.type not in _SERIAL:
        entry.take(record.first("M1") or _report_number(record) or record.first("IS"), "number")
    first, last = record.first("SP"), record.first("EP")
    entry.take(f"{first}-{last}" if first and last and last != first and "-" not in first else first or last, "page")


def _report_number(record: _Record) -> str:
    written = record.first("SN")
    return "" if _STANDARD_NUMBER.fullmatch(written[:40]) else written


def _take_dates(entry: Entry, record: _Record) -> None:
    year, day = record.first("PY", "Y1"), record.first("DA")
    if day and not re.search(r"\d{4}", day[:100]):
        day = f"{day} {year}"
    entry.dates["issued"] = day or year
    entry.dates["accessed"] = record.first("Y2")
