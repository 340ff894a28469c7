"""What a delegate types comes out as it was typed, and is never structure, markup or code."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.document.tree import Block, Heading, ListBlock, Origin, Paragraph, Run, block_paragraphs
from mundraft.templating.engine import render
from mundraft.templating.leaf import Leaf
from mundraft.text.clean import clean

ANSWERS = [
    "{{ 7*7 }}", "{% if x %}", "{# x #}", "# of victims", "## x", "- x", "+ x", "* x", "1. x", "1) x", "> x", "*x*",
    "**x**", "_x_", "`x`", "```", "~~~", "[a](http://b)", "![a](http://b)", "[a]: http://b",
    "<script>alert(1)</script>",
    "<!-- x -->", "&amp;", "&#42;", "x\\", "\\", "\\*", "    four spaces", "trailing two  ", "---", "===", "***",
    "|a|b|",
    "a\tb", "https://un.org", "a@un.org", "x\ny", "# a\n# b", "- a\n- b", "x\n===", "x\n---", "\U000f0000\U000f0001",
    "\ue000\uf8ff", "\U00100000", "مرحبا بالعالم", "abc \u202eevil\u202c", "na\u200dme", "👩‍👩‍👧‍👦 🇲🇽", "ｗｉｄｅ",
    "“already”",
    "a ,b .c",
    "(", ")", "()", "..", "...", ".", ",", ": x", "a  b", "\u00a0x\u00a0", "$HOME %s {0}", "\u2028x", "x" * 5000,
]  # fmt: skip

POSITIONS = {
    "alone": "{{ a }}",
    "heading": "## {{ a }}\n\nText.",
    "sentence": "Before {{ a }} after.",
    "glued": "x{{ a }}y",
    "bullet": "- {{ a }}\n- b",
    "number": "1. {{ a }}\n2. b",
    "quotation": "> {{ a }}",
    "emphasis": "*{{ a }}* and **{{ a }}**.",
    "link text": "[{{ a }}](https://un.org)",
    "brackets": "Words ({{ a }}), more.",
    "line start": "One\n{{ a }}\ntwo.",
    "macro": "{% macro m(x) %}*{{ x }}*{% endmacro %}{{ m(a) }}",
    "set": "{% set x %}- {{ a }}{% endset %}{{ x }}",
    "joined": "{{ '# ' ~ a ~ ' *' }}",
    "loop": "{% for x in [a, a] %}\n- {{ x }}\n{% endfor %}",
    "inline if": "{{ a if a else 'none' }}",
    "or": "{{ gone or a }}",
    "after a number": "{{ 1 }}. {{ a }}",
    "after marks": "#{{ a }} *{{ a }} [{{ a }} `{{ a }}",
}


def delegates_words(blocks: tuple[Block, ...]) -> list[str]:
    return [
        item.text
        for block in blocks
        for inlines in block_paragraphs(block)
        for item in inlines
        if getattr(item, "origin", None) is Origin.DELEGATE
    ]


def outline(blocks: tuple[Block, ...]) -> list[object]:
    """The structure of blocks, without their words."""
    found: list[object] = []
    for block in blocks:
        if isinstance(block, ListBlock):
            found.append((block.ordered, [len(item) for item in block.items]))
        else:
            found.append(("heading", block.level) if isinstance(block, Heading) else block.role)
    return found


def rendered(source: str, answer: str) -> tuple[Block, ...]:
    context = {"a": Leaf(answer, Origin.DELEGATE), "gone": None}
    return tuple(block for part in render(source, "t", context) for block in part.blocks)


@pytest.mark.parametrize("position", POSITIONS.values(), ids=POSITIONS.keys())
def test_an_answer_comes_out_whole_wherever_it_stands(position: str) -> None:
    plain = rendered(position, "plain")
    for answer in ANSWERS:
        blocks = rendered(position, answer)
        assert delegates_words(blocks) == [answer] * len(delegates_words(plain))
        assert outline(blocks) == outline(plain)


def test_an_answer_is_one_run() -> None:
    assert rendered("{{ a }}", "*x* [y](http://z)") == (Paragraph((Run("*x* [y](http://z)", Origin.DELEGATE),)),)


def test_an_answer_of_blanks_is_no_answer() -> None:
    assert rendered("- {{ a }}\n- b", " \n\t ") == rendered("- {{ a }}\n- b", "")


typed = st.text(st.characters(codec="utf-8"), min_size=1).map(clean).filter(lambda text: not text.isspace() and text)
one_line = typed.map(lambda text: " ".join(text.split("\n"))).filter(lambda text: text.strip() != "")


@settings(max_examples=60, deadline=None)
@given(first=one_line, second=one_line, position=st.sampled_from(sorted(POSITIONS.values())))
def test_any_two_answers_come_out_exactly_and_change_no_structure(first: str, second: str, position: str) -> None:
    source = position.replace("{{ a }}", "{{ a }} and {{ b }}")
    context = {"a": Leaf(first, Origin.DELEGATE), "b": Leaf(second, Origin.DELEGATE), "gone": None}
    plain = {**context, "a": Leaf("one", Origin.DELEGATE), "b": Leaf("two", Origin.DELEGATE)}
    (blocks,) = [part.blocks for part in render(source, "t", context)]
    (expected,) = [part.blocks for part in render(source, "t", plain)]
    answers = {"one": first, "two": second}
    assert delegates_words(blocks) == [answers[words] for words in delegates_words(expected)]
    assert outline(blocks) == outline(expected)


@settings(max_examples=40, deadline=None)
@given(typed)
def test_own_words_keep_every_line(text: str) -> None:
    (part,) = render("{% block a %}{% endblock %}", "t", {}, {"a": Leaf(text, Origin.DELEGATE)})
    kept = [line.strip() for words in delegates_words(part.blocks) for line in words.split("\n") if line.strip()]
    assert kept == [line.strip() for line in text.split("\n") if line.strip()]
