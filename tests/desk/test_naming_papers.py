"""What a paper's file is called, and how an open one gets its name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from mundraft.desk.exporting import export_paper
from mundraft.desk.paper_names import telling_name
from mundraft.desk.paper_places import waits_for_a_name
from mundraft.desk.session import PaperSession
from mundraft.files.names import fault_of_name
from mundraft.files.places import user_state
from mundraft.library.search_path import default_library
from mundraft.paper.file import read_paper
from mundraft.paper.history import History
from mundraft.paper.model import Paper, Seat
from mundraft.problems import CannotSave, WrongUse


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    return tmp_path / "papers" / "new-paper.yaml"


@pytest.fixture
def session(path: Path) -> Iterator[PaperSession]:
    session = PaperSession.create(path, Paper(school="Northfield"))
    yield session
    session.close()


def typed(session: PaperSession, school: str) -> None:
    session.put(session.paper.changed(school=school))


def schools(folder: Path) -> dict[str, str]:
    return {path.name: read_paper(path.read_bytes(), path.name).school for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("seat", "about", "name"),
    [
        ("Kenya", "Child labour", "kenya-child-labour"),
        ("Côte d’Ivoire", 'Ending: the sale/traffic of "girls"?', "cote-divoire-ending-the-sale-traffic-of-girls"),
        ("México", "  Niñez  ", "mexico-ninez"),
        ("Мексика", "Торговля детьми", "мексика-торговля-детьми"),
        ("हिन्दी", "बच्चों", "हिन्दी-बच्चों"),
        ("A" * 50, "B" * 90, "a" * 30 + "-" + "b" * 29),
        ("Democratic Republic of the Congo", "The mining of cobalt by children in Katanga",
         "democratic-republic-of-the-the-mining-of-cobalt-by-children"),
        ("CON", "x", "con-x"),
        ("Kenya", "...", ""),
        ("", "Child labour", ""),
        ("Kenya", "", ""),
    ],
)  # fmt: skip
def test_a_name_tells_whose_paper_it_is_and_on_what(seat: str, about: str, name: str) -> None:
    assert telling_name(seat, about, Path("/papers")) == name
    assert not name or not fault_of_name(f"{name}.yaml")


def test_a_name_in_a_deep_folder_is_short_or_not_given() -> None:
    deep = Path("/") / ("f" * 165)
    assert telling_name("Kenya", "Ending the trafficking of children", deep) == "kenya-ending-the-trafficking-of"
    assert telling_name("Kenya", "Ending the trafficking of children", deep / "more of it") == "kenya-ending-the"
    assert telling_name("Kenya", "Ending the trafficking of children", deep / "more of it and more") == ""


@pytest.mark.parametrize("seat", ["Kenya", "Democratic Republic of the Congo", "A" * 90])
@pytest.mark.parametrize("about", ["x", "The mining of cobalt by children in Katanga", "b" * 90])
def test_no_path_is_too_long_for_windows_and_every_name_tells_both(seat: str, about: str) -> None:
    for letters in range(100, 210):
        folder = Path("/") / ("f" * letters)
        name = telling_name(seat, about, folder)
        assert len(str(folder)) + len(name) <= 200 or not name
        whose, _, what = name.partition("-")
        assert bool(whose) == bool(what)


@pytest.mark.parametrize(
    ("name", "waits"),
    [
        ("new-paper.yaml", True),
        ("new-paper-12.yaml", True),
        ("new-paper-final.yaml", False),
        ("my new-paper.yaml", False),
        ("kenya.yaml", False),
    ],
)
def test_only_a_name_for_the_time_being_waits_for_another(name: str, waits: bool) -> None:
    assert waits_for_a_name(Path(name)) == waits


def test_an_open_paper_takes_its_name_with_all_that_was_typed_and_kept(session: PaperSession, path: Path) -> None:
    typed(session, "Hill")
    session.keep_version("before naming")
    versions = session.versions()
    typed(session, "Hill School")
    assert session.name_after("kenya-labour")
    assert schools(path.parent) == {"kenya-labour.yaml": "Hill School"}
    assert set(versions) <= set(session.versions())
    assert any("kenya-labour.yaml" in notice for notice in session.notices())
    typed(session, "Hill School, Oslo")
    session.close()
    assert schools(path.parent) == {"kenya-labour.yaml": "Hill School, Oslo"}


def test_a_name_that_is_taken_gets_a_number(session: PaperSession, path: Path) -> None:
    path.with_name("kenya-labour.yaml").write_text("mundraft: 1\nschool: Theirs\n", encoding="utf-8")
    assert session.name_after("kenya-labour")
    assert schools(path.parent) == {"kenya-labour.yaml": "Theirs", "kenya-labour-2.yaml": "Northfield"}


def test_a_paper_that_is_open_in_another_window_keeps_its_name_until_that_one_is_closed(
    session: PaperSession, path: Path
) -> None:
    other = PaperSession.open(path)
    assert not session.name_after("kenya-labour")
    assert not other.name_after("kenya-labour")
    with pytest.raises(WrongUse, match="another window"):
        session.move_to(path.with_name("kenya.yaml"))
    typed(other, "Theirs")
    other.close()
    assert session.name_after("kenya-labour")
    assert schools(path.parent) == {"kenya-labour.yaml": "Theirs"}


def test_a_paper_that_was_closed_meanwhile_keeps_its_name_and_is_open_nowhere(
    session: PaperSession, path: Path
) -> None:
    session.close()
    assert not session.name_after("kenya-labour")
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    again = PaperSession.open(path)
    assert again.notices() == ()
    assert again.name_after("kenya-labour")
    again.close()


def test_a_paper_on_a_share_that_is_gone_keeps_its_name(
    session: PaperSession, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(asked: object, *_: object, **__: object) -> int:
        raise OSError(22, "the network name is no longer available", str(asked))

    with monkeypatch.context() as share:
        for call in ("stat", "lstat", "open"):
            share.setattr(os, call, gone)
        assert not session.name_after("kenya-labour")
    assert session.name_after("kenya-labour")
    assert [one.name for one in path.parent.iterdir()] == ["kenya-labour.yaml"]


def test_a_paper_that_cannot_be_saved_keeps_its_name_and_its_rescue_copy(
    session: PaperSession, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(session, "Unsaved")
    path.write_text("mundraft: 1\nschool: [", encoding="utf-8")  # somebody is half-way through editing it
    assert not session.name_after("kenya-labour")
    with pytest.raises(CannotSave, match="rescue copy"):
        session.move_to(path.with_name("kenya.yaml"))
    session.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    (rescue,) = (user_state() / "rescue").iterdir()
    assert read_paper(rescue.read_bytes(), "rescue").school == "Unsaved"


def test_versions_of_a_paper_that_had_the_name_before_stay_among_the_new_ones(
    session: PaperSession, path: Path
) -> None:
    gone = History(path.with_name("kenya-labour.yaml")).keep(b"of a paper that was deleted")
    own = session.history.keep(b"of this one")
    assert gone
    assert own
    assert session.name_after("kenya-labour")
    assert {gone.id, own.id} <= {version.id for version in session.versions()}
    assert History(path).versions() == ()


def test_a_document_stays_that_of_its_paper_when_the_paper_is_named(session: PaperSession, path: Path) -> None:
    """Else the next new paper, which takes the name that this one had, would replace it."""
    library = default_library()
    target = path.with_name("Position Paper.docx")
    export_paper(session.paper, library, "docx", target, paper_file=session.path)
    first = target.read_bytes()
    session.move_to(path.with_name("kenya-child-labour.yaml"))
    another = Paper(seat=Seat(ref="france"))
    export_paper(another, library, "docx", target, paper_file=path)
    assert target.read_bytes() == first
    path.write_text("mundraft: 1\n")
    again = session.paper.changed(seat=Seat(ref="kenya"))
    export_paper(again, library, "docx", target, paper_file=session.path)
    assert target.read_bytes() != first
