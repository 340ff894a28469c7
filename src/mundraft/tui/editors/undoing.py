"""What one undo takes back: a burst of typing, from the edge of a word to the edge of a word.

Textual ends a step after two seconds or a hundred letters, wherever that is, and at each letter that is taken back.
Whoever undoes then stands in the middle of a word.
"""

from __future__ import annotations

import math
import unicodedata

from textual.document._edit import Edit
from textual.document._history import EditHistory

#: How many steps are kept: more than a long paragraph has words.
MOST_STEPS = 500
#: Seconds without a key, and letters in one step, after which the next word begins another.
PAUSE, ENOUGH = 1.0, 40
#: Letters after which a step ends wherever it stands: some scripts have no spaces.
MOST_LETTERS = 100
#: So many letters taken back at most are a slip, once others are typed in their place.
SLIP = 3


class TypingHistory(EditHistory):
    """The steps of a text box. A paste, a line end and what is typed at another place are steps of their own.

    Letters taken back are a step, so that an undo gives them back; once others are typed in the place of a few of
    them, it was a slip, and belongs to the word that it was made in."""

    def __init__(self) -> None:
        super().__init__(MOST_STEPS, checkpoint_timer=math.inf, checkpoint_max_characters=MOST_LETTERS)
        self._last, self._last_at = "", -math.inf
        self._typed = 0
        self._is_due = False
        #: the letters just taken back, should they be a slip in the word typed before; else ""
        self._slip = ""

    def record(self, edit: Edit) -> None:
        """Take up an edit that was done: with those before it, or as the first of another step."""
        removed = edit._edit_result.replaced_text if edit._edit_result is not None else ""
        takes_back = bool(removed) and not _accents(removed, edit.text)
        begins_taking = takes_back and not self._previously_replaced
        slip = self._slip_with(removed, begins_taking) if takes_back else ""
        if begins_taking or self._time_to_end(edit.text or removed):
            self.checkpoint()
        corrects = bool(self._slip) and not takes_back and not self._force_end_batch
        steps = len(self._undo_stack)
        # Letters taken back begin a step. What is typed in their place does not.
        self._previously_replaced = bool(removed)
        super().record(edit)
        self._previously_replaced, self._slip = takes_back, slip
        if corrects and len(self._undo_stack) == steps > 1:
            corrected = self._undo_stack.pop()
            self._undo_stack[-1] += corrected
        elif len(self._undo_stack) > steps:
            self._typed, self._is_due = 0, False
        self._typed += len(edit.text)

    def _pop_undo(self) -> list[Edit] | None:
        """The last step, to be undone. What is typed after that is a step of its own."""
        self.checkpoint()
        return super()._pop_undo()

    def forget_undone(self) -> None:
        """Let nothing that was undone be done again."""
        self._redo_stack.clear()

    def _slip_with(self, removed: str, begins_taking: bool) -> str:
        if begins_taking and (self._force_end_batch or not self._undo_stack):
            return ""
        slip = removed if begins_taking else self._slip and removed + self._slip
        return slip if len(slip) <= SLIP and slip == slip.strip() else ""

    def _time_to_end(self, text: str) -> bool:
        """Whether a step is long enough, or was left for a while, and a word ends or begins before `text`."""
        now = self._get_time()
        self._is_due = self._is_due or now - self._last_at > PAUSE or self._typed >= ENOUGH
        at_an_edge = not self._last or self._last[-1].isspace() or text[:1].isspace()
        self._last, self._last_at = text, now
        return self._is_due and at_an_edge


def _accents(letter: str, accented: str) -> bool:
    """Whether a letter was only given its accent, which comes after it on some keyboards."""
    return len(letter) == 1 and unicodedata.normalize("NFD", accented).startswith(unicodedata.normalize("NFD", letter))
