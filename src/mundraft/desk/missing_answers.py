"""How many answers a paper lacks: one count for what is checked, exported and previewed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mundraft.document.missing import gaps_in

if TYPE_CHECKING:
    from mundraft.compose.compose import Composed, Composer
    from mundraft.paper.model import Paper


def answers_missing(paper: Paper, composer: Composer, documents: Sequence[Composed]) -> int:
    """How many required answers are missing on what these documents of a paper are about.

    Where none is, but a name is marked as missing that the template does not ask for, it is how many such marks."""
    marks = {mark for one in documents for mark in gaps_in(one.document)}
    if not marks and not composer.lacks_what_no_text_marks(paper):
        return 0  # as of most papers of a class, for which the walk below takes a sixth of the time
    topics = [index for one in documents for index in one.topics]
    return len(composer.missing_answers(paper, topics)) or len(marks)
