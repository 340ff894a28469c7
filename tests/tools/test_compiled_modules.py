"""The modules that a compiled wheel is made with: named in pyproject.toml, and written so that they can be compiled."""

import ast
import subprocess
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

import compiled
from mundraft.models.model import Either, Model

ROOT = Path(__file__).resolve().parents[2]
HOOK = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"][
    "wheel"
]["hooks"]["mypyc"]


def test_a_wheel_is_compiled_only_where_somebody_asks_for_it() -> None:
    assert HOOK["enable-by-default"] is False


@pytest.mark.parametrize("named", HOOK["include"])
def test_each_module_that_is_named_is_there_and_has_no_model_in_it(named: str) -> None:
    # A module that was renamed would be left out of the wheel without a word; a model is read for what compiling takes
    # away.
    tree = ast.parse((ROOT / named).read_text(encoding="utf-8"))
    imported = {one.module or "" for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)}
    imported |= {name.name for one in ast.walk(tree) if isinstance(one, ast.Import) for name in one.names}
    assert not any(name.split(".")[0] == "msgspec" for name in imported)
    module = import_module(named.removeprefix("src/").removesuffix(".py").replace("/", "."))
    own = [one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__]
    assert not any(issubclass(one, Model | Either) for one in own)


@pytest.mark.parametrize("named", HOOK["include"])
def test_what_takes_any_name_calls_its_own_arguments_as_no_template_may(named: str) -> None:
    # Compiled, an argument that is only given by its place is taken by its name too: one of a template's would meet it.
    tree = ast.parse((ROOT / named).read_text(encoding="utf-8"))
    taking = [one.args for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and one.args.kwarg]
    own = [argument.arg for arguments in taking for argument in (*arguments.posonlyargs, *arguments.args)]
    assert [name for name in own if not name.startswith("_") and name not in ("self", "hint", "name")] == []


@pytest.mark.parametrize("named", HOOK["include"])
def test_no_function_stands_inside_a_method_of_a_named_tuple(named: str) -> None:
    # mypyc ends there with a fault of its own, and so would the building of a wheel, minutes into a release.
    tree = ast.parse((ROOT / named).read_text(encoding="utf-8"))
    tuples = [
        one
        for one in ast.walk(tree)
        if isinstance(one, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == "NamedTuple" for base in one.bases)
    ]
    methods = [method for one in tuples for method in one.body if isinstance(method, ast.FunctionDef)]
    inside = [one for method in methods for statement in method.body for one in ast.walk(statement)]
    assert [one.lineno for one in inside if isinstance(one, ast.FunctionDef | ast.Lambda)] == []


def test_the_page_on_compiling_names_the_modules_that_are_compiled() -> None:
    page = (ROOT / "docs" / "compiled.md").read_text(encoding="utf-8")
    folders = {Path(named).parent.relative_to("src/mundraft").as_posix() for named in HOOK["include"]}
    assert sorted(folder for folder in folders if f"`{folder}/`" not in page) == []


def test_a_folder_that_holds_anything_else_is_left_as_it_is(tmp_path: Path) -> None:
    essay = tmp_path / "papers" / "essay.yaml"
    essay.parent.mkdir()
    essay.write_text("mundraft: 1", encoding="utf-8")
    with pytest.raises(SystemExit, match="not empty"):
        compiled.environment(tmp_path)
    assert essay.read_text(encoding="utf-8") == "mundraft: 1"


def test_an_environment_is_of_the_very_files_that_go_into_a_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = tmp_path / "templates" / "classic" / "paper.md.j2"
    template.parent.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[project]", encoding="utf-8")
    monkeypatch.setattr(compiled, "ROOT", tmp_path)
    monkeypatch.setattr(compiled, "_PARTS", ("templates", "pyproject.toml"))
    template.write_text("first", encoding="utf-8")
    first = compiled._stamp()
    assert compiled._stamp() == first
    template.write_text("second", encoding="utf-8")
    assert compiled._stamp() != first


def test_what_cannot_be_built_is_told_and_traced_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_given: object) -> None:
        raise subprocess.CalledProcessError(1, ["python", "-m", "build"])

    monkeypatch.setattr(compiled, "_build", fails)
    with pytest.raises(SystemExit, match="C compiler"):
        compiled.environment(tmp_path / "new")


def test_all_that_the_wheel_is_made_of_is_looked_at() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    assert {*wheel["wheel"]["force-include"], "src", "pyproject.toml", "constraints.txt"} <= {*compiled._PARTS}
