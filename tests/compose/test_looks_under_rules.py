"""A conference's rules come before looks, a delegate's choice too; what nobody rules is as the reference has it."""

from __future__ import annotations

from typing import Any

import pytest

from mundraft.compose.looks_allowed import Allowed, allowed
from mundraft.compose.presentation import Presenter, of_conference
from mundraft.document.layout import Layout, PageSize
from mundraft.document.looks import Aligned, Looks, Picture, TextLook
from mundraft.library.conference import Conference, ConferenceRules
from mundraft.library.search_path import default_library
from mundraft.models.fields import plain
from mundraft.models.model import from_values
from mundraft.paper.model import Look, Paper

_CREST = Picture(b"\x89PNG", "png", 60, 60, "The crest of Mars College")
_LOOKS = Looks(
    (
        ("BodyText", TextLook("Georgia", 11.0, "333333", aligned=Aligned.JUSTIFIED, after=6.0, line=1.15)),
        ("Title", TextLook("Arial", 26.0, "1F3864", bold=False, aligned=Aligned.LEFT)),
        ("Heading1", TextLook("Georgia", 11.5, "7B1E1E", bold=True)),
        ("Bibliography", TextLook("Georgia", 9.0)),
        ("FootnoteText", TextLook("Georgia", 9.0)),
    ),
    "7B1E1E", PageSize.LETTER, 2.0, _CREST,
)  # fmt: skip


def conference(**rules: Any) -> Conference:
    seen = [{"title": "Handbook", "seen_on": "2026"}]
    given = {"name": "Example MUN", "short": "EXMUN", "seen_at": seen, **rules}
    return Conference.of("example", from_values(ConferenceRules, given))


def under(paper: Paper | None = None, **rules: Any) -> Allowed:
    paper = paper or Paper()
    preset = conference(**rules)
    return allowed(of_conference(preset, paper).layout, _LOOKS, paper, preset)


def told(result: Allowed) -> str:
    return "\n".join(one.told for one in result.overruled)


def kept(result: Allowed) -> Looks:
    assert result.layout.looks
    return result.layout.looks


def test_without_a_conference_everything_is_taken() -> None:
    result = allowed(Layout(), _LOOKS, Paper())
    layout = result.layout
    assert (layout.font, layout.size_pt, layout.line_spacing) == ("Georgia", 11, 1.15)
    assert (layout.page, layout.margin_cm, layout.justified) == (PageSize.LETTER, 2.0, True)
    assert kept(result).picture == _CREST
    assert kept(result).of("Title").font == "Arial"
    assert result.overruled == ()


def test_papers_of_one_class_are_presented_each_with_the_looks_that_its_template_brings() -> None:
    presenter = Presenter(default_library(None, None))
    fonts = [presenter.presentation(Paper(), looks=looks).layout.font for looks in (None, _LOOKS, None)]
    assert fonts == ["Times New Roman", "Georgia", "Times New Roman"]


def test_a_conference_that_is_silent_leaves_everything_to_the_looks() -> None:
    assert under().layout == allowed(Layout(), _LOOKS, Paper()).layout


def test_a_font_that_the_conference_asks_for_is_the_font_of_everything() -> None:
    result = under(type={"fonts": ["Times New Roman"]})
    assert result.layout.font == "Times New Roman"
    assert {look.font for _, look in kept(result).kinds} == {None}
    assert "The font Georgia: EXMUN asks for Times New Roman" in told(result)


def test_a_font_that_the_conference_allows_too_is_taken() -> None:
    result = under(type={"fonts": ["Times New Roman", "GEORGIA"]})
    assert result.layout.font == "GEORGIA"
    assert kept(result).of("Title").font is None
    assert "The font Arial" in told(result)


