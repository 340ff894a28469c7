from __future__ import annotations

from collections.abc import Callable

import pytest

from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.questions import TemplateDefinition
from mundraft.library.search_path import Library

SHIPPED = Library((Folder(shipped_folder(), Tier.SHIPPED),))


@pytest.fixture
def real_template() -> Callable[[str], TemplateDefinition]:
    """The definition of a template that ships, by its name."""

    def read(name: str) -> TemplateDefinition:
        return SHIPPED.template(name).definition

    return read
