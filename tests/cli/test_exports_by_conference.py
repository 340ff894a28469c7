"""Papers exported by a conference's rules: names of files, formats, a document for each topic, and what is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.cli.running import run
from mundraft.desk.exporting import export_paper, suggested_path
from mundraft.files.names import fault_of_name
from mundraft.library.search_path import default_library
from mundraft.models.model import from_values
from mundraft.paper.file import paper_to_bytes, read_paper
from mundraft.paper.model import Committee, Paper, Said, Seat, Topic
from mundraft.word.reader import paragraph_texts

EXAMPLES = Path(__file__).parents[2] / "examples"
TWO = (Topic(title="Small arms"), Topic(id="t2", title="Night skies"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def kenya(**fields: object) -> Paper:
    known: dict[str, object] = {
        "seat": Seat(ref="kenya"),
        "committee": Committee(name="Economic and Social Council", short="ECOSOC"),
        "delegates": ("Kim Lee Doe",),
        "school": "Hill School",
        "topics": TWO[:1],
    }
    return from_values(Paper, known | fields)


def saved(here: Path, paper: Paper, name: str = "kenya.yaml") -> Path:
    path = here / name
    path.write_bytes(paper_to_bytes(paper))
    return path


def exported(here: Path, *arguments: str) -> list[str]:
    before = set(here.iterdir())
    assert run(["export", "kenya.yaml", *arguments]) == 0
    return sorted(path.name for path in set(here.iterdir()) - before)


@pytest.mark.parametrize(
    ("preset", "name"),
    [
        ("kingmun", "ECOSOCKenyaPositionPaper"),
        ("metmun", "Kenya_ECOSOC_Kim Lee_Doe_METMUN2023"),
        ("busun", "HillSchool_Doe_Kenya"),
        ("gsumun", "HillSchool_Kenya_ECOSOC"),
        ("nueva", "Kenya_ECOSOC_NMUNCVI"),
        ("nnmun", "kenya"),
        ("dmunc", "Kenya - Small arms"),
        ("", "kenya"),
    ],
)
def test_a_document_is_called_as_the_conference_wants(here: Path, preset: str, name: str) -> None:
    saved(here, kenya(preset=preset))
    assert exported(here, "--to", "txt") == [f"{name}.txt"]


@pytest.mark.parametrize(("preset", "told"), [("hnmun", "at most 2 pages"), ("antsmun", "at most 1 page "), ("", "")])
def test_a_document_that_is_too_long_is_told_when_it_is_written(
    here: Path, preset: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = read_paper((EXAMPLES / "mexico-child-trafficking.yaml").read_bytes(), "example")
    saved(here, paper.changed(preset=preset))
    assert run(["export", "kenya.yaml", "--to", "txt"]) == 0
    said = capsys.readouterr().out
    assert ("That is too long" in said) == bool(told)
    assert told in said


def test_a_document_for_each_topic_is_named_and_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved(here, kenya(preset="bmal", topics=TWO))
    assert exported(here, "--to", "txt") == [
        "Submission_ECOSOC_Kenya_Topic1.txt",
        "Submission_ECOSOC_Kenya_Topic2.txt",
    ]
    told = capsys.readouterr().out
    assert told.count("Wrote ") == 2
    assert "Night skies" in (here / "Submission_ECOSOC_Kenya_Topic2.txt").read_text("utf-8")
    assert "Small arms" not in (here / "Submission_ECOSOC_Kenya_Topic2.txt").read_text("utf-8")


def test_documents_that_no_pattern_tells_apart_get_the_letters_of_their_topics(here: Path) -> None:
    saved(here, kenya(preset="naimun", topics=TWO))
    assert exported(here, "--to", "txt") == ["kenya - Topic A.txt", "kenya - Topic B.txt"]
    assert exported(here, "-o", "paper.md") == ["paper - Topic A.md", "paper - Topic B.md"]


def test_an_export_under_other_rules_leaves_the_paper_as_it_is(here: Path) -> None:
    path = saved(here, kenya())
    before = path.read_bytes()
    assert exported(here, "--to", "txt", "--conference", "Sdimun") == ["kenya.txt"]
    assert (here / "kenya.txt").read_text("utf-8").startswith("Kenya\n")
    assert exported(here, "--to", "md", "--conference", "none") == ["kenya.md"]
    assert "Position Paper of Kenya" in (here / "kenya.md").read_text("utf-8")
    assert path.read_bytes() == before


def test_a_conference_that_nobody_knows_is_told_and_nothing_is_written(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(here, kenya())
    assert run(["export", "kenya.yaml", "--conference", "Zzyzx Gathering"]) == 2
    assert "mundraft conference list" in capsys.readouterr().err
    assert [path.name for path in here.iterdir()] == ["kenya.yaml"]


def test_the_format_that_the_conference_takes_is_made_where_none_is_named(here: Path) -> None:
    saved(here, kenya(preset="amun"))
    assert exported(here) == ["kenya.txt"]


def test_a_format_that_the_conference_does_not_take_is_made_and_told(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(here, kenya(preset="kingmun"))
    assert exported(here, "--to", "md") == ["ECOSOCKenyaPositionPaper.md"]
    told = capsys.readouterr().out
    assert "KINGMUN takes Word (.docx), and ECOSOCKenyaPositionPaper.md is .md." in told
    assert "Export it again with --to docx, or choose Word (.docx) in the app." in told


def test_what_the_name_should_hold_and_the_paper_does_not_say_is_told(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(here, kenya(preset="gsumun", school=""))
    assert exported(here, "--to", "docx") == ["Kenya_ECOSOC.docx"]
    assert "GSUMUN wants the school in the file's name" in capsys.readouterr().out


def test_an_anonymous_paper_has_no_name_in_its_files_name_and_warns_of_one_in_its_words(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    topic = Topic(title="Small arms", own_words={"stance": Said(text="We, kim lee  doe, ask for it.")})
    saved(here, kenya(preset="dmunc", topics=(topic,)), "kim lee doe.yaml")
    assert run(["export", "kim lee doe.yaml", "--to", "docx"]) == 0
    (document,) = here.glob("*.docx")
    assert document.name == "Kenya - Small arms.docx"
    told = capsys.readouterr().out
    assert "DMUNC reads papers without names, and in the text stands the name of a delegate, “Kim Lee Doe”" in told
    assert run(["export", "kim lee doe.yaml", "-o", "Kim-Lee-Doe.docx"]) == 0
    assert "in the file's name stands the name of a delegate" in capsys.readouterr().out


def test_hostile_words_make_a_name_that_every_system_takes(here: Path) -> None:
    seat = Seat(name="Con/go: the \\ “free” * one?")
    saved(here, kenya(preset="kingmun", seat=seat, committee=Committee(name="a/b\n" * 60)))
    (name,) = exported(here, "--to", "txt")
    assert fault_of_name(name) == ""


def test_the_texts_of_all_topics_are_printed_one_after_the_other(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(here, kenya(preset="naimun", topics=TWO))
    assert run(["export", "kenya.yaml", "--to", "txt", "-o", "-"]) == 0
    told = capsys.readouterr().out
    assert told.index("Small arms") < told.index("Night skies")


def test_the_app_suggests_the_same_name_and_it_gives_each_topic_its_own(here: Path) -> None:
    library = default_library(here)
    paper = kenya(preset="bmal", topics=TWO)
    target = suggested_path(paper, library, here, "docx")
    report = export_paper(paper, library, "docx", target)
    assert [file.path.name for file in report.files] == [
        "Submission_ECOSOC_Kenya_Topic1.docx",
        "Submission_ECOSOC_Kenya_Topic2.docx",
    ]
    assert "Small arms" in paragraph_texts(report.path.read_bytes())
    assert suggested_path(kenya(preset="nowhere-mun"), library, here, "txt").name == "Kenya - Small arms.txt"


def test_a_new_paper_follows_the_rules_of_a_conference_that_is_known(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "kenya", "--conference", "NMUN NY"]) == 0
    paper = read_paper((here / "kenya.yaml").read_bytes(), "kenya.yaml")
    assert (paper.preset, paper.conference) == ("nmun-ny", "National Model United Nations, New York")
    assert "check your handbook" in capsys.readouterr().out


def test_a_new_paper_keeps_the_name_of_a_conference_that_nobody_knows(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "kenya", "--conference", "Zzyzx Gathering"]) == 0
    paper = read_paper((here / "kenya.yaml").read_bytes(), "kenya.yaml")
    assert (paper.preset, paper.conference) == ("", "Zzyzx Gathering")
    assert "No conference's rules are set" in capsys.readouterr().out


def test_rules_that_are_not_here_stop_neither_export_nor_check_and_are_told(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(here, kenya(preset="hill-mun"))
    assert exported(here, "--to", "txt") == ["kenya.txt"]
    assert "'hill-mun', which are not on this computer" in capsys.readouterr().out
    assert run(["check", "kenya.yaml"]) == 1  # for its missing answers
    told = capsys.readouterr().out
    assert told.count("[preset-missing]") == 1
    assert "hill-mun.yaml" in told


def test_a_new_paper_cites_as_it_is_told_where_the_conference_leaves_that_open(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "kenya", "--conference", "NMUNC", "--citing", "mla"]) == 0
    assert read_paper((here / "kenya.yaml").read_bytes(), "kenya.yaml").look.citing == "mla"
    capsys.readouterr()
    assert run(["new", "other", "--conference", "sdimun", "--citing", "apa"]) == 2
    told = capsys.readouterr().err
    assert "SDIMUN does not allow" in told
    assert not (here / "other.yaml").exists()
