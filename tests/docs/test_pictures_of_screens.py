"""The pictures of the documents are those that the one command makes, and each of them is shown somewhere."""

from __future__ import annotations

import importlib.util
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "pictures"


def made() -> set[str]:
    """The files that `tools/pictures.py` writes."""
    spec = importlib.util.spec_from_file_location("pictures", ROOT / "tools" / "pictures.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return {f"{picture.name}.svg" for picture in tool.PICTURES}


def test_every_picture_is_made_by_the_command_and_shown_in_a_document() -> None:
    documents = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {
        name
        for document in documents
        for name in re.findall(r"!\[[^\]]+\]\([^)]*pictures/([^)]+)\)", document.read_text(encoding="utf-8"))
    }
    assert {path.name for path in FOLDER.iterdir()} == made() == shown


def test_every_picture_is_whole_and_shows_no_fault() -> None:
    for path in FOLDER.iterdir():
        words = "".join(ElementTree.parse(path).getroot().itertext()).replace("\xa0", " ")
        assert "Quit" in words, path.name
        assert "failed here" not in words, path.name
