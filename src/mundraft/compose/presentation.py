"""How a paper is presented: a conference's rules resolved once into plain values, and the project's own look without.

What stands below (composing, measuring, writing) is told what to do and never by whom. Where a conference leaves a
thing open, the paper decides it, or else this project's own look does.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from mundraft.citation.style import Mechanism, Style
from mundraft.citation.styles import style as style_called
from mundraft.compose.limits import limits_of, pages_allowed, resources_count, words_allowed
from mundraft.document.layout import Layout
from mundraft.library.conference_citations import Citations
from mundraft.library.conference_header import Header
from mundraft.library.conference_rules import File, Type
from mundraft.paper.model import Paper
from mundraft.problems import Problem, UnknownName

if TYPE_CHECKING:
    from mundraft.library.conference import Conference
    from mundraft.library.search_path import Library

_OWN = Layout()


class ListPlace(Enum):
    """Where the works cited are listed."""

    END = "end"
    EACH_TOPIC = "each topic"
    NOWHERE = "nowhere"


class Lists(NamedTuple):
    """Where the works cited are listed, whether on a page of their own, and under which title."""

    place: ListPlace = ListPlace.END
    own_page: bool = False
    title: str = ""


class Presentation(NamedTuple):
    """Everything that rules decide about how one paper looks and is handed in.

    `layout` has every limit, and `layout_on` what they come to for a document. `header` is None for the project's own
    block. `topic_documents`: each topic is a document of its own. `conference` is what people call it, "" where none is
    chosen."""

    layout: Layout
    header: Header | None
    style: Style
    mechanism: Mechanism
    lists: Lists
    file: File
    conference: str = ""
    topic_documents: bool = False
    topic_on_new_page: bool = False
    disclosure_page: bool = False

    def layout_on(self, topics: int) -> Layout:
        """The layout of a document on so many topics: how long it may be goes by them."""
        limits = self.layout.limits
        if not limits:
            return self.layout
        return self.layout._replace(max_words=words_allowed(limits, topics), max_pages=pages_allowed(limits, topics))

    @property
    def anonymous(self) -> bool:
        """Whether no name of a delegate or school may stand anywhere."""
        return self.header is not None and self.header.anonymous


#: How a way of citing that is named without a style is worded: by what most conferences that name one ask for.
_STYLE_FOR = {
    "": "numbered",
    Mechanism.IN_TEXT: "mla",
    Mechanism.FOOTNOTES: "chicago-notes",
    Mechanism.ENDNOTES: "chicago-notes",
    Mechanism.NONE: "plain-links",
}
#: What each style calls its list; the numbered one and plain links take the template's title.
_LIST_TITLES = {
    "mla": "Works Cited",
    "apa": "References",
    "chicago-notes": "Bibliography",
    "chicago-author-date": "References",
    "un-editorial": "References",
}


def presentation_of(paper: Paper, library: Library, max_words: int = 0, list_title: str = "") -> Presentation:
    """How a paper is presented. `max_words` and `list_title` are its template's, for what no conference decides.

    Raises `UnknownName` and `UnreadableFile` for the preset that it names."""
    preset = paper.preset.strip()
    if not preset:
        return _own(paper, max_words, list_title)
    try:
        conference = library.conference(preset)
    except UnknownName as error:
        raise UnknownName(_not_here(preset, error.problems[0].next_step)) from None
    return of_conference(conference, paper, max_words, list_title)


def _not_here(preset: str, meant: str) -> Problem:
    """A paper that went from one computer to another may have left the preset of its class behind."""
    what = f"The paper follows the rules of the conference {preset!r}, and this library has none of that name."
    next_step = f"Put {preset}.yaml into templates/conferences beside the paper, or choose another conference. {meant}"
    return Problem("conference-unknown", what, next_step.strip())


def _own(paper: Paper, max_words: int, list_title: str) -> Presentation:
    layout = Layout(page=paper.page, max_words=max_words)
    return Presentation(
        layout, None, style_called("numbered"), Mechanism.IN_TEXT, Lists(title=list_title), File.model_construct()
    )


def of_conference(conference: Conference, paper: Paper, max_words: int = 0, list_title: str = "") -> Presentation:
    """How a paper is presented under a conference's rules; as `presentation_of`."""
    style, mechanism = _way(conference.citations)
    papers = conference.papers
    return Presentation(
        layout=_layout(conference, paper, max_words),
        header=conference.header,
        style=style,
        mechanism=mechanism,
        lists=_lists(conference.citations, style, mechanism, list_title),
        file=conference.file,
        conference=conference.called,
        topic_documents=papers.document == "one per topic" and len(paper.topics) > 1,
        topic_on_new_page=papers.topic_on_new_page,
        disclosure_page=conference.generated.disclosure_page,
    )


def _layout(conference: Conference, paper: Paper, max_words: int) -> Layout:
    kind = conference.type
    spacing = kind.line_spacing[0] if kind.line_spacing else _OWN.line_spacing
    limits = limits_of(conference.length, spacing)
    return Layout(
        page=kind.page or paper.page,
        font=kind.fonts[0] if kind.fonts else _OWN.font,
        size_pt=_size(kind),
        line_spacing=spacing,
        margin_cm=kind.margin_cm or _OWN.margin_cm,
        page_numbers=kind.page_numbers != "forbidden",
        justified=kind.alignment == "justified",
        black_only=kind.black_only,
        max_words=0 if limits else max_words,
        count_references=resources_count(limits),
        limits=limits,
    )


def _size(kind: Type) -> float:
    """The project's own size, brought within what is allowed."""
    smallest, largest = kind.min_size_pt or 0.0, kind.max_size_pt or _OWN.size_pt
    return max(smallest, min(_OWN.size_pt, largest))


def _way(citations: Citations) -> tuple[Style, Mechanism]:
    """The first way of citing that the conference names, what it leaves open filled in."""
    way = citations.ways[0] if citations.ways else None
    named = Mechanism(way.mechanism) if way and way.mechanism else ""
    style = style_called((way.style if way else "") or _STYLE_FOR[named])
    if named:
        return style, Mechanism(named)
    allowed = [one for one in style.mechanisms if one.value not in citations.banned]
    return style, allowed[0] if allowed else Mechanism.NONE


def _lists(citations: Citations, style: Style, mechanism: Mechanism, list_title: str) -> Lists:
    resources = citations.resources
    if resources.place in ("forbidden", "not needed"):
        place = ListPlace.NOWHERE
    elif not resources.place and mechanism is Mechanism.ENDNOTES:
        place = ListPlace.NOWHERE  # the notes at the end are the list
    else:
        place = ListPlace.EACH_TOPIC if resources.place == "each topic" else ListPlace.END
    return Lists(place, resources.own_page, resources.title or _LIST_TITLES.get(style.name) or list_title)
