"""A novice's walk in a real terminal: every required answer typed, and the paper exported without a gap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="a pseudo-terminal is made with the standard library's pty: not on Windows")

from test_real_terminal import ENTER, F8, F9, Terminal

from mundraft.interview.interview import Interview
from mundraft.interview.states import Prompt
from mundraft.library.questions import Kind
from mundraft.library.search_path import default_library
from mundraft.paper.model import Paper
from mundraft.word.reader import paragraph_texts

ESCAPE = "\x1b"
ANSWERS = {
    Kind.COUNTRY: "Kenya",
    Kind.COMMITTEE: "UN Environment Assembly",
    Kind.INSTRUMENT: "Paris Agreement",
    Kind.ARTICLE: "8",
    Kind.NOUN_PHRASE: "waste from towns",
    Kind.VERB_PHRASE: "collect the waste of river towns",
    Kind.CLAUSE: "few towns collect their waste",
    Kind.SENTENCE: "Plastic reaches the rivers from towns without collection.",
    Kind.WORDS: "Plastic in rivers",
}


@pytest.fixture
def terminal(papers: Path, first_start: None) -> Iterator[Terminal]:
    opened = Terminal()
    yield opened
    opened.end()


def test_a_novice_answers_what_is_required_and_exports(terminal: Terminal, papers: Path) -> None:
    prompts = Interview(default_library().template("classic").definition, Paper()).prompts()
    terminal.shows("New paper")
    terminal.send("n")
    terminal.shows("Which kind of paper?")
    terminal.send(ENTER)
    for prompt in prompts:
        terminal.until(lambda prompt=prompt: _asks(terminal, prompt))
        if prompt.required:
            answer = ANSWERS[prompt.question.kind]
            terminal.send(answer)
            terminal.until(lambda answer=answer: answer.split()[0] in terminal.text())
        terminal.send(F8)
    required = sum(prompt.required for prompt in prompts)
    terminal.shows(f"{required} of {required} required questions are answered")
    terminal.send(ESCAPE)
    terminal.shows("nothing required is left")
    terminal.send(F9)
    terminal.shows("Word document")
    terminal.send(ENTER)
    terminal.shows("Wrote")
    (exported,) = papers.glob("*.docx")
    words = "\n".join(paragraph_texts(exported.read_bytes()))
    assert "Position Paper of Kenya" in words
    assert "Still to write" not in words
    terminal.send("\x11")
    assert terminal.wait() == 0


def _asks(terminal: Terminal, prompt: Prompt) -> bool:
    """Whether this question is the one on the screen, of this entry where there are several."""
    shown = " ".join(terminal.text().split())
    return " ".join(prompt.question.ask.split()) in shown and f"{prompt.entry_label} ·".lstrip() in shown
