"""Files of references as they come from others: in any encoding, damaged, cut off, or made to do harm."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.citation.csl_writer import csl_json
from mundraft.citation.importing.reading import MAX_ENTRIES, Imported, read_references
from mundraft.paper.model import Name

RIS = (
    "TY  - JOUR\nTI  - Wäter\nAU  - Okafor, Ben\nER  - \n"
    "TY  - BOOK\nTI  - Second\nER  - \nTY  - BOOK\nTI  - Third\nER  - \n"
)
BIBTEX = "@article{a,\n title={Wäter},\n author={Okafor, Ben}\n}\n@book{b, title={Second}}\n@book{c, title={Third}}\n"
CSL = json.dumps([{"type": "book", "title": title} for title in ("Wäter", "Second", "Third")], ensure_ascii=False)
FILES = {"list.ris": RIS, "list.bib": BIBTEX, "list.json": CSL.replace("}, ", "},\n")}


def titles(data: str | bytes, file: str) -> list[str]:
    return [source.title for source in read(data, file).sources]


def read(data: str | bytes, file: str) -> Imported:
    return read_references(data.encode() if isinstance(data, str) else data, file)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252"]
)
def test_a_file_is_read_in_the_encoding_it_came_in(file: str, encoding: str) -> None:
    assert titles(FILES[file].encode(encoding), file) == ["Wäter", "Second", "Third"]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028"])
def test_a_file_is_read_with_the_line_ends_it_came_in(file: str, end: str) -> None:
    assert titles(FILES[file].replace("\n", end), file) == ["Wäter", "Second", "Third"]


@pytest.mark.parametrize("file", FILES)
def test_a_byte_of_another_encoding_leaves_the_letters_around_it_alone(file: str) -> None:
    assert titles(FILES[file].encode().replace(b"Third", b"Th\xefrd"), file) == ["Wäter", "Second", "Thïrd"]


@pytest.mark.parametrize("file", FILES)
def test_a_stray_empty_byte_costs_nothing(file: str) -> None:
    assert titles(FILES[file].replace("Second", "Sec\0ond"), file) == ["Wäter", "Second", "Third"]


@pytest.mark.parametrize(
    ("damaged", "file", "kept"),
    [
        ("@book{a, title={One {two}, year=2000}\n@book{b, title={Second}}", "a.bib", ["One two, year=2000", "Second"]),
        ("@book{a, title={One}}, year=2000}}\n@book{b, title={Second}}", "a.bib", ["One", "Second"]),
        ('@string{j = "J"}\n@comment{@book{z,title={no}}}\n@preamble{"x"}\n@article{a,title={One}}', "a.bib", ["One"]),
        ("@book{a, title={One}}\n@book{a, title={Two}}", "a.bib", ["One", "Two"]),
        ('[{"title":"One","type":"book",},{"title":"Two, }",},]', "a.json", ["One", "Two, }"]),
        ('{"title":"One"}\n{"title":"Two"}', "a.json", ["One", "Two"]),
        ('[{"id":1,"title":"One"},{"id":1,"title":"Two"}]', "a.json", ["One", "Two"]),
        ('[{"title":"One\nline"}]', "a.json", ["One line"]),
        ('[{"title":"Food &amp;amp;amp; water"}]', "a.json", ["Food & water"]),
        ('[{"title":"bad \\ud800 one","volume":NaN,"issue":1e999}]', "a.json", ["bad one"]),
        ("TY\t-\tJOUR\nTI\t-\tOne\nER\t-\n", "a.ris", ["One"]),
        ("TY – JOUR\nTI – One\nER – \n", "a.ris", ["One"]),
        ("ty  - JOUR\nti  - One\ner  - \n", "a.ris", ["One"]),
        ("TY\u00a0\u00a0- JOUR\nTI\u00a0\u00a0- One\nER\u00a0\u00a0- \n", "a.ris", ["One"]),
        ("TY  - JOUR\nTI  - One\nAB  - what is\nat - risk and so on\nER  - ", "a.ris", ["One"]),
    ],
)
def test_damage_that_loses_nothing_costs_nothing(damaged: str, file: str, kept: list[str]) -> None:
    assert titles(damaged, file) == kept


@pytest.mark.parametrize(
    ("damaged", "file", "kept", "line"),
    [
        (BIBTEX[:-20], "a.bib", ["Wäter", "Second"], 6),
        (FILES["list.json"][:-12], "a.json", ["Wäter", "Second"], 3),
        (RIS.removesuffix("ER  - \n"), "a.ris", ["Wäter", "Second", "Third"], 8),
        ("@book{a, title={One}}\n@book b, title={Two}}\n@book{c, title={Three}}", "a.bib", ["One", "Three"], 2),
        ("@book{a,\n title={Never closed\n\n@book{b, title={Second}}", "a.bib", ["Second"], 2),
        ('[{"title":"One"},\n{"title":Two},\n{"title":"Three"}]', "a.json", ["One", "Three"], 2),
        ("@book{a, title=" + "{" * 3000 + "}" * 3000 + "}\n@book{b, title={Second}}", "a.bib", ["Second"], 1),
        ('[{"title":"One"},\n{"title":' + "[" * 50_000, "a.json", ["One"], 2),
    ],
)
def test_what_is_lost_is_named_with_its_line(damaged: str, file: str, kept: list[str], line: int) -> None:
    imported = read(damaged, file)
    assert [source.title for source in imported.sources] == kept
    assert line in [problem.place.line for problem in imported.problems if problem.place]


@pytest.mark.parametrize(
    ("one", "file"),
    [("@book{{k{0}, title={{T{0}}}}}\n", "a.bib"), ("TY  - BOOK\nTI  - T{0}\nER  - \n", "a.ris")],
)
def test_a_whole_library_is_read_as_far_as_a_paper_can_use_it(one: str, file: str) -> None:
    imported = read("".join(one.format(number) for number in range(50_000)), file)
    assert len(imported.sources) == MAX_ENTRIES
    assert [problem.code for problem in imported.problems] == ["import-full"]


def test_a_part_takes_from_its_whole_what_it_does_not_say() -> None:
    part, whole = read(
        "@inproceedings{a, title={Part}, crossref={B}, year=2001}\n"
        "@proceedings{b, title={Whole}, year=1999, publisher={Reed}, crossref={b}}",
        "a.bib",
    ).sources
    assert (part.title, part.container_title, part.publisher, part.issued) == ("Part", "Whole", "Reed", "2001")
    assert (whole.title, whole.issued) == ("Whole", "1999")


def test_translators_directors_and_interviewers_are_read_and_written() -> None:
    doe, lee = Name(family="Doe", given="Jane"), Name(family="Lee", given="Ang")
    (book,) = read("@book{a, title={T}, translator={Doe, Jane}}", "a.bib").sources
    (movie,) = read("@movie{a, title={T}, editor={Lee, Ang}, editortype={director}}", "a.bib").sources
    (film,) = read("TY  - MPCT\nTI  - T\nAU  - Lee, Ang\nAU  - BBC\nA4  - Doe, Jane\nER  - ", "a.ris").sources
    (talk,) = read("TY  - INTV\nTI  - T\nAU  - Lee, Ang\nA2  - Doe, Jane\nER  - ", "a.ris").sources
    assert (book.translator, movie.director, movie.editor) == ((doe,), (lee,), ())
    assert (film.director, film.author, film.translator) == ((lee,), (Name(literal="BBC"),), (doe,))
    assert (talk.author, talk.interviewer, talk.editor) == ((lee,), (doe,), ())
    written = [book, film.changed(title="F"), talk.changed(title="I")]
    again = read(csl_json(written), "a.json").sources
    assert [(one.translator, one.director, one.interviewer) for one in again] == [
        (one.translator, one.director, one.interviewer) for one in written
    ]


@settings(max_examples=60, deadline=None)
@given(file=st.sampled_from(sorted(FILES)), data=st.data())
def test_no_damage_raises_and_every_line_that_is_named_is_there(file: str, data: st.DataObject) -> None:
    whole = FILES[file].encode()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 30)))
    junk = data.draw(st.one_of(st.binary(max_size=12), st.text('{}[]",@\\#=%- \n\tTYER', max_size=12).map(str.encode)))
    imported = read(whole[:start] + junk + whole[end:], file)
    last = len((whole + junk).splitlines()) + 12
    assert all(0 <= problem.place.line <= last for problem in imported.problems if problem.place)
    assert imported.sources or imported.problems
