"""Where the program keeps things on this computer: what a person added to the library, and what it remembers."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

from mundraft.files.digests import sha256

#: A folder that stands in for both: for tests, and for school laptops whose profile is locked or wiped at night.
HOME_VARIABLE = "MUNDRAFT_HOME"


def user_data() -> Path:
    """The folder for what a person adds: templates, profiles, instruments. It may not exist yet."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "data"
    import platformdirs

    return platformdirs.user_data_path("mundraft", appauthor=False)


def user_state() -> Path:
    """The folder for what the program remembers: history, rescue copies, locks, recent papers. It may not exist yet.

    Windows and macOS have one folder for both, so that no name may mean one thing here and another in `user_data`."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "state"
    import platformdirs

    return platformdirs.user_state_path("mundraft", appauthor=False)


def key_for(path: Path) -> str:
    """A name for what is remembered of one file: a readable stem and a hash of where it really stands.

    The same file gives the same key through links, other spellings of its folder, and either form of an accent."""
    from mundraft.files.names import safe_file_name

    real = os.path.normcase(os.path.realpath(path))
    digest = sha256(unicodedata.normalize("NFC", real).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{safe_file_name(Path(real).stem, 'paper', limit=60)}-{digest[:16]}"
