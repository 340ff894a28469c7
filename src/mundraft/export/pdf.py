"""A paper as PDF: by the LibreOffice that is installed, else by the typesetter of the extra `mundraft[pdf]`."""

from __future__ import annotations

import re

from mundraft.document.tree import Document, block_paragraphs, inline_text
from mundraft.problems import CannotExport, Problem
from mundraft.text.clean import clean

#: Letters of which each font may make what it likes, so that no font is right: they come along from copied pages.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]+")


def document_to_pdf(document: Document) -> bytes:
    """The document as the bytes of a PDF file. No network is asked, and no browser.

    Raises `CannotExport` where neither way is installed, where one fails and there is no other, and for letters that
    no font can show."""
    from mundraft.export.fonts import unseen_letters
    from mundraft.export.libreoffice import docx_to_pdf, find_office
    from mundraft.export.typesetting import is_installed, typeset, unseen

    words = _all_words(document)
    private = _PRIVATE.search(words)
    if private:
        raise unseen(private[0])
    office = find_office()
    if office is None:
        if not is_installed():
            raise _nothing_installed()
        return typeset(document)
    letters = unseen_letters(words)
    if letters:
        raise unseen(letters)
    from mundraft.word.writer import document_to_docx

    try:
        return docx_to_pdf(document_to_docx(document, endnotes_as_text=True), office)
    except CannotExport:
        if not is_installed():
            raise
        return typeset(document)


def _all_words(document: Document) -> str:
    inlines = [one for block in document.blocks() for one in block_paragraphs(block)]
    return clean("\n".join(map(inline_text, [*inlines, *(note.inlines for note in document.notes)])))


def _nothing_installed() -> CannotExport:
    return CannotExport(
        Problem(
            "export-pdf-missing",
            "Nothing that makes a PDF is installed on this computer.",
            "Install LibreOffice, or the extra: pip install 'mundraft[pdf]'. Or export the Word document, open it in "
            "Word or Google Docs, and save it as PDF.",
        )
    )
