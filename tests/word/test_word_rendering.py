"""LibreOffice sets the Word file: the words stand on the pages in their order, on as many pages as were estimated."""

from __future__ import annotations

import math
import shutil
import subprocess
from pathlib import Path

import pytest

from mundraft.document.measure import pages
from mundraft.document.tree import Document
from mundraft.word.writer import document_to_docx

TOOLS = ("soffice", "pdftotext", "pdfinfo")


@pytest.fixture
def pdf(deep: Document, tmp_path: Path) -> Path:
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)} (LibreOffice and poppler-utils)")
    (tmp_path / "paper.docx").write_bytes(document_to_docx(deep))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "paper.docx")], check=True, capture_output=True, timeout=120)
    return tmp_path / "paper.pdf"


def test_words_stand_in_their_order_on_the_estimated_number_of_pages(pdf: Path, deep: Document) -> None:
    about = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    count = int(next(line.split()[1] for line in about.splitlines() if line.startswith("Pages:")))
    estimate = pages(deep)
    assert count == math.ceil(estimate.about)
    assert not estimate.borderline
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    order = ["Ending the", "Committee:", "The issue", "Past action", "[Missing:", "Solutions", "1.", "Resources", "[2]"]
    found = []
    at = 0
    for words in order:
        at = text.find(words, at)
        found.append(at)
    assert -1 not in found
    assert found == sorted(found)
