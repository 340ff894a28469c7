"""Slips that a teacher makes in the first hour with a template of their own: each is told once, with what to do."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from mundraft.cli.running import run


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A template that leaves `forms` out, in the folder in which the terminal stands."""
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "templates" / "harbour"
    folder.mkdir(parents=True)
    (folder / "template.yaml").write_text("extends: classic\nname: Harbour\nleave_out:\n  - forms\n", "utf-8")
    (folder / "paper.md.j2").write_text('{% extends "classic" %}\n', "utf-8")
    return folder


def checked(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> str:
    (folder / "paper.md.j2").write_text(text, "utf-8")
    run(["template", "check", "harbour"])
    said = capsys.readouterr()
    return said.out + said.err


@pytest.mark.parametrize("printed", ["{{ forms | clauses | series }}", "{{ forms | first | clause }}"])
def test_a_sentence_around_a_left_out_question_is_told_at_its_line(
    printed: str, template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        f'{{% extends "classic" %}}\n{{% block issue %}}\n{{{{ super() }}}} It falls on {printed}.\n{{% endblock %}}\n'
    )
    said = checked(template, text, capsys)
    assert "paper.md.j2:3:30: warning: `forms` is left out" in said
    assert said.count("[template-") == 1


def test_a_left_out_question_that_is_asked_for_first_leaves_no_hole(
    template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = "{% if forms %}{{ forms | clauses | series }}{% endif %}"
    text = f'{{% extends "classic" %}}\n{{% block issue %}}\n{{{{ super() }}}}\n{printed}{{% endblock %}}\n'
    assert "template-left-out-printed" not in checked(template, text, capsys)


@pytest.mark.parametrize("named", ['"clasic"', '"one-page"'])
def test_a_wrong_name_behind_extends_is_one_error(
    named: str, template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"{{% extends {named} %}}\n{{% block issue %}}\n{{{{ super() }}}} Ours.\n{{% endblock %}}\n"
    said = checked(template, text, capsys)
    assert said.count("[template-") == 1
    assert "[template-extends-disagree]" in said
    assert "`extends:` in template.yaml" in said


def test_an_id_to_leave_out_that_is_not_there_leads_to_the_ids_of_that_template(
    template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["template", "new", "other", "--extends", "one-page", "--leave-out", "zebra"]) == 2
    assert "`mundraft template show one-page` lists its ids" in capsys.readouterr().err
    assert not (template.parent / "other").exists()


def test_the_words_of_a_question_lead_to_its_id(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "new", "other", "--leave-out", "Who suffers most?"]) == 2
    assert "Did you mean affected?" in capsys.readouterr().err
    assert not (template.parent / "other").exists()


@pytest.mark.parametrize("command", [["template", "new", "coast"], ["conference", "new", "Coast"]])
@pytest.mark.usefixtures("template")
def test_a_name_of_several_words_without_quotation_marks_is_understood(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "brief"]) == 2
    assert "between quotation marks" in capsys.readouterr().err
    assert run([*command, "--nothing"]) == 2
    assert "between quotation marks" not in capsys.readouterr().err


@pytest.mark.parametrize("name", ["Reference.docx", "reference.doc", "reference.docx.docx", "refrence.docx"])
def test_a_reference_that_is_not_called_so_is_told(
    name: str, template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (template / name).write_bytes(b"PK")
    for command in ("check", "looks"):
        run(["template", command, "harbour"])
        said = capsys.readouterr()
        assert f"{name} is not read" in said.out + said.err
        assert "reference.docx" in (said.out + said.err).partition("->")[2]


def test_a_reference_as_it_should_be_and_other_documents_are_not_told_of(
    template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("plan.docx", "references.txt"):
        (template / name).write_bytes(b"x")
    assert "looks-misnamed" not in checked(template, '{% extends "classic" %}\n', capsys)
    for name in ("reference.docx", "reference old.docx"):
        (template / name).write_bytes(b"x")
    assert "looks-misnamed" not in checked(template, '{% extends "classic" %}\n', capsys)


def test_a_new_paper_in_a_folder_that_is_not_there_says_so(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "papers/kenya.yaml"]) == 2
    said = capsys.readouterr().err
    assert "There is no folder papers. [paper-folder-missing]" in said
    assert "mkdir" in said
    assert "disk" not in said
    assert not (template.parents[1] / "papers").exists()


def test_at_a_terminal_the_folder_of_a_new_paper_is_made_for_who_wants_it(
    template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("n\ny\n"))
    assert run(["new", "papers/kenya.yaml"]) == 2
    assert run(["new", "papers/kenya.yaml"]) == 0
    assert (template.parents[1] / "papers" / "kenya.yaml").is_file()


class Terminal(io.StringIO):
    """What a person types."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("word", "meant"),
    [("example", "mundraft new --example"), ("examples", "mundraft new --example"), ("help", "mundraft --help")],
)
def test_a_word_that_is_no_command_leads_to_the_one_that_does_it(
    word: str, meant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run([word]) == 2
    assert meant in capsys.readouterr().err


def test_an_example_of_no_such_name_is_told_with_the_names_of_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert run(["new", "mine", "--example", "zzz"]) == 2
    said = capsys.readouterr().err
    assert "example-unknown" in said
    assert "kenya-climate-displacement-short" in said
    assert "pearson-suez-crisis" in said
