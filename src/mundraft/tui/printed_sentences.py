"""The sentence of the paper in which an answer is printed, as the last draft has it.

A template says most things in several ways and chooses by the paper, so that the sentence that a question shows as an
example need not be the one that is printed.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from mundraft.document.tree import Document, Inlines, Link, Origin, Run, block_paragraphs, printed

if TYPE_CHECKING:
    from mundraft.interview.states import Prompt
    from mundraft.paper.address import Address
    from mundraft.paper.model import Paper
    from mundraft.tui.drafting import Draft

#: Characters around an answer: a longer sentence would push the box that is typed into off a small screen.
_LONGEST = 150
#: What weaving takes from the end of an answer.
_ENDS = " .?!…,;:"
_GAP = "\x00"
#: What stands for the characters of some hands while the ends of sentences are looked for.
_MASKED = {Origin.LIBRARY: "x", Origin.GAP: _GAP}
_AFTER_SENTENCE = re.compile(r"[.!?。！？…][”’\"')\]]*\s+")
_END_OF_SENTENCE = re.compile(r"[.!?。！？…](?=[”’\"')\]]*(?:\s|$))")


class Around(NamedTuple):
    """What stands in one sentence before an answer and behind it, and between its texts where it has several."""

    before: str
    after: str
    joints: tuple[str, ...] = ()


class PrintedSentences:
    """Knows what stands around the answer on the screen, also while it is being changed."""

    def __init__(self) -> None:
        self._address: Address = ""
        self._around: Around | None = None

    def around(self, prompt: Prompt, draft: Draft, paper: Paper) -> Around | None:
        """What the draft prints around an answer; None where that cannot be told surely.

        A draft of an earlier state of the paper does not hold what was typed since: until the next one comes, the
        answer on the screen keeps the sentence that it had."""
        if draft.document is not None and (draft.paper is paper or prompt.address != self._address):
            self._address, self._around = prompt.address, sentence_around(draft.document, prompt)
        return self._around if prompt.address == self._address else None


def sentence_around(document: Document, prompt: Prompt) -> Around | None:
    """What stands around an answer, or around the mark of one that is missing, in the one sentence that has it.

    None where it stands nowhere, in several places, or in a sentence too long to be shown or with another gap."""
    wanted, origin = _wanted(prompt)
    found = [
        around
        for part in document.parts
        if part.topic in ("", prompt.topic_id)
        for block in part.blocks
        for inlines in block_paragraphs(block)
        for around in _places(inlines, wanted, origin)
    ]
    around = found[0] if len(found) == 1 else None
    return around if around and len(around.before + around.after) <= _LONGEST else None


def _wanted(prompt: Prompt) -> tuple[list[str], Origin]:
    """How the texts of an answer read in the paper, as far as they can be compared, and whose they are."""
    from mundraft.compose.gaps import gap

    if prompt.texts:
        return [_comparable(text) for text in prompt.texts], Origin.DELEGATE
    return [_comparable(gap(prompt.question).text)], Origin.GAP


def _comparable(text: str) -> str:
    """Without what weaving into a sentence changes: a "to" or "should" at the beginning, capitals, marks at the end."""
    from mundraft.templating.english import without_modal

    return without_modal(" ".join(text.split())).strip(_ENDS).casefold()


def _places(inlines: Inlines, wanted: list[str], origin: Origin) -> list[Around | None]:
    """Each place of a paragraph where the texts stand one after the other, with nothing but joints between them."""
    runs = printed(inlines)
    at = [index for index, run in enumerate(runs) if run.origin is origin]
    said = [_comparable(runs[index].text) for index in at]
    several = len(wanted)
    return [
        _cut(runs, at[first : first + several])
        for first in range(len(at) - several + 1)
        if said[first : first + several] == wanted
    ]


def _cut(runs: tuple[Run | Link, ...], at: list[int]) -> Around | None:
    """The sentence around the runs at these places, without them; None where another answer of it is missing."""
    text = "".join(run.text for run in runs)
    # A full stop inside a name or a citation mark ("No. 182", "art. 35") ends no sentence.
    masked = "".join(_MASKED.get(run.origin, "") * len(run.text) or run.text for run in runs)
    starts = [0, *accumulate(len(run.text) for run in runs)]
    places = [(starts[index], starts[index] + len(runs[index].text.rstrip(_ENDS))) for index in at]
    first, last = places[0][0], places[-1][1]
    begins = max((found.end() for found in _AFTER_SENTENCE.finditer(masked, 0, first)), default=0)
    ending = _END_OF_SENTENCE.search(masked, last)
    ends = ending.end() if ending else len(text)
    if _GAP in masked[begins:first] + masked[last:ends]:
        return None
    joints = tuple(text[one[1] : other[0]] for one, other in pairwise(places))
    return Around(text[begins:first], text[last:ends], joints)
