"""The templates that a teacher chooses among: what each is for and whose it is, those that cannot be read too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from mundraft.library.folders import Shelf, Tier, is_other_shelf, is_safe_name

if TYPE_CHECKING:
    from mundraft.library.folders import Folder
    from mundraft.library.search_path import Library
    from mundraft.library.shelving import Found
    from mundraft.library.template import Template

_WHOSE: Final = {
    Tier.GIVEN: "your library",
    Tier.BESIDE: "class folder",
    Tier.USER: "yours",
    Tier.PACK: "class pack",
    Tier.SHIPPED: "ships",
}
#: A folder may hold thousands of others; of those that cannot be read no more are listed.
_MOST_UNREAD: Final = 100


class TemplateCard(NamedTuple):
    """One template in a list. `whose` says where it comes from, in a word or two; `path` is its folder.

    `is_read` is False for a folder that stands among the templates and cannot be listed as one."""

    name: str
    title: str
    tells: str
    whose: str
    path: Path
    is_read: bool = True

    @property
    def ships(self) -> bool:
        return self.whose == _WHOSE[Tier.SHIPPED]


class TemplateFacts(NamedTuple):
    """What is known of a template once it is read: the most words of a paper (0: no limit), what it extends."""

    title: str
    tells: str
    words: int
    extends: tuple[str, ...]
    path: Path


def cards(library: Library) -> tuple[TemplateCard, ...]:
    """Every template that can be found, and every folder that was meant as one: those of the class first."""
    packs, templates = _packs(), library.templates()
    unread = _unread(library, {one.name for one in templates}, packs)
    own, shipped = (
        [_card(one, packs) for one in templates if (one.origin is Tier.SHIPPED) is ships] for ships in (False, True)
    )
    return (*own, *unread, *shipped)


def facts(template: Template) -> TemplateFacts:
    """What a person wants to know of a template before its questions."""
    definition = template.definition
    extends = tuple(link.name for link in template.chain[1:])
    return TemplateFacts(definition.name, definition.description, definition.max_words, extends, template.path)


def _card(found: Found, packs: dict[Path, str]) -> TemplateCard:
    whose = _whose(found.origin, found.folder, packs)
    return TemplateCard(found.name, found.title or found.name, found.detail, whose, found.path)


def _unread(library: Library, known: set[str], packs: dict[Path, str]) -> Iterator[TemplateCard]:
    tells = "cannot be read: the check tells why"
    for folder in library.folders:
        for name in _names_in(folder):
            if name not in known:
                known.add(name)
                whose = _whose(folder.origin, folder.path, packs)
                yield TemplateCard(name, name, tells, whose, folder.path / Shelf.TEMPLATES / name, is_read=False)


def _names_in(folder: Folder) -> list[str]:
    """The folders that stand where templates do, under a name that one can have."""
    try:
        named = sorted(path.name for path in (folder.path / Shelf.TEMPLATES).iterdir() if path.is_dir())
    except OSError:
        return []
    return [name for name in named if is_safe_name(name) and not is_other_shelf(name, Shelf.TEMPLATES)][:_MOST_UNREAD]


def _packs() -> dict[Path, str]:
    from mundraft.files.places import user_data
    from mundraft.library.added_packs import packs_added

    return {pack.folder: pack.name for pack in packs_added(user_data())}


def _whose(origin: Tier, folder: Path, packs: dict[Path, str]) -> str:
    return f"pack {packs[folder]}" if folder in packs else _WHOSE[origin]
