"""LaTeX in a field of a BibTeX file, read as the text that it would print."""

from __future__ import annotations

import re
import unicodedata

from mundraft.text.clean import composed

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
_SYMBOLS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
    "textemdash": "—", "textendash": "–", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "textquotesingle": "'", "guillemotleft": "«", "guillemotright": "»", "dots": "…",
    "ldots": "…", "textellipsis": "…", "textdollar": "$", "texteuro": "€", "euro": "€", "pounds": "£",
    "textsterling": "£", "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™",
    "textdegree": "°", "S": "§", "P": "¶", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textless": "<", "textgreater": ">", "textbar": "|", "textunderscore": "_", "textbullet": "•",
    "textperiodcentered": "·",
    "textquestiondown": "¿", "textexclamdown": "¡", "times": "×", "textordfeminine": "ª", "textordmasculine": "º",
    "quad": " ", "qquad": " ", "space": " ", "newline": " ", "linebreak": " ", "par": " ",
}  # fmt: skip
_COMMANDS_OF_LOOKS = (
    "emph textit textbf textsc textrm textsf texttt textup textmd textnormal text mbox hbox url uppercase lowercase "
    "MakeUppercase MakeLowercase enquote mkbibquote mkbibemph underline it bf sc rm sf tt em itshape bfseries scshape "
    "bibstring noopsort relax protect ensuremath mathrm textsuperscript textsubscript textcyrillic selectlanguage"
)
#: Commands that only say how their text looks; those not named here stand for themselves, as \LaTeX does.
_LOOKS = frozenset(_COMMANDS_OF_LOOKS.split())
_TOKEN = re.compile(
    r"""
    \\(?P<accent>["'`^~=.]|[cHkruvdb](?![A-Za-z]))\s*
        (?:\{\s*(?P<inside>\\[ij](?![A-Za-z])|[^\W\d_])?\s*\}|(?P<bare>\\[ij](?![A-Za-z])\s?|[^\W\d_])|(?=\W|$))
    | \\href\s*\{[^{}]*\}
    | \\(?P<command>[A-Za-z]+)\*?[ \t]*(?:\{\})?
    | \\(?P<escaped>[^A-Za-z])
    | (?P<dash>---?)
    | (?P<quote>``|'')
    | (?P<single>`)
    | (?P<space>~)
    | (?P<drop>[{}]|\$(?!\d))
    """,
    re.VERBOSE,
)
_PLAIN = {"dash": {"---": "—", "--": "–"}, "quote": {"``": "“", "''": "”"}, "single": {"`": "‘"}, "space": {"~": " "}}
_VERBATIM = re.compile(r"\\([%&_#$~^{}])|[{}]")
_BLANK_ESCAPES = {"\\": " ", " ": " ", "\n": " ", ",": " ", ";": " ", "-": "", "/": "", "@": "", "!": ""}


def decoded(text: str) -> str:
    """The text that LaTeX would print: accents, dashes and quotation marks as characters, braces gone."""
    if not any(mark in text for mark in "\\{}~`'-$"):
        return text
    return composed(_TOKEN.sub(_printed, text))


def verbatim(text: str) -> str:
    """A link or a DOI, in which dashes and tildes stand for themselves and only escapes are undone."""
    return _VERBATIM.sub(lambda found: found[1] or "", text)


def _printed(found: re.Match[str]) -> str:
    if found["accent"]:
        return _accented(found["accent"], found["inside"] or found["bare"] or "")
    if found["command"]:
        return _of_command(found["command"])
    if found["escaped"]:
        return _BLANK_ESCAPES.get(found["escaped"], found["escaped"])
    kind = found.lastgroup
    return _PLAIN[kind][found[0]] if kind in _PLAIN else ""


def _accented(accent: str, letter: str) -> str:
    letter = letter.strip().removeprefix("\\")
    return unicodedata.normalize("NFC", letter + _ACCENTS[accent]) if letter else ""


def _of_command(name: str) -> str:
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    return "" if name in _LOOKS else name
