"""Later notes in the Chicago Manual, 17th edition: names, a short title and the place (14.30).

The numbers in brackets are paragraphs of the manual.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from mundraft.citation import chicago
from mundraft.citation.chicago_bibliography import date_of, named_in_place
from mundraft.citation.legal import legal_title
from mundraft.citation.locators import Locator, Place
from mundraft.citation.names import Person, series
from mundraft.citation.pieces import NOTHING, between, joined, own, text_of
from mundraft.citation.telling_apart import Given, Rules, Shown, tell_apart
from mundraft.citation.works import Fields, is_numeric
from mundraft.document.tree import Inlines

_NOBODY: tuple[Person, ...] = ()
_RULES = Rules(at_least=4, and_word="and", given=Given.WHERE_MARKS_MEET)
#: Works whose publication stands in brackets in a note (14.21).
_IN_BRACKETS = frozenset(
    {"book", "chapter", "classic", "interview", "pamphlet", "paper-conference", "report", "thesis"}
)


def creators_in_notes(work: Fields) -> tuple[Person, ...]:
    """Who stands first in a note: as in the list, but that directors stand behind the title (14.265)."""
    first = chicago.creators(work)
    return _NOBODY if first is work.directors else first


def is_in_brackets(work: Fields) -> bool:
    """Whether publisher and date stand in brackets, in a full note or to tell short ones apart."""
    if work.type in chicago.REFERENCE_WORKS:
        return bool(chicago.publisher(work)) or not work.link()
    if work.type == "motion_picture":
        return bool(chicago.publisher(work))
    return work.type in _IN_BRACKETS


def names_in_notes(works: Mapping[str, Fields]) -> dict[str, Shown]:
    """The names of each work by its id, and whether another work has the same names and the same short title: one in
    italics and one in quotation marks are the same."""
    people = {id_: () if work.is_legal else creators_in_notes(work) for id_, work in works.items()}
    rest = {id_: text_of((*_stands_for_names(work), *_short_title(work))).strip("“”") for id_, work in works.items()}
    return tell_apart(people, rest, _RULES)


def short_forms(works: Mapping[str, Fields], names: Mapping[str, Shown]) -> dict[str, Inlines]:
    """What a later note says of each work, without a place in it.

    Of untitled works of the same names a date tells which, as the official style file has it; where it does not, or
    where the names alone would lead to other entries, a symbol does."""
    named = {id_: work.say(names[id_].text) or _stands_for_names(work) for id_, work in works.items()}
    shorts = {id_: _without_symbol(work, named[id_], names[id_].alike) for id_, work in works.items()}
    said = Counter(map(text_of, shorts.values()))
    times_named = Counter(map(text_of, named.values()))
    for id_, work in works.items():
        before, short = named[id_], shorts[id_]
        is_clear = short and said[text_of(short)] == 1 and (short != before or times_named[text_of(before)] == 1)
        symbol = chicago.numbered(work, kind_in_headline=True)
        if symbol and not is_clear and not work.is_legal and not _short_title(work):
            shorts[id_] = joined((before, symbol), ", ")
    return shorts


def place_in_short(work: Fields, locator: Locator) -> str:
    """The place, with the volume of a work in several."""
    place = chicago.place_in(work, locator)
    volume = work.source.volume.strip()
    if work.is_serial or work.container or not volume:
        return place
    if locator.place is Place.PAGE and is_numeric(volume):
        return f"{volume}:{place}"
    return ", ".join(part for part in (text_of(chicago.volume(work)), place) if part)


def _without_symbol(work: Fields, names: Inlines, alike: bool) -> Inlines:
    said = joined((names, legal_title(work) if work.is_legal else _short_title(work)), ", ")
    return _told_apart(work, said) if said and alike else said


def _stands_for_names(work: Fields) -> Inlines:
    """What stands where nobody is named; an episode is named alone, since its series would not find it."""
    is_episode = work.type == "broadcast" and not chicago.is_numbered_episode(work)
    return NOTHING if work.is_legal or is_episode else named_in_place(work)


def _short_title(work: Fields) -> Inlines:
    """The title, or what stands for it: the number of a report or of what names nobody, or the kind of work and who
    directed it."""
    title = chicago.titled(work, work.short_title)
    if title and work.type in chicago.REFERENCE_WORKS and work.container and not work.link():
        return (*own("s.v. "), *title)
    is_by_number = work.type == "report" or not (creators_in_notes(work) or work.directors or _stands_for_names(work))
    number = chicago.numbered(work, kind_in_headline=True) if is_by_number else NOTHING
    kind = work.say(work.source.genre) or own("interview" if work.type == "interview" else "")
    # The list has such a film under its directors, whom no name before the title tells.
    directors = NOTHING if creators_in_notes(work) else _directed(work)
    return title or number or joined((kind, directors), ", ")


def _directed(work: Fields) -> Inlines:
    return between("directed by ", work.say(chicago.natural_names(work.directors, at_most=3, shown=1)))


def _told_apart(work: Fields, said: Inlines) -> Inlines:
    """Edition, editors and facts of publication behind a name and title that two works share (14.30)."""
    helpers = () if work.editors is creators_in_notes(work) else work.editors or work.translators
    verb = "ed. " if helpers is work.editors else "trans. "
    names = between(verb, work.say(series([person.last for person in helpers], "and")))
    said = joined((said, chicago.edition(work), names), ", ")
    if is_in_brackets(work):
        published = joined((chicago.publisher(work), date_of(work)), ", ")
        return joined((said, between("(", published, ")")), " ")
    return joined((said, date_of(work)), ", ")
