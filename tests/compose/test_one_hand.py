"""A paper looks typed by one hand: the template's apostrophes and quotation marks follow the delegate's."""

from __future__ import annotations

import pytest
from prose_reader import EXAMPLES, composed, example, origins, shipped_library, template_runs

from mundraft.compose.compose import Composer
from mundraft.compose.one_hand import in_one_hand, types_straight
from mundraft.document.tree import (
    Document,
    Heading,
    ListBlock,
    Origin,
    Paragraph,
    Part,
    Run,
    block_paragraphs,
    inline_text,
)
from mundraft.export.markdown import document_to_markdown
from mundraft.export.plain import document_to_text
from mundraft.paper.file import read_paper
from mundraft.paper.model import Paper
from mundraft.word.reader import paragraph_texts
from mundraft.word.writer import document_to_docx

MEXICO, COUNCIL = "mexico-child-trafficking.yaml", "sierra-leone-gulf-of-guinea-council.yaml"


def typed(name: str, apostrophe: str) -> Paper:
    """An example paper, as if its delegate had typed other apostrophes, or none."""
    text = (EXAMPLES / name).read_text(encoding="utf-8").replace("'", apostrophe)
    return read_paper(text.encode(), name)


def of_template(document: Document) -> str:
    return "\n".join(template_runs(document))


def test_where_the_delegate_types_straight_marks_those_of_the_template_are_straight_in_every_export() -> None:
    document = composed(example(MEXICO))
    ours = of_template(document)
    assert "'s proposal" in ours
    assert '(in its own words, "' in ours
    assert not set("‘’“”") & set(ours)
    word = "\n".join(paragraph_texts(document_to_docx(document)))
    for text in (word, document_to_text(document), document_to_markdown(document)):
        assert "Mexico's proposal" in text
        assert '(in its own words, "to prevent' in text


@pytest.mark.parametrize("apostrophe", ["’", ""], ids=["curly", "none"])
def test_where_the_delegate_types_curly_marks_or_none_the_templates_are_curly(apostrophe: str) -> None:
    ours = of_template(composed(typed(MEXICO, apostrophe)))
    assert "’s proposal" in ours
    assert "(in its own words, “" in ours
    assert not set("'\"") & set(ours)
    said = of_template(composed(typed(COUNCIL, apostrophe).changed(variety="a")))
    assert "Council’s" in said
    assert "'" not in said


def test_no_other_words_change() -> None:
    straight, curly = composed(typed(MEXICO, "'")), composed(typed(MEXICO, "’"))
    for origin in (Origin.QUOTED, Origin.LIBRARY):
        assert origins(straight)[origin] == origins(curly)[origin]
    assert origins(straight)[Origin.DELEGATE] == origins(curly)[Origin.DELEGATE].replace("’", "'")
    assert "a child's shelter" in origins(straight)[Origin.DELEGATE]


def said(text: str, origin: Origin = Origin.DELEGATE) -> Part:
    return Part("position", (Paragraph((Run(text, origin),)),))


@pytest.mark.parametrize(
    ("parts", "straight"),
    [
        ((said("It doesn't."),), True),
        ((said("It doesn't, isn't, and isn’t."),), True),
        ((said("It doesn't, and isn’t."),), False),
        ((said('The "safe" zones.'),), True),
        ((said("It does."),), False),
        ((said("It doesn't.", Origin.QUOTED), said("The State's", Origin.TEMPLATE)), False),
        ((said("It isn’t."), said("It can't, won't.")), True),
    ],
)
def test_more_straight_marks_than_curly_ones_in_words_of_ones_own_are_a_habit(
    parts: tuple[Part, ...], straight: bool
) -> None:
    assert types_straight(parts) is straight


def test_a_template_s_apostrophes_become_curly_wherever_they_stand_and_its_other_marks_stay() -> None:
    ours = Run("'s and the States' rule", Origin.TEMPLATE)
    inlines = (
        Run("Kenya", Origin.LIBRARY),
        ours,
        Run(" it's", Origin.DELEGATE),
        Run(" the 'first' one", Origin.TEMPLATE),
    )
    blocks = (Paragraph(inlines), Heading(1, inlines), ListBlock(((Paragraph(inlines),),)))
    (part,) = in_one_hand((Part("position", blocks),), straight=False)
    texts = [inline_text(one) for block in part.blocks for one in block_paragraphs(block)]
    assert texts == ["Kenya’s and the States’ rule it's the 'first' one"] * 3


def test_every_topic_has_a_say_also_where_each_is_handed_in_alone() -> None:
    (first,), (other,) = typed(MEXICO, "").topics, typed(MEXICO, "'").topics
    second = other.changed(id="t2")
    paper = example(MEXICO).changed(preset="naimun", topics=(first, second))
    every = [of_template(one.document) for one in Composer(shipped_library()).documents(paper)]
    assert [('"' in ours, bool(set("‘’“”") & set(ours))) for ours in every] == [(True, False)] * 2
