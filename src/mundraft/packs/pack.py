"""A pack in memory: read from its file or gathered from a folder, and refused where it holds what no pack may."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mundraft.files.archives import Caps, read_archive
from mundraft.files.reading import read_capped
from mundraft.library.folders import CALLED, Shelf
from mundraft.library.word_list import WORDS, read_words
from mundraft.packs.checksum import checksum
from mundraft.packs.manifest import MANIFEST, Manifest, read_manifest
from mundraft.packs.members import is_text, member
from mundraft.problems import MundraftError, Place, Problem, UnreadableFile

#: A class of thirty has some templates and presets, a few examples, and a picture or two: less than 1 MB.
CAPS = Caps(members=400, member=2_000_000, whole=10_000_000)
#: To read one with all that it extends takes a third of a second, and every one is read before a pack is added.
MOST_TEMPLATES = 24
#: In bytes: with what an archive says of each file.
_MOST_BYTES = CAPS.whole + 500_000
#: More files of one pack are not told of.
_MOST_TOLD = 20
#: The key of a template that prints what another one prints, and needs no text of its own.
_EXTENDS = re.compile(rb"^[\"']?extends[\"']?[ \t]*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that holds only what a pack may. `files` has all its files by path, and `words` its word list.

    Whether its templates and presets can be used is not said yet: `contents` looks into them."""

    manifest: Manifest
    files: Mapping[str, bytes]
    words: tuple[str, ...]
    code: str

    def things(self) -> tuple[tuple[Shelf, str], ...]:
        """What it brings to the library: shelves and names, in the order of the shelves."""
        found = {(one.shelf, one.name) for path in self.files if (one := member(path)) and one.shelf is not None}
        order = list(Shelf)
        return tuple(sorted(found, key=lambda thing: (order.index(thing[0]), thing[1])))


def open_pack(path: Path) -> Pack:
    """The pack in a file. Raises `UnreadableFile` with all that is wrong with it; nothing is written."""
    data = read_capped(path, "pack", _MOST_BYTES)
    return pack_of(read_archive(data, str(path), "pack", CAPS), str(path))


def pack_of(files: Mapping[str, bytes], file: str) -> Pack:
    """The pack of these files. `file` is its path for messages. Raises `UnreadableFile` with all that is wrong."""
    problems = list(_strangers(files, file))
    manifest: Manifest | None = None
    words: tuple[str, ...] = ()
    try:
        manifest = _manifest(files, file)
    except MundraftError as error:
        problems += error.problems
    try:
        words = read_words(files[WORDS], f"{file}/{WORDS}") if WORDS in files else ()
    except MundraftError as error:
        problems += error.problems
    if manifest is None or problems:
        raise UnreadableFile(problems)
    pack = Pack(manifest, files, words, checksum(files))
    if not (pack.things() or words or manifest.welcome):
        what = "There is nothing in this pack but its name."
        raise UnreadableFile(Problem("pack-empty", what, "Get it again from whoever made it.", Place(file)))
    return pack


def _manifest(files: Mapping[str, bytes], file: str) -> Manifest:
    if MANIFEST not in files:
        what = f"This is no class pack: it has no {MANIFEST}, which says whose it is."
        next_step = "Ask whoever made it to make it with: mundraft pack build FOLDER"
        raise UnreadableFile(Problem("pack-no-manifest", what, next_step, Place(file)))
    return read_manifest(files[MANIFEST], f"{file}/{MANIFEST}")


def _strangers(files: Mapping[str, bytes], file: str) -> Iterator[Problem]:
    """Files that have no place in a pack, and templates that are not whole."""
    strangers = [path for path in files if member(path) is None]
    for path in strangers[:_MOST_TOLD]:
        what = f"{path[:120]!r} has no place in a class pack."
        next_step = "Do not use the pack; whoever made it can make it with: mundraft pack build FOLDER"
        yield Problem("pack-stranger", what, next_step, Place(file))
    for path in files:
        if is_text(path) and b"\0" in files[path]:
            what = f"{path!r} is not text, as its name says."
            yield Problem("pack-not-text", what, "Do not use the pack; ask whoever made it.", Place(file))
    yield from _faults_of_templates(files, file)


def _faults_of_templates(files: Mapping[str, bytes], file: str) -> Iterator[Problem]:
    called = CALLED[Shelf.TEMPLATES]
    names = {one.name for path in files if (one := member(path)) and one.shelf is Shelf.TEMPLATES}
    if len(names) > MOST_TEMPLATES:
        what = f"This pack holds {len(names)} templates, and a pack has at most {MOST_TEMPLATES}."
        yield Problem("pack-many-templates", what, "Make two packs of it.", Place(file))
    for name in sorted(names):
        definition = files.get(f"templates/{name}/template.yaml")
        lacking = [] if definition is not None else ["template.yaml"]
        if f"templates/{name}/paper.md.j2" not in files and not _EXTENDS.search(definition or b""):
            lacking.append("paper.md.j2")
        if lacking:
            what = f"The {called} {name!r} is not whole: {' and '.join(lacking)} missing."
            yield Problem("pack-half-template", what, "Ask whoever made the pack to build it anew.", Place(file))
