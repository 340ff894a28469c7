"""Spacing where the template's words meet answers, and where an optional answer left a hole.

Only characters of the template are ever moved. Those of an answer, of a quotation or of a name come out as they are,
but for one: the full stop at the end of a quotation gives way to the mark with which the sentence around it goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from mundraft.document.tree import CitationMark, Inline, Inlines, Link, Origin, Run
from mundraft.templating.english import ends_in_abbreviation, ends_tellingly, without_stop_inside

_BLANK = " \t\n"
_CLOSING_MARKS = frozenset(",.;:)!?")
_BLANKS = re.compile(r"[\t\n][ \t\n]*| [ \t\n]+")
_OURS: Final = Origin.TEMPLATE  # looked up in an enumeration, it costs as much as all else that is asked of a stretch
_END_MARKS = ".!?…"
#: What a hardened line break of the template (a backslash at the end of its line) is called here.
LINE_BREAK = "\x0b"
_NO_SPACE_AFTER = _BLANK + LINE_BREAK + "("


@dataclass(slots=True)
class Stretch:
    """Words of one origin and one look inside a paragraph, or a citation mark when `mark` stands."""

    text: str
    origin: Origin = Origin.TEMPLATE
    bold: bool = False
    italic: bool = False
    url: str = ""
    mark: CitationMark | None = None

    @property
    def ours(self) -> bool:
        """Whether the characters are the template's, and so may be moved."""
        return self.origin is _OURS and self.mark is None

    def same_hand(self, other: Stretch) -> bool:
        """Whether other words can stand in the same run: of one origin and one look."""
        return (
            self.origin is other.origin
            and self.mark is None
            and self.bold == other.bold
            and self.italic == other.italic
            and self.url == other.url
        )


def spaced(stretches: Iterable[Stretch]) -> Inlines:
    """The inlines of one paragraph: the template's spaces and marks set right around what is there."""
    line = _Line()
    for stretch in stretches:
        if stretch.mark is not None:
            line.cite(stretch)
        elif stretch.origin is not _OURS:
            line.answer(stretch)
        else:
            line.template(stretch)
    line.end()
    return tuple([_inline(stretch) for stretch in line.done if stretch.text or stretch.mark])


class _Words(NamedTuple):
    """The template's words between two values: whether a space leads them, the closing mark that they begin with, if it
    is one, whether a space stands behind that, and the rest."""

    led: bool
    closing: str
    led_behind: bool
    text: str


@lru_cache(maxsize=1024)
def _taken_apart(text: str) -> _Words:
    """Words of the template, which says the same few hundred of them in every paper."""
    text = _BLANKS.sub(" ", text)
    led = text[:1] == " "
    text = text[led:]
    closing = text[:1] if text[:1] in _CLOSING_MARKS else ""
    text = text[len(closing) :]
    led_behind = bool(closing) and text[:1] == " "
    text = text[led_behind:].replace("( ", "(").replace(LINE_BREAK + " ", LINE_BREAK)
    return _Words(led, closing, led_behind, text)


def _inline(stretch: Stretch) -> Inline:
    if stretch.mark is not None:
        return stretch.mark
    text = stretch.text
    if LINE_BREAK in text and stretch.ours:
        text = text.replace(LINE_BREAK, "\n")
    if stretch.url:
        return Link(text, stretch.url, stretch.origin, stretch.italic)
    return Run(text, stretch.origin, stretch.bold, stretch.italic)


