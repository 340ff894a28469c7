"""Files of references as Zotero, ZoteroBib, Mendeley, EasyBib and Google Scholar write them, read into sources."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.citation.csl_writer import csl_json
from mundraft.citation.importing.dates import read_date
from mundraft.citation.importing.latex import decoded
from mundraft.citation.importing.reading import MAX_BYTES, MAX_ENTRIES, Imported, read_references
from mundraft.paper.model import Name, Source
from mundraft.problems import Severity


def read(text: str, file: str = "list.bib") -> Imported:
    return read_references(text.encode(), file)


def codes(imported: Imported) -> list[str]:
    return [problem.code for problem in imported.problems]


def lines(imported: Imported) -> list[int]:
    return [problem.place.line for problem in imported.problems if problem.place]


ZOTERO_JSON = """[
  {
    "id": "http://zotero.org/users/1/items/AB",
    "type": "report",
    "title": "Children on the <i>move</i> &amp; at work",
    "publisher-place": "Geneva",
    "number": "A/77/140",
    "note": "read again",
    "author": [
      {"family": "Cruz", "given": "Ana", "non-dropping-particle": "de la"},
      {"literal": "UN Women"}
    ],
    "issued": {"date-parts": [["2023", 3, 1]]},
    "accessed": {"date-parts": [[2026, 11, 2]]},
    "URL": "https://www.example.org/report"
  }
]"""


def test_a_csl_json_file_keeps_its_fields() -> None:
    (source,) = read(ZOTERO_JSON, "My Library.json").sources
    assert source.title == "Children on the move & at work"
    assert source.author == (Name(family="de la Cruz", given="Ana"), Name(literal="UN Women"))
    assert (source.type, source.number, source.publisher_place) == ("report", "A/77/140", "Geneva")
    assert (source.issued, source.accessed) == ("2023-03-01", "2026-11-02")
    assert source.url == "https://www.example.org/report"
    assert source.id == "cruz-2023"


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[2021]]}, "2021"),
        ({"date-parts": [["2021", "7"]]}, "2021-07"),
        ({"raw": "14 March 2021"}, "2021-03-14"),
        ({"literal": "n.d."}, ""),
        ("2021-03", "2021-03"),
        ({"date-parts": [[2021, 3], [2021, 5]]}, "2021-03"),
        ({"date-parts": [[]]}, ""),
        ({"date-parts": "2021"}, ""),
        (None, ""),
    ],
)
def test_every_form_of_a_csl_date_is_read(issued: Any, date: str) -> None:
    imported = read(json.dumps([{"type": "book", "title": "T", "issued": issued}]), "a.json")
    assert [source.issued for source in imported.sources] == [date]


def test_one_broken_object_costs_no_other() -> None:
    imported = read('[\n{"title": "One"},\n{"title": "Two" "type": "book"},\n{"title": "Three"}\n]', "a.json")
    assert [source.title for source in imported.sources] == ["One", "Three"]
    (problem,) = imported.problems
    assert (problem.code, problem.severity) == ("import-json-broken", Severity.ERROR)
    assert problem.place
    assert (problem.place.line, problem.place.column) == (3, 17)


def test_a_list_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    imported = read('[\n{"title": "One"},\n{"title": "Tw', "a.json")
    assert [source.title for source in imported.sources] == ["One"]
    assert codes(imported) == ["import-json-broken", "import-cut-off"]


def test_one_object_and_a_wrapped_list_are_lists_too() -> None:
    assert read('{"title": "One", "type": "book"}', "a.json").sources[0].title == "One"
    assert read('{"items": [{"title": "One"}]}', "a.json").sources[0].title == "One"


ZOTERO_RIS = """TY  - JOUR
TI  - Water at the border
AU  - Okafor, Ben
AU  - Müller, Jörg, Jr.
AU  - UNICEF
T2  - Journal of Rivers
AB  - A long text
that goes on.
DA  - 2020/03/14/
PY  - 2020
VL  - 12
IS  - 3
SP  - 101
EP  - 120
DO  - https://doi.org/10.1000/xyz123
UR  - https://example.org/water
Y2  - 2024/01/02/10:11:12
KW  - rivers
ER  -

