"""Every key of the app, in one table: screens bind from it, the key bar and the help show it, docs/keys.md lists it.

Only keys that every terminal delivers are here: function keys up to F10, arrows, Enter, Escape, Tab, and control with a
letter that is not another key's code (not H, I, J, M or [). Where a system or a multiplexer may take one for itself
(F1 and F10 in some windows, control+B in tmux), there is a second key, and the palette has every command too.
"""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding, BindingType


class Key(NamedTuple):
    """One command of a screen: the keys that call it (Textual's names), its action, a word for the bar, its help.

    `bar` is its place in the key bar, 0 to leave it out. `palette` says whether the palette offers it."""

    keys: str
    action: str
    label: str
    tells: str
    bar: int = 0
    palette: bool = True

    @property
    def shown(self) -> str:
        """The first key as people write it: "^N", "F8"."""
        return shown(self.keys.split(",")[0])

    @property
    def all_shown(self) -> str:
        return " or ".join(shown(key) for key in self.keys.split(","))


_NAMES = {"escape": "Esc", "enter": "Enter", "slash": "/", "tab": "Tab", "shift+tab": "Shift+Tab", "delete": "Delete"}


def shown(key: str) -> str:
    """A key as people write it."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+").upper()
    return _NAMES.get(key, key.upper() if key.startswith("f") and key[1:].isdigit() else key)


EVERYWHERE = (
    Key("f1", "help", "Help", "Help on what you are doing, and the keys", bar=90),
    Key("ctrl+p,f10", "command_palette", "More", "Search every command by name", bar=95, palette=False),
    Key("ctrl+t", "next_theme", "Colours", "Change the colours: dark, light, high contrast"),
    Key("ctrl+q", "quit", "Quit", "Leave; everything typed is saved", bar=99),
)

HOME = (
    Key("n", "new", "New paper", "Start a new position paper", bar=1),
    Key("o", "open", "Open", "Open a paper's file", bar=2),
    Key("e", "examples", "Examples", "Read a finished example, or work on a copy of it", bar=3),
    Key("c", "packs", "Class packs", "Add what your teacher gave you in one file, or remove it", bar=4),
    Key("t", "templates", "Templates", "See what each template asks; check, preview or begin one of your own", bar=5),
)

TEMPLATES = (
    Key("f2", "questions", "Questions", "What the template asks, as a student meets it", bar=1),
    Key("f3", "preview", "Preview", "What the template makes of a paper", bar=2),
    Key("f4,ctrl+r", "check", "Check", "Every mistake in the template, each with its line", bar=3),
    Key("f5,ctrl+l", "sample", "Other paper", "Preview it with another example, or with a paper at an extreme", bar=5),
    Key(
        "f6", "changes", "What changed", "What is printed differently since the version before; again: the paper", bar=7
    ),
    Key("f9,ctrl+o", "export", "To Word", "Write the previewed paper as a Word document", bar=6),
    Key("n", "new_template", "New template", "Begin a template of your own, built on this one", bar=4),
    Key("escape", "back", "Back", "Back to the list, then to the start screen", bar=8, palette=False),
)

SHOWN_QUESTION = (
    Key("f8,ctrl+n", "next", "Next", "Go to the next question", bar=1),
    Key("f7,ctrl+b", "back", "Back", "Go to the question before", bar=2),
    Key("escape", "close", "Close", "Back to the list of questions; nothing is kept", bar=3, palette=False),
)

INTERVIEW = (
    Key("f8,ctrl+n", "next", "Next", "Go to the next question", bar=1),
    Key("f7,ctrl+b", "back", "Back", "Go to the question before", bar=2),
    Key("f2", "steps", "Steps", "Every question, with its state; jump to any", bar=3),
    Key(
        "f3", "preview", "Preview", "The paper as it reads now, in the whole window; again, or Esc: the question", bar=4
    ),
    Key("f4,ctrl+r", "review", "Review", "What is missing or has no source yet", bar=5),
    Key("f5,ctrl+l", "sources", "Sources", "Add a source to this answer, or choose one again", bar=7),
    Key("f6", "note", "Note", "A private note on this question; never exported"),
    Key("f9,ctrl+o", "export", "Export", "Write the paper as a Word, PDF, text or Markdown file", bar=6),
    Key("ctrl+k", "conference", "Conference rules", "What your conference asks for, and choosing another conference"),
    Key(
        "ctrl+z",
        "undo",
        "Undo",
        "Undo the words typed last in this text, or bring back what was taken out since: an entry, a line, a topic",
    ),
    Key("ctrl+y", "redo", "Redo", "Do again what was undone"),
    Key("ctrl+g", "own_words", "Write a part myself", "Write a part of the paper yourself, or give it back"),
)

INTERVIEW_COMMANDS = (
    Key("", "next_open", "Next open question", "Go to the next question that still needs an answer"),
    Key("", "alone", "The question alone", "Leave out the steps and the paper beside the question; again: show them"),
    Key("", "add_entry", "Add another entry", "One more solution, instrument or action like this one"),
    Key(
        "",
        "remove_entry",
        "Take out (remove) this entry",
        "Take out the solution, instrument or action being asked about",
    ),
    Key("", "move_entry(-1)", "Move this entry up", "Let it come earlier in the paper"),
    Key("", "move_entry(1)", "Move this entry down", "Let it come later in the paper"),
    Key("", "list_line('up')", "Move this line up", "Let the line of a list that you are in come earlier"),
    Key("", "list_line('down')", "Move this line down", "Let the line of a list that you are in come later"),
    Key("", "list_line('remove')", "Take out (remove) this line", "Take out the line of a list that you are in"),
    Key("", "add_topic", "Add a topic", "A second or third topic in the same paper"),
    Key("", "remove_topic", "Take out (remove) this topic", "Take out the topic being asked about, with its answers"),
    Key("", "history", "Earlier versions", "See what changed since, and bring an earlier version back"),
    Key("", "merge", "Merge another copy", "Compare with a co-delegate's copy and take answers from it"),
    Key(
        "", "import_sources", "Import sources", "Add sources from a file of Zotero, Mendeley, EasyBib or Google Scholar"
    ),
    Key("", "change_template", "Change the template", "Ask other questions; every answer is kept"),
    Key("", "page_size", "Page size: A4 or Letter", "Change the paper size of the Word document"),
    Key("", "addresses", "Print addresses", "Let the resources list show each source’s address, for a paper on paper"),
    Key("", "copy_section", "Copy this section", "Put the part you are writing on the clipboard"),
    Key("", "rename", "Rename the file", "Give the paper's file another name"),
    Key("", "home", "Back to the start", "Save and go back to the first screen"),
)

DIALOG = (Key("escape", "dismiss_dialog", "Close", "Close this and go back", bar=1, palette=False),)

REVIEW = (
    *DIALOG,
    Key("f9,ctrl+o", "export", "Export", "Write the paper out as it is; what is missing is marked", bar=6),
)

SOURCES = (
    Key("e", "change_source", "Change", "Change the source chosen in the list", palette=False),
    Key(
        "d,delete", "remove_source", "Take out", "Take the source out of the paper, if nothing cites it", palette=False
    ),
)

TEXT = (
    Key("ctrl+z", "undo", "Undo", "Undo the words typed last"),
    Key("ctrl+y", "redo", "Redo", "Do again what was undone"),
    Key("ctrl+a", "select_all", "Select all", "Select the whole answer"),
    Key("ctrl+c", "copy", "Copy", "Copy the selected text"),
    Key("ctrl+x", "cut", "Cut", "Cut the selected text"),
    Key("ctrl+v", "paste", "Paste", "Paste what was copied in mundraft (your terminal's own paste works too)"),
    Key("ctrl+w", "delete_word_left", "Delete word", "Delete the word before the cursor"),
    Key(
        "ctrl+u",
        "delete_to_start_of_line",
        "Clear",
        "Delete what stands before the cursor in its paragraph; ^Z brings it back",
    ),
    Key("tab", "focus_next", "Move on", "To the next control; Shift+Tab goes back"),
)

SECTIONS: tuple[tuple[str, tuple[Key, ...]], ...] = (
    ("Everywhere", EVERYWHERE),
    ("Start screen", HOME),
    ("Interview", INTERVIEW),
    ("Inside a text", TEXT),
    ("Templates", TEMPLATES),
    ("In a dialog", DIALOG),
    ("In the list of sources", SOURCES),
)


def bound(keys: tuple[Key, ...], *, priority: bool = False) -> list[BindingType]:
    """The bindings of some keys, hidden from Textual's own footer: the key bar shows them."""
    return [
        Binding(_either_case(key.keys), key.action, key.label, show=False, priority=priority)
        for key in keys
        if key.keys
    ]


def _either_case(keys: str) -> str:
    """The keys, and each letter as a capital too: the lists show capitals, and the lock for them may be on."""
    each = keys.split(",")
    return ",".join(dict.fromkeys([*each, *(key.upper() for key in each if len(key) == 1 and key.isalpha())]))


def keys_page() -> str:
    """docs/keys.md as it should be: a test holds the file to this."""
    lines = [
        "# Keys",
        "",
        "Every command is also in the palette (^P or F10) by its name. ^ means the Control key.",
        "The mouse works everywhere: click a step, a key in the bar, a part of the preview.",
    ]
    for title, keys in SECTIONS:
        lines += ["", f"## {title}", "", "| Key | What it does |", "|---|---|"]
        lines += [f"| {key.all_shown} | {key.tells} |" for key in keys]
    lines += ["", "## Only in the palette", "", "| Command | What it does |", "|---|---|"]
    lines += [f"| {key.label} | {key.tells} |" for key in INTERVIEW_COMMANDS]
    return "\n".join(lines) + "\n"
