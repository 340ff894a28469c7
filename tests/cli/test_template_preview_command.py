"""`mundraft template preview`: what a teacher sees of a template before a class has it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mundraft.cli.running import run
from mundraft.word.reader import paragraph_texts

Said = tuple[int, str, str]

DEFINITION = """\
mundraft-template: 1
name: Letter
steps:
  - id: who
    title: Who you are
    questions:
      - id: seat
        ask: Who are you?
        at: paper:seat
        kind: country
        required: true
      - id: wish
        ask: What do you want?
        required: true
      - id: thanks
        ask: Whom do you thank?
        kind: noun_phrase
        many:
          max: 3
parts:
  - key: wish
    title: The wish
    words: 40
    asks: [wish]
  - key: thanks
    title: Thanks
    asks: [thanks]
"""
TEXT = """\
{% block wish %}
{{ seat | at_start }} writes: {{ wish | sentence }}
{% endblock %}

{% block thanks %}
{% if thanks %}
Thanks go to {{ thanks | clauses | series }}.
{% endif %}
{% endblock %}
"""
#: Macros that call one another a million times.
ENDLESS = "".join(
    f"{{% macro {name}() %}}{(f'{{{{ {next_}() }}}}' if next_ else 'x') * 100}{{% endmacro %}}\n"
    for name, next_ in (("last", ""), ("more", "last"), ("ever", "more"))
)


@pytest.fixture
def letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A teacher's own template in the class's folder, which is the current one; and a home of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    folder = tmp_path / "templates" / "letter"
    folder.mkdir(parents=True)
    (folder / "template.yaml").write_text(DEFINITION, encoding="utf-8")
    (folder / "paper.md.j2").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture
def preview(letter: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    def call(*words: str) -> Said:
        code = run(["template", "preview", *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_paper_stands_beside_the_names_of_its_parts_and_their_words(preview: Callable[..., Said]) -> None:
    code, out, _ = preview("letter")
    lines = out.splitlines()
    assert code == 0
    assert "everything answered" in lines[0]
    wish = next(line for line in lines if line.startswith("wish "))
    assert wish.endswith("Peru writes: " + wish.partition("Peru writes: ")[2])
    assert any(line.startswith(tuple("0123456789")) and " of 40 words  " in line for line in lines)
    assert max(len(line) for line in lines) <= 80


def test_a_template_that_ships_is_shown_by_an_example_that_uses_it(preview: Callable[..., Said]) -> None:
    _, out, _ = preview("classic")
    assert "everything answered" not in out.splitlines()[0]
    assert "of 1200 words" in " ".join(out.splitlines()[:2])


def test_a_template_that_extends_one_is_shown_by_the_examples_of_that_one(
    preview: Callable[..., Said], tmp_path: Path
) -> None:
    folder = tmp_path / "templates" / "ours"
    folder.mkdir()
    (folder / "template.yaml").write_text("mundraft-template: 1\nname: Ours\nextends: classic\n", encoding="utf-8")
    (folder / "paper.md.j2").write_text(
        '{% extends "classic" %}\n{% block appeal %}\nThat is all.\n{% endblock %}\n', encoding="utf-8"
    )
    code, out, _ = preview("ours", "--with", "kenya-climate-displacement")
    assert code == 0
    assert "That is all." in out
    assert "Kenya" in preview("ours")[1] or "Japan" in preview("ours")[1]


def test_the_facts_of_an_extreme_are_said_to_be_made_up_and_those_of_an_example_not(
    preview: Callable[..., Said],
) -> None:
    assert "Its facts are made up" in preview("letter", "--with", "seat: the Gambia")[1].splitlines()[1]
    assert "made up" not in preview("classic")[1]


def test_an_extreme_is_named_as_it_is_read_or_as_it_is_typed(preview: Callable[..., Said]) -> None:
    assert "The Gambia writes" in preview("letter", "--with", "seat: the Gambia")[1]
    assert "Côte d’Ivoire writes" in preview("letter", "--with", "seat-cote-divoire")[1].replace("'", "’")


def test_a_paper_of_ones_own_is_printed_by_the_template(preview: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "mundraft: 1\ntemplate: classic\nseat:\n  name: The Old Port\ntopics:\n  - id: t1\n    answers:\n"
        "      wish: Let the cranes rest.\n",
        encoding="utf-8",
    )
    assert "The Old Port writes: Let the cranes rest." in preview("letter", "--with", "mine.yaml")[1]


def test_an_unknown_paper_is_told_with_the_names_that_come_near(preview: Callable[..., Said]) -> None:
    code, _, err = preview("letter", "--with", "one-wrd-answers")
    assert code == 2
    assert "Did you mean one-word-answers" in err
    code, _, err = preview("letter", "--with", "gone.yaml")
    assert code == 2
    assert "gone.yaml" in err


def test_the_list_names_what_a_template_can_be_tried_with(preview: Callable[..., Said]) -> None:
    _, out, _ = preview("classic", "--list")
    assert "kenya-climate-displacement" in out
    assert "seat-the-gambia" in out


def test_every_extreme_is_shown_and_their_lengths_stand_together(preview: Callable[..., Said]) -> None:
    code, out, _ = preview("letter", "--extremes")
    summary = out.split("In all:")[1]
    assert code == 0
    assert next(line for line in summary.splitlines() if "nothing-answered" in line).endswith("still to write.")
    assert summary.count(" words, about ") == len(summary.strip().splitlines()) - 1, "nothing fills no pages"


def test_word_files_of_several_papers_go_into_a_folder(preview: Callable[..., Said], tmp_path: Path) -> None:
    code, _, _ = preview(
        "letter", "--with", "seat-the-gambia", "--with", "answers-with-emoji", "--to", "docx", "--out-dir", "out"
    )
    assert code == 0
    texts = paragraph_texts((tmp_path / "out" / "letter - seat-the-gambia.docx").read_bytes())
    assert any(text.startswith("The Gambia writes") for text in texts)
    assert (tmp_path / "out" / "letter - answers-with-emoji.docx").exists()


def test_one_file_is_for_one_paper(preview: Callable[..., Said], tmp_path: Path) -> None:
    assert preview("letter", "-o", "letter.docx")[0] == 0
    assert (tmp_path / "letter.docx").exists()
    code, _, err = preview("letter", "--extremes", "-o", "other.docx")
    assert code == 2
    assert "--out-dir" in err


def test_what_changed_since_the_last_preview_stands_below(preview: Callable[..., Said], letter: Path) -> None:
    assert "What changed" not in preview("letter")[1]
    assert "What changed" not in preview("letter")[1]
    rewrite(letter / "paper.md.j2", "Thanks go to", "It is grateful to")
    out = preview("letter")[1]
    assert "[-Thanks go-] {+It is grateful+} to" in out.split("What changed")[1]
    assert "\x1b[" not in out


def test_the_version_before_can_be_asked_for_again(preview: Callable[..., Said], letter: Path) -> None:
    preview("letter")
    rewrite(letter / "template.yaml", "many:\n          max: 3", "many:\n          max: 1")
    rewrite(letter / "paper.md.j2", "writes:", "says:")
    preview("letter")
    code, out, _ = preview("letter", "--against", "last")
    assert code == 0
    assert "[-writes:-] {+says:+}" in out
    assert len(out.splitlines()) < 12


def test_where_there_is_no_version_before_that_is_said(preview: Callable[..., Said]) -> None:
    for name in ("letter", "classic"):
        code, out, _ = preview(name, "--against", "last")
        assert code == 0
        assert out.startswith(f"No version of {name} ")


def test_a_template_is_compared_with_one_in_another_folder(
    preview: Callable[..., Said], letter: Path, tmp_path: Path
) -> None:
    old = tmp_path / "last year" / "templates" / "letter"
    old.mkdir(parents=True)
    (old / "template.yaml").write_text(DEFINITION, encoding="utf-8")
    (old / "paper.md.j2").write_text(TEXT.replace("writes", "demands"), encoding="utf-8")
    for folder in (tmp_path / "last year", old):
        assert "[-demands:-] {+writes:+}" in preview("letter", "--against", str(folder))[1]
    code, _, err = preview("letter", "--against", str(tmp_path / "nowhere"))
    assert code == 2
    assert "templates/letter" in err


def test_a_kept_version_that_was_damaged_is_passed_over(
    preview: Callable[..., Said], letter: Path, tmp_path: Path
) -> None:
    preview("letter")
    for kept in (tmp_path / "home").rglob("templates/*/*.json"):
        kept.write_bytes(b'{"definition": 7}')
    rewrite(letter / "paper.md.j2", "writes", "says")
    assert preview("letter")[0] == 0


def test_a_faulty_template_is_told_by_its_line(preview: Callable[..., Said], letter: Path) -> None:
    rewrite(letter / "paper.md.j2", "thanks |", "thank |")
    code, _, err = preview("letter")
    assert code == 2
    assert "paper.md.j2:7" in err


def test_a_template_that_runs_away_is_stopped_and_told(preview: Callable[..., Said], letter: Path) -> None:
    rewrite(letter / "paper.md.j2", "Thanks go to", "{{ ever() }}")
    rewrite(letter / "paper.md.j2", "{% block wish %}", ENDLESS + "{% block wish %}")
    code, _, err = preview("letter", "--with", "many-of-everything")
    assert code == 2
    assert "template-too-much-output" in err
    assert "Traceback" not in err
