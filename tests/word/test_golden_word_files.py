"""Whole Word packages against packages that were read and found good, part by part as XML trees.

After a change that is meant, `MUNDRAFT_WRITE_GOLDEN=1 pytest tests/word/test_golden_word_files.py` writes them anew;
read the difference before it is committed.
"""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from xml.dom import minidom
from xml.etree.ElementTree import canonicalize

import pytest
from word_documents import WHOLE

from mundraft.document.tree import Document
from mundraft.word.writer import document_to_docx

GOLDEN = Path(__file__).parent / "golden"
WRITE = bool(os.environ.get("MUNDRAFT_WRITE_GOLDEN"))


def as_trees(data: bytes) -> dict[str, str]:
    """Each part of a package as one canonical XML text: order of attributes, prefixes and quotes do not count."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {
            name: canonicalize(package.read(name).decode("utf-8"), rewrite_prefixes=False)
            for name in sorted(package.namelist())
        }


def readable(canonical: str) -> str:
    """The same tree with a line for each element, for people; spaces inside words stay as they are."""
    return minidom.parseString(canonical.encode("utf-8")).toprettyxml(indent=" ", encoding=None)


def file_of(case: str, part: str) -> Path:
    return GOLDEN / case / f"{part.replace('/', '__')}.txt"


@pytest.mark.parametrize("case", WHOLE)
def test_every_part_of_the_package_is_the_tree_that_was_found_good(case: str, request: pytest.FixtureRequest) -> None:
    document: Document = request.getfixturevalue(case)
    parts = {name: readable(tree) for name, tree in as_trees(document_to_docx(document)).items()}
    if WRITE:
        for name, tree in parts.items():
            file_of(case, name).parent.mkdir(parents=True, exist_ok=True)
            file_of(case, name).write_text(tree, encoding="utf-8", newline="\n")
    good = {path.name for path in (GOLDEN / case).iterdir()}
    assert good == {file_of(case, name).name for name in parts}, "the package has other parts than before"
    for name, tree in parts.items():
        assert tree == file_of(case, name).read_text(encoding="utf-8"), f"{name} has changed"


def test_a_change_of_one_attribute_is_seen(deep: Document) -> None:
    changed = as_trees(document_to_docx(deep))["word/document.xml"].replace('w:val="Heading1"', 'w:val="Heading2"', 1)
    assert readable(changed) != file_of("deep", "word/document.xml").read_text(encoding="utf-8")
