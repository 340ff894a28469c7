"""Making a pack of a teacher's folder: what belongs in it is taken, and checked as a student would meet it.

Only what has a place in a pack is taken: papers of students that lie in the same folder never travel with it.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.files.archives import read_archive
from mundraft.files.reading import read_capped
from mundraft.library import checks
from mundraft.library.folders import Folder, Shelf, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.models.fields import plain
from mundraft.packs.contents import faults, laid_out, shown
from mundraft.packs.manifest import LONGEST_MANIFEST, MANIFEST, Manifest, bytes_of_values, manifest_bytes, read_manifest
from mundraft.packs.members import ENDING, is_text, member
from mundraft.packs.pack import CAPS, Pack, pack_of
from mundraft.packs.packing import packed
from mundraft.problems import Place, Problem, Severity, UnreadableFile, WrongUse
from mundraft.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable

#: Looked at in one folder; a folder of more is not one that was made for a class.
_MOST_LOOKED_AT = 5_000
#: What systems put into folders, or stands there for editors, and nobody looks for in a pack.
_OF_THE_SYSTEM = frozenset(("thumbs.db", "desktop.ini", "__pycache__", "schemas"))
#: The folders from which a pack takes its files.
_PLACES = frozenset(shelf.value.partition("/")[0] for shelf in Shelf)
#: What to do about a fault of the pack, where it is told to whoever makes it; the other ones say it already.
_TO_MEND = {
    "pack-half-template": "Put what is missing into the template's folder, or say in its template.yaml what it extends."
}
_FAULTS_ACROSS: dict[Shelf, Callable[[Library], tuple[Problem, ...]]] = {
    Shelf.COUNTRIES: checks.country_problems,
    Shelf.INSTRUMENTS: checks.instrument_problems,
    Shelf.BODIES: checks.body_problems,
    Shelf.PRESETS: checks.conference_problems,
}


@dataclass(frozen=True, slots=True)
class Built:
    """A pack made of a folder and its file; what students would stumble on; what has no place in a pack."""

    pack: Pack
    file: bytes
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing in it is wrong; advice and warnings do not count."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


def build(folder: Path, said: Mapping[str, str]) -> Built:
    """A pack of what stands in a folder; `said` overrules what its `pack.yaml` says.

    Raises `UnreadableFile` where a file cannot be read or the manifest makes no sense, `WrongUse` where there is
    nothing to pack."""
    files, left_out = _gathered(folder)
    manifest = _manifest(folder, files, said)
    files[MANIFEST] = manifest_bytes(manifest)
    if len(files) == 1 and not manifest.welcome:
        raise WrongUse(_nothing_in(folder))
    file = packed(files)
    pack = _pack_of_own(_as_opened(file, folder), folder)
    with laid_out(files) as place:
        behind = (Folder(shipped_folder(), Tier.SHIPPED),)
        found = faults(pack, place, behind, str(folder))
        across = tuple(_across(pack, place, behind, folder))
    return Built(pack, file, tuple(dict.fromkeys((*found, *across))), left_out)


def _pack_of_own(files: Mapping[str, bytes], folder: Path) -> Pack:
    """The pack, with what is wrong told to whoever makes it. Raises `UnreadableFile`."""
    try:
        return pack_of(files, str(folder))
    except UnreadableFile as error:
        raise UnreadableFile(
            replace(one, next_step=_TO_MEND.get(one.code, one.next_step)) for one in error.problems
        ) from None


def _as_opened(file: bytes, folder: Path) -> dict[str, bytes]:
    """The files of a pack, opened as a student's computer will: names that differ in capitals alone are a fault there.

    Raises `UnreadableFile`."""
    try:
        return read_archive(file, str(folder), "pack", CAPS)
    except UnreadableFile as error:
        raise UnreadableFile(replace(one, next_step="Give it another name.") for one in error.problems) from None


def _gathered(folder: Path) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The files that have a place in a pack, text with the same line ends on every system; and names of the others."""
    files: dict[str, bytes] = {}
    left_out: list[str] = []
    size = 0
    for path in _below(folder):
        name = unicodedata.normalize("NFC", path.relative_to(folder).as_posix())
        if member(name) is None or name in files or not stat.S_ISREG(path.lstat().st_mode):
            left_out.append(_told_once(name))
            continue
        data = read_capped(path, "file", CAPS.member)
        files[name] = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n") if is_text(name) else data
        size += len(data)
        if len(files) > CAPS.members - 1 or size > CAPS.whole - LONGEST_MANIFEST:
            what = f"A pack has at most {CAPS.members} files and {CAPS.whole // 1_000_000} MB; this is more."
            raise UnreadableFile(Problem("pack-too-large", what, "Make two packs of it.", Place(str(folder))))
    return files, tuple(dict.fromkeys(left_out))


def _told_once(name: str) -> str:
    """How a file that is left out is told: by its folder, where nothing of that belongs in a pack."""
    top, _, rest = name.partition("/")
    return name if top in _PLACES or not rest else f"{top}/"


def _below(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in the order of names; hidden ones and links to folders are passed over."""
    looked_at = 0
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_the_systems(name))
        for name in sorted(names):
            looked_at += 1
            if looked_at > _MOST_LOOKED_AT:
                what = f"There are more than {_MOST_LOOKED_AT:,} files in this folder."
                next_step = "Make a folder for the class, and put into it what is to be in the pack."
                raise WrongUse(Problem("pack-folder-crowded", what, next_step, Place(str(folder))))
            if not _is_the_systems(name):
                yield Path(here) / name


def _is_the_systems(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _OF_THE_SYSTEM or name.endswith(ENDING)


def _manifest(folder: Path, files: Mapping[str, bytes], said: Mapping[str, str]) -> Manifest:
    """The manifest of the folder, or one that takes the folder's name, with what was said on top."""
    where = str(folder / MANIFEST)
    own = plain(read_manifest(files[MANIFEST], where)) if MANIFEST in files else {"name": _name_of(folder)}
    values = own | {key: value for key, value in said.items() if value}
    # Read again, so that what was said meets the same rules as what is written.
    return read_manifest(bytes_of_values(values), where)


def _name_of(folder: Path) -> str:
    """The folder's name as a pack's: "Class 9b" is "class-9b"."""
    name = fold(folder.resolve().name).replace(" ", "-")[:40].strip("-")
    return name or "class-pack"


def _across(pack: Pack, place: Path, behind: tuple[Folder, ...], folder: Path) -> Iterator[Problem]:
    """What is wrong between files: names that two claim, instruments that are not there."""
    library = Library((Folder(place, Tier.PACK), *behind))
    for shelf in {shelf for shelf, _ in pack.things()} & _FAULTS_ACROSS.keys():
        for problem in _FAULTS_ACROSS[shelf](library):
            if problem.place and Path(problem.place.file).is_relative_to(place):
                yield shown(problem, place, str(folder))


def suggested_file(pack: Pack) -> str:
    """What the file of a pack is called."""
    return pack.manifest.name + ENDING


def _nothing_in(folder: Path) -> Problem:
    what = f"There is nothing in {folder} that a pack can hold."
    next_step = "Put templates into its folder templates, presets into templates/conferences, papers into examples."
    return Problem("pack-nothing-in-folder", what, next_step, Place(str(folder)))
