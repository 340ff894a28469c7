"""`mundraft schema`: the schemas that tell an editor what a file may hold, and the line that turns one on."""

from __future__ import annotations

from pathlib import Path

import click

from mundraft.cli.running import DONE, say, say_data, tell


@click.group("schema")
def schema_command() -> None:
    """Schemas for VS Code and other editors: help, completion and marks while a file is written."""


@schema_command.command("list")
def list_schemas() -> int:
    """List the schemas, and the files that each is for."""
    from mundraft.desk.schemas import SCHEMAS

    for name, schema in SCHEMAS.items():
        say(f"{name:<14}{schema.title:<42}{schema.files}")
    return DONE


@schema_command.command("show")
@click.argument("name")
def show_schema(name: str) -> int:
    """Print the schema of this NAME."""
    from mundraft.desk.schemas import schema_path

    say(schema_path(name).read_text(encoding="utf-8"), end="")
    return DONE


@schema_command.command("path")
@click.argument("name")
def path_of_schema(name: str) -> int:
    """Print where the schema of this NAME stands on this computer."""
    from mundraft.desk.schemas import schema_path

    say_data(str(schema_path(name)))
    return DONE


@schema_command.command("line")
@click.argument("name")
def line_of_schema(name: str) -> int:
    """Print the line that turns the schema of this NAME on, written first in a file on this computer."""
    from mundraft.desk.schemas import installed_line

    say_data(installed_line(name))
    return DONE


@schema_command.command("add")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
def add_schemas(files: tuple[Path, ...]) -> int:
    """Write that line first into FILES, with a copy of the schema in their class's folder."""
    from mundraft.desk.schemas import add_line

    for file in files:
        added = add_line(file)
        say(f"{file}: an editor now checks it by {added}." if added else f"{file} has such a line already.")
    tell("In VS Code, the extension YAML by Red Hat reads the line.")
    return DONE
