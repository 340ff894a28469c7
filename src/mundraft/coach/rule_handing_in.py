"""What a conference says beyond the text: on which topics it is, who may write it, how far its rules are known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from mundraft.interview.conference import CONFERENCE
from mundraft.library.age import years_old
from mundraft.paper.address import join
from mundraft.problems import Problem, Severity
from mundraft.text.dates import date_in_words

from .ruling import Ruling

if TYPE_CHECKING:
    from mundraft.library.conference import Conference

_GENERATED = {
    "forbidden": "does not take text that a language model made",
    "disclose": "wants the use of a language model to be told",
    "aid only": "lets a language model help to look things up, and not write",
}
_NONE_HERE = "mundraft uses no model: every word is yours, the template’s, or a quotation."


def topics_left_out(ruling: Ruling) -> Iterator[Problem]:
    """That a paper is on one topic, where the conference wants each of the committee's written on.

    How many a committee has, nobody knows but the delegate: it may be this one alone."""
    papers, topics = ruling.conference.papers, ruling.topics
    apart = papers.document == "one per topic"
    if len(topics) > 1 or not (papers.every_topic or apart):
        return
    wants = "every topic of the committee written on" if papers.every_topic else "a document for each topic"
    yield ruling.finding(
        "rule-one-topic",
        f"{ruling.called} wants {wants}, and this paper is on one.",
        "If your committee has another topic, add it (in the app: ^P, Add a topic)"
        + (", or write on it in a paper of its own." if apart else "."),
        "papers.every_topic" if papers.every_topic else "papers.document",
        join("topics", topics[0].id),
        Severity.ADVICE,
    )


def generated_text(ruling: Ruling) -> Iterator[Problem]:
    """What the conference says of generated text; where that is only that its use must be told on a page of its own,
    that page, as long as it is empty."""
    generated = ruling.conference.generated
    if generated.disclosure_page and not ruling.interview.paper.disclosure.strip():
        yield ruling.finding(
            "rule-disclosure-missing",
            f"{ruling.called} asks for a page that says how a language model was used, or that none was. {_NONE_HERE}",
            "Answer the question on it, such as: No language model was used.",
            "generated.disclosure_page",
            "disclosure",
        )
    if generated.rule and not (generated.rule == "disclose" and generated.disclosure_page):
        yield ruling.finding(
            "rule-generated-text",
            f"{ruling.called} {_GENERATED[generated.rule]}. {_NONE_HERE}",
            "What you took from elsewhere is yours to answer for.",
            "generated.rule",
            CONFERENCE,
            Severity.ADVICE,
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


def _season_seen(conference: Conference, last: str) -> str:
    """The season for which the rules are known. One that only an older place names is told with that place's day: what
    was seen since names none."""
    if not conference.season:
        return "no season is named"
    seen_on = [one.seen_on for one in conference.seen_at if one.season == conference.season]
    if last in seen_on:
        return f"season {conference.season}"
    return f"season {conference.season} by what was seen on {date_in_words(max(seen_on))}"


def _season(ruling: Ruling, today: date | None) -> Problem | None:
    """How old the rules are. What was seen on no page, and of no season, was made up for a class: that has none."""
    conference = ruling.conference
    last = max(one.seen_on for one in conference.seen_at)
    old = years_old(last, today)
    if not (old or conference.season or any(one.url or one.cut_short for one in conference.seen_at)):
        return None
    season = _season_seen(conference, last)
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
