"""File names that survive being mailed from one system to another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.files.names import MAX_NAME_BYTES, refuse_reserved, safe_file_name
from mundraft.problems import CannotSave


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya: climate / displacement?", "Kenya climate displacement"),
        ("Côte d'Ivoire", "Côte d'Ivoire"),
        ("  日本 核軍縮 ", "日本 核軍縮"),
        ("con", "con_"),
        ("Com¹.draft", "Com¹_.draft"),
        ("../../etc/passwd", "etc passwd"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("ends with dots...", "ends with dots"),
        ("\u202egpj.exe", "gpj.exe"),
        ("", "paper"),
        ("???", "paper"),
        ("\ud800", "paper"),
    ],
)
def test_a_title_becomes_a_name_that_can_be_read(text: str, name: str) -> None:
    assert safe_file_name(text, "paper") == name


@given(st.text(max_size=300))
@settings(max_examples=200)
def test_any_text_becomes_a_name_that_no_system_refuses(text: str) -> None:
    name = safe_file_name(text, "paper")
    refuse_reserved(Path(name + ".yaml"))
    refuse_reserved(Path(name))
    assert len((name + ".docx").encode()) <= MAX_NAME_BYTES
    assert safe_file_name(name, "paper") == name


@pytest.mark.parametrize(
    "name",
    ["CON", "nul.yaml", "Aux.tar.gz", "lpt1.yaml", "COM³.yaml", "conout$", "a?.yaml", 'a"b', "a|b", "x.", "x ", "a\tb",
     "é" * 200],
)  # fmt: skip
def test_names_that_windows_refuses_are_refused_with_another_to_try(name: str) -> None:
    with pytest.raises(CannotSave) as refused:
        refuse_reserved(Path("folder") / name)
    (problem,) = refused.value.problems
    assert problem.code == "save-name-refused"
    assert problem.next_step


@pytest.mark.parametrize("name", ["kenya.yaml", "console.yaml", "com10.yaml", "Ünïcode 日本.yaml", "a.b.c"])
def test_ordinary_names_pass(name: str) -> None:
    refuse_reserved(Path("folder") / name)
