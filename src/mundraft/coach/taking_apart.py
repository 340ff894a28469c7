"""The delegate's words as checks of words read them: without what they quote, by sentences, by clauses.

What an answer quotes is somebody else's. A quotation whose closing mark was forgotten lasts to the end of its
paragraph: what follows there may be quoted, and what stands in the next one is surely not.
"""

from __future__ import annotations

import re

#: An apostrophe looks like a single closing mark, so single marks quote only where they are a pair. A straight mark
#: behind a letter or a figure opens nothing: it is a closing one, or inches.
_QUOTED = re.compile(
    r"“[^”\n]*(?:\n[^”\n]+)*”?"
    r"|(?<!\w)\"[^\"\n]*(?:\n[^\"\n]+)*\"?"
    r"|«[^»\n]*(?:\n[^»\n]+)*»?"
    r"|„[^„“”]*[“”]"
    r"|(?<!\w)‘[^‘’]*’(?!\w)"
)
_MARKS = re.compile('[“"«„‘]')
_SENTENCE_END = re.compile(r"(?<=[.!?…])[)’'”\"]*\s+|\n+")
#: A line may end within a clause: a name goes on in the next.
_CLAUSE_END = re.compile(r"(?<=[.;!?…])[)’'”\"]*\s+|\n{2,}")


def without_quotations(words: str, instead: str = " ") -> str:
    """The words with `instead` in place of each quotation, its marks included."""
    return _QUOTED.sub(instead, words) if _MARKS.search(words) else words


def masked_quotations(words: str) -> str:
    """The words with as many capitals in place of each quotation, so that all else stands where it stood."""
    return _QUOTED.sub(lambda quoted: "A" * len(quoted.group()), words) if _MARKS.search(words) else words


def sentences_in(words: str) -> list[str]:
    """The words by sentences; a line ends one."""
    return _SENTENCE_END.split(words)


def clauses_in(words: str) -> list[str]:
    """The words by what stands between full stops or semicolons, each of which says something of its own."""
    return _CLAUSE_END.split(words)
