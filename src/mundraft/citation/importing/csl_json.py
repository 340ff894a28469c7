"""CSL-JSON, as Zotero, ZoteroBib and Mendeley write it: a list of objects, read one by one so that one broken object
costs no other, and each has its line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from mundraft.citation.importing.entry import Entry
from mundraft.citation.importing.faults import Faults, Lines
from mundraft.citation.importing.kinds import CSL_TYPES
from mundraft.citation.importing.people import from_csl
from mundraft.problems import Severity

_BEGINNING = re.compile(r'\s*(?:\{\s*"(?:items|references)"\s*:\s*)?\[\s*')
_BETWEEN = re.compile(r"[\s,]*")
#: Where reading goes on behind an object that is broken: an object that begins a line or follows a comma.
_NEXT = re.compile(r"[,\n]\s*(?=\{)")
#: Line breaks within a text are no JSON, but some program writes them.
_DECODER = json.JSONDecoder(strict=False)
#: A text as a whole, closed or not, or a comma with nothing after it in its list or object.
_TRAILING = re.compile(r'"(?:[^"\\]|\\.|\\\Z)*(?:"|\Z)|,(?=\s*[}\]])', re.DOTALL)
_NAMES = frozenset(
    {"author", "editor", "translator", "collection-editor", "container-author", "director", "interviewer"}
)
_DATES = frozenset({"issued", "accessed", "event-date", "original-date", "submitted"})
_MENDED_TYPES = {"web_page": "webpage", "journal-article": "article-journal", "article-book": "book"}


def entries(text: str, lines: Lines, faults: Faults) -> Iterator[Entry]:
    """The works of a file. What is no work is told."""
    # A space for each comma too many: every offset stays.
    text = _TRAILING.sub(lambda found: " " if found[0] == "," else found[0], text)
    for data, line in _objects(text, lines, faults):
        if isinstance(data, Mapping):
            yield _entry(data, line, faults)
        else:
            faults.tell(
                "import-json-not-object",
                "This is not an entry: each entry of CSL-JSON stands between { and }.",
                "Export the list again from the program that wrote it.",
                line,
                Severity.ERROR,
            )


def _objects(text: str, lines: Lines, faults: Faults) -> Iterator[tuple[Any, int]]:
    beginning = _BEGINNING.match(text)
    at = beginning.end() if beginning else len(text) - len(text.lstrip())
    while at < len(text) and text[at] not in "]}" and not faults.too_many:
        line = lines.at(at)[0]
        try:
            data, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            fault = _tell_broken(error, at, lines, faults)
            found = _NEXT.search(text, max(fault, at + 1))
            end = found.end() if found else len(text)
        else:
            yield data, line
        between = _BETWEEN.match(text, end)
        at = between.end() if between else end
    if at >= len(text) and beginning and not faults.too_many and not text.rstrip().endswith("]"):
        faults.tell(
            "import-cut-off",
            "The file ends before its list is closed: the end of it may be missing.",
            "Export the list again if works are missing below.",
            lines.at(len(text))[0],
        )


def _tell_broken(error: Exception, at: int, lines: Lines, faults: Faults) -> int:
    """Tells of a broken object, and gives the offset of the fault."""
    fault = error.pos if isinstance(error, json.JSONDecodeError) else at
    line, column = lines.at(fault)
    why = (
        error.msg[:1].lower() + error.msg[1:]
        if isinstance(error, json.JSONDecodeError)
        else "a number in it is too long"
        if isinstance(error, ValueError)
        else "it is nested too deeply"
    )
    faults.tell(
        "import-json-broken",
        f"The entry that begins on line {lines.at(at)[0]} is not written as JSON must be ({why}), so it is left out.",
        "Export the list again from the program that wrote it, or mend the line.",
        line,
        Severity.ERROR,
        column,
    )
    return fault


def _entry(data: Mapping[str, Any], line: int, faults: Faults) -> Entry:
    entry = Entry(line)
    for name, value in data.items():
        if name in _NAMES:
            _take_names(entry, name, value)
        elif name in _DATES:
            entry.dates[name] = _date(value)
        elif name == "URL":
            entry.addresses.append(_text(value))
        else:
            entry.take(_text(value), name)
    entry.type = _type(entry, faults)
    _take_older_names(entry)
    return entry


def _type(entry: Entry, faults: Faults) -> str:
    written = entry.texts.pop("type", "")
    called = _MENDED_TYPES.get(written, written)
    if called and called not in CSL_TYPES:
        faults.tell(
            "import-type",
            f"{entry.called} is of a kind that is not known here (“{called[:40]}”); it is kept as a document.",
            "Look at its entry in the resources list.",
            entry.line,
        )
    return called if called in CSL_TYPES else "document"


def _take_older_names(entry: Entry) -> None:
    """CSL 1.0.1 called some fields otherwise."""
    for older, today in (
        ("shortTitle", "title-short"),
        ("event", "event-title"),
        ("journalAbbreviation", "container-title"),
    ):
        entry.take(entry.texts.get(older, ""), today)


def _take_names(entry: Entry, name: str, value: Any) -> None:
    listed = value if isinstance(value, list) else [value]
    people = tuple(person for person in map(from_csl, listed) if person)
    told = tuple(one for one in people if one.literal.casefold() not in ("others", "et al.", "et al"))
    entry.names[name] = told
    entry.others |= name == "author" and len(told) < len(people)


def _text(value: Any) -> str:
    """A value as text: numbers as they are written, a list as its first text."""
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str)), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    try:
        return str(value)
    except ValueError:  # Python writes no whole number of more than 4,300 digits
        return ""


def _date(value: Any) -> str:
    """A date of CSL-JSON in words that `dates.read_date` reads: its parts, else its raw or literal form."""
    if not isinstance(value, Mapping):
        return _text(value)
    stretches = value.get("date-parts")
    written = [_parts(one) for one in stretches[:2]] if isinstance(stretches, list) else []
    if not any(written):
        return _text(value.get("raw") or value.get("literal") or "")
    vague = [name for name in ("season", "circa") if value.get(name)]
    return " ".join(["/".join(one for one in written if one), *vague])


def _parts(listed: Any) -> str:
    """Year, month and day as "2021-07-04"."""
    parts = [_text(part).strip() for part in listed[:3]] if isinstance(listed, list) else []
    said = [part.zfill(2) for part in parts if part]
    return "-".join([said[0].zfill(4), *said[1:]]) if said else ""
