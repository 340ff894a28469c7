"""The delegate's own sentences: those that stand in one paper several times, and what papers are compared by.

What stands between quotation marks is somebody else's and no part of them; nor is what names a topic or an actor, or
tells what an article does, which a whole class may have from one list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from mundraft.problems import Problem, Severity
from mundraft.text.folding import fold
from mundraft.text.shortened import shortened

from .taking_apart import sentences_in, without_quotations

if TYPE_CHECKING:
    from mundraft.paper.address import Address

    from .texts import Text

#: The groups and answers of a topic in which the delegate says something.
OWN = frozenset(("answers", "national_actions", "own_words", "past_actions", "solutions"))
#: Fields that hold names.
_NAMES = frozenset(("actor", "partners", "title"))
_SHOWN = 70
#: A shorter sentence may stand in a paper twice for good reasons.
_FEWEST_WORDS = 6


class Sentence(NamedTuple):
    """A sentence as it is compared (folded, without what it quotes), as it stands, and where."""

    folded: str
    words: str
    address: Address

    @property
    def length(self) -> int:
        """How many words it has of its own."""
        return self.folded.count(" ") + 1


def is_own(text: Text) -> bool:
    """Whether words are the delegate's own, and more than a name."""
    steps = text.address.split("/")
    return not text.quoted and len(steps) > 2 and steps[2] in OWN and steps[-1] not in _NAMES


def own_sentences(texts: Iterable[Text]) -> Iterator[Sentence]:
    """The delegate's own sentences, in the order of the paper."""
    for text in filter(is_own, texts):
        for words in sentences_in(without_quotations(text.words, instead="…")):
            if folded := fold(words):
                yield Sentence(folded, " ".join(words.split()), text.address)


def repeated_sentences(texts: Iterable[Text]) -> Iterator[Problem]:
    """A warning for each sentence that stands in the paper more than once, where it does so for the second time."""
    found: dict[str, list[Sentence]] = {}
    for sentence in own_sentences(texts):
        if sentence.length >= _FEWEST_WORDS and sentence.words.endswith((".", "!", "?")):
            found.setdefault(sentence.folded, []).append(sentence)
    for same in found.values():
        if len(same) > 1:
            times = "twice" if len(same) == 2 else f"{len(same)} times"
            yield Problem(
                "sentence-repeated",
                f"One sentence stands in the paper {times}: “{shortened(same[0].words, _SHOWN)}”",
                "Leave it where it counts most, and take it out of the other places.",
                address=same[1].address,
                severity=Severity.WARNING,
            )
