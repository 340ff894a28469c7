"""Lists that were pasted out of a document: their entries without the signs before them, and the blanks in them.

What is typed in a file is kept as it is; what is pasted in the app was made for another page, where a tab or a bullet
had its place.
"""

from __future__ import annotations

import re

#: With more lines than this a paste is no list of short answers.
MOST_ENTRIES = 40

_BLANK = r"[ \t\u00a0\u2002-\u200a\u202f]"
_BLANKS = re.compile(rf"\t{_BLANK}*|{_BLANK}{{2,}}")
_AROUND_LINE_END = re.compile(rf"{_BLANK}*\n{_BLANK}*")
_BULLET = r"[•‣◦▪▫●○■□◆➢➤✓✔·⁃∙\uf0b7\uf0a7]"
#: Before one answer alone: a letter with a full stop may be an initial there, and a number a day.
_BEFORE_ONE = re.compile(rf"\s*(?:{_BULLET}\s*|[-–—*]\s+|\(?\d{{1,2}}\)\s*)(?=\S)")
#: Before one of several: a capital letter with a full stop is somebody's initial all the same ("U. Thant").
_BEFORE_EACH = re.compile(
    rf"\s*(?:{_BULLET}\s*|[-–—*o]\s+|\(?(?i:\d{{1,2}}|[a-z]|[ivx]{{1,4}})\)\s*|(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.]\s+)"
    r"(?=\S)"
)
_LEFT = re.compile(rf"(?:^|\s){_BULLET}|^\s*(?:[-–—*]\s|\(?(?:\d{{1,2}}|[a-z])\)\s)", re.IGNORECASE)
_NUMBER_LEFT = re.compile(r"\s\d{1,2}\)\s")
#: Two blanks behind a full stop are a habit of typing, and nobody sees them. Each run is looked at from its beginning
#: alone: a file of many thousand blanks must not take a minute.
_WIDE = re.compile(rf"\t|(?<=[^\s.!?:”\"]){_BLANK}{{2,}}+(?=\S)|(?<!{_BLANK}){_BLANK}{{3,}}+(?=\S)")


def entries_in(pasted: str) -> tuple[str, ...]:
    """The entries of a pasted text, one for each of its lines, without the signs before them; blank lines are none.

    Where the first line has a sign, a line without one goes on with the entry before it. A text of one line is one
    entry; one of more lines than a list has is no list, and one entry too."""
    lines = [line.strip() for line in pasted.splitlines() if line.strip()]
    if len(lines) < 2 or len(lines) > MOST_ENTRIES:
        return (without_mark(plain_blanks(" ".join(lines))),) if lines else ()
    marked = _BEFORE_EACH.match(lines[0]) is not None
    entries: list[str] = []
    for line in lines:
        found = _BEFORE_EACH.match(line) if marked else None
        if marked and found is None:
            entries[-1] = f"{entries[-1]} {line}"
        else:
            entries.append(line[found.end() :] if found else line)
    return tuple(plain_blanks(entry) for entry in entries)


def without_mark(text: str) -> str:
    """A pasted text without the sign of a list before it."""
    found = _BEFORE_ONE.match(text)
    return text[found.end() :] if found else text


def plain_blanks(text: str) -> str:
    """A pasted text with one space for each tab and each run of blanks; line ends stay."""
    text = _BLANKS.sub(" ", text)
    return _AROUND_LINE_END.sub("\n", text) if "\n" in text else text


def mark_in(text: str) -> str:
    """A sign of a list that was left in an answer ("•", "1)"), "" where there is none."""
    found = _LEFT.search(text)
    if found is None and text.count(")") > text.count("("):
        found = _NUMBER_LEFT.search(text)
    return found[0].strip() if found else ""


def has_wide_blanks(text: str) -> bool:
    """Whether a tab, or several blanks, stand in a text where the paper would show a gap."""
    return _WIDE.search(text) is not None
