"""Checking one template of the library by its name, whether it can be read or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mundraft.problems import MundraftError, Problem

if TYPE_CHECKING:
    from mundraft.library.conference import Conference
    from mundraft.library.search_path import Library


class CheckedTemplate(NamedTuple):
    """What is wrong in a template. Where it could not be read, `is_read` is False and `problems` say why."""

    problems: tuple[Problem, ...]
    is_read: bool = True


def check_template(name: str, library: Library, conference: Conference | None = None) -> CheckedTemplate:
    """Every fault of a template; with a conference, also whether its papers can have the length that it asks for."""
    from mundraft.compose.checking.unread import unread_problems
    from mundraft.compose.checking.whole import template_problems

    try:
        return CheckedTemplate(template_problems(library.template(name), conference))
    except MundraftError as error:
        return CheckedTemplate(unread_problems(library, name, error), is_read=False)
