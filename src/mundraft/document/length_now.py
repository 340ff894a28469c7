"""How long a paper is beside how long it may be: of the whole, or of the part on one topic where that is limited.

What is told while a paper is drafted (in the app, by a check) is the length of what is written (`lengths_now`); what is
told of a file is the length of that file, in which the marks of what is missing fill lines too (`lengths_of`). Of a
finished paper they are the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mundraft.document.layout import Layout, Limit
    from mundraft.document.tree import Document


#: Where Word may come to a page more or fewer, a limit that is farther away than this share of a page is not in doubt.
_NEAR = 0.5


class LengthNow(NamedTuple):
    """Words and about-pages, with the most of each (0: no bound). `of_topic`: of the part on one topic alone.
    `borderline`: the pages are so near to their limit that Word decides; never where there is none.

    `with_list`: whether the resources list is among them; None where nobody said, and then it is not."""

    words: int = 0
    max_words: int = 0
    pages: float = 0.0
    max_pages: float = 0.0
    borderline: bool = False
    of_topic: bool = False
    with_list: bool | None = None

    @property
    def has_too_many_words(self) -> bool:
        return 0 < self.max_words < self.words

    @property
    def has_too_many_pages(self) -> bool:
        return 0 < self.max_pages < self.pages and not self.borderline


def lengths_now(document: Document, topics: Iterable[str]) -> dict[str, LengthNow]:
    """As `lengths_of`, of what is written so far."""
    from mundraft.document.written import without_gaps  # as `extent` below

    return lengths_of(without_gaps(document), topics)


def lengths_of(document: Document, topics: Iterable[str]) -> dict[str, LengthNow]:
    """The length of the whole document (under "") and of the part on each topic, by its id, as a file has it."""
    every = tuple(topics)
    limits = [limit for limit in document.layout.limits if not limit.only_for]
    on_topic = [limit for limit in limits if limit.per_topic]
    of_all = [limit for limit in limits if not limit.per_topic or len(every) == 1]
    whole = _now(document, "", of_all, document.layout)
    if len(every) == 1 or not on_topic:
        return dict.fromkeys(("", *every), whole)
    return {"": whole} | {topic: _now(document, topic, on_topic, document.layout) for topic in every}


def is_borderline(document: Document) -> bool:
    """Whether a limit of pages, on the whole of a file or on a topic, is so near that Word decides."""
    return document.layout.max_pages > 0 and any(now.borderline for now in lengths_on_each(document).values())


def lengths_on_each(document: Document) -> dict[str, LengthNow]:
    """As `lengths_of`, for the topics that the document has parts on."""
    return lengths_of(document, dict.fromkeys(part.topic for part in document.parts if part.topic))


def told_over(lengths: Iterable[LengthNow]) -> str:
    """That something is longer than it may be, in one line; "" where nothing surely is."""
    over = next((one for one in lengths if one.has_too_many_pages or one.has_too_many_words), None)
    if over is None:
        return ""
    most, unit = (over.max_pages, "page") if over.has_too_many_pages else (over.max_words, "word")
    where = " on each topic" if over.of_topic else ""
    return f"That is too long: at most {most:g} {unit}{'' if most == 1 else 's'}{where} may be handed in."


def length_in_words(words: int, pages: float, most_words: int = 0) -> str:
    """ "412 of 500 words, about 1.2 pages". The marks of what is still to write fill pages before the first word does:
    an empty paper has none to tell of."""
    told = f"{words} of {most_words} words" if most_words else f"{words} word{'' if words == 1 else 's'}"
    return f"{told}, about {pages:.1f} pages" if words else told


def share(part: int, parts: Iterable[int], length: LengthNow, topics: int) -> int:
    """How many words a part of a topic may have, where a limit is shared out as a template weighs its parts.

    `part` and `parts` are those weights, in words. Without any limit a part has what the template gives it; where the
    limit is one of pages alone, nobody can say (0)."""
    if not length.max_words:
        return 0 if length.max_pages else part
    whole = length.max_words if length.of_topic else length.max_words / max(1, topics)
    return round(whole * part / max(1, sum(parts)))


def _now(document: Document, topic: str, limits: list[Limit], layout: Layout) -> LengthNow:
    # Measuring is for the thread that composes; the screen, drawn before it, only shares out a length.
    from mundraft.document.extent import extent

    with_list = next((limit.counts_resources for limit in limits if limit.counts_resources is not None), None)
    if not layout.limits:
        with_list = layout.count_references or None
    found = extent(document, topic, resources=bool(with_list))
    in_words = min((limit.max_words for limit in limits if limit.max_words), default=0)
    in_pages = min((limit.max_pages for limit in limits if limit.max_pages), default=0.0)
    if not layout.limits:
        in_words, in_pages = layout.max_words, layout.max_pages
    # Where pages are not limited, they are those of the file: a delegate will see the list printed too.
    set_on = found if in_pages or with_list else extent(document, topic, resources=True)
    # The end of a page that is far from a limit is no matter.
    away = abs(found.pages - in_pages)
    borderline = in_pages > 0 and (away <= found.unsure or (found.borderline and away <= _NEAR))
    return LengthNow(found.words, in_words, set_on.pages, in_pages, borderline, bool(topic), with_list)
