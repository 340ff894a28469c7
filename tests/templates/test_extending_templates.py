"""Templates that extend one another: what a class leaves out, changes and adds, and what it is told of slips."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mundraft.compose.checking.whole import template_problems
from mundraft.compose.compose import Composer
from mundraft.export.formats import render
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.questions import Group, Question, TemplateDefinition
from mundraft.library.search_path import Library
from mundraft.paper.file import read_paper
from mundraft.paper.model import Paper, Said
from mundraft.problems import Problem, UnreadableFile

SHIPPED = Folder(shipped_folder(), Tier.SHIPPED)
OURS = """\
mundraft-template: 1
extends: classic
name: Ours
leave_out:
  - hook
  - questions
  - solutions/funding
change:
  definition:
    ask: What is it, in one sentence?
    limit:
      warn_words: 31
  solutions/actor:
    help: Name an office.
  part/issue:
    title: The matter
add:
  - after: definition
    question:
      id: scale
      ask: How many people does it touch?
      help: One number, with its year.
      kind: sentence
  - before: step/country
    step:
      id: extra
      title: Two more
      questions:
        - id: motto
          ask: What is your motto?
          help: Three words.
  - in: national_actions
    question:
      id: year_again
      at: year
      ask: When was that?
      help: A year.
parts:
  - key: issue
    title: The matter at hand
    asks:
      - scale
