"""Whether a paper is written as its conference wants it: without names, in the third person, in its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mundraft.document.tree import Heading, Origin, Run, block_paragraphs, inline_text
from mundraft.paper.address import join
from mundraft.paper.model import Paper
from mundraft.problems import Problem
from mundraft.text.folding import fold
from mundraft.text.shortened import shortened

from .places import place_in_words
from .ruling import Ruling
from .taking_apart import sentences_in, without_quotations

_SHOWN = 70
#: As many words are shown on either side of one that is not wanted.
_NEXT_TO = 5
_SINGULAR = re.compile(r"\b(?:I(?=[\s,’']|$)|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)\b")
#: "US" is a country, and so is never read as "us".
_PLURAL = re.compile(r"\b(?:[Ww]e|us|[Oo]urs?|[Oo]urselves)\b")
_UNWANTED = {"no I": "“I”", "no I or we": "“I” and “we”"}
#: What a Roman number one stands after.
_NUMBERED = frozenset(
    (
        "annex", "appendix", "article", "category", "chapter", "class", "committee", "goal", "group", "level", "option",
        "part", "phase", "pillar", "protocol", "schedule", "section", "stage", "step", "tier", "title", "track", "type",
        "volume", "war",
    )
)  # fmt: skip
#: A name that begins with a word of the first person: "Our Common Future", "My Life My Say".
_CAPITAL = re.compile(r"\s+[A-Z]")
_POSSESSIVE = re.compile(r"[’']s\b", re.IGNORECASE)
_SHORTEST_NAME = 3
#: What sections are called by one who means the same.
_SAME = {
    "issue": "background", "problem": "background", "stake": "background", "about": "background",
    "policy": "country", "position": "country",
    "law": "action", "agreed": "action", "practice": "action",
    "done": "solution", "proposals": "solution", "forward": "solution",
}  # fmt: skip
_LITTLE = frozenset(
    ("a", "an", "and", "current", "for", "in", "of", "on", "or", "past", "possible", "proposed", "the", "to", "topic")
)


def first_person(ruling: Ruling) -> Iterator[Problem]:
    """ "I", and where the conference says so "we", in the delegate's words: not in quotations, not inside names.

    A template that is itself written as "I" is told once: no answer in it could keep the rule."""
    rule = ruling.conference.wording.first_person
    if not rule:
        return
    if found := _said_by_template(ruling, (_SINGULAR,)):
        yield ruling.finding(
            "rule-first-person",
            f"{ruling.called} wants a paper without {_UNWANTED[rule]}, and the template "
            f"“{ruling.interview.definition.name}” is written as “I”: {found[1]}. The template and the rule do not go "
            "together.",
            "Choose another template for this conference, or ask your chair whether the rule holds for your committee.",
            "wording.first_person",
        )
        return
    patterns = (_SINGULAR,) if rule == "no I" else (_SINGULAR, _PLURAL)
    for text in ruling.texts():
        said = None if text.quoted else _first_person_in(text.words, patterns)
        if said:
            place = place_in_words(text.address, ruling.interview)
            yield ruling.finding(
                "rule-first-person",
                f"{ruling.called} wants a paper without {_UNWANTED[rule]}, and “{said.word}” stands in {place}: "
                f"{said.shown}",
                "Write the name of your country there, or “it”: “… believes that …”.",
                "wording.first_person",
                text.address,
            )
    if rule == "no I or we" and (found := _said_by_template(ruling, (_PLURAL,))):
        yield ruling.finding(
            "rule-first-person",
            f"A sentence of the template says “{found[0]}”: {found[1]}",
            "Write that part in your own words, or choose another template.",
            "wording.first_person",
        )


class Spoken(NamedTuple):
    """A word of the first person, and the words around it as a message shows them."""

    word: str
    shown: str


def _first_person_in(text: str, patterns: tuple[re.Pattern[str], ...]) -> Spoken | None:
    """The first word of the first person in a text, None where there is none."""
    plain = without_quotations(text, instead="…")
    for pattern in patterns:
        for found in pattern.finditer(plain):
            if not _is_part_of_a_name(plain, found):
                return Spoken(found[0], _around(plain, found))
    return None


def _around(text: str, found: re.Match[str]) -> str:
    """The words next to a word in its sentence, in quotation marks."""
    before = sentences_in(text[: found.start()])[-1].split(" ")
    behind = sentences_in(text[found.end() :])[0].split(" ")
    left, right = " ".join(before[-_NEXT_TO - 1 :])[-_SHOWN:], " ".join(behind[: _NEXT_TO + 1])[:_SHOWN]
    dots = "…" if len(before) > _NEXT_TO + 1 else "", "…" if len(behind) > _NEXT_TO + 1 else ""
    return f"“{dots[0]}{left}{found[0]}{right}{dots[1]}”"


def _is_part_of_a_name(text: str, found: re.Match[str]) -> bool:
    """Whether the word is a number ("Annex I", "World War I", "Elizabeth I") or begins a name ("Our Ocean")."""
    if found[0] != "I":
        return found[0][0].isupper() and bool(_CAPITAL.match(text, found.end()))
    before = text[: found.start()].rstrip()
    last = re.search(r"[\w’'-]+$", before)
    if last is None:
        return False
    if last[0].casefold() in _NUMBERED:
        return True
    begins = not before[: last.start()].rstrip() or before[: last.start()].rstrip()[-1] in ".!?:"
    return last[0][0].isupper() and not begins


def _said_by_template(ruling: Ruling, patterns: tuple[re.Pattern[str], ...]) -> tuple[str, str] | None:
    """The first word of the first person in the template's own words, and its paragraph; None where there is none."""
    for composed in ruling.documents:
        for block in composed.document.body():
            for inlines in block_paragraphs(block):
                own = " ".join(one.text for one in inlines if isinstance(one, Run) and one.origin is Origin.TEMPLATE)
                if said := _first_person_in(own, patterns):
                    return said.word, f"“{shortened(inline_text(inlines), _SHOWN)}”"
    return None


