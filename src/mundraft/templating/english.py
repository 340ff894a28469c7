"""What English asks of words that are woven into a sentence: capitals, end marks, "to" and "should", quotation marks.

Text in, text out: whose the words are is kept by those who ask, the filters.
"""

from __future__ import annotations

import re

_END_MARKS = ".!?…"
#: Full stops, and marks that say more than that something ends, as several scripts write them.
_STOPS = ".。．｡۔।"
_TELLING_ENDS = ("?", "!", "…", "..", "？", "！", "؟", "‽")
#: Closing quotation marks.
CLOSERS = "\"'”’»"
_QUOTATION_MARKS = ("“”", '""', '"”', '“"', "„“", "‘’", "''", "«»", "「」", "『』")
#: What can close a quotation within a quotation.
_QUOTATION_ENDS = CLOSERS + "」』"
_BEFORE_A_LETTER = "\"'“‘«([*_ \t\n"
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
#: First words that lose their capital inside a sentence: function words, never names, months or acronyms.
_LOWERED = frozenset(
    re.findall(
        r"\w+",
        """a an the it its there this that these those they their them we our he she his her in on at by for from with
        without within when where while whenever because since as if although though until unless after before during
        despite through to of under over among between against not no nobody nothing many most more some few fewer
        several all every each any both such only too other another one two three four five six seven eight nine ten
        children women girls boys men people families governments countries refugees victims""",
    )
)
#: Names that keep the capital of their "The" inside a sentence.
_KEEPS_THE = ("the hague", "the gambia")
#: Capitalised words that are plural in a name, and so take the bare apostrophe.
_PLURAL_NAMES = frozenset(
    re.findall(
        r"\w+",
        """bahamas comoros delegations emirates federations grenadines islands kingdoms maldives nations netherlands
        parties peoples philippines provinces republics seychelles states territories unions""",
    )
)
# Words whose full stop belongs to them and does not end a sentence, and how many characters they take at the most.
_LONGEST_ABBREVIATION = 30
_ABBREVIATION = re.compile(r"(?:\b\w\.){2,}$|\b(?:etc|et al|Inc|Ltd|Co|Jr|Sr)\.$")
# How such a word can end, looked at first because nearly no sentence does.
_LIKE_ABBREVIATION = ("etc.", " al.", "Inc.", "Ltd.", "Co.", "Jr.", "Sr.")
#: The particle of an infinitive: sentences say "should", "asks … to" and the like themselves.
_TO = re.compile(r"\A\s*(?:to\s+)+(?=\S)", re.IGNORECASE)
#: What a sentence that says "should" or "to" itself does not need before the verb of an answer.
_MODAL = re.compile(r"\A\s*(?:(?:should|shall|will|would|must|ought\s+to|to)\s+)+(?=\S)", re.IGNORECASE)
_IN = re.compile(r"\A\s*in\s+(?=\S)", re.IGNORECASE)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def capitalised(text: str) -> str:
    """The first letter a capital, past an opening quotation mark or bracket; one that has no single capital stays."""
    at = _first_letter(text)
    first = text[at : at + 1]
    upper = first.upper()
    if upper == first:
        return text
    return text[:at] + upper + text[at + 1 :] if len(upper) == 1 else text


def _first_letter(text: str) -> int:
    return 0 if text[:1].isalnum() else len(text) - len(text.lstrip(_BEFORE_A_LETTER))


def lowered(text: str) -> str:
    """Without the capital of a first word that is plainly not a name."""
    at = _first_letter(text)
    word = _WORD.match(text, at) if text[at : at + 1].isupper() else None
    if word is None or word[0].lower() not in _LOWERED or word[0][1:] != word[0][1:].lower():
        return text
    if text[at:].lower().startswith(_KEEPS_THE) or (word[0] == "States" and text[at:].startswith("States Part")):
        return text
    return text[:at] + text[at].lower() + text[at + 1 :]


