"""A Word package as bytes that are the same every time: python-docx's parts, in its order, and no date.

All of a package but a few parts is the same for every paper of one shape. A `Shell` is that: made once of a python-docx
package (`building`), compressed once, and filled here with the words of each paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from mundraft.word.xml import escape
from mundraft.word.zip import Packed, packed, zipped

# As python-docx names them (`docx.opc.constants`), which is not loaded only for two addresses.
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


class Written(NamedTuple):
    """A part that is written for each paper: its XML, and the addresses that it leads to with their relationships."""

    xml: bytes
    links: Mapping[str, str] = {}


class ShellPart(NamedTuple):
    """One part of a shell: packed, or None where it is written for each paper; and its relations to other parts."""

    name: str
    content: Packed | None
    relations_name: str
    relations: str


class Shell(NamedTuple):
    """A package without the parts that each paper writes, whose names are those of the files inside it."""

    head: tuple[tuple[str, Packed], ...]
    parts: tuple[ShellPart, ...]

    def filled(self, written: Mapping[str, Written]) -> bytes:
        """The package as a .docx. python-docx's own writer puts the time of writing into every entry, and writes every
        part anew; this does not."""
        return zipped(self._members(written))

    def _members(self, written: Mapping[str, Written]) -> Iterator[tuple[str, Packed]]:
        yield from self.head
        for part in self.parts:
            own = written.get(part.name, _NOTHING_WRITTEN)
            yield part.name, part.content or packed(own.xml, once=True)
            if part.relations or own.links:
                yield part.relations_name, relations_part(_links(own.links) + part.relations)


_NOTHING_WRITTEN = Written(b"")


@lru_cache(maxsize=32)
def relations_part(relations: str) -> Packed:
    """A part of relations. Many papers have the same: those that lead nowhere."""
    head = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    return packed(f'{head}<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'.encode(), once=True)


def _links(links: Mapping[str, str]) -> str:
    return "".join(
        [
            f'<Relationship Id="{link_id}" Type="{_HYPERLINK}" Target="{escape(address)}" TargetMode="External"/>'
            for address, link_id in links.items()
        ]
    )
