"""What the tests of packs are made of: a class's folder, and archives put together byte by byte."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from mundraft.library.folders import shipped_folder
from mundraft.packs.manifest import Manifest, manifest_bytes
from mundraft.packs.packing import packed

MANIFEST = """\
mundraft-pack: "1"
name: class-9b
title: Model UN, class 9b
for_whom: Class 9b
season: "2027"
made_by: Ms Okafor
welcome: |-
  Welcome to the club!
  Papers are due on 3 March.
"""


def class_folder(folder: Path) -> Path:
    """A teacher's folder: a template, a preset that corrects one that ships, an example, a word list, a manifest."""
    shipped = shipped_folder()
    shutil.copytree(shipped / "templates" / "one-page", folder / "templates" / "our")
    (folder / "templates" / "conferences").mkdir()
    shutil.copy(shipped / "templates" / "conferences" / "amun.yaml", folder / "templates" / "conferences")
    (folder / "examples").mkdir()
    shutil.copy(sorted((shipped / "examples").glob("*.yaml"))[0], folder / "examples" / "first.yaml")
    (folder / "words.txt").write_text("Sahel\nMINUSMA\n", encoding="utf-8")
    (folder / "pack.yaml").write_text(MANIFEST, encoding="utf-8")
    return folder


TWO_NAMES = b"# names of our topic\n\nSahel\nMINUSMA\n"


def pack_file(
    stem: Path, name: str = "class-9b", welcome: str = "Welcome!", files: Mapping[str, bytes] | None = None
) -> Path:
    """A pack's file, `<stem>.mundraft-pack`, that was not built of a folder."""
    path = stem.with_name(f"{stem.name}.mundraft-pack")
    manifest = manifest_bytes(Manifest(name=name, welcome=welcome))
    path.write_bytes(packed({"pack.yaml": manifest, **(files or {})}))
    return path
