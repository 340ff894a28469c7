"""The check tells a teacher what is wrong in a template, where, and what to write instead."""

import re
from collections.abc import Collection

import pytest

from mundraft.coach.explanations.of_templates import TEMPLATES
from mundraft.document.tree import Origin
from mundraft.problems import TemplateFault
from mundraft.templating.check import problems_in
from mundraft.templating.engine import render
from mundraft.templating.filters import FILTERS, TESTS
from mundraft.templating.leaf import Leaf, record_of
from mundraft.templating.shapes import ANY, FLAG, NUMBER, WORDS, list_of, record, shape_of

KNOWN = {
    "title": WORDS,
    "causes": list_of(WORDS),
    "solutions": list_of(record(actor=WORDS, action=WORDS, legal=list_of(record(article=WORDS)))),
    "seat": record(name=WORDS, article=FLAG),
    "variety": WORDS,
}

GOOD = """
{% macro act(s, lead="First") %}{{ (lead ~ " " ~ s.actor) | sentence(s) }}{% endmacro %}
{% set all = causes | rest %}
{% block issue %}
{{ title | sentence }} {{ causes | series }} {{ all | count }}
{% for s in solutions if s.actor %}
{{ loop.index }} {{ s.actor }} {{ act(s) }} {{ loop.last and s.action }}
{% for basis in s.legal %}{{ basis.article }}{% else %}{{ s.action }}{% endfor %}
{% endfor %}
{% set lead %}{{ vary("k", "a", "b") }}{% endset %}
{{ lead | capital }} {{ (solutions | first).actor }} {{ solutions[0].action }} {{ "a" if seat.article else "b" }}
{% with x = seat.name %}{{ x }}{% endwith %}
{% endblock %}
"""


def codes(source: str) -> list[tuple[str, int]]:
    return [(p.code, p.place.line if p.place else 0) for p in problems_in(source, "paper.md.j2", KNOWN)]


def test_a_good_template_has_no_problems() -> None:
    assert problems_in(GOOD, "paper.md.j2", KNOWN) == ()
    assert problems_in(GOOD, "paper.md.j2") == ()


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("{{ titel }}", "template-unknown-name"),
        ("{% if false %}{{ titel }}{% endif %}", "template-unknown-name"),
        ("{{ loop.index }}", "template-unknown-name"),
        ("{% for s in solutions %}{{ s.acter }}{% endfor %}", "template-unknown-field"),
        ("{% for s in solutions %}{{ loop.depth }}{% endfor %}", "template-unknown-field"),
        ("{{ (solutions | last).acter }}", "template-unknown-field"),
        ("{{ solutions.actor }}", "template-unknown-field"),
        ("{{ seat['nam'] }}", "template-unknown-field"),
        ("{{ title.text }}", "template-unknown-field"),
        ("{{ causes }}", "template-cannot-print"),
        ("{{ seat }}", "template-cannot-print"),
        ("{{ seat.article }}", "template-cannot-print"),
        ("{{ 'x' ~ causes }}", "template-cannot-print"),
        ("{% for c in title %}{% endfor %}", "template-wrong-kind"),
        ("{% for c in causes %}{% endfor %}{{ c }}", "template-unknown-name"),
        ("{% block a %}{% set x = 1 %}{% endblock %}{{ x }}", "template-unknown-name"),
        ("{{ act() }}", "template-unknown-name"),
        ("{{ title | upper }}", "template-unknown-filter"),
        ("{% if title is defined %}{% endif %}", "template-unknown-test"),
    ],
)
def test_a_wrong_name_is_told_at_its_line(source: str, code: str) -> None:
    assert codes(f"One.\n\n{source}") == [(code, 3)]


def test_a_filter_that_does_not_exist_hides_no_wrong_name_and_is_told_once() -> None:
    assert codes("{{ titel }}\n{{ title | shout }}\n{% for c in causes | shuffle %}{{ c }}{% endfor %}") == [
        ("template-unknown-name", 1),
        ("template-unknown-filter", 2),
        ("template-unknown-filter", 3),
    ]


def test_every_problem_is_told_at_once_in_the_order_of_lines() -> None:
    assert codes("{{ a }}\n{{ b }}\n{{ causes }}") == [
        ("template-unknown-name", 1),
        ("template-unknown-name", 2),
        ("template-cannot-print", 3),
    ]


