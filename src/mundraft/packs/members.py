"""What may stand in a pack, by place and kind. Everything else is refused by name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import NamedTuple

from mundraft.library.file_names import is_id
from mundraft.library.folders import CORRECTED, Shelf, is_other_shelf, is_safe_name
from mundraft.library.word_list import WORDS
from mundraft.packs.manifest import MANIFEST

ENDING = ".mundraft-pack"
#: In characters: with the folder in which packs are kept, no path is longer than the 260 that Windows takes.
LONGEST_MEMBER = 120
_OF_A_TEMPLATE = ("template.yaml", "paper.md.j2", "reference.docx", "expectations.yaml")
_PIECE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.md\.j2")
#: Folders of single files, by their path.
_SHELVES = {shelf.value: shelf for shelf in Shelf if shelf is not Shelf.TEMPLATES}


class Member(NamedTuple):
    """What a file in a pack belongs to: a shelf and the name of a thing on it; None and "" for the pack itself."""

    shelf: Shelf | None
    name: str


def member(path: str) -> Member | None:
    """What a file in a pack belongs to, by its path; None where a pack may not hold such a file."""
    if path in (MANIFEST, WORDS):
        return Member(None, "")
    if len(path) > LONGEST_MEMBER:
        return None
    folder, _, file = path.rpartition("/")
    if folder in _SHELVES:
        shelf, stem = _SHELVES[folder], PurePosixPath(file).stem
        fits = file.endswith(".yaml") and (is_id(stem) if shelf in CORRECTED else is_safe_name(stem))
        return Member(shelf, stem) if fits else None
    return _of_template(path.split("/"))


def _of_template(parts: list[str]) -> Member | None:
    if len(parts) < 3 or parts[0] != Shelf.TEMPLATES.value or not is_safe_name(parts[1]):
        return None
    if is_other_shelf(parts[1], Shelf.TEMPLATES):
        return None
    rest = parts[2:]
    if rest[0] == "pieces":
        fits = len(rest) == 2 and _PIECE.fullmatch(rest[1]) is not None
    else:
        fits = len(rest) == 1 and rest[0] in _OF_A_TEMPLATE
    return Member(Shelf.TEMPLATES, parts[1]) if fits else None


def is_text(path: str) -> bool:
    """Whether a file in a pack is text, as all are but Word documents."""
    return not path.endswith(".docx")
