"""BibTeX taken apart: entries, their fields and the lines of both. What a field means is in `bibtex_fields`.

An entry that is not closed ends where the next one begins on a line of its own, so that one fault costs one entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from mundraft.citation.importing.faults import Faults, Lines
from mundraft.problems import Severity

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: No value of more letters than this is looked at further.
_LONGEST = 20_000
_ENTRY = re.compile(r"@[ \t]*([A-Za-z]+)\s*([{(])")
#: A line that begins as an entry does; only between entries, where whole ones do not stand.
_UNOPENED = re.compile(r"^[ \t]*(@[ \t]*[A-Za-z]*)(?=\s|\Z)", re.MULTILINE)
#: An entry's key, with the comma after it, which some forget before the first field.
_KEY = re.compile(r"\s*([^\s,={}\"]*)(?:\s*(?:,|(?=[)}]))|(?=\s+[A-Za-z][\w-]*\s*=))")
_NAME = re.compile(r"([A-Za-z][\w:.+/-]*)\s*=\s*")
_WORD = re.compile(r"[^\s,#{}\"()=]+")
_JOINED = re.compile(r"\s*#\s*")
#: The next field, on a line of its own: no value that is closed has one in it.
_NEXT_FIELD = re.compile(r"\n[ \t]*(?=([A-Za-z][\w-]*)[ \t]*=[ \t]*[{\"\d])")
_GAP = re.compile(r"[\s,]*")
_IN_BRACES = re.compile(r"\\.|[{}]|\n[ \t]*@[A-Za-z]+[ \t]*[{(]", re.DOTALL)
_IN_QUOTES = re.compile(r'\\.|[{}"]|\n[ \t]*@[A-Za-z]+[ \t]*[{(]', re.DOTALL)


@dataclass(slots=True)
class RawEntry:
    """An entry as it is written: type and field names in small letters, values without their outer marks."""

    line: int
    type: str
    key: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    #: where each field begins in the text
    offsets: dict[str, int] = field(default_factory=dict)


class _Broken(Exception):
    """An entry cannot be read on from an offset, or only as it was surely meant: then `read_so` says how."""

    def __init__(self, at: int, why: str, read_so: str = "") -> None:
        super().__init__(why)
        self.at, self.why, self.read_so = at, why, read_so


def raw_entries(text: str, lines: Lines, faults: Faults) -> Iterator[RawEntry]:
    """Every entry of a file as far as it can be read; what cannot be is told."""
    macros = {month: month for month in _MONTHS}
    at = 0
    while (found := _ENTRY.search(text, at)) and not faults.too_many:
        _tell_unopened(text, at, found.start(), lines, faults)
        entry = RawEntry(lines.at(found.start())[0], found[1].lower())
        reader = _Reader(text, found.end(), "}" if found[2] == "{" else ")", macros)
        try:
            if entry.type in ("comment", "preamble"):
                reader.skip()
            elif entry.type == "string":
                reader.fields_into(entry)
                macros.update(entry.fields)
            else:
                reader.key_into(entry)
                reader.fields_into(entry)
        except _Broken as broken:
            _tell(broken, entry, lines, faults)
        at = reader.at
        if entry.fields and entry.type != "string":
            yield entry
    if not faults.too_many:
        _tell_unopened(text, at, len(text), lines, faults)


def _tell_unopened(text: str, start: int, end: int, lines: Lines, faults: Faults) -> None:
    """Tell of lines between entries that begin as one does and have no brace: the rest of it is not there, or lost."""
    for found in _UNOPENED.finditer(text, start, end):
        if faults.too_many:
            return
        line, column = lines.at(found.end(1))
        faults.tell(
            "import-bibtex-broken",
            f"An entry begins on line {line} and has no “{{” after its kind, so it is left out.",
            "Mend the line, or export the entry again.",
            line,
            Severity.ERROR,
            column,
        )


def _tell(broken: _Broken, entry: RawEntry, lines: Lines, faults: Faults) -> None:
    line, column = lines.at(broken.at)
    kept = bool(entry.fields)
    called = f"The entry {f'“{entry.key[:60]}” ' if entry.key else ''}of line {entry.line}"
    ends_how = "What stands before it is kept." if kept else "It is left out."
    if broken.read_so:
        told, next_step = f"{called} has a fault: {broken.why}. {broken.read_so}", "See in F5 whether it was meant so."
    else:
        told = f"{called} cannot be read on from here: {broken.why}. {ends_how}"
        next_step = "Mend the line, or export the entry again."
    faults.tell(
        "import-bibtex-broken",
        told,
        next_step,
        line,
        Severity.WARNING if kept else Severity.ERROR,
        column,
    )


class _Reader:
    """Reads one entry from behind its opening mark. `at` is always where reading goes on."""

    def __init__(self, text: str, at: int, closing: str, macros: dict[str, str]) -> None:
        self._text, self.at, self._closing, self._macros = text, at, closing, macros
        #: the field whose value was read last, and where that begins
        self._last: tuple[str, int] = ("", at)

    def skip(self) -> None:
        if self._closing == "}":
            self._braced()

    def key_into(self, entry: RawEntry) -> None:
        found = _KEY.match(self._text, self.at)
        if found:
            entry.key, self.at = found[1], found.end()

    def fields_into(self, entry: RawEntry) -> None:
        """Every field. A value that was not closed has taken the rest of the entry: it ends before the next field."""
        try:
            self._fields_into(entry)
        except _Broken:
            cut = self._with_last_cut(entry)
            if cut is None:
                raise
            with suppress(_Broken):  # where the entry is not closed either, the first fault is the one to mend
                self._fields_into(entry)
            raise cut from None

    def _with_last_cut(self, entry: RawEntry) -> _Broken | None:
        """What to tell of the last value once it is ended before the field that stands inside it; None without one."""
        name, start = self._last
        following = _NEXT_FIELD.search(self._text, start, self.at)
        if not name or following is None:
            return None
        entry.offsets.setdefault(name, start)
        entry.fields[name] = self._text[start + 1 : following.start()].strip().removesuffix(",").rstrip()[:_LONGEST]
        self.at = following.end()
        why = f"the value of “{name}” that begins here is not closed"
        return _Broken(start, why, f"It was ended before “{following[1]} =”, and what stands there is kept.")

    def _fields_into(self, entry: RawEntry) -> None:
        while not self._ends():
            found = _NAME.match(self._text, self.at)
            if not found:
                raise _Broken(self.at, "a field is written name = {value}, with a comma before the next one")
            self.at = found.end()
            self._last = (found[1].lower(), found.end())
            value = self._value()
            entry.offsets.setdefault(found[1].lower(), found.start())
            entry.fields.setdefault(found[1].lower(), value)

    def _ends(self) -> bool:
        """Whether the entry is closed here; its closing mark is read."""
        gap = _GAP.match(self._text, self.at)
        self.at = gap.end() if gap else self.at
        if self.at >= len(self._text):
            raise _Broken(len(self._text), f"the file ends before the “{self._closing}” that closes the entry")
        if self._text[self.at] == self._closing:
            self.at += 1
            return True
        if self._text[self.at] == "@":
            raise _Broken(self.at, f"the next entry begins before a “{self._closing}” closes this one")
        return False

    def _value(self) -> str:
        pieces = [self._piece()]
        while joined := _JOINED.match(self._text, self.at):
            self.at = joined.end()
            pieces.append(self._piece())
        return "".join(pieces)[:_LONGEST]

    def _piece(self) -> str:
        mark = self._text[self.at : self.at + 1]
        if mark in ("{", '"'):
            self.at += 1
            return self._braced() if mark == "{" else self._quoted()
        word = _WORD.match(self._text, self.at)
        if not word:
            raise _Broken(self.at, "a value is missing")
        self.at = word.end()
        return self._macros.get(word[0].lower(), word[0])

    def _braced(self) -> str:
        """The text up to the brace that closes the one before it."""
        return self._up_to("}", _IN_BRACES)

    def _quoted(self) -> str:
        return self._up_to('"', _IN_QUOTES)

    def _up_to(self, closing: str, marks: re.Pattern[str]) -> str:
        start, depth = self.at, 0
        for found in marks.finditer(self._text, start):
            mark = found[0]
            if mark.startswith("\n"):
                self.at = found.start()
                raise _Broken(start - 1, f"the value that begins here is not closed by “{closing}”")
            if depth == 0 and mark == closing:
                self.at = found.end()
                return self._text[start : found.start()]
            depth = _deeper(mark, depth)
        self.at = len(self._text)
        raise _Broken(start - 1, f"the value that begins here is not closed by “{closing}”")


def _deeper(mark: str, depth: int) -> int:
    if mark == "{":
        return depth + 1
    return max(depth - 1, 0) if mark == "}" else depth
