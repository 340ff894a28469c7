"""Make an environment in which the busiest modules of mundraft are compiled: see docs/compiled.md.

    python3 tools/compiled.py FOLDER [EXTRAS]     FOLDER is the environment, EXTRAS such as "[test,citations]"

It needs a C compiler and Python's headers (Debian: apt install gcc libc6-dev python3-dev). Where the sources are those
of the last time, nothing is done again.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_MARK = "compiled-for-mundraft"
#: Says in the environment where a module that is to be compiled lies.
_WHERE = "import mundraft.templating.leaf as one; print(one.__file__)"


def environment(folder: Path, extras: str = "") -> Path:
    """The Python of an environment with the compiled wheel, built through an archive of the sources, so that nothing
    compiled is ever laid beside them. Raises `subprocess.CalledProcessError` where it cannot be built."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    mark, stamp = folder / _MARK, _stamp() + extras
    if mark.exists() and mark.read_text(encoding="utf-8") == stamp:
        return python
    venv.create(folder, with_pip=True, clear=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    pins = ["-c", str(ROOT / "constraints.txt")]
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([*pip, "build"], check=True)
        build = [str(python), "-m", "build", "--outdir", made, str(ROOT)]
        subprocess.run(
            build, check=True, env={**os.environ, "HATCH_BUILD_HOOKS_ENABLE": "1"}, stdout=subprocess.DEVNULL
        )
        (wheel,) = Path(made).glob("*.whl")
        subprocess.run([*pip, *pins, f"{wheel}{extras}"], check=True)
    told = subprocess.run([str(python), "-c", _WHERE], check=True, capture_output=True, text=True, cwd=folder)
    if told.stdout.strip().endswith(".py"):
        sys.exit("The wheel was built, but nothing in it is compiled: look at the mypyc hook in pyproject.toml.")
    mark.write_text(stamp, encoding="utf-8")
    return python


def _stamp() -> str:
    """What the wheel is made of."""
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes())
    for path in sorted((ROOT / "src").rglob("*.py")):
        digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("extras", nargs="?", default="")
    given = parser.parse_args()
    print(environment(given.folder.resolve(), given.extras))


if __name__ == "__main__":
    main()
