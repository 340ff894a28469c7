"""The one status line of the interview: saved, words, pages, what is still required."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content
from textual.widgets import Static

from mundraft.document.length_now import LengthNow
from mundraft.tui.part_budgets import PartBudget

_NOT_COUNTED = LengthNow()


class Standing(NamedTuple):
    """Where the paper stands. Its length is nothing until it was counted once."""

    saved: str = "saved"
    trouble: bool = False
    length: LengthNow = _NOT_COUNTED
    #: the letter of the topic whose length is shown, "" for that of the whole paper
    topic: str = ""
    #: the part being worked on, where it is known
    part: PartBudget | None = None
    required_left: int = 0


class StatusLine(Static):
    """Shows a `Standing`, and only redraws when it changed."""

    standing = Standing()

    def tell(self, **changes: object) -> None:
        """Change some of what is told."""
        standing = self.standing._replace(**changes)  # type: ignore[arg-type]
        if standing != self.standing or not self.content:
            self.standing = standing
            self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        """Show as much of the part's length as there is room for: the rest matters more."""
        now = self.standing
        lines = [*(_line(now, part) for part in _part_told(now.part)), _line(now, "", brief=True)]
        room = self.content_size.width
        self.update(next((line for line in lines if line.cell_length <= room), lines[-1]), layout=False)


def _part_told(part: PartBudget | None) -> tuple[str, ...]:
    """The length of the part in words, the fullest form first."""
    if part is None:
        return ("",)
    # A number alone, without a bound after it, would not say what it counts.
    brief = f"this part {part.in_short}" if part.budget else f"this part {_amount(part.words, 'word')}"
    return (f"{part.title}: {part.in_short} words", brief, "")


def _line(now: Standing, part_told: str, *, brief: bool = False) -> Content:
    saved = Content.styled(now.saved, "$error" if now.trouble else "$success")
    length = now.length
    whose = f"topic {now.topic}: " if now.topic else ""
    words = Content.styled(
        f"{whose}{length.words}{_of(length.max_words)} words", "$warning" if length.has_too_many_words else ""
    )
    sure = "" if not length.borderline else " (borderline)"
    pages = Content.styled(
        f"about {length.pages:.1f}{_of(length.max_pages)} pages{'' if brief else _of_what(length)}{sure}",
        "$warning" if length.has_too_many_pages else "",
    )
    left = "nothing required is left" if not now.required_left else f"{now.required_left} required left"
    # The marks of what is still to write fill most of a page before the first word does.
    if not length.words:
        pages = Content(f"at most {_amount(length.max_pages, 'page')}" if length.max_pages else "")
    part = [Content.styled(part_told, "$quiet")] if part_told else []
    return Content(" · ").join(
        [
            saved,
            words,
            *([pages] if pages else []),
            *part,
            Content.styled(left, "" if now.required_left else "$success"),
        ]
    )


def _of_what(length: LengthNow) -> str:
    """That the list of sources is not counted among pages that have a limit: the file has more of them."""
    return " without the sources" if length.max_pages and not length.with_list else ""


def _amount(number: float, unit: str) -> str:
    return f"{number:g} {unit}{'' if number == 1 else 's'}"


def _of(most: float) -> str:
    """What may be at most, after what is: "/500"; nothing where there is no bound."""
    return f"/{most:g}" if most else ""
