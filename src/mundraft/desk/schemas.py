"""The schemas that ship for editors: which there are, where they stand, and the line that turns one on in a file.

A schema is looked up from the file's own folder, so that a class's folder works on every computer to which it is copied
and no path of one computer stands in a file: a copy stands in `schemas/` beside `templates/`."""

from __future__ import annotations

import codecs
import os
from pathlib import Path
from typing import Final, NamedTuple

from mundraft.library.folders import Shelf, shipped_folder
from mundraft.problems import Problem, UnknownName, WrongUse

#: The folder of schemas, in what ships and in a class's folder.
FOLDER: Final = "schemas"
_LINE: Final = "# yaml-language-server: $schema="


class EditorSchema(NamedTuple):
    """What one schema describes: its title, and the files it is for in words."""

    title: str
    files: str


SCHEMAS: Final[dict[str, EditorSchema]] = {
    "template": EditorSchema("What a template asks", "template.yaml"),
    "conference": EditorSchema("A conference's rules for position papers", "templates/conferences/<id>.yaml"),
    "country": EditorSchema("A country profile", "country_profiles/<id>.yaml"),
    "instrument": EditorSchema("An instrument of the catalogue", "instruments/<id>.yaml"),
    "body": EditorSchema("A body", "bodies/<id>.yaml"),
    "paper": EditorSchema("A position paper", "a paper"),
    "expectations": EditorSchema("What is expected of a template", "expectations.yaml"),
    "pack": EditorSchema("What a class pack says of itself", "pack.yaml"),
}
_BY_FILE: Final = {"template.yaml": "template", "expectations.yaml": "expectations", "pack.yaml": "pack"}
_BY_FOLDER: Final = {
    Shelf.COUNTRIES.value: "country",
    Shelf.INSTRUMENTS.value: "instrument",
    Shelf.BODIES.value: "body",
    "conferences": "conference",
}


def schema_path(name: str) -> Path:
    """The schema that ships under a name. Raises `UnknownName`."""
    from mundraft.strictyaml.meant import did_you_mean

    if name not in SCHEMAS:
        what = f"There is no schema called {name!r}."
        raise UnknownName(Problem("schema-unknown", what, did_you_mean(name, list(SCHEMAS), "There are")))
    return shipped_folder() / FOLDER / f"{name}.json"


def schema_for(file: Path) -> str:
    """The name of the schema for a file, by where it stands and what it is called: what is nothing else is a paper."""
    return _BY_FILE.get(file.name) or _BY_FOLDER.get(file.absolute().parent.name, "paper")


def installed_line(name: str) -> str:
    """The line that turns on the schema as it is installed on this computer. Raises `UnknownName`."""
    return _LINE + schema_path(name).resolve().as_uri()


def line_in_class_folder(name: str) -> str:
    """The line for a file two folders below a class's own, where templates and presets stand."""
    return f"{_LINE}../../{FOLDER}/{name}.json"


def copy_schema(name: str, folder: Path) -> Path:
    """Copy a schema into the `schemas/` of a class's folder, over an older copy. Raises `UnknownName`, `CannotSave`."""
    from mundraft.files.atomic import make_folder, write_atomically

    data = schema_path(name).read_bytes()
    target = folder / FOLDER / f"{name}.json"
    if not target.is_file() or target.read_bytes() != data:
        make_folder(target.parent)
        write_atomically(target, data)
    return target


def add_line(file: Path) -> Path | None:
    """Write the line first into a file, and the schema's copy into its class's folder; None where it has such a line.

    Raises `WrongUse` for a paper, which the app writes anew without comments; `UnreadableFile`, `CannotSave`."""
    from mundraft.files.atomic import write_atomically
    from mundraft.files.reading import read_capped

    data = read_capped(file, "file")
    name = schema_for(file)
    if name == "paper":
        what = f"{file} is a paper, in which the app keeps no such line, or a file that has no schema."
        next_step = "`mundraft schema list` shows what has one. For papers, docs/editors.md says what to do instead."
        raise WrongUse(Problem("schema-paper", what, next_step))
    if _LINE.encode() in data:
        return None
    file = file.absolute()
    copy = copy_schema(name, _class_folder(file))
    way = os.path.relpath(copy, file.parent).replace(os.sep, "/")
    mark = data[: len(codecs.BOM_UTF8)] if data.startswith(codecs.BOM_UTF8) else b""
    ends = b"\r\n" if b"\r\n" in data else b"\n"
    write_atomically(file, mark + f"{_LINE}{way}".encode() + ends + data.removeprefix(mark))
    return copy


def _class_folder(file: Path) -> Path:
    """The folder in which the `templates/` or `bodies/` of a file stand; else the file's own."""
    shelves = {shelf.value.partition("/")[0] for shelf in Shelf}
    above = (folder for folder in file.parents if folder.name in shelves)
    return next(above, file).parent
