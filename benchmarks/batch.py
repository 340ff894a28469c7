"""A class's papers to Word, two processes each: against docxtpl and pandoc, the Word step alone, and the memory.

Linux and macOS: the program is run in a pseudo-terminal, so that its bar is drawn; memory is read from /proc."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harness import MUNDRAFT, PYTHON, Pairing, Sample, Terminal, in_turn

HERE = Path(__file__).resolve().parent
#: Pandoc is started anew for every paper and takes long: fewer papers, and the time of one is told.
PANDOC_PAPERS = 60


class Class:
    """Papers unlike each other in a folder, the same words for the peers, and places for what is made."""

    def __init__(self, work: Path, papers: int) -> None:
        from papers import unlike_paper, write

        self.work, self.papers, self.folder = work, papers, work / f"class{papers}"
        self.folder.mkdir()
        for number in range(papers):
            write(unlike_paper(number), self.folder / f"paper{number:04}.yaml")

    def export(self, *, jobs: int = 2) -> Sample:
        """The program in a terminal, from its start to its end, into a folder that is still empty."""
        out = Path(f"{self.folder}-out-{time.monotonic_ns()}")
        home = {"MUNDRAFT_HOME": str(self.work / "home")}
        words = ["export", str(self.folder), "--to", "docx", "--out-dir", str(out), "--jobs", str(jobs)]
        sample = in_terminal([*MUNDRAFT, *words], home)
        assert len(list(out.glob("*.docx"))) == self.papers
        return sample

    def texts(self) -> Path:
        """Every paper's finished paragraphs as JSON, for peers that are to write the same words."""
        made = self.work / f"texts{self.papers}.json"
        if not made.exists():
            subprocess.run([PYTHON, str(HERE / "batch_texts.py"), str(self.folder), str(made)], check=True)
        return made


def in_terminal(command: list[str], env: dict[str, str]) -> Sample:
    """Run a program in a terminal to its end: its seconds, those of the processor, and the peak memory of all its
    processes together (MiB)."""
    terminal = Terminal(command, 100, 30, env)
    peaks: dict[int, float] = {}
    looked = 0.0
    while True:
        terminal.read(0.02)
        ended, status, usage = os.wait4(terminal.pid, os.WNOHANG)
        if ended:
            break
        if time.perf_counter() - looked > 0.05:
            looked = time.perf_counter()
            for process, peak in _peaks(terminal.pid):  # one that has just ended tells 0
                peaks[process] = max(peak, peaks.get(process, 0.0))
    seconds = time.perf_counter() - terminal.begun
    os.close(terminal.fd)
    if status != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {status}: {terminal.raw[-500:]!r}")
    assert b"[#" in terminal.raw, "the bar was drawn"
    return Sample(seconds, sum(peaks.values()), usage.ru_utime + usage.ru_stime)


