"""Packs that mean harm, or are damaged: all refused with a message that names what is wrong; nothing is written.

Each row is one attack: what the file holds, the code it is refused with, and what the message names."""

from __future__ import annotations

import io
import os
import struct
import sys
import tempfile
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_archives import (
    DEVICE,
    FOLDER,
    HONEST,
    LINK,
    PIPE,
    Entry,
    archive,
    beside_honest,
    deflated,
    holding,
    named,
)
from making_packs import MANIFEST

from mundraft.cli.running import run
from mundraft.packs.pack import open_pack
from mundraft.problems import UnreadableFile

NAME = "archive-name"
FORM = "archive-form"
DAMAGED = "archive-damaged"
LARGE = "archive-too-large"
STRANGER = "pack-stranger"

TEMPLATE = """\
mundraft-template: 1
name: Ours
extends: classic
"""


def template(text: str, definition: str = TEMPLATE, **more: bytes) -> bytes:
    files: dict[str, str | bytes] = {
        "templates/ours/template.yaml": definition,
        "templates/ours/paper.md.j2": text,
        **{f"templates/ours/{name.replace('_', '.')}": content for name, content in more.items()},
    }
    return holding(files)


def docx(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return made.getvalue()


def bomb(size: int) -> bytes:
    """Zeros, a thousandth as large when packed; made piece by piece."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    pieces = [packer.compress(bytes(1_000_000)) for _ in range(size // 1_000_000)]
    return b"".join(pieces) + packer.flush()


BIG = bomb(200_000_000)
NESTED = archive(Entry("inner.zip", archive(Entry("zeros", b"", packed=BIG, size=200_000_000))))
MANY = [Entry(f"examples/e{number}.yaml", b"", method=0) for number in range(10_000)]
EXAMPLE = "examples/e.yaml"

ROWS: dict[str, tuple[Callable[[], bytes], str, str]] = {
    # names that lead elsewhere
    "climbs": (lambda: named("../evil.yaml"), NAME, "'../evil.yaml'"),
    "climbs from within": (lambda: named("templates/x/../../../evil"), NAME, "leads out of its folder"),
    "climbs with backslashes": (lambda: named("..\\evil.yaml"), NAME, "backslash"),
    "climbs by mixed slashes": (lambda: named("examples/..\\../evil.yaml"), NAME, "backslash"),
    "dots alone": (lambda: named(".."), NAME, "'..'"),
    "top of the disk": (lambda: named("/etc/passwd"), NAME, "top of the disk"),
    "drive": (lambda: named("C:/Windows/evil.dll"), NAME, "drive"),
    "drive without a slash": (lambda: named("c:evil.yaml"), NAME, "drive"),
    "share": (lambda: named("//server/share/x.yaml"), NAME, "top of the disk"),
    "share with backslashes": (lambda: named("\\\\server\\share\\x"), NAME, "backslash"),
    "device path": (lambda: named("\\\\?\\C:\\x"), NAME, "backslash"),
    "home": (lambda: named("~/x.yaml"), STRANGER, "'~/x.yaml'"),
    "empty part": (lambda: named("examples//x.yaml"), NAME, "empty part"),
    "point as a part": (lambda: named("examples/./x.yaml"), NAME, "empty part"),
    "empty name": (lambda: named(""), NAME, "''"),
    "nothing but a slash": (lambda: named("/"), NAME, "'/'"),
    # names that are not what they seem
    "nul": (lambda: named("examples/x.yaml\0.exe"), NAME, "\\x00"),
    "line break": (lambda: named("examples/x\n.yaml"), NAME, "cannot be seen"),
    "escape sequence": (lambda: named("examples/\x1b[2Jx.yaml"), NAME, "cannot be seen"),
    "right to left": (lambda: named("examples/\u202elmay.exe"), NAME, "cannot be seen"),
    "zero width": (lambda: named("examples/a\u200bb.yaml"), NAME, "cannot be seen"),
    "case twins": (lambda: named("examples/a.yaml", "examples/A.yaml"), NAME, "same name on some disks"),
    "twins of sharp s": (lambda: named("examples/ß.yaml", "examples/SS.yaml"), NAME, "same name on some disks"),
    "twins in folders": (lambda: named("templates/a/template.yaml", "Templates/A/template.yaml"), NAME, "same name"),
    "twice": (lambda: named(EXAMPLE, EXAMPLE), NAME, "it is twice"),
    "not composed": (lambda: named("examples/e\u0301.yaml"), NAME, "some disks change"),
    "accent twins": (lambda: named("examples/\u00e9.yaml", "examples/e\u0301.yaml"), NAME, "some disks"),
    "two forms of one letter": (lambda: named("examples/\u212b.yaml", "examples/\u00c5.yaml"), NAME, "some disks"),
    "file like a folder": (lambda: named("examples", EXAMPLE), NAME, "a file and a folder at once"),
    "file like a folder in capitals": (lambda: named("EXAMPLES", EXAMPLE), NAME, "a file and a folder at once"),
    "another alphabet unsaid": (
        lambda: beside_honest(Entry("", raw_name=b"examples/\xe9.yaml", flags=0)),
        FORM,
        "examples/?.yaml",
    ),
    "bytes that are no text": (lambda: beside_honest(Entry("", raw_name=b"examples/\xff.yaml")), FORM, "alphabet"),
    # names that Windows forbids
    "device": (lambda: named("examples/CON.yaml"), NAME, "CON"),
    "device in small letters": (lambda: named("templates/nul/template.yaml"), NAME, "NUL"),
    "device with a digit": (lambda: named("examples/com1.yaml"), NAME, "COM1"),
    "device with a raised digit": (lambda: named("examples/lpt².yaml"), NAME, "LPT²"),
    "colon": (lambda: named("examples/x.yaml:evil"), NAME, "Windows does not allow :"),
    "question mark": (lambda: named("examples/what?.yaml"), NAME, "Windows does not allow ?"),
    "dot at the end": (lambda: named("examples/x.yaml."), NAME, "dot or space at its end"),
    "space at the end": (lambda: named("examples /x.yaml"), NAME, "dot or space at its end"),
    "long": (lambda: named("examples/" + "x" * 300 + ".yaml"), NAME, "more than 150 characters"),
    "deep": (lambda: named("a/" * 40 + "x.yaml"), NAME, "folders deep"),
    # what is no file
    "link": (lambda: beside_honest(Entry(EXAMPLE, b"/etc/passwd", attributes=LINK)), "archive-link", EXAMPLE),
    "pipe": (lambda: beside_honest(Entry(EXAMPLE, attributes=PIPE)), "archive-link", "device or pipe"),
    "device file": (lambda: beside_honest(Entry(EXAMPLE, attributes=DEVICE)), "archive-link", "device or pipe"),
    "folder that is said to be a file": (
        lambda: beside_honest(Entry(EXAMPLE, attributes=FOLDER)),
        "archive-link",
        "a file and a folder",
    ),
    "folder with a content": (lambda: named("examples/x.yaml/"), "archive-link", "content of its own"),
    # bombs
    "bomb": (lambda: beside_honest(Entry(EXAMPLE, b"", packed=BIG, size=200_000_000)), LARGE, EXAMPLE),
    "bomb that says it is small": (
        lambda: beside_honest(Entry(EXAMPLE, b"", packed=BIG, size=100)),
        DAMAGED,
        EXAMPLE,
    ),
    "many that are large together": (
        lambda: beside_honest(*(Entry(f"examples/e{n}.yaml", bytes(1_900_000)) for n in range(7))),
        LARGE,
        "10 MB in all",
    ),
    "bomb in a bomb": (lambda: beside_honest(Entry("examples/in.zip", NESTED)), STRANGER, "in.zip"),
    "bomb in a document": (
        lambda: template("x", reference_docx=docx(**{"word/styles.xml": bytes(150_000_000)})),
        LARGE,
        "reference.docx",
    ),
    "overlapping": (
        lambda: archive(HONEST, Entry("examples/a.yaml"), Entry("examples/a.yaml", begins=0)),
        DAMAGED,
        "examples/a.yaml",
    ),
    "one file under many names": (
        lambda: archive(Entry("pack.yaml", MANIFEST.encode()), Entry("pack.yaml", MANIFEST.encode(), begins=0)),
        FORM,
        "overlaps",
    ),
    "ten thousand files": (lambda: archive(HONEST, *MANY), "archive-too-many", "more than 400 files"),
    "ten thousand that are said to be one": (lambda: archive(HONEST, *MANY, count=1), "archive-too-many", "400"),
    "huge directory": (
        lambda: beside_honest(Entry(EXAMPLE, comment=bytes(60_000), extra=bytes(60_000))) + bytes(12_000_000),
        "file-too-large",
        "10 MB",
    ),
    # lies and damage
    "larger than said": (lambda: beside_honest(Entry(EXAMPLE, b"abc", size=1)), DAMAGED, EXAMPLE),
    "smaller than said": (lambda: beside_honest(Entry(EXAMPLE, b"abc", size=100)), DAMAGED, EXAMPLE),
    "stored, and two sizes": (lambda: beside_honest(Entry(EXAMPLE, b"abc", method=0, size=1)), DAMAGED, EXAMPLE),
    "wrong sum": (lambda: beside_honest(Entry(EXAMPLE, checksum=7)), DAMAGED, EXAMPLE),
    "not packed as said": (lambda: beside_honest(Entry(EXAMPLE, b"abc", packed=b"abc")), DAMAGED, EXAMPLE),
    "more behind what is packed": (
        lambda: beside_honest(Entry(EXAMPLE, b"abc", packed=deflated(b"abc") + b"hidden")),
        DAMAGED,
        EXAMPLE,
    ),
    "another name inside": (lambda: beside_honest(Entry(EXAMPLE, local_name=b"examples/f.yaml")), DAMAGED, EXAMPLE),
    "reaches beyond": (lambda: beside_honest(Entry(EXAMPLE, packed_size=5_000_000)), DAMAGED, EXAMPLE),
    "begins beyond": (lambda: beside_honest(Entry(EXAMPLE, begins=5_000_000)), DAMAGED, EXAMPLE),
    "one more than there is": (lambda: archive(HONEST, Entry(EXAMPLE), count=3), DAMAGED, "directory"),
    "directory longer than it is": (lambda: archive(HONEST, length=60_000), DAMAGED, "directory"),
    "cut off": (lambda: beside_honest(Entry(EXAMPLE))[:-30], DAMAGED, "broke off"),
    "cut in half": (lambda: named(EXAMPLE)[:120], DAMAGED, "broke off"),
    # forms that programs read each in their own way
    "of more than 4 GB": (lambda: archive(HONEST, count=0xFFFF), FORM, "4 GB"),
    "member of more than 4 GB": (
        lambda: beside_honest(Entry(EXAMPLE, size=0xFFFFFFFF, extra=struct.pack("<HHQ", 1, 8, 1))),
        FORM,
        EXAMPLE,
    ),
    "zip64 record": (lambda: archive(HONEST, between=b"PK\x06\x06" + bytes(72)), DAMAGED, "directory"),
    "encrypted": (lambda: beside_honest(Entry(EXAMPLE, flags=1)), FORM, "encrypted"),
    "masked": (lambda: beside_honest(Entry(EXAMPLE, flags=0x2000)), FORM, "encrypted"),
    "bzip2": (lambda: beside_honest(Entry(EXAMPLE, method=12)), FORM, EXAMPLE),
    "lzma": (lambda: beside_honest(Entry(EXAMPLE, method=14)), FORM, EXAMPLE),
    "in parts": (lambda: archive(HONEST, disk=1), FORM, "several"),
    "comment": (lambda: archive(HONEST, comment=b"PK\x05\x06 hello"), FORM, "behind its end"),
    "program before it": (lambda: archive(HONEST, before=b"#!/bin/sh\nrm -rf ~\n"), FORM, "before its beginning"),
    "page behind it": (lambda: archive(HONEST, after=b"<html>"), FORM, "behind its end"),
    "two archives": (lambda: archive(HONEST) + archive(HONEST), DAMAGED, "directory"),
    # what is no pack
    "empty file": (lambda: b"", "archive-not-a-zip", "no pack"),
    "web page": (lambda: b"<!doctype html><title>Sign in</title>", "archive-not-a-zip", "no pack"),
    "nothing inside": (archive, "pack-no-manifest", "pack.yaml"),
    "no manifest": (lambda: archive(Entry(EXAMPLE)), "pack-no-manifest", "pack.yaml"),
    "manifest in a folder": (lambda: archive(Entry("class/pack.yaml", MANIFEST.encode())), "pack-no-manifest", "no"),
    "only a name": (lambda: holding({"pack.yaml": 'mundraft-pack: "1"\nname: x\n'}), "pack-empty", "nothing"),
    # manifests
    "manifest with a tag": (
        lambda: holding({"pack.yaml": "name: !!python/object/apply:os.system [id]\n"}),
        "yaml-",
        "!!",
    ),
    "manifest with aliases": (lambda: holding({"pack.yaml": "name: &a x\ntitle: *a\n"}), "yaml-", "pack.yaml:"),
    "manifest with a stranger": (lambda: holding({"pack.yaml": MANIFEST + "run: rm\n"}), "pack-unknown-key", "run"),
    "manifest twice over": (lambda: holding({"pack.yaml": MANIFEST + "name: y\n"}), "yaml-", "name"),
    "name that climbs": (lambda: holding({"pack.yaml": "name: ../../x\n"}), "pack-", "pack's name"),
    "name of a device": (lambda: holding({"pack.yaml": "name: aux\n"}), "pack-", "AUX"),
    "newer version": (lambda: holding({"pack.yaml": 'mundraft-pack: "2"\nname: x\n'}), "pack-", "pack.yaml:1"),
    "endless welcome": (lambda: holding({"pack.yaml": f"name: x\nwelcome: {'x' * 9_000}\n"}), "pack-", "2,000"),
    "welcome that turns round": (lambda: holding({"pack.yaml": "name: x\nwelcome: a\u202eb\n"}), "pack-", "direction"),
    "deep manifest": (lambda: holding({"pack.yaml": "a: " + "[" * 5_000}), "yaml-", "pack.yaml:"),
    "manifest of bytes": (lambda: holding({"pack.yaml": b"\xff\xfe\x00"}), "yaml-", "pack.yaml"),
    # what has no place in a pack
    "program": (lambda: named("templates/ours/run.py"), STRANGER, "run.py"),
    "macro document": (lambda: named("templates/ours/reference.docm"), STRANGER, "reference.docm"),
    "hidden file": (lambda: named(".bashrc"), STRANGER, ".bashrc"),
    "template called as the presets": (
        lambda: named("templates/conferences/template.yaml/x"),
        STRANGER,
        "template.yaml/x",
    ),
    "preset that is no id": (lambda: named("templates/conferences/My Conference.yaml"), STRANGER, "My Conference"),
    "piece in a folder": (lambda: named("templates/ours/pieces/a/b.md.j2"), STRANGER, "b.md.j2"),
    "papers of a class": (lambda: named("papers/ana.yaml"), STRANGER, "papers/ana.yaml"),
    "templates without end": (
        lambda: holding(
            {f"templates/t{n}/{name}": TEMPLATE for n in range(150) for name in ("template.yaml", "paper.md.j2")}
        ),
        "pack-many-templates",
        "150 templates",
    ),
    "half a template": (lambda: named("templates/ours/paper.md.j2"), "pack-half-template", "template.yaml"),
    "word list of no words": (lambda: holding({"words.txt": "small\n" * 3}), "words-no-name", "words.txt:1"),
    "word list without end": (
        lambda: holding({"words.txt": "\n".join(f"W{n}" for n in range(9_000))}),
        "words-too-many",
        "500",
    ),
    "bytes for a text": (lambda: holding({EXAMPLE: b"a\0b"}), "pack-not-text", EXAMPLE),
    # what it holds cannot be read, or may not run
    "broken preset": (lambda: holding({"templates/conferences/x.yaml": "a: [1"}), "yaml-", "x.yaml:1"),
    "preset with a tag": (lambda: holding({"templates/conferences/x.yaml": "name: !!set {a}\n"}), "yaml-", "x.yaml:1"),
    "example that is no paper": (lambda: holding({EXAMPLE: "title: x\n"}), "paper-", "e.yaml"),
    "country of nothing": (lambda: holding({"country_profiles/x.yaml": "name: x\n"}), "country-", "x.yaml"),
    "questions unreadable": (lambda: template("x", "name: [x"), "yaml-", "template.yaml:1"),
    "escape by a class": (lambda: template("{{ ''.__class__.__mro__ }}"), "template-", "paper.md.j2:1"),
    "escape by a call": (lambda: template("{{ cycler.__init__.__globals__.os.popen('id') }}"), "template-", ":1"),
    "file of the disk": (lambda: template("{% include '/etc/passwd' %}"), "template-", "paper.md.j2:1"),
    "endless loop": (lambda: template("{% for a in range(10**9) %}x{% endfor %}"), "template-", "paper.md.j2:1"),
    "document that is none": (lambda: template("x", reference_docx=b"PK nonsense"), "archive-", "reference.docx"),
    "document with unreadable xml": (
        lambda: template("x", reference_docx=docx(**{"word/styles.xml": b"<a><b></a>"})),
        "looks-",
        "reference.docx",
    ),
    "expectations with a tag": (
        lambda: holding(
            {
                "templates/ours/template.yaml": TEMPLATE,
                "templates/ours/paper.md.j2": '{% extends "classic" %}',
                "templates/ours/expectations.yaml": "a: !!python/name:os.system\n",
            }
        ),
        "yaml-",
        "expectations.yaml:1",
    ),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.mark.parametrize("row", ROWS)
def test_a_hostile_pack_is_refused_by_name_and_nothing_is_written(
    row: str, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make, code, names = ROWS[row]
    monkeypatch.setenv("MUNDRAFT_HOME", str(place / "home"))
    monkeypatch.setattr(tempfile, "tempdir", str(place / "tmp"))
    (place / "tmp").mkdir(exist_ok=True)
    monkeypatch.chdir(place)
    (place / "x.mundraft-pack").write_bytes(make())
    before = set(place.rglob("*"))
    for command in (["show"], ["add", "--yes"]):
        assert run(["pack", *command, "x.mundraft-pack"]) == 2
        said = capsys.readouterr()
        assert "Added" not in said.out
        assert f"[{code}" in said.err
        assert names in said.err
        assert "-> " in said.err
    assert set(place.rglob("*")) == before


@pytest.mark.parametrize(
    "row", ["bomb", "bomb that says it is small", "ten thousand files", "many that are large together"]
)
def test_what_would_fill_the_memory_is_stopped_early(row: str, tmp_path: Path) -> None:
    path = tmp_path / "x.mundraft-pack"
    path.write_bytes(ROWS[row][0]())
    tracemalloc.start()
    try:
        with pytest.raises(UnreadableFile):
            open_pack(path)
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _circle(path: Path) -> None:
    path.symlink_to(path)


# Windows has none of the others.
NO_FILES = [_folder] if sys.platform == "win32" else [_folder, _pipe, _device, _circle]


@pytest.mark.parametrize("make", NO_FILES)
def test_what_is_no_file_is_refused_at_once(make: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "x.mundraft-pack"
    make(path)
    with pytest.raises(UnreadableFile, match=r"x\.mundraft-pack"):
        open_pack(path)
