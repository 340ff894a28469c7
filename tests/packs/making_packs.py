"""What the tests of packs are made of: a class's folder, and archives put together byte by byte."""

from __future__ import annotations

import shutil
from pathlib import Path

from mundraft.library.folders import shipped_folder

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
