"""What the check of a template advises can be done: the template then prints, and the check has nothing to tell.

And what a filter cannot be used on is told by the check, since a student would be the first to meet it else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from mundraft.compose.checking.whole import template_problems
from mundraft.compose.compose import Composer
from mundraft.desk.template_samples import extremes
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.problems import Problem, Severity

_HEAD = "extends: classic\nname: Riverbend\n"


def made(folder: Path, printed: str, definition: str = "") -> Library:
    """A class's template, with these lines in its block `issue`."""
    here = folder / "templates" / "riverbend"
    here.mkdir(parents=True, exist_ok=True)
    (here / "template.yaml").write_text(_HEAD + definition, "utf-8")
    block = f"{{% block issue %}}\n{{{{ super() }}}}\n\n{printed}\n{{% endblock %}}"
    (here / "paper.md.j2").write_text(f'{{% extends "classic" %}}\n{block}\n', "utf-8")
    return Library((Folder(folder, Tier.GIVEN), Folder(shipped_folder(), Tier.SHIPPED)))


def told(library: Library) -> tuple[Problem, ...]:
    return template_problems(library.template("riverbend"))


_KINDS = (
    "noun_phrase",
    "verb_phrase",
    "clause",
    "sentence",
    "paragraphs",
    "words",
    "quotation",
    "year",
    "date",
    "link",
)
_MANY = "      many:\n        max: 4\n"
_CHOICE = "      kind: choice\n      choices:\n        - value: big\n          label: Big\n"


def question(name: str, below: str) -> str:
    return (
        f"  - after: definition\n    question:\n      id: {name}\n      ask: Which of them?\n"
        f"      help: Name them.\n{below}"
    )


def test_what_is_advised_for_each_kind_of_question_that_nothing_prints_prints_it(tmp_path: Path) -> None:
    asked = {f"one_{kind}": f"      kind: {kind}\n" for kind in _KINDS}
    asked |= {f"many_{kind}": f"      kind: {kind}\n{_MANY}" for kind in _KINDS}
    asked |= {"one_choice": _CHOICE, "many_choice": _CHOICE + _MANY}
    definition = "add:\n" + "".join(question(name, below) for name, below in asked.items())
    problems = told(made(tmp_path, "", definition))
    assert {one.code for one in problems} == {"template-question-unused"}
    assert len(problems) == len(asked)
    advised = [re.search(r"as in (\{.*), or take it out", one.next_step) for one in problems]
    library = made(tmp_path, "\n\n".join(found[1] for found in advised if found), definition)
    assert told(library) == ()
    template = library.template("riverbend")
    composer = Composer(library)
    for sample in extremes(template)[:2]:
        assert composer.compose(sample.paper)


def test_what_is_advised_for_the_fields_of_groups_prints_them(tmp_path: Path) -> None:
    here = tmp_path / "templates" / "riverbend"
    here.mkdir(parents=True)
    shipped = shipped_folder() / "templates" / "classic"
    shutil.copy(shipped / "template.yaml", here)
    library = Library((Folder(tmp_path, Tier.GIVEN), Folder(shipped_folder(), Tier.SHIPPED)))
    groups = ("national_actions", "instruments", "past_actions", "quotations", "solutions", "questions_to_consider")
    keys = [part.key for part in Library(library.folders[1:]).template("classic").definition.parts]

    def write(inside: dict[str, str]) -> tuple[Problem, ...]:
        inner = f"{{% for inner in entry.articles %}}{inside.get('inner', '.')}{{% endfor %}}"
        loops = "\n".join(
            f"{{% for entry in {group} %}}{inside.get(group, '.')}{inner * (group == 'instruments')}{{% endfor %}}"
            for group in groups
        )
        first = f"{inside.get('', '')}\n{loops}"
        blocks = [f"{{% block {key} %}}\n{first * (key == keys[0])}\n{{% endblock %}}\n" for key in keys]
        (here / "paper.md.j2").write_text("".join(blocks), "utf-8")
        return told(library)

    inside: dict[str, str] = {}
    lines = (here / "template.yaml").read_text("utf-8").splitlines()
    for one in write({}):
        advised = re.search(r"as in (\{.*|….*), or take it out", one.next_step)
        assert advised, one.next_step
        assert one.place is not None
        above = [line for line in lines[: one.place.line] if re.match(r" {6,10}- (id|group): ", line)]
        group = next((line.split()[-1] for line in reversed(above) if line.startswith("      - ")), "")
        where = "inner" if "inner." in advised[1] else group if "entry." in advised[1] else ""
        inside[where] = f"{inside.get(where, '')} {advised[1]}"
    assert len(inside) >= 6, inside
    assert [one.told() for one in write(inside)] == []
    for sample in extremes(library.template("riverbend"))[:2]:
        assert Composer(library).compose(sample.paper)


