"""One question on the screen: what is asked, the sentence it fills, the editor, advice, sources, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mundraft.interview.frames import Frame, in_frame, in_sentence, is_woven, names_the_paper
from mundraft.interview.states import Prompt
from mundraft.tui.button import Button
from mundraft.tui.button_row import ButtonRow
from mundraft.tui.editors.base import Editor
from mundraft.tui.editors.choosing import editor_for
from mundraft.tui.lookups import Lookups
from mundraft.tui.steps import OWN

if TYPE_CHECKING:
    from mundraft.library.questions import PartInfo
    from mundraft.paper.address import Address
    from mundraft.problems import Problem
    from mundraft.tui.printed_sentences import Around

#: What stands before a sentence of which only the answer is the delegate's.
LIKE = "Example sentence: "
#: What stands before the sentence that the paper prints.
PRINTED = "In your paper: "


class QuestionView(VerticalScroll):
    """Shows one prompt at a time. Every editor stays, hidden, so that its text and its undo do too."""

    can_focus = False

    def __init__(self, lookups: Lookups) -> None:
        super().__init__(id="question")
        self._lookups = lookups
        self._editors: dict[Address, Editor] = {}
        self.editor: Editor | None = None
        #: an editor that is made anew when its question is shown again
        self._outdated: Editor | None = None
        self._drawn: dict[str, object] = {}

    def compose(self) -> ComposeResult:
        yield Static(id="where")
        yield Static(id="ask")
        yield Static(id="frame")
        yield Vertical(id="editors")
        yield Static(id="hint")
        # On a short screen these stay in sight at the foot, however long the answer above them is.
        with Vertical(id="minded"):
            yield Static(id="advice")
            yield Static(id="cites")
        yield Static(id="note")
        yield Static(id="help")
        with ButtonRow(id="moves"):
            yield Button("‹ Back", id="back")
            yield Button("Next ›", id="next", variant="primary")
            yield Button("", id="another")

    async def show(self, prompt: Prompt) -> Editor:
        """Show a prompt with its editor, the one from before where there is one."""
        editor = self._editors.get(prompt.address)
        if editor is not None and (editor is self._outdated or not _still_fits(editor, prompt)):
            await editor.remove()
            editor = None
        if self.editor is not None and self.editor is not editor:
            self.editor.display = False
        if editor is None:
            editor = self._editors[prompt.address] = editor_for(prompt, self._lookups)
            self.editor = editor
            await self.query_one("#editors").mount(editor)
            editor.known = editor.value
        else:
            editor.show(prompt)
            editor.known = editor.value
            editor.display = True
        self.editor = editor
        self._update("where", _where(prompt, self._lookups.topic_letter(prompt.topic_id)))
        self._update("ask", Content(prompt.question.ask))
        self._update("hint", Content.styled(self._lookups.hint(prompt), "$lookup"))
        self._update("help", question_help(prompt))
        self.scroll_home(animate=False)
        return editor

    def forget(self, gone: Address = "") -> None:
        """Let go of every editor that is not shown: what they show may be gone. The one that is shown goes with what
        was taken out at an address: what was typed in it is no step on the way to what stands there now."""
        if self.editor is not None and gone and self.editor.prompt.address.startswith(f"{gone}/"):
            self._outdated = self.editor
        for address, editor in list(self._editors.items()):
            if editor is not self.editor:
                editor.remove()
                del self._editors[address]

    def tell(
        self,
        prompt: Prompt,
        advice: tuple[Problem, ...],
        cites: Content,
        note: str,
        another: str,
    ) -> None:
        """What is told of the question while it is answered, but for its sentence."""
        self._update(
            "advice", Content("\n").join(_advice(problem) for problem in (*advice, *self._lookups.quoted(prompt)))
        )
        self._update("cites", cites)
        self._update("note", Content.from_markup("[$quiet]Private note:[/] $note", note=note) if note else Content(""))
        button = self.query_one("#another", Button)
        button.display = bool(another)
        if button.label != another:
            button.label = another
            button.refresh(layout=True)

    def tell_sentence(self, prompt: Prompt, replaced_by: PartInfo | None = None, around: Around | None = None) -> None:
        """The sentence that the answer fills. `replaced_by`: the part that the delegate writes, so that the answer is
        not printed; `around`: what the paper prints around it, where that is known."""
        if replaced_by:
            told = _replaced(replaced_by)
        elif around and is_woven(prompt.question) and prompt.question.frame:
            value = self._lookups.readable(prompt.value, prompt.topic_id)
            told = _told(in_sentence(prompt.question, value, *around), PRINTED)
        else:
            told = _frame(prompt, self._lookups)
        self._update("frame", told)

    def _update(self, name: str, content: Content) -> None:
        widget = self.query_one(f"#{name}", Static)
        widget.display = bool(content.plain)
        drawn = (content.plain, content.spans)
        if self._drawn.get(name) != drawn:
            self._drawn[name] = drawn
            widget.update(content)


def _still_fits(editor: Editor, prompt: Prompt) -> bool:
    was = editor.prompt.question
    return editor.CAN_STAY and (was.kind, was.many is None) == (prompt.question.kind, prompt.question.many is None)


def _where(prompt: Prompt, letter: str) -> Content:
    """Step and entry. No count of all questions: most are optional, and "1 of 93" sends a delegate to bed."""
    # An entry's label is long, and the line must not wrap.
    need = "required" if prompt.required else "optional" if prompt.entry_label else "optional: F8 goes on"
    entry = f" › {prompt.entry_label}" if prompt.entry_label else ""
    # Inside an entry of an entry there is no room for it.
    topic = f" › Topic {letter}" if letter and "," not in prompt.entry_label else ""
    return Content.from_markup(
        "[$primary]$step[/]$topic$entry [$quiet]· $need[/]",
        step=prompt.step_title, topic=topic, entry=entry, need=need,
    )  # fmt: skip


def _frame(prompt: Prompt, lookups: Lookups) -> Content:
    """The sentence that the answer fills, with the answer in its place.

    The template's words are an example, and may be about another topic than the paper's: marked as one."""
    # A seat's profile is read for the few frames that name it.
    names = lookups.names(prompt.topic_id) if names_the_paper(prompt.question) else ("", "")
    frame = in_frame(prompt.question, lookups.readable(prompt.value, prompt.topic_id), *names)
    return sentence(frame) if frame else Content("")


def _replaced(part: PartInfo) -> Content:
    """That an answer is not printed, and the key that leads to what is."""
    return Content.from_markup(
        f"[$warning]{OWN} Not printed: you wrote “$part” in your own words.[/] [$quiet]This answer is kept.[/]  "
        "[@click=screen.own_words][b $primary]^G[/] leads there[/]",
        part=part.title,
    )


def sentence(frame: Frame) -> Content:
    """A sentence of the template with the answer, or the gap for it, in its place; marked where it is an example."""
    return _told(frame, LIKE if _is_example(frame) else "")


def _told(frame: Frame, label: str) -> Content:
    said = Content.styled(frame.answer, "$mine bold" if frame.filled else "$gap")
    whole = Content.styled(frame.before, "$template-words") + said + Content.styled(frame.after, "$template-words")
    return Content.styled(label, "$quiet") + whole


def _is_example(frame: Frame) -> bool:
    """Whether the template's words make a sentence about something, and not only name what is asked ("School: …")."""
    before = frame.before.strip()
    return not before.endswith(":") and len(f"{before} {frame.after}".split()) > 1


def _advice(problem: Problem) -> Content:
    return Content.from_markup("[$warning]![/] $what [$quiet]$next[/]", what=problem.what, next=problem.next_step)


def question_help(prompt: Prompt) -> Content:
    """The help on a question, with its weak and its strong example."""
    question = prompt.question
    lines = [Content(question.help)] if question.help else []
    if question.weak:
        lines.append(Content.from_markup("[$error]weak[/]    $text", text=question.weak))
    if question.strong:
        lines.append(Content.from_markup("[$success]strong[/]  $text", text=question.strong))
    return Content("\n").join(lines)
