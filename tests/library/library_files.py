"""Small files of a library, for tests that write their own."""

from __future__ import annotations

COUNTRY = """\
names:
  short: {short}
  formal: Republic of {short}
  adjective: {short}ian
  source: made-up
codes:
  iso2: {iso2}
  iso3: {iso3}
  m49: "{m49}"
  source: made-up
united_nations:
  admitted: 1960-01-01
  source: made-up
land:
  source: made-up
blocs:
  source: made-up
{more}
sources:
  made-up:
    title: Invented for a test
    as_of: 2020-01-01
"""

INSTRUMENT = """\
title: {title}
short: {short}
kind: {kind}
binding: true
adopted: 1990-05-05
{more}
source: made-up
sources:
  made-up:
    title: Invented for a test
    as_of: 2020-01-01
"""


def country_file(short: str = "Freedonia", iso: str = "FR", m49: str = "901", more: str = "") -> str:
    return COUNTRY.format(short=short, iso2=iso, iso3=f"{iso}X", m49=m49, more=more)


def instrument_file(
    title: str = "Convention on Tests", short: str = "CT", kind: str = "convention", more: str = ""
) -> str:
    return INSTRUMENT.format(title=title, short=short, kind=kind, more=more)
