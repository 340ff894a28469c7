"""A library of its own for each test: small files, written out, on a search path that the test decides."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from mundraft.library.folders import Folder, Tier
from mundraft.library.search_path import Library, default_library

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes one file of a library: `write("class", "country_profiles/x.yaml", text)`.

    Each is a minute younger than the one before, and all are old: what was saved just now is not kept in an index."""
    times = count(1_700_000_000, 60)

    def _write(folder: str, name: str, text: str) -> Path:
        path = tmp_path / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        os.utime(path, (time := next(times), time))
        return path

    return _write


@pytest.fixture
def over(tmp_path: Path) -> Callable[..., Library]:
    """A library over folders of `tmp_path`, the earlier ones first; the last of several counts as what ships."""

    def _over(*names: str, keep_in: Path | None = None) -> Library:
        nearer = (Tier.GIVEN, Tier.BESIDE, Tier.USER)[: len(names) - 1]
        origins = (*nearer, Tier.SHIPPED)
        return Library([Folder(tmp_path / name, origin) for name, origin in zip(names, origins, strict=True)], keep_in)

    return _over


@pytest.fixture(scope="session")
def shipped(own_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """What ships, and nothing else."""
    return default_library(beside=tmp_path_factory.mktemp("empty"))
