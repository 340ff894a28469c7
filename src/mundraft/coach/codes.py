"""Every code that a message can carry, explained."""

from __future__ import annotations

from functools import cache

from mundraft.problems import Problem, UnknownName
from mundraft.text.near import names_near

from .explanations.of_answers import ANSWERS
from .explanations.of_conferences import CONFERENCES
from .explanations.of_extending import EXTENDING
from .explanations.of_files import FILES
from .explanations.of_jinja import JINJA
from .explanations.of_library import LIBRARY
from .explanations.of_looks import LOOKS
from .explanations.of_packs import PACKS
from .explanations.of_papers import PAPERS
from .explanations.of_sources import SOURCES
from .explanations.of_templates import TEMPLATES
from .explanations.of_trying import TRYING


@cache
def explanations() -> dict[str, str]:
    """Every code with its paragraph, by code."""
    from mundraft.strictyaml.codes import CODES

    of_templates = TEMPLATES | JINJA | EXTENDING | TRYING | LOOKS
    of_papers = PAPERS | CONFERENCES | SOURCES | ANSWERS
    return dict(sorted((CODES | FILES | LIBRARY | PACKS | of_templates | of_papers).items()))


def explain(code: str) -> str:
    """The paragraph that explains a code; brackets and capitals around it do not matter.

    Raises `UnknownName`, with the codes that come near, where no message carries it."""
    known = explanations()
    wanted = code.strip().strip("[]").strip().lower()
    if wanted in known:
        return known[wanted]
    near = names_near(wanted, known)
    meant = f"Did you mean {' or '.join(near)}?" if near else "The code stands in square brackets after a message."
    raise UnknownName(Problem(code="code-unknown", what=f"No message has the code “{code[:60]}”.", next_step=meant))
