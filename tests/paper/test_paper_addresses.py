"""Addresses: read what was put, change nothing else, follow entries that move."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.models.model import WrongValues
from mundraft.paper.address import (
    NoSuchAddress,
    answered,
    fresh_id,
    join,
    moved_entry,
    value_at,
    with_entry,
    with_value,
    without_entry,
)
from mundraft.paper.model import Article, Citation, Committee, InstrumentUse, Paper, Said, Seat, Solution, Source, Topic
from mundraft.text.clean import clean

SOLUTIONS = "topics/t1/solutions"


def paper() -> Paper:
    return Paper(
        committee=Committee(name="Third Committee"),
        topics=(
            Topic(
                title="Water",
                answers={"hook": Said(text="A hook."), "facts": (Said(text="One."), Said(text="Two."))},
                solutions=tuple(Solution(id=f"s{n}", action=f"action {n}") for n in (1, 2, 3)),
                instruments=(InstrumentUse(id="crc", articles=(Article(id="a1", number="7"),)),),
            ),
        ),
        sources=(Source(id="un", title="A report"),),
        notes={"topics/t1/title": "a private thought"},
    )


ADDRESSES = [
    "conference",
    "committee/name",
    "seat/name",
    "topics/t1/title",
    "topics/t1/solutions/s2/action",
    "topics/t1/instruments/crc/articles/a1/does",
    "sources/un/publisher",
    "notes/anything",
]
texts = st.text(st.characters(codec=None), max_size=20)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ADDRESSES), texts)
def test_what_is_put_is_what_is_read(address: str, text: str) -> None:
    assert value_at(with_value(paper(), address, text), address) == clean(text)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ADDRESSES), texts, texts)
def test_the_last_value_wins(address: str, first: str, second: str) -> None:
    assert with_value(with_value(paper(), address, first), address, second) == with_value(paper(), address, second)


@pytest.mark.parametrize("address", [*ADDRESSES, "topics/t1/answers/hook", "topics/t1/answers/new", SOLUTIONS, "seat"])
def test_putting_back_what_stands_there_changes_nothing(address: str) -> None:
    assert with_value(paper(), address, value_at(paper(), address)) == paper()


@settings(max_examples=60, deadline=None)
@given(st.permutations(ADDRESSES), texts, texts)
def test_two_addresses_do_not_touch_each_other(addresses: list[str], one: str, other: str) -> None:
    first, second = addresses[:2]
    forth = with_value(with_value(paper(), first, one), second, other)
    back = with_value(with_value(paper(), second, other), first, one)
    assert forth == back


def test_a_change_leaves_the_paper_that_was() -> None:
    before = paper()
    with_value(before, "topics/t1/title", "Fire")
    assert before == paper()


@pytest.mark.parametrize("emptied", ["", "\x00", (), Said()])
def test_an_emptied_answer_is_taken_out(emptied: object) -> None:
    changed = with_value(paper(), "topics/t1/answers/hook", emptied)
    assert "hook" not in changed.topics[0].answers
    assert value_at(changed, "topics/t1/answers/hook") == ""


def test_words_become_an_answer_that_can_be_cited() -> None:
    changed = with_value(paper(), "topics/t1/answers/stance", "We agree.")
    assert value_at(changed, "topics/t1/answers/stance") == Said(text="We agree.")
    cited = with_value(changed, "topics/t1/answers/stance", Said(text="We agree.", cite=(Citation(source="un"),)))
    assert value_at(cited, "topics/t1/answers/stance").cite[0].source == "un"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nowhere",
        "topics/t2/title",
        "topics/t1/nothing",
        "topics/t1/solutions/s9/action",
        "topics/t1/title/more",
        "topics/0/title",
    ],
)
def test_an_address_that_leads_nowhere_is_refused(address: str) -> None:
    with pytest.raises(NoSuchAddress):
        value_at(paper(), address)
    with pytest.raises(NoSuchAddress):
        with_value(paper(), address, "x")


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("topics", ()),
        ("seat", "Kenya"),
        ("topics/t1/frame", "puzzle"),
        ("topics/t1/answers/a key", "x"),
        (SOLUTIONS, (Solution(id="s1"), Solution(id="s1"))),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(address: str, value: object) -> None:
    with pytest.raises(WrongValues):
        with_value(paper(), address, value)


def ids(changed: Paper) -> list[str]:
    return [entry.id for entry in value_at(changed, SOLUTIONS)]


def test_entries_are_added_at_the_end_or_where_they_are_wanted() -> None:
    new = Solution(id=fresh_id(paper(), SOLUTIONS, "s"), action="new")
    assert ids(with_entry(paper(), SOLUTIONS, new)) == ["s1", "s2", "s3", "s4"]
    assert ids(with_entry(paper(), SOLUTIONS, new, at=0)) == ["s4", "s1", "s2", "s3"]


@pytest.mark.parametrize(
    ("entry", "by", "order"),
    [
        ("s1", 1, "s2 s1 s3"),
        ("s1", 9, "s2 s3 s1"),
        ("s3", -1, "s1 s3 s2"),
        ("s3", -9, "s3 s1 s2"),
        ("s2", 0, "s1 s2 s3"),
    ],
)
def test_a_moved_entry_keeps_its_address(entry: str, by: int, order: str) -> None:
    address = join(SOLUTIONS, entry)
    moved = moved_entry(paper(), address, by)
    assert ids(moved) == order.split()
    assert value_at(moved, address) == value_at(paper(), address)


def test_a_removed_entry_is_gone_and_its_id_is_not_another_ones() -> None:
    removed = without_entry(paper(), join(SOLUTIONS, "s2"))
    assert ids(removed) == ["s1", "s3"]
    assert fresh_id(removed, SOLUTIONS, "s") not in ids(removed)
    with pytest.raises(NoSuchAddress):
        moved_entry(removed, join(SOLUTIONS, "s2"), 1)


def test_entries_inside_entries_are_reached() -> None:
    group = "topics/t1/instruments/crc/articles"
    changed = with_entry(paper(), group, Article(id="a2", number="35"))
    assert value_at(changed, f"{group}/a2/number") == "35"
    assert value_at(without_entry(changed, f"{group}/a1"), group) == (Article(id="a2", number="35"),)


def test_answered_tells_every_answer_in_the_order_of_the_file() -> None:
    assert [address for address, _ in answered(paper())] == [
        "template",
        "language",
        "page",
        "committee/name",
        "topics/t1/title",
        "topics/t1/frame",
        "topics/t1/answers/hook",
        "topics/t1/answers/facts",
        "topics/t1/instruments/crc/articles/a1/number",
        "topics/t1/solutions/s1/action",
        "topics/t1/solutions/s2/action",
        "topics/t1/solutions/s3/action",
        "sources/un/type",
        "sources/un/title",
    ]


def test_everything_answered_can_be_read_at_its_address() -> None:
    told = with_value(paper(), "seat", Seat(name="Kenya"))
    for address, value in answered(told):
        assert value_at(told, address) == value
    assert ("seat", Seat(name="Kenya")) in list(answered(told))
