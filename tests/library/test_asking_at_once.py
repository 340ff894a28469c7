"""Many standings at once, and provisions by what they do: from the index, and the same as the files tell."""

from __future__ import annotations

import pytest
from library_files import country_file, instrument_file

from mundraft.library.participation import State
from mundraft.problems import UnknownName

ACTS = """\
treaties:
  - instrument: i1
    signed: 1991-01-01
    consent: 1995-05-05
    consent_kind: accession
    source: made-up
    note: by letter
  - instrument: i2
    signed: 1991-01-01
    source: made-up
adoptions:
  - instrument: i3
    position: abstained
    on: 1990-05-05
    source: made-up
"""
ARTICLES = """\
in_force: 1992-01-01
articles:
  - number: "1"
    does: forbids the abduction of children
    keywords:
      - kidnapping
  - number: "2"
    does: regulates the sale of goods to children
"""


@pytest.fixture
def folder(write):
    for number in range(9):
        text = country_file(f"Land {number}", more=ACTS if number == 4 else "")
        write("class", f"country_profiles/c{number}.yaml", text)
        kind = "resolution" if number == 3 else "convention"
        text = instrument_file(f"Convention {number}", f"C-{number}", kind, ARTICLES if number in (1, 2) else "")
        write(
            "class",
            f"instruments/i{number}.yaml",
            text.replace("binding: true", f"binding: {str(number != 3).lower()}"),
        )
    return "class"


def states(library, instrument):
    return {one.ref: one.participation.state for one in library.participants(instrument)}


def test_all_countries_are_told_of_one_instrument_by_name(over, folder):
    library = over(folder)
    assert list(states(library, "i1")) == [f"c{number}" for number in range(9)]
    assert states(library, "i1")["c4"] is State.PARTY
    assert states(library, "i2")["c4"] is State.SIGNATORY
    assert states(library, "i3")["c4"] is State.ABSTAINED
    assert set(states(library, "i4").values()) == {State.UNKNOWN}
    with pytest.raises(UnknownName):
        library.participants("i99")


def test_the_index_answers_as_the_profiles_do_and_reads_none(over, folder, tmp_path, monkeypatch):
    kept = tmp_path / "kept"
    from_files = [over(folder, keep_in=kept).participants(f"i{number}") for number in range(9)]
    monkeypatch.setattr("mundraft.library.reading._read", lambda *given: pytest.fail(f"read {given}"))
    library = over(folder, keep_in=kept)
    assert [library.participants(f"i{number}") for number in range(9)] == from_files


def test_what_ships_is_told_alike_by_the_index_and_by_each_profile(shipped):
    told = {one.ref: one.participation for one in shipped.participants("crc")}
    for ref in ("mexico", "united-states", "holy-see", "palestine", "kiribati"):
        if ref in told:
            assert told[ref] == shipped.country(ref).participation(shipped.instrument("crc"))
    assert len(told) == len(shipped.countries())


def test_one_country_is_told_of_every_instrument_by_title(over, folder):
    found = over(folder).standing("c4")
    assert [one.instrument.id for one in found] == [f"i{number}" for number in range(9)]
    assert found[1].participation.note == "by letter"


@pytest.mark.parametrize("damage", [(b'"c4"', b"7"), (b"accession", b"\\u001f"), (b"[[", b"[7,[")])
@pytest.mark.parametrize("kind", ["acts", "provisions"])
def test_a_damaged_index_of_acts_or_provisions_is_made_again(over, folder, tmp_path, damage, kind):
    kept = tmp_path / "kept"
    library = over(folder, keep_in=kept)
    first = library.participants("i1"), library.find_provisions("abduction")
    index = next(kept.glob(f"*-{kind}.json"))
    index.write_bytes(index.read_bytes().replace(*damage))
    library = over(folder, keep_in=kept)
    assert (library.participants("i1"), library.find_provisions("abduction")) == first


PROVISIONS = [
    ("abduction of children", ("i1", "1")),
    ("abducting a child", ("i1", "1")),
    ("kidnaping", ("i1", "1")),
    ("C-2 article 1", ("i2", "1")),
    ("art. 2 i1", ("i1", "2")),
    ("Art.2(1) C-1", ("i1", "2")),
    ("c-2 2", ("i2", "2")),
]


@pytest.mark.parametrize(("typed", "first"), PROVISIONS)
def test_a_provision_is_found_by_what_it_does_or_by_its_number(over, folder, typed, first):
    found = over(folder).find_provisions(typed)
    assert (found[0].provision.instrument, found[0].provision.number) == first
    assert all(0 < match.score <= 100 for match in found)


def test_only_the_provisions_of_one_instrument_are_found_where_it_is_named(over, folder):
    library = over(folder)
    assert {match.provision.instrument for match in library.find_provisions("children", "i2")} == {"i2"}
    assert len(library.find_provisions("children", limit=3)) == 3
    assert library.find_provisions("") == library.find_provisions("whatever else") == ()


SHIPPED = [
    ("abduction sale traffic", ("crc", "35")),
    ("crc 35", ("crc", "35")),
    ("art 35 crc", ("crc", "35")),
    ("SDG 5.3", ("agenda-2030", "5.3")),
    ("goal 16", ("agenda-2030", "16")),
    ("target 8.7", ("agenda-2030", "8.7")),
    ("convention on the rights of the child article 19", ("crc", "19")),
]


@pytest.mark.parametrize(("typed", "wanted"), SHIPPED)
def test_the_provisions_that_papers_cite_are_found(shipped, typed, wanted):
    found = [(match.provision.instrument, match.provision.number) for match in shipped.find_provisions(typed)]
    assert wanted in found[:3]
