"""Writes `docs/reference.md` and `docs/codes.md` from the code: what a template can ask, name and print, and what every
message means. The examples of filters are run while the page is written.

    python tools/reference.py            writes the pages anew
    python tools/reference.py --check    exit code 1 where they are not as they would be written
"""

from __future__ import annotations

import argparse
import inspect
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from textwrap import wrap
from typing import Any, Final

from editor_schemas import schema
from kind_words import KIND_WORDS
from mundraft.coach.codes import explanations
from mundraft.compose.names import known_names
from mundraft.document.tree import CitationMark, Paragraph
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.naming_fields import FIELDS
from mundraft.library.search_path import Library
from mundraft.models.fields import names_of
from mundraft.packs.members import member
from mundraft.paper.groups import GROUPS
from mundraft.templating.engine import render
from mundraft.templating.filters import FILTERS, FUNCTIONS
from mundraft.templating.filters import TESTS as TESTS_THERE_ARE
from mundraft.templating.shapes import Shape
from reference_words import ANSWERS, EXAMPLES, MADE_FIELDS, NAMES, TESTS
from schema_words import words_of

DOCS = Path(__file__).parents[1] / "docs"
_WRITTEN = "<!-- written by tools/reference.py -->"
#: The tables of codes, in the order in which they are told, each with its name in its module.
_CODES: Final = (
    ("mundraft.coach.explanations.of_templates", "Templates"),
    ("mundraft.coach.explanations.of_jinja", "The text of templates"),
    ("mundraft.coach.explanations.of_extending", "Templates that extend one another"),
    ("mundraft.coach.explanations.of_trying", "Trying templates"),
    ("mundraft.coach.explanations.of_looks", "Looks"),
    ("mundraft.coach.explanations.of_packs", "Packs"),
    ("mundraft.coach.explanations.of_papers", "Papers"),
    ("mundraft.coach.explanations.of_answers", "Answers"),
    ("mundraft.coach.explanations.of_conferences", "Rules of conferences"),
    ("mundraft.coach.explanations.of_sources", "Sources from other programs"),
    ("mundraft.coach.explanations.of_library", "Countries, instruments, bodies and conferences"),
    ("mundraft.coach.explanations.of_files", "Files and commands"),
    ("mundraft.strictyaml.codes", "YAML, and the form of files"),
)
#: The groups of keys of `template.yaml`, in the order in which a teacher meets them.
_FORMS: Final = (
    ("TemplateDefinition", "The whole file"),
    ("Extension", "A file that extends another template"),
    ("Addition", "An entry of `add`"),
    ("Step", "A step"),
    ("Question", "A question"),
    ("Group", "A group"),
    ("Wording", "`goal`: other words for a topic that is a goal; what is left out stays"),
    ("Limit", "`limit`"),
    ("Count", "`count` and `many`"),
    ("Choice", "An entry of `choices`"),
    ("Condition", "`when`: the condition under which something is asked"),
    ("PartInfo", "An entry of `parts`"),
)
_IN_A_PACK: Final = (
    ("pack.yaml", "what the pack says of itself"),
    ("words.txt", "names that are no mistakes, one a line"),
    ("templates/<name>/template.yaml", "a template: what it asks"),
    ("templates/<name>/paper.md.j2", "a template: what it prints"),
    ("templates/<name>/pieces/<name>.md.j2", "text that templates share"),
    ("templates/<name>/reference.docx", "a template's looks"),
    ("templates/<name>/expectations.yaml", "what a template must do"),
    ("templates/conferences/<id>.yaml", "a conference's rules"),
    ("country_profiles/<id>.yaml", "a seat, or corrections of one"),
    ("instruments/<id>.yaml", "an instrument, or corrections of one"),
    ("bodies/<id>.yaml", "a body, or corrections of one"),
    ("examples/<name>.yaml", "an example paper"),
)


def reference() -> Iterator[str]:
    """The page of what a template can ask, name and print."""
    yield "# Reference"
    yield ""
    yield _WRITTEN
    yield ""
    yield from _prose(
        "For looking up. [Templates](templates.md) explains how these work together; [editors](editors.md) shows the "
        "same while you type; [codes](codes.md) has every message. What a preset can say stands in "
        "[conferences](conferences.md)."
    )
    yield ""
    for section in (_questions, _kinds, _groups, _names, _filters, _tests, _expectations, _pack):
        yield from section()


def _prose(text: str) -> list[str]:
    return wrap(text, 120, break_long_words=False, break_on_hyphens=False)


