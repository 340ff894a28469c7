"""The zip file that holds a paper: what any reader of zip files expects, and the same on every day and system."""

from __future__ import annotations

import zipfile
from io import BytesIO
from operator import attrgetter

from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.word.zip import packed, zipped

NAMES = st.text("abcXYZ/._-[]", min_size=1, max_size=20)


def as_we_write_it(entries: dict[str, bytes]) -> bytes:
    return zipped((name, packed(data)) for name, data in entries.items())


def as_the_library_writes_it(entries: dict[str, bytes]) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data)
    return written.getvalue()


ABOUT_AN_ENTRY = attrgetter(
    "filename", "date_time", "compress_type", "create_system", "create_version", "extract_version", "flag_bits",
    "external_attr", "CRC", "file_size",
)  # fmt: skip


def as_listed(data: bytes) -> list[object]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [ABOUT_AN_ENTRY(entry) for entry in archive.infolist()]


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(NAMES.filter(lambda name: not name.endswith("/")), st.binary(max_size=300), max_size=6))
def test_it_lists_its_entries_as_the_standard_library_does(entries: dict[str, bytes]) -> None:
    assert as_listed(as_we_write_it(entries)) == as_listed(as_the_library_writes_it(entries))


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(NAMES.filter(lambda name: not name.endswith("/")), st.binary(max_size=300), max_size=6))
def test_it_is_read_back_whole(entries: dict[str, bytes]) -> None:
    with zipfile.ZipFile(BytesIO(as_we_write_it(entries))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == entries
