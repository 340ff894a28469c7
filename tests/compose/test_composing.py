"""From a paper to a document: gaps, a delegate's own words, whose words are whose, sources, the header, two topics."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prose_reader import (
    REQUIRED,
    body,
    composed,
    example,
    header_of,
    origins,
    paper_of,
    paragraphs,
    shipped_library,
    with_all_options,
)

from mundraft.compose.compose import Composer, compose
from mundraft.document.layout import PageSize
from mundraft.document.missing import gaps_in
from mundraft.document.tree import (
    CitationMark,
    Document,
    Heading,
    Origin,
    Paragraph,
    Run,
    Title,
    block_paragraphs,
    inline_text,
)
from mundraft.library.folders import Folder, Tier
from mundraft.library.search_path import Library
from mundraft.models.fields import names_of
from mundraft.models.model import from_values
from mundraft.paper.address import with_value
from mundraft.paper.model import Article, Paper
from mundraft.problems import MundraftError, UnknownName
from mundraft.text.clean import clean

HOSTILE = [
    "# of victims",
    "**bold** and _italic_ [link](https://example.org)",
    "{{ seat }} {% for x in y %}",
    "<script>alert(1)</script> &amp; &lt;",
    "1. first\n2. second",
    "> quoted\n\n- a list",
    "a | series \\ ` ~ ^",
    "\ue000\U000f0000 private use",
    "مرحبا بالعالم",
    "保护儿童免遭贩运",
    "👩🏽‍⚖️ in session",
]


# gaps


def test_an_empty_paper_shows_every_required_answer_as_a_gap_in_its_sentence() -> None:
    text = body(composed(Paper()))
    assert "[Still to write: who suffers most]" in text
    assert text.count("[Still to write: who should act]") == 2
    assert "[your country]" in text.lower()


def test_of_a_goal_a_gap_asks_as_the_question_about_a_goal_does() -> None:
    topic = {**REQUIRED, "frame": "goal", "answers": {**REQUIRED["answers"], "causes": []}}
    text = body(composed(paper_of(topic)))
    assert "[Still to write: what stands in its way]" in text
    assert "why does it happen" not in text


def test_gaps_name_what_is_missing_inside_an_entry_that_was_begun() -> None:
    topic = {**REQUIRED, "solutions": [{"id": "s1", "actor": "port authorities"}]}
    text = body(composed(paper_of(topic)))
    assert "[Still to write: what should they do]" in text
    assert "port authorities" in text.lower()


@pytest.mark.parametrize("group", ["instruments", "solutions", "national_actions"])
def test_an_entry_that_nobody_needs_and_that_holds_nothing_leaves_no_gap(group: str) -> None:
    held = paper_of(with_all_options())
    topic = held.topics[0]
    entries = getattr(topic, group)
    begun = with_value(held, f"topics/{topic.id}/{group}", (*entries, type(entries[0])(id="begun")))
    assert gaps_in(composed(begun)) == ()
    assert body(composed(begun)) == body(composed(held))


def test_an_article_that_nobody_needs_and_that_holds_nothing_leaves_no_gap() -> None:
    held = paper_of(with_all_options())
    use = held.topics[0].instruments[0]
    at = f"topics/{held.topics[0].id}/instruments/{use.id}/articles"
    begun = with_value(held, at, (*use.articles, Article(id="begun")))
    assert body(composed(begun)) == body(composed(held))


def test_gaps_are_of_their_own_origin_and_never_of_the_delegates() -> None:
    document = composed(paper_of({}))
    assert "Still to write" in origins(document)[Origin.GAP]
    assert "Still to write" not in origins(document).get(Origin.DELEGATE, "")


def test_the_header_shows_its_gaps_too() -> None:
    assert "[Still to write: which committee do you sit in]" in [value for _, value in header_of(composed(Paper()))]


def test_without_gaps_an_empty_paper_is_empty() -> None:
    document = composed(Paper(), gaps=False)
    assert body(document) == ""
    assert header_of(document) == []


@pytest.mark.parametrize("missing", ["definition", "facts", "affected", "causes", "stance", "reasons"])
def test_without_gaps_a_missing_answer_leaves_no_trace(missing: str) -> None:
    topic = {**REQUIRED, "answers": {key: value for key, value in REQUIRED["answers"].items() if key != missing}}
    text = body(composed(paper_of(topic), gaps=False))
    assert "[Still" not in text
    assert "  " not in text


@pytest.mark.parametrize("group", ["national_actions", "instruments", "past_actions", "solutions"])
@pytest.mark.parametrize("kept", [None, "actor", "did", "action", "mechanism", "number", "does"])
def test_without_gaps_half_an_entry_still_reads(group: str, kept: str | None) -> None:
    entries = []
    for entry in REQUIRED[group] if kept else []:
        left = {key: value for key, value in entry.items() if key in ("id", "ref", kept)}
        if "articles" in entry:
            left["articles"] = [
                {k: v for k, v in article.items() if k in ("id", kept)} for article in entry["articles"]
            ]
        entries.append(left)
    for paragraph in paragraphs(composed(paper_of({**REQUIRED, group: entries}), gaps=False)):
        assert "[Still" not in paragraph
        assert paragraph[-1] in ".?!"
        assert paragraph[0].isupper()


def test_a_part_with_no_answer_takes_its_heading_along() -> None:
    document = composed(paper_of({**REQUIRED, "solutions": []}), gaps=False)
    assert "Proposed solutions" not in body(document)


# a delegate's own words


def test_own_words_stand_in_place_of_a_part_under_its_heading() -> None:
    paper = paper_of({**REQUIRED, "own_words": {"stance": {"text": "We came to ask.\n\nAnd we stay.", "cite": []}}})
    document = composed(paper)
    part = next(part for part in document.parts if part.key == "stance")
    assert [inline_text(block.inlines) for block in part.blocks if isinstance(block, Paragraph)] == [
        "We came to ask.",
        "And we stay.",
    ]
    assert part.own_words
    assert REQUIRED["answers"]["stance"] not in body(document)


def test_blank_own_words_replace_nothing() -> None:
    paper = paper_of({**REQUIRED, "own_words": {"stance": "  "}})
    assert REQUIRED["answers"]["stance"] in body(composed(paper))


# whose words are whose


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_answer_stays_words(words: str) -> None:
    topic = with_all_options()
    topic["answers"] = {**topic["answers"], "definition": words, "hook": words, "causes": [words], "gaps": [words]}
    document = composed(paper_of(topic))
    plain = composed(paper_of(with_all_options()))
    assert [type(block) for block in document.blocks() if isinstance(block, Heading)] == [
        type(block) for block in plain.blocks() if isinstance(block, Heading)
    ]
    assert "Still to write" not in body(document)
    said = origins(document)[Origin.DELEGATE]
    for line in words.splitlines():
        assert line.strip(" .").casefold() in said.casefold()


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_whatever_is_typed_comes_out_as_the_delegates(words: str) -> None:
    paper = paper_of({**REQUIRED, "answers": {**REQUIRED["answers"], "definition": words}})
    said = "".join(origins(composed(paper))[Origin.DELEGATE].split()).casefold()
    typed = "".join(clean(words).split()).casefold().rstrip(".!?…")
    assert typed in said or not clean(words).strip()


def test_no_words_of_the_delegate_are_said_to_be_the_templates() -> None:
    document = composed(paper_of(with_all_options()))
    template = origins(document)[Origin.TEMPLATE]
    for word in ("nets", "harbour", "cooperatives", "inspectors"):
        assert word not in template


def test_notes_are_never_composed() -> None:
    paper = paper_of(REQUIRED, notes={"topics/t1/answers/definition": "ask Ms Ortiz about this"})
    document = composed(paper)
    assert "Ortiz" not in body(document)
    assert "Ortiz" not in str(document)


# sources


def test_a_source_cited_twice_is_listed_once_and_an_uncited_one_is_not() -> None:
    cite = [{"source": "weighing"}]
    answers = {**REQUIRED["answers"], "definition": {"text": "A net is gear", "cite": cite}}
    more = [{"id": "weighing", "title": "The weighing of nets"}, {"id": "unread", "title": "Never cited"}]
    document = composed(paper_of({**REQUIRED, "answers": answers}, sources=more))
    assert [reference.source for reference in document.references()] == ["weighing", "instrument:crc"]
    assert body(document).count("[1]") == 2


def test_a_citation_of_a_source_that_is_gone_shows() -> None:
    assert "[source missing]" in body(composed(paper_of(REQUIRED, sources=[])))


def test_an_instrument_of_the_catalogue_can_be_cited_by_an_answer() -> None:
    answers = {
        **REQUIRED["answers"],
        "definition": {"text": "A net is gear", "cite": [{"source": "instrument:udhr", "locator": "art. 25"}]},
    }
    document = composed(paper_of({**REQUIRED, "answers": answers}))
    assert "A net is gear [1, art. 25]." in body(document)
    assert next(document.references()).source == "instrument:udhr"


def test_an_article_for_which_a_source_is_named_is_cited_from_that_and_not_from_its_instrument() -> None:
    instrument = REQUIRED["instruments"][0]
    article = {**instrument["articles"][0], "cite": [{"source": "weighing", "locator": "p. 7"}]}
    cite = [{"source": "weighing"}]  # of the instrument itself
    text = body(composed(paper_of({**REQUIRED, "instruments": [{**instrument, "articles": [article], "cite": cite}]})))
    assert "[1, p. 7]" in text
    assert "art. 24" not in text


def test_a_solution_that_rests_on_an_article_is_cited_as_the_article_is() -> None:
    instrument = REQUIRED["instruments"][0]
    article = {**instrument["articles"][0], "cite": [{"source": "weighing", "locator": "p. 7"}]}
    first, second = REQUIRED["solutions"]
    solutions = [{**first, "legal_basis": [{"instrument": "i1", "article": "24"}]}, second]
    text = body(
        composed(paper_of({**REQUIRED, "instruments": [{**instrument, "articles": [article]}], "solutions": solutions}))
    )
    assert "article 24 of the Convention on the Rights of the Child [1, p. 7]." in text


@pytest.mark.parametrize(
    ("name", "year", "said"),
    [
        ("Bonn Agreement", "1983", "the Bonn Agreement (1983) speaks"),
        ("the Bonn Agreement", "", "the Bonn Agreement speaks"),
        ("Bonn Agreement of 1983 on Nets", "1983", "the Bonn Agreement of 1983 on Nets speaks"),
        ("Agenda 21", "1992", "of Agenda 21 (1992) speaks"),
        ("resolution 64/292", "", "of resolution 64/292 speaks"),
    ],
)
def test_an_instrument_that_was_written_in_is_named_as_a_sentence_names_it(name: str, year: str, said: str) -> None:
    instruments = [{**REQUIRED["instruments"][0], "ref": "", "name": name, "year": year}]
    assert said in body(composed(paper_of({**REQUIRED, "instruments": instruments})))


def test_an_instrument_that_this_library_lacks_falls_back_on_what_the_paper_says() -> None:
    instruments = [{**REQUIRED["instruments"][0], "ref": "bonn-nets", "name": "Bonn Agreement on Nets"}]
    document = composed(paper_of({**REQUIRED, "instruments": instruments}))
    assert "Bonn Agreement on Nets" in body(document)
    assert "source missing" not in body(document)


def whose(document: Document, source: str) -> dict[Origin, str]:
    """The words of one entry of the resources list, by whose they are."""
    said: dict[Origin, str] = {}
    for inline in next(one.inlines for one in document.references() if one.source == source):
        assert not isinstance(inline, CitationMark)
        said[inline.origin] = said.get(inline.origin, "") + inline.text
    return said


def test_a_source_that_the_library_brings_along_is_in_its_words_and_ones_own_in_the_delegates() -> None:
    cite = [{"source": "instrument:udhr"}, {"source": "weighing"}]
    answers = {**REQUIRED["answers"], "definition": {"text": "A net is gear", "cite": cite}}
    document = composed(paper_of({**REQUIRED, "answers": answers}))
    for source, title in (("instrument:crc", "Rights of the Child"), ("instrument:udhr", "Declaration of Human")):
        assert Origin.DELEGATE not in whose(document, source)
        assert title in whose(document, source)[Origin.LIBRARY]
    assert "The weighing of nets" in whose(document, "weighing")[Origin.DELEGATE]


def test_an_instrument_that_was_written_in_is_listed_in_the_delegates_words() -> None:
    instruments = [{**REQUIRED["instruments"][0], "ref": "", "name": "Bonn Agreement on Nets", "year": "1983"}]
    document = composed(paper_of({**REQUIRED, "instruments": instruments}))
    (source,) = [one.source for one in document.references() if one.source != "weighing"]
    assert "Bonn Agreement on Nets" in whose(document, source)[Origin.DELEGATE]
    assert "1983" in whose(document, source)[Origin.DELEGATE]


# header, title and layout


def test_the_header_holds_what_was_given_and_nothing_else() -> None:
    paper = paper_of(REQUIRED, delegates=["Ana Ruiz", "Bo Li"], school="Hill School", conference="HillMUN 2026")
    assert header_of(composed(paper)) == [
        ("Committee", "General Assembly Second Committee"),
        ("Topic", "Lost fishing gear"),
        ("Country", "United Mexican States"),
        ("Delegates", "Ana Ruiz, Bo Li"),
        ("School", "Hill School"),
        ("Conference", "HillMUN 2026"),
    ]
    assert [label for label, _ in header_of(composed(paper_of(REQUIRED)))] == ["Committee", "Topic", "Country"]


def test_a_seat_that_was_written_in_is_a_delegation_and_the_delegates_own_word() -> None:
    document = composed(paper_of(REQUIRED, {"name": "Amnesty International"}))
    assert ("Delegation", "Amnesty International") in header_of(document)
    runs = [run for block in document.blocks() for line in block_paragraphs(block) for run in line]
    assert {run.origin for run in runs if isinstance(run, Run) and run.text == "Amnesty International"} == {
        Origin.DELEGATE
    }


def test_title_language_and_page_come_from_the_paper() -> None:
    document = composed(paper_of(REQUIRED, {"ref": "netherlands"}, page="Letter", language="en-US"))
    assert document.title == "Position Paper of the Netherlands"
    assert (document.layout.page, document.language) == (PageSize.LETTER, "en-US")
    assert document.layout.max_words == 1200


@pytest.mark.parametrize(
    ("seat", "told"),
    [
        ({"ref": "netherlands"}, [("Position Paper of the ", Origin.TEMPLATE), ("Netherlands", Origin.LIBRARY)]),
        ({"name": "the Reef Fund"}, [("Position Paper of the ", Origin.TEMPLATE), ("Reef Fund", Origin.DELEGATE)]),
        ({}, [("Position Paper", Origin.TEMPLATE)]),
    ],
    ids=["looked up", "typed", "none"],
)
def test_the_seat_in_a_title_is_the_words_of_whoever_named_it(
    seat: dict[str, str], told: list[tuple[str, Origin]]
) -> None:
    (title,) = [one for one in composed(paper_of(REQUIRED, seat)).parts[0].blocks if isinstance(one, Title)]
    assert [(one.text, one.origin) for one in title.inlines if isinstance(one, Run)] == told


def test_each_of_two_topics_stands_under_its_heading_and_shares_one_list() -> None:
    paper = example("mexico-child-trafficking.yaml")
    other = example("kenya-climate-displacement.yaml")
    two = from_values(
        Paper,
        {
            **{name: getattr(paper, name) for name in names_of(type(paper))},
            "topics": (paper.topics[0], other.topics[0].changed(id="t2")),
            "sources": paper.sources + other.sources,
        },
    )
    document = composed(two)
    headings = [
        inline_text(block.inlines) for block in document.blocks() if isinstance(block, Heading) and block.level == 1
    ]
    assert headings == [f"Topic A: {paper.topics[0].title}", f"Topic B: {other.topics[0].title}"]
    assert [label for label, _ in header_of(document)][1:3] == ["Topic A", "Topic B"]
    labels = [reference.label for reference in document.references()]
    assert labels == [f"[{number}]" for number in range(1, len(labels) + 1)]


# templates, and what is kept


def test_an_unknown_template_is_told() -> None:
    with pytest.raises(UnknownName):
        composed(paper_of(REQUIRED, template="no-such-template"))


def folder_with(tmp_path: Path, source: str) -> Library:
    place = tmp_path / "templates" / "ours"
    place.mkdir(parents=True)
    (place / "template.yaml").write_text(
        "mundraft-template: 1\nname: Ours\nsteps:\n  - id: one\n    title: One\n    questions:\n"
        "      - id: motto\n        ask: What is your motto?\n        required: true\n"
        "parts:\n  - key: motto\n    title: Motto\n",
        encoding="utf-8",
    )
    (place / "paper.md.j2").write_text(source, encoding="utf-8")
    return Library((Folder(tmp_path, Tier.GIVEN), *shipped_library().folders))


def test_a_teachers_template_is_rendered_apart_and_its_questions_are_names(tmp_path: Path) -> None:
    library = folder_with(tmp_path, "{% block motto %}\nOur motto: {{ motto | sentence }}\n{% endblock %}\n")
    paper = paper_of({"answers": {"motto": "count the nets"}}, template="ours")
    assert body(compose(paper, library)) == "Our motto: Count the nets."
    assert "[Still to write: what is your motto]" in body(compose(paper_of({}, template="ours"), library))


def test_what_is_asked_on_a_condition_leaves_a_gap_only_where_it_is_asked(tmp_path: Path) -> None:
    library = folder_with(
        tmp_path, "{% block motto %}\nOur motto: {{ motto | sentence }} {{ why | sentence }}\n{% endblock %}\n"
    )
    definition = tmp_path / "templates" / "ours" / "template.yaml"
    why = (
        "      - id: why\n        ask: Why this one?\n        required: true\n        when:\n"
        "          answer: motto\n          any_of:\n            - nets\n"
    )
    definition.write_text(definition.read_text("utf-8").replace("parts:\n", f"{why}parts:\n"), "utf-8")
    assert "[Still to write: why this one]" in body(
        compose(paper_of({"answers": {"motto": "nets"}}, template="ours"), library)
    )
    assert body(compose(paper_of({"answers": {"motto": "rest"}}, template="ours"), library)) == "Our motto: Rest."


#: A group of a template of one's own, in which a field hangs on another field and one on an answer beside the group.
PLANS = """      - group: solutions
        title: Plans
        item: Plan
        count:
          min: 1
          max: 3
        questions:
          - id: what
            at: action
            kind: verb_phrase
            ask: What should they do?
            required: true
            goal:
              ask: What brings it nearer?
          - id: paid
            at: funding
            ask: Who pays?
            required: true
            when:
              answer: mechanism
          - id: until
            at: timeline
            ask: By when?
            required: true
            when:
              answer: motto
              any_of:
                - nets
