"""What is wrong in a template that Jinja cannot read, told to a teacher who has never seen Jinja.

Every slip is told at once, each at its own line: a tag that is not closed, an `{% if %}` without its end, one equals
sign for two. Where nothing here knows the slip, Jinja's own message is what is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mundraft.problems import Problem
from mundraft.templating.faults import MOST_TOLD, did_you_mean, problem_from
from mundraft.templating.filters import FILTERS
from mundraft.templating.tags import CLOSES, Tag, line_at, tags_in

#: The tags that a template knows, and what each of those that open something ends with.
ENDS = {
    "if": "endif", "for": "endfor", "block": "endblock", "macro": "endmacro", "with": "endwith", "set": "endset",
}  # fmt: skip
_INSIDE = {"elif": "if", "else": "if or for"}
_ALONE = ("extends", "include", "import", "from")
#: Tags of Jinja that are refused after reading, by `check`: they are no slip of the pen.
_REFUSED = ("filter", "endfilter", "call", "endcall", "raw", "endraw", "autoescape", "endautoescape", "do", "break")
TAG_WORDS = (*ENDS, *ENDS.values(), *_INSIDE, *_ALONE)
#: What other languages write, and what is written here.
_ELSEWHERE = {"elseif": "elif", "elsif": "elif", "foreach": "for", "fi": "endif", "done": "endfor", "end": "endif"}
_SIGNS = {"&&": "and", "||": "or"}
_CURLY = re.compile("[“”„«»‘’‚]")
_ONE_EQUALS = re.compile(r"(?<![=!<>])=(?!=)")
_TWO_WORDS = re.compile(r"(end)\s+(if|for|block|macro|set|with)\b|(else)\s+(if)\b")
#: A name, a closing bracket or a text, and a name behind it with nothing but a space between.
_TWO_NAMES = re.compile(r"""([\w.]+|[)\]"'])[ \t]+(?=([A-Za-z_]\w*))""")
#: Words of a condition, which stand between two names by right.
_JOINING = frozenset(("if", "else", "and", "or", "not", "is", "in"))
_EMPTY_FILTER = re.compile(r"\|\s*(?:$|[|)])")


class _Slip(NamedTuple):
    """One thing wrong: where in the text, its code, what it is, and what to do."""

    at: int
    code: str
    what: str
    next_step: str


def syntax_problems(source: str, name: str) -> tuple[Problem, ...]:
    """Every slip in how the tags of a template are written, in their order; none where each can be read.

    `name` is the template's file, for messages."""
    tags = tuple(tags_in(source))
    slips = [slip for tag in tags for slip in _in_tag(tag)]
    slips += _unpaired(source, [tag for tag in tags if tag.opens == "{%"])
    return _told(source, name, slips)


def comment_problems(source: str, name: str) -> tuple[Problem, ...]:
    """The comments alone that are not closed: Jinja can read what they swallow, up to the end of the next one."""
    return _told(source, name, [slip for tag in tags_in(source) if tag.opens == "{#" for slip in _comment_slips(tag)])


def _told(source: str, name: str, slips: Iterable[_Slip]) -> tuple[Problem, ...]:
    return tuple(problem_from(source, name, *slip) for slip in sorted(slips)[:MOST_TOLD])


def _in_tag(tag: Tag) -> Iterator[_Slip]:
    """The slip of one tag: the first that is found, since the others follow from it."""
    checks = (_comment_slips,) if tag.opens == "{#" else (_closing_slips, _quote_slips, _word_slips, _sign_slips)
    for check in checks:
        slip = next(check(tag), None)
        if slip is not None:
            yield slip
            return


def _comment_slips(tag: Tag) -> Iterator[_Slip]:
    if not tag.is_closed or "{#" in tag.inside:
        what = "The comment that opens here is not closed, and swallows what follows."
        yield _Slip(tag.start, "jinja-comment-unclosed", what, "Write #} where the comment ends.")


def _closing_slips(tag: Tag) -> Iterator[_Slip]:
    if tag.is_closed:
        return
    wanted = CLOSES[tag.opens]
    what = f"What opens here with {tag.opens} is not closed with {wanted}."
    yield _Slip(tag.start, "jinja-unclosed", what, f"Write {wanted} at its end.")


def _quote_slips(tag: Tag) -> Iterator[_Slip]:
    if curly := _CURLY.search(tag.code):
        what = f"The quotation marks here are curly ({curly[0]}), as a word processor makes them."
        next_step = 'Type straight quotation marks instead: "text".'
        yield _Slip(tag.where(curly[0]), "jinja-curly-quotes", what, next_step)
    elif tag.code.count('"') % 2 or tag.code.replace('"', "").count("'") % 2:
        mark = '"' if tag.code.count('"') % 2 else "'"
        what = "A quotation mark is opened in this tag and never closed."
        at = tag.begins + tag.code.rindex(mark)
        yield _Slip(at, "jinja-quote-unclosed", what, f"Write {mark} at the end of the text.")


