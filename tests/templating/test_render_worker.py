"""Templates that do not ship are rendered in a child process, with the same result and a deadline."""

import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mundraft.document.tree import CitationMark, Cited, Link, Origin, block_paragraphs
from mundraft.files import children
from mundraft.problems import TemplateFault
from mundraft.templating import wire
from mundraft.templating.engine import render
from mundraft.templating.leaf import Fragment, Leaf, record_of
from mundraft.templating.worker import RenderWorker, serve

SOURCE = """
## {{ title }}

{% block issue %}{{ a | sentence }} {{ link }}{{ ready }}

- {{ xs | series }}

> {{ a | quoted }}
{% endblock %}
{% block own %}{% endblock %}
"""
CONTEXT = {
    "title": "Title é \U0001f30d \u2028",
    "a": Leaf("*x*\n\ny\U000f0000", Origin.DELEGATE, (Cited("s", "art. 3", 2),)),
    "xs": [Leaf("p", Origin.DELEGATE, italic=True), "q"],
    "link": Leaf("UN", Origin.LIBRARY, url="https://un.org"),
    "ready": Fragment(("**b** ", Leaf("c", Origin.GAP))),
    "seat": record_of(name="Mexico", article=False, number=3, none=None),
}
OWN = {"own": (Leaf("mine", Origin.DELEGATE), Leaf("and", Origin.DELEGATE, (Cited("t"),)))}


@pytest.fixture(scope="module")
def child() -> Iterator[RenderWorker]:
    rendering = RenderWorker(deadline=20)
    yield rendering
    rendering.close()


def test_the_child_renders_exactly_what_this_process_would(child: RenderWorker) -> None:
    parts = child.render(SOURCE, "paper.md.j2", CONTEXT, OWN)
    assert parts == render(SOURCE, "paper.md.j2", CONTEXT, OWN)
    inlines = [item for part in parts for block in part.blocks for line in block_paragraphs(block) for item in line]
    assert any(isinstance(item, CitationMark) for item in inlines)
    assert any(isinstance(item, Link) for item in inlines)


def test_the_child_tells_the_same_problems(child: RenderWorker) -> None:
    for source in ("a\n{{ nam }}", "{{ 2 ** 3 }}", "{% for"):
        with pytest.raises(TemplateFault) as here:
            render(source, "paper.md.j2", CONTEXT)
        with pytest.raises(TemplateFault) as there:
            child.render(source, "paper.md.j2", CONTEXT)
        assert there.value.problems == here.value.problems


def test_a_child_past_its_deadline_is_killed_and_another_started(child: RenderWorker) -> None:
    hasty = RenderWorker(deadline=0.0)
    with pytest.raises(TemplateFault) as fault:
        hasty.render(SOURCE, "paper.md.j2", CONTEXT)
    assert fault.value.problems[0].code == "template-too-slow"
    hasty._deadline = 20
    assert hasty.render("{{ title }}", "t", CONTEXT) == render("{{ title }}", "t", CONTEXT)
    hasty.close()


def test_a_child_that_died_is_replaced() -> None:
    rendering = RenderWorker(deadline=20)
    rendering.render("a", "t", {})
    assert rendering._child is not None
    rendering._child.kill()
    assert rendering.render("a", "t", {}) == render("a", "t", {})
    rendering.close()


def test_a_child_that_ends_without_an_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "_START", "print('ready', flush=True); input()")
    with pytest.raises(TemplateFault) as fault:
        RenderWorker().render("a", "t", {})
    assert fault.value.problems[0].code == "template-failed"


def test_a_child_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "_START", "raise SystemExit(1)")
    with pytest.raises(TemplateFault) as fault:
        RenderWorker().render("a", "t", {})
    assert fault.value.problems[0].code == "template-no-child"
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(TemplateFault) as fault:
        RenderWorker().render("a", "t", {})
    assert fault.value.problems[0].code == "template-no-child"


def test_a_child_that_cannot_be_listened_to_is_told_and_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []
    start = children.started

    def noted(*what: str, **how: bool) -> subprocess.Popen[bytes]:
        begun.append(start(*what, **how))
        return begun[0]

    def refused(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(children, "started", noted)
    monkeypatch.setattr(threading.Thread, "start", refused)
    with pytest.raises(TemplateFault) as fault:
        RenderWorker().render("a", "t", {})
    assert fault.value.problems[0].code == "template-no-child"
    assert begun[0].poll() is not None


def test_threads_take_turns(child: RenderWorker) -> None:
    answers: dict[int, bool] = {}

    def ask(number: int) -> None:
        context = {"title": f"paper {number}"}
        answers[number] = child.render("{{ title }}", "t", context) == render("{{ title }}", "t", context)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert answers == dict.fromkeys(range(8), True)


def test_the_child_serves_line_by_line_and_ends_with_its_orders() -> None:
    orders = io.BytesIO(b'["a{{ x }}", "t", {"x": "b"}, {}]\n["{{ y }}", "t", {}, {}]\n')
    answers = io.BytesIO()
    thread = threading.Thread(target=serve, args=(orders, answers))
    thread.start()
    thread.join(30)
    ready, first, second = answers.getvalue().splitlines()
    assert ready == b"ready"
    assert wire.unpacked_parts(json.loads(first)["parts"]) == render("a{{ x }}", "t", {"x": "b"})
    assert wire.unpacked_problems(json.loads(second)["problems"])[0].code == "template-unknown-name"


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="Only POSIX has groups of processes")
def test_the_child_ends_with_the_group_of_the_process_that_renders(tmp_path: Path) -> None:
    """A worker of a class is killed with its group: a template that runs away below it must not go on alone."""
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom mundraft.templating.worker import RenderWorker\n"
        "worker = RenderWorker()\nworker.render('a', 't', {})\n"
        "Path(sys.argv[1]).write_text(str(worker._child._process.pid))\ntime.sleep(60)"
    )
    told = tmp_path / "pid"
    worker = subprocess.Popen([sys.executable, "-c", code, str(told)], process_group=0)
    until = time.monotonic() + 30
    while not (told.exists() and told.read_text()) and time.monotonic() < until:
        time.sleep(0.05)
    child = int(told.read_text())
    os.kill(child, signal.SIGSTOP)  # as one that will not look at its pipe again
    children.kill(worker)
    worker.wait()
    while _runs(child) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _runs(child)


def _runs(process: int) -> bool:
    """Whether a process is there and has not ended; where nobody waits for it, it stays listed as a zombie."""
    try:
        os.kill(process, 0)
        told = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return bool(told.stdout.strip()) and not told.stdout.startswith("Z")


@pytest.mark.parametrize(("platform", "hidden"), [("win32", True), ("linux", False), ("darwin", False)])
def test_windows_opens_no_window_for_the_child(platform: str, hidden: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}

    def refused(_command: list[str], **wanted: Any) -> None:
        asked.update(wanted)
        raise OSError

    monkeypatch.setattr(children.sys, "platform", platform)
    monkeypatch.setattr(children.subprocess, "Popen", refused)
    with pytest.raises(TemplateFault):
        RenderWorker().render("a", "t", {})
    assert bool(asked["creationflags"] & 0x08000000) is hidden


def test_importing_the_layer_loads_neither_jinja_nor_markdown() -> None:
    code = (
        "import sys, mundraft.templating.engine, mundraft.templating.worker, mundraft.templating.leaf, "
        "mundraft.templating.shapes; print(sorted({'jinja2', 'markdown_it', 'msgspec'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
