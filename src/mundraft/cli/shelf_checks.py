"""`template check` and its like for every kind of thing: what is wrong in files of the library, by file and line.

Every file is looked at before the command ends. The exit code is 2 where a file cannot be read or found, 1 where an
error stands in one that can be read; a warning alone stops no script.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from mundraft.cli.running import DONE, FINDINGS, WRONG, say, tell
from mundraft.library.folders import CALLED, Shelf
from mundraft.library.meant_ids import with_id_meant
from mundraft.problems import MundraftError, Problem, Severity, UnknownName
from mundraft.text.folding import fold

if TYPE_CHECKING:
    from mundraft.library.conference import Conference
    from mundraft.library.search_path import Library
    from mundraft.library.shelving import Found

_T = TypeVar("_T")


def check_templates(library: Library, names: tuple[str, ...], conference: str = "") -> int:
    """Check the templates of these names, or every one on the search path; for a conference, if one is named."""
    from mundraft.desk.template_checking import check_template

    all_read = True if names else _told_readable(library, Shelf.TEMPLATES)
    rules = _rules(library, conference) if conference else None
    errors = 0
    for name in names or [found.name for found in library.templates()]:
        checked = check_template(name, library, rules)
        if checked.is_read:
            errors += _say(checked.problems, f"{name}: nothing to mend.")
            continue
        all_read = False
        for problem in checked.problems:
            tell(problem.told())
    return _exit_code(all_read, errors)


def _rules(library: Library, conference: str) -> Conference:
    from mundraft.desk.conferences import conference_named

    return conference_named(library, conference)


def check_countries(library: Library, names: tuple[str, ...]) -> int:
    """Check the country profiles of these names, or all, each against the instruments and the other profiles."""
    from mundraft.library.checks import country_problems

    return _check(library, Shelf.COUNTRIES, names, library.country, country_problems)


def check_instruments(library: Library, names: tuple[str, ...]) -> int:
    """Check the instruments of these names, or all, each against the others."""
    from mundraft.library.checks import instrument_problems

    return _check(library, Shelf.INSTRUMENTS, names, library.instrument, instrument_problems)


def check_bodies(library: Library, names: tuple[str, ...]) -> int:
    """Check the bodies of these names, or all, each against the instruments and the others."""
    from mundraft.library.checks import body_problems

    return _check(library, Shelf.BODIES, names, library.body, body_problems)


def check_conferences(library: Library, names: tuple[str, ...]) -> int:
    """Check the presets of these names, or all, each against the others."""
    from mundraft.library.checks import conference_problems

    return _check(library, Shelf.PRESETS, names, library.conference, conference_problems)


def _check(
    library: Library,
    shelf: Shelf,
    names: tuple[str, ...],
    read: Callable[[str], object],
    problems: Callable[[Library], tuple[Problem, ...]],
) -> int:
    """Check the things of these names on a shelf, or all of them. `problems` finds what is wrong on the whole shelf."""
    all_read = _all_readable(library, shelf, read, names)
    checked = [found for found in library.on_shelf(shelf) if not names or found.name in names]
    return _exit_code(all_read, _say_of(library, shelf, checked, problems(library), all_read))


def _all_readable(library: Library, shelf: Shelf, read: Callable[[str], object], names: tuple[str, ...]) -> bool:
    if not names:
        return _told_readable(library, shelf)
    things = [_read(read, name, library, shelf) for name in names]
    # A correction that was passed over is no hindrance to a paper, but it is what its author checks here.
    passed_over = [problem for thing in things for problem in getattr(thing, "refused", ())]
    for problem in passed_over:
        tell(with_id_meant(problem, library).told())
    return None not in things and not passed_over


def _told_readable(library: Library, shelf: Shelf) -> bool:
    """Tell of every file of a shelf that cannot be read; True where there is none."""
    unreadable = library.problems_on(shelf)
    for problem in unreadable:
        tell(with_id_meant(problem, library).told())
    return not unreadable


def _say_of(library: Library, shelf: Shelf, checked: list[Found], problems: tuple[Problem, ...], all_read: bool) -> int:
    """Print the faults of those files that can be read, and give how many of them are errors."""
    files = {str(path) for found in checked for path in (found.path, *found.shadows)}
    unreadable = library.problems_on(shelf)
    faults = [one for one in problems if one not in unreadable and one.place and one.place.file in files]
    return _say(faults, f"{_checked(shelf, checked)}: nothing to mend." if files and all_read else "")


def _checked(shelf: Shelf, checked: list[Found]) -> str:
    """What was checked: one thing by its name, several counted."""
    if len(checked) == 1:
        return checked[0].name
    called = CALLED[shelf]
    return f"{len(checked)} {called[:-1] + 'ies' if called.endswith('y') else called + 's'} checked"


def _read(read: Callable[[str], _T], name: str, library: Library, shelf: Shelf) -> _T | None:
    """What has this name, or None after telling why it cannot be read."""
    try:
        return read(name)
    except MundraftError as error:
        misnamed = _misnamed(library, shelf, name) if isinstance(error, UnknownName) else ()
        for problem in misnamed or error.problems:
            tell(with_id_meant(problem, library).told())
        return None


def _misnamed(library: Library, shelf: Shelf, name: str) -> tuple[Problem, ...]:
    """What is told of files that would be called so, were they named as files of the library are."""
    wanted = fold(name).replace(" ", "")
    at_fault = [problem for problem in library.problems_on(shelf) if problem.place]
    return tuple(one for one in at_fault if one.place and fold(Path(one.place.file).stem).replace(" ", "") == wanted)


def _say(problems: Iterable[Problem], otherwise: str) -> int:
    """Print problems, or what to say where there are none; gives how many of them are errors."""
    found = tuple(problems)
    if found or otherwise:
        say("\n".join(problem.told() for problem in found) or otherwise)
    return sum(problem.severity is Severity.ERROR for problem in found)


def _exit_code(all_read: bool, errors: int) -> int:
    if not all_read:
        return WRONG
    return FINDINGS if errors else DONE
