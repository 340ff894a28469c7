"""A Word package as bytes that are the same every time: python-docx's parts, in its order, and no date.

All of a package but a few parts is the same for every paper of one shape. A `Shell` is that: made once of a python-docx
package, compressed once, and filled with the words of each paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from docx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.rel import Relationships

from mundraft.word.zip import Packed, packed, zipped

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


class Written(NamedTuple):
    """A part that is written for each paper: its XML, and the addresses that it leads to with their relationships."""

    xml: bytes
    links: Mapping[str, str] = {}


class _Part(NamedTuple):
    """One part of a shell: packed, or None where it is written for each paper; and its relations to other parts."""

    name: str
    content: Packed | None
    relations_name: str
    relations: str


class Shell(NamedTuple):
    """A package without the parts that each paper writes: whose names are those of `PackURI.membername`."""

    head: tuple[tuple[str, Packed], ...]
    parts: tuple[_Part, ...]

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
                yield part.relations_name, _relations(_links(own.links) + part.relations)


_NOTHING_WRITTEN = Written(b"")


def shell_of(package: OpcPackage) -> Shell:
    """The shell of a package. Its parts without content are those that each paper writes."""
    parts = list(package.iter_parts())
    types = _content_types(tuple((part.partname, part.content_type) for part in parts))
    head = (
        ("[Content_Types].xml", packed(types)),
        (PACKAGE_URI.rels_uri.membername, _relations(_to_parts(package.rels, PACKAGE_URI.baseURI))),
    )
    return Shell(
        head,
        tuple(
            _Part(
                part.partname.membername,
                packed(part.blob) if part.blob else None,
                part.partname.rels_uri.membername,
                _to_parts(part.rels, part.partname.baseURI),
            )
            for part in parts
        ),
    )


@lru_cache(maxsize=32)
def _relations(written: str) -> Packed:
    """A part of relations. Many papers have the same: those that lead nowhere."""
    head = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    return packed(
        f'{head}<Relationships xmlns="{NAMESPACE.OPC_RELATIONSHIPS}">{written}</Relationships>'.encode(), once=True
    )


def _to_parts(relations: Relationships, base: str) -> str:
    """What a part is related to inside the package, in python-docx's order and form."""
    return "".join(
        f"<Relationship Id={quoteattr(one.rId)} Type={quoteattr(one.reltype)} "
        f"Target={quoteattr(_reference(one.target_part.partname, base))}/>"
        for one in relations.values()
    )


def _links(links: Mapping[str, str]) -> str:
    return "".join(
        [
            f'<Relationship Id="{link_id}" Type="{RELATIONSHIP_TYPE.HYPERLINK}" '
            f'Target={quoteattr(address)} TargetMode="External"/>'
            for address, link_id in links.items()
        ]
    )


def _reference(part: PackURI, base: str) -> str:
    """How a part is named from a folder of the package."""
    reference: str = part.relative_ref(base)
    return reference


def _content_types(parts: tuple[tuple[str, str], ...]) -> bytes:
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="{_TYPES}">'
        f'<Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>{overrides}</Types>'
    ).encode()
