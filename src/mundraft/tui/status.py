"""The one status line of the interview: saved, words, pages, what is still required."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.content import Content
from textual.widgets import Static

from mundraft.document.length_now import LengthNow

_NOT_COUNTED = LengthNow()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the paper stands. Its length is nothing until it was counted once."""

    saved: str = "saved"
    trouble: bool = False
    length: LengthNow = _NOT_COUNTED
    #: the letter of the topic whose length is shown, "" for that of the whole paper
    topic: str = ""
    #: the length of the part being worked on, in words; "" where there is no room for it
    part: str = ""
    required_left: int = 0


class StatusLine(Static):
    """Shows a `Standing`, and only redraws when it changed."""

    standing = Standing()

    def tell(self, **changes: object) -> None:
        """Change some of what is told."""
        standing = replace(self.standing, **changes)  # type: ignore[arg-type]
        if standing != self.standing or not self.content:
            self.standing = standing
            self.update(_line(standing), layout=False)


def _line(now: Standing) -> Content:
    saved = Content.styled(now.saved, "$error" if now.trouble else "$success")
    length = now.length
    whose = f"topic {now.topic}: " if now.topic else ""
    words = Content.styled(
        f"{whose}{length.words}{_of(length.max_words)} words", "$warning" if length.has_too_many_words else ""
    )
    sure = "" if not length.borderline else " (borderline)"
    pages = Content.styled(
        f"about {length.pages:.1f}{_of(length.max_pages)} pages{sure}", "$warning" if length.has_too_many_pages else ""
    )
    left = "nothing required is left" if not now.required_left else f"{now.required_left} required left"
    part = [Content.styled(now.part, "$quiet")] if now.part else []
    return Content(" · ").join(
        [saved, words, pages, *part, Content.styled(left, "" if now.required_left else "$success")]
    )


def _of(most: float) -> str:
    """What may be at most, after what is: "/500"; nothing where there is no bound."""
    return f"/{most:g}" if most else ""
