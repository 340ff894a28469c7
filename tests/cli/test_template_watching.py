"""`mundraft template preview --watch` as a process: files are saved as editors save them, and what it says is read."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mundraft.cli.running import run
from mundraft.desk.template_watch import saves, stamps

DEFINITION = """\
mundraft-template: 1
name: Letter
steps:
  - id: who
    title: Who you are
    questions:
      - id: seat
        ask: Who are you?
        at: paper:seat
        kind: country
        required: true
      - id: wishes
        ask: What do you want?
        kind: noun_phrase
        many:
          max: 5
parts:
  - key: wish
    title: The wish
    asks: [wishes]
"""
TEXT = "{% block wish %}\n{{ seat | at_start }} would like {{ wishes | series }}.\n{% endblock %}\n"
#: Macros that call one another a million times.
ENDLESS = "".join(
    f"{{% macro {name}() %}}{(f'{{{{ {next_}() }}}}' if next_ else 'x') * 100}{{% endmacro %}}\n"
    for name, next_ in (("last", ""), ("more", "last"), ("ever", "more"))
)
#: Seconds in which anything must be told, on a machine that does other work too.
PATIENCE = 30.0


class Watching:
    """A watching process, and what it says."""

    def __init__(self, folder: Path, home: Path, *more: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mundraft", "template", "preview", "letter", "--watch", *more],
            cwd=folder,
            env={**os.environ, "MUNDRAFT_HOME": str(home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line.decode("utf-8", "replace").rstrip())

    def says(self, wanted: str) -> str:
        """Everything said up to a line that holds some words, once it is said."""
        until = time.monotonic() + PATIENCE
        said: list[str] = []
        while time.monotonic() < until:
            try:
                said.append(self._lines.get(timeout=0.1))
            except queue.Empty:
                continue
            if wanted in said[-1]:
                return "\n".join(said)
        raise AssertionError(f"{wanted!r} was not said, but: {said}")


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("class") / "templates" / "letter"
    folder.mkdir(parents=True)
    (folder / "template.yaml").write_text(DEFINITION, encoding="utf-8")
    (folder / "paper.md.j2").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def watching(letter: Path) -> Iterator[Watching]:
    """One process for all saves of this file, as it is for a teacher; each test leaves the template sound, with a verb
    of its own: they may be shared among several processes."""
    home = letter.parents[1] / "home"
    process = Watching(letter.parents[1], home, "--with", "many-of-everything")
    process.says("Watching letter")
    yield process
    if process.process.poll() is None:
        process.process.kill()


def save(path: Path, text: str) -> None:
    """As vim and VS Code save: a new file takes the name of the old one."""
    new = path.with_name(path.name + "~new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def test_a_save_in_place_shows_what_changed(letter: Path, watching: Watching) -> None:
    (letter / "paper.md.j2").write_text(TEXT.replace("would like", "wants"), encoding="utf-8")
    assert "-] {+wants+}" in watching.says("{+wants+}")


def test_a_save_by_another_file_shows_what_changed(letter: Path, watching: Watching) -> None:
    save(letter / "paper.md.j2", TEXT.replace("would like", "requests"))
    watching.says("{+requests+}")


def test_a_faulty_text_is_told_by_its_line_and_then_is_mended(letter: Path, watching: Watching) -> None:
    save(letter / "paper.md.j2", TEXT.replace("wishes", "wishez"))
    said = watching.says("-> Did you mean wishes")
    assert "paper.md.j2:2" in said
    save(letter / "paper.md.j2", TEXT.replace("would like", "seeks"))
    watching.says("{+seeks+}")


def test_faulty_questions_are_told_too(letter: Path, watching: Watching) -> None:
    save(letter / "template.yaml", DEFINITION.replace("kind: noun_phrase", "kind: nounphrase"))
    watching.says("template.yaml:14")
    save(letter / "template.yaml", DEFINITION)
    watching.says("printed as it was")


def test_a_file_that_is_written_half_is_told_and_then_read_again(letter: Path, watching: Watching) -> None:
    with (letter / "paper.md.j2").open("w", encoding="utf-8") as file:
        file.write("{% block wish %}\n{{ seat | at_")
        file.flush()
        watching.says("paper.md.j2:2")
        file.write("start }} craves {{ wishes | series }}.\n{% endblock %}\n")
    watching.says("{+craves+}")


def test_a_file_that_is_gone_is_waited_for(letter: Path, watching: Watching) -> None:
    (letter / "paper.md.j2").rename(letter / "elsewhere.md.j2")
    watching.says("[file-missing]")
    (letter / "elsewhere.md.j2").rename(letter / "paper.md.j2")
    watching.says("printed as it was")


def test_a_text_that_runs_away_is_stopped_and_watching_goes_on(letter: Path, watching: Watching) -> None:
    save(letter / "paper.md.j2", ENDLESS + TEXT.replace("would like", "{{ ever() }}"))
    assert "paper.md.j2" in watching.says("[template-too-much-output]")
    save(letter / "paper.md.j2", TEXT.replace("would like", "desires"))
    watching.says("{+desires+}")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl+C to consoles alone; the next test stands in")
def test_ctrl_c_ends_it_with_nothing_wrong(watching: Watching) -> None:
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(PATIENCE) == 0


def test_what_was_watched_last_is_what_the_next_preview_compares_with(
    letter: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def ctrl_c(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.chdir(letter.parents[1])
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path))
    monkeypatch.setattr("mundraft.desk.template_watch.pause", ctrl_c)
    assert run(["template", "preview", "letter", "--watch"]) == 0
    save(letter / "paper.md.j2", TEXT.replace("would like", "longs for"))
    assert run(["template", "preview", "letter"]) == 0
    assert "-] {+longs for+}" in capsys.readouterr().out


def test_a_template_that_does_not_exist_is_not_waited_for(letter: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "preview", "no-such-letter", "--watch"]) == 2
    assert "no-such-letter" in capfd.readouterr().err


def test_writing_that_goes_on_is_read_once_at_its_end(tmp_path: Path) -> None:
    path = tmp_path / "paper.md.j2"
    path.write_text("begun")
    seen = stamps([path])
    steps = iter(["one", "one two", "one two three"])

    def wait(_: float) -> None:
        path.write_text(next(steps, "one two three"))
        os.utime(path, ns=(0, len(path.read_text())))

    path.write_text("one")
    settled = next(saves(lambda: [path], seen, wait))
    assert settled == stamps([path])
    assert path.read_text() == "one two three"


def test_a_file_that_is_put_back_at_once_is_never_missed(tmp_path: Path) -> None:
    path = tmp_path / "paper.md.j2"
    path.write_text("old")
    seen = stamps([path])
    path.unlink()
    looks = iter([None, "new"])

    def wait(_: float) -> None:
        if text := next(looks, None):
            path.write_text(text)

    assert next(saves(lambda: [path], seen, wait)) == stamps([path])
    assert path.read_text() == "new"


def saving_at(
    look_number: int, path: Path, text: str, monkeypatch: pytest.MonkeyPatch, folder: Path, home: Path
) -> None:
    """Let a file be saved at one of the looks that watching takes, and Ctrl+C come some looks later."""
    looks = iter(range(look_number + 12))

    def look(_: float) -> None:
        number = next(looks, None)
        if number is None:
            raise KeyboardInterrupt
        if number == look_number:
            save(path, text)

    monkeypatch.chdir(folder)
    monkeypatch.setenv("MUNDRAFT_HOME", str(home))
    monkeypatch.setattr("mundraft.desk.template_watch.pause", look)


def test_a_template_that_extends_another_is_shown_once_and_then_at_each_save_of_either(
    letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = letter.parent / "ours"
    ours.mkdir()
    (ours / "template.yaml").write_text("mundraft-template: 1\nname: Ours\nextends: letter\n", encoding="utf-8")
    (ours / "paper.md.j2").write_text('{% extends "letter" %}\n', encoding="utf-8")
    (letter / "paper.md.j2").write_text(TEXT, encoding="utf-8")
    fond = TEXT.replace("would like", "is fond of")
    saving_at(8, letter / "paper.md.j2", fond, monkeypatch, letter.parents[1], tmp_path)
    assert run(["template", "preview", "ours", "--watch"]) == 0
    out = capsys.readouterr().out
    assert out.count("  ours\n") == 2
    assert "[-would like-] {+is fond of+}" in out


def test_a_paper_of_ones_own_is_watched_with_the_template(
    letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "mine.yaml"
    text = "mundraft: 1\ntopics:\n  - id: t1\n    answers:\n      wishes:\n        - text: quiet\n"
    paper.write_text(text, encoding="utf-8")
    saving_at(3, paper, text.replace("quiet", "sleep"), monkeypatch, letter.parents[1], tmp_path)
    assert run(["template", "preview", "letter", "--watch", "--with", str(paper)]) == 0
    assert "[-quiet.-] {+sleep.+}" in capsys.readouterr().out
