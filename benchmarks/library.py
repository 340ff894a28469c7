"""How long the library takes to list and to search, in a process of its own; the peer reads one JSON file as large.

Times are counted from after the interpreter's start, so that importing the library is part of the first figure. Each
figure is the median of several processes; the cold figures are those of a first run, before there is any index.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 9

_OURS = """
import json, sys, time
from pathlib import Path
taken, begun = {}, time.perf_counter()
def lap(name):
    global begun
    now = time.perf_counter()
    taken[name], begun = (now - begun) * 1000, time.perf_counter()
from mundraft.library.search_path import default_library
library = default_library(beside=Path(sys.argv[1]))
library.countries(); lap("list of countries")
library.find_countries("kenya"); lap("first search")
library.find_countries("knya"); lap("first misspelt search")
library.find_countries("untied kingdm"); lap("misspelt search")
library.find_countries("rep"); lap("search")
library.find_instruments("rights of the child"); lap("first search of instruments")
library.find_instruments("convention against"); lap("search of instruments")
library.find_instruments("convnetion agianst"); lap("first misspelt search of instruments")
library.find_instruments("convnetion on the rigths"); lap("misspelt search of instruments")
library.find_provisions("abduction sale traffic"); lap("first search of provisions")
library.find_provisions("child labour"); lap("search of provisions")
library.participants("crc"); lap("all countries to one instrument")
library.participants("opsc"); lap("all countries to another")
library.standing("mexico"); lap("one country to all instruments, with its models")
library.standing("kenya"); lap("another country to all instruments")
print(json.dumps(taken))
"""
_PEER = """
import sys, time
begun = time.perf_counter()
import json
with open(sys.argv[1], "rb") as file:
    json.loads(file.read())
print(json.dumps({"plain JSON": (time.perf_counter() - begun) * 1000}))
"""


def _taken(code: str, argument: Path, home: Path) -> dict[str, float]:
    environment = {**os.environ, "MUNDRAFT_HOME": str(home), "PYTHONPYCACHEPREFIX": str(home / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    run = subprocess.run([sys.executable, "-c", code, str(argument)], capture_output=True, check=True, env=environment)
    return dict(json.loads(run.stdout))


def main() -> None:
    work = Path(tempfile.mkdtemp(prefix="mundraft-bench-"))
    try:
        _taken(_OURS, work, work)  # compiles the modules
        index = work / "state" / "library-index"
        cold = []
        for _ in range(3):
            shutil.rmtree(index)
            cold.append(_taken(_OURS, work, work))
        listed = next(index.glob("country_profiles-*-list.json"))
        warm, peer = [], []
        for _ in range(RUNS):
            warm.append(_taken(_OURS, work, work))
            peer.append(_taken(_PEER, listed, work))
        plain = statistics.median(one["plain JSON"] for one in peer)
        print(f"{'plain JSON of the same size':<48} {plain:8.1f} ms ({listed.stat().st_size // 1000} KB)")
        for name in warm[0]:
            known, new = (statistics.median(run[name] for run in runs) for runs in (warm, cold))
            print(f"{name:<48} {known:8.1f} ms  ratio {known / plain:6.2f}  cold {new:8.1f} ms")
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
