"""What a teacher expects of a template: the typed form of `expectations.yaml`, kept beside the template."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Final, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, Tag

from mundraft.paper.model import Key, Model

FILE: Final = "expectations.yaml"
#: Each expectation makes a paper: more than a teacher writes, and none that keeps a class waiting for an hour.
MOST: Final = 200
#: What `findings` says where the coach should find nothing.
NO_FINDINGS: Final = "none"


def _in_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


#: One text, or a list of them.
Texts: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_in_list, json_schema_input_type=str | tuple[str, ...])]


def _form_of(value: Any) -> str:
    if isinstance(value, str):
        return "text"
    return "entries" if isinstance(value, list | tuple) and value and isinstance(value[0], dict) else "list"


#: An answer written in the expectation: words, a list of them, or the entries of a group.
InlineAnswer: TypeAlias = Annotated[
    Annotated[str, Tag("text")]
    | Annotated[tuple[str, ...], Tag("list")]
    | Annotated[tuple[dict[Key, str], ...], Tag("entries")],
    Discriminator(_form_of),
]


class Amount(Model):
    """How many words there should be; 0 where it does not matter."""

    at_least: Annotated[int, Field(ge=0)] = 0
    at_most: Annotated[int, Field(ge=0)] = 0


class PartExpected(Model):
    """What must hold of some text: a part of the paper, or the whole of it."""

    begins: str = ""
    says: Texts = ()
    never_says: Texts = ()
    words: Amount = Amount.model_construct()


class Expected(PartExpected):
    """One expectation. `paper` is an example's name, an extreme's, or a file beside the template; `answers` are put
    over it, by the ids of questions and the names of groups. `findings` are the codes that the coach tells: no other
    errors and warnings, while more advice is no matter.

    Without a paper, only what must be answered is."""

    name: str
    paper: str = ""
    answers: dict[Key, InlineAnswer] = Field(default_factory=dict)
    parts: dict[Key, PartExpected] = Field(default_factory=dict)
    findings: Texts = ()
    no_gaps: bool = False


class Expectations(Model):
    """A whole `expectations.yaml`."""

    mundraft_expectations: Annotated[int, Field(alias="mundraft-expectations")] = 1
    expect: Annotated[tuple[Expected, ...], Field(min_length=1, max_length=MOST)]


def read_expectations(folder: Path) -> Expectations | None:
    """What is expected of the template in a folder; None where nothing is written down.

    Raises `UnreadableFile` with everything that is wrong in the file."""
    from mundraft.files.reading import read_capped
    from mundraft.library.folders import stays_inside
    from mundraft.strictyaml.reader import read_as

    path = folder / FILE
    if not path.exists() or not stays_inside(path, folder):
        return None
    return read_as(Expectations, read_capped(path, "file of expectations"), str(path), "expectations")