def _questions() -> Iterator[str]:
    yield "## What `template.yaml` can say"
    definitions = schema("template")["definitions"]
    for name, title in _FORMS:
        yield from _keys(title, definitions[name])


def _keys(title: str, group: Mapping[str, Any]) -> Iterator[str]:
    """A table of the keys of one group."""
    yield ""
    yield f"### {title}"
    yield ""
    yield "| key | what it says |"
    yield "|---|---|"
    for key, value in group["properties"].items():
        needed = " **Needed.**" if key in group.get("required", ()) else ""
        default = value.get("default")
        said = str(default).lower() if isinstance(default, bool) else default
        usual = "" if default is None else f" Left out: {said}."
        yield f"| `{key}` | {value['description']}{needed}{usual} |"


def _kinds() -> Iterator[str]:
    yield ""
    yield "## Kinds of phrase"
    yield ""
    yield "A question's `kind` says what its answer is, so that a sentence can be built around it for every topic."
    yield ""
    yield "| kind | takes | example | in a frame |"
    yield "|---|---|---|---|"
    for kind, said in KIND_WORDS.items():
        frame = f"`{said.frame}`" if said.frame else ""
        yield f"| `{kind}` | {said.takes} | {said.example} | {frame} |"


def _groups() -> Iterator[str]:
    yield ""
    yield "## Groups"
    yield ""
    yield from _prose(
        "What `group:` names: a list of the paper, asked entry by entry. The questions in it fill the fields of its "
        "entries: by their `id`, or by `at`. In `paper.md.j2` the list has the group's name, and each entry the fields "
        "of the last column. `articles` stands inside `instruments`."
    )
    yield ""
    yield "| group | fields that questions fill | fields to print |"
    yield "|---|---|---|"
    printed = _printed_groups()
    for name, kind in GROUPS.items():
        fields = [one for one in names_of(kind.entry) if one not in ("id", "cite")]
        asked = ", ".join(f"`{one}`" for one in fields)
        shown = ", ".join(f"`{one}`" for one in printed[name].fields)
        yield f"| `{name}` | {asked} | {shown} |"
    yield ""
    yield "| field | what it holds |"
    yield "|---|---|"
    for name, shape in printed.items():
        entry = GROUPS[name].entry.__name__
        for one in shape.fields:
            said = MADE_FIELDS.get(f"{name}/{one}") or MADE_FIELDS.get(one) or words_of("paper", entry, one)
            yield f"| `{name}`: `{one}` | {said.rstrip('.')} |"


def _classic_names() -> Mapping[str, Shape]:
    return known_names(Library([Folder(shipped_folder(), Tier.SHIPPED)]).template("classic").definition)


def _printed_groups() -> dict[str, Shape]:
    """The shape of an entry of each group."""
    names = _classic_names()
    found = {name: names[name].item for name in GROUPS if name in names}
    instruments = found["instruments"]
    assert instruments is not None
    found["articles"] = instruments.fields["articles"].item
    return {name: found[name] or Shape(names["seat"].kind) for name in GROUPS}


def _names() -> Iterator[str]:
    yield ""
    yield "## Names in `paper.md.j2`"
    yield ""
    yield from _prose(
        "Every question is there under its `id`, every group under its name; a `many` question is a list. An answer "
        "that was not given prints nothing, and counts as no in `{% if … %}`. Besides, there are:"
    )
    yield ""
    yield "| name | what it is |"
    yield "|---|---|"
    shapes = _classic_names()
    for name in ("seat", "committee", "topic", "is_goal", "variety"):
        yield f"| `{name}` | {NAMES[name]} |"
        for one in shapes[name].fields:
            yield f"| `{name}.{one}` | {NAMES[f'{name}.{one}']} |"


def _filters() -> Iterator[str]:
    yield ""
    yield "## Filters"
    yield ""
    yield from _prose(
        "A filter weaves an answer into a sentence: `{{ problem | sentence }}`. Nothing given, nothing printed. `[s1]` "
        "stands for a citation mark. The answers in the examples:"
    )
    yield ""
    for name, value in ANSWERS.items():
        yield f"- `{name}`: {_in_words(value)}"
    for name in sorted(FILTERS):
        yield from _callable(name, FILTERS[name], EXAMPLES[name])
    yield ""
    yield "## Functions"
    for name in sorted(FUNCTIONS):
        yield from _callable(name, FUNCTIONS[name], EXAMPLES[name])


def _callable(name: str, function: Callable[..., Any], examples: Sequence[str]) -> Iterator[str]:
    yield ""
    yield f"### `{name}`"
    yield ""
    yield from (inspect.getdoc(function) or "").splitlines()
    yield ""
    yield from _run(examples)


