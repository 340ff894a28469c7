"""How a provision of an instrument is called in a sentence and in a citation."""

from __future__ import annotations

import re

from mundraft.document.tree import Origin
from mundraft.library.instrument import Instrument
from mundraft.templating.leaf import Fragment, Leaf

#: A bare number: "35", "3(c)", "VI", "12 bis"; anything else already says what it is ("Principle 9", "the preamble").
_BARE = re.compile(r"(?:\d+|[IVXLC]+)(?:\s?(?:bis|ter))?[a-z]?(?:[.(\-–/]\S*)?")
_NOT_ARTICLES = frozenset({"resolution", "decision"})
#: The longest title, in characters, that is said in full at its first mention, and where a solution names it again.
LONGEST_TITLE, LONGEST_REPEATED = 90, 50


def is_bare(number: str) -> bool:
    """Whether a provision is written as a number alone."""
    return _BARE.fullmatch(number.strip()) is not None


def label_of(number: str, instrument: Instrument | None) -> str:
    """The word that goes before a bare number: "article", "paragraph", or what the catalogue says."""
    known = instrument.provision(number) if instrument else None
    if known:
        return known.label
    return "paragraph" if instrument and instrument.kind in _NOT_ARTICLES else "article"


def named(number: str, instrument: Instrument | None) -> Fragment:
    """A provision in a sentence: "article 35", or the delegate's own words where they say more than a number."""
    said = Leaf(number.strip(), Origin.DELEGATE)
    if not is_bare(number):
        return Fragment((said,))
    return Fragment((Leaf(f"{label_of(number, instrument)} ", Origin.TEMPLATE), said))


def locator(number: str, instrument: Instrument | None) -> str:
    """A provision as a citation holds it: "art. 35", "para. 5", "principle 9"."""
    known = instrument.provision(number) if instrument else None
    if known:
        return known.locator
    written = number.strip()
    if is_bare(written):
        short = {"article": "art.", "paragraph": "para."}[label_of(number, instrument)]
        return f"{short} {written}"
    return written[:1].lower() + written[1:] if written[1:2].islower() else written


def takes_article(name: str) -> bool:
    """Whether "the" goes before an instrument's name that a delegate wrote in: "the Paris Agreement"."""
    words = re.findall(r"[^\W\d_]+", name.casefold())
    if not words or "resolution" in words or "decision" in words or name[-1].isdigit():
        return False
    return any(word in _KINDS for word in words)


_KINDS = frozenset(
    {"act", "accord", "accords", "agenda", "agreement", "agreements", "charter", "code", "compact", "convention"}
    | {"covenant", "declaration", "document", "framework", "goals", "guidelines", "outcome", "pact", "pathway", "plan"}
    | {"platform", "principles", "programme", "protocol", "recommendation", "rules", "statute", "strategy", "treaty"}
)
