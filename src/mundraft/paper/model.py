"""The paper: one delegate's work, as typed values.

The order of the fields here is the order of the keys in the paper's file. A change makes a new
paper (`mundraft.paper.address`), so that saving, undoing and comparing need no copies. Empty means not answered; no
field that a delegate fills in is ever `None`.
"""

from typing import TYPE_CHECKING, Annotated, Literal, Protocol, TypeAlias, TypeVar

from mundraft.document.layout import PageSize
from mundraft.models.checks import After
from mundraft.models.faults import DuplicateId
from mundraft.models.fields import Meta, keyed, no_keys
from mundraft.models.model import Model
from mundraft.text.clean import clean


class _WithId(Protocol):
    """An entry that an address can name."""

    @property
    def id(self) -> str: ...


#: Anything a delegate types. Cleaned where it enters, so that no later layer meets a character it cannot write.
Text: TypeAlias = Annotated[str, After(clean)]
#: Names that stand in addresses: they may not hold a slash or a space.
Key: TypeAlias = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.:-]{0,63}\Z")]

_E = TypeVar("_E", bound=_WithId)
_V = TypeVar("_V")

#: The version of the file's form that this program writes.
FORMAT = 1
#: How many topics a paper can hold.
MAX_TOPICS = 3


def _ids_differ(entries: tuple[_E, ...]) -> tuple[_E, ...]:
    """Refuses two entries of one id: an address could name both."""
    ids = [entry.id for entry in entries]
    if len({*ids}) < len(ids):
        first = {one: index for index, one in reversed(tuple(enumerate(ids)))}
        index = next(index for index, one in enumerate(ids) if first[one] < index)
        raise DuplicateId(index, ids[index])
    return entries


class Citation(Model):
    """A source of the paper, cited; `source` is the id of an entry in `Paper.sources` or "instrument:<ref>"."""

    source: Text
    locator: Text = ""


class Said(Model):
    """A delegate's own words and what they rest on. In the file, words without citations are written as plain text."""

    text: Text = ""
    cite: tuple[Citation, ...] = ()


class Item(Model):
    """One entry of a repeated group. The id stays when entries are moved, so that notes and merges can follow it."""

    id: Key
    cite: tuple[Citation, ...] = ()


#: Entries of which each has an id of its own.
Entries: TypeAlias = Annotated[tuple[_E, ...], After(_ids_differ)]


class Action(Item):
    """Something a State or a body has done. `did` is a verb phrase in the past: "adopted the Global Plan of Action"."""

    actor: Text = ""
    year: Text = ""
    did: Text = ""
    result: Text = ""


class Article(Item):
    """A provision of an instrument. `does` is a verb phrase ("gives every child ..."), `quote` its exact words."""

    number: Text = ""
    does: Text = ""
    quote: Text = ""


class InstrumentUse(Item):
    """An instrument that the paper cites. `ref` is its id in the library, or "" when it was written in by hand."""

    ref: Text = ""
    name: Text = ""
    year: Text = ""
    url: Text = ""
    articles: Entries[Article] = ()


class Quotation(Item):
    """Someone's exact words, with who said them."""

    speaker: Text = ""
    words: Text = ""


class LegalBasis(Model):
    """A provision on which a solution rests: the id of an `InstrumentUse` of the topic, and an article's number."""

    instrument: Text
    article: Text = ""


class Solution(Item):
    """A proposal. `action` is a bare verb phrase ("open joint desks"), the rest noun phrases or clauses."""

    title: Text = ""
    actor: Text = ""
    action: Text = ""
    mechanism: Text = ""
    funding: Text = ""
    timeline: Text = ""
    measure: Text = ""
    legal_basis: tuple[LegalBasis, ...] = ()


class ChairQuestion(Item):
    """A question that the background guide asks delegates to consider, and the delegate's answer."""

    question: Text = ""
    answer: Text = ""


#: The value of one of a template's own questions: words, or a list of them.
Answer: TypeAlias = Said | tuple[Said, ...]

if TYPE_CHECKING:
    _Written: TypeAlias = Said
    _AnswerWritten: TypeAlias = Answer
else:  # as a file has them: words without citations are plain text there, which `_said` makes `Said` of
    _Written = str | Said
    _AnswerWritten = str | Said | tuple[str | Said, ...]


def _said(answers: dict[str, Answer]) -> dict[str, Answer]:
    """The answers that hold something, as `Said`: an emptied answer and one never given are the same paper."""
    return {key: said for key, value in answers.items() if (said := _one_said(value))}


