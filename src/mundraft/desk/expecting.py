"""Trying what a teacher expects of a template: each expectation holds, or what was found instead is told."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from mundraft.desk.expectations import NO_FINDINGS, Expectations, Expected, PartExpected
from mundraft.desk.previewing import library_with, preview
from mundraft.document.missing import gaps_in
from mundraft.library.folders import is_safe_name, stays_inside
from mundraft.problems import MundraftError, Problem, Severity, WrongUse
from mundraft.text.counting import count_words
from mundraft.text.near import names_near
from mundraft.text.shortened import shortened

if TYPE_CHECKING:
    from pathlib import Path

    from mundraft.desk.template_samples import Sample
    from mundraft.library.search_path import Library
    from mundraft.library.template import Template
    from mundraft.paper.model import Paper

#: The paper that is tried where an expectation names none.
_USUAL = "only-what-must-be-answered"
#: How much of a text is shown where another was expected.
_SHOWN = 90
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


class Outcome(NamedTuple):
    """One expectation tried: it holds where nothing was found instead."""

    name: str
    found: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return not self.found


def outcomes(expectations: Expectations, template: Template, library: Library) -> Iterator[Outcome]:
    """Every expectation tried, in order. One that cannot be tried is broken, and says why."""
    for expected in expectations.expect:
        try:
            found = tuple(_broken(expected, template, library))
        except MundraftError as error:
            found = tuple(f"it cannot be tried: {problem.what} {problem.next_step}" for problem in error.problems)
        yield Outcome(expected.name, found)


def _broken(expected: Expected, template: Template, library: Library) -> Iterator[str]:
    sample = _sample(expected, template, library)
    previewed = preview(sample, template, library)
    printed = [part for part in previewed.parts if part.key]
    yield from _of_text(expected, "\n\n".join(part.text for part in printed), previewed.words, "the paper")
    for key, of_part in expected.parts.items():
        here = [part for part in printed if part.key == key]
        known = [part.key for part in template.definition.parts]
        if key not in known:
            yield f"there is no part {key!r}; the parts are {', '.join(known)}"
        else:
            text = "\n\n".join(part.text for part in here)
            yield from _of_text(of_part, text, sum(part.words for part in here), key)
    if expected.no_gaps and (marks := gaps_in(previewed.document)):
        things = "1 answer is" if previewed.gaps == 1 else f"{previewed.gaps} answers are"
        yield f"{things} still to write: {shortened(marks[0], _SHOWN)}"
    if expected.findings:
        yield from _of_findings(expected, sample, template, library)


def _of_text(expected: PartExpected, text: str, words: int, called: str) -> Iterator[str]:
    plain = _plain(text)
    if expected.begins and not plain.startswith(_plain(expected.begins)):
        yield f"{called} begins with “{shortened(text, _SHOWN)}”"
    for wanted in expected.says:
        if _plain(wanted) not in plain:
            yield f"{called} never says “{wanted}”{_nearest(wanted, text)}"
    for unwanted in expected.never_says:
        if _plain(unwanted) in plain:
            yield f"{called} says “{_around(unwanted, text)}”"
    least, most = expected.words.at_least, expected.words.at_most
    if words < least:
        yield f"{called} has {words} words, fewer than {least}"
    if most and words > most:
        yield f"{called} has {words} words, more than {most}"


def _of_findings(expected: Expected, sample: Sample, template: Template, library: Library) -> Iterator[str]:
    from mundraft.desk.checking import check_paper

    check = check_paper(sample.paper, library_with(library, template), template.path)
    told = {finding.code: finding for finding in check.findings}
    wanted = set(expected.findings) - {NO_FINDINGS}
    for code, finding in told.items():
        # Advice is given on the best of papers, and some of it comes with the years.
        if code not in wanted and finding.severity is not Severity.ADVICE:
            yield f"the coach tells {code}: {finding.what}"
    for code in sorted(wanted - told.keys()):
        yield f"the coach never tells {code}"


def _sample(expected: Expected, template: Template, library: Library) -> Sample:
    from mundraft.desk.template_samples import is_file_name, named

    if is_file_name(expected.paper):
        _refuse_elsewhere(expected.paper, template.path)
    sample = named(expected.paper or _USUAL, template, library, beside=template.path)
    return sample._replace(paper=_answered(sample.paper, expected, template, library))


def _refuse_elsewhere(name: str, folder: Path) -> None:
    """Raises `WrongUse` for a paper that is not in the template's own folder: a template comes from others, and what
    it is tried with is shown."""
    if not is_safe_name(name) or not stays_inside(folder / name, folder):
        what = f"{name[:80]!r} is not the name of a paper that stands beside the template."
        raise WrongUse(Problem("expectations-paper-elsewhere", what, "Copy the paper into the template's folder."))


def _answered(paper: Paper, expected: Expected, template: Template, library: Library) -> Paper:
    """The paper with the answers that stand in the expectation itself, in its first topic."""
    for name, value in expected.answers.items():
        if isinstance(value, tuple) and value and isinstance(value[0], dict):
            paper = _with_entries(paper, template, name, value)
        else:
            paper = _with_answer(paper, template, library, name, value)
    return paper


def _with_answer(paper: Paper, template: Template, library: Library, name: str, value: Any) -> Paper:
    from mundraft.interview.changing import answer
    from mundraft.interview.interview import Interview
    from mundraft.library.questions import Kind

    prompts = [prompt for prompt in Interview(template.definition, paper).prompts() if not prompt.entry_id]
    prompt = next((prompt for prompt in prompts if prompt.question.id == name), None)
    if prompt is None:
        raise _not_asked(name, [prompt.question.id for prompt in prompts])
    if prompt.question.kind is Kind.COUNTRY and isinstance(value, str):
        value = _seat(value, library)
    try:
        return answer(paper, template.definition, prompt.address, list(value) if isinstance(value, tuple) else value)
    except (LookupError, ValueError):
        what = f"The answer to {name!r} is of another form than that question takes."
        next_step = f"It asks for: {prompt.question.kind.value.replace('_', ' ')}."
        raise WrongUse(Problem("expectations-wrong-answer", what, next_step)) from None


def _with_entries(paper: Paper, template: Template, group: str, entries: tuple[Any, ...]) -> Paper:
    from mundraft.interview.changing import answer
    from mundraft.interview.interview import Interview
    from mundraft.paper.address import with_value

    asked = [one for one in Interview(template.definition, paper).groups() if one.address.count("/") == 2]
    here = next((one for one in asked if one.group.group == group), None)
    if here is None:
        raise _not_asked(group, [one.group.group for one in asked])
    paper = with_value(paper, here.address, ())
    for number, entry in enumerate(entries, start=1):
        for field, text in entry.items():
            try:
                paper = answer(paper, template.definition, f"{here.address}/x{number}/{field}", text)
            except (LookupError, ValueError):
                raise _not_asked(field, _fields_of(group)) from None
    return paper


def _fields_of(group: str) -> list[str]:
    """The fields of an entry of a group that words can be written into."""
    from mundraft.interview.places import field_names
    from mundraft.paper.groups import GROUPS

    return sorted(field_names(GROUPS[group].entry) - {"id", "cite", "articles", "legal_basis"})


def _seat(name: str, library: Library) -> Any:
    """The country that is surely meant, else a seat written in by hand."""
    from mundraft.paper.model import Seat

    found = library.find_countries(name)
    return Seat(ref=found[0].ref) if found and found[0].sure else Seat(name=name)


def _not_asked(name: str, known: list[str]) -> WrongUse:
    near = names_near(name, known, n=1)
    next_step = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(dict.fromkeys(known))}."
    return WrongUse(Problem("expectations-not-asked", f"Nothing that is asked is called {name!r}.", next_step))


def _plain(text: str) -> str:
    """The text as two are compared: marks and spaces of any form are one."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_STRAIGHT).split())


def _nearest(wanted: str, text: str) -> str:
    """Where a sentence comes near to what was expected, that sentence, as the end of a message."""
    sentences = [sentence for sentence in _plain(text).replace("? ", ". ").split(". ") if sentence]
    near = names_near(_plain(wanted), sentences, n=1, cutoff=0.4)
    if not near and count_words(wanted) < 4:
        folded = _plain(wanted).casefold()
        near = [sentence for sentence in sentences if folded in sentence.casefold()][:1]
    return f"; the nearest is “{shortened(near[0], _SHOWN)}”" if near else ""


def _around(wanted: str, text: str) -> str:
    plain = _plain(text)
    at = plain.index(_plain(wanted))
    start = max(0, at - _SHOWN // 3)
    end = min(len(plain), at + len(wanted) + _SHOWN // 3)
    return f"{'…' if start else ''}{plain[start:end]}{'…' if end < len(plain) else ''}"
