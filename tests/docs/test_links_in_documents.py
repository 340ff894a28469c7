"""Every link of the documentation leads somewhere: to a file that is there, and to a heading that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md"), ROOT / "benchmarks" / "README.md"],
    key=lambda path: path.as_posix(),
)
_LINK = re.compile(r"(?<!\\)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?([^()\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_FENCED = re.compile(r"^( *)(```|~~~).*?^\1?\2[^\n]*$", re.MULTILINE | re.DOTALL)


def prose(path: Path) -> str:
    """A document without its blocks of code and without code in lines, where nothing is a link."""
    return re.sub(r"`[^`\n]*`", "code", _FENCED.sub("", path.read_text(encoding="utf-8")))


def anchors(path: Path) -> set[str]:
    """The anchors that GitHub makes of the headings of a document: the second of one name has "-1" behind it."""
    found: dict[str, int] = {}
    text = _FENCED.sub("", path.read_text(encoding="utf-8"))
    made = set()
    for heading in re.findall(r"^#{1,6} +(.*?) *#*$", text, re.MULTILINE):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        anchor = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        count = found[anchor] = found.get(anchor, -1) + 1
        made.add(f"{anchor}-{count}" if count else anchor)
    return made


def links(path: Path) -> Iterator[str]:
    yield from (link for link in _LINK.findall(prose(path)) if not re.match(r"[a-z]+:", link))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_of_a_document_leads_somewhere(document: Path) -> None:
    lost = []
    for link in links(document):
        name, _, anchor = link.partition("#")
        target = (document.parent / unquote(name)).resolve() if name else document
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    assert lost == []


def test_the_links_that_are_looked_at_are_those_that_people_follow() -> None:
    followed = {link for document in DOCUMENTS for link in links(document)}
    assert {"docs/pictures/interview.svg", "docs/teachers-guide.md"} <= followed
    assert any("#" in link for link in followed)


def test_every_guide_can_be_reached_from_the_first_page() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        document = waiting.pop()
        if document in reached or document.suffix != ".md":
            continue
        reached.add(document)
        waiting += [(document.parent / link.partition("#")[0]).resolve() for link in links(document) if link[0] != "#"]
    assert set((ROOT / "docs").glob("*.md")) <= reached
