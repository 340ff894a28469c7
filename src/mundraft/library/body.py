"""A body that delegates speak in or of: an organ, a committee, a commission, a fund, an agency, a treaty body.

The form of `bodies/<id>.yaml`; the id is the file's name. A body has no participation here: it is there so that a paper
names it rightly and says in a line what it is for.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from mundraft.library.facts import Line, MaybeRef, Prose, Ref, Said, Sources, refuse_unnamed_sources
from mundraft.library.traces import NO_TRACE, Trace, Traced
from mundraft.paper.model import Model


class BodyEntry(Model):
    """The file's own form: everything but the id.

    `mandate` is one line, a verb phrase that follows the name: "works for the rights of every child". `article`: the
    name takes "the" inside a sentence. `instruments` are those that the body watches over, by their ids."""

    mundraft_body: Annotated[Literal["1"], Field(alias="mundraft-body")] = "1"
    name: Said
    short: Line = ""
    article: bool = False
    aliases: tuple[Line, ...] = ()
    #: names that other bodies share, never taken without asking: "the Committee"
    shared_aliases: tuple[Line, ...] = ()
    #: "principal organ", "General Assembly committee", "treaty body", "specialized agency", ...
    kind: Said
    part_of: MaybeRef = ""
    mandate: Said
    url: Line = ""
    topics: tuple[Line, ...] = ()
    instruments: tuple[Ref, ...] = ()
    note: Prose = ""
    source: Ref
    sources: Sources

    @model_validator(mode="after")
    def _sources_are_named(self) -> Self:
        refuse_unnamed_sources(self.sources, [(("source",), self.source)])
        return self


class Body(Traced, BodyEntry):
    """A body with the id under which the library found it."""

    id: Ref

    @classmethod
    def of(cls, ref: str, entry: BodyEntry, trace: Trace = NO_TRACE) -> Self:
        """The body read from `<ref>.yaml`, under its id."""
        fields = {name: getattr(entry, name) for name in BodyEntry.model_fields}
        return cls.model_construct(id=ref, **trace._asdict(), **fields)

    @property
    def in_sentence(self) -> str:
        """The name inside a sentence: "the General Assembly", "UN Women"."""
        return f"the {self.name}" if self.article else self.name
