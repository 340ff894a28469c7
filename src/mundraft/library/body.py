"""A body that delegates speak in or of: an organ, a committee, a commission, a fund, an agency, a treaty body.

The form of `bodies/<id>.yaml`; the id is the file's name. A body has no participation here: it is there so that a paper
names it rightly and says in a line what it is for.
"""

from typing import Literal, Self

from mundraft.library.facts import Line, MaybeRef, Prose, Ref, Said, Sources, refuse_unnamed_sources
from mundraft.library.traces import NO_TRACE, Trace, Traced
from mundraft.models.fields import fields_in, keyed, no_keys
from mundraft.models.model import Model


class BodyEntry(Model, kw_only=True):
    """The file's own form: everything but the id.

    `mandate` is one line, a verb phrase that follows the name: "works for the rights of every child". `article`: the
    name takes "the" inside a sentence. `instruments` are those that the body watches over, by their ids."""

    mundraft_body: Literal["1"] = keyed("mundraft-body", "1")
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
    sources: Sources = no_keys()

    def _look(self) -> None:
        refuse_unnamed_sources(self.sources, [(("source",), self.source)])


class Body(BodyEntry, Traced, kw_only=True):
    """A body with the id under which the library found it."""

    id: Ref
    trace: Trace = NO_TRACE

    @classmethod
    def of(cls, ref: str, entry: BodyEntry, trace: Trace = NO_TRACE) -> Self:
        """The body read from `<ref>.yaml`, under its id."""
        return cls(id=ref, trace=trace, **fields_in(entry))

    @property
    def in_sentence(self) -> str:
        """The name inside a sentence: "the General Assembly", "UN Women"."""
        return f"the {self.name}" if self.article else self.name
