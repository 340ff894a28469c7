"""A paper typeset as PDF by the optional library `typst`, which brings its own fonts and asks no network.

The paper goes to it as data and never as markup, so that no word of it can be a command. The file is tagged for screen
readers (PDF/UA-1), which has a second use: a letter that no font can show is refused there, and never printed as a box.
"""

from __future__ import annotations

import json
import re
from importlib.resources import files
from importlib.util import find_spec

from mundraft.document.tree import Document
from mundraft.export.typeset_data import as_data
from mundraft.problems import CannotExport, Problem

_NOT_SHOWN = re.compile(r"the text `\"(.*?)\"` could not be displayed")
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}")


def is_installed() -> bool:
    """Whether the extra `mundraft[pdf]` is there."""
    return find_spec("typst") is not None


def typeset(document: Document) -> bytes:
    """The PDF of a document: the same document and fonts give the same bytes. Raises `CannotExport`."""
    import typst

    source = (files("mundraft.export") / "paper.typ").read_bytes()
    data = json.dumps(as_data(document), ensure_ascii=False)
    try:
        made: bytes = typst.compile(source, sys_inputs={"paper": data}, pdf_standards="ua-1")
    except typst.TypstError as error:
        raise _refused(str(error)) from error
    return made


def unseen(letters: str) -> CannotExport:
    """What is told of letters that no font here can show."""
    codes = ", ".join(f"U+{ord(letter):04X}" for letter in letters[:5])
    return CannotExport(
        Problem(
            "export-pdf-letters",
            f"No font on this computer can show “{letters[:20]}” ({codes}), so the PDF was not made.",
            "Install a font for that script (Noto has them all), take the letters out, or export as Word.",
        )
    )


def _refused(told: str) -> CannotExport:
    found = _NOT_SHOWN.search(told)
    if found:
        return unseen(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1]))
    return CannotExport(
        Problem(
            "export-pdf-typesetting",
            f"The typesetter could not make the PDF: {' '.join(told.split())[:200]}",
            "Export the Word document, open it, and save it as PDF there.",
        )
    )
