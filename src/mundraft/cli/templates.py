"""`mundraft template`: which templates there are, what they ask, and what is wrong in one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mundraft.cli.library_output import as_json_option, library_of, print_list, say_lines, to_json
from mundraft.cli.running import DONE, say, say_data
from mundraft.cli.template_looks import looks_command
from mundraft.cli.template_making import new_template_command
from mundraft.library.folders import Shelf

if TYPE_CHECKING:
    from mundraft.library.questions import Group, Question, TemplateDefinition

_PATH = click.Path(path_type=Path)


@click.group("template")
def template_command() -> None:
    """The templates that can be found, and what they ask."""


@template_command.command("list")
@as_json_option
@click.pass_context
def list_templates(context: click.Context, as_json: bool) -> int:
    """List the templates, and where each was found."""
    return print_list(library_of(context), Shelf.TEMPLATES, as_json)


@template_command.command("show")
@click.argument("name")
@as_json_option
@click.pass_context
def show_template(context: click.Context, name: str, as_json: bool) -> int:
    """Show the steps and questions of a template, all that it extends included, with the ids that mean them."""
    template = library_of(context).template(name)
    chain = [{"name": link.name, "where": link.path} for link in template.chain[1:]]
    if as_json:
        from mundraft.models.fields import plain

        whole = plain(template.definition, whole=True) | {"left_out": template.definition.left_out}
        say_data(to_json({"id": name, "where": template.path, "extends": chain, **whole}))
        return DONE
    say(f"{template.definition.name} ({template.path})\n{template.definition.description}")
    for link in chain:
        say(f"It extends {link['name']} ({link['where']}).")
    say("\n* must be answered; the id of each question stands behind it.")
    say_lines(_asked(template.definition))
    if left_out := [one for one in template.definition.left_out if not one.startswith("part/")]:
        say(f"\nLeft out: {', '.join(left_out)}")
    return DONE


@template_command.command("check")
@click.argument("names", nargs=-1)
@click.option("--conference", default="", help="Also whether the papers fit the length that this conference asks for.")
@click.pass_context
def check_templates_command(context: click.Context, names: tuple[str, ...], conference: str) -> int:
    """Check templates (all of them without NAMES): questions, text, and the two together; every fault with its line.

    Exit code 1 where an error stands, 2 where a file cannot be read. Warnings are told and change no code.
    """
    from mundraft.cli.shelf_checks import check_templates

    return check_templates(library_of(context), names, conference)


@template_command.command("preview")
@click.argument("name")
@click.option("--with", "named", multiple=True, metavar="PAPER", help="An example, an extreme or a paper's file.")
@click.option("--extremes", is_flag=True, help="Generated papers: one entry, many, longest, shortest, other seats.")
@click.option("--all", "every", is_flag=True, help="Every example paper of this template, and every extreme.")
@click.option("--list", "only_list", is_flag=True, help="Only list the papers that it can be tried with.")
@click.option("--to", type=click.Choice(["docx", "pdf", "txt", "md"]), help="Write files of this kind.")
@click.option("-o", "--output", type=_PATH, help="The file to write, for one paper.")
@click.option("--out-dir", type=_PATH, help="The folder to write files into.")
@click.option("--against", metavar="last|FOLDER", default="", help="Show only what changed since another version.")
@click.option("--watch", "watching", is_flag=True, help="Show at each save what changed; Ctrl+C ends it.")
@click.pass_context
def preview_command(
    context: click.Context, /, name: str, named: tuple[str, ...], only_list: bool, watching: bool, **wanted: Any
) -> int:
    """Show what the template NAME makes of a paper: of an example that uses it, unless others are named.

    What changed since the version that was last previewed stands below.
    """
    from mundraft.cli.template_preview import Wanted, list_samples, preview

    library = library_of(context)
    if only_list:
        return list_samples(library, name)
    if watching:
        from mundraft.cli.template_watch import watch

        return watch(library, name, named[0] if named else "")
    return preview(library, name, Wanted(named, **wanted))


@template_command.command("test")
@click.argument("names", nargs=-1)
@click.pass_context
def test_command(context: click.Context, names: tuple[str, ...]) -> int:
    """Try what is expected of templates: the expectations.yaml beside each (of all of them without NAMES).

    Exit code 1 where an expectation is broken, 2 where a file cannot be read.
    """
    from mundraft.cli.template_test import test_templates

    return test_templates(library_of(context), names)


template_command.add_command(looks_command)
template_command.add_command(new_template_command)


def _asked(definition: TemplateDefinition) -> Iterable[str]:
    for step in definition.steps:
        yield f"\n{step.title} [{step.id}]"
        yield from _asked_in(step.questions, "  ")


def _asked_in(elements: Sequence[Question | Group], indent: str) -> Iterable[str]:
    from mundraft.library.questions import Group

    for element in elements:
        if isinstance(element, Group):
            least = f", at least {element.count.min}" if element.count.min else ""
            yield f"{indent}{element.title} (for each {element.item}{least}) [{element.group}]:"
            yield from _asked_in(element.questions, indent + "  ")
        else:
            yield f"{indent}{'*' if element.required else ' '} {element.ask} ({element.kind.value}) [{element.id}]"
