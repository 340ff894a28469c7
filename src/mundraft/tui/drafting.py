"""Composing the paper beside the typing: in a thread, the newest wish only, so that no key ever waits for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from mundraft.problems import MundraftError

if TYPE_CHECKING:
    from mundraft.compose.compose import Composer
    from mundraft.document.tree import Document
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Paper


@dataclass(frozen=True, slots=True)
class Draft:
    """A composed paper with its measures, or what kept it from being composed."""

    paper: Paper
    document: Document | None = None
    words: int = 0
    pages: float = 0.0
    borderline: bool = False
    max_words: int = 0
    problem: str = ""


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
        from mundraft.document.measure import pages, words

        self._composer = self._composer or Composer(self._library)
        try:
            document = self._composer.compose(paper)
        except MundraftError as error:
            return Draft(paper, problem=str(error))
        about = pages(document)
        return Draft(paper, document, words(document).total, about.about, about.borderline, document.layout.max_words)

    def _done(self, draft: Draft) -> None:
        self._busy = False
        self.post_message(self.Drafted(draft))
        self._start()
