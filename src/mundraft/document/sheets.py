"""Pages being filled with paragraphs, under the rules that Word fills them by.

No line stands alone at the foot or the head of a page, nothing parts a heading from what it is over, and a note stands
at the foot of the page on which its mark is, or begins there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mundraft.document.setting import Stretch
from mundraft.document.typography import RULE_THICKNESS

#: The line above the notes of a page with the space around it, in points.
_NOTE_LINE = 5.0


class Filled(NamedTuple):
    """How many pages were begun, and how full the last of them is (1 is full)."""

    pages: int
    share: float


class Sheets:
    """Pages of one height (points), and what the last of them holds of text and of notes."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._full = 0
        self._used = 0.0
        # What the notes at its foot take, with the line above them.
        self._foot = 0.0
        self._above: Stretch | None = None
        self._run_over = 0.0

    def fill(self, stretches: Sequence[Stretch], taken: float = 0.0) -> Filled:
        """Set paragraphs under one another; `taken` points of the first page are not theirs."""
        for index, stretch in enumerate(stretches):
            if stretch.begins_page:
                self._end()
                self._turn()
            if stretch.begins_page or not index:  # space above is dropped only where text runs on to a page
                self._used = stretch.style.before + (0.0 if index else taken)
            self._place(stretch, _kept_with(stretches, index))
        self._end()
        leading = self._above.leading if self._above else 0.0
        share = max(0.0, self._taken - leading) / self._height
        return Filled(self._full + 1, min(share, 1.0))

    def _end(self) -> None:
        while self._run_over:
            self._turn()

    def _place(self, stretch: Stretch, kept: float) -> None:
        """Set a paragraph under the last one, on a new page where it and what is `kept` with it would not fit."""
        first = stretch.unsplit * stretch.line + self._least_foot(stretch, 0, stretch.unsplit)
        if self._above and self._taken + _gap(self._above, stretch) + first + kept > self._height:
            self._turn()
        self._used += _gap(self._above, stretch)
        at = 0
        while not self._fits(stretch, at, stretch.lines - at):
            count = self._fitting(stretch, at)
            self._set(stretch, at, count)
            at += count
            self._turn()
        self._set(stretch, at, stretch.lines - at)
        self._above = stretch

    @property
    def _taken(self) -> float:
        return self._used + self._foot

    def _fits(self, stretch: Stretch, at: int, count: int) -> bool:
        needed = count * stretch.line - stretch.leading + self._least_foot(stretch, at, count)
        return self._taken + needed <= self._height

    def _fitting(self, stretch: Stretch, at: int) -> int:
        """How many of the lines from one on go on this page; two at least go over together."""
        most = stretch.lines - at - 2
        room = int((self._height - self._taken + stretch.leading) // stretch.line)
        count = min(room, most)
        while count > 1 and not self._fits(stretch, at, count):
            count -= 1
        return max(1, count)

    def _least_foot(self, stretch: Stretch, at: int, count: int) -> float:
        """The least that the notes of some lines add to the foot: the last of them may run over to the next page."""
        notes = [note for line, note in stretch.notes if at <= line < at + count]
        if not notes:
            return 0.0
        line = 0.0 if self._foot else _NOTE_LINE
        return line + sum(_height(note) for note in notes[:-1]) + notes[-1].unsplit * notes[-1].line

    def _set(self, stretch: Stretch, at: int, count: int) -> None:
        """Some lines of a paragraph, with their notes."""
        self._used += count * stretch.line
        for line, note in stretch.notes:
            if at <= line < at + count:
                self._add_note(_height(note))

    def _add_note(self, height: float) -> None:
        if not self._foot:
            self._foot = _NOTE_LINE
        room = max(0.0, self._height - self._taken)
        self._foot += min(height, room)
        self._run_over += max(0.0, height - room)

    def _turn(self) -> None:
        self._full += 1
        self._used = self._foot = 0.0
        self._above = None
        run_over, self._run_over = self._run_over, 0.0
        if run_over:
            self._add_note(run_over)


def _height(note: Stretch) -> float:
    return note.lines * note.line + note.style.after


def _kept_with(stretches: Sequence[Stretch], index: int) -> float:
    """The height of what must stand on the same page after this paragraph (points)."""
    height = -stretches[index].leading
    while stretches[index].style.keep_with_next and index + 1 < len(stretches):
        before, index = stretches[index], index + 1
        following = stretches[index]
        if following.begins_page:
            break
        height += before.leading + _gap(before, following)
        height += following.unsplit * following.line - following.leading
    return height


def _gap(upper: Stretch | None, lower: Stretch) -> float:
    """The space between two paragraphs, or at the head of a page where there is none above."""
    if upper is None:
        return 0.0
    above, below = upper.style, lower.style
    if above.close_together and above.style_id == below.style_id:
        return 0.0
    rule = above.rule_below + RULE_THICKNESS if above.rule_below else 0.0
    return rule + max(above.after, below.before)
