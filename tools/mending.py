"""The faults of the copies of the treaty texts, mended before fingerprints are taken: how they are found and undone.

What is mended where, and why, is declared in `treaty_mends.py`. Three kinds: a pattern and what stands instead; words
that lost the space between them where a line of the copy ended; and words that the line's end cut in two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

Articles = Sequence[tuple[str, str]]
"""The number of each article and its text, in order."""

_LETTERS = re.compile(r"[^\W\d_]+")
_CUT = re.compile(r"(?<![\w-])([^\W\d_]+) (?=([a-z]+)(?!\w))")
_OFTEN = 2


@dataclass(frozen=True, slots=True)
class Mend:
    """One fault: the text and article that have it ("" for all), what is looked for, what stands instead, and why."""

    text: str
    article: str
    fault: str
    instead: str
    reason: str

    def applied(self, text: str, number: str, words: str) -> str:
        """The words of an article without this fault."""
        if self.text not in ("", text) or self.article not in ("", number):
            return words
        return re.sub(self.fault, self.instead, words)


@dataclass(frozen=True, slots=True)
class Declared:
    """Everything that is declared of the copies."""

    mends: Sequence[Mend] = ()
    joined: Collection[str] = ()
    """The texts in which words lost the space between them, which a rule finds."""
    cut: Collection[str] = ()
    """The texts in which words are cut in two, which a rule finds."""
    whole: Collection[str] = ()
    """Words that the rule for joined ones must let be."""
    pairs: Collection[str] = ()
    """Pairs ("lawfully staying") that stand joined where the rule does not find them."""


def _half_known(half: str, sound: Mapping[str, int], own: Mapping[str, int]) -> int:
    """How well a half of a joined word is known, from sound texts or as a word of this one; of letters only "a" is."""
    if len(half) == 1:
        return sound[half] if half == "a" else 0
    if sound[half] >= _OFTEN:
        return sound[half]
    return 1 if sound[half] or (own[half] >= _OFTEN and len(half) > 4) else 0


def _parted_word(word: str, sound: Mapping[str, int], own: Mapping[str, int], whole: Collection[str]) -> str:
    plain = word.lower()
    if sound[plain] or plain in whole:
        return word
    cuts = [
        (min(_half_known(plain[:cut], sound, own), _half_known(plain[cut:], sound, own)), cut)
        for cut in range(1, len(plain))
    ]
    best, where = max(cuts, default=(0, 0))
    return f"{word[:where]} {word[where:]}" if best else word


def parted(words: str, sound: Mapping[str, int], own: Mapping[str, int], whole: Collection[str] = ()) -> str:
    """The text with joined words parted.

    `sound` counts the words of texts without joined words, `own` those of this text. A word is parted that no sound
    text has, at the place where both halves are known best; never one that is in `whole`."""
    return _LETTERS.sub(lambda found: _parted_word(found[0], sound, own, whole), words)


def rejoined(words: str, sound: Mapping[str, int]) -> str:
    """The text with cut words made whole: neighbours that are a word of the sound texts only together."""

    def joint(found: re.Match[str]) -> str:
        one, two = found[1].lower(), found[2]
        return found[1] if sound[one + two] and not (sound[one] and sound[two]) else found[0]

    return _CUT.sub(joint, words)


def _counted(texts: Mapping[str, Articles], names: Collection[str]) -> Counter[str]:
    return Counter(word.lower() for name in names for _, words in texts[name] for word in _LETTERS.findall(words))


def _applied(mends: Sequence[Mend], text: str, number: str, words: str) -> str:
    return reduce(lambda so_far, mend: mend.applied(text, number, so_far), mends, words)


def _pairs_parted(words: str, pairs: Collection[str]) -> str:
    for pair in pairs:
        one, two = pair.split(" ")
        words = re.sub(rf"\b({one})(?={two}\b)", r"\1 ", words, flags=re.IGNORECASE)
    return words


def mended(texts: Mapping[str, Articles], declared: Declared) -> dict[str, Articles]:
    """The texts, by name, without the faults that are declared."""
    done: dict[str, Articles] = {
        name: [
            (number, _pairs_parted(_applied(declared.mends, name, number, words), declared.pairs))
            for number, words in articles
        ]
        for name, articles in texts.items()
    }
    faulty = {*declared.joined, *declared.cut}
    sound = _counted(done, [name for name in done if name not in faulty])
    for name in done:
        own = _counted(done, [name])
        if name in declared.cut:
            done[name] = [(number, rejoined(words, sound)) for number, words in done[name]]
        if name in declared.joined:
            done[name] = [(number, parted(words, sound, own, declared.whole)) for number, words in done[name]]
    return done
