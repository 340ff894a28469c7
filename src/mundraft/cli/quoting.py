"""`mundraft instrument quote` and `find`: whose words a quotation holds, and which provision does what was typed."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from mundraft.cli.cards import paragraph
from mundraft.cli.library_output import say_lines, the_instrument, to_json
from mundraft.cli.running import DONE, FINDINGS, say_data
from mundraft.problems import MundraftError, Problem, WrongUse

if TYPE_CHECKING:
    from mundraft.library.provisions import Provision
    from mundraft.library.quotations import Verdict
    from mundraft.library.search_path import Library

#: In characters. The longest treaty has twice as many, and no paper quotes half a treaty.
_LONGEST = 100_000
_OF = re.compile(r"\s*art(?:icle|\.)?\s*(?P<number>\S+)\s+of\s+(?:the\s+)?(?P<name>.+)", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?P<name>.+?)[\s,]+(?:art(?:icle|\.)?\s*)?(?P<number>\d\S*(?:\s+(?:bis|ter))?)\s*", re.IGNORECASE
)


def quote(library: Library, words: tuple[str, ...], claimed: str, as_json: bool) -> int:
    """Print whose words a quotation holds. Exit code 0 where all of them stand in a treaty, as claimed; else 1."""
    from mundraft.library.quotations import Kind, judge

    verdict = judge(_typed(words), claimed_in(library, claimed) if claimed.strip() else None)
    if as_json:
        say_data(to_json(_as_data(verdict)))
    else:
        say_lines(paragraph(verdict.in_words))
    return DONE if verdict.kind in (Kind.EXACT, Kind.SHARED) else FINDINGS


def claimed_in(library: Library, claimed: str) -> tuple[str, str]:
    """The instrument's id and the article's number of "crc 35", "article 35 of the CRC" or "ILO Convention 182".

    Raises `UnknownName` where no instrument is surely meant."""
    split = _OF.fullmatch(claimed)
    if split:
        return the_instrument(library, split["name"]).id, split["number"]
    try:
        return the_instrument(library, claimed).id, ""
    except MundraftError:
        split = _BEHIND.fullmatch(claimed)
        if split is None:
            raise
        return the_instrument(library, split["name"]).id, split["number"]


def find(library: Library, query: str, instrument: str, as_json: bool) -> int:
    """Print the provisions that do what was typed, best first. Exit code 1 where there is none."""
    ref = the_instrument(library, instrument).id if instrument.strip() else None
    matches = library.find_provisions(query, ref)
    if as_json:
        say_data(to_json([_provision_as_data(match.provision, match.score) for match in matches]))
    else:
        for match in matches:
            provision = match.provision
            label = f"{provision.cited[:1].upper()}{provision.cited[1:]}"
            say_lines(paragraph(f"{label} of {library.instrument(provision.instrument).short_in_sentence}"))
            say_lines(paragraph(provision.does, 4, 4))
    if not matches and not as_json:
        say_lines(paragraph("No provision in the library does that. Try other words: what is owed or forbidden?"))
    return DONE if matches else FINDINGS


def _typed(words: tuple[str, ...]) -> str:
    """The quotation: the words of the command line, or what standard input holds for "-"."""
    quotation = _given() if words == ("-",) else " ".join(words)
    if not quotation.strip():
        next_step = "Put it in quotation marks behind the command, or give it with: mundraft instrument quote - < FILE"
        raise WrongUse(Problem("quotation-empty", "There is no quotation to look at.", next_step))
    if len(quotation) > _LONGEST:
        what = f"This has more than {_LONGEST:,} characters, which no quotation has."
        raise WrongUse(Problem("quotation-too-long", what, "Give one quotation at a time, not the whole paper."))
    return quotation


def _given() -> str:
    """What standard input holds; nothing where there is none. Raises `WrongUse` where it cannot be read."""
    try:
        return sys.stdin.read(_LONGEST + 1) if sys.stdin else ""
    except OSError as error:
        what = f"Standard input could not be read: {error.strerror}."
        next_step = "Give the quotation with: mundraft instrument quote - < FILE"
        raise WrongUse(Problem("quotation-empty", what, next_step)) from None


def _as_data(verdict: Verdict) -> dict[str, object]:
    return {
        "kind": verdict.kind.value,
        "in_words": verdict.in_words,
        "words": verdict.words,
        "found": verdict.found,
        "passages": [
            {"instrument": one.ref, "title": one.treaty.title, "articles": list(one.articles), "words": one.words}
            for one in verdict.passages
        ],
        "differing": list(verdict.differing),
    }


def _provision_as_data(provision: Provision, score: float) -> dict[str, object]:
    from dataclasses import asdict

    return {**asdict(provision), "score": score}
