"""Packs that are added, replaced and removed: whole or not at all, the latest first, and never a paper touched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making_packs import TWO_NAMES, pack_file

from mundraft.cli.running import run
from mundraft.desk.packs import add_pack, kept_packs, look_at, papers_using, remove_pack, welcomed
from mundraft.desk.recent import RecentPapers
from mundraft.files import system
from mundraft.files.places import user_data
from mundraft.interview.known_names import known_names, name_written_small
from mundraft.library.added_packs import packs_added, packs_list
from mundraft.library.folders import Tier, shipped_folder
from mundraft.library.search_path import default_library
from mundraft.packs.manifest import Manifest, manifest_bytes
from mundraft.packs.packing import packed
from mundraft.paper.model import Seat
from mundraft.problems import CannotSave

PRESET = """\
mundraft-conference: 1
name: Our conference
seen_at:
  - title: Handbook
    seen_on: 2026-11-22
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def add(path: Path) -> None:
    add_pack(look_at(path))


def names_and_welcomes() -> list[tuple[str, str]]:
    return [(one.added.name, one.manifest.welcome if one.manifest else "?") for one in kept_packs()]


def test_a_later_version_takes_the_place_of_an_earlier_one_and_leaves_nothing_of_it(home: Path) -> None:
    add(pack_file(home / "a", welcome="first", files={"examples/old.yaml": EXAMPLE}))
    add(pack_file(home / "b", welcome="second"))
    assert names_and_welcomes() == [("class-9b", "second")]
    assert not list(user_data().rglob("old.yaml"))
    assert len(list((user_data() / "packs" / "class-9b").iterdir())) == 1


EXAMPLE = sorted((shipped_folder() / "examples").glob("*.yaml"))[0].read_bytes()


def test_the_pack_added_last_counts_first_and_what_it_covers_comes_back(home: Path) -> None:
    for name in ("one", "two"):
        preset = PRESET.replace("Our", f"Pack {name}'s").encode()
        add(pack_file(home / name, name=name, files={"templates/conferences/ours.yaml": preset}))
    assert default_library().conference("ours").name == "Pack two's conference"
    effects = look_at(pack_file(home / "x", name="three", files={"templates/conferences/ours.yaml": PRESET.encode()}))
    assert [one.in_words for one in effects.effects] == [
        "conference ours corrects the one of the pack two",
        "conference ours corrects the one of the pack one",
    ]
    remove_pack("two")
    assert default_library().conference("ours").name == "Pack one's conference"


def test_what_ships_is_never_replaced_unasked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    preset = (shipped_folder() / "templates" / "conferences" / "amun.yaml").read_bytes()
    path = pack_file(home / "a", files={"templates/conferences/amun.yaml": preset})
    assert run(["pack", "add", str(path)]) == 2
    said = capsys.readouterr()
    assert "amun corrects the one that ships" in said.out
    assert "[pack-must-ask]" in said.err
    assert not packs_added(user_data())
    assert run(["pack", "add", str(path), "--yes"]) == 0
    assert run(["pack", "add", str(path)]) == 0
    assert "here already" in capsys.readouterr().out


def test_a_name_that_is_taken_from_what_ships_is_told(home: Path) -> None:
    """A country under another file's name that calls itself France would be found in the place of France."""
    profile = (shipped_folder() / "country_profiles" / "france.yaml").read_bytes()
    looked = look_at(pack_file(home / "a", files={"country_profiles/gallia.yaml": profile}))
    assert looked.asks
    assert "country gallia takes a name of the country france that ships" in [one.in_words for one in looked.effects]


def test_a_students_own_file_goes_before_a_pack(home: Path) -> None:
    own = user_data() / "examples" / "e.yaml"
    own.parent.mkdir(parents=True)
    own.write_bytes(EXAMPLE)
    looked = look_at(pack_file(home / "a", files={"examples/e.yaml": EXAMPLE}))
    assert [one.in_words for one in looked.effects] == ["example e waits behind your own of the same name"]
    assert not looked.asks


