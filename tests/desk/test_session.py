"""An open paper: what is typed is on the disk, whatever others and the disk do meanwhile."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mundraft.desk import session as session_module
from mundraft.desk.session import PaperSession
from mundraft.files.places import user_state
from mundraft.paper.address import value_at, with_entry, with_value
from mundraft.paper.file import paper_to_bytes, read_paper
from mundraft.paper.model import Paper, Solution
from mundraft.problems import CannotSave, UnknownName, UnreadableFile, WrongUse

DEFINITION = "topics/t1/answers/definition"


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:  # one of its own, which a test that undoes its faults leaves alone
        patch.setenv("MUNDRAFT_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "kenya.yaml"


@pytest.fixture
def session(path: Path) -> Iterator[PaperSession]:
    path.parent.mkdir()
    session = PaperSession.create(path, Paper(school="Northfield"))
    yield session
    session.close()


def typed(session: PaperSession, text: str, address: str = DEFINITION) -> None:
    session.put(with_value(session.paper, address, text))


def on_disk(path: Path) -> Paper:
    return read_paper(path.read_bytes(), str(path))


def definition(paper: Paper) -> str:
    said = value_at(paper, DEFINITION)
    return said.text if said else ""


def changed_elsewhere(path: Path, change: Callable[[Paper], Paper]) -> None:
    """Another program saves the file: long enough ago to be done with it."""
    path.write_bytes(paper_to_bytes(change(on_disk(path))))
    long_ago = time.time() - 60
    os.utime(path, (long_ago, long_ago))


def refuse_writes(monkeypatch: pytest.MonkeyPatch, number: int, folder: Path | None = None) -> None:
    """Every write (into one folder, or anywhere) fails with this error."""
    real = os.open

    def call(path: Any, flags: int, *args: Any, **kwargs: Any) -> int:
        if flags & os.O_WRONLY and (folder is None or Path(path).is_relative_to(folder)):
            raise OSError(number, os.strerror(number), str(path))
        return real(path, flags, *args, **kwargs)

    monkeypatch.setattr(os, "open", call)


# ---- saving ---------------------------------------------------------------------------------------------------------


def test_what_is_typed_is_in_memory_at_once_and_on_the_disk_after_a_save(session: PaperSession, path: Path) -> None:
    typed(session, "the sale of children")
    assert definition(session.paper) == "the sale of children"
    assert session.status.state == "unsaved"
    session.save()
    assert session.status.state == "saved"
    assert definition(on_disk(path)) == "the sale of children"


def test_a_save_is_due_after_a_pause_or_when_typing_goes_on_for_long(session: PaperSession, path: Path) -> None:
    begin = time.monotonic()
    typed(session, "a")
    session.save_if_due(begin + 0.1)
    assert definition(on_disk(path)) == ""
    session.save_if_due(time.monotonic() + session_module.PAUSE)
    assert definition(on_disk(path)) == "a"
    typed(session, "ab")
    since = time.monotonic()
    session._changed_at = since + 0.65  # a key a moment ago
    session.save_if_due(since + 0.66)
    assert definition(on_disk(path)) == "a"
    session.save_if_due(since + 0.71)
    assert definition(on_disk(path)) == "ab"


def test_nothing_is_written_when_nothing_changed(session: PaperSession, path: Path) -> None:
    before = path.stat()
    session.save()
    session.flush()
    typed(session, "a")
    typed(session, "")
    session.save()
    session.close()
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_file_written_by_hand_is_left_in_its_own_form_until_something_changes(path: Path) -> None:
    path.parent.mkdir()
    by_hand = b"# my notes\nmundraft: 1\ntopics:\n    - title: Trafficking\n"
    path.write_bytes(by_hand)
    session = PaperSession.open(path)
    session.save()
    session.close()
    assert path.read_bytes() == by_hand


def test_typing_never_waits_for_the_disk(session: PaperSession, monkeypatch: pytest.MonkeyPatch) -> None:
    in_write, go_on = threading.Event(), threading.Event()
    real = os.fsync

    def slow(descriptor: int) -> None:
        in_write.set()
        go_on.wait(10)
        real(descriptor)

    typed(session, "first")
    monkeypatch.setattr(os, "fsync", slow)
    saving = threading.Thread(target=session.save)
    saving.start()
    assert in_write.wait(10)
    typed(session, "first and second")  # the disk is held: this returns all the same
    assert session.status.state == "unsaved"
    go_on.set()
    saving.join()
    assert session.status.state == "unsaved"
    session.save()
    assert definition(on_disk(session.path)) == "first and second"


def test_closing_saves_and_may_be_done_twice(session: PaperSession, path: Path) -> None:
    typed(session, "the last words")
    session.close()
    session.close()
    assert definition(on_disk(path)) == "the last words"
    assert session.versions()[0].why == "as it was closed"


def test_closing_gives_up_on_a_disk_that_hangs(session: PaperSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_module, "CLOSING_PATIENCE", 0.01)
    go_on, held = threading.Event(), threading.Event()

    def hang() -> None:
        with session._disk:
            held.set()
            go_on.wait(10)

    thread = threading.Thread(target=hang)
    thread.start()
    assert held.wait(10)
    session.close()
    go_on.set()
    thread.join()


def test_a_save_that_is_interrupted_is_done_by_the_next(session: PaperSession, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    typed(session, "kept")
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        session.save()
    monkeypatch.undo()
    session.close()
    assert definition(on_disk(session.path)) == "kept"


def test_a_new_paper_never_replaces_a_file_nor_takes_a_reserved_name(session: PaperSession, path: Path) -> None:
    with pytest.raises(WrongUse):
        PaperSession.create(path, Paper())
    with pytest.raises(CannotSave) as refused:
        PaperSession.create(path.with_name("aux.yaml"), Paper())
    assert refused.value.problems[0].code == "save-name-refused"


def test_a_paper_too_large_to_be_opened_again_is_not_put_in_its_file(session: PaperSession, path: Path) -> None:
    typed(session, "x" * 2_100_000)
    session.save()
    assert session.status.state == "rescued"
    assert definition(on_disk(path)) == ""
    typed(session, "short again")
    session.save()
    assert definition(on_disk(path)) == "short again"


def test_a_paper_of_an_older_form_is_kept_as_it_was_before_it_is_written_anew(path: Path) -> None:
    path.parent.mkdir()
    old = b"schema: 1\npaper:\n  id: fji-seas\n  template: position-paper-classic\ntopic:\n  title: The high seas\n"
    path.write_bytes(old)
    session = PaperSession.open(path)
    assert "older form" in session.notices()[0]
    assert path.read_bytes() == old
    typed(session, "ours")
    session.close()
    assert on_disk(path).topics[0].title == "The high seas"
    (version,) = [version for version in session.versions() if version.special]
    assert session.history.read(version.id) == old


# ---- others change the file -----------------------------------------------------------------------------------------


def test_what_another_program_changed_is_merged_with_what_was_typed(session: PaperSession, path: Path) -> None:
    changed_elsewhere(path, lambda paper: with_value(paper, "school", "Southfield"))
    typed(session, "the sale of children")
    session.save()
    for paper in (session.paper, on_disk(path)):
        assert (paper.school, definition(paper)) == ("Southfield", "the sale of children")
    (notice,) = session.notices()
    assert "changed elsewhere" in notice
    assert session.outside_changes == 1


def test_an_answer_that_both_changed_stays_as_typed_and_the_other_is_in_the_history(
    session: PaperSession, path: Path
) -> None:
    changed_elsewhere(path, lambda paper: with_value(paper, DEFINITION, "theirs"))
    typed(session, "ours")
    session.save()
    assert definition(on_disk(path)) == "ours"
    (notice,) = session.notices()
    version = next(version for version in session.versions() if version.why == "from another program")
    assert "definition" in notice
    assert "in the history" in notice
    assert definition(session.version_paper(version.id)) == "theirs"


def test_the_other_version_goes_beside_the_paper_when_no_history_can_be_kept(
    session: PaperSession, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed_elsewhere(path, lambda paper: with_value(paper, DEFINITION, "theirs"))
    typed(session, "ours")
    refuse_writes(monkeypatch, errno.ENOSPC, user_state())
    session.save()
    assert definition(on_disk(path)) == "ours"
    (beside,) = [file for file in path.parent.iterdir() if file != path]
    assert definition(on_disk(beside)) == "theirs"
    assert beside.name in session.notices()[0]


def test_a_change_from_elsewhere_is_taken_in_where_nothing_was_typed(session: PaperSession, path: Path) -> None:
    changed_elsewhere(path, lambda paper: with_value(paper, DEFINITION, "theirs"))
    before = path.stat().st_mtime_ns
    session.refresh()
    assert definition(session.paper) == "theirs"
    assert path.stat().st_mtime_ns == before


def test_two_windows_can_write_in_one_paper(session: PaperSession, path: Path) -> None:
    other = PaperSession.open(path)
    assert "another window" in other.notices()[0]
    for number in range(4):
        typed(session, f"definition {number}")
        other.put(with_entry(other.paper, "topics/t1/solutions", Solution(id=f"o{number}", action=f"other {number}")))
        session.save()
        other.save()
    session.refresh()
    other.close()
    for paper in (session.paper, on_disk(path)):
        assert definition(paper) == "definition 3"
        assert [one.action for one in paper.topics[0].solutions] == [f"other {number}" for number in range(4)]


def test_two_windows_in_one_answer_are_told_once_and_do_not_flood_the_history(
    session: PaperSession, path: Path
) -> None:
    other = PaperSession.open(path)
    other.notices()
    for number in range(1, 7):
        typed(session, "one" * number)
        typed(other, "two" * number)
        session.save()
        other.save()
    assert len(other.notices()) == 1
    theirs = [version for version in session.versions() if version.why == "from another program"]
    assert 1 <= len(theirs) <= 4
    texts = [definition(session.version_paper(version.id)) for version in session.versions()]
    assert "one" * 6 in texts
    assert definition(on_disk(path)) == "two" * 6
    other.close()


def test_a_change_built_on_the_paper_before_a_merge_does_not_undo_the_merge(session: PaperSession, path: Path) -> None:
    stale = session.paper
    changed_elsewhere(path, lambda paper: with_value(paper, "school", "Southfield"))
    saving = threading.Thread(target=session.refresh)
    saving.start()
    saving.join()
    session.put(with_value(stale, DEFINITION, "typed"))
    session.put(with_value(with_value(stale, DEFINITION, "typed on"), "conference", "NMUN"))
    session.save()
    paper = on_disk(path)
    assert (paper.school, definition(paper), paper.conference) == ("Southfield", "typed on", "NMUN")


def test_words_typed_while_a_merge_was_being_written_are_kept(
    session: PaperSession, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed_elsewhere(path, lambda paper: with_value(paper, "school", "Southfield"))
    typed(session, "one")
    real = os.replace

    def type_meanwhile(*args: Any) -> None:
        monkeypatch.undo()
        typed(session, "one two")
        real(*args)

    monkeypatch.setattr(os, "replace", type_meanwhile)
    session.save()
    session.save()
    assert (on_disk(path).school, definition(on_disk(path))) == ("Southfield", "one two")


def test_an_answer_from_elsewhere_that_is_typed_over_at_once_is_in_the_history(
    session: PaperSession, path: Path
) -> None:
    stale = session.paper
    changed_elsewhere(path, lambda paper: with_value(paper, DEFINITION, "theirs"))
    saving = threading.Thread(target=session.refresh)
    saving.start()
    saving.join()
    session.put(with_value(stale, DEFINITION, "ours"))
    session.save()
    assert definition(on_disk(path)) == "ours"
    assert "theirs" in [definition(session.version_paper(version.id)) for version in session.versions()]


def test_a_file_that_is_half_written_is_left_alone_and_saved_when_it_is_whole(
    session: PaperSession, path: Path
) -> None:
    whole = path.read_bytes()
    half = b"mundraft: 1\ntopics:\n  - id: t1\n    title: [oh\n"
    path.write_bytes(half)
    os.utime(path, (1, 1))
    typed(session, "ours")
    session.save()
    assert path.read_bytes() == half
    assert session.status.state == "rescued"
    assert "cannot be read" in session.notices()[0]
    path.write_bytes(whole)
    os.utime(path, (1, 1))
    session.save()
    assert session.status.state == "saved"
    assert definition(on_disk(path)) == "ours"
    assert "works again" in " ".join(session.notices())


@pytest.mark.parametrize("left", [b"title: [oh", None], ids=["unreadable", "gone"])
def test_a_version_is_put_back_over_a_file_that_is_no_paper_any_more(
    session: PaperSession, path: Path, left: bytes | None
) -> None:
    typed(session, "ours")
    session.save()
    session.keep_version("as it was")
    wanted = session.versions()[0].id
    session.close()
    path.write_bytes(left) if left else path.unlink()
    again = PaperSession.open_at_version(path, wanted)
    again.close()
    assert again.status.state == "saved"
    assert definition(on_disk(path)) == "ours"
    kept = [again.history.read(version.id) for version in again.versions()]
    assert b"" not in kept
    assert left is None or left in kept


def test_no_version_is_put_over_what_is_no_file(session: PaperSession, path: Path) -> None:
    session.keep_version("as it was")
    session.close()
    path.unlink()
    path.mkdir()
    with pytest.raises(UnreadableFile, match="file-is-folder"):
        PaperSession.open_at_version(path, session.versions()[0].id)


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 5000, b"mundraft: 99\n", b"x" * 3_000_000],
    ids=["empty", "zeros", "newer version", "huge"],
)
def test_whatever_the_file_has_become_it_is_not_overwritten(session: PaperSession, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    os.utime(path, (1, 1))
    typed(session, "ours")
    session.close()
    assert path.read_bytes() == content
    assert session.status.state == "rescued"


def test_a_deleted_file_is_written_anew_and_that_is_said(session: PaperSession, path: Path) -> None:
    typed(session, "ours")
    path.unlink()
    session.save()
    assert definition(on_disk(path)) == "ours"
    assert "deleted" in session.notices()[0]


# ---- the disk fails -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_when_the_file_cannot_be_written_a_rescue_copy_is_and_both_are_said(
    session: PaperSession, path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refuse_writes(monkeypatch, number, path.parent)
    typed(session, "ours")
    session.save()
    assert session.status.state == "rescued"
    (rescue,) = (user_state() / "rescue").iterdir()
    assert definition(on_disk(rescue)) == "ours"
    assert str(rescue) in session.notices()[0]
    session.save()
    assert session.notices() == ()  # told once for each reason
    monkeypatch.undo()
    session.save()
    assert session.status.state == "saved"
    assert definition(on_disk(path)) == "ours"
    assert not rescue.exists()
    assert "works again" in session.notices()[0]


def test_a_folder_that_goes_and_comes_back_loses_nothing(session: PaperSession, path: Path) -> None:
    away = path.parent.rename(path.parent.with_name("unplugged"))
    typed(session, "while it was away")
    session.save()
    assert session.status.state == "rescued"
    assert "folder" in session.status.words
    away.rename(path.parent)
    session.save()
    assert definition(on_disk(path)) == "while it was away"


def test_a_failing_file_is_tried_with_growing_pauses_while_the_rescue_copy_keeps_up(
    session: PaperSession, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = time.monotonic()
    monkeypatch.setattr(session_module.time, "monotonic", lambda: clock)
    refuse_writes(monkeypatch, errno.ENOSPC, path.parent)
    tries = []
    real = session._file.write
    monkeypatch.setattr(session._file, "write", lambda paper: tries.append(clock) or real(paper))
    begin = clock
    for step in range(400):
        clock = begin + step * 0.1
        typed(session, f"at {step}")
        session.save_if_due(clock)
    pauses = [round(after - before) for before, after in itertools.pairwise(tries)]
    assert pauses == sorted(pauses)
    assert len(tries) < 8
    (rescue,) = (user_state() / "rescue").iterdir()
    assert int(definition(on_disk(rescue)).split()[1]) > 390


def test_when_even_the_rescue_fails_it_is_said_loudly_and_the_words_stay_in_memory(
    session: PaperSession, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_writes(monkeypatch, errno.ENOSPC)
    typed(session, "ours")
    session.save()
    assert session.status.state == "failed"
    assert "NOT SAVED" in session.status.words
    assert "NOTHING IS BEING SAVED" in session.notices()[0]
    assert definition(session.paper) == "ours"
    session.save()
    assert session.notices() == ()
    monkeypatch.undo()
    session.save_if_due(time.monotonic() + 60)
    assert session.status.state == "saved"
    assert definition(on_disk(path)) == "ours"


def test_a_fault_of_our_own_in_saving_still_leaves_a_rescue_copy(
    session: PaperSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("a fault of ours")

    typed(session, "ours")
    monkeypatch.setattr(session._file, "write", broken)
    session.save()
    assert session.status.state == "rescued"
    (rescue,) = (user_state() / "rescue").iterdir()
    assert definition(on_disk(rescue)) == "ours"


class Crash(BaseException):
    """The program ends here."""


CALLS = ("open", "write", "fsync", "replace")


def _fault(monkeypatch: pytest.MonkeyPatch, name: str, error: BaseException, at: int, *, once: bool) -> list[int]:
    """From the `at`-th such call on (or only there), a system call fails; returns a count of the calls."""
    real, calls = getattr(os, name), [0]

    def call(*args: Any, **kwargs: Any) -> Any:
        calls[0] += 1
        if calls[0] == at or (calls[0] > at and not once):
            raise error
        return real(*args, **kwargs)

    monkeypatch.setattr(os, name, call)
    return calls


LONG, SHORT = "a long paragraph " * 50, "a few words"


@pytest.fixture
def begun(tmp_path: Path) -> Callable[[], PaperSession]:
    """Papers with a long answer that has just been cut short: the next save keeps versions, writes and syncs."""
    numbers = itertools.count(1)

    def begin() -> PaperSession:
        path = tmp_path / f"paper{next(numbers)}.yaml"
        PaperSession.create(path, with_value(Paper(), DEFINITION, LONG)).close()
        session = PaperSession.open(path)
        typed(session, SHORT)
        return session

    return begin


def rescued_texts(session: PaperSession) -> list[str]:
    folder = session._shelf.folder
    return [definition(on_disk(file)) for file in folder.glob(f"{session.path.stem}-*.yaml")]


@pytest.mark.parametrize("once", [True, False], ids=["once", "from then on"])
@pytest.mark.parametrize("call", CALLS)
def test_a_fault_at_every_call_of_a_save_in_turn_loses_nothing(
    begun: Callable[[], PaperSession], monkeypatch: pytest.MonkeyPatch, call: str, once: bool
) -> None:
    errors = [OSError(number, os.strerror(number)) for number in (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO)]
    for at in itertools.count(1):
        session = begun()
        calls = _fault(monkeypatch, call, errors[at % 4], at, once=once)
        session.save()
        monkeypatch.undo()
        met = calls[0] >= at
        found = definition(on_disk(session.path))
        assert found in (LONG, SHORT)
        if found == LONG:
            assert met
            assert SHORT in rescued_texts(session) or session.status.state == "failed"
            assert session.status.state in ("rescued", "failed")
            assert definition(session.paper) == SHORT
        session.save()
        assert definition(on_disk(session.path)) == SHORT
        assert session.status.state == "saved"
        session.close()
        if not met:
            assert at > 3  # the paper and two versions of it were written, each with a fault
            return


@pytest.mark.parametrize("call", CALLS)
def test_a_crash_at_every_call_of_a_save_in_turn_leaves_a_whole_file(
    begun: Callable[[], PaperSession], monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    for at in itertools.count(1):
        session = begun()
        calls = _fault(monkeypatch, call, Crash(), at, once=True)
        with contextlib.suppress(Crash):
            session.save()
        monkeypatch.undo()
        assert definition(on_disk(session.path)) in (LONG, SHORT)
        PaperSession.open(session.path).close()  # as after a restart
        assert definition(session.paper) == SHORT
        session.save()
        assert definition(on_disk(session.path)) == SHORT
        session.close()
        if calls[0] < at:
            assert at > 3
            return


# ---- rescue copies of an earlier run --------------------------------------------------------------------------------


@pytest.fixture
def rescued(session: PaperSession, path: Path) -> PaperSession:
    """A paper opened again after a run in which its file could not be written."""
    with pytest.MonkeyPatch.context() as patch:
        refuse_writes(patch, errno.EROFS, path.parent)
        typed(session, "rescued words")
        session.close()
    return PaperSession.open(path)


def test_a_rescue_copy_is_offered_and_taken_and_the_present_paper_kept(rescued: PaperSession, path: Path) -> None:
    assert rescued.rescue_found
    assert definition(rescued.rescue_found.paper) == "rescued words"
    assert "rescue copy" in rescued.notices()[0]
    rescued.take_rescue()
    assert definition(on_disk(path)) == "rescued words"
    assert rescued.versions()[0].special
    rescued.close()
    assert PaperSession.open(path).rescue_found is None


def test_a_rescue_copy_that_is_taken_stays_where_its_words_cannot_be_written_elsewhere(
    rescued: PaperSession, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (path.parent, user_state() / "rescue"):
        refuse_writes(monkeypatch, errno.ENOSPC, folder)
    rescued.take_rescue()
    assert rescued.status.state == "failed"
    monkeypatch.undo()
    after_a_crash = PaperSession.open(path)
    assert after_a_crash.rescue_found
    assert definition(after_a_crash.rescue_found.paper) == "rescued words"


def test_a_rescue_copy_that_is_not_wanted_is_in_the_history(rescued: PaperSession, path: Path) -> None:
    rescued.drop_rescue()
    assert rescued.rescue_found is None
    (version,) = [version for version in rescued.versions() if version.why == "rescue copy"]
    assert definition(rescued.version_paper(version.id)) == "rescued words"
    rescued.close()
    assert PaperSession.open(path).rescue_found is None


def test_a_rescue_copy_not_decided_on_is_never_written_over(
    rescued: PaperSession, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_writes(monkeypatch, errno.EROFS, path.parent)
    typed(rescued, "newer words")
    rescued.close()
    monkeypatch.undo()
    kept = {definition(on_disk(file)) for file in (user_state_rescues(rescued))}
    assert kept == {"rescued words", "newer words"}


def user_state_rescues(session: PaperSession) -> list[Path]:
    return list(session._shelf.folder.glob("*.yaml"))


def test_a_paper_that_cannot_be_opened_names_what_is_kept_of_it(session: PaperSession, path: Path) -> None:
    typed(session, "ours")
    session.close()
    path.write_bytes(b"title: [oh")
    with pytest.raises(UnreadableFile) as unreadable:
        PaperSession.open(path)
    assert unreadable.value.problems[-1].code == "paper-versions-kept"


# ---- versions -------------------------------------------------------------------------------------------------------


def test_restoring_a_version_keeps_the_present_one_first(session: PaperSession, path: Path) -> None:
    session.keep_version("before another template")
    earlier = session.versions()[0]
    typed(session, "later words")
    session.restore(earlier.id)
    assert definition(on_disk(path)) == ""
    newest = session.versions()[0]
    assert newest.why == "before restoring"
    session.restore(newest.id)
    assert definition(session.paper) == "later words"


def test_restoring_without_a_way_to_keep_the_present_paper_is_refused(
    session: PaperSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.keep_version("before another template")
    typed(session, "later words")
    refuse_writes(monkeypatch, errno.ENOSPC, user_state())
    with pytest.raises(CannotSave):
        session.restore(session.versions()[0].id)
    assert definition(session.paper) == "later words"
    with pytest.raises(UnknownName):
        session.restore("nothing")


def test_a_long_text_that_is_cut_is_in_the_history(session: PaperSession) -> None:
    typed(session, "a long paragraph " * 50)
    session.save()
    typed(session, "oops")
    session.save()
    version = next(version for version in session.versions() if version.why == "before a cut")
    assert definition(session.version_paper(version.id)).startswith("a long paragraph")


def test_a_history_that_cannot_be_kept_does_not_stop_saving(
    session: PaperSession, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_writes(monkeypatch, errno.ENOSPC, user_state())
    typed(session, "ours")
    session.close()
    assert session.status.state == "saved"
    assert definition(on_disk(path)) == "ours"


def test_a_paper_that_is_renamed_takes_its_history_along(session: PaperSession, path: Path) -> None:
    typed(session, "ours")
    session.save()
    versions = session.versions()
    session.move_to(path.with_name("kenya climate.yaml"))
    assert not path.exists()
    assert session.versions() == versions
    typed(session, "on we go")
    session.close()
    assert definition(on_disk(path.with_name("kenya climate.yaml"))) == "on we go"
    with pytest.raises(WrongUse):
        session.move_to(path.parent)
