"""Whose words a quotation holds: the judge that the command line, the app and the coach ask."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mundraft.library.quotations import wording
from mundraft.library.quotations.aligning import Alignment, partial, whole
from mundraft.library.quotations.fingerprints import Fingerprints, shipped
from mundraft.library.quotations.seeking import hashes_of
from mundraft.library.quotations.verdict import Kind, Passage, Verdict
from mundraft.library.quotations.words import Word, stretches

LEAST_WORDS = 5
"""Fewer words than these stand in too many texts to say whose they are."""

_LEAST_SHARE = 0.6  # of the words must stand in runs in one place for it to be told,
_WITH_LONG_RUN = 0.3  # or this where one run is longer than a title: prose is full of those, and preambles hold them
_LONG_RUN = 15
_NEARLY = 0.9  # of the best place's words make the place that was named the one to tell of
_HEADING = re.compile(
    r"""\A[\s"“'‘«]* (?: (?i:article|art\.?)\s+\d+ (?:\s*(?i:bis|ter))? \s* [:–—-]
                      | (?:Article|ARTICLE|Art\.?|ART\.?)\s+\d+ (?:\s*(?i:bis|ter))? \s* [.\n] ) \s*""",
    re.VERBOSE,
)
_NUMBER = re.compile(r"(\d+)\s*(bis|ter)?", re.IGNORECASE)

Claim = tuple[str, str]


def judge(quotation: str, claimed: Claim | None = None, prints: Fingerprints | None = None) -> Verdict:
    """Says whose words a quotation holds.

    `claimed` is what a paper gives for it: the instrument's id and the article's number ("35", "preamble", "" for the
    whole text). `prints` are the fingerprints to ask, those that ship unless given. Raises `UnreadableFingerprints`."""
    asked = prints or shipped()
    named = (claimed[0], _article(claimed[1])) if claimed else None
    body = _HEADING.sub("", quotation, count=1)
    parts = [part for part in stretches(body) if len(part) > 1]
    words = [word for part in parts for word in part]
    long_enough = len(words) >= LEAST_WORDS
    passages = _passages(hashes_of(parts), len(words), asked, named) if long_enough else ()
    kind = _kind(passages, len(words), len(parts), named, asked) if long_enough else Kind.TOO_SHORT
    if kind is Kind.CANNOT_CHECK and passages and passages[0].words < len(words):
        passages = ()
    differing = _differing(body, words, passages[0]) if passages else ()
    return Verdict(
        kind=kind,
        words=len(words),
        found=passages[0].words if passages else 0,
        passages=passages,
        differing=differing,
        claimed=named,
        in_words=_in_words(kind, len(words), passages, differing, named, asked),
    )


def _article(number: str) -> str:
    """The bare number of an article: "35" of "art. 35(1)"; "preamble" and what has no number stay."""
    found = _NUMBER.search(number)
    return " ".join(filter(None, found.groups())).lower() if found else number.strip().lower()


def _passages(hashes: str, words: int, prints: Fingerprints, claimed: Claim | None) -> tuple[Passage, ...]:
    """The passages that hold most of the words in fewest runs, all that do so equally, the one claimed first."""
    alignments = whole(hashes, prints) or partial(hashes, prints)
    # Each place once, though the words may stand in it twice; the first is the fullest.
    places = {(one.ref, one.articles): one for one in reversed([_passage(two, prints) for two in alignments])}
    enough = [one for one in reversed(places.values()) if _is_enough(one, words)]
    if not enough:
        return ()
    most = max(one.words for one in enough)
    fewest = min(len(one.runs) for one in enough if one.words == most)  # not patched together from many places
    meant = [one for one in enough if claimed and one.holds(*claimed) and len(one.runs) <= fewest + 1]
    if meant and most < words and meant[0].words >= _NEARLY * most:
        return (meant[0],)
    best = [one for one in enough if one.words == most and len(one.runs) == fewest]
    return tuple(sorted(best, key=lambda one: one not in meant))


def _is_enough(passage: Passage, words: int) -> bool:
    """Whether a place holds so much of the quotation that it is worth telling: most of it, or a long run."""
    if passage.words < LEAST_WORDS:
        return False
    long = any(end - first >= _LONG_RUN for first, end in passage.runs)
    return passage.words >= (_WITH_LONG_RUN if long else _LEAST_SHARE) * words


def _passage(alignment: Alignment, prints: Fingerprints) -> Passage:
    numbers: dict[str, None] = {}
    for run in alignment.runs:
        numbers.update(dict.fromkeys(prints.numbers(run.position, run.position + run.end - run.first)))
    treaty, _ = prints.spot(alignment.runs[0].position)
    return Passage(treaty, tuple(numbers), alignment.covered, tuple((run.first, run.end) for run in alignment.runs))


def _kind(passages: Sequence[Passage], words: int, parts: int, claimed: Claim | None, prints: Fingerprints) -> Kind:
    """`parts`: how many the quotation's own marks of omission make of it. More runs mean words left out unmarked."""
    if claimed and not prints.treaty(claimed[0]):
        return Kind.CANNOT_CHECK
    if not passages:
        return Kind.NOT_FOUND
    if passages[0].words < words or len(passages[0].runs) > parts:
        return Kind.PARTLY
    if claimed:
        return Kind.EXACT if passages[0].holds(*claimed) else Kind.OTHER
    return Kind.SHARED if len({passage.ref for passage in passages}) > 1 else Kind.EXACT


def _differing(quotation: str, words: Sequence[Word], passage: Passage) -> tuple[str, ...]:
    """The stretches of the quotation between the runs, as they were typed."""
    covered = {index for first, end in passage.runs for index in range(first, end)}
    found: list[tuple[int, int]] = []
    for index, word in enumerate(words):
        if index in covered:
            continue
        goes_on = bool(found) and index - 1 not in covered
        found.append((found.pop()[0] if goes_on else word.start, word.end))
    return tuple(quotation[start:end] for start, end in found)


def _in_words(
    kind: Kind,
    words: int,
    passages: Sequence[Passage],
    differing: tuple[str, ...],
    claimed: Claim | None,
    prints: Fingerprints,
) -> str:
    treaty = prints.treaty(claimed[0]) if claimed else None
    named = wording.place(treaty.title, (claimed[1],) if claimed[1] else ()) if claimed and treaty else ""
    return wording.SENTENCES[kind.value](
        wording.Told(
            words=words,
            found=passages[0].words if passages else 0,
            places=tuple((passage.treaty.title, passage.articles) for passage in passages),
            differing=differing,
            claimed=named,
            as_claimed=bool(claimed and passages and passages[0].holds(*claimed)),
            treaties=len(prints.treaties),
        )
    )
