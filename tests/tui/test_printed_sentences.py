"""The sentence below a question is the one that the paper prints, wherever that is known."""

from __future__ import annotations

from typing import Any

from mundraft.compose.compose import Composer
from mundraft.document.tree import Document
from mundraft.interview.asking import Asking
from mundraft.interview.frames import in_sentence
from mundraft.interview.states import Prompt
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.models.model import from_values
from mundraft.paper.model import Paper
from mundraft.tui.drafting import Draft
from mundraft.tui.printed_sentences import PrintedSentences, sentence_around

LIBRARY = Library((Folder(shipped_folder(), Tier.SHIPPED),))
PRICE = {"text": "The price of a net", "cite": [{"source": "nets"}]}
RULES = {"text": "rules that nobody reads."}


def paper(variety: str = "1", **answers: Any) -> Paper:
    solution = {"id": "s1", "actor": "UNEP", "action": "to weigh every net"}
    return from_values(
        Paper,
        {
            "template": "classic",
            "variety": variety,
            "seat": {"ref": "kenya"},
            "topics": [{"id": "t1", "noun": "lost nets", "answers": answers, "solutions": [solution]}],
            "sources": [{"id": "nets", "title": "Nets"}],
        },
    )


def asked(of: Paper, end: str) -> Prompt:
    interview = Asking(LIBRARY.template(of.template).definition, LIBRARY).interview(of)
    return next(prompt for prompt in interview.prompts() if prompt.address.endswith(end))


def composed(of: Paper) -> Document:
    return Composer(LIBRARY).compose(of)


def told(of: Paper, end: str, document: Document | None = None) -> str:
    """The sentence around an answer with the answer in it."""
    prompt = asked(of, end)
    around = sentence_around(document or composed(of), prompt)
    return str(in_sentence(prompt.question, prompt.value, *around)) if around else ""


def test_an_answer_is_shown_in_the_wording_that_this_paper_prints() -> None:
    begun = set()
    for variety in "12345":
        of = paper(variety, causes=[PRICE, RULES])
        sentence = told(of, "/causes")
        assert sentence.endswith("the price of a net [1] and rules that nobody reads.")
        assert sentence in _read(of)
        begun.add(sentence.split()[0])
    assert len(begun) > 1


def test_a_verb_is_found_without_its_to() -> None:
    of = paper()
    assert told(of, "s1/action") == told(of, "s1/actor")
    assert "weigh every net" in told(of, "s1/action")
    assert told(of, "s1/action") in _read(of)


def test_a_missing_answer_has_its_place_in_the_printed_sentence() -> None:
    sentence = told(paper(), "/causes")
    assert sentence.endswith("….")
    assert sentence.removesuffix("….") in _read(paper())


def test_a_sentence_that_waits_for_another_answer_too_is_not_shown() -> None:
    of = paper()
    entry = of.topics[0].solutions[0].changed(action="")
    of = of.changed(topics=(of.topics[0].changed(solutions=(entry,)),))
    assert any("UNEP" in line and "[Still to write" in line for line in _read(of).splitlines())
    assert told(of, "s1/actor") == ""


def test_an_answer_that_stands_in_several_places_is_shown_in_none() -> None:
    assert told(paper(), "/noun") == ""
    assert told(paper(affected=["UNEP"]), "s1/actor") == ""


def test_a_sentence_too_long_for_a_small_screen_is_not_shown() -> None:
    of = paper()
    topic = of.topics[0]
    long = topic.solutions[0].changed(actor="the " + "very " * 40 + "patient UNEP")
    of = of.changed(topics=(topic.changed(solutions=(long,)),))
    assert told(of, "s1/action") == ""
    assert told(of, "s1/actor")


def test_while_an_answer_is_changed_it_keeps_its_sentence_until_the_next_draft() -> None:
    before, after = paper(causes=[RULES]), paper(causes=[RULES, PRICE])
    known, draft = PrintedSentences(), Draft(before, composed(before))
    first = known.around(asked(before, "/causes"), draft, before)
    assert first is not None
    assert first == known.around(asked(after, "/causes"), draft, after)
    then = known.around(asked(after, "/causes"), Draft(after, composed(after)), after)
    assert then is not None
    assert then.joints == (" and ",)
    assert known.around(asked(after, "/forms"), draft, after) is None


def _read(of: Paper) -> str:
    from mundraft.export.plain import document_to_text

    return document_to_text(composed(of))
