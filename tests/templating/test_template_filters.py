"""The filters that weave answers into sentences."""

import ast
import itertools
from pathlib import Path

import pytest

import mundraft
from mundraft.document.tree import CitationMark, Cited, Origin, Paragraph, Run
from mundraft.problems import TemplateFault
from mundraft.templating import budget
from mundraft.templating.engine import render
from mundraft.templating.filters import FILTERS
from mundraft.templating.leaf import Leaf, record_of
from mundraft.templating.varying import vary


def said(text: str, *cites: str) -> Leaf:
    return Leaf(text, Origin.DELEGATE, tuple(Cited(source) for source in cites))


def paragraph(source: str, **context: object) -> Paragraph:
    (block,) = [block for part in render(source, "t", context) for block in part.blocks]
    assert isinstance(block, Paragraph)
    return block


def line(source: str, **context: object) -> str:
    """One paragraph as text, each citation mark as [its sources]."""
    return "".join(
        f"[{', '.join(c.source for c in item.cites)}]" if isinstance(item, CitationMark) else item.text
        for item in paragraph(source, **context).inlines
    )


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (said("children are at risk"), "Children are at risk."),
        (said("children are at risk."), "Children are at risk."),
        (said("who pays?"), "Who pays?"),
        (said("it waits…"), "It waits…"),
        (said("it ends.."), "It ends."),
        (said("“we act.”"), "“We act.”"),
        (said("it is (in part)"), "It is (in part)."),
        (said("it fell", "a"), "It fell [a]."),
        (said("It fell.", "a", "b"), "It fell [a, b]."),
        (said("it left the U.S.", "a"), "It left the U.S. [a]."),
        (said("it left the U.S."), "It left the U.S."),
        (said("éclair"), "Éclair."),
        (said("ßx"), "ßx."),
        (said("38 per cent"), "38 per cent."),
    ],
)
def test_sentence(answer: Leaf, expected: str) -> None:
    assert line("{{ a | sentence }}", a=answer) == expected
    assert line("{{ a | sentence }} And.", a=answer) == f"{expected} And."


def test_sentence_of_several_values_has_one_mark_before_one_full_stop() -> None:
    entry = record_of(actor="UN", did=said("acted.", "b"), cites=said("", "a", "b"))
    assert line("{{ (e.actor ~ ' ' ~ e.did) | sentence(e) }}", e=entry) == "UN acted [b, a]."


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("The fund is empty.", "the fund is empty"),
        ("A child waits", "a child waits"),
        ("It fell; ", "it fell"),
        ("Mexico pays.", "Mexico pays"),
        ("UN bodies act", "UN bodies act"),
        ("THE fund", "THE fund"),
        ("The Hague rules", "The Hague rules"),
        ("May is late", "May is late"),
        ("it left the U.S.", "it left the U.S."),
        ("“The fund” is empty", "“the fund” is empty"),
    ],
)
def test_clause(answer: str, expected: str) -> None:
    assert line("{{ a | clause }}", a=said(answer)) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("open joint desks.", "open joint desks"),
        ("Open joint desks", "open joint desks"),
        ("to open joint desks", "open joint desks"),
        ("To Open joint desks", "open joint desks"),
        ("to to open desks", "open desks"),
        ("tolerate no delay", "tolerate no delay"),
        ("OCHA-lead the response", "OCHA-lead the response"),
        ("to", "to"),
    ],
)
def test_verb_stands_bare_after_should(answer: str, expected: str) -> None:
    assert line("States should {{ a | verb }}", a=said(answer)) == f"States should {expected}"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("should open desks.", "open desks"),
        ("Will Open desks", "open desks"),
        ("ought to open desks", "open desks"),
        ("must", "must"),
        ("willingly open desks", "willingly open desks"),
    ],
)
def test_a_bare_verb_stands_once_after_should(answer: str, expected: str) -> None:
    assert line("States should {{ a | bare_verb }}", a=said(answer)) == f"States should {expected}"
    found = paragraph("{{ a | bare_verb }}", a=said(answer))
    assert found.inlines == (Run(expected, Origin.DELEGATE),)


@pytest.mark.parametrize("answer", ["in August 2017", "August 2017", "In August 2017."])
def test_a_year_stands_once_after_in(answer: str) -> None:
    assert line("In {{ a | year }} it fell.", a=said(answer)) == "In August 2017 it fell."


