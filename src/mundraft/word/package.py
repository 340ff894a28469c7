"""A Word package as bytes that are the same every time: python-docx's parts, in its order, and no date."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from xml.sax.saxutils import quoteattr

from docx.opc.constants import CONTENT_TYPE, NAMESPACE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.rel import Relationships

from mundraft.word.zip import zipped

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def package_to_bytes(package: OpcPackage) -> bytes:
    """The package as a .docx. python-docx's own writer puts the time of writing into every entry; this does not."""
    return zipped(_entries(package))


def _entries(package: OpcPackage) -> Iterator[tuple[str, bytes]]:
    parts = list(package.iter_parts())
    yield "[Content_Types].xml", _content_types(tuple((part.partname, part.content_type) for part in parts))
    yield PACKAGE_URI.rels_uri.membername, _relationships(package.rels, PACKAGE_URI.baseURI)
    for part in parts:
        yield part.partname.membername, part.blob
        if len(part.rels):
            yield part.partname.rels_uri.membername, _relationships(part.rels, part.partname.baseURI)


def _relationships(relations: Relationships, base: str) -> bytes:
    """What a part is related to, in python-docx's order and form. Its own writer makes a tree for each of them, which
    took a sixth of writing a paper."""
    written = "".join(
        f"<Relationship Id={quoteattr(one.rId)} Type={quoteattr(one.reltype)} "
        + (
            f'Target={quoteattr(one.target_ref)} TargetMode="External"/>'
            if one.is_external
            else f"Target={quoteattr(_reference(one.target_part.partname, base))}/>"
        )
        for one in relations.values()
    )
    head = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    return f'{head}<Relationships xmlns="{NAMESPACE.OPC_RELATIONSHIPS}">{written}</Relationships>'.encode()


@lru_cache(maxsize=256)
def _reference(part: PackURI, base: str) -> str:
    """How a part is named from a folder of the package. The same few are, in every paper."""
    reference: str = part.relative_ref(base)
    return reference


def _content_types(parts: tuple[tuple[str, str], ...]) -> bytes:
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="{_TYPES}">'
        f'<Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>{overrides}</Types>'
    ).encode()
