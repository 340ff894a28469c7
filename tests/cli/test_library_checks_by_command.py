"""`template check`, `country check`, `instrument check` and `body check`, as whoever writes such a file meets them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mundraft.cli.running import run
from mundraft.library.folders import shipped_folder

Said = tuple[int, str, str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def mundraft(here: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    def call(*words: str) -> Said:
        code = run(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture(scope="module")
def few_that_ship(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One template and three profiles of all that ship: a check of one thing reads the whole of its shelf."""
    folder = tmp_path_factory.mktemp("few")
    for name in ("templates/classic", "instruments", "bodies"):
        shutil.copytree(shipped_folder() / name, folder / name)
    (folder / "country_profiles").mkdir()
    for name in ("japan", "kenya", "mexico"):
        shutil.copy(shipped_folder() / "country_profiles" / f"{name}.yaml", folder / "country_profiles")
    return folder


@pytest.fixture
def few(few_that_ship: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mundraft.library.folders.shipped_folder", lambda: few_that_ship)


@pytest.fixture
def own_template(here: Path) -> Path:
    """A template of one's own, in the class's folder: the classic one under another name."""
    folder = here / "templates" / "ours"
    folder.mkdir(parents=True)
    for name in ("template.yaml", "paper.md.j2"):
        (folder / name).write_bytes((shipped_folder() / "templates" / "classic" / name).read_bytes())
    return folder


def shipped_copy(shelf: str, name: str, here: Path) -> Path:
    path = here / shelf / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((shipped_folder() / shelf / name).read_bytes())
    return path


def add_line(path: Path, line: str) -> int:
    """Adds a line at the end of a file and gives its number."""
    text = path.read_text(encoding="utf-8").rstrip("\n") + "\n" + line + "\n"
    path.write_text(text, encoding="utf-8")
    return len(text.splitlines())


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("kind", ["template", "country", "instrument", "body"])
def test_what_ships_has_nothing_to_mend(mundraft, kind: str) -> None:
    code, out, err = mundraft(kind, "check")
    assert (code, err) == (0, "")
    assert "nothing to mend" in out


def test_every_fault_of_a_template_is_told_with_line_column_and_caret(mundraft, own_template: Path) -> None:
    paper = own_template / "paper.md.j2"
    line = add_line(paper, "It is {{ defnition | sentence }}")
    add_line(paper, "{{ hook | shout }}")
    code, out, _ = mundraft("template", "check", "ours")
    assert code == 1
    assert f"{paper}:{line}:" in out
    assert f"{paper}:{line + 1}:11: " in out
    assert "[template-unknown-filter]" in out
    first = out.splitlines()
    assert first[1].index("defnition") == first[2].index("^")
    assert "Did you mean definition" in out


def test_a_question_without_its_answer_in_template_yaml_is_an_unknown_name(mundraft, own_template: Path) -> None:
    replace_in(own_template / "template.yaml", "- id: hook", "- id: opener")
    code, out, _ = mundraft("template", "check", "ours")
    assert code == 1
    assert "hook" in out


@pytest.mark.usefixtures("few")
def test_a_template_that_cannot_be_read_is_told_and_the_others_are_checked(mundraft, own_template: Path) -> None:
    line = add_line(own_template / "template.yaml", "colour: red")
    for words in (("template", "check"), ("template", "check", "ours", "classic")):
        code, out, err = mundraft(*words)
        assert code == 2
        assert f"template.yaml:{line}:1" in err
        assert "classic" in out


@pytest.mark.parametrize("kind", ["template", "country", "instrument", "body"])
@pytest.mark.usefixtures("few")
def test_a_name_that_is_not_there_is_told_with_what_comes_near(mundraft, kind: str) -> None:
    near = {"template": "clasic", "country": "mexicco", "instrument": "crcc", "body": "sochumm"}[kind]
    code, _, err = mundraft(kind, "check", near)
    assert code == 2
    assert "Did you mean" in err


@pytest.mark.usefixtures("few")
def test_a_profile_is_held_against_the_instruments_and_only_those_asked_for_are_told(mundraft, here: Path) -> None:
    profile = shipped_copy("country_profiles", "mexico.yaml", here)
    replace_in(profile, "instrument: crc\n", "instrument: crcx\n")
    code, out, _ = mundraft("country", "check", "mexico")
    assert code == 1
    assert f"{profile}:" in out
    assert "[country-instrument-unknown]" in out
    assert "^" in out
    assert mundraft("country", "check", "kenya")[0] == 0


@pytest.mark.usefixtures("few")
def test_a_profile_that_cannot_be_read_ends_with_2(mundraft, here: Path) -> None:
    profile = shipped_copy("country_profiles", "mexico.yaml", here)
    line = add_line(profile, "king: none")
    code, _, err = mundraft("country", "check", "mexico")
    assert code == 2
    assert f"{profile}:{line}:1" in err


def test_an_instrument_is_held_against_itself(mundraft, here: Path) -> None:
    entry = shipped_copy("instruments", "crc.yaml", here)
    replace_in(entry, "in_force: 1990", "in_force: 1980")
    code, out, _ = mundraft("instrument", "check", "crc")
    assert code == 1
    assert "[instrument-dates]" in out
    assert f"{entry}:" in out


@pytest.mark.usefixtures("few")
def test_a_wrong_correction_is_told_where_its_country_is_shown_and_checked(mundraft, here: Path) -> None:
    correction = here / "country_profiles" / "japan.yaml"
    correction.parent.mkdir()
    correction.write_text("names:\n  adjective: Nipponese\n  people:\n    - Japanese\n", encoding="utf-8")
    code, out, err = mundraft("country", "show", "japan")
    assert code == 0
    assert "Japanese" in out
    assert f"{correction}:4:5" in err
    code, out, err = mundraft("country", "check", "japan")
    assert code == 2
    assert "nothing to mend" not in out
    assert str(correction) in err


def test_a_list_tells_of_its_own_files_that_it_leaves_out(mundraft, here: Path) -> None:
    broken = here / "country_profiles" / "atlantis.yaml"
    broken.parent.mkdir()
    broken.write_text("names: [", encoding="utf-8")
    code, out, err = mundraft("country", "list")
    assert code == 0
    assert "Zimbabwe" in out
    assert "atlantis.yaml" in err
    assert "atlantis.yaml" not in mundraft("body", "list")[2]


def test_a_list_tells_that_the_folder_which_was_named_is_not_there(mundraft, here: Path) -> None:
    code, _, err = mundraft("--library", str(here / "gone"), "country", "list")
    assert code == 0
    assert "There is no such folder" in err


@pytest.mark.parametrize(("printed", "code"), [("scale", 0), ("scal", 1)])
def test_a_warning_alone_stops_no_script_and_an_error_does(
    mundraft: Callable[..., Said], here: Path, printed: str, code: int
) -> None:
    made = here / "templates" / "ours"
    made.mkdir(parents=True)
    question = "question:\n      id: scale\n      ask: How many?\n"
    made.joinpath("template.yaml").write_text(
        f"mundraft-template: 1\nextends: classic\nname: Ours\nadd:\n  - after: definition\n    {question}", "utf-8"
    )
    block = f"{{% block issue %}}{{{{ super() }}}} {{{{ {printed} | sentence }}}}{{% endblock %}}\n"
    made.joinpath("paper.md.j2").write_text('{% extends "classic" %}' + block, "utf-8")
    ended, out, err = mundraft("template", "check", "ours")
    assert ended == code
    assert "warning: scale has no help" in out + err
