"""A Word package as bytes that are the same every time: python-docx's parts, in its order, with a fixed date."""

from __future__ import annotations

import zipfile
from io import BytesIO

from docx.opc.constants import CONTENT_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PACKAGE_URI

# The first date that a zip file can hold, which every reader takes for "no date".
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def package_to_bytes(package: OpcPackage) -> bytes:
    """The package as a .docx. python-docx's own writer puts the time of writing into every entry; this does not."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = list(package.iter_parts())
        _add(archive, "[Content_Types].xml", _content_types([(part.partname, part.content_type) for part in parts]))
        _add(archive, PACKAGE_URI.rels_uri.membername, package.rels.xml)
        for part in parts:
            _add(archive, part.partname.membername, part.blob)
            if len(part.rels):
                _add(archive, part.partname.rels_uri.membername, part.rels.xml)
    return written.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes | str) -> None:
    entry = zipfile.ZipInfo(name, _NO_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # The system that wrote a zip is recorded in it; one value for all gives the same bytes on each of them.
    entry.create_system = 0
    archive.writestr(entry, data)


def _content_types(parts: list[tuple[str, str]]) -> str:
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="{_TYPES}">'
        f'<Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>{overrides}</Types>'
    )
