"""Templates of several texts: what each may say of the others, what stays its own, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.document.tree import Origin, Paragraph, Run, TextBlock
from mundraft.library.template_texts import Text, Texts
from mundraft.problems import Problem, TemplateFault
from mundraft.templating import budget, engine, linking
from mundraft.templating.check import problems_in, read
from mundraft.templating.engine import render
from mundraft.templating.leaf import Leaf
from mundraft.templating.shapes import WORDS, list_of
from mundraft.templating.worker import RenderWorker

KNOWN = {"answer": WORDS, "many": list_of(WORDS)}


def texts(**sources: str) -> Texts:
    """Texts that may all name each other: "own" first, "base" as the template behind it, the others as pieces."""
    names = {name: name for name in sources}
    return {name: Text(source, f"{name}.j2", names) for name, source in sources.items()}


def printed(made_of: Texts, **own_words: str) -> list[tuple[str, str]]:
    """The parts that are printed, each with its key."""
    context = {"answer": Leaf("so it is", Origin.DELEGATE), "many": tuple(Leaf(c, Origin.DELEGATE) for c in "abc")}
    parts = render(made_of, "own", context, {key: Leaf(words, Origin.DELEGATE) for key, words in own_words.items()})
    return [(part.key, " / ".join(words_of(block) for block in part.blocks)) for part in parts]


def words_of(block: TextBlock) -> str:
    assert isinstance(block, Paragraph)
    return "".join(one.text for one in block.inlines if isinstance(one, Run))


def told(made_of: Texts) -> list[tuple[str, str, int]]:
    return [place_of(problem) for problem in problems_in(made_of, "own", KNOWN)]


def place_of(problem: Problem) -> tuple[str, str, int]:
    assert problem.place is not None
    return problem.code, problem.place.file, problem.place.line


BASE = """{% macro greet(who) %}Hello {{ who | words }}{% endmacro %}
Top.

{% block first %}
{{ greet(answer) }} there.
{% endblock %}

{% block second %}
Second.
{% endblock %}
"""


def test_a_block_takes_the_place_of_the_one_behind_it_and_the_order_stays() -> None:
    made_of = texts(own='{% extends "base" %}{% block second %}Mine.{% endblock %}', base=BASE)
    assert told(made_of) == []
    assert printed(made_of) == [("", "Top."), ("first", "Hello so it is there."), ("second", "Mine.")]
    assert {name: (found.text.file, found.line) for name, found in (read(made_of, "own").blocks or {}).items()} == {
        "first": ("base.j2", 4),
        "second": ("own.j2", 1),
    }


def test_super_prints_the_block_behind_through_three_templates() -> None:
    made_of = texts(
        own='{% extends "mid" %}{% block first %}Own. {{ super() }}{% endblock %}',
        mid='{% extends "base" %}{% block first %}Mid. {{ super() }} Mid again.{% endblock %}',
        base=BASE,
    )
    assert told(made_of) == []
    assert printed(made_of)[1] == ("first", "Own. Mid. Hello so it is there. Mid again.")


def test_words_of_the_delegate_stand_in_place_of_a_block_and_of_its_super() -> None:
    made_of = texts(own='{% extends "base" %}{% block first %}Own. {{ super() }}{% endblock %}', base=BASE)
    assert printed(made_of, first="Alone.") == [("", "Top."), ("first", "Alone."), ("second", "Second.")]


def test_words_for_a_block_that_no_paper_knows_change_nothing() -> None:
    """A paper's file can name anything: also the block that a super() has become."""
    made_of = texts(own='{% extends "base" %}{% block first %}Own. {{ super() }}{% endblock %}', base=BASE)
    program = engine._compiled(engine._made_from(made_of, "own"), "own", False)
    (behind,) = (block for block in program.context({}).blocks if block.startswith("_"))
    assert printed(made_of, **{behind: "Mine.", "nothing": "Mine."}) == printed(made_of)


