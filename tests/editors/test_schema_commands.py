"""`mundraft schema`, and the line in files that a teacher begins."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

import pytest

from mundraft.cli.running import run
from mundraft.desk.schemas import SCHEMAS

LINE = "# yaml-language-server: $schema="
Said = tuple[int, str, str]


@pytest.fixture
def mundraft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Said]:
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> Said:
        capsys.readouterr()
        code = run(words)
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_each_schema_that_is_listed_can_be_shown_and_pointed_to(mundraft: Callable[..., Said]) -> None:
    _, listed, _ = mundraft("schema", "list")
    assert [line.split()[0] for line in listed.splitlines()] == list(SCHEMAS)
    for name, schema in SCHEMAS.items():
        assert json.loads(mundraft("schema", "show", name)[1])["title"] == schema.title
        path = Path(mundraft("schema", "path", name)[1].strip())
        line = mundraft("schema", "line", name)[1].strip()
        assert Path(url2pathname(urlparse(line.removeprefix(LINE)).path)) == path.resolve()


def test_a_schema_that_is_not_there_is_told_with_the_one_that_was_meant(mundraft: Callable[..., Said]) -> None:
    code, _, said = mundraft("schema", "line", "tempalte")
    assert code == 2
    assert "Did you mean template?" in said


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("template", "new", "class-11b"), "templates/class-11b/template.yaml"),
        (("conference", "new", "Riverside MUN"), "templates/conferences/riverside-mun.yaml"),
    ],
)
def test_what_a_teacher_begins_has_the_line_and_a_copy_that_travels_with_it(
    words: tuple[str, ...], file: str, mundraft: Callable[..., Said], tmp_path: Path
) -> None:
    assert mundraft(*words)[0] == 0
    line = (tmp_path / file).read_text(encoding="utf-8").splitlines()[0]
    copy = (tmp_path / file).parent / line.removeprefix(LINE)
    assert line.startswith(LINE)
    assert copy.resolve().is_relative_to(tmp_path.resolve())
    assert "properties" in json.loads(copy.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("templates/ours/template.yaml", "template"),
        ("templates/ours/expectations.yaml", "expectations"),
        ("templates/conferences/ours.yaml", "conference"),
        ("country_profiles/kenya.yaml", "country"),
        ("instruments/crc.yaml", "instrument"),
        ("bodies/who.yaml", "body"),
        ("pack.yaml", "pack"),
    ],
)
def test_the_line_is_added_to_a_file_that_is_there(
    file: str, name: str, mundraft: Callable[..., Said], tmp_path: Path
) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\xef\xbb\xbfname: A\r\n")
    for _ in range(2):  # the second time there is nothing to add
        assert mundraft("schema", "add", file)[0] == 0
    up = "../" * file.count("/")
    assert path.read_bytes() == f"\ufeff{LINE}{up}schemas/{name}.json\r\nname: A\r\n".encode()
    assert (tmp_path / "schemas" / f"{name}.json").is_file()


def test_a_paper_is_left_alone(mundraft: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "kenya.yaml").write_text("mundraft: 1\n", encoding="utf-8")
    code, _, said = mundraft("schema", "add", "kenya.yaml")
    assert (code, "docs/editors.md" in said) == (2, True)
    assert (tmp_path / "kenya.yaml").read_text(encoding="utf-8") == "mundraft: 1\n"


def test_schemas_are_no_matter_for_a_pack(mundraft: Callable[..., Said], tmp_path: Path) -> None:
    mundraft("conference", "new", "Riverside MUN")
    code, said, told = mundraft("pack", "build", ".")
    assert code == 0, told
    assert "schemas/" not in said + told
