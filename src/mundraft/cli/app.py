"""`mundraft open`: the terminal app on one paper."""

from __future__ import annotations

from pathlib import Path

import click

from mundraft.cli.opening import open_app


@click.command("open")
@click.argument("paper", required=False, type=click.Path(path_type=Path))
@click.pass_context
def open_command(context: click.Context, paper: Path | None) -> int:
    """Open the app, on PAPER if it is given."""
    return open_app(paper, context.obj)