def test_a_block_sees_the_macros_behind_it_and_each_file_goes_on_using_its_own() -> None:
    own = """{% extends "base" %}
{% macro greet(who) %}Good day {{ who | words }}{% endmacro %}
{% block second %}{{ greet(answer) }} here.{% endblock %}"""
    assert printed(texts(own=own, base=BASE))[1:] == [
        ("first", "Hello so it is there."),
        ("second", "Good day so it is here."),
    ]
    borrowing = '{% extends "base" %}{% block second %}{{ greet(answer) }} here.{% endblock %}'
    assert told(texts(own=borrowing, base=BASE)) == []
    assert printed(texts(own=borrowing, base=BASE))[2] == ("second", "Hello so it is here.")


PIECE = """{% set mark = "!" %}
{% macro inner(who) %}[{{ who | words }}]{% endmacro %}
{% macro loud(who) %}{{ inner(who) }}{{ mark }} {{ answer | words }}{% endmacro %}
"""


def test_macros_are_brought_in_by_name_and_by_file_and_see_the_answers() -> None:
    own = """{% from "piece" import loud as shout %}{% import "piece" as voices %}
{% macro inner(who) %}never{% endmacro %}
{% block a %}{{ shout("x") }} and {{ voices.inner("y") }}{% endblock %}"""
    made_of = texts(own=own, piece=PIECE)
    assert told(made_of) == []
    assert printed(made_of) == [("a", "[x]! so it is and [y]")]


def test_a_piece_is_included_where_it_stands_with_the_names_of_that_place() -> None:
    own = '{% block a %}{% for one in many %}{% include "piece" %} {% endfor %}{% include "piece" %}{% endblock %}'
    made_of = texts(own=own, piece="<{{ one | words if one }}{% set one = 1 %}>")
    assert told(made_of) == [("template-unknown-name", "piece.j2", 1)]
    assert printed(texts(own="{% set one = answer %}" + own, piece="<{{ one | words }}>")) == [
        ("a", "<a> <b> <c> <so it is>")
    ]


def test_what_fails_is_told_in_its_own_file_at_its_own_line_without_numbers() -> None:
    piece = "{% macro deed(x) %}\n\n{{ x.gone }}{% endmacro %}"
    made_of = texts(own='{% from "piece" import deed %}\n{% block a %}{{ deed(answer) }}{% endblock %}', piece=piece)
    with pytest.raises(TemplateFault) as fault:
        printed(made_of)
    (problem,) = fault.value.problems
    assert problem.place is not None
    assert (problem.code, problem.place.file, problem.place.line) == ("template-unknown-field", "piece.j2", 3)
    too_many = texts(own='{% from "piece" import deed %}{% block a %}{{ deed(1, 2) }}{% endblock %}', piece=piece)
    with pytest.raises(TemplateFault, match="deed") as fault:
        printed(too_many)
    assert "_1_" not in str(fault.value)


def test_the_child_process_renders_the_same_texts() -> None:
    made_of = texts(own='{% extends "base" %}{% block first %}{{ super() }}{% endblock %}', base=BASE)
    worker = RenderWorker(deadline=20)
    try:
        context = {"answer": "yes"}
        assert worker.render(made_of, "own", context) == render(made_of, "own", context)
    finally:
        worker.close()


