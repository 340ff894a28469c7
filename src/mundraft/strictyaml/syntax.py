"""What a YAML parser says of a broken file, told so that a student can mend it.

Both parsers (libyaml and PyYAML's own) name a fault by a context, a problem and marks. The wording differs a little
between them and helps nobody who does not know YAML; here it only serves to tell one fault from another.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import yaml

from mundraft.problems import Problem
from mundraft.strictyaml import lost_signs, misplaced
from mundraft.strictyaml.commented_groups import commented_group
from mundraft.strictyaml.source import Source

_QUOTE_IT = 'Put the whole text between quotation marks, like this: "..."'
_KEY_BEFORE = re.compile(r":\s")
_ODD_SPACE = re.compile(r" *(?:- +)*(?:[\w-]+: *)?[^\S \t]")
_OPENS_TEXT = re.compile(r"(?::|-)[ ]+\Z")
_NOT_FIRST = frozenset("}],-?")


@dataclass(frozen=True, slots=True)
class _Fault:
    """What the parser said, and where in the text."""

    source: Source
    context: str
    problem: str
    began: int
    index: int

    def line(self, index: int) -> str:
        return self.source.line_text(self.source.line_of(index))


def told(error: yaml.YAMLError, source: Source) -> Problem:
    """The parser's error as a problem with a code, a place and what to do."""
    fault = _fault_of(error, source)
    if odd_space := _odd_space_near(fault):
        return odd_space
    for phrases, tell in _TELLINGS:
        if any(phrase in fault.problem or phrase in fault.context for phrase in phrases):
            return tell(fault)
    return _told_syntax(fault)


def _odd_space_near(fault: _Fault) -> Problem | None:
    """A space that is none to YAML, as web pages and word processors write them, where one has to be."""
    number = fault.source.line_of(fault.index)
    for candidate in range(max(number - 2, 1), number + 1):
        line = fault.source.line_text(candidate)
        if match := _ODD_SPACE.match(line):
            start = fault.source.index_of(candidate) + match.end() - 1
            return Problem(
                "yaml-odd-space",
                "What looks like a space here is another character, copied from a web page or a word processor.",
                "Delete it, and press the space bar instead.",
                fault.source.place(start),
            )
    return None


def _fault_of(error: yaml.YAMLError, source: Source) -> _Fault:
    end = len(source.text.rstrip())
    mark = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None)
    index = mark.index if mark is not None else end
    return _Fault(
        source,
        getattr(error, "context", None) or "",
        getattr(error, "problem", None) or str(error),
        began.index if began is not None else index,
        min(index, end),
    )


def _told_tab(fault: _Fault) -> Problem:
    line = fault.source.line_of(fault.index)
    start = fault.index - len(fault.line(fault.index)[: _column(fault, fault.index)])
    at = fault.source.text.find("\t", start)
    return Problem(
        "yaml-tab",
        f"Line {line} has a tab where only spaces can stand.",
        "Replace the tab by spaces: two for each level at the start of a line.",
        fault.source.place(at if at >= 0 else fault.index),
    )


def _column(fault: _Fault, index: int) -> int:
    return fault.source.place(index).column - 1


def _told_colon(fault: _Fault) -> Problem:
    """A colon where none may stand: inside an unquoted text, or after a line that already has its value."""
    line, number = fault.line(fault.index), fault.source.line_of(fault.index)
    told = (
        lost_signs.glued_colon(fault.source, number)
        or lost_signs.glued_colon(fault.source, number - 1)
        or lost_signs.lonely(fault.source, number - 1)
    )
    if told is not None:
        return told
    if _KEY_BEFORE.search(line[: _column(fault, fault.index)]):
        return Problem(
            "yaml-colon",
            "The text holds a colon followed by a space, so it reads as a second key.",
            _QUOTE_IT,
            fault.source.place(fault.index),
        )
    return _told_further_right(replace(fault, index=_start_of_text(fault)))


def _start_of_text(fault: _Fault) -> int:
    """Where the line of the fault begins, after its indentation."""
    line = fault.line(fault.index)
    return fault.index - _column(fault, fault.index) + len(line) - len(line.lstrip())


