"""Mistakes that teachers make in the profile of a country or of another seat."""

from __future__ import annotations

from mistakes_form import Mistake

_PROFILE = "country_profiles/riverland.yaml"


def _says(name: str, old: str, new: str, look: str, *says: str) -> Mistake:
    return Mistake(name, _PROFILE, old, new, look, says)


MISTAKES = (
    _says("first-line-lost", "land:\n", "", "  capital: Weir", "land:"),
    _says(
        "day-as-one-says-it",
        "admitted: 1971-09-21",
        "admitted: 21 September 1971",
        "admitted",
        "21 September 1971",
        "1971-09-21",
    ),
    _says("month-and-day-crossed", "admitted: 1971-09-21", "admitted: 1971-21-09", "admitted", "1971-21-09", "month"),
    _says("day-that-is-none", "signed: 1980-07-17", "signed: 1980-02-30", "1980-02-30", "1980-02-30"),
    _says("no-source", "  people: Riverlanders\n  source: ours\n", "  people: Riverlanders\n", "names:", "source"),
    _says(
        "source-misspelt",
        "  capital: Weir\n  languages:\n    - Riverlandish\n    - English\n  source: ours",
        "  capital: Weir\n  languages:\n    - Riverlandish\n    - English\n  source: our",
        "source: our\n",
        "our",
        "ours",
    ),
    _says(
        "sources-missing",
        "sources:\n  ours:\n    title: The country that our class made up\n    as_of: 2026-10\n    url: https://example.org/riverland\n",
        "",
        "",
        "sources",
    ),
    _says(
        "regional-group-in-other-words",
        "regional_group: Asia-Pacific Group",
        "regional_group: Asia Pacific",
        "regional_group",
        "Asia Pacific",
        "Asia-Pacific Group",
    ),
    _says("the-for-true", "article: false", "article: the", "article: the", "the", "true"),
    _says("code-in-small-letters", "iso2: QZ\n", "iso2: qz\n", "iso2: qz", "qz", "capital"),
    _says("code-without-its-nought", 'm49: "099"', "m49: 99", "m49: 99", "99", "three digits"),
    _says(
        "treaty-by-its-name",
        "instrument: crc",
        "instrument: Convention on the Rights of the Child",
        "instrument: Convention",
        "crc",
    ),
    _says("treaty-in-capitals", "instrument: crc", "instrument: CRC", "instrument: CRC", "CRC", "crc"),
    _says("treaty-misspelt", "instrument: cedaw", "instrument: cedwa", "instrument: cedwa", "cedwa", "cedaw"),
    _says(
        "ratified-as-a-key",
        "    consent: 1990-08-01\n    consent_kind: ratification\n",
        "    ratified: 1990-08-01\n",
        "ratified",
        "ratified",
        "consent",
    ),
    _says(
        "ratified-as-a-kind",
        "    consent: 1990-08-01\n    consent_kind: ratification\n",
        "    consent: 1990-08-01\n    consent_kind: ratified\n",
        "ratified",
        "ratified",
        "ratification",
    ),
    _says("stands-yes", "    signed: 1973-03-26\n", "    stands: yes\n", "stands: yes", "yes", "party"),
    _says(
        "day-and-stands",
        "    signed: 1973-03-26\n",
        "    consent: 1973-03-26\n    stands: party\n",
        "stands: party",
        "stands",
    ),
    _says("nothing-said-of-a-treaty", "    signed: 1973-03-26\n", "", "- instrument: cerd", "signed"),
    _says("treaty-twice", "instrument: cedaw", "instrument: cerd", "- instrument: cerd\n    signed: 1973", "cerd"),
    _says(
        "languages-in-one-line",
        "  languages:\n    - Riverlandish\n    - English\n",
        "  languages: Riverlandish, English\n",
        "languages:",
        "list",
        "- ",
    ),
    _says("name-for-names", "  short: Riverland\n", "  name: Riverland\n", "name: Riverland", "name", "short"),
    _says("no-dash", "  - instrument: cedaw", "    instrument: cedaw", "    instrument: cedaw", "instrument", "- "),
    _says(
        "colon-in-a-note",
        "  basis: General Assembly",
        "  group_note: Since 1990: observer\n  basis: General Assembly",
        "group_note",
        "quot",
    ),
    _says(
        "capital-under-names",
        "  people: Riverlanders\n",
        "  people: Riverlanders\n  capital: Weir\n",
        "  capital: Weir\n  source: ours\naliases",
        "capital",
        "land",
    ),
    Mistake("capital-in-the-file-name", _PROFILE, "", "", "", ("river-land.yaml",), renamed="River Land.yaml"),
    Mistake("wrong-ending", _PROFILE, "", "", "", ("riverland.yaml",), renamed="riverland.yml"),
)
