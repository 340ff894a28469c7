"""The one status line of the interview: saved, words, pages, what is still required."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.content import Content
from textual.widgets import Static


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the paper stands. `words` and `pages` are 0 until they were counted once."""

    saved: str = "saved"
    trouble: bool = False
    words: int = 0
    max_words: int = 0
    pages: float = 0.0
    borderline: bool = False
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
    limit = f"/{now.max_words}" if now.max_words else ""
    over = bool(now.max_words) and now.words > now.max_words
    words = Content.styled(f"{now.words}{limit} words", "$warning" if over else "")
    pages = Content(f"about {now.pages:.1f} pages" + (" (borderline)" if now.borderline else ""))
    left = "nothing required is left" if not now.required_left else f"{now.required_left} required left"
    return Content(" · ").join([saved, words, pages, Content.styled(left, "" if now.required_left else "$success")])
