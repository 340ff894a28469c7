"""A previewed paper as a teacher reads it in a terminal: the parts' names in the margin, and what changed in them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from mundraft.cli.cards import WIDTH, paragraph
from mundraft.cli.running import say
from mundraft.document.length_now import length_in_words
from mundraft.text.changed_words import Kind, Piece
from mundraft.text.harmless import harmless

if TYPE_CHECKING:
    from mundraft.desk.previewing import ChangedPart, Previewed, PreviewedPart

#: The margin holds the name of a part and its words; a longer name stands on a line of its own.
_MARGIN = 18
_MADE_UP = "Its facts are made up: look at the sentences alone."
_NO_NAME = "(headings)"
#: A change of more words than this is shown by its beginning and its end.
_LONGEST = 60


def paper_lines(previewed: Previewed) -> Iterator[str]:
    """A whole paper: its length first, then part by part."""
    yield from paragraph(measured(previewed))
    if previewed.sample.is_made_up:
        yield _MADE_UP
    for part in previewed.parts:
        yield ""
        yield from _part_lines(part)


def heading(previewed: Previewed) -> str:
    """The paper by its name and what it is about."""
    sample = previewed.sample
    return harmless(sample.title if sample.title == sample.key else f"{sample.title} ({sample.key})")


def measured(previewed: Previewed) -> str:
    """The paper and its length in a line. No colon parts them: most titles have one."""
    return f"{heading(previewed)}, {_length(previewed)}"


def _length(previewed: Previewed) -> str:
    """How long the paper is, and what is missing in it, as the end of a sentence."""
    about = length_in_words(previewed.words, previewed.pages, previewed.most_words)
    if previewed.borderline:
        about += " (borderline)"
    if previewed.gaps:
        about += f", {previewed.gaps} answer{'s' if previewed.gaps > 1 else ''} still to write"
    return about + "."


def change_lines(changed: Iterable[ChangedPart]) -> Iterator[str]:
    """What changed, part by part: [-words that are gone-] and {+words that are new+}, in colours on a terminal."""
    for part in changed:
        grew = f", {part.grew:+d} words" if part.grew else ""
        yield f"{part.key or _NO_NAME}{grew}"
        for pieces in part.changes:
            yield from _coloured(paragraph(" ".join(_marked(piece) for piece in pieces), 4, 4))


def say_in_colours(lines: Iterable[str]) -> None:
    """Print lines of `change_lines`; colours only in a terminal."""
    for line in lines:
        if sys.stdout is not None and sys.stdout.isatty():
            click.echo(line)
        else:
            say(click.unstyle(line))


def _part_lines(part: PreviewedPart) -> Iterator[str]:
    """The part's name and words in the margin of its first lines."""
    budget = f" of {part.budget}" if part.budget else ""
    notes = [part.key, f"{part.words}{budget} words"] if part.key else []
    if part.key and len(part.key) >= _MARGIN:
        yield notes.pop(0)
    lines = [line for text in part.text.split("\n") for line in paragraph(text, width=WIDTH - _MARGIN)]
    lines += [""] * (len(notes) - len(lines))
    for number, line in enumerate(lines):
        note = notes[number] if number < len(notes) else ""
        yield f"{note:<{_MARGIN}}{line}".rstrip()


def _marked(piece: Piece) -> str:
    text = _shortened(piece.text)
    return {Kind.GONE: f"[-{text}-]", Kind.NEW: f"{{+{text}+}}"}.get(piece.kind, text)


def _shortened(text: str) -> str:
    words = text.split()
    half = _LONGEST // 2
    return text if len(words) <= _LONGEST else " ".join([*words[:half], "…", *words[-half:]])


def _coloured(lines: Iterable[str]) -> Iterator[str]:
    """The lines with their marked words in colours, which go on from line to line; the marks stay for who sees none."""
    colour: str | None = None
    for line in lines:
        shown = ""
        for piece in _at_marks(harmless(line)):
            colour = {"[-": "red", "{+": "green"}.get(piece, colour)
            shown += click.style(piece, fg=colour) if colour else piece
            colour = None if piece in ("-]", "+}") else colour
        yield shown


def _at_marks(line: str) -> Iterator[str]:
    """The line cut before and behind each mark."""
    return (piece for piece in re.split(r"(\[-|-\]|\{\+|\+\})", line) if piece)
