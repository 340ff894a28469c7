"""Class packs, as the commands and the app handle them: look at one, add it, list them, remove one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mundraft.files.atomic import write_atomically
from mundraft.files.places import home_trouble, user_data
from mundraft.library.added_packs import AddedPack, packs_added
from mundraft.library.folders import Folder, Shelf, Tier, folders, shipped_folder
from mundraft.library.search_path import Library
from mundraft.packs.building import Built, build, suggested_file
from mundraft.packs.contents import laid_out, unusable
from mundraft.packs.effects import Effect, effects
from mundraft.packs.installing import add, greeted, remove
from mundraft.packs.manifest import LONGEST_MANIFEST, MANIFEST, Manifest, read_manifest
from mundraft.packs.pack import Pack, open_pack
from mundraft.problems import CannotSave, MundraftError, Place, Problem, Severity, UnreadableFile


@dataclass(frozen=True, slots=True)
class Looked:
    """A pack that was looked at: what it would change here, and which version of it is here already.

    `before` is the manifest of that version. `problems` are of what in it cannot be read or may not run: with one of
    them, it cannot be added."""

    pack: Pack
    effects: tuple[Effect, ...]
    installed: AddedPack | None
    problems: tuple[Problem, ...] = ()
    before: Manifest | None = None

    @property
    def is_here(self) -> bool:
        """Whether this very version was added."""
        return self.installed is not None and self.installed.code == self.pack.code

    @property
    def asks(self) -> bool:
        """Whether something that ships, another pack's or an earlier version would not be as it was."""
        return not self.is_here and (self.installed is not None or any(one.must_be_asked for one in self.effects))


def look_at(path: Path, library_folder: Path | None = None) -> Looked:
    """What is in a pack, and what adding it would change. Nothing of it is kept.

    Raises `UnreadableFile` with all that is wrong, where it is no pack or holds what no pack may."""
    pack = open_pack(path)
    added = packs_added(user_data())
    earlier = next((one for one in added if one.name == pack.manifest.name), None)
    # An earlier version goes: nothing may stand on it.
    search = tuple(
        one for one in folders(None, library_folder, user_data()) if earlier is None or one.path != earlier.folder
    )
    behind = tuple(one for one in search if one.origin in (Tier.PACK, Tier.SHIPPED))
    with laid_out(pack.files) as folder:
        problems = unusable(pack, folder, behind, str(path))
        changes = effects(pack, folder, search, added)
    return Looked(pack, changes, earlier, problems, _manifest_in(earlier.folder) if earlier else None)


def add_pack(looked: Looked) -> AddedPack:
    """Add a pack that was looked at. Raises `UnreadableFile` where something in it cannot be used.

    Raises `CannotSave` where it cannot be written; then everything is as it was."""
    if looked.problems:
        raise UnreadableFile(looked.problems)
    _refuse_where_nothing_can_be_kept()
    return add(looked.pack, user_data())


def remove_pack(name: str) -> AddedPack:
    """Remove a pack; papers stay. Raises `UnknownName` and `CannotSave`."""
    _refuse_where_nothing_can_be_kept()
    return remove(name, user_data())


def _refuse_where_nothing_can_be_kept() -> None:
    trouble = home_trouble()
    if trouble is not None:
        raise CannotSave(trouble)


@dataclass(frozen=True, slots=True)
class Kept:
    """A pack that was added: its manifest, None where it cannot be read any more, and how much it holds by shelf."""

    added: AddedPack
    manifest: Manifest | None
    holds: Mapping[Shelf, tuple[str, ...]]

    @property
    def called(self) -> str:
        return self.manifest.called if self.manifest else self.added.name


def kept_packs() -> tuple[Kept, ...]:
    """The packs that were added, the one that counts first first."""
    return tuple(Kept(one, _manifest_in(one.folder), _holds(one.folder)) for one in packs_added(user_data()))


def _manifest_in(folder: Path) -> Manifest | None:
    try:
        with (folder / MANIFEST).open("rb") as file:
            return read_manifest(file.read(LONGEST_MANIFEST), str(folder / MANIFEST))
    except (OSError, MundraftError):
        return None


def _holds(folder: Path) -> dict[Shelf, tuple[str, ...]]:
    from mundraft.library.scanning import files_in

    found = {shelf: tuple(files_in(folder / shelf, shelf).files) for shelf in Shelf}
    return {shelf: tuple(name for name in names if name != "conferences") for shelf, names in found.items() if names}


def welcome_due() -> Kept | None:
    """A pack whose word of welcome was not shown in the app yet."""
    return next((kept for kept in kept_packs() if kept.added.is_new), None)


def welcomed(name: str) -> None:
    """Remember that a pack's word of welcome was shown."""
    greeted(name, user_data())


def build_pack(folder: Path, said: Mapping[str, str], output: Path | None) -> tuple[Built, Path]:
    """A pack of a folder and where its file goes, which is written only where nothing in it is wrong.

    What is expected of its templates and does not hold is told, and stops nothing: the teacher may know why.
    Raises `UnreadableFile`, `WrongUse` and `CannotSave`."""
    built = build(folder, said)
    if built.is_sound:
        built = replace(built, problems=(*built.problems, *_unmet(built.pack, folder)))
    target = output or Path.cwd() / suggested_file(built.pack)
    if target.is_dir():
        target = target / suggested_file(built.pack)
    if built.is_sound:
        write_atomically(target, built.file)
    return built, target


def _unmet(pack: Pack, folder: Path) -> Iterator[Problem]:
    """The expectations of the templates that go into a pack, where they do not hold."""
    from mundraft.desk.expectations import FILE, read_expectations
    from mundraft.desk.expecting import outcomes

    library = Library((Folder(folder, Tier.GIVEN), Folder(shipped_folder(), Tier.SHIPPED)))
    for shelf, name in pack.things():
        own = folder / shelf / name
        if shelf is not Shelf.TEMPLATES or not (own / FILE).is_file():
            continue
        next_step = f"Mend it, and see the others: mundraft template test {name}"
        try:
            expectations = read_expectations(own)
            found = outcomes(expectations, library.template(name), library) if expectations else ()
            broken = next((outcome for outcome in found if not outcome.holds), None)
        except MundraftError as error:
            yield from (replace(problem, severity=Severity.WARNING) for problem in error.problems)
            continue
        if broken:
            what = f"{name} does not do what is expected of it: {broken.name}: {broken.found[0]}."
            place = Place(str(own / FILE))
            yield Problem("pack-expectation-broken", what, next_step, place, severity=Severity.WARNING)


def papers_using(kept: Kept) -> tuple[Path, ...]:
    """Recent papers that are written with a template of a pack, or under its conference's rules."""
    from mundraft.desk.recent import RecentPapers
    from mundraft.files.reading import read_capped
    from mundraft.paper.file import read_paper

    templates, presets = (kept.holds.get(shelf, ()) for shelf in (Shelf.TEMPLATES, Shelf.PRESETS))
    using: list[Path] = []
    for recent in RecentPapers().papers():
        path = Path(recent.path)
        try:
            paper = read_paper(read_capped(path, "paper"), str(path))
        except MundraftError:
            continue
        if paper.template in templates or paper.preset in presets:
            using.append(path)
    return tuple(using)
