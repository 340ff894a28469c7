"""Footnotes and endnotes as Word keeps them: a part of the package, marks in the text that point into it, and settings.

Word counts notes by itself, in the order of their marks. Their first two entries are the line above them, and the line
above what runs over to the next page (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from typing import NamedTuple

from mundraft.document.tree import Note
from mundraft.document.typography import ENDNOTE, FOOTNOTE, ParagraphStyle
from mundraft.word.story import Story
from mundraft.word.xml import part_xml


class Kind(NamedTuple):
    """Footnotes or endnotes: how their elements begin, the style of their words and that of their numbers."""

    element: str
    style: ParagraphStyle
    reference_style: str
    #: how they are numbered, where that is not Word's own way
    numbering: str = ""

    @property
    def root(self) -> str:
        return f"{self.element}s"


FOOTNOTES = Kind("footnote", FOOTNOTE, "FootnoteReference")
# Word counts endnotes in small Roman numerals unless it is told otherwise.
ENDNOTES = Kind("endnote", ENDNOTE, "EndnoteReference", '<w:numFmt w:val="decimal"/>')

_LINE, _CONTINUED = -1, 0


def references(kind: Kind, notes: tuple[Note, ...]) -> dict[int, str]:
    """The mark of each note in the text, by its number."""
    return {note.number: _numbered(kind, f'<w:{kind.element}Reference w:id="{note.number}"/>') for note in notes}


def between(kind: Kind) -> str:
    """What parts two marks that meet."""
    return _numbered(kind, "<w:t>,</w:t>")


def notes_part(kind: Kind, notes: tuple[Note, ...], story: Story) -> bytes:
    """The part that holds the notes."""
    lines = _line(kind, "separator", _LINE) + _line(kind, "continuationSeparator", _CONTINUED)
    return part_xml(kind.root, lines + "".join(_note(kind, note, story) for note in notes))


def settings_xml(kind: Kind) -> str:
    """What the settings of the document say of its notes."""
    lines = "".join(f'<w:{kind.element} w:id="{number}"/>' for number in (_LINE, _CONTINUED))
    return f"<w:{kind.element}Pr>{kind.numbering}{lines}</w:{kind.element}Pr>"


def section_xml(kind: Kind) -> str:
    """What a section says of its notes: LibreOffice reads their numbering there."""
    return f"<w:{kind.element}Pr>{kind.numbering}</w:{kind.element}Pr>" if kind.numbering else ""


def printed_marks(notes: tuple[Note, ...]) -> dict[int, str]:
    """The marks in the text of endnotes that are printed as paragraphs: LibreOffice gives real ones pages of their own,
    of another size than the paper's."""
    return {note.number: _numbered(ENDNOTES, f"<w:t>{note.number}</w:t>") for note in notes}


def printed_notes(notes: tuple[Note, ...], story: Story) -> str:
    """The paragraphs of such endnotes, which stand after the text."""
    marks, space = printed_marks(notes), '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    return "".join(
        story.paragraph(ENDNOTE.style_id, note.inlines, lead=f"{marks[note.number]}{space}") for note in notes
    )


def _note(kind: Kind, note: Note, story: Story) -> str:
    lead = _numbered(kind, f"<w:{kind.element}Ref/>") + '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    words = story.paragraph(kind.style.style_id, note.inlines, lead=lead)
    return f'<w:{kind.element} w:id="{note.number}">{words}</w:{kind.element}>'


def _line(kind: Kind, what: str, number: int) -> str:
    return (
        f'<w:{kind.element} w:type="{what}" w:id="{number}"><w:p><w:pPr>'
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:r><w:{what}/></w:r></w:p></w:{kind.element}>"
    )


def _numbered(kind: Kind, inside: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{kind.reference_style}"/></w:rPr>{inside}</w:r>'
