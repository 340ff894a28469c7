"""PDF: by LibreOffice where it is installed, else by the typesetter; never without a word where neither can."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mundraft.cli.running import run
from mundraft.document.layout import Layout, PageSize
from mundraft.document.tree import (
    CitationMark,
    Cited,
    Document,
    HeaderBlock,
    HeaderColumn,
    Heading,
    Link,
    ListBlock,
    Note,
    Origin,
    Paragraph,
    ParagraphRole,
    Part,
    Place,
    Reference,
    Run,
)
from mundraft.export import libreoffice, pdf
from mundraft.export.fonts import unseen_letters
from mundraft.export.formats import render
from mundraft.export.libreoffice import docx_to_pdf, find_office
from mundraft.export.typesetting import typeset
from mundraft.problems import CannotExport
from mundraft.word.writer import document_to_docx
from whole_papers import header_line, whole

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins for LibreOffice are shell scripts")


def said(text: str, **looks: bool) -> Run:
    return Run(text, Origin.DELEGATE, **looks)


PAPER = whole(
    "Ending the trafficking of children",
    (header_line("Committee", said("DISEC")),),
    (
        Part(
            "a",
            (
                Heading(1, (said("The issue"),)),
                Paragraph((said("Words that are #no [command] $here$ \\pagebreak()."),)),
                Paragraph((said("Exact words"),), ParagraphRole.QUOTATION),
                ListBlock(((Paragraph((said("First"),)),), (Paragraph((said("Second"),)),)), ordered=True),
                Paragraph((said("Café, Łódź, Ελλάδα, Москва."),)),
                Paragraph(()),
            ),
        ),
    ),
    (Reference("[1]", "x", (said("UNODC. "), Link("A report", "https://example.org/b"))),),
    language="en-GB",
)


def text_of(data: bytes) -> str:
    """The words of a PDF in their order, by poppler, which is no part of the program."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    told = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return " ".join(told.stdout.decode("utf-8").split())


def about(data: bytes) -> str:
    if shutil.which("pdfinfo") is None:
        pytest.skip("pdfinfo is not installed")
    return subprocess.run(["pdfinfo", "-"], input=data, capture_output=True, check=True).stdout.decode("utf-8")


def in_order(text: str, *pieces: str) -> bool:
    places = [text.find(piece) for piece in pieces]
    return -1 not in places and places == sorted(places)


ORDER = (
    "Ending the trafficking of children",
    "Committee: DISEC",
    "The issue",
    "Words that are #no [command] $here$ \\pagebreak().",
    "Exact words",
    "First",
    "Second",
    "Café, Łódź, Ελλάδα, Москва.",
    "Resources",
    "[1] UNODC. A report",
)


@pytest.fixture
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find_office", lambda: None)


@pytest.mark.usefixtures("without_office")
def test_the_words_stand_in_the_pdf_in_their_order() -> None:
    assert in_order(text_of(render(PAPER, "pdf")), *ORDER)


def test_libreoffice_makes_the_same_words() -> None:
    office = find_office()
    if office is None:
        pytest.skip("LibreOffice is not installed")
    assert in_order(text_of(docx_to_pdf(document_to_docx(PAPER), office)), *ORDER)


def test_the_same_paper_gives_the_same_bytes_with_title_and_tags() -> None:
    data = typeset(PAPER)
    assert data == typeset(PAPER)
    told = about(data)
    assert "Ending the trafficking of children" in told
    assert "CreationDate" not in told
    assert any(line.split() == ["Tagged:", "yes"] for line in told.splitlines())
    assert b"/Lang" in data


def test_page_running_head_columns_and_notes_are_set() -> None:
    mark = CitationMark((Cited("x", "", 1),), (), 1)
    paper = whole("T", (), (Part("a", (Paragraph((said("Claim"), mark)),)),))._replace(
        notes=(Note(1, (said("The note."),)),),
        running=HeaderBlock((HeaderColumn(((said("Kenya"),),)), HeaderColumn(((said("DISEC"),),), Place.RIGHT))),
        layout=Layout(page=PageSize.LETTER, line_spacing=2.0),
    )
    assert in_order(text_of(typeset(paper)), "Kenya", "DISEC", "Claim", "The note.")
    assert in_order(text_of(typeset(paper._replace(notes_at_end=True))), "Kenya", "Claim", "The note.")
    assert "612 x 792" in about(typeset(paper))


