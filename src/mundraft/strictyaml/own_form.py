"""The values of a file that stands in the form in which this program writes: one look at each line, and no parser.

Nearly every paper does, and is read so in a third of the time. The form (`writer`) is a small part of YAML: a key or a
dash on every line, two spaces for each level, and a text that is plain, between quotation marks without escapes, or a
literal block; folded blocks, which our examples are written in for whoever reads them, are as easy. Whatever is not
plainly of this form gives None and is left to the real parser: nothing is refused here, and nothing is read otherwise
than there, which `tests/strictyaml/test_yaml_values.py` holds.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import Any, Final

from mundraft.strictyaml.source import NOTHING
from mundraft.text.clean import clean

#: A line: its indentation, its dash, its key, and what stands after them: words that are plainly a text, or anything
#: else. A key is far shorter than the 1,024 characters at which YAML no longer takes it for one.
_LINES = re.compile(
    r"( *+)(- )?(?:([A-Za-z_][A-Za-z0-9_./-]{0,99}+):(?: |(?=\n)))?+"
    r"(?:([A-Za-z0-9][^:#\n]*+(?<! )(?=\n))|([^\n]*+))\n"
)
#: The signs of a literal and of a folded block, without their last newline and with it.
_BLOCKS: Final = frozenset(("|-", "|", ">-", ">"))
_ASCII: Final = bytes(range(128))
#: Composed letters and the usual signs, which `clean` leaves as they are, whatever stands beside them.
_COMMON = re.compile("[\u00a1-\u02ff\u2010-\u2027\u2030-\u205e\u20ac]*")
#: What YAML takes for white space or for the end of a line, or passes over, besides the space and the newline.
_ODD: Final = "\t\x85\u2028\u2029\ufeff"
#: With what else than a letter or a digit a text may begin and be plain.
_PLAIN_STARTS: Final = frozenset("(/+$£€“‘«¿¡")
#: Groups and lists inside one another: far more than a paper has, and fewer than the parser takes.
_DEEPEST: Final = 20


class _Otherwise(Exception):
    """The file stands in another form."""


def values_in_own_form(text: str) -> dict[str, Any] | None:
    """The groups of keys, lists and clean texts of a file; None where it is not wholly in the form that we write."""
    if not text.endswith("\n") or any(odd in text for odd in _ODD):
        return None
    try:
        return _Reading(text).values()
    except _Otherwise:
        return None


def _is_clean(text: str) -> bool:
    """Whether `clean` would plainly leave every text of a file as it is: most hold no sign that it has to look at."""
    others = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    return _COMMON.fullmatch(others) is not None


class _Reading:
    """One file, line by line. What is open is a stack of groups and lists, each further right than the one before."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[tuple[str, str, str, str, str]] = _LINES.findall(text)
        self._clean = _is_clean(text)
        self._root: dict[str, Any] = {}
        #: the group or list that is being read, how far right it stands, and the dash before all that is in a list
        self._open: Any = self._root
        self._at, self._dash = 0, ""
        self._around: list[tuple[Any, int, str]] = []
        #: the key that waits for what stands below it
        self._key = ""

    def values(self) -> dict[str, Any]:
        last = len(self._lines)
        at = self._after_comments()
        if at >= last:
            raise _Otherwise
        while at < last:
            indent, dash, key, plain, other = self._lines[at]
            if self._key or dash != self._dash or len(indent) != self._at:
                self._stand(len(indent), dash)
            if dash and key:
                self._open.append({})
                self._enter(self._open[-1], self._at + 2, "")
            if plain:
                if plain in NOTHING:
                    raise _Otherwise
                self._say(key, plain)
                at += 1
            else:
                at = self._take(at, key, other) + 1
        if self._key:
            raise _Otherwise
        return self._root

    def _after_comments(self) -> int:
        at = 0
        while at < len(self._lines) and self._lines[at][4][:1] == "#" and not any(self._lines[at][:4]):
            at += 1
        return at

    def _say(self, key: str, text: str) -> None:
        """Take in the text on a line, which is the whole of what nearly every line says."""
        if not self._clean:
            text = clean(text)
        opened = self._open
        if key and key not in opened and key not in NOTHING:
            opened[key] = text
        elif not key and self._dash:
            opened.append(text)
        else:
            raise _Otherwise

    def _take(self, at: int, key: str, other: str) -> int:
        """Take in what any other line says, with what belongs to it, and give the number of its last line."""
        if other and (other not in _BLOCKS or not key):
            self._say(key, self._scalar(other))
        elif not key or key in self._open or key in NOTHING:
            raise _Otherwise
        elif other:
            self._open[key], at = self._block(at, other)
        else:
            self._key = key
        return at

    def _stand(self, column: int, dash: str) -> None:
        """Open what the last key holds, or go back to what stands in this column."""
        if self._key:
            if column != self._at + 2:
                raise _Otherwise
            below: Any = [] if dash else {}
            self._open[self._key] = below
            self._key = ""
            self._enter(below, column, dash)
            return
        while column < self._at:
            self._open, self._at, self._dash = self._around.pop()
        if column != self._at or dash != self._dash:
            raise _Otherwise

    def _enter(self, below: Any, column: int, dash: str) -> None:
        if len(self._around) >= _DEEPEST:
            raise _Otherwise
        self._around.append((self._open, self._at, self._dash))
        self._open, self._at, self._dash = below, column, dash

    @staticmethod
    def _scalar(text: str) -> str:
        """A text on its key's line that needs a second look."""
        first, last, inside = text[:1], text[-1:], text[1:-1]
        if first == '"' == last and len(text) > 1 and '"' not in inside and "\\" not in inside:
            text = inside
        elif first == "'" == last and len(text) > 1 and "'" not in inside.replace("''", ""):
            text = inside.replace("''", "'")
        elif not (first.isalnum() or first in _PLAIN_STARTS) or last in " :" or ": " in text or " #" in text:
            raise _Otherwise
        return text

    def _block(self, at: int, sign: str) -> tuple[str, int]:
        """A block whose sign stands on the line `at`, and the number of its last line."""
        indent = " " * (self._at + 2)
        held: list[str] = []
        for line in islice(self._split, at + 1, len(self._lines)):
            if line and not line.startswith(indent):
                break
            held.append(line[len(indent) :])
        # An edge that is empty, and what is further right at first, YAML reads by rules of their own.
        if not held or not held[-1] or held[0][:1] in ("", " ") or any(line.isspace() for line in held):
            raise _Otherwise
        folded = sign[0] == ">"
        # Of lines that are folded into one, so are the empty, and those that begin or end with a space.
        if folded and any(not line or line[0] == " " or line[-1] == " " for line in held):
            raise _Otherwise
        text = (" " if folded else "\n").join(held)
        text = text if sign[1:] == "-" else text + "\n"
        return text if self._clean else clean(text), at + len(held)

    @cached_property
    def _split(self) -> list[str]:
        return self._text.split("\n")
