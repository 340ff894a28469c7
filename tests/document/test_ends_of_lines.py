"""No line ends inside a short mark, or between "art." and its number; what is pasted elsewhere keeps plain spaces."""

from __future__ import annotations

import pytest

from mundraft.document.line_ends import held_together
from mundraft.document.measure import words
from mundraft.document.tree import CitationMark, Cited, Document, Inline, Link, Note, Origin, Paragraph, Part, Run
from mundraft.document.widths import lines_filled, word_widths
from mundraft.export.markdown import document_to_markdown
from mundraft.export.plain import document_to_text
from mundraft.export.typeset_data import as_data
from mundraft.word.reader import paragraph_texts
from mundraft.word.writer import document_to_docx

_SAID = "Schools in the north stay closed, "


def mark(*label: tuple[str, Origin]) -> CitationMark:
    return CitationMark((Cited("s1", "", 1),), tuple(Run(*words) for words in label))


def styled(text: str) -> CitationMark:
    return mark((text, Origin.LIBRARY))


def as_set(*inlines: Inline) -> str:
    """The words as they are set, "~" where a space holds its neighbours together."""
    return "".join(inline.text for inline in held_together(inlines)).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("label", "held"),
    [
        ("[1, art. 6]", "[1,~art.~6]"),
        ("(Smith 35)", "(Smith~35)"),
        ("(UNICEF, 2023, p. 4)", "(UNICEF,~2023,~p.~4)"),
        ("[1, art. 35; 12, paras. 4–6]", "[1,~art.~35; 12,~paras.~4–6]"),
        ("(Ocean Conservancy Trust, 2023, p. 4)", "(Ocean Conservancy Trust, 2023, p.~4)"),
        ("[1, preamble and sect. IV, No. 12, § 3 (a)]", "[1,~preamble and sect.~IV, No.~12, §~3~(a)]"),
        ("[1, which says no. Nothing else does]", "[1,~which says no. Nothing else does]"),
    ],
)
def test_a_short_mark_stays_whole_and_a_label_with_its_number_in_a_long_one(label: str, held: str) -> None:
    assert as_set(styled(label)) == held


def test_names_in_a_mark_and_words_of_the_delegate_keep_their_spaces() -> None:
    assert as_set(mark(("(", Origin.LIBRARY), ("World Bank", Origin.DELEGATE), (" 35)", Origin.LIBRARY))) == (
        "(World Bank~35)"
    )
    for origin in (Origin.DELEGATE, Origin.QUOTED, Origin.TEMPLATE, Origin.GAP):
        assert as_set(Run("see art. 6", origin)) == "see art. 6"
    assert as_set(Link("see art. 6", "https://example.org")) == "see art. 6"


def test_what_a_note_or_an_entry_says_of_a_place_is_held_also_across_two_runs() -> None:
    said = (Run("Law, pp. ", Origin.LIBRARY), Run("4–6", Origin.DELEGATE), Run(", para. 4.", Origin.LIBRARY))
    assert as_set(*said) == "Law, pp.~4–6, para.~4."


def test_a_template_s_article_stands_with_the_number_that_was_typed_and_with_no_other_word() -> None:
    article, number = Run("In 1990, article ", Origin.TEMPLATE), Run("35 of it", Origin.DELEGATE)
    assert as_set(article, number) == "In 1990, article~35 of it"
    assert as_set(Run("Article ", Origin.TEMPLATE), Run("IV", Origin.DELEGATE)) == "Article~IV"
    assert as_set(Run("Floods took their homes. ", Origin.TEMPLATE), number) == "Floods took their homes. 35 of it"
    assert as_set(article, Run("of faith", Origin.DELEGATE)) == "In 1990, article of faith"
    assert as_set(Run("In article ", Origin.DELEGATE), number) == "In article 35 of it"


def test_a_no_break_space_is_as_wide_as_a_space_and_ends_no_line() -> None:
    widths = word_widths("Times New Roman", False, False)
    column = widths["aaaa"] + 1
    assert lines_filled([("aa aa", widths)], column) == 2
    assert lines_filled([("a aa\u00a0a", widths)], column) == 2
    assert lines_filled([("a\u00a0a\u00a0a a", widths)], column) == 2
    assert lines_filled([("aa\u00a0aa", widths)], column) == lines_filled([("aa.aa", widths)], column) == 2


def sourced() -> Document:
    lead, number = Run("In article ", Origin.TEMPLATE), Run("9, ", Origin.DELEGATE)
    said = (lead, number, Run(_SAID, Origin.DELEGATE), styled("[1, art. 6]"), Run(".", Origin.TEMPLATE))
    paragraph = Paragraph(said)
    return Document("", (Part("position", (paragraph,)),), (Note(1, (Run("Law, art. 6.", Origin.LIBRARY),)),))


def test_only_what_is_set_in_lines_has_no_break_spaces_and_the_count_of_words_is_the_same() -> None:
    document = sourced()
    printed = f"In article 9, {_SAID}[1, art. 6]."
    held = f"In article\u00a09, {_SAID}[1,\u00a0art.\u00a06]."
    assert paragraph_texts(document_to_docx(document)) == [held]
    assert held == "".join(inline["lines"][0] for inline in as_data(document)["blocks"][0]["inlines"])
    assert as_data(document)["notes"]["1"][0]["lines"] == ["Law, art.\u00a06."]
    assert printed in document_to_text(document)
    assert "\u00a0" not in document_to_text(document) + document_to_markdown(document)
    assert words(document).total == len(printed.split()) == len(held.split())
