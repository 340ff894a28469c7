"""What a teacher expects of a template: the typed form of `expectations.yaml`, kept beside the template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias

from mundraft.models.checks import After
from mundraft.models.faults import FaultBelow
from mundraft.models.fields import Meta, keyed, no_keys
from mundraft.models.model import Model
from mundraft.paper.model import Key

FILE: Final = "expectations.yaml"
#: Each expectation makes a paper: more than a teacher writes, and none that keeps a class waiting for an hour.
MOST: Final = 200
#: What `findings` says where the coach should find nothing.
NO_FINDINGS: Final = "none"


if TYPE_CHECKING:
    #: One text, or a list of them.
    Texts: TypeAlias = tuple[str, ...]
else:
    Texts = Annotated[str | tuple[str, ...], After(lambda value: (value,) if isinstance(value, str) else value)]


def _of_one_form(value: Any) -> Any:
    """A list of texts, or of entries: what its first says that it is."""
    if isinstance(value, tuple) and len({type(one) for one in value}) > 1:
        at = next(index for index, one in enumerate(value) if type(one) is not type(value[0]))
        raise FaultBelow("a list holds texts, or entries of a group, and not both", (at,), "Write all of them alike.")
    return value


#: An answer written in the expectation: words, a list of them, or the entries of a group.
InlineAnswer: TypeAlias = Annotated[str | tuple[str | dict[Key, str], ...], After(_of_one_form)]


class Amount(Model):
    """How many words there should be; 0 where it does not matter."""

    at_least: Annotated[int, Meta(ge=0)] = 0
    at_most: Annotated[int, Meta(ge=0)] = 0


class PartExpected(Model):
    """What must hold of some text: a part of the paper, or the whole of it."""

    begins: str = ""
    says: Texts = ()
    never_says: Texts = ()
    words: Amount = Amount()


class Expected(PartExpected, kw_only=True):
    """One expectation. `paper` is an example's name, an extreme's, or a file beside the template; `answers` are put
    over it, by the ids of questions and the names of groups. `findings` are the codes that the coach tells: no other
    errors and warnings, while more advice is no matter.

    Without a paper, only what must be answered is."""

    name: str
    paper: str = ""
    answers: dict[Key, InlineAnswer] = no_keys()
    parts: dict[Key, PartExpected] = no_keys()
    findings: Texts = ()
    no_gaps: bool = False


class Expectations(Model, kw_only=True):
    """A whole `expectations.yaml`."""

    mundraft_expectations: int = keyed("mundraft-expectations", 1)
    expect: Annotated[tuple[Expected, ...], Meta(min_length=1, max_length=MOST)]


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
