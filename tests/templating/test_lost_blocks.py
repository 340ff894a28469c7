"""A block that is written again without `super()`: one message at that block says what is printed no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.compose.checking.whole import template_problems
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.problems import Problem

ADDED = """\
add:
  - after: definition
    question:
      id: river
      ask: Which river?
      help: Its name.
      kind: sentence
"""


def told(folder: Path, text: str, definition: str = ADDED, extends: str = "classic") -> tuple[Problem, ...]:
    here = folder / "templates" / "river"
    here.mkdir(parents=True)
    (here / "template.yaml").write_text(f"extends: {extends}\nname: Riverside\n{definition}", "utf-8")
    (here / "paper.md.j2").write_text(f'{{% extends "{extends}" %}}\n{text}\n', "utf-8")
    library = Library((Folder(folder, Tier.GIVEN), Folder(shipped_folder(), Tier.SHIPPED)))
    return template_problems(library.template("river"))


@pytest.mark.parametrize(
    ("block", "extends", "names"),
    [
        ("issue", "classic", ("definition", "facts", "hook")),
        ("issue", "three-paragraphs", ("definition", "facts", "causes")),
        ("causes", "classic", ("affected", "causes")),
        ("solutions", "classic", ("solutions",)),
    ],
)
def test_a_lost_super_is_one_message_at_its_block(
    block: str, extends: str, names: tuple[str, ...], tmp_path: Path
) -> None:
    printed = f"{{% block {block} %}}\n{{{{ river | sentence }}}}\n{{% endblock %}}"
    (one,) = told(tmp_path, printed, extends=extends)
    assert one.code == "template-block-lost"
    assert one.place is not None
    assert (Path(one.place.file).name, one.place.line) == ("paper.md.j2", 2)
    assert f"Your block {block} has no {{{{ super() }}}}, so what {extends} prints there is gone" in one.what
    assert all(name in one.what for name in names)


def test_a_block_that_is_printed_still_is_not_told(tmp_path: Path) -> None:
    text = "{% block issue %}\n{{ super() }} {{ river | sentence }}\n{% endblock %}"
    assert not told(tmp_path, text)


def test_a_block_that_was_to_be_taken_out_is_not_told(tmp_path: Path) -> None:
    text = "{% block appeal %}\n{{ river | sentence }}\n{% endblock %}"
    assert not told(tmp_path, text, f"leave_out:\n  - question/appeal\n{ADDED}")


def test_a_question_of_ones_own_that_nothing_prints_is_told_as_that(tmp_path: Path) -> None:
    text = "{% block issue %}\nA river.\n{% endblock %}"
    assert sorted(one.code for one in told(tmp_path, text)) == ["template-block-lost", "template-question-unused"]


MOUTH = """\
{% extends "classic" %}
{% macro near(words) %}{{ words | sentence }} {{ ship | sentence }}{% endmacro %}
{% macro far(words) %}{{ near(words) }}{% endmacro %}
{% block issue %}
{{ far(tide) }} BEHIND
{% endblock %}
"""
ASKED_THERE = """\
extends: classic
name: River mouth
add:
  - after: definition
    question:
      id: tide
      ask: How high is the tide?
      help: In a sentence.
  - after: definition
    question:
      id: ship
      ask: Which ships come?
      help: In a sentence.
"""


def told_above(folder: Path, behind: str, text: str) -> tuple[Problem, ...]:
    """What is told of a template that extends one with two questions of its own, which extends the classic one."""
    mouth = folder / "templates" / "mouth"
    mouth.mkdir(parents=True)
    (mouth / "template.yaml").write_text(ASKED_THERE, "utf-8")
    (mouth / "paper.md.j2").write_text(MOUTH.replace("BEHIND", behind), "utf-8")
    return told(folder, text, extends="mouth")


LOST_ABOVE = "{% block issue %}\n{{ river | sentence }}\n{% endblock %}"


def test_what_is_lost_is_followed_through_each_block_that_prints_the_next(tmp_path: Path) -> None:
    (one,) = told_above(tmp_path, "{{ super() }}", LOST_ABOVE)
    assert one.code == "template-block-lost"
    assert "so what mouth prints there is gone" in one.what
    assert all(name in one.what for name in ("definition", "facts", "tide"))


def test_what_was_lost_behind_already_is_not_told_of_the_own_block(tmp_path: Path) -> None:
    (lost,) = [one for one in told_above(tmp_path, "", LOST_ABOVE) if one.code == "template-block-lost"]
    assert lost.what.endswith("is gone: ship, tide.")


def test_a_block_that_prints_one_in_which_something_was_lost_has_lost_nothing(tmp_path: Path) -> None:
    printed = LOST_ABOVE.replace("{{ river", "{{ super() }} {{ river")
    codes = {one.code for one in told_above(tmp_path, "", printed)}
    assert codes == {"template-question-unused"}


def test_what_a_macro_prints_that_a_macro_of_the_block_calls_is_lost_with_it(tmp_path: Path) -> None:
    (one,) = told_above(tmp_path, "{{ super() }}", LOST_ABOVE)
    assert "ship, tide" in one.what


def test_an_answer_that_stands_in_a_macro_that_nothing_calls_is_told_as_printed_nowhere(tmp_path: Path) -> None:
    text = (
        "{% macro flow() %}{{ river | sentence }}{% endmacro %}\n{% block issue %}\n{{ super() }}CALL\n{% endblock %}"
    )
    (one,) = told(tmp_path / "uncalled", text.replace("CALL", ""))
    assert one.code == "template-question-unused"
    assert "river" in one.what
    assert not told(tmp_path / "called", text.replace("CALL", " {{ flow() }}"))
