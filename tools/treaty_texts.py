"""The treaties whose texts are fingerprinted: which they are, and their texts with the faults of the copies mended."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from mending import mended
from mundraft.library.quotations.fingerprints import PREAMBLE, Treaty
from treaty_mends import DECLARED

_CONVENTION = "the Convention on the"

TREATIES = {
    "cat": Treaty(
        "cat", "the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment"
    ),
    "cedaw": Treaty("cedaw", f"{_CONVENTION} Elimination of All Forms of Discrimination against Women"),
    "crc": Treaty("crc", f"{_CONVENTION} Rights of the Child"),
    "crpd": Treaty("crpd", f"{_CONVENTION} Rights of Persons with Disabilities"),
    "gc-ap1": Treaty("gc-ap1", "Additional Protocol I to the Geneva Conventions"),
    "gc-ap2": Treaty("gc-ap2", "Additional Protocol II to the Geneva Conventions"),
    "gc-iv": Treaty("gc-iv", "the Fourth Geneva Convention"),
    "genocide": Treaty("genocide", "the Genocide Convention"),
    "iccpr": Treaty("iccpr", "the International Covenant on Civil and Political Rights"),
    "iccpr-op1": Treaty(
        "iccpr-op1", "the first Optional Protocol to the International Covenant on Civil and Political Rights"
    ),
    "iccpr-op2": Treaty(
        "iccpr-op2", "the Second Optional Protocol to the International Covenant on Civil and Political Rights"
    ),
    "icerd": Treaty("cerd", "the International Convention on the Elimination of All Forms of Racial Discrimination"),
    "icescr": Treaty("icescr", "the International Covenant on Economic, Social and Cultural Rights"),
    "op-icescr": Treaty(
        "op-icescr", "the Optional Protocol to the International Covenant on Economic, Social and Cultural Rights"
    ),
    "refugee": Treaty("ref-1951", "the Convention relating to the Status of Refugees"),
    "rome-statute": Treaty("rome", "the Rome Statute of the International Criminal Court"),
    "udhr": Treaty("udhr", "the Universal Declaration of Human Rights"),
    "un-charter": Treaty("un-charter", "the Charter of the United Nations"),
    "uncac": Treaty("uncac", "the United Nations Convention against Corruption"),
    "vclt": Treaty("vclt", "the Vienna Convention on the Law of Treaties"),
}
"""Each file of the folder, by its name without `.json`: our id of the instrument and its title within a sentence."""


@dataclass(frozen=True, slots=True)
class Text:
    """A treaty with its mended text: each article's number and words, the preamble first."""

    treaty: Treaty
    articles: tuple[tuple[str, str], ...]


def read_treaties(folder: Path) -> list[Text]:
    """The texts of all treaties, mended. Raises `SystemExit` naming the file that is missing."""
    read: dict[str, list[tuple[str, str]]] = {}
    for name in TREATIES:
        try:
            found = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        except OSError as fault:
            raise SystemExit(f"{folder / name}.json: cannot be read ({fault.strerror})") from fault
        read[name] = [(PREAMBLE, found["preamble"]), *((one["number"], one["text"]) for one in found["articles"])]
    return [Text(TREATIES[name], tuple(articles)) for name, articles in mended(read, DECLARED).items()]
