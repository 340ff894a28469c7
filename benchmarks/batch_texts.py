"""The finished paragraphs of a folder's papers as JSON; or how long the Word step takes for them, in seconds."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from mundraft.starting import start_lightly

start_lightly()  # before anything is imported, as the program begins

from mundraft.compose.compose import Composer
from mundraft.document.tree import Document, block_paragraphs, inline_text
from mundraft.export.formats import render
from mundraft.library.search_path import default_library
from mundraft.paper.file import read_paper


def main() -> None:
    composer = Composer(default_library())
    papers = sorted(Path(sys.argv[1]).glob("*.yaml"))
    documents = [composer.compose(read_paper(path.read_bytes(), str(path))) for path in papers]
    if sys.argv[2] == "--time-word":
        render(documents[0], "docx")
        begun = time.perf_counter()
        for document in documents:
            render(document, "docx")
        print(json.dumps({"seconds": time.perf_counter() - begun}))
        return
    Path(sys.argv[2]).write_text(json.dumps([_texts(document) for document in documents]))


def _texts(document: Document) -> list[str]:
    return [inline_text(inlines) for block in document.blocks() for inlines in block_paragraphs(block)]


main()
