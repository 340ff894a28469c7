"""`mundraft template new`: a template that works as it is written, and never one over another."""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from mundraft.cli import template_making
from mundraft.cli.running import run
from mundraft.compose.checking.whole import template_problems
from mundraft.compose.compose import Composer
from mundraft.desk.preparing_templates import TemplateWishes, written
from mundraft.export.formats import render
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.questions import Question
from mundraft.library.search_path import Library
from mundraft.paper.file import read_paper
from mundraft.paper.model import Said as Words

Said = tuple[int, str, str]
SHIPPED = Library((Folder(shipped_folder(), Tier.SHIPPED),))
SHELF = [found.name for found in SHIPPED.templates()]


@pytest.fixture
def mundraft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Said]:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> Said:
        capsys.readouterr()
        code = run(words)
        out, err = capsys.readouterr()
        return code, out, err

    return call


def here(tmp_path: Path) -> Library:
    return Library((Folder(tmp_path, Tier.BESIDE), *SHIPPED.folders))


@pytest.mark.parametrize("extends", SHELF)
def test_a_new_template_of_each_that_ships_works_as_it_is_written(extends: str, tmp_path: Path) -> None:
    long = TemplateWishes(extends)
    short = TemplateWishes(extends, title="Five: hundred # words", words=500, question="Who said “no”? \\ {{ x }} #}")
    for name, wishes in (("long", long), ("short", short)):
        folder = tmp_path / "templates" / name
        folder.mkdir(parents=True)
        texts = written(name, SHIPPED, wishes)
        for file, text in zip(("template.yaml", "paper.md.j2"), texts, strict=True):
            (folder / file).write_text(text, "utf-8")
            assert max(len(line) for line in text.splitlines() if line.startswith("#")) <= 100
    library = here(tmp_path)
    theirs = library.template(extends).definition
    assert [problem.told() for problem in template_problems(library.template("long"))] == []
    waiting = template_problems(library.template("short"))
    assert [one.told() for one in waiting if one.code != "template-help-to-write"] == []
    assert len(waiting) == 1
    whole, own = library.template("long").definition, library.template("short").definition
    assert (whole.steps, whole.parts, whole.max_words) == (theirs.steps, theirs.parts, theirs.max_words)
    assert (own.name, own.max_words) == ("Five: hundred # words", 500)
    assert sum(part.words for part in own.parts) <= 500
    asked = [one.ask for step in own.steps for one in step.questions if isinstance(one, Question)]
    assert "Who said “no”? \\ {{ x }} #}" in asked


def test_a_template_is_written_checked_shown_and_printed(mundraft: Callable[..., Said], tmp_path: Path) -> None:
    code, out, _ = mundraft(
        "template", "new", "Class 11b", "--title", "Our paper", "--words", "800", "--leave-out", "hook",
        "--leave-out", "solutions/funding", "--question", "What does our town do?",
    )  # fmt: skip
    folder = tmp_path / "templates" / "class-11b"
    assert code == 0
    assert str(folder / "template.yaml") in out
    # what waits for the teacher is told; without it, nothing is
    code, told, _ = mundraft("template", "check", "class-11b")
    assert code == 0
    assert re.findall(r"\[([a-z-]+)\]$", told, re.MULTILINE) == ["template-help-to-write"]
    written = (folder / "template.yaml").read_text("utf-8")
    waiting = "Say here what a good answer holds, and how long it is."
    (folder / "template.yaml").write_text(written.replace(waiting, "One sentence about our town."), "utf-8")
    assert mundraft("template", "check", "class-11b") == (0, "class-11b: nothing to mend.\n", "")
    _, shown, _ = mundraft("template", "show", "class-11b")
    assert "It extends classic" in shown
    assert "What does our town do? (sentence) [own_question]" in shown
    assert "Left out: hook, solutions/funding" in shown
    assert "[hook]" not in shown
    library = here(tmp_path)
    paper = read_paper(library.example("mexico-child-trafficking"), "mexico")
    answers = {**paper.topics[0].answers, "own_question": Words(text="our town counts its children")}
    topic = paper.topics[0].changed(answers=answers)
    paper = paper.changed(template="class-11b", topics=(topic,))
    assert "Our town counts its children." in render(Composer(library).compose(paper), "txt").decode()


