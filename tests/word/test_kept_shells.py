"""The package around a paper's words is built once, and kept among the compiled modules of the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from word_documents import WHOLE

from mundraft.document.layout import Layout, Limit
from mundraft.document.looks import Looks, Picture, TextLook
from mundraft.document.tree import Document
from mundraft.word import building, shells
from mundraft.word.package import Shell
from mundraft.word.shape import Shape
from mundraft.word.writer import document_to_docx


@pytest.fixture(autouse=True)
def pycache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which this Python keeps what it compiles."""
    folder = tmp_path / "pycache"
    monkeypatch.setattr("sys.pycache_prefix", str(folder))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return folder


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[Shape]:
    """The shapes whose shell is built with python-docx."""
    shapes: list[Shape] = []
    built = building.built

    def noting(shape: Shape) -> Shell:
        shapes.append(shape)
        return built(shape)

    monkeypatch.setattr(building, "built", noting)
    return shapes


def in_arial(document: Document) -> Document:
    """The document in a font that everybody knows; none of another is kept."""
    return document._replace(layout=document.layout._replace(font="Arial"))


@pytest.fixture
def tiny(tiny: Document) -> Document:
    return tiny._replace(layout=tiny.layout._replace(font="Times New Roman"))


def docx(document: Document) -> bytes:
    """The document's file, as a process that has just begun would write it."""
    shells.shell_for.cache_clear()
    return document_to_docx(document)


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_is_the_same_whether_its_shell_was_built_or_kept(
    name: str, request: pytest.FixtureRequest, builds: list[Shape]
) -> None:
    document = in_arial(request.getfixturevalue(name))
    assert docx(document) == docx(document)
    assert len(builds) == 1


def test_papers_of_two_shapes_never_share_a_shell(tiny: Document, builds: list[Shape]) -> None:
    other = in_arial(tiny)
    assert [docx(tiny), docx(other)] == [docx(tiny), docx(other)]
    assert docx(tiny) != docx(other)
    assert len(builds) == 2


def test_a_limit_of_length_is_no_other_shape(tiny: Document, builds: list[Shape]) -> None:
    limited = tiny.layout._replace(max_words=700, limits=(Limit(max_words=700),), count_notes=True)
    assert docx(tiny) == docx(tiny._replace(layout=limited))
    assert len(builds) == 1


@pytest.mark.parametrize("broken", [b"", b"nothing of ours", None])
def test_a_kept_shell_that_is_broken_is_built_anew(
    broken: bytes | None, tiny: Document, pycache: Path, builds: list[Shape]
) -> None:
    whole = docx(tiny)
    (kept,) = pycache.rglob("shell-*")
    kept.write_bytes(kept.read_bytes()[:200] if broken is None else broken)
    assert [docx(tiny), docx(tiny)] == [whole, whole]
    assert len(builds) == 2


def test_a_shell_is_not_taken_for_another_of_the_same_name(
    tiny: Document, builds: list[Shape], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shells, "source_hash", lambda _: b"all alike")
    other = in_arial(tiny)
    assert docx(tiny) != docx(other)
    assert len(builds) == 2


@pytest.mark.parametrize(
    "looks",
    [
        Looks(kinds=(("Normal", TextLook(colour="112233")),)),
        Looks(picture=Picture(b"\x89PNG", "png", 10.0, 10.0)),
    ],
)
def test_nothing_of_a_reference_document_is_kept(looks: Looks, tiny: Document, pycache: Path) -> None:
    docx(tiny._replace(layout=Layout(looks=looks)))
    assert not list(pycache.rglob("*.pyc"))


def test_where_nothing_can_be_kept_the_file_is_the_same(tiny: Document, pycache: Path) -> None:
    whole = docx(tiny)
    for kept in sorted(pycache.rglob("*"), reverse=True):
        kept.rmdir() if kept.is_dir() else kept.unlink()
    pycache.rmdir()
    pycache.write_text("a file where the folder should be")
    assert docx(tiny) == whole


def test_no_name_that_somebody_made_up_is_kept(tiny: Document, pycache: Path) -> None:
    docx(tiny._replace(layout=tiny.layout._replace(font="Comic Sans of the Strangers")))
    docx(tiny._replace(language="en-stranger-words"))
    assert not list(pycache.rglob("shell-*"))
    docx(in_arial(tiny)._replace(language="zh-Hant-TW"))
    assert len(list(pycache.rglob("shell-*"))) == 1
