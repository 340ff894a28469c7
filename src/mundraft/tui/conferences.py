"""What the screens ask of the library about conferences and their rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from mundraft.interview.conference import ConferenceNamed
from mundraft.library.conference_names import as_it_writes_itself, is_named_in, named_and_dated, named_within
from mundraft.library.folders import Shelf
from mundraft.problems import MundraftError
from mundraft.tui.lookup_rows import Row, conference_rows
from mundraft.tui.work import Work

if TYPE_CHECKING:
    from mundraft.library.conference import Conference


class Conferences:
    """The conferences of the library, as one paper sees them."""

    def __init__(self, work: Work) -> None:
        self._work = work

    @property
    def chosen(self) -> ConferenceNamed:
        """The conference that the paper is for now."""
        return ConferenceNamed.of(self._work.paper)

    def rows(self, query: str) -> Sequence[Row]:
        """The conferences that fit, those first whose name stands inside what was typed; all for an empty query."""
        library = self._work.library
        found = conference_rows(library, query)
        known, refs = library.entries(Shelf.PRESETS), {row.ref for row in found}
        within = [Row(ref, known[ref].title, known[ref].detail) for ref in self.within(query) if ref not in refs]
        return [*within, *found]

    def within(self, name: str) -> Sequence[str]:
        """The ids of the conferences one of whose names stands inside a longer one."""
        return named_within(name, self._work.library)

    def meant(self, name: str) -> str:
        """The id of the one conference that a typed name can only mean, a year beside it or not; "" for none."""
        dated = named_and_dated(name, self._work.library)
        if dated or not name:
            return dated
        return next((row.ref for row in self.rows(name)[:1] if row.sure), "")

    def named(self, typed: str, ref: str) -> ConferenceNamed:
        """The answer for a typed name and the rules that it brings; "dmunc" is printed as "DMUNC"."""
        rules = self.rules(ref)
        return ConferenceNamed(as_it_writes_itself(typed, rules) if rules else typed, ref)

    def written_out(self, typed: str, ref: str) -> str:
        """The name to print for letters that only mean a conference: "harb" is no name of HarbMUN."""
        rules = self.rules(ref)
        return typed if rules is None or is_named_in(typed, rules) else rules.printed

    def rules(self, ref: str) -> Conference | None:
        """The rules of a conference, None where they cannot be read."""
        try:
            return self._work.library.conference(ref) if ref else None
        except MundraftError:
            return None


def in_brief(conference: Conference, says: str = "[$success]✓[/] Rules of") -> Content:
    """What a delegate wants to know first: the length, the citations, and that a handbook is newer.

    `says` is the markup before the conference's name."""
    from mundraft.library.conference_words import rules_in_words

    groups = {group.title: group.rules for group in rules_in_words(conference)}
    first = [rule for title in ("Length", "Citations") for rule in groups.get(title, ())[:2]]
    return Content.from_markup(
        f"{says} [b]$called[/]: $rules. [$quiet]$season: check your handbook.[/]",
        called=conference.called,
        rules="; ".join(first) or "see all of them",
        season=f"Season {conference.season}" if conference.season else "No season is named",
    )