#: What is wrong, with the code that tells it and the file and line that it is told of.
WRONG = {
    "extends what yaml does not": (
        {"own": "\n{% extends 'other' %}{% block first %}x{% endblock %}"},
        ("template-extends-disagree", "own.j2", 2),
    ),
    "extends itself": ({"own": '{% extends "own" %}'}, ("template-piece-circle", "own.j2", 1)),
    "block that is never printed": (
        {"own": '{% extends "base" %}\n{% block frist %}x{% endblock %}', "base": BASE},
        ("template-block-never-printed", "own.j2", 2),
    ),
    "text outside blocks": (
        {"own": '{% extends "base" %}\n\nLost words.\n', "base": BASE},
        ("template-outside-blocks", "own.j2", 3),
    ),
    "answer outside blocks": (
        {"own": '{% extends "base" %}\n{{ answer }}', "base": BASE},
        ("template-outside-blocks", "own.j2", 2),
    ),
    "include outside blocks": (
        {"own": '{% extends "base" %}\n{% include "piece" %}', "base": BASE, "piece": "x"},
        ("template-outside-blocks", "own.j2", 2),
    ),
    "super of nothing": (
        {"own": "{% block a %}\n{{ super() }}{% endblock %}"},
        ("template-super-nothing", "own.j2", 2),
    ),
    "super outside a block": (
        {"own": '{% extends "base" %}\n{% macro m() %}{{ super() }}{% endmacro %}', "base": BASE},
        ("template-super-nothing", "own.j2", 2),
    ),
    "super in a piece": (
        {"own": '{% block a %}{% include "piece" %}{% endblock %}', "piece": "\n{{ super() }}"},
        ("template-super-nothing", "piece.j2", 2),
    ),
    "super twice": (
        {"own": '{% extends "base" %}{% block first %}{{ super() }}\n{{ super() }}{% endblock %}', "base": BASE},
        ("template-super-twice", "own.j2", 2),
    ),
    "super of a list": (
        {"own": '{% extends "base" %}{% block first %}{{ super() | sentence }}{% endblock %}', "base": BASE},
        ("template-not-allowed", "own.j2", 1),
    ),
    "super set aside": (
        {"own": '{% extends "base" %}{% block first %}{% set x = super() %}{% endblock %}', "base": BASE},
        ("template-not-allowed", "own.j2", 1),
    ),
    "the name super alone": (
        {"own": '{% extends "base" %}{% block first %}{{ super }}{% endblock %}', "base": BASE},
        ("template-not-allowed", "own.j2", 1),
    ),
    "super.super": (
        {"own": '{% extends "base" %}{% block first %}{{ super.super() }}{% endblock %}', "base": BASE},
        ("template-not-allowed", "own.j2", 1),
    ),
    "second extends": (
        {"own": '{% extends "base" %}\n{% extends "base" %}', "base": BASE},
        ("template-not-allowed", "own.j2", 2),
    ),
    "extends inside a condition": (
        {"own": '{% if answer %}{% extends "base" %}{% endif %}', "base": BASE},
        ("template-block-inside", "own.j2", 1),
    ),
    "block in a piece": (
        {"own": '{% include "piece" %}', "piece": "\n{% block a %}{% endblock %}"},
        ("template-not-allowed", "piece.j2", 2),
    ),
    "piece that is not there": ({"own": '\n{% include "pieec" %}'}, ("template-piece-unknown", "own.j2", 2)),
    "path out of the folder": (
        {"own": '{% include "../../secrets.yaml" %}'},
        ("template-piece-unknown", "own.j2", 1),
    ),
    "path from the root": ({"own": '{% include "/etc/passwd" %}'}, ("template-piece-unknown", "own.j2", 1)),
    "computed name": ({"own": "\n{% include answer %}"}, ("template-computed-name", "own.j2", 2)),
    "name put together": ({"own": '{% extends "ba" ~ "se" %}', "base": BASE}, ("template-computed-name", "own.j2", 1)),
    "list of names": ({"own": '{% include ["piece"] %}', "piece": "x"}, ("template-computed-name", "own.j2", 1)),
    "import of an answer": ({"own": "{% import answer as a %}"}, ("template-computed-name", "own.j2", 1)),
    "from an answer": ({"own": "{% from answer import a %}"}, ("template-computed-name", "own.j2", 1)),
    "ignore missing": (
        {"own": '{% include "piece" ignore missing %}', "piece": "x"},
        ("template-not-allowed", "own.j2", 1),
    ),
    "without context": (
        {"own": '{% include "piece" without context %}', "piece": "x"},
        ("template-not-allowed", "own.j2", 1),
    ),
    "macro that the piece has not": (
        {"own": '\n{% from "piece" import lowd %}', "piece": PIECE},
        ("template-unknown-name", "own.j2", 2),
    ),
    "macro that the file has not": (
        {"own": '{% import "piece" as p %}\n{{ p.lowd(1) }}', "piece": PIECE},
        ("template-unknown-name", "own.j2", 2),
    ),
    "underscored name": (
        {"own": '{% from "piece" import loud as _loud %}', "piece": PIECE},
        ("template-private-name", "own.j2", 1),
    ),
    "underscored module": (
        {"own": '{% import "piece" as __p %}', "piece": PIECE},
        ("template-private-name", "own.j2", 1),
    ),
    "module's inside": (
        {"own": '{% import "piece" as p %}{{ p.__init__() }}', "piece": PIECE},
        ("template-private-name", "own.j2", 1),
    ),
    "module printed": (
        {"own": '{% import "piece" as p %}\n{{ p }}', "piece": PIECE},
        ("template-unknown-name", "own.j2", 2),
    ),
    "reserved alias": (
        {"own": '{% from "piece" import loud as self %}', "piece": PIECE},
        ("template-not-allowed", "own.j2", 1),
    ),
    "piece includes itself": (
        {"own": '{% include "a" %}', "a": '\n{% include "a" %}'},
        ("template-piece-circle", "a.j2", 2),
    ),
    "pieces include each other": (
        {"own": '{% include "a" %}', "a": '{% include "b" %}', "b": '\n\n{% include "a" %}'},
        ("template-piece-circle", "b.j2", 3),
    ),
    "pieces import each other": (
        {
            "own": '{% from "a" import x %}{{ x() }}',
            "a": '{% from "b" import y %}{% macro x() %}{{ y() }}{% endmacro %}',
            "b": '{% from "a" import x %}{% macro y() %}{{ x() }}{% endmacro %}',
        },
        ("template-piece-circle", "b.j2", 1),
    ),
    "ten thousand includes": (
        {"own": '{% include "a" %}' * 1000 * 2, "a": "x"},
        ("template-too-many-pieces", "own.j2", 1),
    ),
    "includes within includes": (
        {"own": '{% include "a" %}' * 9, "a": '{% include "b" %}' * 9, "b": '{% include "c" %}' * 9, "c": "x"},
        ("template-too-many-pieces", "b.j2", 1),
    ),
    "a large piece again and again": (
        {"own": '{% include "a" %}' * 99, "a": "x" * 9000},
        ("template-too-many-pieces", "own.j2", 1),
    ),
    "nothing allowed in a piece either": (
        {"own": '{% include "a" %}', "a": "\n{{ answer.__class__ }}"},
        ("template-private-name", "a.j2", 2),
    ),
    "nothing allowed behind either": (
        {"own": '{% extends "base" %}', "base": "\n{% filter upper %}x{% endfilter %}"},
        ("template-not-allowed", "base.j2", 2),
    ),
    "wrong name behind": (
        {"own": '{% extends "base" %}', "base": "\n{{ anser }}"},
        ("template-unknown-name", "base.j2", 2),
    ),
}


