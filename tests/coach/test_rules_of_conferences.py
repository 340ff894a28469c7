"""Every rule of a conference that a paper can break is told, with its place and where the rule was seen; no other."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
import yaml

from mundraft.coach.codes import explain
from mundraft.coach.conference import verdict
from mundraft.coach.findings import findings
from mundraft.coach.rule_files import file_breaches
from mundraft.compose.compose import Composer
from mundraft.compose.presentation import presentation_of
from mundraft.library.search_path import Library, default_library, shipped_library
from mundraft.paper.file import read_paper
from mundraft.paper.model import Paper
from mundraft.problems import Problem, Severity
from mundraft.strictyaml.writer import to_yaml

TODAY = date(2026, 12, 1)
RULES = """
name: Test Conference
short: TC
seen_at:
  - title: TC, handbook
    url: https://example.org/tc
    season: "2027"
    seen_on: 2026-11-22
"""
PAPER = """
mundraft: 1
preset: tc
delegates:
  - Ann Example
school: Hill School
seat:
  ref: kenya
committee:
  name: United Nations Environment Assembly
topics:
  - id: t1
    title: Displacement by drought
    noun: climate displacement
    answers:
      definition: TEXT
"""
TEXT = "topics/t1/answers/definition"
#: What is always told once of a conference, and is no breach.
ALWAYS = {"rule-season", "rule-season-old", "rule-not-verified", "rule-generated-text"}

Find = Callable[..., list[Problem]]


@pytest.fixture
def find(tmp_path: Path) -> Find:
    """What a conference with these rules finds in a paper whose first answer is this text."""
    folder = tmp_path / "templates" / "conferences"
    folder.mkdir(parents=True)

    def found(
        rules: str, text: str = "It is the forced move of people.", more: str = "", every: bool = False
    ) -> list[Problem]:
        (folder / "tc.yaml").write_text(preset(rules), encoding="utf-8")
        read = paper(text, more)
        library = default_library(beside=tmp_path, extra=None)
        return [one for one in verdict(read, library, today=TODAY).findings if every or one.code not in ALWAYS]

    return found


def preset(rules: str) -> str:
    """The test's conference with these rules, which are written shortly here and by lines in its file."""
    return RULES + to_yaml(yaml.safe_load(rules))


def paper(text: str, more: str = "") -> Paper:
    """The paper with this first answer; "LONG" is one of 420 words."""
    text = MANY_WORDS if text == LONG else text
    quoted = "'" + text.replace("'", "''") + "'"
    return read_paper((PAPER.replace("TEXT", quoted) + more).encode(), "paper.yaml")


LONG = "LONG"
MANY_WORDS = "The drought drives people from their land. " * 60
SOURCE = "sources:\n  - id: s1\n    title: A report\n    URL: https://example.org/r\n"
CITED = "      facts:\n        - text: forty thousand people left\n          cite:\n            - source: s1\n"

