"""Reading what somebody names: whatever stands there, the program says so and never waits."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from mundraft.files.atomic import stamp_of
from mundraft.files.reading import read_capped
from mundraft.problems import UnreadableFile

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes with names of files")


def refused(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_capped(path, "paper")
    return caught.value.problems[0].told()


@needs_pipes
def test_a_pipe_that_nobody_writes_into_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "paper.yaml"
    os.mkfifo(pipe)
    assert "device or pipe" in refused(pipe)
    assert stamp_of(pipe) is None


@pytest.mark.skipif(sys.platform == "win32", reason="a device of Linux and macOS")
def test_a_device_that_never_ends_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "paper.yaml"
    link.symlink_to("/dev/zero")
    assert "device or pipe" in refused(link)


def test_a_folder_is_called_a_folder(tmp_path: Path) -> None:
    assert "[file-is-folder]" in refused(tmp_path)
