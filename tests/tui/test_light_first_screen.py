"""What the app leaves for after its first screen: a delegate waits for nothing that it does not show."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "mexico-child-trafficking.yaml"

#: Opens the app on a paper in a terminal that is none, and looks about when the first screen stands.
FIRST_SCREEN = """
import gc, io, sys
from mundraft.starting import start_lightly
start_lightly()
from pathlib import Path
from textual.app import App
import mundraft.tui.interview_screen
mundraft.tui.interview_screen.FIRST_DRAFT = 1000

class Terminal(io.StringIO):
    def isatty(self):
        return True

told, sys.stdin, sys.stdout = sys.stdout, Terminal(), Terminal()
enabled, in_terminal = [gc.isenabled()], App.run

def run(app):
    async def look(pilot):
        await pilot.pause()
        enabled.append(gc.isenabled())
        assert pilot.app.screen.question_is_shown()
        print(enabled, [name for name in NAMES if name in sys.modules], file=told)
        app.exit()
    enabled.append(gc.isenabled())
    in_terminal(app, headless=True, auto_pilot=look)

App.run = run
import mundraft.cli.opening as opening
opening.in_terminal = lambda: True  # its errors are read by the test
opening.open_app(Path(sys.argv[1]), None)
"""

#: What only later screens show, what composes and measures the paper, and what only a file of another form needs.
LATER = [
    "mundraft.tui.dialogs",
    "mundraft.tui.lookup_rows",
    "mundraft.tui.conferences",
    "mundraft.tui.editors.choices",
    "mundraft.tui.editors.picker",
    "mundraft.interview.conference_questions",
    "mundraft.library.conference_rules",
    "mundraft.library.country",
    "mundraft.compose.compose",
    "mundraft.desk.handed_in",
    "mundraft.document.tree",
    "mundraft.document.measure",
    "mundraft.citation.style",
    "jinja2",
]


def told_by(code: str, *words: str) -> str:
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_first_question_waits_for_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    paper = shutil.copy(EXAMPLE, tmp_path / "paper.yaml")
    told = told_by(FIRST_SCREEN.replace("NAMES", repr(LATER)), str(paper))
    # Garbage is looked for until the app begins, and again when its first screen stands.
    assert told == "[True, False, True] []"


def test_the_app_loads_no_encryption_and_leaves_it_to_whoever_wants_it() -> None:
    code = (
        "import io, sys, types\n"
        "app = types.ModuleType('mundraft.tui.app')\n"
        "app.run = lambda paper, library: print('ssl' in sys.modules, 'asyncio' in sys.modules)\n"
        "sys.modules['mundraft.tui.app'] = app\n"
        "import mundraft.cli.opening as opening\n"
        "opening.in_terminal = lambda: True\n"
        "opening.open_app(None, None)\n"
        "import ssl\nprint(ssl.SSLContext.__name__)"
    )
    pytest.importorskip("ssl")
    assert told_by(code).split() == ["False", "True", "SSLContext"]
