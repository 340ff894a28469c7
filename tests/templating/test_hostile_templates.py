"""A template is hostile until proved otherwise: what it may not do is refused before and while it runs."""

import sys
from typing import Any

import pytest

from mundraft.document.tree import CitationMark, Cited, Origin, Run, block_paragraphs, inline_text
from mundraft.problems import TemplateFault
from mundraft.templating import check, engine, spacing
from mundraft.templating.check import problems_in
from mundraft.templating.engine import render
from mundraft.templating.leaf import Leaf, record_of
from mundraft.templating.sandbox import environment

CONTEXT: dict[str, Any] = {
    "answer": Leaf("words", Origin.DELEGATE),
    "many": tuple(Leaf(f"entry {index}", Origin.DELEGATE) for index in range(40)),
    "entry": record_of(actor="Kenya"),
    "gone": None,
}

ESCAPES = {
    "class of an answer": "{{ answer.__class__ }}",
    "class by item": "{{ answer['__class__'] }}",
    "class of a record": "{{ entry.__class__.__mro__ }}",
    "values of a record": "{{ entry.values() }}",
    "inner values of a record": "{{ entry._values }}",
    "private item": "{{ entry['_values'] }}",
    "class by joined item": "{{ entry['__cla' ~ 'ss__'] }}",
    "subclasses": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "attr filter": "{{ answer | attr('__class__') }}",
    "map filter": "{{ many | map(attribute='__class__') | list }}",
    "str.format": "{{ '{0.__class__}'.format(answer) }}",
    "str.format_map": "{{ '{a.__class__}'.format_map(entry) }}",
    "format by map": "{{ ['{0.__class__}'] | map('format', answer) | first }}",
    "format filter": "{{ '%s' | format(answer) }}",
    "format kept aside": "{% set f = '{0.__class__}'.format %}{{ f(answer) }}",
    "cycler globals": "{{ cycler.__init__.__globals__.os }}",
    "joiner": "{{ joiner(',') }}",
    "lipsum": "{{ lipsum(100) }}",
    "lipsum globals": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "namespace": "{% set ns = namespace(a=1) %}{% set ns.a = 2 %}{{ ns.a }}",
    "dict": "{{ dict(a=1) }}",
    "range": "{{ range(1000000000) }}",
    "loop over range": "{% for x in range(10) %}x{% endfor %}",
    "self": "{{ self }}",
    "self block": "{% block a %}{{ self.a() }}{% endblock %}",
    "self reference": "{{ self._TemplateReference__context }}",
    "super": "{% block a %}{{ super() }}{% endblock %}",
    "caller": "{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}",
    "varargs": "{% macro m() %}{{ varargs }}{% endmacro %}{{ m(1) }}",
    "kwargs": "{% macro m() %}{{ kwargs }}{% endmacro %}{{ m(a=1) }}",
    "macro attributes": "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "macro name": "{% macro m() %}{% endmacro %}{{ m.name }}",
    "macro printed": "{% macro m() %}{% endmacro %}{{ m }}",
    "function printed": "{{ vary }}",
    "function attributes": "{{ vary.__wrapped__ }}",
    "xmlattr": "{{ {'a': answer} | xmlattr }}",
    "tojson": "{{ answer | tojson }}",
    "pprint": "{{ answer | pprint }}",
    "loop context": "{% for x in many %}{{ loop.__class__ }}{% endfor %}",
    "loop inner": "{% for x in many %}{{ loop._iterator }}{% endfor %}",
    "loop cycle": "{% for x in many %}{{ loop.cycle.__globals__ }}{% endfor %}",
    "loop gone through": "{% for x in many %}{% if x in loop %}x{% endif %}{% endfor %}",
    "macro as a key": "{% macro m() %}{% endmacro %}{{ many[m] }}",
    "function as a key": "{{ entry[vary] }}",
    "loop as a key": "{% for x in many %}{{ many[loop] }}{% endfor %}",
    "macro given too much": "{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}",
    "macro given what it does not know": "{% macro m(a) %}{% endmacro %}{{ m(1, self=2) }}",
    "vary given nothing": "{{ vary() }}",
    "recursive loop": "{% for x in many recursive %}{{ loop(many) }}{% endfor %}",
    "method of an answer": "{{ answer.text.upper() }}",
    "text of an answer": "{{ answer.text }}",
    "change of an answer": "{% set answer.text = 'x' %}",
    "star arguments": "{{ vary(*many) }}",
    "double star arguments": "{{ vary(**entry) }}",
    "include": "{% include '/etc/passwd' %}",
    "include by answer": "{% include answer %}",
    "import": "{% import 'os' as os %}",
    "from": "{% from 'os' import system %}",
    "extends": "{% extends 'base' %}",
    "filter block": "{% filter upper %}x{% endfilter %}",
    "call block": "{% call vary() %}x{% endcall %}",
    "autoescape": "{% autoescape true %}{{ answer }}{% endautoescape %}",
    "power": "{{ 9**9**9 }}",
    "power hidden in a condition": "{% if 9**9**9 %}x{% endif %}",
    "repetition": "{{ 'a' * 1000000000 }}",
    "repetition of a list": "{% for x in [1] * 1000000000 %}x{% endfor %}",
    "percent formatting": "{{ '%1000000000d' % 1 }}",
    "division": "{{ 1 / 0 }}",
    "shifted sum": "{{ answer + answer }}",
    "sum of lists": "{{ many + many }}",
    "slice": "{{ many[::1] }}",
    "large number": "{{ 99999999999999999999 }}",
    "huge literal": "{{ " + "9" * 5000 + " }}",
    "infinite float": "{{ 1e999 }}",
    "surrogate by escape": r"{{ '\ud800' }}",
    "control character by escape": r"{{ '\x00' }}",
    "javascript link": "[x](javascript:alert(1))",
    "file link": "[x](<file:///etc/passwd>)",
    "relative link": "[x](page.html)",
    "link made of an answer": "[x]({{ answer }})",
    "private-use text": "a \U000f0000 b",
    "private-use text in raw": "{% raw %}\U000f0001{% endraw %}",
    "nested block": "{% block a %}{% block b %}x{% endblock %}{% endblock %}",
    "block in a loop": "{% for x in many %}{% block b %}x{% endblock %}{% endfor %}",
    "scoped block": "{% block b scoped %}x{% endblock %}",
    "underscore name": "{% set _x = 1 %}{{ _x }}",
    "name that Python reads as another": "{% set \ufb01 = 1 %}{% set fi = 2 %}{{ \ufb01 }}",
    "arguments that Python reads as one": "{% macro m(\ufb01, fi) %}{{ fi }}{% endmacro %}{{ m(1, 2) }}",
    "block that Python reads as another": "{% block \ufb01 %}a{% endblock %}{% block fi %}b{% endblock %}",
    "underscore macro": "{% macro __m() %}{% endmacro %}",
    "block twice": "{% block a %}{% endblock %}{% block a %}{% endblock %}",
    "loop assigned": "{% for loop in many %}{% endfor %}",
    "yes printed": "{{ true }}",
    "list printed": "{{ many }}",
    "record printed": "{{ entry }}",
    "words looped over": "{% for c in answer %}{{ c }}{% endfor %}",
    "unknown name": "{{ anser }}",
    "unknown field": "{{ entry.acter }}",
    "unknown test": "{% if answer is callable %}x{% endif %}",
    "field of words": "{{ answer.actor }}",
    "unclosed tag": "{% if answer",
    "unclosed block": "{% block a %}",
    "too long": "x" * (check.MAX_SOURCE + 1),
}

