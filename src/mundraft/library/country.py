"""A country profile: what is true of one country, each group of facts with its source.

The form of `country_profiles/<id>.yaml`; the id is the file's name. A profile holds facts and never opinions: what a
country thinks is the delegate's to find out and to cite.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal, Self

from mundraft.library.facts import DateText, Line, MaybeDate, Prose, Ref, Said, Sources, refuse_unnamed_sources
from mundraft.library.participation import HasParticipants, Participation, participation
from mundraft.library.traces import NO_TRACE, Trace, Traced
from mundraft.models.faults import FaultBelow
from mundraft.models.fields import fields_in, keyed, keys_of, no_keys
from mundraft.models.forms import formed
from mundraft.models.model import Model

if TYPE_CHECKING:
    from mundraft.library.seat_name import SeatName

RegionalGroup = Literal[
    "African Group",
    "Asia-Pacific Group",
    "Eastern European Group",
    "Latin American and Caribbean Group",
    "Western European and Others Group",
    "",
]

#: One field of a group of facts, as `by_hand` names it.
FactName = Annotated[
    str,
    formed(
        r"^(names|codes|united_nations|land|blocs)\.[a-z0-9_]+\Z",
        "is no field of a group",
        "Write the group, a full stop and the key: names.adjective",
    ),
]


class Names(Model, kw_only=True):
    """What a country is called in English. `article`: the name takes "the" inside a sentence ("the Gambia")."""

    short: Said
    formal: Line = ""
    article: bool = False
    adjective: Line = ""
    people: Line = ""
    #: the name in the United Nations' lists, where it is not the short name
    listed_as: Line = ""
    source: Ref


class Codes(Model, kw_only=True):
    """ISO 3166-1 and United Nations M49 codes; "" for a seat that has none."""

    iso2: Annotated[str, formed(r"^([A-Z]{2})?\Z", "is no such code", "Write two capital letters: KE")] = ""
    iso3: Annotated[str, formed(r"^([A-Z]{3})?\Z", "is no such code", "Write three capital letters: KEN")] = ""
    m49: Annotated[str, formed(r"^([0-9]{3})?\Z", "is no such code", "Write three digits: 404")] = ""
    source: Ref


class UnitedNations(Model, kw_only=True):
    """The seat's place in the United Nations. `basis` is the resolution of admission, or how a founder joined.

    A State is a "member" or an "observer". What sits in a conference without being a State today is an "observer
    organization", a "former member" (which `left` at some day), or "none" of these."""

    status: Literal["member", "observer", "observer organization", "former member", "none"] = "member"
    regional_group: RegionalGroup = ""
    group_note: Prose = ""
    admitted: MaybeDate = ""
    left: MaybeDate = ""
    basis: Line = ""
    source: Ref


class Land(Model, kw_only=True):
    """Capital and official or main languages."""

    capital: Line = ""
    capital_note: Prose = ""
    languages: tuple[Line, ...] = ()
    source: Ref


class Blocs(Model, kw_only=True):
    """The groups and organizations to which the country belongs, by their usual short names."""

    members_of: tuple[Line, ...] = ()
    source: Ref


class Treaty(Model, kw_only=True):
    """What the country has done about one treaty.

    Where the source gives no day, `stands` says what it does say: that the country is a party, or outside.

    `consent` is the day of the act by which it agreed to be bound, `consent_kind` that act."""

    instrument: Ref
    signed: MaybeDate = ""
    consent: MaybeDate = ""
    consent_kind: Literal["ratification", "accession", "acceptance", "approval", "succession", ""] = ""
    withdrew: MaybeDate = ""
    stands: Literal["party", "outside", ""] = ""
    source: Ref
    note: Prose = ""

    def _look(self) -> None:
        acts = self.signed or self.consent or self.withdrew
        if self.stands and (self.consent or self.withdrew or (acts and self.stands == "outside")):
            raise FaultBelow("there is a day for this already", ("stands",), "Leave out `stands`, or the day.")
        if not (self.stands or acts):
            what = "this entry does not say what the country did"
            next_step = "Add `signed`, `consent` or `withdrew` with the day; or `stands: party` where no day is known."
            raise FaultBelow(what, ("instrument",), next_step)


