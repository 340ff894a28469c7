"""What a teacher prepares for a class: a preset of a conference's rules, to be filled in."""

from __future__ import annotations

import re
from pathlib import Path

from mundraft.files.there import may_be_there
from mundraft.problems import Problem, UnreadableFile, WrongUse
from mundraft.text import clock

#: As many characters as the id of a thing in the library has at most.
_LONGEST_ID = 52


def new_conference(name: str, folder: Path) -> Path:
    """Write a preset for the conference of this name into a class's folder, and return its file. Never replaces one.

    Raises `WrongUse` where the file exists or the name makes no file's name, and `CannotSave`."""
    from mundraft.desk.schemas import copy_schema, line_in_class_folder
    from mundraft.files.atomic import make_folder, write_atomically
    from mundraft.library.conference import ConferenceRules
    from mundraft.library.conference_form import new_preset
    from mundraft.library.folders import Shelf, path_on
    from mundraft.strictyaml.reader import read_as

    ref = _id_of(name)
    path = path_on(Shelf.PRESETS, folder, ref)
    if may_be_there(path):
        what = f"{path} is there already."
        raise WrongUse(Problem("conference-exists", what, "Open it in an editor, or choose another name."))
    data = f"{line_in_class_folder('conference')}\n{new_preset(ref, name, clock.today().isoformat())}".encode()
    try:
        read_as(ConferenceRules, data, str(path), "conference")
    except UnreadableFile:
        raise _no_name(name) from None
    copy_schema("conference", folder)
    make_folder(path.parent)
    write_atomically(path, data)
    return path


def _id_of(name: str) -> str:
    """The id of a conference, in the letters that every system takes: "Tri-Valley MUN" is tri-valley-mun."""
    from mundraft.files.names import fault_of_name
    from mundraft.library.file_names import is_id
    from mundraft.text.folding import fold

    ref = re.sub(r"[^a-z0-9]+", "-", fold(name))[:_LONGEST_ID].strip("-")
    if not is_id(ref) or fault_of_name(ref):
        raise _no_name(name)
    return ref


def _no_name(name: str) -> WrongUse:
    what = f"{name[:_LONGEST_ID]!r} makes no name for a conference's file."
    next_step = "Write the conference's letters in the English alphabet: mundraft conference new ABCMUN"
    return WrongUse(Problem("conference-no-name", what, next_step))
