"""The template's words are read as Markdown once, whatever values stand between them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.document import tree
from mundraft.document.tree import Block, Origin, Paragraph, block_paragraphs, inline_text
from mundraft.templating import budget
from mundraft.templating.assembly import blocks_of
from mundraft.templating.leaf import Leaf, Piece
from mundraft.templating.printed import Printed, parted
from mundraft.templating.skeleton import skeleton_of

WORDS = st.sampled_from(
    [*"*_\\[])(!`#,.é\n", "a word", "**", "\\*", "](https://un.org)", "<b>", "&amp;", "  ", "\n\n- ", "\\\n", "1. "]
)


def printed(pieces: tuple[Piece, ...]) -> Printed:
    return parted(budget.Run(), pieces)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(WORDS, st.none()), max_size=12))
def test_values_that_look_like_markdown_change_nothing_of_what_stands_around_them(words: list[str | None]) -> None:
    def written(value: str) -> list[tuple[type[Block], list[str]]]:
        pieces: tuple[Piece, ...] = tuple(Leaf(value, Origin.DELEGATE) if word is None else word for word in words)
        return [
            (type(block), [inline_text(inlines).replace(value, "?") for inlines in block_paragraphs(block)])
            for block in blocks_of(printed(pieces))
        ]

    assert written("{Mexico}") == written("{**_# [1](x)}")


def test_the_same_words_with_other_values_show_those_and_are_read_once() -> None:
    skeleton_of.cache_clear()
    shown = [
        blocks_of(printed(("**", Leaf(name, Origin.DELEGATE), "** acts, and ", Leaf("others", Origin.DELEGATE), ".")))
        for name in ("Mexico", "Peru")
    ]
    assert [block.inlines[0] for (block,) in shown if isinstance(block, Paragraph)] == [
        tree.Run("Mexico", Origin.DELEGATE, bold=True),
        tree.Run("Peru", Origin.DELEGATE, bold=True),
    ]
    assert skeleton_of.cache_info().misses == 1