def _peaks(pid: int) -> Iterator[tuple[int, float]]:
    """The peak memory of a process and of those that it started, where the system tells it."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        peak = next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
        yield pid, peak
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _peaks(int(child))
    except OSError:
        return


def against_docxtpl(work: Path, peer_python: str, papers: int = 1000, runs: int = 5) -> None:
    """From paper files to Word with a bar, against docxtpl that has its data in memory when its clock begins."""
    room = Class(work, papers)
    peer = docxtpl(room, peer_python, "folder")
    pairing = in_turn(room.export, peer, runs)
    print(_told(pairing, "class", "<= 0.5"))
    print(pairing.told("class, cpu", "<= 0.5", "processor"))


def word_step(work: Path, peer_python: str, papers: int = 300, runs: int = 7) -> None:
    """From a document in memory to the bytes of a Word file, in one process each."""
    room = Class(work, papers)
    ours = _own_clock([PYTHON, str(HERE / "batch_texts.py"), str(room.folder), "--time-word"])
    print(_told(in_turn(ours, docxtpl(room, peer_python, "memory"), runs), "word step", "<= 0.25"))


def against_pandoc(work: Path, pandoc: str, papers: int = 1000, runs: int = 3) -> None:
    """The seconds of one paper: `papers` of ours, and fewer of pandoc, two at once, from Markdown to Word."""
    room = Class(work, papers)
    markdown = work / "markdown"
    few = Class(work, PANDOC_PAPERS)
    words = ["export", str(few.folder), "--to", "md", "--out-dir", str(markdown)]
    subprocess.run([*MUNDRAFT, *words], check=True, stdout=subprocess.DEVNULL)
    texts = sorted(markdown.glob("*.md"))

    def one(text: Path) -> None:
        subprocess.run([pandoc, str(text), "-o", str(text.with_suffix(".docx"))], check=True)

    def peer() -> Sample:
        begun, used = time.perf_counter(), os.times()
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(one, texts))
        seconds, now = time.perf_counter() - begun, os.times()
        processor = now.children_user + now.children_system - used.children_user - used.children_system
        return Sample(seconds / len(texts), processor=processor / len(texts))

    def ours() -> Sample:
        sample = room.export()
        return Sample(sample.seconds / papers, processor=sample.processor / papers)

    pairing = in_turn(ours, peer, runs)
    print(pairing.told("pandoc", "<= 0.05"))
    print(pairing.told("pandoc, cpu", "<= 0.05", "processor"))


def memory(work: Path, sizes: tuple[int, ...] = (100, 500, 1000)) -> None:
    """The peak of the memory of all processes together, as the class grows. What is kept of papers (words measured,
    blocks made) fills up over the first few hundred; after that nothing may grow: the ratio is of the last two."""
    rooms = {size: Class(work, size) for size in sizes}
    peaks = {size: statistics.median(room.export().memory for _ in range(2)) for size, room in rooms.items()}
    told = ", ".join(f"{size} papers {peak:.0f} MiB" for size, peak in peaks.items())
    print(f"class memory  {told}: ratio {peaks[sizes[-1]] / peaks[sizes[-2]]:.2f}  goal <= 1.1")


def from_the_shell(work: Path, papers: int = 200, runs: int = 5) -> None:
    """`export` and `check` of a folder as a teacher types them, and of thirty papers: in seconds."""
    for size, goals in ((papers, (3, 5)), (30, (1, 1.5))):
        folder = Class(work, size).folder
        for command, goal in zip(("export", "check"), goals, strict=True):
            seconds = []
            for run in range(runs + 1):
                words = [command, str(folder), *(["--out-dir", f"{folder}-{run}"] if command == "export" else [])]
                begun = time.perf_counter()
                env = {**os.environ, "MUNDRAFT_HOME": str(work / "home")}
                subprocess.run([*MUNDRAFT, *words], check=True, stdout=subprocess.DEVNULL, env=env)
                seconds.append(time.perf_counter() - begun)
            print(f"{command} {size:4} papers: {statistics.median(seconds[1:]):.2f} s  goal {goal} s")


def docxtpl(room: Class, peer_python: str, into: str) -> Callable[[], Sample]:
    """The peer with the papers' paragraphs in memory: two processes `into` a "folder", or one into "memory"."""
    slim = room.work / "slim.docx"
    subprocess.run(
        [PYTHON, str(HERE / "batch_mundraft.py"), str(room.folder), "--make-peer-template", str(slim)], check=True
    )
    return _own_clock([peer_python, str(HERE / "class_docxtpl.py"), str(room.texts()), str(slim), into])


def _own_clock(command: list[str]) -> Callable[[], Sample]:
    """A program that says its own seconds, as it begins to count when it is ready."""

    def run() -> Sample:
        ended = subprocess.run(command, check=True, capture_output=True, text=True)
        told = json.loads(ended.stdout)
        return Sample(told["seconds"], processor=told.get("processor", 0.0))

    return run


def _told(pairing: Pairing, name: str, goal: str) -> str:
    return f"{pairing.told(name, goal)}  throughput {1 / pairing.ratio():.2f} times the peer's"


if __name__ == "__main__":
    sys.exit("Run: python benchmarks/run.py class class-pandoc class-memory class-shell word")
