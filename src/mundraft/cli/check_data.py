"""What `check --json` prints: of each paper all that the table and the CSV have, with every finding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mundraft.desk.checking import PaperCheck
    from mundraft.desk.shared_words import Shared
    from mundraft.problems import Problem


def as_data(check: PaperCheck) -> dict[str, object]:
    """One paper as JSON holds it: words and numbers as in the CSV's columns, None where nothing limits or is found."""
    from mundraft.coach.weight import weighs_most

    worst, length = weighs_most(check.findings), check.length
    return {
        "paper": str(check.path),
        "readable": not check.unreadable,
        **check.whose._asdict(),
        "conference": check.conference,
        "words": check.words,
        "pages": round(check.pages, 2),
        "judged_words": length.words,
        "limit": length.most_words or None,
        "judged_pages": round(length.pages, 2),
        "page_limit": length.most_pages or None,
        "over_limit": length.is_over,
        "missing": check.missing,
        "worst": worst.code if worst else None,
        "findings": [_finding(finding, check) for finding in check.findings],
    }


def add_shared(data: Iterable[dict[str, object]], shared: Iterable[Shared]) -> None:
    """Tell of each paper of a class which others are the same (`same_paper_as`), and with which it shares sentences."""
    of_paper = {str(one["paper"]): one for one in data}
    same: dict[str, list[str]] = {name: [] for name in of_paper}
    shares: dict[str, list[dict[str, object]]] = {name: [] for name in of_paper}
    for group in shared:
        names = [str(path) for path in group.papers]
        for name in names:
            others = [other for other in names if other != name]
            if group.whole:
                same[name] += others
            else:
                shares[name].append({"with": others, "sentences": list(group.sentences)})
    for name, one in of_paper.items():
        one |= {"same_paper_as": same[name], "same_words": shares[name]}


def _finding(finding: Problem, check: PaperCheck) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "what": finding.what,
        "next_step": finding.next_step,
        "address": finding.address,
        "where": check.places.get(finding.address, ""),
        "line": finding.place.line if finding.place else 0,
        "column": finding.place.column if finding.place else 0,
        "rule_seen_at": [
            {"title": place.title, "url": place.url, "season": place.season, "seen_on": place.seen_on}
            for place in finding.seen
        ],
    }
