"""Tags that stand alone in a line: they leave no empty line behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream


class LoneTags(Extension):
    """A line that holds nothing but tags and comments leaves no empty line behind, and no words are joined."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        bare = True  # whether this line has shown nothing but tags, comments and blanks so far
        previous = ""
        for token in stream:
            if token.type == "data":
                # two stretches of text in a row had a comment between them, which the lexer has dropped
                after_tag = previous in ("block_end", "data")
                yield Token(
                    token.lineno, "data", _without_first_line_end(token.value) if bare and after_tag else token.value
                )
                tail = token.value.rpartition("\n")[2]
                bare = not tail.strip() and (bare or "\n" in token.value)
            else:
                bare = bare and token.type != "variable_begin"
                yield token
            previous = token.type


def _without_first_line_end(text: str) -> str:
    return re.sub(r"\A[ \t]*\n", "", text)
