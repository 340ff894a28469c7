"""One file to begin with on a machine that has nothing but Python 3.11 or later.

    python3 start.py            make an environment in .venv, install mundraft, run `mundraft demo`
    python3 start.py test       the same, and run the tests
    python3 start.py WORDS      the same, and run `mundraft WORDS`

Written for any Python 3, so that an old one is told and not traced.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
MARK = VENV / "installed-for-mundraft"


def main():
    if sys.version_info < (3, 11):
        sys.exit("mundraft needs Python 3.11 or later, from https://www.python.org/downloads/")
    words = sys.argv[1:] or ["demo"]
    if words[0] == "test":
        # Where nothing may be skipped, the references are formatted by pandoc beside the project too: 155 MB more.
        python = environment("[test,citations]" if os.environ.get("MUNDRAFT_NO_SKIPS") else "[test]")
        sys.exit(subprocess.call([python, "-m", "pytest", "-n", "auto"] + words[1:], cwd=str(HERE)))
    # What is printed names a command that works here, where nothing is on the PATH.
    called = "py start.py" if os.name == "nt" else "python3 start.py"
    sys.exit(subprocess.call([environment(""), "-m", "mundraft"] + words, env=dict(os.environ, MUNDRAFT_CALLED=called)))


def environment(extra):
    """The Python of a virtual environment that holds mundraft and, if asked, what its tests need."""
    python = VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"
    if not python.exists():
        run([sys.executable, "-m", "venv", str(VENV)], "Cannot make an environment (Debian: apt install python3-venv).")
    wanted = stamp() + extra
    if not MARK.exists() or wanted not in MARK.read_text().split():
        print("Installing mundraft into .venv (once) ...", flush=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        pins = ["-c", str(HERE / "constraints.txt")]
        run(pip + pins + ["-e", str(HERE) + extra], "Cannot install mundraft: see the message above.")
        with MARK.open("a") as file:
            file.write(wanted + "\n")
    return str(python)


def stamp():
    """What an installation depends on, so that a changed list of dependencies is installed again."""
    needs = [(HERE / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")]
    return hashlib.sha256(b"".join(needs)).hexdigest()[:16]


def run(command, complaint):
    if subprocess.call(command) != 0:
        sys.exit(complaint)


if __name__ == "__main__":
    main()
