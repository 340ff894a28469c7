"""The form of a mistake in the table of mistakes that teachers make, and how one is made in a copy of a valid library.

The table is `mistakes_in_templates`, `mistakes_in_presets` and `mistakes_in_profiles`; the valid files are those of the
folder `mistakes`. It was written before the checks that it is held against: what a teacher would do and where the
teacher must look, not what the program happens to say.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

VALID = Path(__file__).with_name("mistakes")
ERROR, WARNING, ADVICE = "error", "warning", "advice"


@dataclass(frozen=True)
class Mistake:
    """One mistake: in `file` the text `old`, found once, becomes `new`.

    `look` stands once in the mistaken file, on the line that must be named; "" where the file is meant as a whole.
    `says` are words that the message and its next step must hold, whatever their case. `renamed` is a new name of the
    file, "" for a file that is gone; `encoding` is how it is saved."""

    name: str
    file: str
    old: str
    new: str
    look: str
    says: tuple[str, ...]
    severity: str = ERROR
    renamed: str | None = None
    encoding: str = "utf-8"
    look_in: str = ""

    def made_in(self, folder: Path) -> Path:
        """A copy of the valid library in `folder` with the mistake made; the mistaken file's path."""
        shutil.copytree(VALID, folder, dirs_exist_ok=True)
        path = folder / self.file
        text = path.read_text("utf-8")
        assert not self.old or text.count(self.old) == 1, (
            f"{self.name}: {self.old!r} stands {text.count(self.old)} times"
        )
        path.unlink()
        if self.renamed == "":
            return path
        path = path.with_name(self.renamed or path.name)
        path.write_bytes(self.text(text).encode(self.encoding))
        return path

    def text(self, valid: str) -> str:
        """The mistaken text."""
        return valid.replace(self.old, self.new) if self.old else self.new or valid

    @property
    def line(self) -> int:
        """The line that must be named, from 1; 0 for the file as a whole."""
        if not self.look:
            return 0
        valid = (VALID / (self.look_in or self.file)).read_text("utf-8")
        text = valid if self.look_in else self.text(valid)
        assert text.count(self.look) == 1, f"{self.name}: {self.look!r} stands {text.count(self.look)} times"
        return text[: text.index(self.look)].count("\n") + 1
