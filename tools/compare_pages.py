"""Compare the estimate of pages with LibreOffice's count, on papers made by chance from a seed.

    python tools/compare_pages.py [PAPERS [SEED [looks]]]      (default: 320 papers, seed 4)

The papers differ in length, page, font, size, spacing, margins, header, notes, lists and page breaks. Every paper whose
estimate is wrong is printed, with whether the estimate had said that it was borderline. Endnotes are left out:
LibreOffice begins a page with them and Word does not, so that the estimate calls all of them borderline; so are fonts
whose widths are not known. With "looks" each paper has the looks of a reference made by chance. Needs
soffice, fc-list and pdfinfo.
"""

from __future__ import annotations

import argparse
import math
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mundraft.document.layout import Layout, PageSize
from mundraft.document.measure import Pages, pages
from mundraft.document.tree import (
    HEAD,
    RESOURCES,
    Block,
    CitationMark,
    Cited,
    Document,
    HeaderBlock,
    HeaderColumn,
    Heading,
    Inline,
    Link,
    ListBlock,
    Note,
    Origin,
    Paragraph,
    ParagraphRole,
    Part,
    Place,
    Reference,
    ReferenceList,
    Run,
    Title,
)
from mundraft.word.writer import document_to_docx
from random_looks import random_looks

# Words as position papers have them: short and long, with hyphens, digits, accents and capitals.
TEXT = (
    "the of to in and is for that by on with as be it a children states traffickers government shelters education "
    "2030 implementation Convention international internationally United Nations Mexico Côte d'Ivoire well-being "
    "cross-border ratified 12,500 responsibility protection UNICEF UNODC recommends calls upon funding $4.5 million "
    "A/RES/44/25 (2019) accountability displaced persons' water, food; climate-related programme — however, which"
)
#: How many papers LibreOffice opens in one go; after some hundreds it gives up.
BATCH = 80
#: Fonts that conferences name, each with the one of the same widths that LibreOffice sets in its place.
STAND_INS = {"Times New Roman": "Liberation Serif", "Arial": "Liberation Sans", "Calibri": "Carlito"}


def fonts_here() -> tuple[str, ...]:
    """Those of the fonts that can be set on this computer with their own widths."""
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True).stdout
    return tuple(font for font, stand_in in STAND_INS.items() if stand_in in listed or font in listed)


class Case(NamedTuple):
    name: str
    document: Document
    estimate: Pages


class Maker:
    """Makes one paper by chance."""

    def __init__(self, chance: random.Random, fonts: tuple[str, ...]) -> None:
        self._chance = chance
        self._fonts = fonts
        self._notes: list[Note] = []
        self._noted = chance.random() < 0.5
        self._at_end = self._noted and chance.random() < 0.3

    def document(self) -> Document:
        """A paper with one to three topics."""
        chance = self._chance
        own_page, each = chance.random() < 0.3, chance.random() < 0.4
        kind = chance.choice(("own", "plain", "two", "running", "running two", "each", "none"))
        topics = chance.choice((1, 1, 1, 2, 3))
        parts = [Part(HEAD, tuple(self._head(kind)))] if kind in ("own", "plain", "two") else []
        breaks = chance.random() < 0.4
        length = chance.choice((120, 250, 400, 700, 1100))
        for topic in range(topics):
            head = (self._block("two" if topic else "plain"),) if kind == "each" else ()
            parts.append(Part(HEAD, head, f"t{topic}", new_page=breaks and topic > 0))
            parts.append(Part("p", tuple(self._text(length)), f"t{topic}"))
            if each:
                parts.append(Part(RESOURCES, (self._list(own_page),), f"t{topic}"))
        if not each:
            parts.append(Part(RESOURCES, (self._list(own_page),)))
        if chance.random() < 0.1:
            said = (Heading(1, (self._run(4),)), Paragraph((self._run(20),)))
            parts.append(Part("#disclosure", said, new_page=True))
        running = self._block(kind.removeprefix("running").strip() or "plain") if kind.startswith("running") else None
        notes = tuple(self._notes)
        return Document("A paper", tuple(parts), notes, self._at_end, running=running, layout=self._layout())

    def _layout(self) -> Layout:
        chance = self._chance
        return Layout(
            page=chance.choice(tuple(PageSize)),
            font=chance.choice(self._fonts),
            size_pt=chance.choice((10, 10.5, 11, 12, 12)),
            line_spacing=chance.choice((1, 1, 1.15, 1.5, 2)),
            margin_cm=chance.choice((2.54, 2.54, 2, 1.27)),
            page_numbers=chance.random() < 0.7,
            justified=chance.random() < 0.3,
        )

    def _head(self, kind: str) -> Iterator[Block]:
        if self._chance.random() < 0.6:
            yield Title((self._run(6),), self._chance.choice(tuple(Place)))
        yield self._block(kind)

    def _block(self, kind: str) -> HeaderBlock:
        spacing = self._chance.choice((0.0, 0.0, 1.0, 1.15))
        columns = tuple(
            HeaderColumn(tuple((self._run(self._chance.choice((2, 3, 9))),) for _ in range(self._chance.randint(1, 4))))
            for _ in range(2 if kind == "two" else 1)
        )
        return HeaderBlock(columns, spacing, ruled=kind == "own")

    def _text(self, length: int) -> Iterator[Block]:
        left = length
        while left > 0:
            words = self._chance.randint(15, 130)
            if self._chance.random() < 0.35:
                yield Heading(self._chance.choice((1, 2, 3)), (self._run(self._chance.randint(1, 9)),))
            role = ParagraphRole.QUOTATION if self._chance.random() < 0.1 else ParagraphRole.BODY
            yield Paragraph(tuple(self._inlines(words)), role)
            if self._chance.random() < 0.15:
                items = tuple((Paragraph(tuple(self._inlines(14))),) for _ in range(self._chance.randint(2, 4)))
                yield ListBlock(items, ordered=self._chance.random() < 0.5)
            left -= words

    def _inlines(self, words: int) -> Iterator[Inline]:
        while words > 0:
            count = min(words, self._chance.randint(8, 40))
            looks = self._chance.random()
            yield self._run(count)._replace(italic=looks < 0.08, bold=looks > 0.95)
            if self._noted and self._chance.random() < 0.4:
                number = len(self._notes) + 1
                self._notes.append(Note(number, (self._run(self._chance.choice((3, 12, 25, 45))),)))
                yield CitationMark((Cited("s", "", 1),), (), number)
            yield Run(" ", Origin.DELEGATE)
            words -= count

    def _list(self, own_page: bool) -> ReferenceList:
        label = self._chance.choice(("", "[1]", "•"))
        entries = tuple(
            Reference(label, "s", (self._run(self._chance.randint(4, 20)), Link(" a report", "https://example.org/r")))
            for _ in range(self._chance.randint(1, 8))
        )
        return ReferenceList("Works Cited", entries, own_page)

    def _run(self, words: int) -> Run:
        return Run(" ".join(self._chance.choices(TEXT.split(), k=words)), Origin.DELEGATE)


