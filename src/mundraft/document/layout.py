"""How a paper is laid out, and the length it may have: what a conference's rules say, in plain numbers."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mundraft.document.looks import Looks


class PageSize(StrEnum):
    A4 = "A4"
    LETTER = "Letter"


class Limit(NamedTuple):
    """One rule about length; 0 stands for no bound. `per_topic`: for the part on each topic, else for the whole paper.

    `counts_resources` is None where it is not known. An `approximate` limit is a guess and no bound, and what stands
    beyond a limit with `rest_unread` is not read at all. `only_for` says in words for which committees it holds, "" for
    all of them. Several limits hold together."""

    per_topic: bool = False
    min_words: int = 0
    max_words: int = 0
    min_pages: float = 0.0
    max_pages: float = 0.0
    min_paragraphs: int = 0
    max_paragraphs: int = 0
    counts_resources: bool | None = None
    approximate: bool = False
    rest_unread: bool = False
    only_for: str = ""


class Layout(NamedTuple):
    """Page size, type, spacing (a multiple of single), margin in centimetres; limits in words, 0 for none.

    Words of the resources list and of the notes are counted only where the rules say so."""

    page: PageSize = PageSize.A4
    font: str = "Times New Roman"
    size_pt: float = 12.0
    line_spacing: float = 1.0
    margin_cm: float = 2.54
    page_numbers: bool = True
    max_words: int = 0
    max_pages: float = 0.0
    count_references: bool = False
    count_notes: bool = False
    #: both edges of the text are straight
    justified: bool = False
    #: all print is black, links too
    black_only: bool = False
    #: every rule about length; `max_words` and `max_pages` are what they come to for the whole paper
    limits: tuple[Limit, ...] = ()
    #: what a teacher's reference says of each kind of paragraph, and its picture; None for the project's own look
    looks: Looks | None = None
