"""What the editors share that have a list of what fits below the box in which one types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static

from mundraft.text.folding import fold
from mundraft.tui.editors.base import Editor
from mundraft.tui.editors.textbox import TextBox

#: As many entries are named as a line takes.
_NAMED = 3
#: What is said while the cursor is in the list, the second part where there is room for it.
_TAKES, _MOVES = "Enter takes the marked line.", " Up and Down move the mark."


class EditorWithList(Editor):
    """Down goes from the box into the list; what is typed in the list goes on in the box, so that no letter is lost."""

    #: how many boxes stand above the list
    BOXES_ABOVE = 1

    def unasked(self) -> str:
        """What the list offers for words that were typed and neither taken nor kept by hand; "" for nothing."""
        return ""

    def doubt(self) -> str:
        offered = self.unasked()
        typed = self.query(TextBox).first().text.strip()
        return f"“{typed}” may mean {offered}: type more, or choose it in the list (Down, Enter)." if offered else ""

    def tell_understood(self, told: Content) -> None:
        """Say above the list what is made of the words in the box."""
        note = self.query_one(".understood", Static)
        note.styles.min_height = None
        note.update(told)

    def tell_of_list(self) -> None:
        """Say what Enter does in the list, where the first line is marked before anything was chosen. The note keeps
        its lines: a mouse goes into the list as it presses a line, and that must not move before it lets go."""
        note = self.query_one(".understood", Static)
        lines = note.size.height
        note.styles.min_height = lines
        whole = len(_TAKES) + len(_MOVES) <= note.size.width or lines > 1
        note.update(Content.styled(_TAKES, "$warning") + Content.styled(_MOVES if whole else "", "$quiet"))

    def on_descendant_blur(self) -> None:
        self.call_after_refresh(self._tell_kept)

    def _tell_kept(self) -> None:
        """Tell, as the question is left, that its words stay as they were typed although the list has what is near."""
        offered = self.unasked() if self.is_mounted and not self.display else ""
        if offered:
            typed = self.query(TextBox).first().text.strip()
            self.notify(
                f"“{typed}” stays as you typed it. If you meant {offered}, go back (F7) and choose it in the list.",
                severity="warning",
                timeout=12,
            )

    def key_down(self, event: Key) -> None:
        found = self.query_one(OptionList)
        above = list(self.query(TextBox))[: self.BOXES_ABOVE]
        if self.screen.focused in above and found.option_count:
            event.stop()
            event.prevent_default()
            found.focus()

    def on_key(self, event: Key) -> None:
        if isinstance(self.screen.focused, OptionList) and event.is_printable and event.character:
            event.stop()
            box = self.query(TextBox).first()
            box.move_cursor(box.document.end)
            box.insert(event.character)
            box.focus()


def which_of(typed: str, meant: Sequence[str]) -> Content:
    """That what was typed means several entries of the list alike, and which, as long as a line can name them."""
    if len(meant) > _NAMED:
        return Content.styled("? Several fit: type more, or choose one below.", "$warning")
    return Content.styled(f"? “{typed}” could mean {' or '.join(meant)}: choose one below.", "$warning")


def one_of(meant: Sequence[str]) -> str:
    """Several entries of the list inside a sentence."""
    return " or ".join(meant) if len(meant) <= _NAMED else f"one of {len(meant)} in the list"


def is_beginning(typed: str, names: Iterable[str]) -> bool:
    """Whether every word that was typed begins a word of one of the names: it is that name, not yet written out."""
    words = fold(typed).split()
    return any(all(any(one.startswith(word) for one in fold(name).split()) for word in words) for name in names)