@pytest.mark.parametrize(
    ("written", "says", "advised"),
    [
        (
            "{{ affected | sentence }}",
            "`affected` is a list, and `sentence` takes words",
            "affected | clauses | series",
        ),
        ("{{ affected | possessive }}", "`affected` is a list, and `possessive`", "affected | clauses | series"),
        ("{{ solutions | series }}", "`solutions` is a list of records, and `series`", "{% for entry in solutions %}"),
        ("{{ solutions | clauses | series }}", "`clauses`", "{{ entry.title }}"),
        ("{{ solutions | sentence }}", "`sentence` takes words", "{% for entry in solutions %}"),
        ("{{ seat | possessive }}", "`seat` is a record, and `possessive`", "{{ seat | in_sentence | possessive }}"),
        ("{{ seat | sentence }}", "`sentence` takes words", "{{ seat | in_sentence | sentence }}"),
        ("{{ committee | in_sentence | clause }}", "", ""),
        ("{{ solutions | first | sentence }}", "This is a record", "{{ (…).title }}"),
        ("{{ topic | at_start }}", "`at_start` takes a name", "{{ topic.title }}"),
        ("{{ partners | in_sentence }}", "`in_sentence` takes a name", "partners | clauses | series"),
    ],
)
def test_a_filter_that_cannot_be_used_on_what_it_is_given_is_an_error_at_its_line(
    written: str, says: str, advised: str, tmp_path: Path
) -> None:
    problems = told(made(tmp_path, written))
    assert [one.code for one in problems] == ["template-wrong-kind"] * bool(says)
    for one in problems:
        assert one.severity is Severity.ERROR
        assert says in one.what
        assert advised in one.next_step
        assert one.place is not None
        assert (Path(one.place.file).name, one.place.line) == ("paper.md.j2", 5)
        assert one.place.column


@pytest.mark.parametrize(
    "written",
    [
        "{% macro told(what) %}{{ what | sentence }}{% endmacro %}{{ told(affected) }}",
        "{% for one in solutions %}{{ deed(one.legal_basis, seat | in_sentence, loop.index) }}{% endfor %}",
        "{% if solutions is many %}{{ [solutions | first, seat][0] | sentence }}{% endif %}",
    ],
)
def test_what_shows_only_where_the_template_is_filled_is_told_too(written: str, tmp_path: Path) -> None:
    block, call = written.split("{% endmacro %}") if "macro" in written else ("", written)
    library = made(tmp_path, call)
    text = tmp_path / "templates" / "riverbend" / "paper.md.j2"
    if block:
        head, below = text.read_text("utf-8").split("\n", 1)
        text.write_text(f"{head}\n{block}{{% endmacro %}}\n{below}", "utf-8")
    (one,) = told(library)
    assert one.severity is Severity.ERROR
    assert one.place is not None
    assert Path(one.place.file) == text
    assert one.place.excerpt.strip().startswith("{%")
    assert one.place.column