def _run(examples: Sequence[str]) -> Iterator[str]:
    """Lines of a template with what they print."""
    yield "| written | printed |"
    yield "|---|---|"
    for one in examples:
        written = one.replace("|", "\\|")
        yield f"| `{written}` | {printed(one) or 'nothing'} |"


def printed(written: str) -> str:
    """What a line of a template prints of `ANSWERS`, as text; each citation mark as its sources in brackets."""
    blocks = [block for part in render(written, "an example", ANSWERS) for block in part.blocks]
    return " ".join(_text(block) for block in blocks if isinstance(block, Paragraph))


def _text(paragraph: Paragraph) -> str:
    return "".join(
        f"[{', '.join(cite.source for cite in inline.cites)}]" if isinstance(inline, CitationMark) else inline.text
        for inline in paragraph.inlines
    )


def _in_words(value: Any) -> str:
    if isinstance(value, tuple):
        return f"a list: {'; '.join(map(_in_words, value))}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    if hasattr(value, "keys"):
        return "with " + ", ".join(f"`{key}`: {_in_words(value[key])}" for key in value)
    text = f"“{value.text}”" if value.text else "no answer"
    return text + "".join(f", cited to {cite.source}" for cite in value.cites)


def _tests() -> Iterator[str]:
    yield ""
    yield "## Tests"
    yield ""
    yield "What can stand after `is` in a condition; `not` turns it round: `{% if causes is not many %}`."
    for name in sorted(TESTS_THERE_ARE):
        yield ""
        yield f"### `is {name}`"
        yield ""
        yield f"Asks {TESTS[name]}."
        yield ""
        yield from _run(EXAMPLES.get(f"{name} (test)", EXAMPLES[name]))


def _expectations() -> Iterator[str]:
    yield ""
    yield "## What `expectations.yaml` can say"
    made = schema("expectations")
    for name, title in (
        ("", "The whole file"),
        ("Expected", "An entry of `expect`"),
        ("PartExpected", "An entry of `parts`"),
        ("Amount", "`words`"),
    ):
        yield from _keys(title, made["definitions"][name] if name else made)


def _pack() -> Iterator[str]:
    yield ""
    yield "## What a pack can hold"
    yield ""
    yield "| file | what it is |"
    yield "|---|---|"
    for path, said in _IN_A_PACK:
        yield f"| `{path}` | {said} |"
    yield from _keys("`pack.yaml`", schema("pack"))
    yield ""
    yield "## Names in braces"
    yield ""
    yield "In the header and the file's name of a preset."
    yield ""
    yield "| name | what it says |"
    yield "|---|---|"
    for name, said in FIELDS.items():
        yield f"| `{{{name}}}` | {said} |"


def refused_in_a_pack() -> list[str]:
    """The paths of the page that no pack may hold: there is none, or the page is wrong."""
    return [path for path, _ in _IN_A_PACK if member(path.replace("<name>", "ours").replace("<id>", "ours")) is None]


def codes() -> Iterator[str]:
    """The page of every code."""
    yield "# Codes"
    yield ""
    yield _WRITTEN
    yield ""
    yield "Every message ends with a code in square brackets. `mundraft explain CODE` says what stands here."
    known = explanations()
    told: set[str] = set()
    for module, title in _CODES:
        here = sorted(code for code in _codes_of(module) if code in known and code not in told)
        told.update(here)
        yield ""
        yield f"## {title}"
        for code in here:
            yield ""
            yield f"### `{code}`"
            yield ""
            yield from _prose(known[code])
    left = sorted(set(known) - told)
    if left:
        raise ValueError(f"no table of tools/reference.py has these codes: {', '.join(left)}")


def _codes_of(module: str) -> set[str]:
    tables = (
        value for name, value in vars(import_module(module)).items() if name.isupper() and isinstance(value, dict)
    )
    return {code for table in tables for code in table}


PAGES: Final = {"reference.md": reference, "codes.md": codes}


def page(name: str) -> str:
    """One page, as it should stand in `docs/`."""
    return "\n".join(PAGES[name]()) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages, or check them; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 where they are out of step")
    check = parser.parse_args(arguments).check
    out_of_step = False
    for name in PAGES:
        path, text = DOCS / name, page(name)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            out_of_step = True
            if not check:
                path.write_text(text, encoding="utf-8", newline="\n")
    return 1 if check and out_of_step else 0


if __name__ == "__main__":
    sys.exit(main())
