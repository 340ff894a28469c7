"""The template that the screen of templates shows, and a paper to try its questions with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.containers import Vertical

from mundraft.desk.template_questions import with_every_question
from mundraft.interview.asking import Asking
from mundraft.paper.model import Paper
from mundraft.tui.work import Work

if TYPE_CHECKING:
    from mundraft.interview.interview import Interview
    from mundraft.library.search_path import Library
    from mundraft.library.template import Template


class Held(NamedTuple):
    """A template as it was last read: None where it cannot be. `files` are what it was made of."""

    name: str
    library: Library
    template: Template | None
    files: tuple[Path, ...]


class Pane(Vertical):
    """One way to look at a template. Shown again with what it shows already, it is left as it is."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.held: Held | None = None

    def show(self, held: Held) -> None:
        """Show a template, unless it is the one that is shown."""
        if held is not self.held:
            self.held = held
            self.draw(held)

    def draw(self, held: Held) -> None:
        """Draw another template, or the same one after a change."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the cursor where the arrows move what is read."""
        raise NotImplementedError


class Trial(Work):
    """A blank paper that is on no disk: what is typed into it shows what the interview makes of it, and is gone."""

    def __init__(self, template: Template, library: Library) -> None:
        self.library = library
        self._asking = Asking(with_every_question(template.definition), library)
        self._interview: Interview | None = None
        self._paper = Paper(template=template.name)

    @property
    def paper(self) -> Paper:
        return self._paper

    def put(self, paper: Paper) -> None:
        self._paper = paper
