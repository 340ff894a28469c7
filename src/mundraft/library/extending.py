"""A template with all that it extends: the questions merged, and the texts that they share.

`template_links` says which template stands behind which, `template_chains` makes one of their questions, and
`gathered_texts` finds their texts. What was made of those that ship is kept for the next run (`kept_questions`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from mundraft.files.reading import read_capped
from mundraft.library.folders import Folder, Tier
from mundraft.library.gathered_texts import Gathering
from mundraft.library.pointing import Steps, place_below
from mundraft.library.template_chains import definitions_of, extends_another, merged_chain
from mundraft.library.template_links import Link, find_behind
from mundraft.library.template_texts import Texts
from mundraft.problems import Place, Problem

if TYPE_CHECKING:
    from mundraft.library.questions import TemplateDefinition


#: The questions of a template, the chain that it begins, and slips that could be passed over.
_Made: TypeAlias = "tuple[TemplateDefinition, tuple[Link, ...], tuple[Problem, ...]]"


class Whole(NamedTuple):
    """A template, read with all that it extends. `links` begin with its own; `files` are all that it was made from.

    `faults` are slips that could be passed over, `origins` the parts of the search path that anything came from."""

    definition: TemplateDefinition
    texts: Texts
    links: tuple[Link, ...]
    files: tuple[Path, ...]
    faults: tuple[Problem, ...]
    origins: frozenset[Tier]


def read_definition(path: Path) -> tuple[str, str]:
    """The name and the description of the template whose `template.yaml` this is, whatever it extends.

    Raises `UnreadableFile` with every problem that the file has in itself."""
    from mundraft.library.questions import TemplateDefinition
    from mundraft.strictyaml.reader import read_as

    data = read_capped(path, "template")
    if extends_another(data):
        from mundraft.library.extension_form import Extension

        extension = read_as(Extension, data, str(path), "template")
        return extension.name, extension.description
    definition = read_as(TemplateDefinition, data, str(path), "template")
    return definition.name, definition.description


def read_template(link: Link, folders: tuple[Folder, ...]) -> Whole:
    """A template with all that it extends. Raises `UnreadableFile`, with the place of each fault."""
    data = read_capped(link.definition, "template")
    made = _extended if extends_another(data) else _alone
    definition, links, faults = _kept(link, data, folders) or made(link, data, folders)
    gathered = Gathering(folders, links)
    texts = gathered.gather()
    files = (*(one.definition for one in links), *(Path(text.file) for text in texts.values()))
    return Whole(definition, texts, links, files, faults, gathered.origins)


def _alone(link: Link, data: bytes, _: tuple[Folder, ...]) -> _Made:
    from mundraft.library.questions import TemplateDefinition
    from mundraft.strictyaml.decoding import text_in
    from mundraft.strictyaml.reader import read_as
    from mundraft.strictyaml.values import values_in

    definition = read_as(TemplateDefinition, data, str(link.definition), "template")
    if link.origin is Tier.SHIPPED and (values := values_in(text_in(data, str(link.definition)))) is not None:
        _keep((link,), data, values, ())
    return definition, (link,), ()


def _extended(link: Link, data: bytes, folders: tuple[Folder, ...]) -> _Made:
    from mundraft.library.questions import TemplateDefinition
    from mundraft.strictyaml.nodes import Parsed, plain_value
    from mundraft.strictyaml.reader import fitted

    root, links, _, left_out, faults = merged_chain(link, data, folders)
    plain = plain_value(root)
    definition = fitted(TemplateDefinition, Parsed(root.source, root), plain, "template")
    if not faults and all(one.origin is Tier.SHIPPED for one in links):
        _keep(links, data, plain, left_out)
    return definition.leaving_out(left_out), links, faults


def _keep(links: Sequence[Link], data: bytes, values: dict[str, Any], left_out: tuple[str, ...]) -> None:
    from mundraft.library.kept_questions import Questions, keep

    keep([one.name for one in links], definitions_of(links, data), Questions(values, left_out))


def _kept(link: Link, data: bytes, folders: tuple[Folder, ...]) -> _Made | None:
    """What was made of a template that ships when it was last read, while its files are as they were."""
    if link.origin is not Tier.SHIPPED:
        return None
    from mundraft.library.kept_questions import held
    from mundraft.library.questions import TemplateDefinition
    from mundraft.strictyaml.reader import fitting

    kept = held(link.name)
    if kept is None:
        return None
    links = [link]
    for name in kept.names[1:]:
        found = find_behind(links[-1], name, folders)
        if found is None or found.origin is not Tier.SHIPPED:
            return None
        links.append(found)
    questions = kept.questions(definitions_of(links, data))
    if questions is None:
        return None
    definition = fitting(TemplateDefinition, questions.values)
    if definition is None:
        return None
    return definition.leaving_out(questions.left_out), tuple(links), ()


def place_of(link: Link, folders: tuple[Folder, ...], steps: Steps) -> Place:
    """Where a value of a template's questions was written. Raises `UnreadableFile`."""
    return place_below(merged_chain(link, read_capped(link.definition, "template"), folders).root, steps)
