"""Older versions of the paper's file, read into today's form.

Each version has one function that turns its plain mapping into the next version's. A function takes out of the old
mapping what it has a place for; whatever is still there at the end is listed, so that nothing is dropped unseen.

Version 0 was written before the file had a version of its own (it says `schema: 1`): one topic, flat, every claim in
one list and the sources under `resources`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, TypeAlias

from mundraft.paper.model import FORMAT

Old: TypeAlias = dict[str, Any]

_KEY = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.:-]{0,63}\Z")
_TEMPLATES = {"position-paper-classic": "classic"}
#: What version 0 called a kind of source, in CSL's words. What is not here is a web page, or its own word.
_SOURCE_TYPES = {
    "treaty_text": "treaty",
    "un_document": "report",
    "conference_document": "report",
    "briefing": "report",
    "declaration": "report",
    "resolution": "legislation",
    "law": "legislation",
    "news": "article-newspaper",
    "web": "webpage",
    "policy": "report",
}


@dataclass(frozen=True, slots=True)
class Migrated:
    """A plain mapping in today's form, and what of the old one has no place in it, as "path: text"."""

    data: dict[str, Any]
    left_over: tuple[str, ...] = ()


def to_current(data: Old, version: int) -> Migrated:
    """A mapping of an older version (`version < FORMAT`) in today's form. The mapping given is not changed."""
    current = deepcopy(data)
    left_over: list[str] = []
    for step in range(version, FORMAT):
        migrated = _STEPS[step](current)
        current = migrated.data
        left_over += migrated.left_over
    return Migrated(current, tuple(left_over))


def _from_0_to_1(old: Old) -> Migrated:
    _text(old, "schema"), _text(old, "mundraft")
    about, header = _group(old, "paper"), _group(old, "header")
    template = _text(about, "template")
    new = {
        "mundraft": "1",
        "template": _TEMPLATES.get(template, template) or "classic",
        "conference": _text(header, "conference"),
        "language": _text(about, "language") or "en-GB",
        "delegates": _texts(header, "delegates"),
        "school": _text(header, "school"),
        "seat": _seat(_group(old, "country")),
        "committee": _renamed(_group(header, "committee"), name="name", short="short"),
        "topics": [_topic(old)],
        "sources": [_source(entry, key) for entry, key in _with_ids(old, "resources", "r")],
    }
    return Migrated(new, tuple(_leaves(old)))


def _seat(country: Old) -> dict[str, Any]:
    article = _text(country, "definite") == "true"
    renamed = _renamed(country, name="name", formal_name="formal_name", adjective="demonym")
    return renamed | ({"article": "true"} if article else {})


def _topic(old: Old) -> dict[str, Any]:
    topic = _group(old, "topic")
    frame = topic.pop("frame") if topic.get("frame") in ("problem", "goal") else "problem"
    return {
        "id": "t1",
        "title": _text(topic, "title"),
        "noun": _text(topic, "noun"),
        "frame": frame,
        "answers": _answers(old),
        "national_actions": _actions(old, "national_action", "n"),
        "instruments": [_instrument(entry, key) for entry, key in _with_ids(old, "instruments", "i", "ref")],
        "past_actions": _actions(old, "international_action", "p"),
        "solutions": [_solution(entry, key) for entry, key in _with_ids(old, "solutions", "s")],
    }


def _answers(old: Old) -> dict[str, Any]:
    issue, stance = _group(old, "issue"), _group(old, "stance")
    cooperation, closing = _group(old, "cooperation"), _group(old, "closing")
    answers = {
        "hook": _text(issue, "hook"),
        "definition": _said(issue, "definition"),
        "facts": _facts(old, issue),
        "forms": _texts(issue, "forms"),
        "affected": _texts(issue, "affected"),
        "methods": _texts(issue, "methods"),
        "causes": _said_list(issue, "causes"),
        "position": _text(stance, "position"),
        "stance": _text(stance, "statement"),
        "reasons": _texts(stance, "rationale"),
        "gaps": _said_list(old, "gaps"),
        "priorities": _texts(stance, "priorities"),
        "red_lines": _texts(stance, "red_lines"),
        "partners": _texts(cooperation, "partners"),
        "cooperation": _text(cooperation, "text"),
        "appeal": _text(closing, "appeal"),
    }
    return {key: value for key, value in answers.items() if value}


def _facts(old: Old, issue: Old) -> list[dict[str, Any]]:
    """The claims as facts: those that `issue/scale` names first and in its order, then the others."""
    named = _texts(issue, "scale")
    claims = _entries(old, "claims")
    order = {name: place for place, name in enumerate(named)}
    claims.sort(key=lambda claim: order.get(str(claim.get("id")), len(order)))
    known = {_text(claim, "id") for claim in claims}
    if unknown := [name for name in named if name not in known]:
        issue["scale"] = unknown
    return [said for claim in claims if (said := _said_of(claim))["text"]]


def _actions(old: Old, key: str, prefix: str) -> list[dict[str, Any]]:
    return [
        {"id": ident, "cite": _cites(entry)} | _renamed(entry, actor="actor", year="year", did="did", result="result")
        for entry, ident in _with_ids(old, key, prefix)
    ]


