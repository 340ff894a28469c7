"""What a pack says of itself: the form of `pack.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias

from mundraft.files.names import fault_of_name
from mundraft.library.facts import Line, MaybeDate, Prose
from mundraft.models.checks import After
from mundraft.models.faults import FaultBelow
from mundraft.models.fields import Meta, keyed, plain
from mundraft.models.forms import formed
from mundraft.models.model import Model
from mundraft.strictyaml.reader import read_as
from mundraft.strictyaml.writer import to_yaml

MANIFEST = "pack.yaml"
#: In bytes: what every field at its longest takes.
LONGEST_MANIFEST = 20_000
#: In characters: what a dialog of the app shows without being scrolled for long.
LONGEST_WELCOME = 2_000


def _short(value: str) -> str:
    if len(value) > LONGEST_WELCOME:
        what = f"this has more than {LONGEST_WELCOME:,} characters"
        raise FaultBelow(what, (), "Shorten it: everybody who adds the pack sees it.")
    return value


def _no_device(value: str) -> str:
    fault = fault_of_name(value)
    if fault:
        raise FaultBelow(fault, (), "Choose another name, such as: class-9b")
    return value


#: It becomes the name of a folder on every student's computer.
PackName: TypeAlias = Annotated[
    str,
    formed(
        r"^[a-z0-9][a-z0-9-]{0,39}\Z",
        "is not written as a pack's name",
        "A pack's name has up to 40 small letters, digits and hyphens, such as: class-9b",
    ),
    After(_no_device),
]


class Manifest(Model, kw_only=True):
    """The file's own form. The title is what students see; "" takes the name for it."""

    mundraft_pack: Annotated[Literal["1"], Meta(description="The version of this form.")] = keyed("mundraft-pack", "1")
    name: Annotated[
        PackName, Meta(description="The pack's name; a pack of the same name replaces it.", examples=["class-9b"])
    ]
    title: Annotated[Line, Meta(description="What students see.", examples=["Model UN, class 9b"])] = ""
    for_whom: Annotated[Line, Meta(description="For which class, club or conference.", examples=["Class 9b"])] = ""
    season: Annotated[Line, Meta(description="The season that it is for.", examples=['"2027"'])] = ""
    made_by: Annotated[Line, Meta(description="Who made it.", examples=["Ms Okafor"])] = ""
    made_on: Annotated[
        MaybeDate,
        Meta(description="The day on which it was made: YYYY, YYYY-MM or YYYY-MM-DD.", examples=["2026-11-22"]),
    ] = ""
    welcome: Annotated[
        Prose,
        After(_short),
        Meta(description="A word of welcome, which each student sees once.", examples=["Welcome to the club!"]),
    ] = ""

    @property
    def called(self) -> str:
        """The title, or the name where there is none."""
        return self.title or self.name


def read_manifest(data: bytes, file: str) -> Manifest:
    """The manifest of a pack. Raises `UnreadableFile` with every problem at its line and column."""
    return read_as(Manifest, data, file, "pack")


def manifest_bytes(manifest: Manifest) -> bytes:
    """The file of a manifest; the same values give the same bytes."""
    return bytes_of_values(plain(manifest))


def bytes_of_values(values: Mapping[str, Any]) -> bytes:
    """The file of a manifest that says this, by the keys of the file; whether it may is seen when it is read."""
    return to_yaml({**values, **_VERSION}).encode("utf-8")


_VERSION = {"mundraft-pack": "1"}
