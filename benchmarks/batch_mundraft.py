"""Every paper of a folder to Word, in one process; or the peer's template, made to be as slim as ours."""

from __future__ import annotations

import sys
from pathlib import Path

from mundraft.starting import leave_lightly, start_lightly

start_lightly()  # before anything is imported, as the program begins

from mundraft.compose.compose import Composer
from mundraft.export.formats import render
from mundraft.library.search_path import default_library
from mundraft.paper.file import read_paper


def main() -> None:
    folder = Path(sys.argv[1])
    if "--make-peer-template" in sys.argv:
        make_peer_template(Path(sys.argv[-1]))
        return
    composer = Composer(default_library())
    for path in sorted(folder.glob("*.yaml")):
        document = composer.compose(read_paper(path.read_bytes(), str(path)))
        path.with_suffix(".docx").write_bytes(render(document, "docx"))
    leave_lightly()  # as the program ends


def make_peer_template(target: Path) -> None:
    """Our own base package, with the Jinja tags that docxtpl fills; the peer then has the same styles to carry."""
    import docx

    from mundraft.document.tree import Document

    empty = Document(title="", parts=())
    target.write_bytes(render(empty, "docx"))
    word = docx.Document(str(target))
    for tag in ("{{ title }}", "{%p for paragraph in paragraphs %}", "{{ paragraph }}", "{%p endfor %}"):
        word.add_paragraph(tag)
    word.save(str(target))


main()
