"""Count what the country profiles hold, by field and by treaty, and write it into the page on the data.

    python tools/profile_coverage.py [--check]

The part of `docs/data.md` between the two marks is written anew. With --check nothing is written; the exit code is 1
where the page is not what would be written.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from mundraft.library.country import Country
from mundraft.library.instrument import Instrument
from mundraft.library.participation import State
from mundraft.library.search_path import Library, default_library
from profiles.sources import source_ids

PAGE = Path(__file__).parents[1] / "docs" / "data.md"
BEGIN = "<!-- coverage: written by tools/profile_coverage.py -->"
END = "<!-- end of coverage -->"

FIELDS: tuple[tuple[str, Callable[[Country], object]], ...] = (
    ("short and formal name", lambda country: country.names.short and country.names.formal),
    ("adjective", lambda country: country.names.adjective),
    ("people", lambda country: country.names.people),
    ("another name in the United Nations' lists", lambda country: country.names.listed_as),
    ("aliases", lambda country: country.aliases),
    ("names shared with others", lambda country: country.shared_aliases),
    ("codes", lambda country: country.codes.iso3),
    ("regional group", lambda country: country.united_nations.regional_group),
    ("day of admission", lambda country: country.united_nations.admitted),
    ("basis of admission", lambda country: country.united_nations.basis),
    ("capital", lambda country: country.land.capital),
    ("languages", lambda country: country.land.languages),
    ("groups and organizations", lambda country: country.blocs.members_of),
    ("acts on treaties", lambda country: country.treaties),
    ("positions on texts without parties", lambda country: country.adoptions),
)
#: The columns of the table of treaties, and the states that each counts.
COLUMNS = (
    ("party", (State.PARTY, State.RATIFIED_NOT_IN_FORCE)),
    ("signed only", (State.SIGNATORY,)),
    ("withdrew", (State.WITHDREW,)),
    ("outside", (State.NOT_A_PARTY,)),
    ("cannot join", (State.NOT_OPEN,)),
    ("not known", (State.UNKNOWN,)),
)
#: How many of the columns need an act of a country or a complete list.
_TOLD = 4
POSITIONS = (State.FOR, State.AGAINST, State.ABSTAINED, State.ABSENT)
_LEAST = 12


def main(arguments: list[str] | None = None) -> int:
    """Write the section, or compare it; the exit code."""
    parser = argparse.ArgumentParser(prog="profile_coverage", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    page = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as nothing:
        wanted = with_section(page, section(default_library(beside=Path(nothing))))
    if options.check:
        return int(page != wanted)
    PAGE.write_text(wanted, encoding="utf-8", newline="\n")
    return 0


def with_section(page: str, text: str) -> str:
    """The page with this text between the marks. Raises `ValueError` where the marks are not there."""
    before, _, rest = page.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"{PAGE.name} lacks the marks {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{text}\n{END}{after}"


def section(library: Library) -> str:
    """The whole section as Markdown."""
    countries = [library.country(found.name) for found in library.countries()]
    instruments = [library.instrument(found.name) for found in library.instruments()]
    parts = (_fields(countries), _treaties(countries, instruments), _texts(countries, instruments), _by_hand(countries))
    return "\n".join(line for part in parts for line in part)


def _fields(countries: Sequence[Country]) -> Iterator[str]:
    yield "### By field\n"
    yield from _table(
        ("field", f"of {len(countries)} profiles"),
        ((name, sum(bool(held(country)) for country in countries)) for name, held in FIELDS),
    )


def _treaties(countries: Sequence[Country], instruments: Sequence[Instrument]) -> Iterator[str]:
    treaties = [one for one in instruments if one.takes_parties]
    acts = sum(len(country.treaties) for country in countries)
    known = {country.name: 0 for country in countries}
    lines: list[Sequence[object]] = []
    silent: list[str] = []
    for treaty in treaties:
        states = Counter[State]()
        for country in countries:
            state = country.participation(treaty).state
            states[state] += 1
            known[country.name] += state is not State.UNKNOWN
        counts = [sum(states[state] for state in column) for _, column in COLUMNS]
        if sum(counts[:_TOLD]):
            lines.append((treaty.short, *counts, treaty.complete_as_of or "-"))
        else:
            silent.append(treaty.short)
    yield "### By treaty\n"
    yield f"{acts} entries tell what a country has done about one of {len(treaties)} instruments that take parties."
    yield "“Not known” is told as such, with where to look it up. The last column is the day of a complete list.\n"
    yield from _table(("treaty", *(name for name, _ in COLUMNS), "complete as of"), lines)
    if silent:
        yield f"Of {len(silent)} more no act of any country is recorded: {'; '.join(silent)}.\n"
    least = sorted(known.items(), key=lambda pair: (pair[1], pair[0]))
    yield f"A country is known for {least[0][1]} to {least[-1][1]} treaties, half of them for {_median(known)} or more."
    yield f"The least is known of {', '.join(f'{name} ({count})' for name, count in least[:_LEAST])}.\n"


def _median(known: dict[str, int]) -> int:
    return int(statistics.median(known.values()))


def _texts(countries: Sequence[Country], instruments: Sequence[Instrument]) -> Iterator[str]:
    rows: list[Sequence[object]] = []
    for text in (one for one in instruments if not one.takes_parties):
        taken = (entry for country in countries for entry in country.adoptions if entry.instrument == text.id)
        states = Counter[str](entry.position for entry in taken)
        if any(states[position.value] for position in POSITIONS):
            rows.append((text.short, *(states[position.value] for position in POSITIONS)))
    consensus = sum(one.adopted_by_consensus for one in instruments if not one.takes_parties)
    yield "### By text without parties\n"
    yield from _table(("adopted by a vote", *(position.value for position in POSITIONS)), rows)
    yield f"{consensus} more say of themselves that they were adopted without a vote.\n"


def _by_hand(countries: Sequence[Country]) -> Iterator[str]:
    yield "### Made by hand\n"
    yield "Facts that differ from the source of their group, or that it lacks, as each profile marks them:\n"
    fields: dict[str, list[str]] = {}
    for country in countries:
        for field in country.by_hand:
            fields.setdefault(field, []).append(country.name)
    yield from _table(("field", "countries"), ((field, ", ".join(names)) for field, names in sorted(fields.items())))
    yield "Acts and positions whose source is none of the tables':\n"
    acts = [
        (country.name, instrument, country.sources[source].named)
        for country in countries
        for instrument, source in _sourced(country)
        if source not in source_ids()
    ]
    yield from _table(("country", "instrument", "source"), acts)


def _sourced(country: Country) -> list[tuple[str, str]]:
    """Every act and position of a country: the instrument and the id of its source."""
    acts = [(entry.instrument, entry.source) for entry in country.treaties]
    return acts + [(entry.instrument, entry.source) for entry in country.adoptions]


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield f"| {' | '.join(str(value).replace('|', '/') for value in row)} |"
    yield ""


if __name__ == "__main__":
    sys.exit(main())
