"""The command line: which commands there are, and where each of them lives.

A command's module is imported when it is run, so that `mundraft export` never pays for the terminal app."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from mundraft import __version__
from mundraft.cli.running import PAPER_ENDINGS
from mundraft.files.there import is_there
from mundraft.text.near import names_near

#: How a class pack's file ends; `packs.members` says so too, and is not imported to tell it from a paper.
_PACK_ENDING = ".mundraft-pack"

#: command -> (module below mundraft.cli, one line of help)
COMMANDS = {
    "open": ("app", "Open the app on a paper (the same as: mundraft PAPER)."),
    "new": ("papers", "Begin a new paper, or a copy of an example."),
    "ask": ("papers", "Answer the questions line by line, without the app."),
    "export": ("exports", "Write a paper or a class's papers as Word, PDF, text or Markdown."),
    "check": ("checks", "Tell what is missing, unsourced or against a conference's rules in papers."),
    "compare": ("copies", "Show where two copies of a paper differ, answer by answer."),
    "merge": ("copies", "Merge two copies of a paper, answer by answer."),
    "history": ("copies", "List, show or restore earlier versions of a paper."),
    "sources": ("sources", "Take sources in from Zotero and its like; list them, give them out."),
    "template": ("templates", "The templates that can be found."),
    "country": ("countries", "The countries in the library, and what binds them."),
    "instrument": ("instruments", "The treaties, declarations and resolutions in the library."),
    "body": ("bodies", "The organs, committees, funds and agencies in the library."),
    "conference": ("conferences", "What conferences ask of a position paper, and writing a new preset."),
    "pack": ("packs", "Class packs: make one, look into one, add, list and remove them."),
    "schema": ("schemas", "Schemas that help and check in VS Code and other editors."),
    "explain": ("explaining", "Say more about the code of a message."),
    "demo": ("papers", "Write the Mexico example and its Word document here, then open it."),
}


class LazyGroup(click.Group):
    """A group that imports a command when it is run, and takes any other first word for a paper to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"mundraft.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in COMMANDS:
            return super().resolve_command(ctx, args)
        if args[0].lower().endswith(_PACK_ENDING):
            ctx.fail(f'{args[0]} is a class pack. To see what is in it and add it: mundraft pack add "{args[0]}"')
        if not _looks_like_a_paper(args[0]):
            ctx.fail(_unknown_command(args[0]))
        return "open", self.get_command(ctx, "open"), args

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="mundraft", message="%(prog)s %(version)s")
@click.option(
    "--library",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="MUNDRAFT_LIBRARY",
    help="A folder of templates and profiles to look in first.",
)
@click.pass_context
def mundraft(context: click.Context, library: Path | None) -> Any:
    """Draft a Model UN position paper, offline and in your own words.

    \b
    mundraft              open the app
    mundraft PAPER        open the app on a paper
    mundraft COMMAND -h   help on one command
    """
    context.obj = library
    if context.invoked_subcommand is None:
        from mundraft.cli.opening import open_app

        context.exit(open_app(None, library))


def _looks_like_a_paper(word: str) -> bool:
    return word.lower().endswith(PAPER_ENDINGS) or "/" in word or "\\" in word or is_there(Path(word))


#: Words that people type for a command that is called otherwise.
_CALLED_OTHERWISE = {
    "example": "mundraft new --example",
    "examples": "mundraft new --example",
    "help": "mundraft --help",
    "version": "mundraft --version",
}


def _unknown_command(word: str) -> str:
    if word.lower() in _CALLED_OTHERWISE:
        return f"There is no command {word!r}. What you look for is: {_CALLED_OTHERWISE[word.lower()]}"
    close = names_near(word, COMMANDS, n=1)
    if close:
        return f"There is no command {word!r}. Did you mean {close[0]!r}?"
    return f"There is no command {word!r}, and no paper of that name (a paper's name ends in .yaml)."
