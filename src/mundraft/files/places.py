"""Where the program keeps things on this computer: what a person added to the library, and what it remembers."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

from mundraft.files.digests import sha256
from mundraft.problems import Problem, WrongUse

#: A folder that stands in for both: for tests, and for school laptops whose profile is locked or wiped at night.
HOME_VARIABLE = "MUNDRAFT_HOME"


def _home_named() -> str:
    """What `MUNDRAFT_HOME` names, "" where it is not set; "~" is the person's own folder also without a shell."""
    return os.path.expanduser(os.environ.get(HOME_VARIABLE, ""))  # noqa: PTH111 - which raises for a person unknown


def refuse_nobodys_home() -> None:
    """Raises `WrongUse` where `MUNDRAFT_HOME` names the folder of somebody whom the system does not know: it would be
    made, under that name, in the folder that one is in."""
    if os.environ.get(HOME_VARIABLE, "").startswith("~") and _home_named().startswith("~"):
        raise WrongUse(_home_unusable(Path(_home_named())))


def home_trouble() -> Problem | None:
    """That nothing can be kept on this computer, with the variable or the folder that is to blame; None where it can.

    A disk that is full is not told: that is known only when something is written."""
    folder = user_state()
    there = next((one for one in (folder, *folder.parents) if os.path.lexists(one)), None)
    if there is not None and there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return None
    return _home_unusable(folder)


def _home_unusable(folder: Path) -> Problem:
    named = f"MUNDRAFT_HOME is {os.environ[HOME_VARIABLE]}, and " if os.environ.get(HOME_VARIABLE) else ""
    return Problem(
        "home-unusable",
        f"{named}{folder} cannot be written: no earlier versions, rescue copies or class packs can be kept.",
        f"Let {HOME_VARIABLE} name a folder that you may write in, or unset it.",
    )


def user_data() -> Path:
    """The folder for what a person adds: templates, profiles, instruments. It may not exist yet."""
    home = _home_named()
    if home:
        return Path(home) / "data"
    import platformdirs

    return platformdirs.user_data_path("mundraft", appauthor=False)


def user_state() -> Path:
    """The folder for what the program remembers: history, rescue copies, locks, recent papers. It may not exist yet.

    Windows and macOS have one folder for both, so that no name may mean one thing here and another in `user_data`."""
    home = _home_named()
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
