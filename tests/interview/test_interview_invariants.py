"""Whatever is answered, added, moved, removed or switched, in whatever order: nothing is lost and nothing raises."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mundraft.interview.changing import add_entry, add_source, add_topic, answer, cite, move_entry, remove_entry
from mundraft.interview.interview import Interview
from mundraft.interview.places import has_words
from mundraft.interview.states import Prompt
from mundraft.interview.texts import text_of
from mundraft.library.questions import Kind, TemplateDefinition
from mundraft.models.fields import plain
from mundraft.models.model import from_values
from mundraft.paper.address import answered, value_at
from mundraft.paper.model import Citation, LegalBasis, Paper, Said
from mundraft.strictyaml.reader import read_as

TEMPLATES = Path(__file__).parents[2] / "templates"
CLASSIC = read_as(TemplateDefinition, (TEMPLATES / "classic" / "template.yaml").read_bytes(), "template.yaml")
# Another template asks some of the same questions in another form, of other groups, and under conditions.
OTHER = from_values(
    TemplateDefinition,
    {
        "name": "Other",
        "steps": [
            {
                "id": "all",
                "title": "All",
                "each_topic": False,
                "questions": [
                    {"id": "school", "ask": "?", "at": "paper:school"},
                    {"id": "causes", "ask": "?", "kind": "sentence", "required": True},
                    {"id": "stance", "ask": "?", "kind": "sentence", "many": {"min": 1}},
                    {"id": "late", "ask": "?", "when": {"answer": "causes"}},
                    {"id": "nowhere", "ask": "?", "at": "topic:no/such/place"},
                    {
                        "group": "solutions",
                        "title": "Plans",
                        "item": "Plan",
                        "count": {"min": 3, "max": 3},
                        "questions": [
                            {"id": "action", "ask": "?", "required": True},
                            {"id": "nothing", "ask": "?"},
                            {"id": "actor", "ask": "?", "when": {"answer": "action", "none_of": ["nobody"]}},
                            {"group": "articles", "title": "?", "item": "Article", "questions": []},
                        ],
                    },
                ],
            }
        ],
        "parts": [{"key": "all", "title": "All", "asks": ["solutions"]}],
    },
)
WORDS = st.sampled_from(["poverty", "goal", "nobody", "2015", "  ", "été 中文", "a. B c"])


class Delegate(RuleBasedStateMachine):
    """A delegate at work. `told` is what they typed last at each address, less what they took out by name."""

    @initialize()
    def begin(self) -> None:
        self.paper = Paper()
        self.definition = CLASSIC
        self.told: dict[str, str] = {}

    @property
    def interview(self) -> Interview:
        return Interview(self.definition, self.paper)

    def _prompt(self, data: st.DataObject) -> Prompt:
        return data.draw(st.sampled_from(self.interview.prompts()))

    @rule(data=st.data(), words=WORDS)
    def answer_a_question(self, data: st.DataObject, words: str) -> None:
        prompt = self._prompt(data)
        kind = prompt.question.kind
        if kind is Kind.PROVISIONS:
            self.paper = answer(
                self.paper, self.definition, prompt.address, (LegalBasis(instrument="i1", article="1"),)
            )
            return
        if kind is Kind.CHOICE:
            words = data.draw(st.sampled_from([choice.value for choice in prompt.question.choices]))
        value = [words, "more"] if isinstance(prompt.value, tuple) else words
        self.paper = answer(self.paper, self.definition, prompt.address, value)
        if kind is not Kind.CHOICE:
            self.told[prompt.address] = (
                f"{words}\nmore" if isinstance(value, list) and has_words(words) else text_of(value)
            )

    @rule(data=st.data())
    def empty_an_answer(self, data: st.DataObject) -> None:
        prompt = self._prompt(data)
        self.paper = answer(self.paper, self.definition, prompt.address, () if isinstance(prompt.value, tuple) else "")
        self.told.pop(prompt.address, None)

    @rule(data=st.data())
    def cite_a_source(self, data: st.DataObject) -> None:
        prompt = self._prompt(data)
        if prompt.question.cited:
            self.paper, source = add_source(self.paper, "https://example.org", "A page")
            self.paper = cite(self.paper, self.definition, prompt.address, (Citation(source=source),))

    @rule(data=st.data())
    def add_an_entry(self, data: st.DataObject) -> None:
        groups = [group for group in self.interview.groups() if group.can_add]
        if groups:
            group = data.draw(st.sampled_from(groups))
            self.paper, first = add_entry(self.paper, self.definition, group.address)
            assert first.startswith(group.address)

    @rule(data=st.data(), by=st.integers(-2, 2))
    def move_an_entry(self, data: st.DataObject, by: int) -> None:
        entries = [entry for group in self.interview.groups() for entry in group.entries]
        if entries:
            self.paper = move_entry(self.paper, self.definition, data.draw(st.sampled_from(entries)).address, by)

    @rule(data=st.data())
    def remove_an_entry(self, data: st.DataObject) -> None:
        entries = [entry for group in self.interview.groups() for entry in group.entries]
        if entries:
            address = data.draw(st.sampled_from(entries)).address
            self.paper = remove_entry(self.paper, address)
            self.told = {place: words for place, words in self.told.items() if not place.startswith(f"{address}/")}

    @rule()
    def switch_the_template(self) -> None:
        self.definition = OTHER if self.definition is CLASSIC else CLASSIC

    @rule()
    def add_a_topic(self) -> None:
        if len(self.paper.topics) < 3:
            self.paper, _ = add_topic(self.paper)

    @invariant()
    def everything_told_is_in_the_paper(self) -> None:
        for address, words in self.told.items():
            if has_words(words):
                assert _text_at(self.paper, address).split() == words.split(), address

    @invariant()
    def what_is_not_asked_is_shown(self) -> None:
        interview = self.interview
        asked = {prompt.address for prompt in interview.prompts()}
        unasked = {address for address, _ in interview.unasked()}
        unasked |= {address.rpartition("/")[0] for address in unasked}
        for address, words in self.told.items():
            # The conference is a setting of the paper, printed whichever template asks for it.
            if has_words(words) and not address.endswith("/ref") and address != "conference":
                assert address in asked or address in unasked, address

    @invariant()
    def addresses_are_unique_and_walked_in_both_directions(self) -> None:
        interview = self.interview
        prompts = interview.prompts()
        addresses = [prompt.address for prompt in prompts]
        assert len(set(addresses)) == len(addresses)
        assert [prompt.number for prompt in prompts] == list(range(1, len(prompts) + 1))
        for prompt in prompts:
            after = interview.after(prompt.address)
            assert after is None or interview.before(after.address) == prompt
            assert interview.prompt(prompt.address) == prompt

    @invariant()
    def steps_add_up_to_the_whole(self) -> None:
        progress, steps = self.interview.progress(), self.interview.steps()
        assert sum(step.total for step in steps) == progress.asked
        assert sum(step.required_total for step in steps) == progress.required_total
        assert sum(step.required_done for step in steps) == progress.required_done
        assert progress.complete == (self.interview.first_open() is None)

    @invariant()
    def the_paper_can_be_read_again(self) -> None:
        written = plain(self.paper, whole=True)
        assert from_values(Paper, json.loads(json.dumps(written))) == self.paper
        assert dict(answered(self.paper)) == dict(answered(from_values(Paper, written)))


def _text_at(paper: Paper, address: str) -> str:
    """The words at an address; an instrument's are its name where it was written in by hand."""
    value = value_at(paper, address)
    if address.endswith("/ref") and not value:
        value = value_at(paper, address.removesuffix("ref") + "name")
    return text_of(value) if not isinstance(value, Said) else value.text


TestDelegate = Delegate.TestCase
TestDelegate.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, phases=[Phase.reuse, Phase.generate]
)