BROKEN = [
    ("length: [{max_words: 100}]", LONG, "rule-too-long", "topics/t1", Severity.WARNING),
    ("length: [{max_words: 100, rest_unread: true}]", LONG, "rule-too-long", "topics/t1", Severity.ERROR),
    ("length: [{max_words: 100, approximate: true}]", LONG, "rule-too-long", "topics/t1", Severity.ADVICE),
    ("length: [{max_words: 100, only_for: crisis committees}]", LONG, "rule-too-long", "topics/t1", Severity.ADVICE),
    ("length: [{max_words: 100}]\ninferred: [length]", LONG, "rule-too-long", "topics/t1", Severity.ADVICE),
    ("length: [{max_pages: 0.5}]", LONG, "rule-too-long", "topics/t1", Severity.WARNING),
    ("length: [{max_pages: 1, at_spacing: 1}]\ntype: {line_spacing: [1.5]}", "It.", "rule-no-limit", "",
     Severity.WARNING),
    ("length: [{min_words: 5000}]", "Short.", "rule-too-short", "topics/t1", Severity.WARNING),
    ("length: [{min_pages: 4}]", "Short.", "rule-too-short", "topics/t1", Severity.WARNING),
    ("citations: {required: true}", "Uncited.", "rule-citations-missing", "", Severity.WARNING),
    ("citations: {resources: {min_sources: 3}}", "One.", "rule-sources-few", "", Severity.WARNING),
    ("citations: {banned: [in-text]}", "Many left [3].", "rule-citation-typed", TEXT, Severity.WARNING),
    ("citations: {banned: [in-text]}", "Many left (Smith, 2020).", "rule-citation-typed", TEXT, Severity.WARNING),
    ("citations: {ways: [{mechanism: none}]}", "See https://x.org/a.", "rule-citation-typed", TEXT, Severity.WARNING),
    ("citations: {resources: {place: forbidden}}", "Works Cited:", "rule-list-forbidden", TEXT, Severity.WARNING),
    ("wording: {first_person: no I}", "I believe that it is grave.", "rule-first-person", TEXT, Severity.WARNING),
    ("wording: {first_person: no I}", "Today I speak, and it is grave.", "rule-first-person", TEXT, Severity.WARNING),
    ("wording: {first_person: no I}", "It is my country's wish.", "rule-first-person", TEXT, Severity.WARNING),
    ("wording: {first_person: no I or we}", "It is what we want.", "rule-first-person", TEXT, Severity.WARNING),
    ("header: {anonymous: true}", "As Ann Example wrote.", "rule-anonymous", TEXT, Severity.WARNING),
    ("header: {anonymous: true}", "As ANN EXAMPLE'S paper says.", "rule-anonymous", TEXT, Severity.WARNING),
    ("header: {anonymous: true}", "At Hill School it is known.", "rule-anonymous", TEXT, Severity.WARNING),
    ("papers: {sections: [Bloc Positions]}", "It.", "rule-section-missing", "topics/t1", Severity.WARNING),
    ("generated: {rule: disclose, disclosure_page: true}", "It.", "rule-disclosure-missing", "disclosure",
     Severity.WARNING),
    ("papers: {every_topic: true}", "It.", "rule-one-topic", "topics/t1", Severity.ADVICE),
    ("papers: {document: one per topic}", "It.", "rule-one-topic", "topics/t1", Severity.ADVICE),
]  # fmt: skip

KEPT = [
    ("length: [{max_words: 9000, min_words: 2, max_pages: 50, max_paragraphs: 99}]", LONG),
    ("length: [{max_words: 100, only_for: committees with two topics}]", LONG),
    ("length: [{max_pages: 9, at_spacing: 1}, {max_pages: 0.1, at_spacing: 2}]\ntype: {line_spacing: [1, 2]}", LONG),
    ("length: [{max_words: 900}, {max_pages: 0.1, at_spacing: 2}]\ntype: {line_spacing: [1, 2]}", LONG),
    ("wording: {first_person: no I}", "It is what we want."),
    ("wording: {first_person: no I or we}", "Annex I and World War I moved the US; Elizabeth I did not."),
    ("wording: {first_person: no I or we}", '“I have a dream”, he said, and "we shall overcome".'),
    ("wording: {first_person: no I or we}", "It said: “we shall overcome."),
    ("wording: {first_person: no I or we}", "The report Our Common Future named it."),
    ("wording: {first_person: no I or we}", "Phase I of the plan was usual; thus it failed."),
    ("header: {anonymous: true}", "Annual examples of hill schools abound."),
    ("citations: {resources: {place: forbidden}}", "Sources of water dry up."),
    ("citations: {banned: [footnotes]}", "Many left [3]."),
    ("papers: {sections: [Topic Background, Country Policy, Possible Solutions, Past Action]}", "It."),
    ("pictures: {flag: required, seal: wanted}", "It."),
    ("papers: {document: one}\nlength: [{per: topic, max_pages: 9}]", "It."),
]


@pytest.mark.parametrize(("rules", "text", "code", "address", "severity"), BROKEN)
def test_a_broken_rule_is_told_with_its_place_and_its_source(
    find: Find, rules: str, text: str, code: str, address: str, severity: Severity
) -> None:
    (told,) = find(rules, text)
    assert (told.code, told.address, told.severity) == (code, address, severity)
    assert "TC" in told.what or "template" in told.what
    assert told.next_step
    (seen,) = told.seen
    assert (seen.title, seen.url, seen.season) == ("TC, handbook", "https://example.org/tc", "2027")
    assert seen.seen_on == "2026-11-22"
    assert explain(code)


@pytest.mark.parametrize(("rules", "text"), KEPT)
def test_what_keeps_the_rules_is_not_told(find: Find, rules: str, text: str) -> None:
    assert find(rules, text) == []


