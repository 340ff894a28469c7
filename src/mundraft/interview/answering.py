"""Gentle checks of one answer: the kind of phrase, the form of years and links, the limits.

Advice never stands in the way. Only what the template cannot use makes an answer invalid: a link that leads nowhere, a
choice that is none, more words or entries than the hard limit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from mundraft.document.links import live_address
from mundraft.library.questions import Kind, Question
from mundraft.problems import Problem, Severity
from mundraft.templating import english
from mundraft.text.counting import count_words
from mundraft.text.dates import is_date

from . import phrases
from .known_names import name_written_small
from .short_clauses import is_short_clause
from .states import texts_of

#: What stands in the frame while there is no answer.
ELLIPSIS = "…"
#: From this many sentences on, a sentence is a paragraph.
MANY_SENTENCES = 4
#: With fewer words than this, a sentence that the paper needs says little.
FEW_WORDS = 6

_YEAR = re.compile(r"(?P<from>\d{4})(?:\s*[-–—/]\s*(?P<to>\d{2}|\d{4}))?")
_PLACED = frozenset({Kind.NOUN_PHRASE, Kind.VERB_PHRASE, Kind.CLAUSE})
_NAMED = frozenset({Kind.DELEGATES, Kind.WORDS})
_PROSE = _PLACED | {Kind.SENTENCE, Kind.PARAGRAPHS}


class Frame(NamedTuple):
    """The sentence that an answer fills, in three pieces; `filled` is False while an ellipsis stands in its place."""

    before: str
    answer: str
    after: str
    filled: bool

    def __str__(self) -> str:
        return f"{self.before}{self.answer}{self.after}"


def problems_with(
    question: Question, value: Any, address: str = "", names: tuple[str, ...] = (), year: str = ""
) -> tuple[Problem, ...]:
    """What a delegate might look at again in an answer, the gravest first; nothing for an empty answer.

    `names` are the seat's names, and those of countries where they are known: a verb phrase must not begin with them,
    and they keep their capitals. `year` is what the entry's own question for the year was answered with. Every problem
    carries `address`."""
    told = dict.fromkeys(problem for _, problem in problems_by_line(question, value, address, names, year))
    return tuple(told)


def problems_by_line(
    question: Question, value: Any, address: str = "", names: tuple[str, ...] = (), year: str = ""
) -> tuple[tuple[int, Problem], ...]:
    """The same problems, each with the line of the list that it is about: 0 for the whole list and for one answer."""
    texts = texts_of(value)
    found = [(0, problem) for problem in _list_problems(question, texts)]
    for line, text in enumerate(texts, start=1):
        told = (*_of_text(question, text, names), *_said_twice(question, text, year))
        found.extend((line if question.many else 0, problem) for problem in told)
    order = list(Severity)
    found.sort(key=lambda one: order.index(one[1].severity))
    return tuple((line, _at(problem, address)) for line, problem in found)


def _of_text(question: Question, text: str, names: tuple[str, ...]) -> Iterator[Problem]:
    yield from _limit_problems(question, text)
    yield from _text_problems(question, text)
    yield from _OF_KIND.get(question.kind, _nothing)(question, text, names)
    if question.kind in _PROSE and (name := name_written_small(text, names)):
        yield _advice("answer-name-small", f"{name} is written here without its capital.", f"Write “{name}”.")


def _said_twice(question: Question, text: str, year: str) -> Iterator[Problem]:
    if question.kind is Kind.VERB_PHRASE and phrases.says_when(text, year):
        yield _advice(
            "answer-year-twice",
            f"The sentence already says “in {year}”, because the question for the year does.",
            f"Leave “in {year}” out here.",
        )


def is_invalid(question: Question, value: Any) -> bool:
    """True when the template cannot use the answer as it stands: exactly when `problems_with` tells of an error."""
    kind, most, limit = question.kind, question.many.max if question.many else 0, question.limit.words
    if not (most or limit or kind is Kind.LINK or (kind is Kind.CHOICE and question.choices)):
        return False
    texts = texts_of(value)
    if most and len(texts) > most:
        return True
    return any(_is_unusable(question, text) for text in texts)


def in_frame(question: Question, value: Any, seat: str = "", topic: str = "") -> Frame | None:
    """The sentence that the answer fills, for the screen; None where the template gives none.

    `seat` ("the Netherlands") and `topic` ("marine litter") stand where the frame says {seat} and {topic}."""
    before, mark, after = _named(question.frame, seat, topic).partition("{answer}")
    if not mark:
        return None
    texts = [_placed(question, text, before) for text in texts_of(value)]
    answer = _series(texts) if question.kind in _PLACED else (", " if question.kind in _NAMED else " ").join(texts)
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
    return phrases.without_last_stop(text) if question.kind in _PLACED else text


def _is_end_of_sentence(after: str) -> bool:
    """True where the template itself ends the sentence right after the answer, as in a citation and a stop."""
    return after.rstrip().endswith((".", "!", "?")) and not any(sign.isalpha() for sign in after)


def _series(texts: list[str]) -> str:
    return " and ".join([", ".join(texts[:-1]), texts[-1]]) if len(texts) > 1 else "".join(texts)


def _is_unusable(question: Question, text: str) -> bool:
    if question.kind is Kind.LINK and not live_address(text):
        return True
    if question.kind is Kind.CHOICE and question.choices and text not in {one.value for one in question.choices}:
        return True
    return 0 < question.limit.words < len(text) and count_words(text) > question.limit.words


def _list_problems(question: Question, texts: tuple[str, ...]) -> Iterator[Problem]:
    if question.many is None or not texts:
        return
    if question.many.max and len(texts) > question.many.max:
        yield Problem(
            "answer-too-many",
            f"There are {len(texts)} entries, and the most is {question.many.max}.",
            "Keep the ones that your solutions answer and take out the rest.",
        )
    if len(texts) < question.many.min:
        yield _advice(
            "answer-too-few",
            f"There are {len(texts)} entries, and the paper wants {question.many.min}.",
            "Add another one.",
            Severity.WARNING,
        )
    if len({text.strip().casefold() for text in texts}) < len(texts):
        yield _advice("answer-repeated", "Two entries are the same.", "Take one out, or say what sets it apart.")


def _limit_problems(question: Question, text: str) -> Iterator[Problem]:
    limit = question.limit
    words = count_words(text) if limit.words or limit.warn_words else 0
    if limit.words and words > limit.words:
        yield Problem(
            "answer-too-long",
            f"This has {words} words, and there is room for {limit.words}.",
            "Keep what nobody else would write, and move the rest to another answer or to a note.",
        )
    elif limit.warn_words and words > limit.warn_words:
        yield _advice(
            "answer-long",
            f"This has {words} words; about {limit.warn_words} read best here.",
            "See whether a shorter version says the same.",
        )


def _text_problems(question: Question, text: str) -> Iterator[Problem]:
    if mark := phrases.placeholder_in(text):
        yield _advice(
            "answer-placeholder",
            f"“{mark}” looks like a mark for something that you still want to fill in.",
            "Replace it by your own words; what you only want to remember goes into the private note.",
            Severity.WARNING,
        )
    if len(text) > 12 and text.strip().casefold() in (question.strong.casefold(), question.weak.casefold()):
        yield _advice(
            "answer-is-the-example",
            "This is the example, word for word.",
            "Write about your own topic: chairs know the examples too.",
            Severity.WARNING,
        )


def _noun_phrase(question: Question, text: str, names: tuple[str, ...]) -> Iterator[Problem]:
    if phrases.reads_as_sentence(text) or is_short_clause(text):
        yield _advice(
            "answer-not-a-noun-phrase",
            "This reads like a sentence, but it will stand inside another one.",
            f"Name only the thing itself{_such_as(question)}.",
        )
        return
    if phrases.denies_twice(question.frame.partition("{answer}")[0], text):
        yield _advice(
            "answer-denies-twice",
            f"The sentence already says no, so “{phrases.first_word(text)}” would turn it into its opposite.",
            f"Leave it out and name what is refused{_such_as(question)}.",
            Severity.WARNING,
        )
    if question.place == "topic:noun" and phrases.reads_as_title(phrases.without_names(text, names)):
        yield _advice(
            "answer-capital",
            "These words will stand inside sentences, and they are written like a title.",
            f"Keep capitals for names alone{_such_as(question)}.",
        )
        return
    yield from _small_faults(text, names, any_word=False)


def _verb_phrase(question: Question, text: str, names: tuple[str, ...]) -> Iterator[Problem]:
    faults = (
        (phrases.begins_with_to(text), "answer-begins-with-to", "The sentence does not need “to” before the verb."),
        (
            phrases.begins_with_subject(text, names),
            "answer-has-subject",
            "The sentence already says who acts, so the name would stand there twice.",
        ),
        (
            phrases.begins_with_modal(text),
            "answer-begins-with-modal",
            "Words such as “should” or “will” are in the template's sentence already.",
        ),
        (phrases.begins_with_ing(text), "answer-ing-form", "A verb in -ing does not fit into the sentence."),
    )
    for is_so, code, what in faults:
        if is_so:
            begin = "Leave the name out and begin" if code == "answer-has-subject" else "Begin"
            yield _advice(code, what, f"{begin} with the verb itself{_such_as(question)}.")
            return
    if phrases.sentence_count(text) > 1:
        yield _many_sentences("This is more than one sentence, but it will stand inside another one.")
        return
    yield from _small_faults(text, names, any_word=True)


def _clause(_: Question, text: str, names: tuple[str, ...]) -> Iterator[Problem]:
    if phrases.begins_with_joining_word(text):
        word = phrases.first_word(text)
        yield _advice(
            "answer-begins-with-joining-word",
            f"The template puts its own word before this, so “{word}” may stand there twice.",
            f"Leave out “{word}” and begin with who or what.",
        )
    if phrases.sentence_count(text) > 1:
        yield _many_sentences("This is more than one sentence, but it will stand inside another one.")
        return
    yield from _small_faults(text, names, any_word=False)


def _sentence(question: Question, text: str, __: tuple[str, ...]) -> Iterator[Problem]:
    if phrases.sentence_count(text) >= MANY_SENTENCES:
        yield _many_sentences(f"These are {phrases.sentence_count(text)} sentences where one or two are asked for.")
    elif text.isascii() and len(text.split()) < 3:
        yield _advice(
            "answer-not-a-sentence",
            "This is too short to be a sentence.",
            "Write a whole one, with who or what and a verb.",
        )
    elif question.required and phrases.is_in_latin_letters(text) and len(text.split()) < FEW_WORDS:
        yield _advice(
            "answer-thin",
            "This is very short for an answer that the paper rests on.",
            f"Say what exactly, where, or how many{_such_as(question)}.",
        )


def _quotation(_: Question, text: str, __: tuple[str, ...]) -> Iterator[Problem]:
    if english.inside_marks(text):
        yield _advice(
            "answer-quotation-marks",
            "The paper puts quotation marks around this itself.",
            "Take away the ones that you typed at the beginning and at the end.",
        )


def _year(_: Question, text: str, __: tuple[str, ...]) -> Iterator[Problem]:
    found = _YEAR.fullmatch(text.strip())
    if found is None or not 1600 <= int(found["from"]) <= 2100:
        yield _advice(
            "answer-year", f"“{_short(text)}” is not a year.", "Write it with four digits: 2015.", Severity.WARNING
        )
    elif found["to"] and len(found["to"]) == 4 and int(found["to"]) < int(found["from"]):
        yield _advice(
            "answer-year", "The second year is before the first.", "Write the earlier one first.", Severity.WARNING
        )


def _date(_: Question, text: str, __: tuple[str, ...]) -> Iterator[Problem]:
    if not is_date(text):
        yield _advice(
            "answer-date",
            f"“{_short(text)}” is not a date as it is written here.",
            "Write year, month and day, or as much as you know: 2025-03-14, 2025-03, 2025.",
            Severity.WARNING,
        )


def _link(_: Question, text: str, __: tuple[str, ...]) -> Iterator[Problem]:
    if not live_address(text):
        yield Problem(
            "answer-link",
            f"“{_short(text)}” is not the address of a web page.",
            "Copy it from the browser's address line; it begins with https:// or http://.",
        )


def _choice(question: Question, text: str, __: tuple[str, ...]) -> Iterator[Problem]:
    if question.choices and text not in {choice.value for choice in question.choices}:
        offered = ", ".join(f"“{choice.label}”" for choice in question.choices)
        yield Problem("answer-choice", f"“{_short(text)}” is not one of the choices.", f"Choose one of: {offered}.")


def _small_faults(text: str, names: tuple[str, ...], *, any_word: bool) -> Iterator[Problem]:
    if phrases.ends_with_stop(text):
        yield _advice(
            "answer-final-stop",
            "This will stand inside a sentence, which has a full stop of its own.",
            "Leave out the full stop at the end.",
        )
    if phrases.begins_with_needless_capital(phrases.without_names(text, names), any_word=any_word):
        word = phrases.first_word(text)
        yield _advice(
            "answer-capital",
            f"“{word}” will stand inside a sentence.",
            f"Leave out “{word}”, or begin with a small letter."
            if word == "The"
            else "Begin with a small letter, unless it is a name.",
        )


def _nothing(_: Question, __: str, ___: tuple[str, ...]) -> Iterator[Problem]:
    return iter(())


_OF_KIND: dict[Kind, Callable[[Question, str, tuple[str, ...]], Iterator[Problem]]] = {
    Kind.NOUN_PHRASE: _noun_phrase,
    Kind.VERB_PHRASE: _verb_phrase,
    Kind.CLAUSE: _clause,
    Kind.SENTENCE: _sentence,
    Kind.QUOTATION: _quotation,
    Kind.YEAR: _year,
    Kind.DATE: _date,
    Kind.LINK: _link,
    Kind.CHOICE: _choice,
}


def _many_sentences(what: str) -> Problem:
    return _advice(
        "answer-many-sentences", what, "Keep the one that matters, and see whether the rest has its own question."
    )


def _such_as(question: Question) -> str:
    return f", such as: {question.strong}" if question.strong else ""


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59] + ELLIPSIS


def _advice(code: str, what: str, next_step: str, severity: Severity = Severity.ADVICE) -> Problem:
    return Problem(code, what, next_step, severity=severity)


def _at(problem: Problem, address: str) -> Problem:
    if not address:
        return problem
    return Problem(problem.code, problem.what, problem.next_step, problem.place, address, problem.severity)
