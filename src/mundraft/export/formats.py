"""The formats that a paper can be written in."""

from __future__ import annotations

from mundraft.document.tree import Document
from mundraft.problems import Problem, WrongUse

#: The formats by the name that a delegate gives them, which is also the ending of the file.
FORMATS = ("docx", "pdf", "txt", "md")


def render(document: Document, to: str) -> bytes:
    """The document as the bytes of a file: "docx" (Word), "pdf", "txt" (plain text) or "md" (Markdown), both in UTF-8.

    Raises `WrongUse` for any other format, naming those there are, and `CannotExport` where no PDF can be made."""
    if to == "docx":
        from mundraft.word.writer import document_to_docx

        return document_to_docx(document)
    if to == "pdf":
        from mundraft.export.pdf import document_to_pdf

        return document_to_pdf(document)
    if to == "txt":
        from mundraft.export.plain import document_to_text

        return document_to_text(document).encode("utf-8", "replace")
    if to == "md":
        from mundraft.export.markdown import document_to_markdown

        return document_to_markdown(document).encode("utf-8", "replace")
    raise WrongUse(
        Problem(
            "export-format",
            f"A paper cannot be written as “{to}”.",
            f"Choose one of: {', '.join(FORMATS)}.",
        )
    )
