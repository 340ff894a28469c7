"""Composing the paper beside the typing: in a thread, the newest wish only, so that no key ever waits for it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from mundraft.problems import MundraftError, Problem

if TYPE_CHECKING:
    from mundraft.compose.compose import Composer
    from mundraft.document.length_now import LengthNow
    from mundraft.document.tree import Document, Part
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper


class Draft(NamedTuple):
    """A composed paper with its measures, or what kept it from being composed."""

    paper: Paper
    document: Document | None = None
    #: by the topic's id, and "" for the whole
    lengths: Mapping[str, LengthNow] = MappingProxyType({})
    #: by the topic's id and the part's key
    part_words: Mapping[tuple[str, str], int] = MappingProxyType({})
    #: the topics' parts before their citations were settled: a conference may want no mark of any
    unsettled: tuple[Part, ...] = ()
    problem: str = ""
    #: what of the paper's wishes could not be followed
    told: tuple[Problem, ...] = ()


class Drafter(Widget):
    """Composes on demand. An invisible widget, so that its messages reach the screen it lives in."""

    DEFAULT_CSS = "Drafter { display: none; }"

    class Drafted(Message):
        """A draft is ready."""

        def __init__(self, draft: Draft) -> None:
            super().__init__()
            self.draft = draft

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._composer: Composer | None = None
        self._wanted: Paper | None = None
        self._busy = False

    def want(self, paper: Paper) -> None:
        """Ask for a draft of this paper; one that is being composed is finished first."""
        self._wanted = paper
        if not self._busy:
            self._start()

    def _start(self) -> None:
        paper, self._wanted = self._wanted, None
        if paper is not None:
            self._busy = True
            self.run_worker(lambda: self._draft_beside(paper), thread=True, group="draft")

    def _draft_beside(self, paper: Paper) -> None:
        worker = get_current_worker()
        draft = self._draft(paper)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._done, draft)

    def _draft(self, paper: Paper) -> Draft:
        from mundraft.compose.compose import Composer
        from mundraft.desk.handed_in import as_handed_in

        self._composer = self._composer or Composer(self._library)
        try:
            shown = as_handed_in(paper, self._composer)
            unsettled = self._composer.parts(paper)
        except MundraftError as error:
            return Draft(paper, problem=str(error))
        except Exception as error:  # noqa: BLE001 - a paper that cannot be shown can still be written, and must open
            from mundraft.desk.faults import told_fault_of_draft

            self._composer = None  # what it keeps may be what it failed at
            return Draft(paper, problem=told_fault_of_draft(error))
        return Draft(paper, shown.document, shown.lengths, shown.part_words, unsettled, told=shown.told)

    def _done(self, draft: Draft) -> None:
        self._busy = False
        self.post_message(self.Drafted(draft))
        self._start()
