"""Everything that the coach finds in a paper, in the order in which a delegate can act on it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mundraft.interview.asking import interview_of
from mundraft.interview.known_names import known_names
from mundraft.library.looked_up import LookedUp
from mundraft.problems import Problem

from .adoption_years import adoption_year_findings
from .ages import old_statuses
from .another_seat import another_seat
from .answers import advice_on_answers, invalid_answers, missing_answers, unasked_answers
from .claims import claim_findings
from .country_names import country_name_findings
from .law import law_findings
from .other_speakers import other_speakers
from .quotations import quotation_findings
from .sentences import repeated_sentences
from .small_letters import small_letters
from .sources import citation_findings, source_findings, unsourced_claims
from .texts import written_texts

if TYPE_CHECKING:
    from mundraft.interview.interview import Interview
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper


def findings(
    paper: Paper,
    library: Library,
    today: date | None = None,
    interview: Interview | None = None,
    printed: str = "",
) -> tuple[Problem, ...]:
    """What is missing first, in the order of the interview; then what cannot be used; claims and citations without a
    source; the seat and the law, who speaks, what is said of the law, quotations of treaties, how old that knowledge
    is; the list of sources; years and names; advice on wording; answers that the template does not ask for.

    `today` is the day from which ages are counted, the clock's where it is left out; `interview` is the paper's,
    where somebody has it already; `printed` is the text of the paper, where it was composed. Every finding names
    the address of what it is about. Raises what reading the paper's template raises (`UnknownName`,
    `UnreadableFile`); a country or an instrument that the library lacks is a finding and no error."""
    interview = interview or interview_of(paper, library)
    names = known_names(paper.seat, library)
    texts = tuple(written_texts(interview))
    country = LookedUp(library).country(paper.seat.ref)
    return (
        *missing_answers(interview),
        *invalid_answers(interview, names),
        *unsourced_claims(interview),
        *citation_findings(paper, library),
        *law_findings(interview, library),
        *other_speakers(texts, library, country),
        *another_seat(texts, paper, library, country),
        *claim_findings(interview, library),
        *quotation_findings(paper, library),
        *old_statuses(paper, library, today),
        *source_findings(paper),
        *adoption_year_findings(texts, paper, library),
        *country_name_findings(texts, library, country),
        *repeated_sentences(texts),
        *small_letters(texts),
        *advice_on_answers(interview, names),
        *unasked_answers(interview, printed),
    )
