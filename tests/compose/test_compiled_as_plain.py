"""Compiled modules make of random templates, papers and files what the plain ones make, to the byte.

Where `mundraft` is installed with compiled modules, a second process takes the sources of this checkout beside it.
`python tests/compose/made_either_way.py SEED TEMPLATES PAPERS FILES` makes more of it, with another seed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from at_random import FILTERS_OF_TEMPLATES
from made_either_way import templates

from mundraft.templating import leaf
from mundraft.templating.filters import FILTERS, FUNCTIONS

ROOT = Path(__file__).resolve().parents[2]
COMPILED = Path(leaf.__file__ or "").suffix != ".py"
#: A seed, templates, papers and files: as many as take some seconds on a small computer.
AMOUNT = ("2026", "400", "40", "120")


def begun(**more: str) -> subprocess.Popen[str]:
    """A process that makes it all: of the modules that are installed, or of those that PYTHONPATH names."""
    program = [sys.executable, str(Path(__file__).with_name("made_either_way.py")), *AMOUNT]
    env = {**{key: value for key, value in os.environ.items() if key != "PYTHONPATH"}, **more}
    return subprocess.Popen(program, env=env, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def lines_of(process: subprocess.Popen[str]) -> list[list[str]]:
    told, _ = process.communicate()
    assert process.returncode == 0
    return [json.loads(line) for line in told.splitlines()]


@pytest.mark.skipif(not COMPILED, reason="needs the compiled wheel, which tools/compiled.py installs")
def test_compiled_and_plain_modules_make_the_same_of_everything() -> None:
    running = begun(), begun(PYTHONPATH=str(ROOT / "src"))
    (of_compiled, *compiled), (of_plain, *plain) = map(lines_of, running)
    assert (of_compiled == of_plain, of_plain) == (False, ["modules", ".py"])
    assert [name for name, _ in compiled] == [name for name, _ in plain]
    different = [(name, one, other) for (name, one), (_, other) in zip(compiled, plain, strict=True) if one != other]
    assert not different, (
        f"{len(different)} of {len(plain)} are not the same: the first is {different[0][0]}\n"
        + "\n".join(
            f"compiled: {one}\nplain:    {other}"
            for one, other in zip(different[0][1].splitlines(), different[0][2].splitlines(), strict=False)
            if one != other
        )
    )


def test_templates_at_random_use_every_filter_and_most_of_them_can_be_filled() -> None:
    assert {*FILTERS_OF_TEMPLATES} == {*FILTERS} - {"plural"}  # which takes two wordings, and stands alone there
    made = [told for _, told in templates(7, 80)]
    filled = "\n".join(one for one in made if "\nrefused: " not in one)
    assert [name for name in FILTERS if f"| {name}" not in filled] == []
    assert [name for name in FUNCTIONS if f"{name}(" not in filled] == []
    assert all(f"{{% {tag}" in filled for tag in ("if", "elif", "else", "for", "set", "macro", "block"))
    assert len(made) / 2 < sum("\nrefused: " not in one for one in made) < len(made)