def _one_said(value: Answer | str) -> Answer | None:
    """One answer, which a file may hold as plain text; None for one that says nothing."""
    if isinstance(value, tuple):
        return tuple([Said(text=one) if isinstance(one, str) else one for one in value])
    said = Said(text=value) if isinstance(value, str) else value
    return said if said.text or said.cite else None


def _without_empty(notes: dict[str, str]) -> dict[str, str]:
    """The notes that hold something."""
    return {key: value for key, value in notes.items() if value}


class Topic(Model):
    """One topic of the agenda. `noun` is the topic as a noun phrase without an article: "child trafficking"."""

    id: Key = "t1"
    title: Text = ""
    noun: Text = ""
    frame: Literal["problem", "goal"] = "problem"
    answers: Annotated[dict[Key, _AnswerWritten], After(_said)] = no_keys()
    national_actions: Entries[Action] = ()
    instruments: Entries[InstrumentUse] = ()
    past_actions: Entries[Action] = ()
    quotations: Entries[Quotation] = ()
    solutions: Entries[Solution] = ()
    questions_to_consider: Entries[ChairQuestion] = ()
    own_words: Annotated[dict[Key, _Written], After(_said)] = no_keys()


class Seat(Model):
    """Whom the delegate speaks for. `ref` names a country profile; a seat written in by hand has none."""

    ref: Text = ""
    name: Text = ""
    formal_name: Text = ""
    adjective: Text = ""
    #: whether the name takes "the" inside a sentence ("the Netherlands"); only read where there is no `ref`
    article: bool = False


class Committee(Model):
    name: Text = ""
    short: Text = ""


class Look(Model):
    """What the delegate chose where the conference's rules leave it open; "" for what is used without a choice.

    `citing` names a style, a mechanism or both ("mla in-text"); `size` is in points, `line_spacing` a multiple of
    single. What the rules do not allow has no effect. With `addresses` printed, each can be read in the resources
    list, also in a style in which the title is the link."""

    citing: Text = ""
    font: Text = ""
    size: Text = ""
    line_spacing: Text = ""
    addresses: Literal["printed", ""] = ""


class Name(Model):
    """A name in CSL-JSON's form: family and given names, or one literal name for a body.

    Particles stand before the family name as they are written ("de la Cruz"); the citation styles tell them apart.
    """

    family: Text = ""
    given: Text = ""
    suffix: Text = ""
    literal: Text = ""


class Source(Model):
    """A work that the paper can cite, in CSL-JSON 1.0.2 fields; dates are written YYYY, YYYY-MM or YYYY-MM-DD.

    `number` is the symbol of a document ("A/RES/70/1"), `authority` the body that enacted a law or decided a case.
    Where a journal's `issue` is not given, its `number` is read as one.
    """

    id: Key
    type: Text = "webpage"
    title: Text = ""
    title_short: Text = keyed("title-short", "")
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    director: tuple[Name, ...] = ()
    interviewer: tuple[Name, ...] = ()
    container_title: Text = keyed("container-title", "")
    collection_title: Text = keyed("collection-title", "")
    collection_number: Text = keyed("collection-number", "")
    authority: Text = ""
    publisher: Text = ""
    publisher_place: Text = keyed("publisher-place", "")
    genre: Text = ""
    edition: Text = ""
    number: Text = ""
    volume: Text = ""
    issue: Text = ""
    page: Text = ""
    event_title: Text = keyed("event-title", "")
    event_place: Text = keyed("event-place", "")
    event_date: Text = keyed("event-date", "")
    issued: Text = ""
    accessed: Text = ""
    url: Text = keyed("URL", "")
    doi: Text = keyed("DOI", "")
    language: Text = ""


class Paper(Model):
    """A whole paper. `notes` are private, keyed by the address of the answer they stand beside, and never exported.

    `conference` is the name that is printed, `preset` the id of the conference whose rules hold, "" for none.
    `variety` was drawn once when the file was begun: it chooses among the template's wordings. It is no answer.
    `disclosure` says how a language model was used, for conferences that ask for a page that tells it."""

    mundraft: int = FORMAT
    template: Text = "classic"
    preset: Text = ""
    conference: Text = ""
    language: Text = "en-GB"
    page: PageSize = PageSize.A4
    look: Look = Look()
    variety: Text = ""
    delegates: tuple[Text, ...] = ()
    school: Text = ""
    seat: Seat = Seat()
    committee: Committee = Committee()
    topics: Annotated[Entries[Topic], Meta(min_length=1, max_length=MAX_TOPICS)] = (Topic(),)
    sources: Entries[Source] = ()
    disclosure: Text = ""
    notes: Annotated[dict[Text, Text], After(_without_empty)] = no_keys()