def test_a_verb_that_lost_its_particle_is_still_the_delegates_own() -> None:
    found = paragraph("{{ a | verb }}", a=said("to open desks"))
    assert found.inlines == (Run("open desks", Origin.DELEGATE),)


def test_clause_keeps_its_mark_inside_the_sentence_around_it() -> None:
    assert line("Because {{ a | clause }}, {{ b }}.", a=said("It fell.", "s"), b=said("we act")) == (
        "Because it fell [s], we act."
    )


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((), "None."),
        (("a",), "a."),
        (("a", "b"), "a and b."),
        (("a", "b", "c"), "a, b and c."),
        (("a.", "b;", "c"), "a, b and c."),
        (("a", "", " ", "c"), "a and c."),
        (("a, x", "b"), "a, x; and b."),
        (("a, x", "b", "c"), "a, x; b; and c."),
        (("reefs and ports", "boats"), "reefs and ports, and boats."),
        (("reefs", "loans or debt", "boats"), "reefs, loans or debt, and boats."),
        (("reefs", "boats", "nets and lines"), "reefs, boats and nets and lines."),
        (("sand", "orchards", "nets"), "sand, orchards and nets."),
    ],
)
def test_series(items: tuple[str, ...], expected: str) -> None:
    assert line("{{ (xs | series) or 'None' }}.", xs=[said(item) for item in items]) == expected


def test_series_keeps_each_hand_and_each_mark() -> None:
    found = paragraph("{{ xs | series('or') }}", xs=[said("a", "s"), said("b")])
    assert found.inlines == (
        Run("a", Origin.DELEGATE),
        Run(" ", Origin.TEMPLATE),
        CitationMark((Cited("s"),)),
        Run(" or ", Origin.TEMPLATE),
        Run("b", Origin.DELEGATE),
    )


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((said("a", "s"), said("b"), said("c", "t")), "Roots: a [s], b and c [t]."),
        ((said("a", "s"), said("b", "s")), "Roots: a and b [s]."),
        ((said("a", "s", "t"), said("b", "t", "s")), "Roots: a and b [s, t]."),
        ((said("a", "s"), said("b", "s"), said("c")), "Roots: a [s], b [s] and c."),
        ((said("a", "s"), said("b, too.", "t")), "Roots: a [s]; and b, too [t]."),
        ((said("a"), said("b", "s")), "Roots: a and b [s]."),
        ((said("a", "s"),), "Roots: a [s]."),
    ],
)
def test_each_entry_of_a_series_keeps_its_source_unless_all_share_it(items: tuple[Leaf, ...], expected: str) -> None:
    assert line("{{ ('roots: ' ~ (xs | series)) | sentence }}", xs=items) == expected
    assert line("{{ ('roots: ' ~ (xs | clauses | series)) | sentence }}", xs=items) == expected
    assert line("{{ ('Roots: ' ~ (xs | series)) | clause }}.", xs=items) == expected


def test_what_the_whole_sentence_cites_is_not_cited_inside_it() -> None:
    items = (said("a", "s"), said("b", "t", "u"), said("c"))
    found = line("{{ ('roots: ' ~ (xs | series)) | sentence(all) }}", xs=items, all=said("", "s", "u"))
    assert found == "Roots: a, b [t] and c [s, u]."


def test_words_mark_and_cited() -> None:
    assert line("{{ a | words }}{{ a | mark }}", a=said("x", "s")) == "x [s]"
    assert line("x{{ many | mark }}.", many=[said("x", "s"), said("y", "s", "t")]) == "x [s, t]."
    assert line("{{ a | cited(b) }}.", a=said("x", "s"), b=said("y", "t")) == "x [s, t]."
    assert line("x{{ a | mark }}.", a=said("y")) == "x."


def test_quoted_words_are_nobodys_but_the_speakers() -> None:
    found = paragraph("{{ a | quoted }}.", a=said('"be the change"', "s"))
    assert found.inlines[:3] == (
        Run("“", Origin.TEMPLATE),
        Run("be the change", Origin.QUOTED),
        Run("” ", Origin.TEMPLATE),
    )
    assert line("{{ a | quoted }}.", a=said('"be the change"', "s")) == "“be the change” [s]."
    assert line("{{ a | quoted }}", a=said('"be the change”')) == "“be the change”"
    assert line("{{ a | quoted }}", a=said("the right 'to be' heard")) == "“the right 'to be' heard”"
    assert line("{{ a | quoted }}", a=said("“a” and “b”")) == "““a” and “b””"


