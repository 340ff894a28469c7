"""The contracts between the layers name what is there: a name that was moved or taken out is found at its section."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import mundraft

SOURCE = Path(mundraft.__file__).parent
PAGE = SOURCE.parents[1] / "docs" / "contracts.md"
SECTIONS = dict(part.split("\n", 1) for part in re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.M)[1:])
#: A name with its module, and at most a call behind it: `check.read(source, name)`. A name may be that of a file.
NAMED = re.compile(r"`(?P<module>[a-z_]+)\.(?P<name>(?!yaml`)[A-Za-z_]+)\b[^`]*`")


def modules_of(title: str) -> dict[str, list[Path]]:
    """The modules of the layers of a section by their names; a package has its own name and all that is in it."""
    found: dict[str, list[Path]] = {}
    for layer in re.findall(r"(\w+)/", title):
        for path in (SOURCE / layer).rglob("*.py"):
            for name in {path.stem, path.parent.name} - {"__init__", layer}:
                found.setdefault(name, []).append(path)
    return found


def names_in(path: Path) -> set[str]:
    """What a module defines or brings in, at its top and in its classes; and its own name, for packages."""
    names = {path.stem}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.ImportFrom):
            names.update(alias.asname or alias.name for alias in node.names)
    return names


@pytest.mark.parametrize("title", [title for title in SECTIONS if "/" in title])
def test_what_a_contract_names_is_there(title: str) -> None:
    modules = modules_of(title)
    assert modules
    named = [found for found in NAMED.finditer(SECTIONS[title]) if found["module"] in modules]
    lost = [
        found[0] for found in named if not any(found["name"] in names_in(path) for path in modules[found["module"]])
    ]
    assert lost == []


def test_the_contracts_name_something_of_every_layer() -> None:
    for title in SECTIONS:
        for layer in re.findall(r"(\w+)/", title):
            own = modules_of(f"{layer}/")
            assert any(found["module"] in own for found in NAMED.finditer(SECTIONS[title])), layer


def layer_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


@cache
def used_across_layers() -> dict[str, set[str]]:
    """The modules of each layer that another layer imports from."""
    used: dict[str, set[str]] = {}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and not node.level and node.module:
                package, layer, *below = [*node.module.split("."), ""]
                if package == "mundraft" and below[:-1] and layer != layer_of(path):
                    used.setdefault(layer, set()).add(below[-2])
    return used


@pytest.mark.parametrize("layer", [layer for title in SECTIONS for layer in re.findall(r"(\w+)/", title)])
def test_what_other_layers_import_is_no_private_module(layer: str) -> None:
    page = "".join(SECTIONS.values())
    (section,) = [text for title, text in SECTIONS.items() if f"{layer}/" in title]
    unnamed = [
        name
        for name in sorted(used_across_layers().get(layer, ()))
        if not (re.search(rf"`(?:\w+\.)*{name}\b", section) or re.search(rf"`{layer}\.(?:\w+\.)*{name}\b", page))
    ]
    assert unnamed == []
