"""The filters that weave answers into sentences.

Each takes what a template holds (a leaf, a fragment, a record, a list) and gives a fragment, or some in a row, and
keeps with every word whose it is. Words that it adds (" and ", "'s", a full stop) are the template's. These filters
are the only thing that may change a character inside an answer, and each says here what it changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from mundraft.document.tree import Cited, Origin
from mundraft.templating import english
from mundraft.templating.faults import Refused
from mundraft.templating.leaf import Fragment, Leaf, Piece, Record, merged, own
from mundraft.templating.values import (
    change_first,
    change_last,
    cites_of,
    counted,
    items_of,
    leave_out,
    mark_of,
    pieces_of,
    take_end,
    take_last_cites,
    text_of,
    trim,
    uncited,
)


def words(value: object) -> Fragment:
    """The words without their citation marks."""
    return Fragment(tuple(uncited(value)))


def mark(value: object, *more: object) -> Fragment:
    """The citation marks alone, of one value or of many, as one mark in which each citation stands once."""
    return Fragment(mark_of(cites_of(value, more)))


def cited(value: object, *more: object) -> Fragment:
    """The words, then one citation mark for them and for everything else that is given."""
    return Fragment((*uncited(value), *mark_of(cites_of(value, more)))) if value else Fragment()


def capital(value: object) -> Fragment:
    """The first letter a capital, past an opening quotation mark or bracket."""
    return _first_changed(value, english.capitalised)


def _first_changed(value: object, change: Callable[[str], str]) -> Fragment:
    pieces = list(pieces_of(value))
    change_first(pieces, change)
    return Fragment(tuple(pieces))


def sentence(value: object, *more: object) -> Fragment:
    """A whole sentence: first letter a capital, one end mark, and before it, in one, the citation marks of its end.

    A mark inside it stays behind the words that rest on it. What further values cite is cited for the whole sentence,
    at its end, and not again inside it: `(a.actor ~ " " ~ a.did) | sentence(a)`.
    A full stop inside closing quotation marks gives way to the one behind the citation marks, where there are any."""
    if not value:
        return Fragment()
    if isinstance(value, Leaf):
        return _leaf_as_sentence(value, mark_of(cites_of(value, more)))
    pieces = counted(pieces_of(value))
    change_first(pieces, english.capitalised)
    end = take_end(pieces)
    of_all = cites_of(more)
    marks = mark_of(merged((*take_last_cites(pieces), *of_all)))
    if of_all:
        leave_out(pieces, of_all)
    if marks and end == "":
        change_last(pieces, english.without_stop_inside)
        end = None
    return Fragment((*pieces, *marks, own(".") if end is None else end))


def _leaf_as_sentence(leaf: Leaf, marks: tuple[Piece, ...]) -> Fragment:
    """The same for one answer, which most are: in a third of the time, since no list is walked at every step."""
    text = english.capitalised(leaf.text)
    body, end = english.end_split(text)
    if not end or end[0] not in english.CLOSERS:
        closing: Piece = Leaf(end, leaf.origin, (), leaf.italic) if end else own(".")
        return Fragment((leaf.alone(body), *marks, closing))
    if marks:
        return Fragment((leaf.alone(english.without_stop_inside(text)), *marks, own(".")))
    return Fragment((leaf.alone(text), ""))


def clause(value: object) -> Fragment:
    """Words to stand inside a sentence: no end mark, and no capital on a first word that is plainly not a name."""
    return _woven(value, english.lowered)


def phrase(value: object) -> Fragment:
    """Words as they stand, without an end mark: the capital, if there is one, is kept."""
    return _woven(value)


def _woven(value: object, *changes: Callable[[str], str]) -> Fragment:
    """Words without an end mark, their beginning changed in these ways, their last citation marks at their end."""
    if not value:
        return Fragment()
    if isinstance(value, Leaf):  # most are: a list of pieces would be walked at every step
        text = value.text
        for change in changes:
            text = change(text)
        woven = value.alone(english.without_hanging(english.without_end(text)))
        return Fragment((woven, *mark_of(cites_of(value))) if value.cites else (woven,))
    pieces = counted(pieces_of(value))
    for change in changes:
        change_first(pieces, change)
    take_end(pieces)
    marks = mark_of(merged(take_last_cites(pieces)))
    trim(pieces)
    return Fragment((*pieces, *marks))


def clauses(values: object) -> tuple[Fragment, ...]:
    """Each entry of a list as a `clause`: for a series inside a sentence."""
    return tuple(clause(item) for item in items_of(values))


def verb(value: object) -> Fragment:
    """A verb phrase inside a sentence: no end mark, no "to" before the verb, and no capital on its first word unless it
    is all capitals."""
    return _first_changed(clause(value), english.bare_verb)


def bare_verb(value: object) -> Fragment:
    """A verb phrase after the template's own "should" or "to": as `verb`, and also without a "should", "will", "would"
    or "must" before the verb. After a name, as in "Kenya will …", use `verb`, or the verb loses its form."""
    return _first_changed(clause(value), _without_modal)


def _without_modal(text: str) -> str:
    return english.bare_verb(english.without_modal(text))


def bare_verbs(values: object) -> tuple[Fragment, ...]:
    """Each entry of a list as a `bare_verb`: for a series after one "to" or "can"."""
    return tuple(bare_verb(item) for item in items_of(values))


def year(value: object) -> Fragment:
    """A year after the template's own "in": without an "in" before it, and without an end mark."""
    return _first_changed(phrase(value), english.without_in)


