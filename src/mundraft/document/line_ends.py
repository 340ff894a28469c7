"""What no end of a line may part: "art." from its number, and the pieces of a short mark, as a good typist sets them.

Only where a document is set in lines, and in no word of the delegate: what styles say of a mark, what is compared
and what is pasted into a form keep their plain spaces.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from mundraft.document.tree import CitationMark, Inlines, Link, Origin, Run, Words

_NO_BREAK = "\u00a0"
#: A mark that is no longer, or one citation of a longer mark, stays whole (letters). More than this moved to the next
#: line would leave a hole at the end of the one before.
_LONGEST_WHOLE = 20
_BETWEEN_CITATIONS = "; "
#: A number and the beginning of its place: "[11, preamble and art. 6]" does not end a line as "[11,".
_AFTER_NUMBER = re.compile(r"^(\[?\d+,) ")
# What stands before a number, and what is one.
_LABELS = (
    *("article", "articles", "paragraph", "paragraphs", "page", "pages", "section", "sections", "chapter", "chapters"),
    *("rule", "rules", "principle", "principles", "objective", "objectives", "goal", "goals", "target", "targets"),
    *("art.", "arts.", "para.", "paras.", "p.", "pp.", "sec.", "secs.", "sect.", "sects.", "s.", "ss.", "ch.", "chs."),
    *("chap.", "chaps.", "vol.", "vols.", "no.", "nos.", "annex", "annexes"),
)
_NUMBER = r"(?:\d|[ivxlc]+\b)"
_BEFORE_NUMBER = re.compile(
    rf"((?:\b(?:{'|'.join(map(re.escape, _LABELS))})|[§¶])) (?={_NUMBER})" + r"|(?<=\d) (?=\(\w{1,3}\))", re.IGNORECASE
)
_NUMBER_FIRST = re.compile(_NUMBER, re.IGNORECASE)
_LABELS_ALONE = frozenset((*_LABELS, "§", "¶"))
_BEGINS_NUMBER = frozenset("0123456789ivxlcIVXLC")
# Looked up in an enumeration, it costs as much as all else that is asked of a run.
_STYLES: Final = Origin.LIBRARY
_TEMPLATES: Final = Origin.TEMPLATE


def held_together(inlines: Inlines) -> Words:
    """The inlines as they are set in lines: printed, with no-break spaces where no line may end."""
    words: list[Run | Link] = []
    for inline in inlines:
        if isinstance(inline, CitationMark):
            if inline.label:
                words += _mark(inline.label)
            continue
        text = inline.text
        if text[:1] in _BEGINS_NUMBER and words and _ends_in_label(words[-1]) and _NUMBER_FIRST.match(text):
            words[-1] = words[-1]._replace(text=words[-1].text[:-1] + _NO_BREAK)
        held = _labels(text) if inline.origin is _STYLES and isinstance(inline, Run) else text
        words.append(inline if held is text else inline._replace(text=held))
    return tuple(words)


def _ends_in_label(run: Run | Link) -> bool:
    """Whether the last word of a run that nobody typed is "article" or the like, with a space behind it."""
    text = run.text
    if text[-1:] != " " or not (run.origin is _TEMPLATES or run.origin is _STYLES):
        return False
    return text[text.rfind(" ", 0, -1) + 1 : -1].lstrip("([").lower() in _LABELS_ALONE


@lru_cache(maxsize=1024)
def _mark(label: Words) -> Words:
    """A mark, held where the words are the style's: a name in it is somebody else's, and stays as it was typed."""
    whole = "".join([inline.text for inline in label])
    held = _BETWEEN_CITATIONS.join(map(_citation, whole.split(_BETWEEN_CITATIONS)))
    if len(whole) <= _LONGEST_WHOLE:
        held = whole.replace(" ", _NO_BREAK)
    done: list[Run | Link] = []
    at = 0
    for inline in label:
        text = held[at : at + len(inline.text)]
        at += len(text)
        done.append(inline._replace(text=text) if inline.origin is _STYLES else inline)
    return tuple(done)


def _citation(text: str) -> str:
    if len(text) <= _LONGEST_WHOLE:
        return text.replace(" ", _NO_BREAK)
    return _AFTER_NUMBER.sub(rf"\1{_NO_BREAK}", _labels(text))


@lru_cache(maxsize=1024)
def _labels(text: str) -> str:
    """The text with what holds its labels; the same object where there is none."""
    return _BEFORE_NUMBER.sub(lambda found: f"{found[1] or ''}{_NO_BREAK}", text)
