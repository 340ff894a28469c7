"""What every file of facts has in common: dates as they are written, and sources with the date they were true.

A fact without a source is worth little in a debate, so country profiles and instruments name a source for each group of
facts. Sources stand once in the file, under a short id.
"""

from collections.abc import Iterable
from typing import Annotated, TypeAlias

from mundraft.models.checks import After
from mundraft.models.faults import FaultBelow
from mundraft.models.fields import Meta
from mundraft.models.forms import formed
from mundraft.models.model import Model
from mundraft.text.clean import clean
from mundraft.text.dates import date_in_words, date_meant, date_parts, is_date, is_date_written
from mundraft.text.near import names_near

#: In characters; the longest title that ships has half of it.
_LONGEST_LINE = 500
#: Of what stands where a date should, as much is shown.
_LONGEST_DATE = 40
#: The form of a date, for editors.
_DATE = r"^[0-9]{4}(-[0-9]{2}){0,2}$"
# What turns the direction of text round: in a name it can make a terminal show another one than is there.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def possible_date(value: str) -> str:
    """The same text, where it is a date as files write them. Raises `FaultBelow`."""
    if not is_date_written(value):
        parts = date_parts(value)
        meant = "-".join(f"{part:02}" for part in parts) if parts else date_meant(value) or "2019-02-28"
        next_step = (
            f"Write it like this: {meant} (year, month, day). The month or the day can be left out: 2019-02, 2019."
        )
        what = f"a date is written YYYY, YYYY-MM or YYYY-MM-DD, and not {value[:_LONGEST_DATE]}"
        raise FaultBelow(what, (), next_step)
    if not is_date(value):
        next_step = "Look the date up again. The month stands in the middle: 2019-02-28."
        raise FaultBelow(f"there is no such date as {value}", (), next_step)
    return value


def _without_turns(value: str) -> str:
    cleaned = clean(value)
    if not (cleaned.isascii() or _TURNING.isdisjoint(cleaned)):
        what = "an invisible character in it turns the direction of the text round"
        raise FaultBelow(what, (), "Delete the whole text, and type it again instead of copying it.")
    return cleaned


def _one_line(value: str) -> str:
    cleaned = _without_turns(value)
    if "\n" in cleaned or "\t" in cleaned:
        raise FaultBelow("this must be one line", (), "Take out line breaks and tabs.")
    if len(cleaned) > _LONGEST_LINE:
        raise FaultBelow(f"this has more than {_LONGEST_LINE} characters", (), "Shorten it, or move it into a `note`.")
    return cleaned


def _said(value: str) -> str:
    if not value.strip():
        raise FaultBelow("this cannot be empty", (), "Write it, or leave the whole line out to keep what was there.")
    return _one_line(value)


#: Text of one line, as a terminal and a list show it; it may be empty.
Line: TypeAlias = Annotated[str, After(_one_line)]
#: The same, and never empty.
Said: TypeAlias = Annotated[str, After(_said)]
#: Text of any length.
Prose: TypeAlias = Annotated[str, After(_without_turns)]


_IS_NO_ID = (
    "is not written as an id",
    "An id has small letters, digits and hyphens alone, such as: iccpr-op1. It is a file's name without .yaml; "
    "`mundraft instrument list` shows those of instruments.",
)

#: A date as precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD. Text order is time order among dates of one precision.
DateText: TypeAlias = Annotated[str, After(possible_date), Meta(extra_json_schema={"pattern": _DATE})]
#: The same, or "" where the date is not known.
MaybeDate: TypeAlias = Annotated[
    str,
    After(lambda value: possible_date(value) if value else ""),
    Meta(extra_json_schema={"pattern": rf"{_DATE}|^$"}),
]
#: The id of a country, an instrument or a source of facts: what a file is called without its ending.
Ref: TypeAlias = Annotated[str, formed(r"^[a-z0-9][a-z0-9-]{0,51}\Z", *_IS_NO_ID)]
#: The same, or "" for none.
MaybeRef: TypeAlias = Annotated[str, formed(r"^([a-z0-9][a-z0-9-]{0,51})?\Z", *_IS_NO_ID)]


class FactSource(Model):
    """Where facts of a file come from. `as_of` is the day for which they were true, `through` who passed them on."""

    title: Said
    as_of: DateText
    url: Line = ""
    through: Line = ""

    @property
    def named(self) -> str:
        """The source with its day: "United Nations Treaty Collection, as of March 2015"."""
        return f"{self.title}, as of {date_in_words(self.as_of)}"


#: The sources of one file, by the ids that its groups of facts name.
Sources: TypeAlias = dict[Ref, FactSource]


def refuse_unnamed_sources(sources: dict[str, FactSource], used: Iterable[tuple[tuple[str | int, ...], str]]) -> None:
    """Refuse a source that the file does not hold; `used` pairs the way to each use with the source's id.

    Raises `FaultBelow`."""
    for at, ref in used:
        if ref not in sources:
            raise FaultBelow(f"{ref!r} is not among the sources of this file", at, _source_meant(ref, sources))


def _source_meant(ref: str, sources: Iterable[str]) -> str:
    near = names_near(ref, sources, n=1)
    if near:
        return f"Did you mean {near[0]}? Otherwise add it under `sources`, with its `title` and `as_of`."
    known = f", or name one that is there: {', '.join(sources)}" if sources else ""
    return f"Add it under `sources`, with its `title` and the day for which it speaks, `as_of`{known}."
