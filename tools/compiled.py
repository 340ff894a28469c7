"""Make an environment in which the busiest modules of mundraft are compiled: see docs/compiled.md.

    python3 tools/compiled.py FOLDER [EXTRAS]     FOLDER is the environment, EXTRAS such as "[test,citations]"

It needs a C compiler and Python's headers (Debian: apt install gcc libc6-dev python3-dev). FOLDER is a new one, or one
that this has made before; where it was made of the very same files by the same Python, nothing is done again.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_MARK = "compiled-for-mundraft"
#: What goes into a wheel, and what says how it is made.
_PARTS = (
    "src", "templates", "country_profiles", "instruments", "bodies", "examples", "schemas",
    "pyproject.toml", "constraints.txt", "README.md",
)  # fmt: skip
#: Says in the environment where a module that is to be compiled lies.
_WHERE = "import mundraft.templating.leaf as one; print(one.__file__)"
_NEEDS = "It needs a C compiler and Python's headers (Debian: apt install gcc libc6-dev python3-dev)."


def environment(folder: Path, extras: str = "") -> Path:
    """The Python of an environment with the compiled wheel, built through an archive of the sources, so that nothing
    compiled is ever laid beside them.

    Raises `SystemExit`, with a sentence, where the folder holds anything else, and where it cannot be built."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    mark, stamp = folder / _MARK, _stamp() + extras
    if mark.exists() and mark.read_text(encoding="utf-8") == stamp:
        return python
    if folder.exists() and not mark.exists() and (not folder.is_dir() or any(folder.iterdir())):
        sys.exit(f"{folder} is not empty, and nothing that this tool made: name a new folder.")
    try:
        _build(folder, python, extras)
    except subprocess.CalledProcessError as error:
        sys.exit(f"The compiled wheel cannot be made: {error.cmd[1:5]} ended with {error.returncode}.\n{_NEEDS}")
    mark.write_text(stamp, encoding="utf-8")
    return python


def _build(folder: Path, python: Path, extras: str) -> None:
    # Begun anew, it is ours by its mark from the start, also where the building then fails.
    venv.create(folder, with_pip=True, clear=True, symlinks=os.name != "nt")
    (folder / _MARK).write_text("", encoding="utf-8")
    pins = str(ROOT / "constraints.txt")
    pip = [str(python), "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", pins]
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([*pip, "build"], check=True)
        # In isolation (-I), so that no `build.py` in the folder where this is called is taken for the library.
        # The pins hold for what is fetched to build with, too: mypyc types the modules against those libraries.
        asked = {**os.environ, "HATCH_BUILD_HOOKS_ENABLE": "1", "PIP_CONSTRAINT": pins}
        build = [str(python), "-I", "-m", "build", "--outdir", made, str(ROOT)]
        subprocess.run(build, check=True, env=asked, stdout=subprocess.DEVNULL)
        (wheel,) = Path(made).glob("*.whl")
        subprocess.run([*pip, f"{wheel}{extras}"], check=True)
    told = subprocess.run([str(python), "-I", "-c", _WHERE], check=True, capture_output=True, text=True)
    if told.stdout.strip().endswith(".py"):
        sys.exit("The wheel was built, but nothing in it is compiled: look at the mypyc hook in pyproject.toml.")


def _stamp() -> str:
    """What the environment is made of, and by which Python."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(_files()):
        digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    for part in _PARTS:
        for path in (ROOT / part).rglob("*") if (ROOT / part).is_dir() else (ROOT / part,):
            if path.is_file() and path.suffix != ".pyc":
                yield path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("extras", nargs="?", default="")
    given = parser.parse_args()
    print(environment(given.folder.resolve(), given.extras))


if __name__ == "__main__":
    main()
