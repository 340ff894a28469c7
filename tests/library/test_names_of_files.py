"""A file of the library that is called wrongly is never passed over without a word."""

from __future__ import annotations

import pytest
from library_files import country_file

from mundraft.library.folders import Shelf
from mundraft.problems import UnknownName

WRONG = {
    "Freedonia.yaml": ("library-file-name", "Rename it to freedonia.yaml."),
    "San Serriffe.yaml": ("library-file-name", "Rename it to san-serriffe.yaml."),
    "san_serriffe.yaml": ("library-file-name", "Rename it to san-serriffe.yaml."),
    "Süd.yaml": ("library-file-name", "Rename it to sud.yaml."),
    "Con.yaml": ("library-file-name", "such as soviet-union.yaml"),
    "日本.yaml": ("library-file-name", "such as soviet-union.yaml"),
    "freedonia.yml": ("library-file-ending", "Rename it to freedonia.yaml."),
    "freedonia.yaml.txt": ("library-file-ending", "File name extensions"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_misnamed_file_is_told_with_the_name_it_should_have(write, over, name):
    write("shipped", "country_profiles/sylvania.yaml", country_file("Sylvania", "SY", "902"))
    path = write("class", f"country_profiles/{name}", country_file())
    library = over("class", "shipped")
    assert [found.name for found in library.countries()] == ["sylvania"]
    (problem,) = library.problems_on(Shelf.COUNTRIES)
    code, next_step = WRONG[name]
    assert (problem.code, problem.place.file) == (code, str(path))
    assert next_step in problem.next_step


@pytest.mark.parametrize("name", ["._freedonia.yaml", "readme.txt", "freedonia.yaml~", "freedonia.yaml.bak"])
def test_what_an_editor_leaves_beside_a_file_is_no_fault(write, over, name):
    write("class", f"country_profiles/{name}", "\x00\x05")
    assert over("class").problems == ()


def test_a_folder_full_of_misnamed_files_is_told_of_a_few(write, over):
    for number in range(40):
        write("class", f"country_profiles/Seat {number}.yaml", country_file())
    assert len(over("class").problems_on(Shelf.COUNTRIES)) == 10


def test_capitals_find_no_file_on_any_disk(tmp_path, write, over, monkeypatch):
    write("class", "country_profiles/freedonia.yaml", country_file())
    library = over("class")
    monkeypatch.setattr("mundraft.library.search_path.is_there", lambda path, shelf: True)
    with pytest.raises(UnknownName, match="Did you mean 'freedonia'"):
        library.country("Freedonia")