@pytest.mark.parametrize(
    ("answer", "alone", "cited"),
    [
        ("We shall act", "“We shall act”.", "“We shall act” [s]."),
        ("We shall act.", "“We shall act”.", "“We shall act” [s]."),
        ("“We shall act.”", "“We shall act”.", "“We shall act” [s]."),
        ("We shall act. ", "“We shall act”.", "“We shall act” [s]."),
        ("Who pays?", "“Who pays?”", "“Who pays?” [s]."),
        ("Never again!", "“Never again!”", "“Never again!” [s]."),
        ("We shall…", "“We shall…”", "“We shall…” [s]."),
        ("We shall...", "“We shall...”", "“We shall...” [s]."),
        ("He said ‘go.’", "“He said ‘go’”.", "“He said ‘go’” [s]."),
        ("He said ‘who?’", "“He said ‘who?’”", "“He said ‘who?’” [s]."),
        ("He said ‘who?’.", "“He said ‘who?’”.", "“He said ‘who?’” [s]."),
        ("Not in the U.S.", "“Not in the U.S.”.", "“Not in the U.S.” [s]."),
        ("我们必须行动。", "“我们必须行动”.", "“我们必须行动” [s]."),
        ("谁付钱？", "“谁付钱？”", "“谁付钱？” [s]."),
        ("他说「走。」", "“他说「走」”.", "“他说「走」” [s]."),
        (".", "“.”.", "“.” [s]."),
    ],
)
def test_a_sentence_that_ends_in_a_quotation_ends_once(answer: str, alone: str, cited: str) -> None:
    assert line("{{ a | quoted }}.", a=said(answer)) == alone
    assert line("{{ a | quoted }}. And.", a=said(answer)) == f"{alone} And."
    assert line("{{ a | quoted }}.", a=said(answer, "s")) == cited
    assert line("{{ a | quoted }}{{ c }}.", a=said(answer), c=said("", "s")) == cited
    assert line("{{ ('It said: ' ~ (a | quoted)) | sentence }}", a=said(answer)) == f"It said: {alone}"


def test_a_sentence_goes_on_behind_a_quotation_without_its_full_stop() -> None:
    a, q = said("We shall act.", "s"), said("Who pays?")
    assert line("{{ a | quoted }}, it said.", a=a) == "“We shall act” [s], it said."
    assert line("It acted ({{ a | quoted }}).", a=a) == "It acted (“We shall act” [s])."
    assert line("{{ a | quoted }}, it asked.", a=q) == "“Who pays?”, it asked."


def test_a_quotation_that_stands_alone_keeps_its_full_stop() -> None:
    assert line("It says: {{ a | quoted }} We agree.", a=said("We shall act.")) == "It says: “We shall act.” We agree."
    assert line("{{ a | quoted }}", a=said("We shall act.", "s")) == "“We shall act.” [s]"


def test_words_of_a_quotation_stay_the_quoted_ones_without_the_full_stop() -> None:
    found = paragraph("{{ a | quoted }}.", a=said("We shall act.")).inlines
    assert found == (Run("“", Origin.TEMPLATE), Run("We shall act", Origin.QUOTED), Run("”.", Origin.TEMPLATE))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("they wrote “we act.”", "They wrote “we act” [s]."),
        ("they wrote “who acts?”", "They wrote “who acts?” [s]."),
        ("they wrote “we act…”", "They wrote “we act…” [s]."),
    ],
)
def test_a_cited_sentence_that_ends_in_typed_quotation_marks_ends_behind_its_citation(
    answer: str, expected: str
) -> None:
    assert line("{{ a | sentence }}", a=said(answer, "s")) == expected
    assert line("{{ a | sentence }} And.", a=said(answer, "s")) == f"{expected} And."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mexico", "Mexico’s"),
        ("the Philippines", "the Philippines’"),
        ("the United States", "the United States’"),
        ("Cyprus", "Cyprus’s"),
        ("Honduras", "Honduras’s"),
        ("the boys", "the boys’"),
        ("children", "children’s"),
        ("Médecins Sans Frontières", "Médecins Sans Frontières’s"),
    ],
)
def test_possessive(name: str, expected: str) -> None:
    assert line("{{ a | possessive }}", a=said(name)) == expected


