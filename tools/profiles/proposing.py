"""What the tables say of one country, in the form of a profile: plain values, in the order of the file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from mundraft.text.dates import date_in_words
from mundraft.text.folding import fold
from profiles.sources import KnownSource, group_source, known_sources, source_of
from profiles.tables import Row, Tables

Plain = dict[str, Any]

_GROUPS = {"GRULAC": "Latin American and Caribbean Group", "WEOG": "Western European and Others Group"}
_RESOLUTION = re.compile(r"A/RES/(S-\d+/\d+|\d+/\d+|\d+)(?:\(([^)]+)\))?\Z")
_FOUNDER = re.compile(r"founding member \(Charter ratification deposited (\S+)\)")
_CHANGES = (
    (re.compile(r"withdrawal effective\b"), "withdrew", ""),
    (re.compile(r"ratification\b"), "consent", "ratification"),
    (re.compile(r"accession\b"), "consent", "accession"),
    (re.compile(r"signature\b"), "signed", ""),
)
#: Only a change that is certain and has a source to name becomes a fact; others are for a person to look up.
CERTAIN = "high"
#: How the Factbook's column ends for a State that has not joined the International Criminal Court.
OUTSIDE_ROME = "non-party state to the ICCt"


def ref_of(name: str) -> str:
    """The id that a name gives a profile: "Côte d'Ivoire" becomes "cote-divoire"."""
    return fold(re.sub(r"['’]", "", name)).replace(" ", "-")


def proposals(tables: Tables) -> dict[str, Plain]:
    """The profile that the tables give each country, by ISO 3166-1 alpha-3."""
    place = {instrument: number for number, instrument in enumerate(tables.order)}
    last = len(place)
    taken = [row for row in tables.acts if source_of(row).rule != "passed over"]
    acts = _by_country(sorted(taken, key=lambda row: place.get(row["instrument"], last)))
    votes = _by_country(sorted(tables.votes or (), key=lambda row: place.get(row["instrument"], last)))
    changes = _by_country(tables.changes)
    return {
        iso3: _profile(row, acts[iso3], [one for one in changes[iso3] if one["certainty"] == CERTAIN], votes[iso3])
        for iso3, row in tables.countries.items()
    }


def uncertain(tables: Tables) -> tuple[Row, ...]:
    """The changes that are not taken: too uncertain, or about something else than one country's acts on one treaty."""
    return tuple(row for row in tables.changes if row["certainty"] != CERTAIN or not _act_of(row))


def _by_country(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["iso3"]].append(row)
    return found


def _profile(row: Row, acts: list[Row], changes: list[Row], votes: list[Row]) -> Plain:
    used: dict[str, Mapping[str, str]] = {}

    def named(source: KnownSource) -> str:
        used[source.id] = source.entry
        return source.id

    profile: Plain = {
        "mundraft-country": "1",
        "names": _names(row) | {"source": named(group_source("names"))},
        "codes": {key: row[key] for key in ("iso2", "iso3", "m49")} | {"source": named(group_source("codes"))},
        "united_nations": _united_nations(row) | {"source": named(group_source("united_nations"))},
        "land": _land(row) | {"source": named(group_source("land"))},
        "blocs": {"members_of": _listed(row["blocs"])} | {"source": named(group_source("blocs"))},
        "treaties": [_treaty(act) for act in acts],
        "adoptions": [_adoption(vote) for vote in votes],
    }
    for change in changes:
        _apply(profile["treaties"], change)
    profile["treaties"] += _outside(row, profile["treaties"])
    entries = {one.id: one.entry for one in known_sources()}
    for entry in (*profile["treaties"], *profile["adoptions"]):
        used[entry["source"]] = entries[entry["source"]]
    profile["sources"] = {ref: dict(entry) for ref, entry in used.items()}
    return {key: value for key, value in profile.items() if value}


def _names(row: Row) -> Plain:
    listed = row["un_short_name"]
    short = listed.split(" (")[0]
    adjective, noun = row["adjective_factbook"], row["noun_factbook"]
    return _filled(
        short=short,
        formal=row["un_formal_name"],
        adjective="" if adjective == "none" else adjective,
        people=_plural(noun),
        listed_as=listed if listed != short else "",
    )


