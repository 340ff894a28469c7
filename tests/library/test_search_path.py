"""Names are found along the path, the nearest wins, and none leads out of its folder."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library_files import country_file, instrument_file

from mundraft.library.folders import Tier, folders, is_safe_name
from mundraft.library.search_path import Library, default_library
from mundraft.problems import UnknownName, UnreadableFile


def test_the_nearer_file_wins_and_says_what_it_hides(write, over):
    far = write("shipped", "country_profiles/freedonia.yaml", country_file("Freedonia"))
    near = write("class", "country_profiles/freedonia.yaml", country_file("Our Freedonia"))
    library = over("class", "shipped")
    found = library.countries()
    assert [one.title for one in found] == ["Our Freedonia"]
    assert found[0].origin is Tier.GIVEN
    assert found[0].path == near
    assert found[0].shadows == (far,)
    assert library.country("freedonia").name == "Our Freedonia"


def test_a_broken_file_is_left_out_of_lists_but_told(write, over):
    write("class", "country_profiles/broken.yaml", "names: [")
    write("class", "country_profiles/freedonia.yaml", country_file())
    library = over("class")
    assert [found.name for found in library.countries()] == ["freedonia"]
    assert library.problems
    assert library.problems[0].place.file.endswith("broken.yaml")
    with pytest.raises(UnreadableFile):
        library.country("broken")


def test_an_unknown_name_brings_suggestions(write, over):
    write("class", "country_profiles/freedonia.yaml", country_file())
    with pytest.raises(UnknownName) as caught:
        over("class").country("fredonia")
    problem = caught.value.problems[0]
    assert problem.code == "country-unknown"
    assert "freedonia" in problem.next_step


def test_an_unknown_name_in_an_empty_library_points_to_the_list(over):
    with pytest.raises(UnknownName) as caught:
        over("nothing").instrument("crc")
    assert caught.value.problems[0].code == "instrument-unknown"
    assert "instrument list" in caught.value.problems[0].next_step


HOSTILE = [
    "../x",
    "..",
    ".",
    "",
    "/etc/passwd",
    "a/b",
    "a\\b",
    "C:x",
    "x\0y",
    "CON",
    "nul.yaml",
    "x.",
    " x",
    "x" * 200,
    "a\nb",
]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("ask", ["country", "instrument", "template", "example"])
def test_no_name_leads_out_of_its_folder(write, over, name, ask):
    write("class", "x.yaml", country_file())
    with pytest.raises(UnknownName) as caught:
        getattr(over("class"), ask)(name)
    assert caught.value.problems[0].code == "name-unsafe"


@given(st.text(max_size=30))
def test_a_safe_name_names_one_thing_in_its_folder(name):
    if is_safe_name(name):
        assert Path("folder", name).name == name
        assert Path("folder", name).parent == Path("folder")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_to_a_file_elsewhere_is_not_followed(tmp_path, write, over):
    secret = write("elsewhere", "secret.yaml", country_file("Secret"))
    (tmp_path / "class" / "country_profiles").mkdir(parents=True)
    (tmp_path / "class" / "country_profiles" / "secret.yaml").symlink_to(secret)
    with pytest.raises(UnknownName):
        over("class").country("secret")
    assert over("class").countries() == ()


def test_the_path_goes_from_the_given_folder_to_what_ships(tmp_path, monkeypatch):
    monkeypatch.setenv("MUNDRAFT_LIBRARY", str(tmp_path / "from-environment"))
    found = folders(tmp_path / "papers", None, tmp_path / "user")
    assert [one.origin for one in found] == [Tier.GIVEN, Tier.BESIDE, Tier.USER, Tier.SHIPPED]
    assert found[0].path == tmp_path / "from-environment"
    given_here = folders(tmp_path / "papers", tmp_path / "given", tmp_path / "user")
    assert given_here[0].path == tmp_path / "given"


def test_beside_a_paper_means_its_folder(tmp_path):
    paper = tmp_path / "papers" / "mine.yaml"
    assert folders(paper, None, tmp_path / "user")[0].path == paper.parent
    paper.parent.mkdir()
    paper.write_text("x", encoding="utf-8")
    assert folders(paper, None, tmp_path / "user")[0].path == paper.parent


def test_an_installed_package_carries_its_own_library(tmp_path, monkeypatch):
    from mundraft.library import folders as module

    package = tmp_path / "site-packages" / "mundraft"
    (package / "shipped").mkdir(parents=True)
    monkeypatch.setattr(module, "__file__", str(package / "library" / "folders.py"))
    assert module.shipped_folder() == package.resolve() / "shipped"


def test_standing_in_the_folder_that_ships_keeps_it_trusted(monkeypatch):
    from mundraft.library.folders import shipped_folder

    monkeypatch.chdir(shipped_folder())
    assert [one.origin for one in default_library().folders] == [Tier.USER, Tier.SHIPPED]


def test_a_template_says_whether_it_is_trusted(write, over):
    definition = "name: Small\nsteps: []\nparts: []\n"
    for folder in ("class", "shipped"):
        write(folder, f"templates/{folder}-own/template.yaml", definition)
        write(folder, f"templates/{folder}-own/paper.md.j2", "Hello\r\n")
    library = over("class", "shipped")
    assert not library.template("class-own").trusted
    assert library.template("shipped-own").trusted
    assert library.template("shipped-own").source == "Hello\n"
    assert [found.name for found in library.templates()] == ["class-own", "shipped-own"]


def test_a_template_name_with_a_slip_brings_the_right_one(write, over):
    write("class", "templates/classic/template.yaml", "name: The classic\nsteps: []\nparts: []\n")
    with pytest.raises(UnknownName) as caught:
        over("class").template("clasic")
    assert caught.value.problems[0].code == "template-unknown"
    assert "'classic'" in caught.value.problems[0].next_step


def test_a_template_without_its_text_says_so(write, over):
    write("class", "templates/half/template.yaml", "name: Half\nsteps: []\nparts: []\n")
    with pytest.raises(UnreadableFile) as caught:
        over("class").template("half")
    assert caught.value.problems[0].code == "file-missing"


def test_a_template_that_is_not_utf8_says_so(tmp_path, write, over):
    write("class", "templates/odd/template.yaml", "name: Odd\nsteps: []\nparts: []\n")
    (tmp_path / "class/templates/odd/paper.md.j2").write_bytes(b"one\ncaf\xe9\n")
    with pytest.raises(UnreadableFile) as caught:
        over("class").template("odd")
    assert caught.value.problems[0].code == "template-not-utf8"
    assert caught.value.problems[0].place.line == 2


def test_a_changed_file_is_read_again(write, over):
    path = write("class", "country_profiles/freedonia.yaml", country_file("Freedonia"))
    library = over("class")
    assert library.country("freedonia").name == "Freedonia"
    path.write_text(country_file("Sylvania Magna"), encoding="utf-8")
    assert library.country("freedonia").name == "Sylvania Magna"
    assert library.countries()[0].title == "Sylvania Magna"
    assert over("class").find_countries("sylvania")


def many(write, count: int = 12) -> None:
    for number in range(count):
        write("class", f"instruments/i{number}.yaml", instrument_file(f"Convention number {number}", f"C-{number}"))


def index_files(folder: Path) -> list[Path]:
    return list(folder.glob("*.json"))


def test_a_list_is_made_from_the_index_without_reading_files(write, over, tmp_path, monkeypatch):
    many(write)
    kept = tmp_path / "kept"
    first = over("class", keep_in=kept).instruments()
    assert len(index_files(kept)) == 1
    monkeypatch.setattr("mundraft.library.summaries.read_instrument", lambda path: pytest.fail(f"read {path}"))
    assert over("class", keep_in=kept).instruments() == first


def test_a_changed_file_is_indexed_anew_and_a_gone_one_forgotten(write, over, tmp_path):
    many(write)
    kept = tmp_path / "kept"
    over("class", keep_in=kept).instruments()
    changed = write("class", "instruments/i3.yaml", instrument_file("A wholly new title", "New"))
    os.utime(changed, ns=(1, 1))
    (tmp_path / "class/instruments/i4.yaml").unlink()
    names = {found.name: found.title for found in over("class", keep_in=kept).instruments()}
    assert names["i3"] == "A wholly new title"
    assert "i4" not in names


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"form": 1}', b"\xff\xfe", b'{"form":1,"version":"x","files":{"a":[1]}}']
)
def test_a_damaged_index_is_made_again(write, over, tmp_path, damage):
    many(write)
    kept = tmp_path / "kept"
    first = over("class", keep_in=kept).instruments()
    index = index_files(kept)[0]
    index.write_bytes(damage)
    assert over("class", keep_in=kept).instruments() == first
    assert index.read_bytes() != damage


def test_an_index_with_values_of_the_wrong_kind_is_made_again(write, over, tmp_path):
    many(write)
    kept = tmp_path / "kept"
    first = over("class", keep_in=kept).instruments()
    index = index_files(kept)[0]
    index.write_bytes(index.read_bytes().replace(b'"title":"', b'"title":7,"detail":"'))
    assert over("class", keep_in=kept).instruments() == first


def test_an_index_that_gives_a_thing_another_id_is_made_again(write, over, tmp_path):
    many(write)
    kept = tmp_path / "kept"
    first = over("class", keep_in=kept).find_instruments("Convention number 3")
    index = index_files(kept)[0]
    index.write_bytes(index.read_bytes().replace(b'"id":"i3"', b'"id":"i33"'))
    library = over("class", keep_in=kept)
    assert library.find_instruments("Convention number 3") == first


def test_a_folder_that_cannot_hold_the_index_only_costs_time(write, over, tmp_path):
    many(write)
    blocked = tmp_path / "a-file"
    blocked.write_text("in the way", encoding="utf-8")
    assert len(over("class", keep_in=blocked).instruments()) == 12
    assert blocked.read_text(encoding="utf-8") == "in the way"


def test_a_folder_that_was_asked_for_and_is_not_there_is_told(tmp_path):
    library = default_library(beside=tmp_path, extra=tmp_path / "no-such-folder")
    assert [problem.code for problem in library.problems] == ["library-folder-missing"]
    assert library.countries()


def test_folders_that_are_missing_hold_nothing(over, tmp_path):
    library: Library = over("missing")
    assert library.countries() == library.instruments() == library.templates() == library.examples() == ()
    assert library.problems == ()


def test_a_file_saved_twice_in_one_tick_of_the_clock_is_read_again(write, over, tmp_path):
    """A memory stick knows only every second second: two savings of one length look alike."""
    paths = [write("class", f"country_profiles/c{number}.yaml", country_file(f"C{number}")) for number in range(9)]
    now = time.time_ns()
    os.utime(paths[0], ns=(now, now))
    assert over("class", keep_in=tmp_path / "kept").countries()[0].title == "C0"
    paths[0].write_text(country_file("D0"), encoding="utf-8")
    os.utime(paths[0], ns=(now, now))
    library = over("class", keep_in=tmp_path / "kept")
    assert library.countries()[-1].title == "D0"
    assert library.country("c0").name == "D0"


def test_the_same_library_reads_a_file_again_that_was_saved_twice_in_one_tick(write, over):
    path = write("class", "country_profiles/freedonia.yaml", country_file("Freedonia"))
    library = over("class")
    now = time.time_ns()
    for name in ("Freedonia", "Fredoniaa"):
        path.write_text(country_file(name), encoding="utf-8")
        os.utime(path, ns=(now, now))
        assert library.country("freedonia").name == name