@pytest.mark.parametrize("noun", ["floods", "oil spills", "child labour", "plastic waste", "drought", "dry wells"])
def test_a_section_is_found_under_each_of_the_headings_that_the_template_gives_it(
    find: Find, monkeypatch: pytest.MonkeyPatch, noun: str
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "PAPER", PAPER.replace("climate displacement", noun))
    rules = "papers: {sections: [Topic Background, Country Policy, Possible Solutions, Past Action]}"
    assert find(rules, "It.") == []


def test_whether_the_list_counts_is_said_where_it_decides_and_nobody_knows(find: Find) -> None:
    cited = CITED + SOURCE
    whole = find("length: [{max_words: 1, counts_resources: true}]", "It is.", cited)[0].what
    words = int(whole.split(" has ")[1].split()[0])
    (told,) = find(f"length: [{{max_words: {words - 1}}}]", "It is.", cited)
    assert told.code == "rule-list-may-count"
    assert told.severity is Severity.ADVICE
    assert find(f"length: [{{max_words: {words - 1}, counts_resources: false}}]", "It is.", cited) == []
    assert [
        one.code for one in find(f"length: [{{max_words: {words - 1}, counts_resources: true}}]", "It is.", cited)
    ] == ["rule-too-long"]


def test_a_list_on_a_page_of_its_own_is_not_asked_to_fit_on_the_only_page(find: Find) -> None:
    sentence, one_page = "The drought drives people from their land. ", "length: [{max_pages: 1}]"
    assert [one.code for one in find(one_page, sentence * 75, CITED + SOURCE)] == ["rule-list-may-count"]
    own_page = "citations: {resources: {own_page: true}}"
    assert find(f"{one_page}\n{own_page}", sentence * 60, CITED + SOURCE) == []


def test_paragraphs_and_pages_that_only_wait_for_answers_are_not_counted(find: Find) -> None:
    assert find("length: [{max_paragraphs: 1, max_pages: 0.4}]", "One.") == []
    (told,) = find("length: [{max_paragraphs: 1}]", "One.", "      causes: They graze too much.\n")
    assert (told.code, told.address) == ("rule-too-long", "topics/t1")
    assert "has 2 paragraphs" in told.what
    (short,) = find("length: [{min_paragraphs: 3}]", "One.")
    assert "has 1 paragraph," in short.what


def test_pages_too_near_to_a_bound_are_called_borderline(find: Find) -> None:
    told = find("length: [{max_pages: 0.01}]", LONG)[0].what
    pages = float(told.split("about ")[1].split()[0])
    (near,) = find(f"length: [{{max_pages: {pages}}}]", LONG)
    assert (near.code, near.severity) == ("rule-length-borderline", Severity.ADVICE)
    assert "Word" in near.next_step


def test_a_limit_that_is_only_about_so_much_is_broken_by_more_than_a_little(find: Find) -> None:
    words = int(find("length: [{max_words: 1}]", LONG)[0].what.split(" has ")[1].split()[0])

    def codes(rule: str, bound: float) -> list[str]:
        return [one.code for one in find(f"length: [{{{rule}: {round(bound)}, approximate: true}}]", LONG)]

    assert codes("max_words", words / 1.2) == codes("min_words", words / 0.8) == []
    assert codes("max_words", words / 1.3) == ["rule-too-long"]
    assert codes("min_words", words / 0.7) == ["rule-too-short"]


def test_limits_that_measure_the_same_words_are_told_once(find: Find) -> None:
    assert len(find("length: [{per: topic, max_words: 100}, {per: paper, max_words: 110}]", LONG)) == 1


