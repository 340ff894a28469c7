"""What the library answers a picker, in rows that a list can show; an unreadable profile hides nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mundraft.library.standing_groups import group_of
from mundraft.problems import MundraftError

if TYPE_CHECKING:
    from mundraft.library.instrument import Article
    from mundraft.library.participation import Participation
    from mundraft.library.search_path import Library, Match

#: More rows than this are quicker found by typing another letter; every country is fewer.
MANY = 400
#: The matcher's score from which a whole name was meant: below it, one word among several is alike by chance.
NEAR = 55.0
#: The matcher's scores of a name typed in full, of its beginning, and of words out of it.
WHOLE, PARTLY, WORDS = 96.0, 85.0, 70.0
#: How far ahead of the second the first must be to be taken on Enter.
AHEAD = 3.0
#: From which share of the nearest to a topic on others are as good for it, a little less, or hardly.
_BANDS = (0.7, 0.45, 0.0)
#: How a country may stand to what is as near to its topic, by what it can best write of; of its own, first.
_STANDINGS = ("bound", "awaited", "signed", "position", "texts", "unknown", "left", "outside", "closed")
#: As many are offered by what they are about, where no name is what was typed.
_ON_TOPIC = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One entry that fits; `sure` where it can be taken without asking, `near` where Enter may mean it.

    `alike`: what was typed means this entry no less and no more than others, so that a person must choose."""

    ref: str
    title: str
    detail: str = ""
    sure: bool = False
    near: bool = False
    alike: bool = False


def country_rows(library: Library, query: str) -> Sequence[Row]:
    """The countries that fit, each with its formal name and its regional group."""
    return _rows(library.find_countries(query, limit=MANY))


def body_rows(library: Library, query: str) -> Sequence[Row]:
    """The bodies that fit, each with its short name and what kind of body it is."""
    return _rows(library.find_bodies(query, limit=MANY))


def conference_rows(library: Library, query: str) -> Sequence[Row]:
    """The conferences that fit, each with its short name."""
    return _rows(library.find_conferences(query, limit=MANY))


def instrument_rows(library: Library, query: str, seat: str, topic: str) -> Sequence[Row]:
    """The instruments that fit, each with how the country stands to it.

    Where nothing is typed: those on the paper's topic first, of these what binds the country, then what it signed."""
    matches = _found(library, query, seat)
    if not query.strip():
        matches = _of_use_first(library, matches, topic)
    elif not matches or matches[0].score < WORDS:
        matches = (*matches, *_about(library, query, seat, {match.ref for match in matches}))
    return _rows(matches, [_standing_first(match) for match in matches])


def article_rows(library: Library, ref: str, query: str) -> Sequence[Row]:
    """The articles of an instrument that fit: all of them, those whose number begins so, or those that do what was
    typed."""
    try:
        articles = library.instrument(ref).articles if ref else ()
    except MundraftError:
        return []
    wanted = query.strip().casefold()
    by_number = [one for one in articles if one.written.casefold().startswith(wanted)]
    return [_article_row(one) for one in by_number or _by_words(library, ref, articles, query)]


def could_mean(rows: Sequence[Row]) -> tuple[str, ...]:
    """The entries among which a person has to choose; none where what was typed means one of them, or none."""
    return tuple(row.title for row in rows if row.alike)


def _by_words(library: Library, ref: str, articles: Iterable[Article], query: str) -> list[Article]:
    found = [match.provision for match in library.find_provisions(query, ref)]
    known: dict[tuple[str, str], Article] = {(one.label, one.number): one for one in articles}
    return [known[one.label, one.number] for one in found if (one.label, one.number) in known]


def _article_row(article: Article) -> Row:
    return Row(article.written, article.cited, article.does)


def _of_use_first(library: Library, matches: Sequence[Match], topic: str) -> tuple[Match, ...]:
    """By how near each is to the topic, roughly; of those that are as near, what binds the country comes first."""
    near = library.offered_for(topic)
    best = max(near.values(), default=0.0)

    def use(match: Match) -> tuple[int, int, float]:
        score = near.get(match.ref, 0.0)
        band = next((place for place, share in enumerate(_BANDS) if score > share * best), len(_BANDS))
        return band, _rank(match.participation), -score

    return tuple(sorted(matches, key=use))


def _about(library: Library, query: str, seat: str, known: set[str]) -> tuple[Match, ...]:
    """What is about the words that were typed and goes by other names: "reef" is a matter of the law of the sea."""
    near = library.offered_for(query)
    order = sorted(near, key=lambda ref: -near[ref])[:_ON_TOPIC]
    every = {match.ref: match for match in _found(library, "", seat)}
    return tuple(every[ref] for ref in order if ref not in known)


def _found(library: Library, query: str, seat: str) -> tuple[Match, ...]:
    try:
        return library.find_instruments(query, country=seat or None, limit=MANY)
    except MundraftError:
        return library.find_instruments(query, limit=MANY)


def _rank(found: Participation | None) -> int:
    return _STANDINGS.index(group_of(found.state)) if found else 0


def _rows(matches: Sequence[Match], details: Sequence[str] | None = None) -> Sequence[Row]:
    alike = _alike(matches)
    shown = details or [match.detail for match in matches]
    return [
        Row(match.ref, match.title, detail, match.sure, match.score >= NEAR and not alike, match.ref in alike)
        for match, detail in zip(matches, shown, strict=True)
    ]


def _alike(matches: Sequence[Match]) -> frozenset[str]:
    """The entries among which Enter must ask: the first, where it is not surely meant, and what fits nearly as well.

    A name that is shared with others, some words out of a longer name, or a beginning or slip that fits several."""
    if not matches or matches[0].sure or matches[0].score < NEAR:
        return frozenset()
    first = matches[0].score
    rivals = frozenset(match.ref for match in matches if match.score >= (PARTLY if first >= WHOLE else first - AHEAD))
    asks = len(rivals) > 1 or first >= WHOLE or WORDS <= first < PARTLY
    return rivals if asks else frozenset()


def _standing_first(match: Match) -> str:
    """How the seat stands to an instrument, before what the instrument is: a narrow screen cuts the end."""
    detail = match.detail.removeprefix(f"{match.title}, ")
    return joined(match.participation.in_words if match.participation else "", detail)


def joined(*details: str | None) -> str:
    """Details on one line, those that say something."""
    return " · ".join(detail for detail in details if detail)
