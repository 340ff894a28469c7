"""Gentle checks of one answer: its limits, and its words.

Advice never stands in the way. Only what the template cannot use makes an answer invalid: a link that leads nowhere, a
choice that is none, more words or entries than the hard limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mundraft.document.links import live_address
from mundraft.library.questions import Kind, Question
from mundraft.problems import Problem, Severity
from mundraft.text.counting import count_words

from . import phrases
from .answers_by_kind import advice, problems_in_words
from .beside import Beside
from .goals import deed_as_noun, is_deed, sounds_like_a_goal
from .plain_words import needless_capital
from .texts import texts_of

_NOTHING = Beside()


def problems_with(
    question: Question, value: Any, address: str = "", names: tuple[str, ...] = (), known: Beside = _NOTHING
) -> tuple[Problem, ...]:
    """What a delegate might look at again in an answer, the gravest first; nothing for an empty answer.

    `names` are the seat's names, and those of countries where they are known: a verb phrase must not begin with them,
    and they keep their capitals. `known` is what other questions were answered with. Every problem carries
    `address`."""
    told = dict.fromkeys(problem for _, problem in problems_by_line(question, value, address, names, known))
    return tuple(told)


def problems_by_line(
    question: Question, value: Any, address: str = "", names: tuple[str, ...] = (), known: Beside = _NOTHING
) -> tuple[tuple[int, Problem], ...]:
    """The same problems, each with the line of the list that it is about: 0 for the whole list and for one answer."""
    texts = texts_of(value)
    found = [(0, problem) for problem in _list_problems(question, texts)]
    for line, text in enumerate(texts, start=1):
        told = (
            *_limit_problems(question, text),
            *problems_in_words(question, text, names),
            *_said_twice(question, text, known.year),
            *_goal_as_problem(question, text, known.noun),
            *_deed_as_topic(question, text),
            *_capital_of_plain_word(question, text, texts, names),
        )
        found.extend((line if question.many else 0, problem) for problem in told)
    order = list(Severity)
    found.sort(key=lambda one: order.index(one[1].severity))
    return tuple((line, _at(problem, address)) for line, problem in found)


def _said_twice(question: Question, text: str, year: str) -> Iterator[Problem]:
    if question.kind is Kind.VERB_PHRASE and phrases.says_when(text, year):
        yield advice(
            "answer-year-twice",
            f"The sentence already says “in {year}”, because the question for the year does.",
            f"Leave “in {year}” out here.",
        )


def _goal_as_problem(question: Question, text: str, noun: str) -> Iterator[Problem]:
    if question.kind is Kind.CHOICE and text == "problem" and sounds_like_a_goal(noun):
        yield advice(
            "answer-goal-as-problem",
            f"“{noun}” sounds like a goal, and the paper writes of it as of a problem that must end.",
            "Choose “goal” if it is something to be reached: the questions and sentences then fit.",
            Severity.WARNING,
        )


def _deed_as_topic(question: Question, text: str) -> Iterator[Problem]:
    if question.at == "topic:noun" and is_deed(text):
        noun = deed_as_noun(text)
        begin = f"Begin with a noun: “{noun}”" if noun else "Begin with a noun, as in “the protection of coral reefs”"
        yield advice(
            "answer-topic-ing-form",
            "A topic that begins with a verb in -ing does not fit into “The reasons for … include …”.",
            f"{begin}; or name the problem itself.",
        )


def _capital_of_plain_word(
    question: Question, text: str, texts: tuple[str, ...], names: tuple[str, ...]
) -> Iterator[Problem]:
    if question.kind not in (Kind.NOUN_PHRASE, Kind.CLAUSE):
        return
    if phrases.sentence_count(text) > 1 or phrases.reads_as_title(text):  # other advice is given for these
        return
    word = needless_capital(phrases.without_names(text, names), texts)
    if word:
        place = (
            "can stand inside a sentence" if question.frame.startswith("{answer}") else "will stand inside a sentence"
        )
        yield advice(
            "answer-capital", f"“{word}” {place}, and is no name.", f"Begin with a small letter: “{word.lower()} …”."
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
        yield advice(
            "answer-too-few",
            f"There are {len(texts)} entries, and the paper wants {question.many.min}.",
            "Add another one.",
            Severity.WARNING,
        )
    if len({text.strip().casefold() for text in texts}) < len(texts):
        yield advice("answer-repeated", "Two entries are the same.", "Take one out, or say what sets it apart.")


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
        yield advice(
            "answer-long",
            f"This has {words} words; about {limit.warn_words} read best here.",
            "See whether a shorter version says the same.",
        )


def _at(problem: Problem, address: str) -> Problem:
    if not address:
        return problem
    return Problem(problem.code, problem.what, problem.next_step, problem.place, address, problem.severity)
