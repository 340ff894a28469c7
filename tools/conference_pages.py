"""Writes what `docs/conferences.md` says of the shipped presets and of the form, from the presets and the form.

python tools/conference_pages.py            writes the page's sections anew
python tools/conference_pages.py --check    exit code 1 where they are not as they would be written
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from mundraft.library.conference_form import FormField, fields_of_the_form
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.naming_fields import FIELDS
from mundraft.library.search_path import Library

PAGE = Path(__file__).parents[1] / "docs" / "conferences.md"
#: What is needed in every file that corrects no other.
_NEEDED = " **Needed.**"


def shipped() -> Iterator[str]:
    """A table of the presets that ship."""
    library = Library([Folder(shipped_folder(), Tier.SHIPPED)])
    conferences = [library.conference(found.name) for found in library.conferences()]
    real = [one for one in conferences if any(seen.url for seen in one.seen_at)]
    cut = sum(any(seen.cut_short for seen in one.seen_at) for one in real)
    yield f"{len(real)} presets of real conferences; of {cut} the page was seen in part only."
    yield ""
    yield "| preset | conference | season | where its rules were seen | seen on |"
    yield "|---|---|---|---|---|"
    for one in conferences:
        links = ", ".join(f"[{seen.title}]({seen.url})" if seen.url else seen.title for seen in one.seen_at)
        seen_on = max(seen.seen_on for seen in one.seen_at)
        yield f"| `{one.id}` | {one.name} | {one.season or 'not named'} | {links} | {seen_on} |"


def form() -> Iterator[str]:
    """The form, a table for each group, and the names that can stand in braces."""
    fields = list(fields_of_the_form())
    groups = [field for field in fields if field.is_group]
    yield from _table("Of the whole file", [field for field in fields if "." not in field.path])
    for group in groups:
        inside = [field for field in fields if field.path.rpartition(".")[0] == group.path]
        yield ""
        yield from _table(f"`{group.path}`", inside)
    yield ""
    yield "### Names in braces"
    yield ""
    yield "| name | what it says |"
    yield "|---|---|"
    for name, meaning in FIELDS.items():
        yield f"| `{{{name}}}` | {meaning} |"


def _table(title: str, fields: Sequence[FormField]) -> Iterator[str]:
    yield f"### {title}"
    yield ""
    yield "| key | what it says | what can stand there |"
    yield "|---|---|---|"
    for field in fields:
        values = f"{field.values or 'keys'}, see below" if field.is_group else field.values
        needed = _NEEDED if field.required else ""
        yield f"| `{field.path.rpartition('.')[2]}` | {field.meaning}{needed} | {values} |"


SECTIONS = {"presets": shipped, "form": form}


def page_with_sections(page: str) -> str:
    """The page with every section as it is now. Raises `ValueError` where its marks are not there."""
    for name, section in SECTIONS.items():
        begin, end = f"<!-- {name}: written by tools/conference_pages.py -->", f"<!-- end of {name} -->"
        before, _, rest = page.partition(begin)
        _, found, after = rest.partition(end)
        if not found:
            raise ValueError(f"{PAGE.name} lacks the marks {begin} and {end}")
        text = "\n".join(section())
        page = f"{before}{begin}\n\n{text}\n\n{end}{after}"
    return page


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the sections, or check them; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 where the page is out of step")
    check = parser.parse_args(arguments).check
    page = PAGE.read_text(encoding="utf-8")
    written = page_with_sections(page)
    if not check:
        PAGE.write_text(written, encoding="utf-8", newline="\n")
    return 1 if check and written != page else 0


if __name__ == "__main__":
    sys.exit(main())
