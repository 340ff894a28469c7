"""Whether another country speaks in the paper: its words were taken over from a paper for another seat.

Read are only the answers in which a delegate speaks for the seat, and only sentences that begin with another country
as their subject, or with its delegation. An answer that names the seat too, or says "we", may speak of its neighbours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from mundraft.library.folders import Shelf
from mundraft.problems import Problem, Severity
from mundraft.text.folding import fold

from .taking_apart import sentences_in, without_quotations

if TYPE_CHECKING:
    from mundraft.library.country import Country
    from mundraft.library.search_path import Library

    from .texts import Text

_NAME = r"[^\W\d_a-z][\w’'-]*(?: (?:and|of|the|[^\W\d_a-z][\w’'-]*)){0,4}?"
_DELEGATION = re.compile(
    rf"The (?:(?P<adjective>{_NAME}) delegation|delegation (?:of|from) (?:the )?(?P<name>{_NAME}))\b"
)
_SUBJECT = re.compile(
    rf"(?:The )?(?P<name>{_NAME}) (?P<verb>affirms|appeals|asks|believes|calls|considers|demands|encourages|hopes"
    r"|insists|invites|proposes|recommends|rejects|requests|seeks|stands|supports|urges|wants|welcomes|wishes"
    r"|is (?:\w+ )?(?:ready|willing|prepared|committed|convinced|determined|eager|pleased)"
    r"|remains (?:\w+ )?(?:ready|willing|committed|convinced|determined))\b"
)
#: Of these, and of what a country is ready for, a solution or a part in own words may well tell as done by others; the
#: rest only a seat says of itself.
_TOLD_OF_OTHERS = frozenset(("asks", "demands", "rejects", "stands", "supports", "wants", "welcomes"))
#: The answers in which nobody but the seat speaks.
_VOICE = frozenset(("stance", "appeal"))
#: Partners may well be spoken of here: only what speaks elsewhere in the paper too was taken over with it.
_OF_PARTNERS = "cooperation"
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|[Mm]y|I)\b")
#: As many sentences of one answer are looked at as any delegate begins so.
_MOST = 50
#: A part in own words may tell of another country; one that speaks as often as this speaks for the paper.
_OFTEN = 2


def other_speakers(texts: Iterable[Text], library: Library, country: Country | None) -> Iterator[Problem]:
    """Warnings for answers in which another country than the seat is the one that speaks."""
    if country is None or not country.joins_treaties:
        return
    speak: set[str] = set()
    partners = []
    for text in texts:
        if _place(text) == ("answers", _OF_PARTNERS):
            partners.append(text)
        elif found := _speaker(text, library, country):
            speak.add(found[0])
            yield _told(text, *found, library, country)
    for text in partners:
        found = _speaker(text, library, country)
        if found and found[0] in speak:
            yield _told(text, *found, library, country)


def _told(text: Text, other: str, said: str, library: Library, country: Country) -> Problem:
    name = library.seat_name(other).in_sentence
    return Problem(
        "another-country-speaks",
        f"The words say “{said}”, and the paper speaks for {country.seat_name().in_sentence}.",
        f"Write it as your own country’s position. If it is about {name}, name your country beside it.",
        address=text.address,
        severity=Severity.WARNING,
    )


def _place(text: Text) -> tuple[str, str]:
    """The part of a topic in which a text stands, and the question that it answers."""
    steps = text.address.split("/")
    return (steps[2], steps[3]) if len(steps) > 3 else ("", "")


def _speaker(text: Text, library: Library, country: Country) -> tuple[str, str] | None:
    """The other country that speaks, by its id, and the words in which it does."""
    part, question = _place(text)
    in_its_voice = part == "answers" and question in (*_VOICE, _OF_PARTNERS)
    if text.quoted or not (in_its_voice or part in ("solutions", "own_words")):
        return None
    words = without_quotations(text.words)
    begun = (_begins(sentence.strip(), in_its_voice) for sentence in sentences_in(words))
    spoken = [*islice(filter(None, begun), _MOST)]
    if not spoken or names_the_seat(words, country):
        return None
    speakers = [(ref, said) for name, said in spoken if (ref := _other(name, library))]
    if not speakers or country.id in {ref for ref, _ in speakers}:
        return None
    ((ref, often),) = Counter(ref for ref, _ in speakers).most_common(1)
    if part == "own_words" and (often < _OFTEN or len({ref for ref, _ in speakers}) > 1):
        return None
    return ref, next(said for other, said in speakers if other == ref)


def _begins(sentence: str, in_its_voice: bool) -> tuple[str, str] | None:
    """Who speaks at the beginning of a sentence, and the words that say so."""
    if found := _DELEGATION.match(sentence):
        return found["adjective"] or found["name"], found[0]
    found = _SUBJECT.match(sentence)
    if found is None or (not in_its_voice and (" " in found["verb"] or found["verb"] in _TOLD_OF_OTHERS)):
        return None
    return found["name"], found[0]


def names_the_seat(words: str, country: Country) -> bool:
    """Whether words name the seat, by one of its names, or by "we"."""
    names = country.names
    folded = f" {fold(words)} "
    own = (names.short, names.formal, names.adjective, names.people, *country.aliases, *country.shared_aliases)
    return bool(_WE.search(words)) or any(f" {fold(name)} " in folded for name in own if name)


def _other(name: str, library: Library) -> str:
    """The country that has this name or adjective; "" for none."""
    folded = fold(name)
    return next((ref for ref, entry in library.entries(Shelf.COUNTRIES).items() if folded in entry.names), "")
