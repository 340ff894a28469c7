"""Versions of a template, kept whenever one was tried and worked, so that a teacher sees what a change did.

They stand in the user's state folder, one file each, with everything that the template was made of at that time.
Nothing here stops a preview: a version that cannot be kept or read is one that is not there.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mundraft.text import clock

if TYPE_CHECKING:
    from mundraft.library.search_path import Library
    from mundraft.library.template import Template

#: How many versions of one template are kept.
KEPT: Final = 30
_ENDING: Final = ".json"
#: No version is larger: a template's texts and its definition are capped when they are read.
_LARGEST: Final = 8_000_000


class Version(NamedTuple):
    """One kept version: when it was tried, and the template as it was."""

    when: datetime
    template: Template


def keep(template: Template, now: datetime | None = None) -> None:
    """Keep this version, unless it is the one that was kept last or the template ships with the program."""
    if template.trusted:
        return
    data = _as_bytes(template)
    files = _files(template)
    if files and _read(files[0]) == data:
        return
    when = (now or clock.now()).strftime("%Y%m%dT%H%M%S%f")
    from mundraft.files.atomic import make_folder, write_atomically
    from mundraft.problems import CannotSave

    with suppress(CannotSave, OSError):
        make_folder(_folder(template))
        write_atomically(_folder(template) / f"{when}{_ENDING}", data, durably=False)
        for old in _files(template)[KEPT:]:
            old.unlink(missing_ok=True)


def last_other(template: Template) -> Version | None:
    """The newest kept version that differs from the template as it stands, None where none does."""
    data = _as_bytes(template)
    for path in _files(template):
        kept = _read(path)
        version = _version(path, kept, template) if kept and kept != data else None
        if version:
            return version
    return None


def is_last_kept(template: Template) -> bool:
    """Whether the newest kept version is the template as it stands."""
    files = _files(template)
    return bool(files) and _read(files[0]) == _as_bytes(template)


def template_in(folder: Path, template: Template, library: Library) -> Template:
    """The template of the same name in another folder: its own folder, or a library's that has it under `templates`.

    Raises `UnknownName` where there is none, and what reading it raises."""
    from mundraft.library.folders import Folder, Shelf, Tier, path_on
    from mundraft.library.search_path import Library
    from mundraft.problems import Problem, UnknownName

    if path_on(Shelf.TEMPLATES, folder, template.name).is_dir():
        return Library((Folder(folder, Tier.GIVEN), *library.folders)).template(template.name)
    if folder.parent.name == Shelf.TEMPLATES.value and (folder / "template.yaml").is_file():
        other = Library((Folder(folder.parent.parent, Tier.GIVEN), *library.folders)).template(folder.name)
        return other._replace(name=template.name)
    what = f"There is no template {template.name!r} in {folder}."
    next_step = f"Name a folder that holds templates/{template.name}, or `last` for the version before this one."
    raise UnknownName(Problem("preview-nothing-to-compare", what, next_step))


def _as_bytes(template: Template) -> bytes:
    from mundraft.models.fields import plain

    definition = plain(template.definition, without=("left_out",))
    texts = {key: [text.source, text.file, dict(text.uses)] for key, text in template.texts.items()}
    held = {"definition": definition, "left_out": list(template.definition.left_out), "texts": texts}
    return json.dumps(held, ensure_ascii=False).encode()


def _version(path: Path, data: bytes, template: Template) -> Version | None:
    """The template of a kept file: it is trusted with nothing that the one in hand is not."""
    from mundraft.library.questions import TemplateDefinition
    from mundraft.library.template_texts import Text
    from mundraft.models.model import from_values

    try:
        held: dict[str, Any] = json.loads(data)
        when = datetime.strptime(path.stem, "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
        definition = from_values(TemplateDefinition, held["definition"]).leaving_out(tuple(held["left_out"]))
        texts = {
            str(key): Text(str(source), str(file), dict(uses)) for key, (source, file, uses) in held["texts"].items()
        }
        return Version(when, template._replace(definition=definition, texts=texts))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _files(template: Template) -> list[Path]:
    """The kept files, newest first."""
    try:
        return sorted(_folder(template).glob(f"*{_ENDING}"), reverse=True)
    except OSError:
        return []


def _folder(template: Template) -> Path:
    from mundraft.files.places import key_for, user_state

    return user_state() / "templates" / key_for(template.path)


def _read(path: Path) -> bytes:
    from mundraft.files.reading import read_capped
    from mundraft.problems import UnreadableFile

    try:
        return read_capped(path, "version", _LARGEST)
    except UnreadableFile:
        return b""
