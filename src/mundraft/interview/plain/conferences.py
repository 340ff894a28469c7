"""The conference by plain lines: one whose rules are known, which are then read out, or any other by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mundraft.interview.conference import CONFERENCE, ConferenceNamed
from mundraft.interview.states import Prompt
from mundraft.library.conference_names import as_it_writes_itself, named_and_dated, named_within
from mundraft.library.folders import Shelf
from mundraft.paper.model import Paper
from mundraft.problems import MundraftError

from .lines import Lines
from .matches import MATCHES, matched

if TYPE_CHECKING:
    from mundraft.library.search_path import Library


def conference_named(line: str, prompt: Prompt, paper: Paper, library: Library, lines: Lines) -> Any:
    """A conference whose rules are known, or any other by its name. A name that is only longer keeps the rules."""
    if prompt.address != CONFERENCE:
        return line
    within = named_within(line, library)
    if paper.preset and paper.preset in within:
        return ConferenceNamed(line, paper.preset)
    match = matched(library.find_conferences(line, limit=MATCHES), line, lines)
    if match is not None:
        return _under_rules(library, match.ref, "", lines)
    dated = named_and_dated(line, library)
    if dated:
        return _under_rules(library, dated, line, lines)
    if within and lines.confirm(f"Is it {library.entries(Shelf.PRESETS)[within[0]].title}, with its rules?"):
        return _under_rules(library, within[0], line, lines)
    lines.say(f"“{line}” is kept as you wrote it. Its rules are not known here: check your handbook.")
    return ConferenceNamed(line)


def _under_rules(library: Library, ref: str, name: str, lines: Lines) -> ConferenceNamed:
    """The conference with its rules, which are read out; `name` is what is printed, "" for its own name."""
    from mundraft.library.conference_words import CHECK_YOUR_HANDBOOK, rules_in_words, seen_in_words

    try:
        conference = library.conference(ref)
    except MundraftError as error:
        lines.say(str(error))
        return ConferenceNamed(name or ref)
    for group in rules_in_words(conference):
        lines.say(f"{group.title}: {'. '.join(rule.rstrip('.') for rule in group.rules)}.")
    lines.say(*(f"Seen at: {seen_in_words(seen)}" for seen in conference.seen_at), CHECK_YOUR_HANDBOOK)
    return ConferenceNamed(as_it_writes_itself(name, conference) or conference.printed, ref)
