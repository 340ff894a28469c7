"""One work as it stands in a file, before it is judged: CSL's names, the file's words."""

from __future__ import annotations

from dataclasses import dataclass, field

from mundraft.paper.model import Name


@dataclass(slots=True)
class Entry:
    """A work of a file. Keys of `texts`, `names` and `dates` are CSL-JSON's; dates are as they were written there.

    `addresses` are the links in the file's order: the first that may be followed is taken."""

    line: int
    type: str = "document"
    texts: dict[str, str] = field(default_factory=dict)
    names: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    addresses: list[str] = field(default_factory=list)
    #: the line of a field, by CSL's name, where it has one of its own
    lines: dict[str, int] = field(default_factory=dict)
    #: whether the file says that there are more authors than it names
    others: bool = False

    @property
    def called(self) -> str:
        """What the work is called in messages."""
        title = " ".join(self.texts.get("title", "").split())
        if not title:
            return "This entry"
        return f"“{title}”" if len(title) <= 60 else f"“{title[:59]}…”"

    def line_of(self, name: str) -> int:
        """The line on which a field stands, as near as the file's form tells."""
        return self.lines.get(name, self.line)

    def take(self, text: str, name: str) -> None:
        """Keep a text under CSL's name for it, unless there is one already."""
        if text.strip():
            self.texts.setdefault(name, text)
