"""From an entry of a file to a source of a paper: what can be used is kept, what cannot is told."""

from __future__ import annotations

import html
import re
from functools import cache

from mundraft.citation.importing.dates import read_date
from mundraft.citation.importing.entry import Entry
from mundraft.citation.importing.faults import Faults
from mundraft.document.links import live_address
from mundraft.models.fields import fields_of
from mundraft.models.model import from_values
from mundraft.paper.model import Name, Source
from mundraft.problems import Severity
from mundraft.text.clean import clean

#: A text of more letters than this is no title of anything.
LONGEST_TEXT = 1_000
#: Styles print at most twenty names.
MOST_NAMES = 50
_LONGEST_NAME = 200
#: A text that went through several programs says "&amp;amp;" for "&".
_ESCAPED_AT_MOST = 3
_MARKUP = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|span|p|br)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|[a-z]{3,8}|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_DOI = re.compile(r"(?:doi:\s*|(?:https?://)?(?:dx\.)?doi\.org/)?\s*(10\.\d{4,9}/\S{1,300})", re.IGNORECASE)


def source_of(entry: Entry, source_id: str, faults: Faults) -> Source | None:
    """The source, or None where the entry says too little to be one; both faults and losses are told."""
    known = _fields()
    texts = {name: _text(entry, name, faults) for name in entry.texts if name in known and name not in ("id", "DOI")}
    values: dict[str, object] = {**texts, "type": entry.type, "DOI": _doi(entry, faults), "URL": _url(entry, faults)}
    if not (texts.get("title") or values["URL"] or values["DOI"]):
        faults.tell(
            "import-nothing",
            "This entry has neither a title nor a link, so it is left out.",
            "Give it a title in the program that it comes from, and export it again.",
            entry.line,
            Severity.ERROR,
        )
        return None
    values |= {name: _date(entry, name, faults) for name in entry.dates if name in known}
    values |= {name: _people(entry, name, faults) for name in entry.names if name in known}
    held = {"id": source_id, **{name: value for name, value in values.items() if value}}
    return from_values(Source, held)


@cache
def _fields() -> frozenset[str]:
    """The names under which a source takes its fields: CSL's."""
    return frozenset(field.key for field in fields_of(Source))


def plain(text: str) -> str:
    """A text of a file in one line, without the marks of web pages that some programs leave in it."""
    for _ in range(_ESCAPED_AT_MOST):
        if "&" not in text:
            break
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    if "<" in text:
        text = _MARKUP.sub("", text)
    return " ".join(clean(text).split())


def _text(entry: Entry, name: str, faults: Faults) -> str:
    text = plain(entry.texts[name][: 20 * LONGEST_TEXT])
    if len(text) <= LONGEST_TEXT:
        return text
    faults.tell(
        "import-too-long",
        f"{entry.called}: the field “{name}” is longer than any can be; it is cut after {LONGEST_TEXT} letters.",
        "Look at its entry, and write what belongs there.",
        entry.line_of(name),
    )
    return text[:LONGEST_TEXT]


def _url(entry: Entry, faults: Faults) -> str:
    written = [plain(address[:5_000]) for address in entry.addresses if address.strip()]
    for address in written:
        live = live_address(address)
        if live:
            return address if address.casefold().startswith(("http://", "https://")) else live
    if written:
        faults.tell(
            "import-link",
            f"{entry.called}: “{written[0][:60]}” is not an http or https address, so the link is left out.",
            "Copy the address from the browser into the source.",
            entry.line_of("URL"),
        )
    return ""


def _doi(entry: Entry, faults: Faults) -> str:
    written = plain(entry.texts.get("DOI", "")[:1_000])
    if not written:
        return ""
    found = _DOI.fullmatch(written)
    if found:
        return found[1]
    faults.tell(
        "import-doi",
        f"{entry.called}: “{written[:60]}” is not a DOI, so it is left out.",
        "A DOI begins with 10. and holds a slash: 10.1000/182.",
        entry.line_of("DOI"),
    )
    return ""


def _date(entry: Entry, name: str, faults: Faults) -> str:
    written = entry.dates[name]
    read = read_date(plain(written[:1_000]))
    if not read.exact:
        kept = f"it is kept as {read.date}" if read.date else "it is left out"
        faults.tell(
            "import-date",
            f"{entry.called}: the date “{' '.join(written[:60].split())}” cannot be kept as it is written; {kept}.",
            "Look at its date: 2025, 2025-03 or 2025-03-14.",
            entry.line_of(name),
        )
    return read.date


def _people(entry: Entry, name: str, faults: Faults) -> tuple[Name, ...]:
    people = entry.names[name]
    if name == "author" and entry.others:
        faults.tell(
            "import-others",
            f"{entry.called}: the file says that there are more authors, and does not name them.",
            "Add them, or export the entry again with all its authors.",
            entry.line_of(name),
        )
    if len(people) > MOST_NAMES:
        faults.tell(
            "import-many-names",
            f"{entry.called} has {len(people)} names; the first {MOST_NAMES} are kept.",
            "No style prints more.",
            entry.line_of(name),
            Severity.ADVICE,
        )
    return tuple(_name(person) for person in people[:MOST_NAMES])


def _name(name: Name) -> Name:
    held = {
        field: plain(getattr(name, field)[:1_000])[:_LONGEST_NAME] for field in ("family", "given", "suffix", "literal")
    }
    return Name(**held)
