"""The command line among hostile names, broken outputs and missing inputs: a message and an exit code, every time."""

from __future__ import annotations

import errno
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, TypeAlias

import pytest

from mundraft.cli.running import run
from mundraft.document.length_now import length_in_words
from mundraft.library.folders import shipped_folder
from mundraft.paper.file import paper_to_bytes
from mundraft.paper.history import History
from mundraft.paper.model import Paper

Stream: TypeAlias = int | IO[str]
ON_WINDOWS = sys.platform == "win32"


def mundraft(
    folder: Path,
    *words: str,
    close: str = "",
    stdin: Stream = subprocess.DEVNULL,
    stdout: Stream = subprocess.PIPE,
    stderr: Stream = subprocess.PIPE,
) -> subprocess.CompletedProcess[str]:
    """Run the program as a shell does, with the streams of the numbers in `close` closed."""
    closing = f"import os; [os.close(n) for n in {[int(n) for n in close]}]; "
    start = "import sys; os.execv(sys.executable, [sys.executable, '-m', 'mundraft', *sys.argv[1:]])"
    return subprocess.run(
        [sys.executable, "-c", closing + start, *words],
        cwd=folder,
        text=True,
        check=False,
        env={**os.environ, "MUNDRAFT_HOME": str(folder / "home")},
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
    )


@pytest.mark.skipif(ON_WINDOWS, reason="Windows allows no such name")
@pytest.mark.parametrize("command", ["check", "export", "history", "ask"])
def test_a_files_name_commands_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "a\x1b]0;title\x07\x1b[31m\x9b32m\rred.yaml"
    Path(name).write_text("mundraft: 1\nunknown: x\n", encoding="utf-8")
    run([command, name])
    said = capsys.readouterr()
    assert "a?]0;title??[31m?32m?red.yaml" in said.out + said.err
    assert not set(said.out + said.err) & set("\x1b\x07\x9b\r")


@pytest.mark.skipif(ON_WINDOWS, reason="a shell of Linux and macOS closes streams")
@pytest.mark.parametrize("close", ["0", "1", "2", "01", "012"])
@pytest.mark.parametrize(("words", "code"), [(("ask", "p"), 0), (("check", "gone.yaml"), 2), (("--version",), 0)])
def test_closed_streams_are_no_fault(tmp_path: Path, close: str, words: tuple[str, ...], code: int) -> None:
    ended = mundraft(tmp_path, *words, close=close)
    assert ended.returncode == code, ended.stderr
    assert "fault" not in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(ON_WINDOWS, reason="a shell of Linux and macOS closes streams")
