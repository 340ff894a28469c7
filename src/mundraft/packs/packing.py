"""The file of a pack: the same files give the same bytes, on every machine and at every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from mundraft.packs.manifest import MANIFEST

#: The first day that a zip archive can name: when and where a pack was made is nobody's business.
_NO_DAY = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644
_UNIX = 3


def packed(files: Mapping[str, bytes]) -> bytes:
    """The archive of a pack's files: the manifest first, then the others by name.

    Stored and not compressed, since every version of zlib compresses otherwise."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files, key=lambda name: (name != MANIFEST, name)):
            about = zipfile.ZipInfo(name, _NO_DAY)
            about.create_system, about.external_attr = _UNIX, _PLAIN_FILE << 16
            archive.writestr(about, files[name])
    return made.getvalue()
