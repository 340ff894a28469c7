"""Answers for generated papers: to any question one of the right kind of phrase, long or short, in any script.

The template's own strong examples come first, since they are what its author had in mind; then phrases of ours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, Final
from zlib import crc32

from mundraft.compose import sample_words as ours
from mundraft.interview.phrases import ends_with_modal
from mundraft.interview.states import Prompt
from mundraft.library.questions import Kind, Question
from mundraft.paper.model import Committee, InstrumentUse, LegalBasis, Topic
from mundraft.text.counting import count_words


class Length(StrEnum):
    """How much a generated answer says."""

    USUAL = "usual"
    SHORTEST = "shortest"
    LONGEST = "longest"


#: How many words the longest answer has where no limit says: times what the template advises, and with no advice.
_OVER_ADVICE: Final = 2
_GENEROUS: Final = {Kind.SENTENCE: 120, Kind.PARAGRAPHS: 400, Kind.QUOTATION: 90}
_GENEROUS_PHRASE: Final = 40
_PHRASES: Final = frozenset({Kind.NOUN_PHRASE, Kind.VERB_PHRASE, Kind.CLAUSE})
_SPOKEN: Final = _PHRASES | {Kind.SENTENCE, Kind.PARAGRAPHS, Kind.WORDS, Kind.QUOTATION}

#: What is written at some places, where any phrase of the kind would be odd.
_AT_PLACE: Final[dict[str, Sequence[str]]] = {
    "topic:title": ours.TITLE,
    "topic:noun": ours.NOUN,
    "paper:school": (ours.SCHOOL,),
    "paper:conference": (ours.CONFERENCE,),
}
_IN_FIELD: Final[dict[str, Sequence[str]]] = {
    "actor": ours.ACTORS,
    "funding": ours.FUNDING,
    "measure": ours.MEASURES,
    "speaker": ours.SPEAKERS,
    "timeline": ours.TIMELINES,
    "question": ours.GUIDE_QUESTIONS,
    "action": ours.VERBS_BARE,
    "does": ours.VERBS_PRESENT,
}
_OF_KIND: Final[dict[Kind, Sequence[str]]] = {
    Kind.NOUN_PHRASE: ours.NOUN_PHRASES,
    Kind.VERB_PHRASE: ours.VERBS_PAST,
    Kind.CLAUSE: ours.CLAUSES,
    Kind.SENTENCE: ours.SENTENCES,
    Kind.WORDS: ours.WORDS,
    Kind.QUOTATION: ours.QUOTATIONS,
    Kind.YEAR: ours.YEARS,
    Kind.DATE: ours.DATES,
    Kind.LINK: ours.LINKS,
    Kind.DELEGATES: ours.DELEGATES,
    Kind.ARTICLE: ours.ARTICLES,
}


def texts_for(prompt: Prompt, turn: int, count: int, length: Length, script: ours.Script | None = None) -> list[str]:
    """`count` different answers in words to a question; `turn` counts the entries of a group from 0, so that entries
    differ too."""
    say = _saying(prompt, length, script)
    return [say(turn * max(count, 1) + number) for number in range(count)]


def value_for(prompt: Prompt, topic: Topic | None, turn: int) -> Any:
    """The answer to a question that takes no words of the delegate's: an instrument, articles, a choice, a committee.

    None where it does take words."""
    kind = prompt.question.kind
    if kind is Kind.COMMITTEE:
        return Committee(name=ours.COMMITTEE[0], short=ours.COMMITTEE[1])
    if kind is Kind.CHOICE and prompt.question.choices:
        return prompt.question.choices[turn % len(prompt.question.choices)].value
    if kind is Kind.INSTRUMENT:
        return _instrument(prompt.entry_id, turn)
    if kind is Kind.PROVISIONS:
        return _provisions(topic, turn)
    return None


def _saying(prompt: Prompt, length: Length, script: ours.Script | None) -> Callable[[int], str]:
    """How this question is answered for the nth time, n from 0."""
    question = prompt.question
    told = _told_in(prompt)
    if question.kind not in _SPOKEN:
        return lambda n: told[n % len(told)]
    if script is not None:
        return lambda n: _within(_in_script(question, script, n), question.limit.words)
    if length is Length.SHORTEST:
        word = _one_word(prompt)
        return lambda _: word
    if length is Length.LONGEST:
        return lambda n: _lengthened(question, told, n)
    return lambda n: _within(_told_again(question, told, n), question.limit.words)


def _told_in(prompt: Prompt) -> Sequence[str]:
    """What is said to a question, one after another: its strong example, then ours."""
    question = prompt.question
    field = prompt.address.rpartition("/")[2] if prompt.entry_id else ""
    at_place = _AT_PLACE.get(question.place)
    if at_place:
        return at_place
    found = _IN_FIELD.get(field) or _OF_KIND.get(question.kind) or ours.WORDS
    if question.kind is Kind.PARAGRAPHS:
        found = ("\n\n".join(ours.PARAGRAPHS),)
    if question.kind is Kind.VERB_PHRASE and field not in _IN_FIELD and _after_modal(question):
        found = ours.VERBS_BARE
    strong = question.strong.strip()
    if question.kind not in _SPOKEN or field in _IN_FIELD:
        return (strong, *found) if strong and question.kind in _SPOKEN else found
    # Each question begins at another phrase, or a whole paper would say the first of them again and again.
    begin = crc32(question.id.encode()) % len(found)
    return tuple(filter(None, (strong, *found[begin:], *found[:begin])))


def _after_modal(question: Question) -> bool:
    return ends_with_modal(question.frame.partition("{answer}")[0])


def _told_again(question: Question, told: Sequence[str], n: int) -> str:
    """The nth phrase; once all were said, they come again with something added, so that no two are the same."""
    text, round_ = told[n % len(told)], n // len(told)
    if not round_ or question.kind not in _PHRASES:
        return text
    return f"{text} {ours.TAILS[(round_ - 1) % len(ours.TAILS)]}"


def _lengthened(question: Question, told: Sequence[str], n: int) -> str:
    room = _room(question)
    if question.kind is Kind.PARAGRAPHS:
        return _filled(told[0], ours.SENTENCES, room, " ")
    more = ours.TAILS if question.kind in _PHRASES or question.kind is Kind.WORDS else ours.SENTENCES
    turned = (*more[n % len(more) :], *more[: n % len(more)])
    return _within(_filled(_told_again(question, told, n), turned, room, " "), question.limit.words)


def _room(question: Question) -> int:
    """How many words the longest answer holds: the limit, or a good deal more than is advised."""
    if question.limit.words:
        return question.limit.words
    if question.limit.warn_words:
        return question.limit.warn_words * _OVER_ADVICE
    return _GENEROUS.get(question.kind, _GENEROUS_PHRASE)


def _filled(text: str, more: Sequence[str], room: int, joint: str) -> str:
    """The text with more put behind it while there is room; where all of it was said, it begins again."""
    words = count_words(text)
    turn = misses = 0
    while misses < len(more):
        piece = more[turn % len(more)]
        turn += 1
        size = count_words(piece)
        if words + size > room:
            misses += 1
            continue
        text, words, misses = f"{text}{joint}{piece}", words + size, 0
    return text


def _within(text: str, most: int) -> str:
    """The text cut to its first words where a template allows fewer than it has."""
    if not most or count_words(text) <= most:
        return text
    words = text.split()
    return " ".join(words[:most]).rstrip(",;:") if len(words) > most else text[:most]


def _one_word(prompt: Prompt) -> str:
    kind, field = prompt.question.kind, prompt.address.rpartition("/")[2]
    if kind is Kind.VERB_PHRASE:
        if field == "action" or _after_modal(prompt.question):
            return ours.SHORTEST_BARE
        return ours.SHORTEST_PRESENT if field == "does" else ours.SHORTEST.verb
    return _said_in(prompt.question, ours.SHORTEST)


def _said_in(question: Question, script: ours.Script) -> str:
    by_kind = {
        Kind.NOUN_PHRASE: script.noun,
        Kind.VERB_PHRASE: script.verb,
        Kind.CLAUSE: script.clause,
        Kind.WORDS: script.words,
    }
    return by_kind.get(question.kind, script.sentence)


def _in_script(question: Question, script: ours.Script, n: int) -> str:
    """The same words with a number behind them from the second time on, so that entries can be told apart."""
    text = _said_in(question, script)
    return text if not n else f"{text} ({n + 1})"


def _instrument(entry_id: str, turn: int) -> InstrumentUse:
    """Of the catalogue first, then by hand, in turns: templates word the two differently."""
    half, by_hand = divmod(turn, 2)
    if by_hand:
        name = ours.DOCUMENTS[half % len(ours.DOCUMENTS)]
        return InstrumentUse(id=entry_id, name=name, year=ours.YEARS[half % len(ours.YEARS)])
    return InstrumentUse(id=entry_id, ref=ours.INSTRUMENTS[half % len(ours.INSTRUMENTS)])


def _provisions(topic: Topic | None, turn: int) -> tuple[LegalBasis, ...]:
    cited = [
        LegalBasis(instrument=use.id, article=article.number)
        for use in (topic.instruments if topic else ())
        for article in use.articles
    ]
    return (cited[turn % len(cited)],) if cited else ()
