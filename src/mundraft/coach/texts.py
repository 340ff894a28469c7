"""What the delegate wrote for the text of the paper, answer by answer: what every check of words reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mundraft.interview.interview import Interview
from mundraft.interview.states import State
from mundraft.library.questions import Kind
from mundraft.paper.address import Address, join

#: Kinds of answer that are sentences or become part of one; the others are names, numbers and choices.
_PROSE = frozenset(
    {Kind.NOUN_PHRASE, Kind.VERB_PHRASE, Kind.CLAUSE, Kind.SENTENCE, Kind.PARAGRAPHS, Kind.WORDS, Kind.QUOTATION}
)


class Text(NamedTuple):
    """Words of the delegate, and where they stand. `quoted`: they are someone else's, word for word."""

    address: Address
    words: str
    quoted: bool = False


def written_texts(interview: Interview) -> Iterator[Text]:
    """Answers, and parts written in the delegate's own words."""
    for prompt in interview.prompts():
        kind = prompt.question.kind
        if prompt.state in (State.ANSWERED, State.INVALID) and kind in _PROSE and prompt.topic_id:
            quoted = kind is Kind.QUOTATION
            yield from (Text(prompt.address, text, quoted) for text in prompt.texts)
    for topic in interview.paper.topics:
        for key, said in topic.own_words.items():
            yield Text(join("topics", topic.id, "own_words", key), said.text)
