"""What no end of a line may part: "art." from its number, and the pieces of a short mark, as a good typist sets them.

Only where a document is set in lines, and in no word that a person wrote: what styles say of a mark, what is compared
and what is pasted into a form keep their plain spaces.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mundraft.document.tree import CitationMark, Inlines, Link, Origin, Run, Words

_NO_BREAK = "\u00a0"
#: A mark that is no longer, or one citation of a longer mark, stays whole (letters). More than this moved to the next
#: line would leave a hole at the end of the one before.
_LONGEST_WHOLE = 16
_BETWEEN_CITATIONS = "; "
# A label before its number, also one whose number is another run, and "6 (1)".
_BEFORE_NUMBER = re.compile(
    r"((?:\b(?:articles?|arts?\.|paragraphs?|paras?\.|pages?|pp?\.|sections?|sec(?:ts?|s)?\.|chapters?|ch(?:ap)?s?\."
    r"|annex(?:es)?|rules?|vols?\.|nos?\.)|[§¶])) (?=\d|[ivxlc]+\b|$)"
    r"|(?<=\d) (?=\(\w{1,3}\))",
    re.IGNORECASE,
)


def held_together(inlines: Inlines) -> Words:
    """The inlines as they are set in lines: printed, with no-break spaces where no line may end."""
    words: list[Run | Link] = []
    for inline in inlines:
        if isinstance(inline, CitationMark):
            words += _mark(inline.label)
        elif inline.origin is Origin.LIBRARY and isinstance(inline, Run):
            words.append(inline._replace(text=_labels(inline.text)))
        else:
            words.append(inline)
    return tuple(words)


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
        done.append(inline._replace(text=text) if inline.origin is Origin.LIBRARY else inline)
    return tuple(done)


def _citation(text: str) -> str:
    return text.replace(" ", _NO_BREAK) if len(text) <= _LONGEST_WHOLE else _labels(text)


@lru_cache(maxsize=1024)
def _labels(text: str) -> str:
    return _BEFORE_NUMBER.sub(rf"\1{_NO_BREAK}", text)