def test_a_quotation_from_a_closed_input_is_told_to_be_missing(tmp_path: Path) -> None:
    ended = mundraft(tmp_path, "instrument", "quote", "-", close="0")
    assert ended.returncode == 2
    assert "There is no quotation to look at" in ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize(
    "words", [("country", "list"), ("ask", "p"), ("new", "q"), ("--version",), ("--help",), ("check", "--help")]
)
def test_an_output_that_is_full_is_told(tmp_path: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        ended = mundraft(tmp_path, *words, stdout=full)
    assert ended.returncode == 2
    assert "[output-failed]" in ended.stderr
    assert "fault" not in ended.stderr
    assert "Exception" not in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(ON_WINDOWS, reason="Windows has no broken pipes")
@pytest.mark.parametrize("words", [("--version",), ("--help",), ("country", "list")])
def test_a_reader_that_went_away_is_no_fault(tmp_path: Path, words: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    ended = mundraft(tmp_path, *words, stdout=write)
    os.close(write)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("words", [("check", "gone.yaml"), ("frobnicate",), ("--version",)])
def test_where_no_message_can_be_written_the_exit_code_still_tells(tmp_path: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        assert mundraft(tmp_path, *words, stdout=full, stderr=full).returncode == 2


@pytest.mark.skipif(ON_WINDOWS, reason="Windows keeps the folder that a program is in")
@pytest.mark.parametrize("words", [("check", "p.yaml"), ("new", "p"), ("template", "list"), ("demo",)])
def test_a_terminal_whose_folder_is_gone_is_told_so(tmp_path: Path, words: tuple[str, ...]) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    start = "import os, sys; os.rmdir(os.getcwd()); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    ended = subprocess.run(
        [sys.executable, "-c", start, "-P", "-m", "mundraft", *words],
        cwd=gone,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert "[folder-gone]" in ended.stderr


@pytest.mark.parametrize("name", ["", ".", "..", "/"])
@pytest.mark.parametrize("command", ["new", "ask"])
def test_a_paper_without_a_name_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run([command, name]) == 2
    assert "[paper-no-name]" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_answers_that_could_not_be_saved_are_not_called_saved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    run(["new", "kenya"])
    Path("kenya.yaml").chmod(0o444)
    monkeypatch.setattr(sys, "stdin", io.StringIO("The Republic of Nowhere\n"))
    assert run(["ask", "kenya"]) == 2
    said = capsys.readouterr()
    assert "rescue copy" in said.err
    assert "Saved in" not in said.out


def test_a_version_that_could_not_be_put_back_is_not_called_restored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    run(["new", "kenya"])
    version = History(Path("kenya.yaml")).keep(paper_to_bytes(Paper(school="Northfield")))
    assert version is not None
    Path("kenya.yaml").chmod(0o444)
    assert run(["history", "kenya.yaml", "--restore", version.id]) == 2
    said = capsys.readouterr()
    assert "could not be saved" in said.err
    assert "is as it was" not in said.out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("export", "p.yaml", "-o", "{}/sub/p.docx"), "is read-only"),
        (("export", "{}/p.yaml"), "cannot be read: denied"),
        (("export", "p.yaml", "--looks", "{}/looks.docx"), "cannot be read: denied"),
        (("check", "{}/p.yaml"), "cannot be read: denied"),
        (("ask", "{}/p.yaml"), "There is no folder"),
        (("new", "{}/p"), "There is no folder"),
        (("pack", "show", "{}/class.mundraft"), "cannot be read: denied"),
        (("sources", "import", "p.yaml", "{}/x.bib"), "cannot be read: denied"),
    ],
)
def test_a_folder_that_nobody_may_look_into_is_told_as_what_it_is(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    why: str,
) -> None:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    private = tmp_path / "private"

    def guarded(call: Callable[..., Any]) -> Callable[..., Any]:
        def asked(path: object, *more: Any, **named: Any) -> Any:
            if str(path).startswith(str(private)):
                raise PermissionError(errno.EACCES, "denied")
            return call(path, *more, **named)

        return asked

    (tmp_path / "p.yaml").write_bytes(paper_to_bytes(Paper()))
    monkeypatch.chdir(tmp_path)
    for call in ("stat", "lstat", "open"):
        monkeypatch.setattr(os, call, guarded(getattr(os, call)))
    assert run([word.format(private) for word in words]) == 2
    assert why in capsys.readouterr().err


@pytest.mark.parametrize("words", [("new", "p"), ("ask", "p"), ("conference", "new", "p")])
def test_nothing_is_begun_where_a_disk_fails_to_say_what_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    there = [tmp_path / "p.yaml", tmp_path / "templates" / "conferences" / "p.yaml"]
    there[1].parent.mkdir(parents=True)
    for path in there:
        path.write_bytes(b"theirs")

    really = Path.stat

    def failing(path: Path, **named: Any) -> os.stat_result:
        if path.name == "p.yaml":
            raise OSError(errno.EIO, "input/output error")
        return really(path, **named)

    monkeypatch.setattr(Path, "stat", failing)
    assert run([*words]) == 2
    assert "fault" not in capsys.readouterr().err
    assert [path.read_bytes() for path in there] == [b"theirs"] * 2


