"""The name that an export gets when nobody names it: "Mexico - Ending the trafficking of children.docx"."""

from __future__ import annotations

from mundraft.files.names import safe_file_name
from mundraft.paper.model import Paper

#: How long a name may be with its ending: what a folder's window shows, and what Windows' old limit on paths leaves.
LONGEST = 80


def default_name(paper: Paper, to: str) -> str:
    """A file name for the paper in the format `to` ("docx", "pdf", "txt", "md"), which every system takes.

    It says whose paper it is and on what: the topic where there is one, the committee where there are several."""
    about = _subject(paper)
    named = " - ".join(part for part in (_seat(paper), about) if part)
    return f"{safe_file_name(named, 'Position paper', limit=LONGEST - len(to) - 1)}.{to}"


def _seat(paper: Paper) -> str:
    return paper.seat.name.strip() or paper.seat.ref.replace("_", " ").replace("-", " ").title()


def _subject(paper: Paper) -> str:
    first = paper.topics[0]
    committee = paper.committee.short.strip() or paper.committee.name.strip()
    topic = first.title.strip() or first.noun.strip()
    return (committee or topic) if len(paper.topics) > 1 else (topic or committee)
