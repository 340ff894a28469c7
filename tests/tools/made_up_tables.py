"""Small tables about countries that are not, for tests of the tool that rebuilds profiles."""

from __future__ import annotations

from pathlib import Path

COUNTRIES = """\
iso3,iso2,m49,un_short_name,un_formal_name,un_status,un_regional_group,un_group_note,un_admission_date,\
un_admission_basis,capital_factbook,adjective_factbook,noun_factbook,languages_cldr_official,icj_icc_factbook,blocs
FRX,FR,901,Freedonia (Free State of),Free State of Freedonia,member,GRULAC,,1955-12-14,A/RES/995(X),\
Fredville (Fredstadt),Freedonian,Freedonian(s),Freedonian; zz_Latn,accepts ICCt jurisdiction,G77; NAM
SYX,SY,902,Sylvania,Republic of Sylvania,member,WEOG,,1945-10-24,\
founding member (Charter ratification deposited 1945-08-31),Sylvburg,Sylvanian,Sylvanian(s),Sylvanian,\
has said nothing; non-party state to the ICCt,
"""
UNTC = "UNTC 2015-03 (zmjones/untreaties)"
ACTS = f"""\
instrument,iso3,signature,consent_date,consent_kind,precision,source
CRC,FRX,1990-01-26,1990-07-30,ratification,day,{UNTC}
OTTAWA,FRX,,2001-01-23,accession,day,{UNTC}
PALERMO-TIP,FRX,2000-12-13,by 2023-09,,before,"{UNTC}; US DOL ILAB 2022 reporting (party yes, no date)"
CITES,SYX,1990-04-30,1990-01-30,,day,globalgov/manytreaties GGO (unchecked)
CRC,SYX,1995-02-16,,,,{UNTC}
MINAMATA,SYX,2013-10-10,2014-09-24,,day,globalgov/manytreaties GGO (unchecked)
GC-IV,SYX,1949-08-12,1955-08-02,,day,globalgov/manyhealth 0.3.1 (to 2023-02)
"""
CHANGES = """\
instrument,iso3,change,date,certainty,source
OTTAWA,FRX,withdrawal effective,2025-12-27,high,same
CRC,SYX,ratification,2026-01-01,medium (memory),somebody said so
"""
VOTES = """\
instrument,iso3,position,on,source
UDHR,SYX,abstained,1948,unvotes 0.3.0 session 3
"""


def write_tables(folder: Path, **tables: str) -> Path:
    """The tables above in a folder; `tables` gives other text for "countries", "acts", "changes" or "votes"."""
    folder.mkdir(exist_ok=True)
    names = {
        "countries": ("countries.csv", COUNTRIES),
        "acts": ("treaty_participation.csv", ACTS),
        "changes": ("recent_changes.csv", CHANGES),
        "votes": ("votes.csv", VOTES),
    }
    for name, (file, text) in names.items():
        (folder / file).write_text(tables.get(name, text), encoding="utf-8")
    return folder
