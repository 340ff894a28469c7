"""Where the documents of a paper are written: one file or one for each topic, under the conference's name for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mundraft.compose.fields import field_values
from mundraft.export.naming import default_name, for_topic, prescribed_stem, unsaid
from mundraft.files.names import fault_of_name, safe_file_name
from mundraft.library.naming_fields import FIELD_NAMES, names_in
from mundraft.text import clock

if TYPE_CHECKING:
    from mundraft.compose.presentation import Presentation
    from mundraft.desk.wishes import Where
    from mundraft.library.seat_name import SeatName
    from mundraft.paper.model import Paper


def _unknown(committee: str) -> str:  # noqa: ARG001 - nobody was given who knows
    return ""


class Names(NamedTuple):
    """The names that one paper's documents get. `stem` is that of the paper's file, "" where it is in none; `letters`
    gives those of a committee that the paper names by its full name alone ("" where nobody knows them)."""

    paper: Paper
    seat: SeatName
    presentation: Presentation
    stem: str = ""
    letters: Callable[[str], str] = _unknown

    def path(self, where: Where, beside: Path, topics: Sequence[int], to: str) -> Path:
        """The path of the document on these topics; `beside` is the folder of the paper."""
        several = len(topics) < len(self.paper.topics)
        if where.output and where.output.name != self.file_name(self._every, to):
            output = where.output
            return output.with_name(for_topic(output.stem, topics) + output.suffix) if several else output
        folder = where.output.parent if where.output else where.folder or beside
        return folder / self.file_name(topics, to)

    def file_name(self, topics: Sequence[int], to: str) -> str:
        """The name of the document on these topics where nobody names one."""
        file = self.presentation.file
        prescribed = prescribed_stem(file, self._values(topics)) if file.name else ""
        stem = prescribed or self._own_stem(to)
        return f"{for_topic(stem, topics, file.name) if len(topics) < len(self.paper.topics) else stem}.{to}"

    @property
    def unsaid(self) -> tuple[str, ...]:
        """What the conference wants in the name and the paper does not say, in words."""
        return tuple(FIELD_NAMES[name] for name in unsaid(self.presentation.file, self._values(self._every)))

    def _own_stem(self, to: str) -> str:
        """The name of the paper's file; not where the paper must be anonymous, since that may hold a name.

        A Mac lets a paper be called "Who pays?", and who gets the document on Windows could not open it."""
        stem = "" if self.presentation.anonymous else self.stem
        if stem and not fault_of_name(f"{stem}.{to}"):
            return stem
        otherwise = default_name(self.paper, to).removesuffix(f".{to}")
        return safe_file_name(stem, otherwise) if stem else otherwise

    @property
    def _every(self) -> Sequence[int]:
        return range(len(self.paper.topics))

    def _values(self, topics: Sequence[int]) -> dict[str, str]:
        values = field_values(self.paper, self.seat, topics, self.presentation.conference, clock.today())
        committee = self.paper.committee
        if "committee_short" in names_in(self.presentation.file.name) and not committee.short.strip():
            values["committee_short"] = self.letters(committee.name) or values["committee_short"]
        return values
