"""Treaties and laws as APA (chapter 11) and Chicago (14.281-14.305) have them after the Bluebook.

Title, date, then where it is published: "1577 UNTS 3". Laws of a State end with their year in brackets.
"""

from __future__ import annotations

from mundraft.citation import dates
from mundraft.citation.pieces import NOTHING, between, italic, joined, own
from mundraft.citation.works import TITLE_MISSING, Fields, is_numeric
from mundraft.document.tree import Inlines


def legal_entry(work: Fields, place: str = "") -> Inlines:
    """The work as lawyers cite it, without a full stop; `place` is where in it."""
    title = _title_in_full(work) or TITLE_MISSING
    if work.type == "treaty":
        parties = "-".join(person.last for person in work.authors)
        date = work.say(dates.month_day_year(work.source.issued))
        return joined((title, work.say(parties), date, _published(work), own(place)), ", ")
    year = dates.month_day_year if work.type == "legal_case" and not work.container else dates.year
    date = between("(", work.say(year(work.source.issued)), ")")
    where = joined((_numbered(work), _reporter(work)), ", ")
    if work.type == "legal_case":
        court = joined((work.say(work.source.authority), work.say(year(work.source.issued))), " ")
        where, date = _published(work), between("(", court, ")")
    return joined((joined((joined((title, where), ", "), date), " "), own(place)), ", ")


def legal_title(work: Fields) -> Inlines:
    """What a mark or a later note says of the work: a case or a hearing in italics (APA 11.4, Chicago 14.276)."""
    if work.type == "legal_case":
        return italic(work.say(work.short_title))
    title = work.headline(work.short_title)
    return italic(title) if work.type == "hearing" else title


def _title_in_full(work: Fields) -> Inlines:
    """The title of a law or treaty in headline style, of a hearing in italics; a case stays as its court has it."""
    if work.type == "legal_case":
        return work.say(work.title)
    return italic(work.say(work.title)) if work.type == "hearing" else work.headline(work.title)


def _published(work: Fields) -> Inlines:
    return joined((_reporter(work), _number(work)), " ")


def _reporter(work: Fields) -> Inlines:
    """Volume, series and first page: "1577 UNTS 3"."""
    first_page = work.pages.replace("–", " ").replace(",", " ").split()[:1]
    said = (work.say(work.source.volume), work.say(work.container), work.say("".join(first_page)))
    return joined(said, " ")


def _numbered(work: Fields) -> Inlines:
    number = _number(work)
    return joined((work.say(work.source.genre), number), " ") if number else NOTHING


def _number(work: Fields) -> Inlines:
    number = work.say(work.number)
    # "56 of 2012" is one; "Act No. 56 of 2012" and "Ley 27.447" say themselves what they are.
    is_a_laws = work.type in ("legislation", "regulation") and work.number[:1].isdigit()
    return between("No. ", number) if is_numeric(work.number) or is_a_laws else number
