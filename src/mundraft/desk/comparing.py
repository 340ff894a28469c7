"""What two copies of a paper differ in, called as the delegate knows it: by the question that was asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mundraft.problems import MundraftError

if TYPE_CHECKING:
    from mundraft.library.questions import TemplateDefinition
    from mundraft.library.search_path import Library
    from mundraft.paper.address import Address
    from mundraft.paper.model import Paper


def caller(library: Library, *papers: Paper) -> Callable[[Address], str]:
    """Gives the words for an address: the question that one of the papers asks there, else the address in words.

    Papers are looked at in their order. A template that this computer has not got is no hindrance."""
    from mundraft.interview.asking import Asking
    from mundraft.paper.address import has_value
    from mundraft.paper.compare import label

    definitions = [(_definition(library, paper.template), paper) for paper in papers]
    interviews = [Asking(definition, library).interview(paper) for definition, paper in definitions if definition]

    def called(address: Address) -> str:
        for interview in interviews:
            prompt = interview.prompt(address)
            if prompt:
                return f"{prompt.entry_label}: {prompt.question.ask}" if prompt.entry_label else prompt.question.ask
        return label(next((paper for paper in papers if has_value(paper, address)), papers[0]), address)

    return called


def _definition(library: Library, template: str) -> TemplateDefinition | None:
    try:
        return library.template(template).definition
    except MundraftError:
        return None
