"""SHA-256 without OpenSSL, which `hashlib` loads: 3.5 MB and 5 ms, to hash a path and one document.

Python's own `random` takes its hash in the same way. Where `hashlib` is loaded, its own is taken: it is ten times as
quick, which a class's papers feel. So it is where a Python has no hash but OpenSSL's, as some Linux systems build it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any, Protocol


class Digest(Protocol):
    """A hash that takes in bytes, as those of `hashlib` do."""

    def update(self, data: bytes, /) -> None: ...
    def digest(self) -> bytes: ...
    def hexdigest(self) -> str: ...


def sha256(data: bytes = b"") -> Digest:
    """The SHA-256 of some bytes, which can be given more of them."""
    if _own is not None and "hashlib" not in sys.modules:
        made: Digest = _own(data)
        return made
    import hashlib

    return hashlib.sha256(data)


def _own_of_python(module: str) -> Any:
    try:
        return import_module(module).sha256
    except ImportError:
        return None


_own = _own_of_python("_sha2" if sys.version_info >= (3, 12) else "_sha256")
