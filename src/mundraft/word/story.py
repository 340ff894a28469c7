"""Paragraphs of one part of the package, as WordprocessingML text: the body, the notes, or the head of every page.

Word calls each of these a story. Each has relationships of its own, so each keeps the addresses that it leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import TypeAlias

from mundraft.document.line_ends import held_together
from mundraft.document.links import live_address
from mundraft.document.tree import CitationMark, Inline, Inlines, Link, Origin, Words
from mundraft.word.direction import is_right_to_left, stretches
from mundraft.word.xml import bare_run_xml, is_bare, run_xml

_GAP = '<w:rStyle w:val="MissingAnswer"/><w:highlight w:val="yellow"/>'
_LINK = '<w:rStyle w:val="Hyperlink"/>'
_BOLD_ITALIC = {
    (bold, italic): ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    for bold in (False, True)
    for italic in (False, True)
}
_MISSING = Origin.GAP
#: Writes a text and how it looks (the inside of a `w:rPr`, in the schema's order) as runs.
_AsRuns: TypeAlias = Callable[[str, str], str]


class Story:
    """Writes paragraphs; `links` tells afterwards under which relationship id the part leads to each address."""

    def __init__(self, references: Mapping[int, str] | None = None, between: str = "") -> None:
        """`references` are the marks of the notes that the words may point at, as XML by the number of the note, and
        `between` is what parts two of them that meet: 2 and 3 would be read as 23."""
        self.links: dict[str, str] = {}
        self._references = references
        self._between = between

    def paragraph(self, style: str, inlines: Inlines, flow: str = "", setting: str = "", lead: str = "") -> str:
        """A paragraph in a style. `flow` and `setting` are what its `w:pPr` holds before and after the direction, in
        the schema's order; `lead` are runs that stand before its words."""
        words = held_together(inlines)
        text = _text(words)
        from_right, as_runs = _set(text)
        bidi = "<w:bidi/>" if from_right else ""
        runs = self._noted(inlines, as_runs) if self._references else self._words(words, text, as_runs)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{flow}{bidi}{setting}</w:pPr>{lead}{runs}</w:p>'

    def _noted(self, inlines: Inlines, as_runs: _AsRuns) -> str:
        """Words with the marks of notes between them."""
        done: list[str] = []
        for are_notes, alike in groupby(inlines, _is_note):
            if are_notes:
                done.append(self._marks(alike))
            else:
                words = held_together(tuple(alike))
                done.append(self._words(words, _text(words), as_runs))
        return "".join(done)

    def _marks(self, marks: Iterator[Inline]) -> str:
        known = self._references or {}
        numbers = [mark.note for mark in marks if isinstance(mark, CitationMark)]
        return self._between.join([known[number] for number in numbers if number in known])

    def _words(self, words: Words, text: str, as_runs: _AsRuns) -> str:
        """Neighbours of one look as one run, whoever wrote them: fewer runs are easier to edit. Links stay apart.

        `text` is that of all the words: what looks alike is a stretch of it."""
        done: list[str] = []
        looks = ""
        begins = ends = 0
        for inline in words:
            address = ""
            if isinstance(inline, Link):
                address = live_address(inline.url) if inline.text else ""
                own = (_LINK if address else "") + _BOLD_ITALIC[False, inline.italic]
            else:
                _, origin, bold, italic = inline
                own = _GAP if origin is _MISSING else _BOLD_ITALIC[bold, italic] if bold or italic else ""
            if address or own != looks:
                if begins < ends:
                    done.append(as_runs(text[begins:ends], looks))
                begins, looks = ends, own
            ends += len(inline.text)
            if address:
                done.append(self._link(address, as_runs(inline.text, own)))
                begins, looks = ends, ""
        if begins < ends:
            done.append(as_runs(text[begins:ends], looks))
        return "".join(done)

    def _link(self, address: str, runs: str) -> str:
        relation = self.links.setdefault(address, f"link{len(self.links) + 1}")
        return f'<w:hyperlink r:id="{relation}" w:history="1">{runs}</w:hyperlink>'


def _text(words: Words) -> str:
    return "".join([inline.text for inline in words])


def _is_note(inline: Inline) -> bool:
    return isinstance(inline, CitationMark) and inline.note > 0


def _set(text: str) -> tuple[bool, _AsRuns]:
    """Whether a paragraph of this text runs from the right, and what writes a stretch of it."""
    if is_bare(text):  # as nearly every paragraph is
        return False, bare_run_xml
    return (True, _runs_from_right) if is_right_to_left(text) else (False, _runs)


def _runs(text: str, looks: str, from_right: bool = False) -> str:
    """Runs of one look, one for each stretch of one direction."""
    return "".join(
        [
            run_xml(stretch, looks + "<w:rtl/>" if stretch_from_right else looks)
            for stretch, stretch_from_right in stretches(text, from_right)
        ]
    )


def _runs_from_right(text: str, looks: str) -> str:
    return _runs(text, looks, from_right=True)
