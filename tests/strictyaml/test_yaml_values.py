"""Reading quickly and reading with places are one: the same values, and nothing more is accepted."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mundraft.library.search_path import default_library
from mundraft.paper.file import paper_to_bytes, read_paper
from mundraft.problems import UnreadableFile
from mundraft.strictyaml.decoding import text_in
from mundraft.strictyaml.event_values import values_by_events
from mundraft.strictyaml.nodes import plain_value
from mundraft.strictyaml.own_form import _is_clean, values_in_own_form
from mundraft.strictyaml.parser import MAX_DEPTH, MAX_NODES, parse
from mundraft.strictyaml.values import values_in
from mundraft.strictyaml.writer import to_yaml
from mundraft.text.clean import clean

#: Pieces of which YAML that is right, wrong, odd and hostile is made.
PIECES = (
    """a|b:_|c:/|/|__|-_|"q"|'s'|~|null|>/|<<:_|&x_|*x|!t_|!_|[|]|{|}|,_|?_|:_|#|---/|.../|é|"\\u0000"|%TAG|/__d:_e"""
)
YAML_LIKE = st.lists(
    st.sampled_from([piece.replace("_", " ").replace("/", "\n") for piece in PIECES.split("|")]), max_size=14
).map("".join)
#: Lines that stand well in one place and not in another.
LINES = [
    "", "b", "  b", "- b", "  - b", "b: c", "  b: c", "- b: c", "  - b: c", "    b: c", "b:", "  b: |", "  b: >-",
    "b: >", "- b: >-", "    b c", "# b", "-",
]  # fmt: skip
WORDS = st.text(max_size=8).map(clean)
TREES = st.recursive(
    WORDS, lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(WORDS, inner, min_size=1, max_size=3)
)


def judged(text: str) -> object:
    """What the parser makes of a text: its values, or None where it has anything to say against it."""
    try:
        parsed = parse(text.encode(), "f.yaml")
    except UnreadableFile:
        return None
    return None if parsed.problems else plain_value(parsed.root)


@settings(max_examples=300)
@given(YAML_LIKE)
@example("a: &x b\n")
@example("a: b\na: c\n")
@example("a:\na: c\n")
@example("a: b\n---\nc: d\n")
@example("a: {b: c}\n")
@example("a: ! b\n")
@example("? [a]\n: b\n")
def test_nothing_is_read_quickly_that_the_parser_refuses_or_reads_otherwise(text: str) -> None:
    try:
        text = text_in(text.encode("utf-8", "surrogatepass"), "f.yaml")
    except UnreadableFile:
        return
    for values in (values_in_own_form(text), values_by_events(text), values_in(text)):
        assert values is None or values == judged(text)


@settings(max_examples=300)
@given(st.dictionaries(WORDS, TREES, min_size=1, max_size=3), st.data())
def test_one_slip_in_what_the_program_writes_is_read_as_the_parser_reads_it(
    tree: dict[str, object], data: st.DataObject
) -> None:
    text = to_yaml(tree)
    if data.draw(st.booleans()):
        lines = text.split("\n")
        lines[data.draw(st.integers(0, len(lines) - 1))] = data.draw(st.sampled_from(LINES))
        text = "\n".join(lines)
    at = data.draw(st.integers(0, len(text)))
    slip = data.draw(
        st.sampled_from([*" \n:#-'\"|\t\x85\u2028\ufeffé", "  ", ": ", " #", "- ", "\n\n", "null", "a: |-\n "])
    )
    text = text[:at] + slip + text[at + data.draw(st.integers(0, 2)) :]
    values = values_in_own_form(text)
    assert values is None or values == judged(text)


def test_every_paper_that_the_program_writes_is_read_by_its_lines_and_so_are_the_examples() -> None:
    library = default_library()
    for found in library.examples():
        example = library.example(found.name)
        for data in (example, paper_to_bytes(read_paper(example, found.name))):
            text = text_in(data, found.name)
            assert values_in_own_form(text) == values_by_events(text) is not None


#: Lines that are folded into one, by rules of their own where they are empty or stand further in.
FOLDED = st.lists(st.sampled_from(["a b", " a", "a ", "", " ", "# a", "- a: b", "a: b", "é’", "'a'", "  "]), max_size=5)


@settings(max_examples=200)
@given(
    st.sampled_from([">", ">-", "|", "|-", ">+", ">2"]), FOLDED, st.integers(0, 4), st.sampled_from(["", "b: c", "  b"])
)
def test_a_block_is_read_as_the_parser_reads_it(sign: str, lines: list[str], indent: int, after: str) -> None:
    for head in ("a", "k:\n- a", "k:\n  a"):
        text = f"{head}: {sign}" + "".join(f"\n{' ' * indent}{line}" for line in lines) + f"\n{after}\n"
        values = values_in_own_form(text)
        assert values is None or values == judged(text)


@settings(max_examples=100)
@given(st.dictionaries(WORDS, TREES, min_size=1, max_size=4))
def test_what_the_program_writes_is_read_quickly(tree: dict[str, object]) -> None:
    text = text_in(to_yaml(tree).encode(), "f.yaml")
    assert values_in(text) == judged(text)
    assert judged(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "a:\n" + "".join("  " * depth + "b:\n" for depth in range(1, MAX_DEPTH + 3)) + "  " * (MAX_DEPTH + 3) + "c",
        "a: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
        "a: " + "[" * 5000,
        "a:\n" + "- b\n" * MAX_NODES,
    ],
    ids=["deep-keys", "deep-lists", "very-deep", "many"],
)
def test_what_is_too_deep_or_too_much_is_left_to_the_parser(text: str) -> None:
    assert values_in(text) is None
    assert judged(text) is None


def test_the_deepest_nesting_that_is_accepted_is_read_quickly() -> None:
    text = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert values_in(text) == judged(text) is not None


# A letter, and marks of which each would change it.
@given(st.text(st.sampled_from("ae–é’ \u00ad\u0301\u1100\u1161\u2126\u212b\ufb01\U0001f600\x9b"), max_size=12))
def test_only_a_file_that_cleaning_changes_nowhere_is_taken_for_clean(text: str) -> None:
    if _is_clean(text):
        assert all(clean(text[start:]) == text[start:] for start in range(len(text)))


def test_every_common_letter_and_sign_is_clean_wherever_it_stands() -> None:
    common = [chr(code) for code in range(0xA1, 0x20AD) if _is_clean(chr(code))]
    assert len(common) > 400
    for char in common:
        assert clean(f"a{char}e") == f"a{char}e"
        assert clean(char) == char


def test_no_control_character_is_overlooked_in_a_file() -> None:
    refused = []
    for code in (*range(0xD800), *range(0xE000, 0x10000)):
        try:
            text_in(f"a: {chr(code)}\n".encode(), "f")
        except UnreadableFile:
            refused.append(code)
    assert refused == [*range(9), 0xB, 0xC, *range(0xE, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xFFFE, 0xFFFF]
