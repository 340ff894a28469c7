"""`mundraft template looks`: what a reference document gives to papers, and what of it is left out and why."""

from __future__ import annotations

import click

from mundraft.cli.library_output import library_of, say_lines
from mundraft.cli.running import DONE


@click.command("looks")
@click.argument("name")
@click.option("--conference", default="", help="The conference by whose rules the papers are written.")
@click.pass_context
def looks_command(context: click.Context, name: str, conference: str) -> int:
    """Show what is taken from the looks of a template, or from a Word file, and what is left out and why."""
    from mundraft.desk.looks import looks_report

    say_lines(looks_report(library_of(context), name, conference).lines)
    return DONE
