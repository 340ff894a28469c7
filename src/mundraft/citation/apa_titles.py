"""Titles in APA's 7th edition, and what stands behind them: identifiers in round brackets, descriptions in square ones.

The numbers in brackets are sections of the Publication Manual.
"""

from __future__ import annotations

from mundraft.citation.legal import legal_title
from mundraft.citation.locators import whole_range
from mundraft.citation.names import Person, initials, series
from mundraft.citation.pieces import NOTHING, between, capitalised, italic, joined, own, quoted
from mundraft.citation.works import TITLE_MISSING, Fields, is_numeric, ordinal
from mundraft.document.tree import Inlines

#: Works of which the site is named last.
ON_THE_WEB = frozenset({"post", "webpage"})
IN_REFERENCE_WORKS = frozenset({"entry", "entry-dictionary", "entry-encyclopedia"})
#: Works whose number stands with their title even inside a container (10.12, 10.13).
NUMBERED_BEFORE_CONTAINER = frozenset({"broadcast", "graphic", "map", "motion_picture"})
#: Works that a list names by themselves, never as a part with pages.
_WITHOUT_DETAILS = frozenset({"broadcast", "event", "patent", "performance", "post", "speech", "webpage"})
#: What a description says of a kind of work that does not name its own (9.21).
_KINDS = {"broadcast": "Broadcast", "dataset": "Dataset", "figure": "Figure", "map": "Map", "motion_picture": "Film",
          "post": "Online post", "software": "Computer software", "song": "Song"}  # fmt: skip


def natural_names(people: tuple[Person, ...]) -> str:
    """Names with the initials first, for editors: "A. Rossi & K. Sato"."""
    names = [person.natural(initials(person.given)) for person in people]
    return first_and_last(names) or series(names, "&")


def first_and_last(names: list[str]) -> str:
    """Of more than twenty names the first nineteen and the last, "" for fewer (9.8)."""
    return f"{', '.join(names[:19])}, … {names[-1]}" if len(names) > 20 else ""


def title_and_descriptions(work: Fields) -> Inlines:
    """The title and what stands behind it; without a title, a report begins with its number."""
    if work.title:
        return joined((titled(work), identified(work), described(work)), " ")
    if work.type == "report":
        return joined((numbered(work), described(work), identified(work)), " ")
    return joined((described(work), identified(work)), " ")


def titled(work: Fields) -> Inlines:
    """The title, italic where the work stands alone (9.19)."""
    title = work.say(work.title)
    return italic(title) if work.type in ON_THE_WEB or not work.container else title


def short_title(work: Fields) -> Inlines:
    """The title as a mark holds it, in headline style (8.14)."""
    title = work.headline(work.short_title)
    if not title:
        number = joined((work.say(work.source.genre), _numbered(work)), " ") if work.type == "report" else NOTHING
        kind = capitalised(work.say(work.source.genre)) or own(_KINDS.get(work.type, ""))
        if work.type == "interview":
            kind = joined((kind or own("Interview"), work.say(_family_names(work.interviewers))), " by ")
        return number or between("[", kind, "]") or _numbered(work) or TITLE_MISSING
    if work.is_legal:
        return legal_title(work)
    if work.type == "report":
        return title
    if work.container and work.type != "webpage":
        return quoted(title)
    return italic(title)


def _family_names(people: tuple[Person, ...]) -> str:
    names = [person.last for person in people]
    return f"{names[0]} et al." if len(names) > 2 else series(names, "&")


def identified(work: Fields) -> Inlines:
    """What tells the work from others of its title, in brackets (9.19)."""
    is_part = work.container and work.type not in ON_THE_WEB
    number = NOTHING if is_part and work.type not in NUMBERED_BEFORE_CONTAINER else numbered(work)
    if work.type == "report" and not work.title:
        number = NOTHING
    details = NOTHING if work.container else details_of(work)
    return between("(", joined((*_contributors(work), number, details), "; "), ")")


def _contributors(work: Fields) -> tuple[Inlines, ...]:
    """Who asked, edited and translated, each with the role: "R. Philcox, Trans." (9.10, 10.14)."""
    is_part = work.container and work.type not in ON_THE_WEB
    stands_behind = work.authors or (work.type in IN_REFERENCE_WORKS and work.source.publisher.strip())
    edits = stands_behind and not work.is_serial and not is_part
    roles = (
        (work.interviewers if work.title else (), "Interviewer", "Interviewers"),
        (work.editors if edits else (), "Ed.", "Eds."),
        (work.translators, "Trans.", "Trans."),
    )
    return tuple(
        work.say(f"{natural_names(people)}, {one if len(people) == 1 else several}")
        for people, one, several in roles
        if people
    )


def numbered(work: Fields) -> Inlines:
    """The symbol or number, and what it is a number of."""
    number = _numbered(work)
    if not number:
        return NOTHING
    kind = own("Publication") if work.type == "thesis" and work.source.genre else work.headline(work.source.genre)
    return joined((kind, number), " ")


def _numbered(work: Fields) -> Inlines:
    number = capitalised(work.say(work.number))
    return between("No. ", number) if is_numeric(work.number) and work.type != "standard" else number


def details_of(work: Fields) -> Inlines:
    """Edition, series, volume and pages of what is no serial (9.19)."""
    if work.is_serial or work.type in _WITHOUT_DETAILS:
        return NOTHING
    source = work.source
    edition = source.edition.strip()
    in_series = work.type in ("document", "report", "standard")
    title = work.headline(source.collection_title) if in_series else NOTHING
    number = work.say(source.collection_number) if in_series else NOTHING
    pages = "pp. " if any(mark in work.pages for mark in "–,&") else "p. "
    return joined(
        (
            work.say(f"{ordinal(edition)} ed." if is_numeric(edition) else edition),
            joined((title, number), " "),
            between("Vol. ", work.say(source.volume)) if is_numeric(source.volume) else NOTHING,
            between("Issue ", work.say(work.issue)),
            between(pages, work.say(whole_range(work.pages))),
        ),
        ", ",
    )


def described(work: Fields) -> Inlines:
    """What kind of work it is, in square brackets (9.21)."""
    if work.type == "thesis":
        school = work.say(work.source.publisher) if work.source.url or work.source.doi else NOTHING
        return between("[", joined((capitalised(work.say(work.source.genre)), school), ", "), "]")
    if work.type == "interview":
        return _described_interview(work)
    if work.container and not work.is_serial and work.type in ("document", "report", "software", "speech"):
        return NOTHING
    kind = capitalised(work.say(work.source.genre)) if work.source.genre.strip() else own(_KINDS.get(work.type, ""))
    return NOTHING if work.source.genre.strip() and work.number else between("[", kind, "]")


def _described_interview(work: Fields) -> Inlines:
    """An interview, where neither its title nor an interviewer tells that it is one."""
    kind = NOTHING if work.number else capitalised(work.say(work.source.genre))
    if work.title and (work.interviewers or kind):
        return between("[", kind, "]")
    asked = work.say(natural_names(work.interviewers))
    return between("[", joined((kind or own("Interview"), asked), " by "), "]")