@pytest.mark.parametrize("words", ["", " \n", "\u200b", "\x1b"])
def test_headings_titles_and_languages_that_say_nothing_stop_no_pdf(words: str) -> None:
    blocks = (Heading(1, (said(words),)), ListBlock(()), ListBlock(((Paragraph((said(words),)),),)))
    paper = whole(words, (), (Part("a", blocks),), (Reference("", "x", ()),), references_title=words, language="??")
    assert in_order(text_of(typeset(paper._replace(authors=(words,)))), "Resources")


def test_a_running_head_of_many_lines_pushes_the_words_down() -> None:
    lines = tuple((said(f"Line {number}"),) for number in range(12))
    paper = whole("", (), (Part("a", (Paragraph((said("Claim"),)),)),))
    running = paper._replace(running=HeaderBlock((HeaderColumn(lines),)))
    assert in_order(text_of(typeset(running)), *(f"Line {number}" for number in range(12)), "Claim")


def pages(data: bytes) -> int:
    return next(int(line.split()[1]) for line in about(data).splitlines() if line.startswith("Pages:"))


def test_a_part_that_begins_a_page_begins_one() -> None:
    parts = (Part("a", (Paragraph((said("One"),)),)), Part("b", (Paragraph((said("Two"),)),), new_page=True))
    paper = whole("T", (), parts)
    assert pages(typeset(paper)) == 2
    assert pages(typeset(paper._replace(layout=Layout(justified=True, page_numbers=False, line_spacing=1.5)))) == 2


def with_words(text: str) -> Document:
    return whole("T", (), (Part("a", (Paragraph((said(text),)),)),))


def test_a_letter_that_no_font_has_is_told_and_not_printed_as_a_box() -> None:
    with pytest.raises(CannotExport) as refused:
        typeset(with_words("before \u0378 after"))
    assert refused.value.problems[0].code == "export-pdf-letters"
    assert "U+0378" in refused.value.problems[0].what


def test_a_letter_for_private_use_is_told_whoever_makes_the_pdf() -> None:
    with pytest.raises(CannotExport, match=r"U\+E123.*export-pdf-letters"):
        pdf.document_to_pdf(with_words("before \ue123 after"))


def test_libreoffice_is_not_asked_to_print_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("fc-list") is None:
        pytest.skip("fontconfig is not installed")
    monkeypatch.setattr(libreoffice, "find_office", lambda: Path("/no/office"))
    with pytest.raises(CannotExport, match=r"U\+0378.*export-pdf-letters"):
        pdf.document_to_pdf(with_words("Ελλάδα, Москва, “so” — \u0378"))
    assert unseen_letters("Ελλάδα, Москва, “so” — e\u0301 \u200f") == ""


def test_a_computer_that_cannot_be_asked_for_its_fonts_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert unseen_letters("\u0378") == ""
    monkeypatch.setattr(shutil, "which", lambda _: "/no/such/program")
    assert unseen_letters("\u0378") == ""


@pytest.mark.usefixtures("without_office")
def test_the_command_writes_a_pdf_beside_the_paper_and_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "kenya.yaml"
    paper.write_text("mundraft: 1\ntopics:\n  - id: t1\n    title: Droughts\n", encoding="utf-8")
    assert run(["export", str(paper), "--to", "pdf"]) == 0
    assert "Droughts" in text_of((tmp_path / "kenya.pdf").read_bytes())
    assert run(["export", str(paper), "--to", "pdf", "-o", "-"]) == 2
    monkeypatch.setattr("mundraft.export.typesetting.is_installed", lambda: False)
    assert run(["export", str(paper), "--to", "pdf"]) == 2
    assert "[export-pdf-missing]" in capsys.readouterr().err


