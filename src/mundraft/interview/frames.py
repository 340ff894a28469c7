"""The sentence that an answer fills, as the delegate sees it while writing: as the paper's own sentence takes it in."""

from __future__ import annotations

from typing import Any, NamedTuple

from mundraft.library.questions import Kind, Question
from mundraft.templating import english

from . import phrases
from .texts import texts_of

#: What stands in the frame while there is no answer.
ELLIPSIS = "…"
_PLACED = frozenset({Kind.NOUN_PHRASE, Kind.VERB_PHRASE, Kind.CLAUSE})
_NAMED = frozenset({Kind.DELEGATES, Kind.WORDS})


class Frame(NamedTuple):
    """The sentence that an answer fills, in three pieces; `filled` is False while an ellipsis stands in its place."""

    before: str
    answer: str
    after: str
    filled: bool

    def __str__(self) -> str:
        return f"{self.before}{self.answer}{self.after}"


def in_frame(question: Question, value: Any, seat: str = "", topic: str = "") -> Frame | None:
    """The sentence that the answer fills, for the screen; None where the template gives none.

    `seat` ("the Netherlands") and `topic` ("marine litter") stand where the frame says {seat} and {topic}."""
    before, mark, after = _named(question.frame, seat, topic).partition("{answer}")
    return in_sentence(question, value, before, after) if mark else None


def is_woven(question: Question) -> bool:
    """Whether an answer becomes a part of a sentence that the template makes."""
    return question.kind in _PLACED


def in_sentence(question: Question, value: Any, before: str, after: str, joints: tuple[str, ...] = ()) -> Frame:
    """An answer in the sentence of which these words stand before and behind it, and between its texts where there are
    as many as `joints` are for."""
    texts = [_placed(question, text, before) for text in texts_of(value)]
    if question.kind is Kind.SENTENCE and not before.strip() and not any(sign.isalpha() for sign in after):
        texts = [_as_sentence(text) for text in texts]
    if question.kind not in _PLACED:
        answer = (", " if question.kind in _NAMED else " ").join(texts)
    elif texts and len(joints) == len(texts) - 1:
        answer = "".join(part for pair in zip(texts, (*joints, ""), strict=True) for part in pair)
    else:
        answer = _series(texts)
    if _is_end_of_sentence(after):
        answer = phrases.without_last_stop(answer)
    if answer and not before.strip():
        answer = answer[0].upper() + answer[1:]
    return Frame(before, answer or ELLIPSIS, after, bool(answer))


def names_the_paper(question: Question) -> bool:
    """Whether the frame of a question has a place for the seat's name or the topic's."""
    return "{seat}" in question.frame or "{topic}" in question.frame


def _named(frame: str, seat: str, topic: str) -> str:
    """A frame that speaks of this paper; a name that begins the sentence begins with a capital."""
    begins = frame.startswith(("{seat}", "{topic}"))
    for slot, name, unknown in (("{seat}", seat, "your country"), ("{topic}", topic, "your topic")):
        # the answer's own place must stay the only one, whatever a name holds
        frame = frame.replace(slot, (name.strip() or unknown).replace("{answer}", ""))
    return frame[:1].upper() + frame[1:] if begins else frame


def _placed(question: Question, text: str, before: str) -> str:
    """The words as the paper's own sentence takes them in, after the words that stand before them."""
    text = text.strip()
    if question.kind is Kind.VERB_PHRASE:
        text = english.without_modal(text) if phrases.ends_with_modal(before) else english.without_to(text)
    if question.kind is Kind.QUOTATION:
        text = english.inside_marks(text).strip() or text
    if question.kind is Kind.YEAR and before.casefold().endswith("in "):
        text = english.without_in(text)
    if question.kind not in _PLACED:
        return text
    return english.without_hanging(phrases.without_last_stop(english.lowered(text) if before.strip() else text))


def _as_sentence(text: str) -> str:
    """As the paper prints it: with a capital and an end, so that nobody thinks of typing the full stop."""
    text = english.capitalised(text)
    return text if not text or english.end_split(text)[1] or english.ends_in_abbreviation(text) else f"{text}."


def _is_end_of_sentence(after: str) -> bool:
    """True where the template itself ends the sentence right after the answer, as in a citation and a stop."""
    return after.rstrip().endswith((".", "!", "?")) and not any(sign.isalpha() for sign in after)


def _series(texts: list[str]) -> str:
    """As the filter `series` of templates joins them."""
    if len(texts) < 2:
        return "".join(texts)
    comma, link = ("; ", "; and ") if any("," in text for text in texts) else (", ", " and ")
    return link.join([comma.join(texts[:-1]), texts[-1]])
