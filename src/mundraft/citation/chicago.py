"""What both systems of the Chicago Manual of Style, 17th edition, share: titles, creators, editions, events, places.

The numbers in brackets are paragraphs of the manual.
"""

from __future__ import annotations

from collections.abc import Sequence

from mundraft.citation import dates
from mundraft.citation.locators import Locator, Place, chicago_range, labelled
from mundraft.citation.names import Person, series
from mundraft.citation.pieces import NOTHING, between, capitalised, joined, own, quoted
from mundraft.citation.title_looks import TitleLooks
from mundraft.citation.works import Fields, is_numeric, ordinal
from mundraft.document.tree import Inlines

_LABELS = {
    Place.PAGE: ("", ""),
    Place.PARAGRAPH: ("para.", "paras."),
    Place.CHAPTER: ("chap.", "chaps."),
    Place.SECTION: ("sec.", "secs."),
}
#: As lawyers write places (14.281).
_LEGAL_LABELS = {**_LABELS, Place.PARAGRAPH: ("¶", "¶¶"), Place.CHAPTER: ("c.", "cc."), Place.SECTION: ("§", "§§")}
#: In quotation marks even without a container: 8.186, 14.206, 14.215.
_TITLES = TitleLooks(
    whole=frozenset({"book", "classic", "graphic", "hearing", "map"}),
    parts=frozenset(
        {"article", "dataset", "document", "interview", "manuscript", "paper-conference", "personal_communication"}
        | {"post", "speech", "thesis", "webpage"}
    ),
)
NEWS = frozenset({"article-magazine", "article-newspaper"})
ON_THE_WEB = frozenset({"post", "webpage"})
REFERENCE_WORKS = frozenset({"entry", "entry-dictionary", "entry-encyclopedia"})
UNSIGNED_PARTS = REFERENCE_WORKS | {"broadcast"}
#: Works that say what they are in the place of their source.
_DESCRIBED_IN_SOURCE = frozenset({"document", "report", "software", "standard"})
#: Works whose month and day stand with their publisher.
DATED_TO_THE_DAY = frozenset(
    {"article", "broadcast", "collection", "dataset", "document", "event", "graphic", "manuscript", "map"}
    | {"performance", "personal_communication", "post", "software", "song", "speech", "standard", "webpage"}
)


def place_in(work: Fields | None, locator: Locator) -> str:
    """Where in a work: pages bare, everything else with its label (14.148-14.160)."""
    if locator.place is Place.PAGE:
        return chicago_range(locator.number)
    return labelled(locator, _LEGAL_LABELS if work and work.is_legal else _LABELS)


def creators(work: Fields) -> tuple[Person, ...]:
    """Who stands first: authors, or whoever edited, directed or translated in their place (14.76, 14.103)."""
    if work.type in REFERENCE_WORKS and work.container:
        return work.authors
    return work.authors or work.editors or work.directors or work.translators


def role(work: Fields) -> str:
    """What those who stand first in the place of authors are called."""
    if work.authors or not creators(work):
        return ""
    if work.editors or work.directors:
        return ("ed" if work.editors else "dir") + ("." if len(creators(work)) == 1 else "s.")
    return "trans."


def contributors(work: Fields) -> tuple[Inlines, ...]:
    """Who else edited, translated and directed (14.103-14.104), as a list has them."""
    return contributors_beside(creators(work), work, ("edited by", "translated by", "directed by"))


def contributors_beside(
    first: tuple[Person, ...], work: Fields, verbs: tuple[str, str, str], at_most: int = 10, shown: int = 7
) -> tuple[Inlines, ...]:
    """Everyone who does not stand first, each behind the verb."""
    everyone = (work.editors, work.translators, work.directors)
    return tuple(
        between(f"{verb} ", work.say(natural_names(people, at_most, shown)))
        for verb, people in zip(verbs, everyone, strict=True)
        if people and people is not first
    )


def titled(work: Fields, title: str) -> Inlines:
    """A title of the work as its kind asks: italic, in quotation marks or plain.

    The heading of an unsigned article in a work of reference stays as it is printed there (14.232)."""
    if work.type in REFERENCE_WORKS and is_unsigned_part(work):
        return quoted(work.say(title))
    return _TITLES.shown(work, title)


def sorted_names(people: Sequence[Person]) -> str:
    """Names as a bibliography has them: the first turned round; of more than ten, seven (14.76)."""
    if not people:
        return ""
    first = people[0].sorted_with(people[0].given, particle_last=True)
    names = [first, *(person.natural(person.given) for person in people[1:])]
    if len(people) > 10:
        return f"{', '.join(names[:7])}, et al."
    return series(names, "and", comma_before_two=True)


def natural_names(people: Sequence[Person], at_most: int = 10, shown: int = 7) -> str:
    """Names with the given name first, for editors and for notes; "et al." where there are more than `at_most`."""
    names = [person.natural(person.given) for person in people]
    if len(people) > at_most:
        return f"{', '.join(names[:shown])}{',' if shown > 1 else ''} et al."
    return series(names, "and")


