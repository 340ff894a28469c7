"""What spares the program's start and its end: parts of libraries that it never uses stay where they are."""

from __future__ import annotations

import gc
import sys
from types import ModuleType


def start_lightly() -> None:
    """Spare the start what it does not need: parts of Jinja, garbage among modules.

    Where another Jinja looks elsewhere, nothing is lost but that time."""
    # Jinja passes on the names in these and uses none of them. Templates are neither loaded nor kept by it here, and
    # what it would load with, OpenSSL for one, takes longer than the rest of it.
    for part in ("bccache", "loaders"):
        _stand_in(f"jinja2.{part}", __getattr__=_not_loaded)
    # Nearly all that one export makes stays until its end; Python would look through what is new at every 700 objects.
    gc.set_threshold(100_000)


def leave_lightly() -> None:
    """Spare the end a search for garbage, of 30 ms and more: the system takes back all that is left at once."""
    gc.freeze()


def _stand_in(name: str, **held: object) -> None:
    """Put an empty module in the place of one that is not loaded yet."""
    module = ModuleType(name)
    module.__dict__.update(held)
    sys.modules.setdefault(name, module)


def _not_loaded(name: str) -> type:
    """A class in the place of one that nobody here uses, which says so to whoever does."""
    if name.startswith("__"):
        raise AttributeError(name)

    def refuse(_self: object, *_given: object, **_named: object) -> None:
        raise ImportError(
            f"{name} is not loaded: templates are read by mundraft.library, and kept by mundraft.templating"
        )

    return type(name, (), {"__init__": refuse})


def load_asyncio_without_encryption() -> None:
    """Load asyncio, on which Textual stands, as a Python without `ssl` has it: the app speaks to no network, and to
    load OpenSSL takes time. Whoever imports `ssl` afterwards gets it."""
    if "asyncio" not in sys.modules and "ssl" not in sys.modules:
        sys.modules["ssl"] = None  # type: ignore[assignment]  # how Python is told that there is no such module
        try:
            import asyncio  # noqa: F401
        finally:
            del sys.modules["ssl"]
