"""Checks that fill a template or hold it to a conference: branches nobody reads, and lengths that cannot be kept."""

from __future__ import annotations

import shutil
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mistakes_form import VALID

from mundraft.compose.checking.samples import samples
from mundraft.compose.checking.whole import template_problems
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.problems import Problem, Severity
from mundraft.templating import budget

SHIPPED = Folder(shipped_folder(), Tier.SHIPPED)


@pytest.fixture
def river(tmp_path: Path) -> Path:
    """The folder of a valid template that can be changed."""
    shutil.copytree(VALID, tmp_path, dirs_exist_ok=True)
    return tmp_path / "templates" / "river"


def change(path: Path, right: str, wrong: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(right) == 1
    path.write_text(text.replace(right, wrong), "utf-8")


def problems(folder: Path, conference: str = "") -> list[Problem]:
    library = Library([Folder(folder.parents[1], Tier.GIVEN), SHIPPED])
    rules = library.conference(conference) if conference else None
    return list(template_problems(library.template(folder.name), rules))


def test_an_else_that_nothing_reaches_is_told_at_its_own_line(river: Path) -> None:
    wrong = '{% elif tone == "calm" or not tone or tone == "firm" %}\nThanks.\n{% else %}\nNobody reads this.\n'
    change(river / "paper.md.j2", '{% elif tone == "calm" %}\n', wrong)
    (problem,) = problems(river)
    assert problem.code == "template-branch-unreached"
    assert problem.severity is Severity.WARNING
    assert problem.place
    assert problem.place.excerpt == "{% else %}"
    assert problem.place.column == 4


def test_a_branch_inside_one_that_nothing_reaches_is_not_told_as_well(river: Path) -> None:
    wrong = "{% if causes | count > 4 %}\n{% if gaps %}\nSo many.\n{% endif %}\n{% endif %}\n{% if causes is many %}"
    change(river / "paper.md.j2", "{% if causes is many %}", wrong)
    (problem,) = problems(river)
    assert problem.place
    assert problem.place.excerpt == "{% if causes | count > 4 %}"


def test_what_a_template_extends_is_not_held_against_it(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "ours"
    folder.mkdir(parents=True)
    left_out = "leave_out:\n  - forms\n  - methods\n"
    (folder / "template.yaml").write_text(f"mundraft-template: 1\nname: Ours\nextends: classic\n{left_out}", "utf-8")
    (folder / "paper.md.j2").write_text('{% extends "classic" %}\n', "utf-8")
    assert problems(folder) == []


#: What hardly any sample answers so: one in fifty.
_RARE = '{% if causes is many and limit and not gaps and tone == "firm" and stance %}'


@settings(max_examples=6)
@given(st.integers(2, 14), st.data())
def test_a_slip_in_one_wording_of_a_rare_branch_is_told_whichever_it_is(count: int, data: st.DataObject) -> None:
    wrong = data.draw(st.integers(0, count - 1))
    said = [f"way {number}" for number in range(count)]
    asked = [f'{{% if way == "{way}" %}}\nSaid {way}.\n{{% endif %}}\n' for way in said]
    chosen = ", ".join(f'"{way}"' for way in said)
    with TemporaryDirectory() as made:
        shutil.copytree(VALID, made, dirs_exist_ok=True)
        folder = Path(made) / "templates" / "river"
        branch = f"{_RARE}\n{{% set way = vary(4, {chosen}) %}}\n{''.join(asked)}{{% endif %}}\n"
        change(folder / "paper.md.j2", "{% block problem %}\n", f"{{% block problem %}}\n{branch}")
        assert problems(folder) == []
        change(folder / "paper.md.j2", f'if way == "{said[wrong]}"', 'if way == "slip"')
        (problem,) = problems(folder)
        assert problem.place
        assert problem.place.excerpt == '{% if way == "slip" %}'


@settings(max_examples=12)
@given(st.integers(2, 14), st.data())
def test_a_name_that_nothing_has_is_told_in_whichever_wording_it_stands(count: int, data: st.DataObject) -> None:
    wrong = data.draw(st.integers(0, count - 1))
    wordings = ", ".join(f'"way {n} " ~ {"nothing_so_called" if n == wrong else "limit"}' for n in range(count))
    with TemporaryDirectory() as made:
        shutil.copytree(VALID, made, dirs_exist_ok=True)
        folder = Path(made) / "templates" / "river"
        branch = f"{_RARE}\n{{{{ vary('way', {wordings}) | sentence }}}}\n{{% endif %}}\n"
        change(folder / "paper.md.j2", "{% block problem %}\n", f"{{% block problem %}}\n{branch}")
        (problem,) = problems(folder)
        assert problem.code == "template-unknown-name"


def test_two_wordings_that_go_by_one_number_meet_in_every_way(river: Path) -> None:
    pairs = "".join(
        f'{{% if one == "{first}" and two == "{second}" %}}\nBoth.\n{{% endif %}}\n'
        for first in ("a", "b", "c")
        for second in ("d", "e", "f")
    )
    chosen = '{% set one = vary(2, "a", "b", "c") %}\n{% set two = vary(2, "d", "e", "f") %}\n'
    change(river / "paper.md.j2", "{% block problem %}\n", f"{{% block problem %}}\n{chosen}{pairs}")
    assert problems(river) == []


@pytest.mark.parametrize(
    "where",
    [
        "{% macro other() %}{{ deeper() }}{% endmacro %}{% block problem %}\n{{ other() }}\n",
        "{% set way = deeper() %}\n{% block problem %}\n{{ way }}\n",
        "{{ deeper() }}\n{% block problem %}\n",
    ],
)
def test_a_branch_of_a_macro_is_taken_wherever_the_macro_is_called(river: Path, where: str) -> None:
    macro = "{% macro deeper() %}\n{% if limit %}\nA limit.\n{% endif %}\n{% endmacro %}\n"
    change(river / "paper.md.j2", "{% block problem %}\n", macro + where)
    assert problems(river) == []


def test_a_macro_that_one_block_names_and_another_reaches_through_a_macro_is_filled_by_both(river: Path) -> None:
    macros = (
        f"{{% macro deeper() %}}\n{_RARE}\nA limit.\n{{% endif %}}\n{{% endmacro %}}\n"
        "{% macro other() %}{{ deeper() }}{% endmacro %}\n"
    )
    change(river / "paper.md.j2", "{% block problem %}\n", macros + "{% block problem %}\n{{ other() }}\n")
    never = "{% block country %}\n{{ deeper() if causes | count > 4 }}\n"
    change(river / "paper.md.j2", "{% block country %}\n", never)
    assert problems(river) == []


def test_of_a_template_that_is_dear_to_fill_nothing_is_told_after_some_samples(river: Path) -> None:
    """Thousands of pieces are put together in each filling, and the budget of one filling is not used up."""
    never = "{% if causes | count > 4 %}\nSo many.\n{% endif %}\n"
    change(river / "paper.md.j2", "{% block problem %}\n", f"{{% block problem %}}\n{never}")
    assert [one.code for one in problems(river)] == ["template-branch-unreached"]
    dear = "{% set x = 'a' %}\n" + "{% set x = x ~ x %}\n" * 13
    change(river / "paper.md.j2", "{% block problem %}\n", f"{{% block problem %}}\n{dear}")
    assert problems(river) == []


def test_a_template_that_uses_up_its_budget_is_left_in_peace_soon(river: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[budget.Run] = []
    begin = budget.Run

    def counted(*given: object) -> budget.Run:
        runs.append(begin(*given))  # type: ignore[arg-type]
        return runs[-1]

    monkeypatch.setattr(budget, "Run", counted)
    loop = "{% macro turn(n) %}{{ turn(n) }}{{ turn(n) }}{% endmacro %}\n{% block problem %}\n{{ turn(1) }}\n"
    change(river / "paper.md.j2", "{% block problem %}\n", loop)
    assert {one.code for one in problems(river)} <= {
        "template-branch-unreached",
        "template-too-deep",
        "template-out-of-fuel",
    }
    assert 0 < sum(run.steps for run in runs) < 3_000_000


def test_samples_are_the_same_each_time() -> None:
    template = Library([SHIPPED]).template("classic")
    first, again = (list(islice(samples(template), 12)) for _ in range(2))
    assert first == again
    assert any(sample != first[0] for sample in first)


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("max_words: 400", "max_words: 780", ""),
        ("max_words: 400", "max_words: 900", "takes 800 words"),
        ("max_words: 400\n", "max_words: 0\n", ""),
        ("max_words: 400", "max_words: 190", "wants 200 or more"),
    ],
)
def test_a_template_is_held_to_the_length_of_a_conference(river: Path, right: str, wrong: str, told: str) -> None:
    change(river / "template.yaml", right, wrong)
    found = [one for one in problems(river, "riverside") if one.code == "template-length-conference"]
    assert len(found) == bool(told)
    assert all(told in one.what and one.place and one.place.line == 4 for one in found)


def test_pages_are_turned_into_words_by_the_line_spacing(river: Path) -> None:
    preset = river.parent / "conferences" / "riverside.yaml"
    change(preset, "    min_words: 200\n    max_words: 800\n    max_pages: 2\n", "    max_pages: 1\n")
    assert problems(river, "riverside") == []
    change(preset, "  line_spacing:\n    - 1\n", "  line_spacing:\n    - 2\n")
    (problem,) = problems(river, "riverside")
    assert "takes 1 page, about 325 words" in problem.what