def cases(count: int, seed: int, *, with_looks: bool) -> Iterator[Case]:
    """Papers with their estimates."""
    fonts = fonts_here()
    for number in range(count):
        document = Maker(random.Random(f"{seed}.{number}"), fonts).document()
        if with_looks:
            looks = random_looks(random.Random(f"looks {seed}.{number}"), fonts)
            document = document._replace(layout=document.layout._replace(looks=looks))
        yield Case(f"{number:04}", document, pages(document))


def counted(papers: list[Case], folder: Path) -> dict[str, int]:
    """How many pages LibreOffice sets each paper on; it opens many of them in one go."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for start in range(0, len(papers), BATCH):
        written = [folder / f"{case.name}.docx" for case in papers[start : start + BATCH]]
        for case, path in zip(papers[start:], written, strict=False):
            path.write_bytes(document_to_docx(case.document, endnotes_as_text=True))
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, *map(str, written)], check=True, capture_output=True)
    return {case.name: _pages_of(folder / f"{case.name}.pdf") for case in papers}


def _pages_of(pdf: Path) -> int:
    about = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    return int(next(line.split()[1] for line in about.splitlines() if line.startswith("Pages:")))


def described(document: Document) -> str:
    """What is special about a paper, in a line."""
    layout = document.layout
    kinds = {type(block).__name__ for block in document.blocks()}
    header = "running" if document.running else "block" if "HeaderBlock" in kinds else "no header"
    return (
        f"{layout.page} {layout.font} {layout.size_pt} x{layout.line_spacing} {layout.margin_cm} cm, {header}, "
        f"{len(document.notes)} {'endnotes' if document.notes_at_end else 'notes'}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", type=int, nargs="?", default=320)
    parser.add_argument("seed", type=int, nargs="?", default=4)
    parser.add_argument("looks", nargs="?", choices=("looks",))
    options = parser.parse_args()
    papers = list(cases(options.papers, options.seed, with_looks=options.looks is not None))
    with tempfile.TemporaryDirectory() as folder:
        real = counted(papers, Path(folder))
    wrong = [case for case in papers if math.ceil(case.estimate.about) != real[case.name]]
    for case in wrong:
        said = "borderline" if case.estimate.borderline else "NOT BORDERLINE"
        print(f"{case.name}: {real[case.name]} pages, {case.estimate.about:.3f} ({said}); {described(case.document)}")
    unsaid = sum(not case.estimate.borderline for case in wrong)
    borderline = sum(case.estimate.borderline for case in papers)
    print(f"{len(papers) - len(wrong)} of {len(papers)} right ({1 - len(wrong) / len(papers):.1%})")
    print(f"{borderline} called borderline; {unsaid} of {len(wrong)} misses were not")
    sys.exit(1 if unsaid else 0)


if __name__ == "__main__":
    main()
