"""A line of Markdown is read once and by the shortest way; it must come to what the whole parser makes of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.document.tree import Origin, Paragraph, Run
from mundraft.templating import assembly
from mundraft.templating.leaf import Leaf, Piece

WORDS = st.sampled_from(
    [*"*_\\[])(!`#,.é\n", "a word", "**", "\\*", "](https://un.org)", "<b>", "&amp;", "  ", "\\\n", "1."]
)
PIECES = st.lists(st.one_of(WORDS, st.sampled_from(["Mexico", "*no* mark", "two\n\nparts", ""]).map(
    lambda text: Leaf(text, Origin.DELEGATE))), max_size=12)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(WORDS, st.just(chr(assembly.FIRST_PLACEHOLDER))), max_size=10).map("".join))
def test_a_line_without_marks_reads_as_the_parser_reads_it(content: str) -> None:
    merged: list[assembly._Stands] = []
    for stands in assembly._parsed_line(content):
        if merged and stands.slot < 0 and merged[-1].slot < 0 and merged[-1][1:] == stands[1:]:
            merged[-1] = stands._replace(text=merged[-1].text + stands.text)
        else:
            merged.append(stands)
    if assembly._LINE_MARKS.search(content) is None:
        assert list(assembly._line_read(content)) == merged


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_lines_read_apart_are_those_of_the_whole_text(pieces: list[Piece]) -> None:
    source = ""
    leaves: list[Leaf] = []
    for piece in pieces:
        if isinstance(piece, Leaf):
            source += chr(assembly.FIRST_PLACEHOLDER + len(leaves))
            leaves.append(piece)
        else:
            source += piece
    whole = [
        "".join(child.content for child in token.children or ())
        for token in assembly._markdown(lines=True).parse(source)
        if token.type == "inline"
    ]
    apart = [token.content for token in assembly._markdown(lines=False).parse(source) if token.type == "inline"]
    read = []
    at = 0
    for content in apart:
        held = len(assembly._PLACEHOLDER.findall(content))
        read.append("".join(_with_places(stands, at) for stands in assembly._line_read(_from_first(content))))
        at += held
    assert read == [line.replace("\x0b", "") for line in whole]


def _from_first(content: str) -> str:
    places = iter(assembly._places(len(content)))
    return assembly._PLACEHOLDER.sub(lambda _: next(places), content)


def _with_places(stands: assembly._Stands, at: int) -> str:
    if stands.slot >= 0:
        return chr(assembly.FIRST_PLACEHOLDER + at + stands.slot)
    return stands.text.replace("\x0b", "")


def test_the_same_line_with_other_values_shows_those() -> None:
    shown = [
        assembly.blocks_of(("**", Leaf(name, Origin.DELEGATE), "** acts, and ", Leaf("others", Origin.DELEGATE), "."))
        for name in ("Mexico", "Peru")
    ]
    assert [block.inlines[0] for (block,) in shown if isinstance(block, Paragraph)] == [
        Run("Mexico", Origin.DELEGATE, bold=True),
        Run("Peru", Origin.DELEGATE, bold=True),
    ]