TY  - CHAP
TI  - A chapter
A2  - Smith, Jane
T2  - The whole book
PB  - Reed Press
CY  - Nairobi
PY  - 2019///
ER  -

"""


def test_a_ris_file_keeps_its_fields() -> None:
    article, chapter = read(ZOTERO_RIS, "list.ris").sources
    assert (article.type, article.container_title) == ("article-journal", "Journal of Rivers")
    assert article.author == (
        Name(family="Okafor", given="Ben"),
        Name(family="Müller", given="Jörg", suffix="Jr."),
        Name(literal="UNICEF"),
    )
    assert (article.volume, article.issue, article.page) == ("12", "3", "101-120")
    assert (article.doi, article.url) == ("10.1000/xyz123", "https://example.org/water")
    assert (article.issued, article.accessed) == ("2020-03-14", "2024-01-02")
    assert (chapter.type, chapter.container_title, chapter.publisher_place) == ("chapter", "The whole book", "Nairobi")
    assert (chapter.editor, chapter.issued) == ((Name(family="Smith", given="Jane"),), "2019")
    assert read(ZOTERO_RIS, "list.ris").problems == ()


def test_a_record_that_is_not_closed_is_kept_and_told() -> None:
    imported = read("stray\nTY  - RPRT\nTI  - One\nTY  - BOOK\nTI  - Two", "list.ris")
    assert [source.title for source in imported.sources] == ["One", "Two"]
    assert list(zip(codes(imported), lines(imported), strict=True)) == [
        ("import-ris-outside", 1),
        ("import-ris-unclosed", 2),
        ("import-ris-unclosed", 4),
    ]


def test_the_number_of_a_report_is_no_isbn() -> None:
    numbered = read("TY  - RPRT\nTI  - R\nSN  - S/2024/12\nER  - ", "a.ris").sources[0]
    assert numbered.number == "S/2024/12"
    assert read("TY  - RPRT\nTI  - R\nSN  - 978-92-1-101387-8\nER  - ", "a.ris").sources[0].number == ""


SCHOLAR = r"""@article{okafor2023water,
  title={Water and borders},
  author={Okafor, Ben and M{\"u}ller, J{\"o}rg and others},
  journal={Journal of Rivers},
  volume={12},
  number={3},
  pages={101--120},
  year={2023},
  publisher={Reed Press}
}
"""
MENDELEY = r"""@techreport{UN2024,
abstract = {Long {text} with @signs},
author = {{United Nations Children's Fund} and van der Berg, Piet},
file = {:C$\backslash$:/x.pdf:pdf},
institution = {UNICEF},
mendeley-tags = {children},
month = {mar},
title = {{Children and {DRR} --- a ``view''}},
url = {https://example.org/a{\_}b?x=1\&y=2},
year = {2024}
}
"""


def test_google_scholars_bibtex_is_read() -> None:
    imported = read(SCHOLAR)
    (source,) = imported.sources
    assert source.author == (Name(family="Okafor", given="Ben"), Name(family="Müller", given="Jörg"))
    assert (source.container_title, source.volume, source.issue) == ("Journal of Rivers", "12", "3")
    assert (source.page, source.issued) == ("101–120", "2023")
    assert codes(imported) == ["import-others"]


def test_mendeleys_bibtex_is_read() -> None:
    imported = read(MENDELEY)
    (source,) = imported.sources
    assert source.author == (Name(literal="United Nations Children's Fund"), Name(family="van der Berg", given="Piet"))
    assert source.title == "Children and DRR — a “view”"
    assert (source.type, source.issued, source.publisher) == ("report", "2024-03", "UNICEF")
    assert source.url == "https://example.org/a_b?x=1&y=2"
    assert imported.problems == ()


def test_bibtex_is_read_with_macros_joined_values_quotes_and_comments() -> None:
    text = """% a comment
@comment{not this}
@string{rivers = "Journal of " # {Rivers}}
@ARTICLE(a, Title = "The {"quoted"} title", journal = rivers # ", II", year = 2020, month = 4 , day = 9)
"""
    (source,) = read(text).sources
    assert (source.title, source.container_title) == ('The "quoted" title', "Journal of Rivers, II")
    assert source.issued == "2020-04-09"


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ludwig van Beethoven", [("van Beethoven", "Ludwig", "", "")]),
        ("de la Cruz, Ana", [("de la Cruz", "Ana", "", "")]),
        ("King, Jr., Martin Luther", [("King", "Martin Luther", "Jr.", "")]),
        ("{{World Health Organization}}", [("", "", "", "World Health Organization")]),
        ("{Barnes and Noble} and Jane Roe", [("", "", "", "Barnes and Noble"), ("Roe", "Jane", "", "")]),
        ("UNICEF and {\\'A}lvarez, Jos{\\'e}", [("", "", "", "UNICEF"), ("Álvarez", "José", "", "")]),
        ("Anders and and Bert Coe", [("", "", "", "Anders"), ("Coe", "Bert", "", "")]),
    ],
)
def test_the_names_of_bibtex(written: str, names: list[tuple[str, ...]]) -> None:
    (source,) = read(f"@book{{a, title = {{T}}, author = {{{written}}}}}").sources
    assert [(one.family, one.given, one.suffix, one.literal) for one in source.author] == names


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Caf{\'e} fa\c{c}ade \~n \"{\i} \v{s}", "Café façade ñ ï š"),
        (r"\o re, stra\ss e {\AA}rhus {\L}\'od\'z", "øre, straße Århus Łódź"),
        (r"\emph{De facto} \textbf{rule}", "De facto rule"),
        (r"50\% \& \$5 \#1 a\_b $5", "50% & $5 #1 a_b $5"),
        ("1999--2001 --- ``so''", "1999–2001 — “so”"),
        (r"\href{http://x.org}{words} of \LaTeX{}", "words of LaTeX"),
        ("日本 {NATO}~states", "日本 NATO states"),
    ],
)
def test_latex_reads_as_it_would_print(latex: str, text: str) -> None:
    assert decoded(latex) == text


def test_an_entry_that_is_not_closed_costs_no_other() -> None:
    imported = read(
        "@book{a,\n  title = {Never closed,\n  year = 2001\n\n@book{b, title = {Closed}}\n@book{c, title = "
    )
    assert [source.title for source in imported.sources] == ["Never closed", "Closed"]
    assert list(zip(codes(imported), lines(imported), strict=True)) == [
        ("import-bibtex-broken", 2),
        ("import-bibtex-broken", 6),
    ]


@pytest.mark.parametrize(("opened", "closed"), [("{", "}"), ('"', '"')])
def test_a_title_without_its_last_mark_ends_before_the_next_field(opened: str, closed: str) -> None:
    broken = (
        "@online{escasez,\n  title = " + opened + "Escasez: Ñuble y Biobío,\n  author = {Ñancupil, María José},\n"
        "  date = {2023-02-03},\n  url = {https://www.ladiscusion.cl/a}\n}\n\n@book{b, title = {Closed}}\n"
    )
    imported = read(broken)
    (source, other) = imported.sources
    assert (source.title, source.issued, source.url) == (
        "Escasez: Ñuble y Biobío",
        "2023-02-03",
        "https://www.ladiscusion.cl/a",
    )
    assert source.author[0].family == "Ñancupil"
    assert other.title == "Closed"
    place = imported.problems[0].place
    assert place is not None
    assert (place.line, place.column) == (2, 11)
    assert "before “author =”" in imported.problems[0].what
    mended = read(broken.replace("Biobío,", f"Biobío{closed},")).sources[0]
    assert mended.changed(id=source.id) == source


def test_commas_that_are_forgotten_cost_nothing() -> None:
    imported = read("@book{key\n  title = {One}\n  year = 2001\n}")
    assert [(source.title, source.issued) for source in imported.sources] == [("One", "2001")]
    assert imported.problems == ()


def test_what_stands_before_a_fault_is_kept() -> None:
    imported = read("@book{a,\n  title = {Kept},\n  year = 2001,\n  = {odd}\n}\n")
    (source,) = imported.sources
    assert (source.title, source.issued) == ("Kept", "2001")
    assert (imported.problems[0].severity, lines(imported)) == (Severity.WARNING, [4])


@pytest.mark.parametrize(
    ("written", "date", "exact"),
    [
        ("2020", "2020", True),
        ("2020-03", "2020-03", True),
        ("2020-3-4", "2020-03-04", True),
        ("2020/03/04/", "2020-03-04", True),
        ("2020///", "2020", True),
        ("2020-03-04T10:00:00Z", "2020-03-04", True),
        ("20200304", "2020-03-04", True),
        ("March 4, 2020", "2020-03-04", True),
        ("4th of March 2020", "2020-03-04", True),
        ("2020 Mar 4", "2020-03-04", True),
        ("Sept. 2020", "2020-09", True),
        ("14/03/2020", "2020-03-14", True),
        ("2020年3月4日", "2020-03-04", True),
        ("n.d.", "", True),
        ("[2020]", "2020", True),
        ("03/04/2020", "2020", False),
        ("2020/03//Spring", "2020-03", False),
        ("Spring 2020", "2020", False),
        ("c. 1990", "1990", False),
        ("2019-2020", "2019", False),
        ("2020-02-31", "2020-02", False),
        ("2020-13", "2020", False),
        ("in press", "", False),
    ],
)
def test_dates_are_read_as_far_as_they_are_sure(written: str, date: str, exact: bool) -> None:
    assert read_date(written) == (date, exact)


def test_links_that_cannot_be_followed_and_dois_that_are_none_are_left_out_and_told() -> None:
    imported = read(
        "@misc{a, title={T}, url={javascript:alert(1)}, doi={none}}\n@misc{b, title={U}, url={www.un.org/x}}"
    )
    first, second = imported.sources
    assert (first.url, first.doi, second.url) == ("", "", "https://www.un.org/x")
    assert sorted(codes(imported)) == ["import-doi", "import-link"]


@pytest.mark.parametrize(
    ("text", "file", "line"),
    [
        ("@book{a,\n  title = {T},\n  year = {about 1990},\n}", "a.bib", 3),
        ("@book{a,\n  title = {T},\n  doi = {none}\n}", "a.bib", 3),
        ("@book{a,\n  author = {A and others},\n  title = {T}}", "a.bib", 2),
        ("TY  - BOOK\nTI  - T\nPY  - about 1990\nER  - ", "a.ris", 3),
        ("TY  - BOOK\nTI  - T\nUR  - file:///c:/x\nER  - ", "a.ris", 3),
        ('[{"title": "T"},\n{"title": "U", "DOI": "none"}]', "a.json", 2),
    ],
)
def test_what_is_told_stands_on_the_line_that_is_named(text: str, file: str, line: int) -> None:
    assert lines(read(text, file)) == [line]


def test_the_same_work_is_taken_once_and_told() -> None:
    imported = read(
        "@book{a, title={One}, doi={10.1000/AB}}\n@book{b, title={Other}, doi={https://doi.org/10.1000/ab}}\n"
        "@book{c, title={Water}, year=2020}\n@book{d, title={WATER.}, year=2020}\n@book{e, title={Water}, year=2021}\n"
        "@incollection{f, title={Introduction}, booktitle={A}, year=2020}\n"
        "@incollection{g, title={Introduction}, booktitle={B}, year=2020}"
    )
    assert [source.title for source in imported.sources] == ["One", "Water", "Water", "Introduction", "Introduction"]
    assert list(zip(codes(imported), lines(imported), strict=True)) == [("import-twice", 2), ("import-twice", 4)]
    assert len({source.id for source in imported.sources}) == 5


def test_an_entry_that_says_nothing_is_left_out() -> None:
    imported = read("TY  - JOUR\nAU  - Okafor, Ben\nER  - \n", "a.ris")
    assert (imported.sources, codes(imported)) == ((), ["import-nothing"])


def test_a_kind_that_is_not_known_is_kept_as_a_document() -> None:
    imported = read("@sculpture{a, title={T}}")
    assert ([source.type for source in imported.sources], codes(imported)) == (["document"], ["import-type"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_of_every_unicode_encoding_are_read(encoding: str) -> None:
    imported = read_references(ZOTERO_RIS.replace("\n", "\r\n").encode(encoding), "a.ris")
    assert imported.sources[0].author[1].family == "Müller"
    assert imported.problems == ()


def test_an_old_windows_file_is_read_and_told() -> None:
    imported = read_references(ZOTERO_RIS.encode("cp1252"), "a.ris")
    assert imported.sources[0].author[1].family == "Müller"
    assert (codes(imported), lines(imported)) == (["import-encoding"], [4])


@pytest.mark.parametrize(
    ("data", "file", "code", "named"),
    [
        (b"%PDF-1.7\n\x00\x01", "a.bib", "import-not-text", "a PDF"),
        (b"PK\x03\x04\x00\x00", "a.ris", "import-not-text", "Word"),
        (b"<!DOCTYPE html><html>", "a.bib", "import-unknown-format", "a web page"),
        (b"%0 Journal Article\n%T One", "a.enw", "import-unknown-format", "EndNote"),
        (b"just words", "a.txt", "import-unknown-format", "none of the forms"),
        (b"", "a.bib", "import-empty", "nothing"),
        (b"[]", "a.json", "import-empty", "no work"),
        (b"% only a comment", "a.bib", "import-empty", "no work"),
        (b" " * (MAX_BYTES + 1), "a.json", "import-too-large", "5 MB"),
    ],
)
def test_what_is_no_list_of_sources_is_said_to_be_what_it_is(data: bytes, file: str, code: str, named: str) -> None:
    imported = read_references(data, file)
    assert (imported.sources, codes(imported)) == ((), [code])
    assert named in imported.problems[0].what


def test_fields_and_lists_without_end_are_cut_and_told() -> None:
    names = " and ".join(f"N{number}, A" for number in range(3_000))
    imported = read(f"@book{{a, title={{{'x' * 100_000}}}, author={{{names}}}}}")
    (source,) = imported.sources
    assert (len(source.title), len(source.author)) == (1_000, 50)
    assert sorted(codes(imported)) == ["import-many-names", "import-too-long"]


def test_no_more_works_are_read_than_a_paper_can_cite() -> None:
    imported = read("".join(f"@book{{k{number}, title={{Title {number}}}}}\n" for number in range(MAX_ENTRIES + 9)))
    assert len(imported.sources) == MAX_ENTRIES
    assert (codes(imported), lines(imported)) == (["import-full"], [MAX_ENTRIES + 1])


@pytest.mark.parametrize(
    ("piece", "file"),
    [
        ("@book{a, title={", "a.bib"),
        ("@book{a, title={x},\n", "a.bib"),
        ("{", "a.bib"),
        ("@a{b,c=" + "{" * 50, "a.bib"),
        ("@string{a = b # b}\n", "a.bib"),
        ("\\'{", "a.bib"),
        ("TY  - JOUR\n", "a.ris"),
        ("TY  - JOUR\nAU  - a, b\n", "a.ris"),
        ("no tag\n", "a.ris"),
        ('[{"a":', "a.json"),
        ('\n{"a":', "a.json"),
        ("{", "a.json"),
        ('{"title":"x"},', "a.json"),
        ("[", "a.json"),
    ],
)
def test_what_repeats_without_end_ends_with_a_message(piece: str, file: str) -> None:
    data = (("[" if file == "a.json" else "@book{x, title={") + piece * (400_000 // len(piece))).encode()
    imported = read_references(data, file)
    assert imported.problems
    assert len(imported.problems) <= 101


def test_a_title_without_its_last_mark_may_have_many_blanks() -> None:
    """With a time that grew with their square, this test alone would take ten minutes."""
    (source,) = read(f"@book{{a,\n  title = {{T{' ' * 700_000}x,\n  author = {{Z}},\n}}\n").sources
    assert source.author == (Name(literal="Z"),)


def test_a_macro_that_doubles_itself_stays_small() -> None:
    doubling = "@string{a0 = {xx}}\n" + "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(1, 80))
    imported = read(doubling + "@book{b, title = a79}")
    assert len(imported.sources[0].title) == 1_000


MARKS = """@article{ @string{ { } " = , # \\ \\' title author year url \u202e é 2020 99999999999 <i &#x110000; &amp
[ ] : "title" "issued" "date-parts" 1e999 null 10.1000/x http://["""
PIECES = st.sampled_from([*MARKS.split(), "TY  - ", "ER  - ", "AU  - ", "DA  - ", "\n", " and "])


@settings(max_examples=150)
@given(st.lists(PIECES | st.text(max_size=5), max_size=60).map("".join), st.sampled_from(["a.bib", "a.ris", "a.json"]))
def test_no_text_is_met_with_a_traceback(text: str, file: str) -> None:
    beginning = {"a.bib": "@book{k, title={T}, ", "a.ris": "TY  - BOOK\nTI  - T\n", "a.json": '[{"title":"T",'}[file]
    for data in (text.encode(), (beginning + text).encode()):
        imported = read_references(data, file)
        assert imported.sources or imported.problems
        for problem in imported.problems:
            assert problem.place is not None
            assert problem.next_step


@settings(max_examples=60)
@given(st.binary(max_size=60))
def test_no_bytes_are_met_with_a_traceback(data: bytes) -> None:
    imported = read_references(data, "list.json")
    assert imported.sources or imported.problems


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="<&"), min_size=1, max_size=9
)
NAMES = st.builds(Name, family=WORDS, given=WORDS) | st.builds(Name, literal=WORDS)
SOURCES = st.builds(
    Source,
    id=st.just("a"),
    type=st.sampled_from(["book", "report", "treaty"]),
    title=WORDS.map(lambda word: f"T {word}"),
    author=st.lists(NAMES, max_size=3).map(tuple),
    publisher=WORDS,
    issued=st.sampled_from(["", "2020", "0987-03", "2020-03-04"]),
    url=st.sampled_from(["", "https://example.org/a"]),
    doi=st.sampled_from(["", "10.1000/1"]),
)


@settings(max_examples=60)
@given(SOURCES)
def test_what_is_written_as_csl_json_is_read_again(source: Source) -> None:
    imported = read_references(csl_json([source]), "a.json")
    others = [name for name in source.author if name.literal.casefold() in ("others", "et al")]
    assert others or [one.changed(id="a") for one in imported.sources] == [source]


@pytest.mark.parametrize(
    ("author", "family", "given"),
    [("Bauer Carl J.", "Bauer", "Carl J."), ("Bauer C.J.", "Bauer", "C.J."), ("J. Carl Bauer", "Bauer", "J. Carl")],
)
def test_an_initial_is_no_family_name(author: str, family: str, given: str) -> None:
    (source,) = read("@book{a, title = {T}, author = {" + author + "}}").sources
    assert (source.author[0].family, source.author[0].given) == (family, given)
