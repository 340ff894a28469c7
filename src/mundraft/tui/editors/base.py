"""What every editor is: a widget that shows a value, tells of each change, and knows nothing of papers."""

from __future__ import annotations

from typing import Any

from textual.containers import Vertical
from textual.message import Message

from mundraft.interview.states import Prompt


class Editor(Vertical):
    """Edits the answer to one prompt. `value` is in the form that `mundraft.interview.changing.answer` takes."""

    #: what F1 tells about working this editor
    HOW = "Type your answer. It is saved as you type."
    #: whether it can be shown again later: not where what it offers follows from other answers
    CAN_STAY = True

    class Changed(Message):
        """The value is another one now, by the person's hand."""

        def __init__(self, editor: Editor) -> None:
            super().__init__()
            self.editor = editor

    class Moved(Message):
        """Another text of a list is being worked on."""

    class Submitted(Message):
        """The person is done here (Enter): go on to the next question."""

        def __init__(self, editor: Editor) -> None:
            super().__init__()
            self.editor = editor

    def __init__(self, prompt: Prompt) -> None:
        super().__init__(classes="editor")
        self.prompt = prompt
        self._known: Any = None

    @property
    def known(self) -> Any:
        """The value that the paper has already, so that a change is put there once."""
        return self._known

    @known.setter
    def known(self, value: Any) -> None:
        self._known = value
        self.now_known()

    def now_known(self) -> None:
        """The paper gets what stands here now: for an editor that keeps more of it than its value."""

    @property
    def value(self) -> Any:
        """The answer as it stands in the editor."""
        raise NotImplementedError

    @property
    def item(self) -> int:
        """Which text of a list is being worked on, from 0."""
        return 0

    @property
    def is_on_empty_line(self) -> bool:
        """Whether what is being worked on is a line of a list that holds no words, and so can rest on no source."""
        return False

    def leave(self) -> None:
        """The question is left, or the paper is looked at: what waited for that is in `value` from now on."""

    def doubt(self) -> str:
        """Why what stands here may not be what is meant, and what to do; "" where there is no doubt."""
        return ""

    def show(self, prompt: Prompt) -> None:
        """Show what the paper holds now. Never called with what was just typed here."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the cursor where the person will want to type."""
        raise NotImplementedError

    def tell_changed(self) -> None:
        self.post_message(self.Changed(self))

    def tell_submitted(self) -> None:
        self.post_message(self.Submitted(self))
