"""Archives of strangers: what is plain is opened, and everything else refused with a message that names it."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.files.archives import Caps, read_archive
from mundraft.problems import UnreadableFile


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


FILES = {"[Content_Types].xml": b"<Types/>", "word/document.xml": "Ä".encode() * 500, "_rels/.rels": b""}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_plain_archive_gives_its_files_in_their_order(method: int) -> None:
    read = read_archive(zipped(FILES, method), "looks.docx", "Word document", Caps())
    assert list(read.items()) == list(FILES.items())


def test_sizes_are_those_that_come_out_and_not_those_that_are_claimed() -> None:
    caps = Caps(member=1_500, whole=2_000)
    with pytest.raises(
        UnreadableFile, match=r"'b' is too large: no pack holds .* more than 1\.5 kB, or .* 2 kB in all"
    ):
        read_archive(zipped({"a": bytes(1_200), "b": bytes(1_200)}), "x", "pack", caps)
    with pytest.raises(UnreadableFile, match="'a' is too large"):
        read_archive(zipped({"a": bytes(1_600)}), "x", "pack", caps)


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_archive_is_whole_or_refused(data: st.DataObject) -> None:
    """Whatever bytes are changed: the same files come out, or a message; and never another exception."""
    broken = bytearray(zipped(FILES))
    for _ in range(data.draw(st.integers(1, 4))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    try:
        read = read_archive(bytes(broken), "x", "pack", Caps())
    except UnreadableFile:
        return
    assert sorted(read.values()) == sorted(FILES.values())


@given(st.binary(max_size=200))
@settings(max_examples=30)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for data in (content, zipped(FILES) + content, content + zipped(FILES), zipped(FILES)[: len(content)]):
        if data != zipped(FILES):
            with pytest.raises(UnreadableFile):
                read_archive(data, "x", "pack", Caps())
