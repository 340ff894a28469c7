"""Packs built of a teacher's folder: the same everywhere, checked as a class would meet it, with nothing private."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making_packs import MANIFEST, class_folder

from mundraft.cli.running import run
from mundraft.library.folders import shipped_folder
from mundraft.packs.checksum import checksum, read_out
from mundraft.packs.members import member
from mundraft.packs.pack import open_pack
from mundraft.packs.packing import packed


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MUNDRAFT_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def a_folder(folder: Path) -> Path:
    """A small folder for a class: quick to check."""
    (folder / "templates" / "conferences").mkdir(parents=True)
    (folder / "words.txt").write_bytes(b"Sahel\nMINUSMA\n")
    (folder / "pack.yaml").write_text(MANIFEST, encoding="utf-8")
    return folder


def test_the_same_folder_gives_the_same_bytes_on_every_machine(home: Path) -> None:
    here, there = class_folder(home / "here"), home / "Ms Okafor's laptop" / "there"
    shutil.copytree(here, there)
    for path in there.rglob("*"):
        if path.suffix in (".yaml", ".txt", ".j2"):
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
        os.utime(path, (0, 1_000_000_000))
    assert run(["pack", "build", str(here), "-o", "a.mundraft-pack"]) == 0
    assert run(["pack", "build", str(there), "-o", "b.mundraft-pack"]) == 0
    assert Path("a.mundraft-pack").read_bytes() == Path("b.mundraft-pack").read_bytes()
    assert b"Okafor's" not in Path("b.mundraft-pack").read_bytes()
    with zipfile.ZipFile("a.mundraft-pack") as made:
        assert made.namelist()[0] == "pack.yaml"
        assert {about.date_time[0] for about in made.infolist()} == {1980}
        assert made.testzip() is None


def test_a_name_in_place_of_an_id_is_told_with_the_id_that_is_meant(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_folder(home / "here")
    (folder / "country_profiles").mkdir()
    correction = "mundraft-country: 1\ntreaties:\n  - instrument: OPIC\n    consent: 2026-10-01\n    source: unterm\n"
    (folder / "country_profiles" / "japan.yaml").write_text(correction, encoding="utf-8")
    assert run(["pack", "build", str(folder)]) != 0
    said = capsys.readouterr()
    assert "Did you mean 'opic'" in said.out + said.err


def test_the_checksum_is_that_of_the_contents(home: Path) -> None:
    """Counted once without this program's code: a change of how it is made would part old packs from new ones."""
    assert read_out(checksum({"pack.yaml": b"name: x\n", "words.txt": b"Sahel\n"})) == GOLDEN


GOLDEN = "ZX08 MX2W 42VK"

texts = st.dictionaries(st.text("ab/", min_size=1, max_size=4), st.binary(max_size=4), max_size=4)


@settings(max_examples=40)
@given(texts, texts)
def test_two_lists_of_files_have_one_checksum_only_if_they_are_the_same(
    one: dict[str, bytes], other: dict[str, bytes]
) -> None:
    assert (checksum(one) == checksum(dict(reversed(other.items())))) == (one == other)


def test_only_what_belongs_in_a_pack_is_taken_and_the_rest_is_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_folder(home / "class")
    (folder / "papers").mkdir()
    for name in ("papers/ana.yaml", "papers/ben.yaml", "notes.docx", "templates/conferences/My own.yaml", ".DS_Store"):
        (folder / name).write_bytes(b"x")
    assert run(["pack", "build", str(folder)]) == 0
    told = [line.partition(": ")[2] for line in capsys.readouterr().err.splitlines()]
    assert told == ["notes.docx", "papers/", "templates/conferences/My own.yaml"]
    assert set(open_pack(home / "class-9b.mundraft-pack").files) == {"pack.yaml", "words.txt"}


