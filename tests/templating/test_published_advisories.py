"""What others' templates broke out by: each published advisory on Jinja and on copier, tried here by every way in.

Jinja: https://github.com/pallets/jinja/security/advisories and its change log. Copier, which fills folders from
templates of strangers as this program fills papers: https://github.com/copier-org/copier/security/advisories."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from test_hostile_templates import ESCAPES

from mundraft.compose.template_looks import reference_of
from mundraft.desk.expectations import read_expectations
from mundraft.desk.expecting import outcomes
from mundraft.document.tree import Origin
from mundraft.interview.frames import in_frame
from mundraft.library.folders import Tier, shipped_folder
from mundraft.library.naming_fields import filled
from mundraft.library.questions import Kind, Question
from mundraft.library.search_path import Library, default_library
from mundraft.library.template_texts import Text, Texts
from mundraft.problems import MundraftError, Problem, TemplateFault
from mundraft.templating import kept
from mundraft.templating.engine import render
from mundraft.templating.leaf import Leaf, record_of
from mundraft.templating.sandbox import environment

CONTEXT = {
    "answer": Leaf("words", Origin.DELEGATE),
    "many": tuple(Leaf(letter, Origin.DELEGATE) for letter in "abc"),
    "entry": record_of(actor="Kenya"),
}

JINJA = {
    "CVE-2016-10745 format of a text": "{{ '{0.__class__.__init__.__globals__}'.format(answer) }}",
    "CVE-2016-10745 format of an answer": "{{ answer.format(answer) }}",
    "CVE-2019-8341 text made into a template": "{{ self.environment.from_string('x') }}",
    "CVE-2019-8341 configuration": "{{ config.items() }}",
    "CVE-2019-10906 format_map": "{{ '{a.__class__}'.format_map({'a': answer}) }}",
    "CVE-2020-28493 urlize": "{{ 'a@a.a' | urlize }}",
    "CVE-2024-22195 xmlattr with a space": "{{ {'a onclick': answer} | xmlattr }}",
    "CVE-2024-34064 xmlattr with signs": "{{ {'a/onclick=': answer} | xmlattr }}",
    "CVE-2024-56326 format kept and called by a filter": "{% set f = '{0.__class__}'.format %}{{ many | map(f) }}",
    "CVE-2024-56326 format given to a filter": "{{ many | series('{0.__class__}'.format) }}",
    "CVE-2024-56326 format given to a macro": "{% macro m(f) %}{{ f(answer) }}{% endmacro %}{{ m('{}'.format) }}",
    "CVE-2025-27516 attr": "{{ ('{0.__class__}' | attr('format'))(answer) }}",
    "CVE-2025-27516 attr by map": "{{ ['{0.__class__}'] | map(attribute='format') | first }}",
    "2.8.1 generators": "{{ many.gi_frame.f_globals }}",
    "2.8.1 coroutines": "{{ vary.cr_frame.f_back }}{{ vary.ag_frame }}",
    "3.1.5 pop of a list": "{{ many.pop() }}",
    "3.1.5 clear of a list": "{{ many.clear() }}",
    "append to a list": "{% if many.append(answer) %}x{% endif %}",
    "undefined's inside": "{{ gone.__init__.__globals__ }}",
    "inside by a number": "{{ (answer, answer)[0].__class__ }}",
    "loop's inside": "{% for x in many %}{{ loop.changed.__func__ }}{% endfor %}",
    "caller's inside": "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "super's inside": "{{ super.__self__ }}",
    "tag of an extension, do": "{% do many.append(1) %}",
    "tag of an extension, debug": "{% debug %}",
    "tag of an extension, trans": "{% trans %}x{% endtrans %}",
    "tag of an extension, break": "{% for x in many %}{% break %}{% endfor %}",
    "line statement": "{% import 'os' as os %}{{ os.environ }}",
}  # fmt: skip

COPIER = {
    "CVE-2025-55201 a path's read_text": "{{ _copier_conf.src_path.read_text() }}",
    "CVE-2025-55201 a path's write_text": "{{ path.parent.joinpath('x').write_text('y') }}",
    "CVE-2025-55214 paths put together": "{{ pathjoin('..', 'forbidden.txt') }}",
    "CVE-2026-34726 root above": "{% include '../secret.md.j2' %}",
    "CVE-2026-34726 root above by a piece": '{% include "classic/pieces/../../secret.md.j2" %}',
    "CVE-2026-34730 data from outside": "{{ _external_data.secret }}",
    "environment variables": "{{ env.HOME }}{{ environ }}{{ os.environ['HOME'] }}",
    "filters of copier": "{{ 'a' | ans_random }}{{ 'a' | to_json }}{{ 'x' | shuffle }}",
}


def alone(text: str) -> Texts:
    return {"own": Text(text, "own.j2")}


def in_a_block(text: str) -> Texts:
    own = f"{{% extends 'base' %}}{{% block a %}}{{{{ super() }}}}{text}{{% endblock %}}"
    base = Text("{% block a %}x{% endblock %}", "base.j2")
    return {"own": Text(own, "own.j2", {"base": "base"}), "base": base}


def behind(text: str) -> Texts:
    own = Text("{% extends 'base' %}{% block a %}{{ super() }}{% endblock %}", "own.j2", {"base": "base"})
    return {"own": own, "base": Text(f"{{% block a %}}{text}{{% endblock %}}", "base.j2")}


def included(text: str) -> Texts:
    own = Text("{% block a %}{% include 'piece' %}{% endblock %}", "own.j2", {"piece": "piece"})
    return {"own": own, "piece": Text(text, "piece.j2")}


def imported(text: str) -> Texts:
    own = Text("{% from 'piece' import deed %}{% block a %}{{ deed(answer) }}{% endblock %}", "own.j2", {"piece": "p"})
    return {"own": own, "p": Text(f"{{% macro deed(x) %}}{text}{{% endmacro %}}", "piece.j2")}


def set_aside(text: str) -> Texts:
    return alone(f"{{% block a %}}{{% set kept %}}{text}{{% endset %}}{{{{ kept }}}}{{% endblock %}}")


def as_argument(text: str) -> Texts:
    return alone(f"{{% macro show(x) %}}{{{{ x }}}}{{% endmacro %}}{{% set y %}}{text}{{% endset %}}{{{{ show(y) }}}}")


WAYS = (alone, in_a_block, behind, included, imported, set_aside, as_argument)
EVERY = {**ESCAPES, **JINJA, **COPIER}


def refusal(texts: Texts, name: str) -> tuple[Problem, ...]:
    try:
        render(texts, "own", CONTEXT)
    except TemplateFault as fault:
        return tuple(fault.problems)
    pytest.fail(f"{name} was not refused")


@pytest.mark.parametrize("way", WAYS)
def test_what_others_broke_out_by_is_refused_by_every_way_in(way: object) -> None:
    assert callable(way)
    for name, text in EVERY.items():
        if name == "super":
            continue  # beside the one of this way in it is a second one, which `test_linked_texts` has
        for problem in refusal(way(text), name):
            assert problem.code.startswith(("template-", "jinja-")), name
            assert "Traceback" not in problem.told()
            assert "object at 0x" not in problem.told(), name


NAMES = [
    "{__import__('os').abort()}.j2", "{0.__class__}", "%s%n", "a'b\"c\\", "x\ny", "'); import os; os.abort(); ('",
    "{{ 7 * 7 }}",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_file_is_never_read_as_anything_else(name: str) -> None:
    """CVE-2024-56201: the compiler wrote names of files into code that it made."""
    own = f"{{% from {name!r} import gone %}}{{% block a %}}{{{{ gone(1) }}}}{{% endblock %}}"
    texts = {
        name: Text(own, name, {name: "p"}),
        "p": Text("{% macro deed(x) %}{% endmacro %}", name),
    }  # fmt: skip
    with pytest.raises(TemplateFault) as fault:
        render(texts, name, CONTEXT)
    assert fault.value.problems[0].code in ("template-unknown-name", "template-piece-unknown", "template-syntax")
    (part,) = render({name: Text("{% block a %}x{{ answer }}{% endblock %}", name)}, name, CONTEXT)
    assert part.key == "a"


def test_no_compiled_template_is_kept_where_others_can_write() -> None:
    """CVE-2014-1402 and CVE-2014-0012: Jinja kept compiled templates in the folder for temporary files."""
    assert environment().bytecode_cache is None
    where = kept._maker().where("classic")
    assert where is None or Path(kept.__file__).parent in where.parents or sys.pycache_prefix


DEFINITION = """\
mundraft-template: 1
name: Ours
description: Made by a stranger.
parts:
  - key: a
    title: A
