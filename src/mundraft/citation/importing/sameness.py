"""Whether two sources are the same work, by what reference managers agree on."""

from __future__ import annotations

from collections.abc import Iterable

from mundraft.paper.model import Source
from mundraft.text.dates import year_of
from mundraft.text.folding import fold

#: Of so many works of one title and year, one more is compared with the first ones alone.
_COMPARED = 20
#: Where both works give one of these and they differ, a common title is chance ("Introduction").
_TELLING_APART = ("number", "container_title", "volume", "issue", "page")


class KnownWorks:
    """Works that are there already, to be asked whether a new one is among them."""

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        self._by_doi: dict[str, Source] = {}
        self._by_title: dict[tuple[str, str], list[Source]] = {}
        for source in sources:
            self.add(source)

    def add(self, source: Source) -> None:
        if source.doi:
            self._by_doi.setdefault(source.doi.casefold(), source)
        if fold(source.title):
            self._by_title.setdefault(_title_and_year(source), []).append(source)

    def same_as(self, source: Source) -> Source | None:
        """The known work that this one is: of the same DOI, or of the same title and year with nothing against it."""
        if source.doi and source.doi.casefold() in self._by_doi:
            return self._by_doi[source.doi.casefold()]
        if not fold(source.title):
            return None
        alike = self._by_title.get(_title_and_year(source), ())[:_COMPARED]
        return next((known for known in alike if not _differ(known, source)), None)


def _title_and_year(source: Source) -> tuple[str, str]:
    return fold(source.title), year_of(source.issued)


def _differ(one: Source, other: Source) -> bool:
    if one.doi and other.doi and one.doi.casefold() != other.doi.casefold():
        return True
    if _first_author(one) and _first_author(other) and _first_author(one) != _first_author(other):
        return True
    return any(
        getattr(one, name) and getattr(other, name) and fold(getattr(one, name)) != fold(getattr(other, name))
        for name in _TELLING_APART
    )


def _first_author(source: Source) -> str:
    first = source.author[0] if source.author else None
    return fold(first.family or first.literal) if first else ""
