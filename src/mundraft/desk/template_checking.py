"""Checking one template of the library by its name, whether it can be read or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mundraft.problems import MundraftError, Problem

if TYPE_CHECKING:
    from mundraft.library.conference import Conference
    from mundraft.library.search_path import Library
    from mundraft.library.template import Template


class CheckedTemplate(NamedTuple):
    """What is wrong in a template. Where it could not be read, `is_read` is False and `problems` say why."""

    problems: tuple[Problem, ...]
    is_read: bool = True


def check_template(name: str, library: Library, conference: Conference | None = None) -> CheckedTemplate:
    """Every fault of a template; with a conference, its own or this one, also whether its papers can have the length
    that it asks for."""
    from mundraft.compose.checking.unread import unread_problems
    from mundraft.compose.checking.whole import template_problems

    try:
        template = library.template(name)
        own, unknown = _own_conference(template, library)
        return CheckedTemplate((*unknown, *template_problems(template, conference or own)))
    except MundraftError as error:
        return CheckedTemplate(unread_problems(library, name, error), is_read=False)


def _own_conference(template: Template, library: Library) -> tuple[Conference | None, tuple[Problem, ...]]:
    """The conference whose rules new papers of a template follow, and what is wrong with its name."""
    ref = template.definition.preset
    if not ref:
        return None, ()
    try:
        return library.conference(ref), ()
    except MundraftError as error:
        what = f"New papers of this template are to follow the rules of {ref!r}, which cannot be had here."
        next_step = f"{error.problems[0].what} {error.problems[0].next_step}"
        return None, (Problem("template-preset-unknown", what, next_step, template.place(("preset",))),)
