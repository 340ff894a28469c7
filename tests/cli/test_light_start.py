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


def test_a_paper_as_the_program_writes_it_is_read_without_a_parser() -> None:
    code = "from mundraft.paper.file import paper_to_bytes, read_paper\npaper = read_paper(b'mundraft: 1\\n', 'p')"
    assert loaded_by(f"{code}\nassert read_paper(paper_to_bytes(paper), 'p') == paper", "yaml") == []


def test_what_is_stood_in_for_is_there_when_it_is_wanted() -> None:
    """A canary: Jinja may come to need more of itself."""
    code = (
        "from mundraft.starting import start_lightly\nstart_lightly()\n"
        "from mundraft.templating.engine import render\n"
        "assert render('For {{ seat }}.', 't', {'seat': 'Kenya'})\n"
        "import sys, jinja2.loaders\nassert not hasattr(sys.modules['jinja2.loaders'], '__file__')\n"
        "try:\n    jinja2.FileSystemLoader('.')\n    raise SystemExit('loaded')\nexcept ImportError as error:\n"
        "    assert 'templates are read by mundraft.library' in str(error)"
    )
    assert loaded_by(code, "jinja2", "jinja2.bccache", "hashlib") == ["jinja2", "jinja2.bccache"]


@pytest.mark.parametrize("words", [[], ["paper.yaml"], ["Paper.yml"]])
def test_the_app_is_opened_without_the_commands(words: list[str]) -> None:
    code = (
        "import mundraft.cli.opening as opening\nopened = []\n"
        "opening.open_app = lambda paper, library: opened.append(paper) or 0\n"
        f"from mundraft.cli.running import run\nassert run({words!r}) == 0\n"
        f"assert [str(paper) for paper in opened] == {[words[0] if words else 'None']!r}"
    )
    assert loaded_by(code, "click", "yaml", "msgspec") == []


def test_where_no_process_can_be_copied_the_first_of_a_class_only_tells_and_writes(tmp_path: Path) -> None:
    """Windows and macOS: what is imported to make the documents is imported where they are made."""
    for name in "ab":
        copyfile(EXAMPLE, tmp_path / f"{name}.yaml")
    code = (
        f"import os\nos.environ['MUNDRAFT_HOME'] = {str(tmp_path / 'home')!r}\n"
        "from mundraft.files import copies\ncopies.can_be_made = lambda: False\n"
        "from mundraft.cli.running import run\n"
        f"assert run(['export', {str(tmp_path)!r}, '--to', 'txt', '--jobs', '2']) == 0"
    )
    assert loaded_by(code, "msgspec", "yaml", "mundraft.paper.model", "mundraft.compose.compose", "lxml") == []
    assert len(list(tmp_path.glob("*.txt"))) == 2


class Installed:
    """The program in a folder of its own, with what it keeps for its next run; a paper lies there."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.pycache = folder, folder / "pycache"
        copyfile(EXAMPLE, folder / "paper.yaml")

    def begun(self, target: str) -> subprocess.Popen[str]:
        code = (
            "import sys\nsys.dont_write_bytecode = False\nfrom mundraft.__main__ import main\n"
            f"sys.argv = ['mundraft', 'export', 'paper.yaml', '--force', '-o', {target!r}]\n"
            "assert main() == 0\nprint(*sys.modules)"
        )
        home = {"PYTHONPYCACHEPREFIX": str(self.pycache), "MUNDRAFT_HOME": str(self.folder / "home")}
        return subprocess.Popen(
            [sys.executable, "-c", code],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self.folder, env=os.environ | home,
        )  # fmt: skip

    def exported(self, target: str = "paper.docx") -> bytes:
        return self.ended(self.begun(target), target)

    def ended(self, process: subprocess.Popen[str], target: str) -> bytes:
        """The document that an export wrote; what it loaded is in `loaded`."""
        said, wrong = process.communicate(timeout=60)
        assert process.returncode == 0, wrong
        self.loaded = frozenset(said.split())
        return (self.folder / target).read_bytes()

    @property
    def kept(self) -> list[Path]:
        """The files of what was kept, which no module's are called like."""
        ours = (path for path in self.pycache.rglob("*.pyc") if "mundraft" in path.parts)
        return [path for path in ours if "-" in path.name.partition(".")[0]]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("installed"))


@pytest.fixture(scope="module")
def first(installed: Installed) -> bytes:
    """The document of the very first run."""
    document = installed.exported()
    assert {"docx", "mundraft.templating.check", "yaml"} <= installed.loaded
    assert len(installed.kept) == 3  # the template, its questions, the shell of the Word file
    return document


@pytest.fixture(scope="module")
def second(installed: Installed, first: bytes) -> frozenset[str]:
    """The modules that are loaded when a paper is exported for the second time."""
    assert installed.exported() == first
    return installed.loaded


@pytest.mark.parametrize(
    "heavy",
    [
        "_hashlib", "docx", "jinja2", "lxml", "markdown_it", "markupsafe", "pickle", "ssl", "subprocess",
        "textual", "urllib.request", "yaml",
        "mundraft.interview.interview",
        "mundraft.interview.walk",
        "mundraft.library.conference",
        "mundraft.library.conference_rules",
        "mundraft.library.index",
        "mundraft.library.matching",
        "mundraft.strictyaml.nodes",
        "mundraft.templating.check",
    ],
)  # fmt: skip
def test_an_export_like_one_before_does_without(heavy: str, second: frozenset[str]) -> None:
    assert "mundraft.word.writer" in second
    assert heavy not in second


def test_what_is_damaged_of_what_was_kept_is_made_anew(installed: Installed, first: bytes) -> None:
    for number, file in enumerate(installed.kept):
        held = file.read_bytes()
        file.write_bytes((held[:-20], b"", held[:-1] + b"?")[number])
    assert installed.exported() == first
    assert "docx" in installed.loaded
    assert installed.exported() == first
    assert "docx" not in installed.loaded


def test_two_processes_that_keep_the_same_at_once_write_the_same(installed: Installed, first: bytes) -> None:
    for file in installed.kept:
        file.unlink()
    targets = ["one.docx", "other.docx"]
    processes = [installed.begun(target) for target in targets]
    assert [installed.ended(*each) for each in zip(processes, targets, strict=True)] == [first, first]
    assert installed.exported() == first
    assert "docx" not in installed.loaded


def test_where_nothing_can_be_kept_the_document_is_the_same(installed: Installed, first: bytes) -> None:
    for file in installed.kept:
        file.unlink()
        file.mkdir()  # which no file replaces
    assert installed.exported() == first
    for file in installed.kept:
        file.rmdir()


def test_a_library_that_is_missing_when_it_is_first_wanted_is_named_with_what_to_do(tmp_path: Path) -> None:
    """Half an installation: a virus scanner or a full disk took a package away."""
    code = (
        "import sys\nsys.modules['rapidfuzz'] = None\nfrom mundraft.cli.running import run\n"
        "sys.exit(run(['country', 'show', 'Kenia']))"
    )
    environment = {**os.environ, "MUNDRAFT_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, env=environment)
    assert done.returncode == 2
    assert "rapidfuzz" in done.stderr
    assert "Install the program again" in done.stderr
    assert "Traceback" not in done.stderr
