"""Reading the library's files into their typed forms. Each raises `UnreadableFile` with every problem in the file.

A country, an instrument, a body and a conference may be written in several files of one name, of which each corrects
those behind it. A correction that cannot be read, or that makes no sense, is passed over and told: a slip in it must
not take a whole country away from a paper that is due tonight.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from mundraft.files.reading import read_capped
from mundraft.library.folders import Shelf
from mundraft.problems import Place, Problem, UnreadableFile

if TYPE_CHECKING:
    from mundraft.library.body import Body
    from mundraft.library.conference import Conference
    from mundraft.library.country import Country
    from mundraft.library.instrument import Instrument
    from mundraft.library.seat_name import SeatName
    from mundraft.library.traces import Correction, Trace
    from mundraft.models.model import Model
    from mundraft.strictyaml.nodes import Node

M = TypeVar("M", bound="Model")


#: In bytes: so far from its beginning a file says what it is.
_TOP = 2_000


class _Form(NamedTuple):
    """A kind of file: the beginning of its codes, what messages call it, and its long lists, which no index needs."""

    kind: str
    called: str
    long: tuple[bytes, ...] = ()


_COUNTRY = _Form("country", "country profile", (b"treaties", b"adoptions"))
_INSTRUMENT = _Form("instrument", "instrument", (b"articles",))
_BODY = _Form("body", "body")
_CONFERENCE = _Form("conference", "conference")
_FORMS = {
    Shelf.COUNTRIES: _COUNTRY,
    Shelf.INSTRUMENTS: _INSTRUMENT,
    Shelf.BODIES: _BODY,
    Shelf.PRESETS: _CONFERENCE,
}


def read_country(*paths: Path, brief: bool = False) -> Country:
    """The country of the profiles of one name, the nearest first; its id is that name.

    `brief` leaves out what it has done about treaties and texts, and is for files known to be sound."""
    from mundraft.library.country import Country, Profile

    return Country.of(paths[0].stem, *_read(_COUNTRY, Profile, paths, brief))


def read_shipped_seat_name(path: Path) -> SeatName:
    """The name alone of a profile that ships, which tests hold to be sound; no model of a country is made for it."""
    from mundraft.library.seat_name import SeatName
    from mundraft.strictyaml.decoding import text_in
    from mundraft.strictyaml.values import values_in

    values = values_in(text_in(read_capped(path, _COUNTRY.called), str(path)))
    names = values.get("names") if values else None
    if not isinstance(names, dict) or "short" not in names or names.get("article", "true") != "true":
        return read_country(path).seat_name()  # somebody has been at it
    return SeatName(names["short"], "article" in names, names.get("adjective", ""), names.get("formal", ""))


def read_instrument(*paths: Path, brief: bool = False) -> Instrument:
    """The instrument of the files of one name, the nearest first; its id is that name.

    `brief` leaves out its articles, and is for files known to be sound."""
    from mundraft.library.instrument import CatalogueEntry, Instrument

    return Instrument.of(paths[0].stem, *_read(_INSTRUMENT, CatalogueEntry, paths, brief))


def read_body(*paths: Path) -> Body:
    """The body of the files of one name, the nearest first; its id is that name."""
    from mundraft.library.body import Body, BodyEntry

    return Body.of(paths[0].stem, *_read(_BODY, BodyEntry, paths, brief=False))


def read_conference(*paths: Path) -> Conference:
    """The conference of the presets of one name, the nearest first; its id is that name."""
    from mundraft.library.conference import Conference, ConferenceRules

    return Conference.of(paths[0].stem, *_read(_CONFERENCE, ConferenceRules, paths, brief=False))


def read_merged(shelf: Shelf, paths: tuple[Path, ...]) -> Node:
    """The nodes of files of one name, the nearest first, as they count together: each knows its own file and place."""
    return _merged(_FORMS[shelf], paths)[0]


def _read(form: _Form, model: type[M], paths: tuple[Path, ...], brief: bool) -> tuple[M, Trace]:
    from mundraft.library.traces import Trace

    refused: list[Problem] = []
    left = list(paths)
    while True:
        try:
            value, corrections = _fitted(form, model, tuple(left), brief)
            return value, Trace(tuple(left), corrections, tuple(refused))
        except UnreadableFile as error:
            refused += _told_plainly(error.problems, form)
            if len(left) == 1:
                raise UnreadableFile([_or_misnamed(problem, form) for problem in refused]) from None
            named = {problem.place.file for problem in error.problems if problem.place}
            left.remove(next((path for path in left if str(path) in named), left[0]))


#: What a file says at its top that it is.
_SAYS = re.compile(rb"(?m)^(?:\xef\xbb\xbf)?mundraft(?:-([a-z]+))?[ \t]*:[ \t]*[\"']?([^\s\"']+)")


def _told_plainly(problems: tuple[Problem, ...], form: _Form) -> list[Problem]:
    """The problems of files; of one that says that it is something else, or newer than this program, only that."""
    about_itself: dict[str, Problem] = {}
    for problem in problems:
        name = problem.place.file if problem.place else ""
        if name and name not in about_itself and (told := _told_of_itself(Path(name), form)):
            about_itself[name] = told
    rest = [problem for problem in problems if not (problem.place and problem.place.file in about_itself)]
    return [*about_itself.values(), *rest]


def _told_of_itself(path: Path, form: _Form) -> Problem | None:
    from mundraft.strictyaml.codes import KINDS

    try:
        says = _SAYS.search(read_capped(path, form.called)[:_TOP])
    except UnreadableFile:
        return None
    kind = (says[1] or b"paper").decode() if says else ""
    if says is None or kind not in KINDS:
        return None
    version = says[2].decode("utf-8", "replace")
    place = Place(str(path), 1)
    if kind != form.kind:
        what = f"This file says that it is {KINDS[kind]}, and it stands among files of another kind."
        next_step = f"Move it to the folder where it belongs; here files begin with: mundraft-{form.kind}: 1"
        return Problem("library-wrong-folder", what, next_step, place)
    if version.isdigit() and int(version) > 1:
        what = f"This {form.called} is of a newer version of mundraft ({version})."
        return Problem("library-newer-version", what, "Install the newer version to use it.", place)
    return None


def _or_misnamed(problem: Problem, form: _Form) -> Problem:
    """A key missing at the top of a file that stands alone: perhaps it was meant to correct another one."""
    if problem.code != f"{form.kind}-missing-key" or problem.place is None or problem.place.column != 1:
        return problem
    next_step = f"{problem.next_step} If the file is to correct another {form.called}, give it that one's file name."
    return replace(problem, next_step=next_step)


def _fitted(form: _Form, model: type[M], paths: tuple[Path, ...], brief: bool) -> tuple[M, tuple[Correction, ...]]:
    """The files of one name as a model, the nearest first; together they must be whole."""
    from mundraft.strictyaml.reader import fitted, read_as

    if len(paths) == 1:
        data = read_capped(paths[0], form.called)
        return read_as(model, _without(data, form.long) if brief else data, str(paths[0]), form.kind), ()
    from mundraft.strictyaml.nodes import Parsed, plain_value

    root, corrections = _merged(form, paths)
    return fitted(model, Parsed(root.source, root), plain_value(root), form.kind), corrections


def _merged(form: _Form, paths: tuple[Path, ...]) -> tuple[Node, tuple[Correction, ...]]:
    from mundraft.library.corrections import merged
    from mundraft.strictyaml.nodes import Mapping
    from mundraft.strictyaml.reader import read_nodes

    *nearer, last = paths
    whole = read_nodes(read_capped(last, form.called), str(last))
    corrections: list[Correction] = []
    for path in reversed(nearer):
        root = read_nodes(read_capped(path, form.called), str(path))
        if not (isinstance(root, Mapping) and isinstance(whole, Mapping)):
            # What is no group of keys corrects nothing and can be corrected by nothing: it is refused as it stands.
            return (whole if isinstance(root, Mapping) else root), ()
        whole, found = merged(root, whole, path)
        corrections += found
    return whole, tuple(corrections)


def _without(data: bytes, keys: tuple[bytes, ...]) -> bytes:
    """A file without what stands under some keys of its top level; every other line keeps its number."""
    if not keys:
        return data
    lists = rb"(?m)^(?:" + b"|".join(keys) + rb"):[ \t]*\r?\n(?:(?:[ \t#-].*)?\r?\n)*"
    return re.sub(lists, lambda found: b"\n" * found.group().count(b"\n"), data)