@pytest.mark.parametrize(("sources", "problem"), WRONG.values(), ids=WRONG.keys())
def test_a_mistake_between_texts_is_told_once_where_it_stands(
    sources: dict[str, str], problem: tuple[str, str, int]
) -> None:
    assert set(told(texts(**sources))) == {problem}
    assert len(told(texts(**sources))) <= 2


@pytest.mark.parametrize(("sources", "problem"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_between_texts_is_refused_when_it_runs(
    sources: dict[str, str], problem: tuple[str, str, int]
) -> None:
    with pytest.raises(TemplateFault) as fault:
        printed(texts(**sources))
    assert problem in [place_of(one) for one in fault.value.problems]


def test_what_is_included_in_loops_is_held_by_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MAX_STEPS", 2000)
    loops = "{% for a in many %}" * 4 + '{% include "a" %}' + "{% endfor %}" * 4
    with pytest.raises(TemplateFault, match="steps"):
        printed(texts(own=loops, a="{% for b in many %}{% for c in many %}{% for d in many %}x" + "{% endfor %}" * 3))


def test_super_in_loops_down_a_chain_is_held_by_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MAX_STEPS", 2000)
    again = "{% block first %}" + "{% for a in many %}" * 3 + "{{ super() }}" + "{% endfor %}" * 3 + "{% endblock %}"
    chain = {
        "own": '{% extends "two" %}' + again,
        "two": '{% extends "three" %}' + again,
        "three": '{% extends "base" %}' + again,
        "base": BASE,
    }
    assert told(texts(**chain)) == []
    with pytest.raises(TemplateFault, match="steps"):
        printed(texts(**chain))


def test_names_and_lines_of_a_linked_template_never_reach_a_reader() -> None:
    assert linking.without_numbers("macro '_3_deed' takes _ and a_1_b") == "macro 'deed' takes _ and a_1_b"


def test_what_is_set_beside_a_piece_does_not_stand_in_the_way_of_what_the_piece_brings_in() -> None:
    own = '{% from "piece" import mark %}{% block a %}{% include "other" %}{% set mark = 1 %} {{ mark }}{% endblock %}'
    made_of = texts(own=own, other='{% from "piece" import mark %}{{ mark }}', piece=PIECE)
    assert told(made_of) == []
    assert printed(made_of) == [("a", "! 1")]


BRINGS_IN = '{% from "piece" import say, mark %}{% import "piece" as all %}'
DEFINES = "{% macro say(x) %}Said {{ x | words }}{% endmacro %}{% set mark = answer %}" + '{% import "piece" as all %}'
IN_BLOCKS = [
    "Words ", "{{ super() }}", "{{ answer | words }} ", '{% include "piece" %}', '{% include "other" %}',
    "{{ say(answer) }}", "{{ all.say(answer) }}", "{{ mark | words }}", "{% set mark = 1 %}{{ mark }}",
    "{% for say in many %}{{ say | words }}{% endfor %}",
    '{% for c in many %}{% include "other" %}{{ say(c) }}{% endfor %}',
    "{% macro here(mark) %}{{ mark | words }}{{ say(mark) }}{% endmacro %}{{ here(answer) }}",
    "{% set kept %}{{ say(answer) }}{% endset %}{{ kept }}", "{% if answer %}{{ super() }}{% else %}none{% endif %}",
    "{% with say = answer %}{{ say | words }}{% endwith %}", "{% for c in many %}{{ super() }}{% endfor %}",
]  # fmt: skip
BLOCK = st.lists(st.sampled_from(IN_BLOCKS), max_size=3).map("".join).filter(lambda text: text.count("super()") < 2)
BLOCKS = st.dictionaries(st.sampled_from("abc"), BLOCK)
HEADS = st.lists(st.sampled_from([BRINGS_IN, DEFINES]), min_size=4, max_size=4)


@settings(max_examples=20, deadline=None)
@given(
    own=BLOCKS, mid=BLOCKS, base=BLOCKS, heads=st.lists(st.sampled_from([BRINGS_IN, DEFINES]), min_size=4, max_size=4)
)
def test_whatever_the_check_finds_clean_runs(
    own: dict[str, str], mid: dict[str, str], base: dict[str, str], heads: list[str]
) -> None:
    def text(head: str, blocks: dict[str, str]) -> str:
        return head + "".join(f"{{% block {name} %}}{inside}{{% endblock %}}" for name, inside in blocks.items())

    lowest = {name: base.get(name, "").replace("{{ super() }}", "") for name in "abc"}
    made_of = texts(
        own=text('{% extends "mid" %}' + heads[0], own),
        mid=text('{% extends "base" %}' + heads[1], mid),
        base=text(heads[2], lowest),
        piece="{% set mark = answer %}{% macro say(x) %}Told {{ x | words }}{{ mark | words }}{% endmacro %}piece",
        other=heads[3] + "{{ say(answer) }}{{ mark | words }}{% set mark = 1 %}",
    )
    assert told(made_of) == []
    assert [key for key, _ in printed(made_of) if key] == ["a", "b", "c"]
