"""Pages of the documentation as a reader works through them: each file is written, each command run, in their order.

A line `<!-- ... -->` above a fenced block says what the block is, where the reader is told it in words:

- `file: PATH`: the whole of this file; `group: PATH`: it takes the place of the groups of the same names in this file;
- `change: PATH`: these lines of the file become those of the block `becomes` below;
- `slip: PATH | right => wrong`: from here on, what is right is written wrong; `mended` ends that;
- `made: PATH`: here the reader has made this file with another program;
- `prints`: a piece of a template's text; the block after it is what the paper of the page says there.

A block `sh` holds commands, and `sh not run: REASON` those that cannot be run. A block `text` after one is what the
last of them says: a line with nothing but "…" stands for any lines, and "…/" at the beginning of a path for the folder
in which the reader works. Numbers of lines and of words, days and checksums need not agree.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_TOKEN = re.compile(r"^<!-- (?P<note>.*?) -->$|^(?P<lead> *)```(?P<kind>[^\n]*)\n(?P<text>.*?)^ *```$", re.M | re.S)
_SKIPPED = "…"
#: What is another number as soon as a note is added to a file, or a sentence that ships is reworded.
_PASSING = re.compile(
    r"(?<=:)\d+:\d+(?=:)|(?<=Line )\d+|\d+ of (?=\d+ words)|\d+(?= words| now)|(?<=about )[\d.]+|\d\d:\d\d"
    r"|(?<=version of )\d+ [A-Z][a-z]+|(?<=checksum )(?:\w{4} ){2}\w{4}|(?<= )[\d.]+(?= pages)|\d+(?=/\d)"
)
_SHOWS_A_FAULT = re.compile(r"\[[a-z]+(?:-[a-z]+)+\]|\b[1-9]\d* missing\b")


class Block(NamedTuple):
    """A fenced block, and what the note above it says of it; a note that stands alone has no text."""

    kind: str
    text: str
    note: str
    line: int


def blocks(page: str) -> Iterator[Block]:
    """Every fenced block of a page, in order."""
    note, end = "", 0
    for token in _TOKEN.finditer(page):
        line = page.count("\n", 0, token.start()) + 1
        if token["note"] is not None:
            if token["note"].startswith(("slip:", "mended", "made:")):
                yield Block("", "", token["note"], line)
                continue
            note, end = token["note"], token.end()
            continue
        lead = len(token["lead"])
        text = "".join(row[lead:] for row in token["text"].splitlines(keepends=True))
        yield Block(token["kind"], text, note if not page[end : token.start()].strip() else "", line)
        note = ""


class Reader:
    """Somebody who does what a page says, in a folder of their own.

    `run` runs the words of a command and gives its exit code and all that it said; `prints` gives what a piece of a
    template's text prints; `made` has the files that other programs make, by their names."""

    def __init__(
        self,
        folder: Path,
        run: Callable[[list[str]], tuple[int, str]],
        prints: Callable[[str], str],
        made: Mapping[str, Path],
    ) -> None:
        self._folder = folder
        self._run = run
        self._prints = prints
        self._made = made
        self._said = ""
        self._right: tuple[Path, str] | None = None
        self._changing = ("", "")
        self._unexplained = ""
        self.faults: list[str] = []
        self.commands = 0

    def work_through(self, page: str) -> None:
        for block in blocks(page):
            self._explain(block)
            self._do(block)
        self._explain(Block("", "", "", 0))

    def _explain(self, block: Block) -> None:
        """A command may end with a fault only where the page goes on to show it."""
        if self._unexplained and not (block.kind == "text" and _SHOWS_A_FAULT.search(block.text)):
            self.faults.append(self._unexplained)
        self._unexplained = ""

    def _do(self, block: Block) -> None:
        what, _, where = block.note.partition(": ")
        noted = {"file": self._file, "group": self._group, "change": self._change, "becomes": self._becomes}
        if what in noted:
            noted[what](where, block.text)
        elif what == "slip":
            self._slip(where)
        elif block.note == "mended" and self._right:
            self._right[0].write_text(self._right[1], encoding="utf-8")
        elif what == "made":
            shutil.copy(self._made[Path(where).name], self._folder / where)
        elif what == "prints":
            self._said = self._prints(block.text)
        elif block.kind == "sh":
            self._type(block)
        elif block.kind == "text":
            self._compare(block)
        elif not block.kind.startswith("sh not run: "):
            self.faults.append(f"line {block.line}: nothing says what this block is")

    def _file(self, where: str, text: str) -> None:
        path = self._folder / where
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def _group(self, where: str, text: str) -> None:
        self._file(where, with_groups((self._folder / where).read_text(encoding="utf-8"), text))

    def _change(self, where: str, text: str) -> None:
        self._changing = (where, text)

    def _becomes(self, _: str, text: str) -> None:
        self._replace(*self._changing, text)

    def _slip(self, said: str) -> None:
        where, _, both = said.partition(" | ")
        right, _, wrong = both.partition(" =>")
        path = self._folder / where
        self._right = (path, path.read_text(encoding="utf-8"))
        self._replace(where, right, wrong.removeprefix(" ").replace("\\t", "\t"))

    def _replace(self, where: str, old: str, new: str) -> None:
        path = self._folder / where
        text = path.read_text(encoding="utf-8")
        if text.count(old) != 1:
            self.faults.append(f"{where} does not have {old!r} once")
        path.write_text(text.replace(old, new), encoding="utf-8")

    def _type(self, block: Block) -> None:
        for line in block.text.splitlines():
            words = shlex.split(line, comments=True)
            if words[0] == "mkdir":
                (self._folder / words[1]).mkdir()
                continue
            code, self._said = self._run(words[1:])
            self.commands += 1
            if words[0] != "mundraft" or code != 0:
                self._explain(Block("", "", "", 0))
                self._unexplained = f"line {block.line}: {line} ends with {code}: {self._said}"

    def _compare(self, block: Block) -> None:
        said = self._said.replace("\\", "/").replace(self._folder.as_posix(), _SKIPPED)
        if not stands_in(block.text, said):
            self.faults.append(f"line {block.line}: the page shows\n{block.text}\nand the command says\n{said}")


def with_groups(text: str, groups: str) -> str:
    """A YAML text with other groups of its first level: from their name to the next line that is not set in."""
    for group in re.findall(r"^\w[^\n]*\n(?:[ #][^\n]*\n|\n(?= ))*", groups, re.M):
        name = group.partition(":")[0]
        found = re.search(rf"^{re.escape(name)}:[^\n]*\n(?: [^\n]*\n|\n(?= ))*", text, re.M)
        text = text[: found.start()] + group + text[found.end() :] if found else text + "\n" + group
    return text


def stands_in(shown: str, said: str) -> bool:
    """Whether what a page shows is what was said, where a line that is only "…" stands for any number of lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == _SKIPPED else re.escape(line.rstrip()) + r"[ ]*\n"
        for line in _PASSING.sub("0", shown).rstrip("\n").splitlines()
    )
    return re.fullmatch(pattern, _PASSING.sub("0", said).strip("\n") + "\n") is not None
