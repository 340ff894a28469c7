"""The interview by plain lines: what screen readers, serial consoles and scripts can use."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.cli.running import DONE, WRONG, say, tell
from mundraft.files.there import may_be_there

if TYPE_CHECKING:
    from mundraft.desk.session import PaperSession
    from mundraft.library.search_path import Library


def ask_plainly(path: Path, library: Library) -> int:
    """Ask a paper's questions on standard output, read answers from standard input, save after each.

    A paper that does not exist yet is begun."""
    from mundraft.desk.creating import Beginning, new_paper
    from mundraft.desk.session import PaperSession
    from mundraft.interview.plain import ask

    if not may_be_there(path):
        new_paper(path, library, Beginning())
    session = PaperSession.open(path, library)
    definition = library.template(session.paper.template).definition
    _tell_notices(session.notices())
    try:
        for paper in ask(definition, session.paper, library, _read_line, say):
            session.put(paper)
            session.save()
            _tell_notices(session.notices())
    finally:
        session.close()
    if not told_saved(session):
        return WRONG
    say(f"Saved in {path}. Write the Word document with: mundraft export {path}")
    return DONE


def told_saved(session: PaperSession) -> bool:
    """Whether a closed paper is in its file; where it is not, that is told."""
    _tell_notices(session.notices())
    if session.status.state == "saved":
        return True
    tell(f"{session.path.name}: {session.status.words}.")
    return False


def _read_line(prompt: str) -> str:
    say(prompt, end="")
    line = sys.stdin.readline() if sys.stdin else ""
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def _tell_notices(notices: tuple[str, ...]) -> None:
    for notice in notices:
        tell(notice)
