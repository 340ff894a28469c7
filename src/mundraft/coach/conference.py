"""Every rule of a conference that a paper breaks, with where the rule was seen.

Pictures and national symbols are not checked: a paper made here has none, and what is put in afterwards is not seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from mundraft.interview.interview import Interview
from mundraft.problems import Problem

from .rule_citations import citation_breaches
from .rule_handing_in import generated_text, how_far_known, topics_left_out
from .rule_lengths import Length, lengths, unlimited
from .rule_wording import first_person, missing_sections, named_though_anonymous
from .ruling import Ruling

if TYPE_CHECKING:
    from mundraft.compose.compose import Composer
    from mundraft.compose.presentation import Presentation
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper


class Verdict(NamedTuple):
    """What a conference finds wrong, and each of its limits as it was held against the paper."""

    findings: tuple[Problem, ...]
    lengths: tuple[Length, ...] = ()


def verdict(paper: Paper, library: Library, composer: Composer | None = None, today: date | None = None) -> Verdict:
    """What the conference of a paper (its `preset`) would say of it; without one, only which choices of the paper
    cannot be followed.

    `composer` is one that keeps what it composed before. Raises what composing raises. A preset that the library lacks
    is a finding and no error."""
    from mundraft.compose.compose import Composer

    composer = composer or Composer(library)
    presentation = composer.presentation(paper)
    if not presentation.conference:
        return Verdict(presentation.told)
    ruling = _ruling(paper, library, composer, presentation)
    held = tuple(lengths(ruling))
    of_length = (finding for length in held for finding in length.findings)
    return Verdict((*presentation.told, *of_length, *_findings(ruling, today)), held)


def _ruling(paper: Paper, library: Library, composer: Composer, presentation: Presentation) -> Ruling:
    return Ruling(
        conference=library.conference(paper.preset.strip()),
        presentation=presentation,
        documents=composer.documents(paper),
        interview=Interview(library.template(paper.template).definition, paper),
        seat=composer.seat(paper).name or "country",
    )


def _findings(ruling: Ruling, today: date | None) -> Iterator[Problem]:
    yield from unlimited(ruling)
    yield from citation_breaches(ruling)
    yield from named_though_anonymous(ruling)
    yield from missing_sections(ruling)
    yield from topics_left_out(ruling)
    yield from first_person(ruling)
    yield from generated_text(ruling)
    yield from how_far_known(ruling, today)
