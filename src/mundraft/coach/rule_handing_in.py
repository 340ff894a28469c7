"""What a conference says beyond the text: who may write it, in which file it comes, and how far its rules are known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.document.tree import block_paragraphs, inline_text
from mundraft.interview.conference import CONFERENCE
from mundraft.library.age import years_old
from mundraft.problems import Problem, Severity
from mundraft.text.dates import date_in_words

from .rule_wording import names_in
from .ruling import Ruling

if TYPE_CHECKING:
    from mundraft.compose.presentation import Presentation
    from mundraft.document.tree import Document
    from mundraft.paper.model import Paper

_GENERATED = {
    "forbidden": "does not take text that a language model made",
    "disclose": "wants the use of a language model to be told",
    "aid only": "lets a language model help to look things up, and not write",
}
_FORMATS = {"docx": "Word (.docx)", "pdf": "PDF (.pdf)", "txt": "plain text (.txt)", "md": "Markdown (.md)"}


def generated_text(ruling: Ruling) -> Iterator[Problem]:
    """What the conference says of generated text, and the page on which its use is told, where that is empty."""
    generated = ruling.conference.generated
    if generated.rule:
        yield ruling.finding(
            "rule-generated-text",
            f"{ruling.called} {_GENERATED[generated.rule]}. mundraft uses no model: every word is yours, the "
            "template’s, or a quotation.",
            "What you took from elsewhere is yours to answer for.",
            "generated.rule",
            CONFERENCE,
            Severity.ADVICE,
        )
    if generated.disclosure_page and not ruling.interview.paper.disclosure.strip():
        yield ruling.finding(
            "rule-disclosure-missing",
            f"{ruling.called} asks for a page that says how a language model was used, or that none was.",
            "Answer the question on it, such as: No language model was used.",
            "generated.disclosure_page",
            "disclosure",
        )


def how_far_known(ruling: Ruling, today: date | None = None) -> Iterator[Problem]:
    """That the rules are of no season that is named, or old; and what of them could not be verified."""
    if season := _season(ruling, today):
        yield season
    if ruling.conference.not_verified:
        unknown = "; ".join(one.rstrip(".") for one in ruling.conference.not_verified)
        yield ruling.finding(
            "rule-not-verified",
            f"Not known of {ruling.called}, or not verified: {unknown}.",
            "Look these up in your handbook.",
            "not_verified",
            CONFERENCE,
            Severity.ADVICE,
        )


def _season(ruling: Ruling, today: date | None) -> Problem | None:
    """How old the rules are. What was seen on no page, and of no season, was made up for a class: that has none."""
    conference = ruling.conference
    last = max(one.seen_on for one in conference.seen_at)
    old = years_old(last, today)
    if not (old or conference.season or any(one.url or one.cut_short for one in conference.seen_at)):
        return None
    season = f"season {conference.season}" if conference.season else "no season is named"
    parts = any(one.cut_short for one in conference.seen_at)
    more = " in part only, so there may be more" if parts else ""
    return ruling.finding(
        "rule-season-old" if old else "rule-season",
        f"The rules of {ruling.called} were seen on {date_in_words(last)} ({season}){more}.",
        "Rules change every season: check your handbook.",
        "seen_at",
        CONFERENCE,
        Severity.ADVICE,
    )


def file_breaches(presentation: Presentation, path: Path, names: Collection[str] = ()) -> Iterator[Problem]:
    """What is wrong with the format and the name of a file that is to be handed in.

    `names` are those that the conference asks for, without an ending, one for each document; none where it asks for
    none."""
    called, formats, kind = presentation.conference, presentation.file.formats, path.suffix.lstrip(".").lower()
    if formats and kind not in formats:
        taken = " or ".join(_FORMATS[one] for one in formats)
        is_now = f"is .{kind}" if kind else "has no ending"
        what = f"{called} takes {taken}, and {path.name} {is_now}."
        yield _of_file(presentation, "rule-format", what, f"Export it again: mundraft export --to {formats[0]}")
    if names and path.stem not in names:
        wanted = " or ".join(f"“{name}”" for name in names)
        what = f"{called} wants the file to be called {wanted}, and it is called “{path.stem}”."
        yield _of_file(presentation, "rule-file-name", what, "Rename it before you hand it in.")


def unsaid_in_name(presentation: Presentation, unsaid: Iterable[str]) -> Iterator[Problem]:
    """What the conference wants in the file's name and the paper does not say (in words: "the school")."""
    missing = " and ".join(unsaid)
    if missing:
        what = f"{presentation.conference} wants the {missing} in the file's name."
        yield _of_file(presentation, "rule-file-name", what, "Answer that, and export again.")


def names_shown(presentation: Presentation, paper: Paper, document: Document, path: Path) -> Iterator[Problem]:
    """Names that a document of an anonymous paper shows, in its text or in its file's name."""
    if not presentation.anonymous:
        return
    for text, where in ((_words_of(document), "the text"), (path.stem, "the file's name")):
        for one in names_in(paper, text):
            what = f"{presentation.conference} reads papers without names, and in {where} stands {one.in_words}."
            yield _of_file(presentation, "rule-anonymous", what, "Take it out.")


def _of_file(presentation: Presentation, code: str, what: str, next_step: str) -> Problem:
    return Problem(code, what, next_step, severity=Severity.WARNING, seen=presentation.seen)


def _words_of(document: Document) -> str:
    lines = [inlines for block in document.blocks() for inlines in block_paragraphs(block)]
    return "\n".join(map(inline_text, [*lines, *(note.inlines for note in document.notes)]))
