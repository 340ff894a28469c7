"""What the parts of the interview's screen know of one another: where it stands, and how to go elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mundraft.interview.states import GroupState, Prompt
from mundraft.paper.address import Address
from mundraft.tui.held_toasts import HeldToasts

if TYPE_CHECKING:
    from mundraft.tui.drafting import Draft
    from mundraft.tui.preview import PartId
    from mundraft.tui.status import StatusLine
    from mundraft.tui.steps import Row
    from mundraft.tui.work import Work


class InterviewBase(HeldToasts):
    """The screen of an interview as its parts see it; `InterviewScreen` puts them together.

    `address` is that of the question on the screen, `draft` the paper as it was composed last."""

    work: Work
    address: Address
    draft: Draft | None
    #: the question from which the page of a part was opened: there it goes on when that page is gone
    came_from: Address = ""
    #: where a question was called from that is answered in passing: from there it goes on
    called_from: Address = ""

    @property
    def status(self) -> StatusLine:
        raise NotImplementedError

    async def go(self, address: Address) -> None:
        raise NotImplementedError

    async def follow(self, row: Row) -> None:
        raise NotImplementedError

    async def show_what_came(self, gone: Address = "") -> None:
        raise NotImplementedError

    async def show_preview(self) -> None:
        raise NotImplementedError

    def take(self) -> None:
        raise NotImplementedError

    def take_typed(self) -> None:
        raise NotImplementedError

    def settle(self) -> None:
        raise NotImplementedError

    def prompt_at(self, address: Address) -> Prompt | None:
        raise NotImplementedError

    def take_out(self, address: Address, called: str) -> None:
        raise NotImplementedError

    def tell_of_undo(self, told: str) -> None:
        raise NotImplementedError

    def group_here(self, prompt: Prompt) -> GroupState | None:
        raise NotImplementedError

    def part_here(self) -> PartId | None:
        raise NotImplementedError

    def home(self) -> None:
        raise NotImplementedError
