"""Entries of a bibliography as the Chicago Manual, 17th edition, has them beside notes, and what notes share with them.

The numbers in brackets are paragraphs of the manual.
"""

from __future__ import annotations

from mundraft.citation import chicago, dates
from mundraft.citation.legal import legal_entry
from mundraft.citation.listing import SAME_AUTHORS
from mundraft.citation.pieces import NOTHING, between, capitalised, joined, own
from mundraft.citation.works import Fields
from mundraft.document.tree import Inlines


def heading_of(work: Fields) -> object:
    """What dashes can stand for: whoever stands first, and never a title (14.67)."""
    stand_in = named_in_place(work)
    if work.is_legal or not (chicago.creators(work) or stand_in):
        return work.id
    return (bool(stand_in), beginning(work))


def beginning(work: Fields) -> Inlines:
    """What the entry begins with: people, who stands in their place, or the title."""
    if work.is_legal:
        return work.headline(work.title)
    people = chicago.creators(work)
    if people:
        return work.say(chicago.sorted_names(people))
    if work.type in chicago.NEWS and work.container:
        return chicago.journal(work)
    return named_in_place(work) or chicago.titled(work, work.title)


def named_in_place(work: Fields) -> Inlines:
    """A newspaper or a website's publisher, where nobody is named (14.191, 14.207)."""
    if chicago.creators(work):
        return NOTHING
    if work.type in chicago.NEWS or chicago.is_unsigned_part(work):
        return work.italic_headline(work.container)
    if work.type == "webpage":
        return work.say(work.source.publisher) or work.headline(work.container)
    return NOTHING


def listed_entry(work: Fields, same: bool) -> Inlines:
    """An entry of the bibliography."""
    if work.is_legal:
        return joined((legal_entry(work), *read_and_address(work, "Accessed ")), ". ")
    others = ", et al." if len(chicago.creators(work)) > 10 else ""
    first = (
        own(SAME_AUTHORS + others)
        if same
        else beginning(work)
        if chicago.creators(work) or named_in_place(work)
        else NOTHING
    )
    author = joined((first, own(chicago.role(work))), ", ")
    gap = NOTHING if named_in_place(work) else work.gap
    parts = (gap, author, title_and_more(work), _source(work), *read_and_address(work, "Accessed "))
    return joined(parts, ". ")


def title_and_more(work: Fields) -> Inlines:
    """The title with kind, number, edition, editors and volume."""
    described = work.type == "thesis" or chicago.is_described_in_source(work)
    kind = NOTHING if described else capitalised(chicago.kind(work))
    number = capitalised(chicago.numbered(work, True))
    title = chicago.titled(work, work.title)
    if chicago.is_numbered_episode(work):
        series = work.italic_headline(work.container) if chicago.creators(work) else NOTHING
        return joined((series, joined((number, title), ", ")), ". ")
    is_part = work.container and work.type not in chicago.ON_THE_WEB
    details: list[Inlines] = [NOTHING if is_part and work.title else number]
    contributors = [capitalised(people) for people in chicago.contributors(work)]
    if work.is_serial:
        details += contributors
    elif not is_part:
        volume = NOTHING if work.type in chicago.ON_THE_WEB else capitalised(chicago.volume(work))
        if volume:
            contributors = [joined((volume, *chicago.contributors(work)), ", ")]
        details += [capitalised(chicago.edition(work)), *contributors]
    return joined((title, kind, *details), ". ")


def found_in(work: Fields) -> Inlines:
    """The larger whole that holds the work, and its series, in the bibliography."""
    if work.is_serial:
        left_out = work.type in chicago.NEWS and not chicago.creators(work)
        return in_serial(work, NOTHING if left_out else chicago.journal(work), pages_of(work))
    if work.type in chicago.ON_THE_WEB:
        return NOTHING
    if not work.container:
        return chicago.in_series(work)
    if chicago.is_numbered_episode(work) or chicago.is_unsigned_part(work):
        return chicago.in_series(work)
    contributors = joined(chicago.contributors(work), ", ")
    volume, pages = chicago.volume(work), chicago.pages(work)
    where = joined((volume, contributors, pages), ", ")
    if volume and pages and not contributors:
        where = joined((work.say(work.source.volume), pages), ":")
    kind = chicago.kind(work) if chicago.is_described_in_source(work) else NOTHING
    number = chicago.numbered(work, True) if work.title else NOTHING
    whole = capitalised(chicago.whole(work))
    return joined((joined((whole, kind, number, chicago.edition(work), where), ", "), chicago.in_series(work)), ". ")


