"""A folder of the library made to do harm costs a message, and never the evening."""

from __future__ import annotations

import os
import sys
import threading

import pytest
from library_files import country_file, instrument_file

from mundraft.library import scanning
from mundraft.library.folders import Shelf
from mundraft.problems import MundraftError, UnknownName, UnreadableFile

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and links, which Windows keeps from users")


def codes(library):
    return [problem.code for problem in library.problems]


def within_seconds(do, seconds=20):
    """What a call gives, or a failure instead of waiting for ever."""
    given = []
    thread = threading.Thread(target=lambda: given.append(do()), daemon=True)
    thread.start()
    thread.join(seconds)
    assert not thread.is_alive(), "it hangs"
    return given[0]


def test_ten_thousand_files_are_not_all_read(tmp_path, write, over, monkeypatch):
    folder = tmp_path / "class" / "country_profiles"
    folder.mkdir(parents=True)
    for number in range(10_000):
        (folder / f"x{number:05}.yaml").touch()
    write("shipped", "country_profiles/freedonia.yaml", country_file())
    monkeypatch.setattr(scanning, "MOST_FILES", 50)
    library = over("class", "shipped")
    assert [found.name for found in library.countries()] == ["freedonia"]
    assert codes(library).count("library-folder-crowded") == 1
    assert len(library.problems) <= 51
    assert "x00050.yaml" in library.problems[0].what


def test_a_folder_far_too_large_is_read_in_part(write, over, monkeypatch):
    for letter in "abc":
        write("class", f"country_profiles/{letter}.yaml", country_file(letter.upper()))
    monkeypatch.setattr(scanning, "MOST_BYTES", len(country_file("A")) * 5 // 2)
    library = over("class")
    assert [found.name for found in library.countries()] == ["a", "b"]
    assert codes(library) == ["library-folder-crowded"]
    assert library.country("c").name == "C", "what is asked for by name is still found"


def test_a_huge_file_corrects_nothing_and_is_told(write, over):
    write("class", "country_profiles/freedonia.yaml", "# " + "x" * 2_500_000)
    write("shipped", "country_profiles/freedonia.yaml", country_file())
    library = over("class", "shipped")
    assert library.country("freedonia").name == "Freedonia"
    assert "file-too-large" in codes(library)


@posix
@pytest.mark.parametrize("name", ["freedonia", "pipe"])
def test_a_pipe_among_the_files_is_passed_over(tmp_path, write, over, name):
    write("shipped", "country_profiles/freedonia.yaml", country_file())
    (tmp_path / "class" / "country_profiles").mkdir(parents=True)
    os.mkfifo(tmp_path / "class" / "country_profiles" / f"{name}.yaml")
    library = over("class", "shipped")
    assert [found.name for found in within_seconds(library.countries)] == ["freedonia"]
    assert within_seconds(lambda: library.country("freedonia")).name == "Freedonia"


@posix
def test_a_pipe_in_the_place_of_the_index_only_costs_time(tmp_path, write, over):
    for number in range(9):
        write("class", f"instruments/i{number}.yaml", instrument_file(f"Convention {number}", f"C-{number}"))
    kept = tmp_path / "kept"
    first = over("class", keep_in=kept).instruments()
    index = next(kept.glob("*-list.json"))
    index.unlink()
    os.mkfifo(index)
    assert within_seconds(lambda: over("class", keep_in=kept).instruments()) == first


def test_a_folder_in_the_place_of_the_index_only_costs_time(tmp_path, write, over):
    for number in range(9):
        write("class", f"instruments/i{number}.yaml", instrument_file(f"Convention {number}", f"C-{number}"))
    kept = tmp_path / "kept"
    first = over("class", keep_in=kept).instruments()
    index = next(kept.glob("*-list.json"))
    index.unlink()
    index.mkdir()
    assert over("class", keep_in=kept).instruments() == first


@posix
@pytest.mark.parametrize("target", ["elsewhere/secret.yaml", "class/country_profiles/loop.yaml", "nowhere.yaml"])
def test_a_link_that_leads_away_corrects_nothing(tmp_path, write, over, target):
    write("shipped", "country_profiles/loop.yaml", country_file("Ours"))
    write("elsewhere", "secret.yaml", country_file("Secret"))
    (tmp_path / "class" / "country_profiles").mkdir(parents=True)
    (tmp_path / "class" / "country_profiles" / "loop.yaml").symlink_to(tmp_path / target)
    library = over("class", "shipped")
    assert [found.title for found in library.countries()] == ["Ours"]
    assert library.country("loop").name == "Ours"
    assert codes(library) == ["library-no-file"]


@posix
def test_a_whole_shelf_may_be_a_link_of_the_teachers_own(tmp_path, write, over):
    write("elsewhere", "freedonia.yaml", country_file())
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "country_profiles").symlink_to(tmp_path / "elsewhere")
    assert [found.name for found in over("class").countries()] == ["freedonia"]


@posix
@pytest.mark.parametrize("name", ["a\nb", "a\x1b[2Jb", ".hidden", "a\x7f", "CON", "a:b", " a"])
def test_a_file_whose_name_cannot_be_asked_for_is_not_listed(tmp_path, write, over, name):
    write("class", "country_profiles/freedonia.yaml", country_file())
    (tmp_path / "class" / "country_profiles" / f"{name}.yaml").write_text(country_file("Odd"), encoding="utf-8")
    library = over("class")
    assert [found.name for found in library.countries()] == ["freedonia"]
    with pytest.raises(UnknownName):
        library.country(name)


HARMFUL = [
    "a: &x [1]\nb: *x\n",
    "names: !!python/object/apply:os.system ['true']\n",
    "[" * 2_000,
    "a:\n" + "".join(f"{'  ' * depth}a:\n" for depth in range(1, 60)),
    "treaties:\n" + "  - instrument: ct\n" * 60_000,
    "names: \x00\n",
    "\ufeff",
]


@pytest.mark.parametrize("text", HARMFUL, ids=range(len(HARMFUL)))
def test_a_file_made_to_do_harm_is_refused_and_the_one_behind_it_counts(write, over, text):
    write("class", "country_profiles/freedonia.yaml", text)
    write("shipped", "country_profiles/freedonia.yaml", country_file())
    library = over("class", "shipped")
    assert library.country("freedonia").name == "Freedonia"
    assert library.country("freedonia").refused
    assert library.problems_on(Shelf.COUNTRIES)


def test_a_message_about_an_example_names_a_command_that_there_is(over):
    for name in ("../x", "nothing"):
        with pytest.raises(MundraftError) as caught:
            over("class").example(name)
        assert "mundraft example" not in caught.value.problems[0].next_step
        assert "mundraft new" in caught.value.problems[0].next_step


def test_a_profile_gone_between_the_list_and_the_reading_is_told(write, over):
    path = write("class", "country_profiles/freedonia.yaml", country_file())
    library = over("class")
    assert library.countries()
    path.unlink()
    with pytest.raises((UnknownName, UnreadableFile)):
        library.country("freedonia")
