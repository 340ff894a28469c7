"""A class's word list: names that are written with capitals, one a line, which the checks of an answer then know."""

from __future__ import annotations

from pathlib import Path

from mundraft.files.reading import read_capped
from mundraft.problems import Place, Problem, UnreadableFile
from mundraft.text.clean import clean

WORDS = "words.txt"
#: More than a class has time for; each is looked for in every answer.
MOST_WORDS = 500
#: In characters.
_LONGEST = 80
#: A file of more faults than these is no word list.
_MOST_TOLD = 10


def read_words(data: bytes, file: str) -> tuple[str, ...]:
    """The names in a word list; empty lines and lines that begin with # count for nothing. `file` is its path.

    Raises `UnreadableFile`, with each line that is no name."""
    try:
        lines = clean(data.decode("utf-8-sig")).split("\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableFile(
            Problem("words-not-utf8", "This word list is not UTF-8.", "Save it as UTF-8.", Place(file, line))
        ) from None
    problems: list[Problem] = []
    words: dict[str, None] = {}
    for number, written in enumerate(lines, 1):
        word = written.strip()
        if not word or word.startswith("#"):
            continue
        fault = _fault_of(word)
        if fault:
            problems.append(_told(fault, Place(file, number, 1, word[:_LONGEST])))
        words[word] = None
    if len(words) > MOST_WORDS:
        what = f"This word list has more than {MOST_WORDS} names."
        problems.append(Problem("words-too-many", what, "Keep those that students write small.", Place(file)))
    if problems:
        raise UnreadableFile(problems[:_MOST_TOLD])
    return tuple(words)


def words_in(folder: Path) -> tuple[str, ...]:
    """The names in the word list of a folder; none where there is no list, or it cannot be read."""
    path = folder / WORDS
    try:
        return read_words(read_capped(path, "word list"), str(path))
    except UnreadableFile:
        return ()


def _fault_of(word: str) -> str:
    if len(word) > _LONGEST or not word.isprintable():
        return f"A name has one line of up to {_LONGEST} characters that can be seen"
    if word == word.lower():
        return "This has no capital letter, and the list is of names that have one"
    return ""


def _told(fault: str, place: Place) -> Problem:
    next_step = "Write one name a line as it should stand in a paper: Sahel, MINUSMA."
    return Problem("words-no-name", f"{fault}.", next_step, place)
