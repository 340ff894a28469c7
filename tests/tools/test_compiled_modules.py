"""The modules that a compiled wheel is made with: named in pyproject.toml, and written so that they can be compiled."""

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOOK = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"][
    "wheel"
]["hooks"]["mypyc"]


def test_a_wheel_is_compiled_only_where_somebody_asks_for_it() -> None:
    assert HOOK["enable-by-default"] is False


@pytest.mark.parametrize("named", HOOK["include"])
def test_each_module_that_is_named_is_there_and_has_no_model_in_it(named: str) -> None:
    # A module that was renamed would be left out of the wheel without a word; pydantic reads what compiling takes away.
    tree = ast.parse((ROOT / named).read_text(encoding="utf-8"))
    imported = {one.module or "" for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)}
    assert not any(name.split(".")[0] == "pydantic" for name in imported)


@pytest.mark.parametrize("named", HOOK["include"])
def test_what_takes_any_name_calls_its_own_arguments_as_no_template_may(named: str) -> None:
    # Compiled, an argument that is only given by its place is taken by its name too: one of a template's would meet it.
    tree = ast.parse((ROOT / named).read_text(encoding="utf-8"))
    taking = [one.args for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and one.args.kwarg]
    own = [argument.arg for arguments in taking for argument in (*arguments.posonlyargs, *arguments.args)]
    assert [name for name in own if not name.startswith("_") and name not in ("self", "hint", "name")] == []


def test_the_page_on_compiling_names_the_modules_that_are_compiled() -> None:
    page = (ROOT / "docs" / "compiled.md").read_text(encoding="utf-8")
    folders = {Path(named).parent.relative_to("src/mundraft").as_posix() for named in HOOK["include"]}
    assert sorted(folder for folder in folders if f"`{folder}/`" not in page) == []
