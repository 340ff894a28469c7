"""Numbers in brackets: "[1, art. 35; 2]" in the text, and a list in the order of first citation.

An entry reads: who wrote it. What it is called. Who translated it. Who published it, when. Its number or symbol. When
it was read. The title is the link. Nothing is invented: what a source does not say is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from mundraft.citation.listing import SOURCE_MISSING, note_of, works_by_id
from mundraft.citation.locators import Locator, read_locator, with_dashes
from mundraft.citation.names import people
from mundraft.citation.pieces import between, closed, joined, one_line, own, words
from mundraft.citation.standing import joined_runs
from mundraft.citation.style import MARKS_OR_NOTES, Earlier, Entry, Style, Work
from mundraft.document.links import live_address, site_of
from mundraft.document.tree import Cited, Inline, Inlines, Link, Origin, Run
from mundraft.paper.model import Name, Source
from mundraft.text.dates import date_in_words, year_of

_ENDS = tuple(".?!…。？！")
# Works that stand inside another (CSL-JSON 1.0.2 types): their title is quoted and the title of the whole is italic.
_INSIDE_ANOTHER = frozenset(
    {"article", "article-journal", "article-magazine", "article-newspaper", "chapter", "entry", "entry-dictionary"}
    | {"entry-encyclopedia", "paper-conference", "post", "post-weblog", "review", "speech", "interview", "broadcast"}
)
# Works that stay whole wherever they were printed: a law in an official gazette is still a law.
_WHOLE_WORKS = frozenset(
    {"bill", "book", "legal_case", "legislation", "regulation", "report", "standard", "thesis", "treaty"}
)


class _Bibliography:
    def __init__(self, works: Sequence[Work]) -> None:
        self._works = works_by_id(works)
        self._numbers = {id_: str(number) for number, id_ in enumerate(self._works, start=1)}

    @property
    def entries(self) -> tuple[Entry, ...]:
        works = self._works.values()
        return tuple(
            [Entry(source.id, f"[{self._numbers[source.id]}]", entry(source, origin)) for source, origin in works]
        )

    def mark(self, cites: tuple[Cited, ...]) -> Inlines:
        each = [(cited.source, cited.locator.strip()) for cited in cites]
        if len(each) > 1:
            each = list(dict.fromkeys(each))
        return _mark(tuple([(self._numbers.get(source, ""), locator) for source, locator in each]))

    def note(self, cites: tuple[Cited, ...], earlier: Earlier) -> Inlines:
        return note_of(cites, earlier, self._full, self._full, end=closed)

    def _full(self, source: str, locator: Locator) -> Inlines:
        """The whole entry each time: numbers in a note would be taken for the numbers of notes."""
        work = self._works.get(source)
        if work is None:
            return _placed(SOURCE_MISSING, locator.typed)
        return _placed(_without_full_stop(entry(work.source, work.origin)), locator.typed)


@lru_cache(maxsize=1024)
def _mark(cited: tuple[tuple[str, str], ...]) -> Inlines:
    """A mark of numbers ("" for a source that is missing) and locators: "[1, art. 35; 2]". Most papers of a class have
    many of them in common."""
    each = (
        _placed(own(number) if number else SOURCE_MISSING, read_locator(locator).typed) for number, locator in cited
    )
    return joined_runs(between("[", joined(each, "; "), "]"))


def _placed(inlines: Inlines, place: str) -> Inlines:
    return joined((inlines, own(place)), ", ")


def _without_full_stop(inlines: Inlines) -> Inlines:
    last = inlines[-1]
    if isinstance(last, Run) and last.text.endswith(".") and last.origin is Origin.LIBRARY:
        return (*inlines[:-1], last._replace(text=last.text[:-1])) if last.text != "." else inlines[:-1]
    return inlines


@lru_cache(maxsize=256)
def entry(source: Source, origin: Origin = Origin.DELEGATE) -> Inlines:
    """One entry of the resources list, without its number. It ends with one full stop.

    `origin` says whose words the fields are: the delegate's, or the library's for an instrument of the catalogue.
    Entries are remembered: sources stay as they are while the paper around them is written.
    """
    sentences = [
        _author(source, origin),
        _title(source, origin),
        _translators(source, origin),
        _container(source, origin),
        _imprint(source, origin),
        _symbol(source, origin),
        _accessed(source, origin),
    ]
    return _joined([sentence for sentence in sentences if sentence])


def _author(source: Source, origin: Origin) -> Inlines:
    names = [shown for shown in (_name(name) for name in source.author or source.editor or source.director) if shown]
    return words(_series(names) if names else one_line(source.publisher), origin)


def _translators(source: Source, origin: Origin) -> Inlines:
    names = [person.natural(person.given) for person in people(source.translator)]
    return (_own("Translated by "), Run(_series(names), origin)) if names else ()


def _name(name: Name) -> str:
    if name.literal.strip():
        return one_line(name.literal)
    return ", ".join(part for part in map(one_line, (name.family, name.given, name.suffix)) if part)


def _series(names: list[str]) -> str:
    """A, B and C; by semicolons where a name has a comma or an "and" of its own: "Pérez, Ana; Doe, John"."""
    if any("," in name or " and " in name for name in names):
        return "; ".join(names)
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _title(source: Source, origin: Origin) -> Inlines:
    address = _address(source)
    title = one_line(source.title)
    if not title:
        return _untitled(source, address, origin)
    inside = _is_inside_another(source)
    shown = Link(title, address, origin, not inside) if address else Run(title, origin, italic=not inside)
    return (_own("“"), shown, _own("”")) if inside else (shown,)


def _untitled(source: Source, address: str, origin: Origin) -> Inlines:
    if address:
        return (Link(f"Page at {site_of(address)}", address, Origin.LIBRARY),)
    unusable = one_line(source.url)
    if unusable:
        return words(unusable, origin)
    return (Run("[title missing]", Origin.GAP),)


def _is_inside_another(source: Source) -> bool:
    if source.type in _INSIDE_ANOTHER:
        return True
    return bool(source.container_title.strip()) and source.type not in _WHOLE_WORKS


def _container(source: Source, origin: Origin) -> Inlines:
    title = one_line(source.container_title)
    volume, number = one_line(source.volume), one_line(source.issue or source.number)
    page = with_dashes(one_line(source.page))
    place: list[Inline] = [Run(title, origin, italic=True)] if title else []
    details = []
    if volume:
        details.append(f"vol. {volume}")
    if volume and number and _is_inside_another(source):
        details.append(f"no. {number}")
    if page:
        details.append(f"pp. {page}" if any(mark in page for mark in "-–,") else f"p. {page}")
    if details:
        place.append(Run((", " if title else "") + ", ".join(details), origin))
    return tuple(place)


def _imprint(source: Source, origin: Origin) -> Inlines:
    publisher = one_line(source.publisher) if any(_name(name) for name in source.author or source.director) else ""
    return words(", ".join(part for part in (publisher, year_of(source.issued)) if part), origin)


def _symbol(source: Source, origin: Origin) -> Inlines:
    number = one_line(source.number)
    if not number or number in source.title:
        return ()
    if source.volume.strip() and _is_inside_another(source):
        return ()
    return words(number, origin)


def _accessed(source: Source, origin: Origin) -> Inlines:
    date = date_in_words(source.accessed)
    return (_own("Accessed "), Run(date, origin)) if date else ()


def _address(source: Source) -> str:
    return live_address(source.url) or _doi_address(source.doi)


def _doi_address(doi: str) -> str:
    bare = doi.strip().removeprefix("doi:").strip()
    if bare.lower().startswith(("http://", "https://", "doi.org/", "dx.doi.org/")):
        return live_address(bare)
    return live_address(f"https://doi.org/{bare}") if bare.startswith("10.") else ""


def _own(text: str) -> Run:
    return Run(text, Origin.LIBRARY)


def _joined(sentences: list[Inlines]) -> Inlines:
    """The sentences one after the other, each with its full stop unless its own words end with such a mark."""
    joined: list[Inline] = []
    for sentence in sentences:
        if joined:
            joined.append(_own(" " if _is_ended(joined) else ". "))
        joined.extend(sentence)
    if not _is_ended(joined):
        joined.append(_own("."))
    return tuple(joined)


def _is_ended(inlines: Iterable[Inline]) -> bool:
    text = "".join(inline.text for inline in inlines if isinstance(inline, Run | Link))
    return text.rstrip("”\"’'»)").endswith(_ENDS) and not text.endswith(")")


STYLE = Style(
    name="numbered",
    title="Numbers in brackets",
    mechanisms=MARKS_OR_NOTES,
    bibliography=_Bibliography,
)
