"""The fingerprints of treaties: one 16-bit hash for each pair of neighbouring words, in the order of the text.

The file, in this order:

- the line `mundraft-fingerprints 1` and, on a line of its own, the CRC-32 of all that follows, in hexadecimal figures;
- one line of JSON: the treaties, each with `ref`, `title` and `articles` (number and count of words, in order);
- two bytes (little-endian) for each word of all treaties: the hash of that word and the next one of the same treaty.

Hashes avoid the surrogates and U+FFFF, so the whole can be held as a string whose characters are the hashes; searching
for a run of words is then `str.find`. The words themselves are not in the file."""

from __future__ import annotations

import json
import zlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mundraft.problems import MundraftError, Problem

FIRST_LINE = b"mundraft-fingerprints 1\n"
SHIPPED = Path(__file__).with_name("treaties.fingerprints")
PREAMBLE = "preamble"

GAP = "\uffff"  # The hash that no pair of words has.
_SURROGATES = 0xD800
_VALUES = 0xFFFF - 0x800


class UnreadableFingerprints(MundraftError):
    """The file of fingerprints is missing, damaged or of another version; the text says which and what to do."""


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty whose words can be checked: our id of the instrument, and its title as it stands in a sentence."""

    ref: str
    title: str


def pair_hash(first: str, second: str) -> str:
    """One character for two neighbouring words, the same on every system. The second is "" at the end of a treaty."""
    value = zlib.crc32(f"{first} {second}".encode()) % _VALUES
    return chr(value if value < _SURROGATES else value + 0x800)


class Fingerprints:
    """All treaties one after another. Positions count words from the start of the first treaty."""

    def __init__(self, treaties: Sequence[Treaty], articles: Sequence[tuple[int, str, int]], hashes: str) -> None:
        """`articles`: the treaty's place in the list, the article's number, and the position of its first word."""
        self.treaties = tuple(treaties)
        self.hashes = hashes
        self._thinned = {1: hashes}
        self._articles = tuple(articles)
        self._starts = [start for _, _, start in articles]
        self._begins = sorted({which: start for which, _, start in reversed(articles)}.values())

    def every(self, stride: int) -> str:
        """The hash of every second, fourth ... word alone: a shorter string to search."""
        if stride not in self._thinned:
            self._thinned[stride] = self.hashes[::stride]
        return self._thinned[stride]

    def spot(self, position: int) -> tuple[Treaty, str]:
        """The treaty and the number of the article in which a word stands ("preamble" before the first)."""
        treaty, number, _ = self._articles[bisect_right(self._starts, position) - 1]
        return self.treaties[treaty], number

    def numbers(self, start: int, end: int) -> tuple[str, ...]:
        """The numbers of the articles that the words from `start` up to `end` touch, in order."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1)
        return tuple(number for _, number, _ in self._articles[first:last])

    def bounds(self, position: int) -> tuple[int, int]:
        """From where to where the treaty goes in which a word stands."""
        which = bisect_right(self._begins, position)
        return self._begins[which - 1], self._begins[which] if which < len(self._begins) else len(self.hashes)

    def article_bounds(self, position: int) -> tuple[int, int]:
        """From where to where the article goes in which a word stands."""
        which = bisect_right(self._starts, position)
        return self._starts[which - 1], self._starts[which] if which < len(self._starts) else len(self.hashes)

    def articles(self, ref: str) -> tuple[str, ...]:
        """The numbers of all articles of a treaty, in order; none where its words cannot be checked."""
        return tuple(number for which, number, _ in self._articles if self.treaties[which].ref == ref)

    def treaty(self, ref: str) -> Treaty | None:
        """The treaty of this id, or None where its words cannot be checked."""
        return next((treaty for treaty in self.treaties if treaty.ref == ref), None)


def to_bytes(treaties: Sequence[tuple[Treaty, Sequence[tuple[str, Sequence[str]]]]]) -> bytes:
    """The file for these treaties: each with its articles, by number, their words as they are compared."""
    listed: list[dict[str, Any]] = []
    hashes: list[str] = []
    for treaty, articles in treaties:
        words = [word for _, of_article in articles for word in of_article]
        hashes.extend(map(pair_hash, words, [*words[1:], ""]))
        counts = [[number, len(of_article)] for number, of_article in articles]
        listed.append({"ref": treaty.ref, "title": treaty.title, "articles": counts})
    checked = json.dumps(listed, separators=(",", ":")).encode() + b"\n" + "".join(hashes).encode("utf-16-le")
    return FIRST_LINE + _check(checked) + checked


def _check(checked: bytes) -> bytes:
    return b"%08x\n" % zlib.crc32(checked)


def _bad(why: str) -> UnreadableFingerprints:
    return UnreadableFingerprints(
        Problem(
            code="fingerprints-unreadable",
            what=f"Quotations cannot be checked, since the fingerprints of the treaties cannot be read: {why}.",
            next_step="Install mundraft again. Everything else works without them.",
        )
    )


def from_bytes(data: bytes) -> Fingerprints:
    """The fingerprints in a file's bytes. Raises `UnreadableFingerprints` for anything that `to_bytes` has not made."""
    if not data.startswith(FIRST_LINE):
        raise _bad("the file is not one of fingerprints, or of another version")
    check, _, checked = data[len(FIRST_LINE) :].partition(b"\n")
    if check + b"\n" != _check(checked):
        raise _bad("a part of it is missing or changed")
    head, _, body = checked.partition(b"\n")
    try:
        treaties, articles, words = _listed(json.loads(head))
        hashes = body.decode("utf-16-le")
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise _bad("its list of treaties or its words are damaged") from fault
    if not articles or len(hashes) != words:
        raise _bad("it does not hold as many words as it lists")
    return Fingerprints(treaties, articles, hashes)


def _listed(listed: Any) -> tuple[list[Treaty], list[tuple[int, str, int]], int]:
    """The treaties, the articles with the position of their first words, and how many words there are."""
    treaties: list[Treaty] = []
    articles: list[tuple[int, str, int]] = []
    position = 0
    for which, treaty in enumerate(listed):
        treaties.append(Treaty(str(treaty["ref"]), str(treaty["title"])))
        for number, count in treaty["articles"]:
            articles.append((which, str(number), position))
            position += _count(count)
    return treaties, articles, position


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError("a count of words must be a whole number above nought")
    return value


def read(path: Path) -> Fingerprints:
    """The fingerprints in a file. Raises `UnreadableFingerprints`."""
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise _bad("the file is missing or cannot be opened") from fault
    return from_bytes(data)


@cache
def shipped() -> Fingerprints:
    """The fingerprints that ship, read once. Raises `UnreadableFingerprints`."""
    return read(SHIPPED)