steps:
  - id: s
    title: S
    questions:
      - id: q
        ask: What?
        kind: sentence
        help: Say it.
"""
TEXT = "{% block a %}{{ q | sentence }}{% endblock %}"


def library_with(tmp_path: Path, definition: str = DEFINITION, text: str = TEXT, **more: str) -> Library:
    folder = tmp_path / "library" / "templates" / "ours"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in {"template.yaml": definition, "paper.md.j2": text, **more}.items():
        (folder / name.replace("_yaml", ".yaml")).write_text(content, encoding="utf-8")
    return default_library(None, tmp_path / "library")


KEYS = (
    "_tasks",
    "_migrations",
    "_jinja_extensions",
    "_envops",
    "_external_data",
    "_subdirectory",
    "_preserve_symlinks",
)


@pytest.mark.parametrize("key", KEYS)
def test_no_key_of_a_definition_runs_or_reaches_anything(key: str, tmp_path: Path) -> None:
    library = library_with(tmp_path, f"{DEFINITION}{key}: touch /tmp/x\n")
    with pytest.raises(MundraftError) as error:
        library.template("ours")
    assert error.value.problems[0].code == "template-unknown-key"


@pytest.mark.parametrize("name", ["../secret", "/etc", "..", ".", "classic/../../x", "C:\\x", "~", "classic\\..\\x"])
def test_a_template_extends_nothing_outside_its_shelf(name: str, tmp_path: Path) -> None:
    """CVE-2026-34726 and CVE-2026-53951: names that climb, from what is trusted to what is not."""
    outside = tmp_path / "library" / "secret"
    outside.mkdir(parents=True)
    (outside / "template.yaml").write_text(DEFINITION, encoding="utf-8")
    (outside / "paper.md.j2").write_text(TEXT, encoding="utf-8")
    definition = f"mundraft-template: 1\nname: Ours\nextends: '{name}'\n"
    with pytest.raises(MundraftError):
        library_with(tmp_path, definition, "").template("ours")
    with pytest.raises(MundraftError):
        default_library(None, tmp_path / "library").template(name)


def test_nothing_is_trusted_for_how_its_path_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CVE-2026-53951: a path that began as a trusted one does, and led out of it."""
    library_with(tmp_path)
    roundabout = shipped_folder() / ".." / os.path.relpath(tmp_path / "library", shipped_folder().parent)
    template = default_library(None, roundabout).template("ours")
    assert template.origin is Tier.GIVEN
    assert not template.trusted


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs rights there that students have not")
@pytest.mark.parametrize(
    "file", ["template.yaml", "paper.md.j2", "expectations.yaml", "reference.docx", "pieces/a.md.j2"]
)
def test_no_file_of_a_template_stands_behind_a_link(file: str, tmp_path: Path) -> None:
    """CVE-2026-23968 and CVE-2026-23986: links that lead out of the template."""
    secret = tmp_path / "secret"
    secret.write_text("mundraft-expectations: 1\nsecret: 4711\n", encoding="utf-8")
    library_with(tmp_path)
    link = tmp_path / "library" / "templates" / "ours" / file
    link.parent.mkdir(exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(secret)
    told = ""
    try:
        if file.startswith("pieces"):
            library_with(tmp_path, text="{% block a %}{% include 'ours/pieces/a.md.j2' %}{% endblock %}")
        template = default_library(None, tmp_path / "library").template("ours")
        assert reference_of(template) is None
        assert all("4711" not in text.source for text in template.texts.values())
        assert read_expectations(template.path) is None
    except MundraftError as error:
        told = str(error)
    assert "4711" not in told
    assert ("stands behind a link" in told) == (file in ("template.yaml", "paper.md.j2"))


@pytest.mark.parametrize("paper", ["../../../secret.yaml", "{outside}/secret.yaml", "..\\secret.yaml"])
def test_an_expectation_reads_no_paper_outside_its_template(paper: str, tmp_path: Path) -> None:
    """CVE-2026-34730: a template named files of the computer, and showed what they hold."""
    (tmp_path / "secret.yaml").write_text("password: 4711\n", encoding="utf-8")
    expect = (
        f"mundraft-expectations: 1\nexpect:\n  - name: x\n    paper: '{paper.format(outside=tmp_path)}'\n    says: x\n"
    )
    library = library_with(tmp_path, expectations_yaml=expect)
    template = library.template("ours")
    expectations = read_expectations(template.path)
    assert expectations is not None
    (outcome,) = outcomes(expectations, template, library)
    assert not outcome.holds
    assert "4711" not in str(outcome)
    assert "stands beside" in str(outcome)


def test_texts_for_people_are_shown_as_they_are_written() -> None:
    """Frames and names of files have places to fill, and nothing in them is worked out."""
    frame = "{answer.__class__} {{ 7 * 7 }} {0} %s {answer} {seat.__init__}"
    question = Question(id="q", ask="{{ 7 * 7 }}", help="{% import os %}", kind=Kind.SENTENCE, frame=frame)
    shown = in_frame(question, "here")
    assert shown is not None
    assert f"{shown.before}{shown.answer}{shown.after}" == frame.replace("{answer}", "here", 1)
    assert filled("{seat.__class__} {country!r} {country}", {"country": "Peru"}) == "  Peru"
