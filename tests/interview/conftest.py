from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mundraft.library.questions import TemplateDefinition
from mundraft.strictyaml.reader import read_as

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture
def real_template() -> Callable[[str], TemplateDefinition]:
    """The definition of a template that ships, by its name."""

    def read(name: str) -> TemplateDefinition:
        return read_as(TemplateDefinition, (TEMPLATES / name / "template.yaml").read_bytes(), "template.yaml")

    return read
