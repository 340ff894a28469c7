"""The interview of a paper under its conference: the template's questions, and then those that the conference brings.

Without a conference nobody is asked about form, and nothing that knows of forms is loaded; nor is the interview itself
where only what is asked is wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mundraft.problems import MundraftError

if TYPE_CHECKING:
    from mundraft.interview.interview import Interview
    from mundraft.library.conference import Conference
    from mundraft.library.questions import Question, TemplateDefinition
    from mundraft.library.search_path import Library
    from mundraft.paper.model import Look, Paper


class Asking:
    """What papers of one template and one library are asked. Keeps what it made last: an interview is made often."""

    def __init__(self, template: TemplateDefinition, library: Library) -> None:
        self._template = template
        self._library = library
        self._preset = ""
        self._conference: Conference | None = None
        self._look: Look | None = None
        self._made = template
        self._of_the_whole: tuple[TemplateDefinition, tuple[Question, ...] | None] | None = None

    def definition(self, paper: Paper) -> TemplateDefinition:
        """The template, with the questions of the paper's conference."""
        if paper.preset != self._preset:
            self._preset, self._look = paper.preset, None
            self._conference = _conference(self._library, paper.preset.strip())
        if paper.look != self._look:
            self._look = paper.look
            self._made = self._under_conference(paper.look)
        return self._made

    def required_of_the_whole(self, paper: Paper) -> tuple[Question, ...] | None:
        """What is required of the whole paper, and of no topic; None where that hangs on other answers."""
        definition = self.definition(paper)
        if self._of_the_whole is None or self._of_the_whole[0] is not definition:
            self._of_the_whole = definition, _required_of_the_whole(definition)
        return self._of_the_whole[1]

    def _under_conference(self, look: Look) -> TemplateDefinition:
        if self._conference is None:
            return self._template
        from mundraft.interview.conference_questions import under_conference

        return under_conference(self._template, self._conference, look)

    def interview(self, paper: Paper) -> Interview:
        """The interview of the paper as it stands."""
        from mundraft.interview.interview import Interview

        return Interview(self.definition(paper), paper)


def interview_of(paper: Paper, library: Library) -> Interview:
    """The interview of a paper. Raises what reading its template raises; a preset that is not here asks nothing."""
    return Asking(library.template(paper.template).definition, library).interview(paper)


def _required_of_the_whole(definition: TemplateDefinition) -> tuple[Question, ...] | None:
    from mundraft.interview.places import is_for_topic
    from mundraft.library.questions import Question

    asked = [one for step in definition.steps for one in step.questions if isinstance(one, Question)]
    required = [one for one in asked if one.required and not is_for_topic(one)]
    return None if any(one.when for one in required) else tuple(required)


def _conference(library: Library, preset: str) -> Conference | None:
    try:
        return library.conference(preset) if preset else None
    except MundraftError:
        return None
