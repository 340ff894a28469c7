"""What is asked once before the interview goes on: whether an answer is meant as it stands.

Letters that mean several entries of a list, a year that is none, and a name that the sentence says already are slips
that nobody sees again before the paper is printed. Asked twice, it would be in the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mundraft.interview.answering import problems_with
from mundraft.interview.answers_by_kind import NOT_TO_BE_PRINTED
from mundraft.interview.beside import beside
from mundraft.tui.interview_base import InterviewBase

if TYPE_CHECKING:
    from mundraft.paper.address import Address
    from mundraft.tui.editors.base import Editor
    from mundraft.tui.kept_names import KeptNames


class InterviewHolding(InterviewBase):
    """Holds the first F8 or Enter at an answer that is in doubt, and says why."""

    names: KeptNames
    _asked: set[tuple[Address, str]]

    def holds(self, editor: Editor | None) -> bool:
        """Whether to stay at the question: told once for each answer, the next key goes on."""
        if editor is None or editor.prompt.address != self.address:
            return False
        doubt = editor.doubt() or self._doubt_of_answer()
        here = (self.address, repr(editor.value))
        if not doubt or here in self._asked:
            return False
        self._asked.add(here)
        self.notify(f"{doubt} F8 once more goes on with it as it is.", severity="warning", timeout=8)
        return True

    def _doubt_of_answer(self) -> str:
        prompt = self.prompt_at(self.address)
        if prompt is None:
            return ""
        known = beside(self.work.paper, prompt.address)
        told = problems_with(prompt.question, prompt.value, prompt.address, self.names.names(), known)
        return next((f"{one.what} {one.next_step}" for one in told if one.code in NOT_TO_BE_PRINTED), "")
