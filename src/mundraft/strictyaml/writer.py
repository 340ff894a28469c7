"""YAML written so that a person can read it and a diff shows what changed: block style, every scalar as text.

A small emitter of our own: the form is narrow, so it is shorter than steering a general one, and faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mundraft.text.clean import clean

_INDENT = "  "
#: A key longer than this is written in YAML's explicit form ("? key"); the short form ends at 1024 characters.
_LONGEST_KEY = 500

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_./-]*\Z")
# What a text may begin with and still stand without quotes.
_PLAIN_START = re.compile(r"[^\W_]|[(/+$£€“‘«¿¡]")
_NEEDS_QUOTES = re.compile(r": |:\Z| #|\s\Z|\t|[\n\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_READ_AS_NOTHING = frozenset(("null", "Null", "NULL"))
# Written as escapes in double quotes: what YAML calls a line break besides the newline, and what cannot be seen.
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')
_ONLY_IN_DOUBLE_QUOTES = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_NAMED_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
# A literal block would not show these, or would take them for its indentation; an editor may strip them.
_NOT_LITERAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]|[ \t](?:\n|\\Z)|\\A\\s|\n\t|\n\n\\Z")


def to_yaml(value: Mapping[str, Any]) -> str:
    """A mapping of strings, lists and mappings as YAML in block style, in the order given.

    Reading it back strictly gives the same mapping, each text as `clean(text)`. Numbers and truth values are written
    as text. Raises `TypeError` for anything else."""
    if not value:
        return "{}\n"
    return "".join(line + "\n" for line in _mapping_lines(value, ""))


def _mapping_lines(value: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, below in value.items():
        written = _key(key)
        if len(written) > _LONGEST_KEY:
            yield f"{indent}? {written}"
            head = f"{indent}:"
        else:
            head = f"{indent}{written}:"
        yield from _value_lines(head, below, indent)


def _value_lines(head: str, value: Any, indent: str) -> Iterator[str]:
    """The lines of one value; `head` is what stands before it on its first line ("key:" or "-")."""
    if isinstance(value, Mapping) and value:
        yield from _below(head, _mapping_lines(value, indent + _INDENT), indent)
    elif isinstance(value, Sequence) and not isinstance(value, str) and value:
        yield from _below(head, _sequence_lines(value, indent + _INDENT), indent)
    else:
        yield from _scalar_lines(head, value, indent)


def _below(head: str, lines: Iterator[str], indent: str) -> Iterator[str]:
    """A block below its head. What stands below a dash begins on the dash's own line."""
    if head.endswith("-") and head.lstrip() == "-":
        first = next(lines)
        yield f"{head} {first[len(indent) + len(_INDENT) :]}"
    else:
        yield head
    yield from lines


def _sequence_lines(value: Sequence[Any], indent: str) -> Iterator[str]:
    for item in value:
        yield from _value_lines(f"{indent}-", item, indent)


def _scalar_lines(head: str, value: Any, indent: str) -> Iterator[str]:
    text = _text_of(value)
    if isinstance(text, str) and "\n" in text and not _NOT_LITERAL.search(text):
        yield f"{head} |" if text.endswith("\n") else f"{head} |-"
        for line in text.removesuffix("\n").split("\n"):
            yield f"{indent}{_INDENT}{line}" if line else ""
    else:
        yield f"{head} {_scalar(value)}"


def _text_of(value: Any) -> str | None:
    return clean(value) if isinstance(value, str) else None


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return _quoted_if_needed(clean(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, Sequence):
        return "[]"
    raise TypeError(f"cannot be written as YAML: {type(value).__name__}")


def _key(key: str) -> str:
    return key if _PLAIN_KEY.match(key) and key not in _READ_AS_NOTHING else _quoted(clean(key))


def _quoted_if_needed(text: str) -> str:
    plain = _PLAIN_START.match(text) and not _NEEDS_QUOTES.search(text) and text not in _READ_AS_NOTHING
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    if ('"' in text or "\\" in text) and not _ONLY_IN_DOUBLE_QUOTES.search(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    return _NAMED_ESCAPES.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}")
