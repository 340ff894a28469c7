"""Where a part of the paper is written: the way from its words back to a question."""

from __future__ import annotations

from collections.abc import Iterator

from mundraft.document.tree import AROUND, DISCLOSURE, HEAD, Document
from mundraft.interview.interview import Interview
from mundraft.interview.own_parts import asked_as
from mundraft.interview.states import Prompt
from mundraft.paper.address import Address
from mundraft.tui.drawn_parts import part_saying
from mundraft.tui.preview import PartId

#: Where a paper's statement on language models stands.
_STATEMENT: Address = "disclosure"


def question_of_part(interview: Interview, document: Document, part_id: PartId) -> Address:
    """The page of a part that the delegate writes, or the first question that it prints an answer of; "" where no
    question leads into it."""
    key, topic = part_id
    if key in AROUND:
        return _of_a_frame(interview, key)
    own = (page.address for page in interview.own_pages() if (page.part.key, page.topic_id) == part_id)
    asked = (prompt.address for prompt in _asked_for(interview, key) if prompt.topic_id in (topic, ""))
    said = (
        prompt.address
        for prompt in interview.prompts()
        if any(part_saying(document, text, prompt.topic_id) == part_id for text in prompt.texts)
    )
    return next(own, "") or next(asked, "") or next(said, "")


def _asked_for(interview: Interview, key: str) -> Iterator[Prompt]:
    asks = next((part.asks for part in interview.definition.parts if part.key == key), ())
    yield from (prompt for prompt in interview.prompts() if asked_as(prompt) in asks)


def _of_a_frame(interview: Interview, key: str) -> Address:
    """The head begins with the first question; the statement on language models is a question of its own."""
    if key == HEAD:
        return interview.prompts()[0].address
    return _STATEMENT if key == DISCLOSURE and interview.prompt(_STATEMENT) else ""
