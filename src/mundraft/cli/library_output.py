"""What the commands that ask the library share: the library of this run, lists, JSON, and names that people write."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from mundraft.cli.cards import paragraph
from mundraft.cli.running import DONE, say, say_data, tell
from mundraft.library.folders import Shelf
from mundraft.library.meant import surely_meant
from mundraft.library.meant_ids import with_id_meant
from mundraft.library.topic_words import topics_like
from mundraft.library.topics import TOPICS
from mundraft.problems import Problem, UnknownName
from mundraft.text.folding import fold
from mundraft.text.near import names_near

if TYPE_CHECKING:
    from mundraft.library.body import Body
    from mundraft.library.conference import Conference
    from mundraft.library.country import Country
    from mundraft.library.instrument import Instrument
    from mundraft.library.search_path import Library
    from mundraft.library.shelving import Found

_Thing = TypeVar("_Thing", "Country", "Instrument", "Body", "Conference")

as_json_option = click.option("--json", "as_json", is_flag=True, help="Print as JSON.")

#: A name this long gets a line of its own in a list.
_WIDEST_NAME = 34
#: Where the words of a next step begin.
_BEHIND_ARROW = len("    -> ")
#: As many topics are suggested as a person takes in.
_NEAREST = 4


def library_of(context: click.Context) -> Library:
    """The library that this command asks."""
    from mundraft.library.search_path import default_library

    return default_library(extra=context.find_root().obj)


def the_country(library: Library, name: str) -> Country:
    """The country that a person surely means. Raises `UnknownName`, naming what else it could be."""
    return _telling_faults(library.country(surely_meant("country", name, library.find_countries(name))), library)


def the_instrument(library: Library, name: str) -> Instrument:
    """The instrument that a person surely means. Raises `UnknownName`, naming what else it could be."""
    return _telling_faults(
        library.instrument(surely_meant("instrument", name, library.find_instruments(name))), library
    )


def the_body(library: Library, name: str) -> Body:
    """The body that a person surely means. Raises `UnknownName`, naming what else it could be."""
    return _telling_faults(library.body(surely_meant("body", name, library.find_bodies(name))), library)


def the_conference(library: Library, name: str) -> Conference:
    """The conference that a person surely means. Raises `UnknownName`, naming what else it could be.

    Where it is a preset that cannot be read, as one just written may be, `UnreadableFile` says why."""
    from mundraft.desk.conferences import conference_named

    return _telling_faults(conference_named(library, name), library)


def _telling_faults(thing: _Thing, library: Library) -> _Thing:
    """The same thing, after telling what is wrong with corrections of it that were passed over."""
    for problem in thing.refused:
        tell(with_id_meant(problem, library).told())
    return thing


def topic_id(library: Library, typed: str | None) -> str | None:
    """The id of a topic, typed as it is listed or as it is called ("the rights of the child"); None for None.

    Raises `UnknownName`, saying which topics there are, where nothing in the library is filed under it."""
    if typed is None:
        return None
    entries = [*library.entries(Shelf.INSTRUMENTS).values(), *library.entries(Shelf.BODIES).values()]
    topics = {topic for entry in entries for topic in entry.topics}
    called = {fold(name): topic for topic in topics for name in (topic, TOPICS.get(topic, topic))}
    wanted = fold(typed)
    if wanted in called:
        return called[wanted]
    misspelt = (called[name] for name in names_near(wanted, called, n=1))
    near = list(dict.fromkeys((*misspelt, *topics_like(typed, topics))))[:_NEAREST]
    meant = f"Did you mean {' or '.join(filter(None, [', '.join(near[:-1]), near[-1]]))}? " if near else ""
    # The list stands behind an arrow, in the indent that `Problem.told` gives it.
    listed = "\n".join(paragraph(f"{meant}There are: {', '.join(sorted(topics))}.", _BEHIND_ARROW)).strip()
    raise UnknownName(Problem("topic-unknown", f"Nothing in the library is filed under “{typed}”.", listed))


def print_list(library: Library, shelf: Shelf, as_json: bool, topic: str | None = None) -> int:
    """Print what is on a shelf, or what of it is filed under a topic, and tell of files that were left out."""
    found = _on_topic(library, shelf, topic)
    if as_json:
        say_data(to_json([_found_as_data(one) for one in found]))
    else:
        width = min(max((len(one.name) for one in found), default=0), _WIDEST_NAME)
        for one in found:
            lines = paragraph(f"{one.title}{_where(one)}", width + 2)
            fits = len(one.name) <= width
            say("\n".join([one.name.ljust(width + 2) + lines[0].strip(), *lines[1:]] if fits else [one.name, *lines]))
    for problem in library.missing_folders + library.problems_on(shelf):
        tell(problem.told())
    return DONE


def _on_topic(library: Library, shelf: Shelf, typed: str | None) -> tuple[Found, ...]:
    wanted, found, entries = topic_id(library, typed), library.on_shelf(shelf), library.entries(shelf)
    return found if wanted is None else tuple(one for one in found if wanted in entries[one.name].topics)


def say_lines(lines: Iterable[str]) -> None:
    """Print a card."""
    for line in lines:
        say(line)


def facts_of(thing: Country | Instrument | Body | Conference) -> dict[str, Any]:
    """A thing of the library as plain values, with what was corrected in it."""
    from mundraft.models.fields import plain

    changed = [[one.field, str(one.path), one.was, one.now] for one in thing.corrections]
    return {"id": thing.id, **plain(thing, without=("id", "trace")), **({"corrections": changed} if changed else {})}


def to_json(data: object) -> str:
    """Data as a program reads it."""
    return json.dumps(data, ensure_ascii=False, indent=2, default=_plain)


def _found_as_data(found: Found) -> dict[str, object]:
    return {"name": found.name, "title": found.title, "folder": str(found.folder), "origin": found.origin.value}


def _where(found: Found) -> str:
    """Say where a thing was found only when it does not ship with the program."""
    if found.origin.value == "shipped":
        return ""
    where = f"class pack {found.folder.parent.name}" if found.origin.value == "pack" else str(found.folder)
    if not found.shadows:
        return f"  [{where}]"
    does = "hides" if found.path.name == "template.yaml" or found.path.is_dir() else "corrects"
    return f"  [{where}; it {does} one of the same name]"


def _plain(value: object) -> str:
    return str(value) if isinstance(value, Path) else repr(value)
