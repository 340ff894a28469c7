"""Paragraphs of one part of the package, as WordprocessingML text: the body, the notes, or the head of every page.

Word calls each of these a story. Each has relationships of its own, so each keeps the addresses that it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from mundraft.document.links import live_address
from mundraft.document.tree import CitationMark, Inline, Inlines, Link, Origin, Run, printed
from mundraft.word.direction import is_right_to_left, stretches
from mundraft.word.xml import run_xml

_GAP = '<w:rStyle w:val="MissingAnswer"/><w:highlight w:val="yellow"/>'
_LINK = '<w:rStyle w:val="Hyperlink"/>'
_BOLD_ITALIC = {
    (bold, italic): ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    for bold in (False, True)
    for italic in (False, True)
}
_MISSING = Origin.GAP


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
        words = tuple(printed(inlines))
        from_right = is_right_to_left("".join([inline.text for inline in words]))
        bidi = "<w:bidi/>" if from_right else ""
        runs = self._noted(inlines, from_right) if self._references else self._words(words, from_right)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{flow}{bidi}{setting}</w:pPr>{lead}{runs}</w:p>'

    def _noted(self, inlines: Inlines, from_right: bool) -> str:
        """Words with the marks of notes between them."""
        return "".join(
            self._marks(alike) if are_notes else self._words(printed(tuple(alike)), from_right)
            for are_notes, alike in groupby(inlines, _is_note)
        )

    def _marks(self, marks: Iterator[Inline]) -> str:
        known = self._references or {}
        numbers = [mark.note for mark in marks if isinstance(mark, CitationMark)]
        return self._between.join([known[number] for number in numbers if number in known])

    def _words(self, words: Iterable[Run | Link], from_right: bool) -> str:
        """Neighbours of one look as one run, whoever wrote them: fewer runs are easier to edit. Links stay apart."""
        done: list[str] = []
        alike: list[str] = []
        looks = ""
        for inline in words:
            own = _looks(inline)
            if alike and own != looks:
                done.append(_runs("".join(alike), looks, from_right))
                alike = []
            looks = own
            if isinstance(inline, Link) and looks.startswith(_LINK):
                done.append(self._link(inline, looks, from_right))
            else:
                alike.append(inline.text)
        if alike:
            done.append(_runs("".join(alike), looks, from_right))
        return "".join(done)

    def _link(self, link: Link, looks: str, from_right: bool) -> str:
        relation = self.links.setdefault(live_address(link.url), f"link{len(self.links) + 1}")
        return f'<w:hyperlink r:id="{relation}" w:history="1">{_runs(link.text, looks, from_right)}</w:hyperlink>'


def _is_note(inline: Inline) -> bool:
    return isinstance(inline, CitationMark) and inline.note > 0


def _looks(inline: Run | Link) -> str:
    """How an inline looks: the inside of its `w:rPr`, in the schema's order."""
    if isinstance(inline, Run):  # asked first, since nearly every inline is one
        if inline.origin is _MISSING:
            return _GAP
        return _BOLD_ITALIC[inline.bold, inline.italic] if inline.bold or inline.italic else ""
    return (_LINK if inline.text and live_address(inline.url) else "") + _BOLD_ITALIC[False, inline.italic]


def _runs(text: str, looks: str, from_right: bool) -> str:
    """Runs of one look, one for each stretch of one direction."""
    if text.isascii() and not from_right:
        return run_xml(text, looks)
    return "".join(
        [
            run_xml(stretch, looks + "<w:rtl/>" if stretch_from_right else looks)
            for stretch, stretch_from_right in stretches(text, from_right)
        ]
    )
