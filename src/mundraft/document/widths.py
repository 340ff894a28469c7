"""How wide words are in a font, and how many lines they fill."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mundraft.document.font_widths import FACES, Face

#: The font whose widths stand in for those of a font that is not known.
STANDARD = "times new roman"

# Han, kana, hangul and their punctuation: a line can be broken after each of them.
_FIRST_WIDE = "\u2e80"
_WIDE = f"{_FIRST_WIDE}-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\U00020000-\U0003134f"
# All blank space but newlines and what holds two words together (U+00A0, U+2007, U+202F), which is part of a word.
_BLANK = " \t\v\f\r\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
# A word up to a place where the line may be broken, and the blank space after it, which may hang over the edge.
_WORDS = re.compile(f"([^\n{_BLANK}–—-]*[–—-]*)([{_BLANK}]*)(\n?)")
_WORDS_WITH_WIDE = f"([{_WIDE}]|[^\n{_BLANK}{_WIDE}–—-]*[–—-]*)([{_BLANK}]*)(\n?)"
# Guesses in thousandths of the size for what no table holds: a whole square for Asian scripts, signs and emoji, nothing
# for what is set over another letter, and the width of an "n" for all other scripts.
_SQUARE, _NOTHING, _LETTER = 1000, 0, 500
# Word sets a tab stop every half inch; a tab inside a paragraph goes half of that on average.
_TAB = 1500
_MOST_WORDS_KEPT = 20_000


def is_known(font: str) -> bool:
    """Whether the font's widths are known, so that its pages can be estimated well."""
    return _key(font) in FACES


def face_of(font: str) -> Face:
    """The widths of a font, or of the standard one where it is not known."""
    return FACES.get(_key(font), FACES[STANDARD])


class WordWidths(dict[str, int]):
    """Widths of words in one font and look, in thousandths of the size, each measured once."""

    def __init__(self, by_width: dict[int, str]) -> None:
        super().__init__()
        self._letters = {letter: width for width, letters in by_width.items() for letter in letters}
        self._letters["\t"] = _TAB

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_WORDS_KEPT:
            self.clear()
        letters = self._letters
        try:
            width = sum([letters[letter] for letter in word])
        except KeyError:
            width = sum(letters[letter] if letter in letters else _guessed(letter) for letter in word)
        self[word] = width
        return width


@lru_cache(maxsize=32)
def word_widths(font: str, bold: bool, italic: bool) -> WordWidths:
    """The widths of words in a font by its name, regular, bold, italic or both."""
    return WordWidths(face_of(font).widths[bold + 2 * italic])


def lines_filled(runs: list[tuple[str, WordWidths]], width: float, hanging: float = 0.0) -> int:
    """How many lines the runs of a paragraph fill in a column of a width in thousandths of the size; the first line
    begins `hanging` before the column."""
    lines, used, word = 1, -hanging, 0.0
    for text, widths in runs:
        for piece, blank, newline in _pieces(text):
            word += widths[piece]
            if blank or newline or piece[-1:] in "–—-" or (len(piece) == 1 and piece >= _FIRST_WIDE):
                lines, used = _with_word(lines, used, word, width)
                used += widths[blank]
                word = 0.0
            if newline:
                lines, used = lines + 1, 0.0
    return _with_word(lines, used, word, width)[0]


def _pieces(text: str) -> list[tuple[str, str, str]]:
    """Words, each with the blank space and the newline after it."""
    if not text or max(text) < _FIRST_WIDE:
        return _WORDS.findall(text)
    # Compiled here and kept by `re`: so wide a class takes milliseconds, and few papers have such a character.
    return re.findall(_WORDS_WITH_WIDE, text)


def _with_word(lines: int, used: float, word: float, width: float) -> tuple[int, float]:
    """Lines and the width used in the last of them, once a word has been set."""
    # Blank space may hang over the edge; only a word that does not fit goes to the next line.
    if not word or used + word <= width:
        return lines, used + word
    if used:
        lines += 1
    overflowing = int(word // width)
    return lines + overflowing, word - overflowing * width


def _guessed(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return _NOTHING
    is_square = unicodedata.east_asian_width(letter) in "WF" or unicodedata.category(letter) == "So"
    return _SQUARE if is_square else _LETTER


def _key(font: str) -> str:
    return " ".join(font.lower().split())
