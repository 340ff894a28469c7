"""`mundraft explain CODE`."""

from __future__ import annotations

import click

from mundraft.cli.running import DONE, say


@click.command("explain")
@click.argument("code")
def explain_command(code: str) -> int:
    """Say more about the CODE that stands in square brackets after a message."""
    from mundraft.coach.codes import explain

    say(explain(code))
    return DONE
