"""Rendering: a template and what it may say, to the parts of a paper. The one door to the sandbox in this process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import CodeType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from mundraft.document.tree import TextBlock
from mundraft.problems import MundraftError, TemplateFault
from mundraft.templating import budget
from mundraft.templating.leaf import Fragment, Leaf, Piece, as_value

if TYPE_CHECKING:
    from mundraft.library.template_texts import Texts
    from mundraft.templating.printed import Printed
    from mundraft.templating.program import Program

#: What a delegate wrote in place of a part.
OwnWords: TypeAlias = Leaf | tuple[Leaf, ...]


class RenderedPart(NamedTuple):
    """A block of the template, rendered; `key` is "" for what stands between the blocks."""

    key: str
    blocks: tuple[TextBlock, ...]
    own_words: bool = False


def render(
    source: str | Texts,
    name: str,
    context: Mapping[str, object],
    own_words: Mapping[str, OwnWords] | None = None,
    *,
    ships: bool = False,
) -> tuple[RenderedPart, ...]:
    """The parts that a template gives, in its order; text between its blocks gives parts with the key "".

    `source` is a text that stands alone, whose file is `name` for messages, or all the texts of a template.
    `context` holds what `leaf.as_value` takes; its `variety`, when there
    is one, is the seed of `vary`. Where `own_words` holds a block's name, the block is not run and those words stand
    there as paragraphs. Parts that come out empty are kept only when they are blocks, so that a preview can show them.
    A template that `ships` with the program is compiled once and kept for the next time.

    Raises `TemplateFault`, with the line, for everything that a template can do wrong."""
    try:
        values = {key: as_value(value) for key, value in context.items()}
        with budget.running(budget.Run(values, _seed(values))):
            return _rendered(_compiled(_made_from(source, name), name, ships), values, own_words or {})
    except MundraftError:
        raise
    except Exception as error:
        from mundraft.templating.failing import failure_at

        texts = [(text, file) for _, text, file, _ in _made_from(source, name)]
        raise TemplateFault(failure_at(error, texts)) from error


def _seed(values: Mapping[str, Any]) -> str:
    variety = values.get("variety")
    return variety.text if isinstance(variety, Leaf) else ""


#: The texts of a template as what they were compiled from is remembered by: key, text, file, names used.
_MadeFrom: TypeAlias = tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...]


def _made_from(source: str | Texts, name: str) -> _MadeFrom:
    if isinstance(source, str):
        return ((name, source, name, ()),)
    return tuple((key, text.source, text.file, tuple(text.uses.items())) for key, text in source.items())


@lru_cache(maxsize=32)
def _compiled(made_from: _MadeFrom, name: str, ships: bool) -> Program:
    from mundraft.templating.program import Program

    return Program(_kept_or_made(made_from, name) if ships else _made(made_from, name, ships=False))


def _kept_or_made(made_from: _MadeFrom, name: str) -> CodeType:
    from mundraft.templating.kept import keep, kept

    held = repr(made_from) if len(made_from) > 1 else made_from[0][1]
    code = kept(held, name)
    if code is None:
        code = _made(made_from, name, ships=True)
        keep(code, held, name)
    return code


def _made(made_from: _MadeFrom, name: str, *, ships: bool) -> CodeType:
    from mundraft.library.template_texts import Text
    from mundraft.templating.check import checked
    from mundraft.templating.sandbox import ShippedEnvironment, compiled

    texts = {key: Text(source, file, dict(uses)) for key, source, file, uses in made_from}
    return compiled(checked(texts, name), name, ShippedEnvironment() if ships else None)


def _rendered(program: Program, values: dict[str, Any], own_words: Mapping[str, OwnWords]) -> tuple[RenderedPart, ...]:
    from mundraft.document.outline import without_bare_headings
    from mundraft.templating.assembly import blocks_of, own_blocks

    keys: list[str] = []
    blocks: list[tuple[TextBlock, ...]] = []
    for key, printed in _printed_by_part(program, values, own_words):
        keys.append(key)
        blocks.append(own_blocks(_as_leaves(own_words[key])) if key in own_words else blocks_of(printed))
    kept = without_bare_headings(tuple(zip(keys, blocks, strict=True)))
    return tuple(
        RenderedPart(key, below, key in own_words) for key, below in zip(keys, kept, strict=True) if key or below
    )


def _as_leaves(words: OwnWords) -> tuple[Leaf, ...]:
    return (words,) if isinstance(words, Leaf) else words


def _printed_by_part(
    program: Program, values: dict[str, Any], own_words: Mapping[str, OwnWords]
) -> Iterator[tuple[str, Printed]]:
    """Run the template; every stretch of what it printed, with the block that it belongs to."""
    from mundraft.templating.printed import parted
    from mundraft.templating.runtime import put_behind

    context = program.context(values)
    for block in own_words:
        context.leave_out(block)
    used = budget.current()
    key = ""
    pieces: list[Piece] = []
    output: Any
    for output in program.root(context):
        kind = output.__class__
        if kind is str or kind is Leaf:
            pieces.append(output)
        elif kind is Fragment:
            put_behind(used, pieces, output)
        else:
            if key or pieces:
                yield key, parted(used, pieces)
            key, pieces = (output[0] if output else ""), []
    if pieces:
        yield key, parted(used, pieces)
    # Its macros and blocks know the context and it knows them: let go so, all that was rendered is freed at once, and
    # Python need not look for it among everything else, with a pause of a tenth of a second.
    context.vars.clear()
    context.blocks.clear()
