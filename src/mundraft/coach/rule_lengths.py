"""Whether a paper is as long as its conference wants it: for each limit, by the words, pages and paragraphs counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from mundraft.document.extent import Extent, extent
from mundraft.document.layout import Limit
from mundraft.document.tree import Document, ReferenceList
from mundraft.document.written import without_gaps
from mundraft.library.conference_limits import spacing_in_words, spacings_without_limit
from mundraft.paper.address import Address, join
from mundraft.problems import Problem, Severity

from .ruling import Ruling

#: How far from an approximate bound ("about a page") a paper may be, as a share of it. A choice of this project.
LEEWAY = 0.25
_SHORTEN = "Cut first what other delegations could write as well: background, and the weakest solution."
_LENGTHEN = "Answer some of the optional questions: how a solution is paid for and measured weighs most."
_IN_WORD = "Open the Word file and look at its last page before you hand it in."


class _Measured(NamedTuple):
    """What a limit measures: its name at the start of a sentence, its address, and its extent without and with the
    resources list."""

    called: str
    address: Address
    without: Extent
    whole: Extent


class _Unit(NamedTuple):
    """A unit in which a limit counts. `edge`: how near to a bound, as a share of a page, is too near to tell."""

    name: str
    bounds: Callable[[Limit], tuple[float, float]]
    of: Callable[[Extent], float]
    is_estimate: bool = False


_UNITS = (
    _Unit("words", lambda limit: (limit.min_words, limit.max_words), lambda extent: extent.words),
    _Unit("pages", lambda limit: (limit.min_pages, limit.max_pages), lambda extent: extent.pages, is_estimate=True),
    _Unit("paragraphs", lambda limit: (limit.min_paragraphs, limit.max_paragraphs), lambda extent: extent.paragraphs),
)


class Length(NamedTuple):
    """A limit held against what it measures, in one unit ("words", "pages", "paragraphs"): `counted` is what counts.

    `is_over`: it is judged to be too long; never where it is not known whether the limit, or a part of the text,
    counts. `most` is 0 where the limit is only a least one."""

    unit: str
    counted: float
    most: float
    is_over: bool
    findings: tuple[Problem, ...]

    @property
    def share(self) -> float:
        """How much of what is allowed is taken."""
        return self.counted / self.most if self.most else 0.0


def lengths(ruling: Ruling) -> Iterator[Length]:
    """Every limit, held against the paper or against its part on each topic; with what is to be told of it: that it is
    beyond, or too near to for an estimate to tell."""
    told = set()
    for limit in sorted(ruling.presentation.layout.limits, key=lambda one: (one.max_words, one.max_pages)):
        if _is_for_another_paper(limit, len(ruling.topics)):
            continue
        for measured in _measured(limit, ruling):
            for unit in _UNITS:
                found = _held_against(ruling, limit, unit, measured)
                # Where the paper has one topic, a limit on each and one on the whole measure the same words.
                keys = [(one.code, measured.address, unit.name, limit.only_for) for one in found.findings]
                new = tuple(one for key, one in zip(keys, found.findings, strict=True) if key not in told)
                told.update(keys)
                yield found._replace(findings=new)


def unlimited(ruling: Ruling) -> Iterator[Problem]:
    """That the conference's limits are all for other line spacings than the paper's. None of them is held against it:
    how much more room a wider spacing gives is for the conference to say."""
    spacing, limits = ruling.presentation.layout.line_spacing, ruling.conference.length
    if not spacings_without_limit(limits, [spacing]):
        return
    known = [spacing_in_words(one.at_spacing) for one in limits if one.at_spacing and not one.only_for]
    yield ruling.finding(
        "rule-no-limit",
        f"{ruling.called} limits papers in {' and '.join(dict.fromkeys(known))} spacing, and this one is set in "
        f"{spacing_in_words(spacing)} spacing: what it allows there is not known, and was not checked.",
        "Ask how long it may be, or choose a spacing that has a limit.",
        "length",
    )


def _held_against(ruling: Ruling, limit: Limit, unit: _Unit, measured: _Measured) -> Length:
    counted = measured.whole if limit.counts_resources else measured.without
    _, most = unit.bounds(limit)
    most = 0 if limit.only_for else most
    is_over = bool(most and counted.words) and _is_over(unit, limit, counted, most)
    return Length(unit.name, unit.of(counted), most, is_over, tuple(_judged(ruling, limit, unit, measured)))


def _is_for_another_paper(limit: Limit, topics: int) -> bool:
    """Whether a limit for some committees alone says that it is for papers on another number of topics."""
    numbers = {"one topic": 1, "two topics": 2, "three topics": 3}
    return any(number != topics for said, number in numbers.items() if said in limit.only_for)


def _measured(limit: Limit, ruling: Ruling) -> Iterator[_Measured]:
    every = ruling.topics
    for composed, topics in ruling.documents:
        document = without_gaps(composed)  # the marks of what is missing are no part of the paper
        alone = len(topics) == 1
        if not limit.per_topic or alone:
            called = "The paper" if len(every) == 1 or not alone else _topic(topics[0])
            address = join("topics", every[topics[0]].id) if alone else ""
            yield _both(called, address, document)
            continue
        for index in topics:
            topic = every[index].id
            yield _both(_topic(index), join("topics", topic), document, topic)


def _both(called: str, address: Address, document: Document, topic: str = "") -> _Measured:
    return _Measured(called, address, extent(document, topic, resources=False), extent(document, topic, resources=True))


def _topic(index: int) -> str:
    return f"The part on topic {'ABC'[index]}"


def _judged(ruling: Ruling, limit: Limit, unit: _Unit, measured: _Measured) -> Iterator[Problem]:
    least, most = unit.bounds(limit)
    counted = measured.whole if limit.counts_resources else measured.without
    if not (least or most) or not counted.words:
        return
    if most and _is_over(unit, limit, counted, most):
        yield _too_long(ruling, limit, unit, measured, counted, most)
    elif most and limit.counts_resources is None and _list_matters(ruling, limit, unit, measured, most):
        yield _depends_on_the_list(ruling, unit, measured, most)
    elif least and _is_under(unit, limit, counted, least):
        yield _too_short(ruling, limit, unit, measured, counted, least)
    else:
        bound = next((one for one in (most, least) if one and _is_at_the_edge(unit, counted, one)), 0)
        if bound and not limit.approximate:
            yield _borderline(ruling, unit, measured, counted, bound)


def _list_matters(ruling: Ruling, limit: Limit, unit: _Unit, measured: _Measured, most: float) -> bool:
    """Whether the paper is too long if its list counts. A list that must begin a page of its own cannot be meant to fit
    on the only page: no paper would keep such a rule."""
    if unit.is_estimate and most <= 1 and any(_begins_a_page(document) for document, _ in ruling.documents):
        return False
    return _is_over(unit, limit, measured.whole, most)


def _begins_a_page(document: Document) -> bool:
    return any(isinstance(block, ReferenceList) and block.own_page for block in document.blocks())


def _is_over(unit: _Unit, limit: Limit, counted: Extent, most: float) -> bool:
    leeway = 1 + LEEWAY if limit.approximate else 1
    return unit.of(counted) > most * leeway and not _is_at_the_edge(unit, counted, most)


def _is_under(unit: _Unit, limit: Limit, counted: Extent, least: float) -> bool:
    leeway = 1 - LEEWAY if limit.approximate else 1
    return unit.of(counted) < least * leeway and not _is_at_the_edge(unit, counted, least)


def _is_at_the_edge(unit: _Unit, counted: Extent, bound: float) -> bool:
    """Whether pages are too near to a bound for an estimate to tell on which side of it Word will end."""
    if not unit.is_estimate:
        return False
    away = abs(counted.pages - bound)
    return away <= counted.unsure or (counted.borderline and away <= 0.5)


def _too_long(ruling: Ruling, limit: Limit, unit: _Unit, measured: _Measured, counted: Extent, most: float) -> Problem:
    asked = "asks for about" if limit.approximate else "takes at most"
    what = (
        f"{measured.called} has {_counted(unit, counted)}{_with_list(limit)}, and {ruling.called} {asked} "
        f"{_amount(most, unit.name)}{_for_whom(limit)}."
    )
    what += f" That is {_amount_off(unit, unit.of(counted) - most)} too many."
    if limit.rest_unread:
        what += " What stands beyond is not read."
    return ruling.finding("rule-too-long", what, _SHORTEN, "length", measured.address, _severity(limit))


def _too_short(
    ruling: Ruling, limit: Limit, unit: _Unit, measured: _Measured, counted: Extent, least: float
) -> Problem:
    kind = "about" if limit.approximate else "at least"
    what = (
        f"{measured.called} has {_counted(unit, counted)}{_with_list(limit)}, and {ruling.called} asks for "
        f"{kind} {_amount(least, unit.name)}{_for_whom(limit)}. That is "
        f"{_amount_off(unit, least - unit.of(counted))} too few."
    )
    severity = Severity.ADVICE if limit.approximate or limit.only_for else Severity.WARNING
    return ruling.finding("rule-too-short", what, _LENGTHEN, "length", measured.address, severity)


def _depends_on_the_list(ruling: Ruling, unit: _Unit, measured: _Measured, most: float) -> Problem:
    what = (
        f"{measured.called} has {_counted(unit, measured.without)} without the resources list and "
        f"{_counted(unit, measured.whole)} with it; {ruling.called} takes at most "
        f"{_amount(most, unit.name)}, and whether the list counts is not known."
    )
    next_step = "Ask the conference, or shorten the paper so that the list fits too."
    return ruling.finding("rule-list-may-count", what, next_step, "length", measured.address, Severity.ADVICE)


def _borderline(ruling: Ruling, unit: _Unit, measured: _Measured, counted: Extent, bound: float) -> Problem:
    what = (
        f"{measured.called} has {_counted(unit, counted)}, which is too near to the {_amount(bound, unit.name)} of "
        f"{ruling.called} to be sure: Word may come to a little more or less."
    )
    return ruling.finding("rule-length-borderline", what, _IN_WORD, "length", measured.address, Severity.ADVICE)


def _severity(limit: Limit) -> Severity:
    """An error where the rest is not read; advice where the limit is a guide, or may not be for this committee."""
    if limit.approximate or limit.only_for:
        return Severity.ADVICE
    return Severity.ERROR if limit.rest_unread else Severity.WARNING


def _counted(unit: _Unit, counted: Extent) -> str:
    number = unit.of(counted)
    if unit.is_estimate:
        return f"about {number:.1f} pages"
    return _amount(number, unit.name)


def _amount(number: float, units: str) -> str:
    return f"{number:g} {units.removesuffix('s') if number == 1 else units}"


def _amount_off(unit: _Unit, number: float) -> str:
    """How far from a limit a paper is. Pages are told in tenths, and never as none at all."""
    return f"about {max(number, 0.1):.1f} pages" if unit.is_estimate else f"{number:g}"


def _with_list(limit: Limit) -> str:
    if limit.counts_resources is None:
        return ""
    return " with its resources list" if limit.counts_resources else " without its resources list"


def _for_whom(limit: Limit) -> str:
    return f" (for {limit.only_for}; check whether that is yours)" if limit.only_for else ""