def test_a_conference_gives_the_limit_and_its_rules_stand_as_notes(
    mundraft: Callable[..., Said], tmp_path: Path
) -> None:
    limited = SHIPPED.conference("rhodes")
    assert mundraft("template", "new", "ours", "--conference", limited.called, "--in", "class folder")[0] == 0
    text = (tmp_path / "class folder/templates/ours/template.yaml").read_text("utf-8")
    most = min(limit.max_words for limit in limited.length if limit.max_words and not limit.only_for)
    assert f"\nmax_words: {most}\n" in text
    assert f"# {limited.called} asks for this length:" in text
    assert mundraft("--library", "class folder", "template", "check", "ours")[0] == 0


WRONG = {
    "nothing left": (("…",), "template-no-name"),
    "another alphabet": (("Шаблон",), "template-no-name"),
    "a name of Windows": (("con",), "template-no-name"),
    "the folder of presets": (("conferences",), "template-no-name"),
    "one that ships": (("classic",), "template-exists"),
    "a template that is not there": (("ours", "--extends", "clasic"), "classic"),
    "a conference that is not there": (("ours", "--conference", "zzzzqq"), "conference"),
    "an id that is not there": (("ours", "--leave-out", "hok"), "Did you mean hook"),
    "an id that is two things": (("ours", "--leave-out", "stance"), "step/stance or question/stance"),
    "words below nothing": (("ours", "--words", "-3"), "template-words"),
    "words beyond belief": (("ours", "--words", "1000000"), "template-words"),
}


@pytest.mark.parametrize(("words", "told"), WRONG.values(), ids=WRONG.keys())
def test_what_cannot_be_made_is_told_and_nothing_is_written(
    words: tuple[str, ...], told: str, mundraft: Callable[..., Said], tmp_path: Path
) -> None:
    code, _, err = mundraft("template", "new", *words)
    assert code == 2
    assert told in err
    assert "Traceback" not in err
    assert not (tmp_path / "templates").exists()


def test_a_name_never_leads_out_of_the_folder(mundraft: Callable[..., Said], tmp_path: Path) -> None:
    assert mundraft("template", "new", "../../escape", "--in", "inner/class")[0] == 0
    assert [path.name for path in tmp_path.rglob("template.yaml")] == ["template.yaml"]
    assert (tmp_path / "inner/class/templates/escape/template.yaml").is_file()


def test_a_template_is_never_written_over(mundraft: Callable[..., Said], tmp_path: Path) -> None:
    assert mundraft("template", "new", "ours")[0] == 0
    path = tmp_path / "templates/ours/template.yaml"
    path.write_text("extends: classic\nname: Changed by hand\n", "utf-8")
    code, _, err = mundraft("template", "new", "Ours", "--words", "300")
    assert code == 2
    assert "template-exists" in err
    assert "Changed by hand" in path.read_text("utf-8")
    (tmp_path / "templates/empty").mkdir()
    assert mundraft("template", "new", "empty")[0] == 2


def test_a_teacher_in_a_terminal_is_asked_and_asked_again(
    mundraft: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [
        "clasic",
        str(SHELF.index("one-page") + 1),
        "",
        "many",
        "600",
        "hok",
        "affected appeal",
        "What does our town do?",
    ]
    monkeypatch.setattr(template_making, "_is_asked", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(said) + "\n"))
    code, out, err = mundraft("template", "new", "Class 11b")
    assert code == 0
    assert "Which template do you begin from?" in out
    assert "Did you mean 'classic'" in err
    assert "'many' is not a number" in err
    assert "'hok' is not among these" in err
    definition = here(tmp_path).template("class-11b").definition
    assert (definition.name, definition.max_words) == ("Class 11b", 600)
    assert {"affected", "appeal"} <= set(definition.left_out)


def test_a_teacher_who_only_presses_enter_gets_the_classic(
    mundraft: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template_making, "_is_asked", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert mundraft("template", "new", "ours")[0] == 0
    assert here(tmp_path).template("ours").extends == "classic"
    assert mundraft("template", "check", "ours")[0] == 0


def test_the_command_of_the_documentation_runs(mundraft: Callable[..., Said], tmp_path: Path) -> None:
    shown = (Path(__file__).parents[2] / "docs/templates.md").read_text("utf-8")
    (command,) = re.findall(r"^mundraft (template new .*)$", shown, re.MULTILINE)
    assert mundraft(*shlex.split(command))[0] == 0
    assert mundraft("template", "check", "class-11b")[0] == 0
