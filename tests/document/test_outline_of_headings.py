"""Headings make an outline that starts at its top, whatever levels a template was written with."""

from __future__ import annotations

import pytest

from mundraft.document.outline import in_outline
from mundraft.document.tree import Document, Heading, Origin, Paragraph, Part, Run


@pytest.mark.parametrize(
    ("written", "depths"),
    [
        ([], []),
        ([1, 1, 2, 3, 2, 1], [1, 1, 2, 3, 2, 1]),
        ([2, 2, 3, 2], [1, 1, 2, 1]),
        ([3, 3], [1, 1]),
        ([1, 3, 3, 2], [1, 2, 2, 2]),
        ([3, 1, 3], [1, 1, 2]),
        ([1, 2, 3, 4, 9, 0], [1, 2, 3, 3, 3, 1]),
    ],
)
def test_headings_start_at_the_top_and_never_skip_a_level(written: list[int], depths: list[int]) -> None:
    between = Paragraph((Run("Words", Origin.DELEGATE),))
    parts = tuple(Part(str(index), (Heading(level, ()), between)) for index, level in enumerate(written))
    blocks = list(in_outline(Document("", parts)))
    assert [block.level for block in blocks if isinstance(block, Heading)] == depths
    assert blocks.count(between) == len(written)