def test_names_in_a_sentence_and_at_its_start() -> None:
    seat = record_of(name="Netherlands", article=True)
    assert line("{{ seat | at_start }} and {{ seat | in_sentence | possessive }}", seat=seat) == (
        "The Netherlands and the Netherlands’"
    )
    assert line("{{ s | at_start }} in {{ s | in_sentence }}", s=record_of(name="Mexico", article=False)) == (
        "Mexico in Mexico"
    )
    assert line("{{ a | in_sentence }}, {{ b | at_start }}", a=said("The Red Cross"), b=said("the Red Cross")) == (
        "the Red Cross, The Red Cross"
    )


def test_counting_words() -> None:
    source = (
        "{{ xs | number_word }} {{ xs | plural('law', 'laws') }}, "
        "the {{ xs | count | ordinal_word }} of {{ 22 | ordinal_word }}"
    )
    assert line(source, xs=[said("a"), said("b"), said("")]) == "two laws, the second of 22nd"
    assert line(source, xs=[said("a")]) == "one law, the first of 22nd"
    assert line("{{ 11 | number_word }} {{ 111 | ordinal_word }} {{ 10 | ordinal_word }}") == "11 111th tenth"


def test_parts_of_a_list() -> None:
    source = (
        "{{ xs | first }}{{ xs | last }}{{ xs | rest | series }}"
        "{{ gone | first }}{% for x in gone | rest %}x{% endfor %}"
    )
    assert line(source, xs=[said("a"), said("b"), said("c")], gone=None) == "acb and c"


def test_tests_ask_for_presence_and_number() -> None:
    source = (
        "{% if xs is many %}many{% endif %}{% if x is one %} one{% endif %}{% if gone is not given %} none{% endif %}"
    )
    assert line(source, xs=[said("a"), said("b")], x=[said("a")], gone=None) == "many one none"


def test_vary_is_stable_for_a_paper_and_differs_between_papers() -> None:
    source = "{{ vary('k', 'a', 'b', 'c') }}"
    assert {line(source, variety="one") for _ in range(5)} == {line(source, variety="one")}
    assert {line(source, variety=f"paper {number}") for number in range(40)} == {"a", "b", "c"}


@pytest.mark.parametrize("key", ["k", 3])
def test_vary_says_each_wording_once_in_as_many_turns_as_there_are_wordings(key: str | int) -> None:
    wordings = ("a", "b", "c", "d", "e")

    def said_in(turn: int) -> object:
        with budget.running(budget.Run(variety="paper", turn=turn)):
            return vary(key, *wordings)

    assert sorted(map(str, map(said_in, range(7, 12)))) == list(wordings)


@pytest.mark.parametrize("key", ["'k'", "1"])
def test_the_topics_of_a_paper_take_other_wordings_but_where_the_paper_decides(key: str) -> None:
    for count in range(2, 13):
        wordings = ", ".join(f"'{letter}'" for letter in "abcdefghijkl"[:count])
        first, second = (f"s/{place}" for place in (0, 1))
        of_topic, of_paper = f"{{{{ vary({key}, {wordings}) }}}}", f"{{{{ vary({key}, {wordings}, by='paper') }}}}"
        assert line(of_topic, variety=said(first)) != line(of_topic, variety=said(second))
        assert line(of_paper, variety=said(first)) == line(of_paper, variety=said(second))


def test_vary_by_anything_else_is_told() -> None:
    with pytest.raises(TemplateFault, match="topic"):
        line("{{ vary('k', 'a', by='page') }}")


def test_vary_by_number_never_gives_neighbours_the_same() -> None:
    source = "{% for x in xs %}{{ vary(loop.index, 'a', 'b', 'c') }}{% endfor %}"
    for number in range(10):
        words = line(source, xs=[said("x")] * 9, variety=str(number))
        assert all(one != other for one, other in itertools.pairwise(words))


def test_wordings_may_hold_answers_and_stay_whose_they_are() -> None:
    assert Run("x", Origin.DELEGATE) in paragraph("{{ vary('k', a, a) }}.", a=said("x")).inlines


def test_what_was_not_answered_stays_nothing_through_every_filter() -> None:
    for name in ("sentence", "clause", "phrase", "series", "cited", "words", "mark", "quoted", "possessive", "capital"):
        assert render(f"{{{{ gone | {name} }}}}", "t", {"gone": None}) == ()