def test_letters_that_arrive_in_another_encoding_leave_a_mark_and_are_no_fault(tmp_path: Path) -> None:
    (tmp_path / "answers").write_bytes("Pok\u00e9\n.\n".encode("latin-1"))
    with (tmp_path / "answers").open() as answers:
        ended = mundraft(tmp_path, "ask", "kenya", stdin=answers)
    assert ended.returncode == 0
    assert "Pok\ufffd" in (tmp_path / "kenya.yaml").read_text("utf-8")


def test_the_text_of_a_checked_template_commands_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(shipped_folder() / "templates" / "one-page", tmp_path / "templates" / "mine")
    (tmp_path / "templates" / "mine" / "paper.md.j2").write_text("{{ nothing }} \x1b]0;title\x07\n", encoding="utf-8")
    assert run(["template", "check", "mine"]) == 1
    said = capsys.readouterr()
    assert "?]0;title?" in said.out
    assert not set(said.out + said.err) & set("\x1b\x07")


@pytest.mark.parametrize(
    ("words", "code"), [(("history", "p.yaml"), 0), (("export", "p.yaml", "--to", "txt"), 0), (("ask", "p.yaml"), 0)]
)
def test_a_home_that_cannot_be_used_is_told_once_by_what_needs_it(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    code: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("p.yaml").write_bytes(paper_to_bytes(Paper()))
    Path("file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert run(words) == code
    said = capsys.readouterr().err
    assert said.count("[home-unusable]") == 1
    assert f"MUNDRAFT_HOME is {tmp_path / 'file'}" in said


def test_a_pack_is_not_added_where_nothing_can_be_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "words.txt").write_text("Sahel\n", encoding="utf-8")
    assert run(["pack", "build", "class"]) == 0
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "class.mundraft-pack"))
    assert run(["pack", "add", "class.mundraft-pack", "--yes"]) == 2
    said = capsys.readouterr().err
    assert "[home-unusable]" in said
    assert "Plug the disk" not in said


def test_the_home_of_a_person_whom_nobody_knows_is_refused_and_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MUNDRAFT_HOME", "~nobody-of-this-name/home")
    assert run(["new", "p"]) == 2
    assert "[home-unusable]" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("mundraft: 1\n".encode("utf-32"), "saved as UTF-32"),
        ("mundraft: 1\n".encode("utf-16"), "saved as UTF-16"),
        (b"just words\n", ": The file needs keys"),
        (b"mundraft: 99999999999999999999\n", "a whole number, and no larger than 1."),
    ],
)
def test_what_is_no_paper_is_told_as_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, said: str
) -> None:
    (tmp_path / "p.yaml").write_bytes(data)
    assert run(["check", str(tmp_path / "p.yaml")]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.skipif(ON_WINDOWS, reason="Windows has neither such pipes nor links for everybody")
def test_a_pipe_or_a_link_to_itself_is_no_matter_of_permission(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    for name, next_step in (("pipe", "stands on the disk"), ("loop", "a link that leads back to itself")):
        assert run(["check", str(tmp_path / f"{name}.yaml")]) == 2
        said = capsys.readouterr().err
        assert next_step in said
        assert "may open it" not in said


def test_a_number_without_end_in_a_list_of_works_is_told_and_the_list_is_not_called_cut_off(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    paper, works = tmp_path / "p.yaml", tmp_path / "works.json"
    paper.write_bytes(paper_to_bytes(Paper()))
    works.write_text(f'[{{"id": "a", "title": "x", "volume": {"9" * 10_000}}}]', encoding="utf-8")
    run(["sources", "import", str(paper), str(works)])
    said = capsys.readouterr()
    assert "a number in it is too long" in said.out + said.err
    assert "ends before" not in said.out + said.err


def test_one_word_is_one_word() -> None:
    assert length_in_words(1, 0.2) == "1 word, about 0.2 pages"
