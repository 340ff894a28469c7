"""Models: made in one step from values that fit, and looked at for everything that is wrong in those that do not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.desk.expectations import Expectations
from mundraft.library.body import BodyEntry
from mundraft.library.conference import ConferenceRules
from mundraft.library.country import Profile
from mundraft.library.extension_form import Extension
from mundraft.library.instrument import CatalogueEntry
from mundraft.library.questions import TemplateDefinition
from mundraft.models.checks import After, check_of
from mundraft.models.faults import FaultBelow
from mundraft.models.fields import Meta, fields_of, keyed, no_keys, parted, plain
from mundraft.models.looking import Wrong, looked_at
from mundraft.models.model import Either, Model, WrongValues, from_values, read, with_fields
from mundraft.packs.manifest import Manifest
from mundraft.paper.model import Paper
from mundraft.strictyaml.values import values_in

ROOT = Path(__file__).parents[2]
FILES = [
    *((Profile, path) for path in sorted((ROOT / "country_profiles").glob("[km]*.yaml"))),
    *((CatalogueEntry, path) for path in sorted((ROOT / "instruments").glob("c*.yaml"))),
    *((ConferenceRules, path) for path in sorted((ROOT / "templates" / "conferences").glob("*.yaml"))),
    *((Paper, path) for path in sorted((ROOT / "examples").glob("*.yaml"))),
    (TemplateDefinition, ROOT / "templates" / "classic" / "template.yaml"),
]


class Small(Model):
    """A model with a field of every kind."""

    name: Annotated[str, Meta(pattern=r"^[a-z]+\Z")] = "a"
    count: Annotated[int, Meta(ge=0, le=20)] = 0
    size: Annotated[float, Meta(ge=1)] | None = None
    sure: bool = False
    unsure: bool | None = None
    side: Literal["left", "right"] | Literal[""] = ""
    short: Annotated[str, Meta(max_length=3)] = keyed("very-short", "")
    texts: Annotated[tuple[str, ...], Meta(max_length=2)] = ()
    below: dict[Annotated[str, Meta(pattern=r"^[a-z]+\Z")], int] = no_keys()
    one_or_more: str | tuple[str, ...] = ""


class Other(Model):
    """A model that can stand in the place of another."""

    other: str


class SmallOrOther(Either):
    """One of the two."""

    forms = (Small, Other)

    @classmethod
    def meant(cls, values: Any) -> type[Model]:
        """The one whose key is there."""
        return Other if isinstance(values, dict) and "other" in values else Small


class Whole(Model):
    """A model that holds others."""

    first: Small = Small()
    rest: tuple[SmallOrOther, ...] = ()


KEYS = st.sampled_from([field.key for model in (Small, Other, Whole) for field in fields_of(model)] + ["no_such_key"])
WORDS = st.sampled_from(
    [
        "",
        "a",
        "abcd",
        "left",
        "right",
        "yes",
        "True",
        "off",
        "null",
        "0",
        "7",
        " 7",
        "21",
        "-1",
        "1.0",
        "1.5",
        "nan",
        "x\n",
    ]
)
VALUES = st.recursive(
    WORDS | st.integers(-2, 30) | st.booleans() | st.none(),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS, below, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, VALUES, max_size=4))
@settings(max_examples=400)
def test_what_makes_a_model_at_once_has_nothing_wrong_when_it_is_looked_at(values: dict[str, Any]) -> None:
    for model in (Whole, Small):
        looked = looked_at(model, values, most=50)
        assert (looked.model is None) == bool(looked.faults)
        try:
            made = from_values(model, values)
        except WrongValues:
            continue
        assert looked.faults == []
        assert looked.model == made


@pytest.mark.parametrize(("model", "path"), FILES, ids=[path.stem for _, path in FILES])
def test_a_file_that_ships_is_the_same_model_made_at_once_and_looked_at(model: type[Model], path: Path) -> None:
    values = values_in(path.read_text(encoding="utf-8"))
    assert values is not None
    looked = looked_at(model, values, most=50)
    assert looked.faults == []
    assert looked.model == read(model, values)


def test_everything_that_is_wrong_is_found_with_the_way_to_it() -> None:
    values = {
        "first": {"name": "A", "count": "21", "size": "0.5", "sure": "perhaps", "side": "up", "very-short": "abcd"},
        "rest": [{"texts": ["a", "b", "c"]}, {"below": {"A": "1", "b": "x"}}, {"other": ["a"]}, "words", {"othr": "a"}],
        "beside": "",
    }
    found = {(fault.wrong, fault.way) for fault in looked_at(Whole, values, most=50).faults}
    assert found == {
        (Wrong.NO_NAME, ("first", "name")),
        (Wrong.TOO_HIGH, ("first", "count")),
        (Wrong.TOO_LOW, ("first", "size")),
        (Wrong.NO_TRUTH, ("first", "sure")),
        (Wrong.NO_CHOICE, ("first", "side")),
        (Wrong.TOO_LONG, ("first", "very-short")),
        (Wrong.TOO_MANY, ("rest", 0, "texts")),
        (Wrong.NO_NAME, ("rest", 1, "below", "A")),
        (Wrong.NO_WHOLE_NUMBER, ("rest", 1, "below", "b")),
        (Wrong.NO_TEXT, ("rest", 2, "other")),
        (Wrong.NO_KEYS, ("rest", 3)),
        (Wrong.UNKNOWN_KEY, ("rest", 4, "othr")),
        (Wrong.UNKNOWN_KEY, ("beside",)),
    }


def test_of_a_list_that_is_too_long_only_that_is_told() -> None:
    (fault,) = looked_at(Small, {"texts": [["a"]] * 90}, most=50).faults
    assert (fault.wrong, fault.told_with) == (Wrong.TOO_MANY, 2)


def test_what_is_neither_of_several_kinds_is_asked_for_as_the_list() -> None:
    (fault,) = looked_at(Small, {"one_or_more": {"a": "b"}}, most=50).faults
    assert fault.wrong is Wrong.NO_LIST


@pytest.mark.parametrize("written", ["\u00a07", "7\u2028", " 7 "])
def test_a_number_may_have_any_space_around_it(written: str) -> None:
    looked = looked_at(Small, {"count": written, "size": written}, most=50)
    assert looked.model == Small(count=7, size=7.0)


def test_a_file_may_call_a_field_as_the_program_does() -> None:
    assert looked_at(Small, {"short": "ab"}, most=50).model == Small(short="ab")
    both = looked_at(Small, {"short": "ab", "very-short": "b"}, most=50)
    assert [(fault.wrong, fault.way) for fault in both.faults] == [(Wrong.UNKNOWN_KEY, ("short",))]


def test_a_number_of_many_digits_is_told_to_be_too_high() -> None:
    (fault,) = looked_at(Small, {"count": "9" * 5_000}, most=50).faults
    assert fault.wrong is Wrong.TOO_HIGH


def test_a_look_ends_where_nobody_reads_on() -> None:
    values = {"rest": ["words"] * 100_000}
    assert len(looked_at(Whole, values, most=51).faults) == 51


def _even(value: int) -> int:
    if value % 2:
        raise FaultBelow("odd", (), "Write an even number.")
    return value


class Pair(Model):
    """A model whose fields go through checks, and have to agree."""

    low: Annotated[int, After(_even)] = 0
    high: Annotated[int, After(_even)] = 0

    def _look(self) -> None:
        if self.low > self.high:
            raise FaultBelow("the wrong way round", ("low",), "Change them about.")


def test_what_a_model_says_itself_holds_however_it_comes_to_be() -> None:
    for make in (
        lambda: Pair(low=4, high=2),
        lambda: from_values(Pair, {"low": "4", "high": "2"}),
        lambda: Pair(high=4).changed(low=6),
        lambda: with_fields(Pair(), {"low": 2}),
        lambda: Pair(low=1, high=2),
    ):
        with pytest.raises(ValueError, match=r"odd|wrong way round"):
            make()


def test_of_one_look_a_check_of_a_field_is_heard_before_what_holds_of_all() -> None:
    (fault,) = looked_at(Pair, {"low": "3", "high": "2"}, most=50).faults
    assert (fault.wrong, fault.way) == (Wrong.OWN_WORDS, ("low",))
    (fault,) = looked_at(Pair, {"low": "4", "high": "2"}, most=50).faults
    assert str(fault.told_with) == "the wrong way round"


def test_a_value_of_another_kind_put_into_a_field_is_refused() -> None:
    with pytest.raises(WrongValues):
        with_fields(Small(), {"texts": 7})
    with pytest.raises(WrongValues):
        Paper(school=("a",))  # type: ignore[arg-type]


def test_a_model_as_values_makes_the_same_model() -> None:
    small = Small(name="b", short="abc", texts=("a",), below={"a": 1}, side="left")
    assert plain(small) == {"name": "b", "very-short": "abc", "texts": ["a"], "below": {"a": 1}, "side": "left"}
    assert from_values(Small, plain(small)) == small
    assert from_values(Small, plain(small, whole=True)) == small


def _below(kind: Any) -> Iterator[Any]:
    """A type and all that stands in it."""
    yield kind
    inner, said = parted(kind)
    yield from said
    for one in get_args(inner) if get_origin(inner) is not Literal else ():
        yield from _below(one)


def _every_model() -> set[type[Model]]:
    """The models of all files, and those that stand in them."""
    found: set[type[Model]] = set()
    left: list[Any] = list(ROOTS)
    while left:
        one = left.pop()
        for kind in (kind for field in fields_of(one) for kind in _below(field.whole)):
            forms = kind.forms if isinstance(kind, type) and issubclass(kind, Either) else (kind,)
            left += [form for form in forms if isinstance(form, type) and issubclass(form, Model) and form not in found]
        found.add(one)
    return found


ROOTS = (
    Paper,
    TemplateDefinition,
    Extension,
    ConferenceRules,
    Profile,
    CatalogueEntry,
    BodyEntry,
    Manifest,
    Expectations,
)
MODELS = sorted(_every_model(), key=lambda model: model.__name__)


def test_every_pattern_is_held_to_the_end_of_a_text() -> None:
    """Python's `$` lets a line end follow: a name with one in it would be the name of a file."""
    kinds = [kind for model in MODELS for field in fields_of(model) for kind in _below(field.whole)]
    patterns = {kind.pattern for kind in kinds if isinstance(kind, Meta) and kind.pattern}
    assert len(patterns) >= 10
    assert all(pattern.endswith(r"\Z") for pattern in patterns)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_every_model_can_be_looked_at(model: type[Model]) -> None:
    """A kind or a bound that the look does not know would let through what no model can be made of."""
    for wrong in ("", "1", "x", ["x"], {"x": "x"}):
        values = {field.key: wrong for field in fields_of(model)}
        looked = looked_at(model, values, most=500)
        if looked.faults == []:
            assert from_values(model, values) == looked.model


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_no_model_hides_what_its_base_says_of_itself(model: type[Model]) -> None:
    own = [one for one in model.__mro__ if "_look" in vars(one) and one is not Model]
    assert len(own) <= 1


def test_a_check_that_would_never_be_asked_is_refused_where_it_is_written() -> None:
    with pytest.raises(TypeError):
        check_of(str | tuple[Annotated[str, After(str.strip)], ...])
    with pytest.raises(TypeError):
        check_of(list[Annotated[str, After(str.strip)]])


def test_a_field_that_a_model_has_not_is_refused() -> None:
    with pytest.raises(WrongValues):
        with_fields(Small(), {"nope": 1})
