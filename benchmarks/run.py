"""Measure mundraft against its peers, as ratios. See README.md in this folder for what each figure means."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
COMPILED = "--compiled" in sys.argv
VENV = PROJECT / (".venv-compiled" if COMPILED else ".venv")
if Path(sys.prefix) != VENV:  # any Python may begin this; the project's own measures
    if COMPILED:
        subprocess.run([sys.executable, str(PROJECT / "tools" / "compiled.py"), str(VENV)], check=True)
    if VENV.is_dir():
        os.execv(VENV / "bin" / "python", [VENV / "bin" / "python", *sys.argv])

sys.path.insert(0, str(Path(__file__).resolve().parent))

from harness import MUNDRAFT, PYTHON, ROOT, Pairing, first_text, in_turn, whole_process

HERE = Path(__file__).resolve().parent
PEERS = ROOT / ".venv-peers"


def bench_version(work: Path) -> None:
    program = [*MUNDRAFT, "--version"]
    pairing = in_turn(lambda: whole_process(program, work), lambda: whole_process([PYTHON, "-c", "pass"], work), 15)
    print(pairing.told("version", "<= 2"))


def bench_start(work: Path) -> None:
    _some_recent_papers(work)
    print(_start_against(work, [PYTHON, str(HERE / "bare_label.py")], "bare and ready").told("start", "<= 1.2"))


def bench_start_peer(work: Path) -> None:
    print(_start_against(work, [_peer("harlequin")], "Data Catalog").told("start-peer", "< 0.5"))


def _start_against(work: Path, peer: list[str], peer_text: str) -> Pairing:
    env = {"MUNDRAFT_HOME": str(work / "home"), "HOME": str(work)}
    return in_turn(lambda: first_text(MUNDRAFT, "New paper", env=env), lambda: first_text(peer, peer_text, env=env), 10)


def bench_interview(work: Path) -> None:
    from papers import long_paper, write

    paper = write(long_paper(), work / "long.yaml")
    env = {"MUNDRAFT_HOME": str(work / "home")}
    pairing = in_turn(
        lambda: first_text([*MUNDRAFT, str(paper)], "saved", env=env),
        lambda: first_text([PYTHON, str(HERE / "bare_label.py")], "bare and ready"),
        10,
    )
    print(pairing.told("interview", "<= 2"))


def bench_keys(work: Path) -> None:
    from typing_burst import typing_pairing

    print(typing_pairing(work).told("keys", "<= 1.25"))


def bench_one(work: Path) -> None:
    from papers import example, write

    paper = write(example(), work / "one.yaml")
    subprocess.run([*MUNDRAFT, "export", str(paper), "--to", "md", "-o", str(work / "one.md")], check=True, cwd=work)
    ours = [*MUNDRAFT, "export", str(paper), "-o", str(work / "one.docx"), "--force"]
    peer = [_pandoc(), str(work / "one.md"), "-o", str(work / "peer.docx")]
    pairing = in_turn(lambda: whole_process(ours, work), lambda: whole_process(peer, work), 15)
    print(pairing.told("one", "< 1"))
    print(pairing.told("one, cpu", "< 1", "processor"))
    print(pairing.told("one, memory", "<= 0.33", "memory"))


def bench_batch(work: Path) -> None:
    from papers import class_paper, write

    folder = work / "batch"
    folder.mkdir()
    for number in range(200):
        write(class_paper(number), folder / f"paper{number:03}.yaml")
    peer_python = str(Path(_peer("docxtpl", console=False)))
    peer = [peer_python, str(HERE / "batch_docxtpl.py"), str(folder), str(work / "slim.docx")]
    ours = [PYTHON, str(HERE / "batch_mundraft.py"), str(folder)]
    subprocess.run([*ours, "--make-peer-template", str(work / "slim.docx")], check=True)
    pairing = in_turn(lambda: whole_process(ours), lambda: whole_process(peer), 5)
    print(pairing.told("batch", "<= 0.5"))


def bench_class(work: Path) -> None:
    from batch import against_docxtpl

    against_docxtpl(work, _peer("docxtpl", console=False))


def bench_class_pandoc(work: Path) -> None:
    from batch import against_pandoc

    against_pandoc(work, _pandoc())


def bench_class_memory(work: Path) -> None:
    from batch import memory

    memory(work)


def bench_class_shell(work: Path) -> None:
    from batch import from_the_shell

    from_the_shell(work)


def bench_word(work: Path) -> None:
    from batch import word_step

    word_step(work, _peer("docxtpl", console=False))


def _some_recent_papers(work: Path) -> None:
    """A home screen with something on it, as it is on the second day."""
    from papers import example, write

    os.environ["MUNDRAFT_HOME"] = str(work / "home")
    from mundraft.desk.recent import RecentPapers

    recent = RecentPapers()
    for number in range(5):
        path = write(example(), work / f"recent{number}.yaml")
        recent.add(path, title="Ending the trafficking of children", seat="Mexico")


def _peer(package: str, *, console: bool = True) -> str:
    """A peer's program (or the Python that has it), in an environment of its own, installed on first use."""
    python = PEERS / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEERS)], check=True)
    program = PEERS / "bin" / package
    marker = PEERS / f"has-{package}"
    if not marker.exists():
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", package, "pyyaml"], check=True)
        marker.touch()
    return str(program if console else python)


def _pandoc() -> str:
    """The pandoc that `pypandoc_binary` brings, which is the same on every machine, unlike a system's."""
    python = _peer("pypandoc_binary", console=False)
    code = "import pypandoc; print(pypandoc.get_pandoc_path())"
    return subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


BENCHES: dict[str, Callable[[Path], None]] = {
    "version": bench_version,
    "start": bench_start,
    "start-peer": bench_start_peer,
    "interview": bench_interview,
    "keys": bench_keys,
    "one": bench_one,
    "batch": bench_batch,
    "class": bench_class,
    "class-pandoc": bench_class_pandoc,
    "class-memory": bench_class_memory,
    "class-shell": bench_class_shell,
    "word": bench_word,
}


def main() -> None:
    names = [word for word in sys.argv[1:] if word != "--compiled"] or list(BENCHES)
    if COMPILED:
        print("With the modules compiled that docs/compiled.md names:")
    for name in names:
        work = Path(tempfile.mkdtemp(prefix="mundraft-bench-"))
        try:
            BENCHES[name](work)
        finally:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
