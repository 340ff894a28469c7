"""What a class's folder holds is shown as it stands: no name in it styles, clicks, moves or stops the app."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_walking import KENYA, NARROW, app_on, at, interview, on_disk, type_in, until, write_paper

SOURCES = 'source: s\nsources:\n  s:\n    title: "[/]"\n    as_of: 2020\n'
EVIL = '"[red]Evil[/] [@click=app.quit]seat[/"'
FILES = {
    "country_profiles/evil.yaml": (
        f'names:\n  short: {EVIL}\n  formal: "[/b] {{{{ 7*7 }}}} \\e[2J"\n  source: s\n'
        f'shared_aliases:\n  - "[[["\nunited_nations:\n  status: none\n  source: s\n{SOURCES[10:]}'
    ),
    "instruments/evil-treaty.yaml": (
        'title: "[red]Evil[/] Treaty [/"\nshort: "[/x]"\nkind: convention\nbinding: true\nadopted: 1990-01-01\n'
        'in_force: 1991-01-01\nnote: "one\\ntwo \\e]0;t\\a[link=x]y"\ntopics:\n  - "[red]"\n'
        f'articles:\n  - number: "1 [b]"\n    does: "[/] does [@click=app.quit]evil"\n{SOURCES}'
    ),
    "bodies/evil-body.yaml": f'name: "[red]Evil[/] Body [/"\nkind: "[/]"\nmandate: "[/] \\e[31m works"\n{SOURCES}',
    "country_profiles/kenya.yaml": "[red]: broken [/\n\t",
    "instruments/Not An Id [red].yaml": "x",
}


@pytest.fixture
def paper(papers: Path) -> Path:
    for name, text in FILES.items():
        path = papers / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return write_paper(papers / "kenya.yaml", KENYA)


@pytest.mark.parametrize("size", [NARROW, (40, 20)])
@pytest.mark.parametrize(
    ("address", "typed", "kept"),
    [
        ("seat", "Evil", "evil"),
        ("topics/t1/instruments/i1/ref", "Evil Treaty", "evil-treaty"),
        ("committee", "Evil Body", "Evil"),
    ],
)
async def test_a_name_full_of_markup_is_offered_and_taken(
    paper: Path, size: tuple[int, int], address: str, typed: str, kept: str
) -> None:
    async with app_on(paper, size) as pilot:
        await at(pilot, address)
        await pilot.press("ctrl+a")
        await type_in(pilot, typed)
        await until(pilot, lambda: "Evil" in " ".join(offered(pilot)), "the entry is offered")
        assert "\x1b" not in " ".join(offered(pilot))
        await pilot.press("down", "enter")
        await until(pilot, lambda: interview(pilot).address != address, "the next question")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: kept in str(on_disk(paper)), "it is saved")


def offered(pilot) -> list[str]:
    from textual.widgets import OptionList

    return [str(option.prompt) for option in interview(pilot).query_one("#question .found", OptionList).options]
