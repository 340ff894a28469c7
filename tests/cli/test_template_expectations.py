"""`mundraft template test`: what a teacher expects of a template, kept beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mundraft.cli.running import run
from mundraft.library.folders import shipped_folder

Said = tuple[int, str, str]
SHIPPED = sorted(path.parent.name for path in (shipped_folder() / "templates").glob("*/template.yaml"))


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, used_home: Path) -> Path:
    """A template of a class that extends the one-page template; nothing is expected of it yet."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "templates" / "ours"
    folder.mkdir(parents=True)
    (folder / "template.yaml").write_text("mundraft-template: 1\nname: Ours\nextends: one-page\n", encoding="utf-8")
    (folder / "paper.md.j2").write_text('{% extends "one-page" %}\n', encoding="utf-8")
    return folder


@pytest.fixture
def expect(template: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Tries the template against the lines of one expectation."""

    def call(*lines: str) -> Said:
        body = "\n".join(f"    {line}" for line in lines)
        text = f"mundraft-expectations: 1\nexpect:\n  - name: It is as we like it\n{body}\n"
        (template / "expectations.yaml").write_text(text, encoding="utf-8")
        return tried(capsys, "ours")

    return call


def tried(capsys: pytest.CaptureFixture[str], *names: str) -> Said:
    code = run(["template", "test", *names])
    said = capsys.readouterr()
    return code, " ".join(said.out.split()), said.err


def test_an_expectation_that_holds_is_one_line(expect: Callable[..., Said]) -> None:
    code, out, _ = expect("paper: one-solution", "says: Peru", "no_gaps: true")
    assert code == 0
    assert "ok It is as we like it" in out
    assert "1 of 1 hold." in out


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["says: the ministry of health of West Africa"], "the paper never says “the ministry of health"),
        (["never_says: one tender a year"], "the paper says “…"),
        (["begins: Once upon a time"], "the paper begins with “A medicine is essential"),
        (["words:", "  at_least: 5000"], "fewer than 5000"),
        (["words:", "  at_most: 5"], "more than 5"),
        (["parts:", "  country:", "    says: bicycles"], "country never says “bicycles”"),
        (["parts:", "  contry:", "    says: bicycles"], "there is no part 'contry'; the parts are issue, country"),
        (["paper: nothing-answered", "no_gaps: true"], "are still to write: [Still to write: "),
        (["answers:", "  definition: ''", "no_gaps: true"], "1 answer is still to write: [Still to write: "),
        (["paper: nothing-answered", "findings: none"], "the coach tells missing-answer"),
        (["findings:", "  - rule-length"], "the coach never tells rule-length"),
        (["paper: no-such-paper"], "cannot be tried: There is no example paper and no extreme called"),
        (["answers:", "  defnition: A port is loud."], "Did you mean definition?"),
        (["answers:", "  solutions:", "    - actors: the port"], "Nothing that is asked is called 'actors'"),
        (["answers:", "  seat:", "    - Peru", "    - Chile"], "'seat' is of another form than that question takes"),
    ],
)
def test_a_broken_expectation_says_what_was_found_instead(
    lines: list[str], found: str, expect: Callable[..., Said]
) -> None:
    code, out, err = expect(*lines)
    assert code == 1
    assert "BROKEN It is as we like it" in out
    assert found in out
    assert not err


def test_the_sentence_that_comes_near_is_shown(expect: Callable[..., Said]) -> None:
    _, out, _ = expect("says: A country that orders small amounts pays a high price for each of them.")
    assert "the nearest is" not in out  # reasons are not required, so that sentence is not in the paper
    _, out, _ = expect("paper: everything-answered", "says: A country ordering small amounts pays a large price")
    assert "the nearest is “A country that orders small amounts pays a large price" in out


def test_quotation_marks_and_line_ends_make_no_difference(expect: Callable[..., Said]) -> None:
    code, _, _ = expect(
        "answers:",
        "  definition: A port's “quiet hour” is an hour.",
        "says: >-",
        "  A port’s",
        '  "quiet hour" is',
    )
    assert code == 0


def test_answers_are_written_into_the_expectation(expect: Callable[..., Said]) -> None:
    code, out, _ = expect(
        "answers:",
        "  seat: Gambia",
        "  affected:",
        "    - crane drivers",
        "    - night nurses",
        "  solutions:",
        "    - actor: the ports",
        "      action: measure the noise",
        "      mechanism: Each would read one gauge.",
        "says:",
        "  - crane drivers and night nurses",
        "  - ports to measure the noise",
        "  - The Gambia built a central store",
    )
    assert code == 0, out


def test_a_seat_that_no_country_has_is_written_by_hand(expect: Callable[..., Said]) -> None:
    assert expect("answers:", "  seat: Harbour Watch", "says: Harbour Watch")[0] == 0


def test_a_paper_beside_the_template_is_tried(expect: Callable[..., Said], template: Path) -> None:
    paper = "mundraft: 1\ntemplate: one-page\ntopics:\n  - id: t1\n    answers:\n      appeal: Let the cranes rest.\n"
    (template / "mine.yaml").write_text(paper, encoding="utf-8")
    assert expect("paper: mine.yaml", "says: Let the cranes rest.")[0] == 0


def test_every_slip_in_the_file_is_told_with_its_line(expect: Callable[..., Said]) -> None:
    code, out, err = expect("sais: Peru", "words:", "  at_most: many")
    assert code == 2
    assert not out
    assert "expectations.yaml:4" in err
    assert "expectations-unknown-key" in err
    assert "expectations.yaml:6" in err
    assert "Traceback" not in err


def test_a_template_without_expectations_says_how_to_begin(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = tried(capsys, "ours")
    assert code == 2
    assert "mundraft-expectations: 1" in err


def test_without_names_every_template_is_tried_and_those_that_ship_do_what_is_expected(
    expect: Callable[..., Said], capsys: pytest.CaptureFixture[str]
) -> None:
    expect("says: bicycles")
    code, out, err = tried(capsys)
    assert (code, err) == (1, "")
    assert out.count("BROKEN") == out.count("found: the paper never says “bicycles”") == 1, out
    assert [name for name in (*SHIPPED, "ours") if f"{name} (" not in out] == []


def test_a_template_that_cannot_be_read_does_not_stop_the_others(
    expect: Callable[..., Said], template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expect("says: Peru")
    (template / "template.yaml").write_text("mundraft-template: 1\nnme: Ours\n", encoding="utf-8")
    code, out, err = tried(capsys, "ours", "one-page")
    assert code == 2
    assert "template-unknown-key" in err
    assert "6 of 6 hold." in out


def test_more_expectations_than_anybody_writes_are_refused_before_a_paper_is_made(
    template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    each = "".join(f"  - name: E{number}\n    paper: one-solution\n    no_gaps: true\n" for number in range(201))
    (template / "expectations.yaml").write_text(f"mundraft-expectations: 1\nexpect:\n{each}", encoding="utf-8")
    code, out, err = tried(capsys, "ours")
    assert code == 2
    assert "at most 200" in err
    assert not out
