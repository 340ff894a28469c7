"""What a template asks: the typed form of `template.yaml`.

A template is steps; a step is questions and repeated groups, in the order in which they are asked. The template and
not the program decides the interview; the program only knows which fields a paper has and which kinds of phrase exist.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Final, Self, TypeAlias

from mundraft.models.checks import Refusing
from mundraft.models.faults import FaultBelow
from mundraft.models.fields import Meta, keyed, keys_of, names_of
from mundraft.models.forms import formed
from mundraft.models.model import Either, Model
from mundraft.paper.address import Address
from mundraft.paper.groups import GroupName
from mundraft.paper.model import MAX_TOPICS, Key

#: What stands as the help of a question in a template that was just made, until its teacher says something better.
HELP_TO_WRITE: Final = "Say here what a good answer holds, and how long it is."
#: What a template calls its papers: a line that stands before "of Kenya" and in the properties of a document.
PaperTitle: TypeAlias = Annotated[
    str,
    formed(
        r"^[^\s<>{}\[\]*_`#|\\][^\n\r<>{}\[\]*_`#|\\]{0,59}\Z",
        "is no title: a line of at most 60 characters, without marks such as * _ # < or {",
        'Write plain words such as: Policy Statement. "of" and the seat follow by themselves.',
    ),
]
#: What a template calls the seat, before the colon of its line in the head of a paper.
SeatLabel: TypeAlias = Annotated[
    str,
    formed(
        r"^[^\s:<>{}\[\]*_`#|\\][^\n\r:<>{}\[\]*_`#|\\]{0,29}\Z",
        "is no label: a line of at most 30 characters, without a colon and without marks such as * _ # < or {",
        "Write plain words such as: Character. The colon follows by itself.",
    ),
]


class Kind(StrEnum):
    """What may be written into a slot: a template works for every topic only when a slot is one kind of phrase."""

    NOUN_PHRASE = "noun_phrase"  # "false offers of work", without a full stop
    VERB_PHRASE = "verb_phrase"  # "open joint desks at their busiest crossings"
    CLAUSE = "clause"  # subject and verb, no capital needed, no full stop: "the fund has received no money"
    SENTENCE = "sentence"  # one whole sentence or two
    PARAGRAPHS = "paragraphs"  # free text, blank lines between paragraphs
    WORDS = "words"  # a name, a title or a number: printed as it stands
    QUOTATION = "quotation"  # someone else's exact words
    YEAR = "year"
    DATE = "date"
    LINK = "link"
    CHOICE = "choice"
    COUNTRY = "country"  # the seat, where it may be a country; a person is asked for as WORDS at "paper:seat"
    COMMITTEE = "committee"
    CONFERENCE = "conference"  # a conference whose rules are known, or any other by its name
    DELEGATES = "delegates"  # a list of names
    INSTRUMENT = "instrument"  # an entry of the catalogue, or one written in by hand
    ARTICLE = "article"  # an article of the instrument that the entry belongs to
    PROVISIONS = "provisions"  # articles among those the topic already cites


class Limit(Model):
    """How much an answer may hold; 0 for no limit. `warn_words` only advises."""

    words: Annotated[int, Meta(ge=0)] = 0
    warn_words: Annotated[int, Meta(ge=0)] = 0


class Count(Model):
    """How many entries a list takes. `max` 0 means as many as the delegate likes.

    Every entry of `min` is asked for before it is there, so it is capped: no template needs more."""

    min: Annotated[int, Meta(ge=0, le=20)] = 0
    max: Annotated[int, Meta(ge=0)] = 0


class Choice(Model):
    """One option of a choice: what is stored and what the delegate reads."""

    value: str
    label: str


class Condition(Model):
    """Ask only when another answer is, or is not, one of these values; with neither, when it is answered at all."""

    answer: Address
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()


class Wording(Model):
    """How a question is put otherwise; what is left out stays as the question has it."""

    ask: str = ""
    frame: str = ""
    help: str = ""
    weak: str = ""
    strong: str = ""
    placeholder: str = ""


class Question(Model, kw_only=True, dict=True):
    """One question. Its answer goes to `at`, an address inside the topic or the paper (see `place`).

    `frame` is the sentence that the answer fills: {answer} is its place, {seat} and {topic} the paper's own. `weak` and
    `strong` are examples.
    A `many` question takes a list; a `cited` one can carry citations."""

    id: Key
    ask: str
    at: str = ""
    kind: Kind = Kind.SENTENCE
    required: bool = False
    many: Count | None = None
    cited: bool = False
    #: a claim of fact: the review asks for a source
    needs_source: bool = False
    frame: str = ""
    help: str = ""
    weak: str = ""
    strong: str = ""
    placeholder: str = ""
    limit: Limit = Limit()
    choices: tuple[Choice, ...] = ()
    when: Condition | None = None
    #: how it is put where the topic is a goal: nobody asks why "universal health coverage" happens
    goal: Wording | None = None

    @cached_property
    def for_goal(self) -> Self:
        """The same question as it is put where the topic is a goal."""
        if self.goal is None:
            return self
        said = {name: words for name in names_of(Wording) if (words := getattr(self.goal, name))}
        return self.changed(**said, goal=None)

    @property
    def place(self) -> str:
        """Where the answer stands: "paper:seat", "topic:title", or "topic:answers/<id>" when `at` says nothing.

        Inside a group the place is a field of the entry, and the default is the question's own id."""
        return self.at or f"topic:answers/{self.id}"


