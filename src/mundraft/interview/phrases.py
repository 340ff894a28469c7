"""Signs in English words that a phrase is of another kind than its slot takes. Signs and no proof: they only advise.

A slot holds a noun phrase, a verb phrase or a clause, because the template weaves it into its own sentence. What is
looked for is what delegates paste most often: whole sentences, "to" before a verb, the subject said twice.
"""

from __future__ import annotations

import re
from functools import lru_cache

_STOPS, _CLOSING = ".!。！", "\"”’')]"
_NOT_LAST_STOPS = re.compile(
    r"(?:\betc|\be\.g|\bi\.e|\bal|\bvs|\bno|\bart|\bU\.S|\bU\.N|\bU\.K|\bInc|\bLtd|\.\.|…)\.?\s*$", re.I
)
#: A sentence's end: the stop and the next one's capital. A single letter or a short title before it is no end.
_BREAK = re.compile(
    r"(?<!\b[A-Z])(?<!\b[Nn]o)(?<!\b[Aa]rt)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.!?][\"”’')\]]*\s+[\"“‘'(\[]*(?=[A-Z])"
)
_CJK_BREAK = re.compile("[。！？](?=.)")
_RELATIVE = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|what|how|why|whether|if|than|as|before|after)\b", re.I
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|did|cannot|could|would|should|must|isn't|aren't|doesn't|don't"
    r"|(?:will|can|may) (?:not |also |never )?"
    r"(?:be|have|do|make|take|help|lead|need|give|get|use|bring|become|remain))\b"
)
_PRONOUN = re.compile(r"(?:we|they|he|she|it|i|you|there)\s", re.I)
_SUBJECT = re.compile(r"(?:we|they|he|she|it|i|you|(?:our|my|the) (?:country|delegation|government))\s", re.I)
_MODAL = re.compile(r"(?:should|must|shall|will|would|can|could|may|might|ought to)\s", re.I)
_SAID_BEFORE = re.compile(r"\b(?:should|shall|will|would|must|to)\s+$", re.I)
_LAST_LATIN = 0x24F  # the end of the block Latin Extended-B
_ING_WORDS = frozenset(
    [
        "bring",
        "sing",
        "ring",
        "swing",
        "spring",
        "string",
        "king",
        "fling",
        "sting",
        "wring",
        "ping",
        "cling",
        "sling",
        "wing",
    ]
)
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "these",
        "those",
        "many",
        "most",
        "some",
        "all",
        "every",
        "no",
        "lack",
        "our",
        "their",
        "its",
    ]
)
_CAPITALISED_NAMES = ("the hague", "the gambia", "the bahamas", "the holy see")
_JOINING = re.compile(r"(?:that|because)\s", re.I)
_DENIES = re.compile(r"\b(?:cannot|can't|never|not|nor|without|against)\s+(?:[^\W\d_]+\s+){0,3}$", re.I)
_DENIED = re.compile(r"(?:no|not|none|nothing|nobody|never)\b(?! longer\b)", re.I)
_PLACEHOLDER = re.compile(
    r"\b(?:lorem ipsum|todo|tbd|tbc|xxx+|insert (?:text|fact|source|name) here)\b|\?\?\?|\[\s*(?:\.\.\.|…)?\s*\]", re.I
)


def ends_with_stop(text: str) -> bool:
    """True where a full stop or an exclamation mark stands last, and is not that of an abbreviation."""
    bare = text.rstrip().rstrip(_CLOSING)
    return bare.endswith(tuple(_STOPS)) and not _NOT_LAST_STOPS.search(text)


def without_last_stop(text: str) -> str:
    """The text without the full stop that stands last; abbreviations and dots of omission stay whole."""
    if not ends_with_stop(text):
        return text
    words = text.rstrip()
    bare = words.rstrip(_CLOSING)
    return bare.rstrip(_STOPS) + words[len(bare) :]


def sentence_count(text: str) -> int:
    """About how many sentences a text holds: 0 for none, else the breaks between sentences and one."""
    words = text.strip()
    return len(_BREAK.findall(words)) + len(_CJK_BREAK.findall(words)) + 1 if words else 0


def reads_as_sentence(text: str) -> bool:
    """True where a noun phrase seems to be a sentence: it begins with a subject and goes on, or its own verb is finite
    and not inside a "that" or "who" clause."""
    words = text.strip()
    if sentence_count(words) > 1 or _PRONOUN.match(words) or words.endswith(("?", "？")):
        return True
    verb = _FINITE.search(words)
    return verb is not None and not _RELATIVE.search(words[: verb.start()])


