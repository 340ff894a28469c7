"""`mundraft template test`: whether templates do what is expected of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mundraft.cli.cards import paragraph
from mundraft.cli.running import DONE, FINDINGS, WRONG, say, tell
from mundraft.problems import MundraftError, Problem, WrongUse

if TYPE_CHECKING:
    from mundraft.desk.expecting import Outcome
    from mundraft.library.search_path import Library


def test_templates(library: Library, names: tuple[str, ...]) -> int:
    """Try the expectations of the templates of these names, or of all that have some.

    The exit code is 2 where one cannot be read, 1 where an expectation is broken."""
    worst = DONE
    tried = 0
    for name in names or [found.name for found in library.templates()]:
        try:
            found = _tried(library, name, asked_for=bool(names))
        except MundraftError as error:
            tell(str(error))
            worst = WRONG
            continue
        tried += len(found)
        if any(not outcome.holds for outcome in found):
            worst = max(worst, FINDINGS)
    if not tried and worst == DONE:
        say("No template has an expectations.yaml beside it.")
    return worst


def _tried(library: Library, name: str, *, asked_for: bool) -> list[Outcome]:
    from mundraft.desk.expectations import FILE, read_expectations
    from mundraft.desk.expecting import outcomes

    template = library.template(name)
    expectations = read_expectations(template.path)
    if expectations is None:
        if asked_for:
            what = f"Nothing is expected of {name} yet: there is no {FILE} in {template.path}."
            next_step = "Begin it with `mundraft-expectations: 1` and a list under `expect:`."
            raise WrongUse(Problem("expectations-missing", what, next_step))
        return []
    say(f"{name} ({template.path})")
    found = []
    for outcome in outcomes(expectations, template, library):
        say("\n".join(_lines(outcome)))
        found.append(outcome)
    holding = sum(outcome.holds for outcome in found)
    say(f"  {holding} of {len(found)} hold.")
    return found


def _lines(outcome: Outcome) -> Iterator[str]:
    yield from paragraph(f"{'ok    ' if outcome.holds else 'BROKEN'}  {outcome.name}", 2, 10)
    for one in outcome.found:
        yield from paragraph(f"found: {one}", 10, 12)