def _word_slips(tag: Tag) -> Iterator[_Slip]:
    if tag.opens == "{{":
        if tag.word in (*ENDS, *_INSIDE, *ENDS.values()) and tag.rest[:1] not in (".", "|", "("):
            said = f"{tag.word} {tag.rest}".strip()
            what = f"{{{{ … }}}} prints a value, and `{tag.word}` is none."
            yield _Slip(tag.start, "jinja-tag-braces", what, f"Write {{% {said} %}}.")
        return
    if two := _TWO_WORDS.match(tag.inside.strip("-+ ")):
        right = "elif" if two[3] else f"end{two[2]}"
        what = f"`{two[0]}` is written as one word here: {right}."
        yield _Slip(tag.where(two[0]), "jinja-tag-unknown", what, f"Write {{% {right}{' …' if two[3] else ''} %}}.")
    elif tag.word not in TAG_WORDS and tag.word not in _REFUSED:
        yield _unknown_word(tag)


def _unknown_word(tag: Tag) -> _Slip:
    meant = _ELSEWHERE.get(tag.word) or next((word for word in TAG_WORDS if word == tag.word.casefold()), "")
    hint = f"Did you mean {meant}?" if meant else did_you_mean(tag.word, TAG_WORDS)
    if not meant and (not hint.startswith("Did you mean") or tag.rest[:1] in ("|", ".")):
        said = f"{tag.word} {tag.rest}".strip()
        what = f"{{% … %}} holds a command such as if or for, and `{tag.word}` is none."
        return _Slip(tag.start, "jinja-print-braces", what, f"To print it, write {{{{ {said} }}}}.")
    return _Slip(tag.where(tag.word), "jinja-tag-unknown", f"There is no command `{tag.word}`.", hint)


def _sign_slips(tag: Tag) -> Iterator[_Slip]:
    code = tag.code
    for sign, word in _SIGNS.items():
        if sign in code:
            at = tag.begins + code.index(sign)
            yield _Slip(at, "jinja-sign", f"`{sign}` is not known here.", f"Write the word {word}.")
    if (
        tag.word in ("if", "elif")
        and tag.opens == "{%"
        and "(" not in code
        and (one_equals := _ONE_EQUALS.search(code))
    ):
        what = "One equals sign gives a name its value; two compare."
        yield _Slip(tag.begins + one_equals.start(), "jinja-one-equals", what, "Write == to compare.")
    if tag.word == "for" and tag.opens == "{%" and not re.search(r"\bin\b", code):
        what = "This loop does not say in which list."
        yield _Slip(tag.where(tag.rest), "jinja-loop", what, "Write it so: {% for cause in causes %}.")
    if lost := _lost_bar(tag):
        at, name = lost
        what = f"Between `{name}` and the word before it the sign | is missing."
        yield _Slip(
            at, "jinja-filter-missing", what, f"Write | before it: {tag.code[: at - tag.begins].strip()} | {name}."
        )
    if bar := _EMPTY_FILTER.search(code):
        what = "After the | the name of a filter is missing."
        yield _Slip(
            tag.begins + bar.start(), "jinja-filter-missing", what, "Write one, as in | sentence, or take the | out."
        )


def _lost_bar(tag: Tag) -> tuple[int, str] | None:
    """Where in the text the name of a filter stands right behind what it shapes, and that name."""
    for found in _TWO_NAMES.finditer(tag.code) if tag.opens == "{{" else ():
        if found[2] in FILTERS and found[1] not in _JOINING:
            return tag.begins + found.start(2), found[2]
    return None


def _unpaired(source: str, tags: list[Tag]) -> Iterator[_Slip]:
    """Commands without their end, and ends without their beginning."""
    open_tags: list[Tag] = []
    for tag in tags:
        if tag.word in ENDS and not (tag.word == "set" and "=" in tag.code):
            open_tags.append(tag)
        elif tag.word in ENDS.values():
            opened = [at for at, one in enumerate(open_tags) if ENDS[one.word] == tag.word]
            if not opened:
                yield _stray_end(source, tag, open_tags)
                if open_tags and open_tags[-1].word != "block":
                    open_tags.pop()  # the end of what is open, under a wrong name
                continue
            yield from map(_without_end, open_tags[opened[-1] + 1 :])
            del open_tags[opened[-1] :]
    yield from map(_without_end, open_tags)


def _without_end(tag: Tag) -> _Slip:
    end = ENDS[tag.word]
    what = f"The {{% {tag.word} %}} that opens here has no {{% {end} %}}."
    return _Slip(tag.where(tag.word), "jinja-end-missing", what, f"Write {{% {end} %}} where it ends.")


def _stray_end(source: str, tag: Tag, open_tags: list[Tag]) -> _Slip:
    begins = next(word for word, end in ENDS.items() if end == tag.word)
    what = f"There is no {{% {begins} %}} that this {{% {tag.word} %}} could end."
    if open_tags and open_tags[-1].word != "block":
        last = open_tags[-1]
        line = line_at(source, last.start)
        next_step = f"The {{% {last.word} %}} of line {line} is open: it ends with {{% {ENDS[last.word]} %}}."
    else:
        next_step = "Take it out, or write the beginning where it belongs."
    return _Slip(tag.where(tag.word), "jinja-end-stray", what, next_step)
