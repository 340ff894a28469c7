"""A template and answers become the blocks of a paper."""

import gc

from mundraft.document.tree import (
    CitationMark,
    Cited,
    Heading,
    Link,
    ListBlock,
    Origin,
    Paragraph,
    ParagraphRole,
    Run,
    block_paragraphs,
    inline_text,
)
from mundraft.templating.engine import RenderedPart, render
from mundraft.templating.leaf import Leaf, record_of


def said(text: str, *cites: Cited) -> Leaf:
    return Leaf(text, Origin.DELEGATE, cites)


def blocks(source: str, own_words: dict[str, Leaf] | None = None, /, **context: object) -> list[object]:
    return [block for part in render(source, "paper.md.j2", context, own_words) for block in part.blocks]


def lines(source: str, /, **context: object) -> list[str]:
    """The paper as lines of text, a citation mark as [source]."""
    found = []
    for part in render(source, "paper.md.j2", context):
        for block in part.blocks:
            for inlines in block_paragraphs(block):
                found.append(
                    "".join(
                        f"[{','.join(c.source for c in item.cites)}]" if isinstance(item, CitationMark) else item.text
                        for item in inlines
                    )
                )
    return found


def test_each_block_of_the_template_is_a_part() -> None:
    parts = render("Before.\n\n{% block issue %}A.{% endblock %}\n\n{% block stance %}B.{% endblock %}", "t", {})
    assert [part.key for part in parts] == ["", "issue", "stance"]
    assert parts[1] == RenderedPart("issue", (Paragraph((Run("A.", Origin.TEMPLATE),)),))


def test_own_words_stand_in_place_of_a_block_which_is_not_run() -> None:
    source = "{% block issue %}{{ no_such_name }}{% endblock %}"
    (part,) = render(source, "t", {}, {"issue": said("# Mine.\n\nAnd *more*.", Cited("a"))})
    assert part.own_words
    assert part.blocks == (
        Paragraph((Run("# Mine.", Origin.DELEGATE),)),
        Paragraph((Run("And *more*.", Origin.DELEGATE), Run(" ", Origin.TEMPLATE), CitationMark((Cited("a"),)))),
    )


def test_words_know_whose_they_are() -> None:
    source = "{{ who }} asks for {{ what }}."
    assert blocks(source, None, who="Kenya", what=said("money")) == [
        Paragraph(
            (
                Run("Kenya", Origin.LIBRARY),
                Run(" asks for ", Origin.TEMPLATE),
                Run("money", Origin.DELEGATE),
                Run(".", Origin.TEMPLATE),
            )
        )
    ]


def test_template_markdown_is_structure() -> None:
    source = "## T\n\nA *b* **c** [d](https://un.org).\n\n- x\n- y\n\n1. z\n\n> q\n"
    heading, paragraph, bullets, numbers, quotation = blocks(source)
    assert heading == Heading(2, (Run("T", Origin.TEMPLATE),))
    assert isinstance(paragraph, Paragraph)
    assert Link("d", "https://un.org", Origin.TEMPLATE) in paragraph.inlines
    assert Run("b", Origin.TEMPLATE, italic=True) in paragraph.inlines
    assert Run("c", Origin.TEMPLATE, bold=True) in paragraph.inlines
    assert isinstance(bullets, ListBlock)
    assert (len(bullets.items), bullets.ordered) == (2, False)
    assert isinstance(numbers, ListBlock)
    assert numbers.ordered
    assert quotation == Paragraph((Run("q", Origin.TEMPLATE),), ParagraphRole.QUOTATION)


def test_what_is_not_in_the_subset_stays_text() -> None:
    assert lines("<b>x</b> `y` ![z](https://un.org/z.png) &amp; www.un.org") == [
        "<b>x</b> `y` !z &amp; www.un.org",
    ]
    assert lines("A\n---\nB\n\n    not code") == ["A --- B", "not code"]