def test_text_is_never_smaller_or_larger_than_the_conference_allows() -> None:
    result = under(type={"min_size_pt": 12, "max_size_pt": 12})
    assert result.layout.size_pt == 12
    assert kept(result).of("Bibliography").size_pt is None
    assert kept(result).of("Title").size_pt == 26
    assert kept(result).of("Heading1").size_pt is None, "a heading is not smaller than the text"
    assert kept(result).of("FootnoteText").size_pt == 9
    assert "Text of 11 pt: EXMUN asks for 12 pt" in told(result)


@pytest.mark.parametrize(
    ("rules", "field", "value", "words"),
    [
        ({"line_spacing": ["2"]}, "line_spacing", 2.0, "The line spacing: EXMUN asks for 2"),
        ({"margin_cm": 2.54}, "margin_cm", 2.54, "The margins"),
        ({"page": "A4"}, "page", PageSize.A4, "The size of the page"),
        ({"alignment": "left"}, "justified", False, "Straight edges on both sides"),
    ],
)
def test_what_the_conference_rules_of_the_page_holds(rules: Any, field: str, value: object, words: str) -> None:
    result = under(type=rules)
    assert getattr(result.layout, field) == value
    assert words in told(result)


def test_print_is_black_where_it_must_be() -> None:
    result = under(type={"black_only": True})
    assert {look.colour for _, look in kept(result).kinds} == {None}
    assert kept(result).link_colour is None
    assert "The colours: EXMUN asks for black print" in told(result)


@pytest.mark.parametrize(
    "rules",
    [
        {"pictures": {"others": "forbidden"}},
        {"pictures": {"flag": "forbidden"}},
        {"pictures": {"seal": "forbidden"}},
        {"header": {"anonymous": True, "columns": [{"lines": [{"field": "country"}]}]}},
    ],
)
def test_no_picture_stands_where_pictures_are_forbidden_or_names_are(rules: Any) -> None:
    result = under(**rules)
    assert kept(result).picture is None
    assert "The picture in the header" in told(result)


def test_a_picture_stands_where_the_conference_says_nothing_of_pictures() -> None:
    assert kept(under(pictures={"seal": "wanted"})).picture == _CREST


def test_a_title_that_the_conference_plans_stands_where_it_plans_it() -> None:
    assert kept(under(header={"title": {"text": "Position Paper"}})).of("Title").aligned is None
    assert kept(under()).of("Title").aligned is Aligned.LEFT


def test_what_the_delegate_chose_comes_before_the_looks() -> None:
    chosen = Paper(look=Look(font="Arial", size="12", line_spacing="1.5"))
    rules = {"fonts": ["Georgia", "Arial"], "min_size_pt": 11, "max_size_pt": 12, "line_spacing": ["1", "1.5"]}
    result = under(chosen, type=rules)
    assert (result.layout.font, result.layout.size_pt, result.layout.line_spacing) == ("Arial", 12, 1.5)


def test_a_choice_that_the_conference_does_not_offer_takes_nothing_from_the_looks() -> None:
    assert under(Paper(look=Look(font="Papyrus", size="40"))).layout.font == "Georgia"


def test_no_rule_of_a_preset_that_ships_is_broken_by_looks() -> None:
    library = default_library()
    for found in library.conferences():
        preset = library.conference(found.name)
        rules = preset.type
        result = allowed(of_conference(preset, Paper()).layout, _LOOKS, Paper(), preset)
        layout, looks = result.layout, kept(result)
        if rules.fonts:
            assert {layout.font, *(look.font for _, look in looks.kinds)} <= {None, *rules.fonts}, found.name
        assert (rules.min_size_pt or 0) <= layout.size_pt <= (rules.max_size_pt or 99), found.name
        assert not rules.line_spacing or layout.line_spacing in rules.line_spacing, found.name
        assert layout.page in (rules.page, _LOOKS.page), found.name
        assert layout.margin_cm == (rules.margin_cm or 2.0), found.name
        nameless = preset.header is not None and preset.header.anonymous
        forbids = "forbidden" in plain(preset.pictures, whole=True).values()
        assert (looks.picture is None) == (nameless or forbids), found.name
