"""The page as the words of a paper end with it: its size, its margins, and what stands at its head and foot."""

from __future__ import annotations

from functools import lru_cache

from mundraft.document.layout import Layout
from mundraft.document.typography import PAGE_POINTS, edge_points, margin_points
from mundraft.word.xml import twips

#: The relationships under which the document part finds its footer, its running header and its notes.
FOOTER_ID = "rId4"
HEADER_ID = "rId7"
NOTES_ID = "rId8"
#: Those of a first page that has a header, and so a footer, of its own.
FIRST_FOOTER_ID = "rId9"
FIRST_HEADER_ID = "rId10"


@lru_cache(maxsize=32)
def section_with(layout: Layout, header: bool, first_header: bool, of_notes: str) -> str:
    """The page: its size and margins, what stands at the head and the foot of each and of the first, and how its notes
    are numbered (as XML)."""
    width, height = (twips(length) for length in PAGE_POINTS[layout.page])
    margin, edge = twips(margin_points(layout)), twips(edge_points(layout))
    numbered = layout.page_numbers
    references = (
        (header, f'<w:headerReference w:type="default" r:id="{HEADER_ID}"/>'),
        (first_header, f'<w:headerReference w:type="first" r:id="{FIRST_HEADER_ID}"/>'),
        (numbered, f'<w:footerReference w:type="default" r:id="{FOOTER_ID}"/>'),
        (numbered and first_header, f'<w:footerReference w:type="first" r:id="{FIRST_FOOTER_ID}"/>'),
    )
    first = "<w:titlePg/>" if first_header else ""
    return (
        f"<w:sectPr>{''.join(xml for present, xml in references if present)}{of_notes}"
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{margin}" w:right="{margin}" w:bottom="{margin}" w:left="{margin}" '
        f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/>{first}</w:sectPr>'
    )
