"""The command line as a person or a script meets it: what it writes, prints and returns."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from mundraft import __version__
from mundraft.cli.running import run
from mundraft.paper.history import History
from mundraft.word.reader import paragraph_texts


@dataclass
class Outcome:
    code: int
    out: str
    err: str


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def mundraft(here: Path, capsys: pytest.CaptureFixture[str]):
    def call(*words: str) -> Outcome:
        capsys.readouterr()
        code = run(words)
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return call


def test_the_version_is_told_without_importing_anything_heavy() -> None:
    program = (
        "import sys; sys.argv = ['mundraft', '--version']\n"
        "from mundraft.__main__ import main; main()\n"
        "print(sorted({'click', 'msgspec', 'textual', 'docx', 'jinja2', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"mundraft {__version__}", "[]"]


def test_demo_writes_the_mexico_paper_and_its_word_document(mundraft, here: Path) -> None:
    outcome = mundraft("demo", "--no-open")
    assert outcome.code == 0
    texts = paragraph_texts((here / "mexico-child-trafficking.docx").read_bytes())
    assert "Resources" in texts
    assert any("United Mexican States" in text for text in texts)
    assert "mexico-child-trafficking.docx" in outcome.out


def test_what_is_named_to_do_next_works_where_nothing_is_installed(mundraft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUNDRAFT_CALLED", "python3 start.py")
    assert "python3 start.py mexico-child-trafficking.yaml" in mundraft("demo", "--no-open").out


def test_demo_twice_keeps_what_was_changed_in_between(mundraft, here: Path) -> None:
    mundraft("demo", "--no-open")
    paper = here / "mexico-child-trafficking.yaml"
    paper.write_bytes(paper.read_bytes() + b"# mine\n")
    mundraft("demo", "--no-open")
    assert paper.read_bytes().endswith(b"# mine\n")
    assert (here / "mexico-child-trafficking (2).docx").exists()


def test_a_new_paper_holds_what_was_said_on_the_command_line(mundraft, here: Path) -> None:
    assert (
        mundraft("new", "kenya", "--country", "Republic of Kenya", "--topic", "Drought", "--committee", "ECOSOC").code
        == 0
    )
    written = yaml.safe_load((here / "kenya.yaml").read_text(encoding="utf-8"))
    assert written["seat"]["ref"] == "kenya"
    assert written["topics"][0]["title"] == "Drought"
    assert written["committee"]["name"] == "ECOSOC"


def test_a_new_paper_can_begin_as_an_example(mundraft, here: Path) -> None:
    assert mundraft("new", "mine.yaml", "--example", "kenya-climate-displacement").code == 0
    assert "64,373" in (here / "mine.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("beside", [("--template", "classic"), ("--country", "peru"), ("--conference", "dmunc")])
def test_what_would_be_lost_beside_an_example_is_refused(mundraft, here: Path, beside: tuple[str, str]) -> None:
    done = mundraft("new", "k.yaml", "--example", "mexico-child-trafficking", *beside)
    assert done.code == 2
    assert f"--example copies a whole paper, in which {beside[0]} changes nothing. [new-example-and-more]" in done.err
    assert not (here / "k.yaml").exists()


def test_an_empty_paper_can_be_exported_with_its_gaps_marked(mundraft, here: Path) -> None:
    mundraft("new", "empty.yaml")
    outcome = mundraft("export", "empty.yaml")
    assert outcome.code == 0
    assert "still to write" in outcome.out
    assert any("[" in text for text in paragraph_texts((here / "empty.docx").read_bytes()))


@pytest.mark.parametrize(("kind", "mark"), [("txt", "Resources"), ("md", "## Resources")])
def test_a_paper_is_printed_as_text_or_markdown(mundraft, kind: str, mark: str) -> None:
    mundraft("demo", "--no-open")
    outcome = mundraft("export", "mexico-child-trafficking.yaml", "--to", kind, "-o", "-")
    assert outcome.code == 0
    assert mark in outcome.out


def test_several_papers_are_exported_and_a_broken_one_does_not_stop_the_others(mundraft, here: Path) -> None:
    mundraft("new", "a.yaml")
    (here / "b.yaml").write_text("seat: [", encoding="utf-8")
    mundraft("new", "c.yaml")
    outcome = mundraft("export", "a.yaml", "b.yaml", "c.yaml", "--out-dir", ".")
    assert outcome.code == 2
    assert (here / "a.docx").exists()
    assert (here / "c.docx").exists()
    assert "b.yaml" in outcome.err


def test_a_folder_for_exports_is_made_when_it_is_missing(mundraft, here: Path) -> None:
    mundraft("new", "a.yaml")
    assert mundraft("export", "a.yaml", "--out-dir", "word/final").code == 0
    assert (here / "word" / "final" / "a.docx").exists()


def test_check_ends_with_1_where_an_answer_is_missing_and_names_its_address(mundraft) -> None:
    mundraft("new", "empty.yaml")
    outcome = mundraft("check", "empty.yaml", "--json")
    assert outcome.code == 1
    (paper,) = json.loads(outcome.out)
    assert {"missing-answer"} <= {finding["code"] for finding in paper["findings"]}
    assert any(finding["address"] == "topics/t1/title" for finding in paper["findings"])


def test_check_ends_with_0_on_a_finished_paper(mundraft) -> None:
    mundraft("demo", "--no-open")
    outcome = mundraft("check", "mexico-child-trafficking.yaml")
    assert outcome.code == 0, outcome.out


def test_every_code_that_check_prints_can_be_explained(mundraft) -> None:
    mundraft("new", "empty.yaml")
    (paper,) = json.loads(mundraft("check", "empty.yaml", "--json").out)
    for code in {finding["code"] for finding in paper["findings"]}:
        assert len(mundraft("explain", code).out) > 40


@pytest.mark.parametrize("kind", ["template", "country", "instrument", "body"])
def test_lists_can_be_read_by_a_program(mundraft, kind: str) -> None:
    listed = json.loads(mundraft(kind, "list", "--json").out)
    assert all({"name", "title", "origin"} <= entry.keys() for entry in listed)
    shown = mundraft(kind, "show", listed[0]["name"], "--json")
    assert shown.code == 0
    assert json.loads(shown.out)


def test_a_country_is_shown_by_its_alias_with_what_binds_it(mundraft) -> None:
    card = mundraft("country", "show", "UK").out
    assert "United Kingdom" in card
    assert "party        16 December 1991         CRC" in card


def test_an_instrument_is_shown_with_how_a_country_stands_to_it(mundraft) -> None:
    card = mundraft("instrument", "show", "UNCRC", "--country", "usa").out
    assert "United States" in card
    assert "not ratified" in card


def test_two_copies_are_compared_and_merged_answer_by_answer(mundraft, here: Path) -> None:
    mundraft("new", "ours.yaml", "--topic", "Drought")
    mundraft("new", "theirs.yaml", "--country", "Kenya")
    compared = mundraft("compare", "ours.yaml", "theirs.yaml")
    assert compared.code == 1
    assert "What is the topic called in your guide?  (topics/t1/title)\n  ours:   Drought\n  theirs: \n" in compared.out
    merged = mundraft("merge", "ours.yaml", "theirs.yaml", "-o", "both.yaml")
    assert merged.code == 0
    question = "Which country or organisation do you speak for?"
    assert f"Taken from theirs.yaml:\n  {question}  (seat)\n      ref: kenya\n" in merged.out
    assert merged.out.endswith("All else is as in ours.yaml.\n")
    both = yaml.safe_load((here / "both.yaml").read_text(encoding="utf-8"))
    assert both["seat"]["ref"] == "kenya"
    assert both["topics"][0]["title"] == "Drought"


def test_the_versions_of_a_paper_that_was_moved_can_be_found_by_its_name(mundraft, here: Path) -> None:
    History(here / "kenya.yaml").keep(b"draft\n")
    (here / "desk").mkdir()
    mundraft("new", "desk/kenya.yaml")
    told = mundraft("history", "desk/kenya.yaml").out
    assert f'1 version is kept of a paper that is no longer there; is it this one? mundraft history "{here}' in told
    (version,) = json.loads(mundraft("history", str(here / "kenya.yaml"), "--json").out)
    assert mundraft("history", "kenya.yaml", "--show", version["id"]).out == "draft\n"


def test_differences_are_called_by_their_questions_for_people_and_programs(mundraft, here: Path) -> None:
    mundraft("new", "ours.yaml", "--example", "mexico-child-trafficking")
    text = (here / "ours.yaml").read_text(encoding="utf-8")
    (here / "theirs.yaml").write_text(text.replace("actor: ", "actor: all of ", 1), encoding="utf-8")
    (one,) = json.loads(mundraft("compare", "ours.yaml", "theirs.yaml", "--json").out)
    assert one["question"].endswith("?")
    assert one["address"].endswith("/actor")
    merged = mundraft("merge", "ours.yaml", "theirs.yaml", "-o", "both.yaml")
    assert merged.code == 1
    assert one["question"] in merged.err
    assert f"      ours.yaml: {one['ours']}\n      theirs.yaml: {one['theirs']}\n" in merged.err
    assert "Merge another copy" in merged.err
    assert mundraft("compare", "ours.yaml", "theirs.yaml").out.endswith("1 difference.\n")


@pytest.mark.parametrize("base", [(), ("--base", "begun.yaml")])
def test_what_one_copy_deleted_is_told_where_nobody_knows_it(mundraft, here: Path, base: tuple[str, ...]) -> None:
    mundraft("new", "begun.yaml", "--example", "mexico-child-trafficking")
    mundraft("new", "ana.yaml", "--example", "mexico-child-trafficking")
    paper = yaml.safe_load((here / "begun.yaml").read_text(encoding="utf-8"))
    gone = paper["topics"][0]["solutions"].pop()["id"]
    (here / "ben.yaml").write_text(yaml.safe_dump(paper, allow_unicode=True, sort_keys=False), encoding="utf-8")
    merged = mundraft("merge", "ana.yaml", "ben.yaml", "-o", "both.yaml", *base)
    assert merged.code == 0
    both = yaml.safe_load((here / "both.yaml").read_text(encoding="utf-8"))
    assert (gone in [one["id"] for one in both["topics"][0]["solutions"]]) is not bool(base)
    assert f"solutions/{gone}), only in ana.yaml" in merged.out if not base else "  solution 3  (" in merged.out
    turned = mundraft("merge", "ana.yaml", "ben.yaml", "-o", "other.yaml", "--prefer", "theirs", *base)
    assert (f"solutions/{gone}), only in ana.yaml" in turned.out) is not bool(base)


def test_a_topic_for_which_there_is_no_room_is_told_with_the_reason(mundraft, here: Path) -> None:
    for name, titles in (("ana", ["Drought", "Floods"]), ("ben", ["Hail", "Frost"])):
        topics = [{"id": f"{name}{number}", "title": title} for number, title in enumerate(titles)]
        (here / f"{name}.yaml").write_text(yaml.safe_dump({"mundraft": 1, "topics": topics}), encoding="utf-8")
    merged = mundraft("merge", "ana.yaml", "ben.yaml", "-o", "both.yaml")
    assert merged.code == 1
    assert "(topics/ben1) of ben.yaml is not in the merged paper: a paper holds at most 3 topics" in merged.err
    assert "Both copies answered" not in merged.err


def test_a_merge_that_names_no_file_is_answered_with_an_example(mundraft) -> None:
    told = mundraft("merge", "ana.yaml", "ben.yaml")
    assert told.code == 2
    assert 'mundraft merge "ana.yaml" "ben.yaml" -o both.yaml' in told.err


def test_copies_of_a_template_that_is_not_here_are_compared_by_their_addresses_in_words(mundraft, here: Path) -> None:
    for name, title in (("ours", "Drought"), ("theirs", "Flood")):
        paper = f"mundraft: 1\ntemplate: gone\ntopics:\n  - id: t1\n    title: {title}\n"
        (here / f"{name}.yaml").write_text(paper, encoding="utf-8")
    assert "title  (topics/t1/title)" in mundraft("compare", "ours.yaml", "theirs.yaml").out


WRONG = {
    "a command that does not exist": ("exprt", "x.yaml"),
    "a paper that does not exist": ("export", "nowhere.yaml"),
    "a folder in place of a paper": ("export", "."),
    "an unknown country": ("new", "n.yaml", "--country", "Atlantis"),
    "an unknown template": ("new", "n.yaml", "--template", "haiku"),
    "an unknown example": ("new", "n.yaml", "--example", "atlantis"),
    "an unknown code": ("explain", "no-such-code"),
    "a name that Windows reserves": ("new", "con.yaml"),
    "a name with a character that Windows refuses": ("new", "what?.yaml"),
    "a folder that does not exist": ("new", "no/such/folder/n.yaml"),
    "a paper that is there already": ("new", "there.yaml"),
    "YAML that is wrong": ("check", "wrong.yaml"),
    "a paper larger than any paper": ("check", "huge.yaml"),
    "a paper that is not text": ("check", "binary.yaml"),
    "a paper whose template is missing": ("export", "orphan.yaml"),
    "a paper from a newer version": ("export", "newer.yaml"),
    "an export into a folder that does not exist": ("export", "there.yaml", "-o", "no/such/x.docx"),
    "a file where the folder for exports should be": ("export", "there.yaml", "--out-dir", "wrong.yaml"),
    "the app without a terminal": (),
    "a paper opened without a terminal": ("there.yaml",),
    "two names for one seat": ("new", "n.yaml", "--country", "Kenya", "--seat", "ICRC"),
    "a Word document to the screen": ("export", "there.yaml", "-o", "-"),
    "one output for two papers": ("export", "there.yaml", "there.yaml", "-o", "x.docx"),
    "an option that does not exist": ("export", "--sideways", "there.yaml"),
}


@pytest.mark.parametrize("words", WRONG.values(), ids=list(WRONG))
def test_wrong_use_is_told_and_ends_with_2(mundraft, here: Path, words: tuple[str, ...]) -> None:
    mundraft("new", "there.yaml")
    (here / "wrong.yaml").write_text("template: classic\n\tseat: kenya\n", encoding="utf-8")
    (here / "huge.yaml").write_bytes(b"notes: " + b"x" * 20_000_000)
    (here / "binary.yaml").write_bytes(bytes(range(256)))
    (here / "orphan.yaml").write_text("mundraft: 1\ntemplate: gone\n", encoding="utf-8")
    (here / "newer.yaml").write_text("mundraft: 99\n", encoding="utf-8")
    outcome = mundraft(*words)
    assert outcome.code == 2
    assert len(outcome.err.strip()) > 20
    assert "Traceback" not in outcome.err


def test_a_full_disk_is_told_and_ends_with_2(mundraft, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    mundraft("new", "there.yaml")
    monkeypatch.setattr(os, "fsync", full)
    outcome = mundraft("export", "there.yaml")
    assert outcome.code == 2
    assert "save-disk-full" in outcome.err
    assert not (here / "there.docx").exists()


def test_a_fault_of_the_program_is_told_calmly_without_the_delegates_words(
    mundraft, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    import mundraft.desk.checking as checking

    def broken(*_: object) -> None:
        raise RuntimeError("the secret of my paper")

    mundraft("new", "there.yaml")
    monkeypatch.setattr(checking, "check_files", broken)
    outcome = mundraft("check", "there.yaml")
    assert outcome.code == 2
    assert "secret" not in outcome.err
    reports = list(own_home.rglob("last-fault.txt"))
    assert reports
    assert "secret" not in reports[0].read_text(encoding="utf-8")


def test_a_script_that_an_old_console_cannot_show_is_replaced_and_not_a_crash(mundraft, here: Path) -> None:
    mundraft("new", "n.yaml", "--topic", "\u0627\u0644\u0645\u0627\u0621 and water")
    done = subprocess.run(
        [sys.executable, "-m", "mundraft", "export", "n.yaml", "--to", "txt", "-o", "-"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        check=False,
    )
    assert done.returncode == 0
    assert b"????? and water" in done.stdout or b"?????? and water" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes that break like this")
def test_a_reader_that_goes_away_is_no_fault(here: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "mundraft", "country", "show", "mexico"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
