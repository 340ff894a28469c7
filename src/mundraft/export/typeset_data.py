"""A document as plain data for the typesetter: `paper.typ` beside this module says how each piece of it is set."""

from __future__ import annotations

import re
from typing import Any, TypeAlias
from unicodedata import category

from mundraft.document.layout import Layout, PageSize
from mundraft.document.line_ends import held_together
from mundraft.document.links import live_address
from mundraft.document.looks import Aligned
from mundraft.document.outline import SECTION_LEVEL, on_pages
from mundraft.document.tree import (
    Block,
    CitationMark,
    Document,
    HeaderBlock,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Origin,
    Paragraph,
    ParagraphRole,
    Reference,
    ReferenceList,
    Run,
    Title,
    inline_text,
)
from mundraft.document.typography import (
    COLUMN_GAP,
    PAGE_POINTS,
    STYLES,
    ParagraphStyle,
    aligned,
    dressed,
    edge_points,
    font_of,
    line_multiple,
    look_of,
    margin_points,
    multiple,
    picture_of,
    text_size,
)
from mundraft.text.clean import clean

Data: TypeAlias = dict[str, Any]

#: Fonts of the same widths, by the font that a conference asks for; then one that comes with the typesetter.
_ALIKE = {
    "times new roman": ("Liberation Serif", "Tinos"),
    "arial": ("Liberation Sans", "Arimo", "Helvetica"),
    "calibri": ("Carlito",),
    "cambria": ("Caladea",),
    "courier new": ("Liberation Mono", "Cousine"),
    "georgia": ("Gelasio",),
}
_LAST_FONT = "Libertinus Serif"
#: The colour of links where nothing else is asked for: 7.6 to 1 against white.
_LINK_COLOUR = "0B4F9E"
_UNDESCRIBED = "Picture at the head of the page"
_PAGES = {PageSize.A4: "a4", PageSize.LETTER: "us-letter"}
#: A file for screen readers must have a title, whatever its paper has.
_UNTITLED, _UNTITLED_LIST = "Position paper", "Resources"


def as_data(document: Document) -> Data:
    """All that is printed, and how the page is; lengths in points."""
    layout = document.layout
    return {
        "title": _line(document.title) if _is_seen(document.title) else _UNTITLED,
        "authors": [_line(author) for author in document.authors if author.strip()],
        "language": _language(document.language),
        "page": _PAGES[layout.page],
        "margin": margin_points(layout),
        "edge": edge_points(layout),
        "gap": COLUMN_GAP,
        "width": PAGE_POINTS[layout.page][0],
        "numbers": layout.page_numbers,
        "black": layout.black_only,
        "link": (layout.looks.link_colour if layout.looks else None) or _LINK_COLOUR,
        "fonts": _fonts(layout.font),
        "styles": {style.style_id: _style(dressed(layout, style), layout) for style in STYLES},
        "picture": _picture(layout),
        "section": SECTION_LEVEL,
        "running": _header(document.running, layout) if document.running else None,
        "blocks": [{**_block(block, layout), "page": begins} for block, begins, *_ in on_pages(document)],
        "notes": {str(note.number): _inlines(note.inlines) for note in document.notes},
        "notes_at_end": document.notes_at_end,
    }


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _language(tag: str) -> dict[str, str]:
    """Language and country as the typesetter takes them: two or three letters, and two."""
    found = re.fullmatch(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?", tag.strip())
    return {"name": found[1].lower(), "region": (found[2] or "").lower()} if found else {"name": "en", "region": ""}


def _style(style: ParagraphStyle, layout: Layout) -> Data:
    """How a kind of paragraph is set: its own lengths, its size, and the space that its lines take."""
    at = aligned(layout, style)
    return {
        **style._asdict(),
        "fonts": _fonts(font_of(layout, style)),
        "colour": look_of(layout, style).colour or "",
        "at": at.value,
        "size": text_size(layout, style),
        "spacing": line_multiple(layout, style),
        "justified": at is Aligned.JUSTIFIED,
    }


def _picture(layout: Layout) -> Data | None:
    """The picture at the head of the page, its bytes as numbers."""
    picture = picture_of(layout)
    if picture is None:
        return None
    shown = picture._asdict()
    del shown["cut"]
    return {**shown, "data": list(picture.data), "alt": picture.alt or _UNDESCRIBED, "aligned": picture.aligned.value}


def _fonts(font: str) -> list[str]:
    wanted = _line(font)
    return [name for name in (wanted, *_ALIKE.get(wanted.casefold(), ()), _LAST_FONT) if name]


def _block(block: Block, layout: Layout) -> Data:
    if isinstance(block, Paragraph):
        quoted = block.role is ParagraphRole.QUOTATION
        return {"kind": "quote" if quoted else "paragraph", "inlines": _inlines(block.inlines)}
    if isinstance(block, Heading) and _is_seen(inline_text(block.inlines)):
        return {"kind": "heading", "level": block.level, "inlines": _inlines(block.inlines)}
    if isinstance(block, ListBlock):
        items = [[_inlines(paragraph.inlines) for paragraph in item] for item in block.items if item]
        return {"kind": "list", "ordered": block.ordered, "items": items}
    if isinstance(block, Title):
        return {"kind": "title", "at": block.at.value, "inlines": _inlines(block.inlines)}
    if isinstance(block, HeaderBlock):
        return _header(block, layout)
    # What is left is a heading of no words, which is none to a screen reader.
    return _references(block) if isinstance(block, ReferenceList) else {"kind": "paragraph", "inlines": []}


def _is_seen(text: str) -> bool:
    return any(category(letter)[0] in "LNPS" for letter in clean(text))


def _header(block: HeaderBlock, layout: Layout) -> Data:
    columns = [{"at": column.at.value, "lines": [_inlines(line) for line in column.lines]} for column in block.columns]
    spacing = multiple(block.line_spacing) if block.line_spacing else line_multiple(layout)
    return {"kind": "header", "columns": columns, "ruled": block.ruled and len(columns) == 1, "spacing": spacing}


def _references(block: ReferenceList) -> Data:
    entries = [_reference(entry) for entry in block.entries]
    title = _line(block.title) if _is_seen(block.title) else _UNTITLED_LIST
    return {"kind": "references", "title": title, "entries": entries}


def _reference(reference: Reference) -> Data:
    return {"label": reference.label, "inlines": _inlines(reference.inlines)}


def _inlines(inlines: Inlines) -> list[Data]:
    """The words, and the numbers of notes where they stand among them."""
    data: list[Data] = []
    before: list[Inline] = []
    for inline in inlines:
        before.append(inline)
        if isinstance(inline, CitationMark) and inline.note:
            data += map(_words, held_together(tuple(before)))
            data.append({"note": str(inline.note), "lines": [""]})
            before.clear()
    return [*data, *map(_words, held_together(tuple(before)))]


def _words(inline: Run | Link) -> Data:
    return {
        "note": "",
        "lines": clean(inline.text).split("\n"),
        "bold": isinstance(inline, Run) and inline.bold,
        "italic": inline.italic,
        "missing": inline.origin is Origin.GAP,
        "url": live_address(inline.url) if isinstance(inline, Link) and inline.text else "",
    }
