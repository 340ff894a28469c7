"""Whether the parts of `template.yaml` and the blocks of `paper.md.j2` are the same, and fit the length."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mundraft.compose.checking.faults import Fault, outer_names
from mundraft.library.questions import TemplateDefinition
from mundraft.problems import Problem, Severity
from mundraft.templating.check import BlockFound
from mundraft.templating.faults import did_you_mean, problem_at

Blocks = Mapping[str, BlockFound]
#: The share of its words that a part must keep, so that it alone is asked to be shorter.
_ENOUGH = 0.8


def part_faults(definition: TemplateDefinition, blocks: Blocks | None, extends: bool = False) -> Iterator[Fault]:
    """Parts without a block, what they name and nothing asks, and shares of words that are more than the whole.

    `blocks` is None where faults in the text keep it from being read; `extends` says that parts of another template may
    be among them."""
    asked = outer_names(definition)
    spare = [name for name in blocks or () if name not in {part.key for part in definition.parts}]
    for index, part in enumerate(definition.parts):
        if blocks is not None and part.key not in blocks:
            what = f"There is no block {part.key!r} in paper.md.j2, so this part is never printed."
            hint = did_you_mean(part.key, spare or blocks)
            yield Fault(("parts", index, "key"), "template-part-without-block", what, hint)
        for number, name in enumerate(part.asks):
            if name not in asked:
                what = f"No question or group is called {name!r}."
                yield Fault(("parts", index, "asks", number), "template-asks-unknown", what, did_you_mean(name, asked))
    yield from _too_many_words(definition, extends)


def _too_many_words(definition: TemplateDefinition, extends: bool) -> Iterator[Fault]:
    total = 0
    for index, part in enumerate(definition.parts):
        before, total = total, total + part.words
        if 0 < definition.max_words < total and before <= definition.max_words:
            every = sum(one.words for one in definition.parts)
            what = f"The parts have {every} words together, and the paper may have {definition.max_words}."
            next_step = f"{fewer_words(definition, definition.max_words, extends)} Or raise max_words."
            at = ("parts", index, "words")
            elsewhere = (("max_words",), *(("parts", number, "words") for number in range(len(definition.parts))))
            yield Fault(at, "template-parts-too-long", what, next_step, Severity.WARNING, (*elsewhere, ("name",)))


def fewer_words(definition: TemplateDefinition, words: int, extends: bool) -> str:
    """What to write so that the parts keep to so many words together: with `extends` in the file of a template that
    changes those of another, else where they stand."""
    (first, its), *others = _shares(definition, words).items()
    also = f"; likewise {', '.join(f'{key} {most}' for key, most in others)}" if others else ""
    if extends:
        return f"Below `change:` write `part/{first}:`, and set in below it `words: {its}`{also}."
    return f"Give the parts fewer words: {first} {its}{also.replace('; likewise', ',')}."


def _shares(definition: TemplateDefinition, words: int) -> Mapping[str, int]:
    """The words of the parts that have too many: of the longest alone, where that is little beside what it has."""
    longest = max(definition.parts, key=lambda part: part.words)
    left = longest.words - sum(part.words for part in definition.parts) + words
    return {longest.key: left} if left >= _ENOUGH * longest.words else definition.shares(words)


def unlisted_blocks(definition: TemplateDefinition, blocks: Blocks) -> Iterator[Problem]:
    """Blocks that no part names. A block that looks like a misspelt part is told with that part alone."""
    keys = {part.key for part in definition.parts}
    left_out = {name.removeprefix("part/") for name in definition.left_out if name.startswith("part/")}
    without_block = [key for key in keys if key not in blocks]
    for name, (text, line) in blocks.items():
        if name in keys or name in left_out or "Did" in did_you_mean(name, without_block):
            continue
        what = f"The block {name} is not among the parts of template.yaml, so nobody can write it alone."
        next_step = "Add it under `parts`, with its key and a title."
        if without_block:
            next_step = f"Call it {' or '.join(without_block)}, as a part without a block is called; or add it there."
        yield problem_at(text.source, text.file, line, "template-block-without-part", what, next_step, name)