def test_a_limit_that_may_be_for_other_committees_is_not_shown_as_this_papers_own(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "conferences"
    folder.mkdir(parents=True)
    rules = preset("length: [{max_words: 100, only_for: crisis committees}]")
    (folder / "tc.yaml").write_text(rules, encoding="utf-8")
    held = verdict(paper(LONG), default_library(beside=tmp_path, extra=None), today=TODAY).lengths
    assert held
    assert not any(one.most or one.is_over for one in held)


def test_a_paper_in_which_nothing_is_written_yet_is_not_too_long(composer: Composer) -> None:
    held = verdict(Paper(template="two-topics", preset="munuc"), shipped_library(), composer, TODAY).lengths
    assert held
    assert not any(one.share > 0.5 or one.is_over for one in held)


def test_each_topic_is_measured_by_itself_and_the_paper_as_a_whole(find: Find) -> None:
    second = "  - id: t2\n    title: Water\n    noun: water scarcity\n"
    (on_topic,) = find("length: [{per: topic, max_words: 150}]", LONG, second)
    assert (on_topic.address, on_topic.code) == ("topics/t1", "rule-too-long")
    assert "topic A" in on_topic.what
    (whole,) = find("length: [{per: paper, max_words: 150}]", LONG, second)
    assert whole.address == ""


def test_a_document_for_each_topic_is_measured_for_each(find: Find) -> None:
    second = "  - id: t2\n    title: Water\n    noun: water scarcity\n"
    rules = "papers: {document: one per topic}\nlength: [{per: paper, max_words: 150}]"
    assert [one.address for one in find(rules, LONG, second)] == ["topics/t1"]


@pytest.mark.parametrize("rule", ["every_topic: true", "document: one per topic"])
def test_a_second_topic_is_missed_only_where_the_paper_and_its_template_have_one(find: Find, rule: str) -> None:
    second = "  - id: t2\n    title: Water\n    noun: water scarcity\n"
    assert find(f"papers: {{{rule}}}", more=second) == []
    (told,) = find(f"papers: {{{rule}}}")
    assert "on one" in told.what
    assert ("a paper of its own" in told.next_step) == ("document" in rule)


def test_sources_that_are_cited_count_and_those_that_only_stand_there_do_not(find: Find) -> None:
    rules = "citations: {required: true, resources: {min_sources: 1}}"
    assert find(rules, "It.", CITED + SOURCE) == []
    assert {one.code for one in find(rules, "It.", SOURCE)} == {"rule-citations-missing", "rule-sources-few"}


def test_sources_count_too_where_the_conference_wants_no_mark_of_them(find: Find) -> None:
    rules = "citations: {required: true, ways: [{mechanism: none}], resources: {min_sources: 1}}"
    assert find(rules, "It.", CITED + SOURCE) == []


def test_marks_inside_words_of_others_are_theirs(find: Find) -> None:
    quoted = "    quotations:\n      - id: q1\n        speaker: A mayor\n        words: Many left [3].\n"
    assert find("citations: {banned: [in-text]}", "It.", quoted) == []


def test_a_paper_full_of_typed_marks_is_told_of_some(find: Find) -> None:
    facts = "      facts:\n" + "        - text: Many left [3].\n" * 9
    assert [one.code for one in find("citations: {banned: [in-text]}", "It.", facts)] == ["rule-citation-typed"] * 5


def test_a_season_is_told_with_the_day_of_the_place_that_names_it(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "conferences"
    folder.mkdir(parents=True)
    later = "  - title: TC, page\n    url: https://example.org/tc\n    seen_on: 2026-11-24\n"
    (folder / "tc.yaml").write_text(preset("{}").replace("{}\n", "") + later, encoding="utf-8")
    library = default_library(beside=tmp_path, extra=None)
    (told,) = [one for one in verdict(paper("It."), library, today=TODAY).findings if one.code == "rule-season"]
    assert "seen on 24 November 2026 (season 2027 by what was seen on 22 November 2026)" in told.what


def test_how_far_the_rules_are_known_is_told_once(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "conferences"
    folder.mkdir(parents=True)
    rules = "generated: {rule: forbidden}\nnot_verified: [The margins., The date.]\n"
    (folder / "tc.yaml").write_text(preset(rules), encoding="utf-8")
    library = default_library(beside=tmp_path, extra=None)
    told = {one.code: one for one in verdict(paper("It."), library, today=TODAY).findings}
    assert set(told) == {"rule-season", "rule-not-verified", "rule-generated-text"}
    assert {one.severity for one in told.values()} == {Severity.ADVICE}
    assert "season 2027" in told["rule-season"].what
    assert "The margins; The date" in told["rule-not-verified"].what
    assert "uses no model" in told["rule-generated-text"].what
    later = verdict(paper("It."), library, today=date(2028, 3, 1)).findings
    assert "rule-season-old" in {one.code for one in later}


@pytest.mark.parametrize("filled_in", ["", "None was used."])
def test_a_page_on_language_models_is_asked_for_in_one_finding(find: Find, filled_in: str) -> None:
    rules = "generated: {rule: disclose, disclosure_page: true}"
    more = f"disclosure: {filled_in}\n" if filled_in else ""
    told = [one for one in find(rules, more=more, every=True) if "language model" in one.what]
    assert [one.code for one in told] == ([] if filled_in else ["rule-disclosure-missing"])
    assert all("mundraft uses no model" in one.what for one in told)


def test_the_review_says_nothing_twice_under_any_preset() -> None:
    library = default_library(None, None)
    read = read_paper(library.example("mexico-child-trafficking-short"), "mexico.yaml")
    for preset in library.conferences():
        of_conference = read.changed(preset=preset.name)
        told = [*findings(of_conference, library), *verdict(of_conference, library, today=TODAY).findings]
        rules = [(one.code, one.address, _rule_of(one)) for one in told]
        assert len(rules) == len(set(rules)), preset.name
        about_models = [one.code for one in told if "language model" in one.what]
        assert len(about_models) <= 1, preset.name


def _rule_of(told: Problem) -> str:
    """What tells two rules of one code at one place apart: all but the numbers of this paper."""
    return re.sub(r"\d+(\.\d+)?", "#", told.what)


def test_a_paper_without_a_conference_breaks_no_rule() -> None:
    free = paper(LONG).changed(preset="")
    assert verdict(free, default_library(None, None)).findings == ()


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Kenya_UNEA.pdf", []),
        ("Kenya_UNEA.docx", ["rule-format"]),
        ("paper.pdf", ["rule-file-name"]),
        ("paper", ["rule-format", "rule-file-name"]),
    ],
)
def test_a_file_to_hand_in_is_held_to_its_kind_and_name(tmp_path: Path, name: str, codes: list[str]) -> None:
    folder = tmp_path / "templates" / "conferences"
    folder.mkdir(parents=True)
    (folder / "tc.yaml").write_text(preset("file: {formats: [pdf]}"), encoding="utf-8")
    presentation = presentation_of(paper("It."), default_library(beside=tmp_path, extra=None))
    told = list(file_breaches(presentation, Path(name), ["Kenya_UNEA"]))
    assert [one.code for one in told] == codes
    assert all(one.seen for one in told)


def test_every_preset_that_ships_can_be_held_against_a_paper() -> None:
    library: Library = default_library(None, None)
    example = read_paper(library.example("kenya-climate-displacement-short"), "example")
    for found in library.conferences():
        told = verdict(example.changed(preset=found.name), library, today=TODAY).findings
        assert told or found.name == "classroom"  # which nobody holds, and so no season
        assert all(one.what.strip() and one.next_step and one.seen for one in told)


def test_a_word_of_the_first_person_is_shown_in_its_sentence_and_with_its_question(find: Find) -> None:
    text = "The sea rises. Nobody but the neighbours on the coast has asked us for help. It is late, and nobody came."
    (told,) = find("wording: {first_person: no I or we}", text)
    assert "“us” stands in “What is" in told.what
    assert told.what.endswith("“…on the coast has asked us for help.”")
    assert "Kenya" not in told.next_step


def test_a_template_that_is_written_in_the_first_person_is_told_once() -> None:
    library = default_library(None, None)
    example = read_paper(library.example("pearson-suez-crisis"), "example").changed(preset="classroom")
    (told,) = [one for one in verdict(example, library, today=TODAY).findings if one.code == "rule-first-person"]
    assert "The template and the rule do not go together." in told.what
    assert "another template" in told.next_step
    assert told.address == ""


@pytest.fixture(scope="module")
def composer() -> Composer:
    return Composer(shipped_library())


def by_topic(told: Iterable[Problem]) -> list[list[tuple[str, str, str]]]:
    """What is told of each of two topics, in words that do not say which."""
    every = tuple(told)
    return [
        [
            (one.code, one.address.removeprefix(topic), re.sub("([Tt]opic) [AB]", r"\1", one.what))
            for one in every
            if one.address.startswith(topic)
        ]
        for topic in ("topics/t1", "topics/t2")
    ]


@pytest.mark.parametrize("preset", [found.name for found in shipped_library().conferences()])
def test_a_topic_that_the_template_asks_for_and_the_paper_has_not_yet_is_judged_like_the_first(
    preset: str, composer: Composer
) -> None:
    """A new paper of two topics holds one: the app's review looks at both."""
    paper = Paper(template="two-topics", preset=preset)
    first, second = by_topic(verdict(paper, shipped_library(), composer, TODAY).findings)
    assert second == first
    assert first or preset not in ("bmun", "bmal", "lamun")  # which ask each topic for a section


def test_of_a_topic_that_the_paper_has_not_yet_all_is_told_that_is_told_of_the_first() -> None:
    first, second = by_topic(findings(Paper(template="two-topics"), shipped_library(), TODAY))
    assert second == first
    assert len(first) > 10
