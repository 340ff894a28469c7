"""A template's own text that has lost the line which names the template behind: all else that is wrong follows."""

from __future__ import annotations

import re

from mundraft.library.template import Template
from mundraft.problems import Problem
from mundraft.templating.faults import problem_at, problem_from

_COMMENT = re.compile(r"\{#.*?(?:#\}|\Z)", re.DOTALL)
_EXTENDS = re.compile(r"\{%[-+]?\s*extends\b")
_BLOCK = re.compile(r"\{%[-+]?\s*block\s+(\w+)")
_SUPER = re.compile(r"\{\{[-+]?\s*(super)\b")


def lost_extends(template: Template) -> Problem | None:
    """What is told of a text that names no template, while its questions do, and cannot mean that; else None.

    It may: a text that prints the parts of the paper by itself is all its own. One that is empty does not, nor one
    with `super()` in it, nor one in which most of the parts are missing."""
    if len(template.chain) < 2:
        return None
    text, behind = next(iter(template.texts.values())), template.chain[1].name
    written = _COMMENT.sub(lambda found: re.sub(r"\S", " ", found[0]), text.source)
    if _EXTENDS.search(written):
        return None
    next_step = (
        f'Write {{% extends "{behind}" %}} as its first line. (Without the file, all is printed as {behind} has it.)'
    )
    if not written.strip():
        what = "paper.md.j2 is empty, so nothing of a paper would be printed."
        return problem_at(text.source, text.file, 1, "template-extends-lost", what, next_step)
    what = f'template.yaml extends {behind}, and paper.md.j2 does not: the line {{% extends "{behind}" %}} is missing.'
    if found := _SUPER.search(written):
        return problem_from(text.source, text.file, found.start(1), "template-extends-lost", what, next_step)
    keys = {part.key for part in template.definition.parts}
    if 2 * len(keys & set(_BLOCK.findall(written))) >= len(keys):
        return None
    first = len(written) - len(written.lstrip())
    return problem_from(text.source, text.file, first, "template-extends-lost", what, next_step)
