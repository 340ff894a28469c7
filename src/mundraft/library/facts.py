"""What every file of facts has in common: dates as they are written, and sources with the date they were true.

A fact without a source is worth little in a debate, so country profiles and instruments name a source for each group of
facts. Sources stand once in the file, under a short id.
"""

from collections.abc import Iterable
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field, StringConstraints

from mundraft.paper.model import Model, Text
from mundraft.strictyaml.faults import FaultBelow
from mundraft.text.dates import date_in_words, is_date, is_date_written


def _possible_date(value: str) -> str:
    if not is_date_written(value):
        raise ValueError("a date is written YYYY, YYYY-MM or YYYY-MM-DD")
    if not is_date(value):
        raise ValueError(f"there is no such date as {value}")
    return value


#: A date as precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD. Text order is time order among dates of one precision.
DateText: TypeAlias = Annotated[str, AfterValidator(_possible_date)]
#: The same, or "" where the date is not known.
MaybeDate: TypeAlias = Annotated[str, AfterValidator(lambda value: _possible_date(value) if value else "")]
#: The id of a country, an instrument or a source of facts: what a file is called without its ending.
Ref: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,51}$")]
#: The same, or "" for none.
MaybeRef: TypeAlias = Annotated[str, StringConstraints(pattern=r"^([a-z0-9][a-z0-9-]{0,51})?$")]


class FactSource(Model):
    """Where facts of a file come from. `as_of` is the day for which they were true, `through` who passed them on."""

    title: Text
    as_of: DateText
    url: Text = ""
    through: Text = ""

    @property
    def named(self) -> str:
        """The source with its day: "United Nations Treaty Collection, as of March 2015"."""
        return f"{self.title}, as of {date_in_words(self.as_of)}"


#: The sources of one file, by the ids that its groups of facts name.
Sources: TypeAlias = Annotated[dict[Ref, FactSource], Field(default_factory=dict)]


def refuse_unnamed_sources(sources: dict[str, FactSource], used: Iterable[tuple[tuple[str | int, ...], str]]) -> None:
    """Refuse a source that the file does not hold; `used` pairs the way to each use with the source's id.

    Raises `FaultBelow`."""
    for at, ref in used:
        if ref not in sources:
            known = f", or name one that is there: {', '.join(sources)}" if sources else ""
            next_step = f"Add it under `sources`, with its title and the day for which it speaks{known}."
            raise FaultBelow(f"{ref!r} is not among the sources of this file", at, next_step)