def test_a_filter_used_wrongly_is_told_in_words() -> None:
    for source in ("{{ xs | sentence }}", "{{ x | series(1, 2, 3) }}", "{{ vary('k') }}", "{{ r | at_start }}"):
        with pytest.raises(TemplateFault) as fault:
            render(source, "t", {"xs": [said("a")], "x": said("a"), "r": record_of(a="b")})
        assert fault.value.problems[0].code in ("template-cannot-print", "template-wrong-kind")


@pytest.mark.parametrize("name", ["run", "callee", "value", "name", "takes"])
def test_an_argument_of_a_macro_may_have_any_name(name: str) -> None:
    assert (
        line(f"{{% macro m({name}) %}}{{{{ {name} }}}}{{% endmacro %}}{{{{ m({name}=a) }}}}", a=said("fish")) == "fish"
    )


@pytest.mark.parametrize("source", ['{{ a | words(value="b") }}', '{{ vary("k", "a", run="b") }}'])
def test_an_argument_that_a_filter_does_not_know_is_told(source: str) -> None:
    with pytest.raises(TemplateFault) as fault:
        render(source, "t", {"a": said("a")})
    assert fault.value.problems[0].code == "template-wrong-kind"


@pytest.mark.parametrize(("given", "told"), [(False, "0th 0 no"), (True, "first 1 yes")])
def test_a_yes_or_a_no_is_counted_as_one_or_none(given: bool, told: str) -> None:
    assert line("{{ x | ordinal_word }} {{ x | count }} {% if x is one %}yes{% else %}no{% endif %}", x=given) == told


def test_an_answer_still_to_write_stays_marked_between_quotation_marks() -> None:
    missing = Leaf("[Still to write: her words]", Origin.GAP)
    assert Run(missing.text, Origin.GAP) in paragraph("She said {{ words | quoted }}.", words=missing).inlines


def test_every_filter_says_what_it_does() -> None:
    # of the sources: a function that was compiled no longer holds what is said of it
    folder = Path(mundraft.__file__).parent / "templating"
    sources = ((folder / f"{name}.py").read_text(encoding="utf-8") for name in ("weaving", "in_lists"))
    written = (one for source in sources for one in ast.parse(source).body if isinstance(one, ast.FunctionDef))
    said_of = {one.name: ast.get_docstring(one) for one in written}
    assert [name for name in FILTERS if not said_of[name]] == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("{{ answer | clause('x') }}", "`clause` takes nothing in its brackets."),
        ("{{ answer | plural }}", "`plural` takes `one` and `many` in its brackets."),
        ("{{ answer | series(3) }}", "`series` cannot be used on words."),
        ("{{ answer.part }}", "There is no `part` in words."),
    ],
)
def test_a_wrong_use_of_a_filter_is_told_without_a_word_of_python(source: str, told: str) -> None:
    with pytest.raises(TemplateFault) as fault:
        render(source, "t", {"answer": "x"})
    assert fault.value.problems[0].what == told


@pytest.mark.parametrize(
    ("source", "told", "step"),
    [
        ("{% if many > 2 %}a{% endif %}", "`>` compares numbers, and here it stands between a list and a number.",
         "`many | count > 2`"),
        ("{% if 2 <= many %}a{% endif %}", "between a number and a list.", "| count"),
        ("{% if answer >= 3 %}a{% endif %}", "between words and a number.", "{% if … %}"),
        ("{% if gone < 3 %}a{% endif %}", "between words and a number.", "{% if … %}"),
        ("{% if 'a' in 3 %}a{% endif %}", "looks into a list or into words, and what stands behind it is a number.",
         "behind it"),
        ("{% if 3 in answer %}a{% endif %}", "`in` looks for words in words, and what stands before it is a number.",
         "between quotation marks"),
    ],
)  # fmt: skip
def test_values_that_cannot_be_compared_are_told_in_words_and_not_in_pythons(source: str, told: str, step: str) -> None:
    context = {"many": (said("a"), said("b")), "answer": said("12"), "gone": None}
    with pytest.raises(TemplateFault) as fault:
        render(f"One line.\n{source}", "paper.md.j2", context)
    (problem,) = fault.value.problems
    assert told in problem.what
    assert step.replace("many", "causes") in problem.next_step
    assert problem.place is not None
    assert problem.place.line == 2