class PersonalName(NamedTuple):
    """A name that an anonymous paper must not show, and whose it is."""

    whose: str
    name: str

    @property
    def in_words(self) -> str:
        return f"{self.whose}, “{self.name}”"


def named_though_anonymous(ruling: Ruling) -> Iterator[Problem]:
    """Names of delegates and of their school in the text of a paper that is to be anonymous."""
    header = ruling.conference.header
    if header is None or not header.anonymous:
        return
    for text in ruling.texts():
        for one in names_in(ruling.interview.paper, text.words):
            yield ruling.finding(
                "rule-anonymous",
                f"{ruling.called} reads papers without names, and here stands {one.in_words}.",
                "Take the name out. The header, the file’s properties and its name leave it out already.",
                "header.anonymous",
                text.address,
            )


def names_in(paper: Paper, text: str) -> Iterator[PersonalName]:
    """The names of delegates and of their school that a text holds, however they are written there."""
    folded = f" {fold(_POSSESSIVE.sub('', text))} "
    return (one for one in _names(paper) if f" {fold(one.name)} " in folded)


def _names(paper: Paper) -> Iterator[PersonalName]:
    """Full names and family names. A first name alone is any other word's double ("Will", "Grace")."""
    for delegate in paper.delegates:
        words = delegate.split()
        for name in dict.fromkeys((delegate, words[-1] if len(words) > 1 else delegate)):
            if len(fold(name)) >= _SHORTEST_NAME:
                yield PersonalName("the name of a delegate", " ".join(name.split()))
                break
    if len(fold(paper.school)) >= _SHORTEST_NAME:
        yield PersonalName("your school", " ".join(paper.school.split()))


def missing_sections(ruling: Ruling) -> Iterator[Problem]:
    """Sections that the conference names and under none of whose names a heading of the topic can be found."""
    wanted = ruling.conference.papers.sections
    if not wanted:
        return
    for document, topics in ruling.documents:
        for index in topics:
            topic = ruling.topics[index].id
            headings = [
                inline_text(block.inlines)
                for part in document.parts
                if part.topic == topic
                for block in part.blocks
                if isinstance(block, Heading)
            ]
            there = [_telling(heading.replace(ruling.seat, "country")) for heading in headings]
            missing = [name for name in wanted if not any(words & _telling(name) for words in there)]
            if missing:
                yield _section_finding(ruling, missing, headings, join("topics", topic))


def _section_finding(ruling: Ruling, missing: list[str], headings: list[str], address: str) -> Problem:
    there = f"The headings here are: {'; '.join(headings)}." if headings else "The paper has no headings."
    return ruling.finding(
        "rule-section-missing",
        f"{ruling.called} asks for {_listed(missing)}, and no heading is called so. {there}",
        "Where one of them says it in other words, leave it to your chair; else write that part yourself, under the "
        "heading that is asked for.",
        "papers.sections",
        address,
    )


def _listed(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    sections = "a section" if len(quoted) == 1 else "sections"
    return f"{sections} {' and '.join(filter(None, [', '.join(quoted[:-1]), quoted[-1]]))}"


def _telling(name: str) -> set[str]:
    """The words of a heading that tell it from others, one for all that mean the same."""
    words = fold(name.replace("’s", "").replace("'s", "")).split()
    return {_SAME.get(word, word).removesuffix("s") for word in words if word not in _LITTLE}
