"""Answers as texts: what a person reads of any of them."""

from __future__ import annotations

from typing import Any

from mundraft.paper.model import Citation, Committee, InstrumentUse, Said, Seat


def text_of(value: Any) -> str:
    """Any answer as plain text: a list is a line for each entry."""
    return "\n".join(texts_of(value))


def texts_of(value: Any) -> tuple[str, ...]:
    """Any answer as a list of texts; an answer without words is an empty list."""
    if isinstance(value, tuple):
        return tuple(text for entry in value for text in texts_of(entry))
    text = _one_text(value)
    return (text,) if text.strip() else ()


def citations_of(value: Any) -> tuple[Citation, ...]:
    """The citations that stand inside an answer's own words."""
    if isinstance(value, tuple):
        return tuple(cite for entry in value for cite in citations_of(entry))
    return value.cite if isinstance(value, Said) else ()


def _one_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Said):
        return value.text
    if isinstance(value, Seat | Committee):
        return value.name or (value.ref if isinstance(value, Seat) else value.short)
    if isinstance(value, InstrumentUse):
        return value.name or value.ref
    article = getattr(value, "article", "")
    instrument = getattr(value, "instrument", "")
    return f"{instrument}, {article}" if instrument and article else instrument
