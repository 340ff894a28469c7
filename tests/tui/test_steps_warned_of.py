"""The list of every question marks what the review warns of, and not what it only advises."""

from __future__ import annotations

from pathlib import Path

from tui_walking import KENYA, app_on, interview, until, write_paper

from mundraft.tui.steps import Steps
from mundraft.tui.steps_dialog import StepsDialog

#: A number without a source, of which the review warns; an entry with a capital, about which it advises.
FACTS = "\n      facts:\n        - In 2019 about 40 per cent of all herds died\n      forms:\n        - The long walk\n"


async def test_questions_of_which_the_review_warns_are_marked_when_the_list_opens(papers: Path) -> None:
    async with app_on(write_paper(papers / "kenya.yaml", KENYA.rstrip("\n") + FACTS)) as pilot:
        await pilot.press("f2", *"fact")

        def marked() -> list[str]:
            steps = pilot.app.screen.query_one("#every-question", Steps)
            return [str(option.prompt).strip() for option in steps.options]

        await until(pilot, lambda: isinstance(pilot.app.screen, StepsDialog))
        await until(
            pilot, lambda: "! Which fact shows how large the issue is?" in marked(), "the mark, in what is sought"
        )
        await pilot.press(*["backspace"] * 4)
        await until(pilot, lambda: len(marked()) > 20, "every question")
        assert "! Which fact shows how large the issue is?" in marked()
        assert "✓ Which forms does it take?" in marked()
        assert "• Why does it happen?" in marked()
        assert interview(pilot).work.paper.topics[0].answers["facts"]