#: "In 2017 Kenya banned ...": who acts stands after the year.
_WHEN = re.compile(r"in (?:[a-z]+ )?\d{4},? ", re.IGNORECASE)


def begins_with_subject(text: str, names: tuple[str, ...] = ()) -> bool:
    """True where a verb phrase begins with who acts: a pronoun, or one of the names given, or whose of theirs."""
    words = _WHEN.sub("", text.strip())
    return _SUBJECT.match(words) is not None or begins_with_name(words, names)


def begins_with_name(text: str, names: tuple[str, ...]) -> bool:
    """True where one of the names stands first, with its "the" or without; what follows it is another word, or 's."""
    folded = text.strip().casefold().removeprefix("the ")
    casefolded = _casefolded(names)
    return folded.startswith(casefolded) and any(
        folded.startswith(name) and len(folded) > len(name) and not folded[len(name)].isalnum() for name in casefolded
    )


def without_names(text: str, names: tuple[str, ...]) -> str:
    """The text with a small x in the place of each name, so that only the capitals of other words are judged."""
    for name in _longest_first(names):
        text = text.replace(name, "x")
    return text


# Every answer of every paper is held against the same names of all countries.


@lru_cache(maxsize=8)
def _casefolded(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.casefold() for name in names if name)


@lru_cache(maxsize=8)
def _longest_first(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(filter(None, names), key=len, reverse=True))


def begins_with_to(text: str) -> bool:
    """True where "to" stands before the verb."""
    return text.strip()[:3].casefold() == "to "


def ends_with_modal(before: str) -> bool:
    """True where a sentence has said "should" or "to" already when the answer begins."""
    return _SAID_BEFORE.search(before) is not None


def says_when(text: str, year: str) -> bool:
    """True where "in" and this year, with its month or without, stand in a text: "the Act of 2014" is another thing."""
    return bool(year) and re.search(rf"\bin (?:[a-z]+ )?{re.escape(year)}\b", text, re.I) is not None


def denies_twice(before: str, text: str) -> bool:
    """True where a sentence that has already said "cannot" or "not" goes on with an answer that begins with "no"."""
    return bool(_DENIES.search(before) and _DENIED.match(text.strip()))


def reads_as_title(text: str) -> bool:
    """True where the first word and every longer one have a capital: "Child Trafficking". Initials do not count."""
    long = [word for word in _FIRST_WORD.findall(text) if len(word) > 3 and not word.isupper()]
    return bool(long) and all(word[:1].isupper() for word in (first_word(text), *long))


def begins_with_modal(text: str) -> bool:
    """True where "should", "will" or their like stand before the verb; the template says them itself."""
    return _MODAL.match(text.strip()) is not None


def begins_with_ing(text: str) -> bool:
    """True where the first word is a verb in -ing: "opening joint desks"."""
    word = first_word(text).casefold()
    return len(word) > 4 and word.endswith("ing") and word not in _ING_WORDS


def begins_with_joining_word(text: str) -> bool:
    """True where a word stands first that the template puts there itself, such as "that" or "because"."""
    return _JOINING.match(text.strip()) is not None


def begins_with_needless_capital(text: str, *, any_word: bool) -> bool:
    """True where a capital will stand in the middle of a sentence. Of noun phrases only small words can be judged,
    since a name keeps its capital; a verb never is a name."""
    word = first_word(text)
    if not word[:1].isupper() or (len(word) > 1 and not word[1:].islower()):
        return False
    return any_word or (word.casefold() in _SMALL_WORDS and not text.strip().casefold().startswith(_CAPITALISED_NAMES))


def first_word(text: str) -> str:
    found = _FIRST_WORD.match(text.strip())
    return found[0] if found else ""


def is_in_latin_letters(text: str) -> bool:
    """True where words stand between spaces and can be counted so: false for Chinese, Thai and the like."""
    return not any(sign.isalpha() and ord(sign) > _LAST_LATIN for sign in text)


def placeholder_in(text: str) -> str:
    """What looks like a mark left to be replaced later ("TODO", "???"), or ""."""
    found = _PLACEHOLDER.search(text)
    return found[0] if found else ""
