"""The works that a document can cite: the paper's own, and those that instruments of the catalogue bring along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mundraft.citation.style import Work
from mundraft.document.tree import Origin
from mundraft.library.looked_up import LookedUp, catalogue_ref
from mundraft.paper.model import Source


class CitedWorks:
    """Works by their ids. One of the paper's own stands before another of the same id."""

    def __init__(self, own: Iterable[Source], brought: Mapping[str, Source], looked_up: LookedUp) -> None:
        """`brought` are the sources that the instruments of topics bring along, by their ids."""
        self._own = {source.id: source for source in own}
        self._brought = brought
        self._looked_up = looked_up

    def get(self, source: str, /) -> Work | None:
        """The work of this id, None where there is none. An answer may cite an instrument of the catalogue that the
        paper does not list among its instruments."""
        own = self._own.get(source)
        if own:
            return Work(own)
        brought = self._brought.get(source)
        if brought:  # of the catalogue, or made of what was typed where the catalogue has none
            return Work(brought, Origin.LIBRARY if catalogue_ref(source) else Origin.DELEGATE)
        found = self._looked_up.instrument(catalogue_ref(source))
        return Work(found.as_source, Origin.LIBRARY) if found else None
