"""What an editor shows: yaml-language-server, which VS Code's YAML extension is, with our schemas and no network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from language_server import LanguageServer

from mundraft.cli.running import run

PROGRAM = os.environ.get("MUNDRAFT_YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")
pytestmark = pytest.mark.skipif(not PROGRAM, reason="yaml-language-server is not installed (npm, node)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A class's folder with a template and a preset that were begun there."""
    folder = tmp_path_factory.mktemp("class of 9b")  # a blank, as in a teacher's folders
    before = Path.cwd()
    os.chdir(folder)
    try:
        assert run(("template", "new", "ours", "--question", "What does it cost?")) == 0
        assert run(("conference", "new", "Riverside MUN")) == 0
        yield folder
    finally:
        os.chdir(before)


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[LanguageServer]:
    server = LanguageServer(str(PROGRAM), folder)
    yield server
    server.close()


@pytest.fixture(scope="module")
def template(folder: Path) -> tuple[Path, str]:
    """A file beside the template that was begun, and the text of that."""
    path = folder / "templates" / "ours" / "template.yaml"
    return path.with_name("edited.yaml"), path.read_text(encoding="utf-8")


def test_what_a_teacher_begins_is_read_without_a_mark(server: LanguageServer, folder: Path) -> None:
    for number, file in enumerate(("templates/ours/template.yaml", "templates/conferences/riverside-mun.yaml")):
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert server.open(path.with_name(f"copy{number}.yaml"), text) == []


def test_mistakes_are_marked_at_their_lines(server: LanguageServer, template: tuple[Path, str]) -> None:
    path, text = template
    head = text.splitlines()[0]
    wrong = (
        f"{head}\nextends: classic\nname: 2027\nmax_word: 3\nchange:\n  hook:\n    required: perhaps\n    kind: noun\n"
    )
    found = {one["range"]["start"]["line"]: one["message"] for one in server.open(path, wrong)}
    assert sorted(found) == [3, 6, 7]
    assert "max_word" in found[3]
    assert found[6] == "Write true or false."
    assert "noun_phrase" in found[7]


def test_keys_and_values_are_offered_and_explained(server: LanguageServer, template: tuple[Path, str]) -> None:
    path, text = template
    head = text.splitlines()[0]
    path = path.with_name("offered.yaml")
    server.open(path, f"{head}\nextends: classic\nname: A\nchange:\n  hook:\n    kind: \n    ask: \n    \n")
    assert {"help", "limit", "strong"} <= set(server.completions(path, 7, 4))
    assert {"noun_phrase", "sentence"} <= set(server.completions(path, 5, 10))
    assert server.completions(path, 6, 9) == []  # a text: nothing to choose from
    assert "The question, as the delegate reads it." in server.hover(path, 6, 5)
    assert "what somebody does, from the verb on" in server.hover(path, 5, 5)


def test_the_line_of_the_installed_schema_works_too(
    server: LanguageServer, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(("schema", "line", "country")) == 0
    text = capsys.readouterr().out + "codes:\n  iso2: Kenya\n"
    (marked,) = server.open(folder / "anywhere.yaml", text)
    assert (marked["range"]["start"]["line"], marked["message"]) == (2, "Write two capital letters: KE")
