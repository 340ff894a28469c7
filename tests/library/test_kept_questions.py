"""The questions of a template that ships and extends another are merged once; a stranger's are never kept."""

from pathlib import Path
from shutil import copytree

import pytest

from mundraft.library import template_chains
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.questions import Question
from mundraft.library.search_path import Library
from mundraft.library.template import Template
from mundraft.library.template_links import Link

NAME = "two-topics"


@pytest.fixture(autouse=True)
def pycache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which this Python keeps what it compiles."""
    folder = tmp_path / "pycache"
    monkeypatch.setattr("sys.pycache_prefix", str(folder))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return folder


@pytest.fixture
def merges(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that are merged with what they extend."""
    names: list[str] = []
    made = template_chains._made_anew

    def noting(link: Link, data: bytes, folders: tuple[Folder, ...]) -> object:
        names.append(link.name)
        return made(link, data, folders)

    monkeypatch.setattr(template_chains, "_made_anew", noting)
    return names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the templates that ship."""
    copytree(shipped_folder() / "templates", tmp_path / "library" / "templates")
    return tmp_path / "library"


def library(folder: Path, origin: Tier = Tier.SHIPPED) -> Library:
    """The library as the program finds it when it is started anew."""
    template_chains._last.clear()
    return Library((Folder(folder, origin),))


def test_what_was_merged_once_is_the_same_the_next_time(folder: Path, merges: list[str]) -> None:
    first, second = (library(folder).template(NAME) for _ in range(2))
    assert merges == [NAME]
    assert second == first
    assert second.place(("steps", 0, "id")) == first.place(("steps", 0, "id"))


@pytest.mark.parametrize("changed", [NAME, "classic"])
def test_it_is_merged_anew_when_a_file_of_the_chain_changes(folder: Path, merges: list[str], changed: str) -> None:
    library(folder).template(NAME)
    file = folder / "templates" / changed / "template.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    library(folder).template(NAME)
    assert merges == [NAME, NAME]


def test_what_is_broken_of_what_was_kept_is_made_anew(folder: Path, pycache: Path, merges: list[str]) -> None:
    first = library(folder).template(NAME)
    (kept,) = pycache.rglob("questions-of-*")
    whole = kept.read_bytes()
    for broken in (b"", b"\n", b"nobody\n", whole[:-9], whole[:40] + b"\xff"):
        kept.write_bytes(broken)
        assert library(folder).template(NAME) == first
    assert merges == [NAME] * 6


def test_what_is_taken_more_widely_where_it_is_looked_at_is_taken_again_when_it_was_kept(folder: Path) -> None:
    file = folder / "templates" / NAME / "template.yaml"
    text = file.read_text(encoding="utf-8")
    assert "\nchange:\n" in text
    file.write_text(text.replace("\nchange:\n", "\nchange:\n  causes:\n    cited: no\n"), encoding="utf-8")
    first, second = (library(folder).template(NAME) for _ in range(2))
    assert second == first
    asked = [one for step in second.definition.steps for one in step.questions if isinstance(one, Question)]
    assert [one.cited for one in asked if one.id == "causes"] == [False]


def test_nothing_of_another_persons_template_is_kept_or_read_from_there(
    folder: Path, pycache: Path, merges: list[str]
) -> None:
    library(folder).template(NAME)
    (kept,) = pycache.rglob("questions-of-*")
    held = kept.read_bytes()
    kept.unlink()
    library(folder, Tier.USER).template(NAME)
    assert not list(pycache.rglob("questions-of-*"))
    kept.write_bytes(held)
    library(folder, Tier.USER).template(NAME)
    assert merges == [NAME] * 3


@pytest.mark.parametrize("changed", [NAME, "classic"])
def test_places_are_those_of_the_files_as_they_stand_now(folder: Path, changed: str) -> None:
    def read() -> Template:
        return Library((Folder(folder, Tier.GIVEN),)).template(NAME)

    steps = ("steps", 0, "id") if changed == "classic" else ("name",)
    before = read().place(steps)
    file = folder / "templates" / changed / "template.yaml"
    file.write_text("# one more line\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert (read().place(steps).file, read().place(steps).line) == (str(file), before.line + 1)
