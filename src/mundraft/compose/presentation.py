"""How a paper is presented: a conference's rules resolved once into plain values, and the project's own look without.

What stands below (composing, measuring, writing) is told what to do and never by whom. Where a conference leaves a
thing open, the paper decides it, or else this project's own look does.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from mundraft.citation.style import Mechanism, Style
from mundraft.citation.styles import style as style_called
from mundraft.compose.chosen_look import ChosenLook, look_of
from mundraft.compose.limits import limits_of, pages_allowed, resources_count, words_allowed
from mundraft.compose.looks_allowed import allowed
from mundraft.compose.presets_told import preset_missing, preset_unreadable
from mundraft.document.layout import Layout
from mundraft.document.looks import LeftOut, Looks
from mundraft.library.conference_file import File
from mundraft.paper.model import Paper
from mundraft.problems import Problem, SeenRule, UnknownName, UnreadableFile

if TYPE_CHECKING:
    from mundraft.library.conference import Conference
    from mundraft.library.conference_citations import Citations
    from mundraft.library.conference_header import Header
    from mundraft.library.search_path import Library

_OWN = Layout()
# What a paper without a conference is asked: made once, and not for each paper of a class.
_ANY_FILE = File()
#: Presentations that are kept: a class asks for a few, somebody who tries every look for many.
_MOST_WORKED = 64


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
    chosen or its rules are not here; `seen` is where they were seen. `told`: what of the paper's wishes could not be
    followed, and why."""

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
    seen: tuple[SeenRule, ...] = ()
    told: tuple[Problem, ...] = ()
    #: what of a reference's looks the rules do not allow
    overruled: tuple[LeftOut, ...] = ()

    def layout_on(self, topics: int) -> Layout:
        """The layout of a document on so many topics: how long it may be goes by them."""
        limits = self.layout.limits
        if not limits:
            return self.layout
        return self.layout._replace(max_words=words_allowed(limits, topics), max_pages=pages_allowed(limits, topics))

    def with_looks(self, looks: Looks | None, paper: Paper, conference: Conference | None) -> Presentation:
        """The same with what a reference says where the rules are silent."""
        if looks is None:
            return self
        layout, overruled = allowed(self.layout, looks, paper, conference)
        return self._replace(layout=layout, overruled=overruled)

    @property
    def anonymous(self) -> bool:
        """Whether no name of a delegate or school may stand anywhere."""
        return self.header is not None and self.header.anonymous


#: What each style calls its list; the numbered one and plain links take the template's title.
_LIST_TITLES = {
    "mla": "Works Cited",
    "apa": "References",
    "chicago-notes": "Bibliography",
    "chicago-author-date": "References",
    "un-editorial": "References",
}


def presentation_of(
    paper: Paper, library: Library, max_words: int = 0, list_title: str = "", looks: Looks | None = None
) -> Presentation:
    """How a paper is presented. `max_words`, `list_title`, `looks` are its template's, for what no conference decides.

    A preset that is not here, or cannot be read, stops no paper: it is presented as without a conference, and
    `told` says so."""
    return Presenter(library).presentation(paper, max_words, list_title, looks)


class _Worked(NamedTuple):
    """A presentation, and the rules and looks that it comes of: compared by identity, since neither ever changes."""

    conference: Conference | None
    looks: Looks | None
    presentation: Presentation


class Presenter:
    """Presents papers of one library. Papers that ask for the same are worked out once: those of a class mostly do."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._worked: dict[tuple[object, ...], _Worked] = {}

    def presentation(
        self, paper: Paper, max_words: int = 0, list_title: str = "", looks: Looks | None = None
    ) -> Presentation:
        """As the function `presentation_of`."""
        preset = paper.preset.strip()
        if not preset:
            return self._under(None, paper, max_words, list_title, looks)
        try:
            conference = self._library.conference(preset)
        except UnknownName as error:
            told = preset_missing(preset, error.problems[0].next_step)
        except UnreadableFile as error:
            told = preset_unreadable(preset, error.problems[0])
        else:
            return self._under(conference, paper, max_words, list_title, looks)
        own = self._under(None, paper, max_words, list_title, looks)
        return own._replace(told=(told, *own.told))

    def _under(
        self, conference: Conference | None, paper: Paper, max_words: int, list_title: str, looks: Looks | None
    ) -> Presentation:
        """Under a conference's rules, or without."""
        # All of a paper that has a part in it.
        wishes = paper.look, paper.page, len(paper.topics) > 1
        key = conference.id if conference else "", max_words, list_title, wishes
        held = self._worked.get(key)
        if held and held.conference is conference and held.looks is looks:
            return held.presentation
        if conference is None:
            made = _own(paper, max_words, list_title)
        else:
            made = of_conference(conference, paper, max_words, list_title)
        made = made.with_looks(looks, paper, conference)
        if len(self._worked) >= _MOST_WORKED:
            self._worked.clear()
        self._worked[key] = _Worked(conference, looks, made)
        return made


def _own(paper: Paper, max_words: int, list_title: str) -> Presentation:
    chosen = look_of(paper.look)
    style = style_called(chosen.way.style)
    return Presentation(
        layout=Layout(page=paper.page, max_words=max_words),
        header=None,
        style=style,
        mechanism=chosen.way.mechanism,
        lists=_lists(None, style, chosen.way.mechanism, list_title),
        file=_ANY_FILE,
        told=chosen.refused,
    )


def of_conference(conference: Conference, paper: Paper, max_words: int = 0, list_title: str = "") -> Presentation:
    """How a paper is presented under a conference's rules; as `presentation_of`."""
    chosen = look_of(paper.look, conference)
    style, mechanism = style_called(chosen.way.style), chosen.way.mechanism
    papers = conference.papers
    return Presentation(
        layout=_layout(conference, paper, chosen, max_words),
        header=conference.header,
        style=style,
        mechanism=mechanism,
        lists=_lists(conference.citations, style, mechanism, list_title),
        file=conference.file,
        conference=conference.called,
        topic_documents=papers.document == "one per topic" and len(paper.topics) > 1,
        topic_on_new_page=papers.topic_on_new_page,
        disclosure_page=conference.generated.disclosure_page,
        seen=tuple(SeenRule(one.title, one.url, one.season, one.seen_on) for one in conference.seen_at),
        told=chosen.refused,
    )


def _layout(conference: Conference, paper: Paper, chosen: ChosenLook, max_words: int) -> Layout:
    kind = conference.type
    limits = limits_of(conference.length, chosen.line_spacing)
    return Layout(
        page=kind.page or paper.page,
        font=chosen.font,
        size_pt=chosen.size,
        line_spacing=chosen.line_spacing,
        margin_cm=kind.margin_cm or _OWN.margin_cm,
        page_numbers=kind.page_numbers != "forbidden",
        justified=kind.alignment == "justified",
        black_only=kind.black_only,
        max_words=0 if limits else max_words,
        count_references=resources_count(limits),
        limits=limits,
    )


def _lists(citations: Citations | None, style: Style, mechanism: Mechanism, list_title: str) -> Lists:
    asked = citations.resources if citations else None
    wanted = asked.place if asked else ""
    if wanted in ("forbidden", "not needed"):
        place = ListPlace.NOWHERE
    elif not wanted and mechanism is Mechanism.ENDNOTES:
        place = ListPlace.NOWHERE  # the notes at the end are the list
    else:
        place = ListPlace.EACH_TOPIC if wanted == "each topic" else ListPlace.END
    title = (asked.title if asked else "") or _LIST_TITLES.get(style.name) or list_title
    return Lists(place, bool(asked and asked.own_page), title)