@pytest.mark.usefixtures("without_office")
def test_where_nothing_is_installed_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mundraft.export.typesetting.is_installed", lambda: False)
    with pytest.raises(CannotExport) as missing:
        render(PAPER, "pdf")
    (problem,) = missing.value.problems
    assert problem.code == "export-pdf-missing"
    assert "LibreOffice" in problem.next_step
    assert "mundraft[pdf]" in problem.next_step


def stand_in(folder: Path, script: str) -> Path:
    """A program in LibreOffice's place."""
    office = folder / "soffice"
    office.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    office.chmod(0o755)
    return office


def is_running(process: int) -> bool:
    """Whether a process that is not ours still does something: one that is dead may wait for its parent to look."""
    told = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return told.stdout.strip()[:1] not in ("", "Z")


@posix_only
def test_a_libreoffice_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    started = tmp_path / "child"
    office = stand_in(tmp_path, f"sleep 300 & echo $! > {started}; wait")
    with pytest.raises(CannotExport, match=r"not done after.*export-pdf-failed"):
        docx_to_pdf(b"", office, time_limit=1.0)
    child = int(started.read_text() or 0) if started.exists() else 0  # a busy computer may not come to start it
    give_up = time.monotonic() + 20
    while child and is_running(child) and time.monotonic() < give_up:
        time.sleep(0.02)
    assert not child or not is_running(child)


@posix_only
@pytest.mark.parametrize("script", ["exit 1", "exit 0", "mkdir out; echo no > out/paper.pdf"])
def test_a_libreoffice_that_writes_nothing_is_told(tmp_path: Path, script: str) -> None:
    with pytest.raises(CannotExport, match="wrote no file"):
        docx_to_pdf(b"", stand_in(tmp_path, script))


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    (tmp_path / "soffice").write_bytes(b"")
    with pytest.raises(CannotExport, match="export-pdf-failed"):
        docx_to_pdf(b"", tmp_path / "soffice")


@posix_only
def test_where_libreoffice_fails_the_typesetter_does_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find_office", lambda: stand_in(tmp_path, "exit 1"))
    assert render(PAPER, "pdf") == typeset(PAPER)


def test_libreoffice_is_found_in_its_place_on_windows(tmp_path: Path) -> None:
    program = tmp_path / "Program Files" / "LibreOffice" / "program"
    program.mkdir(parents=True)
    (program / "soffice.exe").touch()
    environ = {"PROGRAMFILES": str(tmp_path / "Program Files"), "PATH": f"{tmp_path};."}
    assert find_office("win32", environ) == program / "soffice.exe"
    (program / "soffice.com").touch()
    assert find_office("win32", environ) == program / "soffice.com"


def test_libreoffice_is_found_in_the_applications_of_a_mac(tmp_path: Path) -> None:
    inside = tmp_path / "Applications" / "LibreOffice.app" / "Contents" / "MacOS"
    inside.mkdir(parents=True)
    (inside / "soffice").touch()
    assert find_office("darwin", {"HOME": str(tmp_path)}) == inside / "soffice"


def test_a_program_in_the_current_folder_is_never_taken_for_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("soffice", "soffice.com", "soffice.exe"):
        (tmp_path / name).touch()
    assert find_office("win32", {"PATH": ".;;bin"}) is None
    assert find_office("win32", {"PATH": str(tmp_path)}) == tmp_path / "soffice.com"


def test_on_windows_the_whole_tree_is_ended_by_the_systems_own_program(monkeypatch: pytest.MonkeyPatch) -> None:
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)"], start_new_session=True)
    called: list[list[str]] = []

    def taskkill(command: list[str], **_: object) -> None:
        called.append(command)
        os.kill(process.pid, signal.SIGTERM)

    monkeypatch.setattr(subprocess, "run", taskkill)
    libreoffice.end_tree(process, "win32")
    assert called[0][0].endswith("taskkill.exe")
    assert called[0][1:] == ["/F", "/T", "/PID", str(process.pid)]
    assert process.returncode is not None
