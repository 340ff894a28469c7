"""Spacing where the template's words meet answers, and where an optional answer left a hole.

Only characters of the template are ever moved. Those of an answer, of a quotation or of a name come out as they are,
but for one: the full stop at the end of a quotation gives way to the mark with which the sentence around it goes on.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

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
#: More characters than any words of one hand have in a paragraph. What follows them stands beside them: to add to words
#: is to copy them.
_LONG: Final = 20_000
#: More marks and blanks than stand between words and what follows them: further back nothing is looked for, or each of
#: thousands of commas would look at thousands of marks.
_FAR: Final = 100

#: Whose words are, and their look: origin, bold, italic, the address that they lead to. A plain tuple, since one is
#: compared for every stretch of words.
Hand: TypeAlias = tuple[Origin, bool, bool, str]
PLAIN: Final[Hand] = (_OURS, False, False, "")


class Words(NamedTuple):
    """The template's words between two values: whether a space leads them, the closing mark that they begin with, if it
    is one, whether a space stands behind that, and the rest."""

    led: bool
    closing: str
    led_behind: bool
    text: str


@lru_cache(maxsize=1024)
def taken_apart(text: str) -> Words:
    """Words of the template, which says the same few hundred of them in every paper."""
    text = _BLANKS.sub(" ", text)
    led = text[:1] == " "
    text = text[led:]
    closing = text[:1] if text[:1] in _CLOSING_MARKS else ""
    text = text[len(closing) :]
    led_behind = bool(closing) and text[:1] == " "
    text = text[led_behind:].replace("( ", "(").replace(LINE_BREAK + " ", LINE_BREAK)
    return Words(led, closing, led_behind, text)


NO_WORDS: Final = taken_apart("")


class Spacer:
    """One paragraph while it is put together: words with their hands, and citation marks, which have no words.

    The words are kept in one list and their hands in another, in which a mark stands for itself: a paper has a thousand
    of them, and no object is made for any."""

    __slots__ = ("_hands", "_texts")

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._hands: list[Hand | CitationMark] = []

    def answer(self, text: str, hand: Hand) -> None:
        """Words that come out as they are."""
        hands = self._hands
        if hands and hands[-1] == hand and len(self._texts[-1]) < _LONG:
            self._texts[-1] += text
        elif text:
            self._texts.append(text)
            hands.append(hand)

    def cite(self, mark: CitationMark) -> None:
        """A citation mark, with one space before it unless it opens the paragraph or a bracket."""
        if self._takes_space():
            self.answer(" ", PLAIN)
        self._texts.append("")
        self._hands.append(mark)

    def template(self, words: Words, hand: Hand) -> None:
        """Words of the template, set right where they meet what stands here."""
        led, closing, led_behind, text = words
        if closing:
            if led and self._takes_space():
                self.answer(" ", hand)
            self._closing_mark(closing, hand)
            led = led_behind
        texts, hands = self._texts, self._hands
        if led and texts and (texts[-1][-1:] or self._last_char() or " ") not in _NO_SPACE_AFTER:
            text = " " + text
        if not text:
            return
        if hands and hands[-1] == hand and len(texts[-1]) < _LONG:  # as `answer`: a call of it would be half of this
            texts[-1] += text
        else:
            texts.append(text)
            hands.append(hand)

    def inlines(self) -> Inlines:
        """The paragraph, whole."""
        self._drop_space()
        made: list[Inline] = []
        new = tuple.__new__  # as `Run(…)` does, in half of its time
        for text, hand in zip(self._texts, self._hands, strict=True):
            if text:
                origin, bold, italic, url = hand  # type: ignore[misc]
                if origin is _OURS and LINE_BREAK in text:
                    text = text.replace(LINE_BREAK, "\n")  # noqa: PLW2901
                made.append(Link(text, url, origin, italic) if url else new(Run, (text, origin, bold, italic)))
            elif hand.__class__ is CitationMark:
                made.append(hand)
        return tuple(made)

    def _takes_space(self) -> bool:
        texts = self._texts
        return bool(texts) and (texts[-1][-1:] or self._last_char() or " ") not in _NO_SPACE_AFTER

    def _closing_mark(self, char: str, hand: Hand) -> None:
        """A mark with which the template goes on after an answer, or after a hole."""
        if self._texts and not self._is_ours(-1) and self._texts[-1][-1:].isalnum():  # nearly always
            self.answer(char, hand)
            return
        self._drop_space()
        if char == ")" and self._last_is_ours("("):
            self._drop_char()
            return
        if self._already_said(char) or self._said_in_quotation(char):
            return
        if self._last_is_ours(",;"):
            self._drop_char()
        self.answer(char, hand)

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
        at, cited = self._quotation_before()
        if at < 0:
            return False
        if ends_tellingly(self._texts[at]):
            return char == "." and not cited
        self._texts[at] = without_stop_inside(self._texts[at])
        return False

    def _quotation_before(self) -> tuple[int, bool]:
        """Where the last words stand of a quotation that `quoted` made and that ends here (-1: none does), and whether
        its source is cited."""
        at, cited = len(self._texts) - 1, False
        until = max(0, at - _FAR)
        while at >= until and (self._is_mark(at) or not self._texts[at].strip()):
            cited = cited or self._is_mark(at)
            at -= 1
        closed = at > 0 and self._is_ours(at) and self._texts[at].strip() == "”"
        return (at - 1 if closed and self._hands[at - 1][0] is Origin.QUOTED else -1), cited

    def _mark_after_abbreviation(self) -> bool:
        """Whether "the U.S. [1]" stands here: the full stop before the mark is not the sentence's."""
        last = len(self._texts) - 1
        return (
            last > 0
            and self._is_mark(last)
            and any(ends_in_abbreviation(text) for text in self._texts[-3:-1] if text.strip())
        )

    def _is_mark(self, at: int) -> bool:
        return self._hands[at].__class__ is CitationMark

    def _is_ours(self, at: int) -> bool:
        """Whether the characters are the template's, and so may be moved."""
        return self._hands[at][0] is _OURS

    def _last_char(self, through_marks: bool = False) -> str:
        """The last character, "" at the start; a citation mark counts as one, unless it is looked through."""
        for at in range(len(self._texts) - 1, max(-1, len(self._texts) - 1 - _FAR), -1):
            if self._is_mark(at):
                if not through_marks:
                    return "]"
            elif self._texts[at]:
                text = self._texts[at].rstrip(" ") if through_marks and self._is_ours(at) else self._texts[at]
                if text:
                    return text[-1]
        return ""

    def _last_is_ours(self, chars: str) -> bool:
        while self._texts and self._is_ours(-1):
            text = self._texts[-1]
            if text:
                return text[-1] in chars
            self._drop_last()
        return False

    def _drop_char(self) -> None:
        self._texts[-1] = self._texts[-1][:-1]
        if not self._texts[-1]:
            self._drop_last()

    def _drop_last(self) -> None:
        self._texts.pop()
        self._hands.pop()

    def _drop_space(self) -> None:
        if self._last_is_ours(" "):
            self._drop_char()