def test_lines_of_tags_alone_break_no_paragraph_and_join_no_words() -> None:
    source = "One.\n{% if yes %}\nTwo.\n{% endif %}\n{# said #}\nThree{% if yes %} four{% endif %}\nfive."
    assert lines(source, yes=True) == ["One. Two. Three four five."]
    assert lines(source, yes=False) == ["One. Three five."]


def test_what_was_not_answered_vanishes_with_its_heading_item_and_brackets() -> None:
    source = (
        "{% block a %}## Past\n\n{{ gone }}{% endblock %}{% block b %}## Now\n\nFirst {{ gone }} , then ({{ gone }}) "
        "last.\n\n- {{ gone }}\n- {% if gone %}x{% endif %}\n- y\n\n**{{ gone }}**\n{% endblock %}"
    )
    assert lines(source, gone=None) == ["Now", "First, then last.", "y"]


def test_a_full_stop_is_not_doubled_and_no_character_of_an_answer_is_moved() -> None:
    assert lines("{{ a }}. {{ b }}.", a=said("It ended.. "), b=said("in the U.S.")) == ["It ended.. . in the U.S."]
    assert lines("{{ a }}.", a=said("It ended.")) == ["It ended."]


def test_an_answer_with_blank_lines_becomes_paragraphs() -> None:
    assert lines("{{ a }} End.", a=said("\nOne\ntwo.\n \n\nThree.\n")) == ["One\ntwo.", "Three. End."]


def test_a_leaf_with_an_address_is_a_link_only_on_the_web() -> None:
    (paragraph,) = blocks("{{ a }}", None, a=Leaf("UN", Origin.LIBRARY, url="https://un.org"))
    assert paragraph == Paragraph((Link("UN", "https://un.org", Origin.LIBRARY),))
    (paragraph,) = blocks("{{ a }}", None, a=Leaf("UN", Origin.LIBRARY, url="javascript:alert(1)"))
    assert paragraph == Paragraph((Run("UN", Origin.LIBRARY),))


def test_macros_set_blocks_and_joining_keep_whose_words_are_whose() -> None:
    source = (
        "{% macro act(a) %}{{ (a.who ~ ' ' ~ a.did) | sentence(a) }}{% endmacro %}"
        "{% set b %}*{{ x }}*{% endset %}{{ act(a) }} {{ b }}"
    )
    (paragraph,) = blocks(
        source, None, a=record_of(who="UN", did=said("# acted"), cites=said("", Cited("s"))), x=said("*")
    )
    assert isinstance(paragraph, Paragraph)
    assert [(item.text, item.origin) for item in paragraph.inlines if isinstance(item, Run)] == [
        ("UN", Origin.LIBRARY),
        (" ", Origin.TEMPLATE),
        ("# acted", Origin.DELEGATE),
        (" ", Origin.TEMPLATE),
        (". ", Origin.TEMPLATE),
        ("*", Origin.DELEGATE),
    ]
    assert paragraph.inlines[-1] == Run("*", Origin.DELEGATE, italic=True)
    assert inline_text(paragraph.inlines) == "UN # acted . *"


def test_rendering_twice_gives_equal_parts() -> None:
    context = {"variety": "s", "xs": [said("a"), said("b")]}
    source = "{% for x in xs %}{{ vary(loop.index, 'One', 'Two') }} {{ x }}. {% endfor %}"
    assert render(source, "t", context) == render(source, "t", context)


def test_what_was_rendered_is_freed_at_once() -> None:
    """A search for garbage takes a tenth of a second, in a class after every hundred papers."""
    macros = "{% macro m(n) %}{{ n }}{% endmacro %}{% macro o(n) %}{{ m(n) }}{% endmacro %}"
    source = macros + "{% block a %}{{ o('2') }}{% endblock %}"
    render(source, "t", {})
    gc.collect()
    gc.disable()
    try:
        render(source, "t", {})
        assert gc.collect() < 5
    finally:
        gc.enable()
