"""Markdown that reads back as the very words: nothing that a delegate types becomes markup, in three dialects."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mundraft.document.tree import (
    Block,
    CitationMark,
    Cited,
    Heading,
    Link,
    ListBlock,
    Origin,
    Paragraph,
    ParagraphRole,
    Part,
    Reference,
    Run,
)
from mundraft.export.formats import render
from mundraft.text.clean import clean
from whole_papers import header_line, whole

# Every character that some dialect gives a meaning, and words that begin a block, an address or an emoji.
MARKUP = "\\`*_{}[]()<>#+-.!|~=&^$@:;%\"'/1aé \t\n"
STARTERS = (
    *("1. ", "1) ", "a. ", "(i) ", "#. ", "- ", "+ ", "* ", "# ", "> ", "    ", "~~~", "```", "===", "---", ": ", "%"),
    *("| a | b |", "<b>", "&amp;", "http://a.org", "www.a.org", ":smile:", "[a]: b", "[^1]: c", "a@b.org"),
)
marked_up = st.builds(str.__add__, st.sampled_from(("", *STARTERS)), st.text(alphabet=MARKUP, max_size=14))
words = marked_up | st.text(max_size=12)


def said(text: str, **looks: bool) -> Run:
    return Run(text, Origin.DELEGATE, **looks)


def markdown(*blocks: Block, **fields: Any) -> str:
    return render(
        whole(fields.pop("title", ""), fields.pop("header", ()), (Part("p", blocks),), **fields), "md"
    ).decode()


def paragraph(*inlines: Run | Link | CitationMark) -> Paragraph:
    return Paragraph(tuple(inlines))


def read_back(source: str) -> list[tuple[str, str]]:
    """The blocks of some Markdown, each as its kind and its words, as a CommonMark reader with tables sees them."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    return [
        (tokens[index - 1].type, plain(_text(token.children or [])))
        for index, token in enumerate(tokens)
        if token.type == "inline"
    ]


def _text(children: list[Any]) -> str:
    return "".join("\n" if child.type in ("softbreak", "hardbreak") else child.content for child in children)


def plain(text: str) -> str:
    return " ".join(clean(text).split())


@settings(max_examples=250)
@given(words, words)
@example("a", "\n\nb")
@example("x\n- y", "")
@example("Look!", "[no](link)")
def test_a_paragraph_of_any_words_is_one_paragraph_of_the_same_words(first: str, second: str) -> None:
    expected = plain(first + second)
    written = markdown(paragraph(said(clean(first)), said(clean(second))))
    assert read_back(written) == ([("paragraph_open", expected)] if expected else [])


@settings(max_examples=150)
@example("¡", "\x85", False, True)
@given(words, words, st.booleans(), st.booleans())
def test_emphasis_never_costs_a_word(first: str, second: str, bold: bool, italic: bool) -> None:
    inlines = (said(clean(first), bold=bold, italic=italic), said(clean(second), bold=italic), said("end"))
    assert read_back(markdown(paragraph(*inlines))) == [("paragraph_open", plain(first + second + "end"))]


@settings(max_examples=100)
@given(words)
def test_headings_and_items_hold_the_same_words(text: str) -> None:
    item = (paragraph(said("x" + clean(text))),)
    written = markdown(Heading(1, (said("h" + clean(text)),)), ListBlock((item, item), ordered=True))
    assert read_back(written) == [
        ("heading_open", plain("h" + text)),
        ("paragraph_open", plain("x" + text)),
        ("paragraph_open", plain("x" + text)),
    ]


needs_pandoc = pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")


@needs_pandoc
@pytest.mark.parametrize("dialect", ["commonmark", "gfm", "markdown-smart"])
def test_pandoc_reads_every_mark_of_its_dialects_as_words(dialect: str) -> None:
    typed = [start + "word * _ ` ~x~ ^y^ $5 and $6 {.a} \\n [z] <i> | !" for start in STARTERS]
    read = subprocess.run(
        ["pandoc", "-f", dialect, "-t", "json"],
        input=markdown(*(paragraph(said(text)) for text in typed)).encode(),
        capture_output=True,
        check=True,
    )
    blocks = json.loads(read.stdout)["blocks"]
    assert [block["t"] for block in blocks] == ["Para"] * len(typed)
    kinds = {inline["t"] for block in blocks for inline in block["c"]}
    assert kinds <= {"Str", "Space"}
    texts = ["".join(inline.get("c", " ") for inline in block["c"]) for block in blocks]
    assert [plain(text) for text in texts] == [plain(text) for text in typed]


def test_looks_links_lists_and_quotations_are_markdowns_own() -> None:
    mark = CitationMark((Cited("a", "", 1),), (Run("[1]", Origin.LIBRARY),))
    written = markdown(
        paragraph(said("Bold. ", bold=True), said("Then "), said("both", bold=True, italic=True), said("."), mark),
        paragraph(Link("A [title]", "https://a.org/x_(y)?a=1&amp;b", italic=True), Link("no", "javascript:x")),
        Paragraph((said("one\ntwo"),), ParagraphRole.QUOTATION),
    )
    assert written == (
        "**Bold.** Then ***both***.\\[1\\]\n\n"
        "[*A \\[title\\]*](https://a.org/x_\\(y\\)?a=1\\&amp;b)no\n\n"
        "> one\\\n> two\n"
    )
    shown = html.unescape(MarkdownIt("commonmark").render(written))
    assert "<strong>Bold.</strong> Then <em><strong>both</strong></em>.[1]" in shown
    assert 'href="https://a.org/x_(y)?a=1&amp;b"' in shown


def test_a_whole_paper_has_its_title_header_sections_and_resources() -> None:
    written = markdown(
        Heading(1, (said("The issue"),)),
        title="My *paper*",
        header=(header_line("Country", said("Mexico")), header_line("Topic", said("#1"))),
        references=(Reference("[1]", "a", (Link("A report", "https://a.org"), said("."))),),
        references_title="RESOURCES",
    )
    assert written == (
        "# My \\*paper\\*\n\n**Country:** Mexico\\\n**Topic:** \\#1\n\n## The issue\n\n## RESOURCES\n\n"
        "\\[1\\] [A report](https://a.org).\n"
    )


def test_two_lists_in_a_row_stay_two() -> None:
    one = ListBlock(((paragraph(said("a")),), (paragraph(said("b")), paragraph(said("c")))), ordered=True)
    shown = MarkdownIt("commonmark").render(markdown(one, one, one))
    assert len(re.findall("<ol>", shown)) == 3
    assert shown.count("<li>") == 6