"""


@pytest.mark.parametrize(
    ("topic", "plan", "gaps"),
    [
        ({}, {}, ["what should they do"]),
        ({"frame": "goal"}, {}, ["what brings it nearer"]),
        ({}, {"action": "count the nets"}, []),
        ({}, {"action": "count the nets", "mechanism": "a register"}, ["who pays"]),
        ({}, {"action": "count the nets", "mechanism": "a register", "funding": "the ports"}, []),
        ({"answers": {"motto": "nets"}}, {"action": "count the nets"}, ["by when"]),
    ],
)
def test_a_field_of_an_entry_leaves_a_gap_only_where_it_is_asked_and_as_it_is_asked(
    topic: dict[str, object], plan: dict[str, str], gaps: list[str], tmp_path: Path
) -> None:
    printed = " ".join(f"{{{{ one.{field} }}}}" for field in ("action", "mechanism", "funding", "timeline"))
    plans = f"Plan: {{% for one in solutions %}}{printed}{{% endfor %}}"
    library = folder_with(tmp_path, f"{{% block motto %}}\n{plans}\n{{% endblock %}}\n")
    definition = tmp_path / "templates" / "ours" / "template.yaml"
    definition.write_text(definition.read_text("utf-8").replace("parts:\n", f"{PLANS}parts:\n"), "utf-8")
    paper = paper_of({"answers": {"motto": "rest"}, **topic, "solutions": [{"id": "s1", **plan}]}, template="ours")
    assert list(gaps_in(compose(paper, library))) == [f"[Still to write: {one}]" for one in gaps]


#: The same of instruments, and of the articles inside them.
LAWS = """      - group: instruments
        title: Laws
        item: Law
        count:
          min: 1
          max: 3
        questions:
          - id: law
            at: ref
            kind: instrument
            ask: Which law?
            required: true
            goal:
              ask: Which law serves it?
          - group: articles
            title: Articles
            item: Article
            count:
              min: 1
              max: 2
            questions:
              - id: number
                at: number
                ask: Which article?
                required: true
              - id: words
                at: quote
                kind: quotation
                ask: What are its words?
                required: true
                when:
                  answer: number
