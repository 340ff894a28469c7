"""`mundraft template preview --watch`: at each save, what is wrong in a template, or what changed in the paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mundraft.cli.preview_text import change_lines, measured, say_in_colours
from mundraft.cli.running import DONE, say
from mundraft.problems import MundraftError, Problem, Severity, TemplateFault
from mundraft.text import clock

if TYPE_CHECKING:
    from mundraft.desk.previewing import Previewed
    from mundraft.desk.template_samples import Sample
    from mundraft.library.search_path import Library
    from mundraft.library.template import Template

#: Of more problems the first would be off the screen.
_MOST_TOLD = 6


def watch(library: Library, name: str, paper: str = "") -> int:
    """Show a template at each save until Ctrl+C ends it. Raises `UnknownName` where there is no such template."""
    from mundraft.desk.template_watch import saves, stamps

    watched = _Watched(library, name, paper)
    seen = stamps(watched.files())
    try:
        watched.show()
        for _ in saves(watched.files, seen):
            click.clear()
            watched.show()
    except KeyboardInterrupt:
        watched.keep()
        say("")
    return DONE


class _Watched:
    """One template, as it was when it could last be shown."""

    def __init__(self, library: Library, name: str, paper: str) -> None:
        from mundraft.desk.template_samples import is_file_name
        from mundraft.library.folders import Shelf, path_on

        self._library = library
        self._name = name
        self._paper = paper
        self._good: tuple[Template, Previewed] | None = None
        self._looks: tuple[str, ...] = ()
        own = [path_on(Shelf.TEMPLATES, folder.path, name) for folder in library.folders]
        #: where the template is or may come to be; what it is made of besides is known once it was read
        self._own = [folder / file for folder in own for file in ("template.yaml", "paper.md.j2")]
        if is_file_name(paper):
            self._own.append(Path(paper))
        self._others: tuple[Path, ...] = ()
        if not any(folder.exists() for folder in own):
            library.template(name)

    def files(self) -> Iterable[Path]:
        """Every file whose change is a change of the template."""
        return dict.fromkeys((*self._own, *self._others))

    def show(self) -> None:
        """Print what changed since the template could last be shown, then what is wrong with it now."""
        say(f"{clock.now().astimezone():%H:%M:%S}  {self._name}")
        try:
            problems = self._problems(self._read())
        except MundraftError as error:
            self._others = tuple(dict.fromkeys((*self._others, *_files_named(error.problems))))
            problems = error.problems
        for line in _problem_lines(problems):
            say(line)
        say(f"\nWatching {self._name}. Each save shows what changed; Ctrl+C ends this.")

    def keep(self) -> None:
        """Keep the version that could last be shown, for the next preview to compare with."""
        from mundraft.desk.template_versions import keep

        if self._good:
            keep(self._good[0])

    def _read(self) -> Template:
        from mundraft.compose.template_looks import references_of

        template = self._library.template(self._name)
        self._others = (*template.files, *references_of(template))
        return template

    def _problems(self, template: Template) -> Sequence[Problem]:
        """What is wrong with the template, after printing what it makes of the paper: that is known sooner.

        A template of a teacher's own is filled in another process; meanwhile this one looks at it."""
        from concurrent.futures import ThreadPoolExecutor

        from mundraft.compose.checking.whole import looked_at, with_those_of_filling

        with ThreadPoolExecutor(1) as beside:
            filling = beside.submit(self._previewed, template)
            looked = looked_at(template)
            try:
                say_in_colours(self._printed(template, filling.result()))
            except TemplateFault as fault:
                checked = with_those_of_filling(looked)
                # What keeps a text from being filled is told by the check too, and whole; what comes to light only
                # while it is filled is not.
                kept_from_it = any(problem.severity is Severity.ERROR for problem in checked)
                return checked if kept_from_it else (*fault.problems, *checked)
        return with_those_of_filling(looked)

    def _sample(self, template: Template) -> Sample:
        """The paper that is named, as it stands now; else the usual one, which is looked for once."""
        from mundraft.desk.template_samples import as_in, named, usual

        if self._paper:
            return named(self._paper, template, self._library)
        return as_in(template, self._good[1].sample) if self._good else usual(template, self._library)

    def _previewed(self, template: Template) -> Previewed:
        from mundraft.desk.previewing import preview

        return preview(self._sample(template), template, self._library)

    def _printed(self, template: Template, now: Previewed) -> list[str]:
        before, self._good = self._good, (template, now)
        changes = _changes(before[1], now) if before else []
        return [measured(now), *changes, *self._new_looks(template)]

    def _new_looks(self, template: Template) -> Iterator[str]:
        """What is told of the template's looks, each time that they are others than before."""
        from mundraft.desk.looks import looks_lines

        before, self._looks = self._looks, looks_lines(template)
        if self._looks != before:
            yield from ("", *(self._looks or ("The template has no looks of its own any more.",)))


def _changes(before: Previewed, now: Previewed) -> list[str]:
    from mundraft.desk.previewing import changed

    lines = list(change_lines(changed(before, now)))
    return ["", *lines] if lines else ["The paper is printed as it was."]


def _problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    for problem in problems[:_MOST_TOLD]:
        yield ""
        yield problem.told()
    if more := len(problems[_MOST_TOLD:]):
        yield f"\n... and {more} more: mundraft template check tells them all."


def _files_named(problems: Iterable[Problem]) -> Iterator[Path]:
    """The files in which something is wrong: one of a chain may be known only by its fault."""
    return (Path(problem.place.file) for problem in problems if problem.place)
