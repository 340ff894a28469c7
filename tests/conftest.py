"""What every test stands on: a home of its own, and no silent skipping where everything must run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

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


#: Folders of source tables that no clone holds: tests that compare what ships with them may be skipped everywhere.
SOURCES = ("MUNDRAFT_TABLES", "MUNDRAFT_TREATY_TEXTS")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """With MUNDRAFT_NO_SKIPS set, as in CI, a test that skips itself has failed: a tool is missing.

    Only tests against source tables, which name the variable that they want, may be skipped there."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    wants_sources = any(name in str(report.longrepr) for name in SOURCES)
    if report.skipped and os.environ.get("MUNDRAFT_NO_SKIPS") and not hasattr(report, "wasxfail") and not wants_sources:
        report.outcome = "failed"
        report.longrepr = f"skipped, and nothing may be skipped here: {report.longrepr}"
