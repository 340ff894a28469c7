"""`mundraft template preview`: what a template makes of papers, once or at each save."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mundraft.cli.preview_text import change_lines, heading, measured, paper_lines, say_in_colours
from mundraft.cli.running import DONE, say
from mundraft.problems import Problem, WrongUse

if TYPE_CHECKING:
    from mundraft.desk.previewing import Previewed
    from mundraft.desk.template_samples import Sample
    from mundraft.library.search_path import Library
    from mundraft.library.template import Template

_LAST = "last"


@dataclass(frozen=True)
class Wanted:
    """What a teacher asked to see: which papers, where to write them, beside which version."""

    named: tuple[str, ...] = ()
    extremes: bool = False
    every: bool = False
    to: str = ""
    output: Path | None = None
    out_dir: Path | None = None
    against: str = ""


def preview(library: Library, name: str, wanted: Wanted) -> int:
    """Print or write what a template makes of the papers that are wanted, and what changed in them."""
    from mundraft.desk.previewing import preview as previewed_of
    from mundraft.desk.template_versions import keep

    _refuse_what_does_not_fit(wanted)
    template = library.template(name)
    before, since = _earlier(template, library, wanted.against)
    shown = [previewed_of(sample, template, library) for sample in _samples(template, library, wanted)]
    keep(template)
    if wanted.output or wanted.out_dir or wanted.to:
        _write(shown, template, library, wanted)
        _say_looks(template)
    elif wanted.against:
        if before is None:
            say(f"No version of {name} that differs from this one is kept on this computer.")
        _say_changes(shown, before, library, since)
    else:
        _say_papers(shown)
        _say_changes(shown, before, library, since)
        _say_looks(template)
    return DONE


def _say_looks(template: Template) -> None:
    """What was taken from the template's reference document, which text in a terminal cannot show."""
    from mundraft.desk.looks import looks_lines

    lines = looks_lines(template)
    if lines:
        say("\n".join(("", *lines)))


def list_samples(library: Library, name: str) -> int:
    """Print the papers that a template can be tried with."""
    from mundraft.desk.template_samples import examples, extremes

    template = library.template(name)
    for title, samples in (("Example papers", examples(template, library)), ("Extremes", extremes(template))):
        if samples:
            say(f"{title}:")
            width = max(len(sample.key) for sample in samples) + 2
            for sample in samples:
                say(f"  {sample.key:<{width}}{sample.title}")
    return DONE


def _refuse_what_does_not_fit(wanted: Wanted) -> None:
    several = wanted.extremes or wanted.every or len(wanted.named) > 1
    if wanted.output and (several or wanted.out_dir):
        what = "-o names one file for one paper."
        raise WrongUse(Problem("preview-one-output", what, "For several papers name a folder with --out-dir."))


def _samples(template: Template, library: Library, wanted: Wanted) -> list[Sample]:
    from mundraft.desk.template_samples import examples, extremes, named, usual

    chosen = [named(one, template, library) for one in wanted.named]
    if wanted.every:
        chosen += examples(template, library)
    if wanted.every or wanted.extremes:
        chosen += extremes(template)
    return list({sample.key: sample for sample in chosen}.values()) or [usual(template, library)]


def _earlier(template: Template, library: Library, against: str) -> tuple[Template | None, str]:
    """The version to compare with, and since when; None where there is none to compare with."""
    from mundraft.desk.template_versions import is_last_kept, last_other, template_in

    if against and against != _LAST:
        return template_in(Path(against), template, library), f"in {against}"
    if not against and is_last_kept(template):
        return None, ""
    version = last_other(template)
    return (version.template, f"of {version.when.astimezone():%d %B, %H:%M}") if version else (None, "")


def _say_papers(shown: Sequence[Previewed]) -> None:
    for number, previewed in enumerate(shown):
        say(("\n\n" if number else "") + "\n".join(paper_lines(previewed)))
    if len(shown) > 1:
        say("\n\nIn all:")
        for previewed in shown:
            say(f"  {measured(previewed)}")


def _say_changes(shown: Iterable[Previewed], before: Template | None, library: Library, since: str) -> None:
    if before is None:
        return
    say(f"\nWhat changed since the version {since} ([-gone-], {{+new+}}):")
    lines = [line for previewed in shown for line in changes_of(previewed, before, library)]
    say_in_colours(lines or ["  Nothing: every paper is printed as it was."])


def changes_of(previewed: Previewed, before: Template, library: Library) -> Iterator[str]:
    """What is printed differently from what an earlier version of the template prints; that it fails, where it does."""
    from mundraft.desk.previewing import changed
    from mundraft.desk.previewing import preview as previewed_of
    from mundraft.desk.template_samples import as_in
    from mundraft.problems import MundraftError

    try:
        old = previewed_of(as_in(before, previewed.sample), before, library)
    except MundraftError:
        yield f"  {heading(previewed)}, which the earlier version cannot print."
        return
    lines = list(change_lines(changed(old, previewed)))
    if lines:
        yield f"  {heading(previewed)}, {old.words} words then, {previewed.words} now"
        yield from (f"    {line}" for line in lines)


def _write(shown: Iterable[Previewed], template: Template, library: Library, wanted: Wanted) -> None:
    from mundraft.desk.exporting import export_paper
    from mundraft.desk.previewing import library_with
    from mundraft.files.atomic import make_folder

    to = wanted.to or (wanted.output.suffix.lstrip(".").lower() if wanted.output else "") or "docx"
    folder = wanted.out_dir or Path()
    if wanted.out_dir:
        make_folder(folder)
    for previewed in shown:
        target = wanted.output or folder / f"{template.name} - {previewed.sample.key}.{to}"
        report = export_paper(previewed.sample.paper, library_with(library, template), to, target)
        say(report.message)
