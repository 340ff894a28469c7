"""YAML as an editor reads it: by the core rules of YAML 1.2, by which 2015 is a number and yes is a word."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator

SCHEMAS = Path(__file__).parents[2] / "schemas"


class _Core(yaml.SafeLoader):
    """The scalars of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


@cache
def validator(name: str) -> Draft7Validator:
    """What judges by the schema of this name."""
    return Draft7Validator(json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8")))


def marked(name: str, text: str) -> list[str]:
    """Where an editor marks a text that has to fit a schema: the ways to the values, "add.0.after" for one."""
    value = yaml.load(text, _Core)
    return sorted({_way(error) for error in validator(name).iter_errors(value)})


def _way(error: Any) -> str:
    return ".".join(str(step) for step in error.absolute_path)
