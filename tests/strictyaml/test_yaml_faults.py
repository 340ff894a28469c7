"""What strict reading refuses: each fault with its code, line and column, by either parser."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.files.reading import MAX_BYTES
from mundraft.problems import UnreadableFile
from mundraft.strictyaml.codes import CODES
from mundraft.strictyaml.nodes import plain_value
from mundraft.strictyaml.parser import MAX_DEPTH
from mundraft.strictyaml.reader import read_nodes
from mundraft.strictyaml.source import Source
from mundraft.strictyaml.syntax import told


@pytest.fixture(params=["libyaml", "pure Python"])
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "libyaml":
        if not yaml.__with_libyaml__:
            pytest.skip("PyYAML was built without libyaml")
    else:
        monkeypatch.setattr(yaml, "__with_libyaml__", False)
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def faults(data: bytes | str) -> list[tuple[str, int, int]]:
    data = data.encode() if isinstance(data, str) else data
    with pytest.raises(UnreadableFile) as raised:
        read_nodes(data, "paper.yaml")
    found = []
    for problem in raised.value.problems:
        assert problem.place is not None
        assert problem.what
        assert problem.next_step
        found.append((problem.code, problem.place.line, problem.place.column))
    return found


SYNTAX = [
    ("a:\n  - id: 1\n    b: 2\n    c: 3\n    b: 4\n    c: 5\n", ("yaml-missing-dash", 5, 5)),
    ("a:\n  - b: 1\n    c: 2\n    b: 3\n    c: 4\n", ("yaml-missing-dash", 4, 5)),
    ("a:\n  -id: 1\n    b: 2\n", ("yaml-dash-space", 2, 3)),
    ("a:\n  - id: 1\n    b: 2\n  -id: 2\n    b: 3\n", ("yaml-dash-space", 4, 3)),
    ("a:\n  - id: 1\n  -id: 2\n    b: 3\n", ("yaml-dash-space", 3, 3)),
    ("a:\n  - id seat\n    b: 2\n", ("yaml-missing-colon", 2, 3)),
    ("a:\n  - one\n  two\n", ("yaml-missing-dash", 3, 3)),
    ("a:\n  - one\n  two words\n  - three\nb: 1\n", ("yaml-missing-dash", 3, 3)),
    ("a:\n  - one\n    goes on\n# note\n\n  two\nb: 1\n", ("yaml-missing-dash", 6, 3)),
    ("a:\n- one\ntwo\nb: 1\n", ("yaml-missing-dash", 3, 1)),
    ("a:\n- one\ntwo 2\nb: 1\n", ("yaml-missing-colon", 3, 1)),
    ("a:\n  - one\n  -two\nb: 1\n", ("yaml-dash-space", 3, 3)),
    ("a:\n- one\n-two\n", ("yaml-dash-space", 3, 1)),
    ("a:\n-one\n-two\nb: 1\n", ("yaml-dash-space", 2, 1)),
    ("a:\n  - b: 1\n    c: 2\n  - b: 1\n    - c\n", ("yaml-indentation", 5, 5)),
    ('a: "b\nc: "d"\n', ("yaml-unclosed-quote", 1, 4)),
    ("a:\n\tb: c\n", ("yaml-tab", 2, 1)),
    ("a: 1\n\tb: c\n", ("yaml-tab", 2, 1)),
    ("a:\n  - b\n\t- c\n", ("yaml-tab", 3, 1)),
    ("a: |\n\tb\n", ("yaml-tab", 2, 1)),
    ("a:\n  b: 1\n\u00a0\u00a0c: 2\n  d: 3\n", ("yaml-odd-space", 3, 1)),
    ("a: 1\nb:\u00a02\n", ("yaml-odd-space", 2, 3)),
    ("a: 1\nb:\u30002\nc: 3\n", ("yaml-odd-space", 2, 3)),
    ("title: Water: a right\n", ("yaml-colon", 1, 13)),
    ("a:\n  - one: two: three\n", ("yaml-colon", 2, 13)),
    ("title: one\n  sub: two\n", ("yaml-indentation", 2, 3)),
    ("a:\n  b: 1\n c: 2\n", ("yaml-indentation", 3, 2)),
    ("a:\n    b: 1\n  c: 2\n", ("yaml-indentation", 3, 3)),
    ("a: 1\n# b:\n  c: 2\nd: 3\n", ("yaml-commented-group", 3, 3)),
    ("# b:\n  c: 2\nd: 3\n", ("yaml-commented-group", 2, 3)),
    ("a: 1\n# a note: of mine\n  c: 2\n", ("yaml-indentation", 3, 3)),
    ("a: 1\n# b: 4\n  c: 2\n", ("yaml-indentation", 3, 3)),
    ("# b:\na: 1\n  c: 2\n", ("yaml-indentation", 3, 3)),
    ("# b:\n#   d: 4\n# e: 5\n  c: 2\nf: 3\n", ("yaml-indentation", 4, 3)),
    ("a:\n  - b\n  c: d\n", ("yaml-indentation", 3, 3)),
    ("a: b\n- c\n", ("yaml-indentation", 2, 1)),
    ("title:Water\nnoun: x\n", ("yaml-colon-space", 1, 6)),
    ("a: 1\ntitle:Water\nnoun: x\n", ("yaml-colon-space", 2, 6)),
    ("a: 1\nlonely\nb: 2\n", ("yaml-missing-colon", 2, 1)),
    ("lonely\na: 1\n", ("yaml-missing-colon", 1, 1)),
    ('a: "open\nb: c\n', ("yaml-unclosed-quote", 1, 4)),
    ("a: 'open\n", ("yaml-unclosed-quote", 1, 4)),
    ("b: 1\na: 'don''t\n", ("yaml-unclosed-quote", 2, 4)),
    ("a: 'it's here'\n", ("yaml-after-quote", 1, 8)),
    ('a: "b" c\n', ("yaml-after-quote", 1, 8)),
    ("a: [1] says\n", ("yaml-after-quote", 1, 8)),
    ('a: "C:\\Users"\n', ("yaml-escape", 1, 9)),
    ("a: @b\n", ("yaml-first-character", 1, 4)),
    ("a: `b`\n", ("yaml-first-character", 1, 4)),
    ("a: %b\n", ("yaml-first-character", 1, 4)),
    ("a: ]b\n", ("yaml-first-character", 1, 4)),
    ("a: - b\n", ("yaml-first-character", 1, 4)),
    ("%b: c\n", ("yaml-directive", 1, 1)),
    ("a: [b, c\nd: e\n", ("yaml-bracket", 1, 4)),
    ("a: {b\n", ("yaml-bracket", 1, 4)),
    ("a: {b: c}\n", ("yaml-flow-mapping", 1, 4)),
    ("a: {{ x }}\n", ("yaml-flow-mapping", 1, 5)),
    ("a: {says: a, b and c}\n", ("yaml-lost-text", 1, 14)),
    ("a: [b: c]\n", ("yaml-flow-mapping", 1, 5)),
    ("a: > 5 people\n", ("yaml-block-text", 1, 6)),
    ("a: *bold* text\n", ("yaml-anchor", 1, 4)),
    ("a: *bold\n", ("yaml-anchor", 1, 4)),
    ("a: & more\n", ("yaml-anchor", 1, 4)),
    ("a: &x b\n", ("yaml-anchor", 1, 4)),
    ("a: &x [b]\n", ("yaml-anchor", 1, 4)),
    ("a: !b\n", ("yaml-tag", 1, 4)),
    ("a: !!str b\n", ("yaml-tag", 1, 4)),
    ("a: !!set {}\n", ("yaml-tag", 1, 4)),
    ("a: !e!x b\n", ("yaml-tag", 1, 4)),
    ("a: 1\n---\nb: 2\n", ("yaml-second-document", 2, 1)),
    ("a: 1\n...\nb: 2\n", ("yaml-second-document", 2, 1)),
    ("# c\n\na 1\n# c\nb: 2\n", ("yaml-missing-colon", 3, 1)),
    ("---\na 1\n# c\nb: 2\n", ("yaml-missing-colon", 2, 1)),
    ("--- # c\na 1\nin two\n# c\nb: 2\n", ("yaml-missing-colon", 2, 1)),
    ("--- a 1\n# c\nb: 2\n", ("yaml-missing-colon", 1, 1)),
    ("a:1\n# c\nb: 2\n", ("yaml-colon-space", 1, 2)),
    ("  a: 1\nb: 2\n", ("yaml-indentation", 1, 3)),
    ('"a"\n# c\nb: 2\n', ("yaml-missing-colon", 1, 1)),
    ("<<: b\n", ("yaml-merge-key", 1, 1)),
    ("a: 1\nb: 3\na: 2\n", ("yaml-duplicate-key", 3, 1)),
    ("[a]: b\n", ("yaml-odd-key", 1, 1)),
    ("", ("yaml-empty", 0, 0)),
    ("# a comment alone\n", ("yaml-empty", 0, 0)),
    ("~\n", ("yaml-empty", 0, 0)),
]


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize(("text", "fault"), SYNTAX)
def test_broken_yaml_is_told_where_it_is_broken(text: str, fault: tuple[str, int, int]) -> None:
    assert faults(text) == [fault]


#: Slips and what they are to be mended by, in the words of the file itself.
MENDED_BY = [
    ("# c\nmundraft-template 1\n# c\nb: 2\n", "mundraft-template: 1"),
    ("a:\n  - one\n  two words\nb: 1\n", "- two words"),
    ("a:\n  - one\n  -two\n", "- two"),
    ("a:\n  -b: 1\n    c: 2\n", "- b: 1"),
    ("a: 1\nchange\n  b:\n    c: 1\n", "after the key: change:"),
    ("a: 1\nchange # mine\n  b: 1\n", "after the key: change:"),
    ("a:\n  part/issue\n    b: 1\n", "after the key: part/issue:"),
    ("a:\n  - b: 1\n    c\n      d: 1\n", "after the key: c:"),
    ("a:\n  - after that\n    c: 1\n", "after the key: - after: that"),
    ("a: 1\nmax_words 700\nb: 1\n", "after the key: max_words: 700"),
    ("a: 1\nwords = 700\nb: 1\n", "after the key: words: 700"),
    ("a: 1\nwords; 700\nb: 1\n", "after the key: words: 700"),
    ("a: one\nand more\nb: 1\n", "key: value. If it continues"),
]


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize(("text", "mend"), MENDED_BY)
def test_a_lost_sign_is_shown_where_it_belongs(text: str, mend: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_nodes(text.encode(), "paper.yaml")
    assert mend in raised.value.problems[0].next_step


BYTES = [
    ("a: b\n".encode("utf-16"), ("yaml-not-utf8", 0, 0)),
    ("a: b\n".encode("utf-16-le"), ("yaml-not-utf8", 0, 0)),
    (b"a: b\nseat: C\xf4te\n", ("yaml-not-utf8", 2, 8)),
    (b"a: \xed\xa0\x80\n", ("yaml-not-utf8", 1, 4)),
    (b"PK\x03\x04rest", ("yaml-not-text", 0, 0)),
    (b"%PDF-1.7", ("yaml-not-text", 0, 0)),
    (b"a: b\nc: d\x07\n", ("yaml-control-character", 2, 5)),
    (b"a" * (20 * 1024 * 1024), ("yaml-too-large", 0, 0)),
    (b"[" * MAX_BYTES, ("yaml-too-deep", 1, MAX_DEPTH + 1)),
    (b"- " * (MAX_BYTES // 2), ("yaml-too-deep", 1, 2 * MAX_DEPTH + 1)),
    (b"- a\n" * 50_001, ("yaml-too-many", 50_000, 3)),
]


@pytest.mark.parametrize(
    ("data", "fault"), BYTES, ids=[f"{code}-{number}" for number, (_, (code, _, _)) in enumerate(BYTES)]
)
def test_what_is_no_yaml_text_is_told_kindly(data: bytes, fault: tuple[str, int, int]) -> None:
    assert faults(data) == [fault]


def test_every_fault_of_yaml_has_an_explanation_and_a_test() -> None:
    seen = {fault[0] for _, fault in SYNTAX} | {fault[0] for _, fault in BYTES}
    elsewhere = {"yaml-many-problems", "yaml-syntax"}
    assert seen | elsewhere == {code for code in CODES if code.startswith("yaml-")}


def test_a_fault_that_nobody_foresaw_still_has_a_place() -> None:
    problem = told(yaml.YAMLError("something new"), Source("a: b\nc: d\n", "f"))
    assert (problem.code, str(problem.place)) == ("yaml-syntax", "f:2:5")


def test_problems_beyond_fifty_are_counted_together() -> None:
    found = faults("a: b\n" * 200)
    assert len(found) == 51
    assert found[-1][0] == "yaml-many-problems"


@pytest.mark.usefixtures("_either_parser")
def test_scalars_stay_the_text_they_are() -> None:
    text = "seat: NO\nday: 2024-01-01\nn: 1e3\nt: yes\nh: 0x10\ns: =\nf: [NO, 1, 'x']\nq: 'null'\n"
    assert plain_value(read_nodes(text.encode(), "f")) == {
        "seat": "NO",
        "day": "2024-01-01",
        "n": "1e3",
        "t": "yes",
        "h": "0x10",
        "s": "=",
        "f": ["NO", "1", "x"],
        "q": "null",
    }


def test_nothing_after_a_key_is_as_if_the_key_were_not_there() -> None:
    assert plain_value(read_nodes(b"a:\nb: ~\nc: null\nd: ''\ne:\n  -\n", "f")) == {"d": "", "e": [""]}


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa: b\n", b"a: b\r\n", b"a: b\r", b"---\na: b\n...\n", b"# x\na: b"])
def test_marks_and_line_ends_of_every_system_are_read(data: bytes) -> None:
    assert plain_value(read_nodes(data, "f")) == {"a": "b"}


def caret_line(data: str) -> tuple[str, str]:
    with pytest.raises(UnreadableFile) as raised:
        read_nodes(data.encode(), "f")
    lines = raised.value.problems[0].told().splitlines()
    return lines[1], lines[2]


@pytest.mark.parametrize("before", ["", "é", "中国", "e\u0301", "\u202eabc", "x" * 300, "中" * 300])
def test_the_caret_stands_under_the_fault(before: str) -> None:
    line, caret = caret_line(f'a: "{before}" & tail {"y" * 300}\n')
    wide = sum(2 if "\u4e00" <= char <= "\u9fff" else 0 if char == "\u0301" else 1 for char in line[: line.index("&")])
    assert caret == " " * wide + "^"
    assert len(line) < 100


def test_the_excerpt_cannot_disturb_a_terminal() -> None:
    line, _ = caret_line('a: "\u202e\u200b" x\n')
    assert line.isprintable()


yaml_like = st.text("ab:-?[]{},#&*!|>'\"%@`~ \n\t\\0uUx<", max_size=40).map(str.encode)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=80), yaml_like), st.booleans())
def test_bytes_of_any_kind_are_read_or_told_why_not(data: bytes, pure: bool) -> None:
    told_why: tuple[object, ...] = ("read",)
    with pytest.MonkeyPatch.context() as patch:
        if pure:
            patch.setattr(yaml, "__with_libyaml__", False)
        try:
            read_nodes(data, "f")
        except UnreadableFile as error:
            told_why = error.problems
    assert told_why
