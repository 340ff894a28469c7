"""What must be known of a country to say how it stands to an instrument: a `Country`, or its row in the index."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class TreatyAct(Protocol):
    """What was done about a treaty; the fields are those of `country.Treaty`."""

    @property
    def signed(self) -> str: ...
    @property
    def consent(self) -> str: ...
    @property
    def consent_kind(self) -> str: ...
    @property
    def withdrew(self) -> str: ...
    @property
    def stands(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def note(self) -> str: ...


class AdoptionAct(Protocol):
    """The position taken on a text without parties; the fields are those of `country.Adoption`."""

    @property
    def position(self) -> str: ...
    @property
    def on(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def note(self) -> str: ...


class NamedSource(Protocol):
    """A source of facts: its name with its day, and the day."""

    @property
    def named(self) -> str: ...
    @property
    def as_of(self) -> str: ...


class InNations(Protocol):
    """The place in the United Nations; the fields are those of `country.UnitedNations`."""

    @property
    def status(self) -> str: ...
    @property
    def admitted(self) -> str: ...
    @property
    def left(self) -> str: ...
    @property
    def source(self) -> str: ...


class InBlocs(Protocol):
    """The groups to which a country belongs."""

    @property
    def members_of(self) -> tuple[str, ...]: ...


class WithCode(Protocol):
    """A country's code of three letters."""

    @property
    def iso3(self) -> str: ...


class HasActs(Protocol):
    """A country, as far as its standing to instruments goes."""

    @property
    def united_nations(self) -> InNations: ...
    @property
    def blocs(self) -> InBlocs: ...
    @property
    def codes(self) -> WithCode: ...
    @property
    def sources(self) -> Mapping[str, NamedSource]: ...
    def treaty_on(self, instrument: str) -> TreatyAct | None: ...
    def adoption_of(self, instrument: str) -> AdoptionAct | None: ...