"""
TEXT = """\
{% extends "classic" %}
{% block issue %}
{{ super() }}
{{ scale | sentence }} {{ motto | sentence }}
{% endblock %}
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a template into a folder of the search path."""

    def written(name: str, definition: str, text: str | None = None, folder: str = "class", **pieces: str) -> Path:
        path = tmp_path / folder / "templates" / name
        (path / "pieces").mkdir(parents=True, exist_ok=True)
        (path / "template.yaml").write_text(definition, "utf-8")
        if text is not None:
            (path / "paper.md.j2").write_text(text, "utf-8")
        for piece, source in pieces.items():
            (path / "pieces" / f"{piece}.md.j2").write_text(source, "utf-8")
        return path

    return written


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library((Folder(tmp_path / "class", Tier.BESIDE), Folder(tmp_path / "user", Tier.USER), SHIPPED))


def asked(definition: TemplateDefinition) -> dict[str, Question | Group]:
    """Every question and group by its path."""
    found: dict[str, Question | Group] = {}

    def below(elements: tuple[Question | Group, ...], path: str) -> None:
        for element in elements:
            name = element.group if isinstance(element, Group) else element.id
            found[path + name] = element
            if isinstance(element, Group):
                below(element.questions, f"{path}{name}/")

    for step in definition.steps:
        below(step.questions, "")
    return found


def codes(problems: tuple[Problem, ...]) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line if problem.place else 0) for problem in problems]


def refused(library: Library, name: str = "ours") -> list[Problem]:
    with pytest.raises(UnreadableFile) as fault:
        library.template(name)
    return list(fault.value.problems)


def mexico(library: Library, template: str) -> Paper:
    return read_paper(library.example("mexico-child-trafficking"), "mexico").changed(template=template)


def test_a_class_leaves_out_changes_and_adds_and_the_rest_is_as_it_was(write: Write, library: Library) -> None:
    write("ours", OURS, TEXT)
    ours, classic = library.template("ours"), library.template("classic")
    mine, theirs = asked(ours.definition), asked(classic.definition)
    assert template_problems(ours) == ()
    assert (ours.definition.name, ours.extends, ours.trusted) == ("Ours", "classic", False)
    assert ours.definition.max_words == classic.definition.max_words
    assert ours.definition.description == ""
    assert theirs.keys() - mine.keys() == {
        "hook", "solutions/funding", "questions_to_consider", "questions_to_consider/question",
        "questions_to_consider/answer",
    }  # fmt: skip
    assert mine.keys() - theirs.keys() == {"scale", "motto", "national_actions/year_again"}
    assert list(mine)[list(mine).index("definition") + 1] == "scale"
    changed = mine["definition"]
    assert isinstance(changed, Question)
    assert (changed.ask, changed.limit.warn_words, changed.required) == ("What is it, in one sentence?", 31, True)
    assert mine["solutions/actor"].help == "Name an office."
    assert [step.id for step in ours.definition.steps][2:5] == ["issue", "extra", "country"]
    issue = ours.definition.parts[0]
    assert (issue.key, issue.title, issue.words) == ("issue", "The matter at hand", 150)
    assert "questions" not in [part.key for part in ours.definition.parts]


def test_a_part_keeps_its_title_where_only_its_words_are_said(write: Write, library: Library) -> None:
    write("ours", "mundraft-template: 1\nextends: classic\nname: Ours\nparts:\n  - key: stance\n    words: 140\n")
    (stance,) = [part for part in library.template("ours").definition.parts if part.key == "stance"]
    (theirs,) = [part for part in library.template("classic").definition.parts if part.key == "stance"]
    assert (stance.title, stance.words, stance.asks) == (theirs.title, 140, theirs.asks)


def test_a_part_that_no_template_behind_has_needs_a_title(write: Write, library: Library) -> None:
    write("ours", "mundraft-template: 1\nextends: classic\nname: Ours\nparts:\n  - key: motto\n    words: 140\n")
    (missing,) = refused(library)
    assert (missing.code, missing.place and missing.place.line) == ("template-missing-key", 5)
    assert missing.next_step == "Add a line title: with its value."


@pytest.mark.parametrize("parts", ["  - stance: 90\n", "  stance: 90\n", "  stance:\n    words: 90\n"])
def test_a_part_whose_name_stands_for_its_key_is_told_in_one_message_what_to_write(
    write: Write, library: Library, parts: str
) -> None:
    write("ours", f"mundraft-template: 1\nextends: classic\nname: Ours\nparts:\n{parts}")
    (one,) = refused(library)
    assert one.place
    assert one.place.line in (5, 6)
    assert "Write `- key: stance` and, below it" in one.next_step


def test_few_words_too_many_are_asked_of_the_longest_part_alone(write: Write, library: Library) -> None:
    write("ours", "mundraft-template: 1\nextends: classic\nname: Ours\nparts:\n  - key: stance\n    words: 150\n")
    (one,) = [one for one in template_problems(library.template("ours")) if one.code == "template-parts-too-long"]
    longest = max(library.template("ours").definition.parts, key=lambda part: part.words)
    assert one.next_step.startswith(f"Below `change:` write `part/{longest.key}:`, and set in below it `words: ")
    assert "likewise" not in one.next_step


def test_what_only_one_of_several_things_can_have_says_which_is_meant(write: Write, library: Library) -> None:
    write(
        "ours",
        "extends: classic\nname: Ours\nchange:\n  solutions:\n    count:\n      max: 3\n  issue:\n    words: 90\n",
    )
    template = library.template("ours")
    solutions = asked(template.definition)["solutions"]
    assert isinstance(solutions, Group)
    assert (solutions.count.min, solutions.count.max, template.definition.parts[0].words) == (2, 3, 90)
    assert template_problems(template) == ()


def test_the_template_of_the_documentation_works_as_it_stands_there(write: Write, library: Library) -> None:
    shown = (Path(__file__).parents[2] / "docs/templates.md").read_text("utf-8")
    (definition, *_), (text, pieces, *_) = (
        re.findall(rf"```{kind}\n(.*?)```", shown, re.DOTALL) for kind in ("yaml", "jinja")
    )
    write("ours", definition, text)
    assert template_problems(library.template("ours")) == ()
    macro = "{% macro law(instrument, turn) %}{{ turn }}{{ instrument.name }}{% endmacro %}"
    write("classic", "extends: classic\nname: C\n", law=macro, thanks="Thanks from {{ seat.name }}.")
    calls = "{{ law(instruments | first, 1) }}{{ laws.law(instruments | first, 1) }}"
    write("shares", "name: Shares\nsteps: []\nparts: []\n", f"{pieces}{calls}")
    assert template_problems(library.template("shares")) == ()
    assert "Thanks from Mexico." in render(Composer(library).compose(mexico(library, "shares")), "txt").decode()


def test_what_is_left_out_is_not_printed_though_the_paper_holds_it(write: Write, library: Library) -> None:
    write("ours", OURS, TEXT)
    paper = mexico(library, "ours")
    topic = paper.topics[0]
    topic = topic.changed(
        answers={**topic.answers, "hook": Said(text="A hook that is kept"), "motto": Said(text="Find them")},
        own_words={"questions": Said(text="Words for a part that is gone")},
        solutions=tuple(one.changed(funding="a purse that is gone") for one in topic.solutions),
    )
    paper = paper.changed(topics=(topic,))
    composer = Composer(library)
    text = render(composer.compose(paper), "txt").decode()
    assert "Find them." in text
    assert not [gone for gone in ("A hook that is kept", "part that is gone", "purse") if gone in text]
    whole = render(composer.compose(paper.changed(template="classic")), "txt").decode()
    assert [kept for kept in ("A hook that is kept", "part that is gone", "purse") if kept in whole]


def test_a_change_of_any_file_of_the_chain_is_seen_at_the_next_composing(write: Write, library: Library) -> None:
    write("ours", "extends: base\nname: Ours\n")
    base = write("base", "name: Base\nsteps: []\nparts: []\n", '{% include "base/pieces/a.md.j2" %}', a="One.")
    composer = Composer(library)
    paper = mexico(library, "ours")
    assert "One." in render(composer.compose(paper), "txt").decode()
    (base / "pieces/a.md.j2").write_text("Another.", "utf-8")
    assert "Another." in render(composer.compose(paper), "txt").decode()


def test_a_template_of_the_same_name_extends_the_one_behind_it(write: Write, library: Library) -> None:
    write("classic", "extends: classic\nname: Of the class\nleave_out:\n  - hook\n", folder="class")
    text = '{% extends "classic" %}{% block appeal %}{{ super() }} Thank you.{% endblock %}'
    write("classic", "extends: classic\nname: Of mine\nleave_out:\n  - gaps\n", text, folder="user")
    template = library.template("classic")
    assert template.definition.name == "Of the class"
    assert [link.origin for link in template.chain] == [Tier.BESIDE, Tier.USER, Tier.SHIPPED]
    assert not {"hook", "gaps"} & asked(template.definition).keys()
    assert template_problems(template) == ()
    assert not template.trusted
    assert "Thank you." in render(Composer(library).compose(mexico(library, "classic")), "txt").decode()
    assert Library((SHIPPED,)).template("classic").trusted


def test_what_stands_behind_never_reaches_for_what_is_nearer(write: Write, library: Library) -> None:
    write("near", "name: Near\nsteps: []\nparts: []\n", "Near.", folder="class")
    write("ours", "extends: near\nname: Ours\n", folder="user")
    (problem,) = refused(library)
    assert problem.code == "template-extends-unknown"


def test_lists_show_an_extending_template_by_its_own_name(write: Write, library: Library) -> None:
    write("ours", OURS.replace("name: Ours", "name: Ours\ndescription: For class 11b"), TEXT)
    found = {one.name: one for one in library.templates()}
    assert (found["ours"].title, found["ours"].detail) == ("Ours", "For class 11b")
    assert library.problems == ()


def test_a_file_with_a_wrong_value_is_told_where_that_value_was_written(write: Write, library: Library) -> None:
    path = write("ours", OURS.replace("kind: sentence", "kind: sentense").replace("warn_words: 31", "warn_words: x"))
    problems = refused(library)
    lines = OURS.splitlines()
    assert [(problem.place.file, lines[problem.place.line - 1].strip()) for problem in problems if problem.place] == [
        (str(path / "template.yaml"), "warn_words: 31"),
        (str(path / "template.yaml"), "kind: sentence"),
    ]


def test_a_key_that_belongs_to_another_kind_of_thing_is_told_where_it_stands(write: Write, library: Library) -> None:
    write("ours", "extends: classic\nname: Ours\nchange:\n  hook:\n    item: Hook\n")
    (problem,) = refused(library)
    assert (problem.code, problem.place and problem.place.line) == ("template-unknown-key", 5)


def test_a_change_that_is_not_set_in_is_told_below_which_id_it_belongs(write: Write, library: Library) -> None:
    write("ours", "extends: classic\nname: Ours\nchange:\n  hook:\n  # mine\n  ask: What?\n  help: It says.\n")
    told = refused(library)
    assert [(problem.code, problem.place and problem.place.line) for problem in told] == [
        ("template-wrong-kind", 6),
        ("template-wrong-kind", 7),
    ]
    assert all("stands below hook:" in problem.next_step for problem in told)


#: What follows "extends: classic" and the name, and what is told of it: the code, the line, words of the next step.
SLIPS = {
    "left out: misspelt": ("leave_out:\n  - hok\n", "template-unknown-id", 4, "hook"),
    "left out: nothing like it": ("leave_out:\n  - zebra\n", "template-unknown-id", 4, "template show"),
    "left out twice": ("leave_out:\n  - hook\n  - hook\n", "template-left-out-twice", 5, "one of the two"),
    "left out and again with its kind": (
        "leave_out:\n  - hook\n  - question/hook\n", "template-left-out-twice", 5, "one of the two"
    ),
    "left out with its group": (
        "leave_out:\n  - solutions\n  - solutions/actor\n", "template-left-out-twice", 5, "one of the two"
    ),
    "left out: two things": ("leave_out:\n  - stance\n", "template-ambiguous-id", 4, "step/stance or question/stance"),
    "left out: in two groups": ("leave_out:\n  - did\n", "template-ambiguous-id", 4, "national_actions/did"),
    "changed: a part that is misspelt": (
        "change:\n  part/isue:\n    words: 88\n", "template-unknown-id", 4, "Did you mean part/issue?"
    ),
    "changed: no such part": (
        "change:\n  part/zebra:\n    words: 88\n", "template-unknown-id", 4, "The parts are: part/"
    ),
    "changed: a question that is called a part": (
        "change:\n  part/definition:\n    ask: What?\n", "template-unknown-id", 4, "Did you mean definition?"
    ),
    "changed: misspelt": ("change:\n  definiton:\n    ask: What?\n", "template-unknown-id", 4, "definition"),
    "changed: a step or a part": ("change:\n  issue:\n    title: X\n", "template-ambiguous-id", 4, "step/issue"),
    "changed and left out": (
        "leave_out:\n  - hook\nchange:\n  hook:\n    ask: What?\n", "template-unknown-id", 6, "Delete lines 6 to 7"
    ),
    "added after nothing": (
        "add:\n  - after: definiton\n    question:\n      id: definition_2\n      ask: A?\n      help: B.\n",
        "template-unknown-id", 4, "definition",
    ),
    "added in a question": (
        "add:\n  - in: hook\n    question:\n      id: b\n      ask: A?\n      help: B.\n",
        "template-wrong-place", 4, "in:",
    ),
    "step in a step": (
        "add:\n  - in: issue\n    step:\n      id: b\n      title: B\n      questions: []\n",
        "template-wrong-place", 4, "after or before",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("more", "code", "line", "meant"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_told_at_its_line_and_closes_no_paper(
    more: str, code: str, line: int, meant: str, write: Write, library: Library
) -> None:
    write("ours", f"extends: classic\nname: Ours\n{more}")
    template = library.template("ours")
    assert codes(template_problems(template)) == [(code, line)]
    assert meant in template.faults[0].next_step
    assert Composer(library).compose(mexico(library, "ours")).parts


#: A whole template.yaml that cannot be read, its code and line, and words of its next step.
UNREADABLE = {
    "extends nothing there": ("extends: clasic\nname: Ours\n", "template-extends-unknown", 1, "Did you mean classic?"),
    "extends itself": ("extends: ours\nname: Ours\n", "template-extends-unknown", 1, "template list"),
    "extends a path": ("extends: ../classic\nname: Ours\n", "template-extends-unknown", 1, "classic"),
    "extends a folder above": ("extends: ..\nname: Ours\n", "template-extends-unknown", 1, "template list"),
    "extends a preset's folder": ("extends: conferences\nname: Ours\n", "template-extends-unknown", 1, "template list"),
    "no name": ("extends: classic\n", "template-missing-key", 1, "name"),
    "extends left out": ("name: Ours\nleave_out:\n  - hook\n", "template-missing-key", 1, "extends"),
    "questions beside extends": (
        "extends: classic\nname: Ours\nsteps: []\n", "template-unknown-key", 3, "keys here are"
    ),
    "leave out misspelt": ("extends: classic\nname: Ours\nleave_ot: []\n", "template-unknown-key", 3, "leave_out"),
    "change of an unknown key": (
        "extends: classic\nname: Ours\nchange:\n  hook:\n    hepl: X\n", "template-unknown-key", 5, "help"
    ),
    "change of nothing": (
        "extends: classic\nname: Ours\nchange:\n  hook: What?\n", "template-wrong-kind", 4, "key: value"
    ),
    "added nowhere": (
        "extends: classic\nname: Ours\nadd:\n  - question:\n      id: a\n      ask: A?\n",
        "template-wrong-value", 4, "after:",
    ),
    "added in two places": (
        "extends: classic\nname: Ours\nadd:\n"
        "  - after: hook\n    before: facts\n    question:\n      id: a\n      ask: A?\n",
        "template-wrong-value", 4, "one of",
    ),
    "added nothing": ("extends: classic\nname: Ours\nadd:\n  - after: hook\n", "template-wrong-value", 4, "question:"),
}  # fmt: skip


@pytest.mark.parametrize(("definition", "code", "line", "meant"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_cannot_be_extended_is_told_with_what_was_meant(
    definition: str, code: str, line: int, meant: str, write: Write, library: Library
) -> None:
    write("ours", definition)
    (problem,) = refused(library)
    assert (problem.code, problem.place and problem.place.line) == (code, line)
    assert meant in problem.next_step


def test_templates_in_a_circle_are_told_with_all_their_names(write: Write, library: Library) -> None:
    write("ours", "extends: yours\nname: Ours\n")
    write("yours", "extends: theirs\nname: Yours\n")
    path = write("theirs", "\n\nextends: ours\nname: Theirs\n")
    (problem,) = refused(library)
    assert (problem.code, problem.place and problem.place.line) == ("template-extends-circle", 3)
    assert problem.place
    assert problem.place.file == str(path / "template.yaml")
    assert "ours extends yours extends theirs extends ours" in problem.what
    assert {one.name for one in library.templates()} >= {"ours", "yours", "theirs"}


def test_no_more_than_five_templates_stand_behind_one_another(write: Write, library: Library) -> None:
    for number in range(5):
        write(f"t{number}", f"extends: t{number + 1}\nname: T\n")
    write("t5", "name: Last\nsteps: []\nparts: []\n", "x")
    assert len(library.template("t1").chain) == 5
    assert [problem.code for problem in refused(library, "t0")] == ["template-extends-too-many"]


def test_a_template_without_a_text_of_its_own_prints_that_of_the_one_behind(write: Write, library: Library) -> None:
    write("ours", "extends: classic\nname: Ours\n")
    ours, theirs = (render(Composer(library).compose(mexico(library, name)), "txt") for name in ("ours", "classic"))
    assert ours == theirs
    assert template_problems(library.template("ours")) == ()


def test_yaml_and_text_that_extend_unlike_templates_are_told(write: Write, library: Library) -> None:
    write("ours", "extends: classic\nname: Ours\n", '\n{% extends "one-page" %}')
    write("alone", "name: Alone\nsteps: []\nparts: []\n", '{% extends "classic" %}')
    assert codes(template_problems(library.template("ours"))) == [("template-extends-disagree", 2)]
    assert codes(template_problems(library.template("alone"))) == [("template-extends-disagree", 1)]


def test_pieces_are_found_in_templates_alone_and_never_outside_their_folder(
    write: Write, library: Library, tmp_path: Path
) -> None:
    (tmp_path / "secret.md.j2").write_text("A secret.", "utf-8")
    names = [
        "../secret.md.j2", "classic/template.yaml", "classic/pieces/../template.yaml",
        "ours/pieces/../../../secret.md.j2",
        "classic/paper.md.j2", "classic", "ours/pieces/link.md.j2", "/etc/passwd", "ours/pieces/sub/a.md.j2",
        "..\\\\secret.md.j2", "ours/pieces/.hidden.md.j2", "conferences/pieces/a.md.j2", "C:/a.md.j2",
        "ours/pieces/con.md.j2",
    ]  # fmt: skip
    lines = "\n".join(f'{{% include "{name}" %}}' for name in names)
    path = write("ours", "name: Ours\nsteps: []\nparts: []\n", lines, con="x")
    (path / "pieces" / ".hidden.md.j2").write_text("Hidden.", "utf-8")
    with contextlib.suppress(OSError):  # Windows lets not everybody make links
        (path / "pieces" / "link.md.j2").symlink_to(tmp_path / "secret.md.j2")
    template = library.template("ours")
    assert list(template.texts) == ["ours/paper.md.j2"]
    assert {code for code, _ in codes(template_problems(template))} == {"template-piece-unknown"}
    assert len(template_problems(template)) == len(names)


def test_a_template_of_too_many_texts_is_not_read(write: Write, library: Library) -> None:
    pieces = {f"p{number}": "x" for number in range(30)}
    lines = "".join(f'{{% include "ours/pieces/{name}.md.j2" %}}' for name in pieces)
    write("ours", "name: Ours\nsteps: []\nparts: []\n", lines, **pieces)
    assert [problem.code for problem in refused(library)] == ["template-too-long"]


def test_a_piece_of_a_template_behind_is_found_through_one_of_its_name(write: Write, library: Library) -> None:
    use = '{% include "base/pieces/a.md.j2" %} {% include "base/pieces/b.md.j2" %}'
    write("base", "name: Base\nsteps: []\nparts: []\n", use, folder="user", a="Far a.", b="Far b.")
    write("base", "extends: base\nname: Base\n", folder="class", a="Near a.")
    write("ours", "name: Ours\nsteps: []\nparts: []\n", use)
    composer = Composer(library)
    assert "Near a. Far b." in render(composer.compose(mexico(library, "ours")), "txt").decode()
    assert "Far a. Far b." in render(composer.compose(mexico(library, "base")), "txt").decode()


def test_a_flood_of_ids_is_refused_at_once_and_no_more_is_told_than_anybody_reads(
    write: Write, library: Library
) -> None:
    flood = "".join(f"  - no_such_id_{number}\n" for number in range(9000))
    write("ours", f"extends: classic\nname: Ours\nleave_out:\n{flood}")
    assert [problem.code for problem in refused(library)] == ["template-wrong-count"]
    write("ours", f"extends: classic\nname: Ours\nleave_out:\n{flood[:4500]}")
    assert len(library.template("ours").faults) == 50


def test_a_name_in_other_capitals_is_not_found_on_a_disk_that_takes_them_for_the_same(
    write: Write, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.is_file
    monkeypatch.setattr(Path, "is_file", lambda path: real(Path(str(path).replace("Classic", "classic"))))
    write("ours", "extends: Classic\nname: Ours\n")
    (problem,) = refused(library)
    assert (problem.code, problem.next_step) == ("template-extends-unknown", "Did you mean classic?")
