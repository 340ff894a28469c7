"""A document as Markdown, for class blogs and learning platforms.

CommonMark has no notes, and `[^1]: Ibid.` is to its readers the definition of a link, whose words they do not show. So
notes are numbers in brackets, and a list after all the rest: every reader of Markdown shows these as they are meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from string import punctuation
from unicodedata import category

from mundraft.document.links import live_address
from mundraft.document.outline import SECTION_LEVEL, in_outline
from mundraft.document.tree import (
    Block,
    Document,
    HeaderBlock,
    Heading,
    Inlines,
    Link,
    ListBlock,
    Note,
    Origin,
    Paragraph,
    ParagraphRole,
    ReferenceList,
    Run,
    Title,
    block_paragraphs,
)
from mundraft.export.escaping import destination, escaped, escaped_line
from mundraft.export.note_marks import NOTES_TITLE, note_mark, with_note_marks

_ASCII_PUNCTUATION = frozenset(punctuation)
_BREAK = "\\\n"


def document_to_markdown(document: Document) -> str:
    """The paper as Markdown (CommonMark), one paragraph a line. It ends with a newline.

    What a delegate wrote is words and never becomes markup; see `mundraft.export.escaping`."""
    return "\n\n".join(piece for piece in _pieces(document) if piece) + "\n"


def _pieces(document: Document) -> Iterator[str]:
    below_title = 1 if any(isinstance(block, Title) for block in document.blocks()) else 0
    lists = _Lists()
    if document.running:
        yield _plain_block(document.running)
    for block in in_outline(document):
        if isinstance(block, Heading):
            yield _heading(block.level + below_title, block.inlines)
        elif isinstance(block, ListBlock):
            yield lists.written(block)
        elif isinstance(block, ReferenceList):
            yield from _resources(block, SECTION_LEVEL + below_title)
        else:
            yield _plain_block(block)
        lists.last = block
    if document.notes:
        yield from _notes(document.notes, SECTION_LEVEL + below_title)


def _notes(notes: tuple[Note, ...], level: int) -> Iterator[str]:
    yield _heading(level, (Run(NOTES_TITLE, Origin.TEMPLATE),))
    for note in notes:
        yield _paragraph((Run(f"{note_mark(note.number)} ", Origin.LIBRARY), *note.inlines))


def _plain_block(block: Title | HeaderBlock | Paragraph) -> str:
    if isinstance(block, Title):
        return _heading(1, block.inlines)
    if isinstance(block, HeaderBlock):
        return _BREAK.join(_paragraph(line) for line in block_paragraphs(block))
    return _standing(block)


def _resources(listed: ReferenceList, level: int) -> Iterator[str]:
    yield _heading(level, (Run(listed.title, Origin.TEMPLATE),))
    for entry in listed.entries:
        label = (Run(f"{entry.label} ", Origin.LIBRARY),) if entry.label else ()
        yield _paragraph((*label, *entry.inlines))


class _Lists:
    """Writes lists; one that follows another directly gets other marks, or Markdown would join the two."""

    def __init__(self) -> None:
        self.last: Block | None = None
        self._other = False

    def written(self, block: ListBlock) -> str:
        follows = isinstance(self.last, ListBlock) and self.last.ordered == block.ordered
        self._other = follows and not self._other
        items = [item for item in block.items if item]
        return "\n".join(_item(self._mark(block.ordered, number), item) for number, item in enumerate(items, 1))

    def _mark(self, ordered: bool, number: int) -> str:
        if ordered:
            return f"{number}{')' if self._other else '.'} "
        return "+ " if self._other else "- "


def _item(mark: str, item: tuple[Paragraph, ...]) -> str:
    written = "\n\n".join(_standing(paragraph) for paragraph in item)
    indent = " " * len(mark)
    return mark + "\n".join(indent + line if line else "" for line in written.split("\n"))[len(indent) :]


def _standing(paragraph: Paragraph) -> str:
    written = _paragraph(paragraph.inlines)
    if paragraph.role is ParagraphRole.QUOTATION and written:
        return "\n".join(f"> {line}" for line in written.split("\n"))
    return written


def _heading(level: int, inlines: Inlines) -> str:
    words = " ".join(_inlines(inlines).split())
    return f"{'#' * level} {words}" if words else ""


def _paragraph(inlines: Inlines) -> str:
    """A paragraph; each line break inside it is a backslash at the end of the line."""
    return _BREAK.join(escaped_line(line) for line in _inlines(inlines).strip().split("\n"))


def _inlines(inlines: Inlines) -> str:
    """The words with their marks. Emphasis that Markdown could not read back is left out: words come first."""
    pieces = _pieces_of(inlines)
    written = ""
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else _NOTHING
        written += piece.emphasised(written[-1:], following.first_character())
    return written


@dataclass(frozen=True, slots=True)
class _Piece:
    """Escaped words of one look. A link is a piece whose look stands inside it."""

    source: str
    mark: str = ""

    def first_character(self) -> str:
        """What a piece before this one sees of it: the mark of its emphasis, unless blank space comes first."""
        return self.mark[:1] if self.mark and not _is_space(self.source[:1]) else self.source[:1]

    def emphasised(self, before: str, after: str) -> str:
        """The words between their marks, blank space outside; `before` and `after` are the neighbouring characters."""
        words = self.source.strip()
        if not self.mark or not words:
            return self.source
        start = self.source.index(words)
        leading, trailing = self.source[:start], self.source[start + len(words) :]
        if not _can_stand(leading[-1:] or before, words[0]) or not _can_stand(trailing[:1] or after, words[-1]):
            return self.source
        return f"{leading}{self.mark}{words}{self.mark}{trailing}"


_NOTHING = _Piece("")


def _can_stand(outside: str, inside: str) -> bool:
    """Whether a mark of emphasis between these two characters is read as one (CommonMark 0.31, section 6.2)."""
    if outside == "*":
        return False
    return _is_of_a_word(inside) or not outside or _is_space(outside) or outside in _ASCII_PUNCTUATION


def _is_space(char: str) -> bool:
    """Whether CommonMark counts a character as white space, which is less than Python does."""
    return bool(char) and (char in "\t\n\f\r" or category(char) == "Zs")


def _is_of_a_word(char: str) -> bool:
    return category(char)[0] in "LMN"


def _pieces_of(inlines: Inlines) -> list[_Piece]:
    """The inlines as pieces; neighbours of one look are joined, so that their marks cannot meet."""
    pieces: list[_Piece] = []
    for source, mark in filter(itemgetter(0), (_source(inline) for inline in with_note_marks(inlines))):
        if pieces and pieces[-1].mark == mark:
            pieces[-1] = _Piece(pieces[-1].source + source, mark)
        else:
            pieces.append(_Piece(source, mark))
    return pieces


def _source(inline: Run | Link) -> tuple[str, str]:
    """The escaped words of an inline and the mark of its emphasis."""
    if isinstance(inline, Link):
        return _link(inline), ""
    return escaped(inline.text), ("**" if inline.bold else "") + ("*" if inline.italic else "")


def _link(link: Link) -> str:
    address = live_address(link.url)
    words = " ".join(escaped(link.text).split())
    if not words:
        return ""
    shown = f"*{words}*" if link.italic else words
    return f"[{shown}]({destination(address)})" if address else words