def series(values: object, word: Any = "and") -> Fragment:
    """A, B and C: entries joined by commas, or by semicolons when one of them holds a comma. End marks are dropped.

    Where an entry before the last holds an "and" or "or" of its own, a comma parts it from the last: "reefs and ports,
    and boats". Each entry has its citation mark right behind it, so that none looks sourced which is not; where all
    rest on the same, one mark stands behind the last. `word` is "and" or "or"; a single answer is a series of one."""
    entries = [phrase(item) for item in items_of(values)]
    shared = _shared_cites(entries)
    if shared:
        entries = [words(entry) for entry in entries]
    link = word if isinstance(word, str) else word.text
    comma, before_last = _joints([text_of(entry) for entry in entries], link)
    pieces: list[Piece] = []
    for index, entry in enumerate(entries):
        if index:
            pieces.append(own(before_last if index == len(entries) - 1 else comma))
        pieces.extend(entry.pieces)
    return Fragment((*pieces, *mark_of(shared)))


def _joints(texts: Sequence[str], link: str) -> tuple[str, str]:
    """What stands between two entries of a series, and what stands before its last."""
    if any("," in text for text in texts):
        return "; ", f"; {link} "
    parted = any(" and " in text or " or " in text for text in texts[:-1])
    return ", ", f", {link} " if parted else f" {link} "


def _shared_cites(entries: Sequence[Fragment]) -> tuple[Cited, ...]:
    """What every one of several entries cites, where none cites anything else."""
    if len(entries) < 2:
        return ()
    cites, *others = (cites_of(entry) for entry in entries)
    same = frozenset(cites)
    return cites if all(frozenset(other) == same for other in others) else ()


def quoted(value: object) -> Fragment:
    """Exact words of someone else in quotation marks, their origin QUOTED, then their citation mark.

    Quotation marks that were typed around the whole are replaced, not doubled; a full stop at its end gives way to the
    mark with which the template goes on: `{{ a | quoted }}.` ends in one full stop."""
    if not value:
        return Fragment()
    inside = tuple(_quoted_piece(piece) if isinstance(piece, Leaf) else piece for piece in pieces_of(value))
    opening, closing = own("“"), own("”")
    return Fragment((opening, *inside, closing, *mark_of(cites_of(value))))


def _quoted_piece(leaf: Leaf) -> Leaf:
    """Words as someone else's; the mark of words that are still to be written stays one."""
    origin = Origin.GAP if leaf.origin is Origin.GAP else Origin.QUOTED
    return Leaf(english.inside_marks(leaf.text) or leaf.text, origin, (), leaf.italic, leaf.url)


def possessive(value: object) -> Fragment:
    """Whose: Mexico’s, the Philippines’, Cyprus’s, the boys’."""
    if not value:
        return Fragment()
    return Fragment((*uncited(value), own(english.possessive_ending(text_of(value))), *mark_of(cites_of(value))))


def in_sentence(value: object) -> Fragment:
    """A name inside a sentence: "the Netherlands", "Mexico". A record has a `name`, and says if it has an `article`."""
    if isinstance(value, Record):
        return Fragment((*_article(value, "the "), *pieces_of(value["name"])))
    return _first_changed(value, english.lowered_the)


def at_start(value: object) -> Fragment:
    """A name at the start of a sentence: "The Netherlands", "Mexico"."""
    if isinstance(value, Record):
        return Fragment((*_article(value, "The "), *pieces_of(value["name"])))
    return capital(value)


def _article(name: Record, article: str) -> tuple[Piece, ...]:
    if "name" not in name:
        raise Refused("template-wrong-kind", "This is not a name.", "Use the filter on the seat, or on words.")
    takes_one = "article" in name and bool(name["article"]) and bool(name["name"])
    return (own(article),) if takes_one else ()
