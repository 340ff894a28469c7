"""What was found in a class's papers, a row for each: for a teacher to read, and as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from mundraft.problems import Severity
from mundraft.text.harmless import in_one_line

if TYPE_CHECKING:
    from pathlib import Path

    from mundraft.desk.checking import PaperCheck
    from mundraft.export.guard import SafeTarget

# What begins a formula where a spreadsheet opens a CSV: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


class Row(NamedTuple):
    """One paper's line. The names of the fields are the columns of the CSV, in their order: what reads the CSV relies
    on both, so a new column is added at the end.

    `readable` is "yes" or "no"; where it is "no" only `paper`, `errors`, `worst` and `finding` say anything. `limit`
    and `page_limit` are how many of the `words` and `pages` are allowed, "" where nothing limits them; `missing` counts
    required answers, which are among the `errors` or `warnings` too; `worst` is the code of the finding that weighs
    most, `finding` its words, `address` its place in the paper's file. `over_limit` is "yes" or "no"."""

    paper: str
    delegates: str = ""
    school: str = ""
    seat: str = ""
    committee: str = ""
    topic: str = ""
    conference: str = ""
    readable: str = "yes"
    words: str = ""
    limit: str = ""
    pages: str = ""
    page_limit: str = ""
    missing: str = ""
    errors: str = ""
    warnings: str = ""
    advice: str = ""
    worst: str = ""
    finding: str = ""
    over_limit: str = ""
    address: str = ""


def row_of(check: PaperCheck) -> Row:
    """The row for one paper."""
    from mundraft.coach.weight import weighs_most

    worst = weighs_most(check.findings)
    found = Row(
        paper=str(check.path),
        errors=_many(check, Severity.ERROR),
        worst=worst.code if worst else "",
        finding=worst.what if worst else "",
    )
    if check.unreadable:
        return found._replace(readable="no")
    return found._replace(
        **check.whose._asdict(),
        conference=check.conference,
        words=str(check.length.words),
        limit=str(check.length.most_words or ""),
        pages=f"{check.length.pages:.1f}",
        page_limit=f"{check.length.most_pages:g}" if check.length.most_pages else "",
        missing=str(check.missing),
        warnings=_many(check, Severity.WARNING),
        advice=_many(check, Severity.ADVICE),
        over_limit="yes" if check.length.is_over else "no",
        address=worst.address if worst else "",
    )


def as_csv(rows: Iterable[Row]) -> str:
    """The rows below a header, by RFC 4180. A cell that a spreadsheet would take for a formula begins with an
    apostrophe, as if it had been typed so."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(Row._fields)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def write_csv(rows: Iterable[Row], target: Path) -> SafeTarget:
    """Write the CSV where it replaces nothing that somebody changed or holds open; with the mark by which Excel knows
    UTF-8. Raises `CannotExport` and `CannotSave`."""
    from mundraft.export.guard import safe_target
    from mundraft.export.remembered import Memory
    from mundraft.files.atomic import write_atomically

    chosen = safe_target(target)
    data = as_csv(rows).encode("utf-8-sig", "replace")  # names of files need not be text
    Memory().remember(chosen.path, data)
    write_atomically(chosen.path, data)
    return chosen


def _cell(value: str) -> str:
    shown = in_one_line(value)
    return f"'{shown}" if value.lstrip(" ").startswith(_FORMULA) else shown


def _many(check: PaperCheck, severity: Severity) -> str:
    return str(sum(finding.severity is severity for finding in check.findings))
