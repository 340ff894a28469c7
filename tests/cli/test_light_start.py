"""What the program does not load at its start, because half of a short run would go into it."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copyfile

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "mexico-child-trafficking.yaml"


def loaded_by(code: str, *names: str) -> list[str]:
    program = f"{code}\nimport sys\nprint([name for name in {names!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return [name for name in names if repr(name) in done.stdout]


def test_pydantic_looks_for_no_plugins_and_loads_nothing_to_look_with() -> None:
    """A canary: the place where pydantic looks is its own affair, and may move."""
    code = (
        "from mundraft.__main__ import start_lightly\nstart_lightly()\n"
        "from mundraft.paper.file import read_paper\nread_paper(b'mundraft: 1', 'p')"
    )
    assert loaded_by(code, "importlib.metadata") == []


def test_a_paper_as_the_program_writes_it_is_read_without_a_parser() -> None:
    code = "from mundraft.paper.file import paper_to_bytes, read_paper\npaper = read_paper(b'mundraft: 1\\n', 'p')"
    assert loaded_by(f"{code}\nassert read_paper(paper_to_bytes(paper), 'p') == paper", "yaml") == []


def test_what_is_stood_in_for_is_there_when_it_is_wanted() -> None:
    """A canary: Jinja and Python's own modules may come to need more of each other."""
    code = (
        "from mundraft.__main__ import start_lightly\nstart_lightly()\nimport secrets, sys\n"
        "assert 'hmac' not in sys.modules\nassert len(secrets.token_hex(4)) == 8\n"
        "from mundraft.templating.engine import render\n"
        "assert render('For {{ seat }}.', 't', {'seat': 'Kenya'})"
    )
    assert loaded_by(code, "hmac") == ["hmac"]


@pytest.mark.parametrize("words", [[], ["paper.yaml"], ["Paper.yml"]])
def test_the_app_is_opened_without_the_commands(words: list[str]) -> None:
    code = (
        "import mundraft.cli.opening as opening\nopened = []\n"
        "opening.open_app = lambda paper, library: opened.append(paper) or 0\n"
        f"from mundraft.cli.running import run\nassert run({words!r}) == 0\n"
        f"assert [str(paper) for paper in opened] == {[words[0] if words else 'None']!r}"
    )
    assert loaded_by(code, "click", "yaml", "pydantic") == []


@pytest.fixture(scope="module")
def loaded_by_an_export(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The modules that are loaded when a paper is exported for the second time."""
    folder = tmp_path_factory.mktemp("export")
    copyfile(EXAMPLE, folder / "paper.yaml")
    code = (
        "import sys\nsys.dont_write_bytecode = False\nfrom mundraft.__main__ import main\n"
        "sys.argv = ['mundraft', 'export', 'paper.yaml', '--force']\nassert main() == 0\nprint(*sys.modules)"
    )
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "pycache"), "MUNDRAFT_HOME": str(folder / "home")}
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True, text=True, timeout=60, check=False, cwd=folder, env=environment,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    return frozenset(done.stdout.split())


@pytest.mark.parametrize(
    "heavy",
    [
        "_hashlib", "docx", "lxml", "markdown_it", "pickle", "ssl", "subprocess", "textual", "urllib.request", "yaml",
        "mundraft.interview.interview",
        "mundraft.library.conference",
        "mundraft.library.conference_rules",
        "mundraft.library.index",
        "mundraft.strictyaml.nodes",
        "mundraft.templating.check",
    ],
)  # fmt: skip
def test_an_export_like_one_before_does_without(heavy: str, loaded_by_an_export: frozenset[str]) -> None:
    assert "mundraft.word.writer" in loaded_by_an_export
    assert heavy not in loaded_by_an_export