class Adoption(Model, kw_only=True):
    """The position taken when a declaration, resolution or other text without parties was adopted."""

    instrument: Ref
    position: Literal["consensus", "for", "against", "abstained", "absent", "unknown"]
    on: MaybeDate = ""
    source: Ref
    note: Prose = ""


#: What stands for a group that a profile leaves out: without a source, which a group that is there must have.
_NO_CODES = Codes(source="")
_NO_SEAT = UnitedNations(status="none", source="")
_NO_LAND = Land(source="")
_NO_BLOCS = Blocs(source="")


class Profile(Model, kw_only=True):
    """The file's own form: everything but the id."""

    mundraft_country: Literal["1"] = keyed("mundraft-country", "1")
    names: Names
    #: other names that mean this country and no other: "Holland", "DRC"
    aliases: tuple[Line, ...] = ()
    #: names that other countries share, never taken without asking: "Congo"
    shared_aliases: tuple[Line, ...] = ()
    codes: Codes = _NO_CODES
    united_nations: UnitedNations = _NO_SEAT
    land: Land = _NO_LAND
    blocs: Blocs = _NO_BLOCS
    treaties: tuple[Treaty, ...] = ()
    adoptions: tuple[Adoption, ...] = ()
    #: facts of a group that this project set where the group's source says otherwise: "names.adjective"
    by_hand: tuple[FactName, ...] = ()
    sources: Sources = no_keys()

    def _look(self) -> None:
        self._sources_are_named()
        self._facts_by_hand_are_fields()

    def _sources_are_named(self) -> None:
        groups = ("names", "codes", "united_nations", "land", "blocs")
        given = [group for group in groups if getattr(self, group).source]
        used: list[tuple[tuple[str | int, ...], str]] = [((one, "source"), getattr(self, one).source) for one in given]
        used += [(("treaties", place, "source"), entry.source) for place, entry in enumerate(self.treaties)]
        used += [(("adoptions", place, "source"), entry.source) for place, entry in enumerate(self.adoptions)]
        refuse_unnamed_sources(self.sources, used)

    def _facts_by_hand_are_fields(self) -> None:
        for place, fact in enumerate(self.by_hand):
            group, name = fact.split(".")
            known = keys_of(type(getattr(self, group)))
            if name not in known:
                what = f"by_hand names {fact!r}, but {group} has no {name}"
                raise FaultBelow(what, ("by_hand", place), f"The keys there are: {', '.join(known)}.")


class Country(Profile, Traced, kw_only=True, dict=True):
    """A profile with the id under which the library found it."""

    id: Ref
    trace: Trace = NO_TRACE

    @classmethod
    def of(cls, ref: str, profile: Profile, trace: Trace = NO_TRACE) -> Self:
        """The profile read from `<ref>.yaml`, under its id."""
        return cls(id=ref, trace=trace, **fields_in(profile))

    @property
    def name(self) -> str:
        return self.names.short

    @property
    def as_of(self) -> DateText:
        """The oldest of the days for which the profile's sources speak: nothing here is older than that."""
        return min(source.as_of for source in self.sources.values())

    @cached_property
    def _treaties_by_instrument(self) -> dict[str, Treaty]:
        return {entry.instrument: entry for entry in reversed(self.treaties)}

    @cached_property
    def _adoptions_by_instrument(self) -> dict[str, Adoption]:
        return {entry.instrument: entry for entry in reversed(self.adoptions)}

    def treaty_on(self, instrument: str) -> Treaty | None:
        """What the country has done about a treaty, by its id; None where nothing is known."""
        return self._treaties_by_instrument.get(instrument)

    def adoption_of(self, instrument: str) -> Adoption | None:
        """The position that it took on a text without parties, by its id; None where it is not known."""
        return self._adoptions_by_instrument.get(instrument)

    @property
    def joins_treaties(self) -> bool:
        """Whether it is a State, or was one: of any other seat, that nothing is known of a treaty means nothing."""
        return self.united_nations.status in ("member", "observer", "former member")

    def participation(self, instrument: HasParticipants) -> Participation:
        """How the country stands to an instrument; `State.UNKNOWN` where nothing here can say."""
        return participation(self, instrument)

    def seat_name(self) -> "SeatName":
        """The country's name, ready for sentences."""
        from mundraft.library.seat_name import SeatName

        names = self.names
        return SeatName(name=names.short, article=names.article, adjective=names.adjective, formal=names.formal)
