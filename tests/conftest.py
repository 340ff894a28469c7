"""What every test stands on: a home of its own, and no silent skipping where everything must run."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library

# In CI the same inputs each time, so that a change is judged by what it changed; elsewhere new ones each time.
settings.register_profile("mundraft", deadline=None, print_blob=True, derandomize=bool(os.environ.get("CI")))
settings.load_profile("mundraft")


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test reads or writes the papers, history or settings of the person who runs it."""
    home = tmp_path_factory.mktemp("mundraft-home")
    before = {name: os.environ.get(name) for name in ("MUNDRAFT_HOME", "MUNDRAFT_LIBRARY")}
    os.environ["MUNDRAFT_HOME"] = str(home)
    os.environ.pop("MUNDRAFT_LIBRARY", None)
    yield home
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


@pytest.hookimpl(hookwrapper=True)
def pytest_collection() -> Iterator[None]:
    """Thousands of tests, and what they imported, stay to the end: looking through them for what could be let go is
    a sixth of a run, and a quarter of reading the tests."""
    gc.disable()
    yield
    gc.enable()
    gc.collect()
    gc.freeze()


#: Where a home keeps what the library's lists need, so that only the first start on a computer reads every file.
INDEX = Path("state", "library-index")


@pytest.fixture(scope="session")
def index_of_what_ships(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the first start leaves for the next. Nothing is changed here: each test that wants it has a copy."""
    folder = tmp_path_factory.mktemp("index") / INDEX.name
    library = Library((Folder(shipped_folder(), Tier.SHIPPED),), keep_in=folder)
    library.warm_up()
    for listed in (library.conferences, library.bodies, library.templates, library.examples):
        listed()
    return folder


@pytest.fixture
def used_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, index_of_what_ships: Path) -> Path:
    """A home of the test's own on a computer where the program ran before, as most runs are not the first."""
    home = tmp_path / "home"
    shutil.copytree(index_of_what_ships, home / INDEX)
    monkeypatch.setenv("MUNDRAFT_HOME", str(home))
    return home


#: Folders of source tables that no clone holds: tests that compare what ships with them may be skipped everywhere.
SOURCES = ("MUNDRAFT_TABLES", "MUNDRAFT_TREATY_TEXTS")
#: What a test of compiled modules says where there are none: CI runs it with them, in a step of its own.
OF_THE_COMPILED = "needs the compiled wheel"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """With MUNDRAFT_NO_SKIPS set, as in CI, a test that skips itself has failed: a tool is missing.

    Only tests against source tables, which name the variable that they want, and of compiled modules may be
    skipped there."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    may_be_skipped = any(name in str(report.longrepr) for name in (*SOURCES, OF_THE_COMPILED))
    if (
        report.skipped
        and os.environ.get("MUNDRAFT_NO_SKIPS")
        and not hasattr(report, "wasxfail")
        and not may_be_skipped
    ):
        report.outcome = "failed"
        report.longrepr = f"skipped, and nothing may be skipped here: {report.longrepr}"