def _told_missing_colon(fault: _Fault) -> Problem:
    at = fault.source.line_of(fault.index)
    glued = lost_signs.glued_colon(fault.source, at) or lost_signs.glued_colon(fault.source, at - 1)
    return glued or lost_signs.lost_colon(fault.source, fault.source.line_of(fault.began))


def _told_unclosed(fault: _Fault) -> Problem:
    mark = fault.source.text[fault.began : fault.began + 1]
    return Problem(
        "yaml-unclosed-quote",
        "The quotation mark that opens here is never closed.",
        "Close it at the end of the text" + (" (an apostrophe inside '...' is written twice)." if mark == "'" else "."),
        fault.source.place(fault.began),
    )


def _told_further_right(fault: _Fault) -> Problem:
    """A key or an entry below a key that has its value: it stands too far right, or the line it belongs to is gone."""
    number = fault.source.line_of(fault.index)
    above = misplaced.not_set_in(fault.source, number)
    return (
        _other_than_indentation(fault)
        or above
        or Problem(
            "yaml-indentation",
            "This line stands further right than the line above, which has its value already.",
            "Take away the spaces too many at its start; or, if the line it belongs to is gone, such as questions:, "
            "write that above.",
            fault.source.place(fault.index),
        )
    )


def _told_indentation(fault: _Fault) -> Problem:
    first = misplaced.odd_first(fault.source, fault.source.line_of(fault.index))
    return (
        _other_than_indentation(fault)
        or first
        or Problem(
            "yaml-indentation",
            "This line does not begin in the same column as the lines it belongs to.",
            "Line up the keys of one thing; what belongs to a key starts two spaces further right, and an entry of a "
            "list begins with a dash.",
            fault.source.place(fault.index),
        )
    )


def _other_than_indentation(fault: _Fault) -> Problem | None:
    """What makes a line seem to stand wrong that is no matter of its spaces."""
    number = fault.source.line_of(fault.index)
    return (
        lost_signs.glued_dash(fault.source, number)
        or lost_signs.glued_dash(fault.source, number - 1)
        or commented_group(fault.source, number)
    )


def _told_block_end(fault: _Fault) -> Problem:
    """A block ended by something that is no key: a wrong indentation, or text after a closing quotation mark."""
    line = fault.line(fault.index)
    before = line[: _column(fault, fault.index)].rstrip()
    if before.endswith(":") and fault.source.text[fault.index : fault.index + 1] in _NOT_FIRST:
        return _told_first_character(fault)
    if (opened := _opened_above(fault, before)) is not None:
        return _told_unclosed(replace(fault, began=opened))
    if before.endswith(('"', "'", "]", "}")):
        return Problem(
            "yaml-after-quote",
            "Something stands after the closing quotation mark or bracket.",
            "If the whole line is one text, put all of it between quotation marks (an apostrophe inside '...' twice).",
            fault.source.place(fault.index),
        )
    return _told_indentation(fault)


def _opened_above(fault: _Fault, before: str) -> int | None:
    """Where the text in quotes that ends here began, if it began on a line above: then its end was forgotten there, and
    the mark that seems to end it opens another text."""
    if not before.endswith(('"', "'")):
        return None
    text, mark = fault.source.text, before[-1]
    closing = text.rfind(mark, 0, fault.index)
    opening = text.rfind(mark, 0, closing)
    if opening < 0 or "\n" not in text[opening:closing] or not _OPENS_TEXT.search(text[:opening]):
        return None
    return opening


def _told_escape(fault: _Fault) -> Problem:
    return Problem(
        "yaml-escape",
        "A backslash between double quotation marks begins an escape, and this is none.",
        "Write \\\\ for a backslash, or put the text between single quotation marks.",
        fault.source.place(fault.index),
    )