class _Line:
    """A paragraph while it is put together."""

    def __init__(self) -> None:
        self.done: list[Stretch] = []

    def answer(self, stretch: Stretch) -> None:
        if not stretch.text:
            return
        if self.done and self.done[-1].same_hand(stretch):
            self.done[-1].text += stretch.text
        else:
            self.done.append(stretch)

    def cite(self, stretch: Stretch) -> None:
        """A citation mark, with one space before it unless it opens the paragraph or a bracket."""
        if self._takes_space():
            self._put(" ", Stretch(""))
        self.done.append(stretch)

    def template(self, stretch: Stretch) -> None:
        words = _taken_apart(stretch.text)
        led, text = words.led, words.text
        if words.closing:
            if led and self._takes_space():
                self._put(" ", stretch)
            self._closing_mark(words.closing, stretch)
            led = words.led_behind
        if led and self._takes_space():
            text = " " + text
        if text:
            self._put(text, stretch)

    def _takes_space(self) -> bool:
        before = self._last_char()
        return before != "" and before not in _NO_SPACE_AFTER

    def end(self) -> None:
        self._drop_space()

    def _closing_mark(self, char: str, stretch: Stretch) -> None:
        """A mark with which the template goes on after an answer, or after a hole."""
        self._drop_space()
        if char == ")" and self._last_is_ours("("):
            self._drop_char()
            return
        if self._already_said(char) or self._said_in_quotation(char):
            return
        if self._last_is_ours(",;"):
            self._drop_char()
        self._put(char, stretch)

    def _already_said(self, char: str) -> bool:
        """Whether a mark after a join would double what stands before it, or would open a bracket or paragraph."""
        before = self._last_char(through_marks=True)
        if char == ".":
            return before in _END_MARKS and before != "" and not self._mark_after_abbreviation()
        return char in ",;" and (before in ("", "(") or self._last_is_ours(char))

    def _said_in_quotation(self, char: str) -> bool:
        """Whether a quotation that ends here says with its own mark that the sentence ends: “Who pays?”

        British usage puts inside what belongs to the quoted words, and the sentence's own mark behind them and their
        source, so that a full stop inside is taken out: “We shall pay” [2]."""
        quotation, cited = self._quotation_before()
        if quotation is None:
            return False
        if ends_tellingly(quotation.text):
            return char == "." and not cited
        quotation.text = without_stop_inside(quotation.text)
        return False

    def _quotation_before(self) -> tuple[Stretch | None, bool]:
        """The last words of a quotation that `quoted` made and that ends here, and whether its source is cited."""
        at, cited = len(self.done) - 1, False
        while at >= 0 and (self.done[at].mark is not None or not self.done[at].text.strip()):
            cited = cited or self.done[at].mark is not None
            at -= 1
        closed = at > 0 and self.done[at].ours and self.done[at].text.strip() == "”"
        words = self.done[at - 1] if closed else None
        return (words if words and words.origin is Origin.QUOTED else None), cited

    def _mark_after_abbreviation(self) -> bool:
        """Whether "the U.S. [1]" stands here: the full stop before the mark is not the sentence's."""
        return (
            len(self.done) > 1
            and self.done[-1].mark is not None
            and any(ends_in_abbreviation(stretch.text) for stretch in self.done[-3:-1] if stretch.text.strip())
        )

    def _put(self, text: str, like: Stretch) -> None:
        if self.done:
            last = self.done[-1]
            if last.origin is _OURS and last.same_hand(like):
                last.text += text
                return
        self.done.append(Stretch(text, _OURS, like.bold, like.italic, like.url))

    def _last_char(self, through_marks: bool = False) -> str:
        """The last character, "" at the start; a citation mark counts as one, unless it is looked through."""
        if self.done and not through_marks:
            last = self.done[-1]
            if last.mark is None and last.text:  # nearly always
                return last.text[-1]
        for stretch in reversed(self.done):
            if stretch.mark is None and stretch.text:
                text = stretch.text.rstrip(" ") if through_marks and stretch.ours else stretch.text
                if text:
                    return text[-1]
            elif stretch.mark is not None and not through_marks:
                return "]"
        return ""

    def _last_is_ours(self, chars: str) -> bool:
        while self.done and self.done[-1].ours:
            text = self.done[-1].text
            if text:
                return text[-1] in chars
            self.done.pop()
        return False

    def _drop_char(self) -> None:
        self.done[-1].text = self.done[-1].text[:-1]
        if not self.done[-1].text:
            self.done.pop()

    def _drop_space(self) -> None:
        if self._last_is_ours(" "):
            self._drop_char()
