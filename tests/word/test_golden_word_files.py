"""Whole Word packages against packages that were read and found good, part by part as XML trees.

After a change that is meant, `MUNDRAFT_WRITE_GOLDEN=1 pytest tests/word/test_golden_word_files.py` writes them anew;
read the difference before it is committed.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path
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
    """The same tree with a line for each element, for people; spaces inside words stay as they are.

    In canonical text no "<" or ">" stands outside a tag, and no "<" inside one. What `xml.dom.minidom` would write
    hangs on the version of Python: from 3.13 on it leaves quotes in texts as they are."""
    lines, depth = ['<?xml version="1.0" ?>'], 0
    shortened = re.sub(r"<([^\s<>/]+)([^<]*)></\1>", r"<\1\2/>", canonical)
    for line in re.split(r"(?<=>)(?=<)", shortened):
        depth -= line.startswith("</")
        lines.append(" " * depth + line)
        depth += not (line.startswith("</") or line.endswith("/>") or "</" in line)
    return "\n".join(lines) + "\n"


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


def test_what_is_compared_is_the_same_in_every_version_of_python() -> None:
    """Newer ones write other signs for these in an XML document, which mean the same."""
    told = canonicalize('<a b="&quot;&#10;&#9;&gt;"><c/><d e="">&quot;f&quot; &gt; g&#13;</d></a>')
    assert readable(told).splitlines() == [
        '<?xml version="1.0" ?>',
        '<a b="&quot;&#xA;&#x9;>">',
        " <c/>",
        ' <d e="">"f" &gt; g&#xD;</d>',
        "</a>",
    ]
