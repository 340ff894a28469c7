"""Every example in the documents: commands are run, files are read as what they are, and what cannot be run says why.

A page is worked through from top to bottom in a folder of its own, in which stands what its reader would have. A fenced
block says what it is: `sh` for commands, `sh not run: REASON` where they cannot be, `yaml`, `jinja` and `json` for
files, `text` for what a program prints. A comment `<!-- file: PATH -->` above a block says which file it is. The guides
are worked through in `test_guides`, with what each command says."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from mundraft.cli.running import run
from mundraft.desk.schemas import schema_for
from mundraft.library.folders import shipped_folder

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "editors"))

from as_editors_read import marked  # noqa: E402

LOOKS = ROOT / "tests" / "word" / "references" / "made_in_libreoffice.docx"
#: Worked through in `test_guides`, with what is said.
GUIDES = ("chairs.md", "first-evening.md", "teachers-guide.md")
PAGES = [
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
    if path.name not in GUIDES
]
#: Blocks of commands that are not run, by their page, with their first words. Each says why in the page.
NOT_RUN = {
    ("README.md", "python3 start.py"),
    ("CONTRIBUTING.md", "python3 start.py test"),
    ("CONTRIBUTING.md", ".venv/bin/mundraft country check"),
    ("docs/citations.md", "pip install"),
    ("docs/tables.md", "python tools/rebuild_profiles.py"),
}
#: What a reader of the page has done before its first block.
DONE_BEFORE = {
    "docs/editors.md": ("template new class-11b",),
    "docs/looks.md": ("template new our-class", "conference new NorthMUN"),
}
#: Pages on which the reader makes the paper, and has none yet.
WITHOUT_A_PAPER = ("docs/conferences.md",)
_FENCE = re.compile(r"( *)```(.*)")
_FILE = re.compile(r" *<!-- file: (\S+) -->")
_IN_TEXT = re.compile(r"`(mundraft (?:country|instrument|body|explain|schema) [^`]*)`")


class Block(NamedTuple):
    """A fenced block: what it is, its text, the file that it is ("" where it is none), and where it begins."""

    kind: str
    text: str
    file: str
    line: int


def blocks(page: str) -> Iterator[Block]:
    """The fenced blocks of a page."""
    lines = iter(enumerate((ROOT / page).read_text(encoding="utf-8").splitlines(), 1))
    file = ""
    for number, line in lines:
        fence = _FENCE.fullmatch(line)
        if not fence:
            named = _FILE.fullmatch(line)
            file = named[1] if named else file if not line.strip() else ""
            continue
        inside: list[str] = []
        for _, below in lines:
            if _FENCE.fullmatch(below):
                break
            inside.append(below.removeprefix(fence[1]))
        yield Block(fence[2], "\n".join(inside) + "\n", file, number)
        file = ""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, used_home: Path) -> Path:
    """A folder with what readers of the pages have: papers of a class, sources, quotations, looks."""
    folder = tmp_path / "model-un"
    examples = shipped_folder() / "examples"
    for target in ("kenya.yaml", "ours.yaml", "paper.yaml", "papers/kenya.yaml", "class/kenya.yaml"):
        _copied(examples / "kenya-climate-displacement-short.yaml", folder / target)
    for target in ("theirs.yaml", "papers/mexico.yaml", "class/peru.yaml", "class/adams/paper.yaml"):
        _copied(examples / "mexico-child-trafficking-short.yaml", folder / target)
    (folder / "class/pack.yaml").write_text("name: class-9b\nwelcome: Welcome!\n", encoding="utf-8")
    (folder / "library.bib").write_text("@book{a, title = {Water}, author = {Okafor, Ben}, year = 2023}", "utf-8")
    (folder / "quotation.txt").write_text("the best interests of the child", encoding="utf-8")
    _copied(LOOKS, folder / "looks.docx")
    monkeypatch.chdir(folder)
    # PDFs by typst, which is quicker and on every computer that runs the tests; LibreOffice has tests of its own.
    monkeypatch.setattr("mundraft.export.libreoffice.find_office", lambda: None)
    return folder


def _copied(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)


def typed(line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """What is wrong with a command as a shell would run it; "" where it does what it should: 0, or 1 with findings."""
    words = shlex.split(line, comments=True)
    given = "the best interests of the child"
    if "<" in words:
        at = words.index("<")
        given, words = Path(words[at + 1]).read_text(encoding="utf-8"), words[:at]
    expanded = [one for word in words[1:] for one in (map(str, sorted(Path().glob(word))) if "*" in word else [word])]
    monkeypatch.setattr(sys, "stdin", io.StringIO(given))
    code = run(expanded)
    said = capsys.readouterr()
    return "" if words[0] == "mundraft" and code in (0, 1) and said.out.strip() else f"{line}: {code} {said.err}"


@pytest.mark.parametrize("page", PAGES)
def test_every_example_of_a_page_works(
    page: str, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if page in WITHOUT_A_PAPER:
        (here / "kenya.yaml").unlink()
    for line in DONE_BEFORE.get(page, ()):
        assert run(shlex.split(line)) == 0
    if page == "docs/looks.md":
        _copied(LOOKS, here / "templates/our-class/reference.docx")
    faults = []
    for block in blocks(page):
        kind, _, reason = block.kind.partition(" ")
        if kind == "sh" and not reason:
            faults += [typed(line, monkeypatch, capsys) for line in block.text.splitlines()]
        elif kind in ("yaml", "jinja", "json"):
            faults += read_as_file(kind, block, here)
        elif kind not in ("sh", "text") or (kind == "text" and block.text.startswith("mundraft ")):
            faults.append(f"line {block.line}: a block says that it is sh, yaml, jinja, json or text")
        if block.file:
            (here / block.file).parent.mkdir(parents=True, exist_ok=True)
            (here / block.file).write_text(block.text, encoding="utf-8")
    for template in sorted({file.parent for file in here.glob("templates/*/paper.md.j2")}):
        assert run(["template", "check", template.name]) == 0, capsys.readouterr()
    assert not [fault for fault in faults if fault]


def read_as_file(kind: str, block: Block, folder: Path) -> Iterator[str]:
    """What is wrong with a file that a page shows: judged by what the page says that it is."""
    if kind == "json":
        json.loads(block.text)
    elif kind == "yaml" and not block.text.startswith("#"):
        if not block.file:
            yield f"line {block.line}: the page does not say which file this is"
            return
        schema = schema_for(folder / block.file)
        yield from (f"line {block.line}: {schema} is wrong at {way or 'the top'}" for way in marked(schema, block.text))
    elif kind == "jinja":
        from mundraft.templating.sandbox import environment

        environment().parse(block.text)


def test_what_is_not_run_is_little_and_says_why() -> None:
    found = [(page, block) for page in PAGES for block in blocks(page) if block.kind.startswith("sh ")]
    assert all(re.fullmatch(r"sh not run: \w.{8,}", block.kind) for _, block in found)
    unnamed = {(page, block.text) for page, block in found}
    for page, first in NOT_RUN:
        unnamed -= {(where, text) for where, text in unnamed if where == page and text.startswith(first)}
    assert not unnamed
    assert len(found) == len(NOT_RUN)


def commands_in_sentences() -> set[str]:
    """Whole commands; what only names one ("the command `mundraft instrument show`") is not meant to be typed."""
    found = {line for page in PAGES for line in _IN_TEXT.findall((ROOT / page).read_text(encoding="utf-8"))}
    return {line for line in found if "CODE" not in line and not line.endswith(" show")}


@pytest.mark.parametrize("line", sorted(commands_in_sentences()))
def test_a_command_inside_a_sentence_works(
    line: str, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(line, monkeypatch, capsys) == ""