def _told_first_character(fault: _Fault) -> Problem:
    char = fault.source.text[fault.index : fault.index + 1]
    if char == "\t":
        return _told_tab(fault)
    if char == "%" and _column(fault, fault.index) == 0:
        return _told_directive(fault)
    return Problem(
        "yaml-first-character",
        f"A text without quotation marks cannot begin with {char}",
        _QUOTE_IT if char != "-" else f"{_QUOTE_IT}. A list begins on the next line.",
        fault.source.place(fault.index),
    )


def _told_anchor(fault: _Fault) -> Problem:
    return Problem(
        "yaml-anchor",
        "A text without quotation marks cannot begin with & or *",
        _QUOTE_IT,
        fault.source.place(fault.began),
    )


def _told_tag(fault: _Fault) -> Problem:
    return Problem(
        "yaml-tag",
        "A text without quotation marks cannot begin with !",
        _QUOTE_IT,
        fault.source.place(fault.began),
    )


def _told_bracket(fault: _Fault) -> Problem:
    return Problem(
        "yaml-bracket",
        "The bracket that opens here is not closed as it must be.",
        "Write [one, two]; or, if this is a text and no list, put all of it between quotation marks.",
        fault.source.place(fault.began),
    )


def _told_block_text(fault: _Fault) -> Problem:
    return Problem(
        "yaml-block-text",
        "After | or > nothing more may stand on the line.",
        "Begin the text on the next line, two spaces further right; or put it between quotation marks.",
        fault.source.place(fault.index),
    )


def _told_second_document(fault: _Fault) -> Problem:
    """Nearly always the file has lost its first colon, so that all of it seems to be that one line."""
    if fault.source.text.startswith("---", fault.index) or "\n..." in fault.source.text[: fault.index]:
        return second_document(fault.source, fault.index)
    return lost_signs.lost_at_the_top(fault.source, fault.index)


def second_document(source: Source, index: int) -> Problem:
    """A second document begins at `index`, or at the three dots above that end the first."""
    dots = source.text.rfind("\n...", 0, index) + 1
    return Problem(
        "yaml-second-document",
        "A second document begins here; a file holds one.",
        "Delete this line, or put what follows in a file of its own.",
        source.place(index if source.text.startswith("---", index) or not dots else dots),
    )


def _told_directive(fault: _Fault) -> Problem:
    return Problem(
        "yaml-directive",
        "A line cannot begin with %",
        "Put the text between quotation marks, and indent it below its key.",
        fault.source.place(fault.index - _column(fault, fault.index)),
    )


def _told_syntax(fault: _Fault) -> Problem:
    return Problem(
        "yaml-syntax",
        "The file cannot be read as YAML here.",
        "Look here and at the line above: a quotation mark not closed, a colon missing, too many spaces or too few.",
        fault.source.place(fault.index),
    )


#: Phrases of the two parsers, and how the fault is told. The first that fits wins.
_TELLINGS: tuple[tuple[tuple[str, ...], Callable[[_Fault], Problem]], ...] = (
    (
        ("scanning a directive", "YAML directive", "%YAML", "TAG directive", "incompatible YAML document"),
        _told_directive,
    ),
    (("scanning an alias", "scanning an anchor", "undefined alias", "duplicate anchor"), _told_anchor),
    (("tag handle", "scanning a tag", "parsing a tag", "TAG URI"), _told_tag),
    (("tab character", "'\\t'"), _told_tab),
    (("unknown escape", "escape sequence", "escape character", "invalid Unicode", "parsing a quoted"), _told_escape),
    (("scanning a quoted scalar", "double-quoted scalar", "single-quoted scalar"), _told_unclosed),
    (("scanning a block scalar",), _told_block_text),
    (("cannot start any token",), _told_first_character),
    (("parsing a flow sequence", "parsing a flow mapping", "parsing a flow node"), _told_bracket),
    (("mapping values are not allowed",), _told_colon),
    (("scanning a simple key", "expected ':'"), _told_missing_colon),
    (("<document start>",), _told_second_document),
    (("parsing a block mapping", "parsing a block collection", "parsing a block node"), _told_block_end),
    (("not allowed in this context", "not allowed here"), _told_block_end),
)