def sort_person(person: Person) -> Person:
    """The person as sorted: particles do not count (16.71)."""
    return person._replace(particle="", given=f"{person.given} {person.particle}".strip())


def edition(work: Fields) -> Inlines:
    typed = work.source.edition.strip()
    return work.say(f"{ordinal(typed)} ed." if is_numeric(typed) else typed)


def volume(work: Fields) -> Inlines:
    typed = work.say(work.source.volume)
    return between("vol. ", typed) if is_numeric(work.source.volume) else typed


def kind(work: Fields) -> Inlines:
    """What kind of work it is, where no number says so; who asked, for an interview (14.211)."""
    genre = NOTHING if work.number else work.say(work.source.genre)
    asked = work.say(natural_names(work.interviewers))
    if not asked:
        return genre
    return joined((genre or own("interview"), asked), " by ")


def is_numbered_episode(work: Fields) -> bool:
    """Whether the work is one of a series that a listener finds by its number (14.265)."""
    return work.type == "broadcast" and bool(work.container and work.number and work.title)


def is_unsigned_part(work: Fields) -> bool:
    """Whether the series or the encyclopedia stands where nobody is named (14.232, 14.265)."""
    return work.type in UNSIGNED_PARTS and bool(work.container) and not creators(work)


def whole(work: Fields) -> Inlines:
    """The larger whole of a chapter or a signed article, or the series of an episode (14.106, 14.233, 14.265)."""
    title = work.italic_headline(work.container)
    return title if work.type == "broadcast" or is_unsigned_part(work) else between("in ", title)


def is_dated_to_the_day(work: Fields) -> bool:
    """Whether month and day stand with the publisher; of works of reference, those on the web."""
    return work.type in DATED_TO_THE_DAY or (work.type in REFERENCE_WORKS and bool(work.link()))


def is_described_in_source(work: Fields) -> bool:
    """True where the kind stands with the container and not behind the title."""
    if not work.container:
        return False
    if work.type in _DESCRIBED_IN_SOURCE:
        return True
    is_part = work.editors or work.issue or work.pages or work.source.volume.strip()
    return work.type in ("event", "performance", "speech") and not is_part


def numbered(work: Fields, kind_in_headline: bool) -> Inlines:
    """The symbol or number, and what it is a number of."""
    number = work.say(work.number)
    if not number or work.type == "thesis":
        return NOTHING
    if work.type == "broadcast" and is_numeric(work.number):
        return joined((work.say(work.source.genre) or own("episode"), number), " ")
    if is_numeric(work.number) and work.type != "standard":
        number = between("No. " if kind_in_headline else "no. ", number)
    genre = work.headline(work.source.genre) if kind_in_headline else work.say(work.source.genre)
    return joined((genre, number), " ")


def in_series(work: Fields) -> Inlines:
    """The series that the work belongs to (14.123)."""
    source = work.source
    if not source.collection_title.strip():
        return NOTHING
    by = " " if is_numeric(source.collection_number) else ", "
    return joined((work.headline(source.collection_title), work.say(source.collection_number)), by)


def journal(work: Fields, begins: bool = True) -> Inlines:
    """The title of a journal or newspaper, with its place (14.182), or the meeting that heard a paper (14.217).

    `begins` says that it begins a sentence."""
    if work.type == "paper-conference" and not (work.container or work.source.volume.strip() or work.issue):
        meeting = joined((work.say(work.source.event_title), work.say(work.source.event_place)), ", ")
        return between("Paper presented at " if begins else "paper presented at ", meeting)
    title = work.italic_headline(work.container)
    place = NOTHING if work.source.event_title or work.source.event_date else work.say(work.source.publisher_place)
    return joined((title, between("(", place, ")")), " ")


def event(work: Fields) -> Inlines:
    """Where and when something was said (14.217)."""
    source = work.source
    date = "" if event_date(work) == source.issued else event_date(work)
    if not source.event_title.strip() and not event_date(work):
        return NOTHING
    title, place = work.say(source.event_title), work.say(source.event_place)
    return joined((capitalised(title), work.say(dates.month_day_year(date)), place), ", ")


def event_date(work: Fields) -> str:
    return work.source.event_date


def publisher(work: Fields) -> Inlines:
    """Place and publisher (14.127)."""
    place, name = capitalised(work.say(work.source.publisher_place)), capitalised(work.say(work.source.publisher))
    if work.type == "thesis" and name:
        return name
    if not name and (event_date(work) or work.source.event_title.strip()):
        return NOTHING
    return joined((place, name), ": ")


def pages(work: Fields) -> Inlines:
    return work.say(chicago_range(work.pages))


def is_undated(work: Fields) -> bool:
    return not dates.given(work.source.issued) and not event_date(work)
