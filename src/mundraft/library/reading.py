"""Reading the library's files into their typed forms. Each raises `UnreadableFile` with every problem in the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.files.reading import read_capped
from mundraft.problems import Place, Problem, UnreadableFile

if TYPE_CHECKING:
    from mundraft.library.body import Body
    from mundraft.library.country import Country
    from mundraft.library.instrument import Instrument
    from mundraft.library.questions import TemplateDefinition


def read_country(path: Path) -> Country:
    """The country of a profile; its id is the file's name."""
    from mundraft.library.country import Country, Profile
    from mundraft.strictyaml.reader import read_as

    return Country.of(path.stem, read_as(Profile, read_capped(path, "country profile"), str(path), "country"))


def read_instrument(path: Path) -> Instrument:
    """The instrument of a catalogue file; its id is the file's name."""
    from mundraft.library.instrument import CatalogueEntry, Instrument
    from mundraft.strictyaml.reader import read_as

    return Instrument.of(path.stem, read_as(CatalogueEntry, read_capped(path, "instrument"), str(path), "instrument"))


def read_body(path: Path) -> Body:
    """The body of a file; its id is the file's name."""
    from mundraft.library.body import Body, BodyEntry
    from mundraft.strictyaml.reader import read_as

    return Body.of(path.stem, read_as(BodyEntry, read_capped(path, "body"), str(path), "body"))


def read_definition(path: Path) -> TemplateDefinition:
    """What a `template.yaml` declares."""
    from mundraft.library.questions import TemplateDefinition
    from mundraft.strictyaml.reader import read_as

    return read_as(TemplateDefinition, read_capped(path, "template"), str(path), "template")


def read_template(folder: Path) -> tuple[TemplateDefinition, str]:
    """A template's definition, and the text of its `paper.md.j2`."""
    definition = read_definition(folder / "template.yaml")
    path = folder / "paper.md.j2"
    data = read_capped(path, "template text")
    try:
        return definition, data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableFile(
            Problem(
                code="template-not-utf8",
                what="The text of this template is not UTF-8.",
                next_step="Save it again with the encoding UTF-8.",
                place=Place(str(path), line),
            )
        ) from None