def test_a_problem_points_at_the_word_and_says_what_may_be_meant() -> None:
    (problem,) = problems_in("Words.\n  The {{ titel }}.", "paper.md.j2", KNOWN)
    assert problem.place is not None
    assert (problem.place.line, problem.place.column, problem.place.excerpt) == (2, 10, "  The {{ titel }}.")
    assert "title" in problem.next_step


def test_filters_of_jinja_are_answered_with_ours() -> None:
    (problem,) = problems_in("{{ causes | join }}", "t", KNOWN)
    assert "series" in problem.next_step


@pytest.mark.parametrize(
    ("name", "meant"),
    [("paragraph", "blank line"), ("upper", "capital"), ("bold", "**"), ("nl2br", "sentence"), ("xyz", "series")],
)
def test_every_filter_that_is_none_is_answered_with_what_to_write(name: str, meant: str) -> None:
    (problem,) = problems_in(f"{{{{ title | {name} }}}}", "t", KNOWN)
    assert meant in problem.next_step


@pytest.mark.parametrize(("code", "names"), [("filter", FILTERS), ("test", TESTS)])
def test_what_explains_a_name_that_is_none_tells_all_that_there_are(code: str, names: Collection[str]) -> None:
    told = TEMPLATES[f"template-unknown-{code}"]
    assert [name for name in names if not re.search(rf"\b{name}\b", told)] == []


def test_shapes_are_read_off_a_context() -> None:
    context = record_of(title=Leaf("x", Origin.DELEGATE), n=1, yes=True, causes=["a"], none=None, empty=[])
    assert shape_of(context) == record(
        title=WORDS, n=NUMBER, yes=FLAG, causes=list_of(WORDS), none=ANY, empty=list_of(ANY)
    )


def test_a_fault_while_running_names_the_line_in_loops_macros_and_blocks() -> None:
    source = "{% macro m(x) %}\n{{ x.nam }}\n{% endmacro %}\n\n{% block a %}\n\n{{ m(seat) }}\n{% endblock %}"
    with pytest.raises(TemplateFault) as fault:
        render(source, "paper.md.j2", {"seat": record_of(name="Mexico")})
    (problem,) = fault.value.problems
    assert problem.place is not None
    assert (problem.code, problem.place.line) == ("template-unknown-field", 2)
    assert "name" in problem.next_step


def test_a_syntax_error_names_its_line() -> None:
    (problem,) = problems_in("a\n{% if x %}\nb\n{% endfor %}", "t")
    assert problem.place is not None
    assert (problem.code, problem.place.line) == ("jinja-end-stray", 4)


@pytest.mark.parametrize(
    ("line", "pointed_at"),
    [
        ("{{ super() }} {{ title | sentence }", ["{{ title"]),
        ("{{ title }} {# a #} {# b", ["{# b"]),
        ("{{ 'it' }} {{ 'they | sentence }}", ["'they"]),
        ("{{ title or x | words }} {{ title | }}", ["| }}"]),
        ('{% if title == "x" %}{% endif %}{% if title = "y" %}{% endif %}', ['= "y"']),
        ("{% if title %} if {% endif %} if {% if causes %}", ["if causes"]),
        ("{{ title }} {{ if title }}", ["{{ if"]),
        ("{{ title && x }} {{ x && title }}", ["&& x", "&& title"]),
        ("{{ title }} {title}", ["{title}"]),
        ("{{ '<b>' }} <b>", ["<b>"]),
    ],
    ids=str,
)
def test_the_caret_stands_under_the_slip_and_not_under_its_like(line: str, pointed_at: list[str]) -> None:
    found = [problem.place for problem in problems_in(f"{line}\n", "paper.md.j2", KNOWN)]
    assert [place and place.column for place in found] == [line.rindex(one) + 1 for one in pointed_at]


@pytest.mark.parametrize("opened", ["{% if title }", "{% if title }}", "{% if title"])
def test_a_tag_that_is_not_closed_has_its_end_all_the_same(opened: str) -> None:
    assert codes(f"{opened}\nyes\n{{% endif %}}\n") == [("jinja-unclosed", 1)]


@pytest.mark.parametrize("many", ["{%", '{{ "', "{{ “ }}\n", "{% endif %}\n", "<b>\n", "{# {# #}\n", "{{ a && b }}\n"])
def test_no_more_slips_of_one_text_are_told_than_anybody_reads(many: str) -> None:
    found = problems_in(many * 2_000, "paper.md.j2", KNOWN)
    assert 1 <= len(found) <= 50
