"""Each mistake of the table is told at its line in one message, or two at most, and what to do stands with it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import mistakes_in_presets
import mistakes_in_profiles
import mistakes_in_templates
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mistakes_form import VALID, Mistake

from mundraft.cli import shelf_checks
from mundraft.coach.codes import explanations
from mundraft.compose.checking.unread import unread_problems
from mundraft.compose.checking.whole import template_problems
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.problems import MundraftError

#: For each kind of file: the table, the command's function, and the name of the valid thing.
KINDS = {
    "template": (mistakes_in_templates.MISTAKES, shelf_checks.check_templates, "river"),
    "conference": (mistakes_in_presets.MISTAKES, shelf_checks.check_conferences, "riverside"),
    "country": (mistakes_in_profiles.MISTAKES, shelf_checks.check_countries, "riverland"),
}
MISTAKES = [
    pytest.param(kind, mistake, id=f"{kind}-{mistake.name}")
    for kind, (table, _, _) in KINDS.items()
    for mistake in table
]
#: A message: where, what, and its code; the line with its caret and the next step stand below it, indented.
HEAD = re.compile(r"^(?P<place>\S.*?): (?P<warning>warning: )?(?P<what>\S.*) \[(?P<code>[a-z0-9-]+)\]$")


class Told(NamedTuple):
    """What the command printed of one problem."""

    place: str
    code: str
    below: tuple[str, ...]
    words: str
    is_error: bool


class Answer(NamedTuple):
    """How the command ended, and what it told."""

    code: int
    told: tuple[Told, ...]


@pytest.fixture(scope="module")
def ships(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the valid files name, of all that ships: the rest would only be read for each of the mistakes again."""
    folder = tmp_path_factory.mktemp("ships")
    shutil.copytree(shipped_folder() / "templates" / "classic", folder / "templates" / "classic")
    (folder / "instruments").mkdir()
    for name in ("crc", "cedaw", "cerd"):
        shutil.copy(shipped_folder() / "instruments" / f"{name}.yaml", folder / "instruments")
    return folder


def checked(kind: str, folder: Path, ships: Path, capsys: pytest.CaptureFixture[str]) -> Answer:
    _, check, name = KINDS[kind]
    library = Library([Folder(folder, Tier.GIVEN), Folder(ships, Tier.SHIPPED)])
    code = check(library, (name,))
    captured = capsys.readouterr()
    assert "Traceback" not in captured.out + captured.err
    told: list[Told] = []
    for line in (captured.out + captured.err).splitlines():
        head = HEAD.match(line)
        if head:
            told.append(Told(head["place"], head["code"], (), head["what"], not head["warning"]))
        elif told and line.startswith("    "):
            last = told[-1]
            told[-1] = last._replace(below=(*last.below, line), words=f"{last.words} {line}")
    return Answer(code, tuple(told))


@pytest.mark.parametrize("kind", KINDS)
def test_the_valid_files_have_nothing_to_mend(
    kind: str, tmp_path: Path, ships: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(VALID, tmp_path, dirs_exist_ok=True)
    assert checked(kind, tmp_path, ships, capsys) == (0, ())


@pytest.mark.parametrize(("kind", "mistake"), MISTAKES)
def test_a_mistake_is_told_once_at_its_line_with_a_caret_and_what_to_do(
    kind: str, mistake: Mistake, tmp_path: Path, ships: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = mistake.made_in(tmp_path)
    code, told = checked(kind, tmp_path, ships, capsys)
    assert code in ((1, 2) if any(one.is_error for one in told) else (0,))
    assert 1 <= len(told) <= 2, told
    where = f"{tmp_path / mistake.look_in if mistake.look_in else path}:{mistake.line}:"
    fitting = [one for one in told if one.place.startswith(where)] if mistake.line else list(told)
    assert fitting, (where, told)
    words = [one.words.casefold() for one in fitting]
    assert any(all(said.casefold() in text for said in mistake.says) for text in words), (mistake.says, words)
    for one in told:
        assert one.code in explanations()
        assert one.below, one
        assert one.below[-1].startswith("    -> "), one
        if re.search(r":\d+(:\d+)?$", one.place):  # a line, and so a column and a caret
            assert re.search(r":\d+:\d+$", one.place), one
            assert one.below[1].strip() == "^", one


def test_faults_of_the_questions_and_of_the_text_are_told_at_once_even_where_neither_can_be_read(
    tmp_path: Path, ships: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(VALID, tmp_path, dirs_exist_ok=True)
    folder = tmp_path / "templates" / "river"
    for name, right, wrong in (
        ("template.yaml", "kind: clause", "kind clause"),
        ("paper.md.j2", "{{ stance | sentence }}", "{{ stance | sentence }"),
        ("paper.md.j2", "{% if gaps %}", '{% if gaps = "x" %}'),
    ):
        path = folder / name
        path.write_text(path.read_text("utf-8").replace(right, wrong), "utf-8")
    code, told = checked("template", tmp_path, ships, capsys)
    assert code == 2
    assert [one.code for one in told] == ["yaml-missing-colon", "jinja-one-equals", "jinja-unclosed"]


def test_yes_and_no_are_read_as_they_are_meant(tmp_path: Path, ships: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(VALID, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "templates/conferences/riverside.yaml"
    path.write_text(path.read_text("utf-8").replace("  required: true", "  required: yes"), "utf-8")
    assert checked("conference", tmp_path, ships, capsys) == (0, ())
    assert Library([Folder(tmp_path, Tier.GIVEN)]).conference("riverside").citations.required is True


def test_a_list_whose_own_line_is_gone_is_told_once_where_its_entries_begin(tmp_path: Path) -> None:
    shutil.copytree(VALID, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "templates" / "river" / "template.yaml"
    path.write_text(path.read_text("utf-8").replace("\nparts:\n", "\n"), "utf-8")
    library = Library([Folder(tmp_path, Tier.GIVEN)])
    with pytest.raises(MundraftError) as error:
        library.template("river")
    (problem,) = unread_problems(library, "river", error.value)
    assert "parts:" in problem.what
    assert problem.place
    assert problem.place.excerpt.strip() == "- key: problem"


@settings(max_examples=30)
@given(data=st.data())
def test_a_lost_line_or_sign_is_never_a_traceback_and_hardly_more_than_one_message(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(("template.yaml", "paper.md.j2")))
    with TemporaryDirectory() as folder:
        shutil.copytree(VALID, folder, dirs_exist_ok=True)
        path = Path(folder) / "templates" / "river" / name
        lines = path.read_text("utf-8").splitlines(keepends=True)
        lost = data.draw(st.integers(0, len(lines) - 1))
        at = data.draw(st.integers(-1, max(len(lines[lost]) - 2, 0)))
        lines[lost] = lines[lost][:at] + lines[lost][at + 1 :] if at >= 0 else ""
        path.write_text("".join(lines), "utf-8")
        library = Library([Folder(Path(folder), Tier.GIVEN)])
        try:
            told = template_problems(library.template("river"))
        except MundraftError as error:
            told = unread_problems(library, "river", error)
    assert len(told) <= 2, [problem.told() for problem in told]
