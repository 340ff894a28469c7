"""What was exported is remembered until somebody changes it: whatever it is called, and whatever cuts a line off."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.compose.compose import Composer
from mundraft.desk.exporting import _Writer
from mundraft.desk.making import made
from mundraft.desk.wishes import Where, Wish
from mundraft.export import remembered
from mundraft.export.guard import JustWritten, SafeTarget, safe_target
from mundraft.export.remembered import Memory, Remembered
from mundraft.library.search_path import shipped_library
from mundraft.paper.file import read_paper_file


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    (tmp_path / "class").mkdir()
    return tmp_path / "class"


def files_of_memory(folder: Path) -> list[Path]:
    return list((folder.parent / "home" / "state" / "exports").iterdir())


def paper_at(path: Path) -> str | None:
    last = Memory().last(path)
    return Path(last.paper).name if last else None


def test_a_class_is_remembered_in_one_file_and_each_document_by_its_last_export(folder: Path) -> None:
    memory = Memory()
    for number in range(20):
        memory.remember(folder / f"p{number}.docx", b"first", folder / f"p{number}.yaml")
    memory.remember(folder / "p3.docx", b"second", folder / "other.yaml")
    assert len(files_of_memory(folder)) == 1
    assert [paper_at(folder / f"p{number}.docx") for number in (2, 3, 4)] == ["p2.yaml", "other.yaml", "p4.yaml"]
    assert memory.last(folder / "p3.docx") == Memory().last(folder / "p3.docx")
    assert Memory().last(folder / "p20.docx") is None


@given(
    names=st.lists(st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=20), min_size=1, max_size=5)
)
@settings(max_examples=30, deadline=None)
def test_no_name_is_taken_for_another(names: list[str]) -> None:
    lines = {remembered._beginning(name) for name in names}
    assert len(lines) == len(set(names))


@pytest.mark.parametrize("name", ['Who "pays", and why.docx', "a\\", "Zoë\n.docx", 'b", "c'])
def test_a_name_with_quotation_marks_or_line_ends_is_remembered(folder: Path, name: str) -> None:
    Memory().remember(folder / name, b"x", folder / f"{name}.yaml")
    assert paper_at(folder / name) == f"{name}.yaml"


def test_a_line_that_was_cut_off_costs_its_own_document_alone(folder: Path) -> None:
    Memory().remember(folder / "a.docx", b"x")
    (file,) = files_of_memory(folder)
    whole = file.read_bytes()
    Memory().remember(folder / "b.docx", b"x")
    file.write_bytes(file.read_bytes()[:-10])
    Memory().remember(folder / "c.docx", b"x")
    assert [Memory().last(folder / name) is not None for name in ("a.docx", "b.docx", "c.docx")] == [True, False, True]
    for spoiled in (b"\n", b"null", b"[]", b'\n["a.docx", "", 1, 2]', b"\xff\n\n", b'\n["a.docx", "'):
        file.write_bytes(whole + spoiled)
        last = Memory().last(folder / "a.docx")
        assert last is None or isinstance(last, Remembered)


def test_the_same_document_is_known_through_a_link_and_in_either_form_of_an_accent(folder: Path) -> None:
    Memory().remember(folder / "Zoë.docx", b"x", folder / "p.yaml")
    assert paper_at(folder / unicodedata.normalize("NFD", "Zoë.docx")) == "p.yaml"
    try:
        (folder.parent / "link").symlink_to(folder, target_is_directory=True)
        (folder / "other.docx").symlink_to("Zoë.docx")
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert paper_at(folder.parent / "link" / "Zoë.docx") == "p.yaml"
    assert paper_at(folder / "other.docx") == "p.yaml"


def test_years_of_exports_stay_one_small_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_TIDY_EVERY", 2_000)
    for number in range(60):
        Memory().remember(folder / f"p{number % 3}.docx", f"{number}".encode(), folder / f"p{number}.yaml")
    (file,) = files_of_memory(folder)
    assert file.stat().st_size < 2_500
    assert [paper_at(folder / f"p{number}.docx") for number in range(3)] == ["p57.yaml", "p58.yaml", "p59.yaml"]


def test_tidying_keeps_what_another_window_has_exported_meanwhile(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "_TIDY_EVERY", 2_000)
    ours = Memory()
    ours.remember(folder / "ours.docx", b"1", folder / "ours.yaml")
    Memory().remember(folder / "theirs.docx", b"2", folder / "theirs.yaml")
    for number in range(60):  # far enough for the file to be tidied
        ours.remember(folder / "ours.docx", f"{number}".encode(), folder / "ours.yaml")
    assert paper_at(folder / "theirs.docx") == "theirs.yaml"


def test_two_windows_that_export_at_once_take_each_others_documents_for_what_they_are(folder: Path) -> None:
    document, paper = folder / "p.docx", folder / "p.yaml"
    document.write_bytes(b"before")
    first, second = Memory(), Memory()
    first.remember(document, b"before", paper)
    assert safe_target(document, paper=paper, memory=second) == SafeTarget(document)
    for memory, data in ((first, b"of the first"), (second, b"of the second")):
        memory.remember(document, data, paper)
    for data in (b"of the second", b"of the first"):  # put in place in another order
        document.write_bytes(data)
        for memory in (first, second):
            assert safe_target(document, paper=paper, memory=memory) == SafeTarget(document)
    document.write_bytes(b"by hand")
    assert safe_target(document, paper=paper, memory=second).by_hand


def test_a_document_that_another_window_puts_in_place_is_not_called_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both looked at the folder before either wrote: no needless copy, and no false word of a change by hand."""
    monkeypatch.chdir(folder)
    Path("p.yaml").write_text("mundraft: 1\ntemplate: classic\nschool: Northfield\n", encoding="utf-8")
    library, where = shipped_library(), folder / "p.docx"
    papers = [read_paper_file(Path("p.yaml")).changed(school=name) for name in ("Ash", "Birch")]
    wish = Wish("docx", Where(output=where))
    writers = [_Writer(force=False), _Writer(force=False)]
    for _ in range(2):
        for writer, paper in zip(writers, papers, strict=True):
            report = writer.write(made(paper, Composer(library), wish, folder), Path("p.yaml"))
            assert report.path == where, report.message
            writer._known = JustWritten()  # of another run
    assert [path.name for path in folder.glob("*.docx")] == ["p.docx"]


def test_a_file_that_got_the_number_of_one_that_is_gone_is_not_the_document_just_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written, known, about = folder / "p.docx", JustWritten(), Path.stat
    written.write_bytes(b"ours")
    known.add(written, folder / "p.yaml")
    assert written in known
    other = folder / "other.docx"
    other.write_bytes(b"of another window")

    def one_number(path: Path, **named: bool) -> os.stat_result:
        there = about(path, **named)
        return os.stat_result((there[0], 4711, *there[2:10]), {"st_mtime_ns": there.st_mtime_ns})

    monkeypatch.setattr(Path, "stat", one_number)
    known.add(written, folder / "p.yaml")
    assert other not in known
