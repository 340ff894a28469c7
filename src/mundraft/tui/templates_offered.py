"""The templates as they are offered to whoever writes a paper: each with what it is for, those of the class first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mundraft.desk.creating import USUAL
from mundraft.desk.template_cards import TemplateCard, cards
from mundraft.text.harmless import harmless
from mundraft.tui.dialogs import Choose, Offer

if TYPE_CHECKING:
    from mundraft.library.search_path import Library


class ChooseTemplate(Choose):
    """Which template a new paper has; Enter alone takes the first of the class's, else the usual one."""

    HELP_TEXT = (
        "The template decides what you are asked and how your paper is built. If your conference or your teacher names "
        "none, take the one that is marked. You can change it at any time, and every answer is kept."
    )

    def __init__(self, library: Library) -> None:
        offered = [card for card in cards(library) if card.is_read]
        classes = next((card for card in offered if not card.ships), None)
        taken = f"“{harmless(classes.title)}”" if classes else "the classic one"
        explains = f"Enter takes {taken}; you can change it later."
        offers = [_offer(card) for card in offered]
        super().__init__("Which kind of paper?", explains, offers, classes.name if classes else USUAL)


def template_offers(library: Library) -> list[Offer]:
    """Every template that can be used, with a line on what it is for."""
    return [_offer(card) for card in cards(library) if card.is_read]


def _offer(card: TemplateCard) -> Offer:
    return Offer(card.name, harmless(card.title), _tells(card))


def _tells(card: TemplateCard) -> str:
    """What it is for; whose it is where it does not come with the program."""
    return harmless(card.tells if card.ships else ": ".join(one for one in (card.whose, card.tells) if one))
