"""What a delegate might look at again in the words of one answer, by the kind of phrase that its place takes.

A noun phrase, a verb phrase and a clause stand inside a sentence of the template; years, dates and links have a form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mundraft.document.links import live_address
from mundraft.library.questions import Kind, Question
from mundraft.problems import Problem, Severity
from mundraft.templating import english
from mundraft.text.dates import is_date
from mundraft.text.shortened import shortened

from . import phrases
from .fragments import joining_word_alone
from .known_names import name_written_small
from .pasted_addresses import address_in
from .pasted_lists import has_wide_blanks, mark_in
from .short_clauses import is_short_clause

#: From this many sentences on, a sentence is a paragraph.
MANY_SENTENCES = 4
#: With fewer words than this, a sentence that the paper needs says little.
FEW_WORDS = 6
#: As many letters are shown of an answer that is not of its kind.
_SHOWN = 60

#: What no sentence of a paper can be as it stands, though a template prints it: to be mended before it is handed in.
NOT_TO_BE_PRINTED = frozenset({"answer-date", "answer-has-subject", "answer-year"})
#: What makes a sentence of a part of one, by the word that it begins with.
_MADE_WHOLE = {
    "that": "Say first who wants it or says so: “… asks that …”.",
    "because": "Say first what this is the reason for, or leave out “because”.",
    "to": "Say first who wants it: “… wants to …”.",
}
_YEAR = re.compile(r"(?P<from>\d{4})(?:\s*[-–—/]\s*(?P<to>\d{2}|\d{4}))?")
_PROSE = frozenset({Kind.NOUN_PHRASE, Kind.VERB_PHRASE, Kind.CLAUSE, Kind.SENTENCE, Kind.PARAGRAPHS})
#: What may well be answered as the example answers it: what a conference asks of language models, and what the guide
#: calls the topic.
_SAID_ALIKE = frozenset({"paper:disclosure", "topic:noun"})
#: In letters: two people may hit upon the same few words, and "the" or "of" stands in names.
_MAY_BE_CHANCE, _LONGEST_SMALL_WORD = 12, 3


def problems_in_words(question: Question, text: str, names: tuple[str, ...]) -> Iterator[Problem]:
    """Everything to be told of one text that answers a question; `names` keep their capitals. No address is in it."""
    yield from _any_kind(question, text)
    yield from _OF_KIND.get(question.kind, _nothing)(question, text, names)
    if question.kind in _PROSE and (name := name_written_small(text, names)):
        yield advice("answer-name-small", f"{name} is written here without its capital.", f"Write “{name}”.")


def _any_kind(question: Question, text: str) -> Iterator[Problem]:
    if mark := phrases.placeholder_in(text):
        yield advice(
            "answer-placeholder",
            f"“{mark}” looks like a mark for something that you still want to fill in.",
            "Replace it by your own words; what you only want to remember goes into the private note.",
            Severity.WARNING,
        )
    if question.kind in _PROSE and (address := address_in(text)):
        yield advice(
            "answer-address",
            f"A web address stands inside the text: “{shortened(address, _SHOWN)}”.",
            "Take it out here and cite it as a source: F5 offers it."
            if question.cited
            else "Take it out here, and cite it as a source at the answer that it proves.",
        )
    if question.kind in _PROSE:
        yield from _left_of_a_paste(text)
    is_example = text.strip().casefold() in (question.strong.casefold(), question.weak.casefold())
    if is_example and _is_of_ones_own(question, text):
        yield advice(
            "answer-is-the-example",
            "This is the example, word for word.",
            "Write about your own topic: chairs know the examples too.",
            Severity.WARNING,
        )


def _left_of_a_paste(text: str) -> Iterator[Problem]:
    if mark := mark_in(text):
        yield advice(
            "answer-list-mark",
            f"“{mark}” stands in this answer, as before the lines of a list, and would be printed.",
            "Take it out; where several things are asked for, give each of them a line of its own.",
            Severity.WARNING,
        )
    if has_wide_blanks(text):
        yield advice(
            "answer-blanks",
            "A tab or several spaces stand inside this answer, and the paper would show a gap.",
            "Leave one space there.",
        )


def _is_of_ones_own(question: Question, text: str) -> bool:
    """Whether nobody else would have said this as it stands: it is a sentence or a phrase, and no name."""
    if question.kind not in _PROSE or question.place in _SAID_ALIKE or len(text) <= _MAY_BE_CHANCE:
        return False
    telling = [word for word in text.split() if len(word) > _LONGEST_SMALL_WORD]
    return question.kind is not Kind.NOUN_PHRASE or not all(word[0].isupper() for word in telling)


def _noun_phrase(question: Question, text: str, names: tuple[str, ...]) -> Iterator[Problem]:
    if phrases.reads_as_sentence(text) or is_short_clause(text):
        yield advice(
            "answer-not-a-noun-phrase",
            "This reads like a sentence, but it will stand inside another one.",
            f"Name only the thing itself{_such_as(question)}.",
        )
        return
    if phrases.denies_twice(question.frame.partition("{answer}")[0], text):
        yield advice(
            "answer-denies-twice",
            f"The sentence already says no, so “{phrases.first_word(text)}” would turn it into its opposite.",
            f"Leave it out and name what is refused{_such_as(question)}.",
            Severity.WARNING,
        )
    if question.place == "topic:noun" and phrases.reads_as_title(phrases.without_names(text, names)):
        yield advice(
            "answer-capital",
            "These words will stand inside sentences, and they are written like a title.",
            f"Keep capitals for names alone{_such_as(question)}.",
        )
        return
    yield from _small_faults(question, text, names, any_word=False)


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
            twice = Severity.WARNING if code == "answer-has-subject" else Severity.ADVICE
            yield advice(code, what, f"{begin} with the verb itself{_such_as(question)}.", twice)
            return
    if phrases.sentence_count(text) > 1:
        yield _many_sentences("This is more than one sentence, but it will stand inside another one.")
        return
    yield from _small_faults(question, text, names, any_word=True)


def _clause(question: Question, text: str, names: tuple[str, ...]) -> Iterator[Problem]:
    if phrases.begins_with_joining_word(text):
        word = phrases.first_word(text)
        yield advice(
            "answer-begins-with-joining-word",
            f"The template puts its own word before this, so “{word}” may stand there twice.",
            f"Leave out “{word}” and begin with who or what.",
        )
    if phrases.sentence_count(text) > 1:
        yield _many_sentences("This is more than one sentence, but it will stand inside another one.")
        return
    yield from _small_faults(question, text, names, any_word=False)


def _sentence(question: Question, text: str, __: tuple[str, ...]) -> Iterator[Problem]:
    if phrases.sentence_count(text) >= MANY_SENTENCES:
        yield _many_sentences(f"These are {phrases.sentence_count(text)} sentences where one or two are asked for.")
    elif text.isascii() and len(text.split()) < 3:
        yield advice(
            "answer-not-a-sentence",
            "This is too short to be a sentence.",
            "Write a whole one, with who or what and a verb.",
        )
    elif word := joining_word_alone(text):
        yield advice(
            "answer-not-a-sentence",
            f"This is printed as a sentence of its own, and what begins with “{word}” is only a part of one.",
            _MADE_WHOLE[word],
        )
    elif question.required and phrases.is_in_latin_letters(text) and len(text.split()) < FEW_WORDS:
        yield advice(
            "answer-thin",
            "This is very short for an answer that the paper rests on.",
            f"Say what exactly, where, or how many{_such_as(question)}.",
        )


def _quotation(_: Question, text: str, __: tuple[str, ...]) -> Iterator[Problem]:
    if english.inside_marks(text):
        yield advice(
            "answer-quotation-marks",
            "The paper puts quotation marks around this itself.",
            "Take away the ones that you typed at the beginning and at the end.",
        )


def _year(_: Question, text: str, __: tuple[str, ...]) -> Iterator[Problem]:
    found = _YEAR.fullmatch(text.strip())
    if found is None or not 1600 <= int(found["from"]) <= 2100:
        yield advice(
            "answer-year",
            f"“{shortened(text, _SHOWN)}” is not a year.",
            "Write it with four digits: 2015.",
            Severity.WARNING,
        )
    elif found["to"] and len(found["to"]) == 4 and int(found["to"]) < int(found["from"]):
        yield advice(
            "answer-year", "The second year is before the first.", "Write the earlier one first.", Severity.WARNING
        )


def _date(_: Question, text: str, __: tuple[str, ...]) -> Iterator[Problem]:
    if not is_date(text):
        yield advice(
            "answer-date",
            f"“{shortened(text, _SHOWN)}” is not a date.",
            "Write year, month and day, or as much as you know: 2025-03-14, 2025-03, 2025.",
            Severity.WARNING,
        )


def _link(_: Question, text: str, __: tuple[str, ...]) -> Iterator[Problem]:
    if not live_address(text):
        yield Problem(
            "answer-link",
            f"“{shortened(text, _SHOWN)}” is not the address of a web page.",
            "Copy it from the browser's address line; it begins with https:// or http://.",
        )


def _choice(question: Question, text: str, __: tuple[str, ...]) -> Iterator[Problem]:
    if question.choices and text not in {choice.value for choice in question.choices}:
        offered = ", ".join(f"“{choice.label}”" for choice in question.choices)
        yield Problem(
            "answer-choice", f"“{shortened(text, _SHOWN)}” is not one of the choices.", f"Choose one of: {offered}."
        )


def _small_faults(question: Question, text: str, names: tuple[str, ...], *, any_word: bool) -> Iterator[Problem]:
    # a sentence that is shown is shown without it, and so it is printed: nothing is left to do
    if phrases.ends_with_stop(text) and "{answer}" not in question.frame:
        yield advice(
            "answer-final-stop",
            "This will stand inside a sentence, which has a full stop of its own.",
            "Leave out the full stop at the end.",
        )
    if phrases.begins_with_needless_capital(phrases.without_names(text, names), any_word=any_word):
        word = phrases.first_word(text)
        small = english.lowered(text) != text
        # the frame shows a small word without its capital, and so it is printed
        if not (small and "{answer}" in question.frame):
            yield advice(
                "answer-capital",
                f"“{word}” will stand inside a sentence.",
                f"Begin with a small letter: “{word.lower()} …”."
                if small or any_word
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
    return advice(
        "answer-many-sentences", what, "Keep the one that matters, and see whether the rest has its own question."
    )


def _such_as(question: Question) -> str:
    return f", such as: {question.strong.rstrip('.')}" if question.strong else ""


def advice(code: str, what: str, next_step: str, severity: Severity = Severity.ADVICE) -> Problem:
    """A problem that makes no answer invalid."""
    return Problem(code, what, next_step, severity=severity)
