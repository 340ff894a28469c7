"""How people write an instrument that is known by a number or a year: "UNSCR 1325", "GA Res. 64/292", "ILO C182".

A file names what only it is called; the ways of writing a number are the same for all, and are made here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mundraft.library.instrument import Instrument

_COUNCIL = re.compile(r"S/RES/(\d+) ?\((\d{4})\)")
#: "64/292", "ES-11/1"; before 1976 the session follows in Roman figures: "1514(XV)"
_ASSEMBLY = re.compile(r"A/RES/(?:((?:E?S-)?\d+/\d+)|(\d+) ?\(([IVXL]+)\))")
_LABOUR = re.compile(r"(?P<name>.+?) Convention, \d{4} \(No\. (?P<number>\d+)\)")

_COUNCIL_SAYS = (
    "UNSCR", "SCR", "UNSC", "SC", "S/RES", "UN SCR", "Res.", "resolution", "UN resolution", "SC resolution", "SC Res.",
    "UNSC resolution", "UNSC Res.", "Council resolution", "Security Council resolution",
    "UN Security Council resolution", "United Nations Security Council resolution",
)  # fmt: skip
_ASSEMBLY_SAYS = (
    "GA", "UNGA", "A/RES", "Res.", "resolution", "UN resolution", "GA resolution", "GA Res.", "UNGA resolution",
    "UNGA Res.", "General Assembly resolution", "UN General Assembly resolution",
    "United Nations General Assembly resolution",
)  # fmt: skip
_LABOUR_SAYS = (
    "C", "ILO", "ILO C", "ILO No.", "Convention", "Convention No.", "ILO Convention", "ILO Convention No.",
    "ILO Convention C", "ILO Conv.", "ILO Conv. No.", "International Labour Organization Convention",
    "International Labour Organization Convention No.",
)  # fmt: skip


def ways_to_write(entry: Instrument) -> tuple[str, ...]:
    """Names by number and by year, beside those that the file gives; order and punctuation do not matter."""
    made = [*_with_year(entry), *_of_council(entry), *_of_labour(entry)]
    # A treaty shares the resolution that adopted it with its protocols.
    if not entry.takes_parties:
        made += _of_assembly(entry)
    return tuple(dict.fromkeys(made))


def _with_year(entry: Instrument) -> Iterator[str]:
    """ "CRC 1989", "Universal Declaration of Human Rights (1948)"."""
    for name in (entry.title, entry.short):
        if entry.year not in name:
            yield f"{name} {entry.year}"


def _of_council(entry: Instrument) -> Iterator[str]:
    if match := _COUNCIL.match(entry.symbol):
        number, year = match.groups()
        subject = entry.title.partition(f"({year}) on ")[2]
        yield number
        for head in _COUNCIL_SAYS:
            yield f"{head} {number}"
            yield f"{head} {number} ({year})"
            if subject:
                yield f"{head} {number} on {subject}"


def _of_assembly(entry: Instrument) -> Iterator[str]:
    if match := _ASSEMBLY.match(entry.symbol):
        modern, old, session = match.groups()
        numbers = (modern,) if modern else (old, f"{old} ({session})")
        yield numbers[-1]
        for head in _ASSEMBLY_SAYS:
            for number in numbers:
                yield f"{head} {number}"


def _of_labour(entry: Instrument) -> Iterator[str]:
    if match := _LABOUR.fullmatch(entry.title):
        name, number = match["name"], match["number"]
        yield f"{name} Convention"
        yield f"ILO {name} Convention"
        for head in _LABOUR_SAYS:
            yield f"{head} {number}"
            yield f"{head} {int(number):03}"
            yield f"{head} {number} on {name}"