def in_serial(work: Fields, title: Inlines, where: Inlines) -> Inlines:
    """As "Journal 3, no. 2 (May 2019): 110-14", or a newspaper and its day (14.171, 14.191)."""
    date = date_of(work)
    if work.type in chicago.NEWS:
        return joined((title, date, chicago.edition(work), where, work.say(work.number)), ", ")
    volume, issue = work.say(work.source.volume), between("no. ", work.say(work.issue))
    if not volume and not issue:
        publisher = work.say(work.source.publisher) if work.type in ("post-weblog", "interview") else NOTHING
        return joined((title, publisher, date, where), ", ")
    numbered = joined((joined((volume, issue), ", "), between("(", date, ")")), " ")
    return joined((joined((title, numbered), " " if volume else ", "), where), ": ")


def _source(work: Fields) -> Inlines:
    if work.is_serial:
        return found_in(work)
    published = _published(work)
    if chicago.event_date(work) or work.source.publisher.strip():
        return joined((found_in(work), chicago.event(work), published), ". ")
    return joined((found_in(work), joined((chicago.event(work), published), ", ")), ". ")


def _published(work: Fields) -> Inlines:
    listed_first = work.type == "webpage" and not chicago.creators(work)
    site = work.headline(work.container) if work.type in chicago.ON_THE_WEB else NOTHING
    publisher = chicago.publisher(work)
    if listed_first:
        publisher, site = NOTHING, site if work.source.publisher.strip() else NOTHING
    kind = capitalised(work.say(work.source.genre)) if work.type == "thesis" else NOTHING
    if is_aired(work):
        return aired(work, date_of(work), begins=True)
    return joined((site, kind, publisher, date_of(work)), ", ")


def is_aired(work: Fields) -> bool:
    """Whether a broadcast is named by its station and day, since it has no address (14.265)."""
    return work.type == "broadcast" and bool(work.source.publisher.strip()) and not work.link()


def aired(work: Fields, date: Inlines, begins: bool = False) -> Inlines:
    """As in "aired August 5, 2019, on Radio Kenya"; "Aired" where it begins a sentence."""
    when = between("Aired " if begins else "aired ", date) if dates.given(work.source.issued) else date
    return joined((when, between("on ", work.say(work.source.publisher))), ", ")


def date_of(work: Fields) -> Inlines:
    """The date as far as its kind of work gives it; "n.d." where only a page of the web may be without (14.145)."""
    issued = work.source.issued
    if not dates.given(issued):
        is_left_out = work.type in ("webpage", "classic", *chicago.REFERENCE_WORKS) or chicago.event_date(work)
        return NOTHING if is_left_out else own("n.d.")
    if chicago.is_dated_to_the_day(work) or work.type in chicago.NEWS:
        return work.say(dates.month_day_year(issued))
    if work.is_serial:
        has_number = work.source.volume.strip() or work.issue
        return work.say(dates.month_year(issued) if has_number else dates.month_day_year(issued))
    return work.say(dates.year(issued))


def read_and_address(work: Fields, accessed: str) -> tuple[Inlines, Inlines]:
    """When an undated page was read, and where it is (14.12)."""
    reads = chicago.is_undated(work) and not work.source.doi.strip() and work.source.url.strip()
    read = work.say(dates.month_day_year(work.source.accessed)) if reads else NOTHING
    return between(accessed, read), work.link()


def pages_of(work: Fields) -> Inlines:
    """The pages of an article; those of newspapers are left out, since editions differ (14.191)."""
    return NOTHING if work.type in chicago.NEWS else chicago.pages(work)
