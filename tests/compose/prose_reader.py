"""What the tests of the prose share: topics with chosen answers, and ways to read a composed paper."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from mundraft.compose.compose import compose
from mundraft.document.tree import (
    CitationMark,
    Document,
    HeaderBlock,
    Heading,
    Origin,
    Run,
    block_paragraphs,
    inline_text,
)
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.models.model import from_values
from mundraft.paper.file import read_paper
from mundraft.paper.model import Paper

EXAMPLES = shipped_folder() / "examples"

#: Answers to everything that the classic template requires.
REQUIRED: dict[str, Any] = {
    "answers": {
        "definition": "Lost fishing gear is any net, line or trap that its owner no longer controls",
        "facts": [
            {"text": "Half of the nets that were weighed in 2024 had lost a part", "cite": [{"source": "weighing"}]}
        ],
        "affected": ["crews of small boats"],
        "causes": ["the price of bringing a torn net home"],
        "stance": "The delegation asks for a deposit on every net",
        "reasons": ["A torn net costs more to bring home than to cut loose"],
    },
    "national_actions": [{"id": "n1", "did": "opened a harbour office that takes back torn nets"}],
    "instruments": [
        {"id": "i1", "ref": "crc", "articles": [{"id": "a1", "number": "24", "does": "speaks of clean water"}]}
    ],
    "past_actions": [{"id": "p1", "actor": "the General Assembly", "did": "asked States to mark their gear"}],
    "solutions": [
        {"id": "s1", "actor": "port authorities", "action": "weigh every net", "mechanism": "The office keeps a list"},
        {"id": "s2", "actor": "UNEP", "action": "publish the weights", "mechanism": "A table appears each year"},
    ],
}
#: Every optional answer, one of each.
OPTIONAL_ANSWERS: dict[str, Any] = {
    "hook": "A lost net goes on fishing",
    "forms": ["drifting nets"],
    "methods": ["cutting torn nets loose at night"],
    "gaps": ["the office closes at noon"],
    "priorities": ["a deposit"],
    "red_lines": ["any rule that counts small boats as ships"],
    "position": "lead",
    "partners": ["the fishing cooperatives"],
    "cooperation": "Its inspectors will train others",
    "appeal": "Let no net be lost twice",
}
#: Every optional field of a group's entries.
OPTIONAL_FIELDS: dict[str, dict[str, Any]] = {
    "national_actions": {"year": "2012", "actor": "the fisheries ministry", "result": "Fewer nets are lost since"},
    "past_actions": {"year": "2015", "result": "Few States answered"},
    "solutions": {
        "title": "A list of nets",
        "funding": "harbour fees",
        "timeline": "by 2028",
        "measure": "the share of nets that return",
        "legal_basis": [{"instrument": "i1", "article": "24"}],
    },
}
OPTIONAL_GROUPS: dict[str, Any] = {
    "quotations": [{"id": "q1", "speaker": "the harbour master", "words": "We count what comes back"}],
    "questions_to_consider": [{"id": "c1", "question": "Who pays for lost gear?", "answer": "Whoever lost it"}],
}


@cache
def shipped_library() -> Library:
    """What ships, and nothing else."""
    return Library((Folder(shipped_folder(), Tier.SHIPPED),))


def example(name: str) -> Paper:
    path: Path = EXAMPLES / name
    return read_paper(path.read_bytes(), path.name)


def paper_of(topic: dict[str, Any], seat: dict[str, Any] | None = None, **more: Any) -> Paper:
    """A paper on lost fishing gear; `topic` overrides what the topic holds."""
    return from_values(
        Paper,
        {
            "seat": {"ref": "mexico"} if seat is None else seat,
            "committee": {"name": "General Assembly Second Committee"},
            "topics": [{"id": "t1", "title": "Lost fishing gear", "noun": "lost fishing gear", **topic}],
            "sources": [{"id": "weighing", "title": "The weighing of nets", "URL": "https://example.org/nets"}],
            **more,
        },
    )


def with_all_options(copies: int = 1, **more: Any) -> dict[str, Any]:
    """A topic in which everything is answered; `copies` entries in each list and group."""
    answers = {**REQUIRED["answers"], **OPTIONAL_ANSWERS}
    answers = {key: _copied(value, copies) if isinstance(value, list) else value for key, value in answers.items()}
    groups: dict[str, Any] = {**{key: value for key, value in REQUIRED.items() if key != "answers"}, **OPTIONAL_GROUPS}
    filled = {
        name: [
            {**entry, **OPTIONAL_FIELDS.get(name, {}), "id": f"{name[:2]}{n}_{i}"}
            for n in range(copies)
            for i, entry in enumerate(entries)
        ]
        for name, entries in groups.items()
    }
    filled["instruments"][0]["id"] = "i1"
    return {"answers": answers, **filled, **more}


def _copied(entries: list[Any], copies: int) -> list[Any]:
    return [entry for _ in range(copies) for entry in entries]


def composed(paper: Paper, *, gaps: bool = True) -> Document:
    return compose(paper, shipped_library(), gaps=gaps)


def paragraphs(document: Document, *, headings: bool = False) -> list[str]:
    """The body's paragraphs as they are read."""
    return [
        inline_text(inlines)
        for block in document.body()
        if headings or not isinstance(block, Heading)
        for inlines in block_paragraphs(block)
    ]


def body(document: Document) -> str:
    return "\n".join(paragraphs(document, headings=True))


def sentences(document: Document) -> list[str]:
    """The sentences of the body, in order, without citation marks."""
    found: list[str] = []
    for paragraph in paragraphs(document):
        bare = re.sub(r"\s*\[[^\]]*\]", "", paragraph)
        found += [part for part in re.split(r"(?<=[.!?”])\s+(?=[A-Z“ÉÎ])", bare) if part]
    return found


def start_of(sentence: str, words: int = 2) -> str:
    return " ".join(re.findall(r"[\w’'-]+", sentence.lower())[:words])


def origins(document: Document) -> dict[Origin, str]:
    """The words of the body by whose they are, citation marks left out."""
    found: dict[Origin, list[str]] = {}
    for block in document.body():
        for inlines in block_paragraphs(block):
            for inline in inlines:
                if not isinstance(inline, CitationMark):
                    found.setdefault(inline.origin, []).append(inline.text)
    return {origin: "\n".join(texts) for origin, texts in found.items()}


def template_runs(document: Document) -> list[str]:
    """Each stretch of the template's own words that stands unbroken."""
    runs: list[str] = []
    for block in document.body():
        for inlines in block_paragraphs(block):
            held = ""
            for inline in inlines:
                if isinstance(inline, Run) and inline.origin is Origin.TEMPLATE:
                    held += inline.text
                    continue
                runs.append(held)
                held = ""
            runs.append(held)
    return [run for run in runs if run.strip()]


def header_of(document: Document) -> list[tuple[str, str]]:
    """The lines of the header block: each label without its colon, and its value."""
    head = [block for block in document.blocks() if isinstance(block, HeaderBlock)]
    lines = [inline_text(line) for block in head for column in block.columns for line in column.lines]
    return [(label, value) for label, _, value in (line.partition(": ") for line in lines)]