def test_a_template_of_a_pack_is_never_trusted(home: Path) -> None:
    files = {f"templates/ours/{one.name}": one.read_bytes() for one in SHIPPED_TEMPLATE.iterdir() if one.is_file()}
    add(pack_file(home / "a", files=files))
    template = default_library().template("ours")
    assert template.origin is Tier.PACK
    assert not template.trusted


SHIPPED_TEMPLATE = shipped_folder() / "templates" / "one-page"


def test_names_of_the_word_list_are_known_when_answers_are_checked(home: Path) -> None:
    assert name_written_small("unrest in the sahel", known_names(Seat(), default_library())) == ""
    add(pack_file(home / "a", files={"words.txt": TWO_NAMES}))
    assert name_written_small("unrest in the sahel", known_names(Seat(), default_library())) == "Sahel"


def test_a_recent_paper_that_uses_a_pack_is_named_when_it_is_removed_and_stays(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {f"templates/ours/{one.name}": one.read_bytes() for one in SHIPPED_TEMPLATE.iterdir() if one.is_file()}
    add(pack_file(home / "a", files=files))
    paper = home / "mine.yaml"
    paper.write_text("mundraft: 1\ntemplate: ours\n", encoding="utf-8")
    RecentPapers().add(paper)
    assert papers_using(kept_packs()[0]) == (paper,)
    assert run(["pack", "remove", "class-9b"]) == 0
    assert "mine.yaml is written with something of this pack" in capsys.readouterr().err
    assert paper.exists()


@pytest.mark.parametrize(
    "said", ["", "class-9b", "../x 0123456789AB\n", "class-9b 0123456789AB new new\n", "\xff\0\n" * 9_000]
)
def test_a_list_of_packs_that_makes_no_sense_is_an_empty_one(home: Path, said: str) -> None:
    add(pack_file(home / "a"))
    packs_list(user_data()).write_text(said, encoding="utf-8")
    assert not kept_packs()
    add(home / "a.mundraft-pack")
    assert names_and_welcomes() == [("class-9b", "Welcome!")]


def test_a_pack_whose_files_are_gone_is_passed_over_and_one_without_manifest_is_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two"):
        add(pack_file(home / name, name=name))
    one, two = (user_data() / "packs" / name for name in ("one", "two"))
    shutil.rmtree(one)
    next(two.rglob("pack.yaml")).unlink()
    assert run(["pack", "list"]) == 0
    assert "two cannot be read any more" in capsys.readouterr().out
    assert run(["pack", "remove", "two"]) == 0


class Killed(BaseException):
    """The program is dead: nothing after it happens."""


class Mortal:
    """Lets a number of steps that change the disk happen, and the program be dead from then on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
        self.left = steps
        for owner, name in ((Path, "open"), (Path, "mkdir"), (system, "replace"), (shutil, "rmtree")):
            monkeypatch.setattr(owner, name, self._counted(getattr(owner, name)))
        monkeypatch.setattr("mundraft.packs.installing.replace", system.replace)

    def _counted(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:
            if self.left <= 0:
                raise Killed
            self.left -= 1
            return step(*given, **named)

        return counted


def test_a_program_that_is_killed_leaves_the_old_or_the_new(home: Path) -> None:
    add(pack_file(home / "old", welcome="old", files={"words.txt": TWO_NAMES}))
    looked = look_at(pack_file(home / "new", welcome="new", files={"words.txt": b"Mali\n"}))
    seen = []
    for steps in range(40):
        with pytest.MonkeyPatch.context() as patched:
            Mortal(patched, steps)
            try:
                add_pack(looked)
                done = True
            except Killed:
                done = False
        seen.append(names_and_welcomes()[0][1])
        assert default_library().words() == {"old": ("Sahel", "MINUSMA"), "new": ("Mali",)}[seen[-1]]
        if done:
            break
        if seen[-1] == "new":
            add(home / "old.mundraft-pack")
    assert done
    assert len(seen) > 8
    assert seen[0] == "old"
    assert seen[-1] == "new"
    assert sorted(one.name for one in (user_data() / "packs" / "class-9b").iterdir()) == [looked.pack.code]


def test_on_windows_a_version_that_a_virus_scanner_holds_is_waited_for(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = [PermissionError(13, "held"), PermissionError(13, "held")]
    really = os.replace

    def replaced(new: str | Path, target: Path) -> None:
        if held and Path(new).name.startswith(".new-"):
            raise held.pop()
        really(new, target)

    monkeypatch.setattr(system, "is_windows", lambda: True)
    monkeypatch.setattr(system, "RETRY_PAUSES", (0.0,) * 3)
    monkeypatch.setattr(os, "replace", replaced)
    add(pack_file(home / "a"))
    assert not held
    assert names_and_welcomes() == [("class-9b", "Welcome!")]


def test_a_disk_that_is_full_changes_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(pack_file(home / "old", welcome="old"))
    looked = look_at(pack_file(home / "new", welcome="new"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mundraft.packs.contents.sync_file", full)
    with pytest.raises(CannotSave, match="the disk is full"):
        add_pack(looked)
    assert names_and_welcomes() == [("class-9b", "old")]
    assert len(list((user_data() / "packs" / "class-9b").iterdir())) == 1


def test_a_list_that_cannot_be_read_for_a_moment_costs_no_pack(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A virus scanner or a drive of the school that holds the list: who took it for empty would sweep every pack."""
    add(pack_file(home / "one", name="one", files={"words.txt": TWO_NAMES}))
    looked = look_at(pack_file(home / "two", name="two"))
    really = Path.open

    def held(self: Path, *given: Any, **named: Any) -> Any:
        if self.name == "added.txt":
            raise PermissionError(13, "in use")
        return really(self, *given, **named)

    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(CannotSave, match="cannot be read now"):
        add_pack(looked)
    with pytest.raises(CannotSave, match="cannot be read now"):
        remove_pack("one")
    welcomed("one")
    monkeypatch.undo()
    monkeypatch.setenv("MUNDRAFT_HOME", str(home / "home"))
    assert names_and_welcomes() == [("one", "Welcome!")]
    assert default_library().words() == ("Sahel", "MINUSMA")


CORRECTION = b"""\
mundraft-country: 1
treaties:
  - instrument: crc
    consent: 2021-01-01
    source: page
sources:
  page:
    title: A page that nobody knows
    as_of: 2026-10-15
    url: https://example.org
"""


def test_what_a_pack_would_have_papers_say_otherwise_is_told_before_it_is_added(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = pack_file(home / "a", files={"country_profiles/mexico.yaml": CORRECTION})
    assert run(["pack", "add", str(path)]) == 2
    said = capsys.readouterr().out
    assert "country mexico corrects the one that ships\n    treaties.crc.consent: 2021-01-01 (was: 1990-09-21)" in said
    assert not packs_added(user_data())


def test_an_older_version_says_that_it_takes_the_place_of_a_newer_one(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def made(day: str) -> Path:
        path = home / f"{day}.mundraft-pack"
        manifest = Manifest(name="class-9b", welcome="Hi!", made_on=day)
        path.write_bytes(packed({"pack.yaml": manifest_bytes(manifest)}))
        return path

    assert run(["pack", "add", str(made("2026-11-20"))]) == 0
    capsys.readouterr()
    assert run(["pack", "show", str(made("2026-11-19"))]) == 0
    assert "which is NEWER: made on 20 November 2026" in " ".join(capsys.readouterr().out.split())
    assert run(["pack", "show", str(made("2026-11-21"))]) == 0
    assert "NEWER" not in capsys.readouterr().out


def test_no_word_of_a_pack_turns_a_line_round_or_commands_a_terminal(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = home / "a.mundraft-pack"
    manifest = 'mundraft-pack: "1"\nname: class-9b\ntitle: "Model\u202eUN"\nmade_by: "Ms\u2066X"\nwelcome: "Hi\u202d"\n'
    path.write_bytes(packed({"pack.yaml": manifest.encode()}))
    for command in (["show"], ["add"]):
        run(["pack", *command, str(path)])
    run(["pack", "list"])
    told = capsys.readouterr()
    assert not set(told.out + told.err) & set("\u202d\u202e\u2066\x1b")