def _instrument(entry: Old, ident: str) -> dict[str, Any]:
    articles = [
        {"id": key, "cite": _cites(article)} | _renamed(article, number="number", does="says", quote="quote")
        for article, key in _with_ids(entry, "articles", "a")
    ]
    use: dict[str, Any] = {"id": ident, "ref": ident.replace("_", "-"), "cite": _cites(entry), "articles": articles}
    return use | _renamed(entry, name="name", year="year", url="url")


def _solution(entry: Old, ident: str) -> dict[str, Any]:
    basis = [
        _renamed(one, instrument="instrument", article="article")
        for one in _entries(entry, "legal_basis")
        if isinstance(one.get("instrument"), str)
    ]
    written = _renamed(entry, title="title", action="action", mechanism="mechanism", funding="funding")
    more = {
        "actor": _series(_texts(entry, "actor")),
        "timeline": _timeline(entry),
        "measure": _text(entry, "indicator"),
    }
    return {"id": ident, "cite": _cites(entry), "legal_basis": basis} | written | more


def _timeline(entry: Old) -> str:
    """One phrase from version 0's beginning and end."""
    whole = _text(entry, "timeline")
    if whole:
        return whole
    parts = _group(entry, "timeline")
    start, by = _text(parts, "start"), _text(parts, "by")
    return ", ".join(part for part in (f"from {start}" if start else "", f"by {by}" if by else "") if part)


def _series(names: list[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return " and ".join([*([", ".join(names[:-1])] if names[1:] else []), *names[-1:]])


def _source(entry: Old, ident: str) -> dict[str, Any]:
    kind = _text(entry, "kind")
    date, year = _text(entry, "date"), _text(entry, "year")
    if date and year and not date.startswith(year):
        entry["year"] = year
    renamed = _renamed(entry, title="title", publisher="publisher", number="number", accessed="accessed", URL="url")
    return {"id": ident, "type": _SOURCE_TYPES.get(kind, kind) or "webpage", "issued": date or year} | renamed


# --- taking things out of an old mapping -----------------------------------------------------------------------------


def _text(data: Old, key: str) -> str:
    """The text at a key, taken out; "" and nothing taken where there is none."""
    return data.pop(key) if isinstance(data.get(key), str) else ""


def _group(data: Old, key: str) -> Old:
    """The mapping at a key, to take things out of; an empty one where there is none."""
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def _entries(data: Old, key: str) -> list[Old]:
    """The mappings in the list at a key, to take things out of."""
    value = data.get(key)
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _texts(data: Old, key: str) -> list[str]:
    """The texts of the list at a key, or its one text, taken out."""
    value = data.get(key)
    if isinstance(value, str):
        return [data.pop(key)]
    if not isinstance(value, list):
        return []
    data[key] = [entry for entry in value if not isinstance(entry, str)]
    return [entry for entry in value if isinstance(entry, str) and entry]


def _renamed(data: Old, **old_keys: str) -> dict[str, str]:
    """The texts at some keys, taken out, under new names (`new=old`); what is not there is left out."""
    return {new: text for new, old in old_keys.items() if (text := _text(data, old))}


def _cites(data: Old) -> list[dict[str, str]]:
    return [
        {"source": _text(cite, "id")} | _renamed(cite, locator="locator")
        for cite in _entries(data, "cite")
        if isinstance(cite.get("id"), str)
    ]


def _said(data: Old, key: str) -> dict[str, Any] | str:
    """Words at a key, with or without citations."""
    return _text(data, key) or _said_of(_group(data, key))


def _said_of(entry: Old) -> dict[str, Any]:
    return {"text": _text(entry, "text"), "cite": _cites(entry)}


def _said_list(data: Old, key: str) -> list[dict[str, Any] | str]:
    """A list in which a text and a mapping with a text both stand for words; an id of its own is not kept."""
    listed: list[dict[str, Any] | str] = []
    value = data.get(key)
    for entry in value if isinstance(value, list) else []:
        if isinstance(entry, dict) and isinstance(entry.get("text"), str):
            listed.append(_said_of(entry))
        elif isinstance(entry, str) and entry:
            listed.append(entry)
    _texts(data, key)
    return listed


def _with_ids(data: Old, key: str, prefix: str, id_key: str = "id") -> Iterator[tuple[Old, str]]:
    """The entries at a key, each with an id that is its own: the one it has, or the prefix and a number."""
    entries = _entries(data, key)
    own = [entry.get(id_key) for entry in entries]
    taken = {ident for ident in own if isinstance(ident, str)}
    seen: set[str] = set()
    for entry, ident in zip(entries, own, strict=True):
        if isinstance(ident, str) and _KEY.match(ident) and ident not in seen:
            del entry[id_key]
            seen.add(ident)
            yield entry, ident
        else:
            number = next(n for n in range(1, len(entries) + len(taken) + 2) if f"{prefix}{n}" not in taken)
            taken.add(f"{prefix}{number}")
            yield entry, f"{prefix}{number}"


def _leaves(value: Any, path: str = "") -> Iterator[str]:
    """Every text that is left, with the path of keys (and places in lists, counted from 1) at which it stood."""
    below: list[tuple[str, Any]] = []
    if isinstance(value, dict):
        below = list(value.items())
    elif isinstance(value, list):
        below = [(str(place), entry) for place, entry in enumerate(value, 1)]
    elif value:
        yield f"{path}: {value}"
    for step, inner in below:
        yield from _leaves(inner, f"{path}/{step}" if path else str(step))


_STEPS: dict[int, Callable[[Old], Migrated]] = {0: _from_0_to_1}
