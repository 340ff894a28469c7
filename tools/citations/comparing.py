"""Two wordings of the same citations laid side by side, and what differs counted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citations.by_pandoc import ByPandoc, Spans, by_pandoc
from citations.generating import MadeUpPaper
from mundraft.citation.style import Earlier, Mechanism, Style, Work
from mundraft.document.tree import Cited, Inlines, Link, Origin, Run


@dataclass(frozen=True)
class Compared:
    """One entry or one mark: what was made of it here and by pandoc, italics between underscores."""

    what: str
    ours: str
    pandocs: str
    works: int = 1
    #: whether a work among them has no title, so that a gap stands in it here
    untitled: bool = False

    @property
    def same(self) -> bool:
        return self.ours == self.pandocs


@dataclass(frozen=True)
class Comparison:
    """All of a paper's entries and marks, and whether its list stands in the same order."""

    entries: tuple[Compared, ...]
    marks: tuple[Compared, ...]
    order: Compared


def compare(papers: Sequence[MadeUpPaper], style: Style) -> list[Comparison]:
    """The citations of papers, in one style, by the project and by pandoc."""
    by_each = zip(papers, by_pandoc(papers, style.name), strict=True)
    return [_compared(paper, theirs, style) for paper, theirs in by_each]


def _compared(paper: MadeUpPaper, theirs: ByPandoc, style: Style) -> Comparison:
    listed = style.bibliography([Work(source) for source in paper.sources])
    entries = {entry.source: entry.inlines for entry in listed.entries}
    untitled = {source.id for source in paper.sources if not source.title}
    compared = [
        Compared(
            source.id,
            shown(_ours(entries.get(source.id, ()))),
            shown(theirs.entries.get(source.id, ())),
            untitled=not source.title,
        )
        for source in paper.sources
    ]
    marks = [
        Compared(
            f"mark {index}: {'; '.join(f'{c.source} {c.locator}'.strip() for c in mark)}",
            shown(_ours(ours, is_sentence=Mechanism.IN_TEXT not in style.mechanisms)),
            shown(its),
            len(mark),
            any(cited.source in untitled for cited in mark),
        )
        for index, (mark, ours, its) in enumerate(
            zip(paper.marks, _marks(paper.marks, style, paper), theirs.marks, strict=True), start=1
        )
    ]
    order = Compared("order", " ".join(entries), " ".join(theirs.entries))
    return Comparison(tuple(compared), tuple(marks), order)


def _marks(marks: Iterable[tuple[Cited, ...]], style: Style, paper: MadeUpPaper) -> list[Inlines]:
    listed = style.bibliography([Work(source) for source in paper.sources])
    if Mechanism.IN_TEXT in style.mechanisms:
        return [listed.mark(mark) for mark in marks]
    notes: dict[str, int] = {}
    said: list[Inlines] = []
    last: Cited | None = None
    for number, mark in enumerate(marks, start=1):
        said.append(listed.note(mark, Earlier(dict(notes), last)))
        for cited in mark:
            notes.setdefault(cited.source, number)
        last = mark[0] if len(mark) == 1 else None
    return said


def _ours(inlines: Inlines, is_sentence: bool = False) -> Spans:
    """The style's own wording. A gap is the program's word to whoever writes the paper, and no style has one: it is
    left out, with the mark that kept it from what follows."""
    said: list[tuple[str, bool]] = []
    after_gap = False
    for inline in inlines:
        if not isinstance(inline, Run | Link):
            continue
        if inline.origin is Origin.GAP:
            after_gap = True
            continue
        text = inline.text
        if after_gap and said and said[-1][0].endswith("; ") and text.startswith((")", ";", ".")):
            said[-1] = (said[-1][0].removesuffix("; "), said[-1][1])
        elif after_gap:
            text = text.lstrip(".,; ")
        said.append((text, inline.italic))
        after_gap = False
    if said and is_sentence and isinstance(inlines[0], Run) and inlines[0].origin is Origin.GAP:
        # What a gap kept from the beginning of the note begins it now.
        said[0] = (said[0][0][:1].upper() + said[0][0][1:], said[0][1])
    text = "".join(text for text, _ in said)
    if text in ("()", "", "."):
        return ()
    return tuple(said)


def shown(spans: Spans) -> str:
    """The text with italics between underscores, in one form: no-break spaces and curly apostrophes are plain ones.

    Italics are those of letters: a mark or a space between two words may be either.
    """
    pieces: list[str] = []
    italic = False
    for text, leaning in spans:
        for letter in unicodedata.normalize("NFC", text):
            if letter.isalnum() and leaning != italic:
                pieces.append("_")
                italic = leaning
            pieces.append(_PLAIN.get(letter, letter))
    return _EASTERN_STOP.sub("", " ".join("".join(pieces).split()))


#: The stop that pandoc puts behind a given name in Chinese, Japanese or Korean script, which is no initial.
_EASTERN_STOP = re.compile(r"(?<=[\u3040-\u9fff\uac00-\ud7af])\.(?=, | &| \()")
_PLAIN = {"…": "...", "\u00a0": " ", "\u202f": " ", "’": "'", "‘": "'"}