def ends_in_abbreviation(text: str) -> bool:
    """Whether the full stop at the end of a text belongs to its last word, as in "the U.S."; only its end is read."""
    if text[-1:] != "." or not (text[-3:-2] == "." or text.endswith(_LIKE_ABBREVIATION)):
        return False
    return bool(_ABBREVIATION.search(text, max(0, len(text) - _LONGEST_ABBREVIATION)))


def end_split(text: str) -> tuple[str, str]:
    """A text without its end mark, and the end mark. One inside closing quotation marks stays where it is: the marks
    are then what is given as the end."""
    if text[-1:].isalnum():
        return text, ""
    stripped = text.rstrip()
    inner = stripped.rstrip(CLOSERS)
    body = inner.rstrip(_END_MARKS)
    if body == inner:
        return stripped, ""
    if inner != stripped:
        return stripped, stripped[len(inner) :]
    if ends_in_abbreviation(inner):
        return inner, ""
    end = inner[len(body) :]
    return body.rstrip(), "." if end == ".." else end


def without_end(text: str) -> str:
    """A text without its end mark, but for one inside closing quotation marks."""
    body, end = end_split(text)
    return text if end and end[0] in CLOSERS else body


def without_hanging(text: str) -> str:
    """A text without a comma, semicolon or colon left hanging at its end."""
    return text.rstrip(" ,;:")


def without_modal(text: str) -> str:
    """A verb phrase without "to", "should", "will", "would" or "must" before its verb."""
    return _MODAL.sub("", text)


def without_to(text: str) -> str:
    """A verb phrase without the "to" before its verb."""
    return _TO.sub("", text)


def without_in(text: str) -> str:
    """A year without the "in" before it."""
    return _IN.sub("", text)


def bare_verb(text: str) -> str:
    """A verb phrase inside a sentence: no "to" before the verb, and no capital unless the word is all capitals."""
    text = without_to(text)
    word = _LETTERS.match(text)
    plain = word is not None and word[0] == word[0].capitalize()
    return text[:1].lower() + text[1:] if plain else text


def inside_marks(text: str) -> str:
    """What stands between quotation marks that enclose the whole text, or "" where none do."""
    stripped = text.strip()
    inside = stripped[1:-1]
    enclose = any(
        stripped[0] + stripped[-1] == marks and marks[0] not in inside for marks in _QUOTATION_MARKS if inside
    )
    return inside if enclose else ""


def without_stop_inside(text: str) -> str:
    """A quotation without the full stop at its end, also before closing marks within it; one that belongs to an
    abbreviation or to "..." stays."""
    stripped = text.rstrip()
    inner = stripped.rstrip(_QUOTATION_ENDS)
    body = inner[:-1].rstrip()
    if not body or inner[-1] not in _STOPS or inner.endswith("..") or ends_in_abbreviation(inner):
        return text
    return body + stripped[len(inner) :]


def ends_tellingly(text: str) -> bool:
    """Whether a quotation ends in a mark that stays in it: it asks, calls out or trails off."""
    return text.rstrip().rstrip(_QUOTATION_ENDS).endswith(_TELLING_ENDS)


def lowered_the(text: str) -> str:
    """A name inside a sentence: without the capital of its "The", but for the few that keep it."""
    takes_the = text.startswith("The ") and not text.lower().startswith(_KEEPS_THE)
    return "t" + text[1:] if takes_the else text


def possessive_ending(text: str) -> str:
    """What makes a name say whose: Mexico’s, the Philippines’, Cyprus’s, the boys’."""
    last = (re.findall(r"\w+", text) or [""])[-1]
    plural_in_s = last.lower() in _PLURAL_NAMES or (last.endswith("s") and last[:1].islower())
    return "’" if plural_in_s else "’s"


def number_word(number: int) -> str:
    """One to ten in letters, more in figures."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def ordinal_word(number: int) -> str:
    """First to tenth; of a number above, the figure with its ending (11th, 22nd)."""
    if 0 < number < len(_ORDINALS):
        return _ORDINALS[number]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
