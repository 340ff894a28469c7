"""Templates that ship are compiled once, and kept among the compiled modules of the program."""

import os
from importlib.util import spec_from_file_location
from pathlib import Path

import pytest

from mundraft.document.tree import block_paragraphs, inline_text
from mundraft.library.template_texts import Text, Texts
from mundraft.templating import check, engine, kept
from mundraft.templating.engine import render


@pytest.fixture(autouse=True)
def pycache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which this Python keeps what it compiles."""
    folder = tmp_path / "pycache"
    monkeypatch.setattr("sys.pycache_prefix", str(folder))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    engine._compiled.cache_clear()
    return folder


def words(source: str | Texts, *, ships: bool = True) -> str:
    """What a template prints, as a process that has just begun would print it."""
    engine._compiled.cache_clear()
    parts = render(source, "t/paper.md.j2", {"seat": "Kenya"}, ships=ships)
    paragraphs = [inlines for part in parts for block in part.blocks for inlines in block_paragraphs(block)]
    return " ".join(inline_text(inlines) for inlines in paragraphs)


@pytest.fixture
def _no_compiler(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: str, name: str) -> None:
        raise AssertionError(f"{name} was to be compiled again")

    words("For {{ seat }}.")
    monkeypatch.setattr(check, "checked", refuse)


@pytest.mark.usefixtures("_no_compiler")
def test_a_template_that_ships_is_compiled_only_once() -> None:
    assert words("For {{ seat }}.") == "For Kenya."


CHAIN = {
    "own": Text(
        '{% extends "base" %}{% block a %}For {{ seat }}. {{ super() }}{% endblock %}', "own.j2", {"base": "base"}
    ),
    "base": Text("{% block a %}Amen.{% endblock %}", "base.j2"),
}


def test_a_chain_that_ships_is_compiled_once_and_kept_until_one_of_its_texts_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled = []
    made = check.checked
    monkeypatch.setattr(check, "checked", lambda texts, name: compiled.append(name) or made(texts, name))
    assert [words(CHAIN), words(CHAIN)] == ["For Kenya. Amen."] * 2
    assert len(compiled) == 1
    assert words({**CHAIN, "base": Text("{% block a %}No.{% endblock %}", "base.j2")}) == "For Kenya. No."
    assert len(compiled) == 2


def test_a_template_whose_text_has_changed_is_compiled_anew() -> None:
    words("For {{ seat }}.")
    assert words("Against {{ seat }}.") == "Against Kenya."
    assert words("For {{ seat }}.") == "For Kenya."


@pytest.mark.parametrize("broken", [b"", b"nothing of ours", None])
def test_a_kept_template_that_is_broken_is_compiled_anew(broken: bytes | None, pycache: Path) -> None:
    words("For {{ seat }}.")
    (kept,) = pycache.rglob("*.pyc")
    kept.write_bytes(kept.read_bytes()[:40] if broken is None else broken)
    assert words("For {{ seat }}.") == "For Kenya."


def test_what_changes_in_the_program_makes_a_kept_template_worthless(monkeypatch: pytest.MonkeyPatch) -> None:
    words("For {{ seat }}.")
    compiled = []
    checked = check.checked
    monkeypatch.setattr(check, "checked", lambda source, name: compiled.append(name) or checked(source, name))
    monkeypatch.setattr(kept, "_state_of_jinja", lambda: "another Jinja")
    assert words("For {{ seat }}.") == "For Kenya."
    assert compiled


def test_another_jinja_is_known_by_its_version_where_its_files_are_of_one_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in an image of a system that is built again to the same bytes."""
    (tmp_path / "jinja2").mkdir()
    first = tmp_path / "jinja2" / "__init__.py"
    first.write_text("")
    os.utime(first, (0, 0))
    installed = tmp_path / "jinja2-3.1.6.dist-info"
    installed.mkdir()
    monkeypatch.setattr(kept, "find_spec", lambda name: spec_from_file_location(name, first))
    before = kept._state_of_jinja.__wrapped__()
    assert before == kept._state_of_jinja.__wrapped__()
    installed.rename(tmp_path / "jinja2-3.1.7.dist-info")
    assert kept._state_of_jinja.__wrapped__() != before


def test_a_template_of_others_is_never_kept(pycache: Path) -> None:
    assert words("For {{ seat }}.", ships=False) == "For Kenya."
    assert not list(pycache.rglob("*.pyc"))


def test_a_template_of_others_is_compiled_even_where_one_that_ships_has_the_same_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words("For {{ seat }}.")
    compiled = []
    checked = check.checked
    monkeypatch.setattr(check, "checked", lambda source, name: compiled.append(name) or checked(source, name))
    words("For {{ seat }}.", ships=False)
    assert compiled


def test_where_nothing_can_be_kept_the_template_works_all_the_same(pycache: Path) -> None:
    pycache.write_text("a file where the folder should be")
    assert words("For {{ seat }}.") == "For Kenya."


def test_a_python_that_keeps_nothing_compiled_keeps_no_template(pycache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert words("For {{ seat }}.") == "For Kenya."
    assert not pycache.exists()


def test_a_fault_in_a_kept_template_is_told_at_its_line() -> None:
    source = "One.\n\n{{ seat | vary }}\n\n{{ nobody }}"
    for _ in range(2):
        with pytest.raises(engine.TemplateFault) as caught:
            words(source.replace("{{ seat | vary }}", "{{ seat }}"))
        place = caught.value.problems[0].place
        assert place is not None
        assert place.line == 5