def _plural(noun: str) -> str:
    """The people in the plural, from "Kenyan(s)" or "Japanese (singular and plural)"."""
    noun = noun.replace(" (singular and plural)", "")
    return "" if noun == "none" else noun.replace("(s)", "s")


def _united_nations(row: Row) -> Plain:
    group = row["un_regional_group"]
    return _filled(
        status=row["un_status"],
        regional_group=_GROUPS.get(group, group),
        admitted=row["un_admission_date"],
        basis=_basis(row["un_admission_basis"]),
    )


def _basis(text: str) -> str:
    if match := _FOUNDER.match(text):
        return f"Founding member; ratified the Charter on {match[1]}"
    if match := _RESOLUTION.match(text):
        return f"General Assembly resolution {match[1]}" + (f" ({match[2]})" if match[2] else "")
    return ""


def _land(row: Row) -> Plain:
    capital = re.split(r" \(|;", row["capital_factbook"])[0]
    # What the table holds as a code ("sr_Latn", "zdj") is a script or a dialect, not a name.
    languages = [one for one in _listed(row["languages_cldr_official"]) if one[:1].isupper()]
    return _filled(capital=capital) | ({"languages": languages} if languages else {})


def _treaty(row: Row) -> Plain:
    source = source_of(row)
    consent, signed = row["consent_date"], row["signature"]
    late = source.rule == "not after consent" and signed > consent
    if consent and (late or source.rule == "the treaty's day"):
        signed = ""
    by = consent.startswith("by ")
    return _filled(
        instrument=row["instrument"].lower(),
        signed=signed,
        consent="" if by else consent,
        consent_kind="" if by else row["consent_kind"],
        stands="party" if by else "",
        source=source.id,
    )


def _outside(row: Row, treaties: list[Plain]) -> list[Plain]:
    """The Factbook says of each State whether it is party to the Rome Statute; what a row tells goes before it."""
    told = any(entry["instrument"] == "rome" for entry in treaties)
    if told or not row["icj_icc_factbook"].endswith(OUTSIDE_ROME):
        return []
    return [{"instrument": "rome", "stands": "outside", "source": group_source("land").id}]


def _adoption(row: Row) -> Plain:
    return _filled(
        instrument=row["instrument"].lower(),
        position=row["position"],
        on=row["on"],
        source=source_of(row).id,
    )


def _act_of(row: Row) -> tuple[str, str] | None:
    """The field of a treaty's entry that a change sets, and the kind of consent; None where it is something else."""
    found = next(((field, kind) for pattern, field, kind in _CHANGES if pattern.match(row["change"])), None)
    return found if len(row["iso3"]) == len("KEN") else None


def _apply(treaties: list[Plain], change: Row) -> None:
    act = _act_of(change)
    if act is None:
        return
    field, kind = act
    source, ref = source_of(change), change["instrument"].lower()
    entry = next((one for one in treaties if one["instrument"] == ref), None)
    if entry is None:
        entry = {"instrument": ref}
        treaties.append(entry)
    if entry.get(field) == change["date"]:
        return
    before = entry.get("consent", "")
    earlier = next((one.entry for one in known_sources() if one.id == entry.get("source")), None)
    fields: Plain = {**entry, field: change["date"], "source": source.id}
    if kind:
        fields["consent_kind"] = kind
        fields.pop("stands", None)
    if field == "withdrew" and before and earlier:
        of = f"{earlier['title']}, as of {date_in_words(earlier['as_of'])}"
        fields["note"] = f"The day of consent is from another source: {of}."
    order = ("instrument", "signed", "consent", "consent_kind", "withdrew", "stands", "source", "note")
    entry.clear()
    entry.update({key: fields[key] for key in order if key in fields})


def _listed(text: str) -> list[str]:
    return [one for part in text.split(";") if (one := part.strip())]


def _filled(**values: str) -> Plain:
    return {key: value for key, value in values.items() if value}
