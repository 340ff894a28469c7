"""An export never costs anyone their work: where it may be written, and under what name."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.export.guard import JustWritten, is_open_elsewhere, safe_target
from mundraft.export.naming import LONGEST, default_name
from mundraft.export.remembered import Memory, follow
from mundraft.files.names import refuse_reserved
from mundraft.models.model import from_values
from mundraft.paper.model import Committee, Paper, Seat, Topic
from mundraft.problems import CannotExport


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder / "Mexico paper.docx"


def export(path: Path, data: bytes = b"exported") -> None:
    path.write_bytes(data)
    Memory().remember(path, data)


def test_a_free_name_is_taken(target: Path) -> None:
    chosen = safe_target(target)
    assert (chosen.path, chosen.reason) == (target, "")


def test_our_own_last_export_is_replaced(target: Path) -> None:
    export(target)
    assert safe_target(target).path == target
    export(target, b"exported again")
    assert safe_target(target).path == target


def test_a_file_changed_since_is_left_and_the_name_says_so(target: Path) -> None:
    export(target)
    target.write_bytes(b"an evening's work in Word")
    chosen = safe_target(target)
    assert chosen.path == target.with_name("Mexico paper (2).docx")
    assert target.name in chosen.reason
    assert chosen.path.name in chosen.reason
    export(chosen.path)
    assert safe_target(target).path == chosen.path
    chosen.path.write_bytes(b"changed as well")
    assert safe_target(target).path == target.with_name("Mexico paper (3).docx")


def test_a_file_that_came_from_elsewhere_is_left(target: Path) -> None:
    target.write_bytes(b"somebody's")
    assert safe_target(target).path != target


def test_force_replaces_what_was_changed(target: Path) -> None:
    target.write_bytes(b"somebody's")
    assert safe_target(target, force=True).path == target


def test_force_replaces_the_file_that_was_asked_for_and_no_other(target: Path) -> None:
    export(target)
    target.with_name(f".~lock.{target.name}#").write_bytes(b"owner")
    second = safe_target(target, force=True).path
    export(second)
    assert safe_target(target, force=True).path == second
    second.write_bytes(b"an evening's work in Word")
    assert safe_target(target, force=True).path == target.with_name("Mexico paper (3).docx")


@pytest.mark.parametrize("owner", ["~$xico paper.docx", "~$Mexico paper.docx", ".~lock.Mexico paper.docx#"])
def test_a_file_open_in_word_or_libreoffice_is_left_even_by_force(target: Path, owner: str) -> None:
    export(target)
    target.with_name(owner).write_bytes(b"owner")
    assert safe_target(target).path == target.with_name("Mexico paper (2).docx")
    assert safe_target(target, force=True).path != target


def test_a_file_that_the_system_refuses_to_open_is_open_elsewhere(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(target)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "being used by another process")

    with monkeypatch.context() as windows:
        windows.setattr(Path, "open", refuse)
        assert is_open_elsewhere(target)
        assert safe_target(target, force=True).path != target
    assert not is_open_elsewhere(target)


def test_a_locked_state_folder_costs_only_the_memory(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (target.parent / "file").write_bytes(b"")
    monkeypatch.setenv("MUNDRAFT_HOME", str(target.parent / "file"))
    export(target)
    assert safe_target(target).path != target


def test_a_paper_that_is_renamed_keeps_its_own_documents_and_gets_no_others(target: Path) -> None:
    mexico, kenya = target.with_name("new paper.yaml"), target.with_name("kenya.yaml")
    theirs = target.with_name("Kenya paper.docx")
    for paper, document in ((mexico, target), (kenya, theirs)):
        paper.write_text("mundraft: 1")
        document.write_bytes(b"exported")
        Memory().remember(document, b"exported", paper)
    renamed = mexico.rename(target.with_name("mexico.yaml"))
    follow(mexico, renamed)
    mexico.write_text("mundraft: 1")  # another paper is begun under the name that is free now
    assert safe_target(target, paper=renamed).path == target
    assert safe_target(target, paper=mexico).path != target
    assert safe_target(theirs, paper=kenya).path == theirs
    assert "is the document of kenya.yaml" in safe_target(theirs, paper=renamed).reason


def test_a_folder_full_of_exports_is_told_of(target: Path) -> None:
    target.write_bytes(b"x")
    for number in range(2, 100):
        target.with_name(f"Mexico paper ({number}).docx").write_bytes(b"x")
    with pytest.raises(CannotExport) as refused:
        safe_target(target)
    assert refused.value.problems[0].code == "export-no-name"


def paper(**fields: object) -> Paper:
    return from_values(Paper, fields)


@pytest.mark.parametrize(
    ("given_paper", "name"),
    [
        (
            paper(seat=Seat(ref="mexico"), topics=(Topic(title="Ending the trafficking of children"),)),
            "Mexico - Ending the trafficking of children.docx",
        ),
        (paper(seat=Seat(ref="united-kingdom"), topics=(Topic(noun="floods"),)), "United Kingdom - floods.docx"),
        (
            paper(
                seat=Seat(name="Côte d'Ivoire"), committee=Committee(short="DISEC"), topics=(Topic(), Topic(id="t2"))
            ),
            "Côte d'Ivoire - DISEC.docx",
        ),
        (paper(committee=Committee(name="Security Council")), "Security Council.docx"),
        (paper(), "Position paper.docx"),
        (paper(topics=(Topic(title="///"),)), "Position paper.docx"),
    ],
)
def test_a_name_says_whose_paper_it_is_and_on_what(given_paper: Paper, name: str) -> None:
    assert default_name(given_paper, "docx") == name


@settings(max_examples=100)
@given(st.text(max_size=90), st.text(max_size=90))
def test_any_seat_and_topic_give_a_name_that_every_system_takes(seat: str, topic: str) -> None:
    name = default_name(paper(seat=Seat(name=seat), topics=(Topic(title=topic),)), "docx")
    refuse_reserved(Path(name))
    assert len(name) <= LONGEST + 1
    assert name.endswith(".docx")
    assert len(Path(name).stem) > 0


@pytest.mark.parametrize("name", ["paper.yaml", "PAPER.YML"])
@pytest.mark.parametrize("force", [True, False])
def test_a_document_never_takes_the_place_of_a_paper(target: Path, name: str, force: bool) -> None:
    paper = target.with_name(name)
    paper.write_text("mundraft: 1")
    with pytest.raises(CannotExport, match="export-over-paper"):
        safe_target(paper, force=force)
    target.symlink_to(paper)
    with pytest.raises(CannotExport, match="export-over-paper"):
        safe_target(target, force=force)


@pytest.mark.parametrize("force", [True, False])
def test_the_document_of_another_paper_of_the_same_batch_stays(target: Path, force: bool) -> None:
    export(target)
    just_written = JustWritten()
    just_written.add(target, Path("class/mexico.yaml"))
    chosen = safe_target(target, force=force, just_written=just_written)
    assert chosen.path.name == "Mexico paper (2).docx"
    assert f"is the document of {Path('class/mexico.yaml')}, another paper" in chosen.reason