def test_what_a_class_would_stumble_on_is_told_at_its_line_and_no_pack_is_made(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = class_folder(home / "class")
    text = folder / "templates" / "our" / "paper.md.j2"
    text.write_text(text.read_text(encoding="utf-8") + "\n{{ nobody.asks }}\n", encoding="utf-8")
    (folder / "templates" / "conferences" / "broken.yaml").write_text("name: [x\n", encoding="utf-8")
    assert run(["pack", "build", str(folder)]) == 1
    said = capsys.readouterr().err
    assert f"{text}:" in said
    assert f"{folder / 'templates' / 'conferences' / 'broken.yaml'}:1" in said
    assert "No pack was made" in said
    assert not list(home.glob("*.mundraft-pack"))


def test_a_pack_cannot_stand_on_what_only_the_teacher_has(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = home / "home" / "data" / "templates" / "mine"
    mine.mkdir(parents=True)
    folder = class_folder(home / "class")
    for name in ("template.yaml", "paper.md.j2"):
        shutil.copy(folder / "templates" / "our" / name, mine)
    (folder / "templates" / "our" / "template.yaml").write_text(
        "mundraft-template: 1\nname: Ours\nextends: mine\n", encoding="utf-8"
    )
    assert run(["pack", "build", str(folder)]) == 1
    assert "[template-extends-unknown]" in capsys.readouterr().err


def test_names_that_clash_on_other_disks_are_refused_before_the_class_has_them(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_folder(home / "class")
    (folder / "examples").mkdir()
    for name in ("straße.yaml", "STRASSE.yaml"):
        (folder / "examples" / name).write_text("mundraft: 1\n", encoding="utf-8")
    if len(list((folder / "examples").iterdir())) == 1:
        return  # this disk is such a one
    assert run(["pack", "build", str(folder)]) == 2
    said = capsys.readouterr().err
    assert "same name on some disks" in said
    assert "Give it another name" in said


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (["--name", "Class 9b"], "pack-"),
        (["--name", "nul"], "pack-"),
        (["-o", "no/such/folder/x.mundraft-pack"], "save-folder-gone"),
    ],
)
def test_what_cannot_be_is_told(home: Path, given: list[str], code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pack", "build", str(a_folder(home / "class")), *given]) == 2
    assert f"[{code}" in capsys.readouterr().err


def test_a_folder_without_anything_for_a_pack_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "empty").mkdir()
    (home / "empty" / "notes.docx").touch()
    assert run(["pack", "build", "empty"]) == 2
    assert "[pack-nothing-in-folder]" in capsys.readouterr().err


def test_a_folder_needs_no_manifest_and_its_name_becomes_the_packs(home: Path) -> None:
    folder = a_folder(home / "Class 9b, spring")
    (folder / "pack.yaml").unlink()
    assert run(["pack", "build", str(folder), "--welcome", "Hello!"]) == 0
    pack = open_pack(home / "class-9b-spring.mundraft-pack")
    assert (pack.manifest.name, pack.manifest.welcome) == ("class-9b-spring", "Hello!")


def test_a_folder_that_is_too_large_is_told_before_it_is_read_whole(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_folder(home / "class")
    (folder / "examples").mkdir()
    for number in range(6):
        (folder / "examples" / f"e{number}.yaml").write_bytes(bytes(1_900_000))
    assert run(["pack", "build", str(folder)]) == 2
    assert "[pack-too-large]" in capsys.readouterr().err


def test_a_link_in_the_folder_is_not_followed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = home / "secret.yaml"
    secret.write_text("mundraft: 1\n", encoding="utf-8")
    folder = a_folder(home / "class")
    (folder / "examples").mkdir()
    try:
        (folder / "examples" / "e.yaml").symlink_to(secret)
    except OSError:
        return  # Windows lets only some make links
    assert run(["pack", "build", str(folder)]) == 0
    assert "examples/e.yaml" in capsys.readouterr().err


@given(st.text(st.sampled_from("abc/.\\:AB templateyamlpiecswordx"), max_size=40))
@settings(max_examples=60)
def test_whatever_has_a_place_in_a_pack_stays_in_it(path: str) -> None:
    if member(path) is not None:
        assert os.path.normpath(path).replace(os.sep, "/") == path
        assert not path.startswith(("/", "."))


def test_what_is_packed_is_what_comes_out(home: Path) -> None:
    files = {"pack.yaml": b'mundraft-pack: "1"\nname: x\nwelcome: hello\n', "words.txt": b"Sahel\n"}
    (home / "x").write_bytes(packed(files))
    assert dict(open_pack(home / "x").files) == files


def test_an_expectation_that_does_not_hold_is_told_and_stops_no_pack(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = home / "class" / "templates" / "our"
    shutil.copytree(shipped_folder() / "templates" / "one-page", own)
    expected = "mundraft-expectations: 1\nexpect:\n  - name: Short\n    words:\n      at_most: {}\n"
    for most, told in ((5000, False), (3, True)):
        (own / "expectations.yaml").write_text(expected.format(most), encoding="utf-8")
        assert run(["pack", "build", "class"]) == 0
        said = capsys.readouterr()
        assert "checksum" in said.out
        assert ("warning: our does not do what is expected of it: Short: the paper has" in said.err) is told
        assert ("mundraft template test our" in said.err) is told


def test_a_template_that_prints_what_another_prints_needs_no_text_in_a_pack(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = home / "class"
    definition = folder / "templates" / "ours" / "template.yaml"
    definition.parent.mkdir(parents=True)
    definition.write_text("mundraft-template: 1\nname: Ours\nextends: classic\n", encoding="utf-8")
    assert run(["pack", "build", "class"]) == 0
    assert run(["pack", "add", "class.mundraft-pack", "--yes"]) == 0
    assert run(["new", "p", "--template", "ours"]) == 0
    assert run(["export", "p.yaml", "--to", "txt"]) == 0
    capsys.readouterr()
    definition.write_text("mundraft-template: 1\nname: Ours\n", encoding="utf-8")
    assert run(["pack", "build", "class"]) == 2
    told = capsys.readouterr().err
    assert "[pack-half-template]" in told
    assert "or say in its template.yaml what it extends" in told
