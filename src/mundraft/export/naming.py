"""The names of documents: "Mexico - Ending the trafficking of children.docx", or as a conference wants them called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mundraft.compose.fields import LETTERS, OF_TOPIC
from mundraft.files.names import safe_file_name
from mundraft.library.naming_fields import names_in
from mundraft.paper.model import Paper

if TYPE_CHECKING:
    from mundraft.library.conference_file import File

#: How long a name may be with its ending: what a folder's window shows, and what Windows' old limit on paths leaves.
LONGEST = 80
#: The same for a name that a conference prescribes, which is only cut where a disk might refuse it.
_LONGEST_PRESCRIBED = 120
_MISSING = "\0"
_AROUND_MISSING = re.compile(rf"[_\- ]*{_MISSING}")


def default_name(paper: Paper, to: str) -> str:
    """A file name for the paper in the format `to` ("docx", "pdf", "txt", "md"), which every system takes.

    It says whose paper it is and on what: the topic where there is one, the committee where there are several."""
    about = _subject(paper)
    named = " - ".join(part for part in (_seat(paper), about) if part)
    return f"{safe_file_name(named, 'Position paper', limit=LONGEST - len(to) - 1)}.{to}"


def prescribed_stem(file: File, values: Mapping[str, str]) -> str:
    """The name without its ending that a conference wants, on every system; "" where it does not say.

    `values` are those of the paper's fields. What the paper does not say leaves no separator behind."""
    missing = dict.fromkeys(unsaid(file, values), _MISSING)
    name = _AROUND_MISSING.sub("", file.called({**values, **missing})).strip()
    if missing:
        name = name.strip("_- ")
    return safe_file_name(name, "Position paper", limit=_LONGEST_PRESCRIBED) if name else ""


def unsaid(file: File, values: Mapping[str, str]) -> tuple[str, ...]:
    """The fields of the prescribed name that the paper does not say."""
    return tuple(dict.fromkeys(name for name in names_in(file.name) if not values.get(name)))


def for_topic(stem: str, topics: Sequence[int], pattern: str = "") -> str:
    """The name of one of several documents of a paper, by its topics (from 0); a pattern that tells them apart does."""
    if pattern and OF_TOPIC & set(names_in(pattern)):
        return stem
    letters = "".join(LETTERS[index] for index in topics)
    return f"{stem}_Topic{letters}" if pattern else f"{stem} - Topic {letters}"


def _seat(paper: Paper) -> str:
    return paper.seat.name.strip() or paper.seat.ref.replace("_", " ").replace("-", " ").title()


def _subject(paper: Paper) -> str:
    first = paper.topics[0]
    committee = paper.committee.short.strip() or paper.committee.name.strip()
    topic = first.title.strip() or first.noun.strip()
    return (committee or topic) if len(paper.topics) > 1 else (topic or committee)