"""


@pytest.mark.parametrize(
    ("frame", "law", "gaps"),
    [
        ("problem", {}, ["which law", "which article"]),
        ("goal", {}, ["which law serves it", "which article"]),
        ("problem", {"name": "Harbour Act", "articles": [{"id": "a1", "number": "3"}]}, ["what are its words"]),
        ("problem", {"name": "Harbour Act", "articles": [{"id": "a1", "number": "3", "quote": "No noise."}]}, []),
    ],
)
def test_so_do_instruments_and_their_articles(
    frame: str, law: dict[str, object], gaps: list[str], tmp_path: Path
) -> None:
    articles = "{% for a in law.articles %}{{ a.named }} {{ a.quote | quoted }}{% endfor %}"
    laws = f"Law: {{% for law in instruments %}}{{{{ law.name }}}} {articles}{{% endfor %}}"
    library = folder_with(tmp_path, f"{{% block motto %}}\n{laws}\n{{% endblock %}}\n")
    definition = tmp_path / "templates" / "ours" / "template.yaml"
    definition.write_text(definition.read_text("utf-8").replace("parts:\n", f"{LAWS}parts:\n"), "utf-8")
    topic = {"answers": {"motto": "rest"}, "frame": frame, "instruments": [{"id": "i1", **law}]}
    found = gaps_in(compose(paper_of(topic, template="ours"), library))
    assert list(found) == [f"[Still to write: {one}]" for one in gaps]


def test_a_template_that_ships_is_composed_without_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("a child was started"))
    assert body(compose(example("mexico-child-trafficking.yaml"), shipped_library()))


def test_a_template_that_fails_says_so_with_its_line(tmp_path: Path) -> None:
    library = folder_with(tmp_path, "fine\n{{ mottoo }}\n")
    with pytest.raises(MundraftError) as told:
        compose(paper_of({}, template="ours"), library)
    assert told.value.problems[0].place is not None
    assert told.value.problems[0].place.line == 2


def test_a_composer_gives_what_compose_gives_after_every_change() -> None:
    paper = example("mexico-child-trafficking.yaml")
    composer = Composer(shipped_library())
    assert composer.compose(paper) == compose(paper, shipped_library())
    for address, value in [
        ("topics/t1/answers/stance", {"text": "Mexico asks for nets"}),
        ("topics/t1/solutions/s1/actor", "UNEP"),
        ("seat", {"ref": "kenya"}),
        ("committee/name", "General Assembly Second Committee"),
        ("sources/tip2023/title", "Another title"),
        ("template", "one-page"),
    ]:
        paper = with_value(paper, address, value)
        assert composer.compose(paper) == compose(paper, shipped_library())


def test_a_composer_notices_that_a_template_was_edited(tmp_path: Path) -> None:
    library = folder_with(tmp_path, "{% block motto %}First: {{ motto }}{% endblock %}\n")
    paper = paper_of({"answers": {"motto": "nets"}}, template="ours")
    composer = Composer(library)
    assert body(composer.compose(paper)) == "First: nets"
    (tmp_path / "templates" / "ours" / "paper.md.j2").write_text(
        "{% block motto %}Second time: {{ motto }}{% endblock %}\n", encoding="utf-8"
    )
    assert body(composer.compose(paper)) == "Second time: nets"
