"""The schemas beside the reader: an editor never marks what the program reads, whatever is written, and marks most of
what teachers get wrong in the form of a file."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

from as_editors_read import marked
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml import YAMLError

from mundraft.desk.schemas import schema_for
from mundraft.library.extension_form import Extension
from mundraft.problems import UnreadableFile
from mundraft.strictyaml.reader import read_as

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests" / "templates")]

from mistakes_form import VALID, Mistake  # noqa: E402
from mistakes_in_presets import MISTAKES as IN_PRESETS  # noqa: E402
from mistakes_in_profiles import MISTAKES as IN_PROFILES  # noqa: E402
from mistakes_in_templates import MISTAKES as IN_TEMPLATES  # noqa: E402

from editor_schemas import FORMS  # noqa: E402

FILES = sorted(
    [*VALID.glob("**/*.yaml"), ROOT / "examples" / "kenya-climate-displacement-short.yaml"],
    key=lambda path: path.as_posix(),
)
VALUE = re.compile(r"(?<=[:-] )[^\s|>#][^\n]*(?=\n)")
#: What stands for a value: what editors and the program take for different kinds of thing.
WRITTEN = (
    "", "~", "null", "yes", "No", "on", "true", "FALSE", "'true'", "0", "1", "'1'", "-1", "+2", "2.0", "1.5", ".5",
    "1e3", "1_000", "0x1F", "007", "2027", "2027-03", "2027-03-01", "a", "A b", "none", "'null'", "9999999999999999999",
)  # fmt: skip


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def is_read(path: Path, text: str) -> bool:
    """Whether the program reads a text as the file at this path, as far as its form goes."""
    name = schema_for(path)
    extends = name == "template" and re.search("^extends:", text, re.MULTILINE)
    try:
        read_as(Extension if extends else FORMS[name].model, text.encode(), path.name)
    except UnreadableFile:
        return False
    return True


def test_the_valid_files_are_read_and_not_marked() -> None:
    assert all(is_read(path, text_of(path)) and not marked(schema_for(path), text_of(path)) for path in FILES)


@settings(max_examples=80)
@given(st.data())
def test_an_editor_marks_nothing_that_the_program_reads(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(FILES))
    text = text_of(path)
    where = data.draw(st.sampled_from(list(VALUE.finditer(text))))
    changed = text[: where.start()] + data.draw(st.sampled_from(WRITTEN)) + text[where.end() :]
    if is_read(path, changed):
        assert marked(schema_for(path), changed) == []


def yaml_mistakes() -> list[Mistake]:
    """The mistakes that leave a YAML file an editor could read."""
    return [
        one
        for one in (*IN_PRESETS, *IN_PROFILES, *IN_TEMPLATES)
        if one.file.endswith(".yaml") and one.renamed is None and one.encoding == "utf-8"
    ]


def test_mistakes_of_form_are_marked_in_the_editor_already() -> None:
    seen: list[Mistake] = []
    unseen: list[Mistake] = []
    for one in yaml_mistakes():
        path = VALID / one.file
        text = one.text(text_of(path))
        try:
            (seen if marked(schema_for(path), text) else unseen).append(one)
        except YAMLError:  # an editor underlines it without a schema
            seen.append(one)
    assert not [one.name for one in seen if is_read(VALID / one.file, one.text(text_of(VALID / one.file)))]
    assert len(seen) >= 60, f"not marked: {[one.name for one in unseen]}"