#: A value of thousands of pieces, and one of few that are long.
HEAP = "{% set x = answer ~ answer %}" + "{% set x = x ~ x %}" * 13
LONG_WORDS = "{% set k = '" + "a" * 20_000 + "' %}{% set x = k" + " ~ k" * 30 + " %}"
#: A list of more entries than any paper has, and 1,600 turns.
WIDE = "{% set x = [" + "1, " * 10_000 + "] %}"
TWO_LOOPS = "{% for a in many %}{% for b in many %}#{% endfor %}{% endfor %}"

BOMBS = {
    "nested loops": "{% for a in many %}{% for b in many %}{% for c in many %}{% for d in many %}x"
    + "{% endfor %}" * 4,
    "five loops deep": "{% for a in many %}" * 5 + "x" + "{% endfor %}" * 5,
    "doubling": "{% set x = 'aaaaaaaaaa' %}" + "{% set x = x ~ x %}" * 60 + "{{ x }}",
    "doubling an answer": "{% set x = answer ~ answer %}" + "{% set x = x ~ x %}" * 60 + "{{ x }}",
    "doubling blocks": "{% set x %}{{ answer }}{{ answer }}{% endset %}"
    + "{% set x %}{{ x }}{{ x }}{% endset %}" * 60
    + "{{ x }}",
    "doubling series": "{% set x = [answer, answer] %}" + "{% set x = [x | series, x | series] %}" * 60,
    "doubling lists": "{% set x = [answer] %}" + "{% set x = [x, x] %}" * 100 + "{{ x | mark }}{{ x | count }}",
    "comparing doubled lists": "{% set x = [1] %}" + "{% set x = [x, x] %}" * 100 + "{% if x == x %}y{% endif %}",
    "lists in lists as a key": "{% set x = [1] %}" + "{% set x = [x, x] %}" * 60 + "{{ many[x] }}",
    "macro calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "macros call each other": "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}",
    "macro tree": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(18) }}",
    "macros that do nothing but call": "{% macro m0() %}{% endmacro %}"
    + "".join(
        f"{{% macro m{one + 1}() %}}" + f"{{% if m{one}() %}}{{% endif %}}" * 40 + "{% endmacro %}" for one in range(8)
    )
    + "{% if m8() %}{% endif %}",
    "a heap printed again and again": HEAP + "{% for a in many %}{% for b in many %}{{ x }}{% endfor %}{% endfor %}",
    "a heap set again and again": HEAP
    + "{% set y %}{% for a in many %}"
    + "{{ x }}" * 500
    + "{% endfor %}{% endset %}",
    "a heap joined again and again": HEAP + "{% set y = x" + " ~ x" * 3_000 + " %}",
    "a heap in a series again and again": HEAP + "{% set y = [x" + ", x" * 3_000 + "] | series %}",
    "emptiness asked of a heap again and again": HEAP.replace("answer", "gone")
    + TWO_LOOPS.replace("#", "{% if x %}{% endif %}" * 60),
    "values kept again and again": "{% set y %}" + TWO_LOOPS.replace("#", "{{ 1 }}" * 2_000) + "{% endset %}",
    "wide list gone through again and again": WIDE + TWO_LOOPS.replace("#", "{% if x is one %}{% endif %}" * 20),
    "wide list compared again and again": WIDE + TWO_LOOPS.replace("#", "{% if x == x %}{% endif %}" * 20),
    "long words compared again and again": LONG_WORDS
    + "{% for a in many %}{% for b in many %}"
    + "{% if x == x %}{% endif %}" * 200
    + "{% endfor %}{% endfor %}",
    "long words chosen by again and again": LONG_WORDS
    + "{% for a in many %}{% for b in many %}{% set y = vary(x ~ a ~ b, 'a', 'b') %}{% endfor %}{% endfor %}",
    "parentheses": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "lists": "{{ " + "[" * 3000 + "1" + "]" * 3000 + " }}",
    "ifs": "{% if answer %}" * 3000 + "{% endif %}" * 3000,
    "elifs": "{% if gone %}a" + "{% elif gone %}b" * 500 + "{% endif %}{{ stop }}",
    "nots": "{{ " + "not " * 3000 + "1 }}",
    "minuses": "{{ " + "-" * 3000 + "1 }}",
    "sums": "{{ 1" + " + 1" * 4000 + " }}",
    "ands": "{{ 1" + " and 1" * 4000 + " }}",
    "filters": "{{ answer" + " | words" * 4000 + " }}",
    "fields": "{{ gone" + ".a" * 4000 + " }}",
    "inline ifs": "{{ " + "1 if answer else " * 3000 + "2 }}",
    "many arguments": "{{ vary('k', " + "'a', " * 3000 + "'b') }}{{ stop }}",
    "many open tags": "{% " * 20000,
    "many open braces": "{{ " * 20000,
    "many branches": "{% if answer %}a{% endif %}" * 3000 + "{{ stop }}",
}


