"""How a paper is laid out, and the length it may have: what a conference's rules say, in plain numbers."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class PageSize(StrEnum):
    A4 = "A4"
    LETTER = "Letter"


class Layout(NamedTuple):
    """Page size, type, spacing (a multiple of single), margin in centimetres; limits in words, 0 for none."""

    page: PageSize = PageSize.A4
    font: str = "Times New Roman"
    size_pt: float = 12.0
    line_spacing: float = 1.0
    margin_cm: float = 2.54
    page_numbers: bool = True
    max_words: int = 0
    max_pages: float = 0.0
    count_references: bool = False
