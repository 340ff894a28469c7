"""Words as Markdown that reads back as the same words: the one place that escapes for Markdown.

Written for CommonMark 0.31, and for what GitHub's dialect and pandoc's add to it (tables, mathematics, footnotes,
definition lists, lettered lists, attributes, e-mail and web addresses that become links of themselves, emoji codes).
Only what could be read as markup is escaped, so that the file stays good to read.
"""

from __future__ import annotations

import re

_ANYWHERE = re.compile(
    r"""[\\`*_\[\]<~^$|{@#]      # marks of emphasis, code, links, tags, mathematics, tables, attributes, headings
    | &(?=\#?\w+;)               # an entity
    | !(?=\[|$)                  # an image, also where a link follows these words
    | :(?=//|[\w+-]+:)           # an address, an emoji code
    | (?<=\bwww)\.               # an address
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LINE_START = re.compile(
    r"""[-+=>:%]                 # bullets, underlines of headings, quotations, definitions, pandoc's title block
    """,
    re.VERBOSE,
)
_LIST_MARK = re.compile(r"^(\()?(\w+)([.)])(?=\s|$)")


def escaped(text: str) -> str:
    """Words escaped for the middle of a line. A newline in them stays a newline."""
    return _ANYWHERE.sub(r"\\\g<0>", text)


def escaped_line(line: str) -> str:
    """A whole line of already escaped words, made safe to stand at the start of a line."""
    line = line.strip(" \t")
    if _LINE_START.match(line):
        return "\\" + line
    return _LIST_MARK.sub(lambda mark: ("\\(" if mark[1] else "") + mark[2] + "\\" + mark[3], line)


def destination(address: str) -> str:
    """A web address as the target of a link."""
    return re.sub(r"[()\\]|&(?=#?\w+;)", r"\\\g<0>", address)