def refused(source: str) -> str:
    with pytest.raises(TemplateFault) as fault:
        render(source, "paper.md.j2", CONTEXT)
    for problem in fault.value.problems:
        assert problem.code.startswith("template-")
        assert problem.what
        assert "Traceback" not in problem.told()
        assert "object at 0x" not in problem.told()
        assert "_0_" not in problem.told()
    return fault.value.problems[0].code


@pytest.mark.parametrize("source", ESCAPES.values(), ids=ESCAPES.keys())
def test_what_no_template_may_do_is_refused(source: str) -> None:
    assert refused(source) != "template-failed"


@pytest.mark.parametrize("source", BOMBS.values(), ids=BOMBS.keys())
def test_what_would_never_end_is_refused_within_the_budget(source: str) -> None:
    assert refused(source) == refused(source)


@pytest.mark.parametrize("printed", ["{{ words }}", "{{ '" + "x" * 300 + "' }}"], ids=["answers", "own words"])
def test_a_paragraph_of_millions_of_characters_is_put_together_without_copying_them_again_and_again(
    printed: str,
) -> None:
    """Words that are added to words are copied with them: so long words stand beside what follows them."""
    words = Leaf("word " * 60, Origin.DELEGATE)
    source = "{% for a in many %}{% for b in many %}" + printed * 15 + "{% endfor %}{% endfor %}"
    (part,) = render(source, "paper.md.j2", {**CONTEXT, "words": words})
    (inlines,) = block_paragraphs(part.blocks[0])
    assert len(inline_text(inlines)) >= 7_199_999
    assert max(len(one.text) for one in inlines if isinstance(one, Run)) < 25_000


