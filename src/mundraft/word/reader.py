"""Reading the words of a Word file back, for checks and tests."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

from docx.oxml.parser import parse_xml
from lxml.etree import XMLSyntaxError

from mundraft.problems import Problem, UnreadableFile
from mundraft.word.xml import MAIN

# A paper of a hundred pages is about one megabyte of XML; more than this is an attack on whoever opens it.
_LARGEST_BODY = 64 * 1024 * 1024
_BODY = "word/document.xml"
_W = f"{{{MAIN}}}"
_AS_TEXT = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def paragraph_texts(data: bytes) -> list[str]:
    """The text of every paragraph of a Word file's body in order, with the text of links, tabs and line breaks.

    Paragraphs inside tables are read too; numbers that Word itself counts are not text. Raises `UnreadableFile` for
    what is not a Word file.
    """
    body = _parsed_body(data)
    return [_text_of(paragraph) for paragraph in body.iter(f"{_W}p")]


def _parsed_body(data: bytes) -> Any:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entry = archive.getinfo(_BODY)
            if entry.file_size > _LARGEST_BODY:
                raise _unreadable("its text would take more than 64 MB")
            return parse_xml(archive.read(entry))
    except KeyError:
        raise _unreadable("it holds no Word document") from None
    except (zipfile.BadZipFile, XMLSyntaxError, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        raise _unreadable("it is damaged or is not a Word file") from None


def _unreadable(why: str) -> UnreadableFile:
    return UnreadableFile(
        Problem("word-unreadable", f"This Word file cannot be read: {why}.", "Export the paper again from its file.")
    )


def _text_of(paragraph: Any) -> str:
    return "".join(_run_text(run) for run in paragraph.iter(f"{_W}r"))


def _run_text(run: Any) -> str:
    return "".join(child.text or "" if child.tag == f"{_W}t" else _AS_TEXT.get(child.tag, "") for child in run)
