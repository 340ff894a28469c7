"""The small pieces that all styles share: names, places, pages, titles, and marks that meet."""

from __future__ import annotations

import pytest

from mundraft.citation.locators import Place, chicago_range, read_locator, shortened_range, whole_range
from mundraft.citation.names import british_series, initials, people, series
from mundraft.citation.pieces import between, ended, joined, own, quoted, text_of, words
from mundraft.citation.style import Work
from mundraft.citation.styles import STYLES, style
from mundraft.citation.telling_apart import letters
from mundraft.citation.titles import headline
from mundraft.document.tree import Origin
from mundraft.paper.model import Name, Source


@pytest.mark.parametrize(
    ("typed", "place", "number", "several"),
    [
        ("art. 35", Place.ARTICLE, "35", False),
        ("Articles 3 and 5", Place.ARTICLE, "3 and 5", True),
        ("para. 4(a)", Place.PARAGRAPH, "4(a)", False),
        ("¶¶ 3-5", Place.PARAGRAPH, "3–5", True),
        ("p. 12", Place.PAGE, "12", False),
        ("pp. 12-14", Place.PAGE, "12–14", True),
        ("12", Place.PAGE, "12", False),
        ("12 - 14", Place.PAGE, "12–14", True),
        ("chapter IV", Place.CHAPTER, "IV", False),
        ("§ 2", Place.SECTION, "2", False),
        ("art. 2, para. 4", Place.ARTICLE, "2, para. 4", False),
        ("arts. 2, 3 and 4, paras. 1-3", Place.ARTICLE, "2, 3 and 4, paras. 1–3", True),
        ("chs. II, III", Place.CHAPTER, "II, III", True),
        ("p. A3", Place.PAGE, "A3", False),
        ("annex II", Place.OTHER, "annex II", False),
        ("p.", Place.OTHER, "p.", False),
        ("", Place.OTHER, "", False),
    ],
)
def test_a_place_is_read_as_people_type_it(typed: str, place: Place, number: str, several: bool) -> None:
    locator = read_locator(typed)
    assert (locator.place, locator.number, locator.several, bool(locator)) == (place, number, several, bool(number))


@pytest.mark.parametrize(
    ("pages", "mla", "chicago", "apa"),
    [
        ("3–9", "3–9", "3–9", "3–9"),
        ("71–72", "71–72", "71–72", "71–72"),
        ("100–104", "100–04", "100–104", "100–104"),
        ("101–108", "101–08", "101–8", "101–108"),
        ("110–114", "110–14", "110–14", "110–114"),
        ("110–4, 201–8", "110–14, 201–08", "110–14, 201–8", "110–114, 201–208"),
        ("321–328", "321–28", "321–28", "321–328"),
        ("1087–9", "1087–89", "1087–89", "1087–1089"),
        ("14–12", "14–12", "14–12", "14–12"),
        ("114–3", "114–3", "114–3", "114–3"),
        ("114–113", "114–113", "114–113", "114–113"),
        ("9" * 5000 + "–" + "9" * 5000, *["9" * 5000 + "–" + "9" * 5000] * 3),
    ],
)
def test_page_ranges_stand_as_each_manual_has_them_however_they_were_typed(
    pages: str, mla: str, chicago: str, apa: str
) -> None:
    assert (shortened_range(pages, 2), chicago_range(pages), whole_range(pages)) == (mla, chicago, apa)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("the law of the sea", "The Law of the Sea"),
        ("guns: a study", "Guns: A Study"),
        ("what to look for", "What to Look For"),
        ("on the UN and WHO", "On the UN and WHO"),
        ("“and then” it ended", "“And Then” It Ended"),
        ("resolution 64/292, “the human right to water”", "Resolution 64/292, “The Human Right to Water”"),
        ("resolution 64/292, ‘the human right to water’", "Resolution 64/292, ‘The Human Right to Water’"),
        ("the world’s children", "The World’s Children"),
        ("Nicaragua v. the United States: after article V", "Nicaragua v. the United States: After Article V"),
        ("law v power", "Law v Power"),
        ("Convention Relating To refugees", "Convention Relating to Refugees"),
        ("", ""),
    ],
)
def test_a_headline_has_its_words_capitalised_but_for_the_small_ones(title: str, expected: str) -> None:
    assert headline(title) == expected


def test_a_very_long_title_is_read_in_one_go() -> None:
    assert headline("of water and war " * 20_000).startswith("Of Water and War of Water")


@pytest.mark.parametrize(
    ("name", "natural", "kept", "last"),
    [
        (Name(family="de la Cruz", given="Ana"), "Ana de la Cruz", "de la Cruz, Ana", "Cruz, Ana de la"),
        (Name(family="al-Rashid", given="Noor"), "Noor al-Rashid", "al-Rashid, Noor", "Rashid, Noor al-"),
        (Name(family="d’Alembert", given="Jean"), "Jean d’Alembert", "d’Alembert, Jean", "Alembert, Jean d’"),
        (
            Name(family="King", given="Martin", suffix="Jr."),
            "Martin King Jr.",
            "King, Martin, Jr.",
            "King, Martin, Jr.",
        ),
        (Name(family="毛", given="建国"), "毛建国", "毛建国", "毛建国"),
        (Name(literal="UNICEF"), "UNICEF", "UNICEF", "UNICEF"),
        (Name(given="Plato"), "Plato", "Plato", "Plato"),
    ],
)
def test_names_stand_in_each_order(name: Name, natural: str, kept: str, last: str) -> None:
    (person,) = people([name])
    assert person.natural(person.given) == natural
    assert person.sorted_with(person.given) == kept
    assert person.sorted_with(person.given, particle_last=True) == last


def test_initials_and_series() -> None:
    assert [initials(name) for name in ("Ana María", "Jean-Paul", "J. R.", "建国", "")] == [
        "A. M.", "J.-P.", "J. R.", "建国", "",
    ]  # fmt: skip
    assert [series("ABC"[:count], "and") for count in (0, 1, 2, 3)] == ["", "A", "A and B", "A, B, and C"]
    assert [british_series("ABC"[:count]) for count in (0, 1, 2, 3)] == ["", "A", "A and B", "A, B and C"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Plain", "“Plain.”"),
        ("Who pays?", "“Who pays?”"),
        ("In “soft” places", "“In ‘soft’ places.”"),
        ("On “targets”", "“On ‘targets.’”"),
        ("And so…", "“And so…”"),
    ],
)
def test_a_full_stop_goes_inside_quotation_marks(title: str, expected: str) -> None:
    assert text_of(ended(quoted(words(title, Origin.DELEGATE)))) == expected


def test_what_is_empty_leaves_no_mark_behind() -> None:
    assert joined(((), own("a"), (), own("b"), between("(", (), ")")), ", ") == (*own("a"), *own(", "), *own("b"))


def test_letters_go_on_after_z() -> None:
    given = letters([str(number) for number in range(28)], lambda work: "same")
    assert [given[str(number)] for number in (0, 25, 26, 27)] == ["a", "z", "aa", "ab"]


@pytest.mark.parametrize("name", STYLES)
def test_numbers_beyond_reading_are_printed_as_they_are(name: str) -> None:
    huge = "9" * 5000
    source = Source(id="s", type="book", title="T", edition=huge, volume="²", page=f"{huge}-{huge}", issued=huge)
    (entry,) = style(name).bibliography([Work(source)]).entries
    assert entry.inlines
