"""What is written reads back as itself, by either parser, and reads well."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.strictyaml.nodes import plain_value
from mundraft.strictyaml.reader import read_nodes
from mundraft.strictyaml.writer import to_yaml
from mundraft.text.clean import clean

any_text = st.one_of(
    st.text(st.characters(codec=None), max_size=40),
    st.text("a :#-'\"\\\n\t~?|>[]{}&*!%@`,.=\x85\u2028\ufeff\x7f", max_size=20),
)


def read_back(written: str, pure: bool = False) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        if pure:
            patch.setattr(yaml, "__with_libyaml__", False)
        return plain_value(read_nodes(written.encode(), "f"))


ONE_LINE = [
    *(
        "",
        "NO",
        "~",
        "null",
        "1e3",
        "=",
        " lead",
        "trail ",
        "# of victims",
        "see # 3",
        "- dash",
        "-",
        "-x",
        "? q",
        "a: b",
    ),
    *("a:", ":", "a:b", "'", '"', "it's", 'she said "no"', "both ' and \"", "\\", "C:\\new", "*", "&a", "!t", "|", ">"),
    *(
        "%",
        "@",
        "`",
        "[a]",
        "{a: b}",
        "a, b",
        "---",
        "...",
        "--- a",
        "<<",
        "😀",
        "مرحبا",
        "中文: 一",
        "a\u00a0b",
        "a\tb",
    ),
    *("\x85", "\u2028", "\u2029", "\ufeff", "\ufeffa", "\t", "x" * 3000, ("word " * 500).strip()),
]
SEVERAL_LINES = [
    *(
        "\n",
        "\n\n",
        "a\n",
        "a\n\n",
        "\na",
        "a\n\nb",
        "a\n b",
        " a\nb",
        "a \nb",
        "a\n\tb",
        "a\n# b\n- c\nd: e",
        "---\na",
    ),
    *("a\n---\n...\nb", "a\x85\nb", "a\n" + "y" * 3000),
]


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("text", ONE_LINE + SEVERAL_LINES, ids=lambda text: repr(text[:20]))
def test_awkward_texts_come_back_as_they_were(text: str, pure: bool) -> None:
    value = {"key": text, "list": [text, [text], {"in": text, "list": [text]}], "last": "x"}
    assert read_back(to_yaml(value), pure) == value


trees = st.recursive(
    any_text,
    lambda below: st.one_of(
        st.lists(below, max_size=3),
        st.dictionaries(any_text.map(clean), below, max_size=3),
    ),
    max_leaves=8,
)


def cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(inner) for inner in value]
    return {clean(key): cleaned(inner) for key, inner in value.items()}


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(any_text.map(clean), trees, min_size=1, max_size=3), st.booleans())
def test_any_tree_of_texts_comes_back_clean(tree: dict[str, Any], pure: bool) -> None:
    assert read_back(to_yaml(tree), pure) == cleaned(tree)


def test_keys_of_any_length_come_back() -> None:
    value = {"k" * 2000: {"k" * 501: ["a"], "n": "b"}, "é\nü": "c"}
    assert read_back(to_yaml(value)) == value


def test_empty_lists_and_mappings_come_back() -> None:
    value: dict[str, Any] = {"a": [], "b": {}, "c": [[], {}]}
    assert read_back(to_yaml(value)) == value
    assert to_yaml({}) == "{}\n"


def test_numbers_and_truth_values_are_written_as_words() -> None:
    assert to_yaml({"a": 1, "b": True, "c": False, "d": 1.5}) == "a: 1\nb: true\nc: false\nd: 1.5\n"


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError):
        to_yaml({"a": object()})


def test_it_is_written_as_a_person_would_write_it() -> None:
    value = {
        "title": "Water, a right",
        "seat": {"name": "Côte d'Ivoire"},
        "said": 'The Council "deplores" it',
        "note": "one\n\n  two # not a comment\nthree: four\n",
        "list": ["plain", "a: b", {"id": "s1", "year": "2012"}, ["x"]],
    }
    assert to_yaml(value) == (
        "title: Water, a right\n"
        "seat:\n"
        "  name: Côte d'Ivoire\n"
        'said: The Council "deplores" it\n'
        "note: |\n"
        "  one\n"
        "\n"
        "    two # not a comment\n"
        "  three: four\n"
        "list:\n"
        "  - plain\n"
        '  - "a: b"\n'
        "  - id: s1\n"
        "    year: 2012\n"
        "  - - x\n"
    )


def test_a_changed_word_changes_one_line() -> None:
    long = "A sentence that is rather long, so that another writer would break it. " * 5
    before = to_yaml({"a": long + "end", "b": "c"}).splitlines()
    after = to_yaml({"a": "Now " + long + "end", "b": "c"}).splitlines()
    assert len(before) == len(after) == 2
    assert before[1] == after[1]