def calls_for(marks: int) -> int:
    """Functions that are called while four hundred commas are put behind so many citation marks."""
    counted = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal counted
        counted += event == "call"

    cited = Leaf("", Origin.LIBRARY, (Cited("source"),))
    source = TWO_LOOPS.replace("{% for b in many %}", "{% for b in more %}").replace("#", "{{ cited }}")
    source += "{% for a in many %}" + "{{ ',' }}" * 10 + "{% endfor %}"
    context = {**CONTEXT, "cited": cited, "more": CONTEXT["many"][: marks // 40]}
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        (part,) = render(source, "paper.md.j2", context)
    finally:
        sys.setprofile(before)
    (inlines,) = block_paragraphs(part.blocks[0])
    assert sum(isinstance(inline, CitationMark) for inline in inlines) == marks
    return counted


@pytest.mark.skipif(not spacing.__file__.endswith(".py"), reason="calls of compiled functions cannot be counted")
def test_commas_behind_four_times_as_many_citation_marks_do_not_take_four_times_as_many_steps() -> None:
    calls_for(200)  # compiles the template
    assert calls_for(800) < 1.5 * calls_for(200)


@pytest.mark.parametrize("source", [*ESCAPES.values(), *BOMBS.values()], ids=[*ESCAPES.keys(), *BOMBS.keys()])
def test_the_check_tells_problems_and_never_falls_over(source: str) -> None:
    for problem in problems_in(source, "paper.md.j2"):
        assert problem.place is None or problem.place.file == "paper.md.j2"


#: Cases that the running sandbox lets pass without the check, because nothing of them shows or reaches anything.
HARMLESS_WITHOUT_CHECK = {
    "large number", "javascript link", "file link", "relative link", "link made of an answer", "underscore name",
    "underscore macro", "scoped block", "nested block", "block in a loop", "surrogate by escape",
    "control character by escape", "too long", "super", "autoescape", "infinite float", "caller", "varargs", "kwargs",
    "slice", "star arguments", "name that Python reads as another", "block that Python reads as another",
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(ESCAPES.keys() - HARMLESS_WITHOUT_CHECK))
def test_the_running_sandbox_refuses_what_the_check_would_have(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "checked", lambda texts, name: environment().parse(texts[name].source, name, name))
    engine._compiled.cache_clear()
    try:
        refused(ESCAPES[case])
    finally:
        engine._compiled.cache_clear()


# Followed without an end, lists inside lists would end a compiled program, not only this rendering.
_NESTED = "{% set x = [answer] %}" + "{% set x = [x] %}" * 2_000
_FOLLOWS = {
    "cited": "{{ x | mark }}",
    "cited beside": "{{ answer | cited(x) }}",
    "compared": "{% if x == [x] %}a{% endif %}",
    "looked for": "{% if x in x %}a{% endif %}",
}


@pytest.mark.parametrize("use", _FOLLOWS.values(), ids=_FOLLOWS.keys())
def test_lists_inside_lists_are_followed_only_as_deep_as_a_paper_has_them(use: str) -> None:
    with pytest.raises(TemplateFault) as fault:
        render(f"{_NESTED}{use}", "paper.md.j2", CONTEXT)
    assert fault.value.problems[0].code == "template-too-deep"
    assert "Lists are put inside one another" in str(fault.value)


def test_lists_as_deep_as_a_paper_has_them_are_followed() -> None:
    few = "{% set x = [answer] %}" + "{% set x = [x] %}" * 50
    (part,) = render(f"{few}{{{{ answer }}}}{{% if x == x %}} twice{{% endif %}}.", "paper.md.j2", CONTEXT)
    assert inline_text(next(iter(block_paragraphs(part.blocks[0])))) == "words twice."
