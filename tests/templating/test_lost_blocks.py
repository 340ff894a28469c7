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
