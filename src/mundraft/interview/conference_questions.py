"""The questions that only a conference asks: a statement on language models, and what its rules leave open.

A conference asks what no template can know of, and, where its rules leave a choice, how sources are cited and how the
paper is set. These are questions like any other, in a step of their own at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mundraft.citation.ways import chosen_way, offered, ways_open
from mundraft.library.naming_fields import ANSWERED_AT
from mundraft.library.questions import Choice, Kind, Question, Step, TemplateDefinition
from mundraft.library.type_choices import fonts_open, sizes_open, spacings_open

if TYPE_CHECKING:
    from mundraft.library.conference import Conference
    from mundraft.library.conference_citations import Citations
    from mundraft.paper.model import Look

#: The id of the step of the questions that only a conference asks.
CONFERENCE_STEP = "conference-rules"

_DISCLOSURE = Question(
    id="disclosure",
    ask="How was a language model used for this paper?",
    at="paper:disclosure",
    kind=Kind.PARAGRAPHS,
    required=True,
    help="The conference wants a page that says it. It stands on a page of its own at the end, in your words alone. "
    "mundraft uses no language model, so tell of what you used yourself.",
    weak="AI was used a bit.",
    strong="No language model was used, neither for research nor for writing.",
)
#: What a header may show of who wrote the paper, for templates that do not ask for it themselves.
_OF_HEADER = {
    "delegates": Question(
        id="delegates", ask="Who writes this paper?", at="paper:delegates", kind=Kind.DELEGATES, required=True
    ),
    "school": Question(
        id="school",
        ask="Which school or delegation do you come from?",
        at="paper:school",
        kind=Kind.WORDS,
        required=True,
    ),
}
_SPACINGS = {1.0: "single", 1.5: "one and a half", 2.0: "double"}


def under_conference(template: TemplateDefinition, conference: Conference, look: Look) -> TemplateDefinition:
    """A template with the questions that a conference brings.

    What is chosen already and is not open any more stays among the choices, marked as such. What the conference's
    header shows has to be answered, because it would stand in the paper as a gap."""
    steps = _with_heading(tuple(_heading(step, conference) for step in template.steps), conference)
    questions = tuple(_questions(conference, look))
    if questions:
        title = f"For {conference.called}"
        steps += (Step(id=CONFERENCE_STEP, title=title, each_topic=False, questions=questions),)
    return template.changed(steps=steps)


def _with_heading(steps: tuple[Step, ...], conference: Conference) -> tuple[Step, ...]:
    """The steps with what the header shows and the template asks nowhere, in the first step about the whole paper: it
    could not be written or changed otherwise."""
    names = conference.header.names if conference.header else frozenset()
    asked = {one.place for step in steps for one in step.questions if isinstance(one, Question)}
    shown = {ANSWERED_AT[field] for field in names & ANSWERED_AT.keys()}
    more = tuple(one for place, one in _OF_HEADER.items() if place in shown and f"paper:{place}" not in asked)
    first = next((index for index, step in enumerate(steps) if not step.each_topic), None)
    if not more or first is None:
        return steps
    told = f"{conference.called} prints it at the head of the paper."
    questions = (*steps[first].questions, *(one.changed(help=told) for one in more))
    return (*steps[:first], steps[first].changed(questions=questions), *steps[first + 1 :])


def _heading(step: Step, conference: Conference) -> Step:
    """A step in which the questions are required whose answers stand in the conference's header."""
    fields = conference.header.names if conference.header else frozenset()
    # The header has a name for the conference without being told one.
    shown = {f"paper:{ANSWERED_AT[field]}" for field in fields & ANSWERED_AT.keys() - {"conference"}}
    if not any(question.place in shown for question in step.questions if isinstance(question, Question)):
        return step
    told = f"{conference.called} prints it at the head of the paper."
    questions = tuple(
        question.changed(required=True, help=told)
        if isinstance(question, Question) and question.place in shown and not question.required
        else question
        for question in step.questions
    )
    return step.changed(questions=questions)


def _questions(conference: Conference, look: Look) -> Iterator[Question]:
    if conference.generated.disclosure_page:
        yield _DISCLOSURE
    citing = citing_choices(conference.citations, look)
    yield from _choice("citing", "How are sources cited?", citing.items(), look.citing)
    kind = conference.type
    yield from _choice("font", "Which font?", ((font, font) for font in fonts_open(kind)), look.font)
    sizes = ((f"{size:g}", f"{size:g} points") for size in sizes_open(kind))
    yield from _choice("size", "How large is the print?", sizes, look.size)
    spacings = ((f"{one:g}", _SPACINGS.get(one, f"{one:g} times single")) for one in spacings_open(kind))
    yield from _choice("line_spacing", "Which line spacing?", spacings, look.line_spacing)


def citing_choices(citations: Citations, look: Look) -> dict[str, str]:
    """The ways of citing to choose from, as a paper holds them, in words; the one used without a choice first."""
    ways = ways_open(citations)
    citing = {way.written: way.in_words for way in offered(ways)}
    chosen = chosen_way(look.citing, ways)
    if chosen:  # a person may have written it in another way: "MLA"
        citing.setdefault(chosen.written, chosen.in_words)
        citing = {(look.citing if one == chosen.written else one): words for one, words in citing.items()}
    return citing


def _choice(name: str, ask: str, open_: Iterable[tuple[str, str]], held: str) -> Iterator[Question]:
    """The question of a choice; none where only one thing is open."""
    values = dict(open_)
    if len(values) < 2:
        return
    first = next(iter(values))
    choices = [
        Choice(value=value, label=f"{label} (used unless you choose)" if value == first else label)
        for value, label in values.items()
    ]
    if held and held not in values:
        choices.append(Choice(value=held, label=f"{held}: not open here, so the first is used"))
    yield Question(
        id=f"look-{name}", ask=ask, at=f"paper:look/{name}", kind=Kind.CHOICE, choices=tuple(choices),
        help="As far as the rules are known, each of these is allowed. Leave it as it is, or change it at any time.",
    )  # fmt: skip
