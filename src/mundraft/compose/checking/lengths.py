"""Whether a template's papers can have the length that a conference asks for."""

from __future__ import annotations

from collections.abc import Iterator

from mundraft.compose.checking.faults import Fault
from mundraft.compose.checking.parts import fewer_words
from mundraft.library.conference import Conference
from mundraft.library.conference_rules import Limit
from mundraft.library.pointing import Steps
from mundraft.library.questions import TemplateDefinition
from mundraft.problems import Severity

#: More words than a page of running text takes, single-spaced, at 11 points and an inch of margin.
_WORDS_ON_A_PAGE = 650


def length_faults(definition: TemplateDefinition, conference: Conference, extends: bool) -> Iterator[Fault]:
    """Lengths that the template plans for and the conference cannot hold, or that stay below what it wants.

    A template that says no length is not judged. Limits in pages are judged generously: the fonts, the lists and the
    header of a paper are not known here."""
    planned = definition.max_words or sum(part.words for part in definition.parts)
    at: Steps = ("max_words",) if definition.max_words else ("parts", 0, "words")
    for limit in conference.length if planned else ():
        most, said = _most(limit, conference)
        if limit.only_for or not (0 < most < planned or planned < limit.min_words):
            continue
        if planned < limit.min_words:
            what = (
                f"The paper plans for {planned} words at most, and {conference.called} wants {limit.min_words} or more."
            )
            next_step = "Give the paper more words, or take a longer template."
        else:
            what = f"The paper plans for {planned} words, and {conference.called} takes {said}."
            next_step = f"Write `max_words: {most}`, or take a shorter template."
            if definition.shares(most):
                next_step = f"{fewer_words(definition, most, extends)} {next_step}"
        elsewhere: tuple[Steps, ...] = (("max_words",), ("preset",), ("name",))
        yield Fault(at, "template-length-conference", what, next_step, Severity.WARNING, elsewhere)


def _most(limit: Limit, conference: Conference) -> tuple[int, str]:
    """The most words that fit a limit, and how the conference says it; 0 for no limit."""
    spacings = (limit.at_spacing,) if limit.at_spacing else conference.type.line_spacing or (1,)
    in_pages = int(limit.max_pages * _WORDS_ON_A_PAGE / min(spacings))
    if limit.max_words and not 0 < in_pages < limit.max_words:
        return limit.max_words, f"{limit.max_words} words"
    return in_pages, f"{limit.max_pages:g} page{'s' if limit.max_pages != 1 else ''}, about {in_pages} words"