class Group(Model, kw_only=True):
    """Questions asked once for each entry of a repeated group of the paper. `item` is what one entry is called."""

    group: GroupName
    title: str
    item: str
    count: Count = Count()
    help: str = ""
    questions: tuple["Element", ...] = ()
    when: Condition | None = None


if TYPE_CHECKING:
    Element: TypeAlias = Question | Group
else:

    class Element(Either):
        """A question or a group; one whose "group" is misspelt or gone is known by the questions that it holds."""

        forms = (Question, Group)

        @classmethod
        def meant(cls, values: Any) -> type[Model]:
            """The one that the values look like."""
            if not isinstance(values, dict):
                return Question
            holds = "questions" in values and "id" not in values and "ask" not in values
            return Group if "group" in values or holds else Question


class Step(Model, kw_only=True):
    """A stretch of the interview under one title. `each_topic` steps are walked once for every topic."""

    id: Key
    title: str
    help: str = ""
    each_topic: bool = True
    questions: tuple[Element, ...]


def _entry_meant(name: object) -> FaultBelow:
    """What is told of a part whose name stands where its key belongs: `stance: 90`, or `- stance: 90`."""
    return FaultBelow(
        "a part is an entry of a list, with its name behind `key:`",
        (str(name),),
        f"Write `- key: {name}` and, below it and as far to the right as `key`, `words:` with the number.",
    )


def refuse_group(said: Any) -> None:
    """Raises `FaultBelow` for a group of keys that name the parts, where a list of parts belongs."""
    if isinstance(said, dict) and said:
        raise _entry_meant(next(iter(said)))


class PartInfo(Model):
    """A part of the paper: a block of `paper.md.j2` that the delegate may write instead. `words` is its budget.

    `asks` names the questions (by id) and groups that only this part prints: where the delegate writes it alone, none
    of them is required."""

    key: Key
    title: str
    words: int = 0
    asks: tuple[str, ...] = ()

    @classmethod
    def refuse_meant(cls, said: Mapping[str, Any]) -> None:
        """Raises `FaultBelow` for a part whose name stands where its key belongs."""
        if len(said) == 1 and not said.keys() & set(keys_of(cls)):
            raise _entry_meant(next(iter(said)))


class TemplateDefinition(Model, kw_only=True):
    """A whole `template.yaml`: what the template is, the steps it asks, and the parts that it writes."""

    mundraft_template: int = keyed("mundraft-template", 1)
    name: str
    description: str = ""
    language: str = "en-GB"
    #: the id of the conference whose rules a new paper of this template follows until the delegate chooses otherwise
    preset: str = ""
    #: words the finished paper should hold, 0 for no limit (a conference's own limit wins)
    max_words: int = 0
    #: how many topics a paper has at least; the interview asks for each of them
    topics: Annotated[int, Meta(ge=1, le=MAX_TOPICS)] = 1
    #: what its papers are called at their head, before "of" and the seat (a conference's own title wins)
    title: PaperTitle = "Position Paper"
    #: what the line of the seat is called; "" for "Country", or "Delegation" where the seat was written in by hand
    seat_label: SeatLabel = ""
    references_title: str = "Resources"
    steps: tuple[Step, ...]
    parts: Annotated[tuple[PartInfo, ...], Refusing(refuse_group)]

    @property
    def left_out(self) -> tuple[str, ...]:
        """What the text may name though it is not asked, since a template that extends another leaves it out: "hook",
        "solutions/funding", "part/appeal". No file says this: it comes of merging."""
        return ()

    def shares(self, words: int) -> dict[str, int]:
        """The words of each part that says some, made fewer in proportion, so that together they keep to `words`."""
        counted = [part for part in self.parts if part.words]
        total = sum(part.words for part in counted)
        return {part.key: max(1, part.words * words // total) for part in counted}

    def leaving_out(self, names: Iterable[str]) -> "TemplateDefinition":
        """The definition that says so of these names."""
        gone = tuple(dict.fromkeys(names))
        if gone == self.left_out:
            return self
        own = {name: getattr(self, name) for name in names_of(TemplateDefinition)}
        return _ExtendingDefinition(**own, left_out=gone)


class _ExtendingDefinition(TemplateDefinition, kw_only=True):
    """A definition that came of merging, and what it leaves out of the templates behind it."""

    left_out: tuple[str, ...] = ()
